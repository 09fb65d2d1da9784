"""A phrase cut at its commas into pieces, each a post and the name of who holds it."""

from __future__ import annotations

from typing import Final, NamedTuple

from hudna.coding.names.personnames import SECOND_HALVES, is_rank, known_stop, name_stop, past_honours
from hudna.coding.words.nouns import (
    COUNTERPART,
    LEAST_DEED,
    LISTED,
    has_article,
    he_is,
    head_word,
    is_definite,
    is_named,
    printed,
)
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_NAMED: Final = Kind.BODY | Kind.MEDIA | Kind.GIVEN | Kind.PERSON | Kind.PLACE | Kind.POST | Kind.FUNCTION
_PERSONAL: Final = Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC | Kind.NISBA | Kind.POST
_OWNING: Final = Kind.POST | Kind.BODY | Kind.MEDIA | Kind.FUNCTION | Kind.PLACE_CLASS
"""What a title may be the genitive of: `the office of Doctor X`."""
_SAID: Final = Kind.TRIGGER | Kind.CONTENT_NOUN | Kind.ACT
_SERVING: Final = word_class("kin and service")
_LEAST_BOTH: Final = 3
"""Tokens of the shortest stretch that holds two people's names."""
_SON: Final = L.BEH + L.NOON


class Piece(NamedTuple):
    """A stretch of a phrase between commas: a post (empty where there is none) and a name, in either order."""

    post_first: int
    post_stop: int
    name_first: int
    name_stop: int

    @property
    def has_post(self) -> bool:
        return self.post_stop > self.post_first


def pieces_of(r: Reading, first: int, stop: int) -> list[Piece]:
    """The pieces of the phrase, cut at commas and at `and he is`."""
    out: list[Piece] = []
    start = first
    for i in range(first, stop + 1):
        if i == stop or r.forms[i] in L.COMMAS or he_is(r, i):
            if i > start:
                out.append(_piece(r, start, i))
            start = i + 1
    return out


def _piece(r: Reading, first: int, stop: int) -> Piece:
    i = past_honours(r, first, stop)
    found = r.match(i, Kind.POST) if i < stop else None
    if found is not None:
        end = _post_stop(r, i, found[0], stop)
        return _own_name(r, Piece(i, end, past_honours(r, end, stop), stop))
    behind = _post_behind_name(r, i, stop)
    if behind is not None:
        return Piece(behind, stop, i, behind)
    return Piece(i, i, i, stop)


def _post_behind_name(r: Reading, first: int, stop: int) -> int | None:
    """Where the post begins that stands behind the name at `first`; with the article, or behind a full name."""
    if first < stop and r.flags[first] & (Kind.SOURCE | Kind.BODY | Kind.MEDIA | Kind.PLACE):
        return None
    k = next((k for k in range(first + 1, stop) if r.flags[k] & Kind.POST), None)
    if k is None:
        return None
    word = r.words[k]
    return k if word.article or (word.find(Kind.POST) is not None and k - first >= 2) else None


def _own_name(r: Reading, piece: Piece) -> Piece:
    """The piece, the name of the one served taken into the post: `adviser to the president X | Y`."""
    first, stop = piece.name_first, piece.name_stop
    if stop - first < _LEAST_BOTH or not _serves(r, piece):
        return piece
    end = known_stop(r, first) or _title_within(r, first, stop)
    own = past_honours(r, end, stop) if end is not None else stop
    if end is None or own >= stop or r.words[own].article or r.words[own].preposition or _goes_on_name(r, own):
        return piece
    flag = r.flags[own]
    if flag & LISTED and not flag & (Kind.GIVEN | Kind.PERSON):
        return piece
    return Piece(piece.post_first, end, own, stop)


def _goes_on_name(r: Reading, i: int) -> bool:
    """Whether the word at `i` goes on with the name before it: `son of`, `house of`."""
    return r.forms[i] == _SON or r.forms[i] in SECOND_HALVES


def _serves(r: Reading, piece: Piece) -> bool:
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


# Where a post ends


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
        if r.forms[i] == L.LAM and i + 2 < stop and r.forms[i + 1] == "-":
            i, is_open = i + 2, True  # "the head of -", the preposition printed apart
            continue
        if not r.is_word(i):
            break
        titled = not is_open or (r.words[i].article and not r.flags[i - 1] & _OWNING)
        if flag & Kind.HONORIFIC and titled and not (flag & (Kind.POST | Kind.BODY) and not is_rank(r, i, stop)):
            break
        if flag & Kind.GIVEN and (i == after or not is_open or _is_proper(r, i - 1)) and not r.words[i].preposition:
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
            if found[1].kind & Kind.BODY and r.words[i].article:
                found = _before_person(r, i, found)
            named_for = bool(found[1].kind & Kind.POST) and r.words[i].article and _is_institution(r, i - 1)
            is_open = _wants_genitive(r, i, *found)
            i = _past_names(r, found[0], stop) if named_for else found[0]
        elif has_article(r, i):
            is_open = False
            i += 1
        elif (
            _joins_genitive(r, i, after, stop)
            or _is_for(r, i, stop)
            or is_open
            or flag & Kind.FUNCTION
            or (r.words[i].preposition and r.words[i].flags)
        ):
            is_open = True
            i += 1
        else:
            break
    return i


def _before_person(r: Reading, i: int, found: tuple[int, Entry]) -> tuple[int, Entry]:
    """The body at `i` with the article, cut before a person's name: `the head of the regime | X` is X."""
    k = next((k for k in range(i + 1, found[0]) if r.flags[k] & Kind.PERSON), None)
    return found if k is None else (k, found[1])


def _is_for(r: Reading, i: int, stop: int) -> bool:
    """Whether an unlisted word with `li-` and its genitive goes on with the post: `president for the care of youth`."""
    form = r.forms[i]
    if form[0] != L.LAM or len(form) <= LEAST_DEED or r.flags[i] & LISTED or i + 1 >= stop:
        return False
    return has_article(r, i - 1) and has_article(r, i + 1)


def _joins_genitive(r: Reading, i: int, after: int, stop: int) -> bool:
    """Whether `and` ties a further field to the post: `the minister of culture and affairs of the youth`."""
    word = r.words[i]
    if i == after or i + 1 >= stop or word.form[0] != L.WAW or len(word.form) < LEAST_DEED:
        return False
    if r.flags[i] & (Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC) or not has_article(r, i + 1):
        return False
    return has_article(r, i - 1) and not r.flags[i + 1] & (Kind.HONORIFIC | Kind.POST)


def _is_proper(r: Reading, i: int) -> bool:
    """Whether an unlisted name stands at `i` that a body before it is called by: `the director at the club X`."""
    return (
        not (r.flags[i] & LISTED or has_article(r, i))
        and bool(r.flags[i - 1] & Kind.BODY)
        and not r.words[i].preposition
    )


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


def _past_quotation(r: Reading, i: int, stop: int) -> int:
    quote = r.quotation_from(i)
    return min(quote.stop + 1, stop) if quote is not None and quote.closed else i + 1


# Which piece holds the name


def naming_piece(r: Reading, pieces: list[Piece], head: Piece) -> Piece | None:
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


def _holds_name(r: Reading, piece: Piece) -> bool:
    """Whether the piece has a name: a word where one stands."""
    first, stop = piece.name_first, piece.name_stop
    if first >= stop or _is_no_name(r, piece):
        return False
    return r.is_word(first) or name_in(r, piece) != ""


def name_in(r: Reading, piece: Piece) -> str:
    """The name as printed; empty where what stands there is none."""
    if piece.name_first < piece.name_stop and _is_no_name(r, piece):
        return ""
    return printed(r, piece.name_first, name_stop(r, piece.name_first, piece.name_stop))


def _is_no_name(r: Reading, piece: Piece) -> bool:
    """Whether what stands where a name may stand is what the holder of the post says, or whom he has.

    Behind a definite title: `the envoy | a truce`, `the minister | his refusal`, `the president | his people`.
    """
    i = piece.name_first
    word, flag = r.words[i], r.flags[i]
    if word.stem.startswith(COUNTERPART):
        return True
    if not piece.has_post or i != piece.post_stop or flag & _PERSONAL or not has_article(r, i - 1):
        return False
    if flag & _SAID and not word.article:
        return True
    own = r.text[r.tokens.ends[i] - 1]
    his = bool(word.pronoun) and (word.pronoun != L.YEH or flag & LISTED != 0)  # a foreign name may end as `my` does
    return len(word.form) >= LEAST_DEED and (his or (not flag & LISTED and own == L.HEH))


def whole_post(r: Reading, head: Piece) -> Piece:
    """The piece, all of it a post where what stands behind an indefinite one is no name."""
    if not _only_adjective(r, head):
        return head
    return Piece(head.post_first, head.name_stop, head.name_stop, head.name_stop)


def _only_adjective(r: Reading, head: Piece) -> bool:
    """Whether what stands behind an indefinite post is no name: `a high-ranking official`."""
    if not head.post_first < head.post_stop <= head.name_first < head.name_stop:
        return False
    if r.flags[head.name_first] & (Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC):
        return False
    return is_anyone(r, head.post_first, head.post_stop) and all(
        r.is_word(k) for k in range(head.post_first, head.name_stop)
    )


def is_one_of_a_nation(r: Reading, first: int, stop: int) -> bool:
    """Whether the post is any such one of a nation: `a British minister`."""
    if stop - first != 2 or has_article(r, first) or r.words[first].pronoun:
        return False
    return (
        bool(r.flags[first + 1] & Kind.NISBA) and not has_article(r, first + 1) and not r.flags[first + 1] & Kind.PLACE
    )


def is_anyone(r: Reading, first: int, stop: int) -> bool:
    """Whether the post is indefinite and no definite noun makes it one man's: `an official in the ministry`."""
    if has_article(r, first) or r.words[first].pronoun:
        return False
    for i in range(first + 1, stop):
        if r.flags[i] & Kind.FUNCTION or r.words[i].preposition:
            return True
        if r.flags[i] & Kind.NISBA and not r.words[i].article:
            return True
        if i == first + 1 and not r.flags[i] & _NAMED and r.forms[i].endswith(L.YEH) and not has_article(r, i):
            return True  # an adjective without the article: "a Western diplomat"
        if r.flags[i] & (Kind.BODY | Kind.PLACE | Kind.PERSON) or has_article(r, i) or r.words[i].pronoun:
            return False
    return True
