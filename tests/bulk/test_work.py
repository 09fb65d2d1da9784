"""The work on one part."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from hudna.bulk import work as work_module
from hudna.bulk.layout import Layout
from hudna.bulk.parts import Part, cut
from hudna.bulk.work import Work, pack_versions
from hudna.errors import EngineFailed
from hudna.model.article import Article
from hudna.pipeline import Kit, code_article
from tests.bulk.jobs import read, write_lines

# qala mutahaddith inna al-hudnah qa'imah
REPORT = '{"text": "قال متحدث إن الهدنة قائمة"}'


@pytest.fixture
def task(tmp_path: Path) -> Work:
    """Work that writes to a directory that is there."""
    Layout(tmp_path / "out").make()
    return Work(out=str(tmp_path / "out"), theatre=None, packs=pack_versions(None))


def a_part(tmp_path: Path, *lines: str) -> Part:
    """A part with these lines."""
    (part,) = cut((str(write_lines(tmp_path / "rows.jsonl", lines)),), size=1 << 20, limit=None)
    return part


def test_bad_document_is_a_row_of_errors(task: Work, tmp_path: Path) -> None:
    """It has file, line, code and what to do; the documents round it are coded."""
    done = task(a_part(tmp_path, REPORT, "{broken", "", '{"text": ""}', REPORT))

    errors = read(tmp_path / "out", "errors")
    assert [(row["row"], row["code"], row["error"]) for row in errors] == [
        (2, "HUD106", "BadRow"),
        (4, "HUD102", "EmptyInput"),
    ]
    assert all(row["input"] == str(tmp_path / "rows.jsonl") and row["message"] and row["hint"] for row in errors)
    assert [row["row"] for row in read(tmp_path / "out", "documents")] == [1, 5]
    assert (done.documents, done.errors, done.rows) == (2, 2, 5)


def test_fault_of_the_coder_costs_one_document(task: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A document on which our own code fails is told as such, and the job goes on."""

    def failing(article: Article, kit: Kit) -> object:
        if "fatal" in article.text:
            raise ZeroDivisionError("by chance")
        return code_article(article, kit)

    monkeypatch.setattr(work_module, "code_article", failing)
    task(a_part(tmp_path, REPORT, '{"text": "fatal words"}', REPORT))

    (error,) = read(tmp_path / "out", "errors")
    assert (error["row"], error["code"]) == (2, "HUD805")
    assert "ZeroDivisionError: by chance" in error["message"]
    assert len(read(tmp_path / "out", "documents")) == 2


def test_worker_with_other_packs_is_refused(task: Work, tmp_path: Path) -> None:
    """Two machines with two releases would write an output of two minds."""
    other = dataclasses.replace(task, packs={**task.packs, "lang/ar": "2001.1.1 sha256:0"})

    with pytest.raises(EngineFailed, match="other packs"):
        other(a_part(tmp_path, REPORT))


def test_doc_tells_rows_apart(task: Work, tmp_path: Path) -> None:
    """A document that stands twice in the input has one `doc_id`, and a `doc` for each time."""
    task(a_part(tmp_path, REPORT, REPORT))

    first, second = read(tmp_path / "out", "documents")
    assert first["doc_id"] == second["doc_id"]
    assert first["doc"] < second["doc"]


def test_marker_tells_what_is_there(task: Work, tmp_path: Path) -> None:
    """A finished part has a marker with the sizes of its files; without one of them it is not whole."""
    part = a_part(tmp_path, REPORT)
    task(part)
    layout = Layout(tmp_path / "out")
    marker = layout.marker_of(0)

    assert marker is not None
    assert (marker.digest, marker.documents, layout.is_whole(marker)) == (part.digest, 1, True)
    layout.table("events", 0).write_bytes(b"")
    assert not layout.is_whole(marker)
    layout.table("events", 0).unlink()
    assert not layout.is_whole(marker)
