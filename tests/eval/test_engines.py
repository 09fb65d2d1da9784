"""The figures of `hudna bulk`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bulk.jobs import corpus_file
from tests.tools import load

engines = load("eval/engines.py")


def test_job_is_told_in_a_row(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A job is run, and its documents, times and memory are a row of the table."""
    assert engines.main(["local:1", "--limit", "2", "--input", str(corpus_file(tmp_path))]) == 0

    *_, row = capsys.readouterr().out.splitlines()
    engine, workers, articles, *figures, peak = [cell.strip() for cell in row.strip("|").split("|")]
    assert (engine, workers, articles) == ("`local`", "1", "2")
    assert len(figures) == 3
    assert int(peak) > 50


def test_missing_articles_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is nothing to measure, one is told what to do."""
    assert engines.main(["--input", str(tmp_path / "none.jsonl")]) == 2
    assert "name a file with --input" in capsys.readouterr().out
