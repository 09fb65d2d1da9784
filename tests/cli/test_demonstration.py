"""`hudna demo`, and the corpus that it reads."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest

from hudna.cli import demonstration
from hudna.cli.demonstration import invocation
from hudna.errors import DiskFull
from hudna.sources.corpus import read_corpus

from .runs import run


def test_demo_tells_what_the_ledger_holds(tmp_path: Path) -> None:
    """What is printed as a finding can be asked for; a second demo adds nothing."""
    place = tmp_path / "demo"

    first = run("demo", place)
    second = run("demo", place)

    assert first.exit_code == 0
    reports = len(read_corpus())
    assert first.stdout.startswith(f"{reports} bundled reports, {reports} of them new")
    assert second.stdout.startswith(f"{reports} bundled reports, 0 of them new")
    assert first.stdout.splitlines()[1:] == second.stdout.splitlines()[1:]
    for act in ("deny", "condition"):
        answer = json.loads(run("statements", "--act", act, "-w", place, "-f", "json").stdout)
        speakers = {item["speaker"] for item in answer["items"]}
        told = [line for line in first.stdout.splitlines() if f"[{act.upper()}]" in line]
        assert told
        assert all(any(speaker in line for speaker in speakers if speaker) for line in told)


def test_demo_suggests_commands_that_work(tmp_path: Path) -> None:
    """Each command under "what to try next" runs in the demo's workspace."""
    place = tmp_path / "demo"
    output = run("demo", place).stdout

    start = f"  {invocation()} "
    suggested = [
        shlex.split(line.split("   ")[0])[len(shlex.split(start)) :]
        for line in output.splitlines()
        if line.startswith(start)
    ]

    assert len(suggested) >= 3
    for args in suggested:
        assert run(*args).exit_code == 0


def test_demo_shows_rival_days_and_renderings(tmp_path: Path) -> None:
    """Each day that a report gives for the memorandum is told, and each version of Shamanov's words."""
    lines = run("demo", tmp_path / "demo").stdout.splitlines()

    told = [line for line in lines if line.startswith("  in force ")]
    assert [line.split()[2] for line in told] == ["2017-05-04", "2017-05-05", "2017-05-06"]
    text = "\n".join(lines)
    for words in ("روسيا طلبت", "مباحثات تجري", "إعداد مقترحات"):
        assert words in text


def test_demo_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new workspace that could not be filled is taken back."""
    monkeypatch.setattr(demonstration, "_fill", fails)

    assert run("demo", tmp_path / "demo").exit_code == DiskFull.exit_code
    assert list(tmp_path.iterdir()) == []


def fails(*_: object) -> str:
    """As a full disk does."""
    raise DiskFull("no room left")


def test_corpus_is_in_order_and_ours() -> None:
    """Reports come by day, each with its id, day, language and outlet."""
    reports = read_corpus()

    days = [str(report.published) for report in reports]
    assert days == sorted(days)
    assert {report.outlet for report in reports} == {"hudna-corpus"}
    assert {report.lang for report in reports} == {"ar", "en"}
    assert len({report.given_id for report in reports}) == len(reports) >= 18
