"""What a noun phrase names: honorific, post, name, body, outlet, side, each with the pack row that told it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

from hudna.coding.agreement import EITHER, FEMININE, gender_of_noun, gender_of_phrase
from hudna.coding.phrases import (
    COUNTERPART,
    HEADS,
    OF_THE_PRESS,
    ONE_OF,
    demonstrative,
    glued_article,
    he_is,
    is_definite,
    is_named,
    past_counting,
)
from hudna.coding.reading import Reading
from hudna.model.findings import SpeakerKind
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Body, KnownPerson, Nisba, Post, ShortName
from hudna.packs.tables.speech import Source as Unnamed
from hudna.packs.wordclasses import word_class
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
_PEOPLE: Final = word_class("human plurals")
_NAMED: Final = Kind.BODY | Kind.MEDIA | Kind.GIVEN | Kind.PERSON | Kind.PLACE | Kind.POST | Kind.FUNCTION
_PERSONAL: Final = Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC | Kind.NISBA | Kind.POST
_SAID: Final = Kind.TRIGGER | Kind.CONTENT_NOUN | Kind.ACT
_SERVING: Final = word_class("kin and service")
_LEAST_BOTH: Final = 3
"""Tokens of the shortest stretch that holds two people's names."""
_PARTIES: Final = word_class("parties")
_MASCULINE_STATES: Final = word_class("masculine states")
"""Names of states that take a masculine verb; those of all other states and of towns are feminine."""
_PLURAL: Final = (L.WAW + L.NOON, L.YEH + L.NOON)
_OURS: Final = L.NOON + L.ALEF
_NO_QUOTES: Final = dict.fromkeys(map(ord, L.QUOTE_MARKS))
_LONGEST_NAME: Final = 7
_LONGEST_ISSUE: Final = 5
_ISSUERS: Final = Kind.BODY | Kind.POST | Kind.PLACE | Kind.PERSON | Kind.MEDIA
_LEAST_JOINED: Final = 5
_ISO: Final = 3
"""Letters of the code of a state."""
_NO_STATES: Final = frozenset(("SDF", "RSF", "LNA", "PKK", "PIJ", "PLO", "GCC", "OIC", "NGO"))
"""Codes of three letters that are no state's."""
_LEAST_DEED: Final = 4
_SHORT_PART: Final = 3
"""Letters of the longest word that may be the first half of a name in two words (`abd`, `abu`)."""
_BARE_ALEF: Final = (L.AL, L.WAW + L.AL)
_SON: Final = L.BEH + L.NOON
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
    plural: bool = False
    """Whether the head is a sound plural: nobody alone."""
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
    if source.kind != "person" and past_counting(r, first) > first:
        _describe_crowd(r, source)
    return source


def describe_named(r: Reading, first: int, stop: int) -> Source | None:
    """As `describe`, of a phrase that holds a post and a name; `None` where it holds no name."""
    pieces = _pieces(r, first, stop)
    head = next((piece for piece in pieces if piece.has_post), None)
    if head is None or _naming_piece(r, pieces, _whole_post(r, head)) is None:
        return None
    source = Source(first=first, stop=stop)
    _describe_person(r, source, pieces, head)
    if source.kind != "person" and past_counting(r, first) > first:
        _describe_crowd(r, source)
    return source


def _describe_crowd(r: Reading, source: Source) -> None:
    """Fill in some of many, whom nobody names: `a number of deputies`."""
    source.kind, source.post = "unnamed", None
    source.name = printed(r, source.first, source.stop)
    source.plural, source.definite, source.gender = r.forms[source.first] not in ONE_OF, False, EITHER


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
    source.voice = row.voice is not None
    source.office = _is_of_state(r, head, row)
    source.sides, source.sure = _post_sides(r, head, found[0], row, source.reasons)
    whole = _whole_post(r, head)
    if whole is not head:
        head = whole
        source.post = printed(r, head.post_first, head.post_stop)
    piece = _naming_piece(r, pieces, head)
    if piece is not None:
        source.kind, source.name = "person", _name_in(r, piece)
        if piece.post_first < head.post_first < head.name_first < head.name_stop:
            source.post = printed(r, head.post_first, head.name_stop)
        source.gender = source.gender or gender_of_noun(r, piece.name_first)
        source.known = known_side(r, piece.name_first, piece.name_stop) or source.known
        if source.head.startswith(COUNTERPART):
            source.post, source.head = None, ""  # no post of his own is told
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
    source.plural = row.plural is not None
    source.name = source.post
    source.known = source.known or known_side(r, head.post_first, head.post_stop)
    if source.kind in ("unnamed", "media"):
        source.post = None


def _is_of_state(r: Reading, head: _Piece, row: Post) -> bool:
    """Whether the post is one of state: by the pack, if it belongs to no party or band; else by its body."""
    for k in range(head.post_first + 1, head.post_stop):
        body = r.match(k, Kind.BODY)
        if body is not None and isinstance(body[1].row, Body):
            return body[1].row.kind == "state" and row.private is None
    return row.office is not None


def _naming_piece(r: Reading, pieces: list[_Piece], head: _Piece) -> _Piece | None:
    """The piece that holds the name: one that stands before the post, else the post's own, else one behind it.

    What stands behind the post in its own piece may be the name of the one served: `X, adviser to the president Y`.
    """
    before = head
    for piece in pieces:
        if piece.post_first >= head.post_first:
            break
        if not piece.has_post and _holds_name(r, piece):
            before = piece
    if before is not head:
        return before
    if _holds_name(r, head):
        return head
    for piece in pieces:
        if piece.post_first != head.post_first and _holds_name(r, piece):
            return piece
    return None


def _whole_post(r: Reading, head: _Piece) -> _Piece:
    """The piece, all of it a post where what stands behind an indefinite one is no name."""
    if not _only_adjective(r, head):
        return head
    return _Piece(head.post_first, head.name_stop, head.name_stop, head.name_stop)


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
        if i == first + 1 and not r.flags[i] & _NAMED and r.forms[i].endswith(L.YEH) and not _is_definite(r, i):
            return True  # an adjective without the article: "a Western diplomat"
        if r.flags[i] & (Kind.BODY | Kind.PLACE | Kind.PERSON) or _is_definite(r, i) or r.words[i].pronoun:
            return False
    return True


def _post_sides(r: Reading, head: _Piece, after: int, row: Post, reasons: list[str]) -> tuple[list[str], bool]:
    """The side of a post, and whether it is told by what the post belongs to.

    A post of several words ends at `after`: what they name is no side (`secretary of the Security Council`).
    """
    if row.kind == "media" or row.side == "MEDIA":
        return ["MEDIA"], True
    first = after
    if row.private is not None:
        told = _bodies_in(r, first, head.post_stop)[:1]
        return told, bool(told)
    if _is_of_party(r, first, head.post_stop):
        own = _bodies_in(r, first, head.post_stop)[:1]
        return own, bool(own)
    if _is_of_outlet(r, first, head.post_stop):
        return ["MEDIA"], True
    own = sides_in(r, first, head.post_stop, reasons, seats=False)[:1]
    if first < head.post_stop and _is_press(r, first, head.post_stop):
        body = r.match(first, Kind.BODY)
        if body is not None and isinstance(body[1].row, Body) and body[1].row.kind == "organisation":
            own = _bodies_in(r, first, head.post_stop)[:1] or ["MEDIA"]
    if own:
        return own, True
    if row.voice and any(r.flags[k] & Kind.MEDIA for k in range(first, head.post_stop)):
        return ["MEDIA"], True
    if row.side is not None:
        return [row.side], True
    if row.sent:
        return [], False
    return sides_in(r, first, head.post_stop, reasons)[:1], False


def _name_in(r: Reading, piece: _Piece) -> str:
    if piece.name_first < piece.name_stop and _is_no_name(r, piece):
        return ""
    return printed(r, piece.name_first, _name_stop(r, piece.name_first, piece.name_stop))


def _is_no_name(r: Reading, piece: _Piece) -> bool:
    """Whether what stands where a name may stand is what the holder of the post says, or whom he has.

    Behind a definite title: `the envoy | a truce`, `the minister | his refusal`, `the president | his people`.
    """
    i = piece.name_first
    word, flag = r.words[i], r.flags[i]
    if word.stem.startswith(COUNTERPART):
        return True
    if not piece.has_post or i != piece.post_stop or flag & _PERSONAL or not _is_definite(r, i - 1):
        return False
    if flag & _SAID and not word.article:
        return True
    own = r.text[r.tokens.ends[i] - 1]
    return len(word.form) >= _LEAST_DEED and (bool(word.pronoun) or (not flag and own == L.HEH))


def _holds_name(r: Reading, piece: _Piece) -> bool:
    """Whether the piece has a name: a word where one stands."""
    first, stop = piece.name_first, piece.name_stop
    if first >= stop or _is_no_name(r, piece):
        return False
    return r.is_word(first) or _name_in(r, piece) != ""


def _name_stop(r: Reading, first: int, stop: int) -> int:
    """The token behind a person's name: before the first word that no name holds."""
    stop = min(stop, first + _LONGEST_NAME)
    known = _known_stop(r, first) if first < stop else None
    if known is not None and known < stop and not r.flags[known] & Kind.GIVEN:
        return known
    for i in range(known or first + 1, stop):
        if _ends_name(r, i) or _is_object(r, first, i) or _is_deed(r, first, i):
            return i
        if i - first >= 2 and _is_joined_word(r, i):
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
        return not (r.words[i].preposition and i + 1 < len(r) and r.forms[i + 1] in L.COMMAS)
    if flag & Kind.POST and not r.words[i].article and r.words[i].find(Kind.POST) is not None:
        return True
    if r.forms[i] in _CUT_OFF or (len(r.forms[i]) > _LEAST_DEED and r.forms[i].startswith(L.LAM + L.LAM)):
        return True
    if _is_joined_verb(r.forms[i]):
        return True
    if r.tokens.ends[i] - r.tokens.starts[i] == len(r.forms[i]):
        return False  # no vowel is printed
    return _TANWEEN in r.words_of(i, i + 1) and bool(flag or not r.flags[i - 1] & Kind.GIVEN)


def _is_object(r: Reading, first: int, i: int) -> bool:
    """Whether a definite word behind a full name is what the verb acts on: `described X Y the operation`.

    It is where no name holds it, or an adjective agrees with it: `called upon X Y the guaranteeing states`.
    """
    if not _is_definite(r, i):
        return False
    if i - first < 2:
        return i > first and _is_described(r, first, i)
    if r.flags[i] & (Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.BODY):
        return True
    if len(r.forms[i - 1]) <= _SHORT_PART or i + 1 >= len(r) or not r.words[i + 1].article:
        return False
    if r.flags[i] & (Kind.NISBA | Kind.HONORIFIC):
        return False
    return bool(r.flags[i + 1] & Kind.NISBA) or r.words_of(i + 1, i + 2).endswith(L.TEH_MARBUTA)


def _is_described(r: Reading, first: int, i: int) -> bool:
    """Whether an adjective agrees with the noun behind a family name alone: `called upon Y the whole world`."""
    family = _is_definite(r, first) or (r.flags[first] & Kind.PERSON and not r.flags[first] & Kind.GIVEN)
    if not family or r.flags[i] & (Kind.NISBA | Kind.HONORIFIC | Kind.GIVEN | Kind.PERSON):
        return False
    form = r.forms[i]
    if form[-1] == L.YEH or i + 1 >= len(r) or not _is_definite(r, i + 1):
        return False
    return bool(r.flags[i + 1] & Kind.NISBA) or r.forms[i + 1][-1] in (L.YEH, L.HEH)


def _is_deed(r: Reading, first: int, i: int) -> bool:
    """Whether a word behind a full name is a noun that `bi-` ties to the verb: `called X Y for the closing of`."""
    form = r.forms[i]
    if form[0] != L.BEH or r.flags[i] or len(form) < _LEAST_DEED or i + 1 >= len(r):
        return False
    if i - first < 2 and not _is_definite(r, first):
        return False
    return _is_definite(r, i + 1) and not r.flags[i + 1] & (Kind.POST | Kind.NISBA | Kind.HONORIFIC)


def _object_from(r: Reading, first: int, stop: int) -> int | None:
    """Where the object begins behind the name at `first`."""
    known = _known_stop(r, first)
    if known is not None and known < stop and r.words[known].article:
        return known
    if first < stop and r.words[first].stem.startswith(COUNTERPART):
        return first
    end = _name_stop(r, first, stop)
    return end if end < stop and (_is_object(r, first, end) or _is_deed(r, first, end)) else None


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
        return _own_name(r, _Piece(i, end, _past_honours(r, end, stop), stop))
    behind = _post_behind_name(r, i, stop)
    if behind is not None:
        return _Piece(behind, stop, i, behind)
    return _Piece(i, i, i, stop)


def _own_name(r: Reading, piece: _Piece) -> _Piece:
    """The piece, the name of the one served taken into the post: `adviser to the president X | Y`."""
    first, stop = piece.name_first, piece.name_stop
    if stop - first < _LEAST_BOTH or not _serves(r, piece):
        return piece
    end = _known_stop(r, first) or _title_within(r, first, stop)
    own = _past_honours(r, end, stop) if end is not None else stop
    if end is None or own >= stop or r.words[own].article or r.words[own].preposition:
        return piece
    flag = r.flags[own]
    if flag and not flag & (Kind.GIVEN | Kind.PERSON):
        return piece
    return _Piece(piece.post_first, end, own, stop)


def _serves(r: Reading, piece: _Piece) -> bool:
    """Whether the post is held with somebody: another post stands within it, or it is one of kin and service."""
    if head_word(r, piece.post_first) in _SERVING:
        return True
    return any(r.flags[k] & Kind.POST for k in range(piece.post_first + 1, piece.post_stop))


def _title_within(r: Reading, first: int, stop: int) -> int | None:
    """Where a title stands within names, with a name of two words behind it: there another name begins."""
    for k in range(first + 1, stop - 2):
        if r.flags[k] & Kind.HONORIFIC and not r.flags[k] & Kind.GIVEN and r.words[k].article:
            return k
    return None


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
    i = min(past_counting(r, i), stop) if i < stop else i
    while i < stop:
        title = r.match(i, Kind.HONORIFIC) if _is_title(r, i) else None
        if title is not None:
            i = min(stop, title[0])
        elif not r.is_word(i) or demonstrative(r, i) or (i + 1 < stop and _leads_name(r, i)):
            i += 1
        else:
            break
    return i


def _is_title(r: Reading, i: int) -> bool:
    """Whether a title of a person stands at `i`, not a post nor the first word of a brigade's name."""
    flag = r.flags[i]
    if not flag & Kind.HONORIFIC or (flag & Kind.POST and not _is_rank(r, i, len(r))):
        return False
    return not (flag & Kind.BODY and i in r.phrases)


def _leads_name(r: Reading, i: int) -> bool:
    """Whether the word at `i` stands before a name without being part of it: a number, `the Emirati` before Ahmad."""
    if r.flags[i] & Kind.NISBA:
        return r.words[i].article and bool(r.flags[i + 1] & Kind.GIVEN)
    return bool(r.flags[i] & Kind.NUMBER)


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
        if r.forms[i] in L.QUOTE_MARKS and i > after and i + 1 < stop and r.flags[i + 1] & (Kind.BODY | Kind.MEDIA):
            i = _past_quotation(r, i, stop)
            continue
        if not r.is_word(i):
            break
        if flag & Kind.HONORIFIC and not is_open and not (flag & (Kind.POST | Kind.BODY) and not _is_rank(r, i, stop)):
            break
        if flag & Kind.GIVEN and (i == after or not is_open) and not r.words[i].preposition:
            break
        if flag & Kind.NISBA and not is_open and not r.words[i].article and _is_name_here(r, i):
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
            named_for = bool(found[1].kind & Kind.POST) and r.words[i].article and _is_institution(r, i - 1)
            is_open = _wants_genitive(r, i, *found)
            i = _past_names(r, found[0], stop) if named_for else found[0]
        elif _is_definite(r, i):
            is_open = False
            i += 1
        elif is_open or flag & Kind.FUNCTION or (r.words[i].preposition and r.words[i].flags):
            is_open = True
            i += 1
        else:
            break
    return i


def _is_rank(r: Reading, i: int, stop: int) -> bool:
    """Whether a word that is both post and title stands as a title: with the article, a given name behind it."""
    return r.words[i].article and i + 1 < stop and bool(r.flags[i + 1] & (Kind.GIVEN | Kind.PERSON))


def _is_institution(r: Reading, i: int) -> bool:
    """Whether a centre, a university, an airport stands at `i` that a king's or prince's name may follow."""
    return (
        bool(r.flags[i] & (Kind.BODY | Kind.PLACE_CLASS)) and not r.words[i].article and not r.flags[i] & Kind.FUNCTION
    )


def _past_names(r: Reading, i: int, stop: int) -> int:
    while i < stop and (r.flags[i] & (Kind.GIVEN | Kind.PERSON) or r.forms[i] == _SON):
        i += 1
    return i


def _is_name_here(r: Reading, i: int) -> bool:
    """Whether the indefinite word at `i`, a nationality by its letters, is a name: behind a definite word, or known."""
    if r.flags[i] & Kind.PERSON and i in r.phrases:
        return True
    return is_definite(r, i - 1) and not r.words[i].conjunction and not r.words[i].preposition


def _wants_genitive(r: Reading, i: int, after: int, entry: Entry) -> bool:
    """Whether the entry at `i` is the indefinite first word of a longer name."""
    if not entry.kind & (Kind.POST | Kind.BODY | Kind.MEDIA) or is_named(entry):
        return False
    return not r.words[i].article and not r.forms[after - 1].startswith(L.AL)


def _is_definite(r: Reading, i: int) -> bool:
    form = r.forms[i]
    if form.startswith(L.AL) and r.text[r.tokens.starts[i]] in _ALEF_HAMZAS:
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
    source.plural = source.head.endswith(_PLURAL)
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
        source.plural = source.plural or source.head in _PEOPLE
    elif found.kind & Kind.MEDIA:
        source.kind, source.sides = "media", _bodies_in(r, first + 1, source.stop)[:1] or ["MEDIA"]
        source.name = _quoted_name(r, first, source.stop) or source.name
    elif isinstance(found.row, Body):
        source.kind = found.row.kind
        source.sides = _body_sides(r, first, source)
        if source.kind == "organisation" and not source.sides and _is_press(r, first, source.stop):
            source.kind, source.sides = "media", ["MEDIA"]
    elif not found.kind & Kind.PLACE:
        source.kind, source.sides = "unnamed", sides_in(r, first, source.stop, source.reasons)[:1]
        source.plural = not source.head.endswith(L.YEH)  # `the Turk` is one, `the Turks` are many
    elif speaks(r, first):
        source.kind, source.sides = "state", sides_in(r, first, source.stop, source.reasons)
        if r.forms[first] not in _MASCULINE_STATES:
            source.gender = FEMININE


def _is_of_outlet(r: Reading, first: int, stop: int) -> bool:
    """Whether an outlet's own name stands in the post: `the head of Al Jazeera's office`."""
    for k in range(first, stop):
        if r.flags[k] & Kind.MEDIA:
            found = r.match(k, Kind.MEDIA)
            if found is not None and is_named(found[1]) and not r.flags[k] & Kind.BODY:
                return True
    return False


def _is_of_party(r: Reading, first: int, stop: int) -> bool:
    """Whether the post belongs to a party or a band: its nation tells no side."""
    for k in range(first, stop):
        body = r.match(k, Kind.BODY)
        if body is not None and isinstance(body[1].row, Body):
            return body[1].row.kind == "armed_group" or head_word(r, k) in _PARTIES
        if r.flags[k] & Kind.POST:
            return False
    return False


def _is_press(r: Reading, first: int, stop: int) -> bool:
    """Whether an adjective in the phrase says that the body is of the press: `the X media centre`."""
    return any(r.forms[k] in OF_THE_PRESS for k in range(first + 1, stop))


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
    source.stop = _object_from(r, first, source.stop) or source.stop
    source.known = known_side(r, first, source.stop)
    short = r.match(first, Kind.SHORT_NAME) if r.flags[first] & Kind.SHORT_NAME else None
    if short is not None and isinstance(short[1].row, ShortName) and short[0] >= source.stop:
        side = short[1].row.side
        source.kind = "state" if len(side) == _ISO and side not in _NO_STATES else "armed_group"
        source.definite = False
        return
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
    other = _joined_from(r, first, source.stop)
    source.joint = other < source.stop
    if not source.joint:
        return sides[:1]
    if source.kind in ("organisation", "armed_group"):
        return sides if _bodies_in(r, first, other) else []
    return sides if sides_in(r, first, other) or not _is_short_named(r, first) else []


def _joined_from(r: Reading, first: int, stop: int) -> int:
    """Where a second body or state begins that speaks with the one at `first`; `stop` where there is none."""
    for i in range(first + 1, stop):
        if r.words[i].conjunction and r.flags[i] & (Kind.BODY | Kind.PLACE):
            return i
    return stop


def _is_short_named(r: Reading, i: int) -> bool:
    """Whether a short name stands at `i`, whose side the document tells."""
    return bool(r.flags[i] & Kind.SHORT_NAME)
