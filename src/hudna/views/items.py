"""Rows of the ledger and their records become items."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from hudna.ledger.context import sentence_around
from hudna.ledger.identity import statement_ids
from hudna.model.findings import NO_LANGUAGE
from hudna.model.spans import Span
from hudna.record import DocumentRecord, EventRecord, PlaceRecord, SpanPair
from hudna.views.answers import (
    Context,
    DocumentItem,
    IncidentItem,
    Source,
    StatementItem,
    TellerItem,
)

GAP = " … "


def statement_item(row: sa.Row[Any], record: DocumentRecord) -> StatementItem:
    """The statement at the row's position."""
    statement = record.statements[row.position]
    return StatementItem(
        id=row.id,
        speaker=statement.speaker,
        post=statement.post,
        affiliation=statement.affiliation,
        sides=tuple(statement.sides),
        kind=statement.kind,
        actor=statement.actor,
        act=statement.act,
        form=statement.form,
        quote=GAP.join(record.text[start:end] for start, end in statement.content),
        said_on=statement.said_on,
        content=tuple(statement.content),
        document=_source(row, record),
    )


def incident_item(row: sa.Row[Any], record: DocumentRecord) -> IncidentItem:
    """The event at the row's position."""
    event, text = record.events[row.position], record.text
    where, mention = event.where, _mention(record, event)
    return IncidentItem(
        id=row.id,
        type=event.type,
        status=event.status,
        start=event.start,
        end=event.end,
        place=None if event.place is None else text[slice(*event.place)],
        place_id=where.place if where else None,
        place_name=mention.name if mention else None,
        lat=where.lat if where else None,
        lon=where.lon if where else None,
        precision=where.precision if where else None,
        killed=event.killed,
        injured=event.injured,
        actors=tuple(text[slice(*span)] for span in event.actors),
        targets=tuple(text[slice(*span)] for span in event.targets),
        told_by=_tellers(row.document_id, record, event),
        sentence=sentence_around(text, Span(*event.trigger)).of(text),
        trigger=event.trigger,
        document=_source(row, record),
    )


def document_item(row: sa.Row[Any], record: DocumentRecord) -> DocumentItem:
    """The document of the row."""
    return DocumentItem(
        id=row.document_id,
        given_id=row.given_id,
        outlet=record.outlet,
        url=record.url,
        published=record.published,
        lang=record.lang,
        title=record.text.partition("\n")[0],
        statements=len(record.statements),
        events=len(record.events),
        problems=len(record.problems),
        coded=all(problem.code != NO_LANGUAGE for problem in record.problems),
        coder=row.coder,
        added_at=row.added_at,
        known_from=row.known_from,
    )


def context_of(text: str, span: SpanPair) -> Context:
    """The span in its sentence."""
    start, end = sentence_around(text, Span(*span))
    return Context(
        span=span,
        sentence=(start, end),
        before=text[start : span[0]],
        words=text[slice(*span)],
        after=text[span[1] : end],
    )


def _source(row: sa.Row[Any], record: DocumentRecord) -> Source:
    return Source(
        id=row.document_id,
        given_id=row.given_id,
        outlet=record.outlet,
        url=record.url,
        published=record.published,
        lang=record.lang,
    )


def _mention(record: DocumentRecord, event: EventRecord) -> PlaceRecord | None:
    """The place that the event is placed at, where the text names it at the event."""
    if event.where is None:
        return None
    return next((place for place in record.places if place.id == event.where.place), None)


def _tellers(document_id: str, record: DocumentRecord, event: EventRecord) -> Any:
    if event.told_by == "outlet":
        return "outlet"
    ids = statement_ids(document_id, record)
    return tuple(TellerItem(id=ids[i], speaker=record.statements[i].speaker) for i in event.told_by)
