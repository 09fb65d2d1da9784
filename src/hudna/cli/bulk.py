"""`hudna bulk`: how far the job is, on the way, and what came of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import closing
from typing import Any

from hudna.bulk import Job, Progress, choose, forget, run
from hudna.bulk.engines import Name
from hudna.cli.cards import many
from hudna.cli.out import say
from hudna.cli.reading import SOME_FAILED
from hudna.errors import InputError

_EVERY = 10.0
"""Seconds between two lines where there is no terminal."""


def code_archives(
    job: Job, *, engine: Name, workers: int | None, scheduler: str | None, overwrite: bool, quiet: bool
) -> int:
    """Do the job, show how far it is, and give the exit code."""
    chosen = choose(engine, workers=workers, scheduler=scheduler)
    if overwrite:
        forget(job.out)
    started = time.monotonic()
    last: Progress | None = None
    # Closed at once when interrupted: workers are stopped before the shell has its prompt back.
    with closing(run(job, chosen)) as steps:
        try:
            for step in _shown(steps, quiet=quiet):
                last = step
        except KeyboardInterrupt:
            say("hudna: finished parts are kept; give the same command to go on")
            raise
    assert last is not None
    if not quiet:
        say(summary(last, seconds=time.monotonic() - started, out=job.out))
    return exit_code(last)


def summary(progress: Progress, *, seconds: float, out: str) -> str:
    """What came of the job, in a line."""
    coded = progress.documents - progress.before
    parts = [f"hudna: {many(coded, 'document')} coded in {duration(seconds)}"]
    if coded and seconds > 0:
        parts.append(f"{coded / seconds:,.0f} a second")
    if progress.before:
        parts.append(f"{many(progress.before, 'document')} done before")
    if progress.errors:
        parts.append(f"{many(progress.errors, 'error')} (see {out}/errors)")
    return ", ".join(parts)


def exit_code(progress: Progress) -> int:
    """0 if all rows were coded, 1 if some were not, 3 if none was."""
    if progress.errors == 0:
        return 0
    return SOME_FAILED if progress.documents else InputError.exit_code


def _shown(steps: Iterator[Progress], *, quiet: bool) -> Iterator[Progress]:
    """The steps, shown as they go by: as a bar on a terminal, in lines elsewhere."""
    if quiet:
        return steps
    return _with_bar(steps) if sys.stderr.isatty() else _with_lines(steps)


def _with_bar(steps: Iterator[Progress]) -> Iterator[Progress]:
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns: tuple[Any, ...] = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[told]}"),
        TimeElapsedColumn(),
    )
    started = time.monotonic()
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        shown = bar.add_task("", total=1.0, told="starting")
        for step in steps:
            bar.update(shown, completed=step.share, told=told(step, seconds=time.monotonic() - started))
            yield step


def _with_lines(steps: Iterator[Progress]) -> Iterator[Progress]:
    started = said = time.monotonic()
    for step in steps:
        now = time.monotonic()
        if now - said >= _EVERY:
            say(f"hudna: {step.share:.0%}, {told(step, seconds=now - started)}")
            said = now
        yield step


def told(step: Progress, *, seconds: float) -> str:
    """Documents, rate and time left, as one reads them."""
    seconds = max(seconds, 1e-3)
    coded = step.documents - step.before
    # What earlier runs have done took none of the time of this one.
    gained = step.share * coded / max(1, step.documents)
    parts = [many(step.documents, "document"), f"{coded / seconds:,.0f} a second"]
    if step.errors:
        parts.append(many(step.errors, "error"))
    if gained > 0 and step.share < 1:
        parts.append(f"{duration(seconds * (1 - step.share) / gained)} left")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    """A length of time, as one says it."""
    if seconds < 60:
        return f"{seconds:.0f} s" if seconds >= 10 else f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes:02} min"
