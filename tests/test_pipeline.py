"""The whole coder over one article."""

from __future__ import annotations

import gc
import sys
from datetime import date
from functools import cache
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.coding.words import reading
from hudna.model import Article
from hudna.packs.language import load_language
from hudna.pipeline import Kit, code_article, load_kit, settle
from hudna.record import DocumentRecord, encode, render
from tests.tools import load

hostile = load("eval/hostile.py")
valid = load("eval/valid.py")

_WORDS = """
وقال أن إن نفى الوزير المتحدث باسم مجلس الشمال أكد مشيرا إلى مضيفا بحسب نقلا عن وكالة مصدر عسكري
قصف غارة مقتل ثلاثة جرحى في مدينة السهل يوم الجمعة الماضي تموز رمضان شوال هدنة اتفاق لن لم روسيا دمشق
"""
_MARKS = '" « » “ ” : . ، ؛ ؟ ( ) - … 5 12 2017 2900 x'
_PIECES = (*_WORDS.split(), *_MARKS.split(), "\n", "\n\n", "\u0640", "\u064b", "\ufefb", "\u0661\u0665")
_KINDS = sorted(hostile.PIECES)


@cache
def kit() -> Kit:
    return load_kit("syria-2017")


def coded(text: str, **more: object) -> DocumentRecord:
    article = Article(text=text, lang="ar", published=date(2017, 6, 23), **more)  # type: ignore[arg-type]
    return render(code_article(article, kit()))


def faults(text: str) -> list[str]:
    """What is wrong with the record of a text."""
    told: list[str] = valid.faults(coded(text.strip() or "x"))
    return told


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=60).map(" ".join))
def test_any_text_gives_a_valid_record(text: str) -> None:
    """Whatever the words and marks, the coder ends, and each span is a stretch of the text."""
    assert faults(text) == []


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_give_a_record(text: str) -> None:
    """Text that is no Arabic at all is coded to a record too."""
    assert coded(text.strip() or "x").text == (text.strip() or "x")
    assert faults(text) == []


def test_any_word_may_end_a_text() -> None:
    """No coder looks past the last word: each word of the pack, alone or behind an event's noun, can be the last."""
    for n, words in enumerate(dict.fromkeys(load_language("ar").lexicon.patterns())):
        # maqtal
        text = words if n % 2 else f"مقتل {words}"
        assert coded(text).text == text


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(_KINDS), st.integers(20, 250), st.integers(0, 30)), min_size=1, max_size=4))
def test_hostile_texts_give_valid_records(parts: list[tuple[str, int, int]]) -> None:
    """Stretches of what no newspaper prints, cut anywhere and run together, are coded."""
    assert faults("".join(hostile.hostile(kind, size=size)[cut:] for kind, size, cut in parts)) == []


@pytest.mark.parametrize("kind", _KINDS)
def test_steps_grow_with_the_text(kind: str) -> None:
    """A hostile text of twice the length takes the coder about twice the steps: no step looks at all others."""
    if not reading.__file__.endswith(".py"):
        pytest.skip("the coder is compiled: its steps can't be counted")
    coded(hostile.hostile(kind, size=1_500))  # the lexicon learns the words

    short, long = (steps(hostile.hostile(kind, size=size)) for size in (1_500, 3_000))

    assert short > 100
    assert long < short * _STEEPEST


_STEEPEST = 3.0
"""Linear is 2; a step for each pair of words is 4. Between them lie short loops that a sentence's length ends."""


def steps(text: str) -> int:
    """How many lines and calls of Python the coder runs for a text."""
    count = 0

    def tell(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return tell

    before = sys.gettrace()
    sys.settrace(tell)
    try:
        coded(text)
    finally:
        sys.settrace(before)
    return count


def test_same_article_gives_the_same_bytes() -> None:
    """Coding twice gives one line, byte for byte."""
    text = "قال المتحدث باسم مجلس الشمال سامر الحداد إن القصف على السهل توقف أمس."

    assert encode(coded(text)) == encode(coded(text))


def test_settled_process_searches_seldom_for_cycles() -> None:
    """What is loaded is passed over, and searches are rare."""
    before = gc.get_threshold()
    gc.set_threshold(700)
    try:
        settle()

        assert gc.get_freeze_count() > 0
        assert gc.get_threshold()[0] > 7000
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def test_language_without_a_pack_is_recorded_not_coded() -> None:
    """A text in a language that no pack knows keeps its text and says why nothing is coded."""
    article = Article(text="The truce held on Friday.", lang="en")
    record = render(code_article(article, kit()))

    assert record.statements == []
    assert [problem.code for problem in record.problems] == ["HUD201"]
    assert "no language pack" in record.problems[0].reason
