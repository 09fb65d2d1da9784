"""How far a content reaches from where it opens, and its spans without the quotation marks round it."""

from __future__ import annotations

from typing import Final

from hudna.coding.speech.ends import Ends
from hudna.coding.speech.openings import SHORT_QUOTE, ends_at_comma
from hudna.coding.words.cues import ITS, PAUSES, ends_at, past_complementisers
from hudna.coding.words.quotations import Quotation
from hudna.coding.words.reading import Reading
from hudna.model import Span
from hudna.model.findings import Form
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_NAMED: Final = Kind.BODY | Kind.MEDIA | Kind.PLACE | Kind.PERSON | Kind.GIVEN | Kind.HONORIFIC | Kind.POST
"""What a name in quotation marks begins with, or the word before it."""


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
    within = r.quotation_round(first)
    if within is not None and within.closed and _opens_quotation(r, within, first):
        if not _goes_on_behind(r, within):
            return first, trim_end(r, first, _past_quotations(r, within))
        limit = max(limit, within.stop)
    return first, trim_end(r, first, ends.stop(first, limit, bare))


def _opens_quotation(r: Reading, quote: Quotation, first: int) -> bool:
    """Whether only `that` stands between the quotation's mark and what is said: `said "that ..."`."""
    return quote.first < first == past_complementisers(r, quote.first) and len(quote) > SHORT_QUOTE


def _goes_on_behind(r: Reading, quote: Quotation) -> bool:
    """Whether the sentence goes on behind the quotation with a word that no mark parts from it."""
    return not ends_at(r, quote.stop + 1) or _and_that(r, quote.stop + 1)


def _is_number(r: Reading, quote: Quotation) -> bool:
    """Whether only a number stands between the marks, which what follows them counts: `"5" steps`."""
    return len(quote) == 1 and r.flags[quote.first] & Kind.NUMBER != 0


def _is_whole(r: Reading, first: int, quote: Quotation, limit: int) -> bool:
    """Whether the quotation that the content begins with is all of it."""
    if _and_that(r, quote.stop + 1):
        return False
    if quote.closed and _is_other_clause(r, first, quote):
        return True
    return not quote.closed or (ends_at(r, quote.stop + 1) and not _goes_on(r, first, quote, limit))


def _is_other_clause(r: Reading, first: int, quote: Quotation) -> bool:
    """Whether the sentence's own verb follows the quotation: `in what he called (it is) "...", Turkey let ...`."""
    k = quote.stop + 1
    if len(quote) <= SHORT_QUOTE or k >= len(r) or first == 0 or not r.forms[first - 1].endswith(ITS):
        return False
    if not r.forms[first - 1].startswith(L.BEH):
        return False
    word = r.words[k]
    if word.conjunction == L.WAW and not r.flags[k] & Kind.COMPLEMENTISER:
        return k + 1 < len(r) and r.forms[k + 1] not in L.QUOTE_MARKS
    return bool(r.flags[k] & Kind.VERB) and not (word.article or word.preposition or word.conjunction)


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
    if first + 1 < stop and r.forms[first] in L.QUOTE_MARKS and quote_of[first] < 0:
        while stop > first + 2 and r.forms[stop - 1] in L.QUOTE_MARKS:
            stop -= 1
        return (r.span(first + 1, stop),), "direct"  # a closing mark printed for an opening one
    words = outside = 0
    longest, last = 0, -1
    worded = False
    for k in range(first, stop):
        number = quote_of[k]
        if number >= 0 and number != last:
            last = number
            longest = max(longest, _within(r.quotations[number], first, stop))
            worded = worded or _is_worded(r, r.quotations[number])
        if r.is_word(k):
            words += 1
            if number < 0 and not flags[k] & Kind.COMPLEMENTISER:
                outside += 1
    if words == 0:
        return (), "indirect"
    if outside == 0:
        return _between_marks(r, first, stop), "direct"
    return (r.span(first, stop),), "mixed" if worded or longest > SHORT_QUOTE else "indirect"


def _is_worded(r: Reading, quote: Quotation) -> bool:
    """Whether a quotation of two or three words is the speaker's wording, no name or title: `"a big shock"`."""
    words = quote.stop - quote.first
    if not 2 <= words <= SHORT_QUOTE or not all(r.is_word(k) for k in range(quote.first, quote.stop)):
        return False
    first, last = quote.first, quote.stop - 1
    mark = first - 1
    if r.flags[first] & _NAMED and (r.words[last].article or words == 2):
        return False
    if mark > 0 and r.flags[mark - 1] & (_NAMED | Kind.PLACE_CLASS) and not r.words[mark - 1].article:
        return False  # `the forces of "X"`
    if words == SHORT_QUOTE:
        return True
    if r.flags[last] & (_NAMED | Kind.NUMBER) or (r.words[last].article and not r.words[first].preposition):
        return False
    return bool(r.flags[first] | r.flags[last]) or r.words[last].conjunction != ""


def _between_marks(r: Reading, first: int, stop: int) -> tuple[Span, ...]:
    """The stretches between quotation marks that hold words."""
    marks = [k for k in range(first, stop) if r.forms[k] in L.QUOTE_MARKS and _is_edge(r, k)]
    out: list[Span] = []
    for start, mark in zip([first, *(k + 1 for k in marks)], [*marks, stop], strict=True):
        end = trim_end(r, start, mark)
        if any(r.is_word(k) and r.quote_of[k] >= 0 for k in range(start, end)):
            out.append(r.span(start, end))
    return tuple(out)


def _is_edge(r: Reading, k: int) -> bool:
    """Whether the mark at `k` opens or closes its quotation, and does not stand round a name in it."""
    quote = r.quotation_round(k)
    return quote is not None and (k == quote.first - 1 or k == quote.stop)


def _within(quote: Quotation, first: int, stop: int) -> int:
    return min(quote.stop, stop) - max(quote.first, first)
