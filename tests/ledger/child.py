"""A process that records the three reports, and is killed at a statement of its own choice.

    python -m tests.ledger.child WHERE STATEMENT

STATEMENT is the beginning of a SQL statement, or COMMIT; the second time that it is about to run, the process
sends itself SIGKILL, so that one document is held and the next is not.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

import sqlalchemy as sa

from hudna.ledger import Ledger
from tests.ledger.sahl import NOON, three


def main(where: str, fatal: str) -> None:
    """Records, and says on standard output what is held."""
    seen = 0

    def count(statement: str) -> None:
        nonlocal seen
        if statement.startswith(fatal):
            seen += 1
            if seen == 2:
                os.kill(os.getpid(), signal.SIGKILL)

    def before(_c: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        count(statement)

    sa.event.listen(sa.Engine, "before_cursor_execute", before)
    sa.event.listen(sa.Engine, "commit", lambda _connection: count("COMMIT"))
    with Ledger.open(where) as ledger:
        for dossier in three():
            receipt = ledger.record(dossier, NOON)
            print(receipt.document, flush=True)  # noqa: T201 - a program, not a library


if __name__ == "__main__":
    main(*sys.argv[1:])
