"""Right-to-left text for terminals that don't order letters: put in the order of the eye, and joined.

Not the whole Unicode bidirectional algorithm: the cards keep to one direction a line, so all that occurs is a
right-to-left passage with numbers, Latin words, punctuation and colours in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Literal, NamedTuple

Order = Literal["isolates", "visual"]

FSI = "\N{FIRST STRONG ISOLATE}"
PDI = "\N{POP DIRECTIONAL ISOLATE}"

_ISOLATE = re.compile(f"{FSI}(.*?){PDI}", re.DOTALL)
_STYLE = re.compile("(\x1b\\[[0-9;]*m)")
_PLAIN = "\x1b[0m"
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_NUMBER = frozenset({"EN", "AN"})
_IN_NUMBER = frozenset({"ES", "CS", "ET"})

# Environments of terminals that show letters in the order of storage.
_UNORDERED = (
    ("TERM", "linux"),
    ("TERM_PROGRAM", "vscode"),
    ("XTERM_VERSION", None),
    ("ALACRITTY_WINDOW_ID", None),
)


class _Glyph(NamedTuple):
    text: str
    """A letter with the marks that stand on it."""
    style: str


def order_for(environ: Mapping[str, str], *, terminal: bool) -> Order:
    """How lines are ordered: as HUDNA_BIDI says, else by the terminal; a file keeps the order of storage."""
    asked = environ.get("HUDNA_BIDI")
    if asked == "visual":
        return "visual"
    if asked == "isolates" or not terminal:
        return "isolates"
    found = any(environ.get(name) == value if value else name in environ for name, value in _UNORDERED)
    return "visual" if found else "isolates"


def visual(line: str) -> str:
    """`line` with what its isolates hold put in the order of the eye, from left to right."""
    return _ISOLATE.sub(lambda match: _visual(match[1]), line)


def _visual(text: str) -> str:
    glyphs = list(_glyphs(text))
    letters = [glyph.text for glyph in glyphs]
    levels = _levels(letters)
    shaped = [g._replace(text=shown) for g, shown in zip(glyphs, _shaped(letters), strict=True)]
    out: list[_Glyph] = []
    for level, run in groupby(zip(levels, shaped, strict=True), key=lambda pair: pair[0]):
        run_glyphs = [glyph for _, glyph in run]
        # The whole is turned round below; what runs from left to right is turned twice.
        out += reversed(run_glyphs) if level == 2 else [g._replace(text=_mirrored(g.text)) for g in run_glyphs]
    return "".join(_styled(reversed(out)))


def _glyphs(text: str) -> Iterator[_Glyph]:
    style = ""
    for part in _STYLE.split(text):
        if _STYLE.fullmatch(part):
            style = "" if part == _PLAIN else part
        else:
            yield from (_Glyph(cluster, style) for cluster in _clusters(part))


def _clusters(text: str) -> Iterator[str]:
    held = ""
    for char in text:
        if held and unicodedata.combining(char):
            held += char
        else:
            if held:
                yield held
            held = char
    if held:
        yield held


def _styled(glyphs: Iterator[_Glyph]) -> Iterator[str]:
    for style, run in groupby(glyphs, key=lambda glyph: glyph.style):
        words = "".join(glyph.text for glyph in run)
        yield f"{style}{words}{_PLAIN}" if style else words


def _levels(letters: list[str]) -> list[int]:
    """For each letter 1 where it runs from right to left, 2 where from left to right."""
    kinds = [_kind(letter) for letter in letters]
    for at in range(1, len(kinds) - 1):
        # A point or sign within a number belongs to it.
        if kinds[at] == "sign" and kinds[at - 1] == kinds[at + 1] == "number":
            kinds[at] = "number"
    return [_level(kinds, at) for at in range(len(kinds))]


def _kind(letter: str) -> str:
    found = unicodedata.bidirectional(letter[0])
    if found in _RIGHT_TO_LEFT:
        return "right"
    if found == "L":
        return "left"
    if found in _NUMBER:
        return "number"
    return "sign" if found in _IN_NUMBER else "neutral"


def _level(kinds: list[str], at: int) -> int:
    """What is neutral runs with its neighbours where they agree on left to right, else with the line."""
    if kinds[at] in {"left", "number"}:
        return 2
    if kinds[at] == "right":
        return 1
    strong = ("left", "right", "number")
    before = next((k for k in reversed(kinds[:at]) if k in strong), "right")
    after = next((k for k in kinds[at + 1 :] if k in strong), "right")
    return 2 if before == after == "left" else 1


def _mirrored(text: str) -> str:
    return text.translate(_MIRRORS)


_MIRRORS = str.maketrans("()[]{}<>\u00ab\u00bb\u2039\u203a", ")(][}{><\u00bb\u00ab\u203a\u2039")


# -- joining


@cache
def _forms() -> dict[str, dict[str, str]]:
    """For each letter its presentation forms, as the Unicode data names them."""
    forms: dict[str, dict[str, str]] = {}
    for code in (*range(0xFB50, 0xFC00), *range(0xFE80, 0xFEFD)):
        kind, _, bases = unicodedata.decomposition(chr(code)).partition("> ")
        if kind and len(bases) == 4:  # One letter: ligatures would change the width of the line.
            forms.setdefault(chr(int(bases, 16)), {}).setdefault(kind.removeprefix("<"), chr(code))
    return forms


def _shaped(letters: list[str]) -> list[str]:
    """Each letter in the form that its neighbours in the text ask for."""
    return [
        _form(
            letter,
            before=letters[at - 1] if at else " ",
            after=letters[at + 1] if at + 1 < len(letters) else " ",
        )
        for at, letter in enumerate(letters)
    ]


def _form(letter: str, *, before: str, after: str) -> str:
    forms = _forms().get(letter[0])
    if forms is None:
        return letter
    joined_before, joined_after = _joins_on(before), _joins_on(letter) and _joins_back(after)
    name = {
        (True, True): "medial",
        (True, False): "final",
        (False, True): "initial",
        (False, False): "isolated",
    }[joined_before, joined_after]
    return forms.get(name, letter[0]) + letter[1:]


def _joins_on(letter: str) -> bool:
    """Whether a letter reaches out to the next one: tatweel, and letters that have an initial form."""
    return letter[0] == "\N{ARABIC TATWEEL}" or "initial" in _forms().get(letter[0], {})


def _joins_back(letter: str) -> bool:
    """Whether a letter reaches back to the one before: tatweel, and letters that have a final form."""
    return letter[0] == "\N{ARABIC TATWEEL}" or "final" in _forms().get(letter[0], {})
