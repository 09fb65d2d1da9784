"""When something was said: the day that the reporting words tell."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date
from typing import Final

from hudna.coding.speech.hearing import Report
from hudna.coding.words.reading import Reading
from hudna.model import Time
from hudna.packs.lexicon import Kind

_OPENING: Final = 3
"""Tokens from the start of a sentence in which a time dates all that it tells."""
_FAR: Final = 25
"""Tokens before the cue in which a time may date the saying."""


Said = tuple[date, str]
"""The day on which something was said, and the rule that tells it."""


def days_said(r: Reading, reports: list[Report], times: tuple[Time, ...]) -> list[Said | None]:
    """For each report, in the order of the text, the day on which it was said with the rule; `None`: not told.

    A time in the reporting part tells it; else what a report before in the same sentence by the same speaker tells
    (`said on Friday that ..., adding that ...`); else a time that stands in the sentence before the cue.
    """
    days = [time for time in times if time.start is not None and time.start == time.end]
    starts = [time.span.start for time in days]
    out: list[Said | None] = []
    for place, report in enumerate(reports):
        said = _inside(r, report, days, starts)
        if said is None and report.cue is not None:
            said = _carried(r, place, reports, out)
            if said is None:
                said = _before(r, place, reports, days, starts)
        out.append(said)
    return out


def _inside(r: Reading, report: Report, days: list[Time], starts: list[int]) -> Said | None:
    """The day of the first time within the reporting part."""
    if report.said is None or report.said[1] <= report.said[0]:
        return None
    span = r.span(report.said[0], min(report.said[1], len(r)))
    at = bisect_left(starts, span.start)
    while at < len(days) and starts[at] < span.end:
        if span.covers(days[at].span):
            return _said(days[at], "rule:time-in-reporting-part")
        at += 1
    return None


def _carried(r: Reading, place: int, reports: list[Report], out: list[Said | None]) -> Said | None:
    """The day of the nearest report before, in the same sentence and by the same speaker."""
    report = reports[place]
    sentence = r.sentence[report.at]
    for k in range(place - 1, -1, -1):
        other = reports[k]
        if r.sentence[other.at] != sentence:
            return None
        if other.person is report.person and report.person is not None:
            told = out[k]
            return (told[0], "rule:day-of-speech-before") if told is not None else None
    return None


def _before(r: Reading, place: int, reports: list[Report], days: list[Time], starts: list[int]) -> Said | None:
    """The day of a time between the start of the sentence and the cue, where nothing else there is dated by it."""
    report = reports[place]
    cue = report.at
    first = r.sentence_first(cue)
    for k in range(place - 1, -1, -1):  # what another report tells is not looked at
        if r.sentence[reports[k].at] != r.sentence[cue]:
            break
        first = max(first, reports[k].content[1])
    if cue <= first:
        return None
    at = bisect_left(starts, r.span(cue, cue + 1).start) - 1
    if at < 0 or starts[at] < r.span(first, first + 1).start:
        return None
    dated = r.token_at(starts[at])
    if dated - r.sentence_first(cue) >= _OPENING:
        if cue - dated > _FAR:
            return None
        for i in range(first, cue):
            if _is_done(r, i) or (i < dated and _is_relative(r, i)):
                return None
    return _said(days[at], "rule:time-before-cue")


def _said(day: Time, rule: str) -> Said | None:
    return (day.start, rule) if day.start is not None else None


def _is_done(r: Reading, i: int) -> bool:
    """Whether the word tells of a deed that the time may date; `a statement that it published` tells of none."""
    return bool(r.flags[i] & Kind.TRIGGER) and not (i > 0 and r.flags[i - 1] & Kind.OCCASION)


def _is_relative(r: Reading, i: int) -> bool:
    """Whether a relative clause opens at the word: `the coup that took place on Monday`."""
    small = r.small_word(i)
    return small is not None and small.role == "relative"
