"""What one may ask a list for, and how that reads in SQL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any

import sqlalchemy as sa

from hudna.errors import InputError
from hudna.ledger.schema import codings
from hudna.model.findings import Act, EventType, Status
from hudna.packs.wordclasses import word_class
from hudna.text import fold
from hudna.text import letters as L

_ESCAPE = "\\"
_SHORTEST_STEM = 3
_FIRST_PARTS = tuple(sorted(word_class("first parts of names")))
"""What names begin with that are asked for without it: `abd al-`, `abu`."""
_PLACE_WORDS = word_class("kinds of places asked for") | {
    "governorate",
    "province",
    "city",
    "town",
    "village",
    "of",
    "the",
}
"""Words beside the name of a place that tell only of what kind it is."""
_LAST = "\U0010ffff"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to list. A filter that is not given lets all through; those given must all hold.

    `speaker`, `place` and `text` are found in any spelling (hamza, teh marbuta, alef maksura, vowel marks,
    tatweel, Eastern digits), with or without article and attached particles; of several words, all must
    stand there, in any order.
    """

    speaker: str | None = None
    """Name, post, actor id or side of who says it; of an incident, of who tells it."""
    actors: tuple[str, ...] = ()
    """Ids of actors who count as the speaker asked for, whatever name the text gives them."""
    act: Act | None = None
    place: str | None = None
    """As written, English name or gazetteer id of a place in the words said, or of the incident."""
    type: EventType | None = None
    status: Status | None = None
    since: date | None = None
    until: date | None = None
    """First and last day. A statement counts on the day it was said, where that is told, else on the day of
    publication; an incident on any of its days; one without date never."""
    text: str | None = None
    """Words of the statement, of the sentence that tells the incident, or of the document."""
    known_by: datetime | None = None
    """What the ledger held at that moment; `None`: what it holds now."""
    limit: int | None = None

    def __post_init__(self) -> None:
        for name in ("speaker", "place", "text"):
            asked = getattr(self, name)
            if asked is not None and not fold(asked).text.strip():
                raise InputError(f"{name} is empty", hint="Give a word, or leave the filter out.")
        if self.limit is not None and self.limit < 1:
            raise InputError(f"limit is {self.limit}", hint="Ask for at least one item.")
        if self.since and self.until and self.since > self.until:
            raise InputError(f"since ({self.since}) lies after until ({self.until})", hint="Swap the two days.")
        if self.known_by is not None and self.known_by.tzinfo is None:
            raise InputError(f"known_by ({self.known_by}) has no time zone", hint="Add one, such as +03:00.")


def held(known_by: datetime | None) -> sa.ColumnElement[bool]:
    """Whether a coding was held at the moment; at each moment that is one a document."""
    if known_by is None:
        return codings.c.known_until.is_(None)
    return (codings.c.known_from <= known_by) & (codings.c.known_until.is_(None) | (codings.c.known_until > known_by))


def has_words(column: sa.ColumnElement[Any], asked: str) -> sa.ColumnElement[bool]:
    """Whether a folded column holds all words that are asked for."""
    return sa.and_(sa.true(), *(column.like(f"%{_escaped(word)}%", escape=_ESCAPE) for word in _words(asked)))


def starts_with(column: sa.ColumnElement[Any], start: str) -> sa.ColumnElement[bool]:
    """Whether a column begins with exactly these characters; LIKE would let SQLite ignore their case."""
    return (column >= start) & (column < start + _LAST)


def _words(asked: str) -> Iterator[str]:
    """The folded words without article: "the council" must find "for a council", and the other way round."""
    words = fold(asked).text.split()
    for word in chain.from_iterable(_parted(word) for word in words):
        bare = word.removeprefix(L.AL)
        yield bare if len(bare) >= _SHORTEST_STEM else word


def _parted(word: str) -> tuple[str, ...]:
    """A name that some write in one word and some in two, as two: `Abdullatif`, `Abd al-Latif`."""
    for first in _FIRST_PARTS:
        rest = word.removeprefix(first)
        if rest != word and len(rest) >= _SHORTEST_STEM:
            return (first.removesuffix(L.AL), rest)
    return (word,)


def without_place_words(asked: str) -> str:
    """A place as asked for without the word for its kind, where a name is left: `Hama governorate`."""
    words = asked.split()
    named = [word for word in words if fold(word).text.removeprefix(L.AL) not in _PLACE_WORDS]
    return " ".join(named) or asked


def _escaped(word: str) -> str:
    for special in (_ESCAPE, "%", "_"):
        word = word.replace(special, _ESCAPE + special)
    return word
