"""How well one name fits another, as outlets write names short and foreign ones freely."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from hudna.text import fold_word
from hudna.text import letters as L

_SERVANT: Final = fold_word("\N{ARABIC LETTER AIN}\N{ARABIC LETTER BEH}\N{ARABIC LETTER DAL}")
"""`abd`: one name together with the word behind it, written apart or not."""
_SON: Final = L.BEH + L.NOON
NEVER, _FIRST, _WITHIN, _LAST, _SEVERAL, _SAME = 0, 1, 2, 3, 4, 5
"""How well one name fits another."""
_LEAST_BONES: Final = 4
_MOST_LEFT_OUT: Final = 4
"""Words that a short name of a body may leave out."""
_LEAST_DEFINITE: Final = 4
"""Letters of the longest word that is no noun with an article."""
_AND_THE: Final = L.WAW + L.AL
_VOWELS: Final = frozenset((L.ALEF, L.WAW, L.YEH))
_BONES: Final = str.maketrans(
    {
        "\N{ARABIC LETTER GHAIN}": "\N{ARABIC LETTER JEEM}",
        "\N{ARABIC LETTER QAF}": "\N{ARABIC LETTER JEEM}",
        L.KAF: "\N{ARABIC LETTER JEEM}",
        "\N{ARABIC LETTER SHEEN}": L.SEEN,
        "\N{ARABIC LETTER TAH}": L.TEH,
        "\N{ARABIC LETTER THEH}": L.TEH,
    }
)
"""Letters that writers of Arabic choose freely for one sound of a foreign name."""


@lru_cache(maxsize=20_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The folded words of a name in their order, without articles; `abd` joined to the word behind it."""
    words = [w.strip("():-." + "".join(L.COMMAS)) for w in fold_word(name).split()]
    words = [w for w in words if w]
    out: list[str] = []
    k = 0
    while k < len(words):
        word = words[k]
        if word == _SERVANT and k + 1 < len(words):
            k += 1
            word += words[k]
        out.append(_without_article(word))
        k += 1
    return tuple(out)


def _without_article(word: str) -> str:
    """The word without its article, `and` kept before it; `to the` is taken off with it."""
    if len(word) <= _LEAST_DEFINITE:
        return word
    if word.startswith((L.AL, L.LAM + L.LAM)):
        return word[2:]
    return L.WAW + word[3:] if word.startswith(_AND_THE) else word


@lru_cache(maxsize=20_000)
def name_words(name: str) -> frozenset[str]:
    """The folded words of a name, without articles."""
    return frozenset(name_parts(name))


def fit_of(a: tuple[str, ...], b: tuple[str, ...]) -> int:
    """How well one name fits another: the same, several words of it, its last word, one within, its first."""
    if a == b:
        return _SAME
    small, big = (a, b) if len(a) <= len(b) else (b, a)
    if not small:
        return NEVER
    if 1 < len(small) < len(big) and _is_spelt_otherwise(small, big):
        return _SEVERAL
    if len(small) > 1 and small[0] not in big and small[-1] not in big and len(small) != len(big):
        return NEVER
    if len(small) > 1:
        if set(small) <= set(big):
            return NEVER if _is_father(small, big) else _SEVERAL
        return _SEVERAL if len(small) == len(big) and all(map(_sounds_like, small, big)) else NEVER
    word = small[0]
    if len(word) <= 2:
        return NEVER
    if word == big[-1] or _sounds_like(word, big[-1]):
        return _LAST
    if word in big[1:]:
        return _WITHIN
    return _FIRST if word == big[0] else NEVER


def _is_spelt_otherwise(small: tuple[str, ...], big: tuple[str, ...]) -> bool:
    """Whether the longer name begins or ends with the words of the short one: one at least the same, none but alike."""
    if _stands_at(small, big, 0) or _stands_at(small, big, len(big) - len(small)):
        return small[0] not in big or not _is_father(small, big)
    return False


def _stands_at(small: tuple[str, ...], big: tuple[str, ...], at: int) -> bool:
    """Whether the words of the longer name from `at` on are those of the short one, one the same, none but alike."""
    same = False
    for k, word in enumerate(small):
        other = big[at + k]
        if word == other:
            same = same or len(word) > 2
        elif word[0] != other[0] or min(len(word), len(other)) < _LEAST_BONES or _bones(word) != _bones(other):
            return False
    return same


def _is_father(small: tuple[str, ...], big: tuple[str, ...]) -> bool:
    """Whether the longer name is that of a son: `Salman bin X` within `Muhammad bin Salman bin X`."""
    at = big.index(small[0])
    return at > 0 and big[at - 1] == _SON


def _sounds_like(a: str, b: str) -> bool:
    """Whether two spellings may be one foreign name's: the same consonants."""
    if a == b:
        return True
    if a[0] != b[0] or abs(len(a) - len(b)) > 2 or min(len(a), len(b)) < _LEAST_BONES:
        return False
    bones = _bones(a)
    return len(bones) >= _LEAST_BONES and bones == _bones(b)


def _bones(word: str) -> str:
    return "".join(letter for letter in word.translate(_BONES) if letter not in _VOWELS)


def _one_in_other(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one name holds all words of the other, and not only a short one."""
    small, big = (a, b) if len(a) <= len(b) else (b, a)
    return small <= big and (len(small) > 1 or any(len(word) > 2 for word in small))


def is_short_for(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the long name of a body begins as the short one and holds its other words in their order."""
    if not 1 < len(short) < len(long) or short[0] != long[0] or len(long) - len(short) > _MOST_LEFT_OUT:
        return False
    k = 0
    for word in long:
        if k < len(short) and word == short[k]:
            k += 1
    return k == len(short)


def same_body(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names may be one body's: the same, or one short by up to two words."""
    return a == b or (abs(len(a) - len(b)) <= 2 and _one_in_other(a, b))
