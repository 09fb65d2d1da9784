"""Where a reported clause or noun phrase ends: at a mark, at the next report, at the reporter's own words."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.phrases import noun_phrase
from hudna.coding.speech.openings import ends_at_comma, find_opening, leads_on, opens_with_has, turns_away
from hudna.coding.words.cues import (
    IN,
    OF,
    PAUSES,
    TIES,
    clause_soon,
    frames,
    is_adverbial,
    is_led,
    leaves_unsaid,
    makes_noun,
    names_source,
    speaks_next,
    takes_object,
    ties,
    verb_cue,
)
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import Trigger
from hudna.packs.tables.speech import FunctionWord
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_LONGEST: Final = 400
"""Tokens after which a clause is cut, a quotation in it aside: no writer's is longer, and the work on each cue stays
bounded."""
_LEAST: Final = 2
"""Tokens that a clause has at least before it can end."""
_LONGEST_NAME: Final = 20
"""Tokens of the longest name with what is said of it between commas, behind which its verb stands."""
_LONGEST_SUBJECT: Final = 8
_LEAST_WHOLE: Final = 6
"""Tokens of a clause that is whole, so that `at a time when` is the reporter's."""
_SHORT_VERB: Final = 3
_FULL_DATE: Final = 3
_YEAR: Final = 4
_CUES: Final = Kind.CUE_VERB | Kind.CUE_PARTICIPLE
_DEEDS: Final = Kind.CONTENT_NOUN | Kind.TRIGGER
_FINITE: Final = Kind.VERB | Kind.CUE_VERB | Kind.TRIGGER
_ACTING: Final = Kind.BODY | Kind.POST | Kind.PLACE | Kind.SOURCE | Kind.MEDIA | Kind.PERSON | Kind.GIVEN
"""What the subject of a headline's second clause begins with."""
_SPEAKING: Final = Kind.BODY | Kind.POST | Kind.SOURCE | Kind.MEDIA
_TURNS: Final = Kind.CUE_PARTICIPLE | Kind.CUE_VERB | Kind.CUE_PREPOSITION | Kind.FUNCTION | Kind.NEGATION
"""What may end a clause in the middle of a sentence, with no comma before it."""
_WAS: Final = word_class("were")
"""Verbs that go on with an indefinite noun behind a comma: `a convoy of civilians, (that) was on its way`."""
_WHILES: Final = word_class("whiles")
_WHILE_IN: Final = word_class("while in")
"""What makes `while` behind `in`."""
_NEAR_VERB: Final = 15
"""Tokens before a verb of speech within which the verb that it is joined to stands."""
_WILL_NOT: Final = word_class("will nots")
_CONCERNS: Final = word_class("concerns")
_ALWAYS_BUT: Final = word_class("contrasts")
"""What opens a clause behind a noun phrase, a comma before it or not."""
_BUT: Final = _ALWAYS_BUT | word_class("contrasts behind commas")
"""What opens a clause behind a noun phrase and its comma."""


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


def _ends_clause(r: Reading, k: int, first: int) -> bool:
    """Whether the reported clause ends before token `k`."""
    form, flag = r.forms[k], r.flags[k]
    if len(form) == 1:
        if form == "|":
            return True
        if form in L.FULL_STOPS:
            return _ends_at_stop(r, k + 1)
        if form in PAUSES:
            return ends_at_comma(r, k + 1) and not _is_predicate(r, first, k + 1)
    if k in r.dated and k - 1 not in r.dated:
        return _is_stamp(r, k)
    word = r.words[k]
    if not flag & _TURNS or k - first < _LEAST or word.article:
        return False
    if k - first == _LEAST and not flag & _CUES:
        return False
    if (flag & Kind.NEGATION or form == OF) and leaves_unsaid(r, k):
        return True
    if flag & Kind.CUE_PARTICIPLE and not word.preposition and is_adverbial(word.form):
        return not makes_noun(r, k - 1) and leads_on(r, k)
    if flag & Kind.CUE_PARTICIPLE and not word.preposition and word.form.endswith(L.HEH):
        return k + 2 < len(r) and bool((r.flags[k + 1] | r.flags[k + 2]) & Kind.COMPLEMENTISER)
    if flag & Kind.CUE_VERB and word.conjunction == L.WAW:
        if (word.pronoun and not takes_object(r, k)) or is_led(r, k):
            return False
        if leads_on(r, k) and (clause_soon(r, k) or _calls_on(r, k) or speaks_next(r, k)):
            return True
        return _breaks_tense(r, k, first)
    if flag & Kind.CUE_PREPOSITION and not word.conjunction:
        return names_source(r, k, known=True)
    return bool(flag & Kind.FUNCTION) and (turns_away(r, k) or (k - first > _LEAST_WHOLE and _halts(r, k)))


def _breaks_tense(r: Reading, k: int, first: int) -> bool:
    """Whether the verb of speech at `k` tells what was said, behind what will be: `will not allow it, and warned`."""
    cue = verb_cue(r, k)
    if cue is None or cue.inflect != "perfect" or ("known" in cue.frame and cue.act == "assert"):
        return False
    for j in range(k - 1, max(first, k - _NEAR_VERB) - 1, -1):
        if r.words[j].future or r.words[j].stem in _WILL_NOT:
            opening = find_opening(r, k + 1, r.sentence_stop(k), cue, subject_told=True)
            return opening is not None and opening.first - k <= _LEAST
        noun = r.words[j].article or r.words[j].preposition
        if r.flags[j] & _FINITE and not noun and r.words[j - 1].stem not in _WILL_NOT:
            return False
        if r.flags[j] & Kind.COMPLEMENTISER:
            return False
    return False


def _is_predicate(r: Reading, first: int, k: int) -> bool:
    """Whether the verb at `k`, behind a comma, is the clause's first: `that X, the Y, told ...`."""
    if k >= len(r) or k - first > _LONGEST_NAME or first == 0 or not r.flags[first - 1] & Kind.COMPLEMENTISER:
        return False
    word = r.words[k]
    if not r.forms[first - 1].endswith(L.NOON):
        return False  # `that he ...`: the subject is told, and the clause may be whole without a verb
    if not r.flags[k] & Kind.CUE_VERB or word.conjunction or word.article or word.preposition:
        return False
    return not any(r.flags[j] & (_FINITE | Kind.NEGATION) and not r.words[j].article for j in range(first, k))


def _ends_at_stop(r: Reading, k: int) -> bool:
    """Whether a full stop that ends no sentence ends the clause before `k`: a colon behind it, or `and X said`."""
    if k >= len(r):
        return False
    if r.forms[k] == ":":
        return True  # marks that part a page's pieces
    return bool(r.flags[k] & Kind.CUE_VERB) and r.words[k].conjunction == L.WAW and leads_on(r, k)


def _calls_on(r: Reading, k: int) -> bool:
    """Whether the verb of speech at `k` takes up the speaker again: `and called for ...`, no subject behind it."""
    cue = verb_cue(r, k)
    if cue is None or cue.inflect != "perfect" or k + 1 >= len(r):
        return False
    tied = frames(cue.frame)
    if "bi" in tied and cue.act != "assert" and r.words[k + 1].preposition == L.BEH:
        return True  # `and threatened with ...`
    return any(ties(r, k + 1, frame) for frame in tied if frame in TIES)


def _halts(r: Reading, k: int) -> bool:
    """Whether a phrase at `k` opens the reporter's own words even without a comma: `at a time when`."""
    return any(isinstance(entry.row, FunctionWord) and entry.row.role == "halt" for _, entry in r.phrases.get(k, ()))


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
        return r.forms[k - 1].isdecimal() or (stop < len(r) and (r.forms[stop].isdecimal() or r.forms[stop] in "|-–"))
    return True


def _ends_phrase(r: Reading, k: int) -> bool:
    """Whether a clause that can't belong to a noun phrase begins at `k`: `and` or a comma with a finite verb."""
    if r.forms[k] in PAUSES:
        k += 1
        if k >= len(r):
            return True
        if _is_finite(r, k):
            return r.words[k].conjunction != "" or r.words[k].stem not in _WAS
        return r.words[k].stem in _BUT or _is_next_headline(r, k) or opens_with_has(r, k) or _is_while(r, k)
    if r.words[k].conjunction == L.WAW and _is_next_headline(r, k):
        return True
    if r.flags[k] & _SPEAKING and _is_run_on(r, k):
        return True
    if r.forms[k] == ":" and k < r.title_stop:
        return True  # `X calls for ...: "..."`
    word = r.words[k]
    if word.stem in _ALWAYS_BUT:
        return True
    if word.stem in _BUT and k + 1 < len(r) and r.flags[k + 1] & Kind.COMPLEMENTISER:
        return True  # `except that`
    if not r.flags[k] & (Kind.VERB | Kind.CUE_VERB) or not _is_finite(r, k):
        return False
    if word.conjunction == L.WAW:
        return not is_led(r, k)
    return k + 1 < len(r) and bool(r.flags[k + 1] & Kind.COMPLEMENTISER & ~Kind.CUE_VERB)


def _is_run_on(r: Reading, k: int) -> bool:
    """Whether the next headline begins at `k`, which a page prints right behind this one: a subject and its verb."""
    word, last = r.words[k], r.words[k - 1]
    if word.preposition or word.conjunction or not r.is_word(k - 1) or r.small_word(k - 1) is not None:
        return False
    year = r.forms[k - 1].isdecimal() and len(r.forms[k - 1]) == _YEAR
    if not last.article and not year and not r.flags[k - 1] & Kind.PLACE:
        return False
    if r.flags[k - 1] & Kind.CUE_VERB or (r.flags[k] & Kind.NISBA and word.article):
        return False
    stop = noun_phrase(r, k, min(len(r), k + _LONGEST_SUBJECT))
    if stop <= k or stop >= len(r) or r.words[stop].conjunction or r.words[stop].article:
        return False
    return bool(r.flags[stop] & Kind.CUE_VERB) and not r.flags[stop] & Kind.FUNCTION and leads_on(r, stop)


def _is_while(r: Reading, k: int) -> bool:
    """Whether `while` opens the reporter's next clause at `k`; `as far as ... is concerned` opens none."""
    if r.words[k].stem in _WHILES:
        behind = k + 1
    elif r.words[k].stem == IN and k + 1 < len(r) and r.words[k + 1].stem in _WHILE_IN:
        behind = k + 2
    else:
        return False
    if behind >= len(r) or not r.is_word(behind) or r.words[behind].preposition:
        return False
    return not r.flags[behind] & (Kind.FUNCTION | Kind.COMPLEMENTISER) and r.words[behind].stem not in _CONCERNS


def _is_next_headline(r: Reading, k: int) -> bool:
    """Whether `and` with another subject and its verb stands at `k`: `..., and the army denies ...`."""
    word = r.words[k]
    if not r.flags[k] & _ACTING and not (word.article and not r.flags[k] & ~_ACTING):
        return False
    if word.preposition or not word.conjunction:
        return False
    stop = noun_phrase(r, k, min(len(r), k + _LONGEST_SUBJECT))
    if stop <= k or stop >= len(r) or r.words[stop].conjunction or not _is_finite(r, stop):
        return False
    last = r.words[stop - 1]
    return last.article or bool(r.flags[stop - 1] & (Kind.PLACE | Kind.PERSON | Kind.GIVEN | Kind.BODY))


def _is_finite(r: Reading, k: int) -> bool:
    """Whether the word at `k` is a finite verb, and can be nothing else."""
    flag, word = r.flags[k], r.words[k]
    if not flag & _FINITE or flag & (Kind.CONTENT_NOUN | Kind.FUNCTION | Kind.PLACE | Kind.BODY):
        return False
    if word.article or word.preposition or (word.pronoun and not (flag & Kind.CUE_VERB and takes_object(r, k))):
        return False
    if flag & Kind.CUE_VERB:
        return True
    if len(word.stem) <= _SHORT_VERB:
        if k > 0 and r.flags[k - 1] & _DEEDS and not r.words[k - 1].article and not r.words[k - 1].pronoun:
            return False  # `the killing and wounding of`
        # `wounded`, which `the wounding` is written like; but `witnessed the town`
        return flag & Kind.VERB != 0 and not flag & Kind.TRIGGER and k + 1 < len(r) and r.words[k + 1].article
    if flag & Kind.VERB:
        return True
    rows = [entry.row for entry in word.entries]
    return any(isinstance(row, Trigger) for row in rows) and all(row.finite for row in rows if isinstance(row, Trigger))
