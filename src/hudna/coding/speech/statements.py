"""Statements: who is reported to have said what.

The cues of the text are tried one by one (`constructions`), then each report is settled: who spoke, what the
speaker did by it, when it was said.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from hudna.coding.acts.acts import act_of
from hudna.coding.names.naming import Source
from hudna.coding.speech.attributions import by_colon
from hudna.coding.speech.constructions import report_at
from hudna.coding.speech.extents import content_spans
from hudna.coding.speech.hearing import Hearing, Report
from hudna.coding.speech.replies import replies
from hudna.coding.speech.saying import Said, days_said
from hudna.coding.speech.turns import take_turns
from hudna.coding.words.cues import verb_cue
from hudna.coding.words.reading import Reading
from hudna.model import Problem, Span, Statement, Time
from hudna.model.findings import UNKNOWN_SPEAKER, Act, Form
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_CUES: Final = Kind.CUE_VERB | Kind.CUE_NOUN | Kind.CUE_PARTICIPLE | Kind.CUE_PREPOSITION
_SMALL: Final = Kind.FUNCTION | Kind.COMPLEMENTISER | Kind.VERB
_TERM: Final = 3
"""Words of the longest quotation that is only a term."""
_SAME_WORDS: Final = frozenset(("preposition-besides", "verb-denied-again", "verb-which-denied"))
"""Rules by which somebody says, or denies, what is reported of another already."""
_SAYINGS: Final[frozenset[Act]] = frozenset(("assert", "confirm", "deny"))
"""What one does by words alone: what is demanded or proposed in reported words is a deed."""
_LONG_LINE: Final = 40
"""Letters of a line that is no mere caption, so that a second printing of it is a repetition."""
_LEAST_TITLE: Final = 5
"""Tokens of a title that the body can't begin with by chance."""
_SAME_MATTER: Final = 3
"""Words that two contents must share to tell of one matter."""


def find_statements(
    r: Reading, *, times: tuple[Time, ...], via: tuple[str, ...]
) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """The statements of the text in order, and the speakers that could not be told.

    `via`: the agencies that the whole text is credited to.
    """
    reports = _find_reports(r)
    days = days_said(r, reports, times)
    made = [(report, _statement(r, report, reports, day, via)) for report, day in zip(reports, days, strict=True)]
    told = [(report, statement) for report, statement in made if statement is not None]
    answers = replies(r, [(report, statement.act) for report, statement in told])
    out = [_answering(statement, answers.get(place)) for place, (_, statement) in enumerate(told)]
    problems = tuple(
        Problem(
            code=UNKNOWN_SPEAKER,
            reason="who speaks could not be told from the text",
            span=statement.source or statement.cue,
        )
        for statement in out
        if statement.speaker is None
    )
    return tuple(out), problems


# Finding


def _find_reports(r: Reading) -> list[Report]:
    """All reports of the text in its order, each with its speaker."""
    cues = r.at(_CUES)
    colons = [i for i, form in enumerate(r.forms) if form == ":"]
    if not cues and not colons:
        return []
    hearing = Hearing(r)
    again = _printed_before(r)
    done = 0
    for i in cues:
        if i in again:
            continue
        report = report_at(hearing, i) if i >= done else None
        if report is not None and _is_free(hearing, report):
            hearing.add(report)
            done = report.cue[1] if report.cue else i + 1
    for i in colons:
        report = by_colon(hearing, i) if i not in again else None
        if report is not None and not _is_told(hearing, report, i):
            hearing.add(report)
    hearing.reports = _told_once(r, hearing.reports)
    hearing.reports.sort(key=lambda report: (report.first, report.content[0]))
    take_turns(hearing)
    return hearing.reports


def _told_once(r: Reading, reports: list[Report]) -> list[Report]:
    """The reports, each once where the body begins with the title's words: a page whose title is its first words.

    What a cut title leaves in the middle is told by the body.
    """
    title = r.title_stop
    while title > 0 and r.forms[title - 1][0] == "\n":
        title -= 1
    body = r.title_stop
    if title < _LEAST_TITLE or r.forms[: title - 1] != r.forms[body : body + title - 1]:
        return reports
    whole = r.forms[title - 1] == r.forms[body + title - 1] and _ends_line(r, body + title)
    here = {report.at: report for report in reports if report.at < title}
    there = {report.at - body for report in reports if body <= report.at < body + title}
    cut = {at for at, report in here.items() if at in there and not whole and report.content[1] >= title}
    twice = {at + body for at in here if at in there and at not in cut}
    return [report for report in reports if report.at not in cut and report.at not in twice]


def _ends_line(r: Reading, k: int) -> bool:
    """Whether a line ends before token `k`."""
    return k >= len(r) or r.forms[k][0] == "\n"


def _printed_before(r: Reading) -> set[int]:
    """The tokens of lines that the text has printed before: a lead that is repeated at the end."""
    lines = r.text.split("\n")
    long = [line for line in lines if len(line) >= _LONG_LINE]
    if len(set(long)) == len(long):
        return set()
    seen: set[str] = set()
    again: set[int] = set()
    at = 0
    for line in lines:
        if len(line) >= _LONG_LINE:
            if line in seen:
                again.update(r.tokens_of(Span(at, at + len(line))))
            seen.add(line)
        at += len(line) + 1
    return again


def _is_free(h: Hearing, report: Report) -> bool:
    """Speech inside a reported content counts only where it has its own clause, and never the same words."""
    if report.content[1] <= report.content[0]:
        return False
    if h.has_content(report.content):
        return report.rule in _SAME_WORDS
    return not (h.is_told(report.at) and _is_mere_mention(h.r, report))


def _is_mere_mention(r: Reading, report: Report) -> bool:
    """Whether speech told by a speaker is part of what is said, no statement of its own."""
    if report.source is None or report.source.kind is None or report.rule == "preposition-after":
        return True
    if report.rule == "verb-noun" and not _is_saying(r, report):
        return True
    quote = r.quotation_round(report.at)
    return quote is not None and len(quote) > _TERM


def _is_saying(r: Reading, report: Report) -> bool:
    """Whether a verb of speech that says nothing else tells a matter: `announced the end of`, not `insists on`."""
    cue = verb_cue(r, report.at)
    return cue is not None and report.default in _SAYINGS and "known" not in cue.frame


def _is_told(h: Hearing, report: Report, colon: int) -> bool:
    """Whether a cue has already reported what stands behind the colon, or the colon stands in reported words."""
    return h.is_told(colon) or h.has_start(report.content[0])


# Settling


def _statement(
    r: Reading, report: Report, reports: list[Report], said: Said | None, via: tuple[str, ...]
) -> Statement | None:
    spans, form = content_spans(r, *report.content)
    if report.cut and spans:
        spans = (Span(spans[0].start + report.cut, spans[0].end), *spans[1:])
    if report.lead is not None:
        spans = (*content_spans(r, *report.lead)[0], *spans)
    if not spans:
        return None
    person, source = report.person, report.source
    act, told_by = _act(r, report, reports)
    return Statement(
        content=spans,
        form=form,
        act=act,
        speaker=person.name if person else None,
        kind=person.kind if person else "unnamed",
        source=_source_span(r, source) if source is not None else None,
        cue=r.span(*report.cue) if report.cue is not None else None,
        post=person.post if person and person.kind == "person" else None,
        affiliation=person.sides[0] if person and person.sides else None,
        sides=tuple(person.sides) if person else (),
        addressee=r.span(*report.addressee) if report.addressee is not None else None,
        said_on=said[0] if said is not None else None,
        via=(*report.via, *via),
        why=_why(report, form=form, act=told_by, dated=said[1] if said is not None else "", credited=bool(via)),
    )


def _why(report: Report, *, form: Form, act: list[str], dated: str, credited: bool) -> dict[str, tuple[str, ...]]:
    """For each field that is set, the rules and pack rows that produced it."""
    person, built = report.person, tuple(report.reasons)
    why: dict[str, tuple[str, ...]] = {"content": built, "act": (*built[1:], *act), "form": (f"rule:{form}-by-marks",)}
    if report.cue is not None:
        why["cue"] = built
    if report.source is not None:
        why["source"] = built[:1]
    if report.addressee is not None:
        why["addressee"] = ("rule:spoken-to-behind-li",)
    if dated:
        why["said_on"] = (dated,)
    if report.via or credited:
        rules = ("rule:passed-on" if report.via else "", "rule:agency-in-sign-off" if credited else "")
        why["via"] = tuple(rule for rule in rules if rule)
    if person is None:
        why["kind"] = ("rule:speaker-not-told",)
        return why
    why["speaker"] = ("rule:named-here" if report.source is not None else "rule:speaker-carried-on",)
    why["kind"] = ("rule:kind-of-post-or-name", *person.reasons)
    if person.sides:
        why["affiliation"] = why["sides"] = ("rule:side-of-post-or-name", *person.reasons)
    if person.post and person.kind == "person":
        why["post"] = ("rule:fullest-post", *person.reasons)
    return why


def _answering(statement: Statement, answered: int | Span | None) -> Statement:
    """The statement with the one that it answers, where the text tells it."""
    if answered is None:
        return statement
    why = {**statement.why, "in_reply_to": ("rule:comes-after-statement",)}
    return replace(statement, in_reply_to=answered, why=why)


def _act(r: Reading, report: Report, reports: list[Report]) -> tuple[Act, list[str]]:
    """What the speaker does by saying it, and what told so."""
    own = set(report.person.sides) if report.person else set()
    act, reasons = act_of(r, report.content, cue=report.cue, default=report.default, own=own)
    if act == "assert" and _confirms(r, report, reports):
        return "confirm", [*reasons, "rule:affirms-what-was-told-before"]
    return act, reasons


def _confirms(r: Reading, report: Report, reports: list[Report]) -> bool:
    """Whether a bare noun phrase is affirmed that another speaker of the document was asked or told about."""
    if not report.affirms or report.rule not in ("verb-noun", "verb-quote"):
        return False
    matter = _matter(r, report)
    return any(
        len(matter & _matter(r, other)) >= _SAME_MATTER
        for other in reports
        if other is not report and other.content[0] < report.content[0] and other.person is not report.person
    )


def _matter(r: Reading, report: Report) -> set[str]:
    """The words of a content that carry its matter: stems of no small word."""
    return {r.words[i].stem for i in range(*report.content) if len(r.forms[i]) > 3 and not r.flags[i] & _SMALL}


def _source_span(r: Reading, source: Source) -> Span:
    """Where the source is named, without an `and` before it."""
    word, stop = r.words[source.first], _source_stop(r, source)
    if word.conjunction and not word.preposition:
        return r.bare_span(source.first, stop)
    return r.span(source.first, stop)


def _source_stop(r: Reading, source: Source) -> int:
    stop = source.stop
    while stop > source.first + 1 and not r.is_word(stop - 1) and r.forms[stop - 1] not in L.QUOTE_MARKS:
        stop -= 1
    return stop
