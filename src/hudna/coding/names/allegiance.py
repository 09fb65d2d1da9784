"""For whom somebody speaks where his own phrase does not tell: what the rest of the document tells of it.

In this order: a fuller mention of the body that he or it belongs to (`the division` is the one named before),
what is known of a person of this name, the state that the document speaks of.
"""

from __future__ import annotations

from typing import Final

from hudna.coding.names.naming import Source
from hudna.coding.names.persons import PERSONS, Person
from hudna.coding.names.phrases import noun_phrase
from hudna.coding.names.sides import is_state, sides_in
from hudna.coding.words.nouns import head_word, is_preposition
from hudna.coding.words.reading import Reading
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Kind
from hudna.packs.tables.speech import Body, Nisba, ShortName
from hudna.packs.wordclasses import only_word, word_class
from hudna.text import letters as L

_LONGEST_MENTION: Final = 8
_NO_CODE: Final = "OTHER"
"""The code for a known side that has no code of its own."""
_LEAST_SHARE: Final = 0.5
"""The share that a state must have among the states that the document names, to be the one it speaks of."""
_LEAST_TOLD: Final = 2
"""How often at least it must be told to be the side of an office of state: one name of a place says little."""
_TITLE_WEIGHT: Final = 3
_REBEL_UNITS: Final = word_class("rebel units")
"""What a band is called that fights the state; of these the ones of Syria have a code."""
_OFFICIAL: Final = word_class("official sources")
_STATE_OUTLETS: Final = word_class("state outlets")
_BY_SIDE: Final = {
    "ARE": word_class("agencies of ARE"),
    "BHR": word_class("agencies of BHR"),
    "CHN": word_class("agencies of CHN"),
    "DZA": word_class("agencies of DZA"),
    "IRN": word_class("agencies of IRN"),
    "IRQ": word_class("agencies of IRQ"),
    "JOR": word_class("agencies of JOR"),
    "KWT": word_class("agencies of KWT"),
    "PLO": word_class("agencies of PLO"),
    "QAT": word_class("agencies of QAT"),
    "RUS": word_class("agencies of RUS"),
    "SAU": word_class("agencies of SAU"),
    "SYR": word_class("agencies of SYR"),
    "TUR": word_class("agencies of TUR"),
}
_AGENCIES: Final = {word: side for side, words in _BY_SIDE.items() for word in words}
"""For whom the agencies speak that states keep."""
_KINGDOM: Final = only_word("kingdoms")
_KINGDOMS: Final = ("SAU", "JOR", "MAR", "BHR")
"""States that their own press calls the kingdom; of those that the text names, the one that it names most."""


def _is_of_no_state(known: str, told: str) -> bool:
    """Whether a nation is told of somebody known to speak for a body that is no state: `the Libyan marshal X`."""
    return is_state(told) and not is_state(known) and known != _NO_CODE


def side_of_outlet(r: Reading, first: int, stop: int) -> str | None:
    """The side of the state that keeps the outlet: by an agency's name, or the nationality of an official outlet."""
    official = False
    for k in range(first, stop):
        side = _AGENCIES.get(r.words[k].stem) or _AGENCIES.get(r.forms[k])
        if side is not None:
            return side
        official = official or r.words[k].stem in _STATE_OUTLETS
    sides = sides_in(r, first, stop) if official else []
    return sides[0] if sides and is_state(sides[0]) else None


def is_official(r: Reading, source: Source) -> bool:
    """Whether the source is a body or an office of state, or calls itself official: `a military source`."""
    if source.kind == "unnamed":
        return any(r.words[k].stem in _OFFICIAL for k in range(source.first + 1, source.stop))
    return source.kind == "state" or (source.kind == "person" and source.office)


class Allegiance:
    """What a document tells of the sides of its bodies and states; each question is asked of the text once."""

    __slots__ = ("_all", "_at", "_count", "_mentions", "_often", "_r", "_state", "_told")

    def __init__(self, r: Reading) -> None:
        self._r = r
        self._at: dict[str, list[int]] | None = None
        self._mentions: dict[str, list[tuple[int, str]]] = {}
        self._state: tuple[str, ...] = ()
        self._often = 0
        """How often that state is told."""
        self._told = False
        self._count: dict[str, int] = {}
        self._all = 0
        """How often each state is told, and all of them."""

    def settle(self, person: Person) -> None:
        """Give the person a side where the phrase that named him told none."""
        if person.kind == "media":
            self._settle_outlet(person)
            return
        by_name = person.known if person.known is not None and PERSONS in person.known[1] else None
        if person.sides and not (by_name is not None and _is_of_no_state(by_name[0], person.sides[0])):
            return
        told = by_name or self._of_bodies(person) or person.known or self._of_state(person) or self._of_no_code(person)
        side, reason = told or ("", "")
        if side:
            person.sides = [side]
            person.reasons = [*person.reasons, reason]

    def _of_no_code(self, person: Person) -> tuple[str, str] | None:
        """Bands, parties, tribes and whoever speaks for them have a side, be it one without a code."""
        if person.kind == "armed_group" and self._is_rebel(person.first):
            return "SYR_REBEL", "rule:rebels-of-document"
        if person.kind in ("organisation", "armed_group"):
            return _NO_CODE, "rule:side-without-code"
        if person.kind != "person":
            return None
        bodies = (self._r.match(i, Kind.BODY) for i in range(person.first, person.stop))
        rows = [match[1].row for match in bodies if match is not None]
        if any(isinstance(row, Body) and row.kind in ("organisation", "armed_group") for row in rows):
            return _NO_CODE, "rule:side-without-code"
        return None

    def _is_rebel(self, first: int) -> bool:
        """Whether a brigade is named at `first` in a document about Syria."""
        return head_word(self._r, first) in _REBEL_UNITS and self._document_state() == "SYR"

    def _settle_outlet(self, person: Person) -> None:
        """An outlet speaks for a body that it is said to belong to: `the media of the organisation`."""
        told = self._of_bodies(person) if person.sides in ([], ["MEDIA"]) else None
        if told is not None:
            person.sides = [told[0]]
            person.reasons = [*person.reasons, told[1]]

    def _of_bodies(self, person: Person) -> tuple[str, str] | None:
        """The side of a body named shortly in the phrase: told by its nearest fuller mention, else by the document."""
        r = self._r
        for i in range(person.first, person.stop):
            if person.kind == "media" and not self._is_owner(i):
                continue
            if r.flags[i] & Kind.BODY and self._is_short(i, person.stop):
                nearest = self._nearest(i)
                if nearest is not None:
                    return nearest, "rule:side-of-fuller-mention"
            short = self._short_name(i) if r.flags[i] & Kind.SHORT_NAME else None
            if short is not None:
                return short
        return None

    def _is_owner(self, i: int) -> bool:
        """Whether the body at `i` owns the outlet, and is not only near to it: `the media of the organisation`."""
        small = self._r.small_word(i - 1) if i else None
        return not self._r.words[i].preposition and (small is None or small.frame is None)

    def _is_short(self, i: int, stop: int) -> bool:
        """Whether the body at `i` is named by one definite word: `the division`."""
        r = self._r
        if not r.words[i].article:
            return False
        return i + 1 >= stop or not (r.words[i + 1].article or r.flags[i + 1] & Kind.NISBA)

    def _short_name(self, i: int) -> tuple[str, str] | None:
        """What a short name at `i` means in a document about the state that this one is about."""
        r = self._r
        entries = [entry for _, entry in r.phrases.get(i, ()) if entry.kind & Kind.SHORT_NAME]
        entries += [entry for entry in r.words[i].entries if entry.kind & Kind.SHORT_NAME]
        for entry in entries:
            if isinstance(entry.row, ShortName) and self._is_about(entry.row.states):
                return entry.row.side, entry.why
        return None

    def _is_about(self, states: str) -> bool:
        """Whether the document speaks most of these states, taken together."""
        self._document_state()
        told = 0
        for state in states.split():
            told += self._count.get(state, 0)
        return told > 0 and told >= _LEAST_SHARE * self._all

    def _nearest(self, i: int) -> str | None:
        """The side of the last mention before token `i` that tells one, else of the first one behind it."""
        found = None
        for at, side in self._sided(head_word(self._r, i)):
            if at < i:
                found = side
            elif at > i and found is None:
                return side
        return found

    def _sided(self, stem: str) -> list[tuple[int, str]]:
        """The mentions of a body of this head that tell a side, in order."""
        known = self._mentions.get(stem)
        if known is not None:
            return known
        found: list[tuple[int, str]] = []
        for i in self._index().get(stem, ()):
            side = self._side_at(i)
            if side is not None:
                found.append((i, side))
        self._mentions[stem] = found
        return found

    def _side_at(self, i: int) -> str | None:
        """The side that the phrase of the body at `i` tells; of a band or a party only its own name does."""
        r = self._r
        match = r.match(i, Kind.BODY)
        if match is None or not isinstance(match[1].row, Body):
            return None
        row = match[1].row
        if row.side is not None:
            return row.side if row.named is not None else None
        stop = noun_phrase(r, i, min(r.sentence_stop(i), i + _LONGEST_MENTION))
        if row.kind != "state":
            return self._owner(match[0], stop) or (_NO_CODE if self._is_named(i, match[0], stop) else None)
        sides = sides_in(r, i, stop) if stop > i + 1 else []
        return sides[0] if sides else None

    def _is_named(self, first: int, after: int, stop: int) -> bool:
        """Whether a party or band is called by a name of its own: a definite word that is no nationality."""
        r = self._r
        if r.words[first].article or after >= stop or r.flags[after] & (Kind.NISBA | Kind.FUNCTION):
            return False
        return r.words[after].article or r.forms[after].startswith(L.AL)

    def _acts_on(self, first: int, i: int) -> bool:
        """Whether `li-` at `i` stands right behind a definite body: `resisted by the resistance the militias`."""
        r = self._r
        return i == first and r.words[i].preposition == L.LAM and r.words[i - 1].article

    def _owner(self, first: int, stop: int) -> str | None:
        """The side of the named body that a band belongs to: `the militia of X`."""
        for i in range(first, stop):
            match = self._r.match(i, Kind.BODY)
            if match is not None and not self._r.words[i].conjunction and not self._acts_on(first, i):
                row = match[1].row
                return row.side if isinstance(row, Body) and row.named is not None else None
        return None

    def _index(self) -> dict[str, list[int]]:
        """The tokens of all bodies, by the stem of their first word."""
        if self._at is None:
            self._at = {}
            for i in self._r.at(Kind.BODY):
                self._at.setdefault(head_word(self._r, i), []).append(i)
        return self._at

    def _of_state(self, person: Person) -> tuple[str, str] | None:
        """The state that the document speaks of, for a body or office of state whose state is not told."""
        if not self._is_official(person):
            return None
        state = self._document_state()
        return (state, "rule:state-of-document") if state and self._often >= _LEAST_TOLD else None

    def _is_official(self, person: Person) -> bool:
        """Whether it is a body or an office of state."""
        if person.kind == "unnamed":
            return self._is_of_state_body(person)
        return person.kind == "state" or (person.kind == "person" and person.office)

    def _is_of_state_body(self, person: Person) -> bool:
        """Whether somebody unnamed is of a body of state: `a source in the police`."""
        r = self._r
        for i in range(person.first + 1, person.stop):
            if not r.flags[i] & Kind.BODY or r.flags[i] & Kind.PLACE_CLASS:
                continue  # "in the governorate of X" tells where, not for whom
            if not (r.words[i].preposition or is_preposition(r, i - 1)):
                return False
            match = r.match(i, Kind.BODY)
            if match is not None and isinstance(match[1].row, Body):
                return match[1].row.kind == "state"
        return False

    def _document_state(self) -> str:
        if not self._told:
            self._told = True
            self._count_states()
        return self._state[0] if self._state else ""

    def _count_states(self) -> None:
        """Find the state that most nationalities and places of the document tell, where most of them tell it."""
        r = self._r
        count = self._count
        for i in r.at(Kind.NISBA | Kind.PLACE):
            side = self._state_at(i)
            if side:
                count[side] = count.get(side, 0) + (_TITLE_WEIGHT if i < r.title_stop else 1)
        named = [side for side in _KINGDOMS if side in count]
        if named:  # else which kingdom it is stays open
            count[max(named, key=lambda side: count[side])] += self._kingdoms()
        best = ""
        for side in sorted(count):
            self._all += count[side]
            if count[side] > self._often:
                self._often, best = count[side], side
        if self._often and self._often >= _LEAST_SHARE * self._all:
            self._state = (best,)

    def _kingdoms(self) -> int:
        """How often the text says `the kingdom` for a state, without its name."""
        r = self._r
        told = 0
        for i in r.at(Kind.SHORT_NAME):
            if head_word(r, i) == _KINGDOM and r.words[i].article and not (i + 1 < len(r) and r.words[i + 1].article):
                told += 1
        return told

    def _state_at(self, i: int) -> str:
        match = self._r.match(i, Kind.PLACE | Kind.NISBA)
        if match is None:
            return ""
        row = match[1].row
        if isinstance(row, Nisba):
            return row.side if len(row.side) == 3 else ""
        if isinstance(row, PlaceName):
            countries = {place.country for place in row.rows}
            return (row.rows[0].country or "") if len(countries) == 1 else ""  # a name of two countries tells neither
        return ""
