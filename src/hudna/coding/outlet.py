"""The outlet that a text signs off with, and the agencies that it is credited to."""

from __future__ import annotations

from typing import Final

from hudna.coding.words.nouns import is_named
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_LONGEST: Final = 6
"""Tokens of the longest sign-off."""
_SENTENCE: Final = L.FULL_STOPS | {":"}
_CLAUSE: Final = Kind.CUE_VERB | Kind.VERB | Kind.TRIGGER


def find_outlet(r: Reading) -> tuple[str | None, tuple[str, ...]]:
    """The outlet's name in the last line, and the agencies credited there.

    A last line of a few words that is no sentence is a sign-off: the outlet's own name. Names of agencies in it
    are credits instead.
    """
    first, stop = _last_line(r)
    if first == 0 or not 0 < stop - first <= _LONGEST:
        return None, ()
    line = range(first, stop)
    if any(r.forms[i] in _SENTENCE for i in line):
        return None, ()
    agencies = tuple(r.words_of(i, after) for i in line if (after := _agency_stop(r, i)) is not None)
    if agencies:
        return None, agencies
    if any(r.flags[i] & _CLAUSE for i in line):
        return None, ()
    return r.words_of(first, stop).strip(" -–—()"), ()


def _last_line(r: Reading) -> tuple[int, int]:
    """The tokens of the last line that holds any."""
    stop = len(r)
    while stop > 0 and r.forms[stop - 1][0] == "\n":
        stop -= 1
    first = stop
    while first > 0 and r.forms[first - 1][0] != "\n":
        first -= 1
    return first, stop


def _agency_stop(r: Reading, i: int) -> int | None:
    """The token behind the named outlet at `i`; `None` where none is named."""
    found = r.match(i, Kind.MEDIA)
    return found[0] if found is not None and is_named(found[1]) else None
