"""Claims: what a text says that is so and is no event.

formerly-named := NAME "(" OLD "formerly" ")" | NAME "formerly known as" OLD
member-of      := WHOLE "," "which comprises" MEMBERS | MEMBER "member of" WHOLE
controls       := PLACE "under the control of" HOLDER
located-in     := PLACE "lying in" PLACE
extent         := (ZONES "comprise" PLACES | "comprise" ZONES "," PLACES) {"," ("the second" | ...) PLACES}
role           := "the guarantor states" [of ...] "(" STATES ")"
legal-basis    := AGREEMENT "by virtue of" TEXT
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from hudna.coding.contents import Contents
from hudna.coding.marks import Marks
from hudna.coding.partyphrases import Phrases
from hudna.coding.reading import Reading
from hudna.model import Claim, PlaceMention, Span, Statement
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import ClaimWord, Trigger
from hudna.text import letters as L

_COMMAS: Final = frozenset("," + L.COMMA)
_PAUSES: Final = _COMMAS | {":"}
_OPEN: Final = frozenset("([")
_CLOSE: Final = frozenset(")]")
_ASIDE: Final = 6
"""Tokens that may stand between a role and the brackets that name who has it."""

Tokens = tuple[int, int]
Pair = tuple[Tokens, Tokens]
"""The tokens of subject and object."""


def find_claims(
    reading: Reading, *, places: Sequence[PlaceMention], statements: Sequence[Statement]
) -> tuple[Claim, ...]:
    """Every claim of the text, in its order; one where both sides of it are told."""
    found = reading.at(Kind.CLAIM)
    if not found:
        return ()
    placed = set().union(*(reading.tokens_of(place.span) for place in places))
    phrases = Phrases(reading, Marks(reading), set(), placed)
    contents = Contents(statements)
    out: list[Claim] = []
    covered = 0
    for i in found:
        match = reading.match(i, Kind.CLAIM)
        if match is None or i < covered or not isinstance(match[1].row, ClaimWord):
            continue
        stop, entry = match
        row = match[1].row
        read = _READERS.get(row.role)
        pair = None if read is None else read(phrases, i, stop)
        if pair is None:
            continue
        covered = stop
        out.append(_claim(reading, pair, (i, stop), row, entry.why, contents))
        if row.role == "extent":
            for further in _numbered_zones(phrases, pair[1][1]):
                out.append(_claim(reading, further, further[0], row, entry.why, contents))
    return tuple(sorted(out, key=lambda claim: claim.span))


def _claim(
    reading: Reading,
    pair: Pair,
    words: Tokens,
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


def _noun_before(p: Phrases, stop: int) -> Tokens | None:
    """The noun phrase right before `stop`, a comma or an opening bracket aside."""
    r = p.reading
    if stop and (r.forms[stop - 1] in _COMMAS or r.forms[stop - 1] in _OPEN):
        stop -= 1
    first = p.behind(stop)
    if 0 < first < stop and r.flags[first - 1] & Kind.BODY and not r.words[first - 1].article:
        first -= 1  # the first word of a name: `front`
    return (first, stop) if first < stop else None


def _noun_after(p: Phrases, first: int) -> Tokens | None:
    limit = _limit(p, first - 1)
    if first < limit and p.reading.forms[first] in _PAUSES:
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
    """The members stand behind their whole, which begins with the word for its kind: `organisation`."""
    pair = _both(p, i, stop)
    if pair is None:
        return None
    (first, end), members = pair
    whole = next((k for k in range(first, end) if p.reading.flags[k] & Kind.BODY), first)
    return members, (whole, end)


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
    if zones is not None and zones[1] < limit and _zone(p, zones):
        first = next((k for k in range(zones[0] + 1, zones[1] + 1) if _names_place(p, k)), None)
        if r.forms[zones[1]] in _COMMAS or first is not None:
            places = _noun_after(p, zones[1] + 1 if first is None else first)
            return None if places is None else ((zones[0], first or zones[1]), _up_to_claim(r, places))
    zones = _noun_before(p, i)
    if zones is None or not _zone(p, zones):
        return None
    places = _noun_after(p, stop)
    return None if places is None else (zones, _up_to_claim(r, places))


def _names_place(p: Phrases, k: int) -> bool:
    """Whether the indefinite word for a kind of place (`province of`) stands at `k`."""
    r = p.reading
    return bool(r.flags[k] & Kind.PLACE_CLASS) and not r.words[k].article and not r.words[k].preposition


def _numbered_zones(p: Phrases, i: int) -> list[Pair]:
    """What the further zones comprise, told by number: `..., the second parts of X and Y, the third Z`."""
    r = p.reading
    limit = r.sentence_stop(i) if i < len(r) else i
    numbers = [k for k in range(i, limit) if _is_number_of_zone(r, k)]
    if not numbers:
        return []
    found: list[Pair] = []
    for k, stop in zip(numbers, [*numbers[1:], limit], strict=True):
        first = k + 1
        while first < stop and (r.forms[first] in _PAUSES or _is_copula(r, first)):
            first += 1
        stop = next((j for j in range(first, stop) if r.forms[j] == L.SEMICOLON or r.flags[j] & Kind.TRIGGER), stop)
        while stop > first and not r.is_word(stop - 1):
            stop -= 1
        places = _up_to_claim(r, (first, stop))
        if any(j in p.places for j in range(*places)):
            found.append(((k, k + 1), places))
    return found


def _is_number_of_zone(r: Reading, k: int) -> bool:
    """Whether `the second` stands at `k` by itself, at the start of a part of the sentence."""
    entry = r.words[k].find(Kind.CLAIM)
    if entry is None or not isinstance(entry.row, ClaimWord) or entry.row.role != "number":
        return False
    return r.words[k].conjunction == L.WAW or not r.is_word(k - 1)


def _is_copula(r: Reading, k: int) -> bool:
    """Whether the word at `k` only says that the zone is or comprises what follows."""
    return bool(r.flags[k] & (Kind.CLAIM | Kind.FUNCTION)) and not r.words[k].article


def _up_to_claim(r: Reading, phrase: Tokens) -> Tokens:
    """The phrase up to where another claim begins within it: `the province of X` of `the province of X lying in Y`."""
    first, stop = phrase
    cut = next((k for k in range(first + 1, stop) if _opens_claim(r, k)), stop)
    while cut > first + 1 and not r.is_word(cut - 1):
        cut -= 1
    return first, cut


def _opens_claim(r: Reading, k: int) -> bool:
    """Whether a phrase of claims may begin at `k` (`lying`), or a bracket opens."""
    if r.forms[k] in _OPEN:
        return True
    tails = r.words[k].tails
    return tails is not None and any(entry.kind & Kind.CLAIM for rows in tails.values() for _, entry in rows)


def _zone(p: Phrases, phrase: Tokens) -> bool:
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
        if r.flags[k] & Kind.TRIGGER:
            row = next((e.row for e in r.words[k].entries if e.kind & Kind.TRIGGER), None)
            if isinstance(row, Trigger) and row.cls != "verb" and row.type in _GROUNDED:
                return (k, max(k + 1, p.noun(k, i))), basis
    before = _noun_before(p, i)
    return None if before is None else (before, basis)


_GROUNDED: Final = frozenset(
    ("ceasefire", "agreement", "deployment", "withdrawal", "sanction", "exchange", "evacuation")
)

_READERS: Final[dict[str, Callable[[Phrases, int, int], Pair | None]]] = {
    "between": _placed,
    "after": _formerly,
    "holds": _swapped,
    "belongs": _both,
    "controlled": _held,
    "role": _role,
    "extent": _extent,
    "basis": _basis,
}
