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
    text = "تواصلت الاشتباكات في مدينة درعا مما أسفر عن مقتل امرأة كما تعرضت بلدة نصيب لقصف مدفعي"

    assert {event.type: event.killed for event in events_of(text)} == {"clash": 1, "shelling": None}


def test_injured_of_the_next_sentence_belong_to_the_attack() -> None:
    """A sentence that names no place goes on about the attack before it."""
    (event,) = events_of("انفجرت سيارة مفخخة في مدينة الباب أمس. وأصيب في الحادث تسعة مدنيين")

    assert (event.type, event.injured) == ("bombing", 9)


def test_toll_that_another_report_gives_is_no_attacks() -> None:
    """What a ministry says of all the dead of a war does not become the toll of today's fire."""
    text = "واصلت الفصائل دك المواقع بالصواريخ، وأعلنت وزارة الصحة ارتفاع عدد الشهداء إلى 5800"

    assert {event.type: event.killed for event in events_of(text)} == {"shelling": None, "killing": 5800}


PAIRS = [
    ("قال المصدر إن شخصين قتلا وأصيب سبعة في تفجير عبوة ناسفة في بغداد", 2, 7),
    ("قال المصدر إن شخصا قتل وأصيب خمسة آخرون بتفجير في بغداد", 1, 5),
    ("قتل أيضا شخص وأصيب أربعة بانفجار دراجة نارية في مدينة الباب", 1, 4),
    ("قتلت امرأة وابنتها جراء قصف صاروخي على مدينة أعزاز", 2, None),
    ("أدى اشتباك في صنعاء إلى مصرع قائد حوثي ومرافقيه", None, None),
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
    events = events_of("هذا أسوأ هجوم في تركيا منذ أن قتل 50 شخصا في مدينة أنقرة عام 2013")

    assert [(event.type, event.killed) for event in events if event.killed] == [("killing", 50)]
