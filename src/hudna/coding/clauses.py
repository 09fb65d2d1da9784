"""What is reported: where it opens behind a cue, where it ends, and which of it stands in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from hudna.coding.reading import Quotation, Reading
from hudna.model import Span
from hudna.model.findings import Form
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import Trigger
from hudna.packs.tables.speech import Cue, Negation
from hudna.text import letters as L

PAUSES = L.COMMAS | {L.SEMICOLON}
_JOINED = {"bi": L.BEH, "li": L.LAM}
"""Frames whose preposition is written onto the noun."""
_CLAUSE_ONLY = "clause"
_FAR = 45
"""Words from a cue within which its content must begin."""
_SOON = 12
"""Tokens behind a verb within which the clause or quotation that it reports must begin."""
_SHORT_QUOTE = 3
"""A quotation of up to so many words is a term or a name, and opens no content by itself."""
_LONG_NAME = 6
"""Words of the longest name that stands in quotation marks behind its verb."""
_LEAST = 2
"""Tokens that a clause has at least before it can end."""

Sign = Literal["quote", "clause", "noun", "colon"]


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a content begins (`first`), where the reporting part before it ends, and by which sign it is told."""

    first: int
    middle: int
    sign: Sign


def find_opening(r: Reading, after: int, limit: int, cue: Cue, *, subject_told: bool = False) -> Opening | None:
    """Where the content of the cue that ends before `after` begins; `None` where nothing is reported.

    `subject_told`: who speaks is known without looking behind the cue, so that a noun right behind it may be
    the content.
    """
    return _Search(r, after, limit, cue, subject_told).run()


class _Search:
    """A search for the opening: a quotation, a colon, a complementiser, else a noun in the cue's frame."""

    __slots__ = ("after", "cue", "frames", "limit", "noun", "r", "subject_told", "term")

    def __init__(self, r: Reading, after: int, limit: int, cue: Cue, subject_told: bool) -> None:
        self.r = r
        self.after = after
        self.limit = limit
        self.cue = cue
        self.frames = _frames(cue.frame)
        self.subject_told = subject_told
        self.noun: int | None = None
        """Where a bare noun phrase opens that is the content, unless a clause or a quotation follows."""
        self.term: Opening | None = None
        """A quotation of a few words, which is the content where nothing else is."""

    def run(self) -> Opening | None:
        r = self.r
        k, words = self.after, 0
        while k < self.limit and words < _FAR and r.forms[k][0] != "\n" and r.forms[k] not in L.FULL_STOPS:
            if r.forms[k] in L.QUOTE_MARKS:
                found = self._at_mark(k)
                if isinstance(found, Opening):
                    return found
                k = found
                continue
            if r.forms[k] == ":" and self.cue.frame != _CLAUSE_ONLY:
                return self._behind_colon(k)
            if r.flags[k] & Kind.COMPLEMENTISER and not r.words[k].flags & Kind.CUE_VERB:
                if self.noun is not None and r.words[k].conjunction:
                    break
                if not self._is_of_object(k):
                    return Opening(past_complementisers(r, k), self._without_preposition(k), "clause")
            elif k > self.after and self._is_next_report(k):
                break
            elif self.noun is None and any(self._opens_noun(frame, k) for frame in self.frames):
                self.noun = k
            words += 1
            k += 1
        return self.term or self._noun_opening()

    def _noun_opening(self) -> Opening | None:
        return None if self.noun is None else Opening(self.noun, self._without_preposition(self.noun), "noun")

    def _at_mark(self, k: int) -> Opening | int:
        """The opening that the quotation mark at `k` makes, or the token to go on at."""
        r = self.r
        quote = r.quotation_from(k)
        if quote is None:
            return k + 1
        if k == self.after and quote.closed and len(quote) <= _LONG_NAME and not ends_at(r, quote.stop + 1):
            return quote.stop + 1  # the subject's own name
        if k > self.after and any(_ties(r, k - 1, frame) for frame in self.frames):
            self.noun = k
            return quote.stop
        if k + 1 < self.limit and r.flags[k + 1] & Kind.COMPLEMENTISER:
            return Opening(past_complementisers(r, k + 1), k, "clause")
        if k > self.after and any(r.forms[k - 1] == _JOINED.get(frame) for frame in self.frames):
            return Opening(k, k - 1, "quote")
        if self.noun is None and self.cue.frame != _CLAUSE_ONLY and self._is_speech(k, quote):
            if len(quote) > _SHORT_QUOTE:
                return Opening(k, k, "quote")
            self.term = self.term or Opening(k, k, "quote")
        return quote.stop + 1 if quote.closed and len(quote) <= _LONG_NAME else k + 1

    def _is_speech(self, k: int, quote: Quotation) -> bool:
        """Whether the quotation is what was said, not a term or the name of an outlet or body."""
        r = self.r
        if len(quote) <= _SHORT_QUOTE and not ends_at(r, quote.stop + 1):
            return False
        names = Kind.MEDIA | Kind.BODY | Kind.POST | Kind.HONORIFIC | Kind.PLACE
        return len(quote) >= _LONG_NAME - 1 or not r.flags[k - 1] & names

    def _behind_colon(self, k: int) -> Opening | None:
        if k + 1 >= self.limit:
            return None
        return Opening(k + 1, k, "quote" if self.r.forms[k + 1] in L.QUOTE_MARKS else "colon")

    def _is_of_object(self, k: int) -> bool:
        """Whether the clause at `k` only tells of the one accused: `accused X, who..., of...`."""
        if self.cue.target != "object" or "bi" not in self.frames:
            return False
        return not self.r.words[k].preposition and not self.r.forms[k].startswith(L.BEH)

    def _is_next_report(self, k: int) -> bool:
        r = self.r
        if r.flags[k] & Kind.CUE_PARTICIPLE and r.forms[k - 1] in PAUSES:
            return True
        return bool(r.flags[k] & Kind.CUE_VERB) and r.words[k].conjunction == L.WAW and not r.words[k].article

    def _opens_noun(self, frame: str, k: int) -> bool:
        """Whether a bare noun phrase that is the content opens at `k`, as the frame asks."""
        r = self.r
        flag, word = r.flags[k], r.words[k]
        if frame in ("that", "clause", "after") or k in r.dated:
            return False
        if frame == "outlook" and any(_is_paper(r, j) for j in range(self.after, k + 1)):
            return False
        if frame in ("noun", "outlook"):
            return self._is_object_noun(k)
        if frame in _JOINED:
            return not flag & (Kind.OCCASION | Kind.FUNCTION) and self._is_governed(k, _JOINED[frame])
        if self.cue.target == "object" and (word.article or flag & Kind.PLACE):
            return False
        if k - 1 < self.after or not _ties(r, k - 1, frame) or flag & Kind.COMPLEMENTISER:
            return False
        return self.cue.target == "object" or not flag & Kind.OCCASION

    def _is_object_noun(self, k: int) -> bool:
        """Whether the noun at `k` may be the object of the cue, not its subject."""
        r = self.r
        flag, word = r.flags[k], r.words[k]
        if word.preposition or flag & (Kind.POST | Kind.BODY | Kind.SOURCE | Kind.PLACE):
            return False
        if flag & Kind.FUNCTION and not flag & Kind.CONTENT_NOUN:
            return False
        if k == self.after:
            return self.subject_told
        if word.article and self.cue.act in ("assert", "confirm"):
            return False  # what is condemned or refused is often definite, what is only said seldom
        return bool(flag & (Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.ACT)) or (
            not word.article and is_masdar(r.forms[k])
        )

    def _is_governed(self, k: int, letter: str) -> bool:
        """Whether the preposition is written onto the word at `k`."""
        word, form = self.r.words[k], self.r.forms[k]
        if word.preposition == letter:
            return True
        if word.flags or not form.startswith(letter):
            return False
        return form.startswith(letter + L.AL) or (len(form) > 4 and k > self.after)

    def _without_preposition(self, k: int) -> int:
        """`k`, or the preposition before it that ties the content to its cue."""
        small = self.r.small_word(k - 1) if k > self.after else None
        return k - 1 if small is not None and small.frame is not None else k


def _is_paper(r: Reading, k: int) -> bool:
    """Whether the word at `k` is what one signs: a memorandum, an agreement, a statement."""
    found = r.match(k, Kind.TRIGGER)
    if found is None or not isinstance(found[1].row, Trigger) or is_masdar(r.forms[k]):
        return False
    return found[1].row.type == "agreement" and not r.words[k].article


@cache
def _frames(frame: str) -> tuple[str, ...]:
    return tuple(frame.split("+"))


def _ties(r: Reading, k: int, frame: str) -> bool:
    """Whether the word at `k` is the preposition of the frame."""
    small = r.small_word(k)
    return small is not None and small.frame == frame


def past_complementisers(r: Reading, k: int) -> int:
    """The token behind the complementiser at `k` and any that follow it."""
    k += 1
    while k < len(r) and r.flags[k] & Kind.COMPLEMENTISER and not r.words[k].flags & Kind.CUE_VERB:
        k += 1
    return k


def ends_at(r: Reading, k: int) -> bool:
    """Whether the text, a sentence or a part of it ends before token `k`."""
    return k >= len(r) or r.forms[k] in PAUSES or r.forms[k] in L.FULL_STOPS or r.forms[k][0] == "\n"


def is_masdar(form: str) -> bool:
    """Whether a folded indefinite word has a pattern of the derived verbal nouns (forms II, IV, VII, VIII, X)."""
    if len(form) < 5:
        return False
    if form[0] == L.TEH:
        return form[-2] == L.YEH and form[1] != L.ALEF
    return form[0] == L.ALEF and form[-2] == L.ALEF and not form.startswith(L.AL)


# Where a content ends


def content_from(r: Reading, first: int, limit: int, *, quoted: bool = False) -> tuple[int, int]:
    """The tokens of the content that begins at `first`: to its quotation's or its clause's end.

    `quoted`: the quotation that begins here is the whole content, even where words follow it.
    """
    if first >= len(r):
        return first, first
    quote = r.quotation_from(first) if r.forms[first] in L.QUOTE_MARKS else None
    if quote is not None and (quoted or not quote.closed or ends_at(r, quote.stop + 1)):
        start = quote.first
        if start < len(r) and r.flags[start] & Kind.COMPLEMENTISER:
            start = past_complementisers(r, start)
        return start, trim_end(r, start, _past_quotations(r, quote))
    return first, trim_end(r, first, _clause_stop(r, first, limit))


def _past_quotations(r: Reading, quote: Quotation) -> int:
    """The token behind the last of the quotations that follow each other with only marks between."""
    while quote.closed:
        k = quote.stop + 1
        while k < len(r) and k - quote.stop <= 4 and (r.forms[k] in L.FULL_STOPS or r.forms[k] in PAUSES):
            k += 1
        following = r.quotation_from(k) if quote.stop + 1 < k < len(r) else None
        if following is None or len(following) <= _SHORT_QUOTE:
            break
        quote = following
    return quote.stop


def _clause_stop(r: Reading, first: int, limit: int) -> int:
    """The token behind the clause; a quotation within it is never cut."""
    stop = first
    while stop < limit:
        quote = r.quotation_from(stop) if r.forms[stop] in L.QUOTE_MARKS else None
        if quote is not None:
            stop = max(stop + 1, min(quote.stop + 1, len(r)))
            limit = max(limit, stop)
            if quote.closed and r.sentence[stop - 1] != r.sentence[first]:
                limit = r.sentence_stop(stop - 1)
            continue
        if stop > first and _ends_clause(r, stop, first):
            break
        stop += 1
    return stop


def _ends_clause(r: Reading, k: int, first: int) -> bool:
    """Whether the reported clause ends before token `k`."""
    form, flag, word = r.forms[k], r.flags[k], r.words[k]
    if form == "|":
        return True
    if form in PAUSES:
        return _ends_at_comma(r, k + 1)
    if k - first <= _LEAST or word.article:
        return False
    if _leaves_unsaid(r, k):
        return True
    if flag & Kind.CUE_PARTICIPLE and not word.preposition and is_adverbial(word.form):
        return _leads_on(r, k)
    if flag & Kind.CUE_VERB and word.conjunction == L.WAW:
        return _leads_on(r, k) and _clause_soon(r, k)
    return bool(flag & Kind.CUE_PREPOSITION) and not word.conjunction


def _ends_at_comma(r: Reading, k: int) -> bool:
    """Whether what stands at `k`, behind a comma, is no longer part of the clause."""
    if k >= len(r):
        return True
    flag, word = r.flags[k], r.words[k]
    if flag & Kind.CUE_PREPOSITION or _leaves_unsaid(r, k):
        return True
    if word.article or (flag & Kind.CUE_PARTICIPLE and word.preposition):
        return False
    if flag & Kind.CUE_PARTICIPLE or (flag & Kind.CUE_VERB and word.conjunction):
        return _leads_on(r, k)
    small = [entry.row for entry in word.entries if entry.kind & Kind.FUNCTION]
    return any(getattr(row, "role", None) == "break" for row in small)


def is_unsaid(r: Reading, i: int) -> bool:
    """Whether the verb of speech at `i` is negated: `did not confirm`, `without saying`."""
    if i == 0:
        return False
    negation = r.words[i - 1].find(Kind.NEGATION) if r.flags[i - 1] & Kind.NEGATION else None
    if negation is not None:
        return isinstance(negation.row, Negation) and negation.row.speech is not None
    return i > 1 and bool(r.flags[i - 1] & Kind.COMPLEMENTISER) and _is_without(r, i - 2)


def _is_without(r: Reading, k: int) -> bool:
    negation = r.words[k].find(Kind.NEGATION) if r.flags[k] & Kind.NEGATION else None
    return negation is not None and isinstance(negation.row, Negation) and negation.row.speech == "without"


def _leaves_unsaid(r: Reading, k: int) -> bool:
    """Whether the reporter's `without saying ...` begins at `k`."""
    if r.forms[k] == L.MEEM + L.NOON:
        k += 1
    if k + 2 >= len(r) or not _is_without(r, k):
        return False
    return bool(r.flags[k + 1] & Kind.COMPLEMENTISER and r.flags[k + 2] & Kind.CUE_VERB)


def is_adverbial(form: str) -> bool:
    """Whether a folded participle has the ending of one that tells what the speaker does besides."""
    return form.endswith((L.ALEF, L.YEH + L.NOON))


def _leads_on(r: Reading, k: int) -> bool:
    """Whether the cue at `k` reports something itself."""
    found = r.match(k, Kind.CUE_PARTICIPLE | Kind.CUE_VERB)
    if found is None or not isinstance(found[1].row, Cue):
        return False
    after, cue = found[0], found[1].row
    return "noun" in cue.frame or find_opening(r, after, r.sentence_stop(k), cue) is not None


def _clause_soon(r: Reading, k: int) -> bool:
    near = range(k + 1, min(k + _SOON, len(r)))
    return any(r.flags[j] & Kind.COMPLEMENTISER or r.forms[j] in L.QUOTE_MARKS for j in near)


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


# What of it is quoted


def content_spans(r: Reading, first: int, stop: int) -> tuple[tuple[Span, ...], Form]:
    """The content's spans without the quotation marks round it, and how much of it is quoted."""
    words = [k for k in range(first, stop) if r.is_word(k)]
    if not words:
        return (), "indirect"
    if all(r.quote_of[k] >= 0 for k in words):
        return _between_marks(r, first, stop), "direct"
    touched = {r.quote_of[k] for k in range(first, stop)} - {-1}
    longest = max((_within(r.quotations[number], first, stop) for number in touched), default=0)
    return (r.span(first, stop),), "mixed" if longest > _SHORT_QUOTE else "indirect"


def _between_marks(r: Reading, first: int, stop: int) -> tuple[Span, ...]:
    """The stretches between quotation marks that hold words."""
    marks = [k for k in range(first, stop) if r.forms[k] in L.QUOTE_MARKS and r.quote_of[k] >= 0]
    out: list[Span] = []
    for start, mark in zip([first, *(k + 1 for k in marks)], [*marks, stop], strict=True):
        end = trim_end(r, start, mark)
        if any(r.is_word(k) for k in range(start, end)):
            out.append(r.span(start, end))
    return tuple(out)


def _within(quote: Quotation, first: int, stop: int) -> int:
    return min(quote.stop, stop) - max(quote.first, first)
