"""When an event happened: which of the dates of its sentence is its own, and when that is told further in front.

day      := the nearest date of the clause, unless it is the day of the saying or of a truce's taking force
span     := "since" date -> open end | date ... "until" date -> both | truce "for" number unit -> counted end
told on  := a report of one day's fire goes on: what follows has the day of the fire told before it
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from hudna.coding.events.marks import Marks
from hudna.coding.events.triggers import MEANS, Mention
from hudna.coding.speech.contents import Contents
from hudna.coding.times.dates import days_from, month_of
from hudna.coding.words.numbers import read_number
from hudna.coding.words.reading import Reading
from hudna.model import Time
from hudna.text import letters as L

_AHEAD, _FAR = 12, 16
"""Tokens before a trigger, and behind it, within which a date is its own."""
_TOOK: Final = 3
"""Tokens before a date within which `took force` makes it the day of that."""
_LEAD: Final = 3
"""Tokens before a date within which `since` or `until` belongs to it."""
_BEGINNING: Final = frozenset(("starting", "took", "began"))
"""Words that make a date the first day of a truce."""
_CAUSED: Final = 10
"""Tokens behind an attack in which its own date is told."""
_WAR: Final = frozenset(("ongoing", "since"))
_TO: Final = 3
"""Tokens between two dates that tell from when to when."""
_UNTIL: Final = frozenset(("until", "to"))
_LONG: Final = 12
"""Tokens behind a truce within which its length is told."""
_RECENT: Final = timedelta(days=2)
_SENTENCES: Final = 4
"""How many sentences further on the day of fire told before still holds."""
_OPENING: Final = 4
"""Tokens in which a sentence opens with a time that is no day."""
_REPORTED: Final = MEANS | {"killing", "capture"}
_DAILY: Final = _REPORTED | {"detention", "destruction"}
"""Types of which a sentence tells several of one day."""
_BEHIND: Final = 25
"""Tokens behind fire in which the day of its sentence may be its own."""
_OF_LATE: Final = timedelta(days=1)
_ELSE: Final = frozenset(("since", "until", "earlier"))
"""Words that make a date another event's."""
DAY_OF_SENTENCE: Final = "rule:day-of-sentence"
SINCE: Final = "rule:since"
_FIRST_LINE: Final = 60
"""Tokens in which the day of a digest is told."""
_SUMMED: Final = MEANS | {
    "killing",
    "capture",
    "detention",
    "destruction",
    "deployment",
    "withdrawal",
    "protest",
    "sanction",
}
"""Types of which a digest of a day's events tells."""
_ENDLESS: Final = frozenset(("meeting", "sanction", "clash"))
"""Types that have no end yet where they are told to have begun."""
_SPANS: Final = frozenset(("days", "weeks", "months", "years"))
_UNITS: Final = (("hours", 0), ("days", 1), ("weeks", 7), ("months", 30))


class Timing:
    """The dates of one text, by token."""

    __slots__ = ("at", "contents", "marks", "reading", "stops", "times")

    def __init__(self, reading: Reading, marks: Marks, times: Sequence[Time], contents: Contents) -> None:
        self.reading = reading
        self.marks = marks
        self.contents = contents
        self.times = [t for t in times if t.start is not None]
        self.at = [reading.token_at(t.span.start) for t in self.times]
        self.stops = [reading.token_at(t.span.end - 1) + 1 for t in self.times]

    def give(self, m: Mention, floor: int, limit: int, first: int, stop: int) -> None:
        """Give the mention the nearest date between `floor` and `limit`, in its sentence (`first` to `stop`)."""
        behind = self._long_before(m)
        best = -1
        for k in range(bisect_left(self.at, first), len(self.at)):
            at = self.at[k]
            if at >= stop:
                break
            if at < m.first and (behind or self._parted(at, m.first)):
                continue
            if (
                not floor <= at < limit
                or at - m.first > _FAR
                or m.first - at > _AHEAD
                or self._of_force(at, m.first, floor)
            ):
                continue
            if best < 0 or abs(at - m.first) < abs(self.at[best] - m.first):
                best = k
        if best < 0:
            if behind:
                return
            self._of_sentence(m, first, stop)
            if m.start is None:
                self._just_now(m, max(floor, first), min(limit, stop))
            return
        best = self._own_side(m, best, limit)
        if self._of_saying(m, self.times[best]) or self._of_war(m, best):
            return
        m.start, m.end = self.times[best].start, self.times[best].end
        m.reasons["start"] = ["rule:date-in-clause"]
        if not self._range(m, best, first, stop):
            self._stretch(m, best, limit)

    def _long_before(self, m: Mention) -> bool:
        """Whether so many days stand between the event and what the sentence dates: `five months after it fell`."""
        return m.first > 1 and "origin" in self.marks.of(m.first - 1) and bool(self.marks.of(m.first - 2) & _SPANS)

    def told_before(self, m: Mention) -> bool:
        """Whether the mention's day stands before it in its sentence, and not behind it."""
        first, stop = self.reading.sentence_first(m.first), self.reading.sentence_stop(m.first)
        for k in range(bisect_left(self.at, first), len(self.at)):
            if self.at[k] >= stop:
                return False
            if self.times[k].start == m.start and self.times[k].end == m.end:
                return self.at[k] < m.first
        return False

    def _own_side(self, m: Mention, best: int, limit: int) -> int:
        """The date behind the attack, not the one before it, where the attack is the cause of what that one dates."""
        if self.at[best] > m.first or best + 1 >= len(self.at) or self.at[best + 1] >= min(limit, m.stop + _CAUSED):
            return best
        caused = "cause" in self.marks.near(max(self.stops[best], m.first - 2), m.first)
        return best + 1 if caused else best

    def _range(self, m: Mention, k: int, first: int, stop: int) -> bool:
        """Whether two dates joined by `to` or `until` tell from when to when."""
        a, b = k, k + 1
        if not self._joined(a, b, stop):
            a, b = k - 1, k
            if a < 0 or self.at[a] < first or not self._joined(a, b, stop):
                return False
        start, end = self.times[a].start, self.times[b].end
        if start is None or end is None or start > end:
            return False
        m.start, m.end = start, end
        m.reasons["end"] = ["rule:until"]
        return True

    def _joined(self, a: int, b: int, stop: int) -> bool:
        """Whether the dates stand next to each other with `to` or `until` between them."""
        if b >= len(self.at) or self.at[b] >= stop or self.at[b] - self.stops[a] > _TO:
            return False
        return bool(self.marks.near(self.stops[a], self.at[b]) & _UNTIL)

    def _parted(self, at: int, trigger: int) -> bool:
        """Whether a full stop that was printed without a space stands between the date and the trigger."""
        return "." in self.reading.forms[max(at, trigger - _FAR) : trigger]

    def _of_sentence(self, m: Mention, first: int, stop: int) -> None:
        """Give fire the one day that its sentence tells, on the other side of another event, where it is of late."""
        published = self.reading.published
        k = bisect_left(self.at, first)
        if m.type not in _DAILY or published is None or k == len(self.at) or self.at[k] >= min(stop, m.first + _BEHIND):
            return
        if k + 1 < len(self.at) and self.at[k + 1] < stop:
            return
        time = self.times[k]
        if time.start is None or time.start != time.end or not timedelta(0) <= published - time.start <= _OF_LATE:
            return
        if self.marks.near(max(first, self.at[k] - _LEAD), self.at[k]) & _ELSE or self._of_force(
            self.at[k], m.first, first
        ):
            return
        m.start = m.end = time.start
        m.reasons["start"] = [DAY_OF_SENTENCE]

    def _just_now(self, m: Mention, first: int, stop: int) -> None:
        """Give fire the day of publication where its clause tells that it fell just now: `a while ago`."""
        found = self.marks.first("justnow", max(first, m.first - _AHEAD), min(stop, m.stop + _FAR))
        if found is None or m.type not in _DAILY or self.reading.published is None:
            return
        if found[1] < len(self.reading) and "origin" in self.marks.of(found[1]):
            return  # "hours before"
        m.start = m.end = self.reading.published
        m.reasons["start"] = ["rule:just-now"]

    def _stretch(self, m: Mention, k: int, limit: int) -> None:
        """What the words round the date say of the end."""
        before = self.marks.near(max(self.reading.sentence_first(m.first), self.at[k] - _LEAD), self.at[k])
        if m.type == "ceasefire" and self._length(m, limit):
            return
        if "since" in before:
            m.end = None
            m.reasons["end"] = [SINCE]
        elif m.type == "ceasefire" and "zone" not in self.marks.of(m.first) and self._begins(m, k):
            m.end = None
            m.reasons["end"] = ["rule:in-force"]
        elif k + 1 < len(self.at) and self.at[k + 1] < limit:
            between = self.marks.near(self.stops[k], self.at[k + 1])
            if "until" in between and "lasted" in between:
                m.end = self.times[k + 1].end
                m.reasons["end"] = ["rule:until"]

    def _begins(self, m: Mention, k: int) -> bool:
        """Whether the words between the truce and the date say that it begins then: `took force on Sunday`."""
        first, stop = (m.first, self.at[k]) if self.at[k] > m.first else (self.stops[k], m.first)
        return bool(self.marks.near(first, stop) & _BEGINNING)

    def _length(self, m: Mention, limit: int) -> bool:
        """Whether the length of a truce is told, which gives its end: `for five days`."""
        told = self.marks.first("for", m.stop, min(limit, m.stop + _LONG))
        if told is None or m.start is None:
            return False
        i = told[1]
        while i < limit and not self.reading.is_word(i):
            i += 1
        number = read_number(self.reading, i) if i < limit else None
        count = 1
        if number is not None:
            i, count = number[0], number[1]
            while i < limit and not self.reading.is_word(i):
                i += 1
        end = self._after(m.start, count, i) if i < limit else None
        if end is None:
            return False
        m.end = end
        m.reasons["end"] = ["rule:length"]
        return True

    def _after(self, start: date, count: int, i: int) -> date | None:
        classes = self.marks.of(i)
        if "two" in classes:
            count = 2
        for name, days in _UNITS:
            if name in classes:
                if name == "months":
                    return _months_after(start, count)
                return days_from(start, count * days if days else -(-count // 24))
        return None

    def _of_saying(self, m: Mention, time: Time) -> bool:
        """Whether the date stands outside the words in which the event is told: it is the day of the saying."""
        if m.type in _REPORTED:
            return False  # fire is reported on the day that it falls on
        tellers = self.contents.over(self.reading.span(m.first, m.stop), whole=True)
        return bool(tellers) and not set(tellers) & set(self.contents.over(time.span))

    def _of_war(self, m: Mention, k: int) -> bool:
        """Whether the date says since when the war goes on that a truce would end."""
        if m.type != "ceasefire" or self.at[k] < m.stop:
            return False
        return self.marks.near(m.stop, self.at[k]) >= _WAR

    def _of_force(self, at: int, trigger: int, floor: int) -> bool:
        """Whether the date is the day on which something took force: no day of what is told behind a comma."""
        parted = any(self.reading.forms[k] in L.COMMAS for k in range(at, trigger))
        return parted and "took" in self.marks.near(max(floor, at - _TOOK), at)


def _months_after(start: date, count: int) -> date:
    """The same day of the month `count` months later, or its last day."""
    first, last = month_of(start.year, start.month + count)
    return min(last, days_from(first, start.day - 1))


def open_ended(m: Mention) -> None:
    """Take the end off what has begun and goes on: talks, a siege, a war."""
    if m.type in _ENDLESS and m.reasons.get("status") == ["rule:began"] and m.start is not None:
        m.end = None
        m.reasons["end"] = ["rule:began"]


def day_of_digest(times: Sequence[Time], reading: Reading, marks: Marks) -> date | None:
    """The day whose events the text sums up, where its first line says so: `harvest of Thursday 18 August`."""
    stop = min(reading.sentence_stop(0), _FIRST_LINE) if len(reading) else 0
    if not times or marks.first("digest", 0, stop) is None:
        return None
    for time in times:
        if reading.token_at(time.span.start) >= stop:
            break
        if time.start is not None and time.start == time.end:
            return time.start
    return None


def tell_digest(mentions: Sequence[Mention], day: date | None) -> None:
    """Give what happened and has no date the day that the text sums up."""
    if day is None:
        return
    for m in mentions:
        if m.start is None and m.type in _SUMMED and m.status in ("happened", "ongoing"):
            m.start = m.end = day
            m.reasons["start"] = ["rule:day-of-digest"]


def tell_days_back(mentions: Sequence[Mention], reading: Reading, marks: Marks) -> None:
    """Give undated fire the day of the fire before it where its words point back to that: `was killed then`."""
    last: Mention | None = None
    for m in mentions:
        if m.type not in _DAILY:
            continue
        if m.start is None and last is not None and m.sentence - last.sentence <= 1 and m.status == "happened":
            first, stop = max(last.stop, m.first - _LEAD), min(m.stop + _LEAD, reading.sentence_stop(m.first))
            if "then" in marks.near(first, stop):
                m.start, m.end = last.start, last.end
                m.reasons["start"] = ["rule:day-told-before"]
        if m.start is not None and m.start == m.end:
            last = m


def tell_days_on(mentions: Sequence[Mention], reading: Reading, marks: Marks) -> None:
    """Give undated fire the day of the fire told just before it, in a report of today's or yesterday's fire."""
    last: Mention | None = None
    for m in mentions:
        if m.type not in MEANS or m.first < reading.title_stop:
            continue
        if m.start is not None:
            last = m if _of_the_day(m, reading) else None
        elif _days_ago(m, reading, marks):
            m.other_time, last = True, None
        elif last is not None and m.sentence - last.sentence <= _SENTENCES and _goes_on(m, reading):
            m.start = m.end = last.start
            m.reasons["start"] = ["rule:day-told-before"]
            last = m


def _days_ago(m: Mention, reading: Reading, marks: Marks) -> bool:
    """Whether the sentence begins with another time, though not with a day: `some days ago`."""
    first = reading.sentence_first(m.first)
    return marks.first("daysago", first, min(m.first, first + _OPENING)) is not None


def _of_the_day(m: Mention, reading: Reading) -> bool:
    published = reading.published
    if published is None or m.start is None or m.start != m.end:
        return False
    return timedelta(0) <= published - m.start <= _RECENT


def _goes_on(m: Mention, reading: Reading) -> bool:
    """Whether the mention tells of a piece of fire of its own, in a sentence and not in a headline."""
    if m.status != "happened" or m.place is None or m.broad:
        return False
    stop = reading.sentence_stop(m.first)
    if stop >= len(reading):
        return True
    return reading.forms[stop - 1][0] != "\n" or (stop > 1 and reading.forms[stop - 2] in L.FULL_STOPS)
