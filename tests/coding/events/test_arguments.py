from __future__ import annotations

import pytest

from hudna.model import Event
from tests.coding.event_texts import events_of, words
from tests.coding.telling import Case, cases, notes

CASES = cases("events") + cases("arguments")


def only(text: str, kind: str) -> Event:
    (event,) = (event for event in events_of(text) if event.type == kind)
    return event


def test_subject_behind_the_verb_is_the_actor() -> None:
    """Verb, subject, object: who shells, and what."""
    text = "قصفت قوات النظام منازل المدنيين في بلدة كفرنبل"

    event = only(text, "shelling")

    assert words(text, event.actors) == ["قوات النظام"]
    assert words(text, event.targets) == ["منازل المدنيين"]


def test_subject_before_the_verb_is_the_actor() -> None:
    """Behind a complementiser the subject comes first."""
    text = "أفاد ناشطون بأن قوات النظام قصفت قرية الهبيط"

    assert words(text, only(text, "shelling").actors) == ["قوات النظام"]


def test_agent_of_a_verbal_noun_is_the_actor() -> None:
    """`ala yad` names who did it, the genitive whom it befell."""
    text = "أثار اغتيال القاضي سامر الحسن على يد مسلحين مجهولين غضبا واسعا"

    event = only(text, "killing")

    assert words(text, event.actors) == ["مسلحين مجهولين"]
    assert words(text, event.targets)[0].startswith("القاضي سامر الحسن")


def test_both_sides_of_fighting_are_actors() -> None:
    """Fighting between two sides has actors and no targets."""
    text = "دارت اشتباكات بين الجيش السوري وفصائل المعارضة في درعا"

    event = only(text, "clash")

    assert words(text, event.actors) == ["الجيش السوري", "فصائل المعارضة"]
    assert event.targets == ()


def test_both_who_meet_are_actors() -> None:
    """Who meets and who is met are actors alike."""
    text = "التقى وزير الخارجية الأردني مبعوث الأمم المتحدة في عمّان"

    assert len(only(text, "meeting").actors) == 2
    assert only(text, "meeting").targets == ()


def test_what_is_exposed_is_the_target() -> None:
    """`ta'arradat li-` turns the subject into the target."""
    text = "تعرضت بلدة كفرنبل لقصف صاروخي من كتائب الفجر"

    event = only(text, "shelling")

    assert words(text, event.targets) == ["بلدة كفرنبل"]
    assert words(text, event.actors) == ["كتائب الفجر"]


def test_who_manages_to_is_the_actor() -> None:
    """The subject of `managed to` does what the verbal noun says."""
    text = "تمكنت الفصائل من السيطرة على قرية التمانعة"

    assert words(text, only(text, "capture").actors) == ["الفصائل"]


def test_relative_clause_tells_of_the_noun_before_it() -> None:
    """Behind `allati` the actor is the noun before it."""
    text = "تستعد القوات الأميركية التي انسحبت من مدينة الرقة للعودة"

    assert words(text, only(text, "withdrawal").actors) == ["القوات الأميركية"]


PLACES = [
    ("اندلعت اشتباكات في مدينة درعا", "درعا"),
    ("شهدت مدينة نابلس مواجهات عنيفة", "نابلس"),
    ("انسحبت القوات من مدينة الحديدة", "الحديدة"),
    ("قصف الجيش التركي مواقع في منبج", "منبج"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_place_of_an_event_stands_with_it(text: str, place: str) -> None:
    """The place is behind the trigger, or before it where none is behind."""
    event = events_of(text)[0]

    assert event.place is not None
    assert event.place.of(text) == place


def test_where_an_agreement_binds_is_not_its_place() -> None:
    """Countries that agree are parties: the agreement itself has no place."""
    (event,) = (e for e in events_of("وقعت تركيا وروسيا اتفاقا بشأن سوريا") if e.type == "agreement")

    assert event.place is None


def told(event: Event, text: str) -> dict[str, object]:
    """The event's fields as the cases write them."""
    return {
        "type": event.type,
        "actors": words(text, event.actors),
        "targets": words(text, event.targets),
        "place": event.place.of(text) if event.place is not None else "",
        "status": event.status,
    }


@pytest.mark.parametrize("case", CASES, ids=notes(CASES))
def test_events_of_a_sentence_have_their_parties(case: Case) -> None:
    """Each case of `events.yml` and `arguments.yml` gives just its events, with the fields it names."""
    text = str(case["text"]).strip()
    found = [told(event, text) for event in events_of(text)]
    wanted = case["expect"]

    assert [{name: event[name] for name in want} for event, want in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted), found


def test_text_may_end_with_the_receiver() -> None:
    """A text that ends with the one for whom something is done, without a full stop, is read to its end."""
    (event,) = events_of("دخلت مساعدات للمدينة")
    assert event.type == "aid"


@pytest.mark.parametrize("text", ["قصف عن", "محادثات بين", "تلقى اتصالا هاتفيا من", "وقتل"])
def test_text_may_end_with_a_preposition(text: str) -> None:
    """A text that breaks off where a party would follow is read to its end, without one."""
    assert all(event.targets == () for event in events_of(text))
