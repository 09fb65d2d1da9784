"""Where the content that a cue reports opens, and where, behind a comma, the next report does.

The two ask each other: a noun phrase is the content where another report follows it, and a report follows where its cue
opens a content.
"""

from __future__ import annotations

from typing import Final, Literal

from hudna.coding.names.appositions import apposition
from hudna.coding.names.phrases import noun_phrase
from hudna.coding.speech.objects import NOWHERE, SPEAKS, Objects, past_circumstances
from hudna.coding.words.cues import (
    IN,
    ITS,
    JOINED,
    PAUSES,
    TIED,
    TIES,
    clause_soon,
    cue_at,
    ends_at,
    frames,
    is_adverbial,
    is_aside,
    is_letters_of_name,
    is_unsaid,
    leaves_unsaid,
    names_source,
    noun_frames,
    past_complementisers,
    speaks_next,
    spells_name,
    takes_object,
    ties,
    verb_cue,
)
from hudna.coding.words.quotations import Quotation
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Cue, FunctionWord
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

SHORT_QUOTE: Final = 3
"""A quotation of up to so many words is a term or a name, and opens no content by itself."""
_QUESTIONS: Final = word_class("questions")
"""Words that open what is asked."""
_THAT: Final = frozenset((L.ALEF + L.NOON,))
_CHANTING: Final = word_class("chanting")
"""Verbs behind which every quotation is what is called out."""
_TITLED: Final = word_class("titled things")
"""What has a title, which stands in quotation marks behind it."""
_UNTIL: Final = frozenset(("ila", "min"))
"""Prepositions that make a circumstance with a clause, unless the cue asks for them: `until`, `for fear that`."""
_CUT_OFF: Final = frozenset((L.BEH, L.LAM))
_CLAUSE_ONLY: Final = "clause"
_NEAR: Final = "near"
_FAR: Final = 45
"""Words from a cue within which its content must begin."""
_SIGNS: Final = L.QUOTE_MARKS | L.FULL_STOPS | {":", "("}
_CUES: Final = Kind.CUE_VERB | Kind.CUE_PARTICIPLE
_NAMED: Final = Kind.BODY | Kind.POST | Kind.MEDIA
_LONGEST_BRACKET: Final = 12
_LONG_NAME: Final = 6
"""Words of the longest name that stands in quotation marks behind its verb."""
_NEXT_CUE: Final = 16
"""Tokens from a comma within which the cue of the next report must stand."""
_LEADS: Final = frozenset(("preposition", "conjunction", "break", "turn", "adverb", "particle", "intensive"))
_TURNING: Final = frozenset(("break", "turn"))
_DEEPEST: Final = 12
"""Cues one behind the other that each ask whether the next reports something."""
Sign = Literal["quote", "clause", "noun", "colon"]


class Opening:
    """Where a content begins (`first`), where the reporting part before it ends, and by which sign it is told."""

    __slots__ = ("first", "middle", "sign")

    def __init__(self, first: int, middle: int, sign: Sign) -> None:
        self.first = first
        self.middle = middle
        self.sign: Sign = sign


def find_opening(r: Reading, after: int, limit: int, cue: Cue, *, subject_told: bool = False) -> Opening | None:
    """Where the content of the cue that ends before `after` begins; `None` where nothing is reported.

    `subject_told`: who speaks is known without looking behind the cue, so that a noun right behind it may be
    the content.
    """
    return _Search(r, after, limit, cue, subject_told).run()


def joined_letters(r: Reading, opening: Opening, cue: Cue) -> int:
    """How many letters of the content's first word are the preposition that ties it to the cue."""
    tied = frames(cue.frame)
    first = opening.first
    if opening.sign == "quote" and first + 1 < len(r) and r.words[first + 1].preposition == L.BEH and "bi" in tied:
        return len(L.BEH)  # `vowed "to go on"`
    if opening.sign != "noun" or opening.middle < first:
        return 0
    form = r.forms[first]
    if "bi" in tied and form.startswith(L.BEH):
        return len(L.BEH)
    return len(L.LAM) if "li" in tied and form.startswith(L.LAM) and not form.startswith(L.LAM + L.LAM) else 0


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
        "objects",
        "r",
        "term",
        "tied",
    )

    def __init__(self, r: Reading, after: int, limit: int, cue: Cue, subject_told: bool) -> None:
        self.r = r
        self.after = after
        self.limit = limit
        self.cue = cue
        self.frames = frames(cue.frame)
        self.nouns = noun_frames(cue.frame)
        self.asks = "ask" in self.frames
        self.inside = 0
        """The token behind the name of several words that was met last."""
        self.objects = Objects(r, after, limit, cue, subject_told)
        self.noun = NOWHERE
        """Where a bare noun phrase opens that is the content, unless a clause or a quotation follows."""
        self.tied = False
        """Whether the preposition of the cue's frame stands before it."""
        self.late = NOWHERE
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
                if form == ":" and not _is_clock(r, k):
                    return self._at_colon(k)
                if form == ":":
                    k += 1
                    continue
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
            if flag & Kind.COMPLEMENTISER and not (
                flag & Kind.PERSON or r.words[k].flags & Kind.CUE_VERB or is_letters_of_name(r, k)
            ):
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
            elif self.noun >= 0 and r.forms[k - 1] in L.COMMAS and "an" in self.nouns and ties(r, k, "an"):
                self.noun = NOWHERE  # what was met stood in a circumstance: `disclosed, at a rally, that of ...`
            elif self.noun < 0 and self.nouns and k >= self.inside and forms[k - 1] != L.LAM:
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
            self.noun = self.objects.plain()
        if self.term is not None and self.noun > self.term.first and self._names_before(self.term.first):
            self.term = None  # `the agency "X" told of ...`: its name
        return self.term or self._noun_opening()

    def _names_before(self, k: int) -> bool:
        """Whether a body or an outlet, with what tells more of it, stands right before the quotation at `k`."""
        r = self.r
        j = k - 1
        while j > self.after and not r.flags[j] & _NAMED and (r.words[j].article or r.flags[j] & Kind.NISBA):
            j -= 1
        return j >= self.after and bool(r.flags[j] & (Kind.BODY | Kind.MEDIA))

    def _try_noun(self, k: int) -> None:
        """Note the bare noun phrase at `k` if it is the content; behind `li-` only where nothing better follows."""
        led = k > self.after and bool(self.r.flags[k - 1] & Kind.FUNCTION)
        for frame in self.nouns:
            if (led or frame not in TIED) and self.objects.opens(frame, k):
                if frame != "li" or self.cue.target != "object":
                    self.noun = self.objects.chain_first(k) if frame == "noun" else k
                    self.tied = frame in TIES or (frame == "noun" and self.objects.is_rumour(k))
                elif self.late < 0:
                    self.late = k
                return

    def _noun_opening(self) -> Opening | None:
        return None if self.noun < 0 else Opening(self.noun, self._without_preposition(self.noun), "noun")

    def _at_mark(self, k: int) -> Opening | int:
        """The opening that the quotation mark at `k` makes, or the token to go on at."""
        r = self.r
        quote = r.quotation_from(k)
        if quote is None or (_NEAR in self.frames and not self._is_next_to_subject(k)):
            return k + 1
        if spells_name(r, quote):
            return quote.stop + 1
        if k == self.inside and quote.closed and len(quote) <= SHORT_QUOTE:
            return quote.stop + 1  # the rest of a body's name
        if self.cue.word in _CHANTING and quote.closed:
            return Opening(k, k, "quote")
        if k == self.after and quote.closed and len(quote) <= _LONG_NAME:
            named = len(quote) <= SHORT_QUOTE and r.flags[quote.first] & (_NAMED | Kind.PLACE)
            if not ends_at(r, quote.stop + 1) or (named and self._is_comma(quote.stop + 1)):
                return quote.stop + 1  # the subject's own name
        if k > self.after and any(ties(r, k - 1, frame) for frame in self.frames):
            self.noun = k
            return quote.stop
        if "bi" in self.frames and quote.first < self.limit and r.words[quote.first].preposition == L.BEH:
            return Opening(k, k, "quote")
        if k > self.after + 1 and r.forms[k - 1] == "-" and r.forms[k - 2] in _CUT_OFF:
            # `to -"X"`, `as -"X"`: an outlet that cuts prepositions off
            return Opening(k, k - 2, "quote") if self._is_tie(r.forms[k - 2]) else quote.stop + 1
        if k + 1 < self.limit and r.flags[k + 1] & Kind.COMPLEMENTISER and not is_letters_of_name(r, k + 1):
            return Opening(past_complementisers(r, k + 1), k, "clause")
        if k > self.after and any(r.forms[k - 1] == JOINED.get(frame) for frame in self.frames):
            return Opening(k, k - 1, "quote")
        if self.noun < 0 and _CLAUSE_ONLY not in self.frames and self._is_speech(k, quote):
            if len(quote) > SHORT_QUOTE:
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
        if len(quote) <= SHORT_QUOTE and not ends_at(r, quote.stop + 1):
            return False
        if r.words[k - 1].stem in _TITLED:
            return False  # `the author of the book "X"`
        names = Kind.MEDIA | Kind.BODY | Kind.POST | Kind.HONORIFIC | Kind.PLACE
        return len(quote) >= _LONG_NAME - 1 or not r.flags[k - 1] & names or _is_said_on(r, quote.stop + 1)

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
        return quote is None or not quote.closed or len(quote) > SHORT_QUOTE or ends_at(r, quote.stop + 1)

    def _is_of_object(self, k: int) -> bool:
        """Whether the clause at `k` only tells of the one accused: `accused X, who..., of...`."""
        if self.cue.target != "object" or "bi" not in self.frames:
            return False
        if self.cue.act == "demand" and self.r.words[k].form in _THAT and not self.r.small_word(k - 1):
            return False  # `called on X to ...`
        return not self.r.words[k].preposition and not self.r.forms[k].startswith(L.BEH)

    def _ends_noun(self, k: int) -> bool:
        """Whether the noun that was met is the content, since another report or the reporter's words begin at `k`."""
        if self.r.forms[k] in PAUSES:
            return ends_at_comma(self.r, k + 1)
        return self._is_other_cue(k)

    def _is_other_cue(self, k: int) -> bool:
        """Whether another verb of speech, or a participle that goes on, stands at `k`."""
        r = self.r
        flag, word = r.flags[k], r.words[k]
        if word.article or word.preposition or (word.pronoun and flag & Kind.CUE_VERB):
            return False
        if flag & Kind.CUE_PARTICIPLE and is_adverbial(word.form):
            return True
        if flag & (Kind.CONTENT_NOUN | Kind.FUNCTION):
            return False
        cue = verb_cue(r, k)
        return cue is not None and cue.frame.startswith("that")

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
        return past_circumstances(r, stop, k) >= k

    def _is_of_circumstance(self, k: int) -> bool:
        """Whether the clause at `k` only tells when or how: `after`, `although`, `except that`."""
        r = self.r
        small = r.small_word(k - 1) if k > self.after else None
        if small is None or r.words[k].conjunction or r.words[k - 1].stem == IN or r.forms[k - 1].endswith(ITS):
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
        if r.words[k].pronoun and not takes_object(r, k):
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
        if self.cue.target == "object" and not r.flags[k] & ~Kind.EVENT_WORD:
            return False  # `called on the people of X, and the people of Y, for ...`
        return not r.flags[k] & (SPEAKS | Kind.CONTENT_NOUN | Kind.FUNCTION | Kind.GIVEN | Kind.PERSON)

    def _without_preposition(self, k: int) -> int:
        """`k`, or the preposition before it that ties the content to its cue."""
        small = self.r.small_word(k - 1) if k > self.after else None
        return k - 1 if small is not None and small.frame is not None else k


def _is_clock(r: Reading, k: int) -> bool:
    """Whether the colon at `k` stands between the numbers of a clock time or a score."""
    return 0 < k < len(r) - 1 and r.forms[k - 1].isdecimal() and r.forms[k + 1].isdecimal()


def _is_said_on(r: Reading, k: int) -> bool:
    """Whether `adding ...` stands at `k`, behind a quotation, which then was said."""
    if k >= len(r) or not r.flags[k] & Kind.CUE_PARTICIPLE:
        return False
    return not r.words[k].article and is_adverbial(r.words[k].form)


# Where the next report or the reporter's own words begin


def ends_at_comma(r: Reading, k: int) -> bool:
    """Whether what stands at `k`, behind a comma, is no longer part of the clause."""
    if k >= len(r):
        return True
    flag, word = r.flags[k], r.words[k]
    if flag & Kind.CUE_PREPOSITION:
        return names_source(r, k)
    if leaves_unsaid(r, k) or _and_has_said(r, k):
        return True
    if word.article or (flag & Kind.CUE_PARTICIPLE and word.preposition):
        return _tells_next(r, k)
    if flag & Kind.CUE_PARTICIPLE:
        return leads_on(r, k)
    if flag & Kind.CUE_VERB and word.conjunction and (not word.pronoun or takes_object(r, k)):
        return leads_on(r, k)
    if flag & Kind.FUNCTION and (_is_break(r, k) or turns_away(r, k)):
        return True
    return _tells_next(r, k)


def opens_with_has(r: Reading, k: int) -> bool:
    """Whether `and has` stands at `k` with its verb: `, and the ministry has stressed`."""
    small = r.small_word(k)
    if small is None or small.role != "particle" or r.words[k].conjunction != L.WAW or k + 1 >= len(r):
        return False
    return bool(r.flags[k + 1] & (Kind.VERB | Kind.CUE_VERB)) and not r.words[k + 1].article


def _and_has_said(r: Reading, k: int) -> bool:
    """Whether `and has` stands at `k` with a verb of speech and its subject, so that another report follows."""
    return (
        opens_with_has(r, k) and bool(r.flags[k + 1] & Kind.CUE_VERB) and speaks_next(r, k + 1) and leads_on(r, k + 1)
    )


def _is_break(r: Reading, k: int) -> bool:
    """Whether a small word or phrase that opens the reporter's own words stands at `k`."""
    behind_and = r.words[k].conjunction == L.WAW
    for _, entry in r.phrases.get(k, ()):
        if _breaks(entry, behind_and):
            return True
    return any(_breaks(entry, behind_and) for entry in r.words[k].entries)


def _breaks(entry: Entry, behind_and: bool) -> bool:
    """Whether the entry opens the reporter's own words; some do only behind `and`."""
    if not entry.kind & Kind.FUNCTION:
        return False
    row = entry.row
    return isinstance(row, FunctionWord) and row.role == "break" and (behind_and or row.joins != "and")


def turns_away(r: Reading, k: int) -> bool:
    """Whether, with no comma before it, a small word at `k` leads to the next report: `while X announced ...`."""
    for after, entry in r.phrases.get(k, ()):
        if _turns(entry):
            return after < len(r) and _tells_next(r, after, turned=True)
    for entry in r.words[k].entries:
        if _turns(entry):
            return k + 1 < len(r) and _tells_next(r, k + 1, turned=True)
    return False


def _turns(entry: Entry) -> bool:
    """Whether the entry is a small word that may lead to the next report: `while`."""
    if not entry.kind & Kind.FUNCTION:
        return False
    row = entry.row
    return isinstance(row, FunctionWord) and row.role in _TURNING


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
        if form in PAUSES and (not _is_circumstance(r, first) or _is_turn(r, k + 1)):
            return False
        if flag & Kind.CUE_VERB and not r.words[k].article and not is_unsaid(r, k):
            return _opens_report(r, k, first, turned)
        if flag & (Kind.VERB | Kind.FUNCTION) and not r.words[k].article and not _is_lead(r, k):
            return False
        k += 1
    return False


def _is_turn(r: Reading, k: int) -> bool:
    """Whether a small word at `k` turns to the next report, so that what stands before it goes on with the last."""
    small = r.small_word(k) if k < len(r) else None
    return small is not None and small.role in ("turn", "conjunction")


def _opens_report(r: Reading, k: int, first: int, turned: bool) -> bool:
    """Whether the verb of speech at `k` opens the next report, in the part that begins at `first`."""
    word = r.words[k]
    if word.future or not leads_on(r, k):
        return False
    if k == first and not turned and not word.conjunction and not r.flags[min(k + 1, len(r) - 1)] & SPEAKS:
        return False  # an adjective that looks like it: the clearest picture
    cue = verb_cue(r, k)
    if cue is None or (word.pronoun and cue.target != "object"):
        return False
    told = cue.inflect == "perfect" or (cue.act == "deny" and _is_that(r, k + 1))
    return (told and (turned or (k > first and speaks_next(r, k)))) or clause_soon(r, k)


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


def leads_on(r: Reading, k: int) -> bool:
    """Whether the cue at `k` reports something itself: it may ask the cues behind it, each of which answers once."""
    known = r.leading.get(k)
    if known is not None:
        return known
    if r.asking >= _DEEPEST:
        return True  # no writer's sentence has so many
    r.asking += 1
    known = r.leading[k] = _opens_content(r, k)
    r.asking -= 1
    return known


def _opens_content(r: Reading, k: int) -> bool:
    """As `leads_on`, looked for anew."""
    found = cue_at(r, k, Kind.CUE_PARTICIPLE | Kind.CUE_VERB)
    if found is None:
        return False
    after, entry, cue = found
    if "noun" in cue.frame:
        return True
    goes_on = bool(entry.kind & Kind.CUE_PARTICIPLE)  # who spoke before says it, too
    return find_opening(r, after, r.sentence_stop(k), cue, subject_told=goes_on) is not None
