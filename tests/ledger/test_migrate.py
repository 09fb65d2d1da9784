"""Older forms are brought up to date, newer ones are left alone, and files are backed up first."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from hudna.errors import DiskFull, LedgerNewer
from hudna.ledger import Ledger, migrate
from hudna.ledger.schema import metadata
from hudna.ledger.stores import engine_of, store_at, writing
from tests.ledger.sahl import NOON, denial, later, three
from tests.ledger.stores import contents

FIRST = migrate.REVISIONS[0]


def test_steps_are_those_that_are_named() -> None:
    """The list of forms is the chain of migrations, in order."""
    config = Config()
    config.set_main_option("script_location", "hudna.ledger:migrations")
    config.set_main_option("path_separator", "os")
    steps = ScriptDirectory.from_config(config).walk_revisions()

    assert tuple(step.revision for step in steps)[::-1] == migrate.REVISIONS


def test_migrations_lead_to_the_tables_of_the_schema(where: str) -> None:
    """A new ledger has exactly the tables, columns and indexes that the code asks."""
    with Ledger.create(where) as ledger, ledger.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        assert compare_metadata(context, metadata) == []


def test_older_form_comes_up_to_date_with_its_contents(where: str, tmp_path: Path) -> None:
    """After the upgrade each table holds what a ledger of today holds, search included."""
    _older(where, tmp_path)

    with Ledger.open(where) as ledger, Ledger.open(tmp_path / "today.db") as today:
        assert contents(ledger) == contents(today)
        assert contents(ledger)["names"]
        assert ledger.record(denial(), later(5)).state == "recoded"


def test_file_is_backed_up_before_it_is_changed(tmp_path: Path) -> None:
    """The copy beside the file is the ledger in its older form, and a second copy overwrites no first."""
    path = tmp_path / "ledger.db"
    (tmp_path / f"ledger.form-{FIRST}.db").write_bytes(b"an earlier copy")
    _older(str(path), tmp_path)
    with Ledger.open(path) as ledger:
        copy = ledger.backup

    assert copy == tmp_path / f"ledger.form-{FIRST}-2.db"
    assert _form(copy) == FIRST
    assert _form(path) == migrate.PRESENT
    assert (tmp_path / f"ledger.form-{FIRST}.db").read_bytes() == b"an earlier copy"
    with Ledger.open(path) as ledger:
        assert ledger.backup is None


def test_failed_step_leaves_the_older_form(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk fills up in the middle, the file is as it was, and the next try succeeds."""
    path = tmp_path / "ledger.db"
    _older(str(path), tmp_path)
    before = _dump(path)
    with monkeypatch.context() as patch:
        patch.setattr("hudna.ledger.search.name_rows", _full_disk)
        with pytest.raises(DiskFull):
            Ledger.open(path)
    assert _dump(path) == before

    with Ledger.open(path) as ledger, Ledger.open(tmp_path / "today.db") as today:
        assert contents(ledger) == contents(today)


def test_newer_form_is_left_alone(where: str) -> None:
    """A ledger of a newer Hudna is not opened, and the error says which form it has."""
    Ledger.create(where).close()
    engine = engine_of(store_at(where))
    with engine.begin() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()

    with pytest.raises(LedgerNewer, match="9999"):
        Ledger.open(where)


def _older(where: str, tmp_path: Path) -> None:
    """Makes a ledger in the first form, holding what `today.db` holds in the present one."""
    with Ledger.create(tmp_path / "today.db") as today:
        for each in three():
            today.record(each, NOON)
        today.record(denial(act="refuse", coder="2.0"), later(1))
        rows = contents(today)
    engine = engine_of(store_at(where))
    _create_empty(where)
    with writing(engine).begin() as connection:
        migrate.upgrade(connection, FIRST)
        for table in metadata.sorted_tables:
            _copy_rows(connection, table, rows[table.name])
    engine.dispose()


def _create_empty(where: str) -> None:
    if "://" not in where:
        Path(where).touch()


def _copy_rows(connection: sa.Connection, table: sa.Table, rows: list[tuple[object, ...]]) -> None:
    """Inserts the rows with those columns that the form of the ledger has."""
    inspector = sa.inspect(connection)
    if not inspector.has_table(table.name) or not rows:
        return
    there = {column["name"] for column in inspector.get_columns(table.name)}
    columns = [column for column in table.columns if column.name in there]
    older = sa.Table(table.name, sa.MetaData(), *(sa.Column(c.name, c.type) for c in columns))
    named = [dict(zip(table.columns.keys(), row, strict=True)) for row in rows]
    connection.execute(sa.insert(older), [{c.name: row[c.name] for c in columns} for row in named])


def _full_disk(*_: object) -> list[object]:
    raise DiskFull("no room left")


def _form(path: Path) -> str:
    connection = sqlite3.connect(path)
    try:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])
    finally:
        connection.close()


def _dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
