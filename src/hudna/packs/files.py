"""Files of packs: CSV and YAML read as text, typed by a schema, every fault told with file and line."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from hudna.errors import PackError

T = TypeVar("T")
Row = TypeVar("Row", bound=msgspec.Struct)

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
# BaseLoader reads every scalar as text: otherwise 12:30 becomes 750 and `no` becomes False.


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`pack.yml`: what a pack is, whose it is, and how many rows its files must have."""

    name: str
    version: str
    owners: list[str]
    sources: list[str]
    expects: dict[str, int] = {}
    """For a file name, the least number of rows: a cut file is noticed."""
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PackInfo:
    """A pack's directory, manifest and digest."""

    directory: Path
    manifest: Manifest
    digest: str

    @property
    def version(self) -> str:
        """Version and digest, as they stand in a record's `coder.packs`."""
        return f"{self.manifest.version} sha256:{self.digest[:12]}"


@cache
def packs_root() -> Path:
    """The directory that the shipped packs lie in."""
    return Path(str(resources.files("hudna.packs")))


def label(path: Path) -> str:
    """A pack file's short name, as reasons cite it: `lang/ar/cues.csv`."""
    try:
        return path.relative_to(packs_root()).as_posix()
    except ValueError:
        return path.name


def read_manifest(directory: Path) -> PackInfo:
    """The manifest of the pack in `directory`, with a digest of all its files."""
    path = directory / "pack.yml"
    if not path.is_file():
        raise PackError("this pack has no pack.yml", file=path, hint="add one: name, version, owners, sources")
    digest = hashlib.sha256()
    for file in sorted(directory.rglob("*")):
        if file.is_file() and file.suffix in {".csv", ".yml", ".geojson", ".bin"}:
            digest.update(file.relative_to(directory).as_posix().encode())
            digest.update(file.read_bytes())
    return PackInfo(directory=directory, manifest=read_yaml(path, Manifest), digest=digest.hexdigest())


def read_csv(path: Path, row_type: type[Row]) -> list[tuple[int, Row]]:
    """The rows of a CSV file with their line numbers. Columns are the fields of `row_type`; blanks are left out."""
    rows: list[tuple[int, Row]] = []
    for line, row in scan_csv(path, row_type):
        if isinstance(row, PackError):
            raise row
        rows.append((line, row))
    return rows


def scan_csv(path: Path, row_type: type[Row]) -> Iterator[tuple[int, Row | PackError]]:
    """As `read_csv`, with what is wrong with a row in the row's place: for showing every fault at once."""
    fields = {f.name for f in msgspec.structs.fields(row_type)}
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader, [])
        unknown = [name for name in header if name not in fields]
        if unknown or not header:
            yield (
                1,
                PackError(
                    f"columns {', '.join(unknown) or '(none)'} are not known here",
                    file=path,
                    line=1,
                    hint=f"accepted are: {', '.join(sorted(fields))}",
                ),
            )
            return
        for cells in reader:
            if cells and not cells[0].startswith("#"):
                yield reader.line_num, _row(header, cells, row_type, file=path, line=reader.line_num)


def _row(header: list[str], cells: list[str], row_type: type[Row], *, file: Path, line: int) -> Row | PackError:
    """The cells as `row_type`, or what is wrong with them."""
    if len(cells) != len(header):
        return PackError(
            f"{len(cells)} cells where the header has {len(header)}",
            file=file,
            line=line,
            hint="a comma inside a cell needs double quotes round the cell",
        )
    values = {name: cell.strip() for name, cell in zip(header, cells, strict=True) if cell.strip()}
    try:
        return msgspec.convert(values, row_type, strict=False)
    except msgspec.ValidationError as error:
        return PackError(str(error), file=file, line=line, hint="correct the cell")


def read_yaml(path: Path, kind: type[T]) -> T:
    """A YAML file as `kind`; scalars are text until the schema types them."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
        return msgspec.convert(data, kind, strict=False)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise PackError(error.problem or "not YAML", file=path, line=line, hint="correct the YAML") from None
    except msgspec.ValidationError as error:
        raise PackError(str(error), file=path, hint="correct the value that the path names") from None
