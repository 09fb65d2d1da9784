"""The tables hold what the record holds, and are described as they are."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from hudna.bulk.tables import FOUND, TABLES, columns
from hudna.pipeline import code_article, load_kit
from hudna.record import DocumentRecord, render
from hudna.sources.corpus import read_corpus
from tests.bulk.jobs import THEATRE, Inline, a_job, corpus_file, finish, read
from tests.tools import ROOT


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled corpus, coded with reasons."""
    out = tmp_path_factory.mktemp("coded")
    finish(a_job(corpus_file(tmp_path_factory.mktemp("source")), out, why=True), Inline())
    return out


@pytest.fixture(scope="module")
def records() -> list[DocumentRecord]:
    """The same documents as `hudna read` gives them."""
    kit = load_kit(THEATRE)
    return [render(code_article(article, kit)) for article in read_corpus()]


def test_documents_are_those_of_the_record(out: Path, records: list[DocumentRecord]) -> None:
    """Each document has a row, in the order of the input."""
    rows = read(out, "documents")

    assert [(row["given_id"], row["text"], row["published"], row["outlet"], row["lang"]) for row in rows] == [
        (r.id, r.text, r.published, r.outlet, r.lang) for r in records
    ]
    assert [row["row"] for row in rows] == list(range(1, len(records) + 1))


def test_every_finding_has_its_row(out: Path, records: list[DocumentRecord]) -> None:
    """No table lacks or adds anything; `n` is the index in the record."""
    given = {row["doc"]: row["given_id"] for row in read(out, "documents")}
    for table in FOUND:
        expected = [(r.id, n) for r in records for n in range(len(getattr(r, table)))]
        assert [(given[row["doc"]], row["n"]) for row in read(out, table)] == expected, table


def test_statement_is_told_in_words_and_spans(out: Path, records: list[DocumentRecord]) -> None:
    """What a row says of speaker, act and content is what the record says."""
    statements = [(r.text, s) for r in records for s in r.statements]

    for row, (text, statement) in zip(read(out, "statements"), statements, strict=True):
        assert (row["speaker"], row["act"], row["actor"]) == (statement.speaker, statement.act, statement.actor)
        assert row["content"] == [text[a:b] for a, b in statement.content]
        assert [(span["start"], span["stop"]) for span in row["content_spans"]] == statement.content
        assert {name: tuple(reasons) for name, reasons in row["why"]} == statement.why


def test_ids_are_those_of_the_ledger(out: Path) -> None:
    """A statement or event in a table can be looked up in a ledger."""
    from hudna.ledger.identity import event_ids, statement_ids

    kit = load_kit(THEATRE)
    coded = [(article.id, render(code_article(article, kit))) for article in read_corpus()]

    assert [row["statement_id"] for row in read(out, "statements")] == [
        key for article, record in coded for key in statement_ids(article, record)
    ]
    assert [row["event_id"] for row in read(out, "events")] == [
        key for article, record in coded for key in event_ids(article, record)
    ]


def test_files_say_how_they_were_made(out: Path) -> None:
    """The schema of each file names its table, the coder and the packs, and nothing that changes from run to run."""
    import importlib

    parquet = importlib.import_module("pyarrow.parquet")
    for table in TABLES:
        schema = parquet.read_schema(out / table / "part-000000.parquet")
        notes = {key.decode(): value.decode() for key, value in schema.metadata.items()}
        assert notes["hudna.table"] == table
        assert notes["hudna.schema"] == "hudna.bulk/1"
        assert "lang/ar" in json.loads(notes["hudna.packs"])
        assert set(notes) == {"hudna.table", "hudna.schema", "hudna.coder", "hudna.packs"}


def test_empty_tables_have_their_columns(tmp_path: Path) -> None:
    """Whoever reads the folder of a table in which there is nothing gets no error."""
    source = tmp_path / "one.jsonl"
    source.write_text('{"text": "nothing to be found here", "lang": "ar"}\n', encoding="utf-8")
    finish(a_job(source, tmp_path / "out"), Inline())

    assert {table: len(read(tmp_path / "out", table)) for table in TABLES if table != "documents"} == dict.fromkeys(
        (*FOUND, "errors"), 0
    )


def documented(table: str) -> list[tuple[str, str]]:
    """Names and types of a table's columns, as docs/bulk.md has them."""
    page = (ROOT / "docs" / "bulk.md").read_text(encoding="utf-8")
    section = page.partition(f"\n### `{table}`\n")[2].partition("\n### ")[0].partition("\n## ")[0]
    return re.findall(r"^\| `([a-z_]+)` \| `([^`]+)` \|", section, re.MULTILINE)


@pytest.mark.parametrize("table", TABLES)
def test_every_column_is_documented(table: str) -> None:
    """docs/bulk.md has each column of each table, with its type, in its order."""
    found: list[Any] = [(column.name, column.type) for column in columns(table, why=True)]

    assert documented(table) == found
