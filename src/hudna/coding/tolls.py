"""How many were killed and hurt: the numbers of a text, each given to the event told nearest to it."""

from __future__ import annotations

from dataclasses import dataclass

from hudna.coding.marks import Marks
from hudna.coding.numbers import read_number
from hudna.coding.reading import Reading
from hudna.coding.triggers import MEANS, Mention
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import Trigger
from hudna.text import letters as L

_FUNCTION = Kind.FUNCTION
_TRIGGER = Kind.TRIGGER

_NUMBER = Kind.NUMBER
_PLURALS = (L.YEH + L.NOON, L.WAW + L.NOON, L.ALEF + L.TEH, L.YEH + L.HEH)
"""Endings of several persons, and of the adjective that stands for a people's cause."""

Range = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Victims:
    """A number of dead or hurt at the word `at`, told in tokens `first` to `stop`."""

    at: int
    first: int
    stop: int
    count: Range
    dead: bool


def give_tolls(reading: Reading, marks: Marks, mentions: list[Mention]) -> None:
    """Give each attack the numbers told nearest to it in its sentence; a killing those of its own."""
    by_sentence: dict[int, list[Mention]] = {}
    for m in mentions:
        if m.type in MEANS or m.type == "killing":
            by_sentence.setdefault(m.sentence, []).append(m)
    if not by_sentence:
        return
    for victims in _victims(reading, marks, by_sentence):
        if victims.first in reading.dated or victims.stop - 1 in reading.dated:
            continue  # the number of a date counts nobody
        told = by_sentence[reading.sentence[victims.at]]
        attacks = [m for m in told if m.type in MEANS] or told
        _give(min(attacks, key=lambda m: abs(m.first - victims.at)), victims)


def one_victim(reading: Reading, marks: Marks, m: Mention) -> bool:
    """Whether a killing tells of one person by name or post."""
    if m.type != "killing" or not m.targets or m.status not in ("happened", "ongoing"):
        return False
    first = m.targets[0][0]
    form = reading.forms[first]
    if not form[0].isalpha() or reading.flags[first] & (_NUMBER | _FUNCTION):
        return False
    several = marks.of(first) & {"several", "number", "killed", "territory", "victim"} or form.endswith(_PLURALS)
    return not several


def _give(m: Mention, victims: Victims) -> None:
    if victims.dead and m.killed is None:
        m.killed = victims.count
    elif not victims.dead and m.injured is None:
        m.injured = victims.count
    else:
        return
    first, stop = victims.first, victims.stop
    m.toll = (first, stop) if m.toll is None else (min(m.toll[0], first), max(m.toll[1], stop))


def _victims(reading: Reading, marks: Marks, sentences: dict[int, list[Mention]]) -> list[Victims]:
    """The numbers of dead and hurt in the sentences, in the order of the text."""
    words = [(i, True) for i in reading.at(_TRIGGER) if _deadly(reading, i)]
    words += [(i, True) for i, _ in marks.spans("killed")]
    words += [(i, False) for i, _ in marks.spans("injured")]
    out = []
    for i, dead in sorted(set(words)):
        if reading.sentence[i] in sentences:
            found = _number(reading, marks, i, reading.sentence_stop(i))
            if found is not None:
                count, first, stop = found
                out.append(Victims(at=i, first=min(first, i), stop=stop, count=count, dead=dead))
    return out


def _deadly(reading: Reading, i: int) -> bool:
    """Whether the trigger at `i` tells of deaths."""
    if i in reading.phrases and any(_is_deadly(entry.row) for _, entry in reading.phrases[i]):
        return True
    return any(_is_deadly(entry.row) for entry in reading.words[i].entries)


def _is_deadly(row: object) -> bool:
    return isinstance(row, Trigger) and row.type == "killing"


def _number(reading: Reading, marks: Marks, i: int, stop: int) -> tuple[Range, int, int] | None:
    """The number that belongs to the word at `i`: behind it, else in front, else one named victim."""
    behind = _behind(reading, marks, i, stop)
    if behind is not None:
        return behind
    for k in (i - 1, i - 2):
        found = read_number(reading, k) if k >= 0 else None
        if found is not None and found[0] >= i:
            return (found[1], found[2]), k, i + 1
    return _one(reading, marks, i, stop)


def _behind(reading: Reading, marks: Marks, i: int, stop: int) -> tuple[Range, int, int] | None:
    for k in range(i + 1, min(stop, i + 4)):
        found = read_number(reading, k)
        if found is not None:
            return (found[1], found[2]), k, found[0]
        if reading.flags[k] & _FUNCTION and not marks.of(k) & {"of", "number"}:
            break
    return None


def _one(reading: Reading, marks: Marks, i: int, stop: int) -> tuple[Range, int, int] | None:
    """One victim, where a person is named in the singular and without the article."""
    for k in range(i + 1, min(stop, i + 3)):
        if marks.of(k) & {"victim", "person"}:
            several = reading.words[k].article or "several" in marks.of(k)
            return None if several else ((1, 1), k, k + 1)
        if reading.flags[k] & _FUNCTION:
            break
    return None
