"""What a data set gives: tables to print, figures that floors hold, and the files it was measured on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from floors import Figures
from table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """All that was found on one data set."""

    tables: tuple[Table, ...]
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """A data set: the files that it needs, the sections of floors that it fills, and how it is measured."""

    name: str
    files: tuple[str, ...]
    """Under the folder of the set (`--gold` or `--bench`)."""
    sections: tuple[str, ...]
    measure: Callable[[Path, Path], Result]
    """From the folder and a folder for work."""

    def missing(self, folder: Path) -> list[str]:
        """The files that are not there."""
        return [name for name in self.files if not (folder / name).exists()]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Right, coded and known items: what precision, recall and F1 are made of."""

    right: int
    coded: int
    gold: int

    @property
    def precision(self) -> float:
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.coded + self.gold) if self.coded + self.gold else 0.0

    def cells(self) -> tuple[float | int, ...]:
        """The cells under `COLUMNS`."""
        return (self.precision, self.recall, self.f1, self.gold, self.coded, self.right)


COLUMNS = ("P", "R", "F1", "gold", "coded", "right")


def in_held_half(name: str) -> bool:
    """Whether an item belongs to the half that one does not develop with, by a hash of its name."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def by_half(items: Mapping[str, object]) -> dict[str, list[str]]:
    """The names of the items: all, those to develop with, those held back."""
    held = [name for name in items if in_held_half(name)]
    return {"all": list(items), "develop": [name for name in items if name not in set(held)], "held": held}
