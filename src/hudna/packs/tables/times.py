"""Words of times, numbers and counts."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

from hudna.packs.lexicon import Kind
from hudna.packs.tables import Table

NumberRole = Literal["unit", "part", "ten", "tens", "hundred", "scale", "twice", "plural", "vague"]


class Number(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number word.

    `role` says how it combines: `unit` and `part` (a unit that only stands in compounds), `ten`, `tens`,
    `hundred`, `scale` (thousand and up), `twice` (a scale in the dual), `plural` (a scale that after a number
    multiplies it and alone is vague), `vague` (from `value` to the number in the column `vague`).
    """

    role: NumberRole
    value: int
    word: str
    vague: int | None = None


class Month(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A month's name. A `weak` one is also another word: alone it is no month without a sign beside it."""

    calendar: Literal["gregorian", "levantine", "maghrebi", "hijri"]
    month: int
    word: str
    weak: Literal["weak"] | None = None


class Weekday(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A weekday's name; 1 is Monday."""

    day: int
    word: str


class Ordinal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A day of the month, or a part of a year, as an ordinal."""

    value: int
    word: str


class Feast(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A feast: its first day in its calendar, and for how many days it is kept."""

    calendar: Literal["gregorian", "hijri"]
    month: int
    day: int
    days: int
    word: str


# Roles of words that an expression may begin with, and of words that only go on with one.
HeadRole = Literal[
    "deictic",
    "context",
    "none",
    "part",
    "day",
    "year",
    "unit",
    "units",
    "this",
    "edge",
    "half",
    "season",
    "decade",
    "ago",
]
LinkRole = Literal[
    "after",
    "about",
    "length",
    "last",
    "next",
    "current",
    "previous",
    "following",
    "same",
    "from",
    "since",
    "in",
    "and",
    "to",
    "month",
    "era",
    "publish",
    "ahead",
    "count",
    "rights",
]
Unit = Literal["day", "night", "week", "month", "season", "year"]


class TimeWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that time expressions are built with; `role` says how, `unit` and `value` what it adds."""

    role: HeadRole | LinkRole
    word: str
    unit: Unit | None = None
    value: int = 0


class CountWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word of monitors' bulletins: the verb that reports a number, what is counted, a period of hours."""

    role: Literal["verb", "what", "unit", "none", "hours"]
    word: str
    what: str | None = None
    value: int = 0


_HEADS = frozenset(get_args(HeadRole))

TABLES: tuple[Table, ...] = (
    Table(file="counts.csv", row=CountWord, kind=Kind.COUNT_WORD),
    Table(file="numbers.csv", row=Number, kind=Kind.NUMBER),
    Table(file="months.csv", row=Month, kind=Kind.MONTH),
    Table(file="weekdays.csv", row=Weekday, kind=Kind.WEEKDAY),
    Table(file="ordinals.csv", row=Ordinal, kind=Kind.TIMEWORD),
    Table(file="feasts.csv", row=Feast, kind=Kind.TIMEWORD),
    Table(
        file="timewords.csv",
        row=TimeWord,
        kind=lambda row: Kind.TIMEWORD if row.role in _HEADS else Kind.TIME_LINK,
    ),
)
