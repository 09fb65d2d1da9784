"""Alembic's entry: runs the steps on the connection that `hudna.ledger.migrate` hands in."""

from __future__ import annotations

from alembic import context

# The connection is inside a transaction already; Alembic leaves its end to us.
context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
