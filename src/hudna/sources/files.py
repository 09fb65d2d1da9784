"""Files and streams become articles, one at a time."""

from __future__ import annotations

import errno
import io
import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from hudna.errors import BadRow, EmptyInput, HudnaError, InputError, IsDirectory, NotFound, TooLarge
from hudna.model.article import Article
from hudna.sources.decode import read_text, refuse_kinds, refuse_row_files
from hudna.sources.rows import MAX_DOCUMENT, Defaults, as_stored, make_article, read_row

STDIN = "-"
ROWS = frozenset({".jsonl", ".ndjson"})
"""Suffixes of files that hold one document a line."""

MAX_LINE = 4 * MAX_DOCUMENT
"""The most bytes of a line of JSONL. JSON may spell one Arabic letter (two bytes) with six."""

_HEAD = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A document that can't be read, and why; those after it go on."""

    error: HudnaError


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    number: int
    raw: bytes
    whole: bool
    """False where the line is longer than `MAX_LINE`: then `raw` is its beginning only."""


def read_documents(
    inputs: Iterable[str | os.PathLike[str]],
    *,
    published: date | None = None,
    lang: str | None = None,
    stdin: BinaryIO | None = None,
    begin: Callable[[str], None] | None = None,
) -> Iterator[Article | Rejected]:
    """The documents of text files, JSONL files and standard input (`-`), in the order given.

    They are read as they are asked for, so a file of any number of rows takes the memory of one. `published`
    and `lang` hold for documents that do not tell theirs. `begin` is told the name of each input.
    """
    defaults = Defaults(published=published, lang=lang)
    for given in inputs:
        name = os.fspath(given)
        if name == STDIN:
            stream = stdin if stdin is not None else io.BytesIO()
            name, found = "(standard input)", _read_stream(stream, defaults=defaults)
        else:
            found = _read_file(Path(name), defaults=defaults)
        if begin is not None:
            begin(name)
        yield from _located(found, name=name)


def _located(documents: Iterator[Article | Rejected], *, name: str) -> Iterator[Article | Rejected]:
    """The documents; an error of the whole file ends them, and says which file it is."""
    try:
        for document in documents:
            if isinstance(document, Rejected):
                document.error.file = name
            yield document
    except HudnaError as error:
        error.file = name
        yield Rejected(error=error)


def _read_file(path: Path, *, defaults: Defaults) -> Iterator[Article | Rejected]:
    with opened_file(path) as stream:
        if path.suffix.lower() in ROWS:
            yield from _read_rows(_lines(stream), defaults=defaults)
        else:
            yield from _read_stream(stream, defaults=defaults, is_json=path.suffix.lower() == ".json")


def _read_stream(stream: BinaryIO, *, defaults: Defaults, is_json: bool = False) -> Iterator[Article | Rejected]:
    """JSONL where its first line begins an object, else one text: a pipe has no suffix, and a copy another."""
    head: list[_Line] = []
    lines = _lines(stream)
    for line in lines:
        head.append(line)
        if line.raw.strip(_BLANK):
            break
    first = head[-1].raw.strip(_BLANK) if head else b""
    if _ROW.match(first):
        yield from _read_rows(chain(head, lines), defaults=defaults)
    elif is_json or _SPREAD.match(first):
        raise BadRow("documents in JSON are read one a line", hint=_IN_LINES[first.startswith(b"{")])
    else:
        yield _read_whole(stream, head=b"".join(line.raw for line in head), defaults=defaults)


_BLANK = b" \t\r\n\xef\xbb\xbf"
_ROW = re.compile(rb'\{\s*["}]')
_SPREAD = re.compile(rb"\{$|\[(?=\s*(\{|$))")
_IN_LINES = {
    True: "put each document on a line: jq -c . FILE > FILE.jsonl",
    False: "turn the list into lines: jq -c '.[]' FILE > FILE.jsonl",
}


def _read_whole(stream: BinaryIO, *, head: bytes, defaults: Defaults) -> Article:
    """The one document that a stream holds. Of a stream that is too large no more is read than shows it."""
    if len(head) < _HEAD:
        head += _read(stream, _HEAD)
    refuse_kinds(head[:_HEAD])
    raw = head + _read(stream, max(0, MAX_DOCUMENT + 1 - len(head)))
    if len(raw) > MAX_DOCUMENT:
        raise TooLarge(
            f"larger than one document can be ({MAX_DOCUMENT // 1_000_000} MB)",
            hint="if it holds many documents, make it a JSONL file with one document a line",
        )
    if not raw.strip():
        raise EmptyInput("the file is empty", hint="give a file that holds the text of a report")
    refuse_kinds(raw)
    decoded = read_text(raw)
    text = as_stored(decoded.text)
    return make_article(text, notices=decoded.notices, published=defaults.published, lang=defaults.lang)


def read_lines(raw: bytes, *, first: int, defaults: Defaults) -> Iterator[tuple[int, Article | Rejected]]:
    """The number and the document of each line of a piece of JSONL whose first line has the number `first`."""
    return _read_each(_lines(io.BytesIO(raw), before=first - 1), defaults=defaults)


def _read_rows(lines: Iterable[_Line], *, defaults: Defaults) -> Iterator[Article | Rejected]:
    """A document or a rejection for each line that is not blank; an error where there is none."""
    rows = 0
    for _, document in _read_each(_checked(lines), defaults=defaults):
        rows += 1
        yield document
    if rows == 0:
        raise EmptyInput("there is no row in it", hint="give a JSONL file with one document a line")


def _checked(lines: Iterable[_Line]) -> Iterator[_Line]:
    """The lines of a file that begins as one of rows can."""
    blank = True
    for line in lines:
        if blank:
            refuse_row_files(line.raw[:_HEAD])
            blank = not line.raw.strip(_BLANK)
        yield line


def _read_each(lines: Iterable[_Line], *, defaults: Defaults) -> Iterator[tuple[int, Article | Rejected]]:
    """The number of each line that is not blank, and a document or a rejection."""
    for line in lines:
        if not line.raw.strip(_BLANK):
            continue
        try:
            yield line.number, _read_line(line, defaults=defaults)
        except HudnaError as error:
            error.line = line.number
            yield line.number, Rejected(error=error)


def _read_line(line: _Line, *, defaults: Defaults) -> Article:
    if not line.whole:
        raise TooLarge(
            f"the line is longer than {MAX_LINE // 1_000_000} MB",
            hint="one line holds one document; break a list of documents into lines",
        )
    if line.raw.lstrip(_BLANK)[:1] != b"{" and line.raw[:1] < b"\x80":
        raise BadRow(
            f"a row must be a JSON object; this line begins with {_beginning(line.raw)}",
            hint='write one object a line, as in {"text": "..."}; a plain text file needs another suffix',
        )
    return read_row(line.raw.strip(), defaults=defaults)


def _beginning(raw: bytes) -> str:
    return repr(raw.strip()[:12].decode("utf-8", "replace"))


def _lines(stream: BinaryIO, before: int = 0) -> Iterator[_Line]:
    """The lines of a stream, none held longer than `MAX_LINE`, numbered after those `before` them."""
    number = before
    while raw := _read_until_newline(stream):
        number += 1
        whole = len(raw) <= MAX_LINE
        yield _Line(number=number, raw=raw if whole else raw[:_HEAD], whole=whole)
        while not whole and raw and not raw.endswith(b"\n"):
            raw = _read_until_newline(stream)


def _read_until_newline(stream: BinaryIO) -> bytes:
    with _explained():
        return stream.readline(MAX_LINE + 1)


def _read(stream: BinaryIO, size: int) -> bytes:
    with _explained():
        return stream.read(size)


@contextmanager
def opened_file(path: Path) -> Iterator[BinaryIO]:
    """A file to read from; `InputError` where the system has none for us."""
    with _explained():
        stream = path.open("rb")
    with stream:
        yield stream


@contextmanager
def _explained() -> Iterator[None]:
    """Turn what the system says about a file into an error that says what to do."""
    try:
        yield
    except OSError as error:
        raise _explain(error) from None


def _explain(error: OSError) -> HudnaError:
    reason = (error.strerror or "the file can't be read").lower()
    if error.errno in {errno.ENOENT, errno.ENOTDIR}:
        return NotFound("no such file", hint="check the path; `-` stands for standard input")
    if error.errno == errno.EISDIR:
        return IsDirectory("this is a directory", hint="give the files in it: hudna read DIRECTORY/*.txt")
    if error.errno in {errno.EACCES, errno.EPERM}:
        return InputError(reason, hint="ask for the right to read this file (chmod u+r FILE)")
    return InputError(reason, hint="check that the file and its disk can be read")
