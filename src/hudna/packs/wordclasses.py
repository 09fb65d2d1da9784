"""Classes of words that a rule of grammar asks for by name: `questions`, `circumstances`, `quantities`.

A class is closed and small, and tells nothing but itself: words that carry more (an act, a frame, a side) have tables
of their own. A rule asks for its class once, when its module is loaded.
"""

from __future__ import annotations

from functools import cache
from typing import Final

import msgspec

from hudna.errors import PackError
from hudna.packs.files import packs_root, read_csv
from hudna.text import fold_word

_FILE: Final = "wordclasses.csv"


class WordClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Printed forms of a class; a class may have several rows."""

    cls: str
    word: str


ROWS: Final = {_FILE: WordClass}


def word_class(name: str, lang: str = "ar") -> frozenset[str]:
    """The folded forms of the class in the language's pack; `PackError` where the pack has no such class."""
    found = _classes(lang).get(name)
    if found is None:
        path = packs_root() / "lang" / lang / _FILE
        raise PackError(f'there is no class "{name}"', file=path, hint=f"add a row: {name},WORD | WORD")
    return found


def only_word(name: str, lang: str = "ar") -> str:
    """The folded form of a class of one word; `PackError` where the pack has no such class, or more words in it."""
    found = sorted(word_class(name, lang))
    if len(found) != 1:
        path = packs_root() / "lang" / lang / _FILE
        raise PackError(f'the class "{name}" has {len(found)} words, its rule knows one', file=path, hint="keep one")
    return found[0]


@cache
def _classes(lang: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for _, row in read_csv(packs_root() / "lang" / lang / _FILE, WordClass):
        found.setdefault(row.cls, set()).update(fold_word(form.strip()) for form in row.word.split("|"))
    return {name: frozenset(forms) for name, forms in found.items()}
