"""Where a noun phrase that may name a source begins and how far it goes. What it names is told by `naming`."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.phraseends import (
    LOYAL,
    Walk,
    another_begins,
    ends,
    is_clause,
    is_last_name,
    is_whom,
)
from hudna.coding.words.nouns import (
    ADVERBS,
    COUNTERPART,
    CUT_OFF,
    FINITE,
    HEADS,
    LISTED,
    NAMES,
    ONE_OF,
    WHOLE,
    demonstrative,
    is_definite,
    is_preposition,
    past_counting,
)
from hudna.coding.words.reading import Quotation, Reading
from hudna.packs.lexicon import Entry, Kind, Trait
from hudna.packs.tables.speech import Body, FunctionWord, Nisba, Post
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_OVERSEERS: Final = word_class("adjectives with ala")
_HIS: Final = (L.HEH, L.HEH + L.ALEF, L.HEH + L.MEEM)
_STOPS: Final = frozenset(".:;!?()[]|/…-–" + L.QUESTION + L.SEMICOLON) | L.COMMAS
_TO_COUNTERPART: Final = (L.LAM + COUNTERPART, L.BEH + COUNTERPART)
_TOLD_TO: Final = word_class("verbs of telling somebody")
"""Verbs that have whom one speaks to right behind them."""
_THEY: Final = L.WAW + L.ALEF
_IN_IT: Final = word_class("in it")
_SEATED: Final = word_class("its seats")
_IT: Final = (L.HEH, L.HEH + L.ALEF)
_PRONOUN_ENDS: Final = frozenset((L.HEH, L.ALEF))
_TANWEENS: Final = ("\N{ARABIC FATHATAN}", "\N{ARABIC FATHATAN}" + L.ALEF)
_LEAST_STATE: Final = 6
_LEAST_GOVERNED: Final = 4
_WHO: Final = Kind.PERSON | Kind.HONORIFIC
_LONGEST: Final = 24
"""Tokens in the longest noun phrase that is taken for a source."""
_LONGEST_QUOTED_NAME: Final = 4
_LONGEST_OWN_NAME: Final = 2
"""Words in quotation marks behind a title that is whole which may be its holder's name."""
_DIGITS: Final = frozenset("0123456789")
_LONGEST_BRACKETED: Final = 4
_NUMBERED: Final = Kind.BODY | Kind.MEDIA
_NEVER_FIRST: Final = FINITE | Kind.CUE_PARTICIPLE | Kind.CUE_NOUN | Kind.CUE_PREPOSITION | Kind.COMPLEMENTISER


def noun_phrase(r: Reading, first: int, limit: int) -> int:
    """The token behind the noun phrase that begins at `first`; `first` itself where there is none."""
    if first >= limit or not _may_begin(r, first):
        return first
    walk = Walk(r, first, min(limit, first + _LONGEST))
    at = past_counting(r, first)
    if at >= walk.limit:
        return first
    walk.first = at
    while at < walk.limit:
        behind = _step(walk, at)
        if behind == at:
            break
        at = behind
    while at > first + 1 and r.flags[at - 1] & Kind.FUNCTION and is_preposition(r, at - 1):
        if r.forms[at - 1].endswith(_HIS) and _completes(walk, at - 1):
            break
        at -= 1
    return at


def could_open(r: Reading, i: int) -> bool:
    """Whether the noun phrase of a source may begin at token `i`."""
    flag, word = r.flags[i], r.words[i]
    if past_counting(r, i) > i:
        return True
    if not r.is_word(i) or (flag & Kind.FUNCTION and not (flag & _WHO and i in r.phrases)):
        return False
    if not flag & LISTED and _is_done_to_it(r, i):
        return False
    if word.preposition and not flag & Kind.POST:
        return False
    return not flag & FINITE or word.article or bool(flag & HEADS)


def _may_begin(r: Reading, i: int) -> bool:
    flag, word = r.flags[i], r.words[i]
    if len(word.form) == 1 and word.form in CUT_OFF:
        return False  # "to the paper", the preposition printed apart
    if not flag & LISTED and (r.forms[i] in ADVERBS or r.forms[i].startswith(_TO_COUNTERPART) or _is_state(r.forms[i])):
        return False
    if not flag & LISTED and (_is_masdar(r, i) or r.forms[i] in _IN_IT):
        return False
    if word.form[0] == L.BEH and not flag & (HEADS | _WHO | Kind.GIVEN) and _is_with(r, i):
        return False
    if i > 0 and not flag & LISTED and (_is_accusative(r, i) or _is_done_to_it(r, i)):
        return False  # "he said, addressing him": no subject
    if i > 0 and r.flags[i - 1] & Kind.CUE_VERB and r.forms[i - 1].endswith(_THEY):
        return False  # a verb in the plural stands behind its subject: "they called upon the government"
    if word.stem.startswith(COUNTERPART) and (word.preposition or (i > 0 and r.words[i - 1].stem in _TOLD_TO)):
        return False  # "told his counterpart": whom somebody tells
    if flag & Kind.AUDIENCE and word.preposition and not flag & (Kind.BODY | Kind.MEDIA | Kind.SOURCE):
        return False  # "to the journalists"
    return not flag & _NEVER_FIRST or bool(flag & HEADS) or word.article


def _is_done_to_it(r: Reading, i: int) -> bool:
    """Whether an unlisted word at `i` ends in `him` or `it` before a title: a verb, `which the writer published`."""
    form = r.forms[i]
    if i + 1 >= len(r) or form[-1] not in _PRONOUN_ENDS or not form.endswith(_IT) or r.words[i].article:
        return False
    if not r.flags[i + 1] & (Kind.POST | Kind.HONORIFIC | Kind.BODY) or r.words[i + 1].preposition:
        return False
    if form[-1] == L.ALEF:
        return not r.flags[i + 1] & Kind.BODY or r.words[i + 1].article
    return r.words[i + 1].article and r.text[r.tokens.ends[i] - 1] == L.HEH


def _is_with(r: Reading, i: int) -> bool:
    """Whether the word at `i`, which begins with beh, is governed by it: `accuses it of | the support of ...`."""
    if len(r.forms[i]) <= _LEAST_GOVERNED:
        return False  # a foreign name
    if r.words[i].preposition == L.BEH:
        return True
    return i > 0 and not r.flags[i] & LISTED and bool(r.flags[i - 1] & Kind.CUE_VERB and r.words[i - 1].pronoun)


def _is_masdar(r: Reading, i: int) -> bool:
    """Whether an indefinite unlisted word has the letters of a longer verbal noun: `opposed | the secession of`."""
    form = r.forms[i]
    if len(form) < _LEAST_STATE or form[0] != L.ALEF or form[-2] != L.ALEF or r.words[i].article:
        return False
    long = form[1] == L.NOON or form[2] == L.TEH or form[1:3] == L.SEEN + L.TEH
    return long and i + 1 < len(r) and (is_definite(r, i + 1) or bool(r.flags[i + 1] & (Kind.PLACE | Kind.PLACE_CLASS)))


def _is_accusative(r: Reading, i: int) -> bool:
    """Whether the word behind a verb at `i` is printed as an indefinite one in the accusative: an object, or how."""
    if r.flags[i - 1] & Kind.COMPLEMENTISER or r.forms[i][-1] != L.ALEF:
        return False
    return r.text[r.tokens.starts[i] : r.tokens.ends[i]].endswith(_TANWEENS)


def _is_state(form: str) -> bool:
    """Whether a word of no list has the letters of a participle in the accusative: `he wrote, mocking:`."""
    return len(form) >= _LEAST_STATE and form[0] == L.MEEM and form[-1] == L.ALEF


def _step(walk: Walk, i: int) -> int:
    """The token behind what the phrase takes in at `i`; `i` itself where it ends there."""
    r = walk.r
    word, flag, inner = r.words[i], r.flags[i], i > walk.first
    if word.trait & Trait.MARK:
        return _past_mark(walk, i)
    if i in r.dated or (inner and r.forms[i - 1] in L.QUOTE_MARKS and _name_was_quoted(walk, i)):
        return i
    that = flag & Kind.COMPLEMENTISER and not (flag & Kind.PERSON and i in r.phrases)  # Ban is written as `that`
    if inner and (that or word.conjunction == L.FEH or (word.conjunction and word.stem in _SEATED)):
        return i
    if inner and word.form[0] == L.NOON and word.stem.startswith(COUNTERPART) and r.words[i - 1].article:
        return i
    if inner and not flag & LISTED and (word.form in ADVERBS or word.form[1:] in ADVERBS):
        return i
    if inner and flag & Kind.NUMBER and word.form[0] in _DIGITS:
        return i + 1 if _is_numbered(walk, i) else i
    if inner and len(word.form) == 1 and word.form in CUT_OFF:
        return _past_cut_off(walk, i)
    if inner and flag & _WHO and is_whom(walk, i):
        return i
    if flag & Kind.PERSON and not word.preposition:
        known = r.match(i, Kind.PERSON)
        if known is not None:
            walk.named = min(known[0], walk.limit)
            return walk.named
    found = r.match(i, NAMES)
    if found is not None:
        if flag & Kind.POST and found[1].kind & Kind.PLACE:
            found = r.match(i, WHOLE) or found  # a town may be called as a post is
        return _past_head(walk, i, *found)
    if inner and flag & Kind.GIVEN and not word.preposition:
        return i + 1
    if inner and is_clause(r, i):
        return i
    if flag & Kind.FUNCTION and flag & Kind.HONORIFIC and i in r.phrases:
        title = r.match(i, Kind.HONORIFIC)
        if title is not None and title[0] > i + 1:
            return min(title[0], walk.limit)  # "Ayatollah" begins like a small word
    if flag & Kind.FUNCTION:
        return i + 1 if inner and word.preposition and is_last_name(walk, i) else _past_small_word(walk, i)
    if inner:
        if ends(walk, i):
            return i
        if flag & Kind.NISBA and walk.side is None:
            nation = word.find(Kind.NISBA)
            if nation is not None and isinstance(nation.row, Nisba):
                walk.side = nation.row.side
    return i + 1


def _past_mark(walk: Walk, i: int) -> int:
    """Past a name in quotation marks, or a mark that stands within names; any other ends the phrase."""
    form = walk.r.forms[i]
    if form in L.QUOTE_MARKS:
        return _past_quotation(walk, i)
    if form == "(" and i > walk.first and walk.heads & Kind.POST:
        return _past_bracketed_name(walk, i)
    if form == ")" and walk.first > 0 and walk.r.forms[walk.first - 1] == "(" and i + 1 < walk.limit:
        return i + 1 if walk.r.flags[i + 1] & Kind.POST and i > walk.first + 1 else i
    if form == "-" and _is_numbered(walk, i) and i + 1 < walk.limit and walk.r.flags[i + 1] & Kind.NUMBER:
        return i + 2 if i > walk.first + 1 and walk.r.forms[i - 1] == L.AL else i
    return i if form in _STOPS or form[0] == "\n" or _name_was_quoted(walk, i) else i + 1


def _past_bracketed_name(walk: Walk, i: int) -> int:
    """The token behind a person's name in brackets at `i`, behind a post; `i` itself where there is none."""
    r = walk.r
    limit = min(walk.limit, i + _LONGEST_BRACKETED + 2)
    if i + 1 >= limit or not r.flags[i + 1] & (Kind.GIVEN | Kind.PERSON) or r.flags[i + 1] & (HEADS | Kind.PLACE_CLASS):
        return i
    for k in range(i + 2, limit):
        if r.forms[k] == ")":
            return k + 1 if k > i + 2 else i
        if not r.is_word(k) or r.words[k].preposition or r.flags[k] & (_NEVER_FIRST | HEADS):
            return i
    return i


def _past_cut_off(walk: Walk, i: int) -> int:
    """Past a lone preposition that ties a name in quotation marks to the phrase."""
    if _before_its_quotation(walk, i):
        return i + 2
    return i + 1 if _belongs_to_quoted(walk, i) else i


def _past_quotation(walk: Walk, i: int) -> int:
    """Past a short name in quotation marks, or past a stray mark in the middle of the phrase."""
    r = walk.r
    quote = r.quotation_round(i)
    if quote is None:
        goes_on = i + 1 < walk.limit and (r.flags[i + 1] & HEADS or i == walk.first)
        return i + 1 if goes_on else i
    if quote.first != i + 1 or not quote.closed or len(quote) > _LONGEST_QUOTED_NAME:
        return i
    if r.flags[quote.first] & (Kind.COMPLEMENTISER | FINITE) and not _wants_name(walk, i):
        return i
    if _is_said(walk, quote):
        return i
    return min(quote.stop + 1, walk.limit)


def _wants_name(walk: Walk, i: int) -> bool:
    """Whether an indefinite body or outlet stands before the quotation at `i`: its name follows, a verb or not."""
    r = walk.r
    return i > walk.first and bool(r.flags[i - 1] & _NUMBERED) and not is_definite(r, i - 1)


def _is_said(walk: Walk, quote: Quotation) -> bool:
    """Whether the quotation behind a whole title is too long for a name: `said the director "they left today"`."""
    r = walk.r
    if not walk.heads & Kind.POST or len(quote) <= _LONGEST_OWN_NAME or not is_definite(r, quote.first - 2):
        return False
    if r.flags[quote.first] & (HEADS | Kind.PERSON | Kind.HONORIFIC):
        return False
    return not any(r.flags[k] & Kind.GIVEN for k in range(quote.first, quote.stop))


def _is_numbered(walk: Walk, i: int) -> bool:
    """Whether the number at `i` belongs to the name of a body or outlet: `the division 13`, `the channel al- 12`."""
    r = walk.r
    k = i - 1
    while k > walk.first and (r.forms[k] == "-" or r.forms[k] == L.AL):
        k -= 1
    return r.words[k].article and bool(r.flags[k] & _NUMBERED)


def _name_was_quoted(walk: Walk, i: int) -> bool:
    """Whether the whole name stood in quotation marks just before: only a nationality goes on with it."""
    r = walk.r
    if i == walk.first or r.forms[i - 1] not in L.QUOTE_MARKS or r.flags[i] & Kind.NISBA:
        return False
    quote = r.quotation_round(i - 1)
    return quote is not None and quote.first == walk.first + 1 and quote.stop == i - 1


def _before_its_quotation(walk: Walk, i: int) -> bool:
    """Whether a lone preposition stands here, a dash and a quotation mark behind it."""
    forms = walk.r.forms
    if forms[i] not in CUT_OFF or i == walk.first or i + 2 >= walk.limit:
        return False
    if forms[i] == L.LAM and not walk.r.words[i - 1].article:
        return False  # told to an outlet or a body
    if walk.r.flags[i + 3 if i + 3 < walk.limit else i] & Kind.MEDIA:
        return False
    return forms[i + 1] == "-" and forms[i + 2] in L.QUOTE_MARKS


def _belongs_to_quoted(walk: Walk, i: int) -> bool:
    """Whether the lone preposition at `i` ties a body in quotation marks: `the centre belonging to "X"`."""
    r = walk.r
    if i + 2 >= walk.limit or r.forms[i + 1] not in L.QUOTE_MARKS or not r.words[i - 1].article:
        return False
    return bool(r.flags[i + 2] & Kind.BODY)


def _past_head(walk: Walk, i: int, after: int, entry: Entry) -> int:
    """Past a post, body, source, outlet or place, unless another phrase begins with it."""
    if i > walk.first and another_begins(walk, i, entry):
        return i
    walk.heads |= entry.kind
    if isinstance(entry.row, Body):
        walk.side = entry.row.side or walk.side
        if entry.row.named is not None:
            walk.whole = after
    return min(after, walk.limit)


def _past_small_word(walk: Walk, i: int) -> int:
    """Past a preposition that goes on with the phrase, or a demonstrative that opens it."""
    r = walk.r
    small = r.small_word(i)
    if small is not None and i > walk.first and r.forms[i].endswith(_HIS) and _completes(walk, i):
        return i + 1
    if small is None or i + 1 >= walk.limit:
        return i
    if small.role in ("demonstrative", "particle") and (i == walk.first or r.forms[i] not in ONE_OF):
        return i + 1 if i == walk.first and not r.words[i].preposition else i
    if i == walk.first:
        return i
    if r.forms[i] in ONE_OF and r.flags[i + 1] & HEADS:
        return i + 1
    if small.role == "own":
        return i + 1 if walk.heads & Kind.POST else i
    if small.role == "intensive":
        return i + 1 if walk.heads else i
    if _completes(walk, i):
        return i + 1
    if small.role != "preposition" or not (_joins(walk, i, small) or _joins_this(walk, i, small)):
        return i
    if demonstrative(r, i + 1) and i + 2 < walk.limit and r.words[i + 2].article:
        return i + 2  # "the man in charge of | that workshop"
    inside = small.frame == "min" and walk.heads & Kind.SOURCE and i + 2 < walk.limit and is_preposition(r, i + 1)
    return i + 2 if inside else i + 1  # "a source from within the board"


def _completes(walk: Walk, i: int) -> bool:
    """Whether `to him` goes on with an adjective of belonging: `the minister belonging to him`."""
    r = walk.r
    if r.words[i - 1].stem.removeprefix(L.AL) in _OVERSEERS and _is_on(r, i):
        return True
    if not walk.heads or not (r.words[i].pronoun or r.forms[i].endswith(_HIS)) or not r.words[i - 1].article:
        return False
    return r.words[i - 1].stem.removeprefix(L.AL).startswith(LOYAL)


def _is_on(r: Reading, i: int) -> bool:
    """Whether `over`, `on` stands at `i` with a definite noun behind it, which no clause follows."""
    small = r.small_word(i)
    return small is not None and small.frame == "ala" and i + 1 < len(r) and not r.flags[i + 1] & _NEVER_FIRST


def _joins(walk: Walk, i: int, small: FunctionWord) -> bool:
    """Whether the preposition at `i` ties what follows to the source: `minister *in* the government`."""
    r = walk.r
    following = r.flags[i + 1]
    if small.joins is None or not walk.heads & WHOLE:
        return False
    if following & (Kind.OCCASION | Kind.COMPLEMENTISER | FINITE):
        return False
    if small.joins == "always":
        return True
    if following & Kind.AUDIENCE and not following & (Kind.BODY | Kind.PLACE):
        return bool(following & Kind.MEDIA) and small.frame is None and _is_of_press(walk)
    if walk.heads & Kind.SOURCE and small.frame == "min":
        return True  # "sources from among the people of ..."
    if small.frame == "min" and r.words[i - 1].article and not following & (Kind.PLACE | Kind.PLACE_CLASS):
        return False  # "asked the government of the residents": no source of its own
    form = r.forms[i + 1]
    if following & NAMES & ~Kind.SOURCE or (following & Kind.PLACE_CLASS and small.frame in (None, "min")):
        return True
    if form in L.QUOTE_MARKS:
        return small.frame is None  # behind `to` or `of` a quotation is what is said
    return r.words[i + 1].article or form.startswith(L.AL)


def _joins_this(walk: Walk, i: int, small: FunctionWord) -> bool:
    """Whether a preposition ties `this workshop` to a post: `the man in charge of that workshop`."""
    r = walk.r
    if small.frame != "an" or not walk.heads & Kind.POST or i + 2 >= walk.limit:
        return False
    return demonstrative(r, i + 1) and r.words[i + 2].article


def _is_of_press(walk: Walk) -> bool:
    """Whether the phrase begins with a journalist or the like, of whom an outlet tells where he works."""
    post = walk.r.words[walk.first].find(Kind.POST)
    if post is None or not isinstance(post.row, Post):
        return False
    return post.row.side == "MEDIA" or post.row.private is not None
