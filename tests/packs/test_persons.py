"""The lists of persons: who is well known and for whom he speaks, given names, short names of sides."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from hudna.text import fold_word
from tests.packs.test_speech_words import CODES, STATES, rows_of, spellings

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
PERSONS = rows_of("persons.csv")


def test_sides_are_states_or_codes_of_the_guide() -> None:
    """Each person's side and each short name's side is one that a record may hold."""
    sides = {row.side for row in (*PERSONS, *rows_of("shortnames.csv"))}
    assert sides <= CODES | STATES


def test_states_of_short_names_are_states() -> None:
    """A short name is bound to states, not to sides."""
    assert {state for row in rows_of("shortnames.csv") for state in row.states.split()} <= STATES


def test_days_are_years_months_or_days_in_order() -> None:
    """Dates are as exact as they are known, and an office ends after it begins."""
    for row in PERSONS:
        days = [day for day in (row.since, row.until) if day is not None]
        assert all(_DAY.fullmatch(day) for day in days), row
        if row.since and row.until:
            size = min(len(row.since), len(row.until))
            assert row.since[:size] <= row.until[:size], row


def test_every_row_has_a_post_and_a_source() -> None:
    """A fact without its source is none."""
    assert all(row.post and row.source for row in PERSONS)


def test_one_name_is_one_side_on_a_day() -> None:
    """Two rows of one name never hold on the same day for different sides: nobody could tell which."""
    seen: dict[str, list[tuple[str, str, str, str]]] = {}
    for row in PERSONS:
        for name in spellings(row):
            seen.setdefault(fold_word(name), []).append((row.since or "0", row.until or "9", row.side, row.post))
    for name, held in seen.items():
        ordered = sorted(held)
        for (_, until, side, _), (since, _, other, _) in pairwise(ordered):
            size = min(len(until), len(since))
            assert side == other or until[:size] <= since[:size], (name, ordered)


@pytest.mark.parametrize("row", rows_of("givennames.csv"), ids=lambda row: row.word[:12])
def test_given_names_are_single_words(row: object) -> None:
    """A given name is one word: the second half of a name has its own."""
    assert all(" " not in name for name in spellings(row))
