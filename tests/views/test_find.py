"""One thing by its id, on both stores."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from hudna.errors import NoSuchId
from hudna.ledger import Ledger
from hudna.record import render
from hudna.views import (
    Filters,
    FoundDocument,
    FoundEvent,
    FoundStatement,
    encode_found,
    find_one,
    list_incidents,
    list_statements,
)
from tests.ledger.sahl import NOON, denial, later, shelling, three


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger with the three reports of the valley."""
    for each in three():
        ledger.record(each, NOON)
    return ledger


def test_statement_is_shown_in_its_sentence(filled: Ledger) -> None:
    """The words said stand between what comes before and after them in the sentence."""
    (item,) = list_statements(filled, Filters(act="deny")).items
    found = find_one(filled, item.id)

    assert isinstance(found, FoundStatement)
    assert found.item == item
    assert found.record == render(denial()).statements[0]
    (context,) = found.contexts
    assert context.words == item.quote
    assert context.before.startswith("نفى")
    assert context.after == "."
    text = denial().article.text
    assert context.before + context.words + context.after == text[slice(*context.sentence)]


def test_event_is_shown_with_its_trigger(filled: Ledger) -> None:
    """An incident's trigger stands in the sentence that tells it."""
    item = list_incidents(filled, Filters()).items[0]
    found = find_one(filled, item.id)

    assert isinstance(found, FoundEvent)
    assert (found.item, found.contexts[0].words) == (item, "قصفا")


def test_event_that_is_no_incident_is_found(filled: Ledger) -> None:
    """A planned meeting has an id as well."""
    (item,) = list_incidents(filled, Filters(type="meeting", status="planned")).items

    assert find_one(filled, item.id).item.id == item.id


def test_document_is_shown_with_all_that_it_holds(filled: Ledger) -> None:
    """The whole record, and the ids of its statements and events in order."""
    found = find_one(filled, shelling().article.id)

    assert isinstance(found, FoundDocument)
    assert found.record == render(shelling())
    assert (len(found.statements), len(found.events)) == (1, 2)
    assert find_one(filled, found.events[1]).item.id == found.events[1]


def test_beginning_of_an_id_is_enough(filled: Ledger) -> None:
    """As many letters as tell it from all others."""
    whole = denial().article.id

    assert find_one(filled, whole[:10]).item.id == whole
    assert find_one(filled, f" {whole} ").item.id == whole


def test_beginning_of_several_ids_names_them(filled: Ledger) -> None:
    """What may be meant is told."""
    with pytest.raises(NoSuchId, match="may be any of") as raised:
        find_one(filled, "doc-")

    assert all(each.article.id in str(raised.value) for each in three())


@pytest.mark.parametrize("key", ["doc-zzz", "nonsense", "", "%", "doc_", "DOC-"])
def test_unknown_id_is_told(filled: Ledger, key: str) -> None:
    """An id of nothing says where ids are listed; signs of the database are plain letters."""
    with pytest.raises(NoSuchId) as raised:
        find_one(filled, key)

    assert "list the ids" in (raised.value.hint or "")


def test_document_is_found_by_the_id_its_source_gave(ledger: Ledger) -> None:
    """The id that stood in the input file is good to ask with."""
    ledger.record(denial(given_id="report-7"), NOON)

    assert find_one(ledger, "report-7").item.id == denial().article.id


def test_codings_of_a_document_are_listed(filled: Ledger) -> None:
    """Which coder came to what is held, and when."""
    filled.record(denial(act="refuse", coder="2.0"), later(1))
    found = find_one(filled, denial().article.id)

    assert [(c.coder, c.known_from, c.known_until) for c in found.codings] == [
        ("1.0", NOON, later(1)),
        ("2.0", later(1), None),
    ]
    assert found.codings[0].packs == {"lang/ar": "2025.1"}


def test_what_an_earlier_coding_held_is_found_by_its_moment(filled: Ledger) -> None:
    """A statement that the present coding lost is not found now; the error says when it was held."""
    (item,) = list_statements(filled, Filters(act="deny")).items
    other = denial(coder="2.0")
    none = type(other)(
        article=other.article, findings=type(other.findings)(), resolved=type(other.resolved)(), coder="2.0"
    )
    filled.record(none, later(1))

    with pytest.raises(NoSuchId, match="earlier coding") as raised:
        find_one(filled, item.id)
    assert NOON.isoformat() in (raised.value.hint or "")
    assert find_one(filled, item.id, later(1) - timedelta(microseconds=1)).item == item


def test_json_form_says_what_it_is(filled: Ledger) -> None:
    """Programs get the kind beside the item."""
    (item,) = list_statements(filled, Filters(act="deny")).items
    shown = json.loads(encode_found(find_one(filled, item.id)))

    assert (shown["kind"], shown["item"]["id"]) == ("statement", item.id)
