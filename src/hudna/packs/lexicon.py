"""All words of the packs in one table, and what a printed word may be.

The table is asked once for each distinct printed form: the answer, a `Word`, is kept. A form that is no entry
itself is tried without its proclitics (conjunction, preposition, future mark, article) and its pronoun.
Phrases hang on their first word. See docs/decisions for why this is not an automaton over letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from hudna.text import letters as L


class Kind:
    """What an entry is, as bits; a word's `flags` joins the kinds of its entries and of the phrases it may begin.

    Plain integers: an enumeration would make an object of each `a & b`, millions in an archive.
    """

    CUE_VERB: Final = 1 << 0
    CUE_NOUN: Final = 1 << 1
    CUE_PARTICIPLE: Final = 1 << 2
    CUE_PREPOSITION: Final = 1 << 3
    COMPLEMENTISER: Final = 1 << 4
    NEGATION: Final = 1 << 5
    ACT: Final = 1 << 6
    POST: Final = 1 << 7
    HONORIFIC: Final = 1 << 8
    NISBA: Final = 1 << 9
    BODY: Final = 1 << 10
    SOURCE: Final = 1 << 11
    MEDIA: Final = 1 << 12
    FUNCTION: Final = 1 << 13
    VERB: Final = 1 << 14
    MONTH: Final = 1 << 15
    WEEKDAY: Final = 1 << 16
    NUMBER: Final = 1 << 17
    TIMEWORD: Final = 1 << 18
    TIME_LINK: Final = 1 << 19
    PLACE: Final = 1 << 20
    PLACE_CLASS: Final = 1 << 21
    DIRECTION: Final = 1 << 22
    TRIGGER: Final = 1 << 23
    EVENT_WORD: Final = 1 << 24
    CLAIM: Final = 1 << 25
    COUNT_WORD: Final = 1 << 26
    OCCASION: Final = 1 << 27
    AUDIENCE: Final = 1 << 28
    CONTENT_NOUN: Final = 1 << 29


def kind_names(flags: int) -> str:
    """The names of the kinds that the flags join, for people to read."""
    bits = {value: name for name, value in vars(Kind).items() if isinstance(value, int)}
    return "|".join(name for value, name in bits.items() if flags & value) or "0"


class Entry:
    """One reading of a word or phrase: a row of a pack."""

    __slots__ = ("kind", "lemma", "row", "why")

    def __init__(self, kind: int, lemma: str, row: object, why: str) -> None:
        self.kind = kind
        self.lemma = lemma
        self.row = row
        self.why = why

    def __repr__(self) -> str:
        return f"Entry({kind_names(self.kind)}, {self.lemma!r}, {self.why})"


class Word:
    """What one printed form may be.

    `cut` counts the letters of the form before the stem (proclitics and, where it was taken off, the article),
    `before` the proclitics alone;
    `conjunction`, `preposition`, `future`, `article`, `pronoun` say which. `entries` are its readings as a
    single word; `phrases` the phrases that it may begin: the words that must follow, and the reading.
    """

    __slots__ = (
        "article",
        "before",
        "conjunction",
        "cut",
        "entries",
        "flags",
        "form",
        "future",
        "phrases",
        "preposition",
        "pronoun",
        "stem",
    )

    def __init__(self, form: str) -> None:
        self.form = form
        self.stem = form
        self.cut = 0
        self.before = 0
        self.conjunction = ""
        self.preposition = ""
        self.future = False
        self.article = False
        self.pronoun = ""
        self.entries: tuple[Entry, ...] = ()
        self.phrases: tuple[tuple[tuple[str, ...], Entry], ...] = ()
        self.flags = 0

    def find(self, kind: int) -> Entry | None:
        """The first reading of the kind, as a single word."""
        if self.flags & kind:
            for entry in self.entries:
                if entry.kind & kind:
                    return entry
        return None

    def __repr__(self) -> str:
        return f"Word({self.form!r}, stem={self.stem!r}, {kind_names(self.flags)})"


_PRONOUNS = tuple(
    sorted(
        (
            L.HEH,
            L.HEH + L.ALEF,
            L.HEH + L.MEEM,
            L.HEH + L.MEEM + L.ALEF,
            L.HEH + L.NOON,
            L.NOON + L.ALEF,
            L.YEH,
            L.KAF,
            L.KAF + L.MEEM,
        ),
        key=lambda s: -len(s),
    )
)
_CONJUNCTIONS = (L.WAW, L.FEH)
_PREPOSITIONS = (L.BEH, L.LAM, L.KAF)
_BEFORE_IMPERFECT = (L.YEH, L.TEH, L.NOON, L.ALEF)
_NO_PRONOUN = Kind.PLACE | Kind.MONTH | Kind.WEEKDAY | Kind.NISBA | Kind.FUNCTION | Kind.COMPLEMENTISER
_NO_ARTICLE = Kind.FUNCTION | Kind.VERB | Kind.CUE_VERB | Kind.COMPLEMENTISER | Kind.NEGATION | Kind.PLACE
_ONLY_VERB = Kind.CUE_VERB | Kind.TRIGGER | Kind.VERB | Kind.ACT
_DIGITS = frozenset("0123456789")
CACHE_LIMIT = 400_000
"""Distinct printed forms kept; past it the memory starts anew (a whole archive stays under 300 MB)."""


class Lexicon:
    """The words of several packs. Add all entries first, then look forms up."""

    def __init__(self) -> None:
        self._single: dict[str, list[Entry]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
        self._seen: dict[str, Word] = {}

    def add(self, forms: Iterable[str], entry: Entry) -> None:
        """Add one entry under folded forms; a form of several words is a phrase."""
        for form in forms:
            first, *rest = form.split()
            if rest:
                self._phrases.setdefault(first, []).append((tuple(rest), entry))
            else:
                self._single.setdefault(first, []).append(entry)

    def word(self, form: str) -> Word:
        """What the folded form may be; the same object each time."""
        word = self._seen.get(form)
        if word is None:
            if len(self._seen) >= CACHE_LIMIT:
                self._seen.clear()
            word = self._seen[form] = self._analyse(form)
        return word

    def patterns(self) -> Iterator[str]:
        """Every form and phrase in the table, for measuring and checking."""
        yield from self._single
        for first, tails in self._phrases.items():
            for rest, _ in tails:
                yield " ".join((first, *rest))

    def _analyse(self, form: str) -> Word:
        word = Word(form)
        if form[0] in _DIGITS:  # Digits are a number without an entry: `coding.numbers` reads them.
            word.flags = Kind.NUMBER
            return word
        for conjunction, preposition, future, at, rest in _splits(form):
            if self._fill(word, rest, verb=future):
                word.conjunction, word.preposition, word.future = conjunction, preposition, future
                # After li- the article's alef is not written: `rest` is a letter longer than what is printed.
                printed = len(form) - at
                word.cut = at + (len(rest) - len(word.stem) - len(word.pronoun)) - (len(rest) - printed)
                word.cut = max(word.cut, at)
                word.before = at
                break
        return word

    def _fill(self, word: Word, rest: str, *, verb: bool = False) -> bool:
        """Look `rest` up as it is and without the article; where neither is known, without a pronoun."""
        entries, phrases = self._readings(rest, verb=verb)
        if rest.startswith(L.AL) and len(rest) > 3:
            # A name with the article (or a phrase that only may begin here) must not hide the bare word.
            bare, tails = self._readings(rest[2:], verb=verb)
            bare = [e for e in bare if not e.kind & _NO_ARTICLE or e.kind & ~_NO_ARTICLE]
            if entries or bare or phrases or tails:
                stem = rest if entries or not (bare or tails) else rest[2:]
                self._set(word, stem, bool(bare or tails), "", [*entries, *bare], [*phrases, *tails])
                return True
        elif entries or phrases:
            self._set(word, rest, False, "", entries, phrases)
            return True
        if len(rest) < 4 or rest.startswith(L.AL):
            return False
        for pronoun in _PRONOUNS:
            stem = rest[: -len(pronoun)]
            if not rest.endswith(pronoun) or len(stem) < 2:
                continue
            for candidate in _unjoined(stem):
                barred = _NO_PRONOUN
                if pronoun == L.YEH or (pronoun == L.HEH and stem.endswith(L.YEH)):
                    barred |= Kind.POST  # an adjective made from the post: presidential, royal
                entries = [e for e in self._single.get(candidate, []) if not e.kind & barred]
                if entries:
                    self._set(word, candidate, False, pronoun, entries, [])
                    word.stem = stem
                    return True
        return False

    def _readings(self, stem: str, *, verb: bool) -> tuple[list[Entry], list[tuple[tuple[str, ...], Entry]]]:
        """The entries of a stem and the phrases that begin with it; `verb`: only what a future mark may precede."""
        entries, phrases = self._single.get(stem, []), self._phrases.get(stem, [])
        if verb:
            entries = [e for e in entries if e.kind & _ONLY_VERB]
            phrases = [p for p in phrases if p[1].kind & _ONLY_VERB]
        return entries, phrases

    def _set(
        self,
        word: Word,
        stem: str,
        article: bool,
        pronoun: str,
        entries: list[Entry],
        phrases: list[tuple[tuple[str, ...], Entry]],
    ) -> None:
        word.stem = stem
        word.article = article
        word.pronoun = pronoun
        word.entries = tuple(entries)
        word.phrases = tuple(sorted(phrases, key=lambda p: -len(p[0])))
        word.flags = 0
        for entry in entries:
            word.flags |= entry.kind
        for _, entry in phrases:
            word.flags |= entry.kind


def _unjoined(stem: str) -> tuple[str, ...]:
    """What a stem may be without the pronoun that was joined to it."""
    if stem.endswith(L.TEH):
        return stem, stem[:-1] + L.HEH
    if stem.endswith((L.ALEF + L.YEH, L.ALEF + L.WAW)):  # the hamza at the end sits on a seat
        return stem, stem[:-1] + L.HAMZA
    return stem, stem + L.YEH


def _splits(form: str) -> Iterator[tuple[str, str, bool, int, str]]:
    """Ways to take proclitics off, the fewest first: conjunction, preposition, future, offset, rest."""
    yield "", "", False, 0, form
    heads = [("", form)]
    if len(form) > 2 and form[0] in _CONJUNCTIONS:
        heads.append((form[0], form[1:]))
        yield form[0], "", False, 1, form[1:]
    for conjunction, rest in heads:
        at = len(conjunction)
        if len(rest) > 2 and rest[0] in _PREPOSITIONS:
            if rest.startswith(L.LAM + L.LAM):
                yield conjunction, L.LAM, False, at + 1, L.ALEF + rest[1:]
            yield conjunction, rest[0], False, at + 1, rest[1:]
        if len(rest) > 3 and rest[0] == L.SEEN and rest[1] in _BEFORE_IMPERFECT:
            yield conjunction, "", True, at + 1, rest[1:]
