"""Expressions of time as written: which tokens, and what they say. Placing them on the calendar is `times`.

    day      := [part] ["day"] [deictic] [weekday [weekday]] [rel] [date] [part]
    date     := number/number/number | days ["of"] month... | month day, year | days "of" month-unit rel
    month    := name [/ name | (name)] [year] [rel]
    period   := edge (month | unit | year) | half "of" (unit | year) | "this" unit | unit rel | "year" year
    ago      := "ago" number length

Words in quotation marks are roles of the pack's `timewords.csv`.
"""

from __future__ import annotations

from functools import cache
from typing import Final, Literal

from hudna.coding.words.numbers import read_number
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.times import Feast, Month, Ordinal, TimeWord, Weekday
from hudna.packs.wordclasses import word_class
from hudna.text import fold_word
from hudna.text import letters as L

# Plain integers: an enum's operators are slow, and these stand in the inner loop.
_TIMEWORD, _NUMBER = Kind.TIMEWORD, Kind.NUMBER
_MONTH, _WEEKDAY = Kind.MONTH, Kind.WEEKDAY
_NAMED: Final = _MONTH | _WEEKDAY
HEADS: Final = _NAMED | _NUMBER | _TIMEWORD
_WORDS: Final = _TIMEWORD | Kind.TIME_LINK
_DATE_PART: Final = _MONTH | _NUMBER | _WORDS
_GOES_ON: Final = Kind.FUNCTION | Kind.TIME_LINK

Shape = Literal["day", "month", "year", "unit", "ago", "context", "feast"]

_DASHES: Final = frozenset("-\N{EN DASH}\N{EM DASH}")
_SLASHES: Final = frozenset("/\\") | _DASHES
_LOOSE: Final = L.COMMAS | _DASHES | {"|"}
_REL: Final = ("last", "next", "current", "same", "previous", "following")
_SHIFT: Final = {"last": -1, "next": 1, "current": 0}
_ARTICLE: Final = L.AL

MIN_YEAR, MAX_YEAR = 1900, 2100
MIN_HIJRI, MAX_HIJRI = 1300, 1500
_FEW_DIGITS: Final = 2
_LOOK_BACK: Final = 6
_NAME_TOKENS: Final = 3
_FAR: Final = 1000
"""More days or years than this are no time that news is placed at."""


@cache
def _first_words(spellings: str) -> frozenset[str]:
    """The folded first words of a pack's spellings."""
    return frozenset(fold_word(spelling).split()[0] for spelling in spellings.split("|"))


class Expression:
    """What one expression says: only the slots that it fills are not empty."""

    __slots__ = (
        "context",
        "count",
        "days",
        "deictic",
        "edge",
        "feast",
        "first",
        "half",
        "hijri",
        "months",
        "night",
        "rel",
        "season",
        "shape",
        "sign",
        "stop",
        "unit",
        "weekdays",
        "why",
        "year",
        "year_shift",
        "years",
    )

    def __init__(self, first: int) -> None:
        self.first = first
        self.stop = first
        self.shape: Shape = "day"
        self.night = False
        self.deictic: int | None = None
        self.context: TimeWord | None = None
        self.weekdays: list[int] = []
        self.days: list[int] = []
        self.months: list[int] = []
        self.hijri = False
        self.year: int | None = None
        self.years: list[int] = []
        self.year_shift: int | None = None
        """The year told as "this" or "last year": how many years from now."""
        self.rel: TimeWord | None = None
        self.edge = 0
        self.half: tuple[int, int] | None = None
        """Which part of how many."""
        self.season = 0
        self.unit = ""
        self.count = 0
        self.sign = 0
        self.feast: Feast | None = None
        self.why: list[str] = []


class Grammar:
    """Reads the expression that begins at a token. Holds the reading, and no other state."""

    __slots__ = ("forms", "reading", "size")

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.forms = reading.forms
        self.size = len(reading)

    def read(self, i: int) -> Expression | None:
        """The expression that begins at `i`; one without a shape of its own stands for words to skip."""
        if self.forms[i] == _ARTICLE:
            return self._bare_date(i) or self._so_many(i, i + 1)
        flags = self.reading.flags[i]
        if flags & _TIMEWORD:
            return self._by_role(i)
        return self._day(i) if flags & _NAMED else self._number(i)

    def _by_role(self, i: int) -> Expression | None:
        """What the roles of the word allow, tried in the order of `_ATTEMPTS`."""
        roles: set[str] = set()
        for _, entry in self.reading.phrases.get(i, ()):
            _add_role(roles, entry)
        for entry in self.reading.words[i].entries:
            _add_role(roles, entry)
        for role, attempt in _ATTEMPTS:
            if role in roles:
                found = attempt(self, i)
                if found is not None:
                    return found
        return None

    def article_before(self, i: int) -> bool:
        """Whether a lone article stands before the number at `i`."""
        return i > 0 and self.forms[i - 1] == _ARTICLE and self.forms[i][0].isdecimal()

    # Words

    def word(self, i: int, *roles: str, bare: bool = True) -> tuple[int, TimeWord, str] | None:
        """The time word of one of the roles at `i`: first token behind it, its row, where the row stands."""
        if i >= self.size or not self.reading.flags[i] & _WORDS:
            return None
        word = self.reading.words[i]
        if word.pronoun or (bare and (word.conjunction or word.preposition)):
            return None
        for stop, entry in self.reading.phrases.get(i, ()):
            if isinstance(entry.row, TimeWord) and entry.row.role in roles and self._as_listed(i, entry.row.word):
                return stop, entry.row, entry.why
        for entry in word.entries:
            if isinstance(entry.row, TimeWord) and entry.row.role in roles and self._as_listed(i, entry.row.word):
                return i + 1, entry.row, entry.why
        return None

    def _entry(self, i: int, kind: int, bare: bool) -> tuple[int, Entry] | None:
        if i >= self.size or not self.reading.flags[i] & kind:
            return None
        word = self.reading.words[i]
        if bare and (word.conjunction or word.preposition):
            return None
        found = self.reading.match(i, kind)
        if found is None or not self._as_listed(i, found[1].lemma):
            return None
        return found

    def _as_listed(self, i: int, spellings: str) -> bool:
        """Whether the word is printed as the pack lists it: the article tells one time word from another."""
        word = self.reading.words[i]
        if not word.article:
            return True
        rest = word.form[word.before :]
        if word.preposition == L.LAM and rest[0] == L.LAM:  # li-l-: the article's alef is not written
            rest = L.ALEF + rest
        return rest in _first_words(spellings)

    def _form(self, i: int) -> str:
        return self.forms[i] if 0 <= i < self.size else "\n"

    def _skip(self, i: int, *roles: str) -> int:
        """The token behind a word of the roles, or `i`."""
        found = self.word(i, *roles)
        return i if found is None else found[0]

    def _small(self, i: int) -> int | None:
        """A day of the month in digits."""
        form = self._form(i)
        return int(form) if len(form) <= _FEW_DIGITS and form.isdecimal() and 1 <= int(form) <= 31 else None

    def _full(self, i: int) -> int | None:
        """A year in four digits, of either calendar."""
        form = self._form(i)
        if len(form) != 4 or not form.isdecimal():
            return None
        year = int(form)
        return year if MIN_YEAR <= year <= MAX_YEAR or MIN_HIJRI <= year <= MAX_HIJRI else None

    # Words that only look like times

    def _nothing(self, i: int) -> Expression | None:
        found = self.word(i, "none", bare=False)
        if found is None or self._begins_day(found[0] + (self._form(found[0]) in L.COMMAS)):
            return None
        e = Expression(i)
        e.stop, e.shape, e.unit = found[0], "unit", "none"
        return e

    # Days

    def _day(self, i: int) -> Expression | None:
        e = Expression(i)
        t = self._part(e, i)
        day = self.word(t, "day", bare=t > i)
        if day is not None:
            t = day[0]
            e.count = day[1].value
        t = self._deictic(e, t, bare=t > i)
        t = self._weekdays(e, t, bare=t > i)
        if e.weekdays:
            t = self._rel(e, t)
        start = t
        if e.weekdays or e.deictic is not None:
            start = start + 1 if self._form(start) in _LOOSE else start
            start = self._skip(start, "in")
        stop = self._date(e, start, bare=start > i)
        if stop is not None:
            t = stop
        elif not e.weekdays and e.deictic is None and e.context is None:
            return None
        elif e.deictic == 0 and not e.weekdays and (self._ordinal(t) is not None or self._in_name(i, t)):
            return None  # "the first day", or a channel's name, not "today"
        e.stop = self._part_after(t)
        return e

    def _in_name(self, first: int, stop: int) -> bool:
        """Whether the tokens stand in a short quotation together with other words: a name."""
        number = self.reading.quote_of[first]
        if number < 0:
            return False
        quotation = self.reading.quotations[number]
        return stop - first < quotation.stop - quotation.first <= _NAME_TOKENS

    def _part(self, e: Expression, i: int) -> int:
        found = self.word(i, "part", bare=False)
        if found is None:
            return i
        e.night = found[1].unit == "night"
        e.why.append(found[2])
        return self._skip(found[0], "from")

    def _part_after(self, t: int) -> int:
        found = self.word(t, "after")
        if found is None or self._begins_day(found[0]):
            return t
        return found[0]

    def _begins_day(self, i: int) -> bool:
        return self.word(i, "deictic", "day") is not None or self._entry(i, _WEEKDAY, True) is not None

    def _deictic(self, e: Expression, t: int, bare: bool) -> int:
        found = self.word(t, "context", bare=bare)
        if found is not None:
            e.context = found[1]
            e.shape = "context"
        else:
            found = self.word(t, "deictic", bare=bare)
            if found is None:
                return t
            e.deictic = found[1].value
            e.night = e.night or found[1].unit == "night"
        e.why.append(found[2])
        return found[0]

    def _weekdays(self, e: Expression, t: int, bare: bool) -> int:
        """One weekday, two that a night or the word "days" joins; behind "today" also in brackets."""
        opened = False
        s = t
        if e.deictic is not None and self._form(t) in _LOOSE | {"("}:
            opened, s = self._form(t) == "(", t + 1
        stop = self._weekday(e, s, bare or s > t)
        if stop is None:
            return t
        if opened:
            return stop + 1 if self._form(stop) == ")" else self._undo(e, t)
        until = self._until(e, stop)
        if until is not None:
            return until
        while True:
            s = stop + 1 if self._form(stop) in _SLASHES or self._form(stop) == L.WAW else stop
            joined = s < self.size and (s > stop or self.reading.words[s].conjunction == L.WAW or e.night)
            more = self._weekday(e, s, False) if joined and not self.reading.words[s].preposition else None
            if more is None:
                return stop
            if e.weekdays[-1] != e.weekdays[-2] % 7 + 1 and e.count < 2:
                e.weekdays.pop()
                return stop
            stop = more

    def _until(self, e: Expression, t: int) -> int | None:
        """`(Friday) until dawn of Sunday`."""
        s = self._skip(t, "to")
        if s == t:
            return None
        part = self.word(s, "part")
        return self._weekday(e, self._skip(part[0] if part else s, "day"), True)

    def _undo(self, e: Expression, t: int) -> int:
        e.weekdays.pop()
        return t

    def _weekday(self, e: Expression, t: int, bare: bool) -> int | None:
        found = self._entry(t, _WEEKDAY, bare)
        if found is None or not isinstance(found[1].row, Weekday):
            return None
        e.weekdays.append(found[1].row.day)
        e.why.append(found[1].why)
        return found[0]

    def _rel(self, e: Expression, t: int) -> int:
        found = self.word(t, *_REL)
        if found is None:
            return t
        e.rel = found[1]
        e.why.append(found[2])
        return found[0]

    # Dates

    def _date(self, e: Expression, t: int, bare: bool) -> int | None:
        if t >= self.size or not (self.reading.flags[t] & HEADS or self.forms[t] == _ARTICLE):
            return None
        return (
            self._numeric(e, t) or self._days_of_month(e, t) or self._month(e, t, bare) or self._day_of_next_month(e, t)
        )

    def _day_of_next_month(self, e: Expression, t: int) -> int | None:
        """A number behind a weekday whose month is told behind the next weekday: `Monday 5 and Tuesday 6 May`."""
        number = self._small(t)
        if number is None or not e.weekdays or t + 1 >= self.size or self.reading.words[t + 1].conjunction != L.WAW:
            return None
        weekday = self._entry(t + 1, _WEEKDAY, False)
        other = None if weekday is None else self._day_number(weekday[0])
        month = 0 if other is None else self._skip(self._skip(other[0], "from", "in"), "month")
        stop = self._named_month(e, month, bare=True) if month else None
        if stop is None:
            return None
        self._year_after(e, stop)
        e.days = [number]
        return t + 1

    def _numeric(self, e: Expression, t: int) -> int | None:
        """`2017/05/06`, `6-5-2017`, `06.05.2017`; behind a weekday also with spaces alone."""
        form = self._form(t)
        if not form[0].isdecimal():
            return None
        parts = form.split(".")
        if len(parts) == 3:
            stop = t + 1
        else:
            mark = self._form(t + 1)
            if mark in _SLASHES and self._form(t + 3) == mark:
                parts, stop = [form, self._form(t + 2), self._form(t + 4)], t + 5
            elif e.weekdays:
                parts, stop = [form, self._form(t + 1), self._form(t + 2)], t + 3
            else:
                return None
        if not all(part.isdecimal() for part in parts) or not self._set_numeric(e, [int(p) for p in parts]):
            return None
        return self._era(e, stop)

    def _set_numeric(self, e: Expression, parts: list[int]) -> bool:
        first, month, last = parts
        year, number = (first, last) if first >= 1000 else (last, first)
        if month > 12 >= number:
            month, number = number, month
        if not (1 <= month <= 12 and 1 <= number <= 31):
            return False
        if not (MIN_YEAR <= year <= MAX_YEAR or MIN_HIJRI <= year <= MAX_HIJRI):
            return False
        e.days, e.months, e.year, e.hijri = [number], [month], year, year <= MAX_HIJRI
        return True

    def _era(self, e: Expression, t: int) -> int:
        found = self.word(t, "era")
        if found is None:
            return t
        e.hijri = e.hijri or found[1].value == 1
        return found[0]

    def _day_number(self, t: int) -> tuple[int, int] | None:
        """A day of the month in digits, behind a lone article, or as an ordinal: token behind it, number."""
        if self._form(t) == _ARTICLE:
            t += 1
        number = self._small(t)
        return (t + 1, number) if number is not None else self._ordinal(t)

    def _ordinal(self, t: int) -> tuple[int, int] | None:
        found = self._entry(t, _TIMEWORD, False)
        if found is None or not isinstance(found[1].row, Ordinal):
            return None
        return found[0], found[1].row.value

    def _days_of_month(self, e: Expression, t: int) -> int | None:
        found = self._day_number(t)
        if found is None:
            return None
        t, days = found[0], [found[1]]
        while True:
            s = self._skip(t, "and", "to")
            s = t + 1 if s == t and self._form(t) in _SLASHES else s
            if s == t and not (t < self.size and self.reading.words[t].conjunction == L.WAW):
                break
            found = self._day_number(s)
            if found is None:
                break
            t = found[0]
            days.append(found[1])
        e.days = days
        s = t + 1 if self._form(t) in _SLASHES else self._skip(self._skip(t, "from", "in"), "month")
        stop = self._named_month(e, s, bare=True)
        if stop is not None:
            return self._rel(e, self._year_after(e, stop))
        stop = self._of_this_month(e, t)
        if stop is None:
            e.days = []
        return stop

    def _of_this_month(self, e: Expression, t: int) -> int | None:
        """`5 of the current month`, `the 15th current`."""
        s = self._skip(t, "from")
        unit = self.word(s, "unit")
        if s > t and unit is not None and unit[1].unit == "month":
            rel = self.word(unit[0], *_REL)
        else:
            rel = self.word(t, "current")
        if rel is None:
            return None
        e.rel, e.unit = rel[1], "month"
        e.why.append(rel[2])
        return rel[0]

    def _named_month(self, e: Expression, t: int, bare: bool) -> int | None:
        """A month by one name or two."""
        found = self._entry(t, _MONTH, bare)
        if found is None or not isinstance(found[1].row, Month) or self._father(t, found[1].row):
            return None
        stop, entry = found
        row = found[1].row
        e.months, e.hijri = [row.month], row.calendar == "hijri"
        e.why.append(entry.why)
        return self._second_name(e, stop, row)

    def _father(self, t: int, row: Month) -> bool:
        """Printed with hamza where the month has madda: another word ("father" or the city Ibb, not August)."""
        printed = self.reading.words_of(t, t + 1)
        hamza = L.ALEF_HAMZA_ABOVE in printed or L.ALEF_HAMZA_BELOW in printed
        return row.weak is not None and L.ALEF_MADDA in row.word and hamza

    def _second_name(self, e: Expression, stop: int, row: Month) -> int:
        mark = self._form(stop)
        s = stop + 1 if mark in _SLASHES or mark == "(" else stop
        found = self._entry(s, _MONTH, True)
        if found is None or not isinstance(found[1].row, Month):
            return stop
        other = found[1].row
        if other.calendar == row.calendar or (other.month != row.month and mark != "/"):
            return stop
        if mark == "(" and self._form(found[0]) != ")":
            return stop
        if other.month != row.month:
            e.months.append(other.month)
        e.why.append(found[1].why)
        return found[0] + (mark == "(")

    def _year_after(self, e: Expression, t: int) -> int:
        """The year behind a month, where there is one."""
        s = t + 1 if self._form(t) in L.COMMAS or self._form(t) in _SLASHES else self._skip(t, "from")
        named = self.word(s, "year", bare=False)
        if named is not None:
            s = named[0]
        year = self._full(s)
        if year is not None and (year > MAX_HIJRI) != e.hijri:
            e.year = year
            return self._era(e, s + 1)
        if year is not None and e.hijri and year > MAX_HIJRI:
            e.year = year  # Ramadan of 2015: the Hijri month in a Gregorian year
            return self._era(e, s + 1)
        shift = self._this_year(t)
        if shift is not None:
            e.year_shift = shift[1]
            return shift[0]
        return t

    def _this_year(self, t: int) -> tuple[int, int] | None:
        """`of the current year`, `last year`, `of this year`: token behind it, years from now."""
        s = self._skip(t, "from")
        this = self.word(s, "this")
        unit = self.word(this[0] if this else s, "unit")
        if unit is None or unit[1].unit != "year":
            return None
        rel = self.word(unit[0], "last", "next", "current")
        if rel is not None:
            return rel[0], _SHIFT[rel[1].role] * max(rel[1].value, 1)
        return (unit[0], 0) if this else None

    def _month(self, e: Expression, t: int, bare: bool) -> int | None:
        """A month without a day, or with the day behind it as in page dates."""
        stop = self._named_month(e, t, bare)
        if stop is None:
            return None
        day = self._small(stop)
        comma = stop + 2 if self._form(stop + 1) in L.COMMAS else stop + 1
        year = self._full(comma) if day is not None else None
        if day is not None and year is not None:
            e.days, e.year = [day], year
            return self._era(e, comma + 1)
        after = self._rel(e, self._year_after(e, stop))
        if after == t + 1 and self._weak(t) and not self._month_sign(t):
            e.months, e.hijri = [], False
            e.why.clear()
            return None
        if not e.weekdays and e.deictic is None:
            e.shape = "month"
        return after

    def _weak(self, t: int) -> bool:
        entry = self.reading.words[t].find(_MONTH)
        return entry is not None and isinstance(entry.row, Month) and entry.row.weak is not None

    def _month_sign(self, t: int) -> bool:
        """Whether a preposition or the word "month" before a month that is also another word tells it."""
        entry = self.reading.words[t].find(_MONTH)
        if entry is not None and isinstance(entry.row, Month) and entry.row.calendar == "hijri":
            return self.word(t - 1, "in", "month", bare=False) is not None
        if self.reading.words[t].preposition:
            return True
        return self.word(t - 1, "in", "from", "to", "month", "since", "ago", bare=False) is not None

    # Periods

    def _edge(self, i: int) -> Expression | None:
        found = self.word(i, "edge", bare=False)
        if found is None:
            return None
        e = Expression(i)
        e.edge = found[1].value
        e.why.append(found[2])
        t = self._skip(found[0], "month")
        return self._edged(e, t) or self._edged(e, found[0])

    def _edged(self, e: Expression, t: int) -> Expression | None:
        stop = self._named_month(e, t, bare=True)
        if stop is not None:
            e.shape = "month"
            e.stop = self._rel(e, self._year_after(e, stop))
            return e
        return self._period(e, t)

    def _period(self, e: Expression, t: int) -> Expression | None:
        """A unit or a year under an edge or a half."""
        this = self.word(t, "this")
        unit = self.word(this[0] if this else t, "unit")
        if unit is not None and unit[1].unit in ("week", "month", "year") and unit[1].value == 1:
            e.shape, e.unit = "unit", unit[1].unit or ""
            e.stop = self._rel(e, unit[0])
            year = self._full(unit[0]) if e.unit == "year" else None
            if year is not None:
                e.shape, e.year, e.years, e.stop = "year", year, [year], self._era(e, unit[0] + 1)
            return e
        named = self.word(t, "year")
        year = self._full(named[0] if named else t)
        if year is None:
            return None
        e.shape, e.year, e.years = "year", year, [year]
        e.stop = self._era(e, (named[0] if named else t) + 1)
        return e

    def _half(self, i: int) -> Expression | None:
        found = self.word(i, "half", bare=False)
        which = self._ordinal(found[0]) if found else None
        if found is None or which is None or which[1] > found[1].value:
            return None
        e = Expression(i)
        e.half = which[1], found[1].value
        e.why.append(found[2])
        return self._edged(e, self._skip(self._skip(which[0], "from"), "month"))

    def _season(self, i: int) -> Expression | None:
        """`summer (of the year) 2014`."""
        found = self.word(i, "season", bare=False)
        if found is None:
            return None
        e = Expression(i)
        e.season = found[1].value
        e.why.append(found[2])
        if found[1].unit is not None:
            return self._this_season(e, found[0])
        return self._period(e, self._skip(found[0], "from"))

    def _decade(self, i: int) -> Expression | None:
        found = self.word(i, "decade", bare=False)
        if found is None:
            return None
        e = Expression(i)
        e.shape, e.year, e.stop = "year", found[1].value, found[0]
        e.years = [e.year, e.year + 9]
        e.why.append(found[2])
        return e

    def _this_season(self, e: Expression, t: int) -> Expression | None:
        """`last summer`."""
        rel = self.word(t, "last", "next", "current")
        if rel is None:
            return None
        e.shape, e.unit, e.rel, e.stop = "unit", "season", rel[1], rel[0]
        e.why.append(rel[2])
        return e

    def _unit(self, i: int) -> Expression | None:
        this = self.word(i, "this", bare=False)
        t = this[0] if this else i
        unit = self.word(t, "unit", bare=bool(this))
        if unit is None:
            return None
        e = Expression(i)
        e.shape, e.unit, e.count = "unit", unit[1].unit or "", unit[1].value
        e.why.append(unit[2])
        e.stop = self._rel(e, unit[0])
        if this is None and e.rel is None:
            return None
        return e

    def _number(self, i: int) -> Expression | None:
        form = self.forms[i]
        if not form[0].isdecimal():
            return self._so_many(i, i) if self.reading.words[i].article else None
        if len(form) > 4 and form.count(".") != 2:
            return None
        date = self._bare_date(i) if len(form) > 4 or self._goes_on_as_date(i + 1) else None
        return date or self._bare_year(i)

    def _goes_on_as_date(self, t: int) -> bool:
        """Whether a date may go on at `t` behind its first number: most numbers only count something."""
        if t >= self.size:
            return False
        return bool(self.reading.flags[t] & _DATE_PART) or self.forms[t] in _SLASHES

    def _ordinal_date(self, i: int) -> Expression | None:
        found = self._ordinal(i)
        return self._bare_date(i) if found is not None and self._goes_on_as_date(found[0]) else None

    def _bare_date(self, i: int) -> Expression | None:
        """A date that begins with its number."""
        e = Expression(i)
        stop = self._date(e, i, False)
        if stop is None:
            return None
        e.stop = self._part_after(stop)
        return e

    def _so_many(self, first: int, t: int) -> Expression | None:
        """`the 68 days past`, `the three days to come`."""
        number = read_number(self.reading, t)
        length = None if number is None else self.word(number[0], "length")
        return None if number is None or length is None else self._counted(first, number, length, length[0])

    def _units(self, i: int) -> Expression | None:
        """`the last three days`."""
        unit = self.word(i, "units", bare=False)
        if unit is None or unit[0] >= self.size or self.reading.words[unit[0]].conjunction:
            return None
        number = read_number(self.reading, unit[0])
        return None if number is None else self._counted(i, number, unit, number[0])

    def _counted(
        self, first: int, number: tuple[int, int, int], unit: tuple[int, TimeWord, str], k: int
    ) -> Expression | None:
        """So many units from `first` on, where `last` or `next` stands at `k`."""
        rel = self.word(k, "last", "next")
        if rel is None or number[1] != number[2] or number[1] > _FAR:
            return None
        e = Expression(first)
        e.shape, e.unit, e.count, e.rel, e.stop = "unit", unit[1].unit or "", number[1], rel[1], rel[0]
        e.why += unit[2], rel[2]
        return e

    def _year(self, i: int) -> Expression | None:
        found = self.word(i, "year", bare=False)
        if found is None:
            return None
        e = Expression(i)
        e.why.append(found[2])
        year = self._full(found[0])
        if year is None:
            return self._written_year(e, found[0])
        return self._years(e, found[0], year, joined=found[1].value > 1)

    def _written_year(self, e: Expression, t: int) -> Expression | None:
        """`the year two thousand and eleven`."""
        number = read_number(self.reading, t) if t < self.size else None
        if number is None or number[1] != number[2] or not MIN_YEAR <= number[1] <= MAX_YEAR:
            return None
        e.shape, e.year, e.years, e.stop = "year", number[1], [number[1]], number[0]
        return e

    def _years(self, e: Expression, t: int, year: int, joined: bool) -> Expression:
        """One year, or two with a dash between them, or several that "years" announces."""
        e.shape, e.year, e.years = "year", year, [year]
        e.stop = self._era(e, t + 1)
        while True:
            s = e.stop + 1 if self._form(e.stop) in _SLASHES else e.stop
            s = self._skip(e.stop, "and", "to") if joined and s == e.stop else s
            more = self._full(s) if s > e.stop else None
            if more is None or more <= e.years[-1]:
                return e
            e.years.append(more)
            e.stop = self._era(e, s + 1)

    def _bare_year(self, i: int) -> Expression | None:
        """Four digits that the words around them show to be a year."""
        year = self._full(i)
        if year is None or not MIN_YEAR <= year <= MAX_YEAR or not self._year_sign(i, year):
            return None
        return self._years(Expression(i), i, year, joined=False)

    def _year_sign(self, i: int, year: int) -> bool:
        before, after = self._form(i - 1), self._form(i + 1)
        if before in _SLASHES or before == ":" or self._to_a_number(i):
            return False
        counted = after[0].isalpha() and not after.isascii() and not self._goes_on(i + 1)
        if self.word(i - 1, "in", "from", "to", "since", "ago", bare=False) is not None:
            return not (counted and year % 100 == 0)
        lately = range(max(0, i - _LOOK_BACK), i)
        if any(self.word(j, "count", bare=False) for j in lately):
            return False
        if (before.isascii() and before.isalpha()) or (after.isascii() and after.isalpha()):
            return True
        if any(self.word(j, "rights", bare=False) for j in lately):
            return True
        ranges = after in _SLASHES and self._full(i + 2) is not None
        return ranges or (not counted and before[0].isalpha())

    def _to_a_number(self, i: int) -> bool:
        """Whether a range to a number that is no year begins here: "from 2000 to 2500 men"."""
        s = i + 2 if self._form(i + 1) in _SLASHES else self._skip(i + 1, "to")
        return s > i + 1 and self._form(s)[0].isdecimal() and self._full(s) is None and len(self._form(s)) > 2

    def _goes_on(self, i: int) -> bool:
        """Whether the word at `i` goes on with the sentence, so that it is not what the number counts."""
        word = self.reading.words[i]
        if word.form[0] == L.WAW:
            return True
        return bool(word.preposition or word.flags & _GOES_ON)

    def _ago(self, i: int) -> Expression | None:
        found = self.word(i, "ago", bare=False)
        if found is None:
            return None
        e = Expression(i)
        e.shape, e.sign = "ago", found[1].value
        e.why.append(found[2])
        t = self._skip(found[0], "about")
        number = read_number(self.reading, t) if t < self.size else None
        if number is not None and number[1] == number[2] and not self.reading.words[t].preposition:
            length = self.word(number[0], "length")
            e.count = number[1]
        else:
            length = self.word(t, "length")
            e.count = length[1].value if length else 0
        if length is None or not 0 < e.count <= _FAR:
            return None
        if self._continues(number[0] if number and number[0] < length[0] else t, length[0]):
            return None
        if e.sign > 0 and self.reading.words[i].conjunction != L.WAW:
            return None  # "after two days" is ahead or past, from any day; "and two days later" is told
        e.unit, e.stop = length[1].unit or "", length[0]
        e.why.append(length[2])
        return e

    def _continues(self, t: int, stop: int) -> bool:
        """Whether what looks like a length is more: "year 2011", "the day of Friday", "two days before X"."""
        if self.word(stop, "from") or self._begins_day(stop) or self._full(stop) is not None:
            return True
        reading = self.reading
        return bool(reading.flags[t] & _MONTH) or (stop < self.size and bool(reading.flags[stop] & _NAMED))

    def _feast(self, i: int) -> Expression | None:
        found = self._entry(i, _TIMEWORD, False)
        if found is None or not isinstance(found[1].row, Feast):
            return None
        e = Expression(i)
        e.shape, e.feast = "feast", found[1].row
        e.hijri = e.feast.calendar == "hijri"
        e.why.append(found[1].why)
        e.stop = self._rel(e, self._year_after(e, found[0]))
        self._day_of_feast(e, i)
        return e

    def _day_of_feast(self, e: Expression, i: int) -> None:
        """Take in what tells which day of the feast it is: `the second of the days of`, `the second day of`."""
        first = i - 2
        if first < 0:
            return
        if self.word(i - 1, "from", bare=False) is not None:
            first -= 1
            if first < 0 or self.word(first, "day", "deictic", bare=False) is None:
                return
        elif self.word(i - 1, "day", bare=False) is None:
            return
        for number, forms in enumerate(_DAYS_OF_FEAST, start=1):
            if self.reading.forms[i - 2] in forms:
                e.days, e.first = [number], first


def _add_role(roles: set[str], entry: Entry) -> None:
    """Add what the entry may be at the head of an expression, if it may stand there."""
    if not entry.kind & HEADS:
        return
    row = entry.row
    if isinstance(row, TimeWord):
        roles.add(row.role)
    elif isinstance(row, Ordinal):
        roles.add("Ordinal")
    elif isinstance(row, Feast):
        roles.add("Feast")


_DAYS_OF_FEAST: Final = (
    word_class("firsts of days"),
    word_class("seconds of days"),
    word_class("thirds of days"),
    word_class("fourths of days"),
)
_ATTEMPTS: Final = (
    ("none", Grammar._nothing),
    ("edge", Grammar._edge),
    ("half", Grammar._half),
    ("season", Grammar._season),
    ("decade", Grammar._decade),
    ("ago", Grammar._ago),
    ("this", Grammar._unit),
    ("unit", Grammar._unit),
    ("units", Grammar._units),
    ("year", Grammar._year),
    ("Feast", Grammar._feast),
    ("part", Grammar._day),
    ("day", Grammar._day),
    ("deictic", Grammar._day),
    ("context", Grammar._day),
    ("Ordinal", Grammar._ordinal_date),
)
"""For each role of a head, what it may begin, the longer before the shorter."""
