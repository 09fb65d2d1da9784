"""A text read once: tokens, what each may be, sentences and quotations. Every coder works on this.

The one pass over the text happens here. Coders go from flag to flag (`reading.at(kind)`), never over letters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date

from hudna.model import Span
from hudna.packs.lexicon import Entry, Kind, Lexicon, Word
from hudna.packs.tables.speech import FunctionWord
from hudna.text import Tokens, fold_word
from hudna.text import letters as L

_OPEN = {"«": "»", "\N{LEFT DOUBLE QUOTATION MARK}": "\N{RIGHT DOUBLE QUOTATION MARK}"}
_CLOSE = frozenset(_OPEN.values())
_LONGEST_SENTENCE = 1000
"""Tokens after which a sentence is cut: no writer's is longer, and the coders' work on each stays bounded."""
_SHORT_NAME = 4
"""Tokens of the longest quotation in which a full stop ends no sentence."""


class Quotation:
    """A quotation: tokens `first` to `stop` (exclusive) stand between its marks; `closed` if both are there."""

    __slots__ = ("closed", "first", "stop")

    def __init__(self, first: int, stop: int, closed: bool) -> None:
        self.first = first
        self.stop = stop
        self.closed = closed

    def __len__(self) -> int:
        return self.stop - self.first


class Reading:
    """One text as words.

    `forms`, `words`, `flags` are parallel lists over tokens. `flags[i]` joins the kinds of the word's entries
    and of the phrases that really begin at `i`. `phrases[i]` holds these, longest first: (stop, entry).
    `sentence[i]` numbers the sentences; `title_stop` is the first token behind the title (0: no title).
    `dated` are the tokens of time expressions, once `mark_times` has told them.
    """

    __slots__ = (
        "bounds",
        "dated",
        "flags",
        "forms",
        "lexicon",
        "phrases",
        "published",
        "quotations",
        "quote_of",
        "sentence",
        "text",
        "title_stop",
        "tokens",
        "words",
    )

    def __init__(self, text: str, lexicon: Lexicon, published: date | None = None) -> None:
        self.text = text
        self.lexicon = lexicon
        self.published = published
        self.tokens = Tokens(text)
        self.forms: list[str] = self.tokens.forms
        look = lexicon.word
        self.words: list[Word] = [look(form) for form in self.forms]
        self.phrases: dict[int, list[tuple[int, Entry]]] = {}
        self.flags: list[int] = [word.flags for word in self.words]
        self._join_phrases()
        self._tell_names_from_particles()
        self.title_stop = self._find_title()
        self.dated: set[int] = set()
        self.quotations: list[Quotation] = []
        self.quote_of: list[int] = []
        self._pair_quotes()
        self.sentence: list[int] = []
        self.bounds: list[int] = []
        self._cut_sentences()

    def __len__(self) -> int:
        return len(self.forms)

    def _join_phrases(self) -> None:
        """Keep, of the phrases that each word may begin, those whose other words follow here."""
        forms = self.forms
        for i, word in enumerate(self.words):
            if not word.phrases:
                continue
            following = forms[i + 1] if i + 1 < len(forms) else None
            found = [
                (i + 1 + len(rest), entry)
                for rest, entry in word.phrases
                if rest[0] == following and tuple(forms[i + 1 : i + 1 + len(rest)]) == rest
            ]
            flags = 0
            for entry in word.entries:
                flags |= entry.kind
            for _, entry in found:
                flags |= entry.kind
            self.flags[i] = flags
            if found:
                self.phrases[i] = found

    def _tell_names_from_particles(self) -> None:
        """A final yeh where the particle is written with alef maksura is a name: Ali, not `ala`."""
        for i, flag in enumerate(self.flags):
            if flag & Kind.FUNCTION and self.forms[i][-1] == L.YEH and self._is_name_for_particle(i):
                self.flags[i] = flag & ~Kind.FUNCTION

    def _is_name_for_particle(self, i: int) -> bool:
        entry = self.words[i].find(Kind.FUNCTION)
        if entry is None or len(entry.lemma) != 3 or not entry.lemma.endswith(L.ALEF_MAKSURA):
            return False
        printed = self.text[self.tokens.span(i, i + 1).end - 1]
        return printed == L.YEH and self.forms[i] == fold_word(entry.lemma)

    def _find_title(self) -> int:
        """The first block is a title where a blank line follows it and it is one line."""
        for i, form in enumerate(self.forms):
            if form[0] == "\n":
                return i + 1 if len(form) > 1 else 0
        return 0

    def _cut_sentences(self) -> None:
        forms = self.forms
        number, last = 0, len(forms) - 1
        self.bounds.append(0)
        for i, form in enumerate(forms):
            self.sentence.append(number)
            too_long = i - self.bounds[-1] >= _LONGEST_SENTENCE
            if i < last and (form[0] == "\n" or too_long or (form in L.FULL_STOPS and self._ends_sentence(i))):
                number += 1
                self.bounds.append(i + 1)

    def _ends_sentence(self, i: int) -> bool:
        """Whether a space follows the full stop at `i`, and it stands in no short name in quotation marks."""
        starts, ends = self.tokens.starts, self.tokens.ends
        if starts[i + 1] == ends[i]:
            return False
        quote = self.quotation_round(i)
        return quote is None or i + 1 == quote.stop or not quote.closed or len(quote) > _SHORT_NAME

    def _pair_quotes(self) -> None:
        """Pair quotation marks within a paragraph; one left open reaches to the paragraph's end."""
        forms = self.forms
        self.quote_of = [-1] * len(forms)
        opened: int | None = None
        for i, form in enumerate(forms):
            if form[0] == "\n":
                if opened is not None:
                    self._quote(opened, i, False)
                    opened = None
            elif form in L.QUOTE_MARKS:
                if opened is None:
                    if form not in _CLOSE or self._opens(i):
                        opened = i
                elif form in _OPEN and not self._closes(i):
                    continue  # a quotation within: the outer one holds
                elif form not in _CLOSE and self._opens(i):
                    opened = i  # the mark before was a stray one: it never closed
                else:
                    self._quote(opened, i, True)
                    opened = None
        if opened is not None:
            self._quote(opened, len(forms), False)

    def _opens(self, i: int) -> bool:
        """Whether the mark at `i` stands before a word and behind a space."""
        starts, ends = self.tokens.starts, self.tokens.ends
        return (i == 0 or starts[i] > ends[i - 1]) and i + 1 < len(starts) and starts[i + 1] == ends[i]

    def _closes(self, i: int) -> bool:
        """Whether the mark at `i` stands behind a word and before a space."""
        starts, ends = self.tokens.starts, self.tokens.ends
        return i > 0 and starts[i] == ends[i - 1] and (i + 1 == len(starts) or starts[i + 1] > ends[i])

    def _quote(self, opened: int, closed: int, whole: bool) -> None:
        number = len(self.quotations)
        self.quotations.append(Quotation(opened + 1, closed, whole))
        for i in range(opened, min(closed + 1, len(self.forms))):
            self.quote_of[i] = number

    def keep_places(self, spans: Iterable[Span]) -> None:
        """Forget every place name that is not among `spans`: for the coders that follow it is another word."""
        kept = {self.token_at(span.start) for span in spans}
        for i, flag in enumerate(self.flags):
            if flag & Kind.PLACE and i not in kept:
                self.flags[i] = flag & ~Kind.PLACE

    def mark_times(self, spans: Iterable[Span]) -> None:
        """Note which tokens belong to time expressions: they are no part of a name."""
        self.dated.update(*map(self.tokens_of, spans))

    def at(self, kind: int) -> list[int]:
        """The tokens where a word or phrase of the kind begins."""
        return [i for i, flag in enumerate(self.flags) if flag & kind]

    def match(self, i: int, kind: int) -> tuple[int, Entry] | None:
        """The longest phrase of the kind that begins at `i`, else the word: (first token behind it, entry)."""
        if not self.flags[i] & kind:
            return None
        kind &= self.flags[i]
        for stop, entry in self.phrases.get(i, ()):
            if entry.kind & kind:
                return stop, entry
        entry_ = self.words[i].find(kind)
        return None if entry_ is None else (i + 1, entry_)

    def is_word(self, i: int) -> bool:
        """Whether token `i` is a word or a number, not a mark or a line end."""
        return self.forms[i][0].isalnum()

    def small_word(self, i: int) -> FunctionWord | None:
        """The small word (preposition, conjunction, particle...) that token `i` is by itself."""
        if not self.flags[i] & Kind.FUNCTION:
            return None
        entry = self.words[i].find(Kind.FUNCTION)
        return entry.row if entry is not None and isinstance(entry.row, FunctionWord) else None

    def quotation_round(self, i: int) -> Quotation | None:
        """The quotation that token `i` belongs to, its marks included."""
        number = self.quote_of[i]
        return self.quotations[number] if number >= 0 else None

    def quotation_from(self, i: int) -> Quotation | None:
        """The quotation that the mark at token `i` opens."""
        quote = self.quotation_round(i)
        return quote if quote is not None and quote.first == i + 1 else None

    def span(self, first: int, stop: int) -> Span:
        """Tokens `first` to `stop` (exclusive) as printed, clitics included."""
        return self.tokens.span(first, stop)

    def bare_span(self, first: int, stop: int) -> Span:
        """As `span`, but without the proclitics of the first word; the article stays."""
        word = self.words[first]
        tokens = self.tokens
        return tokens.folded.stored(tokens.starts[first] + word.before, tokens.ends[stop - 1])

    def words_of(self, first: int, stop: int) -> str:
        """The stored text of the tokens."""
        return self.span(first, stop).of(self.text)

    def sentence_stop(self, i: int) -> int:
        """The first token behind the sentence that token `i` stands in."""
        number = self.sentence[i] + 1
        return self.bounds[number] if number < len(self.bounds) else len(self.forms)

    def sentence_first(self, i: int) -> int:
        """The first token of the sentence that token `i` stands in."""
        return self.bounds[self.sentence[i]]

    def tokens_of(self, span: Span) -> range:
        """The tokens that the span of the stored text takes in, whole or in part."""
        return range(self.token_at(span.start), self.token_at(span.end - 1) + 1)

    def token_at(self, offset: int) -> int:
        """The token that the offset of the stored text lies in, or the last one before it."""
        at = self.tokens.folded.folded(offset)
        return max(0, bisect_right(self.tokens.starts, at) - 1)
