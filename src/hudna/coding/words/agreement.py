"""Which verb may be said of which noun: gender as far as the letters and the packs tell it.

A verb before its subject agrees in gender, and what is no person is feminine in the plural: a masculine noun
behind a feminine verb is what the verb acts on, and `she added` goes on with nobody masculine.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind, Word
from hudna.packs.tables.speech import Body, Cue, GivenName, Medium, Post, Verb
from hudna.packs.wordclasses import only_word
from hudna.text import fold_word
from hudna.text import letters as L

FEMININE, EITHER, MASCULINE = 1, 0, -1

MANY, ONE = 1, -1
_MANY: Final = (L.WAW + L.ALEF, L.WAW + L.NOON)
_MANY_SAYING: Final = (*_MANY, L.YEH + L.NOON)
"""Plural endings of a participle; a verb's own last letters may be yeh and noon: `he condemns`."""
_FEMININE_END: Final = (L.HEH, L.ALEF + L.TEH)
_OPEN_END: Final = (L.ALEF, L.YEH, L.HAMZA)
"""Endings that tell no gender."""
_HEADS: Final = Kind.POST | Kind.BODY | Kind.MEDIA | Kind.SOURCE
_LEAST_PLURAL: Final = 5
_COUNTERPART: Final = only_word("counterparts") + L.HEH
_LEAST_SURE: Final = 4


def agrees(verb: int, noun: int) -> bool:
    """Whether the two genders, or the two numbers, may belong together."""
    return verb + noun != 0 or verb == EITHER


def gender_of_cue(r: Reading, i: int) -> int:
    """The gender that the cue at `i` tells of its speaker: of a verb or a participle."""
    return _of_verb(r.words[i])


def number_of_cue(r: Reading, i: int) -> int:
    """Whether the verb or participle at `i` goes on with many (1) or with one (-1); 0 where it tells nothing."""
    if not r.flags[i] & (Kind.CUE_VERB | Kind.CUE_PARTICIPLE):
        return 0
    endings = _MANY if r.flags[i] & Kind.CUE_VERB else _MANY_SAYING
    return MANY if r.forms[i].endswith(endings) else ONE


def gender_of_noun(r: Reading, i: int) -> int:
    """The gender of the noun at `i` that a phrase turns on."""
    return _of_noun(r.words[i]) if r.flags[i] & ~Kind.PLACE or not r.flags[i] & ~Kind.EVENT_WORD else EITHER


def gender_of_phrase(r: Reading, i: int, stop: int) -> int:
    """The gender of the noun at `i`, told by itself or by the adjective behind it, in a phrase that ends at `stop`."""
    own = gender_of_noun(r, i)
    if own != EITHER or i + 1 >= stop or not r.words[i].article or not r.words[i + 1].article:
        return own
    if r.words[i + 1].form.endswith(L.HEH):
        return FEMININE
    return MASCULINE if r.flags[i + 1] & Kind.NISBA else EITHER


@lru_cache(maxsize=20_000)
def _of_verb(word: Word) -> int:
    for entry in word.entries:
        row = entry.row
        if isinstance(row, (Cue, Verb)):
            told = _of_inflected(word.stem, fold_word(row.word), row.inflect)
            if told != EITHER:
                return told
    if word.entries or not word.form:
        return EITHER
    if word.form.endswith(L.TEH):
        return FEMININE
    return EITHER


def _of_inflected(stem: str, base: str, inflect: str) -> int:
    if inflect == "perfect":
        if stem == base:
            return MASCULINE
        return FEMININE if stem.endswith(L.TEH) and not base.endswith(L.TEH) else EITHER
    if inflect == "imperfect":
        return MASCULINE if stem == base else FEMININE if stem == L.TEH + base[1:] else EITHER
    if inflect == "participle":
        if stem in (base, base + L.ALEF):
            return MASCULINE
        return FEMININE if stem == base + L.HEH else EITHER
    return EITHER


@lru_cache(maxsize=50_000)
def _of_noun(word: Word) -> int:
    given = word.find(Kind.GIVEN)
    if given is not None and isinstance(given.row, GivenName) and not word.article:
        return FEMININE if given.row.gender == "f" else EITHER
    if word.stem == _COUNTERPART:
        return EITHER  # "his counterpart" and the feminine are written alike
    if word.stem.endswith(_FEMININE_END):
        return FEMININE
    post = word.find(Kind.POST)
    if post is not None and isinstance(post.row, Post):
        return EITHER if post.row.plural else MASCULINE
    head = word.find(_HEADS)
    if head is not None:
        if isinstance(head.row, (Body, Medium)) and head.row.named:
            return EITHER
        return _by_pattern(word.stem[len(L.AL) :] if word.article and word.stem.startswith(L.AL) else word.stem)
    if word.flags & ~Kind.EVENT_WORD or not word.form.startswith(L.AL):
        return EITHER
    return EITHER if word.form.endswith(_OPEN_END) else min(EITHER, _by_pattern(word.form[2:]))


def _by_pattern(stem: str) -> int:
    """What the letters of a noun without a feminine ending tell: katayib and masadir are plurals."""
    if len(stem) < _LEAST_SURE or (stem[0] == L.ALEF and stem[-2] == L.ALEF):
        return EITHER  # duwal and jaysh, awsat and ittihad can't be told apart
    return FEMININE if len(stem) >= _LEAST_PLURAL and stem[2] == L.ALEF else MASCULINE
