"""Text folded for matching, with the way back to the text as stored.

Spelling that Arabic writers vary freely is made one: hamza on its seats, alef maksura and yeh, teh marbuta
and heh, tatweel, vowel marks, Eastern digits, presentation forms, Persian letters typed for Arabic ones.
Most texts hold only letters that fold one to one; for these no table of offsets is made.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final

from hudna.model.spans import Span
from hudna.text import letters as L

# One letter for one letter: offsets stay as they are.
_SAME_LENGTH: Final = {
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
_TABLE: Final = {code: code for code in range(0x0700)} | {ord(letter): ord(to) for letter, to in _SAME_LENGTH.items()}
"""Other letters of the script stand for themselves: one that a table does not have costs an exception."""

# Marks, tatweel, invisible characters and presentation forms change the length.
_UNEVEN: Final = re.compile(
    "[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u08d3-\u08ff"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufb50-\ufdff\ufe70-\ufeff]"
)

_FREE: Final = re.compile(f"[A-Z\u0080-\u05ff\u0700-\U0010ffff{''.join(_SAME_LENGTH)}{_UNEVEN.pattern[1:]}")
"""A letter that may be written otherwise once folded; most words have none."""


class Folded:
    """`text` for matching, with the way back to the text that it was made from.

    `breaks` are the folded offsets from which on the stored text lies further off, `behind` the stored offsets
    that belong to them; both are empty where every letter folded one to one.
    """

    __slots__ = ("behind", "breaks", "text")

    def __init__(self, text: str, breaks: tuple[int, ...] = (), behind: tuple[int, ...] = ()) -> None:
        self.text = text
        self.breaks = breaks
        self.behind = behind

    def stored(self, start: int, end: int) -> Span:
        """Where the folded range `[start, end)` stands in the stored text, its marks included."""
        return Span(self._stored(start), self._stored(end)) if self.breaks else Span(start, end)

    def _stored(self, at: int) -> int:
        i = bisect_right(self.breaks, at) - 1
        return at if i < 0 else self.behind[i] + at - self.breaks[i]

    def folded(self, at: int) -> int:
        """The folded offset of the letter that stands at `at` in the stored text, or of the one before it."""
        i = bisect_right(self.behind, at) - 1
        return at if i < 0 else self.breaks[i] + at - self.behind[i]


def fold(text: str) -> Folded:
    """`text` with free spelling made one. Folding twice changes nothing."""
    if _FREE.search(text) is None:
        return Folded(text)
    if _UNEVEN.search(text) is None:
        return Folded(_lower(text.translate(_TABLE)))
    out: list[str] = []
    breaks: list[int] = []
    behind: list[int] = []
    done, length = 0, 0
    for match in _UNEVEN.finditer(text):
        at = match.start()
        out.append(text[done:at])
        length += at - done
        done = at + 1
        piece = _fold_uneven(text, at)
        out.append(piece)
        for _ in piece[1:]:  # a ligature: its letters all stand at one place
            length += 1
            breaks.append(length)
            behind.append(at)
        length += 1 if piece else 0
        if breaks and breaks[-1] == length:
            behind[-1] = done
        else:
            breaks.append(length)
            behind.append(done)
    out.append(text[done:])
    return Folded(_lower("".join(out).translate(_TABLE)), tuple(breaks), tuple(behind))


def fold_word(text: str) -> str:
    """The folded text alone, for keys of tables."""
    return fold(text).text


def _lower(text: str) -> str:
    """Lower case, letter for letter: a few letters grow when lowered, and offsets must hold."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower()[:1] for c in text)


def _fold_uneven(text: str, at: int) -> str:
    """What a character that does not fold one to one becomes: nothing, a letter, or the letters of a ligature."""
    char = text[at]
    if char == L.TATWEEL:
        # Typed for a dash between numbers or words it separates; within a word it only stretches it.
        return "" if text[at - 1 : at].isalpha() else "-"
    pieces = unicodedata.normalize("NFKC", char)
    return "".join(c for c in pieces if _UNEVEN.match(c) is None and c != " ")
