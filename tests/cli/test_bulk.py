"""`hudna bulk`."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hudna.bulk import Progress
from hudna.cli import bulk
from tests.bulk.jobs import corpus_file, read, write_lines, written

from .runs import REPORT, command, process, run

COUNT = 500


def long_reports(path: Path, count: int) -> Path:
    """A file with so many documents of some 5 kB."""
    text = "\n".join([REPORT] * 10)
    return write_lines(path, (json.dumps({"id": n, "text": text}, ensure_ascii=False) for n in range(count)))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled corpus as a file."""
    return corpus_file(tmp_path_factory.mktemp("corpus"))


def test_archive_becomes_tables(source: Path, tmp_path: Path) -> None:
    """Nothing is printed but how it went, on standard error."""
    done = process(["bulk", source, tmp_path / "out", "--workers", "1"])

    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode().startswith("hudna: 22 documents coded in ")
    assert "a second" in done.stderr.decode()
    assert len(read(tmp_path / "out", "documents")) == 22


def test_quiet_job_says_nothing(source: Path, tmp_path: Path) -> None:
    """With --quiet a job that goes well is silent."""
    done = process(["bulk", source, tmp_path / "out", "--workers", "1", "--quiet"])

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_second_run_codes_nothing_and_overwrite_all(source: Path, tmp_path: Path) -> None:
    """The same command again says what was done before; --overwrite does it anew."""
    args: list[str | Path] = ["bulk", source, tmp_path / "out", "--workers", "1"]
    process(args)

    again, anew = process(args), process([*args, "--overwrite"])

    assert "0 documents coded" in again.stderr.decode()
    assert "22 documents done before" in again.stderr.decode()
    assert "22 documents coded" in anew.stderr.decode()


def test_bad_rows_are_counted_and_the_exit_code_says_so(tmp_path: Path) -> None:
    """Some bad rows: 1, as with `hudna read`; none but bad ones: 3."""
    some = write_lines(tmp_path / "some.jsonl", [json.dumps({"text": REPORT}), "{broken"])
    none = write_lines(tmp_path / "none.jsonl", ["{broken", "[]"])

    first = process(["bulk", some, tmp_path / "a", "--workers", "1"])
    second = process(["bulk", none, tmp_path / "b", "--workers", "1"])

    assert first.returncode == 1
    assert f"1 error (see {tmp_path / 'a'}/errors)" in first.stderr.decode()
    assert second.returncode == 3


@pytest.mark.parametrize(
    ("name", "code", "exit_code"), [("none.jsonl", "HUD101", 3), (".", "HUD102", 3)], ids=["missing", "nothing in it"]
)
def test_wrong_input_is_told_before_anything_is_made(tmp_path: Path, name: str, code: str, exit_code: int) -> None:
    """The error names the input; no output appears."""
    result = run("bulk", tmp_path / name, tmp_path / "out")

    assert result.exit_code == exit_code
    assert result.stderr.startswith(f"hudna: {code} {tmp_path / name}")
    assert not (tmp_path / "out").exists()


def test_output_of_another_job_ends_with_8(source: Path, tmp_path: Path) -> None:
    """The error says in what the jobs differ, and what to do."""
    process(["bulk", source, tmp_path / "out", "--workers", "1", "--limit", "1"])
    result = run("bulk", source, tmp_path / "out", "--limit", "2")

    assert result.exit_code == 8
    assert "HUD801" in result.stderr
    assert "limit" in result.stderr
    assert "--overwrite" in result.stderr


def test_missing_extra_names_the_command(source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pyarrow is not installed, one is told what to install, and nothing is made."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    result = run("bulk", source, tmp_path / "out")

    assert result.exit_code == 7
    assert "HUD701" in result.stderr
    assert "pip install 'hudna[bulk]'" in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("engine", ["dask", "spark"])
def test_missing_engine_names_the_command(
    source: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    """Each engine has an extra of its name."""
    monkeypatch.setitem(sys.modules, {"dask": "distributed", "spark": "pyspark.sql"}[engine], None)
    result = run("bulk", source, tmp_path / "out", "--engine", engine)

    assert result.exit_code == 7
    assert f"pip install 'hudna[{engine}]'" in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT for others")
def test_interrupted_job_is_taken_up(tmp_path: Path) -> None:
    """After Ctrl-C finished parts are there and no worker is left; the same command does the rest."""
    source = long_reports(tmp_path / "rows.jsonl", COUNT)
    args: list[str | Path] = ["bulk", source, tmp_path / "out", "--workers", "1", "--part-size", "1"]
    running = subprocess.Popen(command(args), stderr=subprocess.PIPE, start_new_session=True)
    markers = tmp_path / "out" / "_hudna" / "done"
    until(lambda: any(markers.glob("*.json")))
    os.killpg(running.pid, signal.SIGINT)
    _, told = running.communicate(timeout=60)

    assert running.returncode == 130
    assert "give the same command to go on" in told.decode()
    assert not processes_of(running.pid)
    finished = len(list(markers.glob("*.json")))
    again = process(args)

    assert again.returncode == 0
    assert 0 < finished < len(list(markers.glob("*.json")))
    assert "done before" in again.stderr.decode()
    assert [row["given_id"] for row in read(tmp_path / "out", "documents")] == [str(n) for n in range(COUNT)]


def until(true: object, seconds: float = 60) -> None:
    """Wait for something to become true."""
    assert callable(true)
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends
        time.sleep(0.02)


def processes_of(group: int) -> bool:
    """Whether a process of the group is left; one that ends now is given a moment."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.05)
    return True


def test_number_of_workers_changes_nothing(source: Path, tmp_path: Path) -> None:
    """One process or three: the same bytes."""
    for name, workers in (("one", "1"), ("three", "3")):
        process(["bulk", source, tmp_path / name, "--workers", workers])

    assert written(tmp_path / "one") == written(tmp_path / "three")


def a_progress(**more: int) -> Progress:
    """Half of a job, with what is given changed."""
    facts = {"bytes": 500, "rows": 100, "parts": 2, "documents": 100, "errors": 0, "before": 0, **more}
    return Progress(total=1000, limit=None, **facts)


def test_progress_tells_rate_and_time_left() -> None:
    """As fast as so far, the other half takes as long as the first."""
    assert bulk.told(a_progress(), seconds=20) == "100 documents, 5 a second, 20 s left"
    assert bulk.told(a_progress(errors=1), seconds=20) == "100 documents, 5 a second, 1 error, 20 s left"


def test_what_was_done_before_makes_nobody_faster() -> None:
    """Rate and time left are those of this run."""
    assert bulk.told(a_progress(before=50), seconds=20) == "100 documents, 2 a second, 40 s left"


def test_nothing_is_left_at_the_end() -> None:
    """A job that is done has no time left to tell."""
    assert bulk.told(a_progress(bytes=1000), seconds=20) == "100 documents, 5 a second"


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.04, "0.0 s"), (9.96, "10.0 s"), (59, "59 s"), (61, "1 min 01 s"), (7300, "2 h 01 min")]
)
def test_durations_are_said_as_people_do(seconds: float, said: str) -> None:
    """Seconds, then minutes, then hours."""
    assert bulk.duration(seconds) == said


def test_bar_is_drawn_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A terminal sees a bar that goes away; a file sees a line now and then."""

    def steps() -> Iterator[Progress]:
        yield a_progress()
        yield a_progress(bytes=1000)

    monkeypatch.setattr("hudna.cli.bulk._EVERY", 0.0)
    assert len(list(bulk._shown(steps(), quiet=False))) == 2
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition(",")[0] for line in lines] == ["hudna: 50%", "hudna: 100%"]

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert len(list(bulk._shown(steps(), quiet=False))) == 2
    assert "100 documents" in capsys.readouterr().err
