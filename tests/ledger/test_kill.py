"""A ledger whose writer is killed at any moment holds whole documents, and the next writer goes on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hudna.ledger import Ledger
from tests.ledger.sahl import NOON, three
from tests.ledger.stores import contents

ROOT = Path(__file__).parents[2]
STATEMENTS = (
    "INSERT INTO documents",
    "INSERT INTO readings",
    "INSERT INTO statements",
    "INSERT INTO events",
    "INSERT INTO tellings",
    "INSERT INTO names",
    "INSERT INTO codings",
    "COMMIT",
)


@pytest.mark.parametrize("fatal", STATEMENTS)
def test_killed_writer_leaves_whole_documents(where: str, tmp_path: Path, fatal: str) -> None:
    """What was said to be held is held whole, nothing else is, and adding again completes it."""
    Ledger.create(where).close()
    killed = _run_until_killed(where, fatal)
    with Ledger.create(tmp_path / "expected.db") as expected, Ledger.open(where) as ledger:
        for dossier in three()[: len(killed)]:
            expected.record(dossier, NOON)
        assert killed == [d.article.id for d in three()[: len(killed)]]
        assert contents(ledger) == contents(expected)

        states = [ledger.record(dossier, NOON).state for dossier in three()]
        for dossier in three():
            expected.record(dossier, NOON)
        assert states == ["unchanged"] * len(killed) + ["added"] * (3 - len(killed))
        assert contents(ledger) == contents(expected)


def _run_until_killed(where: str, fatal: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ledger.child", where, fatal],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    return done.stdout.split()
