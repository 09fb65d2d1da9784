"""Noun phrases round an event's word."""

from __future__ import annotations

from hudna.coding.events.marks import Marks
from hudna.coding.events.partyphrases import Phrases
from tests.coding.conftest import Read


def test_manner_is_skipped_up_to_the_limit(read: Read) -> None:
    """`In a heavy way` is two words, of which none behind the limit is skipped."""
    # bi-shakl kathif al-qarya
    r = read("بشكل كثيف القرية")
    phrases = Phrases(r, Marks(r), set(), set())

    assert [phrases.skip(0, limit) for limit in (1, 2, 3)] == [1, 2, 2]
