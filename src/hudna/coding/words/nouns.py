"""What the words of a noun phrase tell by themselves: definite or not, counted or not, as printed."""

from __future__ import annotations

from typing import Final

from hudna.coding.words.reading import Reading
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Body, Medium
from hudna.packs.wordclasses import only_word, word_class
from hudna.text import letters as L

COUNTERPART: Final = only_word("counterparts")
"""How `his counterpart` begins: nobody's name, and behind a whole subject the one who is told."""
_COUNTED: Final = word_class("counted")
_COUNTED_OF: Final = word_class("counted with of")
"""Words that count people, in the genitive or with `of` behind them."""
_COUNTABLE: Final = Kind.POST | Kind.BODY | Kind.SOURCE | Kind.AUDIENCE
_NAMED: Final = Kind.PLACE | Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC | Kind.NISBA
_EACH: Final = only_word("each")
_THINGS: Final = Kind.OCCASION | Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.PLACE
ONE_OF: Final = word_class("one of")
OF_THE_PRESS: Final = word_class("adjectives of the press")
ADVERBS: Final = word_class("adverbs of manner")
"""Words of manner and time that stand between a verb and its subject."""
_HE_IS: Final = frozenset((L.WAW + L.HEH + L.WAW, L.WAW + L.HEH + L.YEH))
CUT_OFF: Final = frozenset((L.LAM, L.BEH, L.KAF))
"""Prepositions that outlets cut from the word or quotation mark behind them."""
LEAST_NAMED: Final = 3
"""Tokens of the shortest phrase that holds a post and a name of two words."""
LEAST_DEED: Final = 4
"""Letters of the shortest word that may be a deed with a preposition or a pronoun joined to it."""
WHOLE: Final = Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA
"""What makes a phrase a source by itself."""
NAMES: Final = WHOLE | Kind.PLACE
HEADS: Final = NAMES | Kind.NISBA
"""What the phrase of a source turns on."""
FINITE: Final = Kind.CUE_VERB | Kind.VERB
_NOBODY: Final = _THINGS | FINITE | Kind.FUNCTION | Kind.NUMBER | Kind.MEDIA
LISTED: Final = ~Kind.EVENT_WORD
"""What makes a word one that the packs know: words that only tell of events may be any."""
_NOUNS: Final = HEADS | Kind.HONORIFIC | Kind.OCCASION | Kind.AUDIENCE | Kind.CONTENT_NOUN
_TO: Final = L.AL + L.YEH
"""`To`, folded: printed without its hamza it begins like the article."""
_NO_QUOTES: Final = dict.fromkeys(map(ord, L.QUOTE_MARKS))
_BARE_ALEF: Final = (L.AL, L.WAW + L.AL)
_ALEF_HAMZAS: Final = (L.ALEF_HAMZA_ABOVE, L.ALEF_HAMZA_BELOW)


def is_definite(r: Reading, i: int) -> bool:
    """Whether the word at `i` has the article, be it a word of no list."""
    return r.words[i].article or (r.forms[i].startswith(L.AL) and not (r.forms[i] == _TO and is_preposition(r, i)))


def has_article(r: Reading, i: int) -> bool:
    """As `is_definite`, behind a joined preposition or `and` too, and not of a foreign name printed with a hamza."""
    form = r.forms[i]
    if form.startswith(L.AL) and (r.text[r.tokens.starts[i]] in _ALEF_HAMZAS or form == _TO):
        return False
    return r.words[i].article or glued_article(form) or form.startswith(_BARE_ALEF)


def definite_end(r: Reading, i: int) -> bool:
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


def glued_article(form: str) -> bool:
    """Whether a word of no list begins like a preposition with the article."""
    return form.startswith((L.LAM + L.LAM, L.BEH + L.AL))


def demonstrative(r: Reading, i: int) -> bool:
    """Whether token `i` is a small word that a noun phrase may begin with: `this`, `some`, `all`."""
    small = r.small_word(i)
    return small is not None and small.role in ("demonstrative", "particle")


def is_preposition(r: Reading, i: int) -> bool:
    """Whether token `i` is a preposition that stands by itself."""
    small = r.small_word(i)
    return small is not None and small.role == "preposition"


def he_is(r: Reading, i: int) -> bool:
    """Whether `and he is` or `and she is` stands at token `i`, behind which a post explains a name."""
    return r.forms[i] in _HE_IS


def past_counting(r: Reading, i: int) -> int:
    """The token behind `a number of`, `dozens of`, `one of` at `i`, where people or bodies follow; else `i`."""
    form = r.words[i].stem if r.words[i].preposition else r.forms[i]
    if form == _EACH:
        return past_each(r, i)
    if form in _COUNTED:
        k = i + 1
    elif form in _COUNTED_OF and i + 2 < len(r) and _is_of(r, i + 1):
        k = i + 2
    else:
        return i
    if k >= len(r) or r.words[k].conjunction or not r.is_word(k):
        return i
    flag = r.flags[k]
    if form in ONE_OF and not flag & _NOBODY and k not in r.dated and r.words[k].pronoun in ("", L.YEH):
        return k  # a plural before its genitive ends as `my` does
    if not flag & _COUNTABLE and (form not in _COUNTED_OF or flag & _THINGS or not is_definite(r, k)):
        return i
    return k


def printed_feminine(r: Reading, i: int) -> bool:
    """Whether the word at `i` is printed with a teh marbuta at its end, which folding makes a heh."""
    return r.text[r.tokens.ends[i] - 1] == L.TEH_MARBUTA


def past_each(r: Reading, i: int) -> int:
    """The token behind `each of` at `i`, where two or more speak together; else `i`."""
    form = r.words[i].stem if r.words[i].preposition or r.words[i].conjunction else r.forms[i]
    if form != _EACH or i + 2 >= len(r) or not _is_of(r, i + 1):
        return i
    k = i + 2
    return k if r.is_word(k) and (r.flags[k] & (_COUNTABLE | _NAMED) or is_definite(r, k)) else i


def _is_of(r: Reading, i: int) -> bool:
    small = r.small_word(i)
    return small is not None and small.frame == "min" and not r.words[i].pronoun


def closes(r: Reading, i: int) -> bool:
    """Whether what stands at `i` may follow a subject that is whole."""
    form = r.forms[i]
    if form in L.COMMAS or form in L.QUOTE_MARKS or form == ":" or i in r.dated or form == L.LAM:
        return True
    if r.words[i].preposition == L.LAM and r.flags[i] & (Kind.AUDIENCE | Kind.MEDIA):
        return True
    return bool(r.flags[i] & (Kind.COMPLEMENTISER | Kind.CUE_VERB | Kind.FUNCTION))


def is_named(entry: Entry) -> bool:
    """Whether the entry is a body's or outlet's full name, not the first word of one."""
    return isinstance(entry.row, (Body, Medium)) and entry.row.named is not None


def names_state(entry: Entry) -> bool:
    """Whether the entry is a country's or a capital's name."""
    row = entry.row
    return isinstance(row, PlaceName) and any(place.kind == "country" or place.seat for place in row.rows)


def names_region(entry: Entry) -> bool:
    """Whether the entry is the name of a part of the world."""
    row = entry.row
    return isinstance(row, PlaceName) and any(place.kind == "region" and place.country is None for place in row.rows)


def head_word(r: Reading, i: int) -> str:
    """The folded word at `i` without clitics and article."""
    word = r.words[i]
    if word.article:
        return word.stem[len(L.AL) :] if word.stem.startswith(L.AL) else word.stem
    if word.stem[-1:] == L.ALEF and r.flags[i] & _COUNTABLE and len(word.stem) > LEAST_NAMED:
        bare = word.stem[:-1]  # in the accusative: "a source" as an object
        return bare if r.lexicon.word(bare).flags & _COUNTABLE else word.stem
    return word.stem


def printed(r: Reading, first: int, stop: int) -> str:
    """The stored words without quotation marks, clitics of the first word, and stray marks at the ends."""
    while first < stop and not r.is_word(first):
        first += 1
    while stop > first and not r.is_word(stop - 1) and not (r.forms[stop - 1] == ")" and "(" in r.forms[first:stop]):
        stop -= 1
    if first >= stop:
        return ""
    word, form, tokens = r.words[first], r.forms[first], r.tokens
    named = r.flags[first] & (_NOUNS | Kind.PERSON)
    cut = len(word.conjunction) + len(word.preposition) if named or word.stem in _COUNTED else 0
    if r.glued and not r.glued.isdisjoint(range(first + 1, stop)):
        return " ".join(p for i in range(first, stop) if (p := printed(r, i, i + 1)))
    text = r.text[tokens.letter(first, cut) : tokens.ends[stop - 1]]
    if word.preposition == L.LAM and form[cut - 1 : cut + 1] == L.LAM + L.LAM:
        text = L.AL + text[1:]  # after li- the alef of the article is not written
    return text.translate(_NO_QUOTES).strip()
