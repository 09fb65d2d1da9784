"""The two stores: a SQLite file, or a PostgreSQL database by URL."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

from hudna.errors import LedgerError, MissingExtra

BUSY_SECONDS = 10
"""How long a writer waits for another before it gives up."""

_WRITES = "hudna_writes"


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Where a ledger is kept. `path` for SQLite; for PostgreSQL `url`."""

    url: sa.URL
    path: Path | None
    name: str
    """The file, or the address without its password, for messages."""


def store_at(where: str | Path) -> Store:
    """The store that a path or URL names."""
    if isinstance(where, Path) or "://" not in where:
        return _file(Path(where))
    try:
        url = sa.make_url(where)
    except sa.exc.ArgumentError as fault:
        raise LedgerError(f'"{where}" is no address of a ledger', hint=_ACCEPTED) from fault
    if url.get_backend_name() == "sqlite" and url.database:
        return _file(Path(url.database))
    if url.get_backend_name() in ("postgresql", "postgres"):
        shown = url.render_as_string(hide_password=True)
        return Store(url=url.set(drivername="postgresql+psycopg"), path=None, name=shown)
    raise LedgerError(f'a ledger can\'t be kept in "{url.get_backend_name()}"', hint=_ACCEPTED)


_ACCEPTED = "Give the path of a file, or postgresql://user@host/database."


def _file(path: Path) -> Store:
    return Store(url=sa.URL.create("sqlite", database=str(path)), path=path, name=str(path))


def engine_of(store: Store) -> sa.Engine:
    """An engine on the store. Nothing is opened before the first use."""
    return _postgres(store) if store.path is None else _sqlite(store.path)


def writing(engine: sa.Engine) -> sa.Engine:
    """The same engine for writers: they wait for each other, and then see what the other wrote."""
    if engine.dialect.name == "sqlite":
        return engine.execution_options(**{_WRITES: True})
    # Readers see one state throughout; a writer must see what was there when its turn came.
    return engine.execution_options(isolation_level="READ COMMITTED")


def take_turn(connection: sa.Connection, document_id: str) -> None:
    """Waits until nobody else writes the document. A SQLite file has one writer at a time anyway."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(sa.func.hashtextextended(document_id, 0))))


def _sqlite(path: Path) -> sa.Engine:
    uri = f"{path.absolute().as_uri()}?{_mode(path)}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        # With WAL this may lose the last documents when power fails, and nothing when we are killed.
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    sa.event.listen(engine, "begin", _begin)
    return engine


def _mode(path: Path) -> str:
    if not path.exists():
        return "mode=rwc"
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "mode=rw"
    if path.with_name(path.name + "-wal").exists():
        return "mode=ro"  # A writer died or is at work; its last documents stand in that file.
    # WAL needs to write beside the file even to read; on a read-only disk nobody changes it under us.
    return "immutable=1"


def _begin(connection: sa.Connection) -> None:
    # The driver's own BEGIN comes too late: readers would see two states, writers would deadlock.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgres(store: Store) -> sa.Engine:
    try:
        engine = sa.create_engine(store.url, isolation_level="REPEATABLE READ")
    except ModuleNotFoundError as fault:
        raise MissingExtra(
            "a ledger in PostgreSQL needs the driver psycopg",
            hint="Install the extra `postgres`: pip install 'hudna[postgres]'.",
            file=store.name,
        ) from fault
    sa.event.listen(engine, "connect", _set_up)
    return engine


def _set_up(connection: Any, _record: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = '{BUSY_SECONDS}s'")
    connection.commit()
