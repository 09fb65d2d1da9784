from __future__ import annotations

import pytest

from tests.coding.event_texts import events_of
from tests.coding.telling import Case, cases, notes

CASES = cases("placing")


@pytest.mark.parametrize("case", CASES, ids=notes(CASES))
def test_events_have_their_places(case: Case) -> None:
    """Each case of `placing.yml` gives its events, in order, with the places it tells."""
    text = str(case["text"]).strip()

    found = [event.place.of(text) if event.place is not None else "" for event in events_of(text)]

    assert found == case["places"]
