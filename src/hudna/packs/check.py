"""Every fault of every pack at once, with file and line: `python -m hudna.packs.check [DIRECTORY...]`.

Looks at what a loader would stumble over (schema of each row, manifest, `expects` counts) and at what no
loader sees: letters that look right and are not, rows said twice, an Arabic cell that is not the last of its
row, YAML keys that silently replace each other. Examples of packs are tried by the tests, which may use the
coder.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from hudna.errors import PackError
from hudna.packs import codebook, gazetteer, signs, theatre, wordclasses
from hudna.packs.files import label, packs_root, read_manifest, read_yaml, scan_csv
from hudna.packs.language import TABLES
from hudna.text import fold_word
from hudna.text.slips import find_slips

ARABIC = re.compile("[\u0600-\u06ff]")
CALENDAR_VERSION = re.compile(r"20[0-9]{2}\.(1[0-2]|[1-9])\.[0-9]+")
SOURCES_OF_DATA = (".csv", ".yml", ".geojson")

ROWS: Mapping[str, Mapping[str, type[Any]]] = {
    "lang": {**{table.file: table.row for table in TABLES}, **signs.ROWS, **wordclasses.ROWS},
    "codebook": codebook.ROWS,
    "gazetteer": gazetteer.ROWS,
    "theatre": theatre.ROWS,
}
"""For each kind of pack, its CSV files and what their rows are."""

DOCUMENTS: Mapping[str, Mapping[str, Any]] = {
    "codebook": {},
    "lang": {},
    "gazetteer": {},
    "theatre": theatre.DOCUMENTS,
}
"""For each kind of pack, its YAML files besides `pack.yml` and what they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong in a pack, and what to do about it."""

    file: Path
    message: str
    hint: str
    line: int | None = None

    def __str__(self) -> str:
        where = label(self.file) if self.line is None else f"{label(self.file)}:{self.line}"
        return f"{where}: {self.message}\n  → {self.hint}"


def main(arguments: list[str]) -> int:
    """0 where no pack has a fault."""
    directories = [Path(name).resolve() for name in arguments] or pack_directories()
    faults = [fault for directory in directories for fault in check_pack(directory)]
    for fault in faults:
        sys.stdout.write(f"{fault}\n")
    names = ", ".join(label(directory) for directory in directories)
    sys.stdout.write(f"packs: {len(faults) or 'no'} faults in {names}\n")
    return 1 if faults else 0


def pack_directories(root: Path | None = None) -> list[Path]:
    """The directories of all packs, sorted: also of one that lacks its manifest."""
    root = root or packs_root()
    several = [path for kind in ("lang", "theatre") for path in (root / kind).glob("[!_.]*") if path.is_dir()]
    return sorted({*several, *(path.parent for path in root.rglob("pack.yml"))})


def check_pack(directory: Path) -> list[Fault]:
    """What is wrong with one pack, file by file; empty where nothing is."""
    kind = next((part for part in reversed(directory.parts) if part in ROWS), "")
    if not kind:
        hint = f"a pack lies under one of: {', '.join(sorted(ROWS))}"
        return [Fault(file=directory, message="can't tell what kind of pack this is", hint=hint)]
    faults = list(_check_manifest(directory))
    for path in sorted(p for p in directory.rglob("*") if p.suffix in SOURCES_OF_DATA):
        text = _text(path)
        if text is None:
            faults.append(Fault(file=path, message="is not UTF-8", hint="save it as UTF-8 without a mark"))
        else:
            faults += check_file(path, text, kind=kind)
    if kind == "theatre" and not faults:  # how its files hold together can be told where each can be read
        faults += [_fault(error, directory) for error in theatre.theatre_faults(directory)]
    return faults


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def check_file(path: Path, text: str, *, kind: str) -> Iterator[Fault]:
    """What is wrong with one file of a pack of the kind."""
    for number, line in enumerate(text.split("\n"), start=1):
        for slip in find_slips(line):
            yield Fault(file=path, line=number, message=f"column {slip.column}: {slip.code_point}", hint=slip.advice)
    if path.suffix == ".csv":
        yield from _check_rows(path, kind=kind)
    elif path.suffix == ".yml":
        yield from _check_yaml(path, text, kind=kind)


def _check_manifest(directory: Path) -> Iterator[Fault]:
    """Faults of `pack.yml`, and of what it expects of the files beside it."""
    path = directory / "pack.yml"
    try:
        manifest = read_manifest(directory).manifest
    except PackError as error:
        yield _fault(error, path)
        return
    if not CALENDAR_VERSION.fullmatch(manifest.version):
        yield Fault(file=path, message=f"version {manifest.version!r}", hint="write year.month.number: 2026.11.1")
    for name in ("owners", "sources"):
        if not getattr(manifest, name):
            yield Fault(file=path, message=f"{name} is empty", hint="say whose it is and where it comes from")
    for name, least in manifest.expects.items():
        found = count_rows(directory / name)
        if found is None:
            yield Fault(file=path, message=f"expects {name}, which is not here", hint="restore it, or strike it")
        elif found < least:
            yield Fault(
                file=directory / name,
                message=f"{found} rows, where pack.yml expects at least {least}",
                hint="a cut file? Restore the rows, or lower the number in pack.yml",
            )
    for csv_file in sorted(directory.glob("*.csv")):
        if csv_file.name not in manifest.expects:
            hint = f"add `{csv_file.name}: {count_rows(csv_file)}` under expects"
            yield Fault(file=path, message=f"expects says nothing about {csv_file.name}", hint=hint)


def count_rows(path: Path) -> int | None:
    """How many rows or list items the file holds; `None` where it isn't there or can't be read."""
    try:
        if path.suffix == ".csv":
            return sum(1 for _ in _cells(path))
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    except (OSError, ValueError, yaml.YAMLError, csv.Error):
        return None
    if isinstance(data, dict) and len(data) == 1:
        (data,) = data.values()
    return len(data) if isinstance(data, (list, dict)) else 0


def _cells(path: Path) -> Iterator[tuple[int, list[str]]]:
    """The rows below the header with their line numbers, without blank lines and comments."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        next(reader, None)
        for cells in reader:
            if cells and not cells[0].startswith("#"):
                yield reader.line_num, cells


def _check_rows(path: Path, *, kind: str) -> Iterator[Fault]:
    """Faults of a CSV file: its schema, the order of cells, rows said twice."""
    row_type = ROWS[kind].get(path.name)
    if row_type is None:
        hint = f"files of a {kind} pack: {', '.join(sorted(ROWS[kind]))}"
        yield Fault(file=path, message="nothing reads this file", hint=hint)
        return
    for _, row in scan_csv(path, row_type):
        if isinstance(row, PackError):
            yield _fault(row, path)
    seen: dict[object, int] = {}
    for line, cells in _cells(path):
        yield from _check_cells(path, line, cells)
        for key, what in _keys(path, cells):
            if key in seen:
                yield Fault(
                    file=path,
                    line=line,
                    message=f"{what} stands in line {seen[key]} too",
                    hint="keep one of them",
                )
            seen.setdefault(key, line)


def _check_cells(path: Path, line: int, cells: list[str]) -> Iterator[Fault]:
    """Faults of one row that its schema does not know."""
    if any(ARABIC.search(cell) for cell in cells[:-1]):
        hint = "Arabic stands in the last cell alone: editors would show another order than is stored"
        yield Fault(file=path, line=line, message="Arabic in a cell that is not the last", hint=hint)
    if any("  " in cell or "\t" in cell for cell in cells):
        yield Fault(file=path, line=line, message="two spaces or a tab inside a cell", hint="write one space")
    if not ARABIC.search(cells[-1]):
        return
    spellings = [spelling.strip() for spelling in cells[-1].split("|")]
    if not all(spellings):
        yield Fault(file=path, line=line, message="an empty spelling between two |", hint="take one | out")
    exact = [spelling for spelling in spellings if spelling]
    if len(set(exact)) < len(exact):
        yield Fault(file=path, line=line, message="a spelling is listed twice in the row", hint="keep one")


def _keys(path: Path, cells: list[str]) -> Iterator[tuple[object, str]]:
    """What must stand once in the file: an id, and the row as a whole in whatever spelling."""
    with path.open(encoding="utf-8", newline="") as stream:
        header = next(csv.reader(stream), [])
    if header[:1] == ["id"]:
        yield ("id", cells[0]), f"id {cells[0]!r}"
    folded = tuple(" ".join(fold_word(word) for word in cell.split()) for cell in cells)
    yield ("row", folded), "the same row"


def _check_yaml(path: Path, text: str, *, kind: str) -> Iterator[Fault]:
    """Faults of a YAML file: syntax, keys said twice, Arabic in flow lists, its schema."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        yield Fault(file=path, line=line, message=error.problem or "not YAML", hint="correct the YAML")
        return
    if root is not None:
        yield from _check_node(path, root)
    schema = DOCUMENTS[kind].get(path.name)
    known = path.name == "pack.yml" or path.parent.name == "examples"
    if schema is None and not known:
        hint = f"YAML files of a {kind} pack: {', '.join(['pack.yml', *sorted(DOCUMENTS[kind])])}"
        yield Fault(file=path, message="nothing reads this file", hint=hint)
    elif schema is not None:
        try:
            read_yaml(path, schema)
        except PackError as error:
            yield _fault(error, path)


def _check_node(path: Path, node: yaml.Node) -> Iterator[Fault]:
    """Faults of one YAML node and of all below it."""
    line = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                at = key.start_mark.line + 1
                yield Fault(file=path, line=at, message=f"key {key.value!r} stands twice", hint="keep one")
            seen.add(key.value)
            yield from _check_node(path, value)
    elif isinstance(node, yaml.SequenceNode):
        if node.flow_style and any(_is_arabic(item) for item in node.value):
            hint = "write a block list, one item a line behind `- `: editors would show another order"
            yield Fault(file=path, line=line, message="Arabic in a [list, in one line]", hint=hint)
        for item in node.value:
            yield from _check_node(path, item)


def _is_arabic(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and ARABIC.search(node.value) is not None


def _fault(error: PackError, path: Path) -> Fault:
    file = Path(error.file) if error.file else path
    return Fault(file=file, line=error.line, message=error.message, hint=error.hint or "correct it")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
