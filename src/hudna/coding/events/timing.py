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
from hudna.coding.words.nouns import FINITE
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
_LONG: Final = 40
"""Tokens behind a truce within which its length is told."""
_TOLD_HOURS: Final = 4
"""Tokens behind the hours in which it is said that they are the last ones."""
_HOURS_OF_A_DAY: Final = 24
_GOING: Final = 8
"""Tokens behind fire in which it is said since when it goes on."""
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
_REAL: Final = ("happened", "ongoing")
"""States of what has been."""
_RESULTS: Final = frozenset(("capture", "detention", "destruction", "displacement"))
"""Types of what fire leads to; its dead are its own."""
_CLAUSE: Final = 14
"""Tokens before a deed in which the verb stands that fire led to it."""
_MEANWHILE: Final = _SUMMED | {"aid", "displacement", "evacuation", "exchange"}
_ENDLESS: Final = frozenset(("meeting", "sanction", "clash"))
"""Types that have no end yet where they are told to have begun."""
_SPANS: Final = frozenset(("days", "weeks", "months", "years"))
_TAKING_PLACE: Final = frozenset(("occurring", "began", "starting"))
_FROM: Final = frozenset(("origin", "upon"))
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
        apart = self._days_apart(m, first)
        behind = apart != 0 or self._long_before(m)
        best = -1
        for k in range(bisect_left(self.at, first), len(self.at)):
            at = self.at[k]
            if at >= stop:
                break
            if at < m.first and (behind or self._parted(at, m.first)):
                continue
            if self._of_other_verb(m, k, first):
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
            if apart:
                self._count(m, first, apart)
            if behind:
                return
            self._of_sentence(m, first, stop)
            if m.start is None:
                self._just_now(m, max(floor, first), min(limit, stop))
            if m.start is None:
                self._in_a_day(m, max(floor, first), min(limit, stop))
            return
        best = self._own_side(m, best, limit)
        if self._followed(m, best) or self._of_saying(m, self.times[best]) or self._of_war(m, best):
            return
        m.start, m.end = self.times[best].start, self.times[best].end
        m.reasons["start"] = ["rule:date-in-clause"]
        if not self._range(m, best, first, stop) and not self._only_end(m, best):
            self._stretch(m, best, limit)

    def _days_apart(self, m: Mention, first: int) -> int:
        """How many days the event lies from what the sentence tells before it, 0 where the words don't count them.

        `the day after X`, `three days after X`: X lies before; `on the eve of X`: behind.
        """
        i = m.first - 1
        if i > first and self.marks.of(i) & _TAKING_PLACE:
            i -= 1
        if i <= first:
            return 0
        classes = self.marks.of(i)
        if "dayafter" in classes:
            return -1
        if "eve" in classes:
            return 1
        if not classes & _FROM or "days" not in self.marks.of(i - 1):
            return 0
        i -= 1
        number = 2 if "two" in self.marks.of(i) else 1
        told = read_number(self.reading, i - 1)
        if told is not None and told[1] == told[2]:
            number, i = told[1], i - 1
        elif told is not None or "daysmany" in self.marks.of(i):
            return 0  # "some days after"
        before = self.marks.of(i - 1)
        return -number if "after" in before else number if "before" in before else 0

    def _count(self, m: Mention, first: int, days: int) -> None:
        """Give the mention the day so many days from the one told before it in its sentence, else from the page's."""
        day = self.reading.published
        for k in range(bisect_left(self.at, first), bisect_left(self.at, m.first)):
            if self.times[k].start == self.times[k].end:
                day = self.times[k].start
        if day is not None:
            m.start = m.end = days_from(day, days)
            m.reasons["start"] = ["rule:days-apart"]

    def _long_before(self, m: Mention) -> bool:
        """Whether so many days stand between the event and what the sentence dates: `five months after it fell`."""
        return m.first > 1 and "origin" in self.marks.of(m.first - 1) and bool(self.marks.of(m.first - 2) & _SPANS)

    def _of_other_verb(self, m: Mention, k: int, first: int) -> bool:
        """Whether the date belongs to a verb that tells of something else: who was born, what a raid came before."""
        at = self.at[k]
        if "born" in self.marks.near(max(first, at - _LEAD), at):
            return True
        return at >= m.stop and not m.verb and self._aside(m, at)

    def _aside(self, m: Mention, at: int) -> bool:
        """Whether a comma, and a verb that opens the sentence proper, stand between the noun and the date behind it."""
        r = self.reading
        if not self.marks.near(max(r.sentence_first(m.first), m.first - _LEAD), m.first) & {"despite"}:
            return False
        for i in range(m.stop, at - 1):
            verb = r.flags[i + 1] & FINITE and not r.words[i + 1].conjunction
            if verb and r.forms[i] in L.COMMAS:
                return True
        return False

    def _followed(self, m: Mention, k: int) -> bool:
        """Whether the date stands right before `after` and the deed: it dates what came of that."""
        i = self.stops[k]
        return not m.verb and i == m.first - 1 and "earlier" in self.marks.of(i) and "cause" not in self.marks.of(i)

    def told_before(self, m: Mention) -> bool:
        """Whether the mention's day stands before it in its sentence, and not behind it."""
        first, stop = self.reading.sentence_first(m.first), self.reading.sentence_stop(m.first)
        for k in range(bisect_left(self.at, first), len(self.at)):
            if self.at[k] >= stop:
                return False
            if self.times[k].start == m.start:
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

    def _only_end(self, m: Mention, k: int) -> bool:
        """Whether only the last day of fighting is told: `the fighting went on until Sunday`."""
        at = self.at[k]
        if m.type not in MEANS or at < m.stop or "until" not in self.marks.near(max(m.stop, at - _LEAD), at):
            return False
        if "lasted" not in self.marks.near(max(self.reading.sentence_first(m.first), m.first - _LEAD), at):
            return False
        m.start = None
        m.reasons.pop("start")
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
        if self._another_day(k, stop) or self._lasting(m):
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

    def _another_day(self, k: int, stop: int) -> bool:
        """Whether the sentence tells another day than its first one."""
        there = self.times[k].start, self.times[k].end
        for j in range(k + 1, len(self.at)):
            if self.at[j] >= stop:
                return False
            if (self.times[j].start, self.times[j].end) != there:
                return True
        return False

    def _lasting(self, m: Mention) -> bool:
        """Whether the words behind say since when it goes on: it has no one day."""
        near = self.marks.near(m.stop, min(m.stop + _GOING, m.limit))
        return "since" in near and "ongoing" in near

    def _just_now(self, m: Mention, first: int, stop: int) -> None:
        """Give fire the day of publication where its clause tells that it fell just now: `a while ago`."""
        found = self.marks.first("justnow", max(first, m.first - _AHEAD), min(stop, m.stop + _FAR))
        if found is None or m.type not in _DAILY or self.reading.published is None:
            return
        if found[1] < len(self.reading) and "origin" in self.marks.of(found[1]):
            return  # "hours before"
        m.start = m.end = self.reading.published
        m.reasons["start"] = ["rule:just-now"]

    def _in_a_day(self, m: Mention, first: int, stop: int) -> None:
        """Give the mention yesterday and today where its clause tells that it fell in the last 24 hours."""
        published = self.reading.published
        if published is None or m.type not in _SUMMED:
            return
        found = self.marks.first("hours", max(first, m.first - _AHEAD), min(stop, m.stop + _FAR))
        if found is None or self.marks.first("lastones", found[1], min(stop, found[1] + _TOLD_HOURS)) is None:
            return
        if self._day_long(found[0], first):
            m.start, m.end = days_from(published, -1), published
            m.reasons["start"] = ["rule:last-hours"]

    def _day_long(self, i: int, first: int) -> bool:
        """Whether the hours at `i` are 24: the number stands before them, or right behind."""
        for k in (i - 1, i - 2, i + 1, i + 2):
            told = read_number(self.reading, k) if first <= k < len(self.reading) else None
            if told is not None and told[1] == told[2] == _HOURS_OF_A_DAY:
                return True
        return False

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
        return not set(tellers) <= set(self.contents.over(time.span))

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


def tell_days_of_causes(mentions: Sequence[Mention], reading: Reading, marks: Marks) -> None:
    """Give what fire led to, what happened in it or answered it, the day that its sentence tells of the fire."""
    cause: Mention | None = None
    for m in mentions:
        if cause is not None and cause.sentence != m.sentence:
            cause = None
        if m.start is not None:
            if m.type in MEANS and m.status in _REAL:
                cause = m
        elif cause is not None and m.status in _REAL and _came_of(cause, m, reading, marks):
            m.start, m.end = cause.start, cause.end
            m.reasons["start"] = ["rule:day-of-cause"]


def _came_of(cause: Mention, m: Mention, reading: Reading, marks: Marks) -> bool:
    """Whether the words between say that fire led to the deed, or was answered by it, and no other verb follows."""
    if m.type in MEANS:
        return "answers" in marks.near(max(cause.stop, m.first - _LEAD), m.first)
    if m.type not in _RESULTS:
        return False
    first = max(cause.stop, m.first - _CLAUSE)
    found = marks.last("led", first, m.first) or marks.last("therein", first, m.first)
    if found is None:
        return False
    words, flags = reading.words, reading.flags
    return not any(flags[k] & FINITE and words[k].conjunction for k in range(found[1], m.first))


def tell_days_meanwhile(mentions: Sequence[Mention], reading: Reading, marks: Marks) -> None:
    """Give what is told to have happened meanwhile the day of the event told right before it."""
    last: Mention | None = None
    for m in mentions:
        near = last is not None and m.sentence - last.sentence <= 1
        if m.start is None and last is not None and near and m.type in _MEANWHILE and m.status in _REAL:
            first = reading.sentence_first(m.first)
            opens = marks.first("meanwhile", first, min(first + _OPENING, m.first)) is not None
            if opens or (m.row.cls != "verb" and "meanwhile" in marks.near(max(first, m.first - _LEAD), m.first)):
                m.start, m.end = last.start, last.end
                m.reasons["start"] = ["rule:day-told-before"]
        if m.start is not None and m.start == m.end and m.status in _REAL:
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
