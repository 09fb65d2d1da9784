"""The ledger itself: opens a store, records dossiers, gives back what was recorded."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import sqlalchemy as sa
from msgspec.structs import replace

from hudna.errors import LedgerDamaged, LedgerError, LedgerMissing, LedgerNewer, ReadOnly
from hudna.ledger import migrate
from hudna.ledger.changes import all_new, changes
from hudna.ledger.faults import told_as_ours
from hudna.ledger.identity import event_ids, statement_ids
from hudna.ledger.receipt import Changes, Receipt, State
from hudna.ledger.schema import codings, documents, events, names, readings, statements, tellings
from hudna.ledger.search import event_words, name_rows, statement_words
from hudna.ledger.stores import Store, engine_of, store_at, take_turn, writing
from hudna.ledger.wire import (
    Reading,
    check_storable,
    notices_line,
    notices_of,
    packs_line,
    problems_of_rows,
    reading_of,
    whole_record,
)
from hudna.model.article import Article
from hudna.model.resolved import Dossier
from hudna.record import DocumentRecord, render
from hudna.text import fold

_PAGE = 200
_MIGRATION = "migration"
_TICK = timedelta(microseconds=1)
_RESTORE = "Restore it from a backup, or make a new one with `hudna init`."


class Ledger:
    """A record of documents and their codings, in a SQLite file or a PostgreSQL database."""

    def __init__(self, store: Store, engine: sa.Engine, *, backup: Path | None = None) -> None:
        self._store = store
        self._engine = engine
        self._writer = writing(engine)
        self.backup = backup
        """The copy that was made because opening the ledger brought it to a newer form."""

    # -- making, opening, closing

    @classmethod
    def create(cls, where: str | Path) -> Self:
        """A new, empty ledger. Nothing is left behind where it can't be made."""
        store = store_at(where)
        if store.path is None:
            _create_tables(store)
        else:
            _create_file(store.path)
        return cls(store, engine_of(store))

    @classmethod
    def open(cls, where: str | Path) -> Self:
        """The ledger at a path or URL. An older form is brought up to date, its file backed up first."""
        store = store_at(where)
        if store.path is not None:
            _check_file(store.path)
        engine = engine_of(store)
        try:
            with told_as_ours(store.name):
                return cls(store, engine, backup=_brought_up(store, engine))
        except BaseException:
            engine.dispose()
            raise

    def close(self) -> None:
        """Gives back the file or the connections."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def name(self) -> str:
        """The file, or the address without password."""
        return self._store.name

    # -- writing

    def record(self, dossier: Dossier, at: datetime) -> Receipt:
        """What became of the dossier: one transaction, so that all of it is held or nothing.

        `at` is the moment from which it is known. Where the clock has gone back behind the coding that is
        held, the new one counts from just after it, so that the moments of a document only go forward.
        """
        check_storable(dossier.article)
        with self._writing() as connection:
            take_turn(connection, dossier.article.id)
            return _record(connection, dossier, at)

    # -- reading

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A connection that sees one state of the ledger from begin to end."""
        with told_as_ours(self.name), self._engine.connect() as connection:
            yield connection

    def articles(self) -> Iterator[Article]:
        """All documents as they came in, in order of id.

        Memory stays flat, and the ledger may be written meanwhile.
        """
        after = ""
        while True:
            with self.reading() as connection:
                rows = connection.execute(_ARTICLES.where(documents.c.id > after).limit(_PAGE)).all()
            if not rows:
                return
            yield from (_article(row) for row in rows)
            after = rows[-1].id

    def last_change(self) -> datetime | None:
        """The moment of the latest coding; `None` for an empty ledger."""
        with self.reading() as connection:
            latest: datetime | None = connection.scalar(sa.select(sa.func.max(codings.c.known_from)))
            return latest

    @contextmanager
    def _writing(self) -> Iterator[sa.Connection]:
        with told_as_ours(self.name), self._writer.begin() as connection:
            yield connection


# -- making and opening


def _create_tables(store: Store) -> None:
    engine = engine_of(store)
    try:
        with told_as_ours(store.name), writing(engine).begin() as connection:
            take_turn(connection, _MIGRATION)
            if migrate.form_of(connection) is not None:
                raise _already(store.name)
            migrate.upgrade(connection)
    finally:
        engine.dispose()


def _create_file(path: Path) -> None:
    if path.exists():
        raise _already(str(path))
    if not path.parent.is_dir():
        raise LedgerMissing("there is no such directory", hint="Make it first.", file=path.parent)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    store = dataclasses.replace(store_at(part), name=str(path))
    try:
        _create_tables(store)
        _switch_to_wal(store)
        part.replace(path)
    except PermissionError as fault:
        raise ReadOnly("no ledger can be made here", hint="Check the permissions.", file=path) from fault
    finally:
        for leftover in (part, *(part.with_name(part.name + end) for end in ("-wal", "-shm", "-journal"))):
            leftover.unlink(missing_ok=True)


def _switch_to_wal(store: Store) -> None:
    engine = engine_of(store)
    try:
        with told_as_ours(store.name):
            connection = engine.raw_connection()
            connection.cursor().execute("PRAGMA journal_mode = WAL")
            connection.close()
    finally:
        engine.dispose()


def _already(name: str) -> LedgerError:
    return LedgerError("there is a ledger here already", hint="Use it, or choose another place.", file=name)


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise LedgerDamaged("this is a directory, not a ledger", hint="Give the file in it.", file=path)
    if not path.exists():
        raise LedgerMissing("there is no ledger here", hint="Make one with `hudna init`.", file=path)


def _brought_up(store: Store, engine: sa.Engine) -> Path | None:
    """The backup that was made, where the ledger had to be brought to the present form."""
    with engine.connect() as connection:
        form = _known_form(store, connection)
    if form == migrate.PRESENT:
        return None
    with writing(engine).begin() as connection:
        take_turn(connection, _MIGRATION)
        form = _known_form(store, connection)  # Somebody else may have been faster.
        if form == migrate.PRESENT:
            return None
        # We hold the lock: nothing changes between the copy and the first step.
        backup = None if store.path is None else migrate.back_up(store.path, form)
        migrate.upgrade(connection)
        return backup


def _known_form(store: Store, connection: sa.Connection) -> str:
    form = migrate.form_of(connection)
    if form is None and store.path is None:
        hint = "Make one with `hudna init`."
        raise LedgerMissing("there is no ledger in this database", hint=hint, file=store.name)
    if form is None:
        raise LedgerDamaged("this file is no ledger", hint=_RESTORE, file=store.name)
    if form not in migrate.REVISIONS:
        raise LedgerNewer(
            f"the ledger was written by a newer Hudna (form {form}; the last known is {migrate.PRESENT})",
            hint="Install the newer version of Hudna.",
            file=store.name,
        )
    return form


# -- recording


def _record(connection: sa.Connection, dossier: Dossier, at: datetime) -> Receipt:
    known = connection.execute(sa.select(documents).where(documents.c.id == dossier.article.id)).first()
    if known is None:
        connection.execute(sa.insert(documents), _document_row(dossier.article, at))
    else:
        dossier = _as_received(dossier, known)
    record = render(dossier)
    held = connection.execute(_HELD.where(codings.c.document_id == dossier.article.id)).first()
    reading, packs = reading_of(record), packs_line(record)
    if held is None:
        state: State = "added"
        differ = all_new(dossier.article.id, record)
    elif (held.digest, held.coder, held.packs) == (reading.digest, dossier.coder, packs):
        return _receipt(dossier.article, record, "unchanged", Changes())
    else:
        state = "recoded"
        differ = changes(dossier.article.id, _record_of(held), record)
    _keep_reading(connection, dossier.article, record, reading)
    _open_coding(
        connection,
        held,
        at,
        document_id=dossier.article.id,
        digest=reading.digest,
        packs=packs,
        coder=dossier.coder,
    )
    return _receipt(dossier.article, record, state, differ)


def _as_received(dossier: Dossier, known: sa.Row[Any]) -> Dossier:
    """The dossier about the document as it first came in.

    The id that a feed gives and what was odd about the bytes are no part of a document's identity; were the
    last comer's to count, adding one text from two feeds would code it again each time.
    """
    article = replace(dossier.article, given_id=known.given_id, notices=notices_of(known.notices))
    return replace(dossier, article=article)


def _open_coding(connection: sa.Connection, held: sa.Row[Any] | None, at: datetime, **coding: str) -> None:
    if held is not None:
        at = max(at, held.known_from + _TICK)
        close = sa.update(codings).where(codings.c.document_id == held.document_id, codings.c.number == held.number)
        connection.execute(close.values(known_until=at))
    number = 1 if held is None else held.number + 1
    connection.execute(sa.insert(codings), {**coding, "number": number, "known_from": at})


def _keep_reading(connection: sa.Connection, article: Article, record: DocumentRecord, reading: Reading) -> None:
    """Writes the reading and its rows, unless an earlier coder came to the same."""
    key = {"document_id": article.id, "digest": reading.digest}
    there = sa.select(readings.c.digest).where(*(readings.c[name] == value for name, value in key.items()))
    if connection.scalar(there) is not None:
        return
    row = {**key, "lang": record.lang, "outlet": record.outlet, "record": reading.line}
    connection.execute(sa.insert(readings), row)
    for table, rows in (
        (statements, _statement_rows(article, record)),
        (events, _event_rows(article, record)),
        (tellings, _telling_rows(record)),
        (names, name_rows(article.id, reading.digest, article.text, record)),
    ):
        if rows:
            connection.execute(sa.insert(table), [{**key, **row} for row in rows])


def _document_row(article: Article, at: datetime) -> dict[str, Any]:
    return {
        "id": article.id,
        "given_id": article.given_id,
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published,
        "text": article.text,
        "notices": notices_line(article.notices),
        "added_at": at,
        "folded": fold(article.text).text,
    }


def _statement_rows(article: Article, record: DocumentRecord) -> list[dict[str, Any]]:
    return [
        {
            "position": position,
            "id": key,
            "act": statement.act,
            "kind": statement.kind,
            "speaker": statement.speaker,
            "affiliation": statement.affiliation,
            "actor": statement.actor,
            "said_on": statement.said_on,
            "folded": statement_words(article.text, statement),
        }
        for position, (key, statement) in enumerate(
            zip(statement_ids(article.id, record), record.statements, strict=True)
        )
    ]


def _event_rows(article: Article, record: DocumentRecord) -> list[dict[str, Any]]:
    return [
        {
            "position": position,
            "id": key,
            "type": event.type,
            "status": event.status,
            "start": event.start,
            "end": event.end,
            "place_id": event.where.place if event.where else None,
            "killed": event.killed,
            "injured": event.injured,
            "folded": event_words(article.text, event),
        }
        for position, (key, event) in enumerate(zip(event_ids(article.id, record), record.events, strict=True))
    ]


def _telling_rows(record: DocumentRecord) -> list[dict[str, Any]]:
    return [
        {"event": position, "statement": index}
        for position, event in enumerate(record.events)
        if event.told_by != "outlet"
        for index in sorted(set(event.told_by))
    ]


def _receipt(article: Article, record: DocumentRecord, state: State, differ: Changes) -> Receipt:
    return Receipt(
        document=article.id,
        given_id=article.given_id,
        state=state,
        statements=len(record.statements),
        events=len(record.events),
        problems=problems_of_rows(record.problems),
        changes=differ,
    )


# -- reading back

_OF_READING = (readings.c.document_id == codings.c.document_id) & (readings.c.digest == codings.c.digest)
_CODED = sa.select(codings, readings.c.record, documents.c.text).select_from(
    codings.join(readings, _OF_READING).join(documents, documents.c.id == codings.c.document_id)
)
_HELD = _CODED.where(codings.c.known_until.is_(None))
_ARTICLES = (
    sa.select(documents, readings.c.lang)
    .select_from(documents.join(codings, documents.c.id == codings.c.document_id).join(readings, _OF_READING))
    .where(codings.c.known_until.is_(None))
    .order_by(documents.c.id)
)


def coded(connection: sa.Connection, keys: Sequence[tuple[str, int]]) -> Mapping[tuple[str, int], DocumentRecord]:
    """The whole record of each coding (document id and number), read in a few queries."""
    found: dict[tuple[str, int], DocumentRecord] = {}
    unique = sorted(set(keys))
    for first in range(0, len(unique), _PAGE):
        page = unique[first : first + _PAGE]
        which = sa.tuple_(codings.c.document_id, codings.c.number).in_(page)
        for row in connection.execute(_CODED.where(which)):
            found[(row.document_id, row.number)] = _record_of(row)
    return found


def _record_of(row: sa.Row[Any]) -> DocumentRecord:
    return whole_record(row.record, text=row.text, coder=row.coder, packs=row.packs)


def _article(row: sa.Row[Any]) -> Article:
    return Article(
        text=row.text,
        lang=row.lang,
        outlet=row.outlet,
        url=row.url,
        published=row.published,
        given_id=row.given_id,
        notices=notices_of(row.notices),
    )
