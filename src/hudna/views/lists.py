"""The lists: statements, incidents, documents.

Newest first, then by document, then in the order of the text; the same ledger gives the same list on either
store. Where a limit is set, it leaves out the oldest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from hudna.ledger import Ledger
from hudna.ledger.book import coded
from hudna.ledger.schema import codings, documents, events, names, statements, tellings
from hudna.record import DocumentRecord
from hudna.text import fold
from hudna.views.answers import Answer, DocumentItem, IncidentItem, StatementItem
from hudna.views.filters import Filters, has_words, held, without_place_words
from hudna.views.incidents import INCIDENT_STATUSES, INCIDENT_TYPES
from hudna.views.items import document_item, incident_item, statement_item

T = TypeVar("T")
Clause = sa.ColumnElement[bool]

_OF_DOCUMENT = documents.c.id == codings.c.document_id


def list_statements(ledger: Ledger, filters: Filters) -> Answer[StatementItem]:
    """The statements that the filters let through. `type` asks for those in which such an event is told."""
    day = sa.func.coalesce(statements.c.said_on, documents.c.published, type_=sa.Date)
    asked = [
        *_equal(statements.c.act, filters.act),
        *_named("statement", statements, "speaker", filters.speaker, filters.actors),
        *_named("statement", statements, "place", filters.place),
        *_worded(statements.c.folded, filters.text),
        *_telling(filters),
    ]
    return _answer(ledger, filters, rows_of(statements), asked, _on(filters, day, day), day, statement_item)


def list_incidents(ledger: Ledger, filters: Filters) -> Answer[IncidentItem]:
    """The incidents that the filters let through. `act` asks for those told in a statement of that act."""
    types = (filters.type,) if filters.type else INCIDENT_TYPES
    statuses = (filters.status,) if filters.status else INCIDENT_STATUSES
    asked = [
        events.c.type.in_(types),
        events.c.status.in_(statuses),
        *_told_in(filters.act),
        *_named("event", events, "speaker", filters.speaker, filters.actors),
        *_named("event", events, "place", filters.place),
        *_worded(events.c.folded, filters.text),
    ]
    first = sa.func.coalesce(events.c.start, events.c.end, type_=sa.Date)
    last = sa.func.coalesce(events.c.end, events.c.start, type_=sa.Date)
    return _answer(ledger, filters, rows_of(events), asked, _on(filters, first, last), first, incident_item)


def list_documents(ledger: Ledger, filters: Filters) -> Answer[DocumentItem]:
    """The documents that the filters let through, by their day of publication."""
    day = documents.c.published
    asked = [
        *_saying(filters),
        *_reporting(filters),
        *_naming(filters.place),
        *_worded(documents.c.folded, filters.text),
    ]
    return _answer(ledger, filters, document_rows(), asked, _on(filters, day, day), day, document_item)


def rows_of(table: sa.Table) -> sa.Select[Any]:
    """Statements or events with their coding and document."""
    of_reading = (table.c.document_id == codings.c.document_id) & (table.c.digest == codings.c.digest)
    found = table.join(codings, of_reading).join(documents, _OF_DOCUMENT)
    columns = (table.c.id, table.c.document_id, table.c.position, codings.c.number, documents.c.given_id)
    return sa.select(*columns).select_from(found)


def document_rows() -> sa.Select[Any]:
    """Documents with their coding."""
    return sa.select(
        codings.c.document_id,
        sa.literal(0).label("position"),
        codings.c.number,
        codings.c.coder,
        codings.c.known_from,
        documents.c.given_id,
        documents.c.added_at,
    ).select_from(documents.join(codings, _OF_DOCUMENT))


def _answer(
    ledger: Ledger,
    filters: Filters,
    rows: sa.Select[Any],
    asked: Sequence[Clause],
    days: Sequence[Clause],
    day: sa.ColumnElement[date],
    item: Callable[[sa.Row[Any], DocumentRecord], T],
) -> Answer[T]:
    rows = rows.where(held(filters.known_by), *asked)
    dated = rows.where(*days).order_by(day.desc().nulls_last(), codings.c.document_id, sa.text("position"))
    with ledger.reading() as connection:
        found = connection.execute(dated.limit(filters.limit)).all()
        full = filters.limit is not None and len(found) == filters.limit
        more = _count(connection, rows.where(*days)) - len(found) if full else 0
        undated = _count(connection, rows.where(day.is_(None))) if days else 0
        records = coded(connection, [(row.document_id, row.number) for row in found])
        known_by = filters.known_by or _last_change(connection)
    items = tuple(item(row, records[(row.document_id, row.number)]) for row in found)
    return Answer(items=items, as_of=filters.until, known_by=known_by, more=more, undated=undated)


def _count(connection: sa.Connection, rows: sa.Select[Any]) -> int:
    return connection.scalar(sa.select(sa.func.count()).select_from(rows.subquery())) or 0


def _last_change(connection: sa.Connection) -> datetime | None:
    latest: datetime | None = connection.scalar(sa.select(sa.func.max(codings.c.known_from)))
    return latest


# -- filters as clauses: a list of none or one


def _equal(column: sa.ColumnElement[Any], value: str | None) -> list[Clause]:
    return [] if value is None else [column == value]


def _worded(column: sa.ColumnElement[Any], asked: str | None) -> list[Clause]:
    return [] if asked is None else [has_words(column, asked)]


def _on(filters: Filters, first: sa.ColumnElement[date], last: sa.ColumnElement[date]) -> list[Clause]:
    """Whether the days from `first` to `last` share one with those asked for."""
    since = [] if filters.since is None else [last >= filters.since]
    until = [] if filters.until is None else [first <= filters.until]
    return [*since, *until]


def _named(item: str, table: sa.Table, field: str, asked: str | None, others: tuple[str, ...] = ()) -> list[Clause]:
    if asked is None:
        return []
    here = (
        (names.c.document_id == table.c.document_id)
        & (names.c.digest == table.c.digest)
        & (names.c.position == table.c.position)
    )
    return [sa.exists().where(here, _is_name(item, field, asked, others))]


def _is_name(item: str, field: str, asked: str, others: tuple[str, ...] = ()) -> Clause:
    """Whether a name has the words asked for, or is one of the other names, which are whole."""
    words = without_place_words(asked) if field == "place" else asked
    named = has_words(names.c.name, words)
    if others:
        named |= names.c.name.in_([fold(other).text for other in others])
    return (names.c.item == item) & (names.c.field == field) & named


def _telling(filters: Filters) -> list[Clause]:
    """Whether a statement tells an event of the type and status asked for."""
    if filters.type is None and filters.status is None:
        return []
    here = _in_coding(tellings) & (tellings.c.statement == statements.c.position)
    told = _in_coding(events) & (events.c.position == tellings.c.event)
    return [sa.exists().where(here, told, *_typed(filters))]


def _told_in(act: str | None) -> list[Clause]:
    """Whether an event is told in a statement of the act."""
    if act is None:
        return []
    here = _in_coding(tellings) & (tellings.c.event == events.c.position)
    said = _in_coding(statements) & (statements.c.position == tellings.c.statement)
    return [sa.exists().where(here, said, statements.c.act == act)]


def _saying(filters: Filters) -> list[Clause]:
    """Whether a document holds a statement of the act, by the speaker."""
    if filters.act is None and filters.speaker is None:
        return []
    asked = [
        *_equal(statements.c.act, filters.act),
        *_named("statement", statements, "speaker", filters.speaker, filters.actors),
    ]
    return [sa.exists().where(_in_coding(statements), *asked)]


def _reporting(filters: Filters) -> list[Clause]:
    """Whether a document holds an event of the type and status."""
    if filters.type is None and filters.status is None:
        return []
    return [sa.exists().where(_in_coding(events), *_typed(filters))]


def _naming(place: str | None) -> list[Clause]:
    """Whether a document names the place anywhere."""
    if place is None:
        return []
    return [sa.exists().where(_in_coding(names), _is_name("document", "place", place))]


def _typed(filters: Filters) -> list[Clause]:
    return [*_equal(events.c.type, filters.type), *_equal(events.c.status, filters.status)]


def _in_coding(table: sa.Table) -> Clause:
    """Whether a row belongs to the coding of the row outside."""
    return (table.c.document_id == codings.c.document_id) & (table.c.digest == codings.c.digest)
