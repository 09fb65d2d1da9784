"""The words round a trigger, by class: which stand in a stretch of tokens, and where."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set
from typing import Final

from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind, Word
from hudna.packs.tables.events import EventWord

_NONE: Final[frozenset[str]] = frozenset()


class Marks:
    """The event words of one text, in its order. Asked often, so made once.

    `sentences`: only of these, where given; most sentences of most texts tell of no event.
    """

    __slots__ = ("at", "by_token", "classes", "stops")

    def __init__(self, reading: Reading, sentences: Set[int] | None = None) -> None:
        self.at: list[int] = _event_words(reading, sentences)
        self.classes: list[frozenset[str]] = []
        self.stops: list[int] = []
        words, phrases = reading.words, reading.phrases
        for i in self.at:
            if i in phrases:
                found, stop = _classes(reading, i)
            else:
                found, stop = _of_word(words[i]), i + 1
            self.classes.append(found)
            self.stops.append(stop)
        self.by_token = dict(zip(self.at, self.classes, strict=True))

    def near(self, first: int, stop: int) -> set[str]:
        """The classes of the event words that begin in tokens `first` to `stop` (exclusive)."""
        out: set[str] = set()
        for k in range(bisect_left(self.at, first), len(self.at)):
            if self.at[k] >= stop:
                break
            out |= self.classes[k]
        return out

    def of(self, i: int) -> frozenset[str]:
        """The classes of the word at `i`; empty where it is no event word."""
        return self.by_token.get(i, _NONE)

    def stop(self, i: int) -> int:
        """The token behind the event word that begins at `i`."""
        k = bisect_left(self.at, i)
        return self.stops[k] if k < len(self.at) and self.at[k] == i else i + 1

    def first(self, name: str, first: int, stop: int) -> tuple[int, int] | None:
        """The first word of the class in the stretch: where it begins, and the token behind it."""
        for k in range(bisect_left(self.at, first), len(self.at)):
            if self.at[k] >= stop:
                return None
            if name in self.classes[k]:
                return self.at[k], self.stops[k]
        return None

    def last(self, name: str, first: int, stop: int) -> tuple[int, int] | None:
        """The last word of the class that begins in the stretch."""
        for k in range(bisect_left(self.at, stop) - 1, -1, -1):
            if self.at[k] < first:
                return None
            if name in self.classes[k]:
                return self.at[k], self.stops[k]
        return None

    def values(self, prefix: str, first: int, stop: int) -> list[str]:
        """What stands behind the prefix in the classes of the words that begin in the stretch, in order."""
        out: list[str] = []
        for k in range(bisect_left(self.at, first), len(self.at)):
            if self.at[k] >= stop:
                break
            out += sorted(name[len(prefix) :] for name in self.classes[k] if name.startswith(prefix))
        return out

    def spans(self, name: str) -> list[tuple[int, int]]:
        """All words of the class: where each begins, and the token behind it."""
        return [
            (i, stop) for i, classes, stop in zip(self.at, self.classes, self.stops, strict=True) if name in classes
        ]


def _event_words(reading: Reading, sentences: Set[int] | None) -> list[int]:
    """The tokens where event words begin, in the sentences."""
    if sentences is None:
        return reading.at(Kind.EVENT_WORD)
    out: list[int] = []
    flags, bounds = reading.flags, reading.bounds
    for number in sorted(sentences):
        if number < len(bounds):
            stop = bounds[number + 1] if number + 1 < len(bounds) else len(flags)
            out += [i for i in range(bounds[number], stop) if flags[i] & Kind.EVENT_WORD]
    return out


def _classes(reading: Reading, i: int) -> tuple[frozenset[str], int]:
    names, stop = set(_of_word(reading.words[i])), i + 1
    for after, entry in reading.phrases[i]:
        if entry.kind & Kind.EVENT_WORD and isinstance(entry.row, EventWord):
            names.add(entry.row.cls)
            stop = max(stop, after)
    return frozenset(names), stop


def _of_word(word: Word) -> frozenset[str]:
    """The classes of the word by itself."""
    if word.classes is None:
        word.classes = frozenset([entry.row.cls for entry in word.entries if isinstance(entry.row, EventWord)])
    return word.classes
