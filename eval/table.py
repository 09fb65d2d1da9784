"""The one way in which `make eval` prints figures: a title, columns, and rows of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

NAME = 28
CELL = 11

Cell = float | int | None
"""A share is a float and printed with three places; a count is an int; `None` was not measured."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Figures by row and column."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]

    def __str__(self) -> str:
        head = f"{self.title:{NAME}}" + "".join(f"{name:>{CELL}}" for name in self.columns)
        return "\n".join([head, *(f"{name:{NAME}}{cells(row)}" for name, row in self.rows)])


def cells(row: Sequence[Cell]) -> str:
    """The cells of a row, each in its width."""
    return "".join(f"{cell(figure):>{CELL}}" for figure in row)


def cell(figure: Cell) -> str:
    """A figure as it is printed."""
    if figure is None:
        return "-"
    return str(figure) if isinstance(figure, int) else f"{figure:.3f}"
