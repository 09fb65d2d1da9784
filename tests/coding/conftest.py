"""The words of the Arabic pack and the gazetteer, loaded once for all tests of coding."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from hudna.coding.places import find_places
from hudna.coding.speech.statements import find_statements
from hudna.coding.times.times import find_times
from hudna.coding.words.reading import Reading
from hudna.model import Statement
from hudna.packs.lexicon import Lexicon
from tests.words import lexicon

PUBLISHED = date(2025, 2, 3)
"""A Monday."""

Read = Callable[[str], Reading]
Hear = Callable[[str], tuple[Statement, ...]]


@pytest.fixture(scope="session")
def words() -> Lexicon:
    """The Arabic words with the names of places."""
    return lexicon()


@pytest.fixture(scope="session")
def read(words: Lexicon) -> Read:
    """A text as a reading in which times and places are told."""

    def reading_of(text: str) -> Reading:
        r = Reading(text.strip(), words, PUBLISHED)
        r.keep_places(place.span for place in find_places(r))
        r.mark_times(time.span for time in find_times(r)[0])
        return r

    return reading_of


@pytest.fixture(scope="session")
def hear(read: Read) -> Hear:
    """The statements of a text, published on 2025-02-03."""

    def statements_of(text: str) -> tuple[Statement, ...]:
        r = read(text)
        return find_statements(r, times=find_times(r)[0], via=())[0]

    return statements_of
