"""The outlet that a text signs off with, and the agencies that it is credited to."""

from __future__ import annotations

from hudna.coding.outlet import find_outlet
from tests.coding.conftest import Read

# wasalat al-qafila.
BODY = "وصلت القافلة إلى القرية صباحا.\n\n"


def test_last_line_is_the_outlet(read: Read) -> None:
    """A short last line that is no sentence is the outlet's own name."""
    # sahl al-yawm
    assert find_outlet(read(BODY + "السهل اليوم")) == ("السهل اليوم", ())


def test_dashes_round_the_name_fall_away(read: Read) -> None:
    """Dashes and brackets round a sign-off are no part of it."""
    assert find_outlet(read(BODY + "- السهل اليوم -"))[0] == "السهل اليوم"


def test_agency_is_a_credit(read: Read) -> None:
    """A named agency in the last line is who the text comes from, not the outlet."""
    assert find_outlet(read(BODY + "رويترز")) == (None, ("رويترز",))


def test_sentence_is_no_sign_off(read: Read) -> None:
    """A last line with a full stop or a verb of speech is part of the text."""
    assert find_outlet(read(BODY + "انتهى الخبر.")) == (None, ())
    assert find_outlet(read(BODY + "قال المحافظ نعم")) == (None, ())


def test_single_line_signs_nothing(read: Read) -> None:
    """A text of one line has no sign-off."""
    assert find_outlet(read("السهل اليوم")) == (None, ())
