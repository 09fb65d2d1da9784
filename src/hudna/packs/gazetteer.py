"""The gazetteer: places that Arabic news of the region names, with where they lie.

One name may mean several places (a governorate and its seat, villages of three countries); the lexicon holds
one entry for each name, whose row is a `PlaceName`: all that it may mean, the likeliest first.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from typing import Any

import msgspec

from hudna.errors import PackError
from hudna.model.findings import PlaceKind
from hudna.packs.files import PackInfo, label, packs_root, read_csv, read_manifest
from hudna.packs.lexicon import Entry, Kind, Lexicon
from hudna.text import fold_word


Needs = Literal["place", "class"]
"""What a name needs before it to be taken for a place: `place` a preposition of place, a place word, or a list of
places that it stands in; `class` a place word (town, district) or its list."""


class PlaceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One place. `country` is blank for a region across countries; `weight` grows with how often news means it."""

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
    needs: Needs | None

    @property
    def country(self) -> str | None:
        """The country of the likeliest place of the name."""
        return self.rows[0].country

    @property
    def capital(self) -> bool:
        """Whether the name may stand for a government."""
        return any(row.seat == "capital" for row in self.rows)


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
    for file in _FILES:
        path = directory / file
        if not path.is_file():
            continue
        name = label(path)
        for line, row in read_csv(path, PlaceRow):
            if row.id in places:
                raise PackError(f'the id "{row.id}" is there twice', file=path, line=line, hint="give it another id")
            places[row.id] = row
            why = f"pack:{name}#{line}"
            for spelling in row.ar.split("|"):
                found.setdefault(fold_word(spelling.strip()), []).append((row, why))
    weak = _weak(directory / "weak.csv")
    names = {name: _meaning(rows, weak.get(name)) for name, rows in found.items()}
    return Gazetteer(info=info, places=places, names=names)


def _weak(path: Path) -> dict[str, Needs]:
    if not path.is_file():
        return {}
    return {fold_word(form.strip()): row.needs for _, row in read_csv(path, WeakRow) for form in row.ar.split("|")}


def _meaning(rows: list[tuple[PlaceRow, str]], needs: Needs | None) -> tuple[PlaceName, str]:
    if len(rows) > 1:
        rows = sorted(rows, key=lambda pair: -pair[0].weight)  # stable: the file's order breaks ties
    unique = tuple(dict.fromkeys(row for row, _ in rows))
    if needs is None and all(row.needs for row in unique):
        needs = unique[0].needs
    return PlaceName(rows=unique, needs=needs), rows[0][1]
