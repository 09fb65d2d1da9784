"""Large files are cut into pieces that can be read one by one, anywhere and in any order.

`cut_file` goes through a file once and holds one piece at a time; where it cuts depends on the file and the size
asked for, on nothing else. A piece carries its bytes, so whoever reads it needs no access to the file.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BufferedReader
from pathlib import Path
from typing import Literal

from hudna.errors import NotText
from hudna.model.article import Article
from hudna.sources.decode import refuse_row_files
from hudna.sources.files import MAX_LINE, ROWS, Rejected, read_lines
from hudna.sources.rows import Defaults
from hudna.sources.unpack import Unpacked, unpacked, whole

Kind = Literal["lines", "table", "pages"]

ARCHIVES = frozenset({".gz", ".zst"})
TABLES = frozenset({".parquet", ".pq"})
PAGES = frozenset({".warc", ".wet"})

_HEAD = 4096
_READ = 1 << 16
_TABLE = b"PAR1"
_PAGES = b"WARC/"
_OBJECT = re.compile(rb'(\xef\xbb\xbf)?\s*\{\s*["}]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some rows of a file, as bytes."""

    kind: Kind
    first: int
    """The number of its first line, row or record in the file, counted from 1."""
    rows: int
    payload: bytes
    read: int
    """How many bytes of the file lie before its end."""

    @property
    def digest(self) -> str:
        """A hash of what it holds: two pieces of one digest say the same."""
        return hashlib.blake2b(self.payload, digest_size=16).hexdigest()

    def begun(self, rows: int) -> Piece:
        """The piece with its first rows only."""
        return self if rows >= self.rows else replace(self, rows=rows, payload=_BEGUN[self.kind](self.payload, rows))


def is_bulk_file(path: Path) -> bool:
    """Whether the suffixes of a file are of a kind that `cut_file` reads."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    last = next((suffix for suffix in reversed(suffixes) if suffix not in ARCHIVES), "")
    return last in ROWS | TABLES | PAGES


def cut_file(path: Path, *, size: int) -> Iterator[Piece]:
    """The pieces of a file of rows, table or web archive, each of some `size` bytes; one is held at a time."""
    with unpacked(path) as source, whole():
        head = _head(source)
        kind = _kind(path, head)
        if kind == "table":
            from hudna.sources.tables import cut_table

            yield from cut_table(path, size=size)
        elif kind == "pages":
            from hudna.sources.warc import cut_pages

            yield from cut_pages(source, size=size)
        else:
            refuse_row_files(head)
            yield from _cut_lines(source, size=size)


def read_piece(piece: Piece, *, defaults: Defaults) -> Iterator[tuple[int, Article | Rejected]]:
    """The number of each row of the piece that is not blank, and a document or a rejection."""
    if piece.kind == "table":
        from hudna.sources.tables import read_table

        return read_table(piece.payload, first=piece.first, defaults=defaults)
    if piece.kind == "pages":
        from hudna.sources.warc import read_pages

        return read_pages(piece.payload, defaults=defaults)
    return read_lines(piece.payload, first=piece.first, defaults=defaults)


def _head(source: Unpacked) -> bytes:
    """The first bytes, which are read again by whoever comes next."""
    return source.stream.peek(_HEAD)[:_HEAD]


def _kind(path: Path, head: bytes) -> Kind:
    """What a file holds: as its first bytes tell, or rows where its suffix says so."""
    if head.startswith(_TABLE):
        return "table"
    if head.startswith(_PAGES):
        return "pages"
    if is_bulk_file(path) or _OBJECT.match(head):
        return "lines"
    raise NotText(
        "this is no JSONL, Parquet or WARC file",
        hint="JSONL files end in .jsonl or .ndjson (then .gz or .zst); for single texts there is `hudna read`",
    )


def _cut_lines(source: Unpacked, *, size: int) -> Iterator[Piece]:
    """Pieces that end at line ends. Of a line that is longer than `MAX_LINE` the rest is left out."""
    stream, first = source.stream, 1
    damage: Exception | None = None
    while damage is None:
        raw, damage = _read_some(stream, size)
        if not raw:
            break
        rows = raw.count(b"\n") + (not raw.endswith(b"\n"))
        yield Piece(kind="lines", first=first, rows=rows, payload=raw, read=source.read)
        first += rows
        if not raw.endswith(b"\n") and damage is None:
            while (more := stream.readline(MAX_LINE)) and not more.endswith(b"\n"):
                pass
    if damage is not None:
        raise damage


def _read_some(stream: BufferedReader, size: int) -> tuple[bytes, Exception | None]:
    """Some `size` bytes to the end of a line; where the archive breaks, its whole lines and what was wrong."""
    raw = bytearray()
    try:
        while len(raw) < size and (more := stream.read1(min(_READ, size - len(raw)))):
            raw += more
        if not raw.endswith(b"\n"):
            raw += stream.readline(MAX_LINE + 1)
    except (EOFError, OSError, zlib.error) as error:
        return bytes(raw[: raw.rfind(b"\n") + 1]), error
    return bytes(raw), None


def _begun_lines(payload: bytes, rows: int) -> bytes:
    end = -1
    for _ in range(rows):
        end = payload.index(b"\n", end + 1)
    return payload[: end + 1]


def _begun_table(payload: bytes, rows: int) -> bytes:
    from hudna.sources.tables import begun_table

    return begun_table(payload, rows)


def _begun_pages(payload: bytes, rows: int) -> bytes:
    from hudna.sources.warc import begun_pages

    return begun_pages(payload, rows)


_BEGUN = {"lines": _begun_lines, "table": _begun_table, "pages": _begun_pages}
