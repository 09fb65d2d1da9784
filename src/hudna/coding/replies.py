"""Which statements answer another: where the text says that the denial, the clarification came after a statement."""

from __future__ import annotations

from collections.abc import Sequence

from hudna.coding.hearing import Report
from hudna.coding.naming import describe
from hudna.coding.phrases import apposition, noun_phrase
from hudna.coding.reading import Reading
from hudna.model import Span
from hudna.model.findings import Act
from hudna.packs.lexicon import Kind
from hudna.packs.tables.speech import FunctionWord

_ANSWERS: frozenset[Act] = frozenset(("deny", "decline", "refuse"))
"""The acts by which one answers what somebody else has said."""


def replies(r: Reading, told: Sequence[tuple[Report, Act]]) -> dict[int, int | Span]:
    """For each statement that answers another one: the answered one's place in `told`, or the span that names it.

    `told` are the statements in order, each with its act.
    """
    out: dict[int, int | Span] = {}
    for i in r.at(Kind.FUNCTION):
        found = r.match(i, Kind.FUNCTION)
        if found is None or not isinstance(found[1].row, FunctionWord) or found[1].row.role != "answer":
            continue
        answered = _answered(r, found[0], r.sentence_stop(i), told)
        if answered is None:
            continue
        other = told[answered][0].person if isinstance(answered, int) else None
        for place, (report, act) in enumerate(told):
            mine = report.person is not None and report.person is other
            if report.first < i and act in _ANSWERS and not mine:
                out[place] = answered
    return out


def _answered(r: Reading, first: int, stop: int, told: Sequence[tuple[Report, Act]]) -> int | Span | None:
    """The statement that the tokens name as the one answered, or their span where it is told elsewhere."""
    for i in range(first, stop):
        if not r.flags[i] & (Kind.OCCASION | Kind.CUE_NOUN):
            continue
        place = next((k for k, (report, _) in enumerate(told) if report.cue is not None and report.cue[0] == i), None)
        if place is not None:
            return place
        end = apposition(r, i + 1, noun_phrase(r, i + 1, stop), stop)
        if end > i + 1 and describe(r, i + 1, end).kind is not None:
            return r.span(i, end)
    return None
