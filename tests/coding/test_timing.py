from __future__ import annotations

from datetime import date

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
