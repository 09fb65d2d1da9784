"""What recording one document came to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hudna.model.findings import Problem

State = Literal["added", "unchanged", "recoded"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A statement or event that both codings hold, and the fields in which they differ."""

    id: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """How two codings of one document differ. Ids in the order of the coding that holds them."""

    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    changed: tuple[Change, ...] = ()
    parts: tuple[str, ...] = ()
    """What else differs: `lang`, `outlet`, `places`, `times`, `claims`, `counts`, `problems`."""

    def __bool__(self) -> bool:
        return bool(self.new or self.gone or self.changed or self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What the ledger did with one document, and what it holds of it now."""

    document: str
    given_id: str | None
    state: State
    """`recoded`: by another coder or other packs, or to another result; `changes` says what differs."""
    statements: int
    events: int
    problems: tuple[Problem, ...]
    changes: Changes
    """Empty for `unchanged`; for `added`, everything is new."""
