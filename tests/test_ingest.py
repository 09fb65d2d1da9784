"""Documents are coded and recorded one by one, with the shipped packs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from hudna.errors import BadRow
from hudna.ingest import add, recode
from hudna.ledger import Ledger, Receipt
from hudna.model import Article
from hudna.pipeline import Kit, code_article, load_kit
from hudna.sources import Rejected
from hudna.views import Filters, FoundDocument, find_one, list_documents

DAY = date(2025, 2, 3)
# qala mutahaddith bi-ism wizarat ad-difa' inna quwwatiha multazimah bil-hudnah
REPORT = Article(text="قال متحدث باسم وزارة الدفاع إن قواتها ملتزمة بالهدنة.", lang="ar", published=DAY)
# wa-nafa al-wazir dhalik
OTHER = Article(text="ونفى الوزير أن تكون هناك محادثات.", lang="ar", published=DAY)
TURKISH = Article(text="Vadide ateşkes sürüyor.", lang="tr", published=DAY)


class Clock:
    """Goes on by a second each time it is asked."""

    def __init__(self) -> None:
        self.now = datetime(2025, 2, 10, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


@pytest.fixture(scope="module")
def kit() -> Kit:
    """The shipped packs."""
    return load_kit()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A new ledger."""
    with Ledger.create(tmp_path / "ledger.db") as made:
        yield made


def _states(results: Iterator[Receipt | Rejected]) -> list[str]:
    return [r.state if isinstance(r, Receipt) else r.error.code for r in results]


def test_documents_are_recorded_in_the_order_given(ledger: Ledger, kit: Kit) -> None:
    """Each document has its receipt; what was rejected goes through in its place."""
    rejected = Rejected(error=BadRow("this line is no document", file="reports.jsonl", line=2))

    results = list(add([REPORT, rejected, OTHER], ledger=ledger, kit=kit, clock=Clock()))

    assert results[1] is rejected
    assert [r.document for r in results if isinstance(r, Receipt)] == [REPORT.id, OTHER.id]
    assert {item.id for item in list_documents(ledger, Filters()).items} == {REPORT.id, OTHER.id}


def test_adding_again_adds_nothing(ledger: Ledger, kit: Kit) -> None:
    """The same documents are unchanged the second time."""
    articles = [REPORT, OTHER, TURKISH]

    assert _states(add(articles, ledger=ledger, kit=kit, clock=Clock())) == ["added"] * 3
    assert _states(add(articles, ledger=ledger, kit=kit, clock=Clock())) == ["unchanged"] * 3


def test_documents_stream(ledger: Ledger, kit: Kit) -> None:
    """A document is held before the next is read, and no more are read than were asked for."""
    read: list[str] = []

    def articles() -> Iterator[Article]:
        for article in (REPORT, OTHER):
            read.append(article.id)
            yield article

    results = add(articles(), ledger=ledger, kit=kit, clock=Clock())
    next(results)

    assert read == [REPORT.id]
    assert [item.id for item in list_documents(ledger, Filters()).items] == [REPORT.id]


def test_language_without_pack_is_recorded_and_told(ledger: Ledger, kit: Kit) -> None:
    """A document that can't be coded is kept, and its record says why nothing was found."""
    (receipt,) = add([TURKISH], ledger=ledger, kit=kit, clock=Clock())
    found = find_one(ledger, TURKISH.id)

    assert isinstance(receipt, Receipt)
    assert isinstance(found, FoundDocument)
    assert (receipt.state, receipt.statements) == ("added", 0)
    assert "no language pack" in found.record.problems[0].reason


def test_recoding_with_the_same_kit_changes_nothing(ledger: Ledger, kit: Kit) -> None:
    """What is stored is enough to come to the same record again."""
    given = Article(text=REPORT.text, lang="ar", outlet="sahl-press", given_id="r-1", published=DAY)
    list(add([given, OTHER, TURKISH], ledger=ledger, kit=kit, clock=Clock()))

    assert _states(recode(ledger, kit, Clock())) == ["unchanged"] * 3


def test_recoding_brings_older_codings_up_to_date(ledger: Ledger, kit: Kit) -> None:
    """A coding by an older coder is superseded; ids stay."""
    dossier = code_article(REPORT, kit)
    older = type(dossier)(
        article=REPORT,
        findings=dossier.findings,
        resolved=dossier.resolved,
        coder="0.0.1",
        packs=dossier.packs,
    )
    first = ledger.record(older, datetime(2025, 2, 1, tzinfo=UTC))

    (receipt,) = recode(ledger, kit, Clock())
    found = find_one(ledger, REPORT.id)

    assert isinstance(found, FoundDocument)
    assert (receipt.state, bool(receipt.changes)) == ("recoded", False)
    assert (*found.statements, *found.events) == first.changes.new
    assert [coding.coder for coding in found.codings] == ["0.0.1", dossier.coder]
