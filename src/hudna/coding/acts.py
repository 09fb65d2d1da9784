"""What a speaker does by saying something: from the cue, the words of the content, and negation."""

from __future__ import annotations

from hudna.coding.phrases import side_of
from hudna.coding.reading import Reading
from hudna.model.findings import Act
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import ActWord, FunctionWord, Negation
from hudna.text import letters as L

_NEAR = 3
"""Words from the start of the content in which a word of place `start` counts."""


def act_of(
    r: Reading, first: int, stop: int, *, cue_stop: int, default: Act, own: set[str], reasons: list[str]
) -> Act:
    """The act of a statement whose content is tokens `first` to `stop`.

    `cue_stop` is the token behind the cue: `expressed his hope that` tells its act before the content begins.
    `own`: the speaker's sides.
    """
    for i in range(cue_stop, first):
        found = r.match(i, Kind.ACT)
        if found is not None and isinstance(found[1].row, ActWord) and default in found[1].row.over.split("+"):
            reasons.extend(("rule:word-behind-cue", found[1].why))
            return found[1].row.act
    best: tuple[int, Act, Entry] | None = None
    for i in range(first, stop):
        if not r.flags[i] & Kind.ACT:
            continue
        found = r.match(i, Kind.ACT)
        if found is None or not isinstance(found[1].row, ActWord):
            continue
        row = found[1].row
        if default not in row.over.split("+") or (row.where == "start" and _words_between(r, first, i) >= _NEAR):
            continue
        if row.act != "deny" and _negated(r, i, first):
            continue
        rank = 0 if row.where == "start" else 1
        if best is None or rank < best[0]:
            best = (rank, row.act, found[1])
    if best is not None:
        reasons.extend(("rule:content-word", best[2].why))
        return best[1]
    if default in ("assert", "confirm"):
        denied = _own_denial(r, first, stop, own)
        if denied is not None:
            reasons.extend(("rule:own-side-negated", denied))
            return "deny"
        if _foretells(r, first, stop):
            reasons.append("rule:future-of-own-doing")
            return "commit"
    reasons.append("rule:cue-default")
    return default


def _words_between(r: Reading, first: int, i: int) -> int:
    return sum(1 for k in range(first, i) if r.forms[k][0].isalnum())


def _negated(r: Reading, i: int, first: int) -> bool:
    return i > first and bool(r.flags[i - 1] & Kind.NEGATION) and not r.flags[i - 1] & Kind.ACT


def _foretells(r: Reading, first: int, stop: int) -> bool:
    """Whether a verb with the future mark stands near the start: what officials announce is mostly their doing."""
    words = 0
    for i in range(first, min(stop, first + 8)):
        if not r.forms[i][0].isalnum():
            continue
        if is_future(r, i):
            return True
        words += 1
        if words >= _NEAR + 1:
            break
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
        if not r.flags[i] & Kind.NEGATION or r.words[i].stem != L.LAM + L.MEEM:
            continue
        entry = r.words[i].find(Kind.NEGATION)
        if entry is None or not isinstance(entry.row, Negation):
            continue
        if any(_is_own(r, k, own) for k in range(first, i)) or (
            i + 1 < stop and r.forms[i + 1].startswith(L.NOON)
        ):
            return entry.why
        return None
    return None


def _is_own(r: Reading, i: int, own: set[str]) -> bool:
    if any(isinstance(e.row, FunctionWord) and e.row.role == "own" for e in r.words[i].entries):
        return True
    found = r.match(i, Kind.PLACE | Kind.BODY | Kind.NISBA)
    if found is None:
        return False
    side = side_of(found[1])
    return side is not None and side in own
