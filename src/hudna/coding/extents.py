"""How far a content reaches from where it opens, and its spans without the quotation marks round it."""

from __future__ import annotations

from hudna.coding.cues import PAUSES, ends_at, past_complementisers
from hudna.coding.ends import Ends
from hudna.coding.openings import SHORT_QUOTE, ends_at_comma
from hudna.coding.reading import Quotation, Reading
from hudna.model import Span
from hudna.model.findings import Form
from hudna.packs.lexicon import Kind
from hudna.text import letters as L


def content_from(ends: Ends, first: int, limit: int, *, quoted: bool = False, bare: bool = False) -> tuple[int, int]:
    """The tokens of the content that begins at `first`: to its quotation's or its clause's end.

    `quoted`: the quotation that begins here is the whole content, even where words follow it. `bare`: it is a
    noun phrase, which no clause goes on with.
    """
    r = ends.r
    if first >= len(r):
        return first, first
    quote = r.quotation_from(first) if r.forms[first] in L.QUOTE_MARKS else None
    if quote is not None and quoted and len(quote) <= SHORT_QUOTE:
        quoted = not quote.closed or not _is_number(r, quote)
    if quote is not None and (quoted or _is_whole(r, first, quote, limit)):
        start = quote.first
        if start < len(r) and r.flags[start] & Kind.COMPLEMENTISER:
            start = past_complementisers(r, start)
        return start, trim_end(r, start, _past_quotations(r, quote))
    return first, trim_end(r, first, ends.stop(first, limit, bare))


def _is_number(r: Reading, quote: Quotation) -> bool:
    """Whether only a number stands between the marks, which what follows them counts: `"5" steps`."""
    return len(quote) == 1 and r.flags[quote.first] & Kind.NUMBER != 0


def _is_whole(r: Reading, first: int, quote: Quotation, limit: int) -> bool:
    """Whether the quotation that the content begins with is all of it."""
    if _and_that(r, quote.stop + 1):
        return False
    return not quote.closed or (ends_at(r, quote.stop + 1) and not _goes_on(r, first, quote, limit))


def _goes_on(r: Reading, first: int, quote: Quotation, limit: int) -> bool:
    """Whether the quotation is a name or a term that the clause begins with: `that "X", the Y, did ...`."""
    behind = quote.stop + 1
    if len(quote) > SHORT_QUOTE or first == 0 or not r.flags[first - 1] & Kind.COMPLEMENTISER:
        return False
    return behind + 1 < limit and r.forms[behind] in L.COMMAS and not ends_at_comma(r, behind + 1)


def _and_that(r: Reading, k: int) -> bool:
    """Whether the clause goes on at `k` with `and that`, a comma before it or not."""
    if k < len(r) and r.forms[k] in PAUSES:
        k += 1
    return k < len(r) and bool(r.flags[k] & Kind.COMPLEMENTISER) and r.words[k].conjunction == L.WAW


def _past_quotations(r: Reading, quote: Quotation) -> int:
    """The token behind the last of the quotations that follow each other with only marks between."""
    while quote.closed:
        k = quote.stop + 1
        while k < len(r) and k - quote.stop <= 4 and (r.forms[k] in L.FULL_STOPS or r.forms[k] in PAUSES):
            k += 1
        following = r.quotation_from(k) if quote.stop + 1 < k < len(r) else None
        if following is None or len(following) <= SHORT_QUOTE:
            break
        quote = following
    return quote.stop


def trim_end(r: Reading, first: int, stop: int) -> int:
    """`stop` without the marks at the end that are no part of the content."""
    while stop > first and not r.is_word(stop - 1):
        form = r.forms[stop - 1]
        if form in L.QUOTE_MARKS:
            if not _is_foreign_mark(r, first, stop - 1):
                break
        elif form not in PAUSES and form not in L.FULL_STOPS and form[0] != "\n" and form not in ":-–(":
            break
        stop -= 1
    return stop


def _is_foreign_mark(r: Reading, first: int, k: int) -> bool:
    """Whether the mark at `k` closes a quotation that opened before the content, or opens one."""
    quote = r.quotation_round(k)
    return quote is None or quote.first <= first or quote.first == k + 1


def content_spans(r: Reading, first: int, stop: int) -> tuple[tuple[Span, ...], Form]:
    """The content's spans without the quotation marks round it, and how much of it is quoted."""
    quote_of, flags = r.quote_of, r.flags
    words = outside = 0
    longest, last = 0, -1
    for k in range(first, stop):
        number = quote_of[k]
        if number >= 0 and number != last:
            last = number
            longest = max(longest, _within(r.quotations[number], first, stop))
        if r.is_word(k):
            words += 1
            if number < 0 and not flags[k] & Kind.COMPLEMENTISER:
                outside += 1
    if words == 0:
        return (), "indirect"
    if outside == 0:
        return _between_marks(r, first, stop), "direct"
    return (r.span(first, stop),), "mixed" if longest > SHORT_QUOTE else "indirect"


def _between_marks(r: Reading, first: int, stop: int) -> tuple[Span, ...]:
    """The stretches between quotation marks that hold words."""
    marks = [k for k in range(first, stop) if r.forms[k] in L.QUOTE_MARKS and r.quote_of[k] >= 0]
    out: list[Span] = []
    for start, mark in zip([first, *(k + 1 for k in marks)], [*marks, stop], strict=True):
        end = trim_end(r, start, mark)
        if any(r.is_word(k) and r.quote_of[k] >= 0 for k in range(start, end)):
            out.append(r.span(start, end))
    return tuple(out)


def _within(quote: Quotation, first: int, stop: int) -> int:
    return min(quote.stop, stop) - max(quote.first, first)
