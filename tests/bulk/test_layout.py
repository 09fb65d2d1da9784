"""What lies in an output, and what is done to it."""

from __future__ import annotations

from pathlib import Path

import pytest

from hudna.bulk.layout import Layout, held, refuse_strangers, write_whole
from hudna.errors import JobBusy, OutputError


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    """An output with its directories."""
    made = Layout(tmp_path / "out")
    made.make()
    return made


def test_two_runs_at_one_output_are_refused(layout: Layout) -> None:
    """The second is told so; when the first is over the output is free."""
    with held(layout), pytest.raises(JobBusy), held(layout):
        pass
    with held(layout):
        pass


def test_foreign_directory_is_left_alone(tmp_path: Path) -> None:
    """Nothing is written among files that are not ours."""
    (tmp_path / "thesis.docx").touch()

    with pytest.raises(OutputError, match="something else"):
        refuse_strangers(Layout(tmp_path))
    with pytest.raises(OutputError, match="a file"):
        refuse_strangers(Layout(tmp_path / "thesis.docx"))
    refuse_strangers(Layout(tmp_path / "new"))


def test_clearing_leaves_what_is_not_ours(layout: Layout) -> None:
    """A note that somebody has laid into the output stays."""
    (layout.out / "note.txt").write_text("mine", encoding="utf-8")
    layout.clear()

    assert [path.name for path in layout.out.iterdir()] == ["note.txt"]


def test_half_written_files_are_swept_away(layout: Layout) -> None:
    """What a killed worker was writing goes; whole files stay."""
    whole, half = layout.table("events", 3), layout.table("events", 4)
    write_whole(whole, b"whole")
    half.with_name(f".{half.name}.77.tmp").write_bytes(b"ha")
    layout.sweep()

    assert [path.name for path in whole.parent.iterdir()] == ["part-000003.parquet"]


def test_file_that_can_not_be_written_leaves_nothing(layout: Layout) -> None:
    """Neither a file nor a part of one is left behind."""
    target = layout.out / "events"
    with pytest.raises(OSError, match=r"."):
        write_whole(target, b"over a directory")

    assert not [path for path in layout.out.iterdir() if path.name.startswith(".")]
