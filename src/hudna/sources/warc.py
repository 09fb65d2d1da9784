"""Web archives become pieces, and pieces articles: answered pages, and texts taken from pages (WET)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import msgspec

from hudna.errors import EmptyInput, HudnaError, TooLarge
from hudna.model.article import Article
from hudna.sources.decode import read_text
from hudna.sources.extras import needed
from hudna.sources.files import Rejected
from hudna.sources.pages import read_page
from hudna.sources.pieces import Piece
from hudna.sources.rows import MAX_DOCUMENT, Defaults, as_stored, make_article
from hudna.sources.unpack import Unpacked

MAX_PAGE = 4 * MAX_DOCUMENT
"""The most bytes of a page: markup takes more room than text."""

_TEXT = "text/plain"
_HTML = frozenset({"text/html", "application/xhtml+xml"})


class Page(msgspec.Struct, frozen=True, array_like=True):
    """A record that holds a page."""

    row: int
    url: str | None
    fetched: str | None
    """The day on which it was fetched."""
    kind: str
    body: bytes
    whole: bool
    """False where the page is larger than one can be: then there is no body."""


_PACK = msgspec.msgpack.Encoder()
_UNPACK = msgspec.msgpack.Decoder(list[Page])


def cut_pages(source: Unpacked, *, size: int) -> Iterator[Piece]:
    """The pages of a web archive. Records are counted from 1; those that hold no page are left out."""
    pages: list[Page] = []
    held = 0
    damage: Exception | None = None
    found = _pages(source)
    while damage is None:
        try:
            page = next(found, None)
        except (EOFError, OSError, zlib.error) as error:
            page, damage = None, error
        if page is not None:
            pages.append(page)
            held += len(page.body)
        if pages and (page is None or held >= size):
            yield _piece(pages, source)
            pages, held = [], 0
        if page is None:
            break
    if damage is not None:
        raise damage


def read_pages(payload: bytes, *, defaults: Defaults) -> Iterator[tuple[int, Article | Rejected]]:
    """The number and the document of each page."""
    for page in _UNPACK.decode(payload):
        try:
            yield page.row, _article(page, defaults)
        except HudnaError as error:
            error.line = page.row
            yield page.row, Rejected(error=error)


def begun_pages(payload: bytes, rows: int) -> bytes:
    """The first pages of a piece, as a piece."""
    return _PACK.encode(_UNPACK.decode(payload)[:rows])


def _piece(pages: list[Page], source: Unpacked) -> Piece:
    return Piece(kind="pages", first=pages[0].row, rows=len(pages), payload=_PACK.encode(pages), read=source.read)


def _pages(source: Unpacked) -> Iterator[Page]:
    warc = needed("fastwarc.warc", extra="warc", what="reading web archives")
    kinds = warc.WarcRecordType
    wanted = (kinds.response, kinds.resource, kinds.conversion)
    records = warc.ArchiveIterator(_Eager(source), parse_http=True, auto_decode="all", stream_detect=False)
    for number, record in enumerate(records, start=1):
        if record.record_type in wanted:
            page = _page(record, number)
            if page is not None:
                yield page


class _Eager:
    """The stream as the iterator reads it: each time what is at hand, so that all before a break comes through."""

    def __init__(self, source: Unpacked) -> None:
        self._stream = source.stream

    def read(self, size: int = -1) -> bytes:
        """At most so many bytes; none at the end."""
        return self._stream.read1(size)

    def tell(self) -> int:
        """Where in the unpacked stream we are."""
        return self._stream.tell()


def _page(record: Any, number: int) -> Page | None:
    """The page of a record; `None` where it holds something else, or the server did not give the page."""
    http = record.http_headers
    if http is not None and http.status_code != 200:
        return None
    given = record.http_content_type if http is not None else record.headers.get("Content-Type")
    kind = (given or "").partition(";")[0].strip().lower()
    if kind != _TEXT and kind not in _HTML:
        return None
    body = record.reader.read(MAX_PAGE + 1)
    whole = len(body) <= MAX_PAGE
    day = record.record_date
    return Page(
        row=number,
        url=record.headers.get("WARC-Target-URI"),
        fetched=None if day is None else day.date().isoformat(),
        kind=kind,
        body=body if whole else b"",
        whole=whole,
    )


def _article(page: Page, defaults: Defaults) -> Article:
    if not page.whole:
        raise TooLarge(f"the page is larger than {MAX_PAGE // 1_000_000} MB", hint="leave it out")
    if page.kind in _HTML:
        return read_page(page.body, url=page.url, fetched=page.fetched, defaults=defaults)
    if not page.body.strip():
        raise EmptyInput("there is no text in it", hint="nothing to do: the archive holds an empty text")
    decoded = read_text(page.body)
    text = as_stored(decoded.text)
    return make_article(text, notices=decoded.notices, published=defaults.published, lang=defaults.lang, url=page.url)
