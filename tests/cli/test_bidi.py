"""Right-to-left text in the order of the eye."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.cli.bidi import FSI, PDI, order_for, visual
from hudna.cli.screen import Screen, width_of

# hudna
TRUCE = "هدنة"


def shown(text: str) -> str:
    """What a right-to-left passage looks like from left to right, forms of letters taken back."""
    return unicodedata.normalize("NFKC", visual(f"{FSI}{text}{PDI}"))


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        (TRUCE, TRUCE[::-1]),
        # Numbers run from left to right, also those with a point in them.
        (f"{TRUCE} 12", f"12 {TRUCE[::-1]}"),
        (f"{TRUCE} 3.5 {TRUCE}", f"{TRUCE[::-1]} 3.5 {TRUCE[::-1]}"),
        # So do Latin words, with the blanks between them.
        (f"{TRUCE} Sahl Radio {TRUCE}", f"{TRUCE[::-1]} Sahl Radio {TRUCE[::-1]}"),
        # A full stop stands at the left end, brackets open to the left.
        (f"({TRUCE}).", f".({TRUCE[::-1]})"),
    ],
)
def test_passage_is_ordered_for_the_eye(text: str, seen: str) -> None:
    """Read from right to left, what is shown is what is stored."""
    assert shown(text) == seen


def test_letters_are_joined() -> None:
    """Each letter takes the form that its neighbours ask for; dal reaches back and not on."""
    expected = (
        "\N{ARABIC LETTER TEH MARBUTA FINAL FORM}"
        "\N{ARABIC LETTER NOON INITIAL FORM}"
        "\N{ARABIC LETTER DAL FINAL FORM}"
        "\N{ARABIC LETTER HEH INITIAL FORM}"
    )

    assert visual(f"{FSI}{TRUCE}{PDI}") == expected


def test_vowel_mark_stays_on_its_letter() -> None:
    """A mark comes after its letter also when the order is turned round."""
    fatha = "\N{ARABIC FATHA}"

    assert shown(f"{TRUCE[0]}{fatha}{TRUCE[1:]}").endswith(f"{TRUCE[0]}{fatha}")


def test_what_is_outside_of_isolates_stays() -> None:
    """The Latin part of a line is not touched, and no isolate is left."""
    assert visual(f"to {FSI}{TRUCE}{PDI} on 2025-02-03").startswith("to ")
    assert visual(f"{FSI}{TRUCE}{PDI} on 2025-02-03").endswith(" on 2025-02-03")
    assert FSI not in visual(f"a {FSI}{TRUCE}{PDI}")


def test_colour_stays_with_its_words() -> None:
    """A word that stands out does so wherever it is shown."""
    turned = visual(f"{FSI}{TRUCE} \x1b[1;4m34\x1b[0m 56{PDI}")

    assert "\x1b[1;4m34\x1b[0m" in turned
    assert turned.startswith("56 ")


@given(st.text(alphabet=TRUCE + "لاآ 12ab.,()«»:"))
def test_turning_round_keeps_letters_and_width(text: str) -> None:
    """Nothing is lost, added or made wider."""
    turned = visual(f"{FSI}{text}{PDI}")

    assert width_of(turned) == width_of(text)
    brackets = re.compile("[()«»]")
    assert sorted(brackets.sub("(", unicodedata.normalize("NFKC", turned))) == sorted(brackets.sub("(", text))


@pytest.mark.parametrize(
    ("environ", "terminal", "order"),
    [
        ({}, True, "isolates"),
        ({"VTE_VERSION": "7600"}, True, "isolates"),
        ({"TERM": "linux"}, True, "visual"),
        ({"TERM_PROGRAM": "vscode"}, True, "visual"),
        ({"XTERM_VERSION": "XTerm(390)"}, True, "visual"),
        ({"TERM": "linux"}, False, "isolates"),
        ({"TERM": "linux", "HUDNA_BIDI": "isolates"}, True, "isolates"),
        ({"HUDNA_BIDI": "visual"}, False, "visual"),
    ],
)
def test_order_is_that_of_the_terminal(environ: dict[str, str], terminal: bool, order: str) -> None:
    """Terminals known not to order letters get them in order; HUDNA_BIDI has the last word."""
    assert order_for(environ, terminal=terminal) == order


def test_screen_writes_lines_in_its_order() -> None:
    """The screen turns lines round where it has to, and only there."""
    line = f"a {FSI}{TRUCE}{PDI}"

    assert Screen(width=60, colour=False).page([line]) == f"{line}\n"
    assert FSI not in Screen(width=60, colour=False, order="visual").page([line])
