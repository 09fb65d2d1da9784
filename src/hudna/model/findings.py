"""What a text says, as written: the result of coding, before anything is looked up in a theatre.

These are structs, not dataclasses: an article has dozens of them, and a frozen dataclass takes five times as long
to make.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

import msgspec

from hudna.model.spans import Span

Act = Literal[
    "assert",
    "confirm",
    "deny",
    "commit",
    "propose",
    "demand",
    "condition",
    "refuse",
    "support",
    "accuse",
    "condemn",
    "threaten",
    "warn",
    "decline",
]
Form = Literal["direct", "indirect", "mixed"]
SpeakerKind = Literal["person", "state", "armed_group", "organisation", "media", "unnamed"]
EventType = Literal[
    "shelling",
    "air_strike",
    "clash",
    "bombing",
    "shooting",
    "killing",
    "chemical_attack",
    "detention",
    "destruction",
    "capture",
    "deployment",
    "withdrawal",
    "ceasefire",
    "violation",
    "agreement",
    "meeting",
    "invitation",
    "vote",
    "sanction",
    "aid",
    "evacuation",
    "exchange",
    "displacement",
    "protest",
]
Status = Literal["happened", "ongoing", "planned", "hypothetical", "denied"]
Basis = Literal["stated", "relative", "context"]
PlaceKind = Literal[
    "country",
    "region",
    "governorate",
    "district",
    "city",
    "town",
    "village",
    "neighbourhood",
    "facility",
    "natural",
]
ClaimRelation = Literal["formerly-named", "member-of", "controls", "role", "extent", "located-in", "legal-basis"]

Why = Mapping[str, tuple[str, ...]]
"""For each field, what produced it: `rule:<name>` and `pack:<path>#<line>`, in the order of use."""

NO_WHY: Why = {}


NO_LANGUAGE = "HUD201"
"""The problem of a document in a language that has no pack: it is recorded, not coded."""
UNKNOWN_SPEAKER = "HUD211"
UNKNOWN_PLACE = "HUD212"
UNKNOWN_TIME = "HUD213"


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """What a text names and we could not resolve, or what was odd about it: the reviewer's queue."""

    code: str
    reason: str
    span: Span | None = None


class Statement(msgspec.Struct, frozen=True, kw_only=True):
    """Something that a source is reported to have said. Fields as in the annotation guide."""

    content: tuple[Span, ...]
    form: Form
    act: Act
    speaker: str | None
    """The fullest form the document gives, without the post; `None` where the text names one we can't tell."""
    kind: SpeakerKind
    source: Span | None = None
    cue: Span | None = None
    post: str | None = None
    affiliation: str | None = None
    sides: tuple[str, ...] = ()
    addressee: Span | None = None
    said_on: date | None = None
    in_reply_to: int | Span | None = None
    via: tuple[str, ...] = ()
    why: Why = {}


class Toll(msgspec.Struct, frozen=True, kw_only=True):
    """A number of victims told as more than one number or vaguely: `[low, high]`, ends may be unknown."""

    text: Span
    killed: tuple[int | None, int | None] | None = None
    injured: tuple[int | None, int | None] | None = None
    groups: Mapping[str, int] = {}


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened, goes on, is planned or is alleged in the world, other than speech."""

    type: EventType
    trigger: Span
    actors: tuple[Span, ...] = ()
    targets: tuple[Span, ...] = ()
    place: Span | None = None
    start: date | None = None
    end: date | None = None
    killed: int | None = None
    injured: int | None = None
    toll: Toll | None = None
    status: Status = "happened"
    told_by: tuple[int, ...] | Literal["outlet"] = "outlet"
    """Indices of the statements in which it is told; `outlet` where the reporter tells it."""
    agenda: tuple[Span, ...] = ()
    hour: str | None = None
    """The time of day as told, `HH:MM`, in the time of the place or of the outlet: the text seldom says which."""
    weapon: str | None = None
    """What it was done with, where told: a `weapon:` class of the language pack's event words."""
    struck: tuple[str, ...] = ()
    """What sorts of things were struck, where told: home, school, hospital, market, camp..."""
    why: Why = {}


class PlaceMention(msgspec.Struct, frozen=True, kw_only=True):
    """A geographic name as it stands in the text, with the gazetteer ids that it may refer to."""

    span: Span
    candidates: tuple[str, ...]
    """Gazetteer ids in order of likelihood by the name alone; empty where the words tell that it is a place
    (`village X`) and the gazetteer doesn't know it."""
    kind: PlaceKind | None = None
    """What the words around it say it is (a governorate by `muhafazat`, say); `None`: nothing."""
    metonym: bool = False
    why: Why = {}


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """An expression that can be placed on the calendar; `start` is `None` where it could not be resolved."""

    span: Span
    start: date | None
    end: date | None
    basis: Basis
    why: Why = {}


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """What a document says that is no event: membership, control, former name, role..."""

    relation: ClaimRelation
    span: Span
    subject: Span
    object: Span
    valid: tuple[date | None, date | None] = (None, None)
    told_by: tuple[int, ...] | Literal["outlet"] = "outlet"
    why: Why = {}


class Count(msgspec.Struct, frozen=True, kw_only=True):
    """A number of incidents that one side's monitors reported, with its parts by province."""

    span: Span
    by: str | None
    what: str
    total: int
    parts: tuple[tuple[str, int], ...] = ()
    of: tuple[date, date] | None = None
    adds_up: bool | None = None
    """Whether the parts sum to the total; `None` where no parts are told."""
    why: Why = {}


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """All that one text says. Every tuple is in the order of the text."""

    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    times: tuple[Time, ...] = ()
    claims: tuple[Claim, ...] = ()
    counts: tuple[Count, ...] = ()
    problems: tuple[Problem, ...] = ()
    outlet: str | None = None
    """The outlet that the text signs off with, where it does."""
    via: tuple[str, ...] = ()
    """Agencies that the whole text is credited to, outermost last."""
