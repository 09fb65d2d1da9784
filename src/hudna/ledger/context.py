"""The sentence that a span stands in."""

from __future__ import annotations

import re

from hudna.model.spans import Span

# A mark ends a sentence only before white space: "3.5" and "a.b" go on.
_END = re.compile(r"[.!?\u061f\u06d4\u2026]+[\"'\u00bb\u201d)\]]*(?=\s)|\n")
WIDEST = 600
"""Text without sentence marks is cut this far from the span, at a space."""


def sentence_around(text: str, span: Span) -> Span:
    """The sentence or sentences that cover `span`, without the white space round them."""
    low = max(0, span.start - WIDEST)
    high = min(len(text), span.end + WIDEST)
    ends = [m.end() for m in _END.finditer(text, low, span.start)]
    start = ends[-1] if ends else _next_space(text, low, span.start)
    # The span may end with the mark that ends its sentence.
    match = _END.search(text, max(span.start, span.end - 1), high)
    end = match.end() if match else _last_space(text, span.end, high)
    return _stripped(text, Span(start, end))


def _next_space(text: str, low: int, stop: int) -> int:
    found = text.find(" ", low, stop) if low > 0 else low
    return low if found < 0 else found


def _last_space(text: str, start: int, high: int) -> int:
    found = text.rfind(" ", start, high) if high < len(text) else high
    return high if found < 0 else found


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
