"""One document, statement or event by its id, or by as much of the id as tells it from all others."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from hudna.errors import NoSuchId
from hudna.ledger import Ledger
from hudna.ledger.book import coded
from hudna.ledger.identity import DOCUMENT, EVENT, STATEMENT, event_ids, statement_ids
from hudna.ledger.schema import codings, documents, events, statements
from hudna.record import DocumentRecord
from hudna.views.answers import CodingItem, Found, FoundDocument, FoundEvent, FoundStatement
from hudna.views.filters import held, starts_with
from hudna.views.items import context_of, document_item, incident_item, statement_item
from hudna.views.lists import document_rows, rows_of

_SHOWN = 10
"""How many candidates an error names."""

Row = sa.Row[Any]
Codings = tuple[CodingItem, ...]


def find_one(ledger: Ledger, key: str, known_by: datetime | None = None) -> Found:
    """What has the id, or begins with it where nothing else does; a document also by the id its source gave.

    What an earlier coding held and the present one doesn't is found with `known_by`.
    """
    with ledger.reading() as connection:
        whole = _whole_id(connection, key.strip(), known_by)
        rows, column, build = _KINDS[whole.partition("-")[0]]
        row = connection.execute(rows().where(column == whole, held(known_by))).one()
        record = coded(connection, [(row.document_id, row.number)])[(row.document_id, row.number)]
        return build(row, record, _codings(connection, row.document_id))


def _statement(row: Row, record: DocumentRecord, history: Codings) -> FoundStatement:
    statement = record.statements[row.position]
    return FoundStatement(
        item=statement_item(row, record),
        record=statement,
        contexts=tuple(context_of(record.text, span) for span in statement.content),
        codings=history,
    )


def _event(row: Row, record: DocumentRecord, history: Codings) -> FoundEvent:
    event = record.events[row.position]
    return FoundEvent(
        item=incident_item(row, record),
        record=event,
        contexts=(context_of(record.text, event.trigger),),
        codings=history,
    )


def _document(row: Row, record: DocumentRecord, history: Codings) -> FoundDocument:
    return FoundDocument(
        item=document_item(row, record),
        record=record,
        statements=statement_ids(row.document_id, record),
        events=event_ids(row.document_id, record),
        codings=history,
    )


Build = Callable[[Row, DocumentRecord, Codings], Found]
_KINDS: dict[str, tuple[Callable[[], sa.Select[Any]], sa.Column[str], Build]] = {
    STATEMENT: (lambda: rows_of(statements), statements.c.id, _statement),
    EVENT: (lambda: rows_of(events), events.c.id, _event),
    DOCUMENT: (document_rows, documents.c.id, _document),
}


def _whole_id(connection: sa.Connection, key: str, known_by: datetime | None) -> str:
    """The one id of something held that is `key` or begins with it."""
    if not key:
        raise NoSuchId("no id was given", hint=_LISTS)
    found = sorted({row.id for row in connection.execute(_candidates(key, known_by))})
    if key in found:
        return key
    if len(found) == 1:
        return str(found[0])
    if found:
        named = ", ".join(found[:_SHOWN]) + (", …" if len(found) > _SHOWN else "")
        raise NoSuchId(f'"{key}" may be any of: {named}', hint="Give more of the id.")
    raise _nothing(connection, key, known_by)


def _candidates(key: str, known_by: datetime | None) -> sa.Select[Any]:
    queries = [
        rows().with_only_columns(column.label("id")).where(starts_with(column, key), held(known_by))
        for rows, column, _ in _KINDS.values()
    ]
    given = document_rows().with_only_columns(documents.c.id).where(documents.c.given_id == key)
    found = sa.union(*queries, given.where(held(known_by))).subquery()
    return sa.select(found.c.id).order_by(found.c.id).limit(_SHOWN + 1)


_LISTS = "`hudna statements`, `hudna incidents` and `hudna documents` list the ids."


def _nothing(connection: sa.Connection, key: str, known_by: datetime | None) -> NoSuchId:
    """Says when there was something with the id, where it is gone."""
    for rows, column, _ in (_KINDS[STATEMENT], _KINDS[EVENT]):
        query = rows().with_only_columns(sa.func.max(codings.c.known_from)).where(starts_with(column, key))
        earlier = connection.scalar(query)
        if earlier is not None and known_by is None:
            return NoSuchId(
                f'nothing in the ledger has the id "{key}" now; an earlier coding held it',
                hint=f"Ask for what was known then: --known-by {earlier.isoformat()}",
            )
    return NoSuchId(f'nothing in the ledger has the id "{key}"', hint=_LISTS)


def _codings(connection: sa.Connection, document_id: str) -> Codings:
    mine = codings.c.document_id == document_id
    rows = connection.execute(sa.select(codings).where(mine).order_by(codings.c.number))
    return tuple(
        CodingItem(
            coder=row.coder,
            packs=msgspec.json.decode(row.packs, type=dict[str, str]),
            known_from=row.known_from,
            known_until=row.known_until,
        )
        for row in rows
    )
