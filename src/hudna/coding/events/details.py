"""What else a text tells of an attack: the hour, the weapon, what sort of thing was struck.

hour   := "the hour" digits [":" digits] [half of the day] | "the hour" ordinal ["and a half"] [half of the day]
weapon := the first weapon named in the words of the attack
struck := the sorts of the things that its targets name: home, school, market
"""

from __future__ import annotations

from typing import Final

from hudna.coding.events.marks import Marks
from hudna.coding.events.triggers import MEANS, Mention
from hudna.coding.words.reading import Reading

_ARMED: Final = MEANS | {"killing", "destruction", "capture"}
"""Types of which a weapon is told."""
_BROAD: Final = frozenset(("aircraft", "artillery", "rocket"))
_BEFORE, _BEHIND = 3, 14
"""Tokens round the trigger in which the weapon is named."""
_CLOCK: Final = 25
"""Tokens from the trigger within which the hour is its own."""
_WEAPON, _STRUCK, _HOUR = "weapon:", "struck:", "hour:"
_HALVES: Final = 5
"""Tokens behind the hour in which its half of the day is told."""


def weapon_of(reading: Reading, marks: Marks, m: Mention, limit: int) -> str | None:
    """The weapon that is named in the words of the event, before token `limit`."""
    if m.type not in _ARMED:
        return None
    stop = min(reading.sentence_stop(m.first), m.stop + _BEHIND, max(limit, m.stop))
    for k in range(m.first, stop):
        own = marks.values(_WEAPON, k, k + 1)
        if own:
            return _closest(own)
    before = marks.values(_WEAPON, max(reading.sentence_first(m.first), m.first - _BEFORE), m.first)
    return _closest(before) if before else None


def _closest(names: list[str]) -> str:
    """Of the weapons that one phrase may name, the one that says most: a helicopter rather than an aircraft."""
    return next((name for name in names if name not in _BROAD), names[0])


def struck_of(marks: Marks, m: Mention) -> tuple[str, ...]:
    """The sorts of things that the targets name, in the order of the text, each once."""
    if m.type not in _ARMED:
        return ()
    return tuple(dict.fromkeys(name for first, stop in m.targets for name in marks.values(_STRUCK, first, stop)))


def hour_of(reading: Reading, marks: Marks, m: Mention, limit: int) -> str | None:
    """The time of day that is told with the event, as `HH:MM`; `None` where there is none or it is no time."""
    stop = min(reading.sentence_stop(m.first), m.first + _CLOCK, max(limit, m.stop))
    clock = marks.first("clock", m.stop, stop)
    if clock is None:
        clock = marks.last("clock", max(reading.sentence_first(m.first), m.first - _CLOCK), m.first)
    return None if clock is None else _read(reading, marks, clock[1])


def _read(reading: Reading, marks: Marks, i: int) -> str | None:
    while i < len(reading) and reading.forms[i] == "(":
        i += 1
    if i >= len(reading):
        return None
    ordinal = marks.values(_HOUR, i, i + 1)
    if ordinal:
        hour, minute, i = int(ordinal[0]), 0, marks.stop(i)
    else:
        found = _digits(reading, i)
        if found is None:
            return None
        hour, minute, i = found
    near = marks.near(i, min(i + _HALVES, reading.sentence_stop(i - 1)))
    if "half-past" in near:
        minute = 30
    if hour < 12 and "afternoon" in near:
        hour += 12
    elif hour == 12 and "morning" in near:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


def _digits(reading: Reading, i: int) -> tuple[int, int, int] | None:
    """Hour, minute, and the token behind them."""
    forms = reading.forms
    if not forms[i].isdecimal():
        return None
    hour, stop = int(forms[i]), i + 1
    if stop + 1 < len(forms) and forms[stop] in (":", ".") and forms[stop + 1].isdecimal():
        return hour, int(forms[stop + 1]), stop + 2
    return hour, 0, stop
