"""`hudna add` and `hudna recode`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hudna import pipeline
from hudna.cli import keeping

from .runs import DAY, a_report, run


@pytest.fixture
def mission(tmp_path: Path) -> Path:
    """A new workspace."""
    place = tmp_path / "mission"
    run("init", place)
    return place


def test_add_says_what_is_new(tmp_path: Path, mission: Path) -> None:
    """The first time a document is new, the second time it is already there."""
    path = a_report(tmp_path)

    first = run("add", path, "--published", DAY, "--workspace", mission)
    second = run("add", path, "--published", DAY, "--workspace", mission)

    assert first.stdout.startswith("+ doc-")
    assert "1 document added" in first.stdout
    assert second.stdout.startswith("= doc-")
    assert second.stdout.endswith("1 unchanged\n")


def test_quiet_add_prints_the_sum_only(tmp_path: Path, mission: Path) -> None:
    """With --quiet there is one line."""
    output = run("add", a_report(tmp_path), "-q", "-w", mission).stdout

    assert len(output.splitlines()) == 1


def test_add_goes_on_after_a_bad_row(tmp_path: Path, mission: Path) -> None:
    """A row that can't be read is told and counted; the others are recorded."""
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "هدنة"}\n{"text": \n{"text": "سلام"}\n', encoding="utf-8")

    result = run("add", path, "-w", mission)

    assert result.exit_code == 1
    assert f"HUD106 {path}:2" in result.stderr
    assert "2 documents added" in result.stdout
    assert "1 not read" in result.stdout
    assert len(json.loads(run("documents", "-w", mission, "-f", "json").stdout)["items"]) == 2


def test_languages_that_are_not_asked_for_are_recorded_and_not_coded(tmp_path: Path, mission: Path) -> None:
    """`languages` in hudna.toml says what is coded."""
    settings = mission / "hudna.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('["ar"]', "[]"), encoding="utf-8")

    run("add", a_report(tmp_path), "-w", mission)

    (item,) = json.loads(run("documents", "-w", mission, "-f", "json").stdout)["items"]
    assert (item["statements"], item["events"], item["problems"]) == (0, 0, 1)


def test_recode_shows_what_another_coder_changes(
    tmp_path: Path, mission: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents stay, what differs is told by id, and what was held before can still be asked for."""
    run("add", a_report(tmp_path), "--published", DAY, "-w", mission)
    before = json.loads(run("statements", "-w", mission, "-f", "json").stdout)
    languages = keeping.kit_of

    def without_packs(place: object) -> object:
        kit = languages(place)  # type: ignore[arg-type]  # a workspace
        return pipeline.Kit(languages={}, gazetteer=kit.gazetteer, theatre=kit.theatre)

    monkeypatch.setattr(keeping, "kit_of", without_packs)

    result = run("recode", "-w", mission)

    assert "1 recoded (1 with other findings)" in result.stdout
    assert f"gone     {before['items'][0]['id']}" in result.stdout
    assert json.loads(run("statements", "-w", mission, "-f", "json").stdout)["items"] == []
    then = run("statements", "-w", mission, "-f", "json", "--known-by", before["known_by"])
    assert json.loads(then.stdout) == before


def test_recode_with_the_same_coder_changes_nothing(tmp_path: Path, mission: Path) -> None:
    """The present coder finds again what it found."""
    run("add", a_report(tmp_path), "-w", mission)

    assert run("recode", "-w", mission).stdout == "1 unchanged\n"


def test_add_without_a_workspace_says_how_to_make_one(tmp_path: Path) -> None:
    """There is no silent ledger somewhere."""
    result = run("add", a_report(tmp_path), "-w", tmp_path / "none")

    assert result.exit_code == 5
    assert "hudna init" in result.stderr


def test_damaged_ledger_is_told(tmp_path: Path, mission: Path) -> None:
    """A ledger that is none ends with its error, not with a traceback."""
    for extra in mission.glob("ledger.db*"):
        extra.unlink()
    (mission / "ledger.db").write_bytes(b"no ledger at all" * 100)

    result = run("add", a_report(tmp_path), "-w", mission)

    assert result.exit_code == 5
    assert result.stderr.startswith("hudna: HUD404 ")
