"""A terminal's screen: colour, width, wrapping, and Arabic among Latin letters."""

from __future__ import annotations

import os
import re
import shutil
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import IO, Any

from hudna.cli.bidi import FSI, PDI, Order, order_for, visual

MARK_START = "\ue000"
MARK_END = "\ue001"
"""Put round words of a passage to have them stand out; private characters, never printed."""
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"

_STYLES = {
    "bold": "1",
    "dim": "2",
    "found": "1;4",
    "head": "1;36",
    "rule": "36",
    "place": "32",
    "time": "33",
    "problem": "35",
    # Badges, by the temper of an act: white or black on a colour.
    "say": "30;47",
    "agree": "30;42",
    "refuse": "97;41",
    "offer": "97;44",
    "ask": "30;46",
    "blame": "97;45",
    "alarm": "30;43",
    "silent": "97;100",
}
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
# What text from outside must not do to a terminal: move the cursor, colour, turn the direction.
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_WIDEST = 100
_NARROWEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """How wide the output is, whether it has colour, and how it orders letters."""

    width: int
    colour: bool
    order: Order = "isolates"

    def page(self, lines: Iterable[str]) -> str:
        """The lines as they are written, right-to-left words in the order that the screen needs."""
        return "".join(f"{visual(line) if self.order == 'visual' else line}\n" for line in lines)

    def paint(self, text: str, style: str) -> str:
        """`text` in a style, where there is colour."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and text else text

    def badge(self, text: str, style: str) -> str:
        """`text` on a coloured ground; without colour, in brackets."""
        return self.paint(f" {text} ", style) if self.colour else f"[{text}]"


def screen_for(stream: IO[Any], environ: Mapping[str, str]) -> Screen:
    """The screen that a stream is shown on, as it and NO_COLOR, FORCE_COLOR and COLUMNS tell."""
    terminal = _is_terminal(stream)
    columns = shutil.get_terminal_size((_WIDEST, 24)).columns if terminal or "COLUMNS" in environ else _WIDEST
    return Screen(
        width=max(_NARROWEST, min(columns, _WIDEST)),
        colour=_has_colour(terminal=terminal, environ=environ),
        order=order_for(environ, terminal=terminal),
    )


def _has_colour(*, terminal: bool, environ: Mapping[str, str]) -> bool:
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return terminal and environ.get("TERM") != "dumb"


def _is_terminal(stream: IO[Any]) -> bool:
    try:
        return os.isatty(stream.fileno())
    except (OSError, ValueError, AttributeError):
        return False


def safe(text: str) -> str:
    """`text` from a source without characters that steer a terminal; white space made single blanks."""
    return " ".join(_HARMFUL.sub(" ", text).split())


def isolated(text: str) -> str:
    """`text` from a source, cut off from the line's direction where it holds right-to-left letters."""
    shown = safe(text)
    return f"{FSI}{shown}{PDI}" if is_right_to_left(shown) else shown


def is_right_to_left(text: str) -> bool:
    """Whether `text` holds letters that are written from right to left."""
    return any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text)


def width_of(text: str) -> int:
    """The number of columns that `text` takes; marks, isolates and colours take none."""
    plain = re.sub("\x1b\\[[0-9;]*m", "", text)
    return sum(_columns(char) for char in plain)


def _columns(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf", "Co"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def wrap(text: str, width: int) -> list[str]:
    """The words of `text` in lines of at most `width` columns; a word that is longer is cut."""
    lines: list[str] = []
    line = ""
    for word in _pieces(safe(text), width):
        longer = f"{line} {word}" if line else word
        if line and width_of(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def _pieces(text: str, width: int) -> Iterator[str]:
    """The words of `text`; one that is wider than a line in pieces that are not."""
    for word in text.split(" "):
        piece, taken = "", 0
        for char in word:
            columns = _columns(char)
            if taken + columns > width:
                yield piece
                piece, taken = "", 0
            piece, taken = piece + char, taken + columns
        yield piece


def shortened(text: str, width: int) -> str:
    """`text` in one line of at most `width` columns, cut at a word."""
    lines = wrap(text, max(1, width))
    if len(lines) <= 1:
        return lines[0] if lines else ""
    return wrap(text, max(1, width - 2))[0] + " " + ELLIPSIS


def passage(text: str, screen: Screen, *, indent: int, most: int | None = None) -> list[str]:
    """A passage in wrapped lines, each of one direction; right-to-left ones stand against a right margin.

    A terminal that orders letters itself keeps each line to itself through the isolates; one that doesn't
    still shows them one under the other.
    """
    room = screen.width - indent - 2
    lines = wrap(text, room)
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), room)]
    bar = screen.paint("\N{BOX DRAWINGS LIGHT VERTICAL}", "rule")
    start = f"{' ' * indent}{bar} "
    shown = _marked(lines, screen)
    if not is_right_to_left(text):
        return [start + line for line in shown]
    return [f"{start}{' ' * (room - width_of(line))}{FSI}{line}{PDI}" for line in shown]


def _marked(lines: Iterable[str], screen: Screen) -> Iterator[str]:
    """Lines with the words between marks standing out; each line begins and ends its own style."""
    within = False
    for line in lines:
        shown = []
        for part in re.split(f"([{MARK_START}{MARK_END}])", line):
            if part in {MARK_START, MARK_END}:
                within = part == MARK_START
            else:
                shown.append(_standing_out(part, screen) if within else part)
        yield "".join(shown)


def _standing_out(words: str, screen: Screen) -> str:
    if not words.strip():
        return words
    return screen.paint(words, "found") if screen.colour else f"[{words}]"


def flowed(
    parts: Iterable[str], screen: Screen, *, indent: int, hang: int = 0, between: str = " \N{MIDDLE DOT} "
) -> list[str]:
    """Parts one after the other, in as many lines as they need; all but the first stand `hang` further in."""
    lines: list[str] = []
    for part in parts:
        joined = f"{lines[-1]}{between}{part}" if lines else part
        room = screen.width - indent - (hang if len(lines) > 1 else 0)
        if lines and width_of(joined) <= room:
            lines[-1] = joined
        else:
            lines.append(part)
    return [" " * (indent + (hang if number else 0)) + line for number, line in enumerate(lines)]
