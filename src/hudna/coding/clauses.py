"""What is reported: where it opens behind a cue, where it ends, and which of it stands in quotation marks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from hudna.coding.phrases import apposition, is_named, noun_phrase
from hudna.coding.reading import Quotation, Reading
from hudna.model import Span
from hudna.model.findings import Form
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.events import Trigger
from hudna.packs.tables.speech import Cue, FunctionWord, Negation
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

PAUSES: Final = L.COMMAS | {L.SEMICOLON}
_JOINED: Final = {"bi": L.BEH, "li": L.LAM}
"""Frames whose preposition is written onto the noun."""
_IN: Final = L.FEH + L.YEH
_QUESTIONS: Final = word_class("questions")
"""Words that open what is asked."""
_UNTIL: Final = frozenset(("ila", "min"))
"""Prepositions that make a circumstance with a clause, unless the cue asks for them: `until`, `for fear that`."""
_TIES: Final = frozenset(("ila", "an", "ala", "min"))
_TIED: Final = _TIES | {"fi"}
"""Frames whose preposition is a word of its own."""
_WHAT: Final = L.MEEM + L.ALEF
_ADVERBIAL: Final = word_class("adverbial nouns")
"""Nouns that make an adverb with a preposition: `on the margin of`, `by way of`."""
_BLAME: Final = tuple(sorted(word_class("responsibilities")))
"""How words for the responsibility that one is given begin."""
_ITS: Final = (L.HEH, L.HEH + L.ALEF, L.HEH + L.MEEM)
"""Pronouns written onto a preposition."""
_FEMININE_OWN: Final = (
    L.TEH + L.HEH,
    L.TEH + L.HEH + L.ALEF,
    L.TEH + L.HEH + L.MEEM,
    L.HEH + L.MEEM + L.ALEF,
)
"""How a feminine noun of no list ends that has a pronoun, or any that two share."""
_LONG_WORD: Final = 6
_SHORT_OWN: Final = 5
_FIFTH: Final = 4
_CUT_OFF: Final = frozenset((L.BEH, L.LAM))
_CLAUSE_ONLY: Final = "clause"
_NEAR: Final = "near"
_FAR: Final = 45
"""Words from a cue within which its content must begin."""
_SOON: Final = 12
"""Tokens behind a verb within which the clause or quotation that it reports must begin."""
_NOWHERE: Final = -1
_SIGNS: Final = L.QUOTE_MARKS | L.FULL_STOPS | {":", "("}
_CUES: Final = Kind.CUE_VERB | Kind.CUE_PARTICIPLE
_NAMED: Final = Kind.BODY | Kind.POST | Kind.MEDIA
_SHORT_QUOTE: Final = 3
"""A quotation of up to so many words is a term or a name, and opens no content by itself."""
_LONGEST_BRACKET: Final = 12
_LONG_NAME: Final = 6
"""Words of the longest name that stands in quotation marks behind its verb."""
_LONGEST: Final = 400
"""Tokens after which a clause is cut, a quotation in it aside: no writer's is longer, and the work on each cue stays
bounded."""
_LEAST: Final = 2
"""Tokens that a clause has at least before it can end."""
_LEAST_WHOLE: Final = 6
"""Tokens of a clause that is whole, so that `at a time when` is the reporter's."""
_SHORT_VERB: Final = 3
_NEXT_CUE: Final = 16
"""Tokens from a comma within which the cue of the next report must stand."""
_FINITE: Final = Kind.VERB | Kind.CUE_VERB | Kind.TRIGGER
_ALWAYS_BUT: Final = word_class("contrasts")
"""What opens a clause behind a noun phrase, a comma before it or not."""
_BUT: Final = _ALWAYS_BUT | word_class("contrasts behind commas")
"""What opens a clause behind a noun phrase and its comma."""
_LEADS: Final = frozenset(("preposition", "conjunction", "break", "turn", "adverb", "particle", "intensive"))
_TURNING: Final = frozenset(("break", "turn"))
_FULL_DATE: Final = 3
_YEAR: Final = 4
_OF: Final = L.MEEM + L.NOON
_CUE_TURNS: Final = Kind.CUE_PARTICIPLE | Kind.CUE_VERB | Kind.CUE_PREPOSITION
_TURNS: Final = Kind.CUE_PARTICIPLE | Kind.CUE_VERB | Kind.CUE_PREPOSITION | Kind.FUNCTION | Kind.NEGATION
"""What may end a clause in the middle of a sentence, with no comma before it."""
_SOURCES: Final = (
    Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA | Kind.HONORIFIC | Kind.CUE_NOUN | Kind.CUE_VERB | Kind.PERSON
)
"""What one goes by that speaks: `according to the minister, a report, what he said`."""

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

    __slots__ = (
        "after",
        "asks",
        "cue",
        "frames",
        "inside",
        "late",
        "limit",
        "noun",
        "nouns",
        "r",
        "subject_told",
        "term",
        "tied",
    )

    def __init__(self, r: Reading, after: int, limit: int, cue: Cue, subject_told: bool) -> None:
        self.r = r
        self.after = after
        self.limit = limit
        self.cue = cue
        self.frames = _frames(cue.frame)
        self.nouns = _noun_frames(cue.frame)
        self.asks = "ask" in self.frames
        self.inside = 0
        """The token behind the name of several words that was met last."""
        self.subject_told = subject_told
        self.noun = _NOWHERE
        """Where a bare noun phrase opens that is the content, unless a clause or a quotation follows."""
        self.tied = False
        """Whether the preposition of the cue's frame stands before it."""
        self.late = _NOWHERE
        """Where one opens behind `li-`, which may be those called upon as well."""
        self.term: Opening | None = None
        """A quotation of a few words, which is the content where nothing else is."""

    def run(self) -> Opening | None:
        r = self.r
        forms, flags = r.forms, r.flags
        k, words = self.after, 0
        while k < self.limit and words < _FAR:
            form = forms[k]
            if form in _SIGNS or form[0] == "\n":
                if form[0] == "\n" or form in L.FULL_STOPS:
                    break
                if form == ":":
                    return self._at_colon(k)
                if form == "(":
                    k = self._past_bracket(k)
                    continue
                found = self._at_mark(k)
                if isinstance(found, Opening):
                    return found
                k = found
                continue
            if self.noun >= 0 and k > self.after and self._ends_noun(k):
                break
            flag = flags[k]
            if flag & Kind.COMPLEMENTISER and not (flag & Kind.PERSON or r.words[k].flags & Kind.CUE_VERB):
                if self.noun >= 0 and (r.words[k].conjunction or self._is_within_noun(k)):
                    break
                if k > self.after and (r.words[k].conjunction == L.WAW or self._is_of_verb(k)):
                    break  # `and that` goes on with what was said before; `..., it is said, that` is not the cue's
                if not self._is_of_object(k) and not self._is_of_circumstance(k) and self._is_next_to_subject(k):
                    return Opening(past_complementisers(r, k), self._without_preposition(k), "clause")
            elif flag & _CUES and k > self.after and self._is_next_report(k):
                break
            elif self.nouns and k > self.after and (self._is_besides(k) or self._is_next_deed(k)):
                self.nouns = ()
            elif self.asks and r.words[k].stem in _QUESTIONS:
                return Opening(k, k, "clause")
            elif self.noun < 0 and self.nouns and k >= self.inside:
                if flag & _NAMED and k in r.phrases:
                    self.inside = self._past_name(k)
                self._try_noun(k)
                if self.tied:
                    break  # what stands behind the cue's own preposition is the content
            words += 1
            k += 1
        return self._bare()

    def _past_name(self, k: int) -> int:
        """The token behind the body's or post's name of several words that begins at `k`: its words say nothing."""
        found = self.r.match(k, _NAMED)
        return found[0] if found is not None else k

    def _past_bracket(self, k: int) -> int:
        """The token behind the bracket that opens at `k`: a place, an age, another name."""
        for j in range(k + 1, min(k + _LONGEST_BRACKET, self.limit)):
            if self.r.forms[j] == ")":
                return j + 1
        return k + 1

    def _at_colon(self, k: int) -> Opening | None:
        """The opening behind the colon at `k`, unless a noun phrase is the content or it is not the cue's."""
        if _CLAUSE_ONLY in self.frames or self.noun >= 0 or not self._is_next_to_subject(k):
            return self._bare()
        return self._behind_colon(k)

    def _bare(self) -> Opening | None:
        """The bare noun phrase or the term that is the content where no clause is."""
        if self.noun < 0:
            self.noun = self.late
        if self.noun < 0 and self.term is None:
            self.noun = self._plain_object()
        return self.term or self._noun_opening()

    def _try_noun(self, k: int) -> None:
        """Note the bare noun phrase at `k` if it is the content; behind `li-` only where nothing better follows."""
        led = k > self.after and bool(self.r.flags[k - 1] & Kind.FUNCTION)
        for frame in self.nouns:
            if (led or frame not in _TIED) and self._opens_noun(frame, k):
                if frame != "li" or self.cue.target != "object":
                    self.noun = self._chain_first(k) if frame == "noun" else k
                    self.tied = frame in _TIES or (frame == "noun" and self._is_rumour(k))
                elif self.late < 0:
                    self.late = k
                return

    def _chain_first(self, k: int) -> int:
        """Where the nouns of no list begin that `k` is the last of, behind a date or comma: `the start of a truce`."""
        r = self.r
        first = k
        while first - 1 > self.after and self._is_unlisted(first - 1):
            first -= 1
        apart = first - 1 in r.dated or r.forms[first - 1] in L.COMMAS
        return first if apart else k

    def _is_unlisted(self, k: int) -> bool:
        """Whether a noun of no list stands at `k` that another may belong to."""
        r = self.r
        word = r.words[k]
        return (
            r.is_word(k)
            and not r.flags[k] & ~Kind.EVENT_WORD
            and k not in r.dated
            and not (word.article or word.preposition or word.conjunction or word.pronoun)
        )

    def _plain_object(self) -> int:
        """Where a noun phrase opens that no list knows for a content: behind the subject and its circumstances."""
        r = self.r
        if not any(frame in ("noun", "outlook", "all") for frame in self.frames):
            return _NOWHERE
        k = self.after
        if not (self.subject_told and not _may_speak(r, k, self.limit)):
            k = self._past_subject(k)
            if k == self.after and not self.subject_told:
                return _NOWHERE
        k = _past_circumstances(r, k, self.limit)
        return k if self._is_plain_object(k) else _NOWHERE

    def _past_subject(self, k: int) -> int:
        """The token behind the subject at `k`; `the statement` is one by itself."""
        r = self.r
        if k >= self.limit:
            return k
        if r.flags[k] & Kind.OCCASION and r.words[k].article:
            return k + 1
        stop = noun_phrase(r, k, self.limit)
        for j in range(k + 1, stop):
            if self._is_apart(j):
                return j
        return apposition(r, k, stop, self.limit)

    def _is_put_upon(self, k: int) -> bool:
        """Whether what begins at `k` is put upon somebody or something: `the blame for`, `... down to`."""
        r = self.r
        near = range(k, min(k + _SOON, self.limit))
        return any(r.words[j].stem.startswith(_BLAME) or _ties(r, j, "ila") for j in near)

    def _is_plain_object(self, k: int) -> bool:
        r = self.r
        if k + 1 >= self.limit or not r.is_word(k) or not r.is_word(k + 1):
            return False
        flag, word = r.flags[k], r.words[k]
        if "all" in self.frames:
            return self._is_put_upon(k) and not flag & (
                Kind.CUE_VERB | Kind.CUE_PARTICIPLE | Kind.VERB | Kind.COMPLEMENTISER | Kind.FUNCTION
            )
        if "known" in self.frames and flag & Kind.TRIGGER:
            return False
        if flag & _NO_OBJECT and not flag & Kind.CONTENT_NOUN:
            return flag & Kind.FUNCTION != 0 and r.forms[k] == _WHAT and not r.flags[k + 1] & Kind.FUNCTION
        if word.preposition or word.future:
            return False
        definite = word.article or r.forms[k].startswith(L.AL)
        if k == self.after:
            return not definite or self.cue.act not in ("assert", "confirm")
        apart = not r.is_word(k - 1) or k - 1 in r.dated or bool(r.flags[k - 1] & Kind.FUNCTION)
        if definite:
            if self.cue.act in ("assert", "confirm"):
                return k - 1 in r.dated and k not in r.dated and not flag
            return apart or not r.words[k - 1].article
        return apart or not flag or bool(flag & (Kind.CONTENT_NOUN | Kind.TRIGGER))

    def _noun_opening(self) -> Opening | None:
        return None if self.noun < 0 else Opening(self.noun, self._without_preposition(self.noun), "noun")

    def _at_mark(self, k: int) -> Opening | int:
        """The opening that the quotation mark at `k` makes, or the token to go on at."""
        r = self.r
        quote = r.quotation_from(k)
        if quote is None or (_NEAR in self.frames and not self._is_next_to_subject(k)):
            return k + 1
        if k == self.inside and quote.closed and len(quote) <= _SHORT_QUOTE:
            return quote.stop + 1  # the rest of a body's name
        if k == self.after and quote.closed and len(quote) <= _LONG_NAME:
            named = len(quote) <= _SHORT_QUOTE and r.flags[quote.first] & (_NAMED | Kind.PLACE)
            if not ends_at(r, quote.stop + 1) or (named and self._is_comma(quote.stop + 1)):
                return quote.stop + 1  # the subject's own name
        if k > self.after and any(_ties(r, k - 1, frame) for frame in self.frames):
            self.noun = k
            return quote.stop
        if "bi" in self.frames and quote.first < self.limit and r.words[quote.first].preposition == L.BEH:
            return Opening(k, k, "quote")
        if k > self.after + 1 and r.forms[k - 1] == "-" and r.forms[k - 2] in _CUT_OFF:
            # `to -"X"`, `as -"X"`: an outlet that cuts prepositions off
            return Opening(k, k - 2, "quote") if self._is_tie(r.forms[k - 2]) else quote.stop + 1
        if k + 1 < self.limit and r.flags[k + 1] & Kind.COMPLEMENTISER:
            return Opening(past_complementisers(r, k + 1), k, "clause")
        if k > self.after and any(r.forms[k - 1] == _JOINED.get(frame) for frame in self.frames):
            return Opening(k, k - 1, "quote")
        if self.noun < 0 and _CLAUSE_ONLY not in self.frames and self._is_speech(k, quote):
            if len(quote) > _SHORT_QUOTE:
                return Opening(k, k, "quote")
            if self.cue.target == "object" or (r.forms[k - 1] in L.COMMAS and self._is_comma(quote.stop + 1)):
                return quote.stop + 1  # the one accused, or a name between commas
            if k == self.after or not self._is_governed_mark(k):
                self.term = self.term or Opening(k, k, "quote")
        return quote.stop + 1 if quote.closed and len(quote) <= _LONG_NAME else k + 1

    def _is_tie(self, letter: str) -> bool:
        """Whether the letter is the preposition of the cue's frame."""
        return ("bi" in self.frames and letter == L.BEH) or (
            "li" in self.frames and letter == L.LAM and self.cue.target != "object"
        )

    def _is_governed_mark(self, k: int) -> bool:
        """Whether a preposition that ties no content stands before the mark: `a leader in "the Corps"`."""
        small = self.r.small_word(k - 1)
        return small is not None and small.role == "preposition" and small.frame not in self.frames

    def _is_comma(self, k: int) -> bool:
        return k < self.limit and self.r.forms[k] in L.COMMAS

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
        first = k + 1
        if self.r.flags[first] & Kind.COMPLEMENTISER and first + 1 < self.limit:
            first = past_complementisers(self.r, first)
        return Opening(first, k, "quote" if self._is_quoted(k + 1) else "colon")

    def _is_quoted(self, k: int) -> bool:
        """Whether a quotation opens at `k` that is what was said, not a term or name at the start of it."""
        r = self.r
        if r.forms[k] not in L.QUOTE_MARKS:
            return False
        quote = r.quotation_from(k)
        return quote is None or not quote.closed or len(quote) > _SHORT_QUOTE or ends_at(r, quote.stop + 1)

    def _is_of_object(self, k: int) -> bool:
        """Whether the clause at `k` only tells of the one accused: `accused X, who..., of...`."""
        if self.cue.target != "object" or "bi" not in self.frames:
            return False
        return not self.r.words[k].preposition and not self.r.forms[k].startswith(L.BEH)

    def _ends_noun(self, k: int) -> bool:
        """Whether the noun that was met is the content, since another report or the reporter's words begin at `k`."""
        if self.r.forms[k] in PAUSES:
            return _ends_at_comma(self.r, k + 1)
        return self._is_other_cue(k)

    def _is_other_cue(self, k: int) -> bool:
        """Whether another verb of speech, or a participle that goes on, stands at `k`."""
        r = self.r
        flag, word = r.flags[k], r.words[k]
        if word.article or word.preposition or (word.pronoun and flag & Kind.CUE_VERB):
            return False
        if flag & Kind.CUE_PARTICIPLE and is_adverbial(word.form):
            return True
        cue = word.find(Kind.CUE_VERB)
        clear = cue is not None and isinstance(cue.row, Cue) and cue.row.frame.startswith("that")
        if flag & (Kind.CONTENT_NOUN | Kind.FUNCTION):
            return False
        return clear

    def _is_within_noun(self, k: int) -> bool:
        """Whether the clause at `k` belongs to the noun phrase that is said: `the need that ...`."""
        return self.noun >= 0 and not any(self.r.forms[j] in PAUSES for j in range(self.noun, k))

    def _is_of_verb(self, k: int) -> bool:
        """Whether another verb, right before it, governs the clause at `k`: `a man who seems to ...`."""
        r = self.r
        if k - 1 <= self.after or r.flags[k - 1] & (Kind.FUNCTION | Kind.PERSON | Kind.GIVEN | Kind.POST):
            return False
        return bool(r.flags[k - 1] & Kind.VERB) and not r.words[k - 1].article and not r.words[k - 1].preposition

    def _is_next_to_subject(self, k: int) -> bool:
        """Whether only the subject stands before the clause at `k`, for a verb that is another word as well."""
        if _CLAUSE_ONLY not in self.frames and _NEAR not in self.frames:
            return True
        r = self.r
        stop = apposition(r, self.after, noun_phrase(r, self.after, k), k)
        return _past_circumstances(r, stop, k) >= k

    def _is_of_circumstance(self, k: int) -> bool:
        """Whether the clause at `k` only tells when or how: `after`, `although`, `except that`."""
        r = self.r
        small = r.small_word(k - 1) if k > self.after else None
        if small is None or r.words[k].conjunction or r.words[k - 1].stem == _IN or r.forms[k - 1].endswith(_ITS):
            return False
        if small.role == "conjunction":
            return True
        return small.role == "preposition" and (
            small.frame is None or (small.frame in _UNTIL and small.frame not in self.frames)
        )

    def _is_next_report(self, k: int) -> bool:
        r = self.r
        if r.flags[k] & Kind.CUE_PARTICIPLE and r.forms[k - 1] in PAUSES:
            return True
        if not r.flags[k] & Kind.CUE_VERB or r.words[k].conjunction != L.WAW or r.words[k].article:
            return False
        if r.words[k].pronoun and not _takes_object(r, k):
            return False  # `, and agencies published it,`
        return not is_aside(r, k)

    def _is_besides(self, k: int) -> bool:
        """Whether the participle at `k` tells what the speaker does besides: a noun behind it is said by that."""
        if not self.r.flags[k] & Kind.CUE_PARTICIPLE or self.r.flags[k] & _NAMED:
            return False
        word = self.r.words[k]
        return not word.article and not word.preposition and word.form.endswith(L.ALEF)

    def _is_next_deed(self, k: int) -> bool:
        """Whether `and` joins on another clause at `k`, behind a comma: a noun in it is not said."""
        r = self.r
        word = r.words[k]
        if word.conjunction != L.WAW or r.forms[k - 1] not in PAUSES or word.article:
            return False
        return not r.flags[k] & (_SPEAKS | Kind.CONTENT_NOUN | Kind.FUNCTION | Kind.GIVEN | Kind.PERSON)

    def _opens_noun(self, frame: str, k: int) -> bool:
        """Whether a bare noun phrase that is the content opens at `k`, as the frame asks."""
        r = self.r
        flag, word = r.flags[k], r.words[k]
        if k in r.dated:
            return False
        if frame == "outlook" and any(_is_paper(r, j) for j in range(self.after, k + 1)):
            return False
        if frame in ("noun", "outlook"):
            return self._is_object_noun(k)
        if frame in _JOINED:
            if flag & (Kind.OCCASION | Kind.FUNCTION) and word.stem != _WHAT:
                return False
            return self._is_governed(k, _JOINED[frame])
        if self.cue.target == "object" and flag & Kind.PLACE:
            return False
        if k - 1 < self.after or not _ties(r, k - 1, frame) or flag & Kind.COMPLEMENTISER:
            return False
        if frame == "fi" and flag & Kind.OCCASION:
            return False  # `accused X in a statement`
        if r.words[k].stem in _ADVERBIAL or r.forms[k] in _ADVERBIAL or _is_self(r, k):
            return False
        return bool(flag & Kind.CONTENT_NOUN) or not flag & (Kind.MEDIA | Kind.AUDIENCE)

    def _is_object_noun(self, k: int) -> bool:
        """Whether the noun at `k` may be the object of the cue, not its subject."""
        r = self.r
        flag, word = r.flags[k], r.words[k]
        if not r.is_word(k):
            return False
        if word.preposition or (flag & _NAMES and not self._is_rumour(k)):
            return False
        if flag & Kind.FUNCTION and not flag & Kind.CONTENT_NOUN:
            return False
        if k > self.after and self._is_genitive(k):
            return False
        if k > self.after and r.flags[k - 1] & Kind.OCCASION and flag & (Kind.CUE_VERB | Kind.VERB):
            return False  # `a statement | published on`
        if k > self.after and (_is_own(r, k) or self._is_apart(k)):
            return True
        if k == self.after:
            if word.article and k + 1 < self.limit and r.flags[k + 1] & Kind.COMPLEMENTISER:
                return False  # `the latter | that`: the subject
            return self.subject_told or (bool(flag & Kind.CONTENT_NOUN) and word.pronoun != "")
        if word.article and self.cue.act in ("assert", "confirm"):
            return False  # what is condemned or refused is often definite, what is only said seldom
        said = flag & Kind.OCCASION and word.article and self.cue.act not in ("assert", "confirm", "demand")
        if "known" in self.frames and flag & Kind.TRIGGER:
            return False  # `renewed its shelling`: done, not said
        if said or flag & (Kind.CONTENT_NOUN | Kind.ACT) or (flag & Kind.TRIGGER and _is_event_noun(r, k)):
            return True
        if word.article:
            return self.cue.target == "object" and (is_masdar(word.stem) or _is_fifth(word.stem))
        return is_masdar(r.forms[k])

    def _is_rumour(self, k: int) -> bool:
        """Whether what others say stands at `k`, which is denied: `the claims of`, `reports that`."""
        flag = self.r.flags[k]
        return bool(flag & Kind.SOURCE and flag & Kind.CONTENT_NOUN) and self.cue.act == "deny" and k > self.after

    def _is_apart(self, k: int) -> bool:
        """Whether the definite noun at `k` can't belong to the subject before it, which is whole."""
        r = self.r
        word, before = r.words[k], r.words[k - 1]
        if not word.article or r.flags[k] & ~_DEED_FLAGS or not r.is_word(k - 1):
            return False
        if before.article and r.flags[k - 1] & Kind.NISBA:
            return bool(r.flags[k] & (Kind.CONTENT_NOUN | Kind.TRIGGER))
        if before.article or r.flags[k - 1] & (Kind.PLACE | Kind.GIVEN | Kind.PERSON):
            return bool(r.flags[k] & Kind.CONTENT_NOUN)
        return bool(r.flags[k - 1] & Kind.NISBA) or (r.forms[k - 1].endswith(_NOMINATIVE) and not before.pronoun)

    def _is_genitive(self, k: int) -> bool:
        """Whether the noun at `k` belongs to the word before it: a post, or a preposition."""
        r = self.r
        small = r.small_word(k - 1)
        if small is not None and small.role == "preposition":
            return not r.forms[k - 1].endswith(_ITS)
        definite = r.words[k - 1].article or r.forms[k - 1].startswith(L.AL)
        head = r.words[k - 1].find(Kind.POST | Kind.BODY) if not definite else None
        return head is not None and not is_named(head)

    def _is_governed(self, k: int, letter: str) -> bool:
        """Whether the preposition is written onto the word at `k`."""
        word, form = self.r.words[k], self.r.forms[k]
        if (
            word.preposition == letter
            or form == letter + _WHAT
            or (form.startswith(letter + letter) and not word.flags)
        ):
            return True
        if word.flags & ~(Kind.EVENT_WORD | Kind.ACT) or not form.startswith(letter):
            return False
        return form.startswith(letter + L.AL) or (len(form) >= 4 and (k > self.after or self.subject_told))

    def _without_preposition(self, k: int) -> int:
        """`k`, or the preposition before it that ties the content to its cue."""
        small = self.r.small_word(k - 1) if k > self.after else None
        return k - 1 if small is not None and small.frame is not None else k


_NO_OBJECT: Final = (
    Kind.CUE_VERB
    | Kind.CUE_PARTICIPLE
    | Kind.CUE_PREPOSITION
    | Kind.COMPLEMENTISER
    | Kind.VERB
    | Kind.FUNCTION
    | Kind.HONORIFIC
    | Kind.POST
    | Kind.NISBA
    | Kind.PLACE
    | Kind.AUDIENCE
)
_SPEAKS: Final = (
    Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA | Kind.HONORIFIC | Kind.PLACE | Kind.NISBA | Kind.OCCASION
)


_NAMES: Final = Kind.POST | Kind.BODY | Kind.SOURCE | Kind.PLACE
_DEED_FLAGS: Final = Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.ACT | Kind.EVENT_WORD
"""What a noun is that can only be said, beside what tells nothing of it."""
_NOMINATIVE: Final = L.WAW + L.NOON
"""How an indefinite subject in the plural ends: it has no genitive behind it."""


def _is_self(r: Reading, k: int) -> bool:
    """Whether `itself` stands at `k`: no matter that one speaks of."""
    small = r.small_word(k)
    return small is not None and small.role == "intensive"


def _is_own(r: Reading, k: int) -> bool:
    """Whether a noun with a pronoun stands at `k` that is done or said: `its rejection of`, `its control over`."""
    flag, word = r.flags[k], r.words[k]
    if flag & Kind.CUE_NOUN:
        return word.pronoun != ""
    if flag & ~(Kind.EVENT_WORD | Kind.PLACE_CLASS | Kind.ACT) or len(word.form) < _SHORT_OWN:
        return False
    if not word.form.endswith(_FEMININE_OWN):
        # a word that a list holds with its pronoun; a heh, not the ending of the feminine
        if not flag or not word.form.endswith(_ITS) or r.words_of(k, k + 1)[-1] == L.TEH_MARBUTA:
            return False
    elif len(word.form) < _LONG_WORD:
        return False
    return not _may_govern(r, k - 1)


def _may_govern(r: Reading, k: int) -> bool:
    """Whether the word at `k` may be a noun that what follows belongs to: no definite one, no name, no time."""
    if not r.is_word(k) or k in r.dated or r.words[k].article or r.forms[k].startswith(L.AL):
        return False
    if r.flags[k] & Kind.FUNCTION:
        return not r.forms[k].endswith(_ITS)
    return not r.flags[k] & (Kind.PLACE | Kind.GIVEN | Kind.PERSON | Kind.TIMEWORD)


def _may_speak(r: Reading, k: int, limit: int) -> bool:
    """Whether what stands right behind the verb may be its subject: no noun that is rather said."""
    if k >= limit:
        return False
    if r.flags[k] & _SPEAKS:
        return True
    return not r.flags[k] & (Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.FUNCTION) and not is_masdar(r.forms[k])


def _is_fifth(stem: str) -> bool:
    """Whether a stem may be a verbal noun of form V or VI: `intervention`, `cooperation`."""
    return stem[0] == L.TEH and _FIFTH <= len(stem) <= _FIFTH + 1 and stem[-1] not in (L.YEH, L.HEH)


def _past_circumstances(r: Reading, k: int, limit: int) -> int:
    """Past commas, dates, adverbs and phrases behind prepositions that stand between a subject and its object."""
    while k < limit:
        if r.forms[k] in L.COMMAS or k in r.dated:
            k += 1
            continue
        if r.forms[k] == "(":
            while k < limit and r.forms[k] != ")":
                k += 1
            k += 1
            continue
        said = r.match(k, Kind.CUE_PREPOSITION)
        if said is not None:
            k = max(said[0], noun_phrase(r, said[0], limit))
            continue
        small = r.small_word(k)
        if small is not None and small.role in ("adverb", "intensive"):
            k += 1
        elif small is not None and small.role == "preposition":
            k = k + 1 if r.forms[k].endswith(_ITS) else max(k + 1, noun_phrase(r, k + 1, limit))
        elif r.words[k].preposition and r.words[k].preposition != L.KAF:
            k = max(k + 1, noun_phrase(r, k, limit))
        else:
            break
    return k


def _is_event_noun(r: Reading, k: int) -> bool:
    """Whether the word of an event at `k` is a noun, not only a finite verb."""
    rows = [entry.row for entry in r.words[k].entries] + [entry.row for _, entry in r.phrases.get(k, ())]
    return any(isinstance(row, Trigger) and not row.finite for row in rows)


def _is_paper(r: Reading, k: int) -> bool:
    """Whether the word at `k` is what one signs: a memorandum, an agreement, a statement."""
    found = r.match(k, Kind.TRIGGER)
    if found is None or not isinstance(found[1].row, Trigger) or is_masdar(r.forms[k]):
        return False
    return found[1].row.type == "agreement" and not r.words[k].article


@cache
def _frames(frame: str) -> tuple[str, ...]:
    return tuple(frame.split("+"))


@cache
def _noun_frames(frame: str) -> tuple[str, ...]:
    """The frames among those joined that a bare noun phrase may fill."""
    return tuple(name for name in _frames(frame) if name in _TIED or name in _JOINED or name in ("noun", "outlook"))


def _ties(r: Reading, k: int, frame: str) -> bool:
    """Whether the word at `k` is the preposition of the frame."""
    small = r.small_word(k)
    if small is None:
        return False
    return small.frame == frame or (frame == "fi" and r.words[k].stem == _IN)


def past_complementisers(r: Reading, k: int) -> int:
    """The token behind the complementisers that begin at `k`; `k` itself where there are none."""
    while k < len(r) and r.flags[k] & Kind.COMPLEMENTISER and not r.words[k].flags & Kind.CUE_VERB:
        k += 1
    return k


def ends_at(r: Reading, k: int) -> bool:
    """Whether the text, a sentence or a part of it ends before token `k`."""
    return k >= len(r) or r.forms[k] in PAUSES or r.forms[k] in L.FULL_STOPS or r.forms[k][0] == "\n"


def is_masdar(form: str) -> bool:
    """Whether a folded indefinite word has a pattern of the derived verbal nouns (forms II, IV, VII, VIII, X)."""
    for pronoun in _ITS:
        if form.endswith(pronoun) and len(form) > 5 and form[-1 - len(pronoun)] != L.TEH:
            form = form[: -len(pronoun)]
            break
    if len(form) > 5 and form[-1] == L.ALEF:
        form = form[:-1]  # an accusative
    if len(form) < 5:
        return False
    if form[0] == L.TEH:
        return form[-2] == L.YEH and form[1] != L.ALEF
    return form[0] == L.ALEF and form[-2] == L.ALEF and not form.startswith(L.AL)


# Where a content ends


class Ends:
    """Where the clauses of a text end, kept for each token: the cues of one sentence read on to its end only once."""

    __slots__ = ("clauses", "phrases", "r")

    def __init__(self, r: Reading) -> None:
        self.r = r
        self.clauses: list[int] = [0] * (len(r) + 1)
        """For a token that was read in the middle of a clause: how far no clause ends."""
        self.phrases: list[int] = [0] * (len(r) + 1)
        """The same for a noun phrase, which ends sooner."""

    def stop(self, first: int, limit: int, bare: bool = False) -> int:
        """The token behind the clause that begins at `first`; a quotation within it is never cut."""
        r = self.r
        forms, flags, dated = r.forms, r.flags, r.dated
        kept = self.phrases if bare else self.clauses
        farthest = first + _LONGEST
        limit = min(limit, farthest)
        # From `since` on nothing depends on where the clause began.
        stop, since = first, first + _LEAST_WHOLE + 1
        while stop < limit:
            form = forms[stop]
            if form in L.QUOTE_MARKS:
                quote = r.quotation_from(stop)
                if quote is not None:
                    _keep(kept, since, stop)
                    stop = max(stop + 1, min(quote.stop + 1, len(r)))
                    since = max(since, stop)
                    limit = max(limit, stop)
                    if quote.closed and r.sentence[stop - 1] != r.sentence[first]:
                        limit = min(r.sentence_stop(stop - 1), farthest)
                    continue
            if stop >= since and kept[stop] > stop:
                known = kept[stop]
                if kept[known] > known:
                    known = kept[stop] = kept[known]
                _keep(kept, since, stop)
                stop = since = min(known, limit)
                continue
            if stop > first and (
                ((len(form) == 1 or flags[stop] & _TURNS or stop in dated) and _ends_clause(r, stop, first))
                or (bare and _ends_phrase(r, stop))
            ):
                break
            stop += 1
        _keep(kept, since, stop)
        return stop


def _keep(kept: list[int], since: int, stop: int) -> None:
    """Note for the tokens from `since` on that no clause ends before `stop`."""
    for k in range(since, stop):
        kept[k] = stop


def content_from(ends: Ends, first: int, limit: int, *, quoted: bool = False, bare: bool = False) -> tuple[int, int]:
    """The tokens of the content that begins at `first`: to its quotation's or its clause's end.

    `quoted`: the quotation that begins here is the whole content, even where words follow it. `bare`: it is a
    noun phrase, which no clause goes on with.
    """
    r = ends.r
    if first >= len(r):
        return first, first
    quote = r.quotation_from(first) if r.forms[first] in L.QUOTE_MARKS else None
    if quote is not None and quoted and len(quote) <= _SHORT_QUOTE:
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
    if len(quote) > _SHORT_QUOTE or first == 0 or not r.flags[first - 1] & Kind.COMPLEMENTISER:
        return False
    return behind + 1 < limit and r.forms[behind] in L.COMMAS and not _ends_at_comma(r, behind + 1)


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
        if following is None or len(following) <= _SHORT_QUOTE:
            break
        quote = following
    return quote.stop


def _ends_phrase(r: Reading, k: int) -> bool:
    """Whether a clause that can't belong to a noun phrase begins at `k`: `and` or a comma with a finite verb."""
    if r.forms[k] in PAUSES:
        k += 1
        if k >= len(r):
            return True
        return _is_finite(r, k) or r.words[k].stem in _BUT
    word = r.words[k]
    if word.stem in _ALWAYS_BUT:
        return True
    if not r.flags[k] & (Kind.VERB | Kind.CUE_VERB) or not _is_finite(r, k):
        return False
    if word.conjunction == L.WAW:
        return not is_led(r, k)
    return k + 1 < len(r) and bool(r.flags[k + 1] & Kind.COMPLEMENTISER & ~Kind.CUE_VERB)


def _is_finite(r: Reading, k: int) -> bool:
    """Whether the word at `k` is a finite verb, and can be nothing else."""
    flag, word = r.flags[k], r.words[k]
    if not flag & _FINITE or flag & (Kind.CONTENT_NOUN | Kind.FUNCTION | Kind.PLACE | Kind.BODY):
        return False
    if word.article or word.preposition or (word.pronoun and not (flag & Kind.CUE_VERB and _takes_object(r, k))):
        return False
    if flag & Kind.CUE_VERB:
        return True
    if len(word.stem) <= _SHORT_VERB:
        # `wounded`, which `the wounding` is written like; but `witnessed the town`
        return flag & Kind.VERB != 0 and not flag & Kind.TRIGGER and k + 1 < len(r) and r.words[k + 1].article
    if flag & Kind.VERB:
        return True
    rows = [entry.row for entry in word.entries]
    return any(isinstance(row, Trigger) for row in rows) and all(row.finite for row in rows if isinstance(row, Trigger))


def _ends_clause(r: Reading, k: int, first: int) -> bool:
    """Whether the reported clause ends before token `k`."""
    form, flag = r.forms[k], r.flags[k]
    if len(form) == 1:
        if form == "|":
            return True
        if form in L.FULL_STOPS:
            return _ends_at_stop(r, k + 1)
        if form in PAUSES:
            return _ends_at_comma(r, k + 1)
    if k in r.dated and k - 1 not in r.dated:
        return _is_stamp(r, k)
    word = r.words[k]
    if not flag & _TURNS or k - first < _LEAST or word.article:
        return False
    if k - first == _LEAST and not flag & _CUES:
        return False
    if (flag & Kind.NEGATION or form == _OF) and _leaves_unsaid(r, k):
        return True
    if not flag & _CUE_TURNS:
        return bool(flag & Kind.FUNCTION) and (_turns(r, k) or (k - first > _LEAST_WHOLE and _halts(r, k)))
    if flag & Kind.CUE_PARTICIPLE and not word.preposition and is_adverbial(word.form):
        return _leads_on(r, k)
    if flag & Kind.CUE_PARTICIPLE and not word.preposition and word.form.endswith(L.HEH):
        return k + 2 < len(r) and bool((r.flags[k + 1] | r.flags[k + 2]) & Kind.COMPLEMENTISER)
    if flag & Kind.CUE_VERB and word.conjunction == L.WAW:
        if (word.pronoun and not _takes_object(r, k)) or is_led(r, k):
            return False
        return _leads_on(r, k) and (_clause_soon(r, k) or _calls_on(r, k) or _speaks_next(r, k))
    if flag & Kind.CUE_PREPOSITION and not word.conjunction:
        return _names_source(r, k, known=True)
    return bool(flag & Kind.FUNCTION) and (_turns(r, k) or (k - first > _LEAST_WHOLE and _halts(r, k)))


def _ends_at_stop(r: Reading, k: int) -> bool:
    """Whether a full stop that ends no sentence ends the clause before `k`: a colon behind it, or `and X said`."""
    if k >= len(r):
        return False
    if r.forms[k] == ":":
        return True  # marks that part a page's pieces
    return bool(r.flags[k] & Kind.CUE_VERB) and r.words[k].conjunction == L.WAW and _leads_on(r, k)


def _takes_object(r: Reading, k: int) -> bool:
    """Whether the verb of speech at `k` may have the one spoken of joined to it: `accused him`."""
    cue = r.words[k].find(Kind.CUE_VERB)
    return cue is not None and isinstance(cue.row, Cue) and cue.row.target == "object"


def _calls_on(r: Reading, k: int) -> bool:
    """Whether the verb of speech at `k` takes up the speaker again: `and called for ...`, no subject behind it."""
    cue = r.words[k].find(Kind.CUE_VERB)
    if cue is None or not isinstance(cue.row, Cue) or cue.row.inflect != "perfect" or k + 1 >= len(r):
        return False
    return any(_ties(r, k + 1, frame) for frame in _frames(cue.row.frame) if frame in _TIES)


def is_led(r: Reading, k: int) -> bool:
    """Whether a small word stands before `k` that asks for a verb, so that no `and` begins it: `which (and) came`."""
    small = r.small_word(k - 1)
    return small is not None and small.role in ("relative", "particle")


def _speaks_next(r: Reading, k: int) -> bool:
    """Whether right behind the verb of speech at `k` its subject stands: `and the army announced`."""
    cue = r.words[k].find(Kind.CUE_VERB)
    if cue is None or not isinstance(cue.row, Cue) or cue.row.inflect != "perfect" or k + 1 >= len(r):
        return False
    return bool(r.flags[k + 1] & (Kind.POST | Kind.BODY | Kind.SOURCE)) and not r.words[k + 1].preposition


def _halts(r: Reading, k: int) -> bool:
    """Whether a phrase at `k` opens the reporter's own words even without a comma: `at a time when`."""
    return any(isinstance(entry.row, FunctionWord) and entry.row.role == "halt" for _, entry in r.phrases.get(k, ()))


def _ends_at_comma(r: Reading, k: int) -> bool:
    """Whether what stands at `k`, behind a comma, is no longer part of the clause."""
    if k >= len(r):
        return True
    flag, word = r.flags[k], r.words[k]
    if flag & Kind.CUE_PREPOSITION:
        return _names_source(r, k)
    if _leaves_unsaid(r, k):
        return True
    if word.article or (flag & Kind.CUE_PARTICIPLE and word.preposition):
        return _tells_next(r, k)
    if flag & Kind.CUE_PARTICIPLE:
        return _leads_on(r, k)
    if flag & Kind.CUE_VERB and word.conjunction and (not word.pronoun or _takes_object(r, k)):
        return _leads_on(r, k)
    if flag & Kind.FUNCTION and (_is_break(r, k) or _turns(r, k)):
        return True
    return _tells_next(r, k)


def _is_break(r: Reading, k: int) -> bool:
    """Whether a small word or phrase that opens the reporter's own words stands at `k`."""
    behind_and = r.words[k].conjunction == L.WAW
    for _, entry in r.phrases.get(k, ()):
        if _breaks(entry, behind_and):
            return True
    return any(_breaks(entry, behind_and) for entry in r.words[k].entries)


def _breaks(entry: Entry, behind_and: bool) -> bool:
    """Whether the entry opens the reporter's own words; some do only behind `and`."""
    row = entry.row
    return isinstance(row, FunctionWord) and row.role == "break" and (behind_and or row.joins != "and")


def _turns(r: Reading, k: int) -> bool:
    """Whether, with no comma before it, a small word at `k` leads to the next report: `while X announced ...`."""
    for after, entry in r.phrases.get(k, ()):
        if isinstance(entry.row, FunctionWord) and entry.row.role in _TURNING:
            return after < len(r) and _tells_next(r, after, turned=True)
    for entry in r.words[k].entries:
        if isinstance(entry.row, FunctionWord) and entry.row.role in _TURNING:
            return k + 1 < len(r) and _tells_next(r, k + 1, turned=True)
    return False


def _tells_next(r: Reading, k: int, turned: bool = False) -> bool:
    """Whether the part that begins at `k` reports what somebody else says: a cue of its own, before the next comma.

    A few small words and the subject may stand before the cue, not a clause that goes on with the content.
    `turned`: a small word has said already that another report follows, so that a bare noun may be its content.
    """
    first = k
    if r.flags[k] & Kind.COMPLEMENTISER or (r.forms[k] in L.QUOTE_MARKS and r.quotation_from(k) is None):
        return False
    small = r.small_word(k)
    if small is not None and small.role in ("relative", "pronoun", "particle", "demonstrative"):
        return False
    while k < len(r) and k - first < _NEXT_CUE:
        form, flag = r.forms[k], r.flags[k]
        if form in L.FULL_STOPS or form[0] == "\n" or form == ":" or flag & Kind.COMPLEMENTISER:
            return False
        if form in PAUSES and not _is_circumstance(r, first):
            return False
        if flag & Kind.CUE_VERB and not r.words[k].article and not is_unsaid(r, k):
            return _opens_report(r, k, first, turned)
        if flag & (Kind.VERB | Kind.FUNCTION) and not r.words[k].article and not _is_lead(r, k):
            return False
        k += 1
    return False


def _opens_report(r: Reading, k: int, first: int, turned: bool) -> bool:
    """Whether the verb of speech at `k` opens the next report, in the part that begins at `first`."""
    word = r.words[k]
    if word.future or not _leads_on(r, k):
        return False
    if k == first and not turned and not word.conjunction and not r.flags[min(k + 1, len(r) - 1)] & _SPEAKS:
        return False  # an adjective that looks like it: the clearest picture
    cue = word.find(Kind.CUE_VERB)
    if cue is None or not isinstance(cue.row, Cue) or (word.pronoun and cue.row.target != "object"):
        return False
    told = cue.row.inflect == "perfect" or (cue.row.act == "deny" and _is_that(r, k + 1))
    return (told and (turned or (k > first and _speaks_next(r, k)))) or _clause_soon(r, k)


def _is_that(r: Reading, k: int) -> bool:
    """Whether `that`, which was told before, stands at `k`."""
    small = r.small_word(k) if k < len(r) else None
    return small is not None and small.role == "demonstrative"


def _is_lead(r: Reading, k: int) -> bool:
    """Whether a small word may stand before the cue of the next report."""
    small = r.small_word(k)
    return small is not None and small.role in _LEADS


def _is_circumstance(r: Reading, k: int) -> bool:
    """Whether the part at `k` only tells when, where, in what connection."""
    small = r.small_word(k)
    return (small is not None and small.role == "preposition") or r.words[k].preposition != ""


def _names_source(r: Reading, k: int, *, known: bool = False) -> bool:
    """Whether a source stands behind `according to` at `k`, and not a plan or a law that something goes by.

    `known`: it must be a word that tells a speaker, not a name that no list holds.
    """
    found = r.match(k, Kind.CUE_PREPOSITION)
    if found is None or found[0] >= len(r):
        return False
    after = found[0]
    if r.flags[after] & _SOURCES or r.forms[after] in L.QUOTE_MARKS:
        return True
    return isinstance(found[1].row, Cue) and (found[1].row.frame == "after" or not (known or r.flags[after]))


def _is_stamp(r: Reading, k: int) -> bool:
    """Whether a page's date stands at `k`: day, month and year that no word of the sentence leads to."""
    if k == 0 or not r.is_word(k - 1) or r.flags[k - 1] & (Kind.FUNCTION | Kind.TIMEWORD | Kind.TIME_LINK):
        return False
    if not r.flags[k] & (Kind.NUMBER | Kind.WEEKDAY) or r.words[k].preposition:
        return False
    stop = k
    while stop < len(r) and stop in r.dated:
        stop += 1
    if stop - k < _FULL_DATE or not any(len(r.forms[j]) == _YEAR and r.forms[j].isdecimal() for j in range(k, stop)):
        return False
    if r.flags[k] & Kind.WEEKDAY:
        return r.forms[k - 1].isdecimal() or (stop < len(r) and r.forms[stop].isdecimal())
    return True


def is_aside(r: Reading, k: int) -> bool:
    """Whether a phrase at `k` reports nothing, though it begins with a cue: `who asked not to be named`."""
    return any(entry.kind & Kind.VERB for _, entry in r.phrases.get(k, ()))


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
    if r.forms[k] == _OF:
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
    quote_of, flags = r.quote_of, r.flags
    words = outside = 0
    longest, last = 0, _NOWHERE
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
    return (r.span(first, stop),), "mixed" if longest > _SHORT_QUOTE else "indirect"


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
