"""The sentence round a span."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.ledger.context import WIDEST, sentence_around
from hudna.model import Span


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("One. Two three. Four.", "three", "Two three."),
        ("Title\n\nBody here", "Title", "Title"),
        ("Title\n\nBody here", "here", "Body here"),
        ("Was it so? No! Yes", "No", "No!"),
        ("It grew by 3.5 per cent. So", "cent", "It grew by 3.5 per cent."),
        ('"Go." He went.', "went", "He went."),
        ("He went. She did.", "He went.", "He went."),
        # hal intahat al-hudnah? la.
        ("هل انتهت الهدنة؟ لا.", "لا", "لا."),
    ],
)
def test_sentence_round_a_word(text: str, word: str, sentence: str) -> None:
    """Marks before white space, and line ends, bound a sentence."""
    start = text.index(word)

    assert sentence_around(text, Span(start, start + len(word))).of(text) == sentence


def test_text_without_marks_is_cut_at_a_space() -> None:
    """An endless line gives a context that can be read, of whole words."""
    text = "word " * 1000
    found = sentence_around(text, Span(2500, 2504))

    assert set(found.of(text).split()) == {"word"}
    assert found.end - found.start <= 2 * WIDEST + 4


@given(st.text(alphabet="ab .\n؟", max_size=60), st.data())
def test_sentence_covers_the_span(text: str, data: st.DataObject) -> None:
    """Whatever the text, a span without white space at its ends stands wholly in its sentence."""
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    words = span.of(text)
    if words.strip() == words and words:
        assert sentence_around(text, span).covers(span)
