from __future__ import annotations

import pytest

from hudna.model import Event
from tests.coding.event_texts import events_of


def only(text: str) -> Event:
    (event,) = events_of(text)
    return event


HOURS = [
    ("انفجرت سيارة مفخخة في مدينة الباب الساعة 15:20", "15:20"),
    ("انفجرت سيارة مفخخة في مدينة الباب عند الساعة 9 مساء", "21:00"),
    ("انفجرت سيارة مفخخة في مدينة الباب الساعة الحادية عشرة والنصف صباحا", "11:30"),
    ("انفجرت سيارة مفخخة في مدينة الباب أمس", None),
]


@pytest.mark.parametrize(("text", "hour"), HOURS)
def test_hour_is_read_where_told(text: str, hour: str | None) -> None:
    """Digits, ordinals, halves, morning and evening."""
    assert only(text).hour == hour


WEAPONS = [
    ("قصفت طائرة مسيرة منزلا في مدينة رفح", "drone", ("home",)),
    ("ألقى الطيران المروحي براميل متفجرة على سوق شعبي في حلب", "helicopter", ("market",)),
    ("استهدفت قوات النظام بقذائف الهاون مدرسة في بلدة كفرنبل", "mortar", ("school",)),
    ("قصفت القوات مستشفى ومخيما قرب مدينة إدلب", None, ("hospital", "camp")),
    ("فجر انتحاري نفسه قرب مدينة كابل", "suicide-bomber", ()),
]


@pytest.mark.parametrize(("text", "weapon", "struck"), WEAPONS)
def test_weapon_and_what_was_struck_are_told(text: str, weapon: str | None, struck: tuple[str, ...]) -> None:
    """The first weapon of the attack's words; of its targets, what sorts of things they are."""
    event = only(text)

    assert (event.weapon, event.struck) == (weapon, struck)


def test_a_meeting_has_no_weapon() -> None:
    """Missiles that are talked about were not fired."""
    assert only("عقد الوزيران اجتماعا في مسقط حول الصواريخ").weapon is None
