"""On which day something was said."""

from __future__ import annotations

from datetime import date

import pytest

from hudna.coding.speech.statements import find_statements
from hudna.coding.times.times import find_times
from tests.coding.conftest import Read

FRIDAY, SUNDAY = date(2025, 1, 31), date(2025, 2, 2)


def said(read: Read, text: str) -> list[tuple[date | None, str]]:
    """The day of each statement, and the rule that tells it."""
    r = read(text)
    times = find_times(r)[0]
    found = find_statements(r, times=times, via=())[0]
    return [(statement.said_on, statement.why.get("said_on", ("",))[0]) for statement in found]


def test_time_beside_the_cue_dates_the_saying(read: Read) -> None:
    """A day between cue and content is the day of the saying; a day within the content is not."""
    # qala al-wazir yawm al-jumu'a inna al-qafila sa-tasilu al-ahad
    text = "قال الوزير يوم الجمعة إن القافلة وصلت إلى المدينة يوم الأحد."
    assert said(read, text) == [(FRIDAY, "rule:time-in-reporting-part")]


def test_what_is_added_in_the_same_sentence_was_said_the_same_day(read: Read) -> None:
    """A participle that goes on in the sentence takes the day over; a new sentence does not."""
    # ... mudifan anna al-ma'bar maftuh. wa-adafa anna al-tariq sa'b.
    text = "قال الوزير يوم الجمعة إن القافلة وصلت، مضيفا أن المعبر مفتوح أمام الشاحنات. وأضاف أن الطريق صعبة."
    assert said(read, text) == [
        (FRIDAY, "rule:time-in-reporting-part"),
        (FRIDAY, "rule:day-of-speech-before"),
        (None, ""),
    ]


def test_another_speaker_takes_no_day_over(read: Read) -> None:
    """The day of one speaker is not the day of another in the same sentence."""
    # qala al-wazir al-lubnani yawm al-jumu'a inna ... fima qala al-muhafiz inna ...
    text = "قال الوزير اللبناني يوم الجمعة إن القافلة وصلت، فيما أكد محافظ دمشق أن المعبر مغلق منذ أسابيع."
    assert [day for day, _ in said(read, text)] == [FRIDAY, None]


@pytest.mark.parametrize(
    "text",
    [
        # fi bayan nasharathu al-wizara yawm al-ahad, qalat fihi inna al-ma'bar maftuh
        "وفي بيان نشرته الوزارة يوم الأحد، قالت وزارة الصحة اليمنية إن المستشفى يحتاج إلى الوقود.",
        # wa-yawm al-ahad, ba'da qasf al-madina, qala al-muhafiz inna al-ma'bar maftuh
        "ويوم الأحد، بعد قصف المدينة، قال محافظ تعز إن المعبر مفتوح أمام الشاحنات.",
    ],
)
def test_time_before_the_cue_dates_the_saying(read: Read, text: str) -> None:
    """A day at the start of the sentence, or of the text that is quoted, is the day of the saying."""
    assert said(read, text) == [(SUNDAY, "rule:time-before-cue")]


@pytest.mark.parametrize(
    "text",
    [
        # ba'da sa'at min qasf istahdafa al-suq yawm al-ahad, qala muhafiz ta'izz inna ...
        "بعد ساعات من قصف استهدف السوق في المدينة يوم الأحد، قال محافظ تعز إن المستشفى يحتاج إلى الوقود.",
        # al-muhafiz alladhi 'ada ila al-madina yawm al-ahad qala inna ...
        "وعن الوزير الجديد الذي عاد إلى المدينة يوم الأحد، قال محافظ تعز إن المستشفى يحتاج إليه.",
    ],
)
def test_day_of_something_else_is_no_day_of_saying(read: Read, text: str) -> None:
    """A day that dates an event, or stands in a relative clause, is not the day of the saying."""
    assert said(read, text) == [(None, "")]
