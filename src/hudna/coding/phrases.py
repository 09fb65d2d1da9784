"""Noun phrases that name a source, and what they are made of: honorific, post, name, body, side."""

from __future__ import annotations

from dataclasses import dataclass, field

from hudna.coding.reading import Reading
from hudna.model.findings import SpeakerKind
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Body, FunctionWord, Medium, Nisba, Post
from hudna.text import letters as L

_STOPS = frozenset(".:;!?()[]|/…-–" + L.QUESTION + L.SEMICOLON)
_COMMAS = frozenset("," + L.COMMA)
_QUOTES = frozenset(L.QUOTES)
_NEVER_FIRST = int(
    Kind.VERB | Kind.CUE_VERB | Kind.CUE_PARTICIPLE | Kind.CUE_NOUN | Kind.CUE_PREPOSITION | Kind.COMPLEMENTISER
)
_WHOLE = int(Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA)
_JOINED = frozenset((L.LAM, L.BEH, L.KAF))
_HEADS = int(Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA | Kind.PLACE | Kind.NISBA)
_NOUNS = _HEADS | int(Kind.HONORIFIC | Kind.OCCASION | Kind.AUDIENCE | Kind.CONTENT_NOUN)
_LONGEST = 24
"""Tokens in the longest noun phrase that is taken for a source."""


@dataclass(slots=True, kw_only=True)
class Source:
    """A noun phrase that names a source: tokens `first` to `stop`, and what they tell."""

    first: int
    stop: int
    kind: SpeakerKind | None = None
    """`None`: nothing tells; a bare name, or no source at all."""
    name: str | None = None
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
    reasons: list[str] = field(default_factory=list)


def noun_phrase(r: Reading, first: int, limit: int, times: set[int]) -> int:
    """The token behind the noun phrase that begins at `first`; `first` itself where there is none."""
    forms, flags, words = r.forms, r.flags, r.words
    limit = min(limit, first + _LONGEST)
    if first < limit and flags[first] & Kind.AUDIENCE and not flags[first] & (Kind.BODY | Kind.MEDIA | Kind.SOURCE) and words[first].cut:
        return first
    if first < limit and flags[first] & _NEVER_FIRST and not flags[first] & _HEADS and not words[first].article:
        return first
    i = first
    head_flags = 0
    while i < limit:
        form, flag, word = forms[i], flags[i], words[i]
        if form in _QUOTES:
            quote = r.quotations[r.quote_of[i]] if r.quote_of[i] >= 0 else None
            if quote is not None and quote.first == i + 1:
                if quote.closed and quote.stop - quote.first <= 4 and _starts_name(r, quote.first):
                    i = min(quote.stop + 1, limit)
                    if quote.first == first + 1 and i < limit and not flags[i] & Kind.NISBA:
                        break  # the whole name stood in quotation marks
                    continue
            elif quote is None and i + 1 < limit and (flags[i + 1] & _HEADS or i == first):
                i += 1  # a stray mark in the middle of a name
                continue
            break
        if len(form) == 1 and form in _JOINED and i > first and i + 2 < limit and forms[i + 1] in "-" and forms[i + 2] in _QUOTES:
            i += 2  # a preposition that the outlet cut from the quotation mark behind it
            continue
        if form in _STOPS or form in _COMMAS or form[0] == "\n" or i in times:
            break
        if i > first and flag & Kind.COMPLEMENTISER:
            break
        found = r.match(i, Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA | Kind.PLACE)
        if found is not None:
            if i > first and word.preposition and not _belongs(r, i, found[1], head_flags):
                break
            if i > first and word.conjunction and not word.article and head_flags & Kind.PLACE and not found[1].kind & (Kind.PLACE | Kind.BODY):
                break
            if i > first and head_flags & _WHOLE and found[1].kind & _WHOLE and _new_phrase(r, first, i):
                break
            head_flags |= found[1].kind
            i = max(found[0], i + 1)
            continue
        if i > first and flag & (Kind.CUE_VERB | Kind.VERB) and not word.article:
            if not (flag & Kind.CUE_VERB and head_flags == 0 and i == first + 1 and False):
                break
        if i > first and flag & (Kind.CUE_PARTICIPLE | Kind.CUE_PREPOSITION) and not word.article:
            break
        if flag & Kind.FUNCTION:
            stop = _through_function(r, i, limit, head_flags)
            if stop == i or i == first and not _demonstrative(r, i):
                break
            i = stop
            continue
        if i > first and word.preposition and word.flags and not word.article:
            break
        if i > first and form[0] in "لب" and not word.flags and _prefixed_article(form):
            if form[0] == L.BEH or not head_flags & _WHOLE or flag & Kind.AUDIENCE:
                break
        if i > first and flag & (Kind.AUDIENCE | Kind.OCCASION) and word.preposition:
            break
        if i > first and word.flags & Kind.CONTENT_NOUN and not word.article and not word.flags & _HEADS and _closed(r, first, i):
            break
        i += 1
    return i


def _new_phrase(r: Reading, first: int, i: int) -> bool:
    """Whether an indefinite noun behind a whole phrase opens the next one: the object behind the subject."""
    word = r.words[i]
    return not (word.article or word.conjunction or word.preposition) and _definite_end(r, i)


def _starts_name(r: Reading, i: int) -> bool:
    return not r.flags[i] & (Kind.COMPLEMENTISER | Kind.CUE_VERB | Kind.VERB)


def _prefixed_article(form: str) -> bool:
    return form.startswith((L.LAM + L.LAM, L.BEH + L.AL))


def _demonstrative(r: Reading, i: int) -> bool:
    entry = r.words[i].find(Kind.FUNCTION)
    return (
        entry is not None
        and isinstance(entry.row, FunctionWord)
        and (entry.row.role == "demonstrative" or entry.row.role == "particle")
    )


def _belongs(r: Reading, i: int, entry: Entry, head_flags: int) -> bool:
    """Whether `li-` or `bi-` with a body or place goes on with a post (`secretary-general of the UN`)."""
    if r.flags[i] & Kind.AUDIENCE and not entry.kind & Kind.BODY:
        return False
    return bool(
        head_flags & (Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA) and entry.kind & (Kind.BODY | Kind.PLACE | Kind.POST)
    )


def _through_function(r: Reading, i: int, limit: int, head_flags: int) -> int:
    """`i`, or the token behind a preposition that goes on with the phrase."""
    entry = r.words[i].find(Kind.FUNCTION)
    if entry is None or not isinstance(entry.row, FunctionWord) or i + 1 >= limit:
        return i
    role = entry.row.role
    if role == "intensive":
        return i + 1 if head_flags else i
    if role in ("demonstrative", "particle"):
        return i if head_flags or r.words[i].preposition else i + 1
    if role != "preposition" or not head_flags & (Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA):
        return i
    after, word = r.flags[i + 1], r.words[i + 1]
    if after & (Kind.OCCASION | Kind.COMPLEMENTISER | Kind.CUE_VERB | Kind.VERB | Kind.AUDIENCE):
        return i
    if entry.row.joins is None:
        return i
    if head_flags & Kind.SOURCE and entry.row.frame == "min":
        return i + 1  # "sources from among the people of ..."
    if after & (Kind.PLACE | Kind.BODY | Kind.POST | Kind.MEDIA) or word.article or r.forms[i + 1].startswith(L.AL) or r.forms[i + 1] in _QUOTES:
        return i + 1
    return i


def _closed(r: Reading, first: int, i: int) -> bool:
    """Whether the phrase up to `i` is whole: it ends in something definite, so that no genitive must follow."""
    last = r.words[i - 1]
    return _definite_end(r, i) or (
        not last.flags & (Kind.POST | Kind.CONTENT_NOUN | Kind.FUNCTION | Kind.BODY) and i - first >= 2
    )


def _definite_end(r: Reading, i: int) -> bool:
    """Whether the word before `i` is definite: by its article, as a proper name, or in quotation marks."""
    last, form = r.words[i - 1], r.forms[i - 1]
    if r.flags[i - 1] & Kind.FUNCTION:
        return False
    if last.article or form.startswith(L.AL) or form in _QUOTES or r.flags[i - 1] & Kind.PLACE:
        return True
    body = last.find(Kind.BODY | Kind.MEDIA)
    return body is not None and _is_named(body)


def describe(r: Reading, first: int, stop: int) -> Source:
    """What the noun phrase at tokens `first` to `stop` names."""
    source = Source(first=first, stop=stop)
    pieces = _pieces(r, first, stop)
    heads = [p for p in pieces if p.post_stop > p.post_first]
    if heads:
        _describe_person(r, source, pieces, heads[0])
    else:
        _describe_other(r, source, pieces)
    return source


@dataclass(slots=True)
class _Piece:
    """A stretch between commas: honorifics, then a post up to `post_stop`, then a name."""

    first: int
    stop: int
    post_first: int
    post_stop: int
    name_first: int
    name_stop: int


def _pieces(r: Reading, first: int, stop: int) -> list[_Piece]:
    out: list[_Piece] = []
    start = first
    for i in range(first, stop + 1):
        if i == stop or r.forms[i] in _COMMAS:
            if i > start:
                out.append(_piece(r, start, i))
            start = i + 1
    return out


def _skip(r: Reading, i: int, stop: int) -> int:
    """Past honorifics, quotation marks and demonstratives."""
    while i < stop and (
        r.forms[i] in _QUOTES
        or (r.flags[i] & Kind.HONORIFIC and not r.flags[i] & Kind.POST)
        or (r.flags[i] & Kind.FUNCTION and _demonstrative(r, i))
        or not r.forms[i][0].isalnum()
    ):
        i += 1
    return i


def _piece(r: Reading, first: int, stop: int) -> _Piece:
    i = _skip(r, first, stop)
    found = r.match(i, Kind.POST) if i < stop else None
    if found is not None:
        end = _post_stop(r, i, found[0], stop)
        name = _skip(r, end, stop)
        return _Piece(first, stop, i, end, name, stop)
    # NAME POST: the post stands behind the name, with the article
    for k in range(i + 1, stop):
        if r.flags[k] & Kind.POST and not r.flags[i] & (Kind.SOURCE | Kind.BODY | Kind.MEDIA | Kind.PLACE):
            if r.words[k].article or r.words[k].find(Kind.POST) is not None and k - i >= 2:
                return _Piece(first, stop, k, stop, i, k)
            break
    return _Piece(first, stop, i, i, i, stop)


def _post_stop(r: Reading, first: int, after: int, stop: int) -> int:
    """The token behind the post that begins at `first`: a chain of genitives, adjectives and prepositions."""
    # The chain is open while its last noun is indefinite: a genitive must follow.
    still_open = not r.words[first].article
    if after - first > 1:
        still_open = not r.forms[after - 1].startswith(L.AL)
    i = after
    while i < stop:
        form, flag, word = r.forms[i], r.flags[i], r.words[i]
        if form in _QUOTES:
            if still_open:
                i = _past_quote(r, i, stop)
                still_open = False
                continue
            break
        if not form[0].isalnum():
            break
        if flag & Kind.HONORIFIC and not flag & (Kind.POST | Kind.BODY) and not still_open:
            break
        found = r.match(i, Kind.BODY | Kind.PLACE | Kind.NISBA | Kind.POST | Kind.MEDIA)
        if found is not None:
            i = found[0]
            still_open = bool(found[1].kind & (Kind.POST | Kind.BODY | Kind.MEDIA)) and not (
                word.article or _is_named(found[1]) or r.forms[i - 1].startswith(L.AL)
            )
            continue
        if form.startswith(L.AL) or word.article or _prefixed_article(form) or form.startswith(L.WAW + L.AL):
            if not still_open and form.startswith(L.AL) and i + 1 == stop and i - first >= 3 and False:
                break
            i += 1
            still_open = False
            continue
        if flag & Kind.FUNCTION or still_open or (word.preposition and word.flags):
            still_open = True
            i += 1
            continue
        break
    return i


_NO_NAME = int(
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
_TANWEEN = "\N{ARABIC FATHATAN}"
_LONGEST_NAME = 7


def _name_stop(r: Reading, first: int, stop: int) -> int:
    """The token behind a person's name: before the first word that no name holds."""
    for i in range(first + 1, min(stop, first + _LONGEST_NAME)):
        if (r.flags[i] & _NO_NAME and not r.words[i].article) or _TANWEEN in r.words_of(i, i + 1):
            return i
        if _is_joined_verb(r.forms[i]):
            return i
    return min(stop, first + _LONGEST_NAME)


def _is_joined_verb(form: str) -> bool:
    """Whether a word of no list looks like `and` with an imperfect: `wa-tatadammanu`."""
    return len(form) > 4 and form[0] == L.WAW and form[1] in (L.TEH, L.YEH) and not form.endswith(L.HEH)


def _past_quote(r: Reading, i: int, stop: int) -> int:
    quote = r.quotations[r.quote_of[i]] if r.quote_of[i] >= 0 else None
    if quote is not None and quote.first == i + 1 and quote.closed:
        return min(quote.stop + 1, stop)
    return i + 1


def _is_named(entry: Entry) -> bool:
    row = entry.row
    return (isinstance(row, Body) and row.named is not None) or (isinstance(row, Medium) and row.named is not None)


def _clean(r: Reading, first: int, stop: int) -> str:
    """The stored words without quotation marks, clitics of the first word, and stray marks at the ends."""
    while first < stop and not r.forms[first][0].isalnum():
        first += 1
    while stop > first and not r.forms[stop - 1][0].isalnum():
        stop -= 1
    if first >= stop:
        return ""
    word, form = r.words[first], r.forms[first]
    tokens = r.tokens
    cut = len(word.conjunction) + len(word.preposition) if r.flags[first] & _NOUNS else 0
    text = tokens.folded.stored(tokens.starts[first] + cut, tokens.ends[stop - 1]).of(r.text)
    if word.preposition == L.LAM and form[cut - 1 : cut + 1] == L.LAM + L.LAM:
        text = L.AL + text[1:]  # after li- the alef of the article is not written
    return "".join(c for c in text if c not in _QUOTES).strip()


def sides_in(
    r: Reading, first: int, stop: int, reasons: list[str] | None = None, *, seats: bool = True
) -> list[str]:
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
        side = side_of(found[1])
        if not seats and found[1].kind & Kind.PLACE and _governed(r, i, first):
            side = None
        if _national(r, found[0], found[1]):
            side = None  # the national body of that name, not the international one
        if side is not None and side not in sides:
            sides.append(side)
            if reasons is not None:
                reasons.append(found[1].why)
        i = max(found[0], i + 1)
    return sides


def _governed(r: Reading, i: int, first: int) -> bool:
    """Whether a preposition, joined or apart, stands before token `i`."""
    return r.words[i].preposition != "" or (i > first and bool(r.flags[i - 1] & Kind.FUNCTION))


def _national(r: Reading, after: int, entry: Entry) -> bool:
    """Whether a nationality right behind a body says whose it is: `the Kyrgyz Security Council`."""
    if not isinstance(entry.row, Body) or entry.row.kind == "armed_group" or after >= len(r):
        return False
    nisba = r.words[after].find(Kind.NISBA)
    return nisba is not None and r.words[after].article


def side_of(entry: Entry) -> str | None:
    """The side that an entry tells."""
    row = entry.row
    if isinstance(row, (Nisba, Body)):
        return row.side
    if isinstance(row, PlaceName):
        return row.rows[0].country
    return None


def _describe_person(r: Reading, source: Source, pieces: list[_Piece], head: _Piece) -> None:
    entry = r.match(head.post_first, Kind.POST)
    assert entry is not None
    row = entry[1].row
    assert isinstance(row, Post)
    source.reasons.append(entry[1].why)
    source.post = _clean(r, head.post_first, head.post_stop)
    source.head = r.words[head.post_first].stem
    name = _clean(r, head.name_first, _name_stop(r, head.name_first, head.name_stop))
    if not name:
        others = [p for p in pieces if p is not head and p.post_stop == p.post_first]
        name = _clean(r, others[0].name_first, _name_stop(r, others[0].name_first, others[0].stop)) if others else ""
    source.sides = sides_in(r, head.post_first, head.post_stop, source.reasons, seats=False)[:1]
    source.sure = bool(source.sides)
    if not source.sure:
        source.sides = sides_in(r, head.post_first, head.post_stop, source.reasons)[:1]
    if row.kind == "media":
        source.sides, source.sure = ["MEDIA"], True
    if name:
        source.kind, source.name = "person", name
        return
    source.definite = r.words[head.post_first].article and _weight(r, head.post_first, head.post_stop) <= 2
    source.kind = "unnamed" if row.plural or row.kind == "unnamed" else row.kind
    source.name = source.post
    if source.kind in ("unnamed", "media"):
        source.post = None


def _describe_other(r: Reading, source: Source, pieces: list[_Piece]) -> None:
    first = _skip(r, source.first, source.stop)
    if first >= source.stop:
        return
    found = r.match(first, Kind.SOURCE | Kind.MEDIA | Kind.BODY) or r.match(first, Kind.PLACE) or r.match(first, Kind.NISBA)
    source.name = _clean(r, first, source.stop)
    source.head = r.words[first].stem
    if r.flags[first] & Kind.OCCASION and (found is None or found[1].kind & Kind.SOURCE):
        source.document = r.words[first].article or source.stop == first + 1
    if found is None:
        source.name = _clean(r, first, _name_stop(r, first, source.stop))
        if r.forms[first].startswith(L.AL) and r.forms[first].endswith(_PLURAL):
            source.kind = "unnamed"
        if any(r.flags[i] & Kind.HONORIFIC for i in range(source.first, first)):
            source.kind = "person"
        source.sides = sides_in(r, first, source.stop, source.reasons)[:1]
        return
    entry = found[1]
    source.reasons.append(entry.why)
    row = entry.row
    source.definite = (
        r.words[first].article or r.words[first].pronoun != ""
    ) and _weight(r, first, source.stop) <= 2
    if entry.kind & Kind.SOURCE:
        source.kind = "unnamed"
        source.sides = _bodies_in(r, first, source.stop)[:1]
    elif entry.kind & Kind.MEDIA:
        source.kind = "media"
        source.sides = ["MEDIA"]
        named = _named_medium(r, first, source.stop)
        source.name = named or source.name
    elif entry.kind & Kind.BODY and isinstance(row, Body):
        source.kind = row.kind
        source.sides = _body_sides(r, row, first, source)
    elif entry.kind & Kind.PLACE:
        if not speaks(r, first):
            return
        source.kind = "state"
        source.sides = sides_in(r, first, source.stop, source.reasons)
    else:
        source.kind = "unnamed"
        source.sides = sides_in(r, first, source.stop, source.reasons)[:1]


_PLURAL = (L.WAW + L.NOON, L.YEH + L.NOON)


def speaks(r: Reading, i: int) -> bool:
    """Whether the place at `i` may stand for its government: a country or a capital."""
    found = r.match(i, Kind.PLACE)
    row = found[1].row if found is not None else None
    return isinstance(row, PlaceName) and any(place.kind == "country" or place.seat for place in row.rows)


def _bodies_in(r: Reading, first: int, stop: int) -> list[str]:
    """The sides of the bodies named: a nationality alone does not say for whom an unnamed source speaks."""
    found = (r.match(i, Kind.BODY) for i in range(first, stop))
    return [side for match in found if match is not None and (side := side_of(match[1])) is not None]


def _body_sides(r: Reading, row: Body, first: int, source: Source) -> list[str]:
    """The side of the body itself, with those of further ones joined by `and`."""
    sides = sides_in(r, first, source.stop, source.reasons)
    joined = [
        i for i in range(first + 1, source.stop) if r.words[i].conjunction and r.flags[i] & (Kind.BODY | Kind.PLACE)
    ]
    if joined:
        return sides
    return sides[:1]


def _named_medium(r: Reading, first: int, stop: int) -> str | None:
    """The outlet's own name in quotation marks, or the named entry."""
    for i in range(first, stop):
        if r.forms[i] in _QUOTES and r.quote_of[i] >= 0:
            quote = r.quotations[r.quote_of[i]]
            if quote.first == i + 1 and quote.closed and quote.stop <= stop:
                return r.span(first, quote.stop).of(r.text).translate({ord(c): None for c in L.QUOTES}).strip()
    return None


def _weight(r: Reading, first: int, stop: int) -> int:
    """How many words tell something: `itself`, `the same` and marks don't."""
    return sum(1 for i in range(first, stop) if r.forms[i][0].isalnum() and not r.flags[i] & Kind.FUNCTION)


def could_open(r: Reading, i: int) -> bool:
    """Whether a noun phrase may begin at token `i`."""
    return (
        r.forms[i][0].isalnum()
        and (not r.words[i].preposition or bool(r.flags[i] & Kind.POST))
        and not r.flags[i] & Kind.FUNCTION
        and (not r.flags[i] & (Kind.VERB | Kind.CUE_VERB) or r.words[i].article or bool(r.flags[i] & _HEADS))
    )


def apposition(r: Reading, first: int, stop: int, limit: int, times: set[int]) -> int:
    """The token behind `X, the Y,` where a second phrase explains the one at `first` to `stop`; else `stop`."""
    if stop + 1 >= limit or r.forms[stop] not in _COMMAS or stop + 1 in times:
        return stop
    if not could_open(r, stop + 1) or r.flags[stop + 1] & (Kind.CUE_PARTICIPLE | Kind.CUE_VERB | Kind.VERB):
        return stop
    end = noun_phrase(r, stop + 1, limit, times)
    if end == stop + 1 or end - stop > 14:
        return stop
    has_post = any(r.flags[k] & Kind.POST for k in range(first, stop))
    next_post = any(r.flags[k] & Kind.POST for k in range(stop + 1, end))
    closes = (
        end >= limit
        or end in times
        or r.forms[end] in _COMMAS
        or r.forms[end] in _QUOTES
        or r.forms[end] == ":"
        or bool(r.flags[end] & (Kind.COMPLEMENTISER | Kind.CUE_VERB | Kind.FUNCTION))
    )
    return end if closes and has_post != next_post else stop
