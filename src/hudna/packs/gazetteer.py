"""The gazetteer: places that Arabic news of the region names, with where they lie.

One name may mean several places (a governorate and its seat, villages of three countries); the lexicon holds
one entry for each name, whose row is a `PlaceName`: all that it may mean, the likeliest first.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from hudna.errors import PackError
from hudna.model.findings import PlaceKind
from hudna.packs.files import PackInfo, label, packs_root, read_csv, read_manifest
from hudna.packs.lexicon import Entry, Kind, Lexicon
from hudna.text import fold_word

Needs = Literal["place", "class", "never"]
"""What a name needs before it to be taken for a place: `place` a preposition of place, a place word, or a list
of places that it stands in; `class` a place word (town, district) or its list; `never`: the word is so common
that the place is left out."""


class PlaceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One place. `country` is blank for a region across countries; the more often news means it, the higher
    its `weight`."""

    id: str
    name: str
    lat: float
    lon: float
    ar: str
    kind: PlaceKind = "country"
    country: str | None = None
    seat: str | None = None
    """`capital` of its country, whose name may stand for the government."""
    weight: float = 0.0
    needs: Needs | None = None


class WeakRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name that is also a common word or a person's name, with what must stand before it."""

    needs: Needs
    ar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """What one Arabic name may mean, the likeliest first, and what it needs before it."""

    rows: tuple[PlaceRow, ...]
    ids: tuple[str, ...]
    needs: Needs | None
    capital: bool
    """Whether the name may stand for a government."""

    @property
    def country(self) -> str | None:
        """The country of the likeliest place of the name."""
        return self.rows[0].country


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """All places by id, and their names."""

    info: PackInfo
    places: dict[str, PlaceRow]
    names: dict[str, tuple[PlaceName, str]]
    """For each folded name what it may mean, and the row that lists it first."""

    def add_to(self, lexicon: Lexicon) -> None:
        """Add every name as an entry of `Kind.PLACE`."""
        for name, (meaning, why) in self.names.items():
            lexicon.add((name,), Entry(Kind.PLACE, meaning.rows[0].ar, meaning, why))


_FILES = ("countries.csv", "capitals.csv", "places.csv", "geonames.csv", "airwars.csv")
ROWS: dict[str, type[Any]] = {**dict.fromkeys(_FILES, PlaceRow), "weak.csv": WeakRow}
"""The lists of the gazetteer and what their rows are."""


def load_gazetteer(directory: Path | None = None) -> Gazetteer:
    """The gazetteer shipped with Hudna, or the one in `directory`; `PackError` where a file is wrong."""
    directory = directory or packs_root() / "gazetteer"
    info = read_manifest(directory)
    places: dict[str, PlaceRow] = {}
    found: dict[str, list[tuple[PlaceRow, str]]] = {}
    for path in (directory / file for file in _FILES):
        name = label(path)
        rows = _read(path) if path.is_file() else []
        folded = fold_word("\n".join(row.ar for _, row in rows)).split("\n")
        for (line, row), spellings in zip(rows, folded, strict=True) if rows else ():
            if row.id in places:
                raise PackError(f"the id {row.id} is there twice", file=path, line=line, hint="give it another id")
            places[row.id] = row
            pair = (row, f"pack:{name}#{line}")
            for spelling in spellings.split(" | "):
                found.setdefault(spelling, []).append(pair)
    weak = _weak(directory / "weak.csv")
    names = {name: _meaning(rows, weak.get(name)) for name, rows in found.items() if weak.get(name) != "never"}
    return Gazetteer(info=info, places=places, names=names)


def _read(path: Path) -> list[tuple[int, PlaceRow]]:
    """As `read_csv`, typed all rows at once: this is the largest file that every run reads."""
    lines: list[int] = []
    values: list[dict[str, str | None]] = []
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream)
        header = next(reader, [])
        for cells in reader:
            if cells and not cells[0].startswith("#"):
                lines.append(reader.line_num)
                values.append(dict(zip(header, [cell or None for cell in cells], strict=False)))
    try:
        return list(zip(lines, msgspec.convert(values, list[PlaceRow], strict=False), strict=True))
    except msgspec.ValidationError:
        return read_csv(path, PlaceRow)  # finds the line, and says what is wrong with it


def _weak(path: Path) -> dict[str, Needs]:
    if not path.is_file():
        return {}
    rows = [row for _, row in read_csv(path, WeakRow)]
    folded = fold_word("\n".join(row.ar for row in rows)).split("\n")
    return {form: row.needs for row, forms in zip(rows, folded, strict=True) for form in forms.split(" | ")}


def _meaning(rows: list[tuple[PlaceRow, str]], needs: Needs | None) -> tuple[PlaceName, str]:
    if len(rows) > 1:
        rows = sorted(rows, key=lambda pair: -pair[0].weight)  # stable: the file's order breaks ties
    unique = {row.id: row for row, _ in rows}
    if needs is None and all(row.needs for row in unique.values()):
        needs = rows[0][0].needs
    capital = any(row.seat == "capital" for row in unique.values())
    name = PlaceName(rows=tuple(unique.values()), ids=tuple(unique), needs=needs, capital=capital)
    return name, rows[0][1]
