"""What a noun phrase names: honorific, post, name, body, outlet, side, each with the pack row that told it."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.personnames import name_stop, object_from, past_honours
from hudna.coding.names.posts import (
    Piece,
    is_anyone,
    name_in,
    naming_piece,
    pieces_of,
    whole_post,
)
from hudna.coding.names.sides import (
    bodies_in,
    body_sides,
    is_press,
    is_state,
    known_side,
    opponent_side,
    post_sides,
    sides_in,
    speaks,
)
from hudna.coding.words.agreement import EITHER, FEMININE, MASCULINE, gender_of_noun, gender_of_phrase
from hudna.coding.words.nouns import COUNTERPART, ONE_OF, closes, head_word, past_counting, past_each, printed
from hudna.coding.words.reading import Reading
from hudna.model.findings import SpeakerKind
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Body, Post, ShortName
from hudna.packs.tables.speech import Source as Unnamed
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_PEOPLE: Final = word_class("human plurals")
_MASCULINE_STATES: Final = word_class("masculine states")
"""Names of states that take a masculine verb; those of all other states and of towns are feminine."""
_PLURAL: Final = (L.WAW + L.NOON, L.YEH + L.NOON)
_NOMINATIVES: Final = (L.WAW + L.NOON, L.ALEF + L.NOON)
_NISBAS: Final = L.YEH + L.WAW + L.NOON
_LEAST_NISBA: Final = 5
_DUALS: Final = (L.ALEF + L.NOON, L.YEH + L.NOON, L.ALEF, L.YEH)
_TANWEEN_END: Final = L.ALEF + L.ALEF
_OURS: Final = L.NOON + L.ALEF
_LONGEST_ISSUE: Final = 5
_ISSUERS: Final = Kind.BODY | Kind.POST | Kind.PLACE | Kind.PERSON | Kind.MEDIA
_TELLERS: Final = _ISSUERS | Kind.SOURCE
_BUREAUS: Final = word_class("bureaus")
_PEOPLE_AT_LARGE: Final = word_class("people at large")
LATTER: Final = word_class("latters")
"""`The latter`: whoever was named last."""
_PAPERS: Final = word_class("papers and counts")
_ACCOUNTS: Final = word_class("accounts")
_PAPERS_AND_ACCOUNTS: Final = _PAPERS | _ACCOUNTS


class Source:
    """A noun phrase that names a source: tokens `first` to `stop`, and what they tell."""

    __slots__ = (
        "calling",
        "definite",
        "document",
        "first",
        "gender",
        "head",
        "honoured",
        "joint",
        "kind",
        "known",
        "name",
        "office",
        "plural",
        "post",
        "reasons",
        "second",
        "sides",
        "stop",
        "sure",
        "voice",
        "voiced",
    )

    def __init__(self, first: int, stop: int) -> None:
        self.first = first
        self.stop = stop
        self.kind: SpeakerKind | None = None
        """`None`: nothing tells; a bare name, or no source at all."""
        self.name = ""
        self.post: str | None = None
        self.sides: list[str] = []
        self.head = ""
        """The folded word that the phrase turns on, without the article: for short forms later in the text."""
        self.plural = False
        """Whether the head is a sound plural: nobody alone."""
        self.definite = False
        """Whether the head stands alone with the article (`the minister`): somebody told of before."""
        self.document = False
        """Whether it is a text that speaks (`the statement`): its author was told of before."""
        self.sure = False
        """Whether the side is told by what the post belongs to, not only by where it is held."""
        self.gender = EITHER
        self.honoured = False
        """Whether it is a title alone with a pronoun, for a person told of before: `His Excellency`."""
        self.calling = ""
        """The pack row of the post, where it is a whole one: what is called in several ways."""
        self.voice = False
        """Whether it is a spokesman: a post that has its own row in the pack."""
        self.second: tuple[str, str] | None = None
        """The head and the words of a second title beside the first."""
        self.voiced = False
        """Whether it is one person's post or calling, whoever holds it: `a Tunisian expert`."""
        self.joint = False
        """Whether several speak together."""
        self.office = False
        """Whether it is an office of state: a minister, a governor."""
        self.known: tuple[str, str] | None = None
        """The side of a person known by name, and the pack row that tells it: for where the text tells none."""
        self.reasons: list[str] = []


def describe(r: Reading, first: int, stop: int) -> Source:
    """What the noun phrase at tokens `first` to `stop` names."""
    each = past_each(r, first)
    if each > first and each < stop:
        together = describe(r, each, stop)
        together.first, together.joint, together.definite = first, True, False
        return together
    pieces = pieces_of(r, first, stop)
    return _described(r, first, stop, pieces, _piece_with_post(pieces))


def describe_named(r: Reading, first: int, stop: int) -> Source | None:
    """As `describe`, of a phrase that holds a post and a name; `None` where it holds no name."""
    pieces = pieces_of(r, first, stop)
    head = _piece_with_post(pieces)
    if head is None or naming_piece(r, pieces, whole_post(r, head)) is None:
        return None
    return _described(r, first, stop, pieces, head)


def _piece_with_post(pieces: list[Piece]) -> Piece | None:
    return next((piece for piece in pieces if piece.has_post), None)


def _described(r: Reading, first: int, stop: int, pieces: list[Piece], head: Piece | None) -> Source:
    source = Source(first, stop)
    if head is not None:
        _describe_person(r, source, pieces, head)
    else:
        _describe_other(r, source)
    behind = head is not None and (head is not pieces[0] or head.name_first < head.post_first)
    if (source.kind != "person" or behind) and past_counting(r, first) > first:
        _describe_crowd(r, source)
    return source


def _describe_crowd(r: Reading, source: Source) -> None:
    """Fill in some of many, whom nobody names: `a number of deputies`."""
    source.kind, source.post = "unnamed", None
    source.name = printed(r, source.first, source.stop)
    source.plural, source.definite, source.gender = r.forms[source.first] not in ONE_OF, False, EITHER


def _describe_person(r: Reading, source: Source, pieces: list[Piece], head: Piece) -> None:
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
    source.sides, source.sure = post_sides(r, found[0], head.post_stop, row, source.reasons)
    whole = whole_post(r, head)
    if source.sides:
        source.sides = [opponent_side(r, head.post_first, max(head.post_stop, whole.post_stop), source.sides[0])]
    if whole is not head:
        head = whole
        source.post = printed(r, head.post_first, head.post_stop)
    source.second = _second_title(r, head)
    piece = naming_piece(r, pieces, head)
    if piece is not None:
        source.kind, source.name = "person", name_in(r, piece)
        if piece.post_first < head.post_first < head.name_first < head.name_stop:
            source.post = printed(r, head.post_first, head.name_stop)
        named = gender_of_noun(r, piece.name_first)
        # A member, an envoy may be a woman: where post and name tell different genders, neither is sure.
        source.gender = EITHER if named == -source.gender else source.gender or named
        source.known = known_side(r, piece.name_first, piece.name_stop) or source.known
        if source.head.startswith(COUNTERPART):
            source.post, source.head = None, ""  # no post of his own is told
        if piece.name_first > piece.post_first:
            source.stop = object_from(r, piece.name_first, piece.name_stop) or source.stop
        return
    if source.sides and row.plural is None and _is_joint(r, head):
        source.sides = sides_in(r, head.post_first, head.post_stop)
    tied = r.words[head.post_first].article or bool(r.words[head.post_first].pronoun)
    if row.kind == "media" and source.head.endswith(_OURS):
        tied, source.head = True, source.head.removesuffix(_OURS)  # "our correspondent"
    source.definite = tied and _weight(r, head.post_first, head.post_stop) <= 2
    rank = row.office or row.voice
    anyone = row.plural or (row.kind == "person" and not rank and is_anyone(r, head.post_first, head.post_stop))
    source.kind = "unnamed" if anyone else row.kind
    source.voiced = row.plural is None
    source.plural = row.plural is not None
    source.name = source.post
    source.known = source.known or known_side(r, head.post_first, head.post_stop)
    if source.kind in ("unnamed", "media"):
        source.post = None


def _is_joint(r: Reading, head: Piece) -> bool:
    """Whether the post is that of two: a dual with two nations, or two posts joined by `and`."""
    k = next((k for k in range(head.post_first + 1, head.post_stop) if r.words[k].conjunction), None)
    if k is None:
        return False
    if r.flags[k] & Kind.POST:
        return True
    dual = r.forms[head.post_first].endswith(_DUALS) and not r.forms[head.post_first].endswith(_TANWEEN_END)
    return dual and bool(r.flags[k] & (Kind.NISBA | Kind.PLACE))


def _second_title(r: Reading, head: Piece) -> tuple[str, str] | None:
    """The head and the words of a title that stands behind a whole one: `the governor of X head of the committee`."""
    for k in range(head.post_first + 2, head.post_stop):
        word = r.words[k]
        if not r.flags[k] & Kind.POST or word.article or word.preposition or word.conjunction:
            continue
        if r.words[k - 1].article or r.flags[k - 1] & (Kind.PLACE | Kind.NISBA):
            return head_word(r, k), printed(r, k, head.post_stop)
    return None


def _is_of_state(r: Reading, head: Piece, row: Post) -> bool:
    """Whether the post is one of state: by the pack, if it belongs to no party or band; else by its body."""
    for k in range(head.post_first + 1, head.post_stop):
        body = r.match(k, Kind.BODY)
        if body is not None and isinstance(body[1].row, Body):
            return body[1].row.kind == "state" and row.private is None
    return row.office is not None


def _describe_other(r: Reading, source: Source) -> None:
    """Fill in what a phrase without a post names, by the first word that it turns on."""
    first = past_honours(r, source.first, source.stop)
    if first >= source.stop:
        _describe_honoured(r, source)
        return
    if r.forms[first] in LATTER and source.stop == first + 1:
        source.kind, source.name, source.definite = ("unnamed", printed(r, first, source.stop), True)
        source.head, source.gender = (r.forms[first], FEMININE if r.forms[first].endswith(L.HEH) else MASCULINE)
        return
    found = _head_entry(r, first)
    source.head = head_word(r, first)
    source.plural = source.head.endswith(_PLURAL)
    source.gender = gender_of_phrase(r, first, source.stop)
    if r.flags[first] & Kind.OCCASION and (found is None or found.kind & Kind.SOURCE):
        issuer = issuer_first(r, first)
        source.document = r.words[first].article or source.stop == first + 1 or issuer is not None
    if found is None and not _describe_province(r, source, first):
        _describe_bare(r, source, first)
    if found is None:
        return
    source.name = printed(r, first, source.stop)
    source.reasons.append(found.why)
    tied = r.words[first].article or bool(r.words[first].pronoun)
    source.definite = tied and _weight(r, first, source.stop) <= 2
    if found.kind & Kind.SOURCE:
        side = found.row.side if isinstance(found.row, Unnamed) else None
        source.kind, source.sides = "unnamed", [side] if side else bodies_in(r, first, source.stop)[:1]
        source.known = known_side(r, first, source.stop)
        source.plural = source.plural or source.head in _PEOPLE
    elif found.kind & Kind.MEDIA:
        source.kind, source.sides = "media", bodies_in(r, first + 1, source.stop)[:1] or ["MEDIA"]
        source.name = _quoted_name(r, first, source.stop) or source.name
    elif isinstance(found.row, Body):
        source.kind = found.row.kind
        source.sides, source.joint = body_sides(r, first, source.stop, found.row.kind, source.reasons)
        if found.row.kind == "organisation" and source.head in _BUREAUS:
            _describe_bureau(r, source, first)
        if source.kind == "organisation" and not source.sides and is_press(r, first, source.stop):
            source.kind, source.sides = "media", ["MEDIA"]
    elif not found.kind & Kind.PLACE and _is_named_so(r, source.first, first):
        _describe_bare(r, source, first)
        source.sides = []
    elif not found.kind & Kind.PLACE:
        source.kind, source.sides = "unnamed", sides_in(r, first, source.stop, source.reasons)[:1]
        source.plural = not source.head.endswith(L.YEH)  # `the Turk` is one, `the Turks` are many
        if first > source.first and not r.words[first].article:
            source.name = printed(r, source.first, source.stop)  # `an American general`
    elif speaks(r, first):
        source.kind, source.sides = "state", sides_in(r, first, source.stop, source.reasons)
        if r.forms[first] not in _MASCULINE_STATES:
            source.gender = FEMININE


def _describe_honoured(r: Reading, source: Source) -> None:
    """Fill in a title alone: with a pronoun, which means a person told of before (`His Excellency`); or `a lady`."""
    k = source.stop - 1
    if not r.flags[k] & Kind.HONORIFIC:
        return
    if source.stop == source.first + 1 and not r.words[k].article and not r.words[k].pronoun:
        if source.stop >= len(r) or not closes(r, source.stop):
            return
        source.kind, source.name = "unnamed", printed(r, source.first, source.stop)
        source.gender = gender_of_noun(r, k)
    if not r.words[k].pronoun and not r.text[r.tokens.starts[k] : r.tokens.ends[k]].endswith(L.HEH):
        return
    source.kind, source.name, source.definite = ("person", printed(r, source.first, source.stop), True)
    source.head, source.honoured = r.words[k].stem, True


def _all_of_state(r: Reading, first: int, stop: int) -> bool:
    """Whether each body named in the tokens is one of state: a movement's president has no office of state."""
    for k in range(first, stop):
        body = r.match(k, Kind.BODY) if r.flags[k] & Kind.BODY else None
        if body is not None and isinstance(body[1].row, Body) and body[1].row.kind != "state":
            return False
    return True


def _is_named_so(r: Reading, title: int, first: int) -> bool:
    """Whether a nationality by its letters is a name: indefinite behind a definite title, `Prince Turki`."""
    return first > title and r.words[first - 1].article and not r.words[first].article


def _describe_bureau(r: Reading, source: Source, first: int) -> None:
    """Fill in whose office it is: of a ruler or minister, by his post or his well-known name, it is one of state."""
    k = first + 1
    if k >= source.stop:
        return
    post = r.match(k, Kind.POST) if r.flags[k] & Kind.POST else None
    ruler = known_side(r, k, k + 1) if r.flags[k] & Kind.PERSON else None
    if post is not None and isinstance(post[1].row, Post) and post[1].row.office is not None:
        if not _all_of_state(r, post[0], source.stop):
            return
        source.kind = "state"
        source.sides = source.sides or sides_in(r, k, source.stop, source.reasons)[:1]
    elif ruler is not None and is_state(ruler[0]):
        source.kind, source.sides = "state", [ruler[0]]


def _describe_province(r: Reading, source: Source, first: int) -> bool:
    """Fill in a province or town hall that speaks: `the province of X`; whether it is one."""
    if not r.flags[first] & Kind.PLACE_CLASS or first + 1 >= source.stop or not r.flags[first + 1] & Kind.PLACE:
        return False
    source.kind, source.name = "state", printed(r, first, source.stop)
    source.sides = sides_in(r, first + 1, source.stop, source.reasons)[:1]
    return True


def _head_entry(r: Reading, i: int) -> Entry | None:
    for kind in (Kind.SOURCE | Kind.MEDIA | Kind.BODY, Kind.PLACE, Kind.NISBA):
        found = r.match(i, kind)
        if found is not None:
            return found[1]
    return None


def _describe_bare(r: Reading, source: Source, first: int) -> None:
    """A phrase of words that no list holds: a person by an honorific, people by a plural, else open."""
    source.name = printed(r, first, name_stop(r, first, source.stop))
    source.stop = object_from(r, first, source.stop) or source.stop
    source.known = known_side(r, first, source.stop)
    if head_word(r, first) in _PEOPLE_AT_LARGE and not r.flags[first] & Kind.GIVEN:
        _describe_anyone(r, source, first)
        return
    short = r.match(first, Kind.SHORT_NAME) if r.flags[first] & Kind.SHORT_NAME else None
    if short is not None and isinstance(short[1].row, ShortName) and short[0] >= source.stop:
        side = short[1].row.side
        source.kind = "state" if is_state(side) else "armed_group"
        source.definite = False
        return
    titled = any(r.flags[i] & Kind.HONORIFIC for i in range(source.first, first))
    if titled or r.flags[first] & (Kind.GIVEN | Kind.PERSON):
        source.kind = "person"
        source.gender = gender_of_noun(r, first) if r.flags[first] & Kind.GIVEN else EITHER
    elif _are_many(r, first, source.stop):
        source.kind, source.plural = "unnamed", True
    source.sides = sides_in(r, first, source.stop, source.reasons)[:1]


def _describe_anyone(r: Reading, source: Source, first: int) -> None:
    """Fill in somebody of whom only `a man`, `a young woman` is told; or his name, where it follows."""
    k = next((k for k in range(first + 1, source.stop) if r.flags[k] & (Kind.GIVEN | Kind.PERSON)), None)
    if k is not None and not r.words[k].preposition and not r.flags[k - 1] & Kind.FUNCTION:
        source.kind, source.name = "person", printed(r, k, name_stop(r, k, source.stop))
        source.gender = gender_of_noun(r, first)
        return
    source.kind, source.name = "unnamed", printed(r, first, source.stop)
    source.sides = sides_in(r, first, source.stop, source.reasons)[:1]
    source.definite = r.words[first].article and source.stop == first + 1
    source.voiced = not source.plural


def _are_many(r: Reading, first: int, stop: int) -> bool:
    """Whether the letters of an unlisted word tell many people: by a sound plural, or by two that agree."""
    form = r.forms[first]
    if form.startswith(L.AL):
        return form.endswith(_PLURAL)
    if first + 1 < stop and form.endswith(_NOMINATIVES) and r.forms[first + 1].endswith(form[-2:]):
        return True
    return len(form) > _LEAST_NISBA and form.endswith(_NISBAS)


def _quoted_name(r: Reading, first: int, stop: int) -> str | None:
    """An outlet with its own name in quotation marks, cut behind them."""
    for i in range(first, stop):
        quote = r.quotation_from(i) if r.forms[i] in L.QUOTE_MARKS else None
        if quote is not None and quote.closed and quote.stop <= stop:
            return printed(r, first, quote.stop)
    return None


def _weight(r: Reading, first: int, stop: int) -> int:
    """How many words tell something: `itself`, `the same` and marks don't."""
    return sum(1 for i in range(first, stop) if r.is_word(i) and not r.flags[i] & Kind.FUNCTION)


def is_text(r: Reading, i: int) -> bool:
    """Whether a text or a count stands at `i` that somebody issues: `a statement`, `a toll`, `a study`."""
    return bool(r.flags[i] & Kind.OCCASION) or (
        bool(r.flags[i] & Kind.SOURCE) and r.words[i].stem in _PAPERS_AND_ACCOUNTS
    )


def is_account(r: Reading, i: int) -> bool:
    """Whether it is somebody's word for it that stands at `i`: `the account of`, `the information of`."""
    return r.words[i].stem in _ACCOUNTS


def issuer_first(r: Reading, first: int) -> int | None:
    """Where the body stands that issued the text at `first`: `a statement of X`, `a statement issued by X`."""
    limit = min(r.sentence_stop(first), first + _LONGEST_ISSUE)
    for k in range(first + 1, limit):
        if r.flags[k] & Kind.COMPLEMENTISER or not r.is_word(k):
            return None
        issues = r.flags[k] & (_TELLERS if is_account(r, first) else _ISSUERS) or (
            r.flags[k] & Kind.PLACE_CLASS and k + 1 < limit and r.flags[k + 1] & Kind.PLACE
        )
        if issues and r.words[k].preposition in ("", L.LAM):
            small = r.small_word(k - 1)
            told = small is not None and small.frame == "an"
            return k if told or (k == first + 1 and not r.words[first].article) else None
    return None
