"""NFC of texts with very many marks."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.text import normal
from hudna.text.normal import nfc

_MARKS = "\u064b\u0650\u0651\u0670\u0653\u0301\u0323\u0344\u0345\u05b0"
_OTHERS = "اeé \n.«\u0958\u2126\u1100\u1161"


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet=_MARKS * 3 + _OTHERS, max_size=200))
def test_nfc_is_that_of_the_standard(text: str) -> None:
    """Putting long runs in order first changes no result, whatever stands in and round them."""
    assert normal._RUN.sub(normal._in_order, text) == text or len(text) > 30
    assert unicodedata.normalize("NFC", normal._RUN.sub(normal._in_order, text)) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("letter", ["ا", "e", ""])
def test_long_run_of_marks_is_put_in_order(letter: str) -> None:
    """A text beyond the short ones goes the way by sorting, and comes to the same."""
    text = letter + _MARKS * 1_100

    assert len(text) > normal._SHORT
    assert nfc(text) == unicodedata.normalize("NFC", text)


def test_marks_in_order_are_sorted_once() -> None:
    """What is handed to the standard library has its marks in order already: insertion has nothing to move."""
    (run,) = normal._RUN.finditer("\u0651\u064b" * 1_000)

    classes = [unicodedata.combining(char) for char in normal._in_order(run)]

    assert classes == sorted(classes)
