"""Who does the work: processes of this machine, a Dask cluster, a Spark cluster. One thin file an engine.

An engine gets parts, one at a time as it has room for them, and a task; it gives what became of each part, in any
order. All engines promise the same: each part is done, a part whose worker dies is done again, and one on which
workers keep dying costs its bad rows only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Protocol, get_args

from hudna.bulk.parts import Done, Part, Task

Name = Literal["local", "dask", "spark"]
NAMES: tuple[Name, ...] = get_args(Name)


class Engine(Protocol):
    """Has parts worked on, several at a time."""

    def run(self, parts: Iterable[Part], task: Task) -> Iterator[Done]:
        """What became of each part, as it is done. No more parts are taken than can be worked on soon."""


def choose(name: Name, *, workers: int | None = None, scheduler: str | None = None) -> Engine:
    """The engine of a name, with so many workers (one for each processor) or those of a running cluster."""
    if name == "dask":
        from hudna.bulk.engines.dask import DaskEngine

        return DaskEngine(workers=workers, scheduler=scheduler)
    if name == "spark":
        from hudna.bulk.engines.spark import SparkEngine

        return SparkEngine(workers=workers, scheduler=scheduler)
    from hudna.bulk.engines.local import LocalEngine

    return LocalEngine(workers=workers)
