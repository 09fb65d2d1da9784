"""The lists and their filters, on both stores."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from msgspec.structs import replace

from hudna.ledger import Ledger
from hudna.model import Event, Span
from hudna.views import (
    INCIDENT_TYPES,
    Filters,
    encode_answer,
    list_documents,
    list_incidents,
    list_statements,
)
from tests.ledger.sahl import (
    BRIDGE,
    COMMITTEE,
    NOON,
    SALIM,
    SOUTH,
    SPRING,
    denial,
    dossier,
    later,
    meeting,
    shelling,
    spot,
    three,
)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A ledger with the three reports of the valley."""
    for hours, each in enumerate(three()):
        ledger.record(each, later(hours))
    return ledger


def _speakers(ledger: Ledger, **asked: Any) -> list[str | None]:
    return [item.speaker for item in list_statements(ledger, Filters(**asked)).items]


def _incidents(ledger: Ledger, **asked: Any) -> list[tuple[str, str | None]]:
    return [(item.type, item.place) for item in list_incidents(ledger, Filters(**asked)).items]


def _documents(ledger: Ledger, **asked: Any) -> list[str]:
    names = {each.article.id: name for each, name in zip(three(), ("denial", "shelling", "meeting"), strict=True)}
    return [names[item.id] for item in list_documents(ledger, Filters(**asked)).items]


def test_statements_come_newest_first(filled: Ledger) -> None:
    """Those whose day isn't known stand last."""
    assert _speakers(filled) == [SOUTH, SALIM, COMMITTEE]


def test_statement_tells_who_said_what(filled: Ledger) -> None:
    """An item carries the words said and the document that they stand in."""
    (item,) = list_statements(filled, Filters(act="deny")).items

    # qasf baldat an-nab'
    assert item.quote == "قصف بلدة النبع"
    assert (item.speaker, item.actor, item.said_on) == (SALIM, "salim-al-amiri", date(2025, 2, 2))
    assert (item.document.id, item.document.outlet) == (denial().article.id, "sahl-press")


@pytest.mark.parametrize(
    "spelling",
    [
        # salim al-'amiri, as stored
        "سالم العامري",
        # with vowel marks
        "سَالِم العامِريّ",
        # with tatweel
        "ســـالم",
        # alef maksura for yeh
        "العامرى",
        # without the article
        "عامري",
        # surname first
        "العامري سالم",
        # by his post
        "متحدث باسم مجلس الشمال",
        "salim-al",
        "SALIM",
    ],
)
def test_speaker_is_found_in_any_spelling(filled: Ledger, spelling: str) -> None:
    """Marks, letters that vary, the article and the order of words hide nobody."""
    assert _speakers(filled, speaker=spelling) == [SALIM]


@pytest.mark.parametrize(
    "spelling",
    [
        # heh for teh marbuta, hamza left out: idarat al-janub
        "اداره الجنوب",
        # janub
        "جنوب",
        # lil-idarah, without its particle
        "إدارة",
    ],
)
def test_teh_marbuta_and_hamza_do_not_matter(filled: Ledger, spelling: str) -> None:
    """The usual slips of spelling are one."""
    assert _speakers(filled, speaker=spelling) == [SOUTH]


def test_speakers_are_found_by_their_side(filled: Ledger) -> None:
    """The code of any side of a joint speaker finds what it says."""
    (item,) = list_statements(filled, Filters(speaker="STH")).items

    assert (item.affiliation, item.sides) == ("STH", ("STH", "ALLY"))
    assert _speakers(filled, speaker="STH") == _speakers(filled, speaker="ally") == [SOUTH]


@pytest.mark.parametrize("asked", ["%", "_", "\\", "س_لم", "س%م"])
def test_signs_of_the_database_are_plain_letters(filled: Ledger, asked: str) -> None:
    """What LIKE takes for a wildcard is looked for as it stands."""
    assert _speakers(filled, speaker=asked) == []
    assert _documents(filled, text=asked) == []


def test_article_in_the_question_finds_bare_and_attached_words(filled: Ledger) -> None:
    """With the article, a word is found without it and behind a particle."""
    # al-qasf finds "qasf", "qasfan"; al-liqa' finds "liqa'"
    assert _speakers(filled, text="القصف") == [SOUTH, SALIM]
    assert _speakers(filled, text="اللقاء") == [COMMITTEE]


def test_statements_by_act_place_and_type(filled: Ledger) -> None:
    """Each filter lets through those that it names; several must all hold."""
    assert _speakers(filled, act="confirm") == [COMMITTEE]
    assert _speakers(filled, place=SPRING) == [SOUTH, SALIM]
    assert _speakers(filled, place="spring") == [SOUTH, SALIM]
    assert _speakers(filled, place="an-nab", act="deny") == [SALIM]
    assert _speakers(filled, type="shelling", status="denied") == [SALIM]
    assert _speakers(filled, type="meeting") == []


def test_statement_counts_on_the_day_it_was_said(filled: Ledger) -> None:
    """The day of publication stands in only where the text tells no other; without either, it is apart."""
    answer = list_statements(filled, Filters(since=date(2025, 2, 2), until=date(2025, 2, 2)))

    assert [item.speaker for item in answer.items] == [SALIM]
    assert (answer.as_of, answer.undated) == (date(2025, 2, 2), 1)
    assert _speakers(filled, since=date(2025, 2, 3)) == [SOUTH]


def test_incidents_are_those_that_happened_or_are_in_dispute(filled: Ledger) -> None:
    """A planned meeting is none; newest first, undated last."""
    assert _incidents(filled) == [("shelling", SPRING), ("shelling", SPRING), ("displacement", BRIDGE)]
    assert _incidents(filled, type="meeting") == []
    assert _incidents(filled, type="meeting", status="planned") == [("meeting", None)]


def test_incident_tells_what_happened_and_who_says_so(filled: Ledger) -> None:
    """An item carries place, toll, teller and the sentence."""
    first, second, third = list_incidents(filled, Filters()).items

    assert (first.killed, first.place_id, first.place_name) == (3, "an-nab", "Spring Town")
    assert (first.lat, first.lon, first.precision) == (33.5, 44.25, "town")
    assert [teller.speaker for teller in first.told_by] == [SOUTH]  # type: ignore[union-attr]  # not the outlet
    assert second.status == "denied"
    assert third.told_by == "outlet"
    assert third.sentence.startswith("ونزحت")


def test_incidents_by_day_leave_out_the_undated_and_say_so(filled: Ledger) -> None:
    """An incident that lasts counts on each of its days; one without day is counted apart."""
    assert _incidents(filled, until=date(2025, 2, 1)) == [("shelling", SPRING)]
    answer = list_incidents(filled, Filters(since=date(2025, 2, 3)))

    assert [item.status for item in answer.items] == ["happened"]
    assert answer.undated == 1


def test_lasting_incident_counts_on_each_of_its_days(ledger: Ledger) -> None:
    """A siege is listed for a day in its middle; one that has only a first day, on that day."""
    text = "حصار البلدة مستمر. واشتباك قربها."
    siege = Event(
        type="sanction",
        trigger=spot(text, "حصار"),
        start=date(2025, 1, 1),
        end=date(2025, 3, 1),
        status="ongoing",
    )
    clash = Event(type="clash", trigger=spot(text, "اشتباك"), start=date(2025, 2, 1))
    ledger.record(dossier(text, events=(siege, clash)), NOON)

    assert _incidents(ledger, since=date(2025, 2, 1), until=date(2025, 2, 1)) == [
        ("clash", None),
        ("sanction", None),
    ]
    assert _incidents(ledger, since=date(2025, 2, 2), until=date(2025, 2, 9)) == [("sanction", None)]


def test_incidents_by_speaker_act_place_and_text(filled: Ledger) -> None:
    """The speaker is who tells it; the text is its sentence."""
    assert len(_incidents(filled, speaker=SOUTH)) == 1
    assert len(_incidents(filled, act="deny")) == 1
    assert _incidents(filled, place="bridge") == [("displacement", BRIDGE)]
    # al-usar
    assert _incidents(filled, text="الأُسَر") == [("displacement", BRIDGE)]


def test_documents_are_listed_with_what_was_found(filled: Ledger) -> None:
    """An item has the first line for a title, and counts."""
    assert _documents(filled) == ["shelling", "denial", "meeting"]
    (item,) = list_documents(filled, Filters(act="deny")).items

    assert (item.title, item.statements, item.events) == ("المجلس ينفي القصف", 1, 1)
    assert (item.added_at, item.coder) == (NOON, "1.0")


def test_documents_by_what_they_hold(filled: Ledger) -> None:
    """Speaker and act must belong to one statement; a place may be named anywhere."""
    assert _documents(filled, speaker=COMMITTEE) == ["meeting"]
    assert _documents(filled, speaker=SOUTH, act="deny") == []
    assert _documents(filled, place=BRIDGE) == ["shelling"]
    assert _documents(filled, type="meeting") == ["meeting"]
    assert _documents(filled, text="الهدنه") == ["meeting"]
    assert _documents(filled, since=date(2025, 2, 4)) == ["shelling"]


def test_limit_keeps_the_newest_and_counts_the_rest(filled: Ledger) -> None:
    """What a limit leaves out is said."""
    answer = list_statements(filled, Filters(limit=1))

    assert [item.speaker for item in answer.items] == [SOUTH]
    assert answer.more == 2
    assert list_statements(filled, Filters(limit=3)).more == 0


def test_what_was_held_earlier_can_be_asked_again(filled: Ledger) -> None:
    """A newer coding changes what is held now, and nothing of what was held before."""
    filled.record(denial(act="refuse", speaker=None, coder="2.0"), later(10))

    assert _speakers(filled, act="deny") == []
    assert _speakers(filled, act="refuse") == [None]
    assert _speakers(filled, act="deny", known_by=later(9)) == [SALIM]
    assert _speakers(filled, act="refuse", known_by=later(10)) == [None]
    assert _speakers(filled, known_by=later(0.5)) == [SALIM]
    assert _speakers(filled, known_by=later(-1)) == []


def test_answer_can_be_asked_again_by_its_moment(filled: Ledger) -> None:
    """The moment that an answer carries gives the same answer after the ledger has gone on."""
    answer = list_statements(filled, Filters())
    filled.record(denial(act="refuse"), later(10))
    again = list_statements(filled, Filters(known_by=answer.known_by))

    assert again == answer
    assert list_statements(filled, Filters()) != answer


def test_empty_ledger_answers(ledger: Ledger) -> None:
    """Nothing held is an empty list, of no moment."""
    answer = list_incidents(ledger, Filters())

    assert (answer.items, answer.known_by) == ((), None)
    assert encode_answer(answer) == b'{"items":[],"as_of":null,"known_by":null}'


def test_json_form_has_three_keys(filled: Ledger) -> None:
    """Programs get `items`, `as_of` and `known_by`, with days and moments in ISO 8601."""
    answer = json.loads(encode_answer(list_statements(filled, Filters(until=date(2025, 2, 2)))))

    assert list(answer) == ["items", "as_of", "known_by"]
    assert (answer["as_of"], answer["known_by"]) == ("2025-02-02", "2025-02-10T14:00:00Z")
    assert answer["items"][0]["said_on"] == "2025-02-02"


def test_statement_of_two_spans_is_quoted_with_a_gap(ledger: Ledger) -> None:
    """A quotation that goes on after "he said" shows where it was broken."""
    text = "كلام أول قال وكلام ثان"
    parts = (spot(text, "كلام أول"), spot(text, "وكلام ثان"))
    statement = replace(denial().findings.statements[0], content=parts, source=None, cue=Span(9, 12))
    ledger.record(dossier(text, statements=(statement,)), NOON)

    assert list_statements(ledger, Filters()).items[0].quote == "كلام أول … وكلام ثان"


def test_same_ledger_gives_the_same_lists(ledger: Ledger) -> None:
    """Documents of one day come in order of id, whatever order they were added in."""
    for number in (3, 1, 2):
        ledger.record(shelling(url=f"https://sahl.example/{number}"), NOON)
    listed = [item.id for item in list_documents(ledger, Filters()).items]

    assert listed == sorted(listed)
    assert len(listed) == 3


def test_incident_types_are_told_apart() -> None:
    """Talks, votes and promises are no incidents; sieges and flight are."""
    assert {"sanction", "displacement", "capture", "exchange", "evacuation"} < set(INCIDENT_TYPES)
    assert not {"meeting", "vote", "agreement", "ceasefire", "invitation", "protest"} & set(INCIDENT_TYPES)
    assert meeting().findings.events[0].type not in INCIDENT_TYPES
