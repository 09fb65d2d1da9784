"""Plain and compressed files as one stream of bytes, with how far the file was read."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from hudna.errors import DamagedInput
from hudna.sources.extras import needed
from hudna.sources.files import opened_file

_GZIP = b"\x1f\x8b"
_ZSTD = b"\x28\xb5\x2f\xfd"
_BUFFER = 1 << 16
# Of a file made to blow up, one chunk grows to some hundred megabytes at most.
_CHUNK = 8192
# Archives packed with `zstd --long=31` ask for windows of this size.
_WINDOW = 1 << 31


class Unpacked:
    """The bytes of a file, unpacked; `read` tells how many of the file's own bytes are taken."""

    def __init__(self, stream: io.BufferedReader, source: BinaryIO) -> None:
        self.stream = stream
        self._source = source

    @property
    def read(self) -> int:
        """How many bytes of the file itself have been read."""
        return self._source.tell()


@contextmanager
def unpacked(path: Path) -> Iterator[Unpacked]:
    """The file at `path`, unpacked where its first bytes are those of gzip or zstd."""
    with opened_file(path) as source:
        head = source.read(4)
        source.seek(0)
        yield Unpacked(_stream(source, head), source)


@contextmanager
def whole() -> Iterator[None]:
    """Turn what unpackers say of broken archives into one error of ours."""
    try:
        yield
    except EOFError:
        raise DamagedInput("the archive ends too early", hint=_HINT) from None
    except (zlib.error, gzip.BadGzipFile) as error:
        raise DamagedInput(f"the archive is broken: {str(error).lower()}", hint=_HINT) from None


_HINT = "what came before is coded; fetch the file anew to have the rest"


def _stream(source: BinaryIO, head: bytes) -> io.BufferedReader:
    if head.startswith(_GZIP):
        # It has the methods of a BufferedReader. One more buffer would lose what comes before a break.
        return cast(io.BufferedReader, gzip.GzipFile(fileobj=source))
    if head == _ZSTD:
        return io.BufferedReader(_Zstd(source), _BUFFER)
    return cast(io.BufferedReader, source)


class _Zstd(io.RawIOBase):
    """One or more zstd frames, unpacked; a frame that is cut short is an `EOFError`, as it is with gzip."""

    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self._zstandard = needed("zstandard", extra="bulk", what="reading .zst files")
        self._frame: Any = None
        self._rest = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: Any) -> int:
        """How many bytes were put into the buffer; none at the end."""
        while not self._ready:
            if not self._advance():
                return 0
        size = min(len(buffer), len(self._ready))
        buffer[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _advance(self) -> bool:
        """Whether there was more to unpack."""
        packed = self._rest or self._source.read(_CHUNK)
        self._rest = b""
        if not packed:
            if self._frame is not None:
                raise EOFError
            return False
        try:
            self._ready = memoryview(self._unpack(packed))
        except self._zstandard.ZstdError as error:
            raise zlib.error(str(error)) from None
        return True

    def _unpack(self, packed: bytes) -> bytes:
        if self._frame is None:
            self._frame = self._zstandard.ZstdDecompressor(max_window_size=_WINDOW).decompressobj()
        plain: bytes = self._frame.decompress(packed)
        if self._frame.eof:
            self._rest = self._frame.unused_data
            self._frame = None
        return plain
