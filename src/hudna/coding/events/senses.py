"""Whether a word that a row of triggers lists is meant as a deed where it stands, or only looks like one.

another word := the letters are those of a verb, of an adjective or of the prefix of the next word
name         := part of the name of a body or of its forces
said         := a talk with a medium, leaving a pact, agreeing that something is so
role, state  := what somebody does in the fighting; what state a town is in
"""

from __future__ import annotations

from typing import Final

from hudna.coding.events.marks import Marks
from hudna.coding.words.nouns import printed_feminine
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind, Word
from hudna.packs.tables.events import Trigger
from hudna.text import letters as L

_PLACES: Final = frozenset(("territory", "settled", "site", "place"))
_NEAR: Final = 3
"""Tokens behind a trigger in which stands whom with, what from, what on."""
_ROLE: Final = 4
"""Tokens before a noun in which its role begins: `played a part in`."""


def is_deed(reading: Reading, marks: Marks, i: int, stop: int, row: Trigger) -> bool:
    """Whether the word at `i`, with the words round it, tells of a deed of the row's type."""
    word = reading.words[i]
    if row.cls == "verb":
        if (
            definite(word, row)
            or (word.preposition and stop == i + 1)
            or (row.inflect == "imperfect" and _of_perfect(word))
        ):
            return False
        if word.pronoun and row.type == "deployment" and _needs_object(row):
            return False
    if _said_or_signed(reading, marks, stop, row) or _of_name(reading, marks, i, stop, row):
        return False
    if row.type == "sanction" and row.cls == "masdar":
        return not _besieged(reading, marks, i)
    if row.type == "clash" and row.cls == "noun":
        return not _only_in_role(reading, marks, i) and not _of_forces(reading, marks, i)
    return True


def _of_name(reading: Reading, marks: Marks, i: int, stop: int, row: Trigger) -> bool:
    """Whether the word is part of a name, or of the line under a report: `the liberation army of`, `editing: X`."""
    if row.type not in ("aid", "capture"):
        return False
    word = reading.words[i]
    if word.preposition == L.LAM and word.article and _of_body(reading, i):
        return True
    if row.type != "capture":
        return False
    if stop < len(reading) and reading.forms[stop] == ":":
        return True
    return row.cls == "masdar" and "armyof" in marks.of(i - 1) and not reading.words[i - 1].article


def _said_or_signed(reading: Reading, marks: Marks, stop: int, row: Trigger) -> bool:
    """Whether what follows makes it no deed: a talk with an outlet, leaving a pact, agreeing that something is so."""
    last = min(stop + _NEAR, reading.sentence_stop(stop - 1))
    if row.type == "meeting" and row.cls == "noun":
        for k in range(stop, last - 1):
            if "with" in marks.of(k):
                return "outlet" in marks.of(k + 1)
        return False
    if row.type in ("withdrawal", "capture"):
        mark, kind = ("origin", "pact") if row.type == "withdrawal" else ("upon", "rule")
        for k in range(stop, last - 1):
            if mark in marks.of(k):
                return kind in marks.of(k + 1)
        return False
    if row.type == "agreement" and row.cls == "verb":
        for k in range(stop, min(last + 2, len(reading)) - 1):
            if "upon" in marks.of(k):
                return bool(reading.flags[k + 1] & Kind.COMPLEMENTISER)
    return False


def _besieged(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether the word only says of the town before it what state it is in: `towns besieged`."""
    if i == 0 or reading.words[i].preposition or reading.words[i].conjunction or reading.words[i - 1].article:
        return False
    return bool(marks.of(i - 1) & _PLACES)


def _only_in_role(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether right before the fighting stands only what somebody does in it: takes part, reports, trains for it."""
    found = marks.last("role", max(reading.sentence_first(i), i - _ROLE), i)
    return found is not None and found[1] == i


def _of_forces(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether the noun says whose forces the word before it names: `the factions of operation X`."""
    if i == 0 or reading.words[i].article or reading.words[i - 1].article:
        return False
    return "partof" in marks.of(i - 1)


def _of_body(reading: Reading, i: int) -> bool:
    """Whether a word with `li-` only names what a body is for: `the national front for liberation`."""
    flags = reading.flags
    if i > 0 and flags[i - 1] & Kind.BODY:
        return True
    return i > 1 and bool(flags[i - 2] & Kind.BODY) and reading.words[i - 1].article


def _needs_object(row: Trigger) -> bool:
    """Whether a verb of deployment, with a pronoun, would be a verbal noun: `its stay`, `its intervention`."""
    return row.inflect == "imperfect" or "basebuilt" in row.wanted


def _of_perfect(word: Word) -> bool:
    """Whether the word, read as "I do", is rather the perfect that is written so: `he received`, `I receive`."""
    if not word.stem.startswith(L.ALEF):
        return False
    return any(isinstance(entry.row, Trigger) and entry.row.inflect == "perfect" for entry in word.entries)


def definite(word: Word, row: Trigger) -> bool:
    """Whether the word has the article, as a row of its own or taken off."""
    if row.cls == "verb" and row.like_article:
        return False  # a verb that begins so
    return word.article or word.stem.startswith(L.AL)


def another_word(reading: Reading, i: int, row: Trigger) -> bool:
    """Whether the word only looks like the row's, with what was taken off it: social, a family, and so a seal."""
    word = reading.words[i]
    if word.pronoun == L.HEH and printed_feminine(reading, i):
        return True  # no "him": the ending of a noun
    if row.finite:
        return word.pronoun == L.YEH  # a verb has another ending for "me": an adjective
    if word.conjunction == L.FEH:
        return True  # a noun seldom begins a sentence with `fa-`
    return word.pronoun == L.YEH and not word.stem.endswith(L.TEH)  # an adjective: "social", not "my meeting"
