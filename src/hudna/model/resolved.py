"""What a text refers to: findings looked up in gazetteer and theatre."""

from __future__ import annotations

from typing import Literal

import msgspec

from hudna.model.article import Article
from hudna.model.findings import Findings, PlaceKind, Problem, Why
from hudna.model.spans import Span

Precision = Literal["exact", "town", "district", "governorate", "country"]


class Unresolved(msgspec.Struct, frozen=True, kw_only=True):
    """Something that the text names and we can't tell: why, and what it may be."""

    reason: str
    candidates: tuple[str, ...] = ()


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A mention with the place that it refers to. `lat`, `lon` in WGS 84 degrees."""

    span: Span
    country: str | None
    """ISO 3166 alpha-3; `None` for a region across countries."""
    name: str
    kind: PlaceKind
    lat: float | None
    lon: float | None
    id: str
    """Its id in the gazetteer; empty where the gazetteer doesn't know it, and then nothing else is known."""
    metonym: bool
    why: Why = {}


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Where an event is placed. Zones come with the zones issue; until then the tuple is empty."""

    place: str
    lat: float | None
    lon: float | None
    precision: Precision
    zones: tuple[str, ...] = ()


class Resolved(msgspec.Struct, frozen=True, kw_only=True):
    """Parallel to the findings: `actors[i]` belongs to `findings.statements[i]`, and so on."""

    actors: tuple[str | Unresolved | None, ...] = ()
    actor_whys: tuple[tuple[str, ...], ...] = ()
    """For each actor the rule and the rows of the theatre that told who it is; empty where none is told."""
    places: tuple[Place, ...] = ()
    wheres: tuple[Where | Unresolved | None, ...] = ()
    problems: tuple[Problem, ...] = ()


class Dossier(msgspec.Struct, frozen=True, kw_only=True):
    """One coded article: what came in, what it says, what it refers to, and what coded it."""

    article: Article
    findings: Findings
    resolved: Resolved
    coder: str
    packs: tuple[tuple[str, str], ...] = ()
    """Pack name and version with digest, sorted by name."""
