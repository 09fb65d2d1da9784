from __future__ import annotations

import pytest

from tests.coding.event_texts import events_of


def test_numbers_told_beside_an_attack_are_its_toll() -> None:
    """Deaths and injuries of the sentence belong to the attack, and are no killing of their own."""
    (event,) = events_of("أسفرت غارة على مدينة سراقب عن مقتل خمسة مدنيين وإصابة 12 آخرين")

    assert (event.type, event.killed, event.injured) == ("air_strike", 5, 12)


def test_vague_number_is_a_range() -> None:
    """Dozens are no number: the toll holds both ends."""
    (event,) = events_of("أدى انفجار سيارة مفخخة في مدينة الباب إلى مقتل العشرات")

    assert event.killed is None
    assert event.toll is not None
    assert event.toll.killed is not None
    low, high = event.toll.killed
    assert low is not None
    assert high is not None
    assert low < high


def test_deaths_without_a_means_are_a_killing() -> None:
    """Where no attack is told, the deaths are the event."""
    (event,) = events_of("قتل أربعة جنود في مدينة البيضاء أمس")

    assert (event.type, event.killed) == ("killing", 4)


def test_named_victim_counts_as_one() -> None:
    """The assassination of one person has one dead."""
    (event,) = events_of("اغتيل القاضي سامر الحسن في مدينة عدن")

    assert event.killed == 1


def test_number_before_a_verb_with_its_noun_is_counted() -> None:
    """`three gunmen were killed in ...`: the number stands before noun and verb."""
    (event,) = events_of("قالت المصادر إن ثلاثة مسلحين قتلوا في اشتباك شمال مدينة العريش")

    assert (event.type, event.killed) == ("clash", 3)


def test_dual_is_two() -> None:
    """Two soldiers and two children are told by the noun alone."""
    (event,) = events_of("قتل جنديان في انفجار لغم قرب مدينة الحديدة")

    assert event.killed == 2


def test_number_behind_the_wounded_is_theirs() -> None:
    """`the death of a child and the wounding of two`: one dead, two hurt."""
    (event,) = events_of("قصفت مدفعية العدو قرية الهبيط ما أسفر عن مقتل طفل وإصابة اثنين آخرين")

    assert (event.killed, event.injured) == (1, 2)


def test_children_and_women_are_counted_apart() -> None:
    """Who is told to be among the dead stands in the toll's groups."""
    (event,) = events_of("سقط ستة قتلى بينهم طفلان وامرأة بقصف مدفعي على مدينة تعز")

    assert event.killed == 6
    assert event.toll is not None
    assert dict(event.toll.groups) == {"children": 2, "women": 1}


def test_dead_and_hurt_in_one_number_are_no_number_of_dead() -> None:
    """`killing and wounding twelve` leaves open how many died: at most twelve."""
    (event,) = events_of("أدت غارة على مدينة سراقب إلى مقتل وإصابة 12 مدنيا")

    assert event.killed is None
    assert event.toll is not None
    assert event.toll.killed == (None, 12)


def test_deaths_of_the_attack_before_stay_with_it() -> None:
    """What an attack led to is its own, though another attack stands nearer."""
    text = "تواصلت الاشتباكات في مدينة درعا مما أدى إلى مقتل امرأة كما تعرضت بلدة نصيب لقصف مدفعي"

    assert {event.type: event.killed for event in events_of(text)} == {"clash": 1, "shelling": None}


def test_injured_of_the_next_sentence_belong_to_the_attack() -> None:
    """A sentence that names no place goes on about the attack before it."""
    (event,) = events_of("انفجرت سيارة مفخخة في مدينة الباب أمس. وأصيب في الحادث تسعة مدنيين")

    assert (event.type, event.injured) == ("bombing", 9)


def test_toll_that_another_report_gives_is_no_attacks() -> None:
    """What a ministry says of all the dead of a war does not become the toll of today's fire."""
    text = "تابع الجنود دك القرى بالمدافع، وأعلنت هيئة الإسعاف ارتفاع عدد الشهداء إلى 3400"

    assert {event.type: event.killed for event in events_of(text)} == {"shelling": None, "killing": 3400}


PAIRS = [
    ("ذكر المسعف أن رجلين قتلا وأصيب تسعة في تفجير عبوة لاصقة في تكريت", 2, 9),
    ("ذكر المسعف أن طفلا قتل وأصيب ستة آخرون بتفجير في كركوك", 1, 6),
    ("قتل أيضا طفل وأصيب سبعة بانفجار قارورة غاز في مدينة الحسكة", 1, 7),
    ("قتلت عجوز وحفيدتها جراء قصف جوي على بلدة سراقب", 2, None),
    ("أدى انفجار في مقديشو إلى مصرع تاجر ومرافقيه", None, None),
]


@pytest.mark.parametrize(("text", "killed", "injured"), PAIRS)
def test_one_or_two_victims_are_counted_by_their_nouns(text: str, killed: int | None, injured: int | None) -> None:
    """A noun before the verb counts, an adverb between is passed over, and who is joined by "and" counts too."""
    (event,) = events_of(text)

    assert (event.killed, event.injured) == (killed, injured)


Bounds = tuple[int | None, int | None] | None
JOINED = [
    # wa-musadarat sayyaratihi -- "and the seizure of his car"
    ("مقتل شاب ومصادرة سيارته في مدينة الباب", (1, None)),
    # wa-khasarat mawqi' -- "and the loss of a post"
    ("مقتل جندي وخسارة موقع في مدينة الباب", (1, None)),
    # wa-mra'a wa-tifla -- "and a woman and a girl"
    ("قتل رجل وامرأة وطفلة في مدينة الباب", (3, None)),
    # wa-mra'a usibat -- "and a woman was hurt"
    ("قتل رجل وامرأة أصيبت في مدينة الباب", (1, None)),
    # wa-akhihi -- "and his brother"
    ("مقتل شاب وأخيه في مدينة الباب", (2, None)),
    # wa-murafiqihi -- "and his companions"
    ("مقتل قائد ومرافقيه في مدينة الباب", (None, (2, None))),
]


@pytest.mark.parametrize(("text", "killed"), JOINED)
def test_only_people_are_joined_to_a_victim(text: str, killed: tuple[int | None, Bounds]) -> None:
    """A deed behind "and" is nobody, though folded it ends as "his" does; one brother is one, companions several."""
    (event,) = events_of(text)

    assert (event.killed, event.toll and event.toll.killed) == killed


def test_noun_before_a_verb_with_victims_behind_it_is_no_victim() -> None:
    """`a soldier killed two children`: the children count, and a plural behind the verb leaves the number open."""
    # inna jundiyyan qatala tiflayn -- "that a soldier killed two children"
    (children,) = events_of("قال المصدر إن جنديا قتل طفلين في مدينة الباب")
    # madaniyyin -- "civilians"
    (civilians,) = events_of("قال المصدر إن جنديا قتل مدنيين في مدينة الباب")

    assert (children.killed, civilians.killed) == (2, None)


def test_one_number_of_dead_and_hurt_is_neither() -> None:
    """`killing and wounding twelve` tells no number of wounded either."""
    (event,) = events_of("مقتل وإصابة 12 شخصا في قصف مدفعي على مدينة حلب")

    assert (event.killed, event.injured) == (None, None)


def test_dead_of_long_ago_are_not_the_attacks() -> None:
    """Behind `since` stand the dead of another event."""
    events = events_of("ذلك أعنف هجوم في كينيا منذ أن قتل 30 تلميذا في مدينة غاريسا عام 2012")

    assert [(event.type, event.killed) for event in events if event.killed] == [("killing", 30)]


def test_dead_crew_belong_to_the_aircraft_shot_down() -> None:
    """Who dies in an aircraft that is shot down is the toll of its destruction."""
    (event,) = events_of("أسقطت الدفاعات الجوية طائرة شحن في ريف درعا ما أدى إلى مقتل طيارها")

    assert (event.type, event.killed) == ("destruction", 1)


def test_thousands_before_the_dead_are_read_whole() -> None:
    """`two hundred thousand dead` is no thousand."""
    (event,) = events_of("وخلف النزاع في مدينة الحديدة نحو 220 ألف قتيل")

    assert event.killed == 220_000


def test_massacre_has_more_than_one_victim() -> None:
    """A massacre of somebody is not the death of one."""
    events = events_of("ارتكبت المليشيا مجزرة العامل في مدينة تعز")

    assert [event.killed for event in events] == [None]


def test_dead_of_a_year_are_a_killing_of_that_year() -> None:
    """Who died in a year of attacks is a sum with its own time."""
    (event,) = events_of("وتسببت هجمات العصابات على الأسواق بمقتل 340 راعيا خلال عام 2015")

    assert (event.type, event.killed, str(event.start)) == ("killing", 340, "2015-01-01")


def test_number_in_brackets_is_a_number() -> None:
    """A toll may be printed in brackets."""
    (event,) = events_of("فجر انتحاري نفسه في مدينة سبها ما أسفر عن مقتل (18) حارسا وإصابة (6) آخرين")

    assert (event.killed, event.injured) == (18, 6)


def test_number_before_the_dead_is_theirs() -> None:
    """`ten dead and forty hurt`: each number stands before its own."""
    (event,) = events_of("وقعت مواجهات عنيفة في مدينة تعز: عشرة قتلى وأربعون جريحا")

    assert (event.killed, event.injured) == (10, 40)


def test_single_victims_joined_to_a_number_are_counted() -> None:
    """Six women and a man are seven."""
    (event,) = events_of("قتل ست نساء ورجل وجرح آخرون جراء غارات على ريف درعا")

    assert event.killed == 7


def test_adverb_parts_no_number_from_its_verb() -> None:
    """`that 37 persons at least were killed`: the number is theirs, and not one."""
    (event,) = events_of("ذكر المشفى أن 37 شخصا على الأقل قتلوا في انفجار شاحنة مفخخة في سبها")

    assert event.killed == 37


def test_his_death_is_one() -> None:
    """The death of him who was told before is one."""
    (event,) = events_of("انفجرت عبوة ناسفة بحارس في بلدة نصيب ما أدى لمقتله في الحال")

    assert (event.type, event.killed) == ("bombing", 1)


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("سقط ستة من حرس الميناء وتسعة من رجال القبيلة قتلى في اشتباكات قرب زوارة", 15, None),
        ("أدت غارة على ضاحية سبها إلى مقتل راع وأربعة عسكريين وجرح سبعة", 5, 7),
        ("أوقع القصف على بلدة نصيب شهيدا وجريحين", 1, 2),
        ("انفجر لغم في سيارة قرب سبها فقتل رجل وزوجته وأبناؤهما الثلاثة", 5, None),
        ("انفجر لغم في سيارة قرب سبها فقتلت امرأة و3 من أحفادها", 4, None),
        ("ذكر المشفى أن حارسين قتلا في قصف مدفعي على الميناء", 2, None),
        ("ذكر المشفى أن ستة صيادين من أسرة واحدة قتلوا في قصف على الميناء", 6, None),
        ("أسفر قصف على سبها عن فقدان ثمانية من عمال المصنع لحياتهم", 8, None),
        ("قصفت المدفعية سوق نصيب أمس ما أدى إلى مقتل بائع، وأصيب إثر هذا القصف 14 مواطنا", None, 14),
        ("مقتل 31 فرنسيا وبلجيكيا في انفجار شاحنة مفخخة في سبها", 31, None),
        ("ارتفع عدد ضحايا الغارة على سوق نصيب إلى 23", 23, None),
        ("أسفر قصف على سبها عن إصابة راعيين وفتاة بجروح", None, 3),
        ("لقي سبعة عمال من أسرة واحدة مصرعهم وجرح ثلاثة في غارة على سبها", 7, 3),
        ("قتل راع وأصيب آخر بانفجار عبوة ناسفة في سبها", 1, 1),
        ("انفجرت شاحنة مفخخة في سبها فقتل حارس وأصيب آخران", 1, 2),
        ("قال مسعف إن رجلا مجهول الهوية جرح في قصف على سبها", None, 1),
        ("قال مسعف إن راعيين اثنين قتلا وأصيب ستة في قصف على سبها", 2, 6),
        ("قال مسعف إن ثلاثة رعاة قتلوا وأصيب ستة في قصف على سبها", 3, 6),
    ],
)
def test_everybody_who_is_counted_is_in_the_toll(text: str, killed: int | None, injured: int | None) -> None:
    """Victims of two sides, of one family, and one beside many make one number."""
    events = [event for event in events_of(text) if event.type != "killing"]

    assert [(event.killed, event.injured) for event in events] == [(killed, injured)]


def test_number_between_dead_and_wounded_is_a_bound_of_both() -> None:
    """`sixty between dead and wounded`: no more than sixty of each."""
    (event,) = events_of("سقط ستون مسلحا بين قتيل وجريح في غارة على ضاحية سبها")

    assert (event.killed, event.injured) == (None, None)
    assert event.toll is not None
    assert (event.toll.killed, event.toll.injured) == ((None, 60), (None, 60))


def test_toll_that_has_risen_is_the_later_one() -> None:
    """Four dead in the first report, nine in the last: nine."""
    text = "قصفت طائرات سوق بلدة نصيب فقتل أربعة. وأعلن المشفى ارتفاع عدد قتلى القصف على بلدة نصيب إلى تسعة"
    events = events_of(text)

    assert [event.killed for event in events] == [9]


def test_body_that_was_found_is_not_the_attacks() -> None:
    """A body found elsewhere is no toll of the shelling told in the same sentence."""
    events = events_of("أغلقت المدارس جراء القصف الذي هز مدينة نصيب، وفي الريف عثر على جثة رجل مجهول في بلدة اليادودة")

    assert {event.type: event.killed for event in events} == {"shelling": None, "killing": 1}


def test_children_and_women_who_are_the_number_are_its_groups() -> None:
    """Four children and two women are six, and each group is told apart."""
    (event,) = events_of("استشهد أربعة أطفال وامرأتان في قصف على بلدة نصيب")

    assert event.toll is not None
    assert (event.killed, event.toll.groups) == (6, {"children": 4, "women": 2})


def test_man_in_his_thirties_is_no_number() -> None:
    """What is told of his age counts nobody."""
    (event,) = events_of("ثلاثيني يقتل شقيقه في مدينة سبها")

    assert event.killed == 1


def test_who_met_their_death_died_once() -> None:
    """The verb and its death, far behind it, are one killing, with the victims between them."""
    text = "لقي ثلاثة من حراس الميناء مصرعهم في مدينة سبها أمس"
    (event,) = events_of(text)

    assert (event.type, event.killed, [span.of(text) for span in event.targets]) == (
        "killing",
        3,
        ["ثلاثة من حراس الميناء"],
    )


@pytest.mark.parametrize(
    ("killed", "text"),
    [
        (2, "قتل التنظيم في شقة بمدينة نوى الناشطين سالم عبدالله وفارس حمدان"),
        (2, "مقتل القياديين سالم عبدالله وفارس حمدان في غارة على مدينة نوى"),
        (1, "الجيش يكشف هوية قيادي من التنظيم اغتيل في مدينة نوى"),
        (1, "شيع الأهالي اليوم جثمان شاب من البلدة قتل في مدينة نوى"),
        (30, "قالت السلطات إن 30 شخصا من قوات الأمن قتلوا في اشتباكات في مدينة نوى"),
        (None, "أوضح الناطق أن من بين القتلى الضابط سالم حمدان، إثر اشتباكات في مدينة نوى"),
        (None, "نجا القاضي سالم حمدان أمس من الموت إثر محاولة اغتيال أحد مرافقيه في مدينة نوى"),
    ],
)
def test_victims_told_by_name_or_before_the_verb(killed: int | None, text: str) -> None:
    """Names behind a dual are counted; one man before his verb is one; one `among the dead` counts nobody."""
    assert [event.killed for event in events_of(text)] == [killed]


def test_the_dead_of_a_war_are_no_attacks() -> None:
    """So many as only a war kills are not given to the attack told beside them."""
    found = events_of("خلف النزاع نحو 90 ألف قتيل. ثم كثفت الجبهة هجماتها على دوريات الجيش في مدينة نوى")

    assert [event.killed for event in found if event.type == "clash"] == [None]


@pytest.mark.parametrize(
    ("killed", "injured", "text"),
    [
        (17, 45, "ارتفع عدد القتلى إلى 17 وإصابة 45 في تفجير سوق نصيب"),
        (17, 45, "ارتفع عدد القتلى إلى 17 وأصيب 45 في تفجير سوق نصيب"),
        (17, 45, "ارتفع عدد قتلى التفجير في سوق نصيب إلى 17 بينما بلغ عدد الجرحى 45"),
        (17, 45, "ارتفع عدد قتلى التفجير في سوق نصيب إلى 17 والجرحى إلى 45"),
        (None, None, "نقل عدد الجرحى في القصف على سوق نصيب إلى ثلاثة مستشفيات"),
        (5, None, "قتل خمسة مسلحين وخمسة جنود آخرين أصيبوا في معارك قرب نصيب"),
    ],
)
def test_each_number_of_a_risen_toll_is_its_own(killed: int | None, injured: int | None, text: str) -> None:
    """The dead and the hurt of a toll that has grown are told apart, and who is only hurt is not among the dead."""
    assert [(event.killed, event.injured) for event in events_of(text)] == [(killed, injured)]


@pytest.mark.parametrize(
    ("killed", "text"),
    [
        ([1], "مقتل ناشط سياسي وإعلامي في مدينة نوى"),
        ([1], "اغتيال مسؤول سياسي وعسكري في مدينة نوى"),
        ([1, None], "قتل مدني وثلاثة أشخاص اعتقلوا في مداهمة في مدينة نوى"),
        ([1, None], "قتل رجل واعتقل ثلاثة أشخاص في مدينة نوى"),
        ([1, 1], "لقي شاب مصرعه في مدينة نوى وقتلت امرأة في مدينة سبها"),
        ([3], "لقي الوفد ترحيبا في مدينة سبها حيث قتل ثلاثة جنود أمس"),
    ],
)
def test_who_is_not_dead_is_not_counted(killed: list[int | None], text: str) -> None:
    """What one man is besides, who is arrested, and who meets with a welcome, is none of the dead."""
    assert [event.killed for event in events_of(text)] == killed


def test_hurt_also_in_another_fight_are_that_fights() -> None:
    """`As one was hurt also in an exchange of fire`: not by the shelling told before."""
    found = events_of("تعرض سوق نصيب لقصف أسفر عن مقتل ثلاثة حراس كما أصيب عامل في تبادل لإطلاق النار في مدينة نوى")

    assert [(event.type, event.killed, event.injured) for event in found] == [("shelling", 3, None), ("clash", None, 1)]


def test_deaths_that_fire_led_to_are_that_fires() -> None:
    """`Shelling led to the death of`: the shooting told nearer behind has not killed them."""
    found = events_of("أدى قصف على سوق نصيب إلى مقتل ثلاثة حراس، وأصيب عامل في تبادل لإطلاق النار في مدينة نوى")

    assert [(event.type, event.killed) for event in found] == [("shelling", 3), ("clash", None)]
