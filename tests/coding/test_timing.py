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
    (event,) = events_of("اندلعت مواجهات يوم الأربعاء في مدينة مأرب واستمرت حتى أمس الخميس")

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
    text = "حصاد الأحداث الميدانية ليوم الخميس 22 حزيران 2017\nتعرضت قرية كفرتعال لقصف مدفعي."

    assert [event.start for event in events_of(text)] == [date(2017, 6, 22)]


def test_day_of_a_speech_is_not_the_day_of_what_it_tells() -> None:
    """Who speaks today of a visit does not say that it was today."""
    text = "قال الوزير اليوم إن الرئيس زار أنقرة"
    statement = said(text, "الرئيس زار أنقرة", "assert")

    assert [event.start for event in events_of(text, statement)] == [None]
