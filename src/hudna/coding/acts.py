"""What a speaker does by saying something: from the cue, the words of the content, and negation."""

from __future__ import annotations

from typing import get_args

from hudna.coding.naming import side_of
from hudna.coding.reading import Reading
from hudna.model.findings import Act
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import ActWord, FunctionWord, Negation
from hudna.text import letters as L

_REACH = 10
"""Tokens from the start of the content in which the verb of what is promised stands."""
_FIRST_PERSON = (L.NOON, L.ALEF)
_SPECIFIC: dict[Act, int] = {act: place for place, act in enumerate(get_args(Act))}
"""The acts from general to specific, as the annotation guide lists them: where two fit, the lower one holds."""
_SUBJECT_BEHIND = 3
"""Tokens from a negation within which the subject of its verb stands."""
_NEAR = 3
"""Words from the start of the content in which a word of place `start` counts."""


def act_of(
    r: Reading, content: tuple[int, int], *, cue: tuple[int, int] | None, default: Act, own: set[str]
) -> tuple[Act, list[str]]:
    """The act of a statement with its reasons: a word behind the cue, a word of the content, else the cue's.

    `default` is the cue's act, `own` the speaker's sides.
    """
    told = _behind_cue(r, content[0], cue, default) or _in_content(r, *content, default)
    if told is not None:
        rule, entry, act = told
        return act, [rule, entry.why]
    if default in ("assert", "confirm"):
        denied = _own_denial(r, *content, own)
        if denied is not None:
            return "deny", ["rule:own-side-negated", denied]
        if _foretells(r, *content, own):
            return "commit", ["rule:future-of-own-doing"]
    return default, ["rule:cue-default"]


_Told = tuple[str, Entry, Act]
"""The rule, the pack's entry, and the act that it tells."""


def _behind_cue(r: Reading, first: int, cue: tuple[int, int] | None, default: Act) -> _Told | None:
    """`Expressed his hope that`: the act is told before the content begins."""
    for i in range(cue[1] if cue is not None else first, first):
        found = _act_word(r, i, default)
        if found is not None:
            return "rule:word-behind-cue", found[0], found[1].act
    return None


def _in_content(r: Reading, first: int, stop: int, default: Act) -> _Told | None:
    """The word of the content that tells its act; of several the one with the most specific act."""
    told: _Told | None = None
    for i in range(first, stop):
        found = _act_word(r, i, default)
        if found is None:
            continue
        entry, row = found
        if row.where == "start" and _words_between(r, first, i) >= _NEAR:
            continue
        if row.act != "deny" and _negated(r, i, first):
            continue
        if told is None or _SPECIFIC[row.act] > _SPECIFIC[told[2]]:
            told = "rule:content-word", entry, row.act
    return told


def _act_word(r: Reading, i: int, default: Act) -> tuple[Entry, ActWord] | None:
    """The word at `i` that tells an act more special than the cue's."""
    found = r.match(i, Kind.ACT)
    if found is None or not isinstance(found[1].row, ActWord) or _is_no_pronoun(r, i, found[0]):
        return None
    return (found[1], found[1].row) if default in found[1].row.over.split("+") else None


def _is_no_pronoun(r: Reading, i: int, stop: int) -> bool:
    """Whether the end of the word was taken for `his`, where a teh marbuta is printed: police, not `his condition`."""
    return bool(r.words[i].pronoun) and stop == i + 1 and r.words_of(i, stop).endswith(L.TEH_MARBUTA)


def _words_between(r: Reading, first: int, i: int) -> int:
    return sum(1 for k in range(first, i) if r.is_word(k))


def _negated(r: Reading, i: int, first: int) -> bool:
    return i > first and bool(r.flags[i - 1] & Kind.NEGATION) and not r.flags[i - 1] & Kind.ACT


def _foretells(r: Reading, first: int, stop: int, own: set[str]) -> bool:
    """Whether the content says what the speaker's own side will do.

    The verb with the future mark opens the content, or a mention of the speaker's side stands before it; what
    another side or a thing will do is no promise.
    """
    words = 0
    for i in range(first, min(stop, first + _REACH)):
        if not r.is_word(i):
            continue
        if is_future(r, i):
            return words == 0 or r.forms[i][1] in _FIRST_PERSON or any(_is_own(r, k, own) for k in range(first, i))
        words += 1
    return False


def is_future(r: Reading, i: int) -> bool:
    """Whether the word is an imperfect with `sa-` before it."""
    word, form = r.words[i], r.forms[i]
    if word.future:
        return True
    return not word.flags and len(form) > 4 and form[0] == L.SEEN and form[1] in (L.YEH, L.TEH, L.NOON)


def _own_denial(r: Reading, first: int, stop: int, own: set[str]) -> str | None:
    """The negation, where the content opens with the speaker's own side and says it did not: else `None`.

    `lam` (did not) denies; `lan` and `la` tell of what will or does not come, which is no denial by itself.
    """
    limit = min(stop, first + 6)
    for i in range(first, limit):
        if not r.flags[i] & Kind.NEGATION or r.words[i].stem != L.LAM + L.MEEM or r.words[i].conjunction:
            continue  # `and did not`: the content opens with what was done
        entry = r.words[i].find(Kind.NEGATION)
        if entry is None or not isinstance(entry.row, Negation):
            continue
        told = range(first, min(i + _SUBJECT_BEHIND, stop))
        if any(_is_own(r, k, own) for k in told) or (i + 1 < stop and r.forms[i + 1].startswith(L.NOON)):
            return entry.why
        return None
    return None


def _is_own(r: Reading, i: int, own: set[str]) -> bool:
    if any(isinstance(e.row, FunctionWord) and e.row.role == "own" for e in r.words[i].entries):
        return True
    if r.words[i].pronoun and r.flags[i] & Kind.BODY:
        return True  # "his council"
    found = r.match(i, Kind.PLACE | Kind.BODY | Kind.NISBA)
    if found is None:
        return False
    side = side_of(found[1])
    return side is not None and side in own
