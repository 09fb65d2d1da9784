"""Arithmetic on the calendar: months, weeks, weekdays, the Islamic year. Knows days, not words."""

from __future__ import annotations

from datetime import date, timedelta

Period = tuple[date, date]

FIRST_HIJRI, LAST_HIJRI = 1343, 1500
"""The years that the table of Umm al-Qura covers."""


def day(year: int, month: int, number: int) -> date | None:
    """The day, or `None` where the calendar has no such day."""
    try:
        return date(year, month, number)
    except ValueError:
        return None


def days_from(moment: date, count: int) -> date:
    """The day `count` days after `moment` (before it, where negative)."""
    return moment + timedelta(days=count)


def month_of(year: int, month: int) -> Period:
    """First and last day of the month; months outside 1 to 12 run into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    after = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), days_from(after, -1)


def year_of(year: int) -> Period:
    """First and last day of the year."""
    return date(year, 1, 1), date(year, 12, 31)


def week_of(moment: date) -> Period:
    """Monday and Sunday of the week that the day lies in."""
    monday = days_from(moment, 1 - moment.isoweekday())
    return monday, days_from(monday, 6)


def latest_weekday(weekday: int, until: date) -> date:
    """The latest such weekday up to and including `until`; 1 is Monday."""
    return days_from(until, -((until.isoweekday() - weekday) % 7))


def next_weekday(weekday: int, since: date) -> date:
    """The first such weekday from `since` on, itself included."""
    return days_from(since, (weekday - since.isoweekday()) % 7)


def span_of(unit: str, moment: date, count: int) -> Period:
    """The day, week, month or year that lies `count` of them after the one of `moment`."""
    if unit == "week":
        return week_of(days_from(moment, 7 * count))
    if unit == "month":
        return month_of(moment.year, moment.month + count)
    if unit == "year":
        return year_of(moment.year + count)
    there = days_from(moment, count)
    return there, there


def hijri_day(year: int, month: int, number: int) -> date | None:
    """The Gregorian day of a Hijri date (Umm al-Qura), or `None` where there is no such day."""
    from hijridate import Hijri  # imported here: it loads its tables, and few texts need them

    if not FIRST_HIJRI <= year <= LAST_HIJRI:
        return None
    try:
        converted = Hijri(year, month, number).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(converted.year, converted.month, converted.day)


def hijri_month(year: int, month: int) -> Period | None:
    """First and last Gregorian day of a Hijri month."""
    first = hijri_day(year, month, 1)
    after = hijri_day(year + month // 12, month % 12 + 1, 1)
    return None if first is None or after is None else (first, days_from(after, -1))


def hijri_year(moment: date) -> int:
    """The Hijri year that the day lies in, near enough to search around it."""
    return round((moment.year - 622) * 33 / 32)
