from __future__ import annotations

import pytest

from tests.coding.event_texts import claims_of

CLAIMS = [
    ("formerly-named", "حركة الفجر", "لواء السهل", "أعلنت حركة الفجر (لواء السهل سابقا) موقفها"),
    ("member-of", "تونس ومصر", "جامعة الدول العربية", "بحثت جامعة الدول العربية، التي تضم تونس ومصر، الأزمة"),
    ("controls", "قبائل عربية", "مدينة سبها", "تضررت مدينة سبها الواقعة تحت سيطرة قبائل عربية."),
    ("role", "عمان والكويت", "الدول الراعية للحوار", "اجتمعت الدول الراعية للحوار (عمان والكويت) أمس"),
    ("located-in", "دوما", "ريف دمشق", "وصلت القافلة إلى مدينة دوما الواقعة في ريف دمشق"),
    ("legal-basis", "الهدنة", "قرار مجلس الأمن", "بدأت الهدنة بموجب قرار مجلس الأمن"),
    ("extent", "مناطق خفض التصعيد", "محافظة إدلب", "وتشمل مناطق خفض التصعيد، محافظة إدلب"),
    ("extent", "مناطق خفض التصعيد", "إدلب ودرعا", "مناطق خفض التصعيد تضم إدلب ودرعا"),
    ("extent", "المنطقة الآمنة", "تل أبيض", "دخلت الدوريات المنطقة الآمنة التي تشمل تل أبيض"),
    ("formerly-named", "حركة الفجر", "حركة السهل", "أعلنت حركة الفجر، حركة السهل سابقا، موقفها"),
    ("member-of", "أحزاب يسارية", "هيئة الحوار", "وتتألف هيئة الحوار من أحزاب يسارية"),
    ("member-of", "كتائب الصمود", "حركة الفجر", "كتائب الصمود، الجناح العسكري لحركة الفجر"),
    ("member-of", "قوات النخبة", "المجلس العسكري", "قوات النخبة، إحدى مكونات المجلس العسكري"),
    ("controls", "قوات المعارضة", "مدينة سبها", "تسيطر قوات المعارضة على مدينة سبها منذ عام"),
    ("controls", "قوات المعارضة", "مدينة سبها", "قوات المعارضة تسيطر على مدينة سبها منذ عام"),
    ("controls", "جماعة الحوثي", "ميناء الحديدة", "ويخضع ميناء الحديدة لسيطرة جماعة الحوثي"),
    ("controls", "المعارضة", "مناطق سيطرة", "وصلت القافلة إلى مناطق سيطرة المعارضة"),
    ("role", "عمان والكويت", "الدول الراعية للحوار", "اجتمعت الدول الراعية للحوار، عمان والكويت، أمس"),
    ("legal-basis", "الانسحاب", "اتفاق الدوحة", "جاء الانسحاب تنفيذا لاتفاق الدوحة"),
]


@pytest.mark.parametrize(("relation", "subject", "whole", "text"), CLAIMS)
def test_each_relation_is_read(relation: str, subject: str, whole: str, text: str) -> None:
    """A plain sentence gives the claim with both of its sides."""
    (claim,) = claims_of(text)

    assert claim.relation == relation
    assert claim.subject.of(text) == subject
    assert claim.object.of(text) == whole
    assert claim.span.covers(claim.subject)
    assert claim.span.covers(claim.object)
    assert claim.why["relation"][1].startswith("pack:lang/ar/claims.csv#")


NO_CLAIMS = [
    "لن تسيطر قوات المعارضة على مدينة سبها",
    "لا تسيطر الحكومة على مدينة سبها",
    "قد تسيطر الحكومة على مدينة سبها",
    "إذا كانت الحكومة تسيطر على مدينة سبها فلترسل الدواء",
    "كان الجيش يسيطر على مدينة سبها قبل عام",
    "لم تعد مدينة سبها تخضع لسيطرة الحكومة",
    "يسيطر الهدوء على مدينة سبها",
    "يسيطر القلق على أهالي سبها",
    "زار الوزير إحدى دول الجوار",
    "استهدف القصف مقر أحد فصائل المعارضة",
    "وقع المتهم في قبضة الأمن العام",
    "ناقش المجتمعون إقامة مناطق نفوذ جديدة",
]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_what_is_not_so_is_no_claim(text: str) -> None:
    """What is negated, possible, past, or said of nobody who can hold a place or belong to a body is no claim."""
    assert claims_of(text) == ()


def test_adverb_without_brackets_is_no_name() -> None:
    """`Formerly` as a mere adverb tells of no name."""
    assert claims_of("أعلنت الحركة سابقا موقفها من الحوار") == ()


def test_numbered_zones_have_their_own_extent() -> None:
    """Zones told by number behind the first one each give what they comprise, up to the next claim in it."""
    text = (
        "وتشمل مناطق خفض التصعيد محافظة إدلب الواقعة تحت سيطرة فصائل محلية، "
        "والثانية أجزاء من حماة وحمص، والثالثة الغوطة الشرقية."
    )
    found = [(c.subject.of(text), c.object.of(text)) for c in claims_of(text) if c.relation == "extent"]
    assert found == [
        ("مناطق خفض التصعيد", "محافظة إدلب"),
        ("الثانية", "أجزاء من حماة وحمص"),
        ("الثالثة", "الغوطة الشرقية"),
    ]


def test_whole_begins_with_its_kind() -> None:
    """`Within the organisation X, which comprises Y`: the whole is the organisation."""
    text = "أثير الأمر في إطار منظمة التعاون، التي تضم تونس ومصر"
    (claim,) = claims_of(text)
    assert claim.object.of(text) == "منظمة التعاون"


def test_adverb_rests_on_nothing() -> None:
    """`Internationally recognised by virtue of X`: the adverb before the phrase is no agreement."""
    assert claims_of("الحكومة المعترف بها دوليا بموجب اتفاق الصخيرات") == ()


def test_building_of_a_ministry_is_no_member() -> None:
    """What belongs to a body is its member only where it is a body itself."""
    assert claims_of("احترق المخزن التابع لوزارة الصحة") == ()
