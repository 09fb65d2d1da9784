"""A text as words, numbers and marks.

A token is a run of letters, a number, a line end, or a single mark. Numbers are cut from letters, so that a
conjunction written onto a digit is a word of its own.
"""

from __future__ import annotations

import re

from hudna.model.spans import Span
from hudna.text.fold import Folded, fold

_TOKEN = re.compile(r"[0-9]+(?:[.,\u066b\u066c][0-9]+)*|[^\W\d_]+|\n+|[^\w\s]|_")


class Tokens:
    """The tokens of one text, as parallel lists.

    `forms[i]` is the folded word; `starts[i]`, `ends[i]` its place in the folded text; `span(i, j)` the place
    of tokens `i` up to but not including `j` in the stored text.
    """

    __slots__ = ("ends", "folded", "forms", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded: Folded = fold(text)
        self.forms: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in _TOKEN.finditer(self.folded.text):
            self.forms.append(match.group())
            self.starts.append(match.start())
            self.ends.append(match.end())

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, stop: int) -> Span:
        """Where tokens `first` to `stop` (exclusive) stand in the stored text."""
        return self.folded.stored(self.starts[first], self.ends[stop - 1])

    def joined(self, i: int) -> bool:
        """Whether token `i` stands right behind the one before it, with no space between."""
        return i > 0 and self.ends[i - 1] == self.starts[i]
