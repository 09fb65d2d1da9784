"""Search: folded words beside what they fold, and the names an item is found by; filled from the records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from hudna.ledger.search import refold

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the columns and the table, then fill them: they hold nothing that the records don't."""
    for table in ("documents", "statements", "events"):
        op.add_column(table, sa.Column("folded", Words, nullable=False, server_default=""))
    op.create_table(
        "names",
        sa.Column("document_id", Words, primary_key=True),
        sa.Column("digest", Words, primary_key=True),
        sa.Column("item", Words, primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("field", Words, primary_key=True),
        sa.Column("name", Words, primary_key=True),
        sa.ForeignKeyConstraint(["document_id", "digest"], ["readings.document_id", "readings.digest"]),
    )
    op.create_index("names_by_name", "names", ["field", "name"])
    refold(op.get_bind())
