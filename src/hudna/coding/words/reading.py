"""A text read once: tokens, what each may be, sentences and quotations. Every coder works on this.

The one pass over the text happens here. Coders go from flag to flag (`reading.at(kind)`), never over letters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Final

from hudna.coding.words.quotations import Pairing
from hudna.coding.words.quotations import Quotation as Quotation  # asked for here by those who read texts
from hudna.model import Span
from hudna.packs.lexicon import Entry, Kind, Lexicon, Tail, Trait, Word
from hudna.packs.tables.speech import FunctionWord
from hudna.packs.wordclasses import word_class
from hudna.text import Tokens, chunks
from hudna.text import letters as L

_BOUNDS: Final = Trait.LINE_END | Trait.QUOTE | Trait.FULL_STOP
"""Traits of the tokens that sentences, quotations and the title end at."""
_LONGEST_SENTENCE: Final = 1000
"""Tokens after which a sentence is cut: no writer's is longer, and the coders' work on each stays bounded."""
_SHORT_NAME: Final = 4
"""Tokens of the longest quotation in which a full stop ends no sentence."""


_FIRST_LETTER: Final = "\N{ARABIC LETTER HAMZA}"
_LONGEST_LETTER: Final = 2
"""Letters that the name of a letter is spelt with."""
_LEAST_PARTED: Final = 3
"""Letters of the shortest word that ends or begins a sentence where no space follows the full stop."""
_SHORT_TITLES: Final = word_class("short titles")
_TITLE: Final = "\N{ARABIC LETTER DAL}"
"""What the letters of titles are read as: the honorific `Dr.`."""
_REJOINED: Final = (
    Kind.CUE_VERB | Kind.CUE_PARTICIPLE | Kind.CUE_NOUN | Kind.TRIGGER | Kind.VERB | Kind.POST | Kind.CONTENT_NOUN
)
"""What a word must be to be joined again from two that nothing is known of."""


def _is_letters(form: str) -> bool:
    return form[-1].isalpha() and form[-1] >= _FIRST_LETTER


class Reading:
    """One text as words.

    `forms`, `words`, `flags` are parallel lists over tokens. `flags[i]` joins the kinds of the word's entries
    and of the phrases that really begin at `i`. `phrases[i]` holds these, longest first: (stop, entry).
    `sentence[i]` numbers the sentences; `title_stop` is the first token behind the title (0: no title).
    `dated` are the tokens of time expressions, once `mark_times` has told them. `glued` are the tokens that were
    printed without a space before them. `leading` tells of the cues that were asked whether they report something,
    `asking` how many of these questions are open, one within the other.
    """

    __slots__ = (
        "asking",
        "bounds",
        "dated",
        "flags",
        "forms",
        "glued",
        "leading",
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
        self.forms: list[str] = []
        self.words: list[Word] = []
        self.glued: set[int] = set()
        self.tokens = self._read_words(text)
        telling = [i for i, word in enumerate(self.words) if word.trait]
        rests = [i for i in telling if self.words[i].trait & Trait.REST]
        if rests and self._mend(self.tokens, rests):
            telling = [i for i, word in enumerate(self.words) if word.trait]
        self.flags: list[int] = [word.own for word in self.words]
        self.phrases: dict[int, list[tuple[int, Entry]]] = {}
        self._join_phrases([i for i in telling if self.words[i].trait & Trait.BEGINS])
        self._tell_names_from_particles([i for i in telling if self.words[i].trait & Trait.NAME_OR_PARTICLE])
        marks = [i for i in telling if self.words[i].trait & _BOUNDS]
        self.title_stop = self._find_title(marks)
        self.dated: set[int] = set()
        self.leading: dict[int, bool] = {}
        self.asking = 0
        self.quote_of: list[int] = [-1] * len(self.words)
        self.quotations = Pairing(self.tokens, self.words, self.flags, marks, self.title_stop).run(self.quote_of)
        self.bounds: list[int] = [0]
        self._cut_sentences(marks)
        self.sentence: list[int] = []
        for number, (first, stop) in enumerate(pairwise([*self.bounds, len(self.words)])):
            self.sentence += [number] * (stop - first)

    def __len__(self) -> int:
        return len(self.forms)

    def _read_words(self, text: str) -> Tokens:
        """Cut the text into words, each with what the lexicon knows of it."""
        forms, words = self.forms, self.words
        starts: list[int] = []
        ends: list[int] = []
        whole, parts, marks = self.lexicon.whole, self.lexicon.parts, self.lexicon.trailing()
        found, places = chunks(text)
        for k in range(len(found)):
            chunk, at = found[k], places[k]
            word = whole.get(chunk)
            if word is not None:
                forms.append(word.form)
                words.append(word)
                starts.append(at)
                ends.append(at + len(chunk))
                continue
            edge = len(chunk) - 1
            mark = marks.get(chunk[edge])
            if mark is not None and edge:  # by far the most of the others: a known word with a mark behind it
                word = whole.get(chunk[:edge])
                if word is not None:
                    forms += (word.form, mark.form)
                    words += (word, mark)
                    starts += (at, at + edge)
                    ends += (at + edge, at + edge + 1)
                    continue
            for part, start, end, glued in parts(chunk):
                if glued:
                    self.glued.add(len(forms))
                forms.append(part.form)
                words.append(part)
                starts.append(at + start)
                ends.append(at + end)
        return Tokens(text, forms, starts, ends)

    def _mend(self, tokens: Tokens, rests: list[int]) -> bool:
        """Make one token of two that a page parts, where the second is among `rests`, and of a short title's two.

        Whether there were any.
        """
        joined: set[int] = set()
        for i in reversed(rests):
            following = i + 1
            while following in joined:
                following += 1
            if self._is_short_title(tokens, i, following):
                tokens.ends[i] = tokens.ends[following]
                self.forms[i], self.words[i] = _TITLE, self.lexicon.word(_TITLE)
                joined.add(following)
            elif self._is_joined(tokens, i, following):
                joined.add(i)
        if joined:
            self._drop(tokens, joined)
        return bool(joined)

    def _is_short_title(self, tokens: Tokens, i: int, following: int) -> bool:
        """Whether a title's first letter stands at `i` with its full stop, before a name: `Dr. X`."""
        forms = self.forms
        if following != i + 1 or i + 2 >= len(forms) or forms[i] not in _SHORT_TITLES or forms[i + 1] != ".":
            return False
        if not tokens.joined(i + 1) or (i > 0 and forms[i - 1][-1].isdecimal()):
            return False
        if i > 1 and tokens.joined(i) and forms[i - 1] == "." and forms[i - 2] not in _SHORT_TITLES:
            return False
        return _is_letters(forms[i + 2]) and (len(forms[i + 2]) > 1 or forms[i + 2] in _SHORT_TITLES)

    def _is_joined(self, tokens: Tokens, i: int, following: int) -> bool:
        """Join the end of a word to its start, where a page printed a space for a mark of doubling or an ending."""
        forms, words = self.forms, self.words
        if i == 0 or tokens.starts[i] - tokens.ends[i - 1] != 1:
            return False
        if len(forms[i - 1]) == 1 or not _is_letters(forms[i - 1]):
            return False
        if following < len(forms) and len(forms[following]) == 1 and forms[following].isalpha():
            return False  # the letters of an agency's name
        ending = forms[i] == L.ALEF
        if words[i - 1].article if ending else words[i - 1].flags:
            return False
        word = self.lexicon.word(forms[i - 1] + forms[i])
        if not ending and (not word.flags & _REJOINED or word.article != words[i - 1].article):
            return False
        forms[i - 1], words[i - 1], tokens.ends[i - 1] = word.form, word, tokens.ends[i]
        return True

    def _drop(self, tokens: Tokens, joined: set[int]) -> None:
        """Take the tokens out that are part of the one before them now."""
        kept = [i for i in range(len(self.forms)) if i not in joined]
        self.glued = {place for place, i in enumerate(kept) if i in self.glued}
        for column in (tokens.starts, tokens.ends):
            column[:] = [column[i] for i in kept]
        self.forms[:] = [self.forms[i] for i in kept]
        self.words[:] = [self.words[i] for i in kept]

    def _join_phrases(self, beginnings: list[int]) -> None:
        """Keep, of the phrases that words may begin, those whose other words follow here."""
        forms, flags, last = self.forms, self.flags, len(self.forms) - 1
        for i in beginnings:
            tails = self.words[i].tails
            following = tails.get(forms[i + 1]) if tails is not None and i < last else None
            if following is not None:
                found = [
                    (i + 1 + len(rest), entry)
                    for rest, entry in following
                    if len(rest) == 1 or tuple(forms[i + 1 : i + 1 + len(rest)]) == rest
                ]
            elif tails is not None and i + 1 < last and forms[i + 1] in L.QUOTE_MARKS and forms[i + 2] in tails:
                found = self._quoted_phrases(i, tails[forms[i + 2]])
            else:
                continue
            if found:
                self.phrases[i] = found
                for _, entry in found:
                    flags[i] |= entry.kind

    def _quoted_phrases(self, i: int, tails: list[Tail]) -> list[tuple[int, Entry]]:
        """The phrases of which the first word stands before a quotation mark, the others behind it: `the group "X"`."""
        forms = self.forms
        found: list[tuple[int, Entry]] = []
        for rest, entry in tails:
            stop = i + 2 + len(rest)
            if tuple(forms[i + 2 : stop]) == rest:
                found.append((stop + 1 if stop < len(forms) and forms[stop] in L.QUOTE_MARKS else stop, entry))
        return found

    def _tell_names_from_particles(self, particles: list[int]) -> None:
        """A final yeh where the particle has an alef maksura is a name: Ali, not `ala`; and Umm, not `or`."""
        for i in particles:
            if self.forms[i][-1] == L.MEEM:
                self.flags[i] &= ~(Kind.FUNCTION if self._is_mother(i) else Kind.GIVEN)
            elif self.text[self.tokens.ends[i] - 1] == L.YEH:
                self.flags[i] &= ~Kind.FUNCTION
            else:
                self.flags[i] &= ~Kind.GIVEN

    def _is_mother(self, i: int) -> bool:
        """Whether the mother of somebody is named at `i`, with no name before it that `or` may join another to."""
        if i + 1 >= len(self.forms) or not self.flags[i + 1] & Kind.GIVEN or self.words[i + 1].preposition:
            return False
        return i == 0 or not self.flags[i - 1] & (Kind.GIVEN | Kind.PERSON | Kind.PLACE)

    def _find_title(self, marks: list[int]) -> int:
        """The first block is a title where a blank line follows it and it is one line."""
        for i in marks:
            if self.words[i].trait & Trait.LINE_END:
                return i + 1 if len(self.forms[i]) > 1 else 0
        return 0

    def _cut_sentences(self, marks: list[int]) -> None:
        """Cut behind line ends and full stops, and where a sentence grows too long."""
        bounds, last = self.bounds, len(self.forms) - 1
        for i in marks:
            trait = self.words[i].trait
            if i < last and (trait & Trait.LINE_END or (trait & Trait.FULL_STOP and self._ends_sentence(i))):
                self._cut_long(i + 1)
                bounds.append(i + 1)
        self._cut_long(last + 1)

    def _cut_long(self, stop: int) -> None:
        """Cut the sentence that ends before `stop` into pieces that are not too long."""
        bounds = self.bounds
        while stop - bounds[-1] > _LONGEST_SENTENCE + 1:
            bounds.append(bounds[-1] + _LONGEST_SENTENCE + 1)

    def _ends_sentence(self, i: int) -> bool:
        """Whether a space follows the full stop at `i`, and it stands in no short name in quotation marks."""
        if self.tokens.joined(i + 1) and not self._parts_words(i):
            return False
        if i > 1 and self.forms[i - 2] == "(" and self.is_word(i - 1) and len(self.forms[i - 1]) <= _LONGEST_LETTER:
            return False  # `(T. U-22)`: letters of a type
        quote = self.quotation_round(i)
        return quote is None or i + 1 == quote.stop or not quote.closed or len(quote) > _SHORT_NAME

    def _parts_words(self, i: int) -> bool:
        """Whether the mark at `i` stands between two Arabic words that are no letters of a name: a space is lost."""
        if i == 0 or self.forms[i] != "." or not self.tokens.joined(i):
            return False
        if self.words[i + 1].flags & Kind.CUE_PREPOSITION:
            return False  # `... . according to X`: an outlet's way to end a text
        before, after = self.forms[i - 1], self.forms[i + 1]
        return min(len(before), len(after)) >= _LEAST_PARTED and _is_letters(before) and _is_letters(after)

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
        return not self.words[i].trait & Trait.MARK

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
        tokens = self.tokens
        before = self.words[first].before
        return Span(tokens.letter(first, before) if before else tokens.starts[first], tokens.ends[stop - 1])

    def words_of(self, first: int, stop: int) -> str:
        """The stored text of the tokens."""
        return self.text[self.tokens.starts[first] : self.tokens.ends[stop - 1]]

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
        return max(0, bisect_right(self.tokens.starts, offset) - 1)
