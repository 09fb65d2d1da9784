"""The parts of a job: its inputs, cut so that each part can be coded by itself, in any order, on any machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from hudna.errors import DamagedInput, EmptyInput, HudnaError, InputError, NotFound
from hudna.sources.pieces import Piece, cut_file, is_bulk_file

DAMAGED = "damaged"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of a job: a piece of an input, or what is wrong with the rest of one."""

    number: int
    input: str
    piece: Piece | None
    error: HudnaError | None = None
    """Why the rest of the input can't be read; then there is no piece."""
    bytes: int
    """How many bytes of the inputs it was read from."""
    lost: tuple[int, ...] = ()
    """Rows on which workers have died: they are not tried again."""
    is_lost: bool = False
    """Whether workers die on it in another way: then nothing of it is tried again."""

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return 0 if self.piece is None else self.piece.rows

    @property
    def digest(self) -> str:
        """A hash of what it holds."""
        return DAMAGED if self.piece is None else self.piece.digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of a part."""

    number: int
    rows: int
    documents: int
    errors: int
    bytes: int
    """As the part's."""


class Task(Protocol):
    """What is done with each part. It is pickled, and called on the machine and process of a worker."""

    def __call__(self, part: Part, /, *, watch: Callable[[int], None] | None = None) -> Done:
        """What became of the part; `watch` is told each row before it is coded."""


def input_files(given: Iterable[str], *, beside: Path) -> tuple[str, ...]:
    """The files to read, in the order given; of a directory those that bulk reads, by name, but none of `beside`."""
    files: list[str] = []
    for name in given:
        path = Path(name)
        if path.is_dir():
            files.extend(_files_in(path, beside.resolve()))
        elif not path.exists():
            raise NotFound("no such file", hint="check the path", file=name)
        else:
            files.append(name)
    return tuple(files)


def _files_in(directory: Path, beside: Path) -> list[str]:
    files = (path for path in directory.rglob("*") if path.is_file() and is_bulk_file(path))
    found = sorted(str(path) for path in files if beside not in path.resolve().parents)
    if not found:
        raise EmptyInput(
            "there is no file in this directory that bulk reads",
            hint="it reads .jsonl, .ndjson, .parquet, .warc, each also with .gz or .zst behind",
            file=str(directory),
        )
    return found


def total_bytes(files: Sequence[str]) -> int:
    """How large the files are."""
    return sum(Path(name).stat().st_size for name in files)


def cut(files: Iterable[str], *, size: int, limit: int | None) -> Iterator[Part]:
    """The parts of the files, numbered; one is held at a time. The same files and size give the same parts."""
    left, number = limit, 0
    for name in files:
        for part in _parts_of(name, size=size, number=number):
            if left is not None and part.piece is not None:
                part = replace(part, piece=part.piece.begun(left))
                left -= part.rows
            yield part
            number = part.number + 1
            if left == 0:
                return


def _parts_of(name: str, *, size: int, number: int) -> Iterator[Part]:
    """The parts of one file; where it can't be read to its end, the last one says so."""
    before = 0
    try:
        for piece in cut_file(Path(name), size=size):
            yield Part(number=number, input=name, piece=piece, bytes=piece.read - before)
            number, before = number + 1, piece.read
    except (InputError, OSError) as fault:
        error = fault if isinstance(fault, InputError) else _damage(fault)
        yield Part(number=number, input=name, piece=None, error=error, bytes=Path(name).stat().st_size - before)


def _damage(fault: OSError) -> DamagedInput:
    return DamagedInput(f"can't be read to its end: {fault}", hint="check the file and its disk, then run it again")
