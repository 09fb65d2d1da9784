"""Which verb may be said of which noun."""

from __future__ import annotations

import pytest

from hudna.coding.words.agreement import (
    EITHER,
    FEMININE,
    MANY,
    MASCULINE,
    ONE,
    agrees,
    gender_of_cue,
    gender_of_noun,
    gender_of_phrase,
    number_of_cue,
)
from tests.coding.conftest import Read


@pytest.mark.parametrize(
    ("verb", "gender"),
    [
        # qala -- "he said"
        ("قال", MASCULINE),
        # wa-qalat -- "and she said"
        ("وقالت", FEMININE),
        # yaqulu -- "he says"
        ("يقول", MASCULINE),
        # taqulu -- "she says"
        ("تقول", FEMININE),
        # mudifan -- "adding", of a man
        ("مضيفا", MASCULINE),
        # mudifatan -- "adding", of a woman
        ("مضيفة", FEMININE),
    ],
)
def test_a_cue_tells_the_gender_of_its_speaker(read: Read, verb: str, gender: int) -> None:
    """Verbs in both tenses and participles tell it, with or without a conjunction."""
    assert gender_of_cue(read(verb), 0) == gender


@pytest.mark.parametrize(
    ("noun", "gender"),
    [
        # al-wazir -- "the minister"
        ("الوزير", MASCULINE),
        # al-mutahadditha -- "the spokeswoman"
        ("المتحدثة", FEMININE),
        # wizara -- "ministry"
        ("وزارة", FEMININE),
        # masadir -- "sources", as all plurals of things
        ("مصادر", FEMININE),
        # masdar -- "source"
        ("مصدر", MASCULINE),
        # mariya -- a woman's name
        ("ماريا", FEMININE),
        # hamas -- a proper name
        ("حماس", EITHER),
    ],
)
def test_a_noun_has_the_gender_of_its_letters_or_its_row(read: Read, noun: str, gender: int) -> None:
    """Endings, patterns of plurals and given names tell it; proper names of bodies leave it open."""
    assert gender_of_noun(read(noun), 0) == gender


def test_an_adjective_tells_what_the_noun_leaves_open(read: Read) -> None:
    """Three letters may be a plural: the adjective tells."""
    # ad-duwal al-gharbiyya -- "the western states"
    assert gender_of_phrase(read("الدول الغربية"), 0, 2) == FEMININE
    # al-jaysh as-suri -- "the Syrian army"
    assert gender_of_phrase(read("الجيش السوري"), 0, 2) == MASCULINE


def test_what_is_open_agrees_with_everything() -> None:
    """Only two genders that are both told can disagree."""
    assert agrees(FEMININE, EITHER)
    assert agrees(EITHER, MASCULINE)
    assert agrees(FEMININE, FEMININE)
    assert not agrees(FEMININE, MASCULINE)


@pytest.mark.parametrize(
    ("verb", "number"),
    [
        # wa-adafa -- "and he added"
        ("وأضاف", ONE),
        # wa-adafu -- "and they added"
        ("وأضافوا", MANY),
        # yaqulun -- "they say"
        ("يقولون", MANY),
        # wa-yudinu -- "and he condemns": the noon is the verb's own
        ("ويدين", ONE),
        # yubayyinu -- "he makes clear"
        ("يبين", ONE),
        # mushiran -- "pointing", of one
        ("مشيرا", ONE),
        # mushirin -- "pointing", of many
        ("مشيرين", MANY),
        # tasrih -- "a statement"
        ("تصريح", 0),
    ],
)
def test_a_cue_tells_whether_one_or_many_go_on(read: Read, verb: str, number: int) -> None:
    """Verbs and participles tell it by their ending, nouns of speech tell nothing."""
    assert number_of_cue(read(verb), 0) == number


def test_a_counterpart_may_be_a_man_or_a_woman(read: Read) -> None:
    """`His counterpart` is written as the feminine noun is."""
    # naziruhu
    assert gender_of_noun(read("نظيره"), 0) == EITHER
