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
