"""Measures Hudna against the gold records and holds the floors: `make eval`.

The gold lies beside the project (`../shared/gold`): two files of annotated documents and the program that
scores a coder's output against them. The documents of odd number (and the seed) are for developing rules; those
of even number are only counted in this table, so that a rule made for single sentences shows.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from floors import Floors, digest, read_floors, write_floors
from process import HUDNA

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT.parent / "shared" / "gold"
FLOORS = ROOT / "eval" / "floors.toml"
READ = (*HUDNA, "read", "--format", "jsonl")
ALL = "statements,places,times,events"
SEED = "seed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One column of the table: some documents of one gold file."""

    name: str
    file: str
    ids: tuple[str, ...] = ()
    """Empty: all of the file."""
    only: str = ALL
    floored: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the scorer found for one section."""

    section: Section
    documents: int
    scores: dict[str, dict[str, float]]
    accuracy: dict[str, dict[str, float]] = field(default_factory=dict)

    def figures(self) -> dict[str, float]:
        """The figures that floors hold: F1 of each score, and macro-F1 over acts."""
        macro = {n: row["accuracy"] for n, row in self.accuracy.items() if n.endswith("macro-F1")}
        return {name: row["f1"] for name, row in self.scores.items()} | macro


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where every floor holds, 1 where one is broken, 2 where nothing could be measured."""
    options = parse(arguments)
    if not (options.gold / "score.py").exists():
        print(f"eval: no gold records at {options.gold}: quality was not measured.")
        print("  → lay the gold folder beside the project, or name it with --gold DIR")
        return 0 if options.optional else 2
    with tempfile.TemporaryDirectory(prefix="hudna-eval-") as folder:
        measured = measure(sections(options.gold), gold=options.gold, work=Path(folder))
    if measured is None:
        return 2
    if options.json:
        print(json.dumps({m.section.name: m.scores | m.accuracy for m in measured}, indent=1))
    else:
        print(table(measured))
    return judge(measured, options)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gold", type=Path, default=GOLD, help="folder with the gold files and score.py")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file that holds the floors")
    parser.add_argument("--raise", dest="up", action="store_true", help="raise floors to below the figures")
    parser.add_argument("--lower", metavar="REASON", help="take broken floors down, and keep the reason")
    parser.add_argument("--optional", action="store_true", help="exit 0 where there is no gold")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    return parser.parse_args(arguments)


def sections(gold: Path) -> list[Section]:
    """The columns of the table, left to right."""
    ids = [row["id"] for row in read_rows(gold / "dev.jsonl")]
    return [
        Section(name="dev", file="dev.jsonl"),
        Section(name="develop", file="dev.jsonl", ids=tuple(i for i in ids if not is_held(i)), floored=False),
        Section(name="held", file="dev.jsonl", ids=tuple(i for i in ids if is_held(i)), floored=False),
        Section(name="seed", file="dev.jsonl", ids=(SEED,)),
        Section(name="contested", file="contested_dev.jsonl", only="statements"),
    ]


def is_held(name: str) -> bool:
    """Whether the document belongs to the half that one does not develop with: the even numbers."""
    return name[-1:] in "02468"


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def measure(wanted: list[Section], *, gold: Path, work: Path) -> list[Measured] | None:
    """What each section scores; `None` where a program failed (its message is printed)."""
    coded: dict[str, Path] = {}
    for name in dict.fromkeys(section.file for section in wanted):
        coded[name] = work / name
        if not code(gold / name, coded[name]):
            return None
    results = [score(section, gold=gold, coded=coded[section.file], work=work) for section in wanted]
    return None if any(result is None for result in results) else [r for r in results if r is not None]


def code(gold: Path, target: Path) -> bool:
    """Whether `hudna read` coded the documents of a gold file into the target.

    It sees what a reader would be given: the text and what is known about it, none of the annotation.
    """
    known = ("id", "lang", "outlet", "url", "published", "text")
    bare = target.with_suffix(".in.jsonl")
    rows = [{key: row[key] for key in known if row.get(key) is not None} for row in read_rows(gold)]
    bare.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    with target.open("wb") as output:
        done = subprocess.run([*READ, str(bare)], stdout=output, stderr=subprocess.PIPE, check=False)
    if done.returncode:
        print(f"eval: hudna read failed on {gold.name} with exit code {done.returncode}:", file=sys.stderr)
        print(done.stderr.decode("utf-8", "replace")[-4000:], file=sys.stderr)
    return done.returncode == 0


def score(section: Section, *, gold: Path, coded: Path, work: Path) -> Measured | None:
    """What the gold's own scorer says of one section."""
    command = [sys.executable, str(gold / "score.py"), str(gold / section.file)]
    command += [str(select(section, coded=coded, work=work)), "--json", "--only", section.only]
    command += ["--ids", ",".join(section.ids)] if section.ids else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"eval: the scorer failed on {section.name}: {done.stderr[-2000:]}", file=sys.stderr)
        return None
    found = json.loads(done.stdout)
    return Measured(section=section, documents=found["documents"], scores=found["scores"], accuracy=found["accuracy"])


def select(section: Section, *, coded: Path, work: Path) -> Path:
    """The coded documents of the section alone, so that the scorer finds none that is strange to it."""
    if not section.ids:
        return coded
    chosen = work / f"{section.name}.coded.jsonl"
    rows = [row for row in read_rows(coded) if row["id"] in section.ids]
    chosen.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), encoding="utf-8")
    return chosen


def table(measured: list[Measured]) -> str:
    """One row a score, one column a section: F1, precision and recall over all of dev, then accuracies."""
    names = list(dict.fromkeys(name for m in measured for name in m.scores))
    lines = [f"{'F1':22}" + "".join(f"{m.section.name:>11}" for m in measured) + f"{'dev P':>11}{'dev R':>9}"]
    lines += [f"{'documents':22}" + "".join(f"{m.documents:>11}" for m in measured)]
    for name in names:
        row = "".join(_cell(m.scores.get(name, {}).get("f1"), 11) for m in measured)
        first = measured[0].scores.get(name, {})
        lines.append(f"{name:22}{row}{_cell(first.get('p'), 11)}{_cell(first.get('r'), 9)}")
    lines += ["", "accuracy over what was found"]
    for name in dict.fromkeys(name for m in measured for name in m.accuracy):
        row = "".join(_cell(m.accuracy.get(name, {}).get("accuracy"), 11) for m in measured)
        lines.append(f"{name:22}{row}")
    return "\n".join(lines)


def _cell(figure: float | None, width: int) -> str:
    return f"{'-':>{width}}" if figure is None else f"{figure:>{width}.3f}"


def judge(measured: list[Measured], options: argparse.Namespace) -> int:
    """0 where every floor holds; raises or lowers them where that was asked for."""
    floors = read_floors(options.floors)
    figures = {m.section.name: m.figures() for m in measured if m.section.floored}
    gold = {name: digest(options.gold / name) for name in sorted({m.section.file for m in measured})}
    for name in floors.changed_gold(gold) if floors.gold else []:
        print(f"eval: {name} has changed since the floors were set: figures can't be compared as they are")
    broken = floors.broken(figures)
    if options.lower:
        today = datetime.now(UTC).date().isoformat()
        floors, broken = floors.lowered_to(figures, reason=options.lower, day=today), []
    for sentence in broken:
        print(f"eval: BROKEN {sentence}")
    if broken:
        print('  → mend it; where the loss is wanted: make eval LOWER="why"')
        return 1
    if options.up or options.lower:
        new = floors.raised(figures) if options.up else floors
        write_floors(options.floors, replace(new, gold=gold))
        print(f"eval: floors written to {options.floors.name}")
    print(_closing(floors))
    return 0


def _closing(floors: Floors) -> str:
    held = sum(len(names) for names in floors.floors.values())
    return f"eval: {held} floors hold" if held else "eval: no floors yet; set them: make eval RAISE=1"


if __name__ == "__main__":
    sys.exit(main())
