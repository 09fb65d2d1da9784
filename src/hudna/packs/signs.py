"""Signs of acts: words of a reported content that hint at what is done by saying it, for the model that weighs them.

They stand apart from the lexicon: they are asked for within contents alone, and the everyday words among them
(`want`, `try`, `result`) tell the other coders nothing. A lighter analysis will do for them.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from hudna.packs.files import packs_root, read_csv
from hudna.packs.inflect import Inflection, forms
from hudna.packs.signwords import ActSigns


class ActSign(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that hint at an act; rows with the same `sign` are one to the model."""

    sign: str
    word: str
    inflect: Inflection = "fixed"


ROWS: Final = {"actsigns.csv": ActSign}


@cache
def load_signs(lang: str) -> ActSigns:
    """The signs of the language's pack; `PackError` where the file is wrong."""
    rows = [row for _, row in read_csv(packs_root() / "lang" / lang / "actsigns.csv", ActSign)]
    words = ((row, spelling.strip()) for row in rows for spelling in row.word.split("|"))
    return ActSigns([(row.sign, form) for row, spelling in words for form in forms(spelling, row.inflect)])
