"""The contract of the ledger, on both stores."""

from __future__ import annotations

import itertools
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import sqlalchemy as sa
from msgspec.structs import replace

from hudna.errors import LedgerError, LedgerMissing, NotText
from hudna.ledger import Change, Changes, Ledger, book
from hudna.ledger.book import coded
from hudna.ledger.schema import codings, readings, statements
from hudna.model import Article, Dossier, Findings, Problem, Resolved
from hudna.record import render
from tests.ledger.sahl import NOON, denial, dossier, later, meeting, shelling, three
from tests.ledger.stores import contents


def test_new_document_is_added(ledger: Ledger) -> None:
    """The receipt of a new document counts what was found and names it as new."""
    receipt = ledger.record(shelling(), NOON)

    assert (receipt.state, receipt.document) == ("added", shelling().article.id)
    assert (receipt.statements, receipt.events, len(receipt.changes.new)) == (1, 2, 3)


def test_what_was_recorded_comes_back_whole(ledger: Ledger) -> None:
    """The record that is held equals the one that was rendered."""
    for each in three():
        ledger.record(each, NOON)

    with ledger.reading() as connection:
        held = coded(connection, [(each.article.id, 1) for each in three()])
    assert held == {(each.article.id, 1): render(each) for each in three()}


def test_adding_again_adds_nothing(ledger: Ledger) -> None:
    """The same document with the same coding leaves every row as it is."""
    ledger.record(denial(), NOON)
    before = contents(ledger)

    receipt = ledger.record(denial(), later(1))

    assert (receipt.state, receipt.changes) == ("unchanged", Changes())
    assert contents(ledger) == before


def test_same_text_from_two_feeds_is_one_document(ledger: Ledger) -> None:
    """Neither the id that a feed gives nor the encoding of its bytes makes another document or coding."""
    first = replace(denial(), article=replace(denial().article, given_id="feed-1"))
    notice = Problem(code="HUD110", reason="not UTF-8")
    second = replace(denial(), article=replace(denial().article, given_id="feed-2", notices=(notice,)))
    ledger.record(first, NOON)

    receipt = ledger.record(second, later(1))

    assert (receipt.state, receipt.given_id, receipt.problems) == ("unchanged", "feed-1", ())


def test_order_of_documents_does_not_matter(ledger: Ledger, tmp_path: Path) -> None:
    """The same documents in any order give the same rows."""
    held = []
    for number, order in enumerate(itertools.permutations(three())):
        with Ledger.create(tmp_path / f"{number}.db") as other:
            for each in order:
                other.record(each, NOON)
            held.append(contents(other))
    for each in three():
        ledger.record(each, NOON)

    assert all(one == contents(ledger) for one in held)


def test_newer_coder_supersedes_and_keeps_ids(ledger: Ledger) -> None:
    """Another act for the same words is a change of the same statement; the earlier coding stays."""
    ledger.record(denial(), NOON)

    receipt = ledger.record(denial(act="refuse", speaker=None, coder="2.0"), later(1))

    assert receipt.state == "recoded"
    assert [change.fields for change in receipt.changes.changed] == [("act", "speaker")]
    assert not receipt.changes.new
    assert not receipt.changes.gone
    with ledger.reading() as connection:
        rows = connection.execute(sa.select(statements.c.id, statements.c.act).order_by(statements.c.act))
        assert rows.all() == [
            (receipt.changes.changed[0].id, "deny"),
            (receipt.changes.changed[0].id, "refuse"),
        ]
        windows = connection.execute(
            sa.select(codings.c.coder, codings.c.known_from, codings.c.known_until).order_by(codings.c.number)
        )
        assert windows.all() == [("1.0", NOON, later(1)), ("2.0", later(1), None)]


def test_what_a_newer_coder_finds_and_loses_is_told(ledger: Ledger) -> None:
    """Statements and events that only one coding holds are new or gone; changed places are told as a part."""
    ledger.record(shelling(), NOON)
    full = shelling(coder="2.0")
    fewer = replace(full, findings=replace(full.findings, statements=(), events=full.findings.events[1:]))
    fewer = replace(fewer, resolved=replace(fewer.resolved, wheres=(), places=()))

    first = ledger.record(fewer, later(1))
    second = ledger.record(full, later(2))

    assert len(first.changes.gone) == 2
    assert first.changes.gone == second.changes.new
    assert first.changes.parts == second.changes.parts == ("places",)


def test_new_packs_with_the_same_result_share_the_reading(ledger: Ledger) -> None:
    """A coder that comes to the same adds a coding of one row and changes nothing else."""
    ledger.record(denial(), NOON)

    receipt = ledger.record(denial(packs=(("lang/ar", "2025.2"),)), later(1))

    assert (receipt.state, bool(receipt.changes)) == ("recoded", False)
    with ledger.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(readings)) == 1
        assert connection.scalar(sa.select(sa.func.count()).select_from(codings)) == 2


def test_going_back_to_an_earlier_coder_is_a_third_coding(ledger: Ledger) -> None:
    """What was held before can be held again, and both times are known."""
    for hours, act in enumerate(("deny", "refuse", "deny")):
        ledger.record(denial(act=act), later(hours))

    with ledger.reading() as connection:
        assert connection.scalar(sa.select(sa.func.count()).select_from(readings)) == 2
        assert connection.scalar(sa.select(sa.func.count()).select_from(codings)) == 3


def test_statement_found_before_another_shifts_no_ids(ledger: Ledger) -> None:
    """An event told by the second statement instead of the first, being the same one, is unchanged."""
    ledger.record(denial(), NOON)
    one = denial(coder="2.0")
    title = replace(one.findings.statements[0], content=((one.findings.statements[0].content[0]),), cue=None)
    title = replace(title, content=(type(title.content[0])(0, 6),))
    events = (replace(one.findings.events[0], told_by=(1,)),)
    more = replace(one, findings=replace(one.findings, statements=(title, *one.findings.statements), events=events))
    more = replace(more, resolved=replace(more.resolved, actors=(None, *more.resolved.actors)))

    receipt = ledger.record(more, later(1))

    assert (len(receipt.changes.new), receipt.changes.gone, receipt.changes.changed) == (1, (), ())


def test_clock_that_goes_back_does_not_turn_time_round(ledger: Ledger) -> None:
    """A coding that comes later is known later, whatever the clock says."""
    ledger.record(denial(), NOON)
    ledger.record(denial(act="refuse"), later(-5))

    assert ledger.last_change() == NOON + timedelta(microseconds=1)


def test_moments_are_kept_in_utc(ledger: Ledger) -> None:
    """A moment of any zone comes back as the same moment in UTC."""
    ledger.record(denial(), datetime(2025, 2, 10, 15, 0, 0, 7, tzinfo=timezone(timedelta(hours=3))))

    assert ledger.last_change() == datetime(2025, 2, 10, 12, 0, 0, 7, tzinfo=UTC)


def test_moment_without_zone_is_refused(ledger: Ledger) -> None:
    """Nothing is recorded at a moment that may be any of twenty-four."""
    with pytest.raises(sa.exc.StatementError, match="no time zone"):
        ledger.record(denial(), datetime(2025, 2, 10))  # noqa: DTZ001 - the subject of the test

    assert not contents(ledger)["documents"]


def test_articles_come_back_as_they_came_in(ledger: Ledger) -> None:
    """All that an article told is there to code it again."""
    notice = Problem(code="HUD110", reason="read as CP-1256", span=None)
    given = denial(given_id="d-1", url="https://sahl.example/1", notices=(notice,))
    ledger.record(given, NOON)
    ledger.record(meeting(), NOON)

    assert set(ledger.articles()) == {given.article, meeting().article}


def test_articles_can_be_recoded_while_they_stream(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each document comes once, page by page, even as each is recorded anew."""
    monkeypatch.setattr(book, "_PAGE", 5)
    for number in range(12):
        ledger.record(_bare(f"no. {number}"), NOON)

    seen = [
        ledger.record(Dossier(article=a, findings=Findings(), resolved=Resolved(), coder="2"), later(1))
        for a in ledger.articles()
    ]

    assert len({receipt.document for receipt in seen}) == len(seen) == 12
    assert {receipt.state for receipt in seen} == {"recoded"}


def test_document_without_pack_is_held_with_its_problem(ledger: Ledger) -> None:
    """A language that can't be coded is recorded, and the receipt says why nothing was found."""
    problem = Problem(code="HUD210", reason="no language pack")
    uncoded = Dossier(
        article=Article(text="Vadide ateşkes sürüyor.", lang="tr"),
        findings=Findings(problems=(problem,)),
        resolved=Resolved(),
        coder="1.0",
    )

    receipt = ledger.record(uncoded, NOON)

    assert (receipt.state, receipt.problems) == ("added", (problem,))
    assert [article.lang for article in ledger.articles()] == ["tr"]


@pytest.mark.parametrize("text", ["a\0b", "a\ud800b"])
def test_text_that_no_store_takes_is_refused_by_both(ledger: Ledger, text: str) -> None:
    """A NUL or half a surrogate pair is an error of the input, and nothing is kept."""
    with pytest.raises(NotText, match="NUL character or half"):
        ledger.record(_bare(text), NOON)

    assert not contents(ledger)["documents"]


def test_writers_at_once_add_each_document_once(where: str) -> None:
    """Several writers of the same documents wait for each other; one adds, the others find it there."""
    Ledger.create(where).close()
    states: list[str] = []
    start = threading.Barrier(4)

    def write() -> None:
        with Ledger.open(where) as ledger:
            start.wait()
            states.extend(ledger.record(each, NOON).state for each in three())

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert sorted(states) == ["added"] * 3 + ["unchanged"] * 9


def test_ledger_is_not_made_twice(where: str) -> None:
    """Making a ledger where there is one is refused, and the one there keeps its rows."""
    with Ledger.create(where) as ledger:
        ledger.record(denial(), NOON)
    with pytest.raises(LedgerError, match="already"):
        Ledger.create(where)

    with Ledger.open(where) as ledger:
        assert len(contents(ledger)["documents"]) == 1


def test_missing_ledger_is_told(where: str) -> None:
    """Opening where nothing was made says so, and makes nothing."""
    for _ in range(2):
        with pytest.raises(LedgerMissing) as raised:
            Ledger.open(where)
        assert "hudna init" in (raised.value.hint or "")


def test_twins_of_the_same_words_have_their_own_ids(ledger: Ledger) -> None:
    """Two sources credited with one sentence are two statements, the same ones each time."""
    one = denial()
    other = replace(one.findings.statements[0], speaker="ناطق آخر")
    both = replace(one, findings=replace(one.findings, statements=(*one.findings.statements, other)))

    receipt = ledger.record(both, NOON)
    again = ledger.record(replace(both, coder="2.0"), later(1))

    assert len(set(receipt.changes.new)) == 3
    assert (again.state, bool(again.changes)) == ("recoded", False)


def test_change_names_its_fields() -> None:
    """A change of nothing is falsy; one field is enough to make it true."""
    assert not Changes()
    assert Changes(changed=(Change(id="sta-1", fields=("act",)),))


def _bare(text: str) -> Dossier:
    return dossier(text)
