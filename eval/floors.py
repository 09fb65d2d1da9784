"""The quality floors: `floors.toml` read, compared, raised, and lowered only with a reason."""

from __future__ import annotations

import hashlib
import json
import math
import tomllib
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from pathlib import Path

MARGIN = 0.005
"""A raised floor lies this far below the figure: room for a change that wins more elsewhere."""

HEAD = """\
# Written by `make eval`. A figure below its floor fails the build.
# `make eval RAISE=1` raises floors; `make eval LOWER="reason"` is the only way down, and keeps the reason.
"""

Figures = Mapping[str, Mapping[str, float]]
"""By section (`dev`, `seed`, `airwars`, ...), then by the name of the score."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lowered:
    """One floor that was taken down: when, from where to where, and why."""

    day: str
    name: str
    was: float
    now: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """What must hold, the gold files it was measured on, and what was ever lowered."""

    gold: Mapping[str, str] = field(default_factory=dict)
    floors: Figures = field(default_factory=dict)
    lowered: tuple[Lowered, ...] = ()

    def broken(self, figures: Figures) -> list[str]:
        """A sentence for each figure that is below its floor or was not measured."""
        return [
            f"{section}: {name} is {'not measured' if figure is None else f'{figure:.4f}'}, floor {floor:.4f}"
            for section, name, floor in self._rows()
            if (figure := figures.get(section, {}).get(name)) is None or figure < floor
        ]

    def raised(self, figures: Figures) -> Floors:
        """The same or higher floors: each at its figure less the margin where that is higher."""
        floors = {section: dict(names) for section, names in self.floors.items()}
        for section, names in figures.items():
            for name, figure in names.items():
                known = floors.setdefault(section, {})
                known[name] = max(known.get(name, 0.0), floor_for(figure))
        return replace(self, floors=floors)

    def lowered_to(self, figures: Figures, *, reason: str, day: str) -> Floors:
        """Floors taken down to what the broken ones now measure, each with the reason."""
        floors = {section: dict(names) for section, names in self.floors.items()}
        log = list(self.lowered)
        for section, name, floor in self._rows():
            figure = figures.get(section, {}).get(name, 0.0)
            if figure < floor:
                now = floor_for(figure)
                floors[section][name] = now
                log.append(Lowered(day=day, name=f"{section}: {name}", was=floor, now=now, reason=reason))
        return replace(self, floors=floors, lowered=tuple(log))

    def of(self, sections: Set[str]) -> Floors:
        """The floors of these sections alone."""
        return replace(self, floors={name: row for name, row in self.floors.items() if name in sections})

    def with_those_of(self, other: Floors) -> Floors:
        """These floors, with the sections and the log of the other where it has them."""
        return replace(self, floors={**self.floors, **other.floors}, lowered=other.lowered)

    def changed_gold(self, gold: Mapping[str, str]) -> list[str]:
        """The names of gold files that are not the ones the floors were measured on."""
        return sorted(name for name in {*self.gold, *gold} if self.gold.get(name) != gold.get(name))

    def _rows(self) -> Iterable[tuple[str, str, float]]:
        return ((s, n, floor) for s, names in self.floors.items() for n, floor in names.items())


def floor_for(figure: float) -> float:
    """A margin below the figure, in thousandths, never below nought; a full score has no margin."""
    if figure >= 1:
        return 1.0
    return max(0.0, math.floor((figure - MARGIN) * 1000 + 1e-6) / 1000)


def digest(path: Path) -> str:
    """The file's SHA-256, so that a changed corpus is noticed."""
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def read_floors(path: Path) -> Floors:
    """The floors in the file; none at all where there is no file."""
    if not path.exists():
        return Floors()
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Floors(
        gold=data.get("gold", {}),
        floors=data.get("floors", {}),
        lowered=tuple(Lowered(**row) for row in data.get("lowered", [])),
    )


def write_floors(path: Path, floors: Floors) -> None:
    """The file holds these floors, in the order of the sections and scores."""
    lines = [HEAD, "[gold]"]
    lines += [f"{_text(name)} = {_text(floors.gold[name])}" for name in sorted(floors.gold)]
    for section, names in floors.floors.items():
        lines += ["", f"[floors.{section}]"]
        lines += [f"{_text(name)} = {floor:.3f}" for name, floor in names.items()]
    for row in floors.lowered:
        lines += ["", "[[lowered]]", f"day = {_text(row.day)}", f"name = {_text(row.name)}"]
        lines += [f"was = {row.was:.3f}", f"now = {row.now:.3f}", f"reason = {_text(row.reason)}"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _text(value: str) -> str:
    # A JSON string is a TOML string too.
    return json.dumps(value, ensure_ascii=False)
