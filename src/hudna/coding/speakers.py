"""Who speaks: short forms, posts and pronouns brought back to the fullest form that the document gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from hudna.coding.phrases import Source, apposition, describe, noun_phrase, speaks
from hudna.coding.reading import Reading
from hudna.model.findings import SpeakerKind
from hudna.packs.lexicon import Kind
from hudna.text import fold_word
from hudna.text import letters as L


@dataclass(slots=True)
class Person:
    """Somebody or some body that the document names, in the fullest form found so far."""

    name: str
    kind: SpeakerKind
    post: str | None
    sides: list[str]
    head: str
    words: frozenset[str] = frozenset()
    sure: bool = False
    reasons: list[str] = field(default_factory=list)


def name_words(name: str) -> frozenset[str]:
    """The folded words of a name, without articles."""
    words = (w.strip("().،,:-") for w in fold_word(name).split())
    return frozenset(w[2:] if w.startswith(L.AL) and len(w) > 4 else w for w in words if w)


class Cast:
    """All that speak or are named with a post in one document."""

    def __init__(self, r: Reading, times: set[int]) -> None:
        self._r = r
        self._times = times
        self.people: list[Person] = []
        self.recent: list[Person] = []
        self._gather(r, times)

    def _gather(self, r: Reading, times: set[int]) -> None:
        """Everybody named with a post anywhere in the text, whether they speak or not."""
        last = -1
        for i in r.at(Kind.POST):
            if i < last:
                continue
            limit = r.sentence_stop(i)
            stop = apposition(r, i, noun_phrase(r, i, limit, times), limit, times)
            if stop > i + 1:
                source = describe(r, i, stop)
                if source.kind == "person" and source.name != source.post and _is_full(r, source):
                    self._meet(source)
            last = stop

    def _meet(self, source: Source) -> Person:
        """The person of the cast that the source names, made fuller by it; a new one where there is none."""
        words = name_words(source.name or "")
        known = self._find(words)
        if known is None:
            known = Person(
                name=source.name or "",
                kind=source.kind or "person",
                post=source.post,
                sides=list(source.sides),
                head=source.head,
                words=words,
                sure=source.sure,
                reasons=list(source.reasons),
            )
            self.people.append(known)
            return known
        if len(words) > len(known.words):
            known.name, known.words = source.name or known.name, words
        if source.post and (known.post is None or len(source.post) > len(known.post)):
            if known.post is None or (source.sides and not known.sides):
                known.post = source.post
        if source.sides and (not known.sides or (source.sure and not known.sure)):
            known.sides, known.sure, known.reasons = list(source.sides), source.sure, list(source.reasons)
        return known

    def _find(self, words: frozenset[str]) -> Person | None:
        if not words:
            return None
        for person in self.people:
            small, big = (words, person.words) if len(words) <= len(person.words) else (person.words, words)
            if small <= big and any(len(w) > 2 for w in small):
                return person
        return None

    def hear(self, source: Source) -> Person | None:
        """The one that the source refers to; `None` where it refers back and nobody fits."""
        person = self._identify(source)
        if person is not None:
            self.recent = [p for p in self.recent if p is not person]
            self.recent.append(person)
        return person

    def _identify(self, source: Source) -> Person | None:
        if source.document:
            return self._author(source)
        if source.kind == "person" and source.post and source.name != source.post:
            return self._meet(source)
        if source.definite:
            back = (
                self._back(source) or self._same_side(source) or self._any_person(source) or self._full_name(source)
            )
            if back is not None:
                return back
        words = name_words(source.name or "")
        if source.kind is None:
            return self._find(words)
        if source.kind == "person":
            holder = self._holder(words, source.head, source.sides)
            if holder is not None:
                return holder
        for person in reversed(self.recent):
            if person.kind == source.kind and _same_body(person.words, words):
                if len(words) > len(person.words):
                    person.name, person.words = source.name or person.name, words
                return person
        return Person(
            name=source.name or "",
            kind=source.kind,
            post=source.post,
            sides=list(source.sides),
            head=source.head,
            words=words,
            reasons=list(source.reasons),
        )

    def _full_name(self, source: Source) -> Person | None:
        """`The organisation`, said of a body that the text named before without making it speak."""
        r = self._r
        if source.kind in ("person", None):
            return None
        for i in range(source.first - 1, -1, -1):
            if r.flags[i] & (Kind.BODY | Kind.MEDIA | Kind.SOURCE) and not r.words[i].article and r.words[i].stem == source.head:
                body = describe(r, i, noun_phrase(r, i, r.sentence_stop(i), self._times))
                if body.kind == source.kind and not body.definite:
                    return self._identify(body)
        return None

    def _author(self, source: Source) -> Person | None:
        """Who issued the text that speaks: the last one heard that is no outlet."""
        for person in reversed(self.recent):
            if person.kind not in ("media", "unnamed"):
                return person
        return self._named_before(source)

    def _named_before(self, source: Source) -> Person | None:
        """The last body named in the text before the source."""
        r = self._r
        for i in range(source.first - 1, max(-1, source.first - 80), -1):
            if r.flags[i] & Kind.BODY and not r.words[i].article:
                body = describe(r, i, noun_phrase(r, i, r.sentence_stop(i), self._times))
                if body.kind is not None and not body.document:
                    return self._identify(body)
        return self.last

    def _holder(self, words: frozenset[str], head: str, sides: list[str]) -> Person | None:
        """The person of the cast whose post the words name."""
        for person in self.people:
            if person.post is None or person.head != head:
                continue
            post = name_words(person.post)
            if len(words) >= 2 and (words <= post or post <= words or (sides and person.sides[:1] == sides[:1])):
                return person
        return None

    def _any_person(self, source: Source) -> Person | None:
        """`The writer`, said of one known by another calling: the last person heard."""
        if source.kind != "person" or source.stop - source.first > 1:
            return None
        return next((p for p in reversed(self.recent) if p.kind == "person"), None)

    def _back(self, source: Source) -> Person | None:
        """The last speaker that the bare definite noun may mean: the minister, the source, the agency."""
        for person in reversed(self.recent):
            if person.head == source.head or source.head in person.words or _same_calling(source, person):
                return person
        for person in self.people:
            if person.head == source.head:
                return person
        return None

    def _same_side(self, source: Source) -> Person | None:
        """`The Emirati official`: the last person heard who speaks for that side."""
        if source.kind not in ("unnamed", "person") or not source.sides:
            return None
        for person in reversed(self.recent):
            if person.kind == "person" and person.sides[:1] == source.sides[:1]:
                return person
        return None

    @property
    def last(self) -> Person | None:
        """Who spoke last."""
        return self.recent[-1] if self.recent else None


def _is_full(r: Reading, source: Source) -> bool:
    """Whether the phrase gives a name of two words or more, with no country or other known word in it."""
    words = name_words(source.name or "")
    if not 2 <= len(words) <= 6:
        return False
    if any(r.lexicon.word(w).flags & (Kind.CONTENT_NOUN | Kind.OCCASION) for w in words):
        return False
    return not any(
        r.flags[i] & Kind.PLACE and r.forms[i] in words and speaks(r, i) for i in range(source.first, source.stop)
    )


def _same_body(known: frozenset[str], words: frozenset[str]) -> bool:
    small, big = (known, words) if len(known) <= len(words) else (words, known)
    return small == big or (len(big) - len(small) <= 2 and small < big and any(len(w) > 2 for w in small))


def _same_calling(source: Source, person: Person) -> bool:
    return source.kind == person.kind == "media" or (
        source.kind == person.kind == "unnamed" and source.head[:3] == person.head[:3]
    )
