"""The whole coder over one article."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.model import Article
from hudna.pipeline import Kit, code_article, load_kit
from hudna.record import DocumentRecord, encode, render

_WORDS = """
وقال أن إن نفى الوزير المتحدث باسم مجلس الشمال أكد مشيرا إلى مضيفا بحسب نقلا عن وكالة مصدر عسكري
قصف غارة مقتل ثلاثة جرحى في مدينة السهل يوم الجمعة الماضي تموز رمضان شوال هدنة اتفاق لن لم روسيا دمشق
"""
_MARKS = '" « » “ ” : . ، ؛ ؟ ( ) - … 5 12 2017 2900 x'
_PIECES = (*_WORDS.split(), *_MARKS.split(), "\n", "\n\n", "\u0640", "\u064b", "\ufefb", "\u0661\u0665")


@cache
def kit() -> Kit:
    return load_kit("syria-2017")


def coded(text: str, **more: object) -> DocumentRecord:
    article = Article(text=text, lang="ar", published=date(2017, 6, 23), **more)  # type: ignore[arg-type]
    return render(code_article(article, kit()))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), min_size=1, max_size=60).map(" ".join))
def test_any_text_gives_a_record_whose_spans_lie_in_it(text: str) -> None:
    """Whatever the words and marks, the coder ends, and each span is a stretch of the text."""
    text = text.strip() or "x"
    record = coded(text)

    spans = [part for s in record.statements for part in s.content]
    spans += [s.source for s in record.statements if s.source] + [s.cue for s in record.statements if s.cue]
    spans += [e.trigger for e in record.events] + [p.span for p in record.places] + [t.span for t in record.times]
    assert all(0 <= start < end <= len(text) for start, end in spans)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_give_a_record(text: str) -> None:
    """Text that is no Arabic at all is coded to a record too."""
    assert coded(text.strip() or "x").text == (text.strip() or "x")


def test_same_article_gives_the_same_bytes() -> None:
    """Coding twice gives one line, byte for byte."""
    text = "قال المتحدث باسم مجلس الشمال سامر الحداد إن القصف على السهل توقف أمس."

    assert encode(coded(text)) == encode(coded(text))


def test_language_without_a_pack_is_recorded_not_coded() -> None:
    """A text in a language that no pack knows keeps its text and says why nothing is coded."""
    article = Article(text="The truce held on Friday.", lang="en")
    record = render(code_article(article, kit()))

    assert record.statements == []
    assert [problem.code for problem in record.problems] == ["HUD201"]
    assert "no language pack" in record.problems[0].reason
