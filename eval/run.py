"""Measures Hudna against annotated texts and holds the floors: `make eval`.

The data lies beside the project: the gold records in `../shared/gold`, the other sets in `../shared/bench`. Each set
has a module of its own that says what it counts. A set that is not there is told and its floors are not judged.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import airwars
import anercorp
import gold
import plover
from coder import CoderFailed
from floors import Floors, digest, read_floors, write_floors
from results import DataSet, Result

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FLOORS = ROOT / "eval" / "floors.toml"
SETS = (gold.SET, airwars.SET, plover.SET, anercorp.SET)
NOT_MEASURED = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where every floor holds, 1 where one is broken, 2 where something could not be measured."""
    options = parse(arguments)
    chosen = [data for data in SETS if not options.only or data.name in options.only]
    there = [data for data in chosen if is_there(data, folder(data, options))]
    measured: dict[DataSet, Result] = {}
    for data in there:
        try:
            with tempfile.TemporaryDirectory(prefix="hudna-eval-") as work:
                measured[data] = data.measure(folder(data, options), Path(work))
        except CoderFailed as failure:
            print(f"eval: {data.name}: {failure}", file=sys.stderr)
            return NOT_MEASURED
        if not options.json:
            print(*measured[data].tables, sep="\n\n", end="\n\n", flush=True)
    if options.json:
        print(json.dumps({name: dict(row) for r in measured.values() for name, row in r.figures.items()}, indent=1))
    if not there:
        return 0 if options.optional else NOT_MEASURED
    broken = judge(measured, options)
    return broken or (0 if options.optional or there == chosen else NOT_MEASURED)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gold", type=Path, default=SHARED / "gold", help="folder with the gold files and score.py")
    parser.add_argument("--bench", type=Path, default=SHARED / "bench", help="folder with the other data sets")
    parser.add_argument("--only", type=names_of_sets, help="these sets alone, by commas: gold,airwars,...")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file that holds the floors")
    parser.add_argument("--raise", dest="up", action="store_true", help="raise floors to below the figures")
    parser.add_argument("--lower", metavar="REASON", help="take broken floors down, and keep the reason")
    parser.add_argument("--optional", action="store_true", help="exit 0 where data is not there")
    parser.add_argument("--json", action="store_true", help="print the figures that floors hold as JSON")
    return parser.parse_args(arguments)


def names_of_sets(text: str) -> tuple[str, ...]:
    """The sets that the text names; an error where there is none of the name."""
    names = tuple(text.split(","))
    known = [data.name for data in SETS]
    strange = [name for name in names if name not in known]
    if strange:
        raise argparse.ArgumentTypeError(f'there is no set "{strange[0]}"; there are {", ".join(known)}')
    return names


def folder(data: DataSet, options: argparse.Namespace) -> Path:
    """Where the set should lie."""
    where: Path = options.gold if data is gold.SET else options.bench
    return where


def is_there(data: DataSet, where: Path) -> bool:
    """Whether all files of the set are there; where not, it is told."""
    missing = data.missing(where)
    if missing:
        print(f"eval: no {missing[0]} in {where}: {data.name} was not measured.")
        print("  → lay the folder beside the project, or name it with --gold DIR or --bench DIR")
    return not missing


def judge(measured: dict[DataSet, Result], options: argparse.Namespace) -> int:
    """0 where every floor of the measured sets holds; raises or lowers them where that was asked for."""
    floors = read_floors(options.floors)
    figures = {name: row for result in measured.values() for name, row in result.figures.items()}
    files = digests(measured, options)
    for name in floors.changed_gold({name: files.get(name, known) for name, known in floors.gold.items()}):
        print(f"eval: {name} is not the file that the floors were set on: figures can't be compared as they are")
    mine = floors.of({section for data in measured for section in data.sections})
    broken = mine.broken(figures)
    if options.lower:
        today = datetime.now(UTC).date().isoformat()
        mine, broken = mine.lowered_to(figures, reason=options.lower, day=today), []
    for sentence in broken:
        print(f"eval: BROKEN {sentence}")
    if broken:
        print('  → mend it; where the loss is wanted: make eval LOWER="why"')
        return 1
    if options.up or options.lower:
        new = mine.raised(figures) if options.up else mine
        write_floors(options.floors, replace(floors.with_those_of(new), gold={**floors.gold, **files}))
        print(f"eval: floors written to {options.floors.name}")
    print(_closing(mine))
    return 0


def digests(measured: dict[DataSet, Result], options: argparse.Namespace) -> dict[str, str]:
    """The digest of each data file that was measured on; programs are none."""
    files = [(name, folder(data, options) / name) for data in measured for name in data.files]
    return {name: digest(path) for name, path in files if path.suffix == ".jsonl"}


def _closing(floors: Floors) -> str:
    held = sum(len(names) for names in floors.floors.values())
    return f"eval: {held} floors hold" if held else "eval: no floors yet; set them: make eval RAISE=1"


if __name__ == "__main__":
    sys.exit(main())
