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
    ("happened", "وقع الوزير على الكتاب خلال لقائه السفير في عمان"),
    ("planned", "يحضر الوفد لقاءات سيجريها مع مسؤولين في عمان"),
    ("planned", "أبلغ الرئيس موافقته على عقد لقاء مع قادة الفصائل"),
    ("planned", "تحدث الناطق عن زيارة الوزير المقررة إلى أنقرة"),
    ("hypothetical", "طالب نواب بعدم شن عملية عسكرية في شمال البلاد"),
    ("hypothetical", "يبحث الطرفان ترتيبات هدنة محتملة في الحديدة"),
    ("hypothetical", "يبذل الوسطاء جهودا من أجل وقف القتال في الحديدة"),
    ("happened", "اتفق الطرفان على وقف إطلاق النار في الحديدة"),
    ("happened", "سيطر الجيش على البلدة بعد مواجهات استمرت لأسابيع"),
    ("ongoing", "تخشى الحكومة اتساع المعارك في الحديدة"),
    ("happened", "حذرت الوزارة من اضطرابات بعد وقوع التفجير في مدينة حمص"),
    ("hypothetical", "ناقش الوسطاء وقف الحرب المستعرة في الكونغو منذ شباط"),
    ("ongoing", "لا تزال معارك متفرقة مستمرة في مدينة سبها"),
    ("planned", "القوات على أهبة الاستعداد لاقتحام مدينة لحج"),
    ("happened", "تعمل الموانئ منذ تحرير مدينة عدن"),
    ("happened", "أخبار عاجلة الطيران الحربي يقصف مواقع المسلحين"),
    ("hypothetical", "إذا هاجمت الفصائل مدينة نوى فسيكون الرد قاسيا"),
    ("hypothetical", "في حال قيام الفصائل بأي قصف على المدينة فسوف ترد القوات"),
    ("hypothetical", "لم تستبعد الوزارة شن غارات جوية على مواقع الفصائل في نوى"),
    ("happened", "داهمت الدورية منزل التاجر ما أدى لاعتقاله في بلدة نصيب"),
    ("denied", "ألغى الوزير زيارته إلى بغداد"),
    ("denied", "أخفق المقاتلون في السيطرة على مدينة نوى"),
    ("denied", "لم يتوصل الوفدان إلى اتفاق في جنيف"),
    ("planned", "تعتزم الحكومة فرض عقوبات على ثلاثة تجار"),
    ("hypothetical", "لوحت الحكومة بفرض عقوبات على ثلاثة تجار"),
    ("happened", "فرضت الحكومة عقوبات على ثلاثة تجار"),
    ("happened", "منعت الميليشيا قوافل الإغاثة من إيصال الأدوية إلى بلدة مضايا"),
    ("hypothetical", "تهدف الهدنة إلى ضمان وصول المساعدات إلى بلدة مضايا"),
    ("ongoing", "دخل وقف إطلاق النار حيز التنفيذ في نوى"),
    ("hypothetical", "يلام الرئيس على عدم المطالبة بهدنة في مدينة نوى"),
]


@pytest.mark.parametrize(("status", "text"), STATUSES)
def test_words_round_the_trigger_tell_the_status(status: str, text: str) -> None:
    """Future, possible, going on, past, denied: the last event of the sentence has the status."""
    assert events_of(text)[-1].status == status


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


def test_protest_that_is_called_for_is_planned() -> None:
    """Who calls people to a demonstration plans one."""
    text = "ودعت النقابة عمال الميناء إلى المشاركة في تظاهرة صامتة"
    statement = said(text, "المشاركة في تظاهرة صامتة", "demand")

    assert [(event.type, event.status) for event in events_of(text, statement)] == [("protest", "planned")]


def test_truce_that_took_force_goes_on() -> None:
    """The day on which a truce takes force is its first and not its last."""
    (event,) = events_of("التزم الطرفان بالهدنة التي بدأ سريانها الخميس 22 حزيران")

    assert (event.status, event.end) == ("ongoing", None)


def test_future_of_a_visit_is_not_that_of_those_visited() -> None:
    """What befell people of whom a relative clause tells is over, whatever will be done about them."""
    (event,) = events_of("سيبدأ بزيارة المصابين الذين تعرضوا لإصابات برصاص القوات")

    assert (event.type, event.status) == ("shooting", "happened")


def test_imperfect_with_its_subject_before_it_is_a_headline_only_where_nobody_tells_it() -> None:
    """Fire in the present tense is over in a headline, and goes on in what somebody says."""
    (headline,) = events_of("المدفعية التركية تقصف مدينة كلس")
    (told,) = events_of("أوضحت المصادر أن المدفعية التركية تقصف مدينة كلس.")

    assert (headline.status, told.status) == ("happened", "ongoing")
