"""The coded document as others read it: one JSON object a document, versioned and checked.

These structs are the contract `hudna.document/1`. The JSON Schema that ships beside them
(`schema/document-1.json`) is generated from them; a test holds the two equal. Every field is always written,
and no other field is read. `encode` and `decode` carry a record over the wire.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

import msgspec

from hudna.model.findings import Act, Basis, ClaimRelation, EventType, Form, PlaceKind, SpeakerKind, Status
from hudna.model.resolved import Precision

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
