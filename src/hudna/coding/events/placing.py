"""Where an event happened: which of the places of its sentence is its own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from hudna.coding.events.marks import Marks
from hudna.coding.events.partywords import QUOTES
from hudna.coding.events.triggers import MEANS, Mention
from hudna.coding.words.reading import Reading
from hudna.model import PlaceMention
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Kind
from hudna.packs.tables.places import PlaceWord
from hudna.packs.tables.speech import FunctionWord
from hudna.text import letters as L

_SAYING: Final = Kind.CUE_VERB | Kind.CUE_PARTICIPLE
_LEAVING: Final = frozenset(("withdrawal", "displacement", "evacuation"))
_FINITE: Final = Kind.VERB | Kind.CUE_VERB | Kind.COMPLEMENTISER
_GROUND: Final = frozenset(("territory", "settled", "base", "site"))
_RESIDENTS: Final = frozenset(("residents",))
_CLASSES: Final = frozenset(("class", "part"))
"""Roles of words that say of which class a place is."""
_HELD: Final = frozenset(("in", "bare", "part", "via"))
_ROUTED: Final = frozenset(("deployment", "meeting", "displacement"))
"""Types that go through a place (`via`) to another."""
_SEEING: Final = frozenset(("suffer", "saw"))
_CLASS_WORDS: Final = Kind.PLACE_CLASS | Kind.DIRECTION
_PLACELESS: Final = frozenset(("agreement", "vote", "exchange"))
"""Types whose place a text hardly ever tells: what stands near is where the parties come from."""
_PLACED: Final = frozenset(
    ("shelling", "capture", "deployment", "chemical_attack", "air_strike", "protest", "sanction")
)
_TALKS: Final = frozenset(("meeting", "invitation"))
_TOGETHER: Final = 12
"""Tokens between places that tell of one spot, from the wide to the narrow or the other way."""
_SHARING: Final = MEANS | {"capture", "killing", "withdrawal"}
"""Types that stand for parts of one piece of fighting where a sentence tells several."""
_SAW: Final = 8
"""Tokens between the verb of seeing and what is seen."""
_TRAVEL: Final = 8
"""Tokens behind a word of travelling in which the place needs no word before it."""
_NEAR: Final = 10
"""Tokens between two events of one sentence that may share a place."""
_FRAME: Final = 5
"""Tokens at the beginning of a sentence in which the place may stand that the whole of it tells of."""
_FRAME_LEAST: Final = 3
_LYING: Final = 3
"""Tokens between a place and the one that it lies north or south of."""
_TIME: Final = Kind.TIMEWORD | Kind.WEEKDAY | Kind.MONTH
_WORDING: Final = 6
"""Tokens between two words for one event: `the explosion of a remnant of war in the town`."""
_POINTING: Final = 16
"""Tokens behind a trigger in which a noun may point back to its place."""
_LOOK_BACK: Final = 120
"""Tokens before such a noun in which the place was told."""
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
        k, rule = self._found(m, floor, limit, first, stop)
        if k is not None:
            m.place, m.where, m.broad = self.places[k].span, k, self.broad(k)
            m.reasons["place"] = [rule]

    def _found(self, m: Mention, floor: int, limit: int, first: int, stop: int) -> tuple[int | None, str]:
        """The place of the mention, and the rule that found it; the rules in the order in which they hold."""
        k = self._within(m.targets)
        if k is not None and (m.type != "sanction" or self._ground(m.targets)):
            return k, "rule:place-of-target"
        if m.type in _LEAVING and (k := self._home(m)) is not None:
            return k, "rule:place-of-people"
        seen = self._seen(m, floor)
        k = self._behind(m, stop if m.type == "invitation" else limit)
        if k is not None and (seen is None or self.rank(k) > self.rank(seen)):
            return k, "rule:place-behind"
        if seen is not None:
            return seen, "rule:place-that-saw"
        k = self._told_of(m, floor)
        if k is not None:
            return k, "rule:place-told-of"
        k = self._told_before(m, limit)
        if k is not None:
            return k, "rule:place-pointed-at"
        if self.marks.last("over", max(first, m.first - 3), m.first) is not None:
            return None, ""  # "a rally in the town over the raids"
        k = self._before(m, self._comma(m, floor))
        if k is not None:
            return k, "rule:place-before"
        k = self._frame(m, first, floor)
        if k is not None:
            return k, "rule:place-of-frame"
        if m.type not in _PLACED:
            return None, ""
        return self._before(m, self._joined_clause(m, first)), "rule:place-of-sentence"

    def _joined_clause(self, m: Mention, first: int) -> int:
        """The token behind the last `and that` before the trigger: what stands in front of it is another clause's."""
        r = self.reading
        for i in range(m.first - 1, first, -1):
            if r.flags[i] & Kind.COMPLEMENTISER and r.words[i].conjunction == L.WAW:
                return i + 1
        return first

    def _seen(self, m: Mention, floor: int) -> int | None:
        """The place that is said to have seen the event: `the town saw fighting`, `the town that saw fighting`."""
        found = self.marks.last("saw", max(floor, m.first - _SAW), m.first)
        if found is None:
            return None
        best = None
        for k in range(bisect_left(self.at, found[1]), len(self.at)):
            if self.at[k] >= m.first:
                break
            if self.lead(k) and (best is None or self.rank(k) > self.rank(best)):
                best = k
        if best is None:
            k = bisect_left(self.stops, found[0] - 1)
            if k < len(self.stops) and found[0] - 1 <= self.stops[k] <= found[0] and self.at[k] >= floor:
                best = k
        return best

    def _comma(self, m: Mention, floor: int) -> int:
        """The token behind the last comma before a noun: the place in front of it is another clause's."""
        if m.verb:
            return self._joined_clause(m, floor)
        for k in range(m.first - 1, floor - 1, -1):
            if self.reading.forms[k] in L.COMMAS:
                return k + 1
        return floor

    def _ground(self, phrases: list[tuple[int, int]]) -> bool:
        """Whether a phrase begins with a place, or a word for one."""
        return any(first in self.at or self.marks.of(first) & _GROUND for first, _ in phrases)

    def _home(self, m: Mention) -> int | None:
        """Whose place is told with the people who leave: `the residents of the camp X fled`."""
        people = [a for a in m.actors if self.marks.of(a[0]) & _RESIDENTS]
        return self._within(people) if people else None

    def _within(self, phrases: list[tuple[int, int]]) -> int | None:
        """The most specific place named in the phrases, the first of equals."""
        best = None
        for first, stop in phrases:
            for k in range(bisect_left(self.at, first), len(self.at)):
                if self.at[k] >= stop:
                    break
                if self._backer(k):
                    continue
                if not self.places[k].metonym and (best is None or self.rank(k) > self.rank(best)):
                    best = k
        return best

    def _backer(self, k: int) -> bool:
        """Whether somebody belongs to the place or has its support: nothing happens there."""
        i = self.at[k]
        if self.reading.words[i].preposition == L.LAM:
            return self._owner(i)
        return i > 1 and "origin" in self.marks.of(i - 1) and "backed" in self.marks.of(i - 2)

    def _told_of(self, m: Mention, floor: int) -> int | None:
        """The place right before the relative pronoun that the trigger follows: `the base that they hold`."""
        r = self.reading
        if m.first - 2 < floor or not r.flags[m.first - 1] & Kind.FUNCTION:
            return None
        small = r.small_word(m.first - 1)
        if small is None or small.role != "relative":
            return None
        k = bisect_left(self.stops, m.first - 1)
        told = k < len(self.stops) and self.stops[k] == m.first - 1 and not self.places[k].metonym
        return k if told and not _inside(self.at[k], m.actors) else None

    def _told_before(self, m: Mention, limit: int) -> int | None:
        """The place told before that a noun behind the trigger points back to: `the town`, `the governorate`."""
        found = self.marks.first("back", m.first, min(limit, m.first + _POINTING))
        if found is None or self._described(found[1]):
            return None
        wide = "backwide" in self.marks.of(found[0])
        for k in range(bisect_left(self.at, found[0]) - 1, -1, -1):
            if found[0] - self.at[k] > _LOOK_BACK:
                return None
            if self.places[k].metonym or self.broad(k) or self._other_class(found[0], k):
                continue
            if _inside(self.at[k], m.actors):
                continue  # "the forces of X shelled the village"
            if not wide or self._kind(k) == "governorate":
                return self._head(k, self.reading.sentence_first(self.at[k]))
        return None

    def _other_class(self, noun: int, k: int) -> bool:
        """Whether the place is said to be of another class than the noun is: `the village` is not `the town of X`."""
        r = self.reading
        before = self.at[k] - 1
        if before < 0 or not self._class_word(before) or not self._class_word(noun):
            return False
        return r.words[before].stem.removeprefix(L.AL) != r.words[noun].stem.removeprefix(L.AL)

    def _class_word(self, i: int) -> bool:
        """Whether the word at `i` names a class of places."""
        for entry in self.reading.words[i].entries:
            if isinstance(entry.row, PlaceWord) and entry.row.role in _CLASSES and entry.row.kind is not None:
                return True
        return False

    def _described(self, i: int) -> bool:
        """Whether an adjective or a name at `i` tells which place it is: then it points to none told before."""
        r = self.reading
        if i >= len(r):
            return False
        if r.flags[i] & _TIME and i not in self.at:
            return False  # "from the town last month"
        return bool(r.flags[i] & (Kind.NISBA | Kind.PLACE | Kind.DIRECTION)) or r.forms[i].startswith(L.AL)

    def _frame(self, m: Mention, first: int, floor: int) -> int | None:
        """The place that a sentence opens with: `And in the town, ...` tells where all that follows happened."""
        if m.first - first < _FRAME_LEAST:
            return None
        for k in range(bisect_left(self.at, first), len(self.at)):
            if self.at[k] - first > _FRAME or self.at[k] >= m.first:
                return None
            if self.lead(k) == "in" and self._opens(first, k):
                return self._narrow(k, first + _FRAME)
        return None

    def _opens(self, first: int, k: int) -> bool:
        """Whether only a preposition and words for the kind of place stand before the place in its sentence."""
        r = self.reading
        for i in range(first, self.at[k]):
            if r.flags[i] & (_CLASS_WORDS | Kind.FUNCTION) or not r.is_word(i) or self.marks.of(i) & {"territory"}:
                continue
            return False
        return True

    def _narrow(self, k: int, stop: int) -> int:
        """The most specific of the places that stand together from `k` on."""
        best = k
        for j in range(k + 1, len(self.at)):
            if self.at[j] >= stop or self.at[j] - self.stops[j - 1] > 2 or not self.lead(j):
                break
            if self.rank(j) > self.rank(best):
                best = j
        return best

    def _behind(self, m: Mention, limit: int) -> int | None:
        """The most specific of the places that stand together behind the trigger; one it comes from at worst."""
        origin, best = None, None
        travels = bool(self.marks.of(m.first) & {"travel", "host"})
        limit = self._clause(m, limit)
        if m.type in _TALKS:
            limit = self._topic(m, limit)
        for k in range(bisect_left(self.at, m.first), len(self.at)):
            if self.at[k] >= limit or (best is not None and self._parted(best, k)):
                break
            if _inside(self.at[k], m.actors) and not (travels and self._goal(k, m.actors)):
                continue
            left = m.type in _LEAVING and self.lead(k) == "from"
            if self.places[k].metonym and not (travels or left or self.at[k] == m.stop):
                continue
            lead = self.lead(k).replace("part", "from") or ("to" if travels and self.at[k] - m.stop <= _TRAVEL else "")
            if lead == "via":
                lead = "from" if m.type in _ROUTED else "in"
            if lead == "from":
                origin = k if origin is None else origin
            elif (lead or self.at[k] == m.stop or (m.type in _TALKS and self._talks(k))) and (
                best is None or (self.rank(k) > self.rank(best) and not self._landmark(best, k))
            ):
                best = k
        if travels and best is not None:
            return best  # who comes from one place to another is at the second
        if origin is not None and m.type in _LEAVING:
            return origin  # what they left, and not where they went
        if best is None or origin is None:
            return origin if best is None else best
        together = self.at[best] - self.stops[origin] <= _TOGETHER  # "from the town, in the governorate"
        return origin if together and self.rank(origin) > self.rank(best) else best

    def _landmark(self, best: int, k: int) -> bool:
        """Whether the place only says where the one before it lies: `in the governorate X, south of the town Y`."""
        if self.rank(best) == 0 or self.at[k] - self.stops[best] > _LYING:
            return False
        i = self.stops[best]
        while i < self.at[k] and not self._compass(i):
            i += 1
        return i < self.at[k]

    def _compass(self, i: int) -> bool:
        """Whether a point of the compass stands at `i`: south of, not near or around."""
        flags = self.reading.flags[i]
        return bool(flags & Kind.DIRECTION or ("nearby" in self.marks.of(i) and not flags & Kind.FUNCTION))

    def _goal(self, k: int, phrases: list[tuple[int, int]]) -> bool:
        """Whether the place with `li-` ends a phrase of who travels: `the visit of the envoy to Lebanon`."""
        if self.reading.words[self.at[k]].preposition != L.LAM:
            return False
        return any(first < self.at[k] and self.stops[k] == stop for first, stop in phrases)

    def _parted(self, best: int, k: int) -> bool:
        """Whether the place stands too far behind the one found, or behind the `and` of another clause."""
        r = self.reading
        if self.at[k] - self.stops[best] > _TOGETHER:
            return True
        for i in range(self.stops[best], self.at[k]):
            word = r.words[i]
            if r.forms[i - 1] in L.COMMAS and self._unknown_verb(i):
                return True
            if word.conjunction == L.WAW and (
                r.flags[i] & _FINITE or (r.flags[i] & Kind.FUNCTION and not self._leads(i))
            ):
                return True
        return False

    def _unknown_verb(self, i: int) -> bool:
        """Whether the word of no list at `i` looks like `and` with an imperfect verb."""
        form = self.reading.forms[i]
        return not self.reading.words[i].flags and len(form) > 4 and form[0] == L.WAW and form[1] in (L.YEH, L.TEH)

    def _leads(self, i: int) -> bool:
        """Whether a preposition of place stands at `i`."""
        return bool(self.marks.of(i) & {"locative", "nearby", "origin"})

    def _clause(self, m: Mention, limit: int) -> int:
        """The token at which, behind a comma, somebody begins to say something: what follows has its own places."""
        r = self.reading
        for i in range(m.stop + 1, limit - 1):
            if r.forms[i] not in L.COMMAS or r.flags[i + 1] & Kind.FUNCTION:
                continue  # "between" is spelt like a verb of saying
            if r.flags[i + 1] & _SAYING and not r.words[i + 1].article:
                return i
        return limit

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
        if "road" in self.marks.of(self.at[k] - 1):
            return 1  # the town that a road leads to is not where it was
        return 1 if self._kind(k) == "governorate" else 2

    def _before(self, m: Mention, floor: int) -> int | None:
        for k in range(bisect_left(self.at, m.first) - 1, -1, -1):
            if self.at[k] < floor:
                break
            if self.places[k].metonym and "suffer" not in self.marks.of(self.at[k] - 1):
                continue
            if not _inside(self.at[k], m.actors) and self.lead(k) in _HELD:
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
        for _ in range(5):
            word = r.words[i]
            if word.preposition == L.LAM and self._owner(i):
                return ""  # "forces loyal to Turkey"
            if word.preposition in (L.BEH, L.LAM) or r.forms[i].startswith((L.BEH + L.AL, L.LAM + L.LAM)):
                return "in"
            i -= 1
            if i < 0 or r.forms[i][0] == "\n":
                break
            if r.forms[i] in QUOTES or r.forms[i] == "(":
                continue
            if self.marks.of(i) & _SEEING:
                return "in"  # "the town saw", "Syria lives through"
            entry = r.words[i].find(Kind.FUNCTION)
            if entry is not None and isinstance(entry.row, FunctionWord):
                classes = self.marks.of(i)
                if classes & {"locative", "nearby"}:
                    if self._from_there(i):
                        return "from"  # "from their posts in X"
                    return "via" if "bymeans" in classes else "in"
                if "origin" in classes:
                    if i and "backed" in self.marks.of(i - 1):
                        return ""  # "backed by Iran"
                    return "part" if self._part_of(i) else "from"
                if entry.row.role == "preposition":
                    return ""
                break
            if r.flags[i] & Kind.DIRECTION or "nearby" in self.marks.of(i):
                return "from" if i and self._comes_from(i) else "in"
            if r.flags[i] & _CLASS_WORDS or self.marks.of(i) & {"territory", "site"}:
                continue
            if r.flags[i] & Kind.PLACE and r.words[i + 1].conjunction:
                continue
            break
        return "" if self.broad(k) else "bare"

    def _owner(self, i: int) -> bool:
        """Whether the word before `i` says that somebody belongs to the place there, or has its support."""
        return i > 0 and bool(self.marks.of(i - 1) & {"belong", "backed"})

    def _part_of(self, i: int) -> bool:
        """Whether `of` at `i` stands behind a word for parts: `scattered areas of the governorate`."""
        for k in range(i - 1, max(i - 3, -1), -1):
            if "part" in self.marks.of(k) or (k < i - 1 and "territory" in self.marks.of(k)):
                return True
            if "adj" not in self.marks.of(k):
                return False
        return False

    def _from_there(self, i: int) -> bool:
        """Whether somebody's own site, behind `from`, stands right before `i`."""
        if i < 2 or "origin" not in self.marks.of(i - 2):
            return False
        classes = self.marks.of(i - 1)  # "its posts" is listed with its pronoun
        return "presence" in classes or bool(self.reading.words[i - 1].pronoun and classes & _GROUND)

    def _comes_from(self, i: int) -> bool:
        """Whether `from` stands right before the direction at `i`."""
        return bool(self.reading.flags[i - 1] & Kind.FUNCTION) and "origin" in self.marks.of(i - 1)

    def broad(self, k: int) -> bool:
        """Whether the place is a country or region, by the words around it or its likeliest meaning."""
        return self._kind(k) in _VAGUE

    def _kind(self, k: int) -> str | None:
        kind = self.places[k].kind
        found = self.reading.match(self.at[k], Kind.PLACE)
        if kind is None and found is not None and isinstance(found[1].row, PlaceName):
            return found[1].row.rows[0].kind
        return kind


def share_places(mentions: Sequence[Mention]) -> None:
    """Give fire without a place that of what it led to, told right before: `they seized the town after clashes`."""
    last: Mention | None = None
    for m in mentions:
        if last is not None and m.place is None and _shares(last, m):
            m.take_place(last, ["rule:place-of-neighbour"])
        elif last is not None and last.place is None and m.place is not None and _reworded(last, m):
            last.take_place(m, ["rule:place-of-neighbour"])
        last = m


def _shares(a: Mention, b: Mention) -> bool:
    """Whether the second of two pieces of fighting, told right behind the first, was where that was."""
    if a.sentence != b.sentence or not 0 <= b.first - a.first <= _NEAR or not {a.type, b.type} <= _SHARING:
        return False
    return a.place is not None and not a.broad


def _reworded(a: Mention, b: Mention) -> bool:
    """Whether two words that all but touch tell of one event."""
    return a.type == b.type and a.sentence == b.sentence and b.first - a.first <= _WORDING


def _inside(i: int, phrases: list[tuple[int, int]]) -> bool:
    return any(first <= i < stop for first, stop in phrases)
