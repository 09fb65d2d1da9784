from __future__ import annotations

from tests.coding.event_texts import events_of


def test_mention_that_points_back_adds_no_event() -> None:
    """`The clashes` of the next sentence are those told before."""
    text = "اندلعت اشتباكات عنيفة في مدينة درعا. وقال سكان إن الاشتباكات استمرت ساعات"

    assert [event.type for event in events_of(text)] == ["clash"]


def test_two_places_are_two_events() -> None:
    """Shelling of two towns is two events."""
    text = "قصفت قوات النظام بالمدفعية بلدة كفرنبل. وقصفت قوات النظام بالمدفعية مدينة سراقب"

    assert [event.type for event in events_of(text)] == ["shelling", "shelling"]


def test_same_toll_is_the_same_event() -> None:
    """Seven dead in a lorry bomb, told twice with different places, are one attack."""
    text = (
        "قتل سبعة حراس في هجوم بشاحنة مفخخة في غرب ليبيا. "
        "وذكر شاهد أن شاحنة مفخخة انفجرت في مدينة زوارة ما أدى إلى مقتل 7 حراس"
    )

    assert [event.type for event in events_of(text)].count("bombing") == 1


def test_body_tells_rather_than_title() -> None:
    """The event of a title is found where the body tells it."""
    text = "اشتباكات في درعا\n\nقال سكان إن اشتباكات اندلعت في مدينة درعا بين الجيش وفصائل محلية."

    (event,) = events_of(text)

    assert event.trigger.start > text.index("\n\n")


def test_coming_visit_is_not_the_last_one() -> None:
    """A meeting that took place and one that is planned are two."""
    text = "زار الوزير أنقرة أمس وبحث التعاون. وسيزور الوزير أنقرة مجددا الشهر المقبل"

    assert {event.status for event in events_of(text) if event.type == "meeting"} == {"happened", "planned"}


def test_two_blasts_of_one_day_are_two() -> None:
    """Blasts in two quarters are two, though a day is told for the first alone."""
    text = "انفجرت سيارة مفخخة في حي الكرادة أمس. كما انفجرت عبوة ناسفة في مدينة الفلوجة"

    assert [event.type for event in events_of(text)] == ["bombing", "bombing"]


def test_same_wounded_are_of_the_same_event() -> None:
    """Six wounded by shelling, told once for the region and once for the village, are one event."""
    text = "أصيب ستة عمال بقصف مدفعي على ريف درعا. وذكر ممرض أن ستة عمال أصيبوا بقصف مدفعي استهدف مصنعا في بلدة نصيب"

    assert [event.type for event in events_of(text)] == ["shelling"]


def test_control_with_the_article_is_no_event_told_before() -> None:
    """`The control of` has its article anyway: another town is another event."""
    text = "سيطرت الفصائل على مدينة الراعي. وتمكنت من السيطرة على نقاط في محيط بلدة أخترين"

    assert [event.type for event in events_of(text)] == ["capture", "capture"]


def test_the_dead_of_one_moment_are_one_killing() -> None:
    """Two verbs of death joined by "and" count the same dead."""
    events = events_of("ستة أشخاص قتلوا واستشهدوا بظروف مختلفة في مدينة درعا")

    assert [event.type for event in events] == ["killing"]


def test_place_told_elsewhere_keeps_its_name() -> None:
    """A place that another mention tells comes with the row that names it."""
    # qasafat ... yawm ath-thulatha. wa-waqa'a l-qasf fi kafranbel
    (event,) = events_of("قصفت قوات النظام منازل المدنيين يوم الثلاثاء. ووقع القصف في كفرنبل")

    assert event.why["place"] == ("rule:told-elsewhere",)
    assert event.why["where"][0] == "rule:told-elsewhere"


def test_wounded_told_elsewhere_say_why() -> None:
    """Numbers that another mention tells keep its reason."""
    # infajarat sayyara ... inna l-infijar adda ila isabat sittat ashkhas
    (event,) = events_of("انفجرت سيارة مفخخة في كفرنبل. وقال شهود إن الانفجار أدى إلى إصابة ستة أشخاص")

    assert event.injured
    assert event.why["injured"] == ("rule:number-beside",)


def test_truce_asked_for_is_not_the_one_in_force() -> None:
    """A truce that holds and a lasting one that is hoped for are two."""
    text = "دخلت الهدنة الإنسانية حيز التنفيذ في مدينة تعز الخميس. وطالب المبعوث بوقف دائم لإطلاق النار"

    assert [event.status for event in events_of(text) if event.type == "ceasefire"] == ["ongoing", "hypothetical"]


def test_side_in_quotation_marks_is_the_same_side() -> None:
    """Quotation marks round a name make no other party of it."""
    text = 'اعتقل مسلحو "داعش" معلما في هجين. وقال سائق إن مسلحي داعش اعتقلوا المعلم في مدرسته'

    assert [event.type for event in events_of(text)] == ["detention"]


def test_two_fires_told_by_verbs_of_their_own_are_two() -> None:
    """What somebody has shelled over the years and one attack told further on are two."""
    text = "وقالت القوات الجوية إنها قصفت مخازن وقود مرات عدة. وقبل أسبوع قصفت القوات الجوية برج رادار"

    assert [event.type for event in events_of(text)] == ["air_strike", "air_strike"]


def test_fighting_that_goes_on_takes_no_toll_of_a_past_fight() -> None:
    """The dead of one fight are not those of the fighting that goes on."""
    text = "قتل أربعة مسلحين في اشتباكات في مدينة الضالع. وتتواصل الاشتباكات في مدينة الضالع"

    assert [event.killed for event in events_of(text) if event.status == "ongoing"] in ([], [None])


def test_the_raid_of_the_next_sentence_is_the_one_told() -> None:
    """A raid with the article is the raid just told, though it names the village and not the region."""
    text = "شنت الطائرات غارات على ريف درعا السبت. وأدت الغارات إلى إصابة راع في بلدة نصيب"

    assert [event.type for event in events_of(text)] == ["air_strike"]


def test_truce_with_the_article_is_the_one_told() -> None:
    """What is asked of the sides to a truce makes no second one of it."""
    text = "أعلن الطرفان هدنة في مدينة تعز الخميس. وطالب المبعوث باحترام الهدنة"

    assert [event.type for event in events_of(text)] == ["ceasefire"]


def test_dozens_told_twice_are_not_one_attack() -> None:
    """`Dozens` are told of every attack: the same vague number makes no one event."""
    text = "قتل العشرات في قصف مدفعي على بلدة نصيب. كما قتل العشرات في قصف مدفعي على مدينة نوى"

    assert [event.type for event in events_of(text)] == ["shelling", "shelling"]


def test_actor_of_a_raid_without_the_article_is_its_own() -> None:
    """`A raid by X` is told as another one: the first raid's maker stays untold, though their dead are as many."""
    text = "قتل سبعة حراس في غارة جوية على بلدة نصيب أمس. وذكر شاهد أن طائرات روسية شنت غارة جوية قتل فيها سبعة حراس"

    assert [event.actors for event in events_of(text)] == [()]


def test_actor_told_with_the_article_is_the_attacks() -> None:
    """`The raid by X` of the next sentence says who made the raid that was told without."""
    text = "تعرض مصنع في بلدة نصيب لغارة جوية أمس. وأوقعت الغارة التي شنتها الطائرات الروسية أضرارا"
    (event,) = events_of(text)

    assert [span.of(text) for span in event.actors] == ["الطائرات الروسية"]
