"""What a noun phrase names: honorific, post, name, body, outlet, side, each with the pack row that told it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from hudna.coding.agreement import EITHER, gender_of_noun, gender_of_phrase
from hudna.coding.phrases import HEADS, demonstrative, glued_article, he_is, is_named
from hudna.coding.reading import Reading
from hudna.model.findings import SpeakerKind
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Body, KnownPerson, Nisba, Post
from hudna.packs.tables.speech import Source as Unnamed
from hudna.text import letters as L

_NOUNS: Final = HEADS | Kind.HONORIFIC | Kind.OCCASION | Kind.AUDIENCE | Kind.CONTENT_NOUN
_NO_NAME: Final = (
    Kind.OCCASION
    | Kind.CONTENT_NOUN
    | Kind.FUNCTION
    | Kind.AUDIENCE
    | Kind.CUE_PREPOSITION
    | Kind.CUE_NOUN
    | Kind.CUE_VERB
    | Kind.VERB
    | Kind.TRIGGER
    | Kind.ACT
)
_TANWEEN: Final = "\N{ARABIC FATHATAN}"
_PLURAL: Final = (L.WAW + L.NOON, L.YEH + L.NOON)
_OURS: Final = L.NOON + L.ALEF
_NO_QUOTES: Final = dict.fromkeys(map(ord, L.QUOTE_MARKS))
_LONGEST_NAME: Final = 7
_LONGEST_ISSUE: Final = 5
_ISSUERS: Final = Kind.BODY | Kind.POST | Kind.PLACE | Kind.PERSON | Kind.MEDIA
_LEAST_JOINED: Final = 5
_SHORT_PART: Final = 3
"""Letters of the longest word that may be the first half of a name in two words (`abd`, `abu`)."""
_BARE_ALEF: Final = (L.AL, L.WAW + L.AL)
_CUT_OFF: Final = frozenset((L.LAM, L.BEH, L.KAF))
"""Prepositions that outlets cut from the word behind them."""
_ALEF_HAMZAS: Final = (L.ALEF_HAMZA_ABOVE, L.ALEF_HAMZA_BELOW)


@dataclass(slots=True, kw_only=True)
class Source:
    """A noun phrase that names a source: tokens `first` to `stop`, and what they tell."""

    first: int
    stop: int
    kind: SpeakerKind | None = None
    """`None`: nothing tells; a bare name, or no source at all."""
    name: str = ""
    post: str | None = None
    sides: list[str] = field(default_factory=list)
    head: str = ""
    """The folded word that the phrase turns on, without the article: for short forms later in the text."""
    definite: bool = False
    """Whether the head stands alone with the article (`the minister`): somebody told of before."""
    document: bool = False
    """Whether it is a text that speaks (`the statement`): its author was told of before."""
    sure: bool = False
    """Whether the side is told by what the post belongs to, not only by where it is held."""
    gender: int = EITHER
    calling: str = ""
    """The pack row of the post, where it is a whole one: what is called in several ways."""
    voice: bool = False
    """Whether it is a spokesman: a post that has its own row in the pack."""
    joint: bool = False
    """Whether several speak together."""
    office: bool = False
    """Whether it is an office of state: a minister, a governor."""
    known: tuple[str, str] | None = None
    """The side of a person known by name, and the pack row that tells it: for where the text tells none."""
    reasons: list[str] = field(default_factory=list)


class _Piece(NamedTuple):
    """A stretch of a phrase between commas: a post (empty where there is none) and a name, in either order."""

    post_first: int
    post_stop: int
    name_first: int
    name_stop: int

    @property
    def has_post(self) -> bool:
        return self.post_stop > self.post_first


def describe(r: Reading, first: int, stop: int) -> Source:
    """What the noun phrase at tokens `first` to `stop` names."""
    source = Source(first=first, stop=stop)
    pieces = _pieces(r, first, stop)
    head = next((piece for piece in pieces if piece.has_post), None)
    if head is not None:
        _describe_person(r, source, pieces, head)
    else:
        _describe_other(r, source)
    return source


def head_word(r: Reading, i: int) -> str:
    """The folded word at `i` without clitics and article."""
    word = r.words[i]
    return word.stem[len(L.AL) :] if word.article and word.stem.startswith(L.AL) else word.stem


def printed(r: Reading, first: int, stop: int) -> str:
    """The stored words without quotation marks, clitics of the first word, and stray marks at the ends."""
    while first < stop and not r.is_word(first):
        first += 1
    while stop > first and not r.is_word(stop - 1):
        stop -= 1
    if first >= stop:
        return ""
    word, form, tokens = r.words[first], r.forms[first], r.tokens
    cut = len(word.conjunction) + len(word.preposition) if r.flags[first] & _NOUNS else 0
    if r.glued and not r.glued.isdisjoint(range(first + 1, stop)):
        return " ".join(p for i in range(first, stop) if (p := printed(r, i, i + 1)))
    text = r.text[tokens.letter(first, cut) : tokens.ends[stop - 1]]
    if word.preposition == L.LAM and form[cut - 1 : cut + 1] == L.LAM + L.LAM:
        text = L.AL + text[1:]  # after li- the alef of the article is not written
    return text.translate(_NO_QUOTES).strip()


# Persons


def _describe_person(r: Reading, source: Source, pieces: list[_Piece], head: _Piece) -> None:
    """Fill in the post, its side, and the name before, behind or beside it."""
    found = r.match(head.post_first, Kind.POST)
    if found is None or not isinstance(found[1].row, Post):
        return
    row = found[1].row
    source.reasons.append(found[1].why)
    source.post = printed(r, head.post_first, head.post_stop)
    source.head = head_word(r, head.post_first)
    source.gender = gender_of_noun(r, head.post_first)
    source.calling = found[1].why if row.whole else ""
    if row.side is not None:
        source.known = (row.side, found[1].why)
    source.voice, source.office = row.voice is not None, row.office is not None
    source.sides, source.sure = _post_sides(r, head, found[0], row, source.reasons)
    if _only_adjective(r, head):
        head = _Piece(head.post_first, head.name_stop, head.name_stop, head.name_stop)
        source.post = printed(r, head.post_first, head.post_stop)
    piece = next((p for p in (head, *(p for p in pieces if not p.has_post)) if _name_in(r, p)), None)
    if piece is not None:
        source.kind, source.name = "person", _name_in(r, piece)
        source.gender = source.gender or gender_of_noun(r, piece.name_first)
        source.known = known_side(r, piece.name_first, piece.name_stop) or source.known
        if piece.name_first > piece.post_first:
            source.stop = _object_from(r, piece.name_first, piece.name_stop) or source.stop
        return
    tied = r.words[head.post_first].article or bool(r.words[head.post_first].pronoun)
    if row.kind == "media" and source.head.endswith(_OURS):
        tied, source.head = True, source.head.removesuffix(_OURS)  # "our correspondent"
    source.definite = tied and _weight(r, head.post_first, head.post_stop) <= 2
    rank = row.office or row.voice
    anyone = row.plural or (row.kind == "person" and not rank and _is_anyone(r, head.post_first, head.post_stop))
    source.kind = "unnamed" if anyone else row.kind
    source.name = source.post
    source.known = source.known or known_side(r, head.post_first, head.post_stop)
    if source.kind in ("unnamed", "media"):
        source.post = None


def _only_adjective(r: Reading, head: _Piece) -> bool:
    """Whether what stands behind an indefinite post is no name: `a high-ranking official`."""
    if not head.post_first < head.post_stop <= head.name_first < head.name_stop:
        return False
    if r.flags[head.name_first] & (Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC):
        return False
    return _is_anyone(r, head.post_first, head.post_stop) and all(
        r.is_word(k) for k in range(head.post_first, head.name_stop)
    )


def _is_anyone(r: Reading, first: int, stop: int) -> bool:
    """Whether the post is indefinite and no definite noun makes it one man's: `an official in the ministry`."""
    if _is_definite(r, first) or r.words[first].pronoun:
        return False
    for i in range(first + 1, stop):
        if r.flags[i] & Kind.FUNCTION or r.words[i].preposition:
            return True
        if r.flags[i] & Kind.NISBA and not r.words[i].article:
            return True
        if r.flags[i] & (Kind.BODY | Kind.PLACE | Kind.PERSON) or _is_definite(r, i) or r.words[i].pronoun:
            return False
    return True


def _post_sides(r: Reading, head: _Piece, after: int, row: Post, reasons: list[str]) -> tuple[list[str], bool]:
    """The side of a post, and whether it is told by what the post belongs to.

    A post of several words ends at `after`: what they name is no side (`secretary of the Security Council`).
    """
    if row.kind == "media" or row.side == "MEDIA":
        return ["MEDIA"], True
    first = head.post_first if after == head.post_first + 1 else after
    if row.private is not None:
        told = _bodies_in(r, first, head.post_stop)[:1]
        return told, bool(told)
    own = sides_in(r, first, head.post_stop, reasons, seats=False)[:1]
    if own:
        return own, True
    if row.side is not None:
        return [row.side], True
    if row.sent:
        return [], False
    return sides_in(r, first, head.post_stop, reasons)[:1], False


def _name_in(r: Reading, piece: _Piece) -> str:
    return printed(r, piece.name_first, _name_stop(r, piece.name_first, piece.name_stop))


def _name_stop(r: Reading, first: int, stop: int) -> int:
    """The token behind a person's name: before the first word that no name holds."""
    stop = min(stop, first + _LONGEST_NAME)
    known = _known_stop(r, first) if first < stop else None
    if known is not None and known < stop and not r.flags[known] & Kind.GIVEN:
        return known
    for i in range(known or first + 1, stop):
        if _ends_name(r, i) or _is_object(r, first, i) or (i - first >= 2 and _is_joined_word(r, i)):
            return i
    return stop


def _known_stop(r: Reading, first: int) -> int | None:
    """The token behind a well-known name of several words that begins at `first`."""
    found = r.match(first, Kind.PERSON)
    return found[0] if found is not None and found[0] > first + 1 else None


def _ends_name(r: Reading, i: int) -> bool:
    flag = r.flags[i]
    if flag & Kind.GIVEN:
        return False
    if not r.is_word(i) and r.forms[i] not in L.QUOTE_MARKS and r.forms[i] != "-":
        return True
    if flag & _NO_NAME and not r.words[i].article:
        return True
    if flag & Kind.POST and not r.words[i].article and r.words[i].find(Kind.POST) is not None:
        return True
    if r.forms[i] in _CUT_OFF:
        return True
    return _is_joined_verb(r.forms[i]) or _TANWEEN in r.words_of(i, i + 1)


def _is_object(r: Reading, first: int, i: int) -> bool:
    """Whether a definite word behind a full name is what the verb acts on: `described X Y the operation`.

    It is where no name holds it, or an adjective agrees with it: `called upon X Y the guaranteeing states`.
    """
    if i - first < 2 or not r.words[i].article:
        return False
    if r.flags[i] & (Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.BODY):
        return True
    if len(r.forms[i - 1]) <= _SHORT_PART or i + 1 >= len(r) or not r.words[i + 1].article:
        return False
    if r.flags[i] & (Kind.NISBA | Kind.HONORIFIC):
        return False
    return bool(r.flags[i + 1] & Kind.NISBA) or r.words_of(i + 1, i + 2).endswith(L.TEH_MARBUTA)


def _object_from(r: Reading, first: int, stop: int) -> int | None:
    """Where the object begins behind the name at `first`."""
    known = _known_stop(r, first)
    if known is not None and known < stop and r.words[known].article:
        return known
    end = _name_stop(r, first, stop)
    return end if end < stop and _is_object(r, first, end) else None


def _is_joined_word(r: Reading, i: int) -> bool:
    """Whether a word behind a full name is joined to the sentence: `and with his ...`, `with his fingers`."""
    form = r.forms[i]
    if r.flags[i] & (Kind.GIVEN | Kind.PERSON) or len(form) < _LEAST_JOINED:
        return False
    if form[0] == L.WAW:
        return True
    return form[0] == L.BEH and not r.flags[i] and form.endswith((L.HEH, L.HEH + L.ALEF, L.HEH + L.MEEM))


def _is_joined_verb(form: str) -> bool:
    """Whether a word of no list looks like `and` with an imperfect: `wa-tatadammanu`."""
    return len(form) > 4 and form[0] == L.WAW and form[1] in (L.TEH, L.YEH) and not form.endswith(L.HEH)


def _pieces(r: Reading, first: int, stop: int) -> list[_Piece]:
    out: list[_Piece] = []
    start = first
    for i in range(first, stop + 1):
        if i == stop or r.forms[i] in L.COMMAS or he_is(r, i):
            if i > start:
                out.append(_piece(r, start, i))
            start = i + 1
    return out


def _piece(r: Reading, first: int, stop: int) -> _Piece:
    i = _past_honours(r, first, stop)
    found = r.match(i, Kind.POST) if i < stop else None
    if found is not None:
        end = _post_stop(r, i, found[0], stop)
        return _Piece(i, end, _past_honours(r, end, stop), stop)
    behind = _post_behind_name(r, i, stop)
    if behind is not None:
        return _Piece(behind, stop, i, behind)
    return _Piece(i, i, i, stop)


def _post_behind_name(r: Reading, first: int, stop: int) -> int | None:
    """Where the post begins that stands behind the name at `first`; with the article, or behind a full name."""
    if first < stop and r.flags[first] & (Kind.SOURCE | Kind.BODY | Kind.MEDIA | Kind.PLACE):
        return None
    k = next((k for k in range(first + 1, stop) if r.flags[k] & Kind.POST), None)
    if k is None:
        return None
    word = r.words[k]
    return k if word.article or (word.find(Kind.POST) is not None and k - first >= 2) else None


def _past_honours(r: Reading, i: int, stop: int) -> int:
    """Past honorifics, marks and demonstratives."""
    while i < stop:
        title = r.match(i, Kind.HONORIFIC) if r.flags[i] & Kind.HONORIFIC and not r.flags[i] & Kind.POST else None
        if title is not None:
            i = min(stop, title[0])
        elif not r.is_word(i) or demonstrative(r, i) or (r.flags[i] & Kind.NUMBER and i + 1 < stop):
            i += 1
        else:
            break
    return i


def _post_stop(r: Reading, first: int, after: int, stop: int) -> int:
    """The token behind the post that begins at `first`: a chain of genitives, adjectives and prepositions.

    The chain is open while its last noun is indefinite: a genitive must follow, be it a word of no list.
    """
    tied = r.words[first].article or r.words[first].pronoun
    is_open = not tied if after == first + 1 else not r.forms[after - 1].startswith(L.AL)
    i = after
    while i < stop:
        flag = r.flags[i]
        if r.forms[i] in L.QUOTE_MARKS and is_open:
            i, is_open = _past_quotation(r, i, stop), False
            continue
        if not r.is_word(i):
            break
        if flag & Kind.HONORIFIC and not is_open and not flag & (Kind.POST | Kind.BODY):
            break
        if i == after and flag & Kind.GIVEN and not r.words[i].preposition:
            break
        small = r.small_word(i)
        if small is not None and small.role == "own":
            is_open = False
            i += 1
            continue
        found = r.match(i, Kind.BODY | Kind.PLACE | Kind.NISBA | Kind.POST | Kind.MEDIA)
        if found is None and is_open:
            found = r.match(i, Kind.PERSON)
        if found is not None:
            is_open = _wants_genitive(r, i, *found)
            i = found[0]
        elif _is_definite(r, i):
            is_open = False
            i += 1
        elif is_open or flag & Kind.FUNCTION or (r.words[i].preposition and r.words[i].flags):
            is_open = True
            i += 1
        else:
            break
    return i


def _wants_genitive(r: Reading, i: int, after: int, entry: Entry) -> bool:
    """Whether the entry at `i` is the indefinite first word of a longer name."""
    if not entry.kind & (Kind.POST | Kind.BODY | Kind.MEDIA) or is_named(entry):
        return False
    return not r.words[i].article and not r.forms[after - 1].startswith(L.AL)


def _is_definite(r: Reading, i: int) -> bool:
    form = r.forms[i]
    if form.startswith(L.AL) and r.words_of(i, i + 1).startswith(_ALEF_HAMZAS):
        return False  # no article is printed with a hamza: a foreign name
    return r.words[i].article or glued_article(form) or form.startswith(_BARE_ALEF)


def _past_quotation(r: Reading, i: int, stop: int) -> int:
    quote = r.quotation_from(i)
    return min(quote.stop + 1, stop) if quote is not None and quote.closed else i + 1


# Bodies, outlets, unnamed sources, bare names


def _describe_other(r: Reading, source: Source) -> None:
    """Fill in what a phrase without a post names, by the first word that it turns on."""
    first = _past_honours(r, source.first, source.stop)
    if first >= source.stop:
        return
    found = _head_entry(r, first)
    source.head = head_word(r, first)
    source.gender = gender_of_phrase(r, first, source.stop)
    if r.flags[first] & Kind.OCCASION and (found is None or found.kind & Kind.SOURCE):
        issuer = issuer_first(r, first)
        source.document = r.words[first].article or source.stop == first + 1 or issuer is not None
    if found is None:
        _describe_bare(r, source, first)
        return
    source.name = printed(r, first, source.stop)
    source.reasons.append(found.why)
    tied = r.words[first].article or bool(r.words[first].pronoun)
    source.definite = tied and _weight(r, first, source.stop) <= 2
    if found.kind & Kind.SOURCE:
        side = found.row.side if isinstance(found.row, Unnamed) else None
        source.kind, source.sides = "unnamed", [side] if side else _bodies_in(r, first, source.stop)[:1]
        source.known = known_side(r, first, source.stop)
    elif found.kind & Kind.MEDIA:
        source.kind, source.sides = "media", _bodies_in(r, first + 1, source.stop)[:1] or ["MEDIA"]
        source.name = _quoted_name(r, first, source.stop) or source.name
    elif isinstance(found.row, Body):
        source.kind = found.row.kind
        source.sides = _body_sides(r, first, source)
    elif not found.kind & Kind.PLACE:
        source.kind, source.sides = "unnamed", sides_in(r, first, source.stop, source.reasons)[:1]
    elif speaks(r, first):
        source.kind, source.sides = "state", sides_in(r, first, source.stop, source.reasons)


def issuer_first(r: Reading, first: int) -> int | None:
    """Where the body stands that issued the text at `first`: `a statement of X`, `a statement issued by X`."""
    limit = min(r.sentence_stop(first), first + _LONGEST_ISSUE)
    for k in range(first + 1, limit):
        if r.flags[k] & Kind.COMPLEMENTISER or not r.is_word(k):
            return None
        if r.flags[k] & _ISSUERS and r.words[k].preposition in ("", L.LAM):
            small = r.small_word(k - 1)
            told = small is not None and small.frame == "an"
            return k if told or (k == first + 1 and not r.words[first].article) else None
    return None


def _head_entry(r: Reading, i: int) -> Entry | None:
    for kind in (Kind.SOURCE | Kind.MEDIA | Kind.BODY, Kind.PLACE, Kind.NISBA):
        found = r.match(i, kind)
        if found is not None:
            return found[1]
    return None


def _describe_bare(r: Reading, source: Source, first: int) -> None:
    """A phrase of words that no list holds: a person by an honorific, people by a plural, else open."""
    source.name = printed(r, first, _name_stop(r, first, source.stop))
    source.known = known_side(r, first, source.stop)
    titled = any(r.flags[i] & Kind.HONORIFIC for i in range(source.first, first))
    if titled or r.flags[first] & (Kind.GIVEN | Kind.PERSON):
        source.kind = "person"
        source.gender = gender_of_noun(r, first) if r.flags[first] & Kind.GIVEN else EITHER
    elif r.forms[first].startswith(L.AL) and r.forms[first].endswith(_PLURAL):
        source.kind = "unnamed"
    source.sides = sides_in(r, first, source.stop, source.reasons)[:1]


def _quoted_name(r: Reading, first: int, stop: int) -> str | None:
    """An outlet with its own name in quotation marks, cut behind them."""
    for i in range(first, stop):
        quote = r.quotation_from(i) if r.forms[i] in L.QUOTE_MARKS else None
        if quote is not None and quote.closed and quote.stop <= stop:
            return "".join(c for c in r.words_of(first, quote.stop) if c not in L.QUOTE_MARKS).strip()
    return None


def _weight(r: Reading, first: int, stop: int) -> int:
    """How many words tell something: `itself`, `the same` and marks don't."""
    return sum(1 for i in range(first, stop) if r.is_word(i) and not r.flags[i] & Kind.FUNCTION)


# Sides


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
            if isinstance(entry.row, KnownPerson) and _holds_on(entry.row, r.published)
        ]
        rows = held or rows
        if len({side for side, _ in rows}) == 1:
            return rows[0]
    return None


def _holds_on(row: KnownPerson, day: date | None) -> bool:
    """Whether the row holds on the day; dates are as exact as they are known."""
    if day is None:
        return True
    printed_day = day.isoformat()
    if row.since is not None and printed_day[: len(row.since)] < row.since:
        return False
    return row.until is None or printed_day[: len(row.until)] <= row.until


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


def speaks(r: Reading, i: int) -> bool:
    """Whether the place at `i` may stand for its government: a country or a capital."""
    found = r.match(i, Kind.PLACE)
    row = found[1].row if found is not None else None
    return isinstance(row, PlaceName) and any(place.kind == "country" or place.seat for place in row.rows)


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


def _bodies_in(r: Reading, first: int, stop: int) -> list[str]:
    """The sides of the bodies named: a nationality alone does not say for whom an unnamed source speaks."""
    found = (r.match(i, Kind.BODY) for i in range(first, stop))
    return [side for match in found if match is not None and (side := side_of(match[1])) is not None]


def _body_sides(r: Reading, first: int, source: Source) -> list[str]:
    """The side of the body itself, with those of further ones joined by `and`."""
    if source.kind in ("organisation", "armed_group"):
        sides = list(dict.fromkeys(_bodies_in(r, first, source.stop)))  # a nation tells no side of a party or a band
    else:
        sides = sides_in(r, first, source.stop, source.reasons)
    heads = Kind.BODY | Kind.PLACE
    source.joint = any(r.words[i].conjunction and r.flags[i] & heads for i in range(first + 1, source.stop))
    return sides if source.joint else sides[:1]
