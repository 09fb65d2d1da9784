"""Web archives become articles."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from hudna.errors import DamagedInput
from hudna.model.article import Article
from hudna.sources import Defaults, Rejected
from hudna.sources.pieces import cut_file, read_piece
from tests.sources.archives import SENTENCE, SITE, TITLE, a_page, answer, packed, record

pytest.importorskip("fastwarc", reason="needs the extra `warc`: pip install 'hudna[warc]'")
pytest.importorskip("trafilatura", reason="needs the extra `warc`: pip install 'hudna[warc]'")


def documents(path: Path, size: int = 1 << 20) -> list[tuple[int, Article | Rejected]]:
    """What the archive holds."""
    return [found for piece in cut_file(path, size=size) for found in read_piece(piece, defaults=Defaults())]


def archive(directory: Path, *records: bytes) -> Path:
    """A packed archive with these records."""
    path = directory / "a.warc.gz"
    path.write_bytes(packed(*records))
    return path


def test_page_becomes_its_story(tmp_path: Path) -> None:
    """Title and story are taken, menu and footer are not; the page tells day and outlet, its letters the language."""
    ((number, article),) = documents(archive(tmp_path, record(answer(a_page()))))

    assert isinstance(article, Article)
    assert article.text.startswith(f"{TITLE}\n\n{SENTENCE}")
    assert "menu" not in article.text
    assert (number, article.published, article.outlet) == (1, date(2025, 2, 3), SITE)
    assert (article.url, article.lang) == ("http://sahl.example/1", "ar")


def test_day_of_fetching_is_not_that_of_publication(tmp_path: Path) -> None:
    """A page that tells no day has none."""
    ((_, article),) = documents(archive(tmp_path, record(answer(a_page(day=None)))))

    assert isinstance(article, Article)
    assert article.published is None


def test_packed_pages_are_unpacked(tmp_path: Path) -> None:
    """Servers pack what they send, and archives keep it so."""
    body = gzip.compress(a_page())
    ((_, article),) = documents(archive(tmp_path, record(answer(body, more="Content-Encoding: gzip\r\n"))))

    assert isinstance(article, Article)
    assert SENTENCE in article.text


def test_only_pages_that_were_given_are_read(tmp_path: Path) -> None:
    """Errors of servers, pictures and the archive's own notes are no documents; records keep their number."""
    found = documents(
        archive(
            tmp_path,
            record(b"software: test\r\n", type="warcinfo", kind="application/warc-fields"),
            record(answer(a_page(), status="404 Not Found")),
            record(answer(b"\x89PNG", kind="image/png")),
            record(answer(a_page())),
        )
    )

    assert [number for number, _ in found] == [4]


def test_texts_of_pages_are_read_as_they_are(tmp_path: Path) -> None:
    """Archives of texts (WET) need no extraction."""
    ((_, article),) = documents(archive(tmp_path, record(SENTENCE.encode(), type="conversion")))

    assert isinstance(article, Article)
    assert article.text == SENTENCE


def test_page_without_a_story_is_rejected(tmp_path: Path) -> None:
    """It is told, so that one can see how many there are."""
    ((number, rejected),) = documents(archive(tmp_path, record(answer(a_page(story=False)))))

    assert isinstance(rejected, Rejected)
    assert (number, rejected.error.code, rejected.error.line) == (1, "HUD102", 1)


def test_pieces_of_an_archive_hold_each_page_once(tmp_path: Path) -> None:
    """Whatever their size; the first pages of a piece are a piece."""
    pages = [record(answer(a_page()), url=f"http://sahl.example/{n}") for n in range(5)]
    path = archive(tmp_path, *pages)

    pieces = list(cut_file(path, size=3000))

    assert len(pieces) > 1
    assert documents(path, 3000) == documents(path, 1 << 20)
    whole = next(cut_file(path, size=1 << 20))
    assert [n for n, _ in read_piece(whole.begun(2), defaults=Defaults())] == [1, 2]


def test_archive_that_ends_too_early_keeps_its_first_pages(tmp_path: Path) -> None:
    """What came before the break is read, then the break is told."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(packed(record(answer(a_page())), record(answer(a_page())))[:-300])

    pieces = cut_file(path, size=1 << 20)

    assert [n for n, _ in read_piece(next(pieces), defaults=Defaults())] == [1]
    with pytest.raises(DamagedInput):
        next(pieces)
