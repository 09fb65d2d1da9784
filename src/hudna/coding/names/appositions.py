"""What explains a noun phrase beside it: `X, the Y,`, and the bare name before a post."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.personnames import LONGEST_NAME
from hudna.coding.names.phrases import could_open, noun_phrase
from hudna.coding.words.nouns import FINITE, LEAST_NAMED, LISTED, closes, he_is, is_definite
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.wordclasses import only_word
from hudna.text import letters as L

_SO: Final = only_word("and so")
"""`And so he`, which begins the clause behind a topic."""
_LONGEST_APPOSITION: Final = 14
_LONGEST_QUOTED: Final = 4


def apposition(r: Reading, first: int, stop: int, limit: int) -> int:
    """The token behind `X, the Y,` where a second phrase explains the one at `first` to `stop`; else `stop`."""
    link = stop + 1 if stop + 1 < limit and r.forms[stop] in L.COMMAS and he_is(r, stop + 1) else stop
    second = link + 1
    if second >= limit or not (r.forms[link] in L.COMMAS or he_is(r, link)) or second in r.dated:
        return stop
    if r.forms[second] in L.QUOTE_MARKS:
        return _quoted_name(r, first, stop, second, limit)
    if not could_open(r, second) or r.words[second].preposition or r.forms[second] == _SO:
        return stop
    if r.flags[second] & (Kind.CUE_PARTICIPLE | FINITE) or _is_direction(r, second):
        return stop
    end = noun_phrase(r, second, limit)
    if end == second or end - stop > _LONGEST_APPOSITION or not (end >= limit or closes(r, end)):
        return stop
    explains = _holds_post(r, second, end)
    if not explains and he_is(r, link):
        return stop
    if _holds_post(r, first, stop) != explains:
        return stop if _is_relative(r, first, second, end) else end
    if not explains or not is_definite(r, second) or _ends_in_name(r, first, stop):
        return stop
    return end if _ends_in_name(r, second, end) else stop


def _quoted_name(r: Reading, first: int, stop: int, second: int, limit: int) -> int:
    """The token behind a name in quotation marks at `second` whose post stands before it; else `stop`."""
    quote = r.quotation_from(second)
    if quote is None or not quote.closed or quote.stop >= limit or not _holds_post(r, first, stop):
        return stop
    if not 1 < len(quote) <= _LONGEST_QUOTED or not _may_be_name(r, quote.first) or is_definite(r, quote.first):
        return stop
    if any(not _may_be_name(r, k) for k in range(quote.first, quote.stop)):
        return stop
    return quote.stop + 1 if closes(r, quote.stop + 1) else stop


def _is_direction(r: Reading, i: int) -> bool:
    """Whether the words at `i` tell where, not who: `north of the city`."""
    word = r.words[i]
    if not r.flags[i] & (Kind.PLACE_CLASS | Kind.DIRECTION) or r.flags[i] & (Kind.POST | Kind.BODY | Kind.GIVEN):
        return False
    return not (word.article or word.preposition or word.conjunction)


def _is_relative(r: Reading, first: int, second: int, end: int) -> bool:
    """Whether one word of no list behind an indefinite phrase is a verb: `an official, who follows the matter,`."""
    if end - second != 1 or r.flags[second] & LISTED or end >= len(r) or r.forms[end] in L.COMMAS:
        return False
    return not r.words[first].article and r.forms[second][0] in (L.YEH, L.TEH)


def _ends_in_name(r: Reading, first: int, stop: int) -> bool:
    """Whether the last word of the phrase with a post is a name: a given one, or indefinite and of no list."""
    flag = r.flags[stop - 1]
    if flag & (Kind.GIVEN | Kind.PERSON):
        return True
    if stop - first < LEAST_NAMED or not r.is_word(stop - 1):
        return False
    return bool(r.flags[stop - 2] & (Kind.GIVEN | Kind.PERSON)) or not (flag & LISTED or r.words[stop - 1].article)


def _holds_post(r: Reading, first: int, stop: int) -> bool:
    return any(r.flags[k] & Kind.POST for k in range(first, stop))


def name_before(r: Reading, i: int) -> int:
    """Where the bare name begins that stands before `, the post` at token `i`; `i` itself where there is none."""
    if i < 2:
        return i
    if r.forms[i - 1] == ")":
        return _bracketed_before(r, i)
    if r.forms[i - 1] not in L.COMMAS:
        return _given_before(r, i)
    first = i - 1
    while first > 0 and i - first <= LONGEST_NAME and _may_be_name(r, first - 1):
        first -= 1
        if r.flags[first] & Kind.HONORIFIC:
            break
    if first == r.sentence_first(i) and first + 1 < i - 1 and _opens_with_verb(r, first):
        first += 1
    return first if first < i - 1 else i


def _bracketed_before(r: Reading, i: int) -> int:
    """Where the name in brackets begins right before the post at `i`: `(X Y) the minister`; else `i`."""
    first = i - 1
    while first > 0 and i - first <= LONGEST_NAME and _may_be_name(r, first - 1):
        first -= 1
    return first if first < i - 2 and first > 0 and r.forms[first - 1] == "(" else i


def _given_before(r: Reading, i: int) -> int:
    """Where a name of several words begins right before the post at `i`: with a given one; else `i`."""
    first = found = i
    if r.words[i].article or r.words[i].preposition or r.words[i].conjunction:
        return i
    while first > 0 and i - first <= LONGEST_NAME and _may_be_name(r, first - 1):
        first -= 1
        word = r.words[first]
        if r.flags[first] & (Kind.GIVEN | Kind.PERSON) and not (word.article or word.preposition or word.conjunction):
            found = first
    return found if found < i - 1 else i


def _opens_with_verb(r: Reading, i: int) -> bool:
    """Whether the word of no list that opens the sentence at `i` is a verb: a given name or a title follows it."""
    return not r.flags[i] & LISTED and not r.words[i].article and bool(r.flags[i + 1] & (Kind.GIVEN | Kind.HONORIFIC))


def _may_be_name(r: Reading, i: int) -> bool:
    """Whether the word at `i` may stand in a person's name: a given name, or a word of no list."""
    if not r.is_word(i) or i in r.dated:
        return False
    flag = r.flags[i]
    return bool(flag & (Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC)) or not flag & LISTED
