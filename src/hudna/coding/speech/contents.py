"""What stands in whose words: the contents of the statements, found by place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from hudna.model import Span, Statement


class Contents:
    """The contents of a text's statements, in its order. Asked for each event, so sorted once."""

    __slots__ = ("ends", "parts")

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.parts = sorted((part.start, part.end, k) for k, s in enumerate(statements) for part in s.content)
        self.ends: list[int] = []
        """The furthest end of the parts up to each one, so that a search knows where to begin."""
        for _, end, _ in self.parts:
            self.ends.append(max(end, self.ends[-1] if self.ends else 0))

    def over(self, span: Span, *, whole: bool = False) -> tuple[int, ...]:
        """The statements in whose content the span stands, with a part of it or as a whole, in order."""
        found = set()
        for i in range(bisect_left(self.ends, span.start + 1), len(self.parts)):
            first, last, k = self.parts[i]
            if first >= span.end:
                break
            if last > span.start and (not whole or (first <= span.start and span.end <= last)):
                found.add(k)
        return tuple(sorted(found))
