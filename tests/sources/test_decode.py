"""Bytes become text."""

from __future__ import annotations

import codecs
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.errors import NotText
from hudna.sources.decode import read_text, refuse_kinds, refuse_row_files

# ittafaqa-l-majlisani ala hudna fi-s-sahl
ARABIC = "اتفق المجلسان على هدنة في السهل، وقال «المتحدث» إنها تبدأ يوم الأحد"


def codes(raw: bytes) -> list[str]:
    """The codes of the notices that reading `raw` gives."""
    return [notice.code for notice in read_text(raw).notices]


@pytest.mark.parametrize(
    "raw",
    [
        ARABIC.encode(),
        codecs.BOM_UTF8 + ARABIC.encode(),
        codecs.BOM_UTF16_LE + ARABIC.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + ARABIC.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + ARABIC.encode("utf-32-le"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "utf-32-le"],
)
def test_unicode_is_read_without_notice(raw: bytes) -> None:
    """UTF-8, and UTF-16 and UTF-32 with their mark, give the text and say nothing."""
    assert read_text(raw).text == ARABIC
    assert codes(raw) == []


@pytest.mark.parametrize(
    ("encoding", "name", "text"),
    [
        ("cp1256", "Windows-1256", ARABIC),
        ("iso8859_6", "ISO 8859-6", ARABIC.replace("«", '"').replace("»", '"')),
    ],
)
def test_arabic_code_pages_are_read_with_a_notice(encoding: str, name: str, text: str) -> None:
    """Older Arabic encodings are told apart by the letters that they give, and named in a notice."""
    decoded = read_text(text.encode(encoding))

    assert decoded.text == text
    assert [n.code for n in decoded.notices] == ["HUD110"]
    assert name in decoded.notices[0].reason


def test_english_with_windows_quotes_is_read_with_a_notice() -> None:
    """Curly quotes stand at the same place in all Windows code pages."""
    decoded = read_text("The council said: “we agreed”.".encode("cp1252"))

    assert decoded.text == "The council said: “we agreed”."
    assert [n.code for n in decoded.notices] == ["HUD110"]


def test_damaged_utf8_keeps_what_can_be_read() -> None:
    """A text cut inside a letter is not taken for another encoding; the loss is told."""
    decoded = read_text(ARABIC.encode()[:-1])

    assert decoded.text == ARABIC[:-1] + "\N{REPLACEMENT CHARACTER}"
    assert [n.code for n in decoded.notices] == ["HUD111"]


def test_lone_surrogate_of_utf16_becomes_a_replacement_character() -> None:
    """Half a character can't be stored: it is replaced and told."""
    raw = codecs.BOM_UTF16_LE + ARABIC.encode("utf-16-le") + b"\x00\xd8"

    assert read_text(raw).text == ARABIC + "\N{REPLACEMENT CHARACTER}"
    assert codes(raw) == ["HUD111"]


def test_bytes_of_no_known_encoding_are_refused() -> None:
    """Cyrillic in its own code page is neither UTF-8 nor Arabic: we don't guess."""
    with pytest.raises(NotText, match="neither UTF-8"):
        read_text("Переговоры прошли в понедельник".encode("koi8-r"))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF"),
        (b"PK\x03\x04\x14\x00", "Word"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"text with a NUL \x00 in it", "a binary file"),
        (bytes(range(1, 32)) * 4, "a binary file"),
        (b"\n<!DOCTYPE html>\n<html>", "a web page"),
    ],
)
def test_files_that_are_no_text_are_refused_by_kind(head: bytes, kind: str) -> None:
    """The message says what the file is, and a hint what to do with it."""
    with pytest.raises(NotText, match=kind) as caught:
        refuse_kinds(head)
    assert caught.value.hint


def test_jsonl_in_utf16_is_refused() -> None:
    """A file that is cut at line ends must be UTF-8; the hint converts it."""
    with pytest.raises(NotText, match="UTF-16") as caught:
        refuse_row_files(codecs.BOM_UTF16_LE + '{"text": ""}'.encode("utf-16-le"))
    assert "iconv" in str(caught.value.hint)


@given(st.text())
def test_any_text_in_utf8_comes_back_but_for_nul(text: str) -> None:
    """Decoding UTF-8 gives the text that was encoded; only NUL is replaced (and the mark is taken off)."""
    expected = text.replace("\x00", "\N{REPLACEMENT CHARACTER}").removeprefix("\ufeff")

    assert read_text(text.encode()).text == expected


@given(st.binary(max_size=300))
def test_any_bytes_give_a_text_or_a_clear_refusal(raw: bytes) -> None:
    """No bytes make the reader fail in a way that it did not mean."""
    with suppress(NotText):
        refuse_kinds(raw)
        read_text(raw).text.encode()
