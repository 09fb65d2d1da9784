"""The first tables: documents, readings, codings, statements, events and who tells them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "documents",
        sa.Column("id", Words, primary_key=True),
        sa.Column("given_id", Words),
        sa.Column("outlet", Words),
        sa.Column("url", Words),
        sa.Column("published", sa.Date),
        sa.Column("text", Words, nullable=False),
        sa.Column("notices", Words, nullable=False),
        sa.Column("added_at", Words, nullable=False),
    )
    op.create_index("documents_by_day", "documents", ["published", "id"])
    op.create_index("documents_by_given_id", "documents", ["given_id"])
    op.create_table(
        "readings",
        sa.Column("document_id", Words, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("digest", Words, primary_key=True),
        sa.Column("lang", Words, nullable=False),
        sa.Column("outlet", Words),
        sa.Column("record", Words, nullable=False),
    )
    op.create_table(
        "codings",
        sa.Column("document_id", Words, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("digest", Words, nullable=False),
        sa.Column("coder", Words, nullable=False),
        sa.Column("packs", Words, nullable=False),
        sa.Column("known_from", Words, nullable=False),
        sa.Column("known_until", Words),
        _of_reading(),
        sa.CheckConstraint("known_until IS NULL OR known_until > known_from", name="codings_window"),
    )
    op.create_index("codings_by_reading", "codings", ["document_id", "digest"])
    op.create_index("codings_by_moment", "codings", ["known_from"])
    held = sa.text("known_until IS NULL")
    op.create_index("codings_held", "codings", ["document_id"], unique=True, sqlite_where=held, postgresql_where=held)
    op.create_table(
        "statements",
        *_row_of_reading(),
        sa.Column("act", Words, nullable=False),
        sa.Column("kind", Words, nullable=False),
        sa.Column("speaker", Words),
        sa.Column("affiliation", Words),
        sa.Column("actor", Words),
        sa.Column("said_on", sa.Date),
        _of_reading(),
    )
    op.create_index("statements_by_id", "statements", ["id"])
    op.create_index("statements_by_act", "statements", ["act"])
    op.create_index("statements_by_day", "statements", ["said_on"])
    op.create_table(
        "events",
        *_row_of_reading(),
        sa.Column("type", Words, nullable=False),
        sa.Column("status", Words, nullable=False),
        sa.Column("start", sa.Date),
        sa.Column("end", sa.Date),
        sa.Column("place_id", Words),
        sa.Column("killed", sa.Integer),
        sa.Column("injured", sa.Integer),
        _of_reading(),
    )
    op.create_index("events_by_id", "events", ["id"])
    op.create_index("events_by_type", "events", ["type", "start"])
    op.create_index("events_by_day", "events", ["start", "end"])
    op.create_index("events_by_place", "events", ["place_id"])
    op.create_table(
        "tellings",
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
    )
    op.create_index("tellings_by_statement", "tellings", ["document_id", "digest", "statement"])


def _row_of_reading() -> list[sa.Column[object]]:
    return [
        sa.Column("document_id", Words, primary_key=True),
        sa.Column("digest", Words, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("id", Words, nullable=False),
    ]


def _of_reading() -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["document_id", "digest"], ["readings.document_id", "readings.digest"])
