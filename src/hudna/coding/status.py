"""Whether an event happened, goes on, is planned, may happen, or is denied."""

from __future__ import annotations

from hudna.coding.marks import Marks
from hudna.coding.reading import Reading
from hudna.coding.triggers import Mention
from hudna.model import Statement
from hudna.model.findings import Status

_HYPOTHETICAL_ACTS = frozenset(("demand", "propose", "condition"))


def read_status(
    reading: Reading, marks: Marks, m: Mention, told_by: list[Statement], later: bool
) -> tuple[Status, str]:
    """The status of `m` and the rule that gave it. `later`: its date lies behind the publication."""
    word = reading.words[m.first]
    first = max(reading.sentence_first(m.first), m.first - 6)
    before = marks.near(first, m.first)
    near = marks.near(max(first, m.first - 3), m.first)
    after = marks.near(m.stop, min(reading.sentence_stop(m.first), m.stop + 4))
    if any(s.act == "deny" for s in told_by) or "denied" in near:
        return "denied", "rule:denied"
    if word.future or later:
        return "planned", "rule:future"
    if "planned" in near or "planned" in after:
        return "planned", "rule:planned"
    finite_past = m.row.cls == "verb" and m.row.inflect == "perfect"
    if not finite_past and (
        "hypo" in near or (m.type in ("ceasefire", "aid", "withdrawal", "agreement") and "hypo" in before)
    ):
        return "hypothetical", "rule:possible"
    if not finite_past and any(s.act in _HYPOTHETICAL_ACTS for s in told_by):
        return "hypothetical", "rule:asked-for"
    if "ongoing" in near or "ongoing" in after or (m.row.cls == "verb" and m.row.inflect == "imperfect"):
        return "ongoing", "rule:ongoing"
    return "happened", "rule:told"
