"""Numbers as written: digits, words, compounds, and vague ones.

    number  := digits [scale] | [below1000] scale ["wa" number] | below1000 | vague ["of" plural]
    below1000 := [unit] hundred ["wa" below100] | below100
    below100  := unit "ten" | unit "wa" tens | unit | ten | tens

A vague number has two ends: dozens are 20 to 99, hundreds 200 to 999, thousands (alone) 2,000 to 9,999,
"several" 3 to 9. The ends are by convention; they say that the source gave no number.
"""

from __future__ import annotations

from typing import Final

from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.tables.times import Number
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_DIGITS: Final = frozenset("0123456789")
_GROUP: Final = ",.\u066c"
_POINT: Final = ".,\u066b"
_VAGUE_PLURAL: Final = 10
_HALF: Final = word_class("half of a number")
_AND_A_HALF: Final = word_class("and a half more")


def read_number(reading: Reading, i: int) -> tuple[int, int, int] | None:
    """The number that begins at token `i`: the first token behind it, its lowest and its highest value."""
    if not reading.flags[i] & Kind.NUMBER:
        return None
    if reading.forms[i][0] in _DIGITS:
        return _digits(reading, i)
    row = row_of(reading, i)
    if row is None or (row.role == "tens" and reading.words[i].pronoun == L.YEH):
        return None  # "in his thirties": an adjective
    if row.role == "vague":
        return _vague(reading, i, row)
    if row.role == "plural":
        return i + 1, 2 * row.value, _VAGUE_PLURAL * row.value - 1
    return _compound(reading, i)


def row_of(reading: Reading, i: int) -> Number | None:
    """The pack's row for the number word at `i`; `None` for digits, other words, and past the end."""
    if i >= len(reading) or not reading.flags[i] & Kind.NUMBER:
        return None
    entry = reading.words[i].find(Kind.NUMBER)
    return entry.row if entry is not None and isinstance(entry.row, Number) else None


def _dual(reading: Reading, i: int) -> bool:
    """Whether the word at `i` may be a dual: a scale with no number before it is then one."""
    return any(isinstance(e.row, Number) and e.row.role == "twice" for e in reading.words[i].entries)


def digits_value(form: str) -> int | None:
    """The whole number that a token of digits writes, groups of thousands taken together; else `None`."""
    if form.isdecimal():
        return int(form)
    for mark in _GROUP:
        head, *groups = form.split(mark)
        if (
            groups
            and head.isdecimal()
            and head[0] != "0"
            and len(head) <= 3
            and all(len(group) == 3 and group.isdecimal() for group in groups)
        ):
            return int(head + "".join(groups))
    return None


def _digits(reading: Reading, i: int) -> tuple[int, int, int] | None:
    scale = row_of(reading, i + 1)
    multiplies = scale is not None and scale.role in ("scale", "plural") and not reading.words[i + 1].conjunction
    value = digits_value(reading.forms[i])
    if multiplies and scale is not None:
        exact = _decimal(reading.forms[i]) if value is None else (value, 1)
        if exact is not None:
            number = exact[0] * scale.value // exact[1]
            return i + 2, number, number
    return None if value is None else (i + 1, value, value)


def _decimal(form: str) -> tuple[int, int] | None:
    """`1.5` as 15 of 10."""
    for mark in _POINT:
        whole, found, part = form.partition(mark)
        if found and whole.isdecimal() and part.isdecimal():
            return int(whole + part), 10 ** len(part)
    return None


def _vague(reading: Reading, i: int, row: Number) -> tuple[int, int, int]:
    high = row.value if row.vague is None else row.vague
    following = row_of(reading, i + 1)
    if following is None or reading.words[i + 1].conjunction:
        return i + 1, row.value, high
    if following.role == "plural":  # tens of thousands
        return i + 2, row.value * following.value, (high + 1) * following.value - 1
    if following.role == "ten":  # "ten and some"
        return i + 2, 11, 19
    return i + 1, row.value, high


def _compound(reading: Reading, i: int) -> tuple[int, int, int] | None:
    """Groups below a thousand, each with its scale, joined by "and" from the greatest to the least."""
    total, at, bound = 0, i, 0
    while True:
        start = at if not total else _after_and(reading, at)
        group = None if start is None else _group(reading, start)
        if group is None or start is None:
            break
        stop, value, scale = group
        if bound and value >= bound:
            break
        if scale > 1 and stop < len(reading) and reading.forms[stop] in _AND_A_HALF:
            value, stop = value + scale // 2, stop + 1  # "a million and a half"
        total, at, bound = total + value, stop, scale
        if scale == 1:
            break
    return (at, total, total) if total else None


def _group(reading: Reading, i: int) -> tuple[int, int, int] | None:
    """A number below a thousand with the scale behind it, or a scale alone: stop, value, scale."""
    row = row_of(reading, i)
    if row is None:
        return None
    if row.role == "twice" or _dual(reading, i):
        return i + 1, 2 * row.value, row.value
    if row.role == "scale":
        halved = i > 0 and reading.forms[i - 1] in _HALF  # "half a million"
        return i + 1, row.value // 2 if halved else row.value, row.value
    below = _below_thousand(reading, i)
    if below is None:
        return None
    stop, value = below
    scale = row_of(reading, stop)
    if scale is not None and scale.role in ("scale", "plural") and not reading.words[stop].conjunction:
        return stop + 1, value * scale.value, scale.value
    return stop, value, 1


def _below_thousand(reading: Reading, i: int) -> tuple[int, int] | None:
    row, following = row_of(reading, i), row_of(reading, i + 1)
    if row is None:
        return None
    if row.role == "unit" and following is not None and following.role == "hundred" and following.value == 100:
        if reading.words[i + 1].conjunction:
            return i + 1, row.value
        stop, value = i + 2, row.value * 100
    elif row.role == "hundred":
        stop, value = i + 1, row.value
    else:
        return _below_hundred(reading, i)
    rest = _after_and(reading, stop)
    below = None if rest is None else _below_hundred(reading, rest)
    return (stop, value) if below is None else (below[0], value + below[1])


def _below_hundred(reading: Reading, i: int) -> tuple[int, int] | None:
    row = row_of(reading, i)
    if row is None or row.role not in ("unit", "part", "ten", "tens"):
        return None
    if row.role in ("ten", "tens"):
        return i + 1, row.value
    following = row_of(reading, i + 1)
    if following is not None and following.role == "ten" and not reading.words[i + 1].conjunction:
        return i + 2, 10 + row.value
    rest = _after_and(reading, i + 1)
    tens = None if rest is None else row_of(reading, rest)
    if rest is not None and tens is not None and tens.role == "tens":
        return rest + 1, tens.value + row.value
    return None if row.role == "part" else (i + 1, row.value)


def _after_and(reading: Reading, i: int) -> int | None:
    """The token that "and" joins at `i`: the same where it is written on, the next where it stands apart."""
    if i >= len(reading):
        return None
    if reading.words[i].conjunction == L.WAW or _and_eleven(reading, i):
        return i
    return i + 1 if reading.forms[i] == L.WAW and i + 1 < len(reading) else None


def _and_eleven(reading: Reading, i: int) -> bool:
    """Whether what looks like "one" is "and one" before "ten": unvocalised the two are spelt alike."""
    row, following = row_of(reading, i), row_of(reading, i + 1)
    return bool(
        reading.forms[i][0] == L.WAW
        and row is not None
        and (row.role, row.value) == ("unit", 1)
        and following is not None
        and following.role == "ten"
        and not reading.words[i + 1].conjunction
    )
