"""Text folded for matching, with the way back to the text as stored.

Spelling that Arabic writers vary freely is made one: hamza on its seats, alef maksura and yeh, teh marbuta
and heh, tatweel, vowel marks, Eastern digits, presentation forms, Persian letters typed for Arabic ones.
Most texts hold only letters that fold one to one; for these no table of offsets is made.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from hudna.text import letters as L
from hudna.model.spans import Span

# One letter for one letter: offsets stay as they are.
_SAME_LENGTH = {
    L.ALEF_HAMZA_ABOVE: L.ALEF,
    L.ALEF_HAMZA_BELOW: L.ALEF,
    L.ALEF_MADDA: L.ALEF,
    L.ALEF_WASLA: L.ALEF,
    L.ALEF_MAKSURA: L.YEH,
    L.TEH_MARBUTA: L.HEH,
    L.WAW_HAMZA: L.WAW,
    L.YEH_HAMZA: L.YEH,
    L.FARSI_YEH: L.YEH,
    L.KEHEH: L.KAF,
    L.HEH_DOACHASHMEE: L.HEH,
    L.HEH_GOAL: L.HEH,
    "\N{NO-BREAK SPACE}": " ",
    "\t": " ",
    **{chr(0x0660 + n): str(n) for n in range(10)},
    **{chr(0x06F0 + n): str(n) for n in range(10)},
}
_TABLE = str.maketrans(_SAME_LENGTH)

# Marks, tatweel, invisible characters and presentation forms change the length.
_UNEVEN = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufb50-\ufdff\ufe70-\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Folded:
    """`text` for matching; `stored(span)` gives the place in the text that it was made from."""

    text: str
    offsets: tuple[int, ...] | None
    """For each folded code point, and one past the last, its offset; `None`: they are the same."""

    def stored(self, start: int, end: int) -> Span:
        """Where the folded range `[start, end)` stands in the stored text, its marks included."""
        if self.offsets is None:
            return Span(start, end)
        return Span(self.offsets[start], self.offsets[end] if end > start else self.offsets[start])


def fold(text: str) -> Folded:
    """`text` with free spelling made one. Folding twice changes nothing."""
    if _UNEVEN.search(text) is None:
        return Folded(_lower(text.translate(_TABLE)), None)
    out: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        if char == L.TATWEEL and not text[at - 1 : at].isalpha():
            pieces = "-"  # Typed for a dash: between numbers it separates.
        else:
            pieces = _fold_char(char)
        for piece in pieces:
            out.append(piece)
            offsets.append(at)
    offsets.append(len(text))
    return Folded("".join(out), tuple(offsets))


def fold_word(text: str) -> str:
    """The folded text alone, for keys of tables."""
    return fold(text).text


def _lower(text: str) -> str:
    """Lower case, letter for letter: a few letters grow when lowered, and offsets must hold."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[:1] for c in text)


def _fold_char(char: str) -> str:
    if _UNEVEN.match(char) is None:
        return _lower(char.translate(_TABLE))
    pieces = unicodedata.normalize("NFKC", char)
    kept = "".join(c for c in pieces if _UNEVEN.match(c) is None and c != " ")
    return kept.translate(_TABLE)
