"""The written forms of a word, from the one that a pack lists.

Only endings and the prefixes of the imperfect: conjunctions, prepositions, the article and pronouns are taken
off the text's words instead (see `lexicon`). Forms are folded.
"""

from __future__ import annotations

from typing import Literal

from hudna.text import fold_word
from hudna.text import letters as L

Inflection = Literal["fixed", "perfect", "imperfect", "noun", "participle", "nisba"]

_WEAK = (L.ALEF, L.YEH)


def forms(word: str, how: Inflection) -> tuple[str, ...]:
    """All forms of `word` that a text may print, the listed one first, without repeats."""
    base = fold_word(word)
    head, _, tail = base.rpartition(" ")
    if tail and head and how in ("perfect", "imperfect"):
        # A phrase led by a verb inflects its verb.
        first, _, rest = base.partition(" ")
        return tuple(dict.fromkeys(f"{form} {rest}" for form in _INFLECT[how](first)))
    return tuple(dict.fromkeys(_INFLECT[how](base)))


def _fixed(base: str) -> list[str]:
    return [base]


def _perfect(base: str) -> list[str]:
    if base.endswith(_WEAK):  # nafa, da'a: the weak letter falls before -t and -w
        stem = base[:-1]
        return [base, stem + L.TEH, stem + L.WAW + L.ALEF, stem + L.WAW, stem + L.YEH + L.ALEF, stem + L.TEH + L.ALEF]
    return [
        base,
        base + L.TEH,
        base + L.WAW + L.ALEF,
        base + L.WAW,
        base + L.ALEF,
        base + L.TEH + L.ALEF,
        base + L.NOON + L.ALEF,
    ]


def _imperfect(base: str) -> list[str]:
    """From the third person: `y-` also `t-` and `n-`, endings of the plural and the dual."""
    stem = base[1:]
    plural = stem[:-1] if stem.endswith(_WEAK) else stem
    return [
        base,
        L.TEH + stem,
        L.NOON + stem,
        L.ALEF + stem,
        L.YEH + plural + L.WAW + L.NOON,
        L.YEH + plural + L.WAW + L.ALEF,
        L.TEH + plural + L.WAW + L.NOON,
        L.YEH + stem + L.ALEF + L.NOON,
        L.TEH + stem + L.ALEF + L.NOON,
    ]


def _noun(base: str) -> list[str]:
    """Singular and accusative; plurals that are broken are listed in the pack by themselves."""
    stem = base[:-1] if base.endswith(L.HEH) else base
    out = [base, base + L.ALEF] if not base.endswith(L.HEH) else [base]
    return [*out, stem + L.ALEF + L.TEH, stem + L.TEH + L.ALEF + L.NOON, stem + L.TEH + L.YEH + L.NOON]


def _participle(base: str) -> list[str]:
    return [
        base,
        base + L.ALEF,
        base + L.HEH,
        base + L.YEH + L.NOON,
        base + L.WAW + L.NOON,
        base + L.ALEF + L.TEH,
        base + L.TEH + L.YEH + L.NOON,
        base + L.ALEF + L.NOON,
    ]


def _nisba(base: str) -> list[str]:
    return [
        base,
        base + L.ALEF,
        base + L.HEH,
        base + L.YEH + L.NOON,
        base + L.WAW + L.NOON,
        base + L.ALEF + L.TEH,
        base + L.ALEF + L.NOON,
        base + L.TEH + L.YEH + L.NOON,
        base + L.TEH + L.ALEF + L.NOON,
    ]


_INFLECT = {
    "fixed": _fixed,
    "perfect": _perfect,
    "imperfect": _imperfect,
    "noun": _noun,
    "participle": _participle,
    "nisba": _nisba,
}
