"""Cases of reported speech in YAML: a text, and the statements that must be found in it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from hudna.model import Span, Statement

Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """The cases of `cases/<name>.yml`; every scalar is text."""
    path = Path(__file__).parent / "cases" / f"{name}.yml"
    loaded: list[Case] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    return loaded


def notes(found: list[Case]) -> list[str]:
    """What each case shows, as its name in a test report."""
    return [str(case["note"]) for case in found]


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


def assert_told(case: Case, statements: tuple[Statement, ...]) -> None:
    """The statements are those of the case, in order, with the fields that it names."""
    text, expected = str(case["text"]).strip(), case["expect"]
    found = [printed(statement, text) for statement in statements]
    assert [{name: told[name] for name in want} for told, want in zip(found, expected, strict=False)] == expected
    assert len(found) == len(expected), found
