"""A job is planned, stopped, and taken up again."""

from __future__ import annotations

import contextlib
import dataclasses
import gzip
import importlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest

from hudna.bulk import forget, run
from hudna.bulk.engines.local import LocalEngine
from hudna.bulk.parts import Done, Part, Task
from hudna.errors import JobBusy, OtherJob
from tests.bulk.jobs import Inline, a_job, corpus_file, finish, read, written
from tests.sources.archives import packed, record
from tests.tools import ROOT


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled corpus as a file."""
    return corpus_file(tmp_path_factory.mktemp("corpus"))


@pytest.fixture(scope="module")
def expected(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The output of a job that nobody disturbs."""
    out = tmp_path_factory.mktemp("expected")
    finish(a_job(source, out), Inline())
    return written(out)


def test_stopped_job_goes_on_where_it_was(source: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    """Finished parts are not done again, and the end is that of an undisturbed run."""
    job = a_job(source, tmp_path)
    steps = run(job, Inline())
    next(steps)
    next(steps)
    steps.close()
    engine = Inline()

    last = finish(job, engine)

    assert engine.numbers == [2, 3, 4]
    assert written(tmp_path) == expected
    assert (last.documents, last.parts, last.share) == (22, 5, 1.0)
    assert 0 < last.before < 22


@pytest.mark.parametrize("moment", [1, 3])
def test_killed_job_goes_on_where_it_was(source: Path, expected: dict[str, bytes], tmp_path: Path, moment: int) -> None:
    """A job whose own process is killed leaves nothing half-done that a later run would trip over."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bulk.killed", str(source), str(tmp_path / "out"), str(moment)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr
    finished = {int(path.stem) for path in (tmp_path / "out" / "_hudna" / "done").glob("*.json")}
    engine = Inline()

    finish(a_job(source, tmp_path / "out"), engine)

    assert finished == set(range(moment))
    assert engine.numbers == [number for number in range(5) if number not in finished]
    assert written(tmp_path / "out") == expected


def test_finished_job_has_nothing_left_to_do(source: Path, tmp_path: Path) -> None:
    """Giving the command once more codes nothing, and says what there is."""
    finish(a_job(source, tmp_path), Inline())
    engine = Inline()

    again = finish(a_job(source, tmp_path), engine)

    assert engine.numbers == []
    assert (again.documents, again.before) == (22, 22)


def test_part_whose_files_are_gone_is_done_again(source: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    """A file that a crash has emptied, or that somebody has removed, comes back."""
    finish(a_job(source, tmp_path), Inline())
    (tmp_path / "events" / "part-000001.parquet").write_bytes(b"")
    (tmp_path / "times" / "part-000003.parquet").unlink()
    engine = Inline()

    finish(a_job(source, tmp_path), engine)

    assert engine.numbers == [1, 3]
    assert written(tmp_path) == expected


@pytest.mark.parametrize(
    ("change", "name"), [({"theatre": None}, "theatre"), ({"part_bytes": 9000}, "part_bytes"), ({"why": True}, "why")]
)
def test_output_of_another_job_is_refused(source: Path, tmp_path: Path, change: dict[str, object], name: str) -> None:
    """Two jobs are not mixed in one output; the error says in what they differ, and what to do."""
    finish(a_job(source, tmp_path), Inline())
    before = written(tmp_path)

    with pytest.raises(OtherJob, match=name) as told:
        finish(dataclasses.replace(a_job(source, tmp_path), **change), Inline())  # type: ignore[arg-type]

    assert "--overwrite" in str(told.value.hint)
    assert written(tmp_path) == before


def test_changed_input_is_refused(source: Path, tmp_path: Path) -> None:
    """An input that is not what it was when its parts were coded is told, with the part."""
    copy = tmp_path / "copy.jsonl"
    copy.write_bytes(source.read_bytes())
    finish(a_job(copy, tmp_path / "out"), Inline())
    copy.write_bytes(source.read_bytes().replace(b"2017-05-0", b"2018-05-0", 1))

    with pytest.raises(OtherJob, match="part 0"):
        finish(a_job(copy, tmp_path / "out"), Inline())


def test_forgotten_job_is_done_anew(source: Path, expected: dict[str, bytes], tmp_path: Path) -> None:
    """After the output is cleared another job may write there."""
    finish(a_job(source, tmp_path, theatre=None, part_bytes=2000), Inline())
    forget(str(tmp_path))
    finish(a_job(source, tmp_path), Inline())

    assert written(tmp_path) == expected


def test_output_is_ours_while_we_write(source: Path, tmp_path: Path) -> None:
    """A second run of the same job, started by mistake, is refused."""
    steps = run(a_job(source, tmp_path), Inline())
    next(steps)
    with pytest.raises(JobBusy):
        finish(a_job(source, tmp_path), Inline())
    steps.close()


def test_share_goes_to_one(source: Path, tmp_path: Path) -> None:
    """Progress grows with each part, with a limit too, and ends at the whole."""
    for name, limit in (("all", None), ("some", 7)):
        shares = [step.share for step in run(a_job(source, tmp_path / name, limit=limit), Inline())]
        assert shares == sorted(shares)
        assert 0 < shares[0] < shares[-1] == 1.0


def test_workers_may_be_in_another_directory(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An output that is named from where the job was started is found from anywhere."""

    class Elsewhere(Inline):
        """Works in another directory."""

        def run(self, parts: Iterable[Part], task: Task) -> Iterator[Done]:
            """What became of each part."""
            waiting = list(parts)
            with contextlib.chdir(tmp_path / "elsewhere"):
                done = list(super().run(waiting, task))
            yield from done

    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path)
    finish(a_job(source, Path("out")), Elsewhere())

    assert len(read(tmp_path / "out", "documents")) == 22


def test_limited_job_codes_the_first_rows(source: Path, tmp_path: Path) -> None:
    """No more than asked for, those that come first."""
    finish(a_job(source, tmp_path, limit=7), LocalEngine(workers=1))

    assert [row["row"] for row in read(tmp_path, "documents")] == list(range(1, 8))


def test_every_kind_of_input_gives_its_documents(tmp_path: Path) -> None:
    """Rows, packed rows, a table and a web archive in one directory are one job."""
    # qala mutahaddith inna al-hudnah qa'imah
    report = "قال متحدث إن الهدنة قائمة في السهل"
    line = json.dumps({"text": report, "published": "2025-02-03"}, ensure_ascii=False).encode() + b"\n"
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.jsonl").write_bytes(line)
    (folder / "b.jsonl.gz").write_bytes(gzip.compress(line))
    (folder / "c.ndjson.zst").write_bytes(importlib.import_module("zstandard").compress(line))
    table = importlib.import_module("pyarrow").table({"text": [report], "published": [date(2025, 2, 3)]})
    importlib.import_module("pyarrow.parquet").write_table(table, folder / "d.parquet")
    (folder / "e.warc.gz").write_bytes(packed(record(report.encode(), type="conversion")))

    done = finish(a_job(folder, tmp_path / "out", published=date(2025, 2, 3)), Inline())

    rows = read(tmp_path / "out", "documents")
    assert [Path(row["input"]).name[0] for row in rows] == ["a", "b", "c", "d", "e"]
    assert {(row["text"], row["published"]) for row in rows} == {(report, date(2025, 2, 3))}
    assert len(read(tmp_path / "out", "statements")) == 5
    assert done.share == 1.0
