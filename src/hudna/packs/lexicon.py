"""All words of the packs in one table, and what a printed word may be.

The table is asked once for each distinct printed form: the answer, a `Word`, is kept. A form that is no entry
itself is tried without its proclitics (conjunction, preposition, future mark, article) and its pronoun.
Phrases hang on their first word. See docs/decisions for why this is not an automaton over letters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from hudna.packs.signwords import SignWord
from hudna.text import fold, fold_word, pieces
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
    GIVEN: Final = 1 << 30
    PERSON: Final = 1 << 31
    SHORT_NAME: Final = 1 << 32


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


Tail = tuple[tuple[str, ...], Entry]
"""The words behind a phrase's first one, and the reading of the whole."""


class Trait:
    """What a token is besides its readings, as bits: few tokens have any, so that loops may pass over the rest."""

    MARK: Final = 1 << 0
    """A mark or a line end, no word and no number."""
    LINE_END: Final = 1 << 1
    QUOTE: Final = 1 << 2
    FULL_STOP: Final = 1 << 3
    BEGINS: Final = 1 << 4
    """A phrase may begin with the word."""
    REST: Final = 1 << 6
    """The end of a word, perhaps, that a space cuts in two: a single letter, or a few that mean nothing."""
    NAME_OR_PARTICLE: Final = 1 << 5
    """A particle by its folded letters that, printed with a yeh, is a name: Ali, not `ala`."""


class Word:
    """What one printed form may be.

    `cut` counts the letters of the form before the stem (proclitics and, where it was taken off, the article),
    `before` the proclitics alone;
    `conjunction`, `preposition`, `future`, `article`, `pronoun` say which. `entries` are its readings as a
    single word; `own` joins their kinds. `tails` are the phrases that it may begin: under the word that follows
    first, all words that must follow, and the reading, the longest first. `trait` tells what kind of token it is.
    `classes` is for the coder of events to remember what event words the form is, `hint` for that of acts what the
    form hints at; None until it was asked.
    """

    __slots__ = (
        "article",
        "before",
        "classes",
        "conjunction",
        "cut",
        "entries",
        "flags",
        "form",
        "future",
        "hint",
        "own",
        "preposition",
        "pronoun",
        "stem",
        "tails",
        "trait",
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
        self.own = 0
        self.tails: dict[str, list[Tail]] | None = None
        self.flags = 0
        self.trait = 0
        self.classes: frozenset[str] | None = None
        self.hint: SignWord | None = None

    def find(self, kind: int) -> Entry | None:
        """The first reading of the kind, as a single word."""
        if self.flags & kind:
            for entry in self.entries:
                if entry.kind & kind:
                    return entry
        return None

    def __repr__(self) -> str:
        return f"Word({self.form!r}, stem={self.stem!r}, {kind_names(self.flags)})"


Part = tuple[Word, int, int, bool]
"""A word, its place in the printed run (end exclusive), and whether it was printed onto the word before it."""

_PRONOUNS: Final = tuple(
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
_PRONOUN_ENDS: Final = frozenset(pronoun[-1] for pronoun in _PRONOUNS)
_CONJUNCTIONS: Final = (L.WAW, L.FEH)
_PREPOSITIONS: Final = (L.BEH, L.LAM, L.KAF)
_PROCLITICS: Final = frozenset((*_CONJUNCTIONS, *_PREPOSITIONS, L.SEEN))
_BEFORE_IMPERFECT: Final = (L.YEH, L.TEH, L.NOON, L.ALEF)
_NO_PRONOUN: Final = (
    Kind.PLACE
    | Kind.MONTH
    | Kind.WEEKDAY
    | Kind.NISBA
    | Kind.FUNCTION
    | Kind.COMPLEMENTISER
    | Kind.GIVEN
    | Kind.PERSON
    | Kind.SHORT_NAME
)
_NO_ARTICLE: Final = Kind.FUNCTION | Kind.VERB | Kind.CUE_VERB | Kind.COMPLEMENTISER | Kind.NEGATION | Kind.PLACE
_ONLY_VERB: Final = Kind.CUE_VERB | Kind.TRIGGER | Kind.VERB | Kind.ACT | Kind.EVENT_WORD
_FINITE: Final = Kind.CUE_VERB | Kind.VERB
_GLUED_BEFORE: Final = Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA | Kind.CUE_VERB
"""What a glued form may begin with, before a word with the article: `the minister of` + `the interior`."""
_SPEAKS: Final = Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA
"""What a glued form may be behind a verb of speech: `stated` + `newspaper`."""
_SPEAKS_WHOLE: Final = _SPEAKS | Kind.NISBA
_LEAST_PART: Final = 3
_LONGEST_REST: Final = 3
"""Letters of the longest end of a word that a space cuts off."""
_LEAST_ADJECTIVE: Final = 6
"""Letters, with the article, of the shortest adjective that `that` is glued to."""
_GLUED_BEFORE_IN: Final = Kind.POST | Kind.BODY | Kind.TRIGGER | Kind.EVENT_WORD | Kind.CONTENT_NOUN
"""What a glued form with the article may be, before `in`."""
_LEAST_GLUED: Final = 7
_LONGEST_GLUED: Final = 40
_LONGEST_KEPT: Final = 60
"""Letters of the longest printed form that is remembered."""
_LEAST_OUTLET: Final = 6
"""Letters of the shortest outlet's name that glues to any word round it."""
_TRAILING: Final = L.FULL_STOPS | L.COMMAS | L.QUOTE_MARKS | {":", ")"}
_LEADING: Final = L.QUOTE_MARKS | {"("}
_DIGITS: Final = frozenset("0123456789")
CACHE_LIMIT: Final = 400_000
"""Distinct printed forms kept; past it the memory starts anew (a whole archive stays under 300 MB)."""


class Lexicon:
    """The words of several packs. Add all entries first, then look forms up."""

    def __init__(self) -> None:
        self._single: dict[str, list[Entry]] = {}
        self._phrases: dict[str, list[Tail]] = {}
        self._firsts: set[str] = set()
        """All words that are entries, or that phrases begin with."""
        self._seen: dict[str, Word] = {}
        self.whole: dict[str, Word] = {}
        """Printed runs without a space that are one word: the way past `parts` for most of a text."""
        self._parts: dict[str, list[Part]] = {}
        self._trailing: dict[str, Word] = {}
        self._outlets: list[str] = []
        """Names of outlets with the article: printed as links, they lose the spaces round them."""

    def add(self, forms: Iterable[str], entry: Entry) -> None:
        """Add one entry under folded forms; a form of several words is a phrase."""
        for form in forms:
            first, *rest = form.split()
            self._firsts.add(first)
            if rest:
                self._phrases.setdefault(first, []).append((tuple(rest), entry))
            else:
                self._single.setdefault(first, []).append(entry)
                if entry.kind & Kind.MEDIA and len(first) >= _LEAST_OUTLET and first.startswith(L.AL):
                    self._outlets.append(first)

    def word(self, form: str) -> Word:
        """What the folded form may be; the same object each time."""
        word = self._seen.get(form)
        if word is None:
            word = self._analyse(form)
            if len(form) <= _LONGEST_KEPT:
                if len(self._seen) >= CACHE_LIMIT:
                    self._seen.clear()
                    self.whole.clear()
                    self._parts.clear()
                self._seen[form] = word
        return word

    def parts(self, chunk: str) -> list[Part]:
        """The words of a printed run without a space, each with its place in the run and whether it was glued on."""
        found = self._parts.get(chunk)
        if found is None:
            found = self._cut(chunk)
            if len(chunk) <= _LONGEST_KEPT:
                if len(found) == 1 and found[0][2] == len(chunk) == len(found[0][0].form):
                    self.whole[chunk] = found[0][0]
                elif len(self._parts) < CACHE_LIMIT:
                    self._parts[chunk] = found
        return found

    def trailing(self) -> dict[str, Word]:
        """The marks that may stand behind a word in a printed run, each as a word."""
        if not self._trailing:
            self._trailing = {mark: self.word(mark) for mark in _TRAILING}
        return self._trailing

    def _cut(self, chunk: str) -> list[Part]:
        last = len(chunk) - 1
        if 0 < last <= _LONGEST_KEPT:  # marks round a word: what is within them is remembered by itself
            if chunk[last] in _TRAILING:
                return [*self.parts(chunk[:last]), (self.word(chunk[last]), last, last + 1, False)]
            if chunk[0] in _LEADING and (chunk[1] in _LEADING or L.HAMZA <= chunk[1] <= L.YEH):
                rest = [(word, start + 1, end + 1, glued) for word, start, end, glued in self.parts(chunk[1:])]
                return [(self.word(chunk[0]), 0, 1, False), *rest]
        found: list[Part] = []
        for form, start, end in pieces(chunk):
            word = self.word(form)
            if word.flags or not _LEAST_GLUED <= len(form) <= _LONGEST_GLUED:
                found.append((word, start, end, False))
                continue
            edges = (0, *self._glued(form), len(form))
            places = [start + _letter(chunk[start:end], edge) for edge in edges[:-1]] + [end]
            for n, (first, stop) in enumerate(pairwise(edges)):
                found.append((self.word(form[first:stop]), places[n], places[n + 1], n > 0))
        return found

    def patterns(self) -> Iterator[str]:
        """Every form and phrase in the table, for measuring and checking."""
        yield from self._single
        for first, tails in self._phrases.items():
            for rest, _ in tails:
                yield " ".join((first, *rest))

    def _analyse(self, form: str) -> Word:
        word = Word(form)
        if form[0] in _DIGITS:  # Digits are a number without an entry: `coding.numbers` reads them.
            word.flags = word.own = Kind.NUMBER
            return word
        if not form[0].isalpha():
            word.trait = _trait(form)
        whole = ("", "", False, 0, form)
        for conjunction, preposition, future, at, rest in (whole, *_splits(form)):
            if self._fill(word, rest, verb=future, governed=preposition):
                word.conjunction, word.preposition, word.future = conjunction, preposition, future
                # After li- the article's alef is not written: `rest` is a letter longer than what is printed.
                printed = len(form) - at
                word.cut = at + (len(rest) - len(word.stem) - len(word.pronoun)) - (len(rest) - printed)
                word.cut = max(word.cut, at)
                word.before = at
                break
        if word.tails is not None:
            word.trait |= Trait.BEGINS
        if _may_be_rest(word):
            word.trait |= Trait.REST
        if _is_name_or_particle(word):
            word.trait |= Trait.NAME_OR_PARTICLE
        return word

    def _glued(self, form: str) -> tuple[int, ...]:
        """Where a form of no list is to be cut: round an outlet's name, or before a known word with the article."""
        for name in self._outlets:
            at = form.find(name[1:])
            if at > 0:
                first = at - 1  # the letter before is the article's alef, or the `l` of `to the`
                stop = at + len(name) - 1
                if first > 0 or self._sole(form[stop:]):
                    return tuple(cut for cut in (first, stop) if 0 < cut < len(form))
        at = form.find(L.AL, 2)
        while 0 < at <= len(form) - 5:
            kinds = _GLUED_BEFORE if len(form) - at < _LEAST_GLUED else _GLUED_BEFORE | Kind.FUNCTION
            if not form.startswith(L.AL) and self._sole(form[:at]) & kinds and self._sole(form[at:]):
                return (at,)
            at = form.find(L.AL, at + 1)
        if form.endswith(L.ALEF + L.NOON) and self._sole(form[:-2]) & Kind.CUE_VERB:
            return (len(form) - 2,)
        if form.endswith(L.FEH + L.YEH) and form.startswith(L.AL) and self._sole(form[:-2]) & _GLUED_BEFORE_IN:
            return (len(form) - 2,)
        at = self._link_edge(form)
        if at:
            return (at,)
        # A conjunction of four or five letters, and a verb of speech: `while` + `she pledged`.
        for at in () if form.startswith(L.AL) else (4, 5):
            if self._sole(form[:at]) & Kind.FUNCTION and self._sole(form[at:]) & Kind.CUE_VERB:
                return (at,)
        return ()

    def _link_edge(self, form: str) -> int:
        """Where a link's text ends in a glued form: `stated` + `newspaper`, `the Israeli` + `said`; 0 if nowhere."""
        first = 1 if form[0] in _CONJUNCTIONS else 0
        article = form.startswith(L.AL, first)
        for at in range(first + _LEAST_PART, len(form) - 2):
            right = form[at:]
            if right not in self._firsts or (not article and form[first:at] not in self._firsts):
                continue
            kinds = self._sole(right)
            if right[-1] == L.YEH and kinds & Kind.COMPLEMENTISER:
                continue  # the ending of a name: al-Kilani
            if not article:
                if kinds & _SPEAKS and len(right) >= _LEAST_PART and self._sole(form[first:at]) & Kind.CUE_VERB:
                    return at
            elif at - first < _LEAST_ADJECTIVE or not (kinds & Kind.COMPLEMENTISER or self._has_said(right)):
                continue
            elif form[at - 1] in (L.HEH, L.YEH) or self._sole(form[first:at]) & _SPEAKS_WHOLE:
                return at
        if article and form.endswith(L.HEH + L.ALEF + L.NOON) and self._sole(form[first:-2]) & _SPEAKS_WHOLE:
            return len(form) - 2  # no dual: that has a teh there
        return 0

    def _has_said(self, form: str) -> bool:
        """Whether the form is a verb of speech in the perfect, long enough to be no ending: `stated`."""
        if len(form) <= _LEAST_PART:
            return False
        entries = self._single.get(form, [])
        return any(e.kind & Kind.CUE_VERB and getattr(e.row, "inflect", "") == "perfect" for e in entries)

    def _sole(self, form: str) -> int:
        """The flags of the form as a word by itself, without further cutting."""
        word = Word(form)
        self._fill(word, form)
        return word.flags

    def _fill(self, word: Word, rest: str, *, verb: bool = False, governed: str = "") -> bool:
        """Look `rest` up as it is and without the article; where neither is known, without a pronoun."""
        if not (rest in self._firsts or rest[2:] in self._firsts or (rest and rest[-1] in _PRONOUN_ENDS)):
            return False
        entries, phrases = self._readings(rest, verb=verb)
        if governed and governed != L.LAM:
            entries = [e for e in entries if not _is_no_noun(e, rest, governed)]
        if rest.startswith(L.AL) and len(rest) > 3:
            # A name with the article (or a phrase that only may begin here) must not hide the bare word.
            bare, tails = self._readings(rest[2:], verb=verb)
            bare = [e for e in bare if not e.kind & _NO_ARTICLE or e.kind & ~_NO_ARTICLE]
            if entries or bare or phrases or tails:
                stem = rest if entries or not (bare or tails) else rest[2:]
                self._set(word, stem, bool(bare or tails), "", [*entries, *bare], [*phrases, *tails])
                return True
        elif any(entry.kind & ~Kind.EVENT_WORD for entry in entries):
            self._set(word, rest, False, "", entries, phrases)
            return True
        if self._fill_owned(word, rest, governed, entries, phrases):
            return True
        if entries or phrases:
            self._set(word, rest, False, "", entries, phrases)
            return True
        return False

    def _fill_owned(self, word: Word, rest: str, governed: str, known: list[Entry], phrases: list[Tail]) -> bool:
        """Look `rest` up without the pronoun at its end: `his call`.

        `known`, `phrases`: what the form is besides as a whole, a word that tells more of an event or the first of a
        phrase, which must not hide the noun in it.
        """
        if len(rest) < 4 or rest.startswith(L.AL):
            return False
        if rest[-1] not in _PRONOUN_ENDS:
            return False
        for pronoun in _PRONOUNS:
            if not rest.endswith(pronoun):
                continue
            stem = rest[: -len(pronoun)]
            if len(stem) < 2 or (pronoun == L.YEH and governed):
                continue  # "in my ..." is printed seldom: rather a name
            if known and (pronoun[0] != L.HEH or (pronoun == L.HEH and stem[-1] != L.TEH)):
                continue  # rather the ending of the word itself
            for candidate in _unjoined(stem):
                barred = _NO_PRONOUN
                if pronoun == L.YEH or (pronoun == L.HEH and stem.endswith(L.YEH)):
                    barred |= Kind.POST  # an adjective made from the post: presidential, royal
                if pronoun == L.YEH or governed:
                    barred |= _FINITE  # a verb takes no such pronoun, and no preposition
                entries = [e for e in self._single.get(candidate, []) if not e.kind & barred]
                if entries:
                    self._set(word, candidate, False, pronoun, [*known, *entries], phrases)
                    word.stem = stem
                    return True
        return False

    def _readings(self, stem: str, *, verb: bool) -> tuple[list[Entry], list[Tail]]:
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
        phrases: list[Tail],
    ) -> None:
        word.stem = stem
        word.article = article
        word.pronoun = pronoun
        word.entries = tuple(entries)
        word.own = 0
        for entry in entries:
            word.own |= entry.kind
        word.flags = word.own
        if phrases:
            word.tails = {}
            for tail in sorted(phrases, key=lambda p: -len(p[0])):
                word.tails.setdefault(tail[0][0], []).append(tail)
                word.flags |= tail[1].kind


def _letter(printed: str, number: int) -> int:
    """Where the letter `number` of the folded form stands in what is printed."""
    return fold(printed).stored(number, number).start if number else 0


def _trait(form: str) -> int:
    """What a form that begins with no letter and no digit is."""
    if form[0].isalnum():
        return 0
    trait = Trait.MARK
    if form[0] == "\n":
        trait |= Trait.LINE_END
    elif form in L.QUOTE_MARKS:
        trait |= Trait.QUOTE
    elif form in L.FULL_STOPS:
        trait |= Trait.FULL_STOP
    return trait


def _may_be_rest(word: Word) -> bool:
    """Whether the word may be the end of one that a space cuts in two."""
    size = len(word.form)
    if size > _LONGEST_REST or (size > 1 and word.flags):
        return False
    return word.form[0].isalpha() and word.form[0] >= L.HAMZA and word.form != L.WAW


def _is_name_or_particle(word: Word) -> bool:
    """Whether the form is a particle that is a name as well: of three letters with an alef maksura at its end, `or`.

    `ala` may be the name Ali, and `or` is written like the mother of somebody.
    """
    if word.form[-1] == L.MEEM:
        return bool(word.flags & Kind.GIVEN and word.flags & Kind.FUNCTION)
    entry = word.find(Kind.FUNCTION) if word.form[-1] == L.YEH else None
    if entry is None or len(entry.lemma) != 3 or not entry.lemma.endswith(L.ALEF_MAKSURA):
        return False
    return word.form == fold_word(entry.lemma)


def _is_no_noun(entry: Entry, rest: str, governed: str) -> bool:
    """Whether the reading is a finite verb, which no preposition stands before; the perfect may be a noun as well."""
    if entry.kind & ~_FINITE:
        return False
    return governed == L.KAF or (rest[0] in _BEFORE_IMPERFECT and getattr(entry.row, "inflect", "") == "imperfect")


def _unjoined(stem: str) -> tuple[str, ...]:
    """What a stem may be without the pronoun that was joined to it."""
    if stem.endswith(L.TEH):
        return stem, stem[:-1] + L.HEH
    if stem.endswith((L.ALEF + L.YEH, L.ALEF + L.WAW)):  # the hamza at the end sits on a seat
        return stem, stem[:-1] + L.HAMZA
    if stem.endswith(L.ALEF):
        return stem, stem[:-1] + L.YEH, stem + L.YEH  # before a pronoun the alef maksura is written as an alef
    return stem, stem + L.YEH


def _splits(form: str) -> list[tuple[str, str, bool, int, str]]:
    """Ways to take proclitics off, the fewest first: conjunction, preposition, future, offset, rest."""
    size = len(form)
    if size < 3 or form[0] not in _PROCLITICS:
        return []
    ways: list[tuple[str, str, bool, int, str]] = []
    heads = [("", form)]
    if form[0] in _CONJUNCTIONS:
        heads.append((form[0], form[1:]))
        ways.append((form[0], "", False, 1, form[1:]))
    for conjunction, rest in heads:
        at = len(conjunction)
        if len(rest) > 2 and rest[0] in _PREPOSITIONS:
            if rest.startswith(L.LAM + L.LAM):
                ways.append((conjunction, L.LAM, False, at + 1, L.ALEF + rest[1:]))
            ways.append((conjunction, rest[0], False, at + 1, rest[1:]))
        if len(rest) > 3 and rest[0] == L.SEEN and rest[1] in _BEFORE_IMPERFECT:
            ways.append((conjunction, "", True, at + 1, rest[1:]))
    return ways
