from __future__ import annotations

import pytest

from tests.coding.event_texts import events_of

NO_DEED = [
    # wa-qala l-wazir fi liqa' ma'a sahifa: a talk with a medium
    "قال الوزير في لقاء مع صحيفة محلية إن الوضع صعب في دمشق",
    # insahaba l-hizb min al-hukuma
    "انسحب الحزب من الحكومة في دمشق",
    # ittafaqa at-tarafan 'ala anna
    "اتفق الطرفان على أن الوضع صعب في دمشق",
    # sharaka fi ma'arik
    "شارك في معارك حمص وحماة",
    # baldat muhasara
    "يعيش الناس في بلدات محاصرة قرب دمشق",
    # haraka tahrir as-sudan
    "أصدرت حركة تحرير السودان بيانا في الخرطوم",
    # tahrir: samir al-hasan
    "تحرير: سامر الحسن، مدينة دمشق",
]


@pytest.mark.parametrize("text", NO_DEED)
def test_word_that_only_looks_like_a_deed_is_none(text: str) -> None:
    """Talks with a medium, leaving talks, opinions, roles, states and names tell of no event."""
    assert events_of(text) == ()


def test_verb_written_like_the_first_person_is_the_perfect() -> None:
    """`he received` is written as `I receive` is: it has been."""
    (event,) = events_of("استقبل صاحب السمو الأمير فيصل في الرياض محافظ الهيئة")

    assert (event.type, event.status) == ("meeting", "happened")


def test_same_word_as_a_deed_is_one() -> None:
    """Leaving a town is no leaving of talks, and who meets a counterpart talks to no medium."""
    text = "انسحبت المعارضة من مدينة دوما. وعقد الوزير لقاء مع نظيره في عمان"

    assert [event.type for event in events_of(text)] == ["withdrawal", "meeting"]
