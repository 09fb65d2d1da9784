from __future__ import annotations

import pytest

from tests.coding.event_texts import events_of, said

STATUSES = [
    ("planned", "سيزور وزير الخارجية بيروت"),
    ("planned", "تنطلق الجولة المقبلة من المفاوضات في جنيف"),
    ("hypothetical", "دعا الأمين العام إلى وقف إطلاق النار في الحديدة"),
    ("hypothetical", "تبحث العواصم إمكانية إرسال مراقبين إلى الحدود"),
    ("ongoing", "تتواصل الاشتباكات في مدينة درعا"),
    ("happened", "سيطرت الفصائل على بلدة كفرنبل"),
    ("denied", "نفى الناطق وقوع اشتباكات في مدينة درعا"),
    ("denied", "لم تقصف قواتنا أهدافا مدنية بالمدفعية في إدلب"),
    ("planned", "تستعد قوات النظام لشن هجوم واسع على مدينة إدلب"),
    ("planned", "ينص الاتفاق على انسحاب القوات من المدينة"),
    ("planned", "يعقد مجلس الأمن جلسة طارئة لبحث الوضع في السودان"),
    ("hypothetical", "قد تنسحب القوات الأميركية من سوريا"),
    ("hypothetical", "هددت أنقرة بشن عملية عسكرية شمال سوريا"),
    ("hypothetical", "لم تؤكد الأمم المتحدة قصف المستشفى في حلب"),
    ("ongoing", "تدور اشتباكات عنيفة بين الجيش والمتمردين في أم درمان"),
    ("ongoing", "يعاني سكان المدينة من حصار خانق منذ عامين"),
    ("happened", "عقد مجلس الأمن جلسة طارئة لبحث الوضع في السودان"),
    ("happened", "تسلمت الحكومة مدينة الحديدة من قوات التحالف"),
    ("happened", "كانت القوات تحاصر مدينة داريا"),
]


@pytest.mark.parametrize(("status", "text"), STATUSES)
def test_words_round_the_trigger_tell_the_status(status: str, text: str) -> None:
    """Future, possible, going on, past, denied."""
    assert events_of(text)[0].status == status


def test_what_a_speaker_denies_is_denied() -> None:
    """An event inside the content of a denial did not happen according to the speaker."""
    text = "نفى الناطق أن تكون قواته قصفت مدينة سراقب"
    statement = said(text, "تكون قواته قصفت مدينة سراقب", "deny")

    assert events_of(text, statement)[0].status == "denied"


def test_what_a_speaker_asks_for_is_hypothetical() -> None:
    """A truce demanded is no truce; an attack told in a demand has happened all the same."""
    text = "طالب المجلس بأن تلتزم الأطراف بالهدنة بعد أن قصفت الطائرات مدينة سراقب"
    statement = said(text, "تلتزم الأطراف بالهدنة بعد أن قصفت الطائرات مدينة سراقب", "demand")

    statuses = {event.type: event.status for event in events_of(text, statement)}

    assert statuses == {"ceasefire": "hypothetical", "air_strike": "happened"}


def test_only_what_a_denial_is_about_is_denied() -> None:
    """Behind the talks that are denied, the sending of troops that they were about is only named."""
    text = "نفت الوزارة إجراء مباحثات مع دمشق حول إرسال قوات إلى الحدود"
    statement = said(text, "إجراء مباحثات مع دمشق حول إرسال قوات إلى الحدود", "deny")

    statuses = {event.type: event.status for event in events_of(text, statement)}
    assert statuses == {"meeting": "denied", "deployment": "hypothetical"}


def test_what_a_speaker_warns_of_has_not_happened() -> None:
    """A wave of flight that is feared is hypothetical."""
    text = "حذر الوزير من موجة نزوح جديدة"
    statement = said(text, "موجة نزوح جديدة", "warn")

    assert events_of(text, statement)[0].status == "hypothetical"
