"""Where a noun phrase that may name a source begins and ends. What it names is told by `naming`."""

from __future__ import annotations

from collections.abc import Callable

from hudna.coding.reading import Reading
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Body, Cue, FunctionWord, Medium
from hudna.text import letters as L

_STOPS = frozenset(".:;!?()[]|/…-–" + L.QUESTION + L.SEMICOLON) | L.COMMAS
_CUT_OFF = frozenset((L.LAM, L.BEH, L.KAF))
"""Prepositions that outlets cut from the quotation mark behind them."""
_LONGEST = 24
"""Tokens in the longest noun phrase that is taken for a source."""
_LONGEST_APPOSITION = 14
_LONGEST_QUOTED_NAME = 4

_WHOLE = Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA
"""What makes a phrase a source by itself."""
_NAMES = _WHOLE | Kind.PLACE
HEADS = _NAMES | Kind.NISBA
"""What the phrase of a source turns on."""
_FINITE = Kind.CUE_VERB | Kind.VERB
_NEVER_FIRST = _FINITE | Kind.CUE_PARTICIPLE | Kind.CUE_NOUN | Kind.CUE_PREPOSITION | Kind.COMPLEMENTISER


def noun_phrase(r: Reading, first: int, limit: int) -> int:
    """The token behind the noun phrase that begins at `first`; `first` itself where there is none."""
    if first >= limit or not _may_begin(r, first):
        return first
    walk = _Walk(r, first, min(limit, first + _LONGEST))
    at = first
    while at < walk.limit:
        behind = walk.step(at)
        if behind == at:
            break
        at = behind
    return at


def could_open(r: Reading, i: int) -> bool:
    """Whether the noun phrase of a source may begin at token `i`."""
    flag, word = r.flags[i], r.words[i]
    if not r.is_word(i) or flag & Kind.FUNCTION:
        return False
    if word.preposition and not flag & Kind.POST:
        return False
    return not flag & _FINITE or word.article or bool(flag & HEADS)


def apposition(r: Reading, first: int, stop: int, limit: int) -> int:
    """The token behind `X, the Y,` where a second phrase explains the one at `first` to `stop`; else `stop`."""
    second = stop + 1
    if second >= limit or r.forms[stop] not in L.COMMAS or second in r.dated:
        return stop
    if not could_open(r, second) or r.flags[second] & (Kind.CUE_PARTICIPLE | _FINITE):
        return stop
    end = noun_phrase(r, second, limit)
    if end == second or end - stop > _LONGEST_APPOSITION or not (end >= limit or _closes(r, end)):
        return stop
    return end if _holds_post(r, first, stop) != _holds_post(r, second, end) else stop


def demonstrative(r: Reading, i: int) -> bool:
    """Whether token `i` is a small word that a noun phrase may begin with: `this`, `some`, `all`."""
    small = r.small_word(i)
    return small is not None and small.role in ("demonstrative", "particle")


def glued_article(form: str) -> bool:
    """Whether a word of no list begins like a preposition with the article."""
    return form.startswith((L.LAM + L.LAM, L.BEH + L.AL))


def is_named(entry: Entry) -> bool:
    """Whether the entry is a body's or outlet's full name, not the first word of one."""
    return isinstance(entry.row, (Body, Medium)) and entry.row.named is not None


def _may_begin(r: Reading, i: int) -> bool:
    flag, word = r.flags[i], r.words[i]
    if flag & Kind.AUDIENCE and word.cut and not flag & (Kind.BODY | Kind.MEDIA | Kind.SOURCE):
        return False  # "to the journalists"
    return not flag & _NEVER_FIRST or bool(flag & HEADS) or word.article


def _holds_post(r: Reading, first: int, stop: int) -> bool:
    return any(r.flags[k] & Kind.POST for k in range(first, stop))


def _closes(r: Reading, i: int) -> bool:
    """Whether what stands at `i` may follow a subject that is whole."""
    form = r.forms[i]
    if form in L.COMMAS or form in L.QUOTE_MARKS or form == ":" or i in r.dated:
        return True
    return bool(r.flags[i] & (Kind.COMPLEMENTISER | Kind.CUE_VERB | Kind.FUNCTION))


class _Walk:
    """A walk along one noun phrase. `step` goes on by a word or a name, and stays where the phrase ends."""

    __slots__ = ("first", "heads", "limit", "r")

    def __init__(self, r: Reading, first: int, limit: int) -> None:
        self.r = r
        self.first = first
        self.limit = limit
        self.heads = 0
        """The kinds of the heads passed so far."""

    def step(self, i: int) -> int:
        """The token behind what the phrase takes in at `i`; `i` itself where it ends there."""
        r = self.r
        form = r.forms[i]
        if form in L.QUOTE_MARKS:
            return self._past_quotation(i)
        if self._before_its_quotation(i):
            return i + 2
        if form in _STOPS or form[0] == "\n" or i in r.dated or self._name_was_quoted(i):
            return i
        if i > self.first and r.flags[i] & Kind.COMPLEMENTISER:
            return i
        found = r.match(i, _NAMES)
        if found is not None:
            return self._past_head(i, *found)
        if i > self.first and _is_clause(r, i):
            return i
        if r.flags[i] & Kind.FUNCTION:
            return self._past_small_word(i)
        if i > self.first and any(ends(self, i) for ends in _ENDINGS):
            return i
        return i + 1

    def _past_quotation(self, i: int) -> int:
        """Past a short name in quotation marks, or past a stray mark in the middle of the phrase."""
        r = self.r
        quote = r.quotation_round(i)
        if quote is None:
            goes_on = i + 1 < self.limit and (r.flags[i + 1] & HEADS or i == self.first)
            return i + 1 if goes_on else i
        if quote.first != i + 1 or not quote.closed or len(quote) > _LONGEST_QUOTED_NAME:
            return i
        if r.flags[quote.first] & (Kind.COMPLEMENTISER | _FINITE):
            return i
        return min(quote.stop + 1, self.limit)

    def _name_was_quoted(self, i: int) -> bool:
        """Whether the whole name stood in quotation marks just before: only a nationality goes on with it."""
        r = self.r
        if i == self.first or r.forms[i - 1] not in L.QUOTE_MARKS or r.flags[i] & Kind.NISBA:
            return False
        quote = r.quotation_round(i - 1)
        return quote is not None and quote.first == self.first + 1 and quote.stop == i - 1

    def _before_its_quotation(self, i: int) -> bool:
        """Whether a lone preposition stands here, a dash and a quotation mark behind it."""
        forms = self.r.forms
        if forms[i] not in _CUT_OFF or i == self.first or i + 2 >= self.limit:
            return False
        return forms[i + 1] == "-" and forms[i + 2] in L.QUOTE_MARKS

    def _past_head(self, i: int, after: int, entry: Entry) -> int:
        """Past a post, body, source, outlet or place, unless another phrase begins with it."""
        if i > self.first and any(parts(self, i, entry) for parts in _PARTINGS):
            return i
        self.heads |= entry.kind
        return after

    def _past_small_word(self, i: int) -> int:
        """Past a preposition that goes on with the phrase, or a demonstrative that opens it."""
        r = self.r
        small = r.small_word(i)
        if small is None or i + 1 >= self.limit:
            return i
        if small.role in ("demonstrative", "particle"):
            return i + 1 if i == self.first and not r.words[i].preposition else i
        if i == self.first:
            return i
        if small.role == "intensive":
            return i + 1 if self.heads else i
        return i + 1 if small.role == "preposition" and self._joins(i, small) else i

    def _joins(self, i: int, small: FunctionWord) -> bool:
        """Whether the preposition at `i` ties what follows to the source: `minister *in* the government`."""
        r = self.r
        following = r.flags[i + 1]
        if small.joins is None or not self.heads & _WHOLE:
            return False
        if following & (Kind.OCCASION | Kind.COMPLEMENTISER | _FINITE):
            return False
        if small.joins == "always":
            return True
        if following & Kind.AUDIENCE and not following & (Kind.BODY | Kind.PLACE):
            return False
        if self.heads & Kind.SOURCE and small.frame == "min":
            return True  # "sources from among the people of ..."
        form = r.forms[i + 1]
        if following & _NAMES & ~Kind.SOURCE:
            return True
        if form in L.QUOTE_MARKS:
            return small.frame is None  # behind `to` or `of` a quotation is what is said
        return r.words[i + 1].article or form.startswith(L.AL)


def _is_clause(r: Reading, i: int) -> bool:
    """Whether the word at `i` opens a clause or another report."""
    if r.words[i].article:
        return False
    if r.flags[i] & Kind.CUE_NOUN and _speaks_before(r, i):
        return True
    return bool(r.flags[i] & (_FINITE | Kind.CUE_PARTICIPLE | Kind.CUE_PREPOSITION))


def _speaks_before(r: Reading, i: int) -> bool:
    """Whether the noun of speech at `i` belongs to who is named before it: `his saying`."""
    cue = r.words[i].find(Kind.CUE_NOUN)
    return cue is not None and isinstance(cue.row, Cue) and cue.row.target == "before"


# Where one of these holds of the word at `i`, which is no head, the phrase ends before it.


def _governed(walk: _Walk, i: int) -> bool:
    """A known word with a preposition joined to it, without the article."""
    word = walk.r.words[i]
    return bool(word.preposition and word.flags and not word.article)


def _governed_unknown(walk: _Walk, i: int) -> bool:
    """A word of no list that begins like a preposition with the article."""
    r = walk.r
    form = r.forms[i]
    if r.words[i].flags or not glued_article(form):
        return False
    return form[0] == L.BEH or not walk.heads & _WHOLE or bool(r.flags[i] & Kind.AUDIENCE)


def _spoken_to(walk: _Walk, i: int) -> bool:
    """`to the reporters`, `in a statement`."""
    r = walk.r
    return bool(r.flags[i] & (Kind.AUDIENCE | Kind.OCCASION) and r.words[i].preposition)


def _opens_object(walk: _Walk, i: int) -> bool:
    """An indefinite noun that contents open with, behind a phrase that is whole."""
    r = walk.r
    word = r.words[i]
    if not word.flags & Kind.CONTENT_NOUN or word.article or word.flags & HEADS:
        return False
    last = r.words[i - 1]
    whole = not last.flags & (Kind.POST | Kind.CONTENT_NOUN | Kind.FUNCTION | Kind.BODY) and i - walk.first >= 2
    return whole or _definite_end(r, i)


_ENDINGS: tuple[Callable[[_Walk, int], bool], ...] = (_governed, _governed_unknown, _spoken_to, _opens_object)


# Where one of these holds of the head at `i`, another phrase begins with it.


def _governed_head(walk: _Walk, i: int, entry: Entry) -> bool:
    """A head with a preposition joined to it that goes on with no post (`secretary-general of the UN` does)."""
    r = walk.r
    if not r.words[i].preposition:
        return False
    if not walk.heads & _WHOLE or (r.flags[i] & Kind.AUDIENCE and not entry.kind & Kind.BODY):
        return True
    return not entry.kind & (Kind.BODY | Kind.PLACE | Kind.POST)


def _joined_behind_place(walk: _Walk, i: int, entry: Entry) -> bool:
    """`and` with a head that is no place, behind a place."""
    word = walk.r.words[i]
    if not word.conjunction or word.article or not walk.heads & Kind.PLACE:
        return False
    return not entry.kind & (Kind.PLACE | Kind.BODY)


def _object_behind_subject(walk: _Walk, i: int, entry: Entry) -> bool:
    """An indefinite noun behind a whole phrase: the object behind the subject."""
    word = walk.r.words[i]
    if not (walk.heads & _WHOLE and entry.kind & _WHOLE):
        return False
    return not (word.article or word.conjunction or word.preposition) and _definite_end(walk.r, i)


_PARTINGS: tuple[Callable[[_Walk, int, Entry], bool], ...] = (
    _governed_head,
    _joined_behind_place,
    _object_behind_subject,
)


def _definite_end(r: Reading, i: int) -> bool:
    """Whether the word before `i` is definite: by its article, as a proper name, or in quotation marks."""
    if i > 1 and r.forms[i - 1] in L.QUOTE_MARKS and r.quotation_round(i - 1) is None:
        i -= 1  # a stray mark is no name's end
    last, form = r.words[i - 1], r.forms[i - 1]
    if r.flags[i - 1] & Kind.FUNCTION:
        return False
    if last.article or form.startswith(L.AL) or form in L.QUOTE_MARKS or r.flags[i - 1] & Kind.PLACE:
        return True
    body = last.find(Kind.BODY | Kind.MEDIA)
    return body is not None and is_named(body)
