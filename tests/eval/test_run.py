"""The run over data sets: what is measured, told, held, raised and lowered."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.tools import load

run = load("eval/run.py")
coder = load("eval/coder.py")
floors = load("eval/floors.py")
gold = load("eval/gold.py")

SCORER = """
import json, sys
gold, coded = (list(map(json.loads, open(path, encoding="utf-8"))) for path in sys.argv[1:3])
if "--ids" in sys.argv:
    gold = [row for row in gold if row["id"] in sys.argv[sys.argv.index("--ids") + 1].split(",")]
right = len({row["id"] for row in gold} & {row["id"] for row in coded})
f1 = right / len(gold) if gold else 0.0
print(json.dumps({"documents": len(gold), "scores": {"statements content": {"p": f1, "r": f1, "f1": f1}},
                  "accuracy": {"statement act macro-F1": {"accuracy": 0.5, "of": 3},
                               "statement form": {"accuracy": 0.9, "of": 3}},
                  "acts": {"deny": {"f1": len(gold) / 100, "gold": len(gold)}}}))
"""
CODER = 'import sys; [print(line, end="") for line in open(sys.argv[1], encoding="utf-8")]'
IDS = ["seed", *(f"d{number:03}" for number in range(12))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small gold folder with a scorer that counts documents, and a coder that echoes its input."""
    folder = tmp_path / "gold"
    folder.mkdir()
    row = {"text": "x", "lang": "ar", "statements": ["kept from the coder"]}
    (folder / "dev.jsonl").write_text("".join(json.dumps(row | {"id": name}) + "\n" for name in IDS), encoding="utf-8")
    (folder / "contested_dev.jsonl").write_text(json.dumps(row | {"id": "n002"}) + "\n", encoding="utf-8")
    (folder / "score.py").write_text(SCORER, encoding="utf-8")
    monkeypatch.setattr(coder, "READ", (sys.executable, "-c", CODER))
    return folder


def options(folder: Path, tmp_path: Path) -> list[str]:
    """The gold alone, with floors of its own."""
    return ["--only", "gold", "--gold", str(folder), "--floors", str(tmp_path / "floors.toml")]


def test_held_part_is_the_same_on_each_machine() -> None:
    """The held part is told by the id alone: each fourth number, and never the seed."""
    names = ("seed", "d001", "d002", "d040", "n028", "n030")
    assert gold.parted(names) == {"develop": ("seed", "d001", "d002", "n030"), "held": ("d040", "n028")}


def test_eval_measures_raises_and_holds(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A first run finds no floors, a raising one sets them, and the next holds them."""
    asked = options(folder, tmp_path)

    assert run.main(asked) == 0
    assert "no floors yet" in capsys.readouterr().out
    assert run.main([*asked, "--raise"]) == 0
    assert run.main(asked) == 0
    assert "floors hold" in capsys.readouterr().out


def test_acts_are_counted_over_both_files(folder: Path, tmp_path: Path) -> None:
    """The F1 of an act and its parts come from the two gold files as one; the held part has the floor."""
    work = tmp_path / "work"
    work.mkdir()

    found = gold.measure(folder, work)

    (acts,) = [table for table in found.tables if table.title.startswith("acts")]
    assert acts.columns == ("both files", "develop", "held", "gold")
    assert acts.rows == (("deny", (0.14, 0.11, 0.03, 14)),)
    assert found.figures["acts"] == {"deny": 0.03}
    assert found.figures["accuracy"] == {"statement form": 0.9}


def test_eval_fails_below_a_floor_and_lowers_with_a_reason(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken floor is exit code 1 and stays where it is until a reason is given."""
    path = tmp_path / "floors.toml"
    high = floors.Floors(floors={"held": {"statement act macro-F1": 0.9}, "airwars": {"killed": 0.5}})
    floors.write_floors(path, high)

    assert run.main([*options(folder, tmp_path), "--raise"]) == 1
    assert "BROKEN held: statement act macro-F1 is 0.5000" in capsys.readouterr().out
    assert floors.read_floors(path) == high
    assert run.main([*options(folder, tmp_path), "--lower", "the guide changed"]) == 0
    assert floors.read_floors(path).floors["held"] == {"statement act macro-F1": 0.495}
    assert floors.read_floors(path).lowered[0].reason == "the guide changed"


def test_sets_that_are_not_measured_keep_their_floors(folder: Path, tmp_path: Path) -> None:
    """A run over one set neither breaks, raises nor lowers the floors of another."""
    path = tmp_path / "floors.toml"
    other = {"airwars": {"killed": 0.5}}
    floors.write_floors(path, floors.Floors(gold={"airwars/sources.jsonl": "sha256:1"}, floors=other))

    assert run.main([*options(folder, tmp_path), "--raise"]) == 0

    kept = floors.read_floors(path)
    assert kept.floors["airwars"] == other["airwars"]
    assert set(kept.gold) == {"airwars/sources.jsonl", "dev.jsonl", "contested_dev.jsonl"}


def test_coder_never_sees_the_annotation(folder: Path, tmp_path: Path) -> None:
    """What is handed to the coder holds the text and what is known about it, and no finding."""
    target = tmp_path / "coded.jsonl"

    found = coder.coded(coder.read_rows(folder / "dev.jsonl"), target)

    assert sorted(found) == sorted(IDS)
    assert all(set(row) <= {"id", "lang", "text"} for row in found.values())


def test_row_that_was_not_coded_is_a_failure(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A coder that drops a row gives no figures."""
    monkeypatch.setattr(coder, "READ", (sys.executable, "-c", "pass"))

    with pytest.raises(coder.CoderFailed, match="13 of 13 rows"):
        coder.coded(coder.read_rows(folder / "dev.jsonl"), tmp_path / "coded.jsonl")


def test_eval_without_data_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the folders the run fails with what to do, and passes where they are optional."""
    nowhere = ["--gold", str(tmp_path), "--bench", str(tmp_path)]

    assert run.main(nowhere) == 2
    assert run.main([*nowhere, "--optional"]) == 0
    told = capsys.readouterr().out
    assert all(f"{name} was not measured" in told for name in ("gold", "airwars", "plover", "anercorp"))


def test_set_that_is_missing_is_told_and_the_others_are_measured(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Gold alone is judged, and the exit code says that something is missing."""
    asked = ["--gold", str(folder), "--bench", str(tmp_path), "--floors", str(tmp_path / "floors.toml")]

    assert run.main(asked) == 2
    assert run.main([*asked, "--optional"]) == 0
    told = capsys.readouterr().out
    assert "airwars was not measured" in told
    assert "statements content" in told


def test_unknown_set_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is no set is told with those that are."""
    with pytest.raises(SystemExit):
        run.main(["--only", "gold,airwar"])
    assert 'there is no set "airwar"; there are gold, airwars, plover, anercorp' in capsys.readouterr().err
