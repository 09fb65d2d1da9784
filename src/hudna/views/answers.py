"""What the record answers: typed items that pages, commands and reports share."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, Literal, TypeVar

import msgspec

from hudna.model.findings import Act, EventType, Form, SpeakerKind, Status
from hudna.model.resolved import Precision
from hudna.record import DocumentRecord, EventRecord, SpanPair, StatementRecord

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The document that an item rests on."""

    id: str
    given_id: str | None
    outlet: str | None
    url: str | None
    published: date | None
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementItem:
    """Who said what, in which words."""

    id: str
    speaker: str | None
    post: str | None
    affiliation: str | None
    sides: tuple[str, ...]
    kind: SpeakerKind
    actor: str | None
    act: Act
    form: Form
    quote: str
    """The words of the content; several spans are joined by an ellipsis."""
    said_on: date | None
    content: tuple[SpanPair, ...]
    document: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class TellerItem:
    """A statement in which an incident is told."""

    id: str
    speaker: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentItem:
    """What happened where and when, with what toll, told by whom."""

    id: str
    type: EventType
    status: Status
    start: date | None
    end: date | None
    place: str | None
    """As the text writes it."""
    place_id: str | None
    place_name: str | None
    lat: float | None
    lon: float | None
    precision: Precision | None
    killed: int | None
    injured: int | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    told_by: Literal["outlet"] | tuple[TellerItem, ...]
    sentence: str
    trigger: SpanPair
    document: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentItem:
    """A document with what was found in it."""

    id: str
    given_id: str | None
    outlet: str | None
    url: str | None
    published: date | None
    lang: str
    title: str
    """The first line of the text."""
    statements: int
    events: int
    problems: int
    coded: bool
    """False for a document that is recorded only, since no language pack reads it."""
    coder: str
    added_at: datetime
    known_from: datetime
    """Since when this coding of it is held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[T]):
    """A list, with the day that it speaks of and the state of the ledger that it rests on."""

    items: tuple[T, ...]
    as_of: date | None
    """The last day asked for; `None`: all days."""
    known_by: datetime | None
    """Asked again with this moment, the ledger gives the same list; `None`: it is empty."""
    more: int = 0
    """How many further items the limit left out."""
    undated: int = 0
    """How many items would have been listed, had their text told their day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """A span with the sentence that it stands in: `before + words + after`."""

    span: SpanPair
    sentence: SpanPair
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CodingItem:
    """A coding of a document that is or was held."""

    coder: str
    packs: dict[str, str]
    known_from: datetime
    known_until: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundStatement:
    """One statement, the whole coding of it, and each span of its content in its sentence."""

    item: StatementItem
    record: StatementRecord
    contexts: tuple[Context, ...]
    codings: tuple[CodingItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundEvent:
    """One event, the whole coding of it, and its trigger in its sentence. Not every event is an incident."""

    item: IncidentItem
    record: EventRecord
    contexts: tuple[Context, ...]
    codings: tuple[CodingItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDocument:
    """One document, all that it was coded to, and how often it was coded."""

    item: DocumentItem
    record: DocumentRecord
    statements: tuple[str, ...]
    events: tuple[str, ...]
    codings: tuple[CodingItem, ...]


Found = FoundStatement | FoundEvent | FoundDocument


def encode_answer(answer: Answer[T]) -> bytes:
    """The JSON form of a list: `items`, `as_of`, `known_by`, in one line."""
    whole = {"items": answer.items, "as_of": answer.as_of, "known_by": answer.known_by}
    return msgspec.json.encode(whole)


def encode_found(found: Found) -> bytes:
    """The JSON form of one thing found, with `kind` saying what it is."""
    kind = {FoundStatement: "statement", FoundEvent: "event", FoundDocument: "document"}[type(found)]
    return msgspec.json.encode({"kind": kind, **msgspec.to_builtins(found)})
