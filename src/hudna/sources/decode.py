"""Bytes become text: UTF-8, UTF-16 by its mark, the older Arabic code pages by their letters."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from hudna.errors import NotText
from hudna.model.findings import Problem
from hudna.sources.language import has_articles

OTHER_ENCODING = "HUD110"
REPLACED_CHARACTERS = "HUD111"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    # The mark of UTF-32 begins with that of UTF-16, so it is asked for first.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_KINDS = (
    (b"%PDF-", "a PDF", "extract its text first (pdftotext FILE.pdf FILE.txt), then read the text file"),
    (b"PK\x03\x04", "a ZIP, Word or OpenDocument file", "save it as plain text, then read that"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "save it as plain text, then read that"),
    (b"{\\rtf", "a rich-text (RTF) file", "save it as plain text, then read that"),
    (b"\x1f\x8b", "a gzip archive", "unpack it: gunzip -c FILE.gz | hudna read -"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it: zstdcat FILE.zst | hudna read -"),
    (b"\x89PNG", "a picture", "type or recognise its text first"),
    (b"\xff\xd8\xff", "a picture", "type or recognise its text first"),
    (b"GIF8", "a picture", "type or recognise its text first"),
    (b"SQLite format 3\x00", "a SQLite database", "to ask a ledger, use `hudna statements`"),
)

_PAGE = re.compile(rb"\s*<(!doctype html|html[\s>])", re.IGNORECASE)
_CONTROLS = bytes(range(9)) + bytes(range(14, 27)) + bytes(range(28, 32)) + b"\x7f"
_CODE_PAGES = (("cp1256", "Windows-1256"), ("iso8859_6", "ISO 8859-6"))
_PLAUSIBLE = re.compile(
    "[\u060c\u061b\u061f\u0621-\u0652\u0660-\u0669\u067e\u0686\u0698\u06af"
    "\u00a0\u00ab\u00bb\u00b7\u2013-\u2014\u2018-\u201d\u2026\u200c-\u200f]"
)
_SAMPLE = 20_000
_ODD = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text that bytes held, and what was odd about them."""

    text: str
    notices: tuple[Problem, ...] = ()


def refuse_kinds(head: bytes) -> None:
    """Raise `NotText` where the first bytes of a file are those of a known kind that is no text."""
    for magic, kind, hint in _KINDS:
        if head.startswith(magic):
            raise NotText(f"this is {kind}, not a text", hint=hint)
    if _PAGE.match(head.removeprefix(codecs.BOM_UTF8)):
        raise NotText("this is a web page, not a text", hint="save the article as plain text, then read that")
    if _mark(head) is None and _is_binary(head):
        raise NotText(
            "this is a binary file, not a text",
            hint="give a plain text file in UTF-8; UTF-16 must begin with a byte order mark",
        )


def refuse_row_files(head: bytes) -> None:
    """Raise `NotText` where a file begins as no JSONL can: it is cut at line ends, so it must be UTF-8."""
    mark = _mark(head)
    if mark is not None and mark != "utf-8-sig":
        raise NotText(
            f"JSONL must be UTF-8; this is {mark.upper()}",
            hint=f"convert it: iconv -f {mark.upper()} -t UTF-8 FILE > NEW",
        )
    refuse_kinds(head)


def read_text(raw: bytes) -> Decoded:
    """The text of `raw`, by its mark, else as UTF-8, else as an Arabic code page with a notice."""
    mark = _mark(raw)
    if mark is not None:
        return _clean(raw.decode(mark, "replace"))
    try:
        return _clean(raw.decode("utf-8"))
    except UnicodeDecodeError:
        return _other(raw)


def clean(text: str) -> str:
    """`text` without NUL and lone surrogates, which neither JSON nor a database can hold."""
    try:
        text.encode()  # fails at a surrogate, and takes a twentieth of the time of looking for one
    except UnicodeEncodeError:
        return _ODD.sub("\N{REPLACEMENT CHARACTER}", text)
    return text.replace("\x00", "\N{REPLACEMENT CHARACTER}")


def _mark(raw: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if raw.startswith(mark)), None)


def _is_binary(head: bytes) -> bool:
    """Whether the bytes hold a NUL, or more control characters than a damaged text would."""
    if b"\x00" in head:
        return True
    controls = len(head) - len(head.translate(None, _CONTROLS))
    return controls * 100 > len(head)


def _other(raw: bytes) -> Decoded:
    """Bytes that are no UTF-8: a damaged UTF-8 text, or another encoding."""
    damaged = raw.decode("utf-8", "replace")
    bad = damaged.count("\N{REPLACEMENT CHARACTER}")
    good = sum(1 for char in damaged if char > "\x7f") - bad
    # A text in another encoding has hardly any letter that happens to be right in UTF-8.
    if good > 10 * bad:
        return _clean(damaged)
    for encoding, name in _CODE_PAGES:
        text = raw.decode(encoding, "replace")
        if _plausible(text):
            notice = Problem(code=OTHER_ENCODING, reason=f"read as {name}: the bytes are no UTF-8")
            cleaned = _clean(text)
            return Decoded(text=cleaned.text, notices=(notice, *cleaned.notices))
    raise NotText(
        "these bytes are neither UTF-8 nor an Arabic code page",
        hint="convert the file to UTF-8 (iconv -f ENCODING -t UTF-8 FILE > NEW)",
    )


def _plausible(text: str) -> bool:
    """Whether nine in ten of the characters beyond ASCII are those of Arabic texts, and some words are."""
    beyond = [char for char in text if char > "\x7f"]
    fitting = sum(1 for char in beyond if _PLAUSIBLE.match(char))
    # Letters alone do not do: Cyrillic bytes give Arabic letters too, but no word of the language.
    return fitting * 10 >= len(beyond) * 9 and has_articles(text[:_SAMPLE], one_in=20)


def _clean(text: str) -> Decoded:
    """`text` as it can be stored, with a notice where characters were lost on the way."""
    cleaned = clean(text)
    lost = cleaned.count("\N{REPLACEMENT CHARACTER}")
    if lost == 0:
        return Decoded(text=cleaned)
    reason = f"unreadable characters: {lost}; each stands as U+FFFD"
    return Decoded(text=cleaned, notices=(Problem(code=REPLACED_CHARACTERS, reason=reason),))
