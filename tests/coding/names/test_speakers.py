"""Who speaks, from the cases of `cases/speakers.yml`."""

from __future__ import annotations

import pytest

from hudna.coding.names.namefit import name_words
from tests.coding.conftest import Hear
from tests.coding.telling import Case, assert_told, cases, notes

CASES = cases("speakers")


@pytest.mark.parametrize("case", CASES, ids=notes(CASES))
def test_case(case: Case, hear: Hear) -> None:
    """Each statement of the case has the speaker, post and sides that it names."""
    assert_told(case, hear(case["text"]))


def test_name_words_leave_out_article_and_marks() -> None:
    """Names are compared by their folded words."""
    assert name_words("سالم الحدّاد،") == {"سالم", "حداد"}


def test_document_without_author_has_no_speaker(hear: Hear) -> None:
    """A statement of nobody told is kept with its speaker open."""
    # al-bayan
    (statement,) = hear("وأضاف البيان أن التطعيم يبدأ غدا.")
    assert statement.speaker is None
    assert statement.source is not None


def test_reason_of_a_side_is_cited(hear: Hear) -> None:
    """The side cites the row that told it."""
    # wazir al-kharijiyya at-turki
    (statement,) = hear("وقال وزير الخارجية التركي سالم الحداد إن المحادثات مفيدة.")
    assert any(why.startswith("pack:lang/ar/nationalities.csv#") for why in statement.why["affiliation"])
