"""Somebody whom a document names, and whether another phrase may mean them too."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.namefit import name_parts
from hudna.coding.names.naming import Source
from hudna.coding.words.agreement import MANY, ONE
from hudna.model.findings import SpeakerKind

PERSONS: Final = "persons.csv"
"""The pack file of those known by name."""


class Title:
    """One way in which a document calls somebody by a post."""

    __slots__ = ("calling", "head", "post")

    def __init__(self, head: str, post: str, calling: str) -> None:
        self.head = head
        self.post = post
        self.calling = calling


def titles_of(source: Source) -> list[Title]:
    """The title that the source tells, and the second one beside it: `the governor, head of the committee`."""
    if not source.post:
        return []
    told = [Title(source.head, source.post, source.calling)]
    if source.second is not None:
        told.append(Title(source.second[0], source.second[1], ""))
    return told


class Person:
    """Somebody or some body that the document names, in the fullest form found so far."""

    __slots__ = (
        "calling",
        "first",
        "gender",
        "head",
        "joint",
        "kind",
        "known",
        "many",
        "name",
        "office",
        "parts",
        "post",
        "reasons",
        "sides",
        "stop",
        "sure",
        "titles",
        "voice",
        "words",
    )

    def __init__(self, source: Source, kind: SpeakerKind) -> None:
        self.name = source.name
        self.kind: SpeakerKind = kind
        self.parts = name_parts(source.name)
        """The folded words of the name in their order, without articles."""
        self.words = frozenset(self.parts)
        self.post = source.post
        self.titles = titles_of(source)
        """All posts that the document calls them by, the first one first."""
        self.sides = list(source.sides)
        self.head = source.head
        """What the first phrase that named them turned on (`minister`), for short forms."""
        self.sure = source.sure
        """Whether the side is told by what the post belongs to."""
        self.reasons = list(source.reasons)
        self.gender = source.gender
        self.known = source.known
        """The side of one known by name, and the row that tells it."""
        self.calling = source.calling
        """The pack row of the post, where the row holds all its names."""
        self.voice = source.voice
        """Whether it is somebody's spokesman."""
        self.joint = source.joint
        """Whether several speak together."""
        self.many = MANY if source.plural else ONE if kind == "person" and not source.joint else 0
        """1 for people told of as many, -1 for one person, 0 for what may be either."""
        self.office = source.office
        """Whether it is an office of state: a minister, a governor."""
        self.first = source.first
        self.stop = source.stop
        """The tokens that named them first."""


def call(person: Person, source: Source) -> None:
    """Note the post by which the source calls the person, where it is a new one."""
    if source.post and all(title.post != source.post for title in person.titles):
        person.titles += titles_of(source)


def same_post(person: Person, title: Title, source: Source) -> bool:
    """Whether the two posts turn on the same word, are two names of one post, or both speak for another."""
    if title.head == source.head or (person.voice and source.voice):
        return True
    return bool(source.calling) and title.calling == source.calling


def may_share_side(person: Person, source: Source) -> bool:
    """Whether the two tell no different sides."""
    return not person.sides or not source.sides or person.sides[0] == source.sides[0]


def may_mean(source: Source, person: Person) -> bool:
    """Whether the short form may be the person's: by its head, by a word of the name, by what is called so too."""
    if person.joint != source.joint:
        return False
    if source.stop - source.first > 1 and not may_share_side(person, source):
        return False
    if person.head == source.head or source.head in person.words or _same_calling(source, person):
        return True
    return any(title.head == source.head for title in person.titles)


def _same_calling(source: Source, person: Person) -> bool:
    if source.kind != person.kind:
        return False
    return source.kind == "media" or (source.kind == "unnamed" and source.head[:3] == person.head[:3])


def may_be_called(person: Person, source: Source) -> bool:
    """Whether a person of the side that the source tells may be meant: nobody who holds another office."""
    if person.kind != "person" or (source.office and person.post is not None and person.head != source.head):
        return False
    if person.sides:
        return person.sides[0] == source.sides[0]
    return person.known is not None and PERSONS in person.known[1] and person.known[0] == source.sides[0]


def is_fuller_post(source: Source, known: Person) -> bool:
    """Whether the source tells the side of somebody's post, which was not told so far."""
    if source.post is None or known.post is None or known.sides or not source.sides:
        return False
    return len(source.post) > len(known.post)
