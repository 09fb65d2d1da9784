"""What an item is found by: folded words, and the folded names of its speakers and places.

All of this is made from the records and can be made again at any time (`refold`), so a better folding needs a
migration of one line and no new coding.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal

import sqlalchemy as sa

from hudna.ledger.context import sentence_around
from hudna.ledger.schema import documents, events, names, readings, statements
from hudna.model.spans import Span
from hudna.record import DocumentRecord, EventRecord, SpanPair, StatementRecord, decode
from hudna.text import fold

Item = Literal["statement", "event", "document"]
Field = Literal["speaker", "place"]

LONGEST_NAME = 200
"""Names are indexed, and an index of PostgreSQL takes no row above 2.7 kB."""
_BATCH = 200


def statement_words(text: str, statement: StatementRecord) -> str:
    """The folded content of a statement."""
    return fold(" ".join(text[start:end] for start, end in statement.content)).text


def event_words(text: str, event: EventRecord) -> str:
    """The folded sentence that an event is told in."""
    return fold(sentence_around(text, Span(*event.trigger)).of(text)).text


def name_rows(document_id: str, digest: str, text: str, record: DocumentRecord) -> list[dict[str, Any]]:
    """Rows of `names` for all items of a record, each name once an item and field."""
    found = {
        (item, position, field, key)
        for item, position, field, name in _names(text, record)
        if name is not None and (key := fold(name).text[:LONGEST_NAME].strip())
    }
    return [
        {
            "document_id": document_id,
            "digest": digest,
            "item": item,
            "position": position,
            "field": field,
            "name": name,
        }
        for item, position, field, name in sorted(found)
    ]


def _names(text: str, record: DocumentRecord) -> Iterator[tuple[Item, int, Field, str | None]]:
    for position, statement in enumerate(record.statements):
        for name in _speaker(statement):
            yield "statement", position, "speaker", name
        for name in _places_in(text, record, statement.content):
            yield "statement", position, "place", name
    for position, event in enumerate(record.events):
        for name in _tellers(record, event):
            yield "event", position, "speaker", name
        for name in _event_places(text, record, event):
            yield "event", position, "place", name
    for name in _places_in(text, record, [(0, len(text))]):
        yield "document", 0, "place", name


def _speaker(statement: StatementRecord) -> tuple[str | None, ...]:
    return (statement.speaker, statement.post, statement.actor, statement.affiliation, *statement.sides)


def _tellers(record: DocumentRecord, event: EventRecord) -> Iterator[str | None]:
    if event.told_by != "outlet":
        for index in event.told_by:
            yield from _speaker(record.statements[index])


def _event_places(text: str, record: DocumentRecord, event: EventRecord) -> Iterator[str]:
    if event.place is not None:
        yield text[slice(*event.place)]
        yield from _places_in(text, record, [event.place])
    if event.where is not None:
        yield event.where.place


def _places_in(text: str, record: DocumentRecord, spans: Sequence[SpanPair]) -> Iterator[str]:
    """As written, by name and by id: the places that share letters with the spans."""
    for place in record.places:
        if any(Span(*place.span).overlaps(Span(*span)) for span in spans):
            yield text[slice(*place.span)]
            yield place.name
            yield place.id


def refold(connection: sa.Connection) -> None:
    """Makes all that items are found by anew, from documents and records."""
    connection.execute(sa.delete(names))
    for rows in _pages(connection, sa.select(documents.c.id, documents.c.text), (documents.c.id,)):
        _fill(connection, documents, "id", rows=[{"k_id": row.id, "words": fold(row.text).text} for row in rows])
    query = sa.select(readings, documents.c.text).join(documents)
    for rows in _pages(connection, query, (readings.c.document_id, readings.c.digest)):
        for row in rows:
            _refold_reading(connection, row)


def _refold_reading(connection: sa.Connection, row: sa.Row[Any]) -> None:
    record = decode(row.record)
    key = {"k_document_id": row.document_id, "k_digest": row.digest}
    told = [statement_words(row.text, s) for s in record.statements]
    _fill(connection, statements, *_KEY, rows=_keyed(key, told))
    told = [event_words(row.text, e) for e in record.events]
    _fill(connection, events, *_KEY, rows=_keyed(key, told))
    if found := name_rows(row.document_id, row.digest, row.text, record):
        connection.execute(sa.insert(names), found)


_KEY = ("document_id", "digest", "position")


def _keyed(key: dict[str, Any], words: Iterable[str]) -> list[dict[str, Any]]:
    return [{**key, "k_position": position, "words": text} for position, text in enumerate(words)]


def _fill(connection: sa.Connection, table: sa.Table, *key: str, rows: list[dict[str, Any]]) -> None:
    if rows:
        where = [table.c[name] == sa.bindparam(f"k_{name}") for name in key]
        connection.execute(sa.update(table).where(*where).values(folded=sa.bindparam("words")), rows)


def _pages(
    connection: sa.Connection, query: sa.Select[Any], key: tuple[sa.Column[Any], ...]
) -> Iterator[Sequence[sa.Row[Any]]]:
    """The rows of a query in order of `key`, a page at a time: flat memory, and no cursor left open."""
    after: tuple[Any, ...] | None = None
    while True:
        page = query.order_by(*key).limit(_BATCH)
        if after is not None:
            page = page.where(sa.tuple_(*key) > sa.tuple_(*(sa.literal(value) for value in after)))
        rows = connection.execute(page).all()
        if not rows:
            return
        yield rows
        after = tuple(rows[-1]._mapping[column] for column in key)
