"""Place names against BIO tags."""

from __future__ import annotations

from typing import Any

from tests.tools import load

anercorp = load("eval/anercorp.py")


def coded(*spans: tuple[int, int]) -> dict[str, Any]:
    """A coded sentence with places at these letters."""
    return {"places": [{"span": list(span)} for span in spans]}


def test_chunks_end_where_another_begins() -> None:
    """B- begins a chunk, I- goes on, an I- behind another kind begins one, and the end closes."""
    tags = ["B-LOC", "B-LOC", "I-LOC", "B-PERS", "I-LOC", "O", "B-LOC"]

    assert anercorp.chunks(tags) == [(0, 1), (1, 3), (4, 5), (6, 7)]


def test_place_takes_in_the_tokens_that_it_touches() -> None:
    """A name without its clitic stands for the token; two mentions in one token are one chunk."""
    # "in-Lebanon today the-United the-States"
    tokens = ["بلبنان", "اليوم", "الولايات", "المتحدة"]

    assert anercorp.touched(coded((1, 6), (13, 28)), tokens) == [(0, 1), (2, 4)]
    assert anercorp.touched(coded((1, 3), (3, 6)), tokens) == [(0, 1)]


def test_exact_asks_for_the_same_tokens_and_overlap_for_one() -> None:
    """Half a name is an overlap; one chunk has one partner."""
    pairs = [([(0, 2), (4, 5)], [(0, 1), (1, 2), (4, 5)])]

    assert anercorp.exact(pairs).right == 1
    assert anercorp.overlapping(pairs).right == 2
    assert (anercorp.exact(pairs).coded, anercorp.exact(pairs).gold) == (3, 2)
