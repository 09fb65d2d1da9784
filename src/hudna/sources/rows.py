"""A row of JSONL becomes an article."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NewType

import msgspec

from hudna.errors import BadDate, BadRow, EmptyInput, TooLarge
from hudna.model.article import Article
from hudna.model.findings import Problem
from hudna.sources.decode import REPLACED_CHARACTERS, clean, read_text
from hudna.sources.language import find_language, language_code
from hudna.text.normal import nfc

Stored = NewType("Stored", str)
"""A text in the form in which texts are stored; `as_stored` brings it there."""

MAX_DOCUMENT = 5_000_000
"""The most bytes of UTF-8 that one document can have: some five hundred pages. Larger ones are refused."""

_ROW_HINT = (
    'one JSON object a line with "text", or "title" and "body"; '
    '"id", "published", "outlet", "url" and "lang" are optional'
)
_TABLE_HINT = (
    'columns are "text", or "title" and "body"; "id", "published", "outlet", "url" and "lang" are optional; '
    "all are text, save that id may be a number and published a day"
)


class Row(msgspec.Struct, frozen=True):
    """What a row may hold. Other fields are left alone: rows come from many programs."""

    id: str | int | None = None
    published: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    lang: str | None = None
    title: str | None = None
    body: str | None = None
    text: str | None = None


ROW_FIELDS = tuple(field.encode_name for field in msgspec.structs.fields(Row))
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_REPLACED = _REPLACEMENT.encode()
_DECODER = msgspec.json.Decoder(Row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Defaults:
    """What holds for documents that do not tell it themselves."""

    published: date | None = None
    lang: str | None = None


def read_row(line: bytes, *, defaults: Defaults) -> Article:
    """The article that a line of JSONL holds."""
    row = _strict(line)
    if row is not None and _REPLACED not in line:  # as nearly every line is: nothing was lost on the way
        return row_article(row, notices=(), defaults=defaults)
    decoded = read_text(line)
    return row_article(row or _lenient(decoded.text), notices=decoded.notices, defaults=defaults)


def read_cells(cells: Mapping[str, object], *, defaults: Defaults) -> Article:
    """The article that the cells of a table's row hold; days and times may be typed or printed."""
    printed = {name: cell.isoformat() if isinstance(cell, date) else cell for name, cell in cells.items()}
    try:
        row = msgspec.convert(printed, Row)
    except msgspec.ValidationError as error:
        raise BadRow(f"not a document: {error}", hint=_TABLE_HINT) from None
    return row_article(row, notices=(), defaults=defaults)


def row_article(row: Row, *, notices: tuple[Problem, ...], defaults: Defaults) -> Article:
    """The article that a row holds, with what was odd about its bytes."""
    day = row.published or row.date
    text = _printed(row)
    return make_article(
        text,
        notices=(*notices, *(_lost(row) if _REPLACEMENT in text else ())),
        published=read_day(day) if day and day.strip() else defaults.published,
        lang=language_code(row.lang) or defaults.lang,
        outlet=_name(row.outlet),
        url=_name(row.url),
        given_id=_name(row.id),
    )


def make_article(
    stored: Stored,
    *,
    notices: tuple[Problem, ...] = (),
    published: date | None = None,
    lang: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    given_id: str | None = None,
) -> Article:
    """An article with that text; its language is found where it is not given."""
    if not stored:
        raise EmptyInput("there is no text in it", hint="give a document that holds at least one word")
    if len(stored) * 4 > MAX_DOCUMENT and len(stored.encode()) > MAX_DOCUMENT:
        raise TooLarge(
            f"the text is larger than one document can be ({MAX_DOCUMENT // 1_000_000} MB)",
            hint="split it into documents, one a line of a JSONL file",
        )
    return Article(
        text=stored,
        lang=lang or find_language(stored),
        outlet=outlet,
        url=url,
        published=published,
        given_id=given_id,
        notices=notices,
    )


def as_stored(text: str) -> Stored:
    """`text` in NFC with `\\n` line ends and no white space at either end, otherwise unchanged."""
    lines = clean(text).replace("\r\n", "\n").replace("\r", "\n")
    return Stored(nfc(lines).strip().removeprefix("\ufeff").strip())


def read_day(given: str) -> date:
    """The calendar day of an ISO date, or of an ISO time stamp as printed."""
    match = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})([T ].*)?", given.strip())
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise BadDate(f'"{given[:40]}" is not a date', hint="write year-month-day, as in 2017-06-23") from None


def _strict(line: bytes) -> Row | None:
    """The row of a line of strict JSON; `None` where it is none."""
    try:
        return _DECODER.decode(line)
    except msgspec.ValidationError as error:
        raise BadRow(f"not a document: {error}", hint=_ROW_HINT) from None
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None  # Lone surrogates, control characters, a byte order mark, another encoding.
    except RecursionError:
        raise BadRow("not a document: nested too deeply", hint=_ROW_HINT) from None


def _lenient(text: str) -> Row:
    """The row of a line with a syntax that only strict readers refuse."""
    return _attempt(lambda: msgspec.convert(json.loads(text, strict=False), Row))


def _attempt(read: Callable[[], Row]) -> Row:
    try:
        return read()
    except msgspec.ValidationError as error:
        raise BadRow(f"not a document: {error}", hint=_ROW_HINT) from None
    except json.JSONDecodeError as error:
        raise BadRow(
            f"not JSON: {_plain(error)} (column {error.colno})",
            hint=f"mend or remove this line; expected is {_ROW_HINT}",
        ) from None
    except (RecursionError, ValueError):
        raise BadRow("not JSON that can be read", hint=_ROW_HINT) from None


def _plain(error: json.JSONDecodeError) -> str:
    return error.msg[:1].lower() + error.msg[1:]


def _printed(row: Row) -> Stored:
    """Title, a blank line, then the body; a row that has a text alone has it as it stands."""
    if row.body is None and row.text is None:
        raise BadRow('there is neither "text" nor "body" in it', hint=_ROW_HINT)
    title = as_stored(row.title or "")
    body = as_stored((row.text or "") if row.body is None else row.body)
    if not title or (row.body is None and body.startswith(title)):
        return body
    return titled(title, body)


def titled(title: Stored, body: Stored) -> Stored:
    """Title, a blank line, then the body; the one that there is where the other is empty."""
    return Stored(f"{title}\n\n{body}") if title and body else title or body


def _lost(row: Row) -> tuple[Problem, ...]:
    """A notice where the row spells out characters that can't be stored."""
    if all(clean(part) == part for part in (row.title, row.body, row.text) if part is not None):
        return ()
    reason = "a NUL or half a character in the text; each stands as U+FFFD"
    return (Problem(code=REPLACED_CHARACTERS, reason=reason),)


def _name(value: str | int | None) -> str | None:
    """A short field without white space at its ends; an empty one is none."""
    return None if value is None else (as_stored(str(value)) or None)
