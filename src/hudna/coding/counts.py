"""Counts: what one side's monitors recorded, in all and by province.

    count := side verb number what [...] parts | verb side number what [...] parts
    parts := number "in" place, ... | place (number), ... | place: number, ...

The parts are kept as told, also where they don't add up: that is for a reader to see, not for us to mend.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from hudna.coding.speech.contents import Contents
from hudna.coding.words.numbers import read_number
from hudna.coding.words.reading import Reading
from hudna.model import Count, Span, Statement, Time
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Kind
from hudna.packs.tables.places import PlaceWord
from hudna.packs.tables.speech import FunctionWord
from hudna.packs.tables.times import CountWord
from hudna.text import letters as L

_COUNT, _PLACE = Kind.COUNT_WORD, Kind.PLACE
_NEGATION, _FUNCTION = Kind.NEGATION, Kind.FUNCTION
_NO_NOUN: Final = (
    Kind.NUMBER
    | Kind.COUNT_WORD
    | Kind.TIMEWORD
    | Kind.TIME_LINK
    | Kind.COMPLEMENTISER
    | Kind.CUE_VERB
    | Kind.VERB
    | Kind.NEGATION
)
_NUMBER_TOKENS: Final = 8
_SIDE_TOKENS: Final = 8
_NEAR: Final = 3
_MARKS: Final = frozenset((":", "(", "-", "\N{EN DASH}", "\N{EM DASH}"))
_BREAKS: Final = frozenset((L.COMMA, ",", L.SEMICOLON, "("))
_ENDS_ITEM: Final = L.COMMAS | L.FULL_STOPS | {L.SEMICOLON}
_GOES_ON: Final = frozenset(("pronoun", "demonstrative"))


def find_counts(reading: Reading, *, times: Sequence[Time], statements: Sequence[Statement]) -> tuple[Count, ...]:
    """The counts of the text in its order."""
    found: list[Count] = []
    contents = Contents(statements)
    stop = 0
    for i in reading.at(_COUNT):
        row = _row(reading, i, "what")
        if row is None or i < stop:
            continue
        total = _total(reading, i, row, max(stop, reading.sentence_first(i)))
        verb = None if total is None else _verb(reading, max(stop, reading.sentence_first(i)), total[0])
        if total is None or verb is None:
            continue
        end = _end(reading, i)
        parts, last = _parts(reading, max(total[1], i + 1), end, total[2])
        first, side = _side(reading, verb, total[0], stop)
        span = reading.bare_span(first, max(last, total[1], i + 1))
        why = ("rule:count", *(e.why for e in reading.words[i].entries if e.row is row))
        found.append(
            Count(
                span=span,
                by=side or _speaker(statements, contents, span),
                what=row.what or "",
                total=total[2],
                parts=parts,
                of=_period(reading, times, i, end),
                adds_up=sum(n for _, n in parts) == total[2] if parts else None,
                why={"total": why},
            )
        )
        stop = max(last, total[1], i + 1)
    return tuple(found)


def _row(reading: Reading, i: int, role: str) -> CountWord | None:
    """The count word of the role at `i`; phrases before words."""
    if not reading.flags[i] & _COUNT:
        return None
    rows = [entry.row for _, entry in reading.phrases.get(i, ())]
    rows += [entry.row for entry in reading.words[i].entries]
    return next((row for row in rows if isinstance(row, CountWord) and row.role == role), None)


def _total(reading: Reading, i: int, row: CountWord, first: int) -> tuple[int, int, int] | None:
    """The number that belongs to what is counted at `i`: its first token, the token behind it, its value."""
    at = i - 1 if i > first and _row(reading, i - 1, "unit") else i
    for j in range(max(first, at - _NUMBER_TOKENS), at):
        number = read_number(reading, j)
        if number is not None and number[0] == at and number[1] == number[2]:
            return j, number[0], number[1]
    behind = read_number(reading, i + 1) if i + 1 < len(reading) else None
    if behind is not None and behind[1:] == (1, 1) and not reading.words[i + 1].conjunction:
        return i, behind[0], 1  # "one violation": the number stands behind
    if row.value:
        return i, i + 1, row.value
    if at > first and _row(reading, at - 1, "none") and _negated(reading, first, at):
        return at - 1, i + 1, 0
    return None


def _negated(reading: Reading, first: int, stop: int) -> bool:
    return any(reading.flags[j] & _NEGATION for j in range(first, stop))


def _verb(reading: Reading, first: int, stop: int) -> int | None:
    """The nearest recording verb before the number, in the same sentence."""
    return next((j for j in range(stop - 1, first - 1, -1) if _row(reading, j, "verb")), None)


def _end(reading: Reading, i: int) -> int:
    """The first token behind what belongs to the count at `i`: a new recording verb or the sentence's end."""
    stop = reading.sentence_stop(i)
    return next((j for j in range(i + 1, stop) if _row(reading, j, "verb")), stop)


def _side(reading: Reading, verb: int, number: int, earliest: int) -> tuple[int, str | None]:
    """The first token of the count, and who counted: the words behind the verb, else those before it."""
    stop = _phrase_stop(reading, verb + 1, min(number, verb + 1 + _SIDE_TOKENS))
    if stop > verb + 1:
        return verb, reading.bare_span(verb + 1, stop).of(reading.text)
    first = _phrase_first(reading, max(earliest, reading.sentence_first(verb)), verb)
    small = reading.small_word(first - 1) if first > 0 else None
    if small is not None and small.role == "preposition":
        return verb, None  # `the centre in X announced the recording of`: where it sits
    return first, reading.bare_span(first, verb).of(reading.text) if first < verb else None


def _phrase_first(reading: Reading, first: int, verb: int) -> int:
    """The first token of the noun phrase that ends before the verb; `verb` where there is none."""
    j = verb
    while j > max(first, verb - _SIDE_TOKENS) and not _breaks(reading, j - 1):
        j -= 1
        if reading.words[j].conjunction or reading.words[j].preposition:
            break
    return j


def _phrase_stop(reading: Reading, first: int, stop: int) -> int:
    """The token behind the noun phrase that begins at `first`: it ends at a number, a mark, a small word."""
    for j in range(first, stop):
        if _breaks(reading, j) or (reading.words[j].preposition and j > first):
            return j
    return stop


def _breaks(reading: Reading, j: int) -> bool:
    """Whether a noun phrase can't run over token `j`: a mark, a number, a verb, a small word."""
    return bool(not reading.forms[j][0].isalpha() or reading.flags[j] & _NO_NOUN or _ends_phrase(reading, j))


def _ends_phrase(reading: Reading, j: int) -> bool:
    entry = reading.words[j].find(_FUNCTION)
    return entry is not None and isinstance(entry.row, FunctionWord) and entry.row.role not in _GOES_ON


def _speaker(statements: Sequence[Statement], contents: Contents, span: Span) -> str | None:
    """Who says the count, where the recording verb has no subject of its own: the innermost speaker."""
    saying = contents.over(span)
    return statements[saying[-1]].speaker if saying else None


# Parts


Parts = tuple[tuple[str, int], ...]


def _parts(reading: Reading, first: int, stop: int, total: int) -> tuple[Parts, int]:
    """The places with their numbers, and the token behind the last of them.

    Where the sentence has none: those of the next sentence if they add up, or the one place that all of it is
    told of.
    """
    found, last = _numbered(reading, first, stop)
    if found:
        return found, last
    if stop < len(reading) and stop == reading.sentence_stop(first):
        after, behind = _numbered(reading, stop, reading.sentence_stop(stop))
        if len(after) > 1 and sum(number for _, number in after) == total:
            return after, behind
    return _one_place(reading, first, stop, total)


def _one_place(reading: Reading, first: int, stop: int, total: int) -> tuple[Parts, int]:
    named = [
        (place[0], place[1].row)
        for i in range(first, min(stop, first + _NEAR + 1))
        if (place := reading.match(i, _PLACE)) is not None and isinstance(place[1].row, PlaceName)
    ]
    if len(named) != 1 or not total or _is_one_of_many(reading, named[0][0], stop):
        return (), first
    if any(read_number(reading, k) and _is_kind_of_place(reading, k + 1) for k in range(first, named[0][0] - 1)):
        return (), first  # "fifteen in four provinces of X": which ones, the text leaves open
    return ((_name(named[0][1]), total),), named[0][0]


def _is_one_of_many(reading: Reading, k: int, stop: int) -> bool:
    """Whether `and` joins another place at `k`, behind the first one: which of them, the text leaves open."""
    return k < stop and reading.words[k].conjunction == L.WAW and reading.match(k, _PLACE) is not None


def _numbered(reading: Reading, first: int, stop: int) -> tuple[Parts, int]:
    """The places that have a number of their own."""
    found: list[tuple[str, int]] = []
    used = last = first
    i = first
    while i < stop:
        place = reading.match(i, _PLACE)
        if place is None or not isinstance(place[1].row, PlaceName):
            i += 1
            continue
        name = _name(place[1].row)
        number = _number_behind(reading, place[0], stop) or _number_before(reading, used, i)
        if number is not None:
            found.append((name, number[1]))
            used = last = max(place[0], number[0])
        elif found and reading.words[i].conjunction and i == last:
            found[-1] = (f"{found[-1][0]}, {name}", found[-1][1])  # "three in Hama and Idlib"
            used = last = place[0]
        i = max(place[0], used)
    return tuple(found), last


def _name(place: PlaceName) -> str:
    """The English name; bulletins count by governorate where the name is one."""
    return next((row.name for row in place.rows if row.kind == "governorate"), place.rows[0].name)


def _number_behind(reading: Reading, i: int, stop: int) -> tuple[int, int] | None:
    """`place (3)`, `place: 3`, `place - 3`, `place 3,`: the token behind the number, the number."""
    if i in reading.dated:
        return None
    if i < stop and reading.forms[i].isdecimal() and (i + 1 >= stop or reading.forms[i + 1] in _ENDS_ITEM):
        return i + 1, int(reading.forms[i])
    if i + 1 >= stop or reading.forms[i] not in _MARKS:
        return None
    number = read_number(reading, i + 1)
    if number is None or number[1] != number[2]:
        return None
    closes = number[0] < stop and reading.forms[number[0]] == ")"
    return number[0] + closes, number[1]


def _number_before(reading: Reading, first: int, i: int) -> tuple[int, int] | None:
    """`three in (the province of) place`: the nearest number before it, past small words only."""
    for j in range(i - 1, max(first, i - _NUMBER_TOKENS) - 1, -1):
        number = read_number(reading, j)
        if number is None or number[1] != number[2] or number[0] > i:
            continue
        start = next((k for k in range(max(first, j - _NUMBER_TOKENS), j) if _reads_to(reading, k, number[0])), j)
        whole = read_number(reading, start)
        between = range(number[0], i)
        if between and _is_kind_of_place(reading, number[0]):
            return None  # "in four provinces of X" counts provinces
        near = len(between) <= _NEAR and not any(reading.forms[k] in _BREAKS for k in between)
        return (i, whole[1]) if near and whole is not None else None
    return None


def _is_kind_of_place(reading: Reading, i: int) -> bool:
    """Whether a word such as `provinces` stands at `i`."""
    entry = reading.words[i].find(Kind.PLACE_CLASS)
    return entry is not None and isinstance(entry.row, PlaceWord) and entry.row.role == "class"


def _reads_to(reading: Reading, i: int, stop: int) -> bool:
    number = read_number(reading, i)
    return number is not None and number[0] == stop


# Period


def _period(reading: Reading, times: Sequence[Time], i: int, end: int) -> tuple[date, date] | None:
    """The days that the count is of: a time in its sentence, or the last 24 hours; `None`: not told."""
    first = reading.sentence_first(i)
    for j in range(first, end):
        row = _row(reading, j, "hours")
        if row is not None and reading.published is not None and _whole_day(reading, j, row):
            return reading.published - timedelta(days=1), reading.published
    stretch = reading.span(first, end)
    for k in range(bisect_left(times, stretch.start, key=lambda time: time.span.start), len(times)):
        time = times[k]
        if time.span.start >= stretch.end:
            break
        if stretch.covers(time.span) and time.start is not None and time.end is not None:
            return time.start, time.end
    return None


def _whole_day(reading: Reading, i: int, row: CountWord) -> bool:
    """Whether the hours are a day's: the phrase says so itself, or "24" stands before it."""
    return reading.forms[i].startswith(L.AL) or (i > 0 and reading.forms[i - 1] == str(row.value))
