"""Which side a phrase tells: by nationality, body, country, outlet, or a well-known name."""

from __future__ import annotations

from datetime import date
from typing import Final

from hudna.coding.words.nouns import (
    OF_THE_PRESS,
    head_word,
    is_definite,
    is_named,
    names_state,
)
from hudna.coding.words.reading import Reading
from hudna.model.findings import SpeakerKind
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Body, KnownPerson, Nisba, Post
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_OPPOSING: Final = word_class("opposing")
_OPPONENTS: Final = {"SYR": "SYR_OPP"}
_NO_CODE: Final = "OTHER"
ISO: Final = 3
"""Letters of the code of a state."""
NO_STATES: Final = frozenset(("SDF", "RSF", "LNA", "PKK", "PIJ", "PLO", "GCC", "OIC", "NGO"))
"""Codes of three letters that are no state's."""
_PARTIES: Final = word_class("parties")


def sides_in(r: Reading, first: int, stop: int, reasons: list[str] | None = None, *, seats: bool = True) -> list[str]:
    """The sides that the tokens tell by nationality, body or country, in order.

    `seats=False` leaves out places behind a preposition: an envoy *to* Yemen is not Yemen's.
    """
    sides: list[str] = []
    i = first
    while i < stop:
        found = r.match(i, Kind.BODY | Kind.NISBA | Kind.PLACE)
        if found is None:
            i += 1
            continue
        after, entry = found
        side = side_of(entry)
        passed = _national(r, after, entry) or (not seats and _is_seat(r, i, first, entry))
        if side is not None and side not in sides and not passed:
            sides.append(side)
            if reasons is not None:
                reasons.append(entry.why)
        i = after
    return sides


def side_of(entry: Entry) -> str | None:
    """The side that an entry tells."""
    row = entry.row
    if isinstance(row, Body):
        return row.side or row.usual
    if isinstance(row, Nisba):
        return row.side
    return row.rows[0].country if isinstance(row, PlaceName) else None


def _governed(r: Reading, i: int, first: int) -> bool:
    """Whether a preposition, joined or apart, stands before token `i`."""
    return r.words[i].preposition != "" or (i > first and bool(r.flags[i - 1] & Kind.FUNCTION))


def _is_seat(r: Reading, i: int, first: int, entry: Entry) -> bool:
    """Whether the place or body at `i` is where a post is held: `to Syria`, `at the United Nations`."""
    if not (entry.kind & Kind.BODY or r.flags[i] & Kind.PLACE) or not _governed(r, i, first):
        return False
    return not (entry.kind & Kind.BODY and r.words[i].preposition == L.LAM)


def _national(r: Reading, after: int, entry: Entry) -> bool:
    """Whether a nationality right behind a body says whose it is: `the Kyrgyz Security Council`."""
    if not isinstance(entry.row, Body) or after >= len(r):
        return False
    if entry.row.kind == "armed_group" or entry.row.usual is not None or entry.row.side == "NGO":
        return False
    return r.words[after].find(Kind.NISBA) is not None and r.words[after].article


def bodies_in(r: Reading, first: int, stop: int) -> list[str]:
    """The sides of the bodies named: a nationality alone does not say for whom an unnamed source speaks."""
    found = (r.match(i, Kind.BODY) for i in range(first, stop))
    return [side for match in found if match is not None and (side := side_of(match[1])) is not None]


def known_side(r: Reading, first: int, stop: int) -> tuple[str, str] | None:
    """The side of the person whose well-known name stands in the tokens, on the day of the text, and the row."""
    for i in range(first, stop):
        if not r.flags[i] & Kind.PERSON:
            continue
        entries = [entry for _, entry in r.phrases.get(i, ()) if entry.kind & Kind.PERSON]
        entries = entries or [entry for entry in r.words[i].entries if entry.kind & Kind.PERSON]
        rows = [(entry.row.side, entry.why) for entry in entries if isinstance(entry.row, KnownPerson)]
        held = [
            (entry.row.side, entry.why)
            for entry in entries
            if isinstance(entry.row, KnownPerson) and holds_on(entry.row, r.published)
        ]
        rows = held or rows
        if len({side for side, _ in rows}) == 1:
            return rows[0]
    return None


def holds_on(row: KnownPerson, day: date | None) -> bool:
    """Whether the row holds on the day; dates are as exact as they are known."""
    if day is None:
        return True
    printed_day = day.isoformat()
    if row.since is not None and printed_day[: len(row.since)] < row.since:
        return False
    return row.until is None or printed_day[: len(row.until)] <= row.until


def speaks(r: Reading, i: int) -> bool:
    """Whether the place at `i` may stand for its government: a country or a capital."""
    found = r.match(i, Kind.PLACE)
    return found is not None and names_state(found[1])


# Of a post


def post_sides(r: Reading, first: int, stop: int, row: Post, reasons: list[str]) -> tuple[list[str], bool]:
    """The side of a post, and whether it is told by what the post belongs to.

    The words of the post itself stand before `first`: they name no side (`secretary of the Security Council`).
    """
    if row.kind == "media" or row.side == "MEDIA":
        return ["MEDIA"], True
    if row.private is not None:
        told = bodies_in(r, first, stop)[:1]
        return told, bool(told)
    if _is_of_party(r, first, stop):
        own = bodies_in(r, first, stop)[:1]
        return own, bool(own)
    if _is_of_outlet(r, first, stop):
        return ["MEDIA"], True
    own = sides_in(r, first, stop, reasons, seats=False)[:1]
    if first < stop and is_press(r, first, stop):
        body = r.match(first, Kind.BODY)
        if body is not None and isinstance(body[1].row, Body) and body[1].row.kind == "organisation":
            own = bodies_in(r, first, stop)[:1] or ["MEDIA"]
    if own:
        return own, True
    if row.voice and any(r.flags[k] & Kind.MEDIA for k in range(first, stop)):
        return ["MEDIA"], True
    if row.side is not None:
        return [row.side], True
    sender = _served_side(r, first, stop)
    if sender is not None:
        return [sender], True
    if row.sent:
        return [], False
    return sides_in(r, first, stop, reasons)[:1], False


def is_state(side: str) -> bool:
    """Whether the code is a state's."""
    return len(side) == ISO and side not in NO_STATES


def opponent_side(r: Reading, first: int, stop: int, side: str) -> str:
    """The side of somebody of a state in whose title an adjective says that he opposes it; else that state's."""
    if not is_state(side):
        return side
    for k in range(first, stop):
        if r.words[k].stem.removeprefix(L.AL) in _OPPOSING and not r.words[k].preposition:
            return _OPPONENTS.get(side, _NO_CODE)
    return side


def _served_side(r: Reading, first: int, stop: int) -> str | None:
    """The side of the one right behind a post whose own post tells one: `ambassador of the Custodian of ...`."""
    if first >= stop or not r.flags[first] & Kind.POST or is_definite(r, first - 1):
        return None
    found = r.match(first, Kind.POST)
    side = found[1].row.side if found is not None and isinstance(found[1].row, Post) else None
    return side if side != "MEDIA" else None


def _is_of_party(r: Reading, first: int, stop: int) -> bool:
    """Whether the post belongs to a party or a band: its nation tells no side."""
    for k in range(first, stop):
        body = r.match(k, Kind.BODY)
        if body is not None and isinstance(body[1].row, Body):
            return body[1].row.kind == "armed_group" or head_word(r, k) in _PARTIES
        if r.flags[k] & Kind.POST:
            return False
    return False


def _is_of_outlet(r: Reading, first: int, stop: int) -> bool:
    """Whether an outlet's own name stands in the post: `the head of Al Jazeera's office`."""
    for k in range(first, stop):
        if r.flags[k] & Kind.MEDIA:
            found = r.match(k, Kind.MEDIA)
            if found is not None and is_named(found[1]) and not r.flags[k] & Kind.BODY:
                return True
    return False


def is_press(r: Reading, first: int, stop: int) -> bool:
    """Whether an adjective in the phrase says that the body is of the press: `the X media centre`."""
    return any(r.forms[k] in OF_THE_PRESS for k in range(first + 1, stop))


# Of a body


def body_sides(r: Reading, first: int, stop: int, kind: SpeakerKind, reasons: list[str]) -> tuple[list[str], bool]:
    """The side of a body, with those of further ones joined by `and`, and whether there are such."""
    private = kind in ("organisation", "armed_group")  # a nation tells no side of a party or a band
    sides = list(dict.fromkeys(bodies_in(r, first, stop))) if private else sides_in(r, first, stop, reasons)
    other = _joined_from(r, first, stop)
    if other == stop:
        return sides[:1], False
    if private:
        told = bool(bodies_in(r, first, other))
    else:
        # The side of a short name is told by the text.
        told = bool(sides_in(r, first, other)) or not r.flags[first] & Kind.SHORT_NAME
    return sides if told else [], True


def _joined_from(r: Reading, first: int, stop: int) -> int:
    """Where a second body or state begins that speaks with the one at `first`; `stop` where there is none."""
    for i in range(first + 1, stop):
        if r.words[i].conjunction and r.flags[i] & (Kind.BODY | Kind.PLACE):
            return i
    return stop
