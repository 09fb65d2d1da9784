"""The tables that a bulk job writes: what their columns are, and Arrow tables made of coded documents.

This is the contract `hudna.bulk/1`; docs/bulk.md describes it, and a test holds the two equal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from hudna.bulk.columns import Column, Rows, field_columns, values
from hudna.errors import HudnaError
from hudna.ledger.identity import event_ids, statement_ids
from hudna.record import (
    ClaimRecord,
    CountRecord,
    DocumentRecord,
    EventRecord,
    PlaceRecord,
    ProblemRecord,
    StatementRecord,
    TimeRecord,
)
from hudna.sources.extras import needed

SCHEMA = "hudna.bulk/1"

FOUND: dict[str, type[msgspec.Struct]] = {
    "statements": StatementRecord,
    "events": EventRecord,
    "places": PlaceRecord,
    "times": TimeRecord,
    "claims": ClaimRecord,
    "counts": CountRecord,
    "problems": ProblemRecord,
}
"""Tables with a row for each thing found, and the part of the record that it is."""

DOCUMENTS = "documents"
ERRORS = "errors"
TABLES = (DOCUMENTS, *FOUND, ERRORS)

WHAT = "writing Parquet"
_BATCH = 200
_IDS = {"statements": "statement_id", "events": "event_id"}
_REASONS = frozenset({"why"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A row of `documents`."""

    doc: int
    doc_id: str
    given_id: str | None
    input: str
    row: int
    record: DocumentRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRow:
    """A row of `errors`."""

    input: str
    row: int | None
    error: HudnaError


@cache
def columns(table: str, *, why: bool) -> tuple[Column, ...]:
    """The columns of a table; those with the reasons of each field only where they are asked for."""
    if table == DOCUMENTS:
        return _DOCUMENT_COLUMNS
    if table == ERRORS:
        return _ERROR_COLUMNS
    own = field_columns(FOUND[table], without=frozenset() if why else _REASONS)
    ids = (Column(_IDS[table], "string", lambda rows: rows.ids),) if table in _IDS else ()
    return (
        Column("doc", "int64", lambda rows: rows.docs),
        Column("doc_id", "string", lambda rows: rows.doc_ids),
        Column("n", "int32", lambda rows: rows.numbers),
        *ids,
        *own,
    )


def _column(name: str, kind: str, *path: str) -> Column:
    return Column(name, kind, lambda rows: values(rows.items, path or (name,)))


_DOCUMENT_COLUMNS = (
    _column("doc", "int64"),
    _column("doc_id", "string"),
    _column("given_id", "string"),
    _column("input", "string"),
    _column("row", "int64"),
    _column("lang", "string", "record", "lang"),
    _column("outlet", "string", "record", "outlet"),
    _column("url", "string", "record", "url"),
    _column("published", "date", "record", "published"),
    _column("text", "string", "record", "text"),
)
_ERROR_COLUMNS = (
    _column("input", "string"),
    _column("row", "int64"),
    _column("code", "string", "error", "code"),
    Column("error", "string", lambda rows: [type(item.error).__name__ for item in rows.items]),
    _column("message", "string", "error", "message"),
    _column("hint", "string", "error", "hint"),
)


class Gathering:
    """Coded documents, gathered into Arrow tables; few are held as objects at a time."""

    def __init__(self, *, why: bool) -> None:
        self._why = why
        self._arrow = needed("pyarrow", extra="bulk", what=WHAT)
        self._rows = {table: Rows() for table in TABLES}
        self._batches: dict[str, list[Any]] = {table: [] for table in TABLES}
        self.counts = dict.fromkeys(TABLES, 0)

    def add(self, document: DocumentRow) -> None:
        """Take a coded document."""
        self._rows[DOCUMENTS].items.append(document)
        for table, items in _found(document.record):
            if items:
                self._extend(table, items, document)
        if len(self._rows[DOCUMENTS].items) >= _BATCH:
            self._flush()

    def reject(self, error: ErrorRow) -> None:
        """Take a document that could not be coded."""
        self._rows[ERRORS].items.append(error)

    def tables(self, notes: Mapping[str, str]) -> Iterator[tuple[str, Any]]:
        """Each table by name, with notes in its schema; there is one for each, empty or not."""
        self._flush()
        for table in TABLES:
            schema = arrow_schema(table, why=self._why)
            joined = self._arrow.Table.from_batches(self._batches.pop(table), schema=schema).combine_chunks()
            yield table, joined.replace_schema_metadata({**notes, "hudna.table": table})

    def _extend(self, table: str, items: Sequence[Any], document: DocumentRow) -> None:
        rows, size = self._rows[table], len(items)
        rows.items.extend(items)
        rows.docs.extend([document.doc] * size)
        rows.doc_ids.extend([document.doc_id] * size)
        rows.texts.extend([document.record.text] * size)
        rows.numbers.extend(range(size))
        if table == "statements":
            rows.ids.extend(statement_ids(document.doc_id, document.record))
        elif table == "events":
            rows.ids.extend(event_ids(document.doc_id, document.record))

    def _flush(self) -> None:
        """Turn the rows at hand into Arrow batches."""
        for table, rows in self._rows.items():
            if rows.items:
                self.counts[table] += len(rows.items)
                self._batches[table].append(self._batch(table, rows))
                self._rows[table] = Rows()

    def _batch(self, table: str, rows: Rows) -> Any:
        schema = arrow_schema(table, why=self._why)
        filled = zip(columns(table, why=self._why), schema.types, strict=True)
        arrays = [self._arrow.array(column.cells(rows), kind) for column, kind in filled]
        return self._arrow.RecordBatch.from_arrays(arrays, schema=schema)


def _found(record: DocumentRecord) -> Iterator[tuple[str, Sequence[Any]]]:
    for table in FOUND:
        yield table, getattr(record, table)


@cache
def arrow_schema(table: str, *, why: bool) -> Any:
    """The Arrow schema of a table."""
    arrow = needed("pyarrow", extra="bulk", what=WHAT)
    return arrow.schema([(column.name, _arrow_type(arrow, column.type)) for column in columns(table, why=why)])


def _arrow_type(arrow: Any, name: str) -> Any:
    """The Arrow type that a column's type stands for."""
    plain = {
        "string": arrow.string(),
        "json": arrow.string(),
        "int32": arrow.int32(),
        "int64": arrow.int64(),
        "double": arrow.float64(),
        "bool": arrow.bool_(),
        "date": arrow.date32(),
        "span": arrow.struct([("start", arrow.int32()), ("stop", arrow.int32())]),
        "named number": arrow.struct([("name", arrow.string()), ("number", arrow.int64())]),
    }
    if name.startswith("list<"):
        return arrow.list_(_arrow_type(arrow, name[5:-1]))
    if name.startswith("map<string, "):
        return arrow.map_(arrow.string(), _arrow_type(arrow, name[12:-1]))
    return plain[name]


def notes(packs: Mapping[str, str], *, coder: str) -> dict[str, str]:
    """What each file's schema says of how it was made: nothing that differs from run to run."""
    return {
        "hudna.schema": SCHEMA,
        "hudna.coder": coder,
        "hudna.packs": json.dumps(dict(packs), sort_keys=True),
    }
