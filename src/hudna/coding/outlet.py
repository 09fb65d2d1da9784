"""The outlet that a text signs off with, and the agency that it is credited to."""

from __future__ import annotations

from hudna.coding.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.tables.speech import Medium

_LONGEST = 6


def find_outlet(r: Reading) -> tuple[str | None, tuple[str, ...]]:
    """The sign-off in the last line and the agencies credited there or in the dateline.

    A last line of a few words that is no sentence is a sign-off: the outlet's own name. Names of agencies in it
    are credits.
    """
    last = len(r) - 1
    while last >= 0 and r.forms[last][0] == "\n":
        last -= 1
    first = last
    while first > 0 and r.forms[first - 1][0] != "\n":
        first -= 1
    outlet, via = None, []
    if 0 < first <= last and last - first < _LONGEST and not any(f in ".:؟!?" for f in r.forms[first : last + 1]):
        agencies = [i for i in range(first, last + 1) if _is_agency(r, i)]
        if agencies:
            via = [r.words_of(i, r.match(i, Kind.MEDIA)[0]) for i in agencies]  # type: ignore[index]
        elif not any(r.flags[i] & (Kind.CUE_VERB | Kind.VERB | Kind.TRIGGER) for i in range(first, last + 1)):
            outlet = r.words_of(first, last + 1).strip(" -–—()")
    return outlet, tuple(via)


def _is_agency(r: Reading, i: int) -> bool:
    found = r.match(i, Kind.MEDIA)
    return found is not None and isinstance(found[1].row, Medium) and found[1].row.named is not None
