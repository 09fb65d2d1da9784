"""How many were killed and hurt, as told in a sentence."""

from __future__ import annotations

from hudna.coding.marks import Marks
from hudna.coding.numbers import read_number
from hudna.coding.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import Trigger

Range = tuple[int | None, int | None]


def killed_words(reading: Reading, marks: Marks, first: int, stop: int) -> list[int]:
    """The tokens of the stretch that tell of deaths."""
    out = []
    for i in range(first, stop):
        flags = reading.flags[i]
        if (flags & Kind.TRIGGER and any(
            isinstance(e.row, Trigger) and (e.row.cls == "toll" or e.row.type == "killing")
            for e in (*reading.words[i].entries, *(e for _, e in reading.phrases.get(i, ())))
        )) or (flags & Kind.EVENT_WORD and "killed" in marks.of(i)):
            out.append(i)
    return out


def injured_words(reading: Reading, marks: Marks, first: int, stop: int) -> list[int]:
    """The tokens of the stretch that tell of injuries."""
    return [i for i in range(first, stop) if reading.flags[i] & Kind.EVENT_WORD and "injured" in marks.of(i)]


def number_at(
    reading: Reading, marks: Marks, i: int, stop: int, *, before: bool
) -> tuple[Range, int, int] | None:
    """The number that belongs to the victim word at `i`: behind it, else in front; with its tokens."""
    for k in range(i + 1, min(stop, i + 4)):
        if k > i + 1 and reading.flags[k] & Kind.FUNCTION and not marks.of(k) & {"of", "number"}:
            break
        found = read_number(reading, k)
        if found is not None:
            return (found[1], found[2]), k, found[0]
    if before:
        for k in (i - 1, i - 2):
            if k >= 0:
                found = read_number(reading, k)
                if found is not None and found[0] >= i:
                    return (found[1], found[2]), k, i + 1
    for k in range(i + 1, min(stop, i + 3)):
        if "victim" in marks.of(k) or "person" in marks.of(k):
            if reading.words[k].article or _plural(reading.forms[k]):
                return None
            return (1, 1), k, k + 1
        if reading.flags[k] & Kind.FUNCTION:
            break
    return None


def _plural(form: str) -> bool:
    return form.endswith(("ين", "ون", "ات")) or form in _BROKEN


_BROKEN = frozenset(
    ("اطفال", "نساء", "اشخاص", "جنود", "عناصر", "عمال", "ضباط", "رجال", "شبان", "ضحايا", "قتلي", "شهداء")
)


def read_toll(
    reading: Reading, marks: Marks, first: int, stop: int
) -> tuple[Range | None, Range | None, tuple[int, int] | None]:
    """Killed and injured told between `first` and `stop`, and the tokens that tell them."""
    killed = injured = None
    span: tuple[int, int] | None = None
    for i in killed_words(reading, marks, first, stop):
        found = number_at(reading, marks, i, stop, before="killed" in marks.of(i))
        if found is not None and killed is None:
            killed, a, b = found
            span = _join(span, (min(a, i), b))
    for i in injured_words(reading, marks, first, stop):
        found = number_at(reading, marks, i, stop, before=True)
        if found is not None and injured is None:
            injured, a, b = found
            span = _join(span, (min(a, i), b))
    return killed, injured, span


def _join(a: tuple[int, int] | None, b: tuple[int, int]) -> tuple[int, int]:
    return b if a is None else (min(a[0], b[0]), max(a[1], b[1]))
