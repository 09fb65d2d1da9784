"""The coded document as others read it: one JSON object a document, versioned and checked.

These structs are the contract `hudna.document/1`. The JSON Schema that ships beside them
(`schema/document-1.json`) is generated from them; a test holds the two equal. Every field is always written,
and no other field is read. `render` turns a dossier into a record; `encode` and `decode` carry it over the
wire.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Literal, TypeVar

import msgspec

from hudna.model.findings import (
    Act,
    Basis,
    Claim,
    ClaimRelation,
    Count,
    Event,
    EventType,
    Form,
    PlaceKind,
    Problem,
    SpeakerKind,
    Statement,
    Status,
    Time,
    Toll,
)
from hudna.model.resolved import Dossier, Place, Precision, Unresolved, Where
from hudna.model.spans import Span

T = TypeVar("T")

SCHEMA: Literal["hudna.document/1"] = "hudna.document/1"

SpanPair = tuple[int, int]
"""`[start, end)` in code points of the document's text."""
DayRange = tuple[date | None, date | None]
Range = tuple[int | None, int | None]
Teller = list[int] | Literal["outlet"]
WhyRecord = dict[str, tuple[str, ...]]


class CoderRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What coded the document: program version, and each pack's version and digest."""

    version: str
    packs: dict[str, str]


class StatementRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that a source is reported to have said."""

    source: SpanPair | None
    speaker: str | None
    post: str | None
    affiliation: str | None
    sides: list[str]
    kind: SpeakerKind
    cue: SpanPair | None
    content: list[SpanPair]
    form: Form
    act: Act
    addressee: SpanPair | None
    said_on: date | None
    actor: str | None
    in_reply_to: int | SpanPair | None
    via: list[str]
    why: WhyRecord


class TollRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of victims told as more than one number, or vaguely."""

    killed: Range | None
    injured: Range | None
    text: SpanPair
    groups: dict[str, int]


class ZoneRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A zone in force on the event's date, and how the event lies to it."""

    id: str
    relation: Literal["in", "near", "possible"]
    km: float | None


class WhereRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where an event is placed, and how exactly."""

    place: str
    lat: float | None
    lon: float | None
    precision: Precision
    zones: list[ZoneRecord]


class EventRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something that happened, goes on, is planned or is alleged in the world, other than speech."""

    type: EventType
    trigger: SpanPair
    actors: list[SpanPair]
    targets: list[SpanPair]
    place: SpanPair | None
    start: date | None
    end: date | None
    killed: int | None
    injured: int | None
    toll: TollRecord | None
    status: Status
    told_by: Teller
    agenda: list[SpanPair]
    hour: str | None = None
    weapon: str | None = None
    struck: list[str] = []
    where: WhereRecord | None
    why: WhyRecord


class PlaceRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mention of a geographic name with the place that it refers to."""

    span: SpanPair
    country: str | None
    name: str
    kind: PlaceKind
    lat: float | None
    lon: float | None
    id: str
    metonym: bool
    why: WhyRecord


class TimeRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An expression that can be placed on the calendar; `start` is null where it could not be resolved."""

    span: SpanPair
    start: date | None
    end: date | None
    basis: Basis
    why: WhyRecord


class ClaimRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the document says that is no event: membership, control, role, former name."""

    subject: SpanPair
    relation: ClaimRelation
    object: SpanPair
    span: SpanPair
    valid: DayRange
    told_by: Teller
    why: WhyRecord


class CountRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A number of incidents that one side's monitors reported, with its parts by province."""

    span: SpanPair
    by: str | None
    what: str
    total: int
    parts: list[tuple[str, int]]
    of: tuple[date, date] | None
    adds_up: bool | None
    why: WhyRecord


class ProblemRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the text names and we could not resolve, or what was odd about the input."""

    code: str
    span: SpanPair | None
    reason: str


class DocumentRecord(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One coded document."""

    schema: Literal["hudna.document/1"]
    id: str
    lang: str
    outlet: str | None
    url: str | None
    published: date | None
    text: str
    coder: CoderRecord
    statements: list[StatementRecord]
    events: list[EventRecord]
    places: list[PlaceRecord]
    times: list[TimeRecord]
    claims: list[ClaimRecord]
    counts: list[CountRecord]
    problems: list[ProblemRecord]


_ENCODER = msgspec.json.Encoder(order="deterministic")
_DECODER = msgspec.json.Decoder(DocumentRecord)


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


def encode(record: DocumentRecord) -> bytes:
    """One line of UTF-8 JSON without a line end; the same record gives the same bytes."""
    return _ENCODER.encode(record)


def decode(line: bytes | str) -> DocumentRecord:
    """The record that a line holds; `msgspec.ValidationError` where it breaks the contract."""
    return _DECODER.decode(line)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a coded document."""
    generated = msgspec.json.schema(DocumentRecord)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:hudna:schema:document:1",
        "title": f"A document coded by Hudna ({SCHEMA})",
        **generated,
    }


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
