from __future__ import annotations

from datetime import date

import pytest

from hudna.model import Event
from tests.coding.event_texts import events_of, said, words
from tests.coding.telling import cases

TYPES = [
    ("shelling", "قصفت قوات النظام بالمدفعية أطراف بلدة كفرنبل"),
    ("air_strike", "شن الطيران الحربي غارات على مدينة معرة النعمان"),
    ("air_strike", "قصف طيران التحالف مواقع المسلحين قرب مدينة تعز"),
    ("clash", "اندلعت اشتباكات عنيفة بين الجيش والمسلحين في مدينة درعا"),
    ("bombing", "انفجرت سيارة مفخخة في سوق شعبي بمدينة القامشلي"),
    ("shooting", "أطلق مسلحون النار على حافلة قرب مدينة نابلس"),
    ("killing", "اغتال مجهولون القاضي سامر الحسن أمام منزله"),
    ("chemical_attack", "قصفت الطائرات البلدة بغاز الكلور فجر الأحد"),
    ("detention", "اعتقلت الشرطة ثلاثة ناشطين في القاهرة"),
    ("destruction", "هدمت الجرافات منزلا في قرية صغيرة شرق رام الله"),
    ("capture", "سيطرت الفصائل على ثلاث قرى شمال مدينة حماة"),
    ("deployment", "أرسلت موسكو قوات إلى الحدود الجنوبية"),
    ("withdrawal", "انسحبت القوات من مدينة الحديدة"),
    ("ceasefire", "دخلت الهدنة حيز التنفيذ في صنعاء"),
    ("violation", "اتهم المجلس الفصائل بخرق الهدنة"),
    ("agreement", "وقع الطرفان مذكرة تفاهم في مسقط"),
    ("meeting", "التقى وزير الخارجية نظيره التركي في أنقرة"),
    ("invitation", "وجهت الحكومة دعوة إلى الأطراف"),
    ("vote", "تبنى مجلس الأمن قرارا بشأن ليبيا"),
    ("sanction", "فرضت واشنطن عقوبات على ثلاث شركات"),
    ("aid", "دخلت قافلة مساعدات إلى مدينة دوما"),
    ("evacuation", "بدأ إجلاء الجرحى من المدينة المحاصرة"),
    ("exchange", "جرت عملية تبادل أسرى بين الجانبين"),
    ("displacement", "نزح آلاف السكان من ريف حماة"),
    ("protest", "خرجت مظاهرة حاشدة في مدينة السويداء"),
]


@pytest.mark.parametrize(("kind", "text"), TYPES)
def test_each_type_is_found_in_a_plain_sentence(kind: str, text: str) -> None:
    """A plain sentence of the newswire tells of an event of each type."""
    assert kind in {event.type for event in events_of(text)}


QUIET = [
    "عقد الناطق مؤتمرا صحفيا في بيروت",
    "قالت هيئة تحرير الشام إنها تدرس العرض",
    "بلغت درجة الحرارة في دمشق ثلاثين درجة",
    "حاكمت المحكمة مجرمي الحرب السابقين",
]


@pytest.mark.parametrize("text", QUIET)
def test_words_that_only_look_like_an_event_are_none(text: str) -> None:
    """A press conference, a movement's name, the weather and an old war tell of no event."""
    assert events_of(text) == ()


def test_every_event_says_why() -> None:
    """Type and status carry the rule and the pack row that gave them."""
    (event,) = events_of("سيطرت الفصائل على ثلاث قرى شمال مدينة حماة")

    assert event.why["type"][0].startswith("rule:")
    assert event.why["type"][1].startswith("pack:lang/ar/triggers.csv#")
    assert event.why["status"]


def test_date_of_the_clause_is_the_events() -> None:
    """A date in the clause of the trigger is the event's day."""
    (event,) = events_of("سيطرت الفصائل يوم الثلاثاء 20 حزيران على بلدة كفرنبل")

    assert (event.start, event.end) == (date(2017, 6, 20), date(2017, 6, 20))


def test_event_in_somebodys_words_is_theirs() -> None:
    """An event within the content of a statement is told by that statement, not by the outlet."""
    text = "قال ناشط إن طائرات قصفت مدينة سراقب. وسيطرت الفصائل على قرية التمانعة"
    statement = said(text, "طائرات قصفت مدينة سراقب", "assert")

    first, second = events_of(text, statement)

    assert first.told_by == (0,)
    assert second.told_by == "outlet"


def test_agenda_of_a_planned_meeting_is_kept() -> None:
    """What a coming meeting will deal with stands in its agenda."""
    text = "يجتمع وزراء الخارجية في عمّان الأسبوع المقبل لبحث أزمة اللاجئين"

    (event,) = events_of(text)

    assert words(text, event.agenda) == ["أزمة اللاجئين"]


def test_line_printed_twice_tells_of_one_event() -> None:
    """A lead repeated at the end adds no event."""
    line = "سيطرت قوات المعارضة على بلدة كفرنبل بعد قتال دام"

    assert len(events_of(f"{line}\nوتوقع السكان عودة الهدوء.\n{line}")) == len(events_of(line))


def test_same_text_gives_the_same_events() -> None:
    """Coding is deterministic."""
    text = "قصفت قوات النظام بلدة كفرنبل. واندلعت اشتباكات قرب مدينة درعا"

    assert events_of(text) == events_of(text)


def test_each_field_told_says_why() -> None:
    """Trigger, end, teller and place have their reasons; the place that of its name in the gazetteer."""
    (event,) = events_of("سيطرت الفصائل يوم الثلاثاء على بلدة كفرنبل")

    assert {"trigger", "start", "end", "told_by", "place", "where", "actors", "status"} <= set(event.why)
    assert event.why["told_by"] == ("rule:outlet",)
    assert any(reason.startswith("pack:gazetteer/") for reason in event.why["where"])


PARTIES = [
    # parties of a second verb, a pronoun, a move, a flight, fire, a weapon thrown, an attack beaten back
    "القوات العراقية تقتحم حي الشفاء وتقتل عشرات المسلحين",
    "الحكومة: المدنيون قتلهم المسلحون",
    "نزوح للسكان من ريف حماة",
    "أطلق مسلحون النار",
    "ألقت الطائرات براميل متفجرة",
    "صد الجيش هجوما لتنظيم داعش على قرية كفرنبل",
    "جرحت معلمة جراء قصف صاروخي لقوات الحكومة استهدف قرية الجنابرة",
    "حلقت الطائرات دون تنفيذ أي غارات على إدلب",
    "دارت اشتباكات للجيش بين قوات النظام والفصائل",
    # dead and hurt, told behind the attack and in another mention
    "قصفت الطائرات كفرنبل. وقتل ثلاثة مدنيين وأصيب خمسة",
    "انفجرت عبوة ناسفة قرب سوق في مدينة الباب. وأدى الهجوم إلى إصابة ستة أشخاص",
    # a day that is not the event's
    "تقصف القوات البلدة منذ يوم 29 حزيران",
]
FILES = ("acts", "arguments", "events", "placing", "speakers", "statements")


def unreasoned(event: Event) -> list[str]:
    """The fields that are told without a reason, or have a reason and are not told."""
    toll = event.toll
    told = {
        "actors": bool(event.actors),
        "targets": bool(event.targets),
        "place": event.place is not None,
        "start": event.start is not None,
        "killed": event.killed is not None or (toll is not None and toll.killed is not None),
        "injured": event.injured is not None or (toll is not None and toll.injured is not None),
        "toll": toll is not None,
        "agenda": bool(event.agenda),
        "hour": event.hour is not None,
        "weapon": event.weapon is not None,
        "struck": bool(event.struck),
    }
    odd = [name for name, is_told in told.items() if is_told != (name in event.why)]
    return odd + ["end"] * ("end" in event.why and event.start is None)  # an open end has a reason too


@pytest.mark.parametrize("text", PARTIES)
def test_field_has_a_reason_if_and_only_if_it_is_told(text: str) -> None:
    """Parties, place, day and toll say why, and what is not told gives no reason."""
    events = events_of(text)

    assert events
    assert [unreasoned(event) for event in events] == [[]] * len(events)


@pytest.mark.parametrize("name", FILES)
def test_fields_of_all_cases_have_their_reasons(name: str) -> None:
    """In every case of every file each field is told if and only if it says why."""
    texts = [str(case["text"]).strip() for case in cases(name)]

    odd = [(event.type, text) for text in texts for event in events_of(text) if unreasoned(event)]

    assert odd == []


def test_denied_meeting_stays_in_a_report_of_many_events() -> None:
    """What somebody says did not happen is what others ask for, though no place or day is told with it."""
    text = (
        "نفى الوزير إجراء مباحثات مع الكتائب. "
        "وقصف الطيران أمس مدينة حلب. واعتقلت الشرطة أمس سبعة شبان في مدينة حمص. وانسحبت القوات أمس من مدينة تدمر."
    )
    statement = said(text, "إجراء مباحثات مع الكتائب", "deny")

    assert ("meeting", "denied") in {(event.type, event.status) for event in events_of(text, statement)}
