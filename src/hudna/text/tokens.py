"""A text as words, numbers and marks.

A token is a run of letters, a number, a line end, or a single mark. Numbers are cut from letters, so that a
conjunction written onto a digit is a word of its own. A text is cut at its spaces first, before any folding: what
stands between two spaces (a chunk) falls into the same tokens wherever it is printed, so that this can be
remembered, and places are those of the stored text from the start.
"""

from __future__ import annotations

import re
from typing import Final

from hudna.model.spans import Span
from hudna.text.fold import fold

_TOKEN: Final = re.compile(r"[^\W\d_]+|[0-9]+(?:[.,\u066b\u066c][0-9]+)*|\n+|[^\w\s]|_")

Piece = tuple[str, int, int]
"""A token of a chunk: its folded form, and its place in the stored chunk, end exclusive."""


class Tokens:
    """The tokens of one text, as parallel lists.

    `forms[i]` is the folded word; `starts[i]`, `ends[i]` its place in the stored text, marks included.
    """

    __slots__ = ("ends", "forms", "starts", "text")

    def __init__(self, text: str, forms: list[str], starts: list[int], ends: list[int]) -> None:
        self.text = text
        self.forms = forms
        self.starts = starts
        self.ends = ends

    def __len__(self) -> int:
        return len(self.forms)

    def span(self, first: int, stop: int) -> Span:
        """Where tokens `first` to `stop` (exclusive) stand in the stored text."""
        return Span(self.starts[first], self.ends[stop - 1])

    def letter(self, i: int, number: int) -> int:
        """Where the letter `number` (from 0) of the folded form of token `i` stands in the stored text."""
        start, end = self.starts[i], self.ends[i]
        if end - start == len(self.forms[i]):
            return start + number
        return start + fold(self.text[start:end]).stored(number, number).start

    def joined(self, i: int) -> bool:
        """Whether token `i` stands right behind the one before it, with no space between."""
        return i > 0 and self.ends[i - 1] == self.starts[i]


def tokenise(text: str) -> Tokens:
    """The tokens of the text."""
    tokens = Tokens(text, [], [], [])
    for chunk, at in zip(*chunks(text), strict=True):
        for form, start, end in pieces(chunk):
            tokens.forms.append(form)
            tokens.starts.append(at + start)
            tokens.ends.append(at + end)
    return tokens


def chunks(text: str) -> tuple[list[str], list[int]]:
    """The runs of a text without a space, and its runs of line ends; and where each begins."""
    found: list[str] = []
    starts: list[int] = []
    at = ends = 0
    for line in text.split("\n"):
        if line:
            if ends:
                found.append("\n" * ends)
                starts.append(at - ends)
            for chunk in line.split(" "):
                if chunk:
                    found.append(chunk)
                    starts.append(at)
                at += len(chunk) + 1
            ends = 1
        else:
            ends += 1
            at += 1
    if ends > 1:  # behind the last line stands no line end
        found.append("\n" * (ends - 1))
        starts.append(at - ends)
    return found, starts


def pieces(chunk: str) -> list[Piece]:
    """The tokens of a run without a space."""
    folded = fold(chunk)
    if not folded.breaks:
        if folded.text.isalpha():
            return [(folded.text, 0, len(chunk))]
        return [(match.group(), match.start(), match.end()) for match in _TOKEN.finditer(folded.text)]
    found: list[Piece] = []
    for match in _TOKEN.finditer(folded.text):
        span = folded.stored(match.start(), match.end())
        found.append((match.group(), span.start, span.end))
    return found
