"""Where a job's output lies, and how it is written: a file appears when it is whole, and a part when all its files are.

OUT/statements/part-000000.parquet      a table, a file for each part
OUT/_hudna/plan.json                    what the job is
OUT/_hudna/done/000000.json             the part is finished
OUT/_hudna/complete.json                the job is finished
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from hudna.bulk.tables import TABLES
from hudna.errors import JobBusy, OutputError

try:
    import fcntl
except ImportError:  # Windows: two runs at one output are not told apart there.
    fcntl = None  # type: ignore[assignment]

ROOM = "_hudna"


class Marker(msgspec.Struct, frozen=True, kw_only=True):
    """`done/NUMBER.json`: a part is finished."""

    part: int
    input: str
    first: int | None
    rows: int
    digest: str
    documents: int
    errors: int
    files: dict[str, int]
    """The bytes of each table's file."""


class Layout:
    """The files of a job's output."""

    def __init__(self, out: Path) -> None:
        self.out = out
        self.room = out / ROOM
        self.plan = self.room / "plan.json"
        self.complete = self.room / "complete.json"

    def table(self, table: str, part: int) -> Path:
        """The file of a part in a table."""
        return self.out / table / f"part-{part:06}.parquet"

    def marker(self, part: int) -> Path:
        """The file that says that a part is finished."""
        return self.room / "done" / f"{part:06}.json"

    def is_empty(self) -> bool:
        """Whether nothing is there yet."""
        return not self.out.exists() or not any(self.out.iterdir())

    def make(self) -> None:
        """Make the directories."""
        for table in TABLES:
            (self.out / table).mkdir(parents=True, exist_ok=True)
        self.marker(0).parent.mkdir(parents=True, exist_ok=True)

    def clear(self) -> None:
        """Remove what jobs have written here, and nothing else."""
        for name in (*TABLES, ROOM):
            if (self.out / name).is_dir():
                shutil.rmtree(self.out / name)

    def sweep(self) -> None:
        """Remove what killed workers have left half-written."""
        for table in TABLES:
            for left in (self.out / table).glob(".*.tmp"):
                left.unlink(missing_ok=True)

    def marker_of(self, part: int) -> Marker | None:
        """What a finished part's marker says; `None` where the part is not finished."""
        try:
            return msgspec.json.decode(self.marker(part).read_bytes(), type=Marker)
        except (FileNotFoundError, msgspec.DecodeError):
            return None

    def is_whole(self, marker: Marker) -> bool:
        """Whether the files of a finished part are there as they were written: a crash may have emptied them."""
        try:
            sizes = {table: self.table(table, marker.part).stat().st_size for table in marker.files}
        except FileNotFoundError:
            return False
        return sizes == marker.files


def write_whole(path: Path, raw: bytes | memoryview) -> None:
    """Write a file that is there whole or not at all, whoever is killed and whoever else writes the same."""
    part = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        part.write_bytes(raw)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_json(path: Path, value: Mapping[str, Any] | msgspec.Struct) -> None:
    """Write a small file that people may read too; the same value gives the same bytes."""
    raw = msgspec.json.format(msgspec.json.encode(value, order="deterministic"), indent=1)
    write_whole(path, raw + b"\n")


@contextmanager
def held(layout: Layout) -> Iterator[None]:
    """The output is ours: `JobBusy` where another run is at it. A run that was killed holds nothing."""
    path = layout.room / "lock"
    with path.open("wb") as lock:
        if fcntl is not None:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise JobBusy(
                    "another run is writing to this output",
                    hint="wait for its end, or stop it; then run this again",
                    file=str(layout.out),
                ) from None
            except OSError:
                pass  # A file system without locks.
        yield


def refuse_strangers(layout: Layout) -> None:
    """Raise `OutputError` where the output is a file, or a directory of something else."""
    if layout.out.exists() and not layout.out.is_dir():
        raise OutputError("this is a file", hint="give a directory to write to", file=str(layout.out))
    if not layout.is_empty() and not layout.room.is_dir():
        raise OutputError(
            "there is something else in this directory",
            hint="give a new directory, or an empty one",
            file=str(layout.out),
        )
