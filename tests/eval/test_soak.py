"""The long run: its parts, and what it says where a tool is missing."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from tests.tools import load

soak = load("eval/soak.py")


def test_without_atheris_the_rest_still_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The part says what to install and finds nothing wrong; no folder is made."""
    monkeypatch.setattr(soak, "find_spec", lambda _: None)
    monkeypatch.setattr(soak, "FUZZ", tmp_path / "fuzz")

    assert soak.coverage(1, until=0.0) is None
    assert "atheris is not installed" in capsys.readouterr().out
    assert not (tmp_path / "fuzz").exists()


@pytest.mark.parametrize(
    ("code", "fault"), [(0, None), (77, "exit code 77; python eval/fuzz.py .fuzz/crashes/crash-1")]
)
def test_input_that_breaks_the_reader_is_named(
    code: int,
    fault: str | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the fuzzer ends badly, the fault names the file that it kept; an older one is not blamed."""
    crashes = tmp_path / ".fuzz" / "crashes"
    crashes.mkdir(parents=True)
    (crashes / "crash-0").touch()
    (tmp_path / "eval").mkdir()
    (tmp_path / "eval" / "fuzz.py").write_text(
        f"import pathlib, sys; code = {code}\n"
        "if code: pathlib.Path(sys.argv[-1]).parent.joinpath('crashes', 'crash-1').touch()\n"
        "sys.exit(code)\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(soak, "find_spec", lambda _: object())
    monkeypatch.setattr(soak, "ROOT", tmp_path)
    monkeypatch.setattr(soak, "FUZZ", tmp_path / ".fuzz")
    monkeypatch.setattr(soak, "words", lambda: ["x"])

    assert soak.coverage(1, until=0.0) == fault
    assert len(list((tmp_path / ".fuzz" / "corpus").iterdir())) > 40


def test_unknown_part_is_refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is no part is told with those that are."""
    monkeypatch.setenv("SOAK_PARTS", "kill")

    assert soak.main() == 2
    assert 'there is no part "kill"; there are kills, fuzz, coverage, scale, length' in capsys.readouterr().err


def test_part_that_comes_late_has_time_nonetheless() -> None:
    """A part whose end has gone by gets twenty seconds; one with more time keeps it."""
    now = time.monotonic()

    assert 19 < soak.at_least(now - 100) - now < 25
    assert soak.at_least(now + 500) == now + 500
