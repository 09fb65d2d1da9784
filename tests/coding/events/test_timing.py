from __future__ import annotations

from datetime import date

import pytest

from tests.coding.event_texts import events_of, said

TODAY = date(2017, 6, 23)


def test_since_leaves_the_end_open() -> None:
    """A siege since a year has that year's first day and no end."""
    (event,) = events_of("تفرض القوات حصارا على مدينة داريا منذ عام 2013")

    assert (event.start, event.end) == (date(2013, 1, 1), None)


def test_length_of_a_truce_gives_its_end() -> None:
    """Five days from a Sunday on end the Friday after."""
    (event,) = events_of("دخلت الهدنة الإنسانية حيز التنفيذ يوم الأحد 18 حزيران لمدة خمسة أيام")

    assert (event.start, event.end) == (date(2017, 6, 18), date(2017, 6, 23))


def test_fighting_that_lasted_until_a_day_ends_on_it() -> None:
    """From Thursday evening until Friday: two days."""
    (event,) = events_of("اندلعت معارك يوم الأربعاء في مدينة سبها واستمرت حتى أمس الخميس")

    assert (event.start, event.end) == (date(2017, 6, 21), date(2017, 6, 22))


def test_fire_told_next_falls_on_the_same_day() -> None:
    """A report of today's shelling goes on: the next village was shelled today too."""
    text = "قصفت قوات النظام بالمدفعية بلدة كفرنبل اليوم. وقصفت بالمدفعية قرية الهبيط"

    assert [(event.start, event.end) for event in events_of(text)] == [(TODAY, TODAY)] * 2


def test_old_fire_dates_nothing() -> None:
    """A shelling of last year says nothing of the day of another."""
    text = "قصفت قوات النظام بالمدفعية بلدة كفرنبل عام 2015. وقصفت بالمدفعية قرية الهبيط"

    assert [event.start for event in events_of(text)] == [date(2015, 1, 1), None]


def test_digest_of_a_day_dates_what_it_tells() -> None:
    """The first line of a daily digest says of which day its lines are."""
    text = "حصاد أخبار الجبهات ليوم الخميس 22 حزيران 2017\nتعرضت بلدة نصيب لقصف مدفعي."

    assert [event.start for event in events_of(text)] == [date(2017, 6, 22)]


def test_day_of_a_speech_is_not_the_day_of_what_it_tells() -> None:
    """Who speaks today of a visit does not say that it was today."""
    text = "قال الوزير اليوم إن الرئيس زار أنقرة"
    statement = said(text, "الرئيس زار أنقرة", "assert")

    assert [event.start for event in events_of(text, statement)] == [None]


def test_day_behind_another_event_is_the_sentences_day() -> None:
    """Fire has the day of its sentence, though a word of death stands between the two."""
    text = "أعلن ضابط أمس عن مقتل تسعة من حراس الميناء في إحدى ضواحي المدينة بقصف صاروخي"
    (event,) = [event for event in events_of(text) if event.type == "shelling"]

    assert (event.start, event.end) == (date(2017, 6, 22), date(2017, 6, 22))


def test_date_far_in_front_is_not_the_events() -> None:
    """A date a dozen words before a trigger belongs to what stands beside it."""
    text = (
        "كان المجلس قد شكل يوم 3 أيار لجنة من سبعة خبراء في القانون والاقتصاد والإدارة المحلية "
        "لدراسة ما خلفته المعارك العنيفة في مدينة الرقة"
    )
    (event,) = [event for event in events_of(text) if event.type == "clash"]

    assert event.start is None


def test_full_stop_without_a_space_parts_a_date_from_the_next_event() -> None:
    """What stands behind a glued full stop has no date of the sentence before."""
    text = "قصفت القوات بلدة كفرنبل اليوم.وجرحت ممرضة في غارات على قرية الجنابرة يوم الثلاثاء 13 حزيران"
    (event,) = [event for event in events_of(text) if event.type == "air_strike"]

    assert event.start == date(2017, 6, 13)


def test_day_of_a_page_behind_the_publication_is_no_day_of_fire() -> None:
    """Fire is told when it has fallen: a later date is the page's own."""
    (event,) = events_of("قصف مدفعي على بلدة كفرنبل - السبت 10 شباط 2018")

    assert (event.start, event.status) == (None, "happened")


def test_meant_and_past_is_done() -> None:
    """A decision to sign, with a day gone by, was carried out."""
    (event,) = events_of("أثار قرار البلدية التوقيع على اتفاقية مائية في تشرين الثاني 2016 لغطا")

    assert (event.type, event.status) == ("agreement", "happened")


def test_two_dates_joined_by_until_are_from_when_to_when() -> None:
    """From one day until another, wherever the event stands."""
    (event,) = events_of("منذ الاثنين 12 حزيران وحتى الخميس 22 حزيران تعرضت بلدة كفرنبل لقصف مدفعي")

    assert (event.start, event.end) == (date(2017, 6, 12), date(2017, 6, 22))


def test_cause_has_its_own_day() -> None:
    """Bakeries stop on one day because of the shelling of the day before."""
    (event,) = events_of("توقفت المخابز يوم الجمعة جراء القصف الذي هز مدينة سرت أمس الخميس")

    assert event.start == date(2017, 6, 22)


def test_fire_that_fell_just_now_falls_today() -> None:
    """`a while ago` is the day of the page."""
    (event,) = events_of("قصفت المدفعية قبل قليل جسرا في بلدة نصيب")

    assert (event.start, event.end) == (TODAY, TODAY)


def test_page_of_a_later_day_dates_nothing_that_has_been() -> None:
    """A line of the page with a later day says nothing of what it tells as past."""
    events = events_of("السبت 10 شباط 2018 اغتيال قائد الفصيل في مدينة إدلب")

    assert [event.start for event in events] == [None]


def test_so_long_after_an_event_is_not_its_own_day() -> None:
    """Who leaves yesterday, four months after taking it, has not taken it yesterday."""
    events = events_of("انسحبت كتيبة الحدود أمس من القلعة بعد أربعة أشهر من سيطرتها على المدينة")

    assert {event.type: event.start for event in events} == {"withdrawal": date(2017, 6, 22), "capture": None}


def test_day_told_with_what_was_hit_is_the_attacks() -> None:
    """The day may stand behind the verb that says what the raids hit."""
    (event,) = events_of("أصيب راع بجروح جراء غارات استهدفت محيط بلدة نصيب في ريف درعا الشرقي، يوم الثلاثاء")

    assert event.start == date(2017, 6, 20)


def test_day_of_the_dead_is_the_day_of_the_fire_that_killed_them() -> None:
    """The day that opens the sentence is far from the shelling that ends it, and near its dead."""
    text = "وفي الخامس من الشهر الجاري، استشهد عشرة عمال بينهم ثلاث نساء من قرى مختلفة وأصيب آخرون، بقصف على بلدة نصيب"
    events = events_of(text)

    assert [(event.type, event.start) for event in events] == [("shelling", date(2017, 6, 5))]


def test_sum_since_a_day_ends_with_the_report() -> None:
    """Who has been counted since May was counted until today."""
    (event,) = events_of("قتل ثلاثون راعيا منذ مطلع مايو في البادية")

    assert (event.start, event.end) == (date(2017, 5, 1), TODAY)


def test_some_days_ago_is_not_the_day_told_before() -> None:
    """A sentence that begins with `some days ago` goes back behind the day of the one before it."""
    text = "قصفت الطائرات بلدة نصيب أمس. وقبل أيام، كثفت المدفعية قصفها على بلدة اليادودة"

    assert [event.start for event in events_of(text)] == [date(2017, 6, 22), None]


def test_then_is_the_day_told_before() -> None:
    """`was killed then`: on the day of the shelling."""
    text = "قصف الجيش بلدة نصيب في العاشر من يونيو، وأصيب حينها أيضا سائق بانفجار عبوة ناسفة في بلدة اليادودة"

    assert {event.type: event.start for event in events_of(text)} == {
        "shelling": date(2017, 6, 10),
        "bombing": date(2017, 6, 10),
    }


def test_day_of_a_report_holds_for_some_sentences() -> None:
    """What a report goes on to tell, three sentences later, fell on the day that it began with."""
    text = (
        "انفجرت سيارة مفخخة في مدينة سبها أمس. وفتحت السلطات تحقيقا في ذلك. وزار الوزير موقع الحادث. "
        "وانفجرت عبوة ناسفة في مدينة سرت"
    )

    assert [event.start for event in events_of(text) if event.type == "bombing"] == [date(2017, 6, 22)] * 2


def test_day_at_the_far_end_of_a_long_sentence_is_anothers() -> None:
    """The day behind a third event is not the first one's."""
    text = (
        "قصفت المدفعية بلدة نصيب والقرى التي حولها في الوقت الذي ما زال فيه سكان الريف كله يخشون أن تطول الأيام "
        "وأن يغيب عنهم الماء والدقيق مثلما غاب في العام الأول، وانفجر لغم في بلدة اليادودة أمس"
    )

    assert {event.type: event.start for event in events_of(text)} == {
        "shelling": None,
        "bombing": date(2017, 6, 22),
    }


@pytest.mark.parametrize(
    ("days", "text"),
    [
        ([None], "اعتقلت القوات الحارس الذي ولد عام 1991 في بلدة نصيب"),
        ([None, date(2017, 6, 21)], "رغم القصف المدفعي العنيف، تمكنت الوحدات الأربعاء من السيطرة على بلدة نصيب"),
        ([None], "استأنفت الشركة رحلاتها في أيار بعد هجوم استهدف مطار سبها"),
        ([date(2017, 6, 22), date(2017, 6, 22)], "اندلعت معارك أمس أدت إلى سيطرة الفصائل على بلدة نصيب"),
        ([date(2017, 6, 22)] * 2, "قصفت الطائرات بلدة نصيب أمس، وردت الفصائل بقصف مدفعي على مطار الثعلة"),
        ([date(2017, 6, 22)] * 2, "قصفت الطائرات بلدة نصيب أمس. وفي غضون ذلك، دخلت قافلة مساعدات إلى مدينة نوى"),
        ([TODAY], "سقطت عشرون قذيفة على بلدة نصيب منذ الصباح"),
        ([date(2017, 6, 20)], "تأتي التعزية بعد ثلاثة أيام من مصرع القائد سالم في مدينة نوى"),
        ([date(2017, 6, 22)], "يخيم الحزن على البلدة غداة وقوع تفجير في سوق نصيب"),
        ([date(2017, 6, 24)], "ساد الهدوء المدينة عشية زيارة الرئيس إلى بغداد"),
        ([date(2017, 6, 22), None], "التقى الوزير القادة أمس وحذر من شن هجوم على مدينة نوى"),
        ([date(2016, 2, 17), None], "شنت القوات هجوما في 17 شباط 2016 بهدف السيطرة على مدينة نوى"),
        ([None], "هدأت البلدة بعد أيام من معارك في مدينة نوى"),
    ],
)
def test_which_day_is_the_events_own(days: list[date | None], text: str) -> None:
    """What dates a birth, an advance or an answer is no other event's day; what follows from fire shares its day."""
    assert [event.start for event in events_of(text)] == days


def test_last_hours_of_a_day_are_yesterday_and_today() -> None:
    """The 24 hours that are over began yesterday; fewer or unnumbered hours tell no day."""
    (numbered,) = events_of("خلال الأربع والعشرين ساعة الفائتة سيطرت القوات على بلدة نصيب")
    (bare,) = events_of("سيطرت القوات على بلدة نصيب خلال الساعات الماضية")

    assert (numbered.start, numbered.end) == (date(2017, 6, 22), TODAY)
    assert bare.start is None


def test_last_day_told_later_ends_the_fighting() -> None:
    """A sentence that only says until when the fighting went on gives its end to the fighting told before."""
    (event,) = events_of(
        "اندلعت اشتباكات عنيفة بين الفصيلين الأربعاء في مدينة سبها. واستمرت تلك الاشتباكات حتى أمس الخميس"
    )

    assert (event.start, event.end) == (date(2017, 6, 21), date(2017, 6, 22))


def test_day_of_saying_is_not_that_of_what_goes_on() -> None:
    """Fighting said yesterday to be going on since a month has not yesterday for its day."""
    text = "قال القائد أمس إن عشرات قتلوا في معارك نوى المستمرة منذ أكثر من شهر"
    statement = said(text, "عشرات قتلوا في معارك نوى المستمرة منذ أكثر من شهر", "assert")

    assert [event.start for event in events_of(text, statement)] == [None]
