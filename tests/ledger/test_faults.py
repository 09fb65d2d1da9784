"""What a disk or server does to us comes as an error of ours, and nothing is half-written."""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from hudna.errors import (
    DiskFull,
    HudnaError,
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerMissing,
    MissingExtra,
    ReadOnly,
)
from hudna.ledger import Ledger, stores
from hudna.ledger.faults import told_as_ours
from hudna.ledger.stores import engine_of, store_at, writing
from tests.ledger.sahl import NOON, denial, dossier, shelling
from tests.ledger.stores import contents, new_schema


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger with one document."""
    path = tmp_path / "ledger.db"
    with Ledger.create(path) as ledger:
        ledger.record(denial(), NOON)
    return path


@contextmanager
def no_growth() -> Iterator[None]:
    """A disk on which no database can grow: SQLite counts its pages and says that the disk is full."""

    def limit(connection: Any, _record: object) -> None:
        if isinstance(connection, sqlite3.Connection):
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
            connection.execute(f"PRAGMA max_page_count = {max(1, pages)}")

    sa.event.listen(sa.Engine, "connect", limit)
    try:
        yield
    finally:
        sa.event.remove(sa.Engine, "connect", limit)


def test_full_disk_keeps_what_was_there(path: Path) -> None:
    """A document that finds no room is not held, not even in part."""
    with no_growth(), Ledger.open(path) as ledger:
        before = contents(ledger)
        with pytest.raises(DiskFull, match="no room left"):
            ledger.record(dossier("كلام طويل " * 5000), NOON)
        assert contents(ledger) == before


def test_disk_error_without_room_is_a_full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SQLite calls it an error of the disk where the file beside the ledger can't grow; we say what is the matter."""
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorcode = 10
    usage = shutil.disk_usage(path)

    with pytest.raises(LedgerError) as with_room, told_as_ours(str(path)):
        raise fault
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage._replace(free=4096))
    with pytest.raises(DiskFull), told_as_ours(str(path)):
        raise fault

    assert type(with_room.value) is LedgerError


def test_ledger_that_finds_no_room_is_not_made(tmp_path: Path) -> None:
    """A full disk leaves no half-made file behind."""
    with no_growth(), pytest.raises(DiskFull) as raised:
        Ledger.create(tmp_path / "new.db")

    assert raised.value.file == str(tmp_path / "new.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", [b"", b"not a database" * 100, b"SQLite format 3\0" + b"\xff" * 4000])
def test_file_that_is_no_ledger_is_told(tmp_path: Path, damage: bytes) -> None:
    """An empty, foreign or broken file is not taken for a ledger, and is left as it is."""
    path = tmp_path / "ledger.db"
    path.write_bytes(damage)

    with pytest.raises(LedgerDamaged, match=r"no ledger"):
        Ledger.open(path)
    assert path.read_bytes() == damage


def test_other_database_is_no_ledger(tmp_path: Path) -> None:
    """A SQLite file of another program is not taken for a ledger."""
    connection = sqlite3.connect(tmp_path / "other.db")
    connection.execute("CREATE TABLE documents (id)")
    connection.close()

    with pytest.raises(LedgerDamaged, match="no ledger"):
        Ledger.open(tmp_path / "other.db")


def test_broken_pages_are_told(path: Path) -> None:
    """A ledger whose middle was overwritten is damaged, not a crash."""
    whole = path.read_bytes()
    path.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))

    with pytest.raises(LedgerDamaged), Ledger.open(path) as ledger:
        contents(ledger)


def test_directory_is_no_ledger(tmp_path: Path) -> None:
    """A directory in place of the file is told as one."""
    with pytest.raises(LedgerDamaged, match="directory"):
        Ledger.open(tmp_path)


def test_ledger_in_no_directory_is_not_made(tmp_path: Path) -> None:
    """The directory must be there."""
    with pytest.raises(LedgerMissing, match="no such directory"):
        Ledger.create(tmp_path / "nowhere" / "ledger.db")


def test_busy_ledger_is_told(where: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A writer that waits in vain for another says so, and reading goes on meanwhile."""
    monkeypatch.setattr(stores, "BUSY_SECONDS", 0.1 if "://" not in where else 1)
    with Ledger.create(where) as ledger:
        ledger.record(denial(), NOON)
        other = engine_of(store_at(where))
        with writing(other).begin() as connection:
            stores.take_turn(connection, shelling().article.id)
            with pytest.raises(LedgerBusy, match="somebody else is writing"):
                ledger.record(shelling(), NOON)
            assert len(contents(ledger)["documents"]) == 1
        other.dispose()
        assert ledger.record(shelling(), NOON).state == "added"


def test_read_only_ledger_can_be_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a disk that may not be written, what is held can be asked, and adding is refused."""
    # Root may write anywhere, so the permission itself can't be taken away in a test.
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Ledger.open(path) as ledger:
        assert len(contents(ledger)["documents"]) == 1
        with pytest.raises(ReadOnly, match="can't be written to"):
            ledger.record(shelling(), NOON)


@pytest.mark.parametrize(("state", "kind"), [("53100", DiskFull), ("42501", ReadOnly), ("57P03", LedgerBusy)])
def test_what_a_server_complains_of_is_told(postgres: str, state: str, kind: type[HudnaError]) -> None:
    """A server that refuses to write says why by its state; nothing of the document is held."""
    where = new_schema(postgres)
    with Ledger.create(where) as ledger:
        engine = engine_of(store_at(where))
        with engine.begin() as connection:
            connection.exec_driver_sql(
                "CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                f"$$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = '{state}'; END $$"
            )
            connection.exec_driver_sql(
                "CREATE TRIGGER t BEFORE INSERT ON codings FOR EACH ROW EXECUTE FUNCTION refuse()"
            )
        engine.dispose()
        with pytest.raises(kind):
            ledger.record(denial(), NOON)
        assert not contents(ledger)["documents"]


def test_error_in_postgres_is_told(postgres: str) -> None:
    """A database that is not there, a server that is not there, and tables that are gone."""
    with pytest.raises(LedgerMissing):
        Ledger.open(postgres.replace("/postgres?", "/nowhere?"))
    with pytest.raises(LedgerMissing):
        Ledger.open("postgresql://nobody:secret@127.0.0.1:9/none")


def test_password_is_never_shown() -> None:
    """An address in a message has its password hidden."""
    with pytest.raises(HudnaError) as raised:
        Ledger.open("postgresql://nobody:secret@127.0.0.1:9/none")

    assert "secret" not in str(raised.value)
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_missing_driver_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the driver, the error says which extra brings it."""
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(MissingExtra) as raised:
        Ledger.open("postgresql://localhost/none")

    assert "hudna[postgres]" in (raised.value.hint or "")


@pytest.mark.parametrize("where", ["mysql://localhost/none", "://", "sqlite://"])
def test_other_addresses_are_refused(where: str) -> None:
    """Only a file or PostgreSQL keeps a ledger."""
    with pytest.raises(LedgerError) as raised:
        Ledger.open(where)

    assert "postgresql://" in (raised.value.hint or "")
