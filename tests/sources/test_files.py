"""Files and streams become articles."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from hudna import errors
from hudna.model import Article
from hudna.sources import MAX_DOCUMENT, MAX_LINE, Rejected, files, read_documents

# sarat-il-hudna fi-s-sahl
TEXT = "سرت الهدنة في السهل"


def row(text: str = TEXT, **more: object) -> str:
    """A line of JSONL."""
    return json.dumps({"text": text} | more, ensure_ascii=False) + "\n"


def only_error(path: Path | str) -> errors.HudnaError:
    """The error that reading one input gives, and nothing else."""
    (rejected,) = read_documents([path])
    assert isinstance(rejected, Rejected)
    assert rejected.error.hint
    assert rejected.error.file == str(path)
    return rejected.error


def shown(documents: Iterator[Article | Rejected]) -> list[str]:
    """Texts of articles, and codes with lines of rejections, in order."""
    return [f"{d.error.code}:{d.error.line}" if isinstance(d, Rejected) else d.text for d in documents]


def test_text_file_is_one_document(tmp_path: Path) -> None:
    """The whole file is the body; day and language are those given."""
    path = tmp_path / "report.txt"
    path.write_bytes(f"\ufeff{TEXT}\r\n\r\nسطر\r\n".encode())

    (article,) = read_documents([path], published=date(2025, 2, 3))

    assert isinstance(article, Article)
    assert article.text == f"{TEXT}\n\nسطر"
    assert (article.lang, article.published, article.given_id) == ("ar", date(2025, 2, 3), None)


def test_rows_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    """A row a document; blank lines and a byte order mark are passed over."""
    path = tmp_path / "rows.JSONL"
    path.write_text("\ufeff" + row("واحد") + "\n" + row("اثنان") + row("ثلاثة").rstrip("\n"), encoding="utf-8")

    assert shown(read_documents([path])) == ["واحد", "اثنان", "ثلاثة"]


def test_broken_line_in_the_middle_costs_that_line_only(tmp_path: Path) -> None:
    """A line that can't be read is told with its number, and the rest goes on."""
    path = tmp_path / "rows.jsonl"
    path.write_text(
        row("أول") + '{"text": "ثا\n' + row("ثالث") + row("رابع", published="31 June") + "[1]\n",
        encoding="utf-8",
    )

    assert shown(read_documents([path])) == ["أول", "HUD106:2", "ثالث", "HUD107:4", "HUD106:5"]


def test_files_after_a_bad_one_are_read(tmp_path: Path) -> None:
    """One bad input does not hide the others."""
    good = tmp_path / "good.txt"
    good.write_text(TEXT, encoding="utf-8")

    assert shown(read_documents([tmp_path / "none.txt", good])) == ["HUD101:None", TEXT]


@pytest.mark.parametrize(
    ("name", "content", "error", "says"),
    [
        ("empty.txt", b"", errors.EmptyInput, "empty"),
        ("blank.txt", b" \n\t\n", errors.EmptyInput, "empty"),
        ("mark.txt", b"\xef\xbb\xbf", errors.EmptyInput, "no text"),
        ("empty.jsonl", b"\n\n", errors.EmptyInput, "no row"),
        ("report.pdf", b"%PDF-1.4\n%\xe2\xe3", errors.NotText, "PDF"),
        ("rows.jsonl", b"%PDF-1.4\n%\xe2\xe3", errors.NotText, "PDF"),
        ("noise.txt", bytes(range(256)), errors.NotText, "binary"),
        ("late-nul.txt", b"a" * 9000 + b"\x00", errors.NotText, "binary"),
        ("list.json", b"[]", errors.BadRow, "one a line"),
        ("plain.jsonl", b"plain text\n", errors.BadRow, "'plain text'"),
    ],
)
def test_file_that_is_no_document_is_refused(
    tmp_path: Path, name: str, content: bytes, error: type[errors.HudnaError], says: str
) -> None:
    """The error says what the file is, names it, and has a hint."""
    path = tmp_path / name
    path.write_bytes(content)

    found = only_error(path)

    assert isinstance(found, error)
    assert says in found.message


def test_missing_file_is_not_found(tmp_path: Path) -> None:
    """A path that leads nowhere is told as such."""
    assert isinstance(only_error(tmp_path / "none.txt"), errors.NotFound)


def test_directory_is_told_from_a_file(tmp_path: Path) -> None:
    """A directory is refused with a hint on how to give its files."""
    assert isinstance(only_error(tmp_path), errors.IsDirectory)


def test_file_without_permission_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses is said in plain words."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)

    found = only_error(tmp_path / "locked.txt")

    assert found.message == "permission denied"
    assert "right to read" in str(found.hint)


class Endless(io.RawIOBase):
    """A stream without end that counts what was read of it."""

    def __init__(self, block: bytes) -> None:
        self.block = block
        self.taken = 0

    def readable(self) -> bool:
        """It can be read."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower is enough
        """Fill the buffer."""
        start = self.taken % len(self.block)
        size = min(len(buffer), len(self.block) - start)
        buffer[:size] = self.block[start : start + size]
        self.taken += size
        return size


def test_large_text_is_refused_before_it_is_read_whole() -> None:
    """Of a text without end no more than the limit is read."""
    endless = Endless(("كلمة " * 2000).encode())

    (rejected,) = read_documents(["-"], stdin=io.BufferedReader(endless))

    assert isinstance(rejected, Rejected)
    assert isinstance(rejected.error, errors.TooLarge)
    assert endless.taken <= MAX_LINE + MAX_DOCUMENT + 1_000_000


def test_large_file_is_refused(tmp_path: Path) -> None:
    """A text beyond the limit is refused, with the limit and what to do."""
    path = tmp_path / "large.txt"
    path.write_bytes(b"word " * (MAX_DOCUMENT // 5 + 1))

    found = only_error(path)

    assert isinstance(found, errors.TooLarge)
    assert "5 MB" in found.message
    assert "JSONL" in str(found.hint)


def test_line_that_is_too_long_is_refused_and_the_next_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line beyond the limit is passed over without being held, and the count of lines goes on."""
    monkeypatch.setattr(files, "MAX_LINE", 100)
    stream = io.BytesIO((row("أول") + row("x" * 1000) + row("ثالث") + "[]\n").encode())

    assert shown(read_documents(["-"], stdin=stream)) == ["أول", "HUD104:2", "ثالث", "HUD106:4"]


def test_rows_are_read_as_they_are_asked_for() -> None:
    """A stream of rows without end gives its first ones at once, in the memory of a few."""
    endless = Endless(row("هدنة السهل " * 200).encode())
    documents = read_documents(["-"], stdin=io.BufferedReader(endless))
    next(documents)
    tracemalloc.start()
    try:
        for _ in range(300):
            assert isinstance(next(documents), Article)
        held, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 2_000_000
    assert held < 1_000_000


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TEXT, [TEXT]),
        ("\n\n  " + row("صف"), ["صف"]),
        (row("صف") + "broken\n", ["صف", "HUD106:2"]),
        ("\n" + row("صف") + "{\n", ["صف", "HUD106:3"]),
        ("سطر\n{ليس صفا}", ["سطر\n{ليس صفا}"]),
        ("", ["HUD102:None"]),
    ],
)
def test_standard_input_is_rows_or_one_text(content: str, expected: list[str]) -> None:
    """The first character that is not blank decides."""
    stream = io.BytesIO(content.encode())

    assert shown(read_documents(["-"], stdin=stream)) == expected


def test_error_of_standard_input_names_it() -> None:
    """There is no file to name, so the message says where it came from."""
    (rejected,) = read_documents(["-"], stdin=io.BytesIO(b""))

    assert isinstance(rejected, Rejected)
    assert rejected.error.where == "(standard input)"


@pytest.mark.parametrize("name", ["rows.log", "rows.json", "rows"])
def test_rows_are_known_by_their_first_line(tmp_path: Path, name: str) -> None:
    """A file of rows with another suffix, or none as a pipe, is no single text."""
    path = tmp_path / name
    path.write_text('\n{"id": "a", "text": "first"}\n{"id": "b", "text": "second"}\n', encoding="utf-8")

    found = list(read_documents([path]))

    assert [article.given_id for article in found if not isinstance(article, Rejected)] == ["a", "b"]


@pytest.mark.parametrize(("text", "says"), [('{\n "text": "a"\n}', "jq -c ."), ('[{"text": "a"}]', "jq -c '.[]'")])
def test_json_over_several_lines_is_refused(tmp_path: Path, text: str, says: str) -> None:
    """The hint fits what the file holds."""
    path = tmp_path / "rows.txt"
    path.write_text(text, encoding="utf-8")

    assert says in str(only_error(path).hint)


def test_text_in_braces_stays_a_text(tmp_path: Path) -> None:
    """A brace alone does not make rows."""
    path = tmp_path / "report.txt"
    path.write_text("{A note of the desk} The truce holds.", encoding="utf-8")

    (article,) = read_documents([path])

    assert not isinstance(article, Rejected)
