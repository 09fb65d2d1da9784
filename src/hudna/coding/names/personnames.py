"""A person's name within a phrase: the titles that lead it, and where it ends."""

from __future__ import annotations

from typing import Final

from hudna.coding.words.cues import frames, is_relative, verb_cue
from hudna.coding.words.nouns import (
    COUNTERPART,
    CUT_OFF,
    LEAST_DEED,
    LISTED,
    demonstrative,
    has_article,
    past_counting,
    printed_feminine,
)
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind, Trait
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

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
_CROWDS: Final = Kind.POST | Kind.AUDIENCE | Kind.SOURCE
_ACCUSATIVE: Final = L.YEH + L.NOON
_ON_WHICH: Final = Kind.OCCASION | Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.COMPLEMENTISER
SECOND_HALVES: Final = word_class("second halves of names")
_SAME: Final = word_class("the same")
_SON: Final = L.BEH + L.NOON
_TANWEEN: Final = "\N{ARABIC FATHATAN}"
LONGEST_NAME: Final = 7
_LEAST_JOINED: Final = 5
_LEAST_NAME: Final = 3
_NOUN_NAMES: Final = Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.OCCASION | Kind.ACT
_TITLES: Final = Kind.POST | Kind.HONORIFIC | Kind.NISBA | Kind.PLACE | Kind.BODY
_NEVER_NAMES: Final = (
    Kind.FUNCTION | Kind.COMPLEMENTISER | Kind.CUE_VERB | Kind.VERB | Kind.CUE_PREPOSITION | Kind.NUMBER
)
_PAUSES: Final = frozenset((":", "-", "–")) | L.COMMAS | frozenset(L.QUOTE_MARKS)
_LONGEST_NOUN_NAME: Final = 5
_KNOWN: Final = word_class("called by a name")
"""Verbs that also mean to know: `known by the name`."""
_CALLED: Final = word_class("called")
_BY_NAME: Final = word_class("by the name")
_LONGEST_CALLED: Final = 5
_JOINED: Final = frozenset((L.WAW, L.FEH))
"""Letters that a joined small word may stand before a word of no list with."""
_SHORT_PART: Final = 3
"""Letters of the longest word that may be the first half of a name in two words (`abd`, `abu`)."""


def past_honours(r: Reading, i: int, stop: int) -> int:
    """Past honorifics, marks and demonstratives."""
    i = min(past_counting(r, i), stop) if i < stop else i
    while i < stop:
        title = r.match(i, Kind.HONORIFIC) if _is_title(r, i) else None
        if title is not None:
            i = min(stop, title[0])
        elif not r.is_word(i) or demonstrative(r, i) or (i + 1 < stop and (_leads_name(r, i) or _is_same(r, i))):
            i += 1
        else:
            break
    return i


def _is_title(r: Reading, i: int) -> bool:
    """Whether a title of a person stands at `i`, not a post nor the first word of a brigade's name."""
    flag = r.flags[i]
    if not flag & Kind.HONORIFIC or (flag & Kind.POST and not is_rank(r, i, len(r))):
        return False
    return not (flag & Kind.BODY and i in r.phrases)


def is_rank(r: Reading, i: int, stop: int) -> bool:
    """Whether a word that is both post and title stands as a title: with the article, a given name behind it."""
    if not r.words[i].article or i + 1 >= stop:
        return False
    return bool(r.flags[i + 1] & (Kind.GIVEN | Kind.PERSON)) or (i + 2 < stop and r.forms[i + 2] == _SON)


def _leads_name(r: Reading, i: int) -> bool:
    """Whether the word at `i` stands before a name without being part of it: a number, `the Emirati` before Ahmad."""
    if r.flags[i] & Kind.NISBA:
        return r.words[i].article and (bool(r.flags[i + 1] & Kind.GIVEN) or _is_unknown_name(r, i + 1))
    return bool(r.flags[i] & Kind.NUMBER)


def _is_same(r: Reading, i: int) -> bool:
    """Whether `the same` stands at `i` before a definite noun, told of before."""
    return r.forms[i] in _SAME and r.words[i + 1].article


def _is_unknown_name(r: Reading, i: int) -> bool:
    """Whether the word at `i` may be a name that no list has: no article, no preposition, and not short."""
    word = r.words[i]
    if r.flags[i] & LISTED or word.article or word.trait & Trait.MARK or len(word.form) < _LEAST_NAME:
        return False
    return word.form[0] not in _JOINED and not word.form.startswith(L.AL)


def name_stop(r: Reading, first: int, stop: int) -> int:
    """The token behind a person's name: before the first word that no name holds."""
    stop = min(stop, first + LONGEST_NAME)
    known = known_stop(r, first) if first < stop else None
    if known is not None and known < stop and not r.flags[known] & Kind.GIVEN:
        return known
    for i in range(known or first + 1, stop):
        if (_ends_name(r, i) and not ends_person(r, i)) or _is_object(r, first, i) or _is_deed(r, first, i):
            return i
        if i - first >= 2 and (_is_joined_word(r, i) or _behind_family(r, i)):
            return i
    return stop


def known_stop(r: Reading, first: int) -> int | None:
    """The token behind a well-known name of several words that begins at `first`."""
    found = r.match(first, Kind.PERSON)
    return found[0] if found is not None and found[0] > first + 1 else None


def object_from(r: Reading, first: int, stop: int) -> int | None:
    """Where the object begins behind the name at `first`."""
    known = known_stop(r, first)
    if known is not None and known < stop and r.words[known].article:
        return known
    if first < stop and r.words[first].stem.startswith(COUNTERPART):
        return first
    end = name_stop(r, first, stop)
    return end if end < stop and (_is_object(r, first, end) or _is_deed(r, first, end)) else None


def _ends_name(r: Reading, i: int) -> bool:
    flag = r.flags[i]
    if flag & Kind.GIVEN:
        return bool(r.words[i].trait & Trait.NAME_OR_PARTICLE) and _governs(r, i + 1)
    if not r.is_word(i) and r.forms[i] not in L.QUOTE_MARKS and r.forms[i] != "-":
        return True
    if flag & _NO_NAME and not r.words[i].article:
        return not (r.words[i].preposition and i + 1 < len(r) and r.forms[i + 1] in L.COMMAS)
    if flag & Kind.POST and r.words[i].find(Kind.POST) is not None:
        if not r.words[i].article:
            return True
        if i + 1 < len(r) and r.words[i + 1].article and not r.flags[i + 1] & (Kind.GIVEN | Kind.PERSON):
            return True  # "the former president": his title
    if r.forms[i] in CUT_OFF or (len(r.forms[i]) > LEAST_DEED and r.forms[i].startswith(L.LAM + L.LAM)):
        return True
    if _is_joined_verb(r.forms[i]):
        return True
    if r.tokens.ends[i] - r.tokens.starts[i] == len(r.forms[i]):
        return False  # no vowel is printed
    return _TANWEEN in r.words_of(i, i + 1) and bool(flag & LISTED or not r.flags[i - 1] & Kind.GIVEN)


def ends_person(r: Reading, i: int) -> bool:
    """Whether the word at `i` is a last name, though a common noun by its letters: behind one given name, then a pause.

    `said the lawyer Tariq Harb that`: the words before the given one are a post or a title.
    """
    word = r.words[i]
    if i < 2 or i + 1 >= len(r) or not r.flags[i - 1] & Kind.GIVEN or r.words[i - 1].conjunction:
        return False
    if not r.flags[i] & _NOUN_NAMES or r.flags[i] & _NEVER_NAMES or len(word.form) > _LONGEST_NOUN_NAME:
        return False
    if word.article or word.preposition or word.conjunction:
        return False
    form = r.forms[i + 1]
    if r.forms[i - 2] in L.COMMAS:
        return form in L.COMMAS
    if word.pronoun or not (r.words[i - 2].article or r.flags[i - 2] & (_TITLES | Kind.CUE_VERB)):
        return False
    if r.flags[i + 1] & Kind.POST and not r.words[i + 1].article and r.flags[i - 2] & Kind.HONORIFIC:
        return True  # "Doctor X Y, professor of ..."
    if r.flags[i + 1] & Kind.COMPLEMENTISER:
        return True
    cue = verb_cue(r, i - 3) if i > 2 else None
    declared = cue is not None and "noun" in frames(cue.frame)  # "the leader X declared a truce:"
    return form in _PAUSES and not (declared and r.flags[i] & Kind.TRIGGER)


def _governs(r: Reading, i: int) -> bool:
    """Whether the word at `i` shows that the one before it is the particle `on`, not the name Ali: a known noun."""
    return i < len(r) and bool(r.flags[i] & _ON_WHICH) and not r.flags[i] & (Kind.GIVEN | Kind.PERSON)


def _is_object(r: Reading, first: int, i: int) -> bool:
    """Whether a definite word behind a full name is what the verb acts on: `described X Y the operation`.

    It is where no name holds it, or an adjective agrees with it: `called upon X Y the guaranteeing states`.
    """
    if not has_article(r, i):
        return False
    if r.flags[i] & _CROWDS and not r.flags[i] & Kind.GIVEN and r.forms[i].endswith(_ACCUSATIVE):
        return i > first
    if i - first < 2:
        return i > first and _is_described(r, first, i)
    if r.flags[i] & (Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.BODY):
        return True
    if has_article(r, i - 1) and not r.flags[i] & LISTED and printed_feminine(r, i):
        return True  # behind a family name: no other ends so
    if len(r.forms[i - 1]) <= _SHORT_PART or i + 1 >= len(r) or not r.words[i + 1].article:
        return False
    if r.flags[i] & (Kind.NISBA | Kind.HONORIFIC):
        return False
    return bool(r.flags[i + 1] & Kind.NISBA) or printed_feminine(r, i + 1)


def _is_described(r: Reading, first: int, i: int) -> bool:
    """Whether an adjective agrees with the noun behind a family name alone: `called upon Y the whole world`."""
    family = has_article(r, first) or (r.flags[first] & Kind.PERSON and not r.flags[first] & Kind.GIVEN)
    if not family or r.flags[i] & (Kind.NISBA | Kind.HONORIFIC | Kind.GIVEN | Kind.PERSON):
        return False
    if r.text[r.tokens.ends[i] - 1] == L.YEH or i + 1 >= len(r) or not has_article(r, i + 1):
        return False
    return bool(r.flags[i + 1] & Kind.NISBA) or r.forms[i + 1][-1] in (L.YEH, L.HEH)


def _is_deed(r: Reading, first: int, i: int) -> bool:
    """Whether a word behind a full name is a noun that `bi-` ties to the verb: `called X Y for the closing of`."""
    form = r.forms[i]
    if form[0] != L.BEH or r.flags[i] & LISTED or len(form) < LEAST_DEED or i + 1 >= len(r):
        return False
    if i - first < 2 and not has_article(r, first):
        return False
    return has_article(r, i + 1) and not r.flags[i + 1] & (Kind.POST | Kind.NISBA | Kind.HONORIFIC)


def _behind_family(r: Reading, i: int) -> bool:
    """Whether an indefinite unlisted word stands behind a definite family name: what he does, `X al-Y a reception`."""
    if r.flags[i] & LISTED or has_article(r, i) or r.words[i].trait & Trait.MARK or not has_article(r, i - 1):
        return False
    return r.forms[i - 1] not in SECOND_HALVES and r.forms[i - 2] not in SECOND_HALVES


def _is_joined_word(r: Reading, i: int) -> bool:
    """Whether a word behind a full name is joined to the sentence: `and with his ...`, `with his fingers`."""
    form = r.forms[i]
    if r.flags[i] & (Kind.GIVEN | Kind.PERSON) or len(form) < _LEAST_JOINED:
        return False
    if form[0] == L.WAW:
        return True
    return form[0] == L.BEH and not r.flags[i] & LISTED and form.endswith((L.HEH, L.HEH + L.ALEF, L.HEH + L.MEEM))


def _is_joined_verb(form: str) -> bool:
    """Whether a word of no list looks like `and` with an imperfect: `wa-tatadammanu`."""
    return len(form) > 4 and form[0] == L.WAW and form[1] in (L.TEH, L.YEH) and not form.endswith(L.HEH)


def called(r: Reading, i: int) -> tuple[int, int] | None:
    """The tokens of the name behind `called` at `i`, past a comma and `who`; `None` where none is told."""
    size = len(r)
    if i < size and r.forms[i] in L.COMMAS:
        i += 1
    if i < size and is_relative(r, i):
        i += 1
    if i + 1 >= size or not (r.forms[i] in _CALLED or (r.forms[i] in _KNOWN and r.forms[i + 1] in _BY_NAME)):
        return None
    first = i + 1
    if r.forms[first] in _BY_NAME:
        first += 1
    if first >= size:
        return None
    quote = r.quotation_from(first) if r.forms[first] in L.QUOTE_MARKS else None
    if quote is not None:
        return (quote.first, quote.stop) if quote.closed and len(quote) <= _LONGEST_CALLED else None
    if not _may_open_name(r, first):
        return None
    return first, name_stop(r, first, min(r.sentence_stop(first), first + _LONGEST_CALLED))


def _may_open_name(r: Reading, i: int) -> bool:
    """Whether a person's name may begin at `i`: a given one, or an indefinite word of no list."""
    if r.flags[i] & (Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC):
        return True
    return r.is_word(i) and not (r.flags[i] & LISTED or r.words[i].article or r.words[i].preposition)
