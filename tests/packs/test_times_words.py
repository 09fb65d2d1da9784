from __future__ import annotations

from collections import defaultdict

from hudna.packs.files import packs_root, read_csv
from hudna.packs.tables.times import CountWord, Month, Number, Ordinal, TimeWord, Weekday

AR = packs_root() / "lang" / "ar"


def test_each_calendar_has_all_its_months() -> None:
    """The Gregorian, Levantine and Hijri lists are whole; the Maghreb's lists what differs."""
    months: dict[str, set[int]] = defaultdict(set)
    for _, row in read_csv(AR / "months.csv", Month):
        months[row.calendar].add(row.month)
    assert months["gregorian"] == months["levantine"] == months["hijri"] == set(range(1, 13))
    assert months["maghrebi"] < set(range(1, 13))


def test_weekdays_and_days_of_the_month_are_whole() -> None:
    """Seven weekdays, and an ordinal for each day that a month can have."""
    assert [row.day for _, row in read_csv(AR / "weekdays.csv", Weekday)] == list(range(1, 8))
    assert [row.value for _, row in read_csv(AR / "ordinals.csv", Ordinal)] == list(range(1, 32))


def test_vague_numbers_have_an_upper_end() -> None:
    """A vague word says how far it may reach, and no other word does."""
    for line, row in read_csv(AR / "numbers.csv", Number):
        assert (row.vague is not None) == (row.role == "vague"), line
        assert row.vague is None or row.vague > row.value, line


def test_lengths_and_units_say_what_they_measure() -> None:
    """A unit or a length without its unit could not be placed."""
    rows = [row for _, row in read_csv(AR / "timewords.csv", TimeWord)]
    assert all(row.unit is not None for row in rows if row.role in ("unit", "units", "length", "deictic"))


def test_counted_words_name_what_they_count() -> None:
    """Every word for what is counted names its kind in the record."""
    rows = [row for _, row in read_csv(AR / "counts.csv", CountWord)]
    assert all(row.what for row in rows if row.role == "what")
