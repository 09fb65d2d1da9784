"""Sentences judged for ASSAULT and PROTEST."""

from __future__ import annotations

from hudna.packs.codebook import load_codebook
from tests.tools import load

plover = load("eval/plover.py")


def row(accept: int, reject: int) -> dict[str, str]:
    """A judged sentence; the counts are text, as in the data."""
    return {"accept": str(accept), "reject": str(reject)}


def test_majority_makes_a_positive_and_even_votes_a_tie() -> None:
    """Votes are compared as numbers."""
    assert plover.is_positive(row(10, 9))
    assert not plover.is_positive(row(1, 2))
    assert plover.is_tie(row(2, 2))


def test_class_comes_from_the_codebook_with_the_status() -> None:
    """A planned ceasefire is another class than one in force."""
    events = [{"type": "shelling", "status": "happened"}, {"type": "protest", "status": "planned"}]

    assert plover.classes(events, load_codebook()) == {"ASSAULT", "PROTEST"}
    assert plover.classes([{"type": "ceasefire", "status": "planned"}], load_codebook()) == {"CONCEDE"}


def test_counts_of_agreement() -> None:
    """Precision, recall and F1 of the sentences asked for."""
    judged = {"a": True, "b": True, "c": False, "d": True}
    told = {"a": True, "b": False, "c": True, "d": True}

    found = plover.compare("abc", judged, told)

    assert (found.right, found.coded, found.gold) == (1, 2, 2)
    assert (found.precision, found.recall, found.f1) == (0.5, 0.5, 0.5)
