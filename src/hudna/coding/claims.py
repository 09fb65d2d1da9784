"""Claims: what a text says that is so and is no event.

formerly-named := NAME "(" OLD "formerly" ")" | NAME "formerly known as" OLD
member-of      := WHOLE "," "which comprises" MEMBERS | MEMBER "member of" WHOLE
controls       := PLACE "under the control of" HOLDER
located-in     := PLACE "lying in" PLACE
extent         := ZONES "comprise" PLACES | "comprise" ZONES "," PLACES
role           := "the guarantor states" [of ...] "(" STATES ")"
legal-basis    := AGREEMENT "by virtue of" TEXT
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from hudna.coding.arguments import Phrases
from hudna.coding.contents import Contents
from hudna.coding.marks import Marks
from hudna.coding.reading import Reading
from hudna.model import Claim, PlaceMention, Span, Statement
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import ClaimWord, Trigger
from hudna.text import letters as L

_CLAIM = Kind.CLAIM
_TRIGGER = Kind.TRIGGER
_COMMAS = frozenset("," + L.COMMA)
_OPEN = frozenset("([")
_CLOSE = frozenset(")]")
_ASIDE = 6
"""Tokens that may stand between a role and the brackets that name who has it."""

Pair = tuple[tuple[int, int], tuple[int, int]]
"""The tokens of subject and object."""


def find_claims(
    reading: Reading, *, places: Sequence[PlaceMention], statements: Sequence[Statement]
) -> tuple[Claim, ...]:
    """Every claim of the text, in its order; one where both sides of it are told."""
    found = reading.at(_CLAIM)
    if not found:
        return ()
    placed = set().union(*(reading.tokens_of(place.span) for place in places))
    phrases = Phrases(reading, Marks(reading), set(), placed)
    contents = Contents(statements)
    out: list[Claim] = []
    covered = 0
    for i in found:
        match = reading.match(i, _CLAIM)
        if match is None or i < covered or not isinstance(match[1].row, ClaimWord):
            continue
        stop, entry = match
        pair = _READERS[match[1].row.role](phrases, i, stop)
        if pair is None:
            continue
        covered = stop
        out.append(_claim(reading, pair, (i, stop), match[1].row, entry.why, contents))
    return tuple(out)


def _claim(
    reading: Reading,
    pair: Pair,
    words: tuple[int, int],
    row: ClaimWord,
    why: str,
    contents: Contents,
) -> Claim:
    subject, object_ = pair
    span = Span(
        min(reading.span(*part).start for part in (subject, object_, words)),
        max(reading.span(*part).end for part in (subject, object_, words)),
    )
    cue = reading.span(*words)
    tellers = contents.over(cue, whole=True)
    told_by: tuple[int, ...] | Literal["outlet"] = tellers or "outlet"
    return Claim(
        relation=row.relation,
        span=span,
        subject=reading.bare_span(*subject),
        object=reading.bare_span(*object_),
        told_by=told_by,
        why={"relation": (f"rule:{row.relation}", why)},
    )


def _limit(p: Phrases, i: int) -> int:
    return p.reading.sentence_stop(i)


def _noun_before(p: Phrases, stop: int) -> tuple[int, int] | None:
    """The noun phrase right before `stop`, a comma or an opening bracket aside."""
    r = p.reading
    if stop and (r.forms[stop - 1] in _COMMAS or r.forms[stop - 1] in _OPEN):
        stop -= 1
    first = p.behind(stop)
    return (first, stop) if first < stop else None


def _noun_after(p: Phrases, first: int) -> tuple[int, int] | None:
    limit = _limit(p, first - 1)
    if first < limit and p.reading.forms[first] in (*_COMMAS, ":"):
        first += 1
    stop = p.noun(first, limit) if first < limit else first
    return (first, stop) if stop > first else None


def _both(p: Phrases, i: int, stop: int) -> Pair | None:
    before, after = _noun_before(p, i), _noun_after(p, stop)
    return None if before is None or after is None else (before, after)


def _held(p: Phrases, i: int, stop: int) -> Pair | None:
    """Who holds it behind, what is held before: from the word of its kind, or its name, on."""
    pair = _both(p, i, stop)
    if pair is None:
        return None
    (first, end), holder = pair
    place = next((k for k in range(first, end) if k in p.places or "territory" in p.marks.of(k)), first)
    return holder, (place, end)


def _placed(p: Phrases, i: int, stop: int) -> Pair | None:
    """Both sides; of the first one only from its place on, where it holds one."""
    pair = _both(p, i, stop)
    if pair is None:
        return None
    (first, end), after = pair
    place = next((k for k in range(first, end) if k in p.places), first)
    return ((place, end), after)


def _swapped(p: Phrases, i: int, stop: int) -> Pair | None:
    """The subject stands behind: the members of a whole, the holder of a place."""
    pair = _both(p, i, stop)
    return None if pair is None else (pair[1], pair[0])


def _formerly(p: Phrases, i: int, stop: int) -> Pair | None:
    """The old name between an opening bracket and the word, the new one before the bracket."""
    r = p.reading
    for k in range(i - 1, max(r.sentence_first(i), i - 6) - 1, -1):
        if r.forms[k] in _OPEN:
            new = _noun_before(p, k)
            return None if new is None or k + 1 == i else (new, (k + 1, i))
    return None


def _extent(p: Phrases, i: int, stop: int) -> Pair | None:
    """What the zones comprise; nothing where neither side speaks of zones."""
    r = p.reading
    limit = _limit(p, i)
    zones = _noun_after(p, stop)
    if zones is not None and zones[1] < limit and r.forms[zones[1]] in _COMMAS and _zone(p, zones):
        places = _noun_after(p, zones[1] + 1)
        return None if places is None else (zones, places)
    zones = _noun_before(p, i)
    if zones is None or not _zone(p, zones):
        return None
    places = _noun_after(p, stop)
    return None if places is None else (zones, places)


def _zone(p: Phrases, phrase: tuple[int, int]) -> bool:
    return bool(p.marks.near(*phrase) & {"zone"})


def _role(p: Phrases, i: int, stop: int) -> Pair | None:
    """Who has the role, named in brackets behind it."""
    r = p.reading
    limit = min(_limit(p, i), stop + _ASIDE)
    for k in range(stop, limit):
        if r.forms[k] in _COMMAS:
            return None
        if r.forms[k] in _OPEN:
            close = next((j for j in range(k + 1, _limit(p, i)) if r.forms[j] in _CLOSE), None)
            return None if close is None or close == k + 1 else ((k + 1, close), (i, k))
    return None


def _basis(p: Phrases, i: int, stop: int) -> Pair | None:
    """The truce or agreement told before in the sentence, and the text it rests on."""
    r = p.reading
    basis = _noun_after(p, stop)
    if basis is None:
        return None
    for k in range(i - 1, r.sentence_first(i) - 1, -1):
        if r.flags[k] & _TRIGGER:
            row = next((e.row for e in r.words[k].entries if e.kind & _TRIGGER), None)
            if isinstance(row, Trigger) and row.cls != "verb" and row.type in _GROUNDED:
                return (k, max(k + 1, p.noun(k, i))), basis
    before = _noun_before(p, i)
    return None if before is None else (before, basis)


_GROUNDED = frozenset(("ceasefire", "agreement", "deployment", "withdrawal", "sanction", "exchange", "evacuation"))

_READERS: dict[str, Callable[[Phrases, int, int], Pair | None]] = {
    "between": _placed,
    "after": _formerly,
    "holds": _swapped,
    "belongs": _both,
    "controlled": _held,
    "role": _role,
    "extent": _extent,
    "basis": _basis,
}
