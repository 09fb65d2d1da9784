"""Events: what happened, goes on, is planned or alleged, once each, at the mention that tells most.

Triggers are found by the pack's words (`triggers`), each gets its parties (`arguments`), place, date, toll and
status; tolls told beside an attack join it; then mentions of one event are merged.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from hudna.coding.arguments import COMMAS, Phrases, read_arguments
from hudna.coding.contents import Contents
from hudna.coding.marks import Marks
from hudna.coding.merging import merge
from hudna.coding.placing import Placing
from hudna.coding.reading import Reading
from hudna.coding.status import read_status
from hudna.coding.tolls import give_tolls, one_victim
from hudna.coding.triggers import MEANS, Mention, find_mentions
from hudna.model import Event, PlaceMention, Span, Statement, Time, Toll
from hudna.text import letters as L

_FAR = 25
"""Tokens from a trigger within which a date is its own."""
_TOOK = 3
"""Tokens before a date within which `took force` makes it the day of that."""
_LINE = 6
"""Words in the shortest sentence that counts as printed again."""


def find_events(
    reading: Reading,
    *,
    times: Sequence[Time],
    places: Sequence[PlaceMention],
    statements: Sequence[Statement],
) -> tuple[Event, ...]:
    """Every event the text tells of, in the order of the text."""
    marks = Marks(reading)
    mentions = find_mentions(reading, marks)
    if not mentions:
        return ()
    context = _Context(reading, marks, times, places, statements)
    mentions = _unrepeated(reading, mentions)
    for k, m in enumerate(mentions):
        last = k
        while last + 1 < len(mentions) and _joined(reading, mentions[last], mentions[last + 1]):
            last += 1
        context.fill(m, mentions[k - 1] if k else None, mentions[last + 1] if last + 1 < len(mentions) else None)
    mentions = _told_by_verb(mentions)
    give_tolls(reading, marks, mentions)
    for m in mentions:
        if m.killed is None and one_victim(reading, marks, m):
            m.killed = (1, 1)
            m.reasons["killed"] = ["rule:one-victim"]
    mentions = _absorb_tolls(mentions)
    attacked = any(m.type in MEANS for m in mentions)
    merged = [m for m in merge(mentions, reading) if not _passing(m, attacked)]
    return tuple(context.event(m) for m in sorted(merged, key=lambda m: m.first))


class _Context:
    """What the rules look up: dates and places by token, who tells what."""

    def __init__(
        self,
        reading: Reading,
        marks: Marks,
        times: Sequence[Time],
        places: Sequence[PlaceMention],
        statements: Sequence[Statement],
    ) -> None:
        self.reading = reading
        self.marks = marks
        self.statements = statements
        self.contents = Contents(statements)
        self.times = [t for t in times if t.start is not None]
        self.time_at = [reading.token_at(t.span.start) for t in self.times]
        self.placing = Placing(reading, marks, places)
        placed = set().union(*(reading.tokens_of(place.span) for place in places))
        self.phrases = Phrases(reading, marks, reading.dated, placed)

    def fill(self, m: Mention, before: Mention | None, after: Mention | None) -> None:
        """Give the mention its parties, place, date, toll and status."""
        r = self.reading
        first, stop = r.sentence_first(m.first), r.sentence_stop(m.first)
        floor = before.stop if before is not None and before.first >= first else first
        limit = after.first if after is not None and after.first < stop else stop
        read_arguments(self.phrases, m, floor, max(limit, m.stop), before)
        self.placing.place(m, floor, limit, first, stop)
        self._time(m, floor, limit, first, stop)
        if m.type == "agreement" and m.article and self._later(m):
            m.start = m.end = None  # the day by which something is due under it
            m.reasons.pop("start")
        m.tellers = self._tellers(m)
        told = [self.statements[k] for k in m.tellers]
        m.status, rule = read_status(r, self.marks, m, told, self._later(m))
        m.reasons["status"] = [rule]

    def _later(self, m: Mention) -> bool:
        published = self.reading.published
        return m.start is not None and published is not None and m.start > published

    def _time(self, m: Mention, floor: int, limit: int, first: int, stop: int) -> None:
        best = None
        for k in range(bisect_left(self.time_at, first), len(self.times)):
            at = self.time_at[k]
            if at >= stop:
                break
            distance = abs(at - m.first)
            if not floor <= at < limit or distance > _FAR or self._of_force(at, m.first, floor):
                continue
            if best is None or distance < best[0]:
                best = (distance, self.times[k])
        if best is not None and not self._of_saying(m, best[1]):
            m.start, m.end = best[1].start, best[1].end
            m.reasons["start"] = ["rule:date-in-clause"]

    def _of_saying(self, m: Mention, time: Time) -> bool:
        """Whether the date stands outside the words in which the event is told: it is the day of the saying."""
        r = self.reading
        tellers = self.contents.over(r.span(m.first, m.stop), whole=True)
        return bool(tellers) and not set(tellers) & set(self.contents.over(time.span))

    def _of_force(self, at: int, trigger: int, floor: int) -> bool:
        """Whether the date is the day on which something took force: no day of what is told behind a comma."""
        parted = any(self.reading.forms[k] in COMMAS for k in range(at, trigger))
        return parted and "took" in self.marks.near(max(floor, at - _TOOK), at)

    def _tellers(self, m: Mention) -> tuple[int, ...]:
        """The statements whose content holds the trigger."""
        return self.contents.over(self.reading.span(m.first, m.stop))

    def event(self, m: Mention) -> Event:
        """The mention as an event of the record."""
        r = self.reading
        told_by: tuple[int, ...] | Literal["outlet"] = m.tellers or "outlet"
        killed, injured = _exact(m.killed), _exact(m.injured)
        toll = None
        if m.toll is not None and (_vague(m.killed) or _vague(m.injured)):
            toll = Toll(text=r.span(*m.toll), killed=m.killed, injured=m.injured)
        why = {"type": tuple(m.why), **{name: tuple(rules) for name, rules in m.reasons.items()}}
        return Event(
            type=m.type,
            trigger=r.bare_span(m.first, m.stop),
            actors=tuple(self._party(*a) for a in m.actors),
            targets=tuple(self._party(*t) for t in m.targets),
            place=m.place,
            start=m.start,
            end=m.end,
            killed=killed,
            injured=injured,
            toll=toll,
            status=m.status,
            told_by=told_by,
            agenda=tuple(self._agenda(m)),
            why=why,
        )

    def _party(self, first: int, stop: int) -> Span:
        return self.reading.span(first, stop)

    def _agenda(self, m: Mention) -> list[Span]:
        """What a planned meeting will deal with: the words behind `to discuss`."""
        if m.type != "meeting" or m.status != "planned":
            return []
        r = self.reading
        stop = r.sentence_stop(m.first)
        found = self.marks.first("purpose", r.sentence_first(m.first), stop)
        if found is None or not (r.words[found[0]].preposition or r.words[found[0]].future or found[0] < m.first):
            return []
        end = self.phrases.noun(found[1], stop)
        return [r.span(found[1], end)] if end > found[1] else []


def _joined(reading: Reading, a: Mention, b: Mention) -> bool:
    """Whether two triggers are joined by "and", or all but touch: they share what follows."""
    gap = b.first - a.stop
    return a.sentence == b.sentence and (gap <= 1 or (gap <= 2 and reading.words[b.first].conjunction == L.WAW))


def _unrepeated(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Without the mentions in sentences that the text has printed before."""
    seen: dict[tuple[str, ...], int] = {}
    first_print: dict[int, bool] = {}
    for number in dict.fromkeys(m.sentence for m in mentions):
        first = reading.bounds[number]
        forms = reading.forms[first : reading.sentence_stop(first)]
        words = tuple(form for form in forms if form[0].isalnum())
        first_print[number] = len(words) < _LINE or seen.setdefault(words, number) == number
    return [m for m in mentions if first_print[m.sentence]]


def _told_by_verb(mentions: list[Mention]) -> list[Mention]:
    """Without the verbs that only say what an attack hit: `shelling that struck`, `raids targeted`."""
    out: list[Mention] = []
    for m in mentions:
        last = out[-1] if out else None
        if last is not None and _only_hits(last, m):
            last.targets = last.targets or m.targets or [a for a in m.actors if a[0] >= m.stop]
            if last.place is None:
                last.place, last.broad = m.place, m.broad
        else:
            out.append(m)
    return out


def _passing(m: Mention, attacked: bool) -> bool:
    """Whether a mention tells too little to be an event of its own: it only speaks of one in passing."""
    bare = m.place is None and m.start is None
    if m.row.cls == "toll" and m.tellers and attacked:
        return True  # a speaker sums up the dead of attacks that the text tells
    if m.type == "killing" and bare and m.killed is None and not m.targets:
        return True
    if m.type == "agreement" and m.row.cls == "noun" and not m.actors:
        return True
    return bare and m.article and bool(m.tellers) and m.type != "ceasefire"


def _only_hits(attack: Mention, m: Mention) -> bool:
    if m.row.cls != "verb" or not m.hits or attack.type not in MEANS:
        return False
    return attack.sentence == m.sentence and m.first - attack.stop <= 4


def _absorb_tolls(mentions: list[Mention]) -> list[Mention]:
    """Deaths told beside an attack are the attack's, not an event of their own.

    Beside: in its sentence; or in the next one, where that tells no place and no day of its own.
    """
    means: dict[int, list[Mention]] = {}
    for m in mentions:
        if m.type in MEANS:
            means.setdefault(m.sentence, []).append(m)
    out: list[Mention] = []
    for m in mentions:
        if m.row.cls == "toll":
            near = means.get(m.sentence)
            if near:
                attack = min(near, key=lambda a: abs(a.first - m.first))
                if attack.type != "clash":
                    attack.targets = attack.targets + m.targets
                continue
            if not m.place and not m.start and (m.sentence - 1 in means or m.sentence - 2 in means):
                continue
        out.append(m)
    return out


def _exact(count: tuple[int | None, int | None] | None) -> int | None:
    return count[0] if count is not None and count[0] == count[1] else None


def _vague(count: tuple[int | None, int | None] | None) -> bool:
    return count is not None and count[0] != count[1]
