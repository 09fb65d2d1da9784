"""Folding: free spelling made one, with the way back to the text as stored."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.text import fold, fold_word

LETTERS = st.text(
    st.characters(min_codepoint=0x0620, max_codepoint=0x06FF)
    | st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFC)
    | st.sampled_from(' \n.,:"«»abcÉİ019\u200f\u200b'),
    max_size=40,
)


@pytest.mark.parametrize(
    ("folded", "printed"),
    [
        # hamza on its seats
        ("اهل", "أهل"),
        ("اسلام", "إسلام"),
        ("اثار", "آثار"),
        ("مسوول", "مسؤول"),
        ("رييس", "رئيس"),
        # alef maksura and teh marbuta
        ("علي", "على"),
        ("هدنه", "هدنة"),
        # vowel marks and tatweel within a word
        ("هدنه", "هُدْنَة"),
        ("هدنه", "هـــدنة"),
        # letters of Persian for Arabic ones
        ("علي", "\u0639\u0644\u06cc"),
        ("كتاب", "\u06a9تاب"),
        # a presentation form
        ("عشر", "\ufecb\ufeb8\ufeae"),
    ],
)
def test_spellings_become_one(folded: str, printed: str) -> None:
    """Spellings that writers vary freely have one folded form."""
    assert fold_word(printed) == folded


def test_eastern_digits_become_western() -> None:
    """Both sets of Eastern digits fold to 0 to 9."""
    assert fold_word("٠١٢٣٤٥٦٧٨٩") == "0123456789"
    assert fold_word("\u06f1\u06f9") == "19"


def test_tatweel_between_digits_is_a_dash() -> None:
    """Tatweel typed between numbers separates them; it must not join them into another number."""
    assert fold_word("٤ـ٥") == "4-5"


def test_direction_marks_vanish() -> None:
    """Marks that only steer the display leave no trace."""
    assert fold_word("\u200fهدنة\u200e") == "هدنه"


def test_ligature_leads_back_to_its_place() -> None:
    """All letters of a ligature stand where the ligature is stored."""
    text = "قال \ufefb تعليق"
    folded = fold(text)
    assert folded.text == "قال لا تعليق"
    at = folded.text.index("تعليق")
    assert folded.stored(at, at + 5).of(text) == "تعليق"


def test_marks_belong_to_the_word_before() -> None:
    """The stored place of a word takes in the vowel marks at its end."""
    text = "أنَّ هدنةً قائمة"
    folded = fold(text)
    assert folded.stored(0, 2).of(text) == "أنَّ"
    assert folded.stored(3, 7).of(text) == "هدنةً"


@given(LETTERS)
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folding."""
    once = fold(text).text
    assert fold(once).text == once


@given(LETTERS)
def test_way_back_is_monotone_and_inside(text: str) -> None:
    """Folded offsets lead to offsets of the stored text that never go back."""
    folded = fold(text)
    back = [folded.stored(i, i).start for i in range(len(folded.text) + 1)]
    assert back == sorted(back)
    assert all(0 <= at <= len(text) for at in back)


@given(LETTERS)
def test_there_and_back(text: str) -> None:
    """A stored offset that a folded one leads to leads back to a letter at the same place."""
    folded = fold(text)
    for i in range(len(folded.text)):
        at = folded.stored(i, i).start
        assert folded.stored(folded.folded(at), i).start == at


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي أإآىةؤئ٠١٢", max_size=30))
def test_plain_letters_keep_their_offsets(text: str) -> None:
    """Letters that fold one to one need no table of offsets."""
    folded = fold(text)
    assert len(folded.text) == len(text)
    assert folded.breaks == ()
