"""What filters ask for, and what they refuse."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from hudna.errors import InputError
from hudna.views import Filters


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"limit": 0}, "limit is 0"),
        ({"text": "  "}, "text is empty"),
        ({"speaker": ""}, "speaker is empty"),
        ({"place": "\u064e"}, "place is empty"),
        ({"since": date(2025, 2, 2), "until": date(2025, 2, 1)}, "after until"),
        ({"known_by": datetime(2025, 2, 1)}, "no time zone"),  # noqa: DTZ001 - the subject of the test
    ],
)
def test_filters_that_can_let_nothing_through_are_refused(wrong: dict[str, Any], told: str) -> None:
    """An empty list would look like an answer."""
    with pytest.raises(InputError, match=told):
        Filters(**wrong)
