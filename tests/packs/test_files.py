"""Pack files: what is wrong is told with file and line."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from hudna.errors import PackError
from hudna.packs.files import Manifest, label, packs_root, read_csv, read_manifest, read_yaml, scan_csv


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word with a number."""

    word: str
    value: int = 0


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_come_with_their_lines(tmp_path: Path) -> None:
    """Comments are passed over and still counted; blank cells take the default."""
    path = written(tmp_path / "words.csv", "value,word\n# a comment\n3,alpha\n,beta\n")
    assert read_csv(path, Row) == [(3, Row("alpha", 3)), (4, Row("beta"))]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (1, "value,colour\n1,red\n"),
        (1, ""),
        (3, "value,word\n1,alpha\nx,beta\n"),
        (2, "value,word\n1\n"),
        (2, "value,word\n1,two, three\n"),
        (2, "value,word\n1,\n"),
    ],
)
def test_bad_csv_names_file_and_line(line: int, text: str, tmp_path: Path) -> None:
    """An unknown column, a missing cell, one too many, a wrong type: each with its line and a hint."""
    path = written(tmp_path / "words.csv", text)
    with pytest.raises(PackError) as caught:
        read_csv(path, Row)
    assert (caught.value.file, caught.value.line) == (str(path), line)
    assert caught.value.hint


def test_all_faults_can_be_shown_at_once(tmp_path: Path) -> None:
    """Scanning goes on behind a wrong row."""
    path = written(tmp_path / "words.csv", "value,word\nx,alpha\n1,beta\ny,gamma\n")
    assert [(n, type(row)) for n, row in scan_csv(path, Row)] == [(2, PackError), (3, Row), (4, PackError)]


def test_yaml_scalars_are_text_until_typed(tmp_path: Path) -> None:
    """`no` stays a word and 12:30 a time of day."""
    path = written(tmp_path / "a.yml", "- no\n- 12:30\n")
    assert read_yaml(path, list[str]) == ["no", "12:30"]


def test_bad_yaml_names_its_line(tmp_path: Path) -> None:
    """Broken YAML is told with file and line."""
    path = written(tmp_path / "pack.yml", "name: a\nversion: [1\n")
    with pytest.raises(PackError) as caught:
        read_yaml(path, Manifest)
    assert caught.value.file == str(path)
    assert caught.value.line is not None


def test_unknown_key_is_told_by_name(tmp_path: Path) -> None:
    """A key that the schema does not know is named."""
    path = written(tmp_path / "pack.yml", "name: a\nversion: '1'\nowners: []\nsources: []\ncolour: red\n")
    with pytest.raises(PackError, match="colour"):
        read_yaml(path, Manifest)


def test_directory_without_manifest(tmp_path: Path) -> None:
    """A pack without pack.yml is told what to add."""
    with pytest.raises(PackError) as caught:
        read_manifest(tmp_path)
    assert "pack.yml" in str(caught.value)


def test_digest_follows_content(tmp_path: Path) -> None:
    """The digest of a pack changes with any of its files, and only then."""
    written(tmp_path / "pack.yml", "name: a\nversion: '1'\nowners: []\nsources: []\n")
    words = written(tmp_path / "words.csv", "word\nalpha\n")
    first = read_manifest(tmp_path)
    assert read_manifest(tmp_path).digest == first.digest
    words.write_text("word\nbeta\n", encoding="utf-8")
    assert read_manifest(tmp_path).digest != first.digest
    assert first.version.startswith("1 sha256:")


def test_label_is_short_for_shipped_packs(tmp_path: Path) -> None:
    """A shipped file is cited by its place among the packs, another by its name."""
    assert label(packs_root() / "lang" / "ar" / "cues.csv") == "lang/ar/cues.csv"
    assert label(tmp_path / "mine.csv") == "mine.csv"
