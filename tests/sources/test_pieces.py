"""Files are cut into pieces, and pieces read."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from hudna.errors import BadRow, HudnaError, NotText, TooLarge
from hudna.model.article import Article
from hudna.sources import Defaults, Rejected
from hudna.sources.files import MAX_LINE
from hudna.sources.pieces import Piece, cut_file, is_bulk_file, read_piece

NOTHING = Defaults()


def write(path: Path, count: int = 40) -> bytes:
    """Write so many rows; what was written."""
    raw = "".join(json.dumps({"id": n, "text": f"تقرير رقم {n}"}, ensure_ascii=False) + "\n" for n in range(count))
    path.write_bytes(raw.encode())
    return raw.encode()


def documents(pieces: list[Piece]) -> list[tuple[int, Article | Rejected]]:
    """What the pieces hold."""
    return [found for piece in pieces for found in read_piece(piece, defaults=NOTHING)]


@pytest.mark.parametrize("size", [1, 100, 1000, 1 << 20])
def test_any_size_gives_the_same_rows(tmp_path: Path, size: int) -> None:
    """Pieces end at line ends, and rows keep their numbers in the file."""
    raw = write(tmp_path / "a.jsonl")

    pieces = list(cut_file(tmp_path / "a.jsonl", size=size))

    assert b"".join(piece.payload for piece in pieces) == raw
    found = documents(pieces)
    assert [(n, a.given_id) for n, a in found if isinstance(a, Article)] == [(n + 1, str(n)) for n in range(40)]
    assert [piece.first for piece in pieces] == [1 + sum(p.rows for p in pieces[:n]) for n in range(len(pieces))]


def test_last_line_needs_no_end(tmp_path: Path) -> None:
    """A file whose last line is not ended has that line."""
    raw = write(tmp_path / "a.jsonl", 3).rstrip(b"\n")
    (tmp_path / "a.jsonl").write_bytes(raw)

    (piece,) = cut_file(tmp_path / "a.jsonl", size=1 << 20)

    assert (piece.rows, piece.payload, piece.begun(2).rows) == (3, raw, 2)


def test_line_that_is_too_long_costs_itself(tmp_path: Path) -> None:
    """Its rest is not held, it is rejected, and the line after it has its number."""
    row = b'{"text": "abc"}\n'
    (tmp_path / "a.jsonl").write_bytes(row + b'{"text": "' + b"x" * (2 * MAX_LINE) + b'"}\n' + row)

    pieces = list(cut_file(tmp_path / "a.jsonl", size=1000))
    (first, _), (second, rejected), (third, _) = documents(pieces)

    assert (first, second, third) == (1, 2, 3)
    assert isinstance(rejected, Rejected)
    assert isinstance(rejected.error, TooLarge)
    assert max(len(piece.payload) for piece in pieces) <= MAX_LINE + 2000


def test_bad_lines_have_their_number(tmp_path: Path) -> None:
    """Blank lines count, and are no rows."""
    (tmp_path / "a.jsonl").write_bytes(b'\n{"text": "abc"}\n\n{bad\n')

    numbers = {n: type(found).__name__ for n, found in documents(list(cut_file(tmp_path / "a.jsonl", size=5)))}

    assert numbers == {2: "Article", 4: "Rejected"}


def test_what_a_file_is_its_bytes_tell(tmp_path: Path) -> None:
    """Rows behind a suffix that says nothing are rows, packed or not."""
    raw = write(tmp_path / "a.jsonl", 3)
    (tmp_path / "export.txt").write_bytes(gzip.compress(raw))

    (piece,) = cut_file(tmp_path / "export.txt", size=1 << 20)

    assert (piece.kind, piece.payload) == ("lines", raw)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", b"a report in plain words"),
        ("a.jsonl", b"%PDF-1.7"),
        ("a.jsonl", '{"text": "abc"}'.encode("utf-16")),
        ("a.jsonl.gz", gzip.compress(b"\x89PNG")),
    ],
)
def test_other_files_are_refused(tmp_path: Path, name: str, raw: bytes) -> None:
    """A text, a PDF, a picture: the error says what is read."""
    (tmp_path / name).write_bytes(raw)

    with pytest.raises(NotText):
        list(cut_file(tmp_path / name, size=1000))


def test_empty_file_has_no_pieces(tmp_path: Path) -> None:
    """Of many files some are empty; that is no error."""
    (tmp_path / "a.jsonl").touch()

    assert list(cut_file(tmp_path / "a.jsonl", size=1000)) == []


def test_equal_pieces_have_equal_digests(tmp_path: Path) -> None:
    """The digest is of the content, and of nothing else."""
    write(tmp_path / "a.jsonl")
    (tmp_path / "b.jsonl").write_bytes((tmp_path / "a.jsonl").read_bytes())
    one, other = (list(cut_file(tmp_path / name, size=300)) for name in ("a.jsonl", "b.jsonl"))

    assert [piece.digest for piece in one] == [piece.digest for piece in other]
    assert len({piece.digest for piece in one}) == len(one) > 3


@pytest.mark.parametrize("name", ["a.jsonl", "A.JSONL.GZ", "a.b.ndjson.zst", "a.parquet", "a.warc.gz", "a.warc.wet.gz"])
def test_files_are_known_by_their_suffix(name: str) -> None:
    """So a directory's files are chosen."""
    assert is_bulk_file(Path(name))


@pytest.mark.parametrize("name", ["a.txt", "a.json", "a.gz", "jsonl", "a.jsonl.bak"])
def test_other_suffixes_are_left_out(name: str) -> None:
    """What might be anything is only read when it is named."""
    assert not is_bulk_file(Path(name))


def test_missing_file_is_told(tmp_path: Path) -> None:
    """As with any input."""
    with pytest.raises(HudnaError, match="no such file"):
        list(cut_file(tmp_path / "none.jsonl", size=1000))


def test_row_that_is_no_object_is_a_bad_row(tmp_path: Path) -> None:
    """A piece is read with the checks of any JSONL."""
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "abc"}\n["abc"]\n')
    _, (_, rejected) = documents(list(cut_file(tmp_path / "a.jsonl", size=1000)))

    assert isinstance(rejected, Rejected)
    assert isinstance(rejected.error, BadRow)
