"""Which quotation marks belong together."""

from __future__ import annotations

import pytest

from hudna.coding.words.reading import Reading
from tests.words import lexicon


def quoted(text: str) -> list[tuple[str, bool]]:
    """The words of each quotation of the text, and whether both marks are there."""
    r = Reading(text, lexicon())
    return [(" ".join(r.forms[q.first : q.stop]), q.closed) for q in r.quotations]


@pytest.mark.parametrize("marks", ["«»", "“”", '""', "{}", "''", "‘’"])
def test_each_pair_of_marks_quotes(marks: str) -> None:
    """Whatever marks an outlet prints, what stands between two of them is a quotation."""
    assert quoted(f"قال {marks[0]}عاد الهدوء{marks[1]} ومضى") == [("عاد الهدوء", True)]


def test_lone_single_mark_is_no_quotation() -> None:
    """An apostrophe, or a single mark that nothing closes, quotes nothing."""
    assert quoted("وصل 'سالم إلى السهل") == []
    assert quoted("l'express نشرت الخبر") == []


def test_stray_mark_behind_the_last_word_opens_nothing() -> None:
    """A mark written onto the last word of a sentence can only close."""
    assert quoted('عاد الهدوء إلى السهل". ومضى اليوم') == []


def test_mark_behind_a_word_opens_where_another_closes() -> None:
    """A mark written onto the word before it opens, where the next one of the line closes."""
    assert quoted('قال". عاد الهدوء إلى السهل" ومضى') == [(". عاد الهدوء الي السهل", True)]


def test_open_quotation_ends_where_the_reporter_goes_on() -> None:
    """A quotation that never closes ends before `, stressing ...` and before a sentence `and he added that ...`."""
    assert quoted("قال «عاد الهدوء إلى السهل كله، مؤكدا أنه باق") == [("عاد الهدوء الي السهل كله", False)]
    assert quoted("قال «عاد الهدوء إلى السهل كله. وأضاف أنه باق") == [("عاد الهدوء الي السهل كله", False)]
    assert quoted("قال «عاد الهدوء إلى السهل كله. وعاد الناس") == [("عاد الهدوء الي السهل كله . وعاد الناس", False)]
