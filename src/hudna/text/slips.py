"""Letters that look right and are not: what the eye misses in Arabic files and a check can see.

A Farsi yeh in a month name, a presentation form pasted from a PDF, a direction mark left by an editor: each
makes a word that never matches. A line that wants such a letter says `variant: intended`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

INTENDED = "variant: intended"

MEANT = {
    "\N{ARABIC LETTER FARSI YEH}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER KEHEH}": "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER SWASH KAF}": "\N{ARABIC LETTER KAF}",
    "\N{ARABIC LETTER HEH GOAL}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH DOACHASHMEE}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER AE}": "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER TEH MARBUTA GOAL}": "\N{ARABIC LETTER TEH MARBUTA}",
    "\N{ARABIC LETTER YEH BARREE}": "\N{ARABIC LETTER YEH}",
    "\N{ARABIC LETTER HIGH HAMZA}": "\N{ARABIC LETTER HAMZA}",
} | {chr(0x06F0 + n): chr(0x0660 + n) for n in range(10)}
"""Letters of Persian, Urdu and their neighbours, with the Arabic one that is meant."""

_CONTROLS = "\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\u00ad\ufeff"
_FORMS = "\ufb50-\ufdff\ufe70-\ufefc"
_SUSPECT = re.compile(f"[{''.join(MEANT)}{_CONTROLS}{_FORMS}]")
_CONTROL = re.compile(f"[{_CONTROLS}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One letter that is not what it looks like: where it stands in the line, and what to do."""

    column: int
    """From 1, in code points."""
    code_point: str
    advice: str

    def __str__(self) -> str:
        return f"{self.code_point}: {self.advice}"


def find_slips(line: str) -> Iterator[Slip]:
    """The slips of one line, left to right; none where the line says that they are wanted."""
    if INTENDED in line:
        return
    for match in _SUSPECT.finditer(line):
        letter = match.group()
        yield Slip(column=match.start() + 1, code_point=name_of(letter), advice=_advice(letter))
    yield from _decomposed(line)


def name_of(letter: str) -> str:
    """`U+06CC ARABIC LETTER FARSI YEH`: the letter spelt so that it can be told apart."""
    return f"U+{ord(letter):04X} {unicodedata.name(letter, 'unnamed')}"


def _advice(letter: str) -> str:
    if letter in MEANT:
        return f'write {name_of(MEANT[letter])}, or say "{INTENDED}" on the line'
    if _CONTROL.match(letter):
        return f'take it out, or write the escape "\\u{ord(letter):04x}" where it is the subject'
    usual = unicodedata.normalize("NFKC", letter)
    spelt = " ".join(f"U+{ord(part):04X}" for part in usual)
    return f'a presentation form: write the usual letters ({spelt}), or say "{INTENDED}" on the line'


def _decomposed(line: str) -> Iterator[Slip]:
    """One slip where the line is not in NFC: the first letter that differs."""
    composed = unicodedata.normalize("NFC", line)
    if composed == line:
        return
    at = next((n for n, (a, b) in enumerate(zip(line, composed, strict=False)) if a != b), len(composed))
    letter = line[at] if at < len(line) else line[-1]
    yield Slip(column=at + 1, code_point=name_of(letter), advice="not in NFC: write the composed form")
