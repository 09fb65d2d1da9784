"""Reports by a verb of speech: `said X that ...`, `X says ...`, `..., said X, ...`, `X quoted Y as saying ...`."""

from __future__ import annotations

from functools import cache
from typing import Final

from hudna.coding.names.allegiance import is_official, side_of_outlet
from hudna.coding.names.appositions import apposition
from hudna.coding.names.naming import describe
from hudna.coding.names.phrases import noun_phrase
from hudna.coding.speech.extents import content_from, trim_end
from hudna.coding.speech.hearing import Hearing, Report, Tokens
from hudna.coding.speech.objects import past_circumstances
from hudna.coding.speech.openings import Opening, find_opening, joined_letters
from hudna.coding.speech.subjects import (
    addressee,
    author_before,
    author_of,
    called_upon,
    has_speaker,
    main_subject,
    names_itself,
    past_quoted_outlet,
    run_on_subject,
    subject_of_verb,
    unlisted_subject,
    whole_subject,
    with_name,
)
from hudna.coding.words.cues import (
    IN,
    ITS,
    PAUSES,
    WHAT,
    cue_at,
    ends_at,
    is_aside,
    is_led,
    is_relative,
    is_unsaid,
    makes_noun,
    ties,
)
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Cue, FunctionWord
from hudna.packs.wordclasses import word_class
from hudna.text import fold_word
from hudna.text import letters as L

_DAMMA: Final = "\N{ARABIC DAMMA}"
_TANWEEN: Final = "\N{ARABIC FATHATAN}"
_WEAK_END: Final = L.ALEF + L.YEH
_LONGEST_QUESTION: Final = 8
"""Tokens between `whether` and a verb that is only asked about."""
_LONGEST_TERM: Final = 3
"""Words of the longest quotation that is a name, where no comma stands between it and the verb."""
_BEFORE_VERBS: Final = word_class("adverbs before verbs")
_SPEAKERS: Final = Kind.POST | Kind.HONORIFIC
_LONGEST_LEAD: Final = 15
"""Tokens of the longest circumstance that a sentence opens with, before its verb."""
_LONGEST_ASIDE: Final = 6
_NEAR_HEAD: Final = 4
_LEAST_TOLD: Final = 5
_ANY: Final = word_class("doubters")
_TIME: Final = word_class("moments")
_IN_IT: Final = word_class("in it")
_FROM: Final = word_class("sources behind")
_FROM_HIM: Final = word_class("from him")
_COUNCILS: Final = word_class("councils")
_NOT_YET: Final = word_class("wills") | word_class("ifs")
"""What stands before a verb of what has not been said yet."""
_COMMENTS: Final = word_class("comments")
_RENEWING: Final = word_class("renewing")
_TIGHTENING: Final = word_class("tightening")
_DEEDS: Final = Kind.TRIGGER | Kind.CONTENT_NOUN
_WORDS: Final = word_class("sayings")


def by_verb(h: Hearing, i: int) -> Report | None:
    """`Said X that ...`, `X says ...`, `denied X the ...`."""
    r = h.r
    found = cue_at(r, i, Kind.CUE_VERB)
    if found is None:
        return None
    if not _is_finite(r, i, found[2]):
        return _which_denies(h, i, found)
    after, entry, cue = found
    limit = r.sentence_stop(i)
    relative = is_relative(r, i - 1)
    before = whole_subject(r, i, h.subject_before(i - 1 if relative else i))
    if before is None and not relative:
        if _is_preposition(r, i, cue):
            return None
        before = run_on_subject(h, i)
    told = (before is not None or h.speech_before(i)) and not h.is_name(after)
    opening = find_opening(r, past_quoted_outlet(r, after, limit), limit, cue, subject_told=told)
    lead = _quotation_before(h, i)
    if lead is not None and (opening is None or opening.sign == "quote"):
        return _inserted(h, i, found, lead, opening)
    if opening is None:
        return _denied_again(h, found, before, i)
    if opening.sign != "clause" and _is_called(r, i, cue):
        return None
    if cue.target == "comments" and r.forms[opening.first] not in _COMMENTS:
        return None
    if _is_deed(r, after, opening, cue):
        return None
    if cue.target == "document":
        source = author_of(h, after, opening.middle) if r.words[after - 1].stem == IN else author_before(h, i)
        source = source or names_itself(h, opening.first, limit)
    else:
        source = subject_of_verb(h, before, after, opening, cue)
    if source is None and before is None and opening.sign != "noun" and opening.middle == after:
        source = unlisted_subject(h, i, cue)
    if source is None and before is None and "known" not in cue.frame and _is_about_text(r, i, after, opening):
        source = (author_before(h, i) if r.words[after].stem in _IN_IT else None) or main_subject(h, i)
    if not has_speaker(h, i, source, opening, cue):
        return None
    if source is None and relative and opening.sign == "noun" and not _is_of_source(h, i - 1):
        return None
    rule = f"verb-{opening.sign}"
    report = Report(
        cue=(i, after),
        content=content_from(h.ends, opening.first, limit, quoted=opening.sign == "quote", bare=opening.sign == "noun"),
        cut=joined_letters(r, opening, cue),
        source=source,
        default=cue.act,
        rule=rule,
        reasons=[f"rule:{rule}", entry.why],
        said=(before[0] if before else i, opening.first),
        affirms=cue.affirms is not None,
        addressee=addressee(r, after, opening.middle) or called_upon(r, source, after, opening.middle, cue),
    )
    if cue.target == "consents" and source is not None and r.words[source.first].stem in _COUNCILS:
        return None
    if cue.target == "topics" and opening.sign == "noun" and _speech_follows(r, report.content[1]):
        return None
    if cue.target == "learns":
        return _learnt(h, report, after, opening.middle)
    if cue.target == "passes-on" or _is_of_other(h, report, opening):
        return _passed_on(h, report, after, opening.middle)
    return report


def _is_deed(r: Reading, after: int, opening: Opening, cue: Cue) -> bool:
    """Whether the verb does something and says nothing: `renews its shelling of`, `tightened its grip on`."""
    if opening.sign != "noun" or after >= len(r):
        return False
    if cue.word in _RENEWING:
        return r.flags[opening.first] & (Kind.TRIGGER | Kind.ACT | Kind.CUE_NOUN) == Kind.TRIGGER
    if cue.word not in _TIGHTENING or r.words[after].preposition or not ties(r, after + 1, "ala"):
        return False
    return (not r.flags[after] and r.forms[after].endswith(ITS)) or r.flags[after] & _DEEDS == _DEEDS


def _is_preposition(r: Reading, i: int, cue: Cue) -> bool:
    """Whether a verb that is written like a preposition is one at `i`, in the middle of a clause: `through`."""
    small = r.small_word(i)
    if small is None or small.role != "preposition" or r.words[i].conjunction or i == r.sentence_first(i):
        return False
    k = i - 1
    if i + 1 < len(r) and "bi" not in cue.frame and "an" in cue.frame.split("+") and r.flags[i + 1] & _SPEAKERS:
        return False  # `the minister expressed`
    first = r.sentence_first(i)
    if r.words[k].stem in _BEFORE_VERBS or (i - first <= _LONGEST_LEAD and past_circumstances(r, first, i) >= i):
        return False  # `for his part`, `in this context`
    if r.forms[k] in PAUSES:  # `..., through X, ...`
        k = i + 1
        while k < len(r) and k - i <= _LONGEST_ASIDE and r.is_word(k):
            k += 1
        return k < len(r) and r.forms[k] in PAUSES
    return r.is_word(k) and not r.flags[k] & (Kind.FUNCTION | Kind.COMPLEMENTISER)


def _is_of_source(h: Hearing, k: int) -> bool:
    """Whether the relative clause at `k` tells of whom something was reported from: `according to X, who ...`."""
    last = h.reports[-1] if h.reports else None
    return (
        last is not None and last.source is not None and last.rule.startswith("preposition") and last.source.stop == k
    )


def _is_about_text(r: Reading, i: int, after: int, opening: Opening) -> bool:
    """Whether the verb at `i` tells what stands in a thing named before it: `photos that, she said, ...`."""
    if i == 0 or r.words[i].conjunction or r.flags[i - 1] & (Kind.FUNCTION | Kind.COMPLEMENTISER):
        return False
    if after < len(r) and r.words[after].stem in _IN_IT:
        return all(r.words[k].stem not in _TIME for k in range(max(0, i - 2), i))
    return r.is_word(i - 1) and opening.sign == "clause" and opening.middle == after


def _speech_follows(r: Reading, k: int) -> bool:
    """Whether `, and said that` stands at `k`, no subject in it: what stands before is only what that is about."""
    if k < len(r) and r.forms[k] in PAUSES:
        k += 1
    if k + 1 >= len(r) or not r.flags[k] & Kind.CUE_VERB or r.words[k].conjunction != L.WAW:
        return False
    return _speech_behind(r, k + 1)


def _is_called(r: Reading, i: int, cue: Cue) -> bool:
    """Whether an alef maksura is printed where the active verb has a yeh: `is called`, not `claims`."""
    return cue.word[-1] == L.YEH and r.words_of(i, i + 1)[-1] == L.ALEF_MAKSURA


# Verbs that report


def _is_finite(r: Reading, i: int, cue: Cue) -> bool:
    """Whether the cue is used as a verb that reports: not a noun, nor `it is recalled that` of the outlet's own."""
    word = r.words[i]
    if word.article or word.preposition or (word.pronoun and cue.target != "object" and not _speech_behind(r, i + 1)):
        return False
    if cue.word[-1] == L.ALEF_HAMZA_ABOVE and L.ALEF_HAMZA_ABOVE not in r.words_of(i, i + 1)[1:]:
        return False  # `hana'a`, not `huna`
    if word.future or (word.conjunction == L.WAW and i > 0 and is_led(r, i)):
        return False
    if i > 0 and r.words[i - 1].stem in _NOT_YET:
        return False  # `will add`, `if it refuses`
    if is_unsaid(r, i) or _is_left_open(r, i) or _is_own_voice(r, i, cue) or _is_governed(r, i, cue):
        return False
    if _is_passive(r, i, cue):
        return False
    return not is_aside(r, i)


def _speech_behind(r: Reading, k: int) -> bool:
    """Whether reported speech stands right at `k`: `told him that`, `told them: "..."`."""
    return k < len(r) and (bool(r.flags[k] & Kind.COMPLEMENTISER) or r.forms[k] == ":" or r.forms[k] in L.QUOTE_MARKS)


def _is_governed(r: Reading, i: int, cue: Cue) -> bool:
    """Whether the word at `i` is a noun: a preposition or a verb stands before it, or it has a noun's ending."""
    if i > 0 and not r.words[i].conjunction and makes_noun(r, i - 1):
        return True
    if i > 0 and not r.words[i].conjunction and cue.inflect == "perfect" and r.is_word(i - 1):
        before = r.flags[i - 1]
        if before & (Kind.VERB | Kind.CUE_VERB) and not before & Kind.FUNCTION and not r.words[i - 1].article:
            return True  # `came the refusal of`: no second verb
        if before & Kind.FUNCTION and r.words[i - 1].stem in _ANY:
            return True  # `the solving or (the) disclosing of`
    return r.forms[i][-1] == L.ALEF and _TANWEEN in r.words_of(i, i + 1)


@cache
def _folded(word: str) -> str:
    return fold_word(word)


def _is_passive(r: Reading, i: int, cue: Cue) -> bool:
    """Whether a printed vowel tells that the verb at `i` is passive: `it was announced`."""
    if cue.inflect not in ("perfect", "imperfect") or cue.target in ("passes-on", "learns"):
        return False
    if cue.inflect == "imperfect" and cue.word[1:2] != L.TEH and cue.word[2:3] != L.TEH:
        return False  # `yu-` begins the active of other forms, too
    printed = r.words_of(i, i + 1)[len(r.words[i].conjunction) :]
    return printed[1:2] == _DAMMA


def _is_own_voice(r: Reading, i: int, cue: Cue) -> bool:
    """Whether the verb at `i` is a first person outside quotation marks: who writes speaks, not who is reported."""
    if r.quote_of[i] >= 0:
        return False
    stem, listed = r.words[i].stem, _folded(cue.word)
    if cue.inflect == "imperfect":
        if r.words[i].pronoun:  # before a pronoun the alef maksura is written as an alef
            stem, listed = stem.rstrip(_WEAK_END), listed.rstrip(_WEAK_END)
        return stem[0] in (L.NOON, L.ALEF) and stem[1:] == listed[1:]
    if cue.inflect == "perfect" and r.words[i].pronoun == L.NOON + L.ALEF and cue.target != "object":
        return True
    return cue.inflect == "perfect" and stem == listed + L.NOON + L.ALEF


def _is_left_open(r: Reading, i: int) -> bool:
    """Whether the verb at `i` stands in a clause that asks: `whether Ankara supports ...`."""
    for k in range(i - 1, max(r.sentence_first(i), i - _LONGEST_QUESTION) - 1, -1):
        if r.forms[k] in PAUSES or r.forms[k] in L.FULL_STOPS or r.forms[k] == ":":
            return False
        found = r.match(k, Kind.FUNCTION)
        if found is not None and isinstance(found[1].row, FunctionWord) and found[1].row.role == "question":
            return True
    return False


# What was told before the verb


def _which_denies(h: Hearing, i: int, found: tuple[int, Entry, Cue]) -> Report | None:
    """`..., which X denies`: what stands before it in the sentence is what X denies or confirms."""
    r = h.r
    after, entry, cue = found
    if not r.words[i].pronoun or i < r.sentence_first(i) + _LEAST_TOLD:
        return None
    if cue.act != "deny" and (cue.affirms is None or r.forms[i - 1] != WHAT):
        return None
    which = i - 1 if r.forms[i - 1] == WHAT or is_relative(r, i - 1) else i
    comma = next((k for k in range(which - 1, which - _NEAR_HEAD, -1) if r.forms[k] in PAUSES), None)
    source = h.source_from(after, r.sentence_stop(i)) if comma is not None else None
    if comma is None or source is None or source.kind is None:
        return None
    last = h.reports[-1] if h.reports else None
    if cue.act != "deny" and (last is None or last.at < r.sentence_first(i)):
        return None  # what bears out a story was not told by another
    told = last is not None and last.at >= r.sentence_first(i)
    first = last.content[0] if last is not None and told else r.sentence_first(i)
    stop = trim_end(r, first, comma)
    if stop <= first:
        return None
    if last is not None and told:
        h.shorten(last, stop)
    return Report(
        cue=(i, after),
        content=last.content if last is not None and told else (first, stop),
        cut=last.cut if last is not None and told else 0,
        source=source,
        default="confirm" if cue.affirms is not None else cue.act,
        rule="verb-which-denied",
        reasons=["rule:verb-which-denied", entry.why],
        said=(i, source.stop),
    )


def _denied_again(h: Hearing, found: tuple[int, Entry, Cue], before: Tokens | None, i: int) -> Report | None:
    """`X announces ..., and Y denies`: the denied is what the other said in the same sentence."""
    r = h.r
    after, entry, cue = found
    if cue.act != "deny" or before is None or not h.reports or not (ends_at(r, after) or r.forms[after] == "|"):
        return None
    last = h.reports[-1]
    if last.at < r.sentence_first(i) or last.content[0] >= before[0]:
        return None
    stop = trim_end(r, last.content[0], before[0])
    if stop <= last.content[0]:
        return None
    h.shorten(last, stop)
    return Report(
        cue=(i, after),
        content=last.content,
        cut=last.cut,
        source=describe(r, *before),
        default=cue.act,
        rule="verb-denied-again",
        reasons=["rule:verb-denied-again", entry.why],
        said=(before[0], after),
    )


def _quotation_before(h: Hearing, i: int) -> Tokens | None:
    """The quotation that opens the sentence and closes right before the verb at `i`, unless it is told already."""
    r = h.r
    k = i - 2 if i > 1 and r.forms[i - 1] in L.COMMAS else i - 1
    quote = r.quotation_round(k) if k > 0 and r.forms[k] in L.QUOTE_MARKS else None
    if quote is None or quote.stop != k or r.words[i].conjunction or h.is_told(quote.first):
        return None
    if k == i - 1 and len(quote) <= _LONGEST_TERM:
        return None  # a name: `"X" says ...`
    opens = quote.first - 1
    starts = opens == 0 or opens == r.sentence_first(opens)
    return (quote.first, quote.stop) if starts else None


def _inserted(
    h: Hearing, i: int, found: tuple[int, Entry, Cue], lead: Tokens, opening: Opening | None
) -> Report | None:
    """`"...", said X, "..."`: the cue stands within the quotation or behind it."""
    r = h.r
    after, entry, cue = found
    limit = r.sentence_stop(i)
    middle = opening.middle if opening is not None else limit
    source = h.source_from(after, middle)
    if source is None:
        stop = noun_phrase(r, after, middle)
        source = with_name(describe(r, after, stop)) if stop > after else None
    if source is None:
        return None
    rest = content_from(h.ends, opening.first, limit, quoted=True) if opening is not None else None
    return Report(
        cue=(i, after),
        lead=lead if rest is not None else None,
        content=rest or (lead[0], trim_end(r, *lead)),
        source=source,
        default=cue.act,
        rule="verb-inserted",
        reasons=["rule:verb-inserted", entry.why],
        said=(i, middle),
        addressee=addressee(r, after, middle),
    )


# What is passed on


def _learnt(h: Hearing, report: Report, after: int, stop: int) -> Report | None:
    """`X learnt from Y that ...`: an outlet passes on what Y says; one who only learnt it says nothing."""
    passed = _passed_on(h, report, after, stop)
    if "rule:passed-on" in passed.reasons:
        return passed
    return passed if passed.source is not None and passed.source.kind == "media" else None


def _is_of_other(h: Hearing, report: Report, opening: Opening) -> bool:
    """Whether an outlet tells what somebody else says: `the channel X reported from Y that`."""
    r, source = h.r, report.source
    if source is None or source.kind != "media" or opening.sign == "noun" or source.first < report.at:
        return False
    for k in range(source.first + 1, opening.middle - 1):
        if r.forms[k] in _FROM and not r.flags[k - 1] & (Kind.OCCASION | Kind.VERB):
            if r.match(k - 1, Kind.CUE_PREPOSITION) is not None:
                return False  # `quoting Y`: a report of its own
            return noun_phrase(r, k + 1, opening.middle) == opening.middle and h.can_speak(k + 1, opening.middle)
    return False


def _passed_on(h: Hearing, report: Report, first: int, stop: int) -> Report:
    """`naqala X an Y anna ...`: Y speaks, X passes it on."""
    r = h.r
    for k in range(first, stop - 1):
        small = r.small_word(k)
        if r.words[k].stem in _FROM_HIM and report.source is not None and report.source.stop <= k:
            report.via.append(report.source.name)  # `quoted him as saying`: the last speaker goes on
            report.source = None
            report.reasons.append("rule:passed-on")
            break
        if (small is None or small.frame not in ("an", "min")) and not _is_words_of(r, k):
            continue
        end = noun_phrase(r, k + 1, stop)
        if end > k + 1 and h.can_speak(k + 1, end):
            report.cue = _own_cue(r, end, stop) or report.cue
            medium = report.source
            if medium is not None and medium.first < k:
                report.via.append(describe(r, medium.first, min(medium.stop, k)).name)
            source = describe(r, k + 1, apposition(r, k + 1, end, stop))
            if medium is not None and not source.sides and is_official(r, source):
                side = side_of_outlet(r, medium.first, k)
                if side is not None:
                    source.sides = [side]
            report.source = source
            report.reasons.append("rule:passed-on")
        break
    return report


def _own_cue(r: Reading, first: int, stop: int) -> Tokens | None:
    """The word by which the one who is passed on says it, right before his words: `quoted Y (as) his saying`."""
    for k in range(stop - 1, first - 1, -1):
        word = r.words[k]
        if r.flags[k] & Kind.CUE_NOUN and not word.preposition and (word.pronoun or r.forms[k].endswith(ITS)):
            return k, k + 1
        if r.flags[k] & Kind.CUE_VERB:
            return None
    return None


def _is_words_of(r: Reading, k: int) -> bool:
    """Whether `the saying of` stands at `k`, behind which its speaker is named."""
    if r.words[k].article or r.words[k].pronoun:
        return False
    return r.flags[k] & Kind.CUE_NOUN != 0 or r.forms[k] in _WORDS
