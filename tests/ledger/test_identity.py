"""Ids of statements and events come from the document and its spans alone."""

from __future__ import annotations

from msgspec.structs import replace

from hudna.ledger.identity import event_ids, statement_ids
from hudna.model import Dossier, Span
from hudna.record import render
from tests.ledger.sahl import denial, shelling


def _ids(dossier: Dossier) -> tuple[str, ...]:
    record = render(dossier)
    return (*statement_ids(dossier.article.id, record), *event_ids(dossier.article.id, record))


def test_coded_values_are_no_part_of_an_id() -> None:
    """Another act, speaker, coder and type leave the ids as they are."""
    other = denial(act="assert", speaker="ناطق آخر", coder="9")
    event = replace(other.findings.events[0], type="air_strike", status="happened", killed=2)
    other = replace(other, findings=replace(other.findings, events=(event,)))

    assert _ids(other) == _ids(denial())


def test_spans_and_document_are_an_id() -> None:
    """Other words, or the same words in another document, are another statement."""
    statement = denial().findings.statements[0]
    cut = replace(statement, content=(Span(statement.content[0].start, statement.content[0].end - 1),))
    shorter = replace(denial(), findings=replace(denial().findings, statements=(cut,)))

    assert _ids(shorter)[0] != _ids(denial())[0]
    assert not set(_ids(denial())) & set(_ids(denial(outlet="another")))


def test_ids_are_the_same_on_every_machine() -> None:
    """The ids are written here: a change of the rule would orphan every link and decision."""
    assert _ids(shelling()) == (
        "sta-88db22ad589ba451c662",
        "evt-5b40b423da84be8c1442",
        "evt-588147ca11f0712e6426",
    )
