"""Where results go: standard output or a file, whole or not at all, with errors that say what to do."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import IO

import click

from hudna.errors import DiskFull, HudnaError, OutputError, ReadOnly

INTERRUPTED = 130
BROKEN_PIPE = 141
"""The exit code of a program whose reader went away, as shells give it (128 + SIGPIPE)."""


@contextmanager
def _explained(name: str) -> Iterator[None]:
    """Turn what the system says about an output into an error that says what to do."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise as_output_error(error, name) from None


class Sink:
    """Takes text; `stream` is what stands behind it."""

    def __init__(self, stream: IO[bytes], *, name: str) -> None:
        self.stream = stream
        self.name = name
        self.kept = True
        """Whether a file is put in its place at the end; not, where nothing came of what was asked for."""

    def write(self, text: str | bytes) -> None:
        """Write text, or bytes that are UTF-8 already."""
        raw = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
        with _explained(self.name):
            self.stream.write(raw)

    def flush(self) -> None:
        """Hand on what was written."""
        with _explained(self.name):
            self.stream.flush()


@contextmanager
def _standard_output() -> Iterator[Sink]:
    sink = Sink(sys.stdout.buffer, name="(standard output)")
    yield sink
    sink.flush()


@contextmanager
def _file(path: Path) -> Iterator[Sink]:
    """A file that is put in its place when all of it is written."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with _explained(str(path)), part.open("wb") as stream:
            sink = Sink(stream, name=str(path))
            yield sink
            sink.flush()
            os.fsync(stream.fileno())
        with _explained(str(path)):
            if sink.kept:
                part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


@contextmanager
def _device(path: Path) -> Iterator[Sink]:
    """A pipe or device: there is nothing to be put in its place."""
    with _explained(str(path)), path.open("wb") as stream:
        sink = Sink(stream, name=str(path))
        yield sink
        sink.flush()


@contextmanager
def opened(path: str | None) -> Iterator[Sink]:
    """Standard output, or a file that appears when all of it is written."""
    with _output(path) as sink:
        yield sink


def _output(path: str | None) -> AbstractContextManager[Sink]:
    if path is None or path == "-":
        return _standard_output()
    whole = Path(path).resolve()  # Through a link: what it leads to is replaced, not the link.
    if whole.is_dir():
        raise OutputError("this is a directory", hint="give the name of a file in it", file=path)
    return _device(whole) if whole.exists() and not whole.is_file() else _file(whole)


def as_output_error(error: OSError, name: str) -> HudnaError:
    """What the system said about writing, as an error of ours."""
    reason = (error.strerror or "can't be written").lower()
    if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
        return DiskFull(f"no room to write: {reason}", hint="free some space, then run it again", file=name)
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return ReadOnly(f"can't be written: {reason}", hint="choose a place that you may write to", file=name)
    if error.errno == errno.ENOENT:
        return OutputError("there is no such directory", hint="make it first (mkdir -p)", file=name)
    return OutputError(f"can't be written: {reason}", hint="check the disk and the path", file=name)


def forget_output() -> None:
    """Let what is still buffered go, or Python would try, and complain, once more at its end."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def say(message: str) -> None:
    """Put a line on standard error."""
    with suppress(OSError):
        click.echo(message, err=True)


def report(error: HudnaError) -> None:
    """Put an error on standard error: code, place, what is wrong, and what to do."""
    say(f"hudna: {error.code} {error}")
    if error.hint:
        say(f"  \N{RIGHTWARDS ARROW} {error.hint}")
