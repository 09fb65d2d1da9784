"""Times: expressions placed on the calendar.

Relative ones count from the day of publication, or from the day that the text gives for itself. Where there
is neither, the time is found and left open, with a problem that says so.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import MAXYEAR, date
from typing import Final

from hudna.coding.times.dates import (
    Period,
    day,
    days_from,
    hijri_day,
    hijri_month,
    hijri_year,
    latest_weekday,
    month_of,
    next_weekday,
    span_of,
    week_of,
    year_of,
)
from hudna.coding.times.timegrammar import HEADS, MAX_HIJRI, Expression, Grammar
from hudna.coding.words.reading import Reading
from hudna.model import Basis, Problem, Time
from hudna.model.findings import UNKNOWN_TIME
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_TIME_LINK, _VERBS = Kind.TIME_LINK, Kind.CUE_VERB | Kind.VERB
_DATELINE_TOKENS: Final = 60
_JUST_NOW, _SOON, _LONG_AGO = 30, 60, 270
_LOOK_BACK: Final = 25
_NEAR_DATE: Final = 4
_NEAR_NEXT: Final = 6
_EDGE_DAYS: Final = {1: (1, 10), 2: (15, 15), 3: (21, 31)}
_EDGE_MONTHS: Final = {1: (1, 1), 2: (6, 7), 3: (12, 12)}
_CONTEXT: Final = {"same": 0, "previous": -1, "following": 1}
_SHIFT: Final = {"last": -1, "next": 1, "current": 0}


def find_times(reading: Reading) -> tuple[tuple[Time, ...], tuple[Problem, ...]]:
    """All expressions of time in the order of the text, and a problem for each that stays open."""
    found = _read_all(reading)
    calendar = _Calendar(reading, found)
    times: list[Time] = []
    problems: list[Problem] = []
    for e in found:
        period = calendar.place(e)
        span = reading.bare_span(e.first, e.stop)
        start, end = period if period is not None else (None, None)
        why = {"start": (f"rule:time-{e.shape}", *e.why)}
        times.append(Time(span=span, start=start, end=end, basis=calendar.basis(e), why=why))
        if period is None:
            problems.append(Problem(code=UNKNOWN_TIME, reason=calendar.reason(e), span=span))
    return tuple(times), tuple(problems)


def _read_all(reading: Reading) -> list[Expression]:
    grammar = Grammar(reading)
    found: list[Expression] = []
    stop = 0
    for i in reading.at(HEADS):
        # Behind a lone article a number belongs to it ("al-15").
        first = i - 1 if i > stop and grammar.article_before(i) else i
        if first < stop:
            continue
        e = grammar.read(first)
        if e is not None:
            stop = e.stop
            if e.unit != "none":
                _share_year(reading, found[-1] if found else None, e)
                found.append(e)
    return found


def _share_year(reading: Reading, before: Expression | None, e: Expression) -> None:
    """Give the month joined to the next one by "and" that one's year: `March and April 2021`."""
    if before is None or before.stop != e.first or e.year is None or reading.words[e.first].conjunction != L.WAW:
        return
    if before.shape == e.shape == "month" and before.year is None and before.rel is None and before.year_shift is None:
        before.year = e.year - (before.months[0] > e.months[0])  # "December and January 2021"


class _Calendar:
    """Places expressions one after another, as a reader does: it knows the last day told."""

    __slots__ = ("dated", "dateline", "grammar", "last", "published", "reading", "today")

    def __init__(self, reading: Reading, found: list[Expression]) -> None:
        self.reading = reading
        self.grammar = Grammar(reading)
        self.dateline = reading.published is None
        self.published = reading.published or _dateline(reading, found, self.grammar)
        self.today = self.published
        self.last: Period | None = None
        self.dated = self._dated_weekdays(found)

    def _dated_weekdays(self, found: list[Expression]) -> dict[int, date]:
        """Coming days that the text gives with both weekday and date: the weekday alone means them too."""
        dated: dict[int, date] = {}
        for e in found:
            if e.days and e.weekdays and e.deictic is None and self.published is not None:
                there = self._date(e, self.published)
                if there is not None and 0 < (there[0] - self.published).days < 7:
                    dated[there[0].isoweekday()] = there[0]
        return dated

    def place(self, e: Expression) -> Period | None:
        """First and last day of the expression; `None` where nothing tells."""
        try:
            period = self._place(e)
            if period is not None:
                self._move_today(e, period)
        except (ValueError, OverflowError):  # beyond the first or the last year that a date can have
            period = None
        self.last = period or self.last
        return period

    def basis(self, e: Expression) -> Basis:
        """How the expression is placed: by itself, by the day of publication, or by another of the text."""
        if e.year is not None:
            return "stated"
        if self.dateline or e.context is not None or self._leans(e):
            return "context"
        return "relative" if self.today == self.published else "context"

    def reason(self, e: Expression) -> str:
        """Why the expression stays open."""
        if e.context is not None or self._leans(e):
            return "the text tells no day that this one counts from"
        if self.published is None:
            return "relative to the day of publication, which is not known"
        return "the calendar has no such day"

    @staticmethod
    def _leans(e: Expression) -> bool:
        return (e.rel is not None and e.rel.role in _CONTEXT) or (e.shape == "ago" and e.sign > 0)

    def _move_today(self, e: Expression, period: Period) -> None:
        """A page that holds older texts says so: "today, Wednesday", or "published on" and a date."""
        if e.deictic is not None and e.weekdays:
            self.today = days_from(period[0], -e.deictic)
        elif e.days and e.year is not None and period[0] == period[1] and _published_before(self.grammar, e.first):
            self.today = self.published = period[0]

    def _place(self, e: Expression) -> Period | None:
        if e.shape == "year":
            return _part_of_years(e)
        if e.year is None and self.today is None and not self._leans(e) and e.context is None:
            return None
        if e.shape == "month" or e.shape == "feast":
            return self._month_or_feast(e)
        if e.shape == "unit":
            return self._unit(e)
        if e.shape == "ago":
            base = self.today if e.sign < 0 else (self.last[1] if self.last else None)
            return None if base is None else span_of(e.unit, base, e.sign * e.count)
        if e.context is not None:
            return self._context_day(e)
        return self._day(e)

    # Days

    def _day(self, e: Expression) -> Period | None:
        if e.days and not e.months:
            return self._day_of_current(e)
        if e.days:
            return self._date(e, self.today)
        if self.today is None or self.published is None:
            return None
        if e.weekdays:
            return self._weekday(e, self.published)
        if e.deictic is not None:
            there = days_from(self.today, e.deictic)
            return there, there
        return None

    def _context_day(self, e: Expression) -> Period | None:
        if self.last is None or e.context is None:
            return None
        if e.context.unit == "night":
            first = days_from(self.last[0], e.context.value)
            return first, days_from(first, 1)
        there = days_from(self.last[1] if e.context.value > 0 else self.last[0], e.context.value)
        return there, there

    def _day_of_current(self, e: Expression) -> Period | None:
        """`5 of the current month`: the month by its adjective."""
        month = self._by_rel("month", e)
        if month is None:
            return None
        return _days(e.days, lambda number: day(month[0].year, month[0].month, number))

    def _date(self, e: Expression, base: date | None) -> Period | None:
        """The date; its year, where it isn't told, is the one that makes best sense of it."""
        year = e.year
        if year is None and e.year_shift is not None and base is not None:
            year = base.year + e.year_shift
        if year is not None:
            return self._in_year(e, e.months[0], year)
        if base is None:
            return None
        candidates: list[Period] = []
        years = range(base.year - 1, base.year + 2)
        if e.hijri:
            years = range(hijri_year(base) - 2, hijri_year(base) + 3)
        for month in e.months:
            candidates += (p for y in years if (p := self._in_year(e, month, y)) is not None)
        return self._choose(e, sorted(candidates), base)

    def _in_year(self, e: Expression, month: int, year: int) -> Period | None:
        if not e.hijri:
            return _days(e.days, lambda number: day(year, month, number))
        if year <= MAX_HIJRI:
            return _hijri_days(e, month, year)
        # A Gregorian year told beside a Hijri month: the Hijri years that touch it.
        near = hijri_year(date(year, 1, 1)) if year <= MAXYEAR else 0
        found = (_hijri_days(e, month, near + n) for n in (-1, 0, 1, 2))
        return next((p for p in found if p is not None and p[0].year == year), None)

    def _choose(self, e: Expression, candidates: list[Period], base: date) -> Period | None:
        """The candidate that adjectives, weekday and "today" point to; else the latest that is not ahead."""
        if not candidates:
            return None
        if e.rel is not None and e.rel.role in ("last", "next"):
            return self._by_side(e, candidates, base)
        if e.deictic is not None or (e.rel is not None and e.rel.role in ("current", "same")):
            target = days_from(base, e.deictic or 0)
            return min(candidates, key=lambda p: abs((p[0] - target).days))
        if len(e.weekdays) == 1:
            fitting = [p for p in candidates if p[0].isoweekday() == e.weekdays[0]]
            if fitting:
                return min(fitting, key=lambda p: abs((p[0] - base).days))
        if len(e.months) > 1:
            return min(candidates, key=lambda p: abs((p[0] - base).days))
        return self._latest(e, candidates, base)

    def _by_side(self, e: Expression, candidates: list[Period], base: date) -> Period | None:
        if e.rel is not None and e.rel.role == "last":
            past = [p for p in candidates if p[1] < base]
            return past[-1] if past else None
        coming = [p for p in candidates if p[0] > base]
        return coming[0] if coming else None

    def _latest(self, e: Expression, candidates: list[Period], base: date) -> Period:
        past = [p for p in candidates if p[0] <= base]
        coming = [p for p in candidates if p[0] > base]
        if not coming or not past:
            return (past or coming)[-1 if past else 0]
        if self._ahead(e.first) and (base - past[-1][1]).days > _JUST_NOW:
            return coming[0]
        soon = (coming[0][0] - base).days <= _SOON and (base - past[-1][1]).days >= _LONG_AGO
        return coming[0] if soon and (e.days or e.edge) else past[-1]

    def _weekday(self, e: Expression, base: date) -> Period:
        first = self._one_weekday(e, base)
        if len(e.weekdays) == 1:
            return first, first
        return first, next_weekday(e.weekdays[-1], days_from(first, 1))

    def _one_weekday(self, e: Expression, base: date) -> date:
        weekday = e.weekdays[0]
        if e.rel is not None and e.rel.role in ("last", "next"):
            steps = max(e.rel.value, 1) - 1
            if e.rel.role == "last":
                return days_from(latest_weekday(weekday, days_from(base, -1)), -7 * steps)
            return days_from(next_weekday(weekday, days_from(base, 1)), 7 * steps)
        if e.deictic is not None and e.deictic > 0:
            return next_weekday(weekday, days_from(base, 1))
        if e.deictic is None and weekday in self.dated:
            return self.dated[weekday]
        if e.deictic is None and self._ahead(e.first):
            return next_weekday(weekday, base)
        first = latest_weekday(weekday, base)
        if len(e.weekdays) > 1 and e.night and next_weekday(e.weekdays[-1], days_from(first, 1)) > base:
            return days_from(first, -7)
        return first

    def _ahead(self, i: int) -> bool:
        """Whether the sentence speaks of what is still to come, before token `i`."""
        first = max(self.reading.sentence_first(i), i - _LOOK_BACK)
        words, flags = self.reading.words, self.reading.flags
        for j in range(i - 1, first - 1, -1):
            if words[j].future or (flags[j] & _TIME_LINK and self.grammar.word(j, "ahead")):
                return True
            if i - j <= _NEAR_NEXT and self.grammar.word(j, "next"):
                return True  # "the next round in the middle of July"
            if words[j].conjunction and flags[j] & _VERBS:
                return False
        return False

    # Months, units

    def _month_or_feast(self, e: Expression) -> Period | None:
        if e.feast is not None:
            which = e.days[0] if e.days else 0
            e.months, e.days = [e.feast.month], [e.feast.day]
            first = self._date(e, self.today)
            if first is None:
                return None
            if which:
                there = days_from(first[0], which - 1)
                return there, there
            return first[0], days_from(first[0], e.feast.days - 1)
        month = self._month(e)
        return month if month is None or not e.edge else _edge_of_month(month, e.edge)

    def _month(self, e: Expression) -> Period | None:
        base = self.today
        if e.rel is not None and e.rel.role in _CONTEXT and self.last is not None:
            base = self.last[0]
        year = e.year
        if year is None and e.year_shift is not None and base is not None:
            year = base.year + e.year_shift
        if year is not None:
            return _named_month(e, e.months[0], year)
        if base is None:
            return None
        years = range(base.year - 1, base.year + 2)
        if e.hijri:
            years = range(hijri_year(base) - 2, hijri_year(base) + 3)
        found = [p for month in e.months for y in years if (p := _named_month(e, month, y)) is not None]
        return self._choose(e, sorted(found), base)

    def _unit(self, e: Expression) -> Period | None:
        if e.unit == "season":
            return self._season(e)
        if e.count > 1:
            return self._several(e)
        period = self._by_rel(e.unit, e)
        if period is None:
            return None
        return _narrowed(e, period, e.unit)

    def _season(self, e: Expression) -> Period | None:
        """Last, this or next summer: the latest that is over, the present or first to come, the one after."""
        if self.today is None or e.rel is None:
            return None
        base = self.today
        seasons = [_season_of(e.season, base.year + n) for n in (-2, -1, 0, 1, 2)]
        if e.rel.role == "last":
            return next(p for p in reversed(seasons) if p[1] < base)
        if e.rel.role == "next":
            return next(p for p in seasons if p[0] > base)
        return next(p for p in seasons if p[1] >= base)

    def _by_rel(self, unit: str, e: Expression) -> Period | None:
        """The unit that the adjective tells; without one the current."""
        if e.rel is not None and e.rel.role in _CONTEXT:
            return None if self.last is None else span_of(unit, self.last[0], _CONTEXT[e.rel.role])
        if self.today is None:
            return None
        if e.rel is None:
            return span_of(unit, self.today, 0)
        return span_of(unit, self.today, _SHIFT[e.rel.role] * max(e.rel.value, 1))

    def _several(self, e: Expression) -> Period | None:
        """The last or the coming days, weeks, months or years, the present one left out."""
        if self.today is None or e.rel is None or e.rel.role not in ("last", "next"):
            return None
        if e.rel.role == "last":
            return span_of(e.unit, self.today, -e.count)[0], span_of(e.unit, self.today, -1)[1]
        return span_of(e.unit, self.today, 1)[0], span_of(e.unit, self.today, e.count)[1]


def _dateline(reading: Reading, found: list[Expression], grammar: Grammar) -> date | None:
    """The day that a text without `published` gives for itself.

    A full date behind "published", else one at the text's beginning, else one at its end.
    """
    size = len(reading)
    full = [e for e in found if e.year is not None and len(e.days) == 1 and not e.hijri and e.months]
    said = [e for e in full if _published_before(grammar, e.first)]
    head = [e for e in full if e.first < _DATELINE_TOKENS]
    tail = [e for e in full if e.first > size - _DATELINE_TOKENS // 2]
    days_ = (day(e.year or 0, e.months[0], e.days[0]) for e in (*said, *head, *reversed(tail)))
    return next((there for there in days_ if there is not None), None)


def _published_before(grammar: Grammar, i: int) -> bool:
    """Whether the word "published" stands close before token `i`."""
    return any(grammar.word(j, "publish") for j in range(max(0, i - _NEAR_DATE), i))


def _hijri_days(e: Expression, month: int, year: int) -> Period | None:
    return _days(e.days, lambda number: hijri_day(year, month, number))


def _days(numbers: list[int], make: Callable[[int], date | None]) -> Period | None:
    """From the first to the last of the days; `None` where the calendar lacks one."""
    made = [there for number in numbers if (there := make(number)) is not None]
    return (min(made), max(made)) if len(made) == len(numbers) else None


def _named_month(e: Expression, month: int, year: int) -> Period | None:
    if not e.hijri:
        return month_of(year, month)
    if year <= MAX_HIJRI:
        return hijri_month(year, month)
    found = [hijri_month(hijri_year(date(year, 1, 1)) + n, month) for n in (-1, 0, 1, 2)]
    return next((p for p in found if p is not None and p[0].year == year), None)


def _edge_of_month(month: Period, edge: int) -> Period:
    first, last = _EDGE_DAYS[edge]
    length = (month[1] - month[0]).days + 1
    return days_from(month[0], first - 1), days_from(month[0], min(last, length) - 1)


def _edge_of(unit: str, period: Period, edge: int) -> Period:
    if unit == "month":
        return _edge_of_month(period, edge)
    if unit == "year":
        first, last = _EDGE_MONTHS[edge]
        return month_of(period[0].year, first)[0], month_of(period[0].year, last)[1]
    monday, _ = week_of(period[0])
    first, last = {1: (0, 1), 2: (2, 3), 3: (5, 6)}[edge]
    return days_from(monday, first), days_from(monday, last)


def _part_of(period: Period, half: tuple[int, int]) -> Period:
    """A half, third or quarter of a year by months, of anything else by days."""
    which, parts = half
    if (period[1] - period[0]).days > 300:
        months = 12 // parts
        year = period[0].year
        return month_of(year, (which - 1) * months + 1)[0], month_of(year, which * months)[1]
    days = ((period[1] - period[0]).days + 1) // parts
    first = days_from(period[0], (which - 1) * days)
    return first, (period[1] if which == parts else days_from(first, days - 1))


def _part_of_years(e: Expression) -> Period | None:
    first, last = e.years[0], e.years[-1]
    if e.hijri:
        start, end = hijri_day(first, 1, 1), hijri_month(last, 12)
        return None if start is None or end is None else (start, end[1])
    period = year_of(first)[0], year_of(last)[1]
    return _narrowed(e, period, "year")


def _narrowed(e: Expression, period: Period, unit: str) -> Period:
    """The season, the half or the edge of the period that the expression tells; else all of it."""
    if e.season:
        return _season_of(e.season, period[0].year)
    if e.half is not None:
        return _part_of(period, e.half)
    return _edge_of(unit, period, e.edge) if e.edge else period


def _season_of(season: int, year: int) -> Period:
    """Spring is March to May; winter runs into the next year."""
    return month_of(year, 3 * season)[0], month_of(year, 3 * season + 2)[1]
