"""A job's inputs are cut into parts, always the same."""

from __future__ import annotations

import gzip
import tracemalloc
from pathlib import Path

import pytest

from hudna.bulk.parts import cut, input_files, total_bytes
from hudna.errors import EmptyInput, NotFound
from tests.bulk.jobs import write_lines


def lines(count: int, start: int = 0) -> list[str]:
    """So many rows."""
    return [f'{{"id": {n}, "text": "report number {n}"}}' for n in range(start, start + count)]


def test_parts_hold_each_row_once(tmp_path: Path) -> None:
    """Joined, the parts of two files are the files; numbers and bytes add up."""
    files = (str(write_lines(tmp_path / "a.jsonl", lines(50))), str(write_lines(tmp_path / "b.jsonl", lines(30, 50))))

    parts = list(cut(files, size=500, limit=None))

    payload = b"".join(part.piece.payload for part in parts if part.piece)
    assert payload == b"".join(Path(name).read_bytes() for name in files)
    assert [part.number for part in parts] == list(range(len(parts)))
    assert sum(part.bytes for part in parts) == total_bytes(files)
    assert sum(part.rows for part in parts) == 80
    assert len(parts) > 5


def test_cutting_again_gives_the_same_parts(tmp_path: Path) -> None:
    """A job that is taken up finds its parts again."""
    files = (str(write_lines(tmp_path / "a.jsonl", lines(50))),)

    assert list(cut(files, size=300, limit=None)) == list(cut(files, size=300, limit=None))


@pytest.mark.parametrize("limit", [1, 10, 33, 79])
def test_limit_is_kept_across_files(tmp_path: Path, limit: int) -> None:
    """The first rows, wherever the parts end, and no more."""
    files = (str(write_lines(tmp_path / "a.jsonl", lines(40))), str(write_lines(tmp_path / "b.jsonl", lines(40, 40))))

    parts = list(cut(files, size=400, limit=limit))

    payload = b"".join(part.piece.payload for part in parts if part.piece)
    assert payload.decode().splitlines() == lines(limit)
    assert sum(part.rows for part in parts) == limit


def test_broken_archive_keeps_what_came_before_and_the_files_after(tmp_path: Path) -> None:
    """An archive that ends too early is one part with an error; the job goes on with the next input."""
    whole = write_lines(tmp_path / "a.jsonl", lines(20_000))
    packed = tmp_path / "a.jsonl.gz"
    packed.write_bytes(gzip.compress(whole.read_bytes())[:-100])
    after = write_lines(tmp_path / "b.jsonl", lines(3))

    *before, broken, last = cut((str(packed), str(after)), size=100_000, limit=None)

    assert broken.error is not None
    assert (broken.error.code, broken.piece, broken.digest) == ("HUD108", None, "damaged")
    payload = b"".join(part.piece.payload for part in before if part.piece)
    assert whole.read_bytes().startswith(payload)
    assert len(payload) > 500_000
    assert last.rows == 3


def test_memory_stays_flat_with_the_size_of_the_input(tmp_path: Path) -> None:
    """A file of ten times as many rows, packed or not, takes no more memory to cut."""
    small = write_lines(tmp_path / "small.jsonl", lines(20_000))
    large = tmp_path / "large.jsonl.gz"
    large.write_bytes(gzip.compress(small.read_bytes() * 10, 1))

    assert peak(large) < peak(small) + 300_000


def peak(path: Path) -> int:
    """The most bytes held while cutting the file into parts of 100 kB."""
    tracemalloc.start()
    try:
        for part in cut((str(path),), size=100_000, limit=None):
            assert part.error is None
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_directory_stands_for_its_files(tmp_path: Path) -> None:
    """In the order of their names, without other files, and without the job's own output."""
    for name in ("b.jsonl.zst", "a.parquet", "note.txt", "in/c.warc.gz", "out/documents/part-000000.parquet"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()

    found = input_files([str(tmp_path)], beside=tmp_path / "out")

    assert [Path(name).relative_to(tmp_path).as_posix() for name in found] == [
        "a.parquet",
        "b.jsonl.zst",
        "in/c.warc.gz",
    ]


def test_missing_input_is_told_before_anything_is_done(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a directory of nothing, is an error of the call."""
    with pytest.raises(NotFound):
        input_files([str(tmp_path / "none.jsonl")], beside=tmp_path)
    with pytest.raises(EmptyInput):
        input_files([str(tmp_path)], beside=tmp_path / "out")
