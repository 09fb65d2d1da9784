from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hudna.coding.times.dates import (
    day,
    hijri_day,
    hijri_month,
    latest_weekday,
    month_of,
    next_weekday,
    span_of,
    week_of,
)

days = st.dates(date(1950, 1, 1), date(2070, 1, 1))


@given(days, st.integers(1, 7))
def test_weekday_is_found_on_both_sides(moment: date, weekday: int) -> None:
    """The latest and the next such weekday lie within six days, and are the day itself only together."""
    before, after = latest_weekday(weekday, moment), next_weekday(weekday, moment)
    assert before.isoweekday() == after.isoweekday() == weekday
    assert 0 <= (moment - before).days <= 6
    assert 0 <= (after - moment).days <= 6
    assert (before == moment) == (after == moment)


@given(days, st.integers(-30, 30))
def test_months_follow_on_each_other(moment: date, count: int) -> None:
    """The month after this one begins on the day behind its end."""
    here, there = span_of("month", moment, count), span_of("month", moment, count + 1)
    assert (there[0] - here[1]).days == 1


def test_week_runs_from_monday_to_sunday() -> None:
    """A Sunday belongs to the week that began six days earlier."""
    assert week_of(date(2017, 6, 25)) == (date(2017, 6, 19), date(2017, 6, 25))


def test_month_beyond_december_is_in_the_next_year() -> None:
    """Month 14 is February of the year after."""
    assert month_of(2015, 14) == (date(2016, 2, 1), date(2016, 2, 29))


def test_day_that_does_not_exist_is_none() -> None:
    """31 February is no day in either calendar."""
    assert day(2016, 2, 31) is None
    assert hijri_day(1438, 9, 31) is None


def test_islamic_months_follow_umm_al_qura() -> None:
    """Ramadan 1438 began on 27 May 2017; a year outside the table is not guessed."""
    assert hijri_month(1438, 9) == (date(2017, 5, 27), date(2017, 6, 24))
    assert hijri_day(900, 1, 1) is None
