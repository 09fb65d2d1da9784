"""A bulk job: what it is asked for, how far it is, and how it is taken up again."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from hudna import __version__
from hudna.bulk.engines import Engine
from hudna.bulk.layout import Layout, held, refuse_strangers, write_json
from hudna.bulk.parts import Done, Part, cut, input_files, total_bytes
from hudna.bulk.tables import SCHEMA, WHAT
from hudna.bulk.work import Work, pack_versions
from hudna.errors import EngineFailed, OtherJob
from hudna.sources.extras import needed

PART_BYTES = 4_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is asked for."""

    inputs: tuple[str, ...]
    out: str
    theatre: str | None = None
    published: date | None = None
    lang: str | None = None
    why: bool = False
    limit: int | None = None
    part_bytes: int = PART_BYTES


@dataclass(slots=True)
class Progress:
    """How far a job is."""

    total: int
    """The bytes of all inputs."""
    limit: int | None
    bytes: int = 0
    """Those of the parts that are done, in this run or before."""
    rows: int = 0
    parts: int = 0
    documents: int = 0
    errors: int = 0
    before: int = 0
    """The documents of parts that earlier runs had finished."""

    @property
    def share(self) -> float:
        """How much is done, from 0 to 1."""
        of_bytes = self.bytes / max(1, self.total)
        return min(1.0, of_bytes if self.limit is None else max(of_bytes, self.rows / self.limit))

    def add(self, done: Done) -> None:
        """Count a part that is done."""
        self.parts += 1
        self.bytes += done.bytes
        self.rows += done.rows
        self.documents += done.documents
        self.errors += done.errors


def run(job: Job, engine: Engine) -> Generator[Progress, None, None]:
    """How far the job is, told whenever a part is done, and at the end.

    It may be stopped at any moment, and taken up by running it again: what is finished is not repeated.
    """
    needed("pyarrow", extra="bulk", what=WHAT)
    layout = Layout(Path(job.out))
    refuse_strangers(layout)
    files = input_files(job.inputs, beside=layout.out)
    plan = _plan(job, files)
    _compare(layout, plan)
    progress = Progress(total=total_bytes(files), limit=job.limit)
    layout.make()
    with held(layout):
        write_json(layout.plan, plan)
        layout.sweep()
        work = Work(
            out=str(layout.out.absolute()),  # Workers may be started in another directory.
            theatre=job.theatre,
            packs=plan["packs"],
            published=job.published,
            lang=job.lang,
            why=job.why,
        )
        for done in engine.run(_todo(job, files, layout, progress), work):
            _check_seen(layout, done)
            progress.add(done)
            yield progress
        write_json(layout.complete, _sum(progress))
    yield progress


def forget(out: str) -> None:
    """Remove what jobs have written to `out`; what else lies there stays."""
    Layout(Path(out)).clear()


def _todo(job: Job, files: tuple[str, ...], layout: Layout, progress: Progress) -> Iterator[Part]:
    """The parts that are not finished; those that are count as done."""
    for part in cut(files, size=job.part_bytes, limit=job.limit):
        marker = layout.marker_of(part.number)
        if marker is not None and marker.digest != part.digest:
            raise OtherJob(
                f"it is not as it was when its part {part.number} was coded",
                hint=f"code all anew with --overwrite, or write to another directory than {job.out}",
                file=part.input,
            )
        if marker is None or not layout.is_whole(marker):
            yield part
            continue
        done = Done(
            number=part.number,
            rows=part.rows,
            documents=marker.documents,
            errors=marker.errors,
            bytes=part.bytes,
        )
        progress.add(done)
        progress.before += done.documents


def _plan(job: Job, files: tuple[str, ...]) -> dict[str, Any]:
    """What decides the output: two jobs of one plan write the same."""
    return {
        "schema": SCHEMA,
        "version": __version__,
        "packs": pack_versions(job.theatre),
        "inputs": list(files),
        "theatre": job.theatre,
        "published": None if job.published is None else job.published.isoformat(),
        "lang": job.lang,
        "why": job.why,
        "limit": job.limit,
        "part_bytes": job.part_bytes,
    }


def _compare(layout: Layout, plan: dict[str, Any]) -> None:
    """Raise `OtherJob` where the output is of another plan, and say what differs."""
    if not layout.plan.exists():
        return
    try:
        earlier = msgspec.json.decode(layout.plan.read_bytes(), type=dict[str, Any])
    except msgspec.DecodeError:
        earlier = {}
    differing = [name for name in plan if earlier.get(name) != plan[name]]
    if differing:
        raise OtherJob(
            f"this output is of another job: it differs in {', '.join(differing)}",
            hint="give the same command with the same Hudna to take it up, another directory, or --overwrite",
            file=str(layout.out),
        )


def _check_seen(layout: Layout, done: Done) -> None:
    """Raise `EngineFailed` where a worker has written to a disk that is not ours."""
    if not layout.marker(done.number).exists():
        raise EngineFailed(
            f"the files of part {done.number} are not here, though a worker has written them",
            hint="the output must be on a disk that all workers of the cluster share",
            file=str(layout.out),
        )


def _sum(progress: Progress) -> dict[str, int]:
    return {
        "parts": progress.parts,
        "rows": progress.rows,
        "documents": progress.documents,
        "errors": progress.errors,
    }
