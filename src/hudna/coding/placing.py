"""Where an event happened: which of the places of its sentence is its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from hudna.coding.arguments import COMMAS
from hudna.coding.marks import Marks
from hudna.coding.reading import Reading
from hudna.coding.triggers import MEANS, Mention
from hudna.model import PlaceMention
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Kind
from hudna.packs.tables.speech import FunctionWord
from hudna.text import letters as L

_DIRECTION: Final = Kind.DIRECTION
_FUNCTION: Final = Kind.FUNCTION
_PLACE: Final = Kind.PLACE
_CLASS_WORDS: Final = Kind.PLACE_CLASS | Kind.DIRECTION
_PLACELESS: Final = frozenset(("agreement", "vote", "exchange"))
"""Types whose place a text hardly ever tells: what stands near is where the parties come from."""
_PLACED: Final = frozenset(
    ("shelling", "capture", "deployment", "chemical_attack", "air_strike", "protest", "sanction")
)
_TALKS: Final = frozenset(("meeting", "invitation"))
_TOGETHER: Final = 6
"""Tokens between places that tell of one spot, from the wide to the narrow or the other way."""
_SHARING: Final = MEANS | {"capture", "killing", "withdrawal"}
"""Types that stand for parts of one piece of fighting where a sentence tells several."""
_TRAVEL: Final = 8
"""Tokens behind a word of travelling in which the place needs no word before it."""
_NEAR: Final = 20
"""Tokens between two events of one sentence that may share a place or a day."""
_VAGUE: Final = frozenset(("country", "region"))


class Placing:
    """The places of one text, by token."""

    __slots__ = ("at", "leads", "marks", "places", "reading", "stops")

    def __init__(self, reading: Reading, marks: Marks, places: Sequence[PlaceMention]) -> None:
        self.reading = reading
        self.marks = marks
        self.leads: dict[int, str] = {}
        self.places = places
        self.at = [reading.token_at(p.span.start) for p in self.places]
        self.stops = [reading.tokens_of(p.span).stop for p in self.places]

    def place(self, m: Mention, floor: int, limit: int, first: int, stop: int) -> None:
        """Give `m` its place: in its target, behind it, or before it, in that order."""
        if m.type in _PLACELESS:
            return
        steps = [
            (self._within(m.targets), "rule:place-of-target"),
            (self._behind(m, stop if m.type == "invitation" else limit), "rule:place-behind"),
            (self._before(m, self._comma(m, floor)), "rule:place-before"),
        ]
        if m.type in _PLACED:
            steps += [
                (self._before(m, first), "rule:place-of-sentence"),
                (self._behind(m, stop), "rule:place-of-sentence"),
            ]
        for k, rule in steps:
            if k is not None:
                m.place, m.where, m.broad = self.places[k].span, k, self.broad(k)
                m.reasons["place"] = [rule]
                return

    def _comma(self, m: Mention, floor: int) -> int:
        """The token behind the last comma before a noun: the place in front of it is another clause's."""
        if m.verb:
            return floor
        return next((k + 1 for k in range(m.first - 1, floor - 1, -1) if self.reading.forms[k] in COMMAS), floor)

    def _within(self, phrases: list[tuple[int, int]]) -> int | None:
        for first, stop in phrases:
            k = bisect_left(self.at, first)
            if k < len(self.at) and self.at[k] < stop and not self.places[k].metonym:
                return k
        return None

    def _behind(self, m: Mention, limit: int) -> int | None:
        """The most specific of the places that stand together behind the trigger; one it comes from at worst."""
        origin, best = None, None
        travels = "travel" in self.marks.of(m.first)
        if m.type in _TALKS:
            limit = self._topic(m, limit)
        for k in range(bisect_left(self.at, m.first), len(self.at)):
            if self.at[k] >= limit or (best is not None and self.at[k] - self.stops[best] > _TOGETHER):
                break
            if _inside(self.at[k], m.actors) or (self.places[k].metonym and not (travels or self.at[k] == m.stop)):
                continue
            lead = self.lead(k) or ("to" if travels and self.at[k] - m.stop <= _TRAVEL else "")
            if lead == "from":
                origin = k if origin is None else origin
            elif (lead or self.at[k] == m.stop or (m.type in _TALKS and self._talks(k))) and (
                best is None or self.rank(k) > self.rank(best)
            ):
                best = k
        if best is None or origin is None:
            return origin if best is None else best
        together = self.at[best] - self.stops[origin] <= _TOGETHER  # "from the town, in the governorate"
        return origin if together and self.rank(origin) > self.rank(best) else best

    def _topic(self, m: Mention, limit: int) -> int:
        """The token at which the words begin that tell what is talked about: a place in them is not where."""
        for name in ("topic", "purpose"):
            found = self.marks.first(name, m.stop, limit)
            if found is not None:
                limit = found[0]
        return limit

    def _talks(self, k: int) -> bool:
        """Whether talks are called by the place: `the negotiations of Geneva`."""
        i = self.at[k]
        return i > 0 and "talks" in self.marks.of(i - 1)

    def rank(self, k: int) -> int:
        """How specific the place is: 0 a country or region, 1 a governorate, 2 a town or less."""
        if self.broad(k):
            return 0
        return 1 if self._kind(k) == "governorate" else 2

    def _before(self, m: Mention, floor: int) -> int | None:
        for k in range(bisect_left(self.at, m.first) - 1, -1, -1):
            if self.at[k] < floor:
                break
            if self.places[k].metonym:
                continue
            if not _inside(self.at[k], m.actors) and self.lead(k) in ("in", "bare"):
                return self._head(k, floor)
        return None

    def _head(self, k: int, floor: int) -> int:
        """The first of places that stand together: town, then its region."""
        while k and self.at[k - 1] >= floor and self.at[k] - self.stops[k - 1] <= 2:
            if not (self.lead(k - 1) or self.lead(k)):
                break
            k -= 1
        return k

    def lead(self, k: int) -> str:
        """As `_lead`, asked once for each place."""
        found = self.leads.get(k)
        if found is None:
            found = self.leads[k] = self._lead(k)
        return found

    def _lead(self, k: int) -> str:
        """How the words before the place lead up to it: `in` it, `from` it, `bare` (a town by itself) or not at all."""
        r = self.reading
        i = self.at[k]
        described = False
        for _ in range(5):
            word = r.words[i]
            if word.preposition in (L.BEH, L.LAM) or r.forms[i].startswith((L.BEH + L.AL, L.LAM + L.LAM)):
                return "in"
            i -= 1
            if i < 0 or r.forms[i][0] == "\n":
                break
            entry = r.words[i].find(_FUNCTION)
            if entry is not None and isinstance(entry.row, FunctionWord):
                classes = self.marks.of(i)
                if classes & {"locative", "nearby"}:
                    return "in"
                if "origin" in classes:
                    return "from"
                if entry.row.role == "preposition":
                    return ""
                break
            if r.flags[i] & _CLASS_WORDS or self.marks.of(i) & {"territory", "site"}:
                described = described or bool(r.flags[i] & _DIRECTION) or "nearby" in self.marks.of(i)
                continue
            if r.flags[i] & _PLACE and r.words[i + 1].conjunction:
                continue
            break
        if described:
            return "in"
        return "" if self.broad(k) else "bare"

    def broad(self, k: int) -> bool:
        """Whether the place is a country or region, by the words around it or its likeliest meaning."""
        return self._kind(k) in _VAGUE

    def _kind(self, k: int) -> str | None:
        kind = self.places[k].kind
        found = self.reading.match(self.at[k], _PLACE)
        if kind is None and found is not None and isinstance(found[1].row, PlaceName):
            return found[1].row.rows[0].kind
        return kind


def share_places(mentions: Sequence[Mention]) -> None:
    """Give fire without a place that of what it led to or came from: `they seized the town after clashes`."""
    for k, m in enumerate(mentions):
        if m.place is not None or m.type not in _SHARING:
            continue
        for other in neighbours(mentions, k):
            if other.place is not None and not other.broad and other.type in _SHARING:
                m.place, m.where, m.broad = other.place, other.where, other.broad
                m.reasons["place"] = ["rule:place-of-neighbour"]
                break


def neighbours(mentions: Sequence[Mention], k: int) -> list[Mention]:
    """The mentions right before and right behind the one at `k`, as far as they stand in its sentence."""
    m = mentions[k]
    near = [mentions[i] for i in (k - 1, k + 1) if 0 <= i < len(mentions)]
    return [other for other in near if other.sentence == m.sentence and abs(other.first - m.first) <= _NEAR]


def _inside(i: int, phrases: list[tuple[int, int]]) -> bool:
    return any(first <= i < stop for first, stop in phrases)
