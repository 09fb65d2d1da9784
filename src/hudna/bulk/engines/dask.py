"""A Dask cluster: one that runs already, or one of worker processes on this machine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any

from hudna.bulk.engines.local import carefully
from hudna.bulk.engines.processors import processors
from hudna.bulk.parts import Done, Part, Task
from hudna.errors import EngineFailed
from hudna.sources.extras import needed

_WHAT = "the engine dask"
_AHEAD = 2
"""Parts handed out for each worker: one that it does and one that waits."""


class DaskEngine:
    """The workers of a Dask cluster. Dask itself does a part again whose worker dies."""

    def __init__(self, *, workers: int | None = None, scheduler: str | None = None) -> None:
        self._workers = workers or processors()
        self._scheduler = scheduler
        self._distributed = needed("distributed", extra="dask", what=_WHAT)
        self._dask = needed("dask", extra="dask", what=_WHAT)

    def run(self, parts: Iterable[Part], task: Task) -> Iterator[Done]:
        """What became of each part, as it is done."""
        waiting = iter(parts)
        # Parts travel with their bytes; Dask warns of tasks that are as large.
        with (
            self._dask.config.set({"distributed.admin.large-graph-warning-threshold": "1GB"}),
            self._client() as client,
        ):
            room = _AHEAD * max(1, sum(client.nthreads().values()))
            given = {self._submit(client, task, part): part for part in islice(waiting, room)}
            flow = self._distributed.as_completed(list(given))
            for future in flow:
                part = given.pop(future)
                more = next(waiting, None)
                if more is not None:
                    new = self._submit(client, task, more)
                    given[new] = more
                    flow.add(new)
                yield self._result(future, part, task)

    def _submit(self, client: Any, task: Task, part: Part) -> Any:
        return client.submit(task, part, pure=False, key=f"hudna-{part.number:06}-{part.digest}", retries=0)

    def _result(self, future: Any, part: Part, task: Task) -> Done:
        try:
            done: Done = future.result()
            return done
        except self._distributed.scheduler.KilledWorker:
            return carefully(part, task)
        finally:
            future.release()

    @contextmanager
    def _client(self) -> Iterator[Any]:
        """A client of the cluster, which is stopped at the end where it was started here."""
        if self._scheduler is not None:
            try:
                client = self._distributed.Client(self._scheduler)
            except (OSError, TimeoutError) as error:
                raise EngineFailed(
                    f"there is no Dask scheduler at {self._scheduler}: {error}",
                    hint="start one (dask scheduler), or leave --scheduler out",
                ) from None
            with client:
                yield client
            return
        with (
            self._distributed.LocalCluster(
                n_workers=self._workers, threads_per_worker=1, processes=True, dashboard_address=None
            ) as cluster,
            self._distributed.Client(cluster) as client,
        ):
            yield client
