"""Jobs for tests: the bundled corpus as a file of rows, engines that do odd things, and outputs to compare."""

from __future__ import annotations

import importlib
import json
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hudna.bulk import Engine, Job, Progress, run
from hudna.bulk.parts import Done, Part, Task
from hudna.sources.corpus import read_corpus

THEATRE = "syria-2017"
PART = 6000
"""A size of parts that cuts the corpus into some five."""


def corpus_lines() -> list[str]:
    """The bundled corpus, a JSON object each."""
    rows = (
        {"id": a.given_id, "text": a.text, "published": str(a.published), "outlet": a.outlet, "lang": a.lang}
        for a in read_corpus()
    )
    return [json.dumps(row, ensure_ascii=False) for row in rows]


def write_lines(path: Path, lines: Iterable[str]) -> Path:
    """A file with these lines."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def corpus_file(directory: Path) -> Path:
    """The bundled corpus as a JSONL file."""
    return write_lines(directory / "corpus.jsonl", corpus_lines())


def a_job(source: Path, out: Path, *, theatre: str | None = THEATRE, part_bytes: int = PART, **more: Any) -> Job:
    """A job that codes the source."""
    return Job(inputs=(str(source),), out=str(out), theatre=theatre, part_bytes=part_bytes, **more)


def finish(job: Job, engine: Engine) -> Progress:
    """How far the job has come, at its end."""
    *_, last = run(job, engine)
    return last


def written(out: Path) -> dict[str, bytes]:
    """Every file of an output, by name; the lock holds nothing."""
    files = sorted(path for path in out.rglob("*") if path.is_file() and path.name != "lock")
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def read(out: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table, part by part."""
    parquet = importlib.import_module("pyarrow.parquet")
    files = sorted((out / table).glob("*.parquet"))
    return [row for path in files for row in parquet.read_table(path).to_pylist()]


class Inline:
    """Works on one part after the other, here; remembers which."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def run(self, parts: Iterable[Part], task: Task) -> Iterator[Done]:
        """What became of each part."""
        for part in parts:
            self.numbers.append(part.number)
            yield task(part)


class Replaced:
    """An engine with another task round the one that it is given."""

    def __init__(self, engine: Engine, wrap: Callable[[Task], Task]) -> None:
        self._engine = engine
        self._wrap = wrap

    def run(self, parts: Iterable[Part], task: Task) -> Iterator[Done]:
        """What became of each part."""
        return self._engine.run(parts, self._wrap(task))


@dataclass(frozen=True, slots=True, kw_only=True)
class DiesOnce:
    """A task whose worker is killed in the middle of one part, the first time that it is tried."""

    task: Task
    part: int
    flag: Path
    generation: int = 0
    """Who is killed: the process itself, or its parent, or the parent of that."""

    def __call__(self, part: Part, /, *, watch: Callable[[int], None] | None = None) -> Done:
        """What became of the part, if we live."""
        if part.number == self.part and not self.flag.exists():
            self.flag.touch()
            kill(self.generation)
        return self.task(part, watch=watch)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiesOnRow:
    """A task whose worker is killed whenever it comes to one row."""

    task: Task
    row: int

    def __call__(self, part: Part, /, *, watch: Callable[[int], None] | None = None) -> Done:
        """What became of the part, if we live."""

        def look(row: int) -> None:
            if watch is not None:
                watch(row)
            if row == self.row and row not in part.lost:
                kill()

        return self.task(part, watch=look)


def kill(generation: int = 0) -> None:
    """Kill this process, or one of those above it."""
    victim = os.getpid()
    if generation:
        psutil = importlib.import_module("psutil")
        victim = psutil.Process().parents()[generation - 1].pid
    os.kill(victim, signal.SIGKILL)
    if generation:
        signal.pause()
