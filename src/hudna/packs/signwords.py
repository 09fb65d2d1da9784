"""The signs of acts as a table of words: each printed form is looked up once. Compiled where the hot rooms are."""

from __future__ import annotations

from typing import Final
from zlib import crc32

from hudna.text import letters as L

_CACHE_LIMIT: Final = 200_000
"""Distinct printed forms kept; past it the memory starts anew."""
_ENDINGS: Final = (
    L.HEH + L.MEEM + L.ALEF,
    L.HEH + L.ALEF,
    L.HEH + L.MEEM,
    L.NOON + L.ALEF,
    L.ALEF + L.TEH,
    L.WAW + L.NOON,
    L.YEH + L.NOON,
    L.ALEF + L.NOON,
    L.YEH + L.HEH,
    L.WAW + L.ALEF,
    L.HEH,
    L.YEH,
    L.ALEF,
)
_HEADS: Final = (L.BEH + L.AL, L.KAF + L.AL, L.LAM + L.LAM, L.AL)
_PERSONS: Final = L.YEH + L.TEH + L.NOON + L.ALEF
_PRONOUNS: Final = (L.HEH + L.MEEM + L.ALEF, L.HEH + L.ALEF, L.HEH + L.MEEM, L.NOON + L.ALEF, L.HEH)
_PRONOUN_ENDS: Final = frozenset((L.HEH, L.ALEF, L.MEEM))
_PROCLITICS: Final = frozenset((L.ALEF, L.SEEN, L.BEH, L.LAM, L.KAF))
_LAST_LETTERS: Final = frozenset(ending[-1] for ending in _ENDINGS)
_LEAST_STEM: Final = 3


PLACES: Final = ("late word", "early word", "first word")
"""Where in a content a word may stand."""
NOTE_BITS: Final = 64
"""Bits of a note below its kind: for a word the numbers of its root and stem."""

Phrases = dict[str, list[tuple[tuple[str, ...], int]]]
"""Under the word that follows first: all words that must follow, and the sign."""


class SignWord:
    """What a printed form may hint at: its `signs`, the phrases that it may begin, and numbers of its stem and root."""

    __slots__ = ("coming", "notes", "person", "phrases", "plain", "root", "signs", "stem", "we")

    def __init__(self, form: str) -> None:
        stem = stem_of(form)
        self.stem = _number(stem)
        self.root = _number(root_of(stem))
        self.notes: list[int] = [kind << NOTE_BITS | self.root << 32 | self.stem for kind in range(1, len(PLACES) + 1)]
        """What is noted of the word in each of `PLACES`."""
        self.signs: tuple[int, ...] = ()
        self.phrases: Phrases | None = None
        self.we = len(form) > 4 and form.endswith(L.NOON + L.ALEF)
        """Whether the form may end in `our`, `us`."""
        self.person = len(form) > 3 and form[0] == L.NOON
        """Whether the form may begin with the `we` of an imperfect."""
        self.coming = _may_come(form)
        """Whether the form may be an imperfect with `sa-`, or the particle `sawfa` or `lan`."""
        self.plain = False
        """Whether none of this holds: the form is a word and nothing else."""


def _number(stem: str) -> int:
    """The same number for the same letters, in every run; also for letters that no file may hold."""
    return crc32(stem.encode("utf-8", "surrogatepass"))


def _may_come(form: str) -> bool:
    at = 1 if form[0] == L.WAW or form[0] == L.FEH else 0
    bare = form[at:]
    if bare in (L.SEEN + L.WAW + L.FEH, L.LAM + L.NOON):
        return True
    return len(bare) > 4 and bare[0] == L.SEEN and bare[1] in _PERSONS


class ActSigns:
    """The signs of a language pack: `rows` are signs with the folded words and phrases that have them."""

    __slots__ = ("_phrases", "_seen", "_single", "names", "still")

    def __init__(self, rows: list[tuple[str, str]]) -> None:
        self.names: list[str] = sorted({sign for sign, _ in rows})
        self.still = self.names.index("still") if "still" in self.names else -1
        """The sign of phrases in which a negation negates nothing."""
        self._single: dict[str, list[int]] = {}
        self._phrases: dict[str, Phrases] = {}
        self._seen: dict[str, SignWord] = {}
        for sign, form in rows:
            self._add(form, self.names.index(sign))

    def _add(self, form: str, sign: int) -> None:
        first, *rest = form.split()
        if rest:
            self._phrases.setdefault(first, {}).setdefault(rest[0], []).append((tuple(rest), sign))
        elif sign not in self._single.setdefault(first, []):
            self._single[first].append(sign)

    def word(self, form: str) -> SignWord:
        """What the folded form may hint at; the same object each time."""
        word = self._seen.get(form)
        if word is None:
            if len(self._seen) >= _CACHE_LIMIT:
                self._seen.clear()
            word = self._seen[form] = self._look_up(form)
            word.plain = not (word.signs or word.we or word.person or word.coming or word.phrases is not None)
        return word

    def _look_up(self, form: str) -> SignWord:
        word = SignWord(form)
        heads = _without_proclitics(form)
        for head in heads:
            if head in self._phrases:
                word.phrases = self._phrases[head]
                break
        for head in heads:
            if head in self._single:
                word.signs = tuple(self._single[head])
                return word
        if form[-1] in _PRONOUN_ENDS:
            word.signs = self._before_pronoun(heads)
        return word

    def _before_pronoun(self, heads: list[str]) -> tuple[int, ...]:
        """The signs of the first head that is known once its pronoun is taken off."""
        for head in heads:
            for pronoun in _PRONOUNS:
                if head.endswith(pronoun) and len(head) - len(pronoun) >= _LEAST_STEM:
                    stem = head[: -len(pronoun)]
                    found = self._single.get(stem)
                    if found is None and stem[-1] == L.TEH:
                        found = self._single.get(stem[:-1] + L.HEH)
                    if found is not None:
                        return tuple(found)
                    break
        return ()


def _without_proclitics(form: str) -> list[str]:
    """The form, and what it may be without conjunction, preposition, article and future mark."""
    heads = [form]
    if len(form) < 4:
        return heads
    first = form[0]
    if first == L.WAW or first == L.FEH:
        heads.append(form[1:])
    for head in tuple(heads):
        first = head[0]
        if len(head) < 4 or first not in _PROCLITICS:
            continue
        if first == L.ALEF:
            if head[1] == L.LAM and len(head) > 4:
                heads.append(head[2:])
        elif first == L.SEEN:
            if head[1] in _PERSONS:
                heads.append(head[1:])
        elif head[1] == L.LAM and first == L.LAM:
            heads.append(head[2:])
        else:
            heads.append(head[3:] if len(head) > 5 and head.startswith(L.AL, 1) else head[1:])
    return heads


def stem_of(form: str) -> str:
    """The folded form without conjunction, article and ending, as far as letters alone tell them."""
    if form[0].isdigit():
        return "0"
    if len(form) >= 5 and (form[0] == L.WAW or (form[0] == L.FEH and form[1] in (L.ALEF, L.SEEN))):
        form = form[1:]
    if form[0] in _PROCLITICS:
        for head in _HEADS:
            if form.startswith(head) and len(form) - len(head) >= _LEAST_STEM:
                form = form[len(head) :]
                break
    if form[-1] not in _LAST_LETTERS:
        return form
    for ending in _ENDINGS:
        if form.endswith(ending) and len(form) - len(ending) >= _LEAST_STEM:
            return form[: -len(ending)]
    return form


def root_of(stem: str) -> str:
    """The stem without the letter of the person, the future mark or a preposition before it."""
    if len(stem) >= 5 and stem[0] == L.SEEN and stem[1] in _PERSONS:
        return stem[2:]
    if len(stem) >= 4 and stem[0] in _PERSONS + L.BEH + L.LAM:
        return stem[1:]
    return stem
