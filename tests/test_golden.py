"""Golden articles: what the coder says of them is what was reviewed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.tools import load

golden = load("tools/golden.py")
DIRECTORIES = golden.directories()


@pytest.mark.parametrize("directory", DIRECTORIES, ids=lambda path: path.name)
def test_article_is_coded_as_reviewed(directory: Path) -> None:
    """A fresh coding equals the reviewed file (`make golden` writes it anew; review the difference)."""
    expected = directory / "expected.yml"
    assert expected.exists(), f"{directory.name} has no expected.yml: run `make golden` and review it"

    assert expected.read_text(encoding="utf-8") == golden.expected(directory, golden.load_coder())


def test_there_are_golden_articles() -> None:
    """The comparison above compares something."""
    assert len(DIRECTORIES) >= 6


def test_summary_shows_words_instead_of_offsets() -> None:
    """A reviewer reads the words that a span covers, and no empty cells."""
    record: dict[str, Any] = {
        "lang": "ar",
        "outlet": None,
        "published": "2025-02-03",
        "text": "alpha says beta",
        "statements": [{"source": [0, 5], "cue": None, "content": [[11, 15]], "act": "assert", "why": {}}],
        "events": [{"type": "meeting", "trigger": [6, 10], "place": None, "where": {"place": "x"}}],
        "places": [],
        "times": [],
        "claims": [],
        "counts": [],
        "problems": [],
    }

    assert golden.summary(record) == {
        "document": {"lang": "ar", "outlet": None, "published": "2025-02-03"},
        "statements": [{"source": "alpha", "content": ["beta"], "act": "assert"}],
        "events": [{"type": "meeting", "trigger": "says", "where": {"place": "x"}}],
    }
