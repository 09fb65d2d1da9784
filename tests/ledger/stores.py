"""The stores that the contract is tested on: a SQLite file, and a real PostgreSQL."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from hudna.ledger import Ledger
from hudna.ledger.schema import metadata
from hudna.ledger.stores import engine_of, store_at

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL server that lives as long as the tests."""
    with pytest.MonkeyPatch.context() as patch:
        # pgserver asks for it when it is imported, and warns where it is not set.
        runtime = tempfile.mkdtemp(prefix="hudna-pg-")
        patch.setenv("XDG_RUNTIME_DIR", runtime)
        pgserver = pytest.importorskip("pgserver", reason="no pgserver wheel: PostgreSQL is not tested here")
        server = pgserver.get_server(str(Path(runtime) / "data"))
        try:
            yield str(server.get_uri())
        finally:
            server.cleanup()
            shutil.rmtree(runtime, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a place for a ledger that isn't made yet, on each store in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "ledger.db")
    return new_schema(request.getfixturevalue("postgres"))


@pytest.fixture
def ledger(where: str) -> Iterator[Ledger]:
    """A new, empty ledger on each store in turn."""
    with Ledger.create(where) as made:
        yield made


def new_schema(server: str) -> str:
    """An address in which one empty schema of the server is all there is."""
    name = f"t{next(_NUMBERS)}"
    engine = engine_of(store_at(server))
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema(name))
    engine.dispose()
    joint = "&" if "?" in server else "?"
    return f"{server}{joint}options=-csearch_path%3D{name}"


def contents(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, sorted."""
    with ledger.reading() as connection:
        return {
            table.name: sorted((tuple(row) for row in connection.execute(sa.select(table))), key=repr)
            for table in metadata.sorted_tables
        }
