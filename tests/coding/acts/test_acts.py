"""What a speaker does by saying it, from the cases of `cases/acts.yml`."""

from __future__ import annotations

from typing import get_args

import pytest

from hudna.model.findings import Act
from tests.coding.conftest import Hear
from tests.coding.telling import Case, assert_told, cases, notes

CASES = cases("acts")


@pytest.mark.parametrize("case", CASES, ids=notes(CASES))
def test_case(case: Case, hear: Hear) -> None:
    """Each statement of the case has the act that it names."""
    assert_told(case, hear(case["text"]))


def test_all_acts_have_a_case() -> None:
    """The cases show each act of the codebook."""
    assert {want["act"] for case in CASES for want in case["expect"]} == set(get_args(Act))


def test_reasons_cite_the_word(hear: Hear) -> None:
    """The act cites the row of the word that told it."""
    # la sihha
    (statement,) = hear("وقال المحافظ سالم الحداد إنه لا صحة لهذه الأنباء.")
    assert any(why.startswith("pack:lang/ar/acts.csv#") for why in statement.why["act"])
