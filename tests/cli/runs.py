"""How tests run `hudna`: inside this process, or as one of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from hudna.cli.app import hudna

# qala al-mutahaddith bi-ism majlis ash-shamal khalid an-nahri...
REPORT = (
    "نفى المتحدث باسم مجلس الشمال خالد النهري يوم الأحد قصف درعا.\n"
    'وقال النهري للصحفيين "إن المجلس ملتزم بالهدنة".\n'
    "وأفاد مصدر طبي بأن ثلاثة أشخاص قتلوا في قصف مدفعي على درعا أمس."
)
DAY = "2025-02-03"


def run(*args: str | Path, stdin: str | bytes | None = None, **environ: str) -> Result:
    """The result of a command, errors of ours told as they are outside."""
    runner = CliRunner(env={"NO_COLOR": "1", "HUDNA_WORKSPACE": None, **environ})
    result = runner.invoke(hudna, [str(arg) for arg in args], input=stdin)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def process(args: Sequence[str | Path], *, stdin: bytes = b"", **environ: str) -> subprocess.CompletedProcess[bytes]:
    """A command as a process of its own."""
    return subprocess.run(command(args), input=stdin, capture_output=True, check=False, env={**os.environ, **environ})


def command(args: Sequence[str | Path]) -> list[str]:
    """The words that start `hudna` with this Python."""
    return [sys.executable, "-m", "hudna.cli", *(str(arg) for arg in args)]


def rows(output: str) -> list[dict[str, Any]]:
    """The documents of a JSONL output."""
    return [json.loads(line) for line in output.splitlines()]


def a_report(directory: Path, text: str = REPORT, name: str = "report.txt") -> Path:
    """A text file with a report."""
    path = directory / name
    path.write_text(text, encoding="utf-8")
    return path
