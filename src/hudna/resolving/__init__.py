"""What it refers to: places of the gazetteer, actors of the theatre."""

from __future__ import annotations

from hudna.model import Article, Findings, Problem, Resolved, Unresolved
from hudna.model.findings import UNKNOWN_PLACE, UNKNOWN_SPEAKER
from hudna.packs.gazetteer import Gazetteer
from hudna.packs.theatre import TheatrePack
from hudna.resolving.actors import actor_why, resolve_actor
from hudna.resolving.places import NOT_LISTED, place_events, resolve_places

__all__ = ["resolve"]


def resolve(findings: Findings, gazetteer: Gazetteer, theatre: TheatrePack | None, article: Article) -> Resolved:
    """The findings with places and actors looked up; what stays open is told in `problems`."""
    places = resolve_places(findings.places, gazetteer, article)
    days = [statement.said_on or article.published for statement in findings.statements]
    told = list(zip(findings.statements, days, strict=True))
    actors = tuple(None if theatre is None else resolve_actor(s, theatre, on=day) for s, day in told)
    whys = tuple(
        actor_why(s, actor, theatre, day) if theatre is not None and isinstance(actor, str) else ()
        for (s, day), actor in zip(told, actors, strict=True)
    )
    wheres = place_events(findings.events, places, gazetteer)
    problems = [
        Problem(code=UNKNOWN_SPEAKER, reason=f"speaker: {actor.reason}", span=statement.source or statement.cue)
        for statement, actor in zip(findings.statements, actors, strict=True)
        if isinstance(actor, Unresolved)
    ]
    problems += [
        Problem(code=UNKNOWN_PLACE, reason=f"place: {where.reason}", span=event.place or event.trigger)
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
