"""From a dossier to the record of the contract. Compiled where the hot rooms are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, TypeVar

from hudna.model.findings import Claim, Count, Event, Problem, Statement, Time, Toll
from hudna.model.resolved import Dossier, Place, Unresolved, Where
from hudna.model.spans import Span
from hudna.record.contract import (
    SCHEMA,
    ClaimRecord,
    CoderRecord,
    CountRecord,
    DocumentRecord,
    EventRecord,
    PlaceRecord,
    ProblemRecord,
    SpanPair,
    StatementRecord,
    Teller,
    TimeRecord,
    TollRecord,
    WhereRecord,
    WhyRecord,
    ZoneRecord,
)

T = TypeVar("T")


def render(dossier: Dossier) -> DocumentRecord:
    """The dossier in the form of the contract. Equal dossiers give equal records."""
    article, findings, resolved = dossier.article, dossier.findings, dossier.resolved
    actors = _padded(resolved.actors, len(findings.statements))
    whys = _padded(resolved.actor_whys, len(findings.statements))
    wheres = _padded(resolved.wheres, len(findings.events))
    return DocumentRecord(
        schema=SCHEMA,
        id=article.id if article.given_id is None else article.given_id,
        lang=article.lang,
        outlet=findings.outlet if article.outlet is None else article.outlet,
        url=article.url,
        published=article.published,
        text=article.text,
        coder=CoderRecord(version=dossier.coder, packs=dict(dossier.packs)),
        statements=[
            _statement(s, actor, why or (), findings.via)
            for s, actor, why in zip(findings.statements, actors, whys, strict=True)
        ],
        events=[_event(e, where) for e, where in zip(findings.events, wheres, strict=True)],
        places=[_place(p) for p in resolved.places],
        times=[_time(t) for t in findings.times],
        claims=[_claim(c) for c in findings.claims],
        counts=[_count(c) for c in findings.counts],
        problems=[_problem(p) for p in problems_of(dossier)],
    )


def problems_of(dossier: Dossier) -> tuple[Problem, ...]:
    """All that is odd or unresolved in a dossier: of the bytes, the text, then what it refers to."""
    return tuple(dict.fromkeys((*dossier.article.notices, *dossier.findings.problems, *dossier.resolved.problems)))


def _padded(items: tuple[T, ...], length: int) -> tuple[T | None, ...]:
    """The items, with `None` for those that the resolver has not spoken of."""
    return (*items, *(None for _ in range(length - len(items))))


def _statement(
    statement: Statement, actor: str | Unresolved | None, told_by: tuple[str, ...], credited: tuple[str, ...]
) -> StatementRecord:
    return StatementRecord(
        source=_span(statement.source),
        speaker=statement.speaker,
        post=statement.post,
        affiliation=statement.affiliation,
        sides=list(statement.sides),
        kind=statement.kind,
        cue=_span(statement.cue),
        content=_spans(statement.content),
        form=statement.form,
        act=statement.act,
        addressee=_span(statement.addressee),
        said_on=statement.said_on,
        actor=actor if isinstance(actor, str) else None,
        in_reply_to=_reply(statement.in_reply_to),
        # Agencies that the whole text is credited to stand outside those of the one statement.
        via=[*statement.via, *(name for name in credited if name not in statement.via)],
        why=_why({**statement.why, "actor": told_by} if told_by else statement.why),
    )


def _event(event: Event, where: Where | Unresolved | None) -> EventRecord:
    return EventRecord(
        type=event.type,
        trigger=_pair(event.trigger),
        actors=_spans(event.actors),
        targets=_spans(event.targets),
        place=_span(event.place),
        start=event.start,
        end=event.end,
        killed=event.killed,
        injured=event.injured,
        toll=None if event.toll is None else _toll(event.toll),
        status=event.status,
        told_by=_teller(event.told_by),
        agenda=_spans(event.agenda),
        hour=event.hour,
        weapon=event.weapon,
        struck=list(event.struck),
        where=_where(where) if isinstance(where, Where) else None,
        why=_why(event.why),
    )


def _toll(toll: Toll) -> TollRecord:
    return TollRecord(killed=toll.killed, injured=toll.injured, text=_pair(toll.text), groups=dict(toll.groups))


def _where(where: Where) -> WhereRecord:
    return WhereRecord(
        place=where.place,
        lat=_degrees(where.lat),
        lon=_degrees(where.lon),
        precision=where.precision,
        # A bare zone id says that the zone comes into question, not more.
        zones=[ZoneRecord(id=zone, relation="possible", km=None) for zone in where.zones],
    )


def _place(place: Place) -> PlaceRecord:
    return PlaceRecord(
        span=_pair(place.span),
        country=place.country,
        name=place.name,
        kind=place.kind,
        lat=_degrees(place.lat),
        lon=_degrees(place.lon),
        id=place.id,
        metonym=place.metonym,
        why=_why(place.why),
    )


def _time(time: Time) -> TimeRecord:
    return TimeRecord(span=_pair(time.span), start=time.start, end=time.end, basis=time.basis, why=_why(time.why))


def _claim(claim: Claim) -> ClaimRecord:
    return ClaimRecord(
        subject=_pair(claim.subject),
        relation=claim.relation,
        object=_pair(claim.object),
        span=_pair(claim.span),
        valid=claim.valid,
        told_by=_teller(claim.told_by),
        why=_why(claim.why),
    )


def _count(count: Count) -> CountRecord:
    return CountRecord(
        span=_pair(count.span),
        by=count.by,
        what=count.what,
        total=count.total,
        parts=list(count.parts),
        of=count.of,
        adds_up=count.adds_up,
        why=_why(count.why),
    )


def _problem(problem: Problem) -> ProblemRecord:
    return ProblemRecord(code=problem.code, span=_span(problem.span), reason=problem.reason)


def _pair(span: Span) -> SpanPair:
    return (span.start, span.end)


def _span(span: Span | None) -> SpanPair | None:
    return None if span is None else _pair(span)


def _spans(spans: Iterable[Span]) -> list[SpanPair]:
    return [_pair(span) for span in spans]


def _reply(reply: int | Span | None) -> int | SpanPair | None:
    return _pair(reply) if isinstance(reply, Span) else reply


def _teller(told_by: tuple[int, ...] | Literal["outlet"]) -> Teller:
    return "outlet" if told_by == "outlet" else list(told_by)


def _why(why: Mapping[str, tuple[str, ...]]) -> WhyRecord:
    return dict(why)


def _degrees(value: float | None) -> float | None:
    # A pack may give whole degrees as an int; the record always holds a float.
    return None if value is None else float(value)
