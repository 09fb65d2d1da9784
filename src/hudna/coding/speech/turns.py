"""Whose turn it is: for each report the one who speaks, named there or going on from before."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.allegiance import Allegiance
from hudna.coding.names.appositions import apposition
from hudna.coding.names.naming import Source, describe, issuer_first
from hudna.coding.names.persons import Person
from hudna.coding.names.phrases import could_open, noun_phrase
from hudna.coding.speech.hearing import Hearing, Report, Tokens
from hudna.coding.words.agreement import EITHER, agrees, gender_of_cue, number_of_cue
from hudna.coding.words.cues import is_relative
from hudna.coding.words.nouns import FINITE, LISTED, head_word
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.wordclasses import only_word, word_class
from hudna.text import letters as L

_NO_VERB: Final = Kind.FUNCTION | Kind.COMPLEMENTISER | Kind.OCCASION | Kind.CUE_PREPOSITION | Kind.NUMBER
_LEAD: Final = 3
"""Reports behind the title's among which the one stands that names whom it means."""
_LEAST_COMMON: Final = 2
_STEM: Final = 4
_LEAST_DISTANCE: Final = 3
"""Tokens between the start of a sentence and a verb that goes on with its subject."""
_AS_FOR: Final = only_word("as for")
_WAS: Final = word_class("he was")
_LEAST_VERB: Final = 4
_LONGEST_LEAD: Final = 5
"""Tokens before the comma behind which the sentence proper begins: `from his side,`."""
_LOOK_BACK: Final = 120
"""Tokens before `the statement` within which it must have been told of."""
_SPEAKING: Final = ("person", "state", "armed_group", "organisation", "media", "unnamed")


def take_turns(h: Hearing) -> None:
    """Tell each report's speaker. Who is quoted within another's words does not speak on afterwards."""
    for place, report in enumerate(h.reports):
        nested = report.cue is not None and h.is_told(report.cue[0])
        heard = list(h.cast.recent) if nested else None
        report.person = _speaker(h, place, report)
        if heard is not None:
            h.cast.recent = heard
    allegiance = Allegiance(h.r)
    for report in h.reports:
        if report.person is not None:
            allegiance.settle(report.person)


def _speaker(h: Hearing, place: int, report: Report) -> Person | None:
    if report.source is None:
        return _goes_on(h, place, report)
    if report.source.document:
        author = _author(h, place, report.source)
        if author is not None:
            return h.cast.turn(author)
    person = h.cast.hear(report.source)
    if person is not None and report.source.first < h.r.title_stop:
        return _of_lead(h, place, report, person)
    return person


# A title's short form: `the minister: ...`, whom the first lines name


def _of_lead(h: Hearing, place: int, report: Report, person: Person) -> Person:
    """Whom the title means by a bare post or calling: the one whom the first lines report with the same words."""
    source = report.source
    if source is None or not _is_bare(source, person):
        return person
    for other in h.reports[place + 1 : place + 1 + _LEAD]:
        if other.source is None or other.source.first < h.r.title_stop:
            continue
        if _may_be_named(source, other.source) and (
            source.head == other.source.head or _common_words(h.r, report.content, other.content) >= _LEAST_COMMON
        ):
            h.cast.forget(person)
            named = h.cast.hear(other.source) or person
            named.post = named.post or source.post
            return named
    return person


def _is_bare(source: Source, person: Person) -> bool:
    """Whether the phrase gives no name: a post alone, or an indefinite calling."""
    if person.name != source.name or source.plural or source.joint:
        return False
    if source.kind == "person":
        return source.name == source.post
    return source.kind == "unnamed" and source.voiced


def _may_be_named(source: Source, other: Source) -> bool:
    """Whether the other phrase names one whom the bare one may mean: a person of no other side."""
    if other.kind != "person" or other.name == other.post or not other.name:
        return False
    return not source.sides or not other.sides or source.sides[0] == other.sides[0]


def _common_words(r: Reading, a: Tokens, b: Tokens) -> int:
    """How many words of some length the two stretches have in common."""
    there = {head_word(r, i)[:_STEM] for i in range(*b) if len(r.forms[i]) >= _STEM}
    here = {head_word(r, i)[:_STEM] for i in range(*a) if len(r.forms[i]) >= _STEM}
    return len(here & there)


# Going on: `and he added that`


def _goes_on(h: Hearing, place: int, report: Report) -> Person | None:
    """Who speaks where the report names nobody: the speaker of the sentence, its subject, else who spoke last."""
    i = report.at
    gender = gender_of_cue(h.r, i) if report.cue is not None else EITHER
    person = _of_sentence(h, place, i, gender)
    if person is None:
        source = subject_of_sentence(h, i, gender)
        person = h.cast.hear(source) if source is not None else None
    if person is None:
        person = h.cast.carried(gender, number_of_cue(h.r, i) if report.cue is not None else 0)
    return h.cast.turn(person) if person is not None else None


def _of_sentence(h: Hearing, place: int, i: int, gender: int) -> Person | None:
    """The last one who spoke before token `i` in the same sentence, in nobody else's words.

    A participle may agree with what was issued, not with who issued it, so that any speaker will do for it.
    """
    first = h.r.sentence_first(i)
    other_gender: Person | None = None
    for k in range(place - 1, -1, -1):
        other = h.reports[k]
        if other.at < first:
            break
        if other.at >= i or other.person is None or h.is_told(other.at) or _is_aside(h, other):
            continue
        number = number_of_cue(h.r, i)
        if agrees(gender, other.person.gender) and agrees(number, other.person.many):
            return other.person
        other_gender = other_gender or other.person
    return other_gender if h.r.flags[i] & Kind.CUE_PARTICIPLE else None


def _is_aside(h: Hearing, report: Report) -> bool:
    """Whether somebody is reported in a relative clause: `the plan, which many think is ...`."""
    if report.cue is None or report.source is None or report.cue[0] == 0:
        return False
    return is_relative(h.r, report.cue[0] - 1)


def subject_of_sentence(h: Hearing, i: int, gender: int) -> Source | None:
    """The subject of the verb that opens the sentence of token `i`: `X was asked about it, and he said`."""
    r = h.r
    first = r.sentence_first(i)
    if i - first < _LEAST_DISTANCE:
        return None
    if r.forms[first] == _AS_FOR:
        return _topic(h, first + 1, i)
    for k in _openings(h, first, i):
        source = _subject_at(h, k, i)
        if source is not None and source.kind in _SPEAKING and agrees(gender, source.gender):
            return source
    return None


def _topic(h: Hearing, first: int, limit: int) -> Source | None:
    """Whom `as for X, he said` names."""
    stop = noun_phrase(h.r, first, limit)
    if stop == first:
        return None
    topic = describe(h.r, first, apposition(h.r, first, stop, limit))
    return topic if topic.kind in _SPEAKING else None


def _openings(h: Hearing, first: int, i: int) -> list[int]:
    """Where the sentence proper may begin: at its first word, or behind `from his side,`."""
    r = h.r
    found = [first]
    for k in range(first + 1, min(i, first + _LONGEST_LEAD)):
        feminine = not r.flags[k] & LISTED and len(r.forms[k]) >= _LEAST_VERB and r.forms[k].endswith(L.TEH)
        if (
            r.forms[k - 1] in L.COMMAS
            or r.flags[k - 1] & Kind.COMPLEMENTISER
            or ((feminine or r.flags[k] & FINITE) and _may_be_verb(h, k))
        ):
            found.append(k)
    return found


def _subject_at(h: Hearing, k: int, limit: int) -> Source | None:
    """The source behind the verb at `k`, or before the verb where the noun phrase opens."""
    r = h.r
    if k + 1 >= limit or not r.is_word(k):
        return None
    word, flag = r.words[k], r.flags[k]
    if _may_be_verb(h, k):
        start = k + 1
        while start < limit and (r.flags[start] & FINITE) and not r.words[start].article:
            start += 1
        if r.words[start].preposition or start >= limit:
            return None
        return h.source_from(start, limit)
    if flag & _NO_VERB or word.preposition or not could_open(r, k):
        return None
    stop = noun_phrase(r, k, limit)
    if stop <= k or stop >= limit or not h.can_speak(k, stop):
        return None
    behind = stop + 1 if r.forms[stop] in L.COMMAS and stop + 1 < limit else stop
    if not r.flags[behind] & FINITE or r.words[behind].article:
        return None
    return describe(r, k, stop)


def _may_be_verb(h: Hearing, k: int) -> bool:
    r = h.r
    word, flag = r.words[k], r.flags[k]
    if word.article or word.preposition or word.pronoun:
        return False
    if r.forms[k] in _WAS:
        return True
    if flag & FINITE:
        return True
    return not flag & LISTED and not r.forms[k].startswith(L.AL)


# A text that speaks: `the statement added`


def _author(h: Hearing, place: int, source: Source) -> Person | None:
    """Who issued the text: named right behind it, else the one in whose sentence such a text was told of last."""
    r = h.r
    issuer = _issuer(h, source)
    if issuer is not None:
        return issuer
    for k in range(source.first - 1, max(-1, source.first - _LOOK_BACK), -1):
        if not r.flags[k] & Kind.OCCASION or head_word(r, k) != source.head or r.words[k].article:
            continue
        person = _genitive(h, k) or _of_sentence(h, place, source.first, EITHER) or _speaking_at(h, place, k)
        if person is not None:
            return person
        subject = subject_of_sentence(h, k, EITHER)
        return h.cast.hear(subject) if subject is not None else None
    return None


def _issuer(h: Hearing, source: Source) -> Person | None:
    """The body named behind `a statement issued by`, `a statement of`."""
    r = h.r
    first = issuer_first(r, source.first)
    if first is None:
        return None
    issued = describe(r, first, noun_phrase(r, first, r.sentence_stop(source.first)))
    return h.cast.hear(issued) if issued.kind not in (None, "unnamed") else None


def _speaking_at(h: Hearing, place: int, k: int) -> Person | None:
    """The main speaker of the sentence that token `k` stands in."""
    first, stop = h.r.sentence_first(k), h.r.sentence_stop(k)
    for n in range(place - 1, -1, -1):
        report = h.reports[n]
        if report.at < first:
            break
        if report.at < stop and report.person is not None and not h.is_told(report.at):
            return report.person
    return None


def _genitive(h: Hearing, k: int) -> Person | None:
    """The body behind `a statement of`, or `a statement by`."""
    r = h.r
    first = k + 1
    if first >= len(r) or not r.flags[first] & Kind.BODY:
        return None
    if r.words[first].preposition not in ("", L.LAM):
        return None
    stop = noun_phrase(r, first, r.sentence_stop(k))
    if stop <= first:
        return None
    source = describe(r, first, stop)
    return h.cast.hear(source) if source.kind not in (None, "unnamed") else None
