"""The written forms of a word, from the listed one."""

from __future__ import annotations

import pytest

from hudna.packs.inflect import Inflection, forms


@pytest.mark.parametrize(
    ("how", "word", "some"),
    [
        # qala: qalat, qalu
        ("perfect", "قال", {"قال", "قالت", "قالوا", "قالا"}),
        # nafa: the weak letter falls
        ("perfect", "نفى", {"نفي", "نفت", "نفوا"}),
        # yaqulu: taqulu, naqulu, yaqulun
        ("imperfect", "يقول", {"يقول", "تقول", "نقول", "يقولون", "يقولوا"}),
        # yanfi: yanfun
        ("imperfect", "ينفي", {"ينفي", "تنفي", "ينفون"}),
        # mu'akkid: in the accusative, feminine, plural
        ("participle", "مؤكد", {"موكد", "موكدا", "موكده", "موكدين", "موكدون"}),
        # rusi
        ("nisba", "روسي", {"روسي", "روسيه", "روسيون", "روسيين", "روسيتان"}),
        # hudna: dual and plural
        ("noun", "هدنة", {"هدنه", "هدنات", "هدنتان", "هدنتين"}),
    ],
)
def test_forms(how: Inflection, word: str, some: set[str]) -> None:
    """The usual endings and prefixes are among the forms, folded."""
    assert some <= set(forms(word, how))


def test_listed_form_comes_first() -> None:
    """The first form is the listed one, and none comes twice."""
    found = forms("يرى", "imperfect")
    assert found[0] == "يري"
    assert len(found) == len(set(found))


def test_fixed_word_has_one_form() -> None:
    """A fixed word is only folded."""
    assert forms("إلى", "fixed") == ("الي",)


def test_phrase_inflects_its_verb() -> None:
    """Of a phrase that a verb leads, the verb alone changes."""
    # rafa'a shi'ar
    assert "رفعت شعار" in forms("رفع شعار", "perfect")
