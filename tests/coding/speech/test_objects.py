"""What stands between a verb's subject and its object."""

from __future__ import annotations

from hudna.coding.speech.objects import past_circumstances
from tests.coding.conftest import Read


def test_bracket_between_subject_and_object_is_passed(read: Read) -> None:
    """An age in brackets is skipped with its comma."""
    # (60 years), the opening of the road
    r = read("(ستون عاما)، فتح الطريق إلى القرية")

    assert r.forms[past_circumstances(r, 0, len(r))] == r.forms[5]


def test_open_bracket_is_not_passed(read: Read) -> None:
    """A bracket that nothing closes before the limit ends what may be skipped."""
    # (60 years, the opening of the road
    r = read("(ستون عاما، فتح الطريق إلى القرية")

    assert past_circumstances(r, 0, len(r)) == 0
