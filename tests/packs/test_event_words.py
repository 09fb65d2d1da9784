from __future__ import annotations

from typing import get_args

from hudna.model.findings import EventType
from hudna.packs.files import packs_root, read_csv
from hudna.packs.tables.events import EventWord, Trigger

AR = packs_root() / "lang" / "ar"
TRIGGERS = [row for _, row in read_csv(AR / "triggers.csv", Trigger)]
CLASSES = {row.cls for _, row in read_csv(AR / "eventwords.csv", EventWord)}


def test_every_type_has_words() -> None:
    """No event type is without a trigger."""
    assert {row.type for row in TRIGGERS} == set(get_args(EventType))


def test_what_a_trigger_needs_is_a_class_of_event_words() -> None:
    """A need that names no class would never be met."""
    named = {name for row in TRIGGERS for name in row.wanted | (row.unwanted - {"the"})}

    assert named <= CLASSES | {"number"}
