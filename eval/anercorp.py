"""Place names against the LOC tags of half of ANERcorp: spans that are exactly the same, as is usual for NER.

The tokens are joined by spaces and coded, a sentence at a time. A coded place takes in the tokens that it touches: a
clitic that ANERcorp leaves on the name does no harm. It is right where some LOC chunk holds the same tokens.
`overlap` also counts what shares one token, one to one: the two sets draw the borders of names differently
(our guide leaves out the words for city and province, takes in the countryside of a town, and counts no place within
the name of an organisation).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from pathlib import Path

from coder import Row, coded, read_rows
from results import COLUMNS, DataSet, Found, Result, by_half
from table import Table

SENTENCES = "anercorp/sentences.jsonl"
OUTSIDE = "O"

Chunk = tuple[int, int]
"""The first token and the one behind the last."""


def measure(bench: Path, work: Path) -> Result:
    """Precision, recall and F1 of place names, and for two halves of the sentences."""
    gold = {str(n): row for n, row in enumerate(read_rows(bench / SENTENCES))}
    rows = [{"id": key, "text": " ".join(row["tokens"]), "lang": "ar"} for key, row in gold.items()]
    documents = coded(rows, work / "anercorp.jsonl")
    found = {key: touched(documents[key], row["tokens"]) for key, row in gold.items()}
    known = {key: chunks(row["tags"]) for key, row in gold.items()}
    table: list[tuple[str, Found]] = []
    for half, keys in by_half(gold).items():
        pairs = [(known[key], found[key]) for key in keys]
        name = "" if half == "all" else f" {half}"
        table += [(f"LOC exact{name}", exact(pairs)), (f"LOC overlap{name}", overlapping(pairs))]
    return Result(
        tables=(Table(title="anercorp: F1", columns=COLUMNS, rows=tuple((name, f.cells()) for name, f in table)),),
        figures={"anercorp": {name: f.f1 for name, f in table[:2]}},
    )


def chunks(tags: Sequence[str], kind: str = "LOC") -> list[Chunk]:
    """The chunks of a kind in BIO tags; an I- that follows no chunk of its kind begins one, as in CoNLL's scorer."""
    found: list[Chunk] = []
    begun: int | None = None
    for i, tag in enumerate((*tags, OUTSIDE)):
        if begun is not None and tag != f"I-{kind}":
            found.append((begun, i))
            begun = None
        if begun is None and tag.endswith(f"-{kind}"):
            begun = i
    return found


def touched(document: Row, tokens: Sequence[str]) -> list[Chunk]:
    """The tokens that each coded place touches, as chunks in order, none twice."""
    starts, ends, at = [], [], 0
    for token in tokens:
        starts.append(at)
        ends.append(at + len(token))
        at += len(token) + 1
    spans = [place["span"] for place in document["places"]]
    return sorted({(bisect_right(ends, start), bisect_left(starts, stop)) for start, stop in spans})


def exact(pairs: Sequence[tuple[list[Chunk], list[Chunk]]]) -> Found:
    """Right where the same tokens are in both."""
    return Found(
        right=sum(len(set(gold) & set(coded)) for gold, coded in pairs),
        coded=sum(len(coded) for _, coded in pairs),
        gold=sum(len(gold) for gold, _ in pairs),
    )


def overlapping(pairs: Sequence[tuple[list[Chunk], list[Chunk]]]) -> Found:
    """Right where a token is shared, each chunk used once."""
    return Found(
        right=sum(joined(gold, coded) for gold, coded in pairs),
        coded=sum(len(coded) for _, coded in pairs),
        gold=sum(len(gold) for gold, _ in pairs),
    )


def joined(gold: Sequence[Chunk], coded: Sequence[Chunk]) -> int:
    """How many chunks of one list have a partner in the other; both are in order."""
    right = i = j = 0
    while i < len(gold) and j < len(coded):
        if gold[i][1] <= coded[j][0]:
            i += 1
        elif coded[j][1] <= gold[i][0]:
            j += 1
        else:
            right, i, j = right + 1, i + 1, j + 1
    return right


SET = DataSet(name="anercorp", files=(SENTENCES,), sections=("anercorp",), measure=measure)
