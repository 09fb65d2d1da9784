"""The shipped words, loaded once for all tests that read Arabic."""

from __future__ import annotations

from functools import cache

from hudna.packs.gazetteer import Gazetteer, load_gazetteer
from hudna.packs.language import load_language
from hudna.packs.lexicon import Lexicon


@cache
def gazetteer() -> Gazetteer:
    """The shipped places."""
    return load_gazetteer()


@cache
def lexicon() -> Lexicon:
    """The Arabic words with the names of places."""
    words = load_language("ar").lexicon
    gazetteer().add_to(words)
    return words
