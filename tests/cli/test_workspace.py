"""Workspaces: making, finding, and reading hudna.toml."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from hudna.cli import workspace
from hudna.cli.workspace import find_workspace, make_workspace, read_workspace
from hudna.errors import DiskFull, HudnaError, WorkspaceError

from .runs import run

GOOD = 'theatre = "syria-2017"\nlanguages = ["ar"]\ntime_zone = "Asia/Damascus"\ncut_off_hour = 18\n'


def a_file(directory: Path, text: str) -> Path:
    """A hudna.toml with this text."""
    path = directory / "hudna.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_init_makes_a_workspace(tmp_path: Path) -> None:
    """hudna.toml and a ledger appear, and nothing else; the settings are those asked for."""
    place = tmp_path / "a" / "mission"

    result = run("init", place, "--theatre", "none")

    assert result.exit_code == 0
    assert sorted(p.name for p in place.iterdir()) == ["hudna.toml", "ledger.db"]
    made = find_workspace(str(place))
    assert (made.theatre, made.languages, made.cut_off_hour) == (None, ("ar",), 18)


def test_init_leaves_what_is_there(tmp_path: Path) -> None:
    """A second init changes nothing, and says that there is a workspace."""
    run("init", tmp_path)
    before = (tmp_path / "hudna.toml").read_bytes()

    result = run("init", tmp_path, "--theatre", "none")

    assert result.exit_code == 5
    assert "HUD500" in result.stderr
    assert (tmp_path / "hudna.toml").read_bytes() == before


def test_init_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the ledger can't be made, directory and file are taken back."""

    def fail(_: object) -> None:
        raise DiskFull("no room", hint="free some")

    monkeypatch.setattr(workspace, "_create_ledger", fail)

    result = run("init", tmp_path / "a" / "b")

    assert result.exit_code == 6
    assert list(tmp_path.iterdir()) == []


def test_init_does_not_touch_a_ledger_that_is_there(tmp_path: Path) -> None:
    """A file named ledger.db is somebody's: init fails and takes back its own file only."""
    (tmp_path / "ledger.db").write_bytes(b"mine")

    result = run("init", tmp_path)

    assert result.exit_code == 5
    assert [p.name for p in tmp_path.iterdir()] == ["ledger.db"]
    assert (tmp_path / "ledger.db").read_bytes() == b"mine"


def test_workspace_is_found_from_below(tmp_path: Path) -> None:
    """The nearest hudna.toml from a directory upwards is meant."""
    make_workspace(tmp_path, theatre="none")
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)

    assert find_workspace(None, start=below).directory == tmp_path.resolve()


def test_workspace_is_found_by_the_environment(tmp_path: Path) -> None:
    """HUDNA_WORKSPACE names the workspace where no option does."""
    make_workspace(tmp_path, theatre="none")

    assert run("documents", HUDNA_WORKSPACE=str(tmp_path)).exit_code == 0


@pytest.mark.parametrize("given", [None, "somewhere"])
def test_no_workspace_is_told_with_what_to_do(tmp_path: Path, given: str | None) -> None:
    """Where there is none, the hint says how to make one."""
    with pytest.raises(WorkspaceError) as caught:
        find_workspace(given, start=tmp_path)
    assert "hudna init" in str(caught.value.hint)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (GOOD + "cut_of_hour = 3\n", 5, 'did you mean "cut_off_hour"'),
        (GOOD.replace("18", "24"), 4, "no hour"),
        (GOOD.replace("18", "true"), 4, "no hour"),
        (GOOD.replace("Asia/Damascus", "Asia/Atlantis"), 3, "no time zone"),
        (GOOD.replace("Asia/Damascus", "../etc"), 3, "no time zone"),
        (GOOD.replace('["ar"]', '"ar"'), 2, "list"),
        (GOOD.replace("syria-2017", "atlantis"), 1, "no theatre"),
        (GOOD.replace('"syria-2017"', "2017"), 1, "quotation marks"),
        ("theatre = syria\n", 1, "not TOML"),
        (GOOD + "[views]\nx = 1\n", 5, '"views" is not a setting'),
    ],
)
def test_wrong_setting_is_told_with_its_line(tmp_path: Path, text: str, line: int, says: str) -> None:
    """The message names the file and the line, what is wrong, and what is accepted."""
    path = a_file(tmp_path, text)

    with pytest.raises(WorkspaceError) as caught:
        read_workspace(path)

    assert says in caught.value.message
    assert caught.value.where == f"{path}:{line}"
    assert caught.value.hint


def test_settings_may_be_left_out(tmp_path: Path) -> None:
    """An empty hudna.toml is a workspace with the usual settings."""
    read = read_workspace(a_file(tmp_path, ""))

    assert (read.theatre, read.cut_off_hour, read.ledger) == (None, 18, str(tmp_path / "ledger.db"))


def test_ledger_may_be_an_address(tmp_path: Path) -> None:
    """A URL stands as it is; a path is meant from the workspace."""
    read = read_workspace(a_file(tmp_path, 'ledger = "postgresql://host/name"\n'))

    assert read.ledger == "postgresql://host/name"


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("2025-02-03", datetime(2025, 2, 3, 15, tzinfo=UTC)),
        ("2025-02-03T12:00", datetime(2025, 2, 3, 9, tzinfo=UTC)),
        ("2025-02-03T12:00:00Z", datetime(2025, 2, 3, 12, tzinfo=UTC)),
    ],
)
def test_moment_is_on_the_clocks_of_the_workspace(tmp_path: Path, given: str, moment: datetime) -> None:
    """A day ends at the cut-off hour; a time without zone is that of the workspace."""
    assert read_workspace(a_file(tmp_path, GOOD)).moment(given) == moment


def test_moment_that_is_none_is_refused(tmp_path: Path) -> None:
    """Nothing is guessed about an unreadable moment."""
    with pytest.raises(HudnaError, match="no moment"):
        read_workspace(a_file(tmp_path, GOOD)).moment("last week")
