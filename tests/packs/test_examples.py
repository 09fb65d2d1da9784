"""The examples of packs: each is coded as it says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools import load

load("tools/golden.py")
packs = load("tools/packs.py")
EXAMPLES = list(packs.examples())


@pytest.mark.parametrize(("file", "line", "example"), EXAMPLES, ids=[f"{f.stem}:{n}" for f, n, _ in EXAMPLES])
def test_example_is_coded_as_it_says(file: Any, line: int, example: Any) -> None:
    """The coder finds what the author of the example expects."""
    assert packs.why_not(example, packs.coded(example)) is None


RECORD = {
    "text": "alpha denies beta",
    "statements": [
        {"act": "assert", "speaker": "gamma", "content": [[0, 5]], "said_on": None},
        {"act": "deny", "speaker": "alpha", "content": [[13, 17]], "said_on": None},
    ],
    "places": [],
}


def why_not(**expect: list[dict[str, Any]]) -> str | None:
    """What the record above lacks of the expectation."""
    reason: str | None = packs.why_not(packs.Example(note="n", text="t", expect=expect), RECORD)
    return reason


def test_named_fields_alone_are_compared() -> None:
    """Fields and findings that the example does not name are not looked at."""
    assert why_not(statements=[{"act": "deny", "content": ["beta"], "said_on": ""}]) is None


def test_missing_finding_is_told_with_what_was_found() -> None:
    """The message shows what was expected and what there is."""
    reason = why_not(statements=[{"act": "propose"}])

    assert reason is not None
    assert "propose" in reason
    assert "gamma" in reason


def test_order_matters() -> None:
    """Expected findings stand in the order of the text."""
    assert why_not(statements=[{"act": "deny"}, {"act": "assert"}]) is not None


def test_empty_list_expects_nothing() -> None:
    """An empty list says that nothing of the kind may be found."""
    assert why_not(places=[]) is None
    assert why_not(statements=[]) is not None
