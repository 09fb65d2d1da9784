"""Which statements answer another: where the text says that the denial, the clarification came after a statement."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hudna.coding.names.appositions import apposition
from hudna.coding.names.namefit import name_words
from hudna.coding.names.naming import Source, describe
from hudna.coding.names.persons import Person
from hudna.coding.names.phrases import noun_phrase
from hudna.coding.speech.hearing import Report
from hudna.coding.words.reading import Reading
from hudna.model import Span
from hudna.model.findings import Act
from hudna.packs.lexicon import Kind
from hudna.packs.tables.speech import FunctionWord
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_ANSWERS: Final[frozenset[Act]] = frozenset(("deny", "decline", "refuse"))
"""The acts by which one answers what somebody else has said."""
_BOTH: Final = (L.YEH + L.NOON, L.ALEF + L.NOON)
"""How a noun in the dual ends: `from both countries`."""

_NEAR: Final = 4
"""Sentences, line ends counted, between a statement and the one that it answers."""
_LONGEST_THIS: Final = 4
"""Tokens of the longest `these charges`."""
_IN_REPLY: Final = word_class("in reply")
_REPLIED: Final = word_class("replied")
_SAID: Final = Kind.CUE_NOUN | Kind.OCCASION
_SPEECH: Final = word_class("what is replied to")

Told = Sequence[tuple[Report, Act]]
"""The statements in the order of the text, each with its act."""


def replies(r: Reading, told: Told) -> dict[int, int | Span]:
    """For each statement that answers another one: the answered one's place in `told`, or the span that names it."""
    out: dict[int, int | Span] = {}
    for n in range(1, len(told)):
        if _denies_this(r, *told[n]) or _replies(r, told[n][0], told[n - 1][0]):
            last = _other_before(r, told, n)
            if last is not None:
                out[n] = last
    for i in r.phrases:
        after = _answer_phrase(r, i) if r.flags[i] & Kind.FUNCTION else None
        if after is None:
            continue
        stop = r.sentence_stop(i)
        answered = _answered(r, after, stop, told, i)
        if answered is None:
            continue
        other = told[answered][0].person if isinstance(answered, int) else None
        for place in _answering(r, told, i, other, from_both=_is_from_both(r, after, stop)):
            out[place] = answered
    return out


def _other_before(r: Reading, told: Told, n: int) -> int | None:
    """The last statement before `told[n]` by somebody else, not far before it."""
    report, _ = told[n]
    if report.person is None:
        return None
    for place in range(n - 1, -1, -1):
        other, _ = told[place]
        if r.sentence[report.first] - r.sentence[other.first] > _NEAR:
            return None
        if other.person is not None and other.person is not report.person:
            return place
    return None


def _denies_this(r: Reading, report: Report, act: Act) -> bool:
    """Whether somebody denies `this`, `these charges`: what was told just before."""
    first, stop = report.content
    if act != "deny" or stop - first > _LONGEST_THIS:
        return False
    small = r.small_word(first)
    return small is not None and small.role == "demonstrative"


def _replies(r: Reading, report: Report, last: Report) -> bool:
    """Whether the report is the first of its sentence, which opens with `in reply to ...` or `and X replied`."""
    first = r.sentence_first(report.at)
    if r.sentence[last.at] == r.sentence[report.at]:
        return False
    if r.words[first].stem in _REPLIED:
        return report.source is not None and report.source.first == first + 1
    if r.words[first].stem not in _IN_REPLY or first + 2 >= len(r):
        return False
    small = r.small_word(first + 1)
    if small is None or small.frame != "ala":
        return False
    told = r.small_word(first + 2)
    if told is not None and told.role == "demonstrative":
        return True  # "in reply to this"
    return bool(r.flags[first + 2] & _SAID) or r.words[first + 2].stem in _SPEECH


def _answer_phrase(r: Reading, i: int) -> int | None:
    """The token behind `the denial comes` at `i`."""
    for after, entry in r.phrases[i]:
        if isinstance(entry.row, FunctionWord) and entry.row.role == "answer":
            return after
    return None


def _is_from_both(r: Reading, after: int, stop: int) -> bool:
    """Whether `from both countries`, `from the two sides` stands behind the phrase."""
    small = r.small_word(after) if after + 1 < stop else None
    if small is None or small.frame != "min":
        return False
    return r.forms[after + 1].startswith(L.AL) and r.forms[after + 1].endswith(_BOTH)


def _answering(r: Reading, told: Told, i: int, other: Person | None, *, from_both: bool) -> list[int]:
    """The statements before token `i` that are the answer: denials of who spoke last, or of the last two sides."""
    before = [k for k, (report, _) in enumerate(told) if report.first < i and report.person is not other]
    denials = [k for k in before if told[k][1] in _ANSWERS and told[k][0].person is not None]
    if not denials:
        return before[-1:] if before and told[before[-1]][0].person is not None else []
    speakers: list[Person] = []
    for k in reversed(denials):
        person = told[k][0].person
        if person is not None and all(not _same_side(person, known) for known in speakers):
            speakers.append(person)
        if len(speakers) == (2 if from_both else 1):
            break
    return [k for k in denials if _speaks_for(told[k][0].person, speakers)]


def _same_side(a: Person, b: Person) -> bool:
    return a is b or bool(a.sides and a.sides[:1] == b.sides[:1])


def _speaks_for(person: Person | None, speakers: list[Person]) -> bool:
    """Whether the person is one of the speakers, or joins their sides: `Astana and Bishkek denied`."""
    if person is None:
        return False
    sides = {side for speaker in speakers for side in speaker.sides}
    return any(person is speaker for speaker in speakers) or (len(person.sides) > 1 and set(person.sides) <= sides)


def _answered(r: Reading, first: int, stop: int, told: Told, i: int) -> int | Span | None:
    """The statement that the tokens name as the one answered, or their span where it is told elsewhere."""
    for k in range(first, stop):
        if not r.flags[k] & (Kind.OCCASION | Kind.CUE_NOUN):
            continue
        place = next((n for n, (report, _) in enumerate(told) if report.cue is not None and report.cue[0] == k), None)
        if place is not None:
            return place
        end = apposition(r, k + 1, noun_phrase(r, k + 1, stop), stop)
        source = describe(r, k + 1, end) if end > k + 1 else None
        place = _last_by(told, source, i) if source is not None else None
        if place is not None:
            return place
        if source is not None and source.kind is not None:
            return r.span(k, end)
    return None


def _last_by(told: Told, source: Source, i: int) -> int | None:
    """The last statement before token `i` by whom the source names."""
    words = name_words(source.name)
    for place in range(len(told) - 1, -1, -1):
        report, _ = told[place]
        if report.first < i and report.person is not None and words and words <= report.person.words:
            return place
    return None
