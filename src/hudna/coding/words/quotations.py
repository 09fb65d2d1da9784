"""Which quotation marks belong together, and which words stand between them."""

from __future__ import annotations

from typing import Final

from hudna.packs.lexicon import Kind, Trait, Word
from hudna.text import Tokens
from hudna.text import letters as L

_OPEN: Final = {
    "«": "»",
    "{": "}",
    "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}",
    "\N{LEFT SINGLE QUOTATION MARK}": "\N{RIGHT SINGLE QUOTATION MARK}",
}
_CLOSE: Final = frozenset(_OPEN.values())
_SINGLE: Final = frozenset(L.QUOTES_SINGLE)
_FAR_MARK: Final = 30
"""Marks behind a quotation mark among which the one that closes it must be, where it may be none."""
_LEAST_QUOTED: Final = 5
"""Tokens of an open quotation behind which the reporter may go on."""
_SOON: Final = 8
"""Tokens behind a verb of speech within which the clause that it reports must begin."""
_LONGEST_NAME: Final = 8
"""Tokens of the longest name that stands in marks within a quotation."""
_LONGEST_QUOTED: Final = 3
"""Line ends that one quotation may reach over."""


class Quotation:
    """A quotation: tokens `first` to `stop` (exclusive) stand between its marks; `closed` if both are there."""

    __slots__ = ("closed", "first", "stop")

    def __init__(self, first: int, stop: int, closed: bool) -> None:
        self.first = first
        self.stop = stop
        self.closed = closed

    def __len__(self) -> int:
        return self.stop - self.first


class Pairing:
    """The search for the quotations of one text: its marks in order, with its line ends and full stops.

    `title_stop`: the first token behind the title, over whose end no quotation goes on.
    """

    __slots__ = ("flags", "forms", "marks", "quotations", "quote_of", "title_stop", "tokens", "words")

    def __init__(self, tokens: Tokens, words: list[Word], flags: list[int], marks: list[int], title_stop: int) -> None:
        self.tokens = tokens
        self.forms = tokens.forms
        self.words = words
        self.flags = flags
        self.marks = marks
        self.title_stop = title_stop
        self.quotations: list[Quotation] = []
        self.quote_of: list[int] = []

    def run(self, quote_of: list[int]) -> list[Quotation]:
        """The quotations; the tokens of each are numbered in `quote_of`, its marks included.

        One left open reaches to its paragraph's end, unless one of the next closes it or the reporter goes on in it.
        """
        forms, marks = self.forms, self.marks
        self.quote_of = quote_of
        opened = -1
        within = 0
        for place, i in enumerate(marks):
            trait = self.words[i].trait
            if trait & Trait.LINE_END:
                if opened >= 0 and not self._closes_later(opened, place):
                    self._quote(opened, self._reporter_from(opened, i), False)
                    opened = -1
            elif trait & Trait.QUOTE:
                form = forms[i]
                if opened < 0:
                    within = 0
                    if self._may_open(i, place):
                        opened = i
                elif form in _SINGLE and forms[opened] not in _SINGLE:
                    continue  # a quotation within, or an apostrophe
                elif form in _OPEN and not self._closes(i):
                    within += self._is_nested(place)  # a quotation within: the outer one holds
                elif within and form in _CLOSE:
                    within -= 1
                elif form not in _CLOSE and self._opens(i):
                    opened = i  # the mark before was a stray one: it never closed
                else:
                    self._quote(opened, i, True)
                    opened = -1
        if opened >= 0:
            self._quote(opened, self._reporter_from(opened, len(forms)), False)
        return self.quotations

    def _may_open(self, i: int, place: int) -> bool:
        """Whether the mark at `i` opens a quotation, where none is open: no stray one behind a sentence's end."""
        form = self.forms[i]
        if form in _SINGLE:
            return self._opens(i) and self._has_pair(i, place)
        if form in _CLOSE:
            return self._opens(i)
        if form in _OPEN or not self._is_behind_end(i):
            return True
        following = self._next_quote(place)
        return following >= 0 and not self._opens(following)

    def _is_nested(self, place: int) -> bool:
        """Whether a name in marks opens at `marks[place]` within a quotation that closes behind it.

        Nothing but further names may stand in marks before that.
        """
        marks = self.marks
        inner = -1
        for k in range(place, min(place + _FAR_MARK, len(marks))):
            i = marks[k]
            if self.words[i].trait & Trait.LINE_END:
                return False
            if self.forms[i] in _OPEN:
                if inner >= 0:
                    return False
                inner = i
            elif self.forms[i] in _CLOSE:
                if inner < 0:
                    return True
                if i - inner > _LONGEST_NAME:
                    return False
                inner = -1
        return False

    def _is_behind_end(self, i: int) -> bool:
        """Whether the mark at `i` is written onto the word before it, and a full stop or the line's end follows."""
        if not self.tokens.joined(i) or not self.forms[i - 1][0].isalnum():
            return False
        return i + 1 == len(self.forms) or bool(self.words[i + 1].trait & (Trait.LINE_END | Trait.FULL_STOP))

    def _next_quote(self, place: int) -> int:
        """The next quotation mark of the line behind `marks[place]`, if it is among those near; else -1."""
        marks = self.marks
        for k in range(place + 1, min(place + _FAR_MARK, len(marks))):
            trait = self.words[marks[k]].trait
            if trait & Trait.LINE_END:
                return -1
            if trait & Trait.QUOTE:
                return marks[k]
        return -1

    def _has_pair(self, i: int, place: int) -> bool:
        """Whether a single mark that closes stands behind the one at `i`, in its line."""
        closing = _OPEN.get(self.forms[i], self.forms[i])
        marks = self.marks
        for k in range(place + 1, min(place + _FAR_MARK, len(marks))):
            mark = marks[k]
            if self.words[mark].trait & Trait.LINE_END:
                return False
            if self.forms[mark] == closing and self.tokens.joined(mark) and not self._opens(mark):
                return True
        return False

    def _reporter_from(self, opened: int, stop: int) -> int:
        """Where, in a quotation that never closed, the reporter goes on: `..., stressing that`; or `stop`."""
        stop = min(stop, len(self.forms))
        for k in range(opened + _LEAST_QUOTED, stop):
            flag = self.flags[k]
            if not flag & (Kind.CUE_PARTICIPLE | Kind.CUE_VERB):
                continue
            word = self.words[k]
            if word.article or word.preposition or word.pronoun:
                continue
            behind = self.forms[k - 1] in L.COMMAS
            if flag & Kind.CUE_PARTICIPLE and behind and word.form.endswith(L.ALEF):
                return k - 1
            full = self.words[k - 1].trait & Trait.FULL_STOP
            if flag & Kind.CUE_VERB and (full or behind) and word.conjunction == L.WAW and self._reports_soon(k, stop):
                return k - 1
        return stop

    def _reports_soon(self, k: int, stop: int) -> bool:
        """Whether a complementiser or a colon stands near behind the verb of speech at `k`."""
        for j in range(k + 1, min(k + _SOON, stop)):
            if self.flags[j] & Kind.COMPLEMENTISER or self.forms[j] == ":":
                return True
        return False

    def _closes_later(self, opened: int, place: int) -> bool:
        """Whether the quotation goes on over the line end at `marks[place]`: the next mark, not far on, closes it."""
        forms, marks = self.forms, self.marks
        lines = 0
        for k in range(place, len(marks)):
            i = marks[k]
            trait = self.words[i].trait
            if trait & Trait.LINE_END:
                lines += 1
                if lines > _LONGEST_QUOTED or i < self.title_stop:
                    return False
            elif trait & Trait.QUOTE:
                closing = _OPEN.get(forms[opened], forms[opened])
                return forms[i] == closing and not self._opens(i)
        return False

    def _opens(self, i: int) -> bool:
        """Whether the mark at `i` stands before a word and behind a space."""
        joined = self.tokens.joined
        return not joined(i) and i + 1 < len(self.forms) and joined(i + 1)

    def _closes(self, i: int) -> bool:
        """Whether the mark at `i` stands behind a word and before a space."""
        joined = self.tokens.joined
        return joined(i) and (i + 1 == len(self.forms) or not joined(i + 1))

    def _quote(self, opened: int, closed: int, whole: bool) -> None:
        stop = min(closed + 1, len(self.forms))
        self.quote_of[opened:stop] = [len(self.quotations)] * (stop - opened)
        self.quotations.append(Quotation(opened + 1, closed, whole))
