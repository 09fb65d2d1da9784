"""Who speaks: short forms, posts and pronouns brought back to the fullest form that the document gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from hudna.coding.naming import Source, describe, speaks
from hudna.coding.phrases import apposition, noun_phrase
from hudna.coding.reading import Reading
from hudna.model.findings import SpeakerKind
from hudna.packs.lexicon import Kind
from hudna.text import fold_word
from hudna.text import letters as L

_LOOK_BACK = 80
"""Tokens before `the statement` within which its author must be named."""


@dataclass(slots=True, kw_only=True)
class Person:
    """Somebody or some body that the document names, in the fullest form found so far."""

    name: str
    kind: SpeakerKind
    words: frozenset[str]
    """The folded words of the name, without articles."""
    post: str | None = None
    sides: list[str] = field(default_factory=list)
    head: str = ""
    """What the first phrase that named them turned on (`minister`), for short forms."""
    sure: bool = False
    """Whether the side is told by what the post belongs to."""
    reasons: list[str] = field(default_factory=list)


def name_words(name: str) -> frozenset[str]:
    """The folded words of a name, without articles."""
    words = (w.strip("():-." + "".join(L.COMMAS)) for w in fold_word(name).split())
    return frozenset(w[2:] if w.startswith(L.AL) and len(w) > 4 else w for w in words if w)


def _person(source: Source, kind: SpeakerKind) -> Person:
    return Person(
        name=source.name,
        kind=kind,
        words=name_words(source.name),
        post=source.post,
        sides=list(source.sides),
        head=source.head,
        sure=source.sure,
        reasons=list(source.reasons),
    )


class Cast:
    """All that speak or are named with a post in one document. `recent` are those heard, the last one last."""

    def __init__(self, r: Reading) -> None:
        self._r = r
        self.people: list[Person] = []
        self.recent: list[Person] = []
        self._gather()

    @property
    def last(self) -> Person | None:
        """Who spoke last."""
        return self.recent[-1] if self.recent else None

    def knows(self, name: str) -> bool:
        """Whether somebody of that name, or of a fuller or shorter one, is in the cast."""
        return self._find(name_words(name)) is not None

    def hear(self, source: Source) -> Person | None:
        """The one that the source refers to, now the last one heard; `None` where it refers back to nobody."""
        person = self._identify(source)
        if person is None and source.kind is None and source.name and not source.document:
            person = _person(source, "person")  # words of no list that speak: a name
            self.people.append(person)
        if person is not None:
            self.recent = [p for p in self.recent if p is not person]
            self.recent.append(person)
        return person

    # Gathering

    def _gather(self) -> None:
        """Meet everybody named with a post anywhere in the text, whether they speak or not."""
        r = self._r
        done = 0
        for i in r.at(Kind.POST):
            if i < done:
                continue
            limit = r.sentence_stop(i)
            done = apposition(r, i, noun_phrase(r, i, limit), limit)
            if done > i + 1:
                source = describe(r, i, done)
                if source.kind == "person" and source.name != source.post and _is_full(r, source):
                    self._meet(source)

    def _meet(self, source: Source) -> Person:
        """The person of the cast that the source names, made fuller by it; a new one where there is none."""
        words = name_words(source.name)
        known = self._find(words)
        if known is None:
            known = _person(source, source.kind or "person")
            self.people.append(known)
            return known
        if len(words) > len(known.words):
            known.name, known.words = source.name or known.name, words
        if source.post and (known.post is None or _is_fuller_post(source, known)):
            known.post = source.post
        if source.sides and (not known.sides or (source.sure and not known.sure)):
            known.sides, known.sure, known.reasons = list(source.sides), source.sure, list(source.reasons)
        return known

    def _find(self, words: frozenset[str]) -> Person | None:
        return next((p for p in self.people if _one_in_other(words, p.words)), None)

    # Identifying

    def _identify(self, source: Source) -> Person | None:
        """Whom the source means: by its text's author, by name, by what was told before, by post."""
        if source.document:
            return self._author(source)
        if source.kind == "person" and source.post and source.name != source.post:
            return self._meet(source)
        if source.definite:
            for refer in _REFERRING:
                person = refer(self, source)
                if person is not None:
                    return person
        if source.kind is None:
            return self._find(name_words(source.name))
        return self._known(source) or _person(source, source.kind)

    def _known(self, source: Source) -> Person | None:
        """One of the cast that the source names by post, or one heard before under such a name."""
        words = name_words(source.name)
        if source.kind == "person":
            holder = self._holder(words, source)
            if holder is not None:
                return holder
        for person in reversed(self.recent):
            if person.kind == source.kind and _same_body(person.words, words):
                if len(words) > len(person.words):
                    person.name, person.words = source.name, words
                return person
        return None

    def _holder(self, words: frozenset[str], source: Source) -> Person | None:
        """The person of the cast whose post the words name."""
        if len(words) < 2:
            return None
        for person in self.people:
            if person.post is None or person.head != source.head:
                continue
            post = name_words(person.post)
            same_side = bool(source.sides) and person.sides[:1] == source.sides[:1]
            if same_side or words <= post or post <= words:
                return person
        return None

    def _author(self, source: Source) -> Person | None:
        """Who issued the text that speaks: the last one heard that is no outlet, else the last body named."""
        heard = next((p for p in reversed(self.recent) if p.kind not in ("media", "unnamed")), None)
        return heard or self._named_before(source) or self.last

    def _named_before(self, source: Source) -> Person | None:
        """The last body named in the text before the source."""
        r = self._r
        for i in range(source.first - 1, max(-1, source.first - _LOOK_BACK), -1):
            if r.flags[i] & Kind.BODY and not r.words[i].article:
                body = self._described(i)
                if body.kind is not None and not body.document:
                    return self._identify(body)
        return None

    def _described(self, i: int) -> Source:
        return describe(self._r, i, noun_phrase(self._r, i, self._r.sentence_stop(i)))

    # Referring back: `the minister`, `the Emirati official`, `the writer`, `the organisation`

    def _back(self, source: Source) -> Person | None:
        """The last speaker that the bare definite noun may mean: the minister, the source, the agency."""
        for person in reversed(self.recent):
            if person.head == source.head or source.head in person.words or _same_calling(source, person):
                return person
        return next((p for p in self.people if p.head == source.head), None)

    def _same_side(self, source: Source) -> Person | None:
        """`The Emirati official`: the last person heard who speaks for that side."""
        if source.kind not in ("unnamed", "person") or not source.sides:
            return None
        return next((p for p in reversed(self.recent) if p.kind == "person" and p.sides[:1] == source.sides[:1]), None)

    def _any_person(self, source: Source) -> Person | None:
        """`The writer`, said of one known by another calling: the last person heard."""
        if source.kind != "person" or source.stop - source.first > 1:
            return None
        return next((p for p in reversed(self.recent) if p.kind == "person"), None)

    def _full_name(self, source: Source) -> Person | None:
        """`The organisation`, said of a body that the text named before without making it speak."""
        r = self._r
        if source.kind in ("person", None):
            return None
        heads = Kind.BODY | Kind.MEDIA | Kind.SOURCE
        for i in range(source.first - 1, -1, -1):
            if r.flags[i] & heads and not r.words[i].article and r.words[i].stem == source.head:
                body = self._described(i)
                if body.kind == source.kind and not body.definite:
                    return self._identify(body)
        return None


_REFERRING: tuple[Callable[[Cast, Source], Person | None], ...] = (
    Cast._back,
    Cast._same_side,
    Cast._any_person,
    Cast._full_name,
)


def _is_full(r: Reading, source: Source) -> bool:
    """Whether the phrase gives a name of two words or more, with no country or other known word in it."""
    words = name_words(source.name)
    if not 2 <= len(words) <= 6:
        return False
    if any(r.lexicon.word(w).flags & (Kind.CONTENT_NOUN | Kind.OCCASION) for w in words):
        return False
    return not any(
        r.flags[i] & Kind.PLACE and r.forms[i] in words and speaks(r, i) for i in range(source.first, source.stop)
    )


def _is_fuller_post(source: Source, known: Person) -> bool:
    """Whether the source tells the side of somebody's post, which was not told so far."""
    if source.post is None or known.post is None or known.sides or not source.sides:
        return False
    return len(source.post) > len(known.post)


def _one_in_other(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether one name holds all words of the other, and not only a short one."""
    small, big = (a, b) if len(a) <= len(b) else (b, a)
    return small <= big and (len(small) > 1 or any(len(word) > 2 for word in small))


def _same_body(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names may be one body's: the same, or one short by up to two words."""
    return a == b or (abs(len(a) - len(b)) <= 2 and _one_in_other(a, b))


def _same_calling(source: Source, person: Person) -> bool:
    if source.kind != person.kind:
        return False
    return source.kind == "media" or (source.kind == "unnamed" and source.head[:3] == person.head[:3])
