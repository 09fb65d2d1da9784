"""The constructions of reported speech, from the cases of `cases/statements.yml`."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml

from hudna.model import Span, Statement
from tests.coding.conftest import Hear, Read

CASES = yaml.load((Path(__file__).parent / "cases" / "statements.yml").read_text(encoding="utf-8"), yaml.BaseLoader)


def printed(statement: Statement, text: str) -> dict[str, object]:
    """The statement's fields as the cases write them."""

    def words(span: Span | None) -> str:
        return span.of(text) if span is not None else ""

    return {
        "speaker": statement.speaker or "",
        "post": statement.post or "",
        "kind": statement.kind,
        "affiliation": statement.affiliation or "",
        "sides": list(statement.sides),
        "cue": words(statement.cue),
        "source": words(statement.source),
        "addressee": words(statement.addressee),
        "content": [words(span) for span in statement.content],
        "form": statement.form,
        "act": statement.act,
        "said_on": statement.said_on.isoformat() if statement.said_on else "",
        "via": list(statement.via),
    }


@pytest.mark.parametrize("case", CASES, ids=[case["note"] for case in CASES])
def test_construction(case: dict[str, object], hear: Hear) -> None:
    """The statements of the case are found, all of them, with the fields that it names."""
    text, expected = str(case["text"]).strip(), case["expect"]
    assert isinstance(expected, list)
    found = [printed(statement, text) for statement in hear(text)]
    assert [{name: told[name] for name in want} for told, want in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected), found


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
    assert all(a.end <= b.start for a, b in zip(spans, spans[1:], strict=False))
    assert read(text).text == text
