"""Cards: what they tell, and that they fit."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.cli.bidi import FSI, PDI
from hudna.cli.cards import days, document_card, many, place_label, speaker_of
from hudna.cli.screen import Screen, width_of
from hudna.record import DocumentRecord, ProblemRecord

from .test_page import a_record, span

SCREEN = Screen(width=60, colour=False)


def shown(record: DocumentRecord, *, why: bool = False) -> str:
    """The cards of a document as text."""
    return "\n".join(document_card(record, SCREEN, why=why))


def test_card_tells_all_that_was_found() -> None:
    """Each kind of finding has its section."""
    output = shown(a_record())

    for title in ("STATEMENTS", "EVENTS", "PLACES", "TIMES", "OPEN QUESTIONS"):
        assert title in output
    assert "[ASSERT]" in output
    assert "told by statement 1" in output
    assert "2025-02-02 · relative" in output
    assert "(Nab)" in output


def test_section_without_findings_is_left_out() -> None:
    """No heading stands over nothing."""
    output = shown(a_record(statements=[], events=[], places=[], times=[], problems=[]))

    assert "STATEMENTS" not in output
    assert "0 statements" in output


def test_reasons_are_shown_when_asked_for() -> None:
    """With why each field names what produced it."""
    assert "why act: rule:x" in shown(a_record(), why=True)
    assert "why" not in shown(a_record())


def test_ids_of_a_ledger_stand_with_their_findings() -> None:
    """Statements come first, then events."""
    lines = document_card(a_record(), SCREEN, why=False, ids=("sta-1", "evt-1"))

    assert lines.index("     sta-1") < lines.index("EVENTS") < lines.index("     evt-1")


def test_problem_shows_the_words_that_it_is_about() -> None:
    """A problem with a span quotes it."""
    problem = ProblemRecord(code="HUD212", span=span("النبع"), reason="two towns have this name")

    assert "النبع" in shown(a_record(problems=[problem], places=[], events=[], statements=[]))


@settings(max_examples=40)
@given(st.integers(min_value=40, max_value=100), st.text(max_size=200))
def test_no_line_is_wider_than_the_screen(width: int, speaker: str) -> None:
    """Passages are wrapped and facts flow; only a single fact that is longer than a line may reach over."""
    record = a_record()
    statement = msgspec.structs.replace(record.statements[0], speaker=speaker or None)
    record = msgspec.structs.replace(record, statements=[statement])

    lines = document_card(record, Screen(width=width, colour=True), why=True)

    long = width_of(speaker) > width // 2
    assert all(width_of(line) <= width or long for line in lines)


def test_isolates_are_closed_in_every_line() -> None:
    """A line never leaves its direction open to the next."""
    for line in document_card(a_record(), SCREEN, why=True):
        assert line.count(FSI) == line.count(PDI)


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2025, 2, 2), date(2025, 2, 2), "2025-02-02"),
        (date(2025, 2, 2), None, "2025-02-02"),
        (date(2025, 2, 2), date(2025, 2, 4), "2025-02-02 to 2025-02-04"),
        (None, None, ""),
    ],
)
def test_days_are_told_as_a_day_or_a_range(start: date | None, end: date | None, text: str) -> None:
    """A range of one day is a day."""
    assert days(start, end) == text


def test_speaker_who_is_not_known_is_said_to_be_so() -> None:
    """An unnamed source is one thing, a named one that we can't tell apart another."""
    assert speaker_of(None, "unnamed") == "unnamed source"
    assert speaker_of(None, "person") == "speaker not told apart"


def test_place_has_its_english_name_beside_the_written_one() -> None:
    """Both are shown, once each."""
    assert place_label("Nab", "Nab") == "Nab"
    assert place_label("Nab", None) == "Nab"
    assert place_label(None, "Nab") == "Nab"
    assert place_label("Nab", "النبع") == f"{FSI}النبع{PDI} (Nab)"


def test_one_is_singular() -> None:
    """A number agrees with its noun."""
    assert [many(n, "event") for n in (0, 1, 2)] == ["0 events", "1 event", "2 events"]
