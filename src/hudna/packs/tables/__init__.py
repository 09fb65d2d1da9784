"""The word lists of a language pack: for each file its columns and what its words are.

A list of the lexicon has a last column `word`: the word, or several spellings of it separated by ` | `;
and, where words inflect, a column `inflect` (see `packs/inflect.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hudna.packs.inflect import Inflection


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One CSV file of words."""

    file: str
    row: type[Any]
    kind: int | Callable[[Any], int]
    inflect: Inflection = "fixed"
    """How words inflect where the row doesn't say."""

    def kind_of(self, row: object) -> int:
        """The kind of entry that `row` becomes."""
        return self.kind if isinstance(self.kind, int) else self.kind(row)
