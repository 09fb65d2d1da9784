"""People named together under one title: `the two presidents, the Russian X and the Turkish Y`."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.naming import Source
from hudna.coding.names.personnames import name_stop, past_honours
from hudna.coding.names.sides import side_of, speaks
from hudna.coding.words.nouns import head_word, printed
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.tables.speech import Post
from hudna.text import letters as L

_DUALS: Final = (L.ALEF + L.NOON, L.YEH + L.NOON)
_BOUND_DUALS: Final = (L.ALEF, L.YEH)
"""Endings of a dual before its genitive: `the two ministers of`."""
_LONGEST_FIELD: Final = 3
"""Words between the title and the first of those who hold it: `the two ministers of foreign affairs`."""
_LEAST_TITLE: Final = 3
_NAME: Final = Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC


def named_together(r: Reading, i: int, limit: int) -> list[Source]:
    """Those who hold the post at `i`, a dual, where a nation or state and a name of each follow it; else none."""
    found = r.match(i, Kind.POST)
    title = _singular(r, i)
    if not title or found is None or not isinstance(found[1].row, Post):
        return []
    first = _first_side(r, found[0], limit)
    if first is None:
        return []
    field = printed(r, i + 1, first) if first > i + 1 else ""
    post = f"{title} {field}" if field else title
    told: list[Source] = []
    at: int | None = first
    while at is not None:
        source = _holder(r, at, limit, post)
        if source is None:
            break
        source.head, source.office = _head(r, i), found[1].row.office is not None
        told.append(source)
        at = _next_side(r, source.stop, limit)
    return told if len(told) > 1 else []


def _singular(r: Reading, i: int) -> str:
    """The title as printed, of one alone; empty where it is no dual."""
    word = printed(r, i, i + 1)
    if not r.words[i].article:
        return word[:-1] if r.forms[i].endswith(_BOUND_DUALS) and len(word) > _LEAST_TITLE else ""
    return word[:-2] if r.forms[i].endswith(_DUALS) else ""


def _head(r: Reading, i: int) -> str:
    return head_word(r, i)[:-2] if r.words[i].article else r.words[i].stem[:-1]


def _first_side(r: Reading, i: int, limit: int) -> int | None:
    """Where the nation or state of the first one stands behind the title."""
    for k in range(i, min(limit, i + _LONGEST_FIELD + 1)):
        if _tells_side(r, k):
            return k
        if r.forms[k] not in L.COMMAS and (not r.is_word(k) or r.flags[k] & (Kind.CUE_VERB | Kind.VERB | _NAME)):
            return None
    return None


def _tells_side(r: Reading, k: int) -> bool:
    """Whether a definite nationality or a state's name stands at `k`."""
    if r.flags[k] & Kind.NISBA and r.words[k].article:
        return True
    return bool(r.flags[k] & Kind.PLACE) and not r.words[k].preposition and speaks(r, k)


def _next_side(r: Reading, k: int, limit: int) -> int | None:
    """Where the nation or state of the next one stands: joined on by `and`, a comma before it or not."""
    if k < limit and r.forms[k] in L.COMMAS:
        k += 1
    return k if k < limit and r.words[k].conjunction == L.WAW and _tells_side(r, k) else None


def _holder(r: Reading, k: int, limit: int, post: str) -> Source | None:
    """The one whose nation or state stands at `k`, and whose name follows."""
    found = r.match(k, Kind.NISBA | Kind.PLACE)
    if found is None:
        return None
    first = past_honours(r, found[0], limit)
    if first >= limit or not r.is_word(first) or r.words[first].article or r.words[first].conjunction:
        return None
    if r.flags[first] & ~Kind.EVENT_WORD and not r.flags[first] & _NAME:
        return None
    stop = name_stop(r, first, _name_limit(r, first, limit))
    source = Source(k, stop)
    source.kind, source.name = "person", printed(r, first, stop)
    source.post = f"{post} {printed(r, k, found[0])}"
    side = side_of(found[1])
    source.sides, source.sure, source.reasons = [side] if side else [], True, [found[1].why]
    return source


def _name_limit(r: Reading, first: int, limit: int) -> int:
    """The token before which the name at `first` ends at the latest: a mark, or the next one's nation."""
    for k in range(first + 1, limit):
        if not r.is_word(k) or (r.words[k].conjunction and _tells_side(r, k)):
            return k
    return limit
