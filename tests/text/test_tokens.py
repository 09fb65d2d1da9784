"""A text as words, numbers and marks."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from hudna.text import tokenise


def test_words_numbers_and_marks() -> None:
    """Each word, number and mark is a token; spaces are none."""
    # qutila 3 junud.
    assert tokenise("قتل 3 جنود.").forms == ["قتل", "3", "جنود", "."]


def test_number_is_cut_from_a_conjunction() -> None:
    """A conjunction written onto digits is a word of its own."""
    # bayna 4 wa-5
    assert tokenise("بين ٤ و٥").forms == ["بين", "4", "و", "5"]


def test_number_keeps_its_separators() -> None:
    """Decimal and thousands marks belong to the number; a mark at its end does not."""
    assert tokenise("1,200 أو 3.5.").forms == ["1,200", "او", "3.5", "."]


def test_line_ends_are_one_token() -> None:
    """A blank line is one token of two line ends."""
    assert tokenise("عنوان\n\nمتن").forms == ["عنوان", "\n\n", "متن"]


def test_vowelled_word_is_one_token() -> None:
    """Vowel marks do not cut a word."""
    tokens = tokenise("أكَّدَ الوزيرُ")
    assert tokens.forms == ["اكد", "الوزير"]
    assert tokens.span(0, 1).of(tokens.text) == "أكَّدَ"


def test_joined_tells_what_stands_without_space() -> None:
    """A token is joined where no space stands before it."""
    tokens = tokenise("قال: نعم")
    assert [tokens.joined(i) for i in range(3)] == [False, True, False]


@given(st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF) | st.sampled_from(' \n."«»09ab\ufefb')))
def test_spans_follow_each_other(text: str) -> None:
    """The tokens' places lie in the text, in order, and none is empty."""
    tokens = tokenise(text)
    spans = [tokens.span(i, i + 1) for i in range(len(tokens))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.start <= b.start and a.end <= b.end for a, b in itertools.pairwise(spans))
