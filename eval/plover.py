"""Arabic sentences of which three or more annotators said whether they tell of an ASSAULT or a PROTEST (PLOVER).

A sentence is positive where more accepted than rejected; ties are left out. The coder reads it alone, with no day of
publication, and finds the class where any of its events has a type that the codebook maps to it, whatever the
event's status: the annotators were asked what is spoken of, not whether it took place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from coder import Row, coded, read_rows
from results import COLUMNS, DataSet, Found, Result, by_half
from table import Table

from hudna.packs.codebook import Codebook, load_codebook

CLASSES = {"ASSAULT": "plover_ar/assault.jsonl", "PROTEST": "plover_ar/protest.jsonl"}


def measure(bench: Path, work: Path) -> Result:
    """Precision, recall and F1 for each class, and for two halves of its sentences."""
    rows: list[tuple[str, Found]] = []
    codebook = load_codebook()
    for name, file in CLASSES.items():
        judged = {row["id"]: is_positive(row) for row in read_rows(bench / file) if not is_tie(row)}
        sentences = [{"id": row["id"], "text": row["text"], "lang": "ar"} for row in read_rows(bench / file)]
        documents = coded(sentences, work / f"plover-{name}.jsonl")
        told = {key: name in classes(documents[key]["events"], codebook) for key in judged}
        rows += [(label(name, half), compare(keys, judged, told)) for half, keys in by_half(judged).items()]
    return Result(
        tables=(Table(title="plover: F1", columns=COLUMNS, rows=tuple((name, f.cells()) for name, f in rows)),),
        figures={"plover": {name: found.f1 for name, found in rows if name in CLASSES}},
    )


def label(name: str, half: str) -> str:
    """The name of a row of the table."""
    return name if half == "all" else f"{name} {half}"


def is_positive(row: Row) -> bool:
    """Whether more annotators accepted than rejected."""
    return int(row["accept"]) > int(row["reject"])


def is_tie(row: Row) -> bool:
    """Whether the annotators were divided evenly."""
    return int(row["accept"]) == int(row["reject"])


def classes(events: Iterable[Row], codebook: Codebook) -> set[str]:
    """PLOVER's event types of the coded events."""
    return {codebook.row(event["type"], event["status"]).plover_event for event in events}


def compare(keys: Iterable[str], judged: Mapping[str, bool], told: Mapping[str, bool]) -> Found:
    """How often what was told agrees with what was judged."""
    chosen = list(keys)
    return Found(
        right=sum(judged[key] and told[key] for key in chosen),
        coded=sum(told[key] for key in chosen),
        gold=sum(judged[key] for key in chosen),
    )


SET = DataSet(name="plover", files=tuple(CLASSES.values()), sections=("plover",), measure=measure)
