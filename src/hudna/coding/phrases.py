"""Where a noun phrase that may name a source begins and ends. What it names is told by `naming`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hudna.coding.reading import Reading
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Entry, Kind, Trait
from hudna.packs.tables.speech import Body, Cue, FunctionWord, Medium
from hudna.text import letters as L

_STOPS: Final = frozenset(".:;!?()[]|/…-–" + L.QUESTION + L.SEMICOLON) | L.COMMAS
_CUT_OFF: Final = frozenset((L.LAM, L.BEH, L.KAF))
"""Prepositions that outlets cut from the quotation mark behind them."""
_LEAST_NAMED: Final = 3
"""Tokens of the shortest phrase that holds a post and a name of two words."""
_LEAST_DEED: Final = 4
_WHO: Final = Kind.PERSON | Kind.HONORIFIC
_HE_IS: Final = frozenset((L.WAW + L.HEH + L.WAW, L.WAW + L.HEH + L.YEH))
_LONGEST: Final = 24
"""Tokens in the longest noun phrase that is taken for a source."""
_LONGEST_APPOSITION: Final = 14
_LONGEST_NAME: Final = 7
_LONGEST_QUOTED_NAME: Final = 4

_WHOLE: Final = Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA
"""What makes a phrase a source by itself."""
_NAMES: Final = _WHOLE | Kind.PLACE
HEADS: Final = _NAMES | Kind.NISBA
"""What the phrase of a source turns on."""
_FINITE: Final = Kind.CUE_VERB | Kind.VERB
_NEVER_FIRST: Final = _FINITE | Kind.CUE_PARTICIPLE | Kind.CUE_NOUN | Kind.CUE_PREPOSITION | Kind.COMPLEMENTISER


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


def he_is(r: Reading, i: int) -> bool:
    """Whether `and he is` or `and she is` stands at token `i`, behind which a post explains a name."""
    return r.forms[i] in _HE_IS


def apposition(r: Reading, first: int, stop: int, limit: int) -> int:
    """The token behind `X, the Y,` where a second phrase explains the one at `first` to `stop`; else `stop`."""
    link = stop + 1 if stop + 1 < limit and r.forms[stop] in L.COMMAS and he_is(r, stop + 1) else stop
    second = link + 1
    if second >= limit or not (r.forms[link] in L.COMMAS or he_is(r, link)) or second in r.dated:
        return stop
    if not could_open(r, second) or r.flags[second] & (Kind.CUE_PARTICIPLE | _FINITE):
        return stop
    end = noun_phrase(r, second, limit)
    if end == second or end - stop > _LONGEST_APPOSITION or not (end >= limit or _closes(r, end)):
        return stop
    return end if _holds_post(r, first, stop) != _holds_post(r, second, end) else stop


def name_before(r: Reading, i: int) -> int:
    """Where the bare name begins that stands before `, the post` at token `i`; `i` itself where there is none."""
    if i < 2 or r.forms[i - 1] not in L.COMMAS:
        return i
    first = i - 1
    while first > 0 and i - first <= _LONGEST_NAME and _may_be_name(r, first - 1):
        first -= 1
        if r.flags[first] & Kind.HONORIFIC:
            break
    return first if first < i - 1 else i


def _may_be_name(r: Reading, i: int) -> bool:
    """Whether the word at `i` may stand in a person's name: a given name, or a word of no list."""
    if not r.is_word(i) or i in r.dated:
        return False
    flag = r.flags[i]
    return bool(flag & (Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC)) or not flag


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
    if flag & Kind.AUDIENCE and word.preposition and not flag & (Kind.BODY | Kind.MEDIA | Kind.SOURCE):
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

    __slots__ = ("first", "heads", "limit", "named", "r", "side")

    def __init__(self, r: Reading, first: int, limit: int) -> None:
        self.r = r
        self.first = first
        self.limit = limit
        self.heads = 0
        """The kinds of the heads passed so far."""
        self.named = -1
        """The token behind a well-known person's name."""
        self.side: str | None = None
        """The side of the last body passed that tells one."""

    def step(self, i: int) -> int:
        """The token behind what the phrase takes in at `i`; `i` itself where it ends there."""
        r = self.r
        word, flag, inner = r.words[i], r.flags[i], i > self.first
        if word.trait & Trait.MARK:
            return self._past_mark(i)
        if i in r.dated or self._name_was_quoted(i):
            return i
        if inner and (flag & Kind.COMPLEMENTISER or word.conjunction == L.FEH):
            return i
        if inner and len(word.form) == 1 and word.form in _CUT_OFF:
            return self._past_cut_off(i)
        if inner and flag & _WHO and self._is_whom(i):
            return i
        if flag & Kind.PERSON and not word.preposition:
            known = r.match(i, Kind.PERSON)
            if known is not None:
                self.named = min(known[0], self.limit)
                return self.named
        found = r.match(i, _NAMES)
        if found is not None:
            return self._past_head(i, *found)
        if inner and flag & Kind.GIVEN and not word.preposition:
            return i + 1
        if inner and _is_clause(r, i):
            return i
        if flag & Kind.FUNCTION:
            return self._past_small_word(i)
        if inner:
            for ends in _ENDINGS:
                if ends(self, i):
                    return i
        return i + 1

    def _is_whom(self, i: int) -> bool:
        """Whether a person begins at `i` whom a body acts on or speaks of: `held the ministry Haftar responsible`."""
        r = self.r
        if not self.heads & Kind.BODY or self.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA):
            return False
        if r.flags[i] & Kind.HONORIFIC and r.words[i].article:
            return not r.flags[i] & Kind.POST
        return bool(r.flags[i] & Kind.PERSON) and r.match(i, HEADS) is None and _definite_end(r, i)

    def _past_mark(self, i: int) -> int:
        """Past a name in quotation marks, or a mark that stands within names; any other ends the phrase."""
        form = self.r.forms[i]
        if form in L.QUOTE_MARKS:
            return self._past_quotation(i)
        return i if form in _STOPS or form[0] == "\n" or self._name_was_quoted(i) else i + 1

    def _past_cut_off(self, i: int) -> int:
        """Past a lone preposition that ties a name in quotation marks to the phrase."""
        if self._before_its_quotation(i):
            return i + 2
        return i + 1 if self._belongs_to_quoted(i) else i

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
        if forms[i] == L.LAM and not self.r.words[i - 1].article:
            return False  # told to an outlet or a body
        if self.r.flags[i + 3 if i + 3 < self.limit else i] & Kind.MEDIA:
            return False
        return forms[i + 1] == "-" and forms[i + 2] in L.QUOTE_MARKS

    def _belongs_to_quoted(self, i: int) -> bool:
        """Whether the lone preposition at `i` ties a body in quotation marks: `the centre belonging to "X"`."""
        r = self.r
        if i + 2 >= self.limit or r.forms[i + 1] not in L.QUOTE_MARKS or not r.words[i - 1].article:
            return False
        return bool(r.flags[i + 2] & Kind.BODY)

    def _past_head(self, i: int, after: int, entry: Entry) -> int:
        """Past a post, body, source, outlet or place, unless another phrase begins with it."""
        if i > self.first:
            for parts in _PARTINGS:
                if parts(self, i, entry):
                    return i
        self.heads |= entry.kind
        if isinstance(entry.row, Body):
            self.side = entry.row.side or self.side
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
        if small.role == "own":
            return i + 1 if self.heads & Kind.POST else i
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
        if small.frame == "min" and r.words[i - 1].article and not following & Kind.PLACE:
            return False  # "asked the government of the residents": no source of its own
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


def _governed_deed(walk: _Walk, i: int) -> bool:
    """A word of no list that begins like a preposition with a verbal noun, or stands so behind a body or country."""
    r = walk.r
    form = r.forms[i]
    if r.flags[i] or form[0] not in (L.BEH, L.LAM) or len(form) < _LEAST_DEED:
        return False
    if walk.heads and not walk.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA):
        return True
    return form[1] == L.MEEM and form[-1] == L.HEH


def _indefinite_behind_definite(walk: _Walk, i: int) -> bool:
    """A word without the article behind one that has it, in a phrase for no person: no adjective, no genitive."""
    r = walk.r
    if not walk.heads or walk.heads & Kind.POST or not r.words[i - 1].article or r.words[i].article:
        return False
    if r.forms[i].startswith(L.AL) or r.words[i].preposition or r.forms[i][0] in (L.LAM, L.BEH, L.WAW):
        return False
    if r.flags[i - 1] & Kind.HONORIFIC:
        return False
    return not r.flags[i] & (Kind.NISBA | Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC | HEADS)


def _document_object(walk: _Walk, i: int) -> bool:
    """An indefinite noun of speech behind a definite one or a whole phrase."""
    r = walk.r
    return bool(r.flags[i] & Kind.OCCASION) and not r.words[i].article and _definite_end(r, i)


_ENDINGS: Final[tuple[Callable[[_Walk, int], bool], ...]] = (
    _governed,
    _governed_unknown,
    _governed_deed,
    _spoken_to,
    _opens_object,
    _document_object,
    _indefinite_behind_definite,
)


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
    explained = walk.r.words[i - 1].article and not entry.kind & Kind.POST
    if not (walk.heads & _WHOLE or explained) or not entry.kind & _WHOLE:
        return False
    return not (word.article or word.conjunction or word.preposition) and _definite_end(walk.r, i)


def _is_object_of_post(r: Reading, i: int, entry: Entry) -> bool:
    """Whether a definite body stands right behind a definite post: no genitive, no adjective."""
    word, last = r.words[i], r.words[i - 1]
    if not entry.kind & Kind.BODY or r.flags[i] & Kind.NISBA or word.form.endswith(L.YEH):
        return False
    known = last.form.startswith(L.AL) and bool(r.flags[i - 1] & Kind.POST)
    return word.article and known and not word.conjunction


def _other_behind_body(walk: _Walk, i: int, entry: Entry) -> bool:
    """The proper name of another side behind a definite body or a person: whom they act on."""
    word = walk.r.words[i]
    if _is_object_of_post(walk.r, i, entry):
        return True
    if walk.named == i and entry.kind & (Kind.PLACE | Kind.BODY) and not (word.conjunction or word.preposition):
        return True
    if word.conjunction or word.preposition or not walk.heads & Kind.BODY or not _definite_end(walk.r, i):
        return False
    if walk.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA):
        return False
    if isinstance(entry.row, Body):
        return is_named(entry) and entry.row.side is not None and entry.row.side != walk.side
    return bool(entry.kind & Kind.PLACE) and walk.side is not None and not word.article


def _state_behind_name(walk: _Walk, i: int, entry: Entry) -> bool:
    """A state or capital right behind the words of a person's name: whom the person accuses or calls upon."""
    r = walk.r
    if not walk.heads & Kind.POST or not isinstance(entry.row, PlaceName) or r.words[i].preposition:
        return False
    if r.words[i].conjunction or r.flags[i - 1] & ~(Kind.GIVEN | Kind.PERSON):
        return False
    if i - walk.first < _LEAST_NAMED and not r.forms[i - 1].startswith(L.AL):
        return False
    return any(place.kind == "country" or place.seat for place in entry.row.rows)


def _title_behind_body(walk: _Walk, i: int, entry: Entry) -> bool:
    """A title with the article behind a body, in a phrase for no person: whom the body speaks of."""
    if not entry.kind & Kind.POST or not walk.r.words[i].article or not walk.heads & Kind.BODY:
        return False
    return not walk.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA) and _definite_end(walk.r, i)


_PARTINGS: Final[tuple[Callable[[_Walk, int, Entry], bool], ...]] = (
    _governed_head,
    _joined_behind_place,
    _object_behind_subject,
    _title_behind_body,
    _other_behind_body,
    _state_behind_name,
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
