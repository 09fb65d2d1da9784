"""The house's own machinery: floors, letters, setup, the Makefile."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.tools import ROOT, load

floors = load("eval/floors.py")
letters = load("tools/letters.py")
setup = load("tools/setup.py")
process = load("eval/process.py")
soak = load("eval/soak.py")
picture = load("tools/picture.py")

FIGURES = {"dev": {"statements +act": 0.71234, "places span": 0.9}, "seed": {"times resolved": 1.0}}


def test_raised_floor_lies_just_below_the_figure() -> None:
    """A floor is rounded down a margin below its figure; a full score has no margin."""
    raised = floors.Floors().raised(FIGURES)

    assert raised.floors == {
        "dev": {"statements +act": 0.707, "places span": 0.895},
        "seed": {"times resolved": 1.0},
    }


def test_raising_never_lowers() -> None:
    """Worse figures leave the floors where they were."""
    raised = floors.Floors().raised(FIGURES)

    assert raised.raised({"dev": {"statements +act": 0.1}, "seed": {"times resolved": 0.5}}) == raised


def test_figure_below_its_floor_breaks_it() -> None:
    """A loss is told with the section, the name and both figures; a figure on its floor holds."""
    held = floors.Floors(floors={"dev": {"places span": 0.9, "times span": 0.8}})

    assert held.broken({"dev": {"places span": 0.9, "times span": 0.8}}) == []
    (sentence,) = held.broken({"dev": {"places span": 0.8999, "times span": 0.8}})
    assert sentence == "dev: places span is 0.8999, floor 0.9000"


def test_figure_that_is_not_measured_breaks_its_floor() -> None:
    """A score that vanished is no pass."""
    held = floors.Floors(floors={"dev": {"places span": 0.9}})

    assert "not measured" in held.broken({"dev": {}})[0]


def test_lowering_keeps_the_reason_and_touches_only_broken_floors() -> None:
    """Only what is broken goes down, and the file says when and why."""
    held = floors.Floors(floors={"dev": {"places span": 0.9, "times span": 0.5}})

    lower = held.lowered_to({"dev": {"places span": 0.8, "times span": 0.6}}, reason="new guide", day="2026-11-24")

    assert lower.floors == {"dev": {"places span": 0.795, "times span": 0.5}}
    assert [(row.name, row.was, row.reason) for row in lower.lowered] == [("dev: places span", 0.9, "new guide")]


def test_floors_survive_their_file(tmp_path: Path) -> None:
    """What is written is read again, reasons with quotes and Arabic included."""
    path = tmp_path / "floors.toml"
    # hudna -- "truce"
    row = floors.Lowered(day="2026-11-24", name="dev: x", was=0.9, now=0.8, reason='the "هدنة" pack\\')
    written = floors.Floors(gold={"dev.jsonl": "sha256:00"}, floors={"dev": {"statements +act": 0.707}}, lowered=(row,))

    floors.write_floors(path, written)

    assert floors.read_floors(path) == written


def test_changed_gold_is_noticed() -> None:
    """Another digest, a new file and a missing file are each told."""
    held = floors.Floors(gold={"dev.jsonl": "sha256:1", "old.jsonl": "sha256:2"})

    assert held.changed_gold({"dev.jsonl": "sha256:9", "old.jsonl": "sha256:2"}) == ["dev.jsonl"]
    assert held.changed_gold({"dev.jsonl": "sha256:1", "new.jsonl": "sha256:3"}) == ["new.jsonl", "old.jsonl"]


def test_letters_tell_file_line_and_code_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip in a file of the project is told so that it can be found."""
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "page.md"
    page.write_text("fine\nx\N{ARABIC LETTER KEHEH}\n", encoding="utf-8")
    monkeypatch.setattr(letters, "ROOT", tmp_path)

    (fault,) = letters.faults_of(page)

    assert str(fault).startswith("docs/page.md:2:2: U+06A9 ARABIC LETTER KEHEH: write U+0643")


def test_setup_reads_groups_without_a_new_pip() -> None:
    """The development group is known to the script itself, so that any pip can install it."""
    names = [row.split(">")[0] for row in setup.requirements(setup.GROUPS["dev"])]

    assert {"pytest", "mypy", "ruff"} <= set(names)
    assert setup.requirements(setup.GROUPS["core"]) == []


def test_demo_installs_no_development_tool() -> None:
    """The demo asks for the core alone."""
    target = next(
        line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if line.startswith("demo:")
    )

    assert "$(CORE)" in target
    assert "$(DEV)" not in target


@pytest.mark.skipif(shutil.which("make") is None, reason="needs make")
def test_make_without_python_says_what_to_do(tmp_path: Path) -> None:
    """Where no Python is new enough, make names the need and the way out."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    for name in ("pyproject.toml", "constraints.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "setup.py", tmp_path / "tools")

    done = subprocess.run(
        ["make", "setup", "PYTHON="],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env=plain_make(),
    )

    assert done.returncode != 0
    assert "Python 3.11 or newer" in done.stderr
    assert not (tmp_path / ".venv").exists()


def plain_make() -> dict[str, str]:
    """The environment without what an outer make hands down."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}


def test_pins_name_each_direct_dependency() -> None:
    """Each package that pyproject.toml asks for has a pinned release."""
    import tomllib

    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *setup.requirements(("dev", "docs"))]
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8").lower()

    missing = [row for row in wanted if f"\n{plain_name(row)}==" not in pins.replace("_", "-")]
    # tzdata is wanted by the core and has calendar versions: the newest is always right.
    assert [row for row in missing if not row.startswith("tzdata")] == []


def plain_name(requirement: str) -> str:
    """The package's name without extras, version and marker."""
    name = requirement
    for mark in "[><=;! ":
        name = name.split(mark)[0]
    return name.lower().replace("_", "-")


def test_measured_run_tells_code_memory_and_output(tmp_path: Path) -> None:
    """A run is told with its exit code and a plausible peak of memory; its output is kept."""
    output = tmp_path / "out"
    block = "x = bytearray(64 * 2**20); print(len(x)); raise SystemExit(3)"

    taken = process.measure([sys.executable, "-c", block], output=output)

    assert taken.code == 3
    assert taken.peak_mib > 64
    assert output.read_text(encoding="utf-8").strip() == str(64 * 2**20)


def test_torn_document_is_told() -> None:
    """A ledger that holds part of a document is at fault; one that holds fewer whole documents is not."""
    whole = {"doc-1": 3, "doc-2": 2}

    assert soak.torn({"doc-1": 3}, whole) is None
    assert "doc-2" in soak.torn({"doc-1": 3, "doc-2": 1}, whole)
    assert "doc-9" in soak.torn({"doc-9": 1}, whole)


def test_picture_keeps_words_and_colours_and_joins_arabic() -> None:
    """Each run of one style is one escaped text, so that letters join; Arabic lines stand right."""
    # qal -- "he said"
    svg = picture.draw("hudna read a.txt", ["\x1b[1;31mdeny\x1b[0m <b> & c", "   قال"])

    assert '<tspan font-weight="700" fill="#ff8f88">deny</tspan> &lt;b&gt; &amp; c' in svg
    assert 'direction="rtl">قال<' in svg
