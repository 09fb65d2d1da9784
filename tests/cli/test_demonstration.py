"""`hudna demo`, and the corpus that it reads."""

from __future__ import annotations

import json
from pathlib import Path

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

    suggested = [line.split("   ")[0].split()[1:] for line in output.splitlines() if line.startswith("  hudna ")]

    assert len(suggested) >= 3
    for args in suggested:
        assert run(*args, "-w", place).exit_code == 0


def test_corpus_is_in_order_and_ours() -> None:
    """Reports come by day, each with its id, day, language and outlet."""
    reports = read_corpus()

    days = [str(report.published) for report in reports]
    assert days == sorted(days)
    assert {report.outlet for report in reports} == {"hudna-corpus"}
    assert {report.lang for report in reports} == {"ar", "en"}
    assert len({report.given_id for report in reports}) == len(reports) >= 18
