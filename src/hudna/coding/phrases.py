"""Where a noun phrase that may name a source begins and ends. What it names is told by `naming`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hudna.coding.reading import Reading
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Entry, Kind, Trait
from hudna.packs.tables.speech import Body, Cue, FunctionWord, Medium, Nisba, Post
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_STOPS: Final = frozenset(".:;!?()[]|/…-–" + L.QUESTION + L.SEMICOLON) | L.COMMAS
_CUT_OFF: Final = frozenset((L.LAM, L.BEH, L.KAF))
"""Prepositions that outlets cut from the quotation mark behind them."""
_LEAST_NAMED: Final = 3
"""Tokens of the shortest phrase that holds a post and a name of two words."""
_LEAST_DEED: Final = 4
COUNTERPART: Final = next(iter(word_class("counterparts")))
"""How `his counterpart` begins: nobody's name, and behind a whole subject the one who is told."""
_COUNTED: Final = word_class("counted")
_COUNTED_OF: Final = word_class("counted with of")
"""Words that count people, in the genitive or with `of` behind them."""
_COUNTABLE: Final = Kind.POST | Kind.BODY | Kind.SOURCE | Kind.AUDIENCE
_THINGS: Final = Kind.OCCASION | Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.PLACE
ONE_OF: Final = word_class("one of")
OF_THE_PRESS: Final = word_class("adjectives of the press")
ADVERBS: Final = word_class("adverbs of manner")
"""Words of manner and time that stand between a verb and its subject."""
_TO_COUNTERPART: Final = (L.LAM + COUNTERPART, L.BEH + COUNTERPART)
_TOLD_TO: Final = word_class("verbs of telling somebody")
"""Verbs that have whom one speaks to right behind them."""
_THEY: Final = L.WAW + L.ALEF
_LEAST_STATE: Final = 6
_LOYAL: Final = tuple(sorted(word_class("adjectives with li")))
"""How adjectives begin that go on with `li-`: loyal to, belonging to, opposed to."""
_WHO: Final = Kind.PERSON | Kind.HONORIFIC
_SO: Final = next(iter(word_class("and so")))
"""`And so he`, which begins the clause behind a topic."""
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
_CROWDS: Final = Kind.AUDIENCE | Kind.SOURCE | Kind.POST
_LEAST_MASDAR: Final = 7
_ACCUSATIVE: Final = L.YEH + L.NOON
_ADJECTIVE_ENDS: Final = (L.YEH, L.HEH, L.YEH + L.NOON, L.ALEF + L.TEH)
_FINITE: Final = Kind.CUE_VERB | Kind.VERB
_NEVER_FIRST: Final = _FINITE | Kind.CUE_PARTICIPLE | Kind.CUE_NOUN | Kind.CUE_PREPOSITION | Kind.COMPLEMENTISER


def noun_phrase(r: Reading, first: int, limit: int) -> int:
    """The token behind the noun phrase that begins at `first`; `first` itself where there is none."""
    if first >= limit or not _may_begin(r, first):
        return first
    walk = _Walk(r, first, min(limit, first + _LONGEST))
    at = past_counting(r, first)
    if at >= walk.limit:
        return first
    walk.first = at
    while at < walk.limit:
        behind = walk.step(at)
        if behind == at:
            break
        at = behind
    while at > first + 1 and r.flags[at - 1] & Kind.FUNCTION and _is_preposition(r, at - 1):
        at -= 1
    return at


def _is_preposition(r: Reading, i: int) -> bool:
    small = r.small_word(i)
    return small is not None and small.role == "preposition"


def past_counting(r: Reading, i: int) -> int:
    """The token behind `a number of`, `dozens of`, `one of` at `i`, where people or bodies follow; else `i`."""
    form = r.forms[i]
    if form in _COUNTED:
        k = i + 1
    elif form in _COUNTED_OF and i + 2 < len(r) and _is_of(r, i + 1):
        k = i + 2
    else:
        return i
    if k >= len(r) or r.words[k].conjunction or not r.is_word(k):
        return i
    flag = r.flags[k]
    if not flag & _COUNTABLE and (form not in _COUNTED_OF or flag & _THINGS or not is_definite(r, k)):
        return i
    return k


def _is_of(r: Reading, i: int) -> bool:
    small = r.small_word(i)
    return small is not None and small.frame == "min" and not r.words[i].pronoun


def could_open(r: Reading, i: int) -> bool:
    """Whether the noun phrase of a source may begin at token `i`."""
    flag, word = r.flags[i], r.words[i]
    if past_counting(r, i) > i:
        return True
    if not r.is_word(i) or (flag & Kind.FUNCTION and not (flag & _WHO and i in r.phrases)):
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
    if not could_open(r, second) or r.words[second].preposition or r.forms[second] == _SO:
        return stop
    if r.flags[second] & (Kind.CUE_PARTICIPLE | _FINITE):
        return stop
    end = noun_phrase(r, second, limit)
    if end == second or end - stop > _LONGEST_APPOSITION or not (end >= limit or _closes(r, end)):
        return stop
    explains = _holds_post(r, second, end)
    if not explains and he_is(r, link):
        return stop
    if _holds_post(r, first, stop) != explains:
        return stop if _is_relative(r, first, second, end) else end
    if not explains or not is_definite(r, second) or _ends_in_name(r, first, stop):
        return stop
    return end if _ends_in_name(r, second, end) else stop


def _is_relative(r: Reading, first: int, second: int, end: int) -> bool:
    """Whether one word of no list behind an indefinite phrase is a verb: `an official, who follows the matter,`."""
    if end - second != 1 or r.flags[second] or end >= len(r) or r.forms[end] in L.COMMAS:
        return False
    return not r.words[first].article and r.forms[second][0] in (L.YEH, L.TEH)


def _ends_in_name(r: Reading, first: int, stop: int) -> bool:
    """Whether the last word of the phrase with a post is a name: a given one, or indefinite and of no list."""
    flag = r.flags[stop - 1]
    if flag & (Kind.GIVEN | Kind.PERSON):
        return True
    if stop - first < _LEAST_NAMED or not r.is_word(stop - 1):
        return False
    return bool(r.flags[stop - 2] & (Kind.GIVEN | Kind.PERSON)) or not (flag or r.words[stop - 1].article)


def name_before(r: Reading, i: int) -> int:
    """Where the bare name begins that stands before `, the post` at token `i`; `i` itself where there is none."""
    if i < 2 or r.forms[i - 1] not in L.COMMAS:
        return i
    first = i - 1
    while first > 0 and i - first <= _LONGEST_NAME and _may_be_name(r, first - 1):
        first -= 1
        if r.flags[first] & Kind.HONORIFIC:
            break
    if first == r.sentence_first(i) and first + 1 < i - 1 and _opens_with_verb(r, first):
        first += 1
    return first if first < i - 1 else i


def _opens_with_verb(r: Reading, i: int) -> bool:
    """Whether the word of no list that opens the sentence at `i` is a verb: a given name or a title follows it."""
    return not r.flags[i] and not r.words[i].article and bool(r.flags[i + 1] & (Kind.GIVEN | Kind.HONORIFIC))


def _may_be_name(r: Reading, i: int) -> bool:
    """Whether the word at `i` may stand in a person's name: a given name, or a word of no list."""
    if not r.is_word(i) or i in r.dated:
        return False
    flag = r.flags[i]
    return bool(flag & (Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC)) or not flag


def is_definite(r: Reading, i: int) -> bool:
    """Whether the word at `i` has the article, be it a word of no list."""
    return r.words[i].article or r.forms[i].startswith(L.AL)


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
    if not flag and (r.forms[i] in ADVERBS or r.forms[i].startswith(_TO_COUNTERPART) or _is_state(r.forms[i])):
        return False
    if i > 0 and r.flags[i - 1] & Kind.CUE_VERB and r.forms[i - 1].endswith(_THEY):
        return False  # a verb in the plural stands behind its subject: "they called upon the government"
    if word.stem.startswith(COUNTERPART) and (word.preposition or (i > 0 and r.words[i - 1].stem in _TOLD_TO)):
        return False  # "told his counterpart": whom somebody tells
    if flag & Kind.AUDIENCE and word.preposition and not flag & (Kind.BODY | Kind.MEDIA | Kind.SOURCE):
        return False  # "to the journalists"
    return not flag & _NEVER_FIRST or bool(flag & HEADS) or word.article


def _is_state(form: str) -> bool:
    """Whether a word of no list has the letters of a participle in the accusative: `he wrote, mocking:`."""
    return len(form) >= _LEAST_STATE and form[0] == L.MEEM and form[-1] == L.ALEF


def _holds_post(r: Reading, first: int, stop: int) -> bool:
    return any(r.flags[k] & Kind.POST for k in range(first, stop))


def _closes(r: Reading, i: int) -> bool:
    """Whether what stands at `i` may follow a subject that is whole."""
    form = r.forms[i]
    if form in L.COMMAS or form in L.QUOTE_MARKS or form == ":" or i in r.dated or form == L.LAM:
        return True
    if r.words[i].preposition == L.LAM and r.flags[i] & (Kind.AUDIENCE | Kind.MEDIA):
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
        if i in r.dated or (inner and r.forms[i - 1] in L.QUOTE_MARKS and self._name_was_quoted(i)):
            return i
        that = flag & Kind.COMPLEMENTISER and not (flag & Kind.PERSON and i in r.phrases)  # Ban is written as `that`
        if inner and (that or word.conjunction == L.FEH):
            return i
        if inner and word.form[0] == L.NOON and word.stem.startswith(COUNTERPART) and r.words[i - 1].article:
            return i
        if inner and not flag and word.form in ADVERBS:
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
            if flag & Kind.POST and found[1].kind & Kind.PLACE:
                found = r.match(i, _WHOLE) or found  # a town may be called as a post is
            return self._past_head(i, *found)
        if inner and flag & Kind.GIVEN and not word.preposition:
            return i + 1
        if inner and _is_clause(r, i):
            return i
        if flag & Kind.FUNCTION and flag & Kind.HONORIFIC and i in r.phrases:
            title = r.match(i, Kind.HONORIFIC)
            if title is not None and title[0] > i + 1:
                return min(title[0], self.limit)  # "Ayatollah" begins like a small word
        if flag & Kind.FUNCTION:
            return i + 1 if inner and word.preposition and _is_last_name(self, i) else self._past_small_word(i)
        if inner:
            if _ends(self, i):
                return i
            if flag & Kind.NISBA and self.side is None:
                nation = word.find(Kind.NISBA)
                if nation is not None and isinstance(nation.row, Nisba):
                    self.side = nation.row.side
        return i + 1

    def _is_whom(self, i: int) -> bool:
        """Whether a person begins at `i` whom a body acts on or speaks of: `held the ministry Haftar responsible`."""
        r = self.r
        if not self.heads & Kind.BODY or self.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA):
            return False
        if r.flags[i] & Kind.HONORIFIC and r.words[i].article:
            named_for = r.flags[i - 1] & Kind.BODY and not is_definite(r, i - 1)  # "the battalion of the martyr X"
            return not r.flags[i] & Kind.POST and not named_for
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
            if _crowd_object(self, i):
                return i
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
        if small.role in ("demonstrative", "particle") and (i == self.first or r.forms[i] not in ONE_OF):
            return i + 1 if i == self.first and not r.words[i].preposition else i
        if i == self.first:
            return i
        if r.forms[i] in ONE_OF and r.flags[i + 1] & HEADS:
            return i + 1
        if small.role == "own":
            return i + 1 if self.heads & Kind.POST else i
        if small.role == "intensive":
            return i + 1 if self.heads else i
        if small.role != "preposition" or not self._joins(i, small):
            return i
        inside = small.frame == "min" and self.heads & Kind.SOURCE and i + 2 < self.limit and _is_preposition(r, i + 1)
        return i + 2 if inside else i + 1  # "a source from within the board"

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
            return bool(following & Kind.MEDIA) and small.frame is None and self._is_of_press()
        if self.heads & Kind.SOURCE and small.frame == "min":
            return True  # "sources from among the people of ..."
        if small.frame == "min" and r.words[i - 1].article and not following & (Kind.PLACE | Kind.PLACE_CLASS):
            return False  # "asked the government of the residents": no source of its own
        form = r.forms[i + 1]
        if following & _NAMES & ~Kind.SOURCE or (following & Kind.PLACE_CLASS and small.frame in (None, "min")):
            return True
        if form in L.QUOTE_MARKS:
            return small.frame is None  # behind `to` or `of` a quotation is what is said
        return r.words[i + 1].article or form.startswith(L.AL)

    def _is_of_press(self) -> bool:
        """Whether the phrase begins with a journalist or the like, of whom an outlet tells where he works."""
        post = self.r.words[self.first].find(Kind.POST)
        if post is None or not isinstance(post.row, Post):
            return False
        return post.row.side == "MEDIA" or post.row.private is not None


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
    if not word.preposition or not word.flags or word.article:
        return False
    return not _completes_adjective(walk, i) and not _is_last_name(walk, i)


def _is_last_name(walk: _Walk, i: int) -> bool:
    """Whether the word at `i` ends a name behind a post, whatever else its letters may be: `Minister Marise Payne,`."""
    r = walk.r
    if not walk.heads & Kind.POST or i + 1 >= len(r) or i - walk.first < 2 or not _closes(r, i + 1):
        return False
    before = r.flags[i - 1]
    return before & Kind.GIVEN != 0 or not (before or is_definite(r, i - 1) or r.words[i - 1].preposition)


def _completes_adjective(walk: _Walk, i: int) -> bool:
    """Whether `li-` with the article goes on with the adjective of a body: `the forces loyal to the legitimate`."""
    r = walk.r
    if not walk.heads & Kind.BODY or not r.forms[i].startswith(L.LAM + L.LAM) or not r.words[i - 1].article:
        return False
    if r.flags[i] & (Kind.AUDIENCE | Kind.OCCASION | Kind.MEDIA | Kind.POST | Kind.CONTENT_NOUN | Kind.TRIGGER):
        return False
    stem = r.words[i - 1].stem
    return stem.startswith(_LOYAL, len(L.AL) if stem.startswith(L.AL) else 0)


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
    if walk.named == i and form[0] == L.LAM:
        return True  # "X to Y", in titles
    return form[1] == L.MEEM and form[-1] == L.HEH


def _indefinite_behind_definite(walk: _Walk, i: int) -> bool:
    """A word without the article behind one that has it, in a phrase for no person: no adjective, no genitive."""
    r = walk.r
    if not walk.heads or walk.heads & Kind.POST or not is_definite(r, i - 1) or r.words[i].article:
        return False
    if r.forms[i].startswith(L.AL) or r.words[i].preposition or r.forms[i][0] in (L.LAM, L.BEH, L.WAW):
        return False
    if r.flags[i - 1] & Kind.HONORIFIC:
        return False
    return not r.flags[i] & (Kind.NISBA | Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC | HEADS)


def _definite_object(walk: _Walk, i: int) -> bool:
    """A definite noun behind a definite adjective of nationality: whom or what a body acts on.

    No noun goes on with an adjective, and a second adjective is no deed, no crowd and no body.
    """
    r = walk.r
    if not is_definite(r, i) or walk.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA) or not walk.heads & Kind.BODY:
        return False
    last = r.flags[i - 1]
    if not (last & Kind.NISBA and is_definite(r, i - 1) and not last & Kind.POST):
        return False
    if r.flags[i] & (Kind.NISBA | Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC | HEADS):
        return False
    return not r.forms[i].endswith(_ADJECTIVE_ENDS)


def _is_deed(walk: _Walk, i: int) -> bool:
    """A definite verbal noun of the longer patterns behind a definite word: no adjective has its letters."""
    r = walk.r
    form = r.forms[i]
    if len(form) < _LEAST_MASDAR or form[-2] != L.ALEF or form[2] != L.ALEF or not form.startswith(L.AL):
        return False
    if r.flags[i] & (Kind.NISBA | Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC | HEADS) or r.flags[i - 1] & Kind.FUNCTION:
        return False
    return is_definite(r, i - 1) and not r.words[i - 1].preposition


def _deed_of_post(walk: _Walk, i: int) -> bool:
    """A definite deed right behind a definite title or its adjective: `the minister | the decision`."""
    r = walk.r
    if not walk.heads & Kind.POST or not r.flags[i] & (Kind.CONTENT_NOUN | Kind.TRIGGER) or not r.words[i].article:
        return False
    if r.flags[i] & (Kind.NISBA | Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC | HEADS) or r.words[i].preposition:
        return False
    return r.words[i - 1].article and bool(r.flags[i - 1] & (Kind.POST | Kind.NISBA))


def _behind_state(walk: _Walk, i: int) -> bool:
    """An indefinite noun right behind the name of a country or town: what it acts on."""
    r = walk.r
    if walk.heads != Kind.PLACE or not r.flags[i - 1] & Kind.PLACE or i - walk.first > 2:
        return False
    word = r.words[i]
    return not (word.article or word.conjunction or word.preposition or r.forms[i].startswith(L.AL))


def _crowd_object(walk: _Walk, i: int) -> bool:
    """People in the accusative behind a definite word of another case: `told the committee the reporters that`."""
    r = walk.r
    form, last = r.forms[i], r.forms[i - 1]
    if not r.flags[i] & _CROWDS or not form.startswith(L.AL) or not form.endswith(_ACCUSATIVE):
        return False
    if not r.flags[i] & (Kind.AUDIENCE | Kind.SOURCE):
        post = r.words[i].find(Kind.POST)
        if post is None or not isinstance(post.row, Post) or post.row.plural is None:
            return False
    return is_definite(r, i - 1) and not last.endswith(_ACCUSATIVE) and not r.flags[i - 1] & Kind.FUNCTION


def _document_object(walk: _Walk, i: int) -> bool:
    """An indefinite noun of speech behind a definite one or a whole phrase."""
    r = walk.r
    return bool(r.flags[i] & Kind.OCCASION) and not r.words[i].article and _definite_end(r, i)


def _ends(walk: _Walk, i: int) -> bool:
    """Whether one of these holds of the word at `i`; each is asked only of words that it may hold of."""
    word, form = walk.r.words[i], walk.r.forms[i]
    if (word.preposition or form[0] == L.BEH or form[0] == L.LAM) and (
        _governed(walk, i) or _governed_unknown(walk, i) or _governed_deed(walk, i) or _spoken_to(walk, i)
    ):
        return True
    definite = word.article or form.startswith(L.AL)
    if definite and (_deed_of_post(walk, i) or _definite_object(walk, i) or _is_deed(walk, i)):
        return True
    if word.article:
        return False
    if _opens_object(walk, i) or _document_object(walk, i):
        return True
    return not definite and (_behind_state(walk, i) or _indefinite_behind_definite(walk, i))


# Where one of these holds of the head at `i`, another phrase begins with it.


def _governed_head(walk: _Walk, i: int, entry: Entry) -> bool:
    """A head with a preposition joined to it that goes on with no post (`secretary-general of the UN` does)."""
    r = walk.r
    if not r.words[i].preposition:
        return False
    if not walk.heads & _WHOLE or (r.flags[i] & Kind.AUDIENCE and not entry.kind & Kind.BODY):
        return True
    if entry.kind & Kind.POST and not walk.heads & Kind.POST and _is_whole_body(r, i - 1):
        return True  # "said the Arab states to the minister"
    return not entry.kind & (Kind.BODY | Kind.PLACE | Kind.POST)


def _is_whole_body(r: Reading, i: int) -> bool:
    """Whether the body's name is whole at `i`: with a nationality, a place, or a feminine adjective."""
    if r.flags[i] & (Kind.NISBA | Kind.PLACE):
        return True
    return is_definite(r, i) and r.forms[i].endswith(L.YEH + L.HEH)


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
    explained = explained or walk.heads == Kind.PLACE
    if not (walk.heads & _WHOLE or explained) or not entry.kind & _WHOLE:
        return False
    return not (is_definite(walk.r, i) or word.conjunction or word.preposition) and _definite_end(walk.r, i)


def _is_object_of_post(r: Reading, i: int, entry: Entry) -> bool:
    """Whether a definite body stands right behind a definite post: no genitive, no adjective."""
    word, last = r.words[i], r.words[i - 1]
    if not entry.kind & Kind.BODY or r.flags[i] & Kind.NISBA or word.form.endswith(L.YEH):
        return False
    known = last.form.startswith(L.AL) and bool(r.flags[i - 1] & Kind.POST)
    return word.article and known and not word.conjunction


def _is_object_of_text(walk: _Walk, i: int) -> bool:
    """Whether a definite noun stands right behind `the statement`: whom the text calls upon."""
    r = walk.r
    if i != walk.first + 1 or not r.flags[walk.first] & Kind.OCCASION or not r.words[walk.first].article:
        return False
    return r.words[i].article and not r.flags[i] & Kind.NISBA


def _is_bare_state(r: Reading, i: int, entry: Entry) -> bool:
    """Whether a state's or a capital's name stands behind a word with the article: no genitive of it."""
    word = r.words[i]
    if word.article or word.conjunction or word.preposition or not is_definite(r, i - 1):
        return False
    if not isinstance(entry.row, PlaceName) or r.words[i - 1].preposition:
        return False
    if (r.flags[i - 1] | r.flags[max(0, i - 2)]) & Kind.PLACE_CLASS:
        return False  # "in the American capital Washington"
    return any(place.kind == "country" or place.seat for place in entry.row.rows)


def _other_behind_body(walk: _Walk, i: int, entry: Entry) -> bool:
    """The proper name of another side behind a definite body or a person: whom they act on."""
    word = walk.r.words[i]
    if _is_object_of_post(walk.r, i, entry) or _is_object_of_text(walk, i):
        return True
    if walk.heads & Kind.POST and _is_bare_state(walk.r, i, entry):
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
    if walk.r.forms[i] in OF_THE_PRESS:
        return False  # "the media centre of X"
    if walk.r.forms[i].endswith(L.YEH + L.HEH) and walk.r.forms[i - 1].endswith((L.TEH, L.HEH)):
        return False  # an adjective: "rights organisations"
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
