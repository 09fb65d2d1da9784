"""Whether an event happened, goes on, is planned, may happen, or is denied."""

from __future__ import annotations

from hudna.coding.marks import Marks
from hudna.coding.reading import Reading
from hudna.coding.triggers import MEANS, Mention
from hudna.model import Statement
from hudna.model.findings import Status
from hudna.text import letters as L

_ASKING = frozenset(("demand", "propose", "condition"))
"""What speakers do who tell of what they want, not of what is."""
_ASKED_FOR = frozenset(
    ("ceasefire", "aid", "withdrawal", "agreement", "evacuation", "exchange", "deployment", "vote", "detention")
)
"""Types that one asks for or proposes."""
_BEFORE, _NEAR, _BEHIND = 6, 3, 4
"""Tokens in which words of status stand: before the trigger, close before it, behind it."""
_IMPERFECT = (L.YEH, L.TEH)


def read_status(
    reading: Reading, marks: Marks, m: Mention, told_by: list[Statement], later: bool
) -> tuple[Status, str]:
    """The status of `m` and the rule that gave it. `later`: its date lies behind the publication."""
    word = reading.words[m.first]
    first = max(reading.sentence_first(m.first), m.first - _BEFORE)
    stop = min(reading.sentence_stop(m.first), m.stop + _BEHIND)
    before, near = marks.near(first, m.first), marks.near(max(first, m.first - _NEAR), m.first)
    after = marks.near(m.stop, stop)
    past = m.row.cls == "verb" and m.row.inflect != "imperfect" and word.form[:1] not in _IMPERFECT
    if not past and m.row.cls == "masdar" and m.type in _ASKED_FOR and "topic" in near:
        return "hypothetical", "rule:talked-about"
    acts = {statement.act for statement in told_by}
    if "planned" in near or "planned" in after or word.future or later:
        return "planned", "rule:future"
    if "deny" in acts or "denied" in near:
        return "denied", "rule:denied"
    if not past and ("hypo" in near or (m.type in _ASKED_FOR and "hypo" in before)):
        return "hypothetical", "rule:possible"
    if not past and m.type in _ASKED_FOR and acts & _ASKING:
        return "hypothetical", "rule:asked-for"
    if m.row.cls == "masdar" and word.preposition == L.LAM and m.type not in MEANS:
        return "planned", "rule:purpose"
    if "ongoing" in near or "ongoing" in after or ("ongoing" in before and m.type in MEANS):
        return "ongoing", "rule:ongoing"
    if m.row.inflect == "imperfect":
        return "ongoing", "rule:imperfect"
    if m.row.status is not None and m.start is None and "inforce" not in before | after:
        return m.row.status, "rule:by-word"
    return "happened", "rule:told"
