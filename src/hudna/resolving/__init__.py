"""What it refers to: places of the gazetteer, actors of the theatre."""

from __future__ import annotations

from collections.abc import Iterable

from hudna.model import Article, Findings, Problem, Resolved, Statement, Unresolved
from hudna.model.findings import UNKNOWN_PLACE, UNKNOWN_SPEAKER
from hudna.packs.gazetteer import Gazetteer
from hudna.packs.theatre import TheatrePack
from hudna.resolving.actors import actor_why, resolve_actor
from hudna.resolving.places import NOT_LISTED, place_events, resolve_places

__all__ = ["resolve"]

_Known = tuple[str | Unresolved | None, tuple[str, ...]]
"""An actor, or why there is none, and the rules and rows that tell so."""


def resolve(findings: Findings, gazetteer: Gazetteer, theatre: TheatrePack | None, article: Article) -> Resolved:
    """The findings with places and actors looked up; what stays open is told in `problems`."""
    places = resolve_places(findings.places, gazetteer, article)
    known = _actors(findings.statements, theatre, article)
    actors, whys = tuple(actor for actor, _ in known), tuple(why for _, why in known)
    wheres = place_events(findings.events, places, gazetteer)
    problems = [
        Problem(code=UNKNOWN_SPEAKER, reason=f"speaker: {_reason(actor)}", span=statement.source or statement.cue)
        for statement, actor in zip(findings.statements, actors, strict=True)
        if isinstance(actor, Unresolved)
    ]
    problems += [
        Problem(code=UNKNOWN_PLACE, reason=f"place: {_reason(where)}", span=event.place or event.trigger)
        for event, where in zip(findings.events, wheres, strict=True)
        if isinstance(where, Unresolved)
    ]
    open_spans = {problem.span for problem in problems}
    problems += [
        Problem(code=UNKNOWN_PLACE, reason=f"place: {NOT_LISTED}", span=place.span)
        for place in places
        if not place.id and place.span not in open_spans
    ]
    return Resolved(actors=actors, actor_whys=whys, places=places, wheres=wheres, problems=tuple(problems))


def _reason(unresolved: Unresolved) -> str:
    """Why it is open, and what it may be."""
    if not unresolved.candidates:
        return unresolved.reason
    return f"{unresolved.reason} (may be: {', '.join(unresolved.candidates)})"


def _actors(statements: Iterable[Statement], theatre: TheatrePack | None, article: Article) -> list[_Known]:
    """For each statement the actor that speaks, with the rules and rows that tell so. Nobody is looked up twice."""
    seen: dict[tuple[object, ...], _Known] = {}
    out: list[_Known] = []
    for told in statements:
        if theatre is None:
            out.append((None, ()))
            continue
        day = told.said_on or article.published
        key = (told.speaker, told.post, told.kind, told.affiliation, told.sides, day)
        known = seen.get(key)
        if known is None:
            actor = resolve_actor(told, theatre, day)
            why = actor_why(told, actor, theatre, day) if isinstance(actor, str) else ()
            known = seen[key] = (actor, why)
        out.append(known)
    return out
