"""`hudna read`: documents in, what they say out, one at a time."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from hudna.cli.out import Sink, opened, report, say
from hudna.errors import HudnaError
from hudna.model.article import Article
from hudna.pipeline import code_article, load_kit, settle
from hudna.record import DocumentRecord, encode, render
from hudna.sources import Rejected, read_documents

SOME_FAILED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What to read, and with what."""

    files: tuple[str, ...]
    published: date | None
    lang: str | None
    theatre: str | None


@dataclass(slots=True)
class Tally:
    """How many documents were read, and which were not."""

    quiet: bool
    read: int = 0
    failed: int = 0
    first: HudnaError | None = None
    file: str = ""
    """The input that is being read."""

    def begin(self, file: str) -> None:
        """Take note of the input whose documents come next."""
        self.file = file

    def reject(self, error: HudnaError) -> None:
        """Count and report a document that could not be read."""
        self.failed += 1
        self.first = self.first or error
        report(error)

    def accept(self, article: Article) -> None:
        """Count a document; tell what was odd about its bytes."""
        self.read += 1
        if not self.quiet:
            place = f"{self.file} ({article.given_id})" if article.given_id else self.file
            for notice in article.notices:
                say(f"hudna: note {notice.code} {place}: {notice.reason}")

    @property
    def exit_code(self) -> int:
        """0 if all were read, 1 if some were not, else what the first error came to."""
        if self.first is None:
            return 0
        return SOME_FAILED if self.read else self.first.exit_code


def write_documents(reading: Reading, *, form: str, why: bool, output: str | None, quiet: bool) -> int:
    """Write what the documents say, and give the exit code."""
    tally = Tally(quiet)
    with opened(output) as sink:
        FORMS[form](sink, _records(reading, tally), why)
        sink.kept = tally.read > 0
    return tally.exit_code


def documents(reading: Reading, tally: Tally) -> Iterator[Article]:
    """The documents that can be read; the others are reported."""
    for document in read_documents(
        reading.files, published=reading.published, lang=reading.lang, stdin=sys.stdin.buffer, begin=tally.begin
    ):
        if isinstance(document, Rejected):
            tally.reject(document.error)
        else:
            tally.accept(document)
            yield document


def _records(reading: Reading, tally: Tally) -> Iterator[DocumentRecord]:
    kit = None
    for article in documents(reading, tally):
        # Packs are loaded for the first document only: a wrong path is told at once.
        if kit is None:
            kit = load_kit(reading.theatre)
            settle()
        yield render(code_article(article, kit))


def _write_lines(sink: Sink, records: Iterator[DocumentRecord], _why: bool) -> None:
    for record in records:
        sink.write(encode(record) + b"\n")
        sink.flush()  # Whoever reads a stream that goes on waits for each document.


def _write_cards(sink: Sink, records: Iterator[DocumentRecord], why: bool) -> None:
    from hudna.cli.cards import document_card
    from hudna.cli.screen import screen_for

    screen = screen_for(sink.stream, os.environ)
    for record in records:
        sink.write(screen.page(document_card(record, screen, why=why)))


def _write_page(sink: Sink, records: Iterator[DocumentRecord], why: bool) -> None:
    from hudna.cli.page import page

    for part in page(records, why=why):
        sink.write(part)


FORMS: dict[str, Callable[[Sink, Iterator[DocumentRecord], bool], None]] = {
    "table": _write_cards,
    "jsonl": _write_lines,
    "html": _write_page,
}
