"""NFC in time that grows with the length of the text.

Putting marks in their canonical order is done by insertion in the standard library: a letter with a hundred
thousand vowel marks out of order takes minutes. Such a run is put in order here first, which changes nothing else.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

_SHORT = 10_000
"""Letters of a text in which no run of marks is long enough to matter; nearly all articles are shorter."""
_RUN = re.compile(r"[^\w\s\x00-\u02ff]{31,}")
"""A run that may hold so many marks: all characters with a combining class are among these."""


def nfc(text: str) -> str:
    """The text in NFC."""
    if len(text) > _SHORT:
        text = _RUN.sub(_in_order, text)
    return unicodedata.normalize("NFC", text)


def _in_order(run: re.Match[str]) -> str:
    """The run decomposed, with the marks on each letter in canonical order."""
    apart = "".join(unicodedata.normalize("NFD", char) for char in run[0])
    stretches = groupby(apart, key=lambda char: unicodedata.combining(char) > 0)
    return "".join("".join(sorted(part, key=unicodedata.combining) if marks else part) for marks, part in stretches)
