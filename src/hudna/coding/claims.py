"""Claims: what a text says that is so and is no event.

formerly-named := NAME "(" OLD "formerly" ")" | NAME "," OLD "formerly" | NAME "formerly known as" OLD
member-of      := WHOLE "," "which comprises" MEMBERS | "consists" WHOLE "of" MEMBERS | MEMBER "member of" WHOLE
controls       := PLACE "under the control of" HOLDER | "controls" HOLDER PLACE | "is subject" PLACE "to the control of"
                  HOLDER | "areas of control of" HOLDER
located-in     := PLACE "lying in" PLACE
extent         := (ZONES "comprise" PLACES | "comprise" ZONES "," PLACES) {"," ("the second" | ...) PLACES}
role           := "the guarantor states" [of ...] ("(" STATES ")" | "," STATES)
legal-basis    := AGREEMENT "by virtue of" TEXT
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Literal

from hudna.coding.events.marks import Marks
from hudna.coding.events.partyphrases import Phrases
from hudna.coding.speech.contents import Contents
from hudna.coding.words.cues import is_adverbial, is_relative
from hudna.coding.words.reading import Reading
from hudna.model import Claim, PlaceMention, Span, Statement
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import ClaimWord, Trigger
from hudna.packs.tables.places import PlaceWord
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_PAUSES: Final = L.COMMAS | {":"}
_OPEN: Final = frozenset("([")
_CLOSE: Final = frozenset(")]")
_TO_THE_CONTROL: Final = word_class("to the control")
_STATES: Final = 2
"""Countries that a list of those who have a role holds at least."""
_UNSAID: Final = frozenset(("may", "if", "was", "hypo", "denied", "planned"))
"""Classes of the words before a verb by which it does not say that something is so."""
_BEFORE_VERB: Final = 5
"""Tokens before a verb in which they stand."""
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
    if stop and is_relative(r, stop - 1):
        stop -= 1
    if stop and (r.forms[stop - 1] in L.COMMAS or r.forms[stop - 1] in _OPEN):
        stop -= 1
    first = p.behind(stop)
    if 0 < first < stop and r.flags[first - 1] & Kind.BODY and not r.words[first - 1].article:
        first -= 1  # the first word of a name: `front`
    return (first, stop) if first < stop else None


def _noun_after(p: Phrases, first: int) -> Tokens | None:
    limit = _limit(p, first - 1)
    if first < limit and p.reading.forms[first] in _PAUSES:
        first += 1
    stop = first
    if first < limit:
        stop = p.led_noun(first, limit) if p.reading.words[first].preposition else p.noun(first, limit)
    return (first, stop) if stop > first else None


def _both(p: Phrases, i: int, stop: int) -> Pair | None:
    before, after = _noun_before(p, i), _noun_after(p, stop)
    return None if before is None or after is None else (before, after)


def _one_of(p: Phrases, i: int, stop: int) -> Pair | None:
    """A body or state, and behind a comma what it is one of: `X, one of the parts of Y`."""
    r = p.reading
    if i == 0 or r.forms[i - 1] not in L.COMMAS:
        return None
    pair = _both(p, i, stop)
    return pair if pair is not None and (r.flags[pair[0][0]] & Kind.BODY or pair[0][0] in p.places) else None


def _part_of(p: Phrases, i: int, stop: int) -> Pair | None:
    """The part before, the whole behind `li-`: both are bodies, since buildings and areas belong to somebody, too."""
    r = p.reading
    if stop >= len(r) or r.words[stop].preposition != L.LAM or not r.flags[stop] & Kind.BODY:
        return None
    kind = r.words[stop].find(Kind.PLACE_CLASS)
    if kind is not None and isinstance(kind.row, PlaceWord) and kind.row.role == "class":
        return None  # a district of a province
    pair = _both(p, i, stop)
    return pair if pair is not None and r.flags[pair[0][0]] & Kind.BODY else None


def _held(p: Phrases, i: int, stop: int) -> Pair | None:
    """Who holds it behind, what is held before: from the word of its kind, or its name, on."""
    pair = _both(p, i, stop)
    if pair is None:
        return None
    (first, end), holder = pair
    place = next((k for k in range(first, end) if k in p.places or "territory" in p.marks.of(k)), -1)
    return (holder, (place, end)) if place >= 0 and _is_side(p, holder) else None


def _controls(p: Phrases, i: int, stop: int) -> Pair | None:
    """Who holds it is the verb's subject, behind the verb or before it; what is held, a place, its object."""
    r = p.reading
    if r.words[i].preposition or r.words[i].future or not _is_so(p, i):
        return None
    held = _behind_tie(p, stop)
    if held is not None and r.words[i].conjunction:
        return None  # `..., and controls the hill`: who does was told further before
    holder = _noun_before(p, i) if held is not None else _noun_after(p, stop)
    if holder is None or r.words[holder[0]].preposition == L.BEH:
        return None
    if held is None:
        held = _behind_tie(p, holder[1]) or _next_place(p, holder)
    if held is None or not any(k in p.places or "territory" in p.marks.of(k) for k in range(*held)):
        return None
    holder = holder[0], min(holder[1], held[0])
    return (holder, held) if _is_side(p, holder) else None


def _behind_tie(p: Phrases, k: int) -> Tokens | None:
    """The noun phrase behind `over` at `k`."""
    r = p.reading
    small = r.small_word(k) if k < len(r) else None
    return _noun_after(p, k + 1) if small is not None and small.frame == "ala" else None


def _next_place(p: Phrases, holder: Tokens) -> Tokens | None:
    """The place that stands as an object within or right behind the subject's phrase: `occupies X the plateau of Y`."""
    first, stop = holder
    place = next((k for k in range(first + 1, stop + 1) if k < len(p.reading) and _names_place(p, k)), None)
    if place is None:
        return None
    end = p.noun(place, _limit(p, first))
    return (place, end) if end > place else None


def _subject_to(p: Phrases, i: int, stop: int) -> Pair | None:
    """Who holds it behind `to the control of`, what is held the verb's subject."""
    r = p.reading
    if not _is_so(p, i):
        return None
    for k in range(stop, min(_limit(p, i), stop + _ASIDE)):
        if r.forms[k] in _TO_THE_CONTROL:
            held = _noun_after(p, stop) if k > stop else _noun_before(p, i)
            holder = _noun_after(p, k + 1)
            return None if held is None or holder is None or not _is_side(p, holder) else (holder, held)
    return None


def _is_so(p: Phrases, i: int) -> bool:
    """Whether the verb at `i` tells how things are: not negated, wanted, possible, on a condition or past."""
    r = p.reading
    if i > 0 and r.flags[i - 1] & Kind.COMPLEMENTISER:
        return False
    first = max(r.sentence_first(i), i - _BEFORE_VERB)
    for k in range(i - 1, first - 1, -1):
        if not r.is_word(k):
            return True
        if r.flags[k] & Kind.NEGATION or p.marks.of(k) & _UNSAID:
            return False
    return True


def _is_side(p: Phrases, phrase: Tokens) -> bool:
    """Whether the phrase names somebody who can hold a place: a body, a state, a force, people; not a calm."""
    return p.acts(*phrase) or any(k in p.places or p.reading.flags[k] & Kind.NISBA for k in range(*phrase))


def _holding(p: Phrases, i: int, stop: int) -> Pair | None:
    """What is held is told by the phrase itself, who holds it behind it."""
    holder = _noun_after(p, stop)
    return None if holder is None or not _is_side(p, holder) else (holder, (i, stop))


def _comprises(p: Phrases, i: int, stop: int) -> Pair | None:
    """The whole is the verb's subject, its members stand behind `of`."""
    r = p.reading
    whole = _noun_after(p, stop)
    if whole is None or not r.flags[whole[0]] & Kind.BODY or whole[1] >= _limit(p, i):
        return None
    small = r.small_word(whole[1])
    members = _noun_after(p, whole[1] + 1) if small is not None and small.frame == "min" else None
    return None if members is None else (members, whole)


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
    """The old name between an opening bracket or a comma and the word, the new one before it."""
    r = p.reading
    for k in range(i - 1, max(r.sentence_first(i), i - 6) - 1, -1):
        if r.forms[k] in _OPEN:
            new = _noun_before(p, k)
            return None if new is None or k + 1 == i else (new, (k + 1, i))
        if r.forms[k] in L.COMMAS:
            new = _noun_before(p, k + 1)
            if new is None or not (r.flags[new[0]] & Kind.BODY and r.flags[k + 1] & Kind.BODY):
                return None  # bodies have other names: what else is told was so `formerly`
            return (new, (k + 1, i)) if k + 1 < i else None
    return None


def _extent(p: Phrases, i: int, stop: int) -> Pair | None:
    """What the zones comprise; nothing where neither side speaks of zones."""
    r = p.reading
    limit = _limit(p, i)
    zones = _noun_after(p, stop)
    if zones is not None and zones[1] < limit and _zone(p, zones):
        first = next((k for k in range(zones[0] + 1, zones[1] + 1) if _names_place(p, k)), None)
        if r.forms[zones[1]] in L.COMMAS or first is not None:
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
    """Who has the role, named in brackets or between commas behind it."""
    r = p.reading
    limit = min(_limit(p, i), stop + _ASIDE)
    for k in range(stop, limit):
        if r.forms[k] in L.COMMAS:
            named = _noun_after(p, k + 1)
            if named is None or named[0] not in p.places or sum(j in p.places for j in range(*named)) < _STATES:
                return None
            return named, (i, k)
        if r.forms[k] in _OPEN:
            close = next((j for j in range(k + 1, _limit(p, i)) if r.forms[j] in _CLOSE), None)
            return None if close is None or close == k + 1 else ((k + 1, close), (i, k))
    return None


def _basis(p: Phrases, i: int, stop: int) -> Pair | None:
    """The truce or agreement told before in the sentence, and the text it rests on."""
    r = p.reading
    named = stop - i > 1 and not r.flags[stop - 1] & Kind.FUNCTION  # `by the agreement of X`: part of the phrase
    basis = _noun_after(p, stop - 1 if named else stop)
    if basis is None:
        return None
    for k in range(i - 1, r.sentence_first(i) - 1, -1):
        if r.flags[k] & Kind.TRIGGER:
            row = next((e.row for e in r.words[k].entries if e.kind & Kind.TRIGGER), None)
            if isinstance(row, Trigger) and row.cls != "verb" and row.type in _GROUNDED:
                return (k, max(k + 1, p.noun(k, i))), basis
    before = _noun_before(p, i)
    return None if before is None or is_adverbial(r.forms[before[0]]) else (before, basis)


_GROUNDED: Final = frozenset(
    ("ceasefire", "agreement", "deployment", "withdrawal", "sanction", "exchange", "evacuation")
)

_READERS: Final[dict[str, Callable[[Phrases, int, int], Pair | None]]] = {
    "between": _placed,
    "after": _formerly,
    "holds": _swapped,
    "belongs": _both,
    "one-of": _one_of,
    "comprises": _comprises,
    "part-of": _part_of,
    "controlled": _held,
    "controls": _controls,
    "subject-to": _subject_to,
    "holding": _holding,
    "role": _role,
    "extent": _extent,
    "basis": _basis,
}
