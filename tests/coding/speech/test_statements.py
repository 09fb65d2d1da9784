"""The constructions of reported speech, from the cases of `cases/statements.yml`."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from tests.coding.conftest import Hear, Read
from tests.coding.telling import Case, assert_told, cases, notes

CASES = cases("statements")


@pytest.mark.parametrize("case", CASES, ids=notes(CASES))
def test_construction(case: Case, hear: Hear) -> None:
    """The statements of the case are found, all of them, with the fields that it names."""
    assert_told(case, hear(case["text"]))


def test_why_names_rule_and_row(hear: Hear) -> None:
    """Each statement says which rule built it and which row of the pack held its cue."""
    # qala al-muhafiz inna l-qura hadi'a
    (statement,) = hear("قال المحافظ سالم الحداد إن القرى هادئة.")
    assert statement.why["content"][0] == "rule:verb-clause"
    assert statement.why["content"][1].startswith("pack:lang/ar/cues.csv#")
    assert statement.why["speaker"] == ("rule:named-here",)


def test_same_text_same_statements(hear: Hear) -> None:
    """Reading a text twice gives equal statements."""
    # qala wa-adafa
    text = "قال المحافظ سالم الحداد إن القرى هادئة. وأضاف أن القوافل ستصل غدا."
    assert hear(text) == hear(text)


def test_said_on_is_a_date(hear: Hear) -> None:
    """`Yesterday` in the reporting part is the day before publication."""
    # qala al-muhafiz amsi
    (statement,) = hear("قال المحافظ سالم الحداد أمس إن القرى هادئة.")
    assert statement.said_on == date(2025, 2, 2)


def test_spans_lie_in_the_text(hear: Hear, read: Read) -> None:
    """All spans of a statement lie in the text, in order, and do not overlap."""
    # a quotation in two parts
    text = '"الهدنة صامدة"، قال العقيد فارس النجار، "ولن نسمح بخرقها مهما حدث".'
    (statement,) = hear(text)
    spans = statement.content
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert read(text).text == text
