"""A row of JSONL becomes an article."""

from __future__ import annotations

import json
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.errors import BadDate, BadRow, EmptyInput, TooLarge
from hudna.model import Article
from hudna.sources import MAX_DOCUMENT
from hudna.sources.rows import Defaults, as_stored, make_article, read_day, read_row


def read(*, defaults: Defaults | None = None, **row: object) -> Article:
    """The article of a row with these fields."""
    return read_row(json.dumps(row).encode(), defaults=defaults or Defaults())


def test_text_alone_stands_as_it_is() -> None:
    """A row with a text alone is that text."""
    assert read(text="عنوان\nمتن").text == "عنوان\nمتن"


def test_title_and_body_are_parted_by_a_blank_line() -> None:
    """Title, blank line, body."""
    assert read(title=" هدنة ", body="\nاتفق المجلسان\r\n").text == "هدنة\n\nاتفق المجلسان"


def test_text_beside_a_title_is_the_body() -> None:
    """A row with title and text has the title put before it."""
    assert read(title="هدنة", text="اتفق المجلسان").text == "هدنة\n\nاتفق المجلسان"


def test_text_that_begins_with_the_title_has_it_once() -> None:
    """A text that holds its title is not given it twice."""
    assert read(title="هدنة", text="هدنة\n\nاتفق المجلسان").text == "هدنة\n\nاتفق المجلسان"


def test_fields_of_the_row_are_taken_over() -> None:
    """Id, day, outlet, address and language come from the row."""
    article = read(
        text="هدنة السهل", id=7, published="2025-02-03T23:30:00+03:00", outlet=" نشرة ", url="u:1", lang="ara"
    )

    assert article.given_id == "7"
    assert article.published == date(2025, 2, 3)
    assert (article.outlet, article.url, article.lang) == ("نشرة", "u:1", "ar")


def test_date_stands_in_for_published() -> None:
    """Either name of the field is read; `published` goes first."""
    assert read(text="هدنة", date="2025-02-03").published == date(2025, 2, 3)
    assert read(text="هدنة", date="2025-02-03", published="2025-02-04").published == date(2025, 2, 4)


def test_defaults_hold_only_where_the_row_is_silent() -> None:
    """A given day or language does not overrule what a document tells itself."""
    defaults = Defaults(published=date(2025, 1, 1), lang="fr")

    assert read(defaults=defaults, text="هدنة", published="").published == date(2025, 1, 1)
    assert read(defaults=defaults, text="هدنة").lang == "fr"
    assert read(defaults=defaults, text="هدنة", published="2025-02-03", lang="ar").lang == "ar"


@pytest.mark.parametrize("day", ["2025-02-30", "3 February", "2025-2-3", "20250203", "tomorrow"])
def test_date_that_is_none_is_refused(day: str) -> None:
    """A day that is not on the calendar, or not written as one, is no date."""
    with pytest.raises(BadDate, match="is not a date") as caught:
        read(text="هدنة", published=day)
    assert "2017-06-23" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b'{"text": "abc', "not JSON"),
        (b'{"text": "abc"} {"text": "d"}', "not JSON"),
        (b'["text"]', "Expected `object`"),
        (b'{"text": 3}', r"Expected `str \| null`, got `int`"),
        (b'{"text": "a", "published": 20250203}', "published"),
        (b'{"headline": "a"}', "neither"),
        (b"[" * 100_000, "not"),
    ],
)
def test_line_that_is_no_document_is_refused(line: bytes, says: str) -> None:
    """The message tells what is wrong with the line; the hint tells what a row holds."""
    with pytest.raises(BadRow, match=says) as caught:
        read_row(line, defaults=Defaults())
    assert '"text"' in str(caught.value.hint)


@pytest.mark.parametrize("row", [{"text": " \n "}, {"title": "", "body": ""}])
def test_row_without_a_word_is_empty(row: dict[str, str]) -> None:
    """A document needs at least one character that is no white space."""
    with pytest.raises(EmptyInput):
        read_row(json.dumps(row).encode(), defaults=Defaults())


def test_text_larger_than_a_document_is_refused() -> None:
    """The limit holds for rows as it does for files."""
    with pytest.raises(TooLarge):
        make_article(as_stored("a" * (MAX_DOCUMENT + 1)))


@pytest.mark.parametrize("escape", [r"\u0000", r"\ud800"])
def test_character_that_cannot_be_stored_is_replaced_with_a_notice(escape: str) -> None:
    """A NUL or half a surrogate pair in a row is replaced, and told."""
    article = read_row(f'{{"text": "a{escape}b"}}'.encode(), defaults=Defaults())

    assert article.text == "a\N{REPLACEMENT CHARACTER}b"
    assert [n.code for n in article.notices] == ["HUD111"]


def test_row_in_an_arabic_code_page_is_read_with_a_notice() -> None:
    """A line that is no UTF-8 is read as a file would be."""
    article = read_row('{"text": "اتفق المجلسان على هدنة"}'.encode("cp1256"), defaults=Defaults())

    assert article.text == "اتفق المجلسان على هدنة"
    assert [n.code for n in article.notices] == ["HUD110"]


def test_other_fields_of_a_row_are_left_alone() -> None:
    """Rows come from many programs; what we don't know does no harm."""
    assert read(text="هدنة", score=3, tags=["a"]).text == "هدنة"


@given(st.text())
def test_stored_text_is_stable(text: str) -> None:
    """What is stored is in NFC, has no carriage return, and storing it again changes nothing."""
    stored = as_stored(text)

    assert unicodedata.is_normalized("NFC", stored)
    assert "\r" not in stored
    assert as_stored(stored) == stored


def test_day_of_a_time_stamp_is_the_printed_one() -> None:
    """No time zone is applied: the day is the one that the source printed."""
    assert read_day(" 2025-02-03 00:10 ") == date(2025, 2, 3)
