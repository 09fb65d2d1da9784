"""The tables of a ledger, as they are now. `docs/ledger-store.md` draws them; migrations lead up to them.

    documents ─┬─ readings ─┬─ statements
               │            ├─ events ── tellings (by which statement an event is told)
               │            └─ names
               └─ codings (which reading was held, made by what, from when until when)

A *reading* is what a text was coded to; a *coding* says which coder came to it and when we held it. Two
coders that agree share one reading. Nothing is overwritten or deleted: a coding is closed (`known_until`)
when the next one opens.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Dialect

# Collation C on PostgreSQL: both stores sort by code point, so lists come out in the same order.
Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


class Moment(sa.types.TypeDecorator[datetime]):
    """A moment in UTC, kept as ISO 8601 text with microseconds: text order is time order in both stores."""

    impl = Words
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """The text that is stored; a moment without time zone is refused."""
        return None if value is None else moment_text(value)

    def process_result_value(self, value: Any | None, dialect: Dialect) -> datetime | None:
        """The stored moment, in UTC."""
        return None if value is None else datetime.fromisoformat(value)


def moment_text(moment: datetime) -> str:
    """`2025-02-03T04:05:06.000007+00:00`, always of that length."""
    if moment.tzinfo is None:
        raise ValueError(f"the moment {moment} has no time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


metadata = sa.MetaData()

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("id", Words, primary_key=True),
    sa.Column("given_id", Words),
    sa.Column("outlet", Words),
    sa.Column("url", Words),
    sa.Column("published", sa.Date),
    sa.Column("text", Words, nullable=False),
    sa.Column("notices", Words, nullable=False),
    sa.Column("added_at", Moment, nullable=False),
    sa.Column("folded", Words, nullable=False, server_default=""),
    sa.Index("documents_by_day", "published", "id"),
    sa.Index("documents_by_given_id", "given_id"),
)

readings = sa.Table(
    "readings",
    metadata,
    sa.Column("document_id", Words, sa.ForeignKey("documents.id"), primary_key=True),
    sa.Column("digest", Words, primary_key=True),
    sa.Column("lang", Words, nullable=False),
    sa.Column("outlet", Words),
    sa.Column("record", Words, nullable=False),
)

codings = sa.Table(
    "codings",
    metadata,
    sa.Column("document_id", Words, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("digest", Words, nullable=False),
    sa.Column("coder", Words, nullable=False),
    sa.Column("packs", Words, nullable=False),
    sa.Column("known_from", Moment, nullable=False),
    sa.Column("known_until", Moment),
    sa.ForeignKeyConstraint(["document_id", "digest"], ["readings.document_id", "readings.digest"]),
    sa.CheckConstraint("known_until IS NULL OR known_until > known_from", name="codings_window"),
    sa.Index("codings_by_reading", "document_id", "digest"),
    sa.Index("codings_by_moment", "known_from"),
)
# One document holds one reading at a time, whoever writes.
sa.Index(
    "codings_held",
    codings.c.document_id,
    unique=True,
    sqlite_where=codings.c.known_until.is_(None),
    postgresql_where=codings.c.known_until.is_(None),
)


def _of_reading() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["document_id", "digest"], ["readings.document_id", "readings.digest"])


statements = sa.Table(
    "statements",
    metadata,
    sa.Column("document_id", Words, primary_key=True),
    sa.Column("digest", Words, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", Words, nullable=False),
    sa.Column("act", Words, nullable=False),
    sa.Column("kind", Words, nullable=False),
    sa.Column("speaker", Words),
    sa.Column("affiliation", Words),
    sa.Column("actor", Words),
    sa.Column("said_on", sa.Date),
    sa.Column("folded", Words, nullable=False, server_default=""),
    _of_reading(),
    sa.Index("statements_by_id", "id"),
    sa.Index("statements_by_act", "act"),
    sa.Index("statements_by_day", "said_on"),
)

events = sa.Table(
    "events",
    metadata,
    sa.Column("document_id", Words, primary_key=True),
    sa.Column("digest", Words, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("id", Words, nullable=False),
    sa.Column("type", Words, nullable=False),
    sa.Column("status", Words, nullable=False),
    sa.Column("start", sa.Date),
    sa.Column("end", sa.Date),
    sa.Column("place_id", Words),
    sa.Column("killed", sa.Integer),
    sa.Column("injured", sa.Integer),
    sa.Column("folded", Words, nullable=False, server_default=""),
    _of_reading(),
    sa.Index("events_by_id", "id"),
    sa.Index("events_by_type", "type", "start"),
    sa.Index("events_by_day", "start", "end"),
    sa.Index("events_by_place", "place_id"),
)

tellings = sa.Table(
    "tellings",
    metadata,
    sa.Column("document_id", Words, primary_key=True),
    sa.Column("digest", Words, primary_key=True),
    sa.Column("event", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("statement", sa.Integer, primary_key=True, autoincrement=False),
    sa.ForeignKeyConstraint(
        ["document_id", "digest", "event"], ["events.document_id", "events.digest", "events.position"]
    ),
    sa.ForeignKeyConstraint(
        ["document_id", "digest", "statement"],
        ["statements.document_id", "statements.digest", "statements.position"],
    ),
    sa.Index("tellings_by_statement", "document_id", "digest", "statement"),
)

names = sa.Table(
    "names",
    metadata,
    sa.Column("document_id", Words, primary_key=True),
    sa.Column("digest", Words, primary_key=True),
    sa.Column("item", Words, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("field", Words, primary_key=True),
    sa.Column("name", Words, primary_key=True),
    _of_reading(),
    sa.Index("names_by_name", "field", "name"),
)
