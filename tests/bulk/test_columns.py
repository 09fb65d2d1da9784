"""Fields become columns by their types."""

from __future__ import annotations

from datetime import date

import msgspec

from hudna.bulk.columns import Column, Rows, field_columns
from hudna.record import DayRange, Range, SpanPair

TEXT = "abcdef"


class Inner(msgspec.Struct):
    """A part of a part."""

    name: str
    span: SpanPair


class Sample(msgspec.Struct):
    """A part of the record with a field of each kind."""

    word: str | None
    day: date | None
    start: date | None
    number: int
    span: SpanPair | None
    spans: list[SpanPair]
    names: list[str]
    teller: list[int] | str
    reply: int | SpanPair | None
    low_high: Range | None
    valid: DayRange
    inner: Inner | None
    inners: list[Inner]
    parts: list[tuple[str, int]]
    groups: dict[str, int]
    hidden: str


def cells(sample: Sample, name: str) -> object:
    """What the column of the name holds for the sample."""
    return column(name).cells(Rows(items=[sample], texts=[TEXT]))[0]


def column(name: str) -> Column:
    """The column of the name."""
    return next(c for c in COLUMNS if c.name == name)


COLUMNS = field_columns(Sample, without=frozenset({"hidden"}))
FULL = Sample(
    word="w",
    day=date(2025, 2, 3),
    start=date(2025, 2, 4),
    number=7,
    span=(1, 3),
    spans=[(0, 1), (4, 6)],
    names=["n"],
    teller=[2],
    reply=(2, 4),
    low_high=(3, None),
    valid=(None, date(2025, 3, 1)),
    inner=Inner(name="i", span=(5, 6)),
    inners=[Inner(name="z", span=(0, 1))],
    parts=[("north", 2)],
    groups={"women": 1},
    hidden="h",
)


def test_span_is_its_words_and_its_offsets() -> None:
    """One sees the words and can find them in the text."""
    assert [cells(FULL, name) for name in ("span", "span_start", "span_stop")] == ["bc", 1, 3]


def test_list_of_spans_is_words_and_spans() -> None:
    """Each span has its words at its place in the list."""
    assert cells(FULL, "spans") == ["a", "ef"]
    assert cells(FULL, "spans_spans") == [(0, 1), (4, 6)]


def test_ranges_are_their_two_ends() -> None:
    """Numbers lie between low and high, days between since and until; an end may be open."""
    names = "low_high_low", "low_high_high", "valid_since", "valid_until"
    assert [cells(FULL, name) for name in names] == [3, None, None, date(2025, 3, 1)]


def test_part_of_a_part_has_the_columns_of_its_fields() -> None:
    """A nested field stands behind the name of what holds it, and is null where that is."""
    assert [cells(FULL, name) for name in ("inner_name", "inner_span", "inner_span_stop")] == ["i", "f", 6]
    without = msgspec.structs.replace(FULL, inner=None)
    assert [cells(without, name) for name in ("inner_name", "inner_span", "inner_span_stop")] == [None, None, None]


def test_fields_of_two_kinds_are_told_apart() -> None:
    """A reply is to a statement by its index, or to words by their span; a teller a list of indices, or the outlet."""
    other = msgspec.structs.replace(FULL, reply=4, teller="outlet")
    names = "reply", "reply_start", "reply_stop"
    assert [cells(FULL, name) for name in names] == [None, 2, 4]
    assert [cells(other, name) for name in names] == [4, None, None]


def test_days_have_names_that_sql_can_write() -> None:
    """`end` is a word of SQL."""
    assert cells(FULL, "start_day") == date(2025, 2, 4)
    assert "start" not in [c.name for c in COLUMNS]


def test_number_of_more_digits_than_a_column_holds_is_null() -> None:
    """A text may print any number, and must not end the job with it."""
    assert cells(FULL, "number") == 7
    assert cells(msgspec.structs.replace(FULL, number=10**30), "number") is None


def test_what_has_no_form_is_json() -> None:
    """Lists of parts are written as JSON, which every tool takes apart."""
    assert column("inners").type == "json"
    assert cells(FULL, "inners") == '[{"name":"z","span":[0,1]}]'


def test_lists_and_maps_of_plain_values_stay() -> None:
    """Tables hold them well."""
    assert [column(name).type for name in ("names", "parts", "groups")] == [
        "list<string>",
        "list<named number>",
        "map<string, int64>",
    ]
    assert cells(FULL, "groups") == [("women", 1)]


def test_columns_left_out_are_not_there() -> None:
    """Reasons, say, are only written where they are asked for."""
    assert "hidden" not in [c.name for c in COLUMNS]
