"""How far a noun phrase goes."""

from __future__ import annotations

from hudna.coding.names.phrases import noun_phrase
from tests.coding.conftest import Read


def test_phrase_ends_at_its_limit(read: Read) -> None:
    """A name of several words that the limit cuts is taken up to it."""
    # majlis al-amn ad-duwali: one entry of three words
    r = read("مجلس الأمن الدولي")

    assert [noun_phrase(r, 0, limit) for limit in (1, 2, 3)] == [1, 2, 3]
