"""Parquet tables become articles."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from hudna.errors import BadRow, DamagedInput
from hudna.model.article import Article
from hudna.sources import Defaults, Rejected
from hudna.sources.pieces import cut_file, read_piece

pyarrow = pytest.importorskip("pyarrow", reason="needs the extra `bulk`: pip install 'hudna[bulk]'")
parquet = pytest.importorskip("pyarrow.parquet")

# al-hudnah qa'imah
TEXT = "الهدنة قائمة في السهل"


def table(path: Path, columns: dict[str, Any], **more: Any) -> Path:
    """A Parquet file with these columns."""
    parquet.write_table(pyarrow.table(columns), path, **more)
    return path


def documents(path: Path, size: int = 1 << 20) -> list[tuple[int, Article | Rejected]]:
    """What the file holds."""
    return [found for piece in cut_file(path, size=size) for found in read_piece(piece, defaults=Defaults())]


def test_columns_are_fields(tmp_path: Path) -> None:
    """Title, body, id and outlet are read by name; other columns are left alone."""
    columns = {"id": [7], "title": ["عنوان"], "body": [TEXT], "outlet": ["sahl-press"], "score": [0.5]}
    ((number, article),) = documents(table(tmp_path / "a.parquet", columns))

    assert isinstance(article, Article)
    assert (number, article.given_id, article.outlet) == (1, "7", "sahl-press")
    assert article.text == f"عنوان\n\n{TEXT}"


@pytest.mark.parametrize(
    "given", ["2025-02-03", "2025-02-03T12:30:00Z", date(2025, 2, 3), datetime(2025, 2, 3, 12, 30, tzinfo=UTC)]
)
def test_days_may_be_text_days_or_times(tmp_path: Path, given: object) -> None:
    """Whatever the column's type, the day is the same."""
    ((_, article),) = documents(table(tmp_path / "a.parquet", {"text": [TEXT], "published": [given]}))

    assert isinstance(article, Article)
    assert article.published == date(2025, 2, 3)


def test_rows_keep_their_number_across_pieces_and_groups(tmp_path: Path) -> None:
    """Row groups of the file and pieces of ours need not fall together."""
    path = table(tmp_path / "a.parquet", {"id": range(2000), "text": [TEXT] * 2000}, row_group_size=300)

    pieces = list(cut_file(path, size=10_000))
    found = [row for piece in pieces for row in read_piece(piece, defaults=Defaults())]

    assert len(pieces) > 3
    assert [(n, a.given_id) for n, a in found if isinstance(a, Article)] == [(n + 1, str(n)) for n in range(2000)]
    assert pieces[-1].read == path.stat().st_size
    begun = list(read_piece(pieces[1].begun(2), defaults=Defaults()))
    assert begun == list(read_piece(pieces[1], defaults=Defaults()))[:2]


def test_bad_row_costs_itself(tmp_path: Path) -> None:
    """A row without text, or with a day that is none, is rejected with its number."""
    columns = {"text": [TEXT, None, TEXT], "published": [None, None, "soon"]}
    (_, first), (second, none), (third, soon) = documents(table(tmp_path / "a.parquet", columns))

    assert isinstance(first, Article)
    assert isinstance(none, Rejected)
    assert isinstance(soon, Rejected)
    assert (second, none.error.code, third, soon.error.code) == (2, "HUD106", 3, "HUD107")


def test_table_without_texts_is_refused(tmp_path: Path) -> None:
    """The error tells which columns there are."""
    with pytest.raises(BadRow, match="it has number, note"):
        documents(table(tmp_path / "a.parquet", {"number": [1], "note": ["x"]}))


def test_broken_table_is_damaged(tmp_path: Path) -> None:
    """A file that was cut has no footer."""
    path = table(tmp_path / "a.parquet", {"text": [TEXT] * 100})
    path.write_bytes(path.read_bytes()[:-20])

    with pytest.raises(DamagedInput):
        documents(path)
