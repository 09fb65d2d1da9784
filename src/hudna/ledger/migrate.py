"""Brings a ledger to the present form. A file is backed up beside itself before anything in it is changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import sqlalchemy as sa

REVISIONS = ("0001", "0002")
"""All forms that a ledger has had, oldest first. Written here so that opening one need not load Alembic."""
PRESENT = REVISIONS[-1]

_VERSION = sa.table("alembic_version", sa.column("version_num"))


def form_of(connection: sa.Connection) -> str | None:
    """The revision of the ledger behind the connection; `None` where there is no ledger."""
    tables = set(sa.inspect(connection).get_table_names())
    if not {"alembic_version", "documents", "codings"} <= tables:
        return None
    return connection.scalar(sa.select(_VERSION.c.version_num))


def upgrade(connection: sa.Connection, to: str = PRESENT) -> None:
    """Takes the steps up to `to`, inside the transaction of `connection`: all of them or none."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "hudna.ledger:migrations")
    config.set_main_option("path_separator", "os")
    command.upgrade(config, to)


def back_up(path: Path, form: str) -> Path:
    """A copy of the file as it was in `form`, whole or not there, beside the file. Nothing is overwritten."""
    copy = _free_name(path, form)
    part = copy.with_name(f"{copy.name}.part")
    try:
        _copy(path, part)
        part.replace(copy)
    finally:
        part.unlink(missing_ok=True)
    return copy


def _copy(path: Path, to: Path) -> None:
    source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    target = sqlite3.connect(to)
    try:
        source.backup(target)
    finally:
        target.close()
        source.close()


def _free_name(path: Path, form: str) -> Path:
    stem = f"{path.stem}.form-{form}"
    copy, number = path.with_name(f"{stem}{path.suffix}"), 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{stem}-{number}{path.suffix}")
    return copy
