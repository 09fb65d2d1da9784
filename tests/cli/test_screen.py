"""The screen: width, colour, and Arabic among Latin letters."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.cli.bidi import FSI, PDI
from hudna.cli.screen import (
    MARK_END,
    MARK_START,
    Screen,
    flowed,
    isolated,
    passage,
    safe,
    screen_for,
    shortened,
    width_of,
    wrap,
)

PLAIN = Screen(width=60, colour=False)
COLOURED = Screen(width=60, colour=True)
# hudna fi-s-sahl
ARABIC = "هدنة في السهل"


def test_arabic_is_isolated_and_latin_is_not() -> None:
    """Right-to-left words get isolates round them, so that they don't turn the line about."""
    assert isolated(ARABIC) == f"{FSI}{ARABIC}{PDI}"
    assert isolated("Nab") == "Nab"


def test_isolates_and_marks_take_no_room() -> None:
    """Columns are counted as a terminal shows them: vowel marks, isolates and colours take none."""
    # fatha over teh
    assert width_of(isolated("هُدنة")) == 4
    assert width_of(COLOURED.paint("deny", "bold")) == 4


@pytest.mark.parametrize("text", ["a\x1b[31mb", "a\rb", "a\x00b", "a\u202eb", "a\u2067b", "a\x9bb", "a\nb"])
def test_text_from_outside_cannot_steer_the_terminal(text: str) -> None:
    """Escape codes, control characters and direction marks of a source are not passed on."""
    assert re.fullmatch(r"a (\[31m)?b", safe(text))


@given(st.text(), st.integers(min_value=4, max_value=80))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int) -> None:
    """No line is wider than asked for, and the letters are those of the text."""
    lines = wrap(text, width)

    assert all(width_of(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(safe(text).split())


@given(st.text(alphabet=ARABIC + "ab1,.()«»", min_size=1), st.integers(min_value=40, max_value=100))
def test_each_line_of_a_passage_fits_the_screen(text: str, width: int) -> None:
    """Indent, bar and text together are no wider than the screen."""
    lines = passage(text, Screen(width=width, colour=True), indent=5)

    assert all(width_of(line) <= width for line in lines)


def test_arabic_passage_ends_at_the_right_margin() -> None:
    """Lines of a right-to-left passage end in one column, each isolated by itself."""
    lines = passage(f"{ARABIC} " * 12, PLAIN, indent=2)

    assert len(lines) > 1
    assert {width_of(line) for line in lines} == {60}
    assert all(line.endswith(PDI) and line.count(FSI) == 1 for line in lines)


def test_latin_passage_begins_at_the_left() -> None:
    """Lines of a left-to-right passage begin at the bar."""
    assert passage("truce in the valley", PLAIN, indent=2) == ["  │ truce in the valley"]


def test_long_passage_is_cut_with_an_ellipsis() -> None:
    """At most so many lines; what is left out is shown to be."""
    lines = passage("truce " * 100, PLAIN, indent=0, most=2)

    assert len(lines) == 2
    assert lines[-1].endswith("…")


def test_marked_words_stand_out_in_every_line_that_they_reach() -> None:
    """Words between marks are bracketed without colour and styled with it; a style ends with its line."""
    text = f"before {MARK_START}{'truce ' * 20}{MARK_END} after"

    plain, coloured = passage(text, PLAIN, indent=0), passage(text, COLOURED, indent=0)

    assert plain[0].startswith("│ before [truce")
    assert all(line.count("\x1b[1;4m") == 1 for line in coloured[:-1])
    assert all(line.count("\x1b[") == 2 * line.count("\x1b[0m") for line in coloured)
    assert not any(mark in "".join(plain + coloured) for mark in (MARK_START, MARK_END))


def test_flowed_parts_are_kept_whole() -> None:
    """Parts share a line while they fit it; those after the first line hang."""
    parts = ["a" * 30, "b" * 30, "c"]

    assert flowed(parts, PLAIN, indent=2, hang=4) == [f"  {'a' * 30}", f"      {'b' * 30} · c"]


def test_shortened_text_says_that_it_is() -> None:
    """A text that is cut ends in an ellipsis; one that fits stays."""
    assert shortened("truce in the valley", 12) == "truce in …"
    assert shortened("truce", 12) == "truce"


@pytest.mark.parametrize(
    ("environ", "colour"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour_is_for_terminals_and_those_who_ask(environ: dict[str, str], colour: bool) -> None:
    """A file gets no colour unless FORCE_COLOR asks for it; NO_COLOR has the last word."""
    assert screen_for(io.BytesIO(), environ).colour is colour


def test_badge_is_readable_without_colour() -> None:
    """What a colour says is said by brackets too."""
    assert PLAIN.badge("DENY", "refuse") == "[DENY]"
    assert "DENY" in COLOURED.badge("DENY", "refuse")
