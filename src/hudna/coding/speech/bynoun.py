"""Reports by a participle or a noun of speech: `..., adding that ...`, `a statement by X that ...`, `his saying`."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.naming import Source, describe
from hudna.coding.speech.extents import content_from
from hudna.coding.speech.hearing import Hearing, Report
from hudna.coding.speech.openings import Opening, find_opening, joined_letters
from hudna.coding.speech.subjects import author_of, called_upon, main_subject
from hudna.coding.speech.turns import subject_of_sentence
from hudna.coding.words.agreement import EITHER
from hudna.coding.words.cues import (
    PAUSES,
    cue_at,
    ends_at,
    is_adverbial,
    is_letters_of_name,
    makes_noun,
    past_complementisers,
    ties,
    verb_cue,
)
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Cue
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_LONGEST_PARTICIPLE: Final = 8
"""Tokens between a participle and the content that it opens."""
_SOON: Final = 12
"""Tokens behind a verb of speech within which the participle stands that goes with it."""
_LONGEST_NOUN: Final = 30
"""Tokens behind a noun of speech within which its clause must open."""
_LONGEST_LED: Final = 8
"""Tokens before a noun of speech within which whoever is led to say it stands."""
_LED: Final = Kind.BODY | Kind.POST | Kind.PLACE | Kind.SOURCE | Kind.HONORIFIC | Kind.MEDIA
_AGAIN: Final = word_class("agains")
"""Participles that are adverbs where nothing follows them: `again`."""
_ANY: Final = word_class("doubters")


# Participles


def by_participle(h: Hearing, i: int) -> Report | None:
    """`..., adding that ...`: the speaker of the sentence goes on."""
    r = h.r
    found = cue_at(r, i, Kind.CUE_PARTICIPLE)
    word = r.words[i]
    if found is None or i == 0 or word.article or word.preposition:
        return None
    if not (is_adverbial(word.form) or word.form.endswith(L.HEH)) or makes_noun(r, i - 1):
        return None
    after, entry, cue = found
    if r.forms[i] in _AGAIN and (ends_at(r, after) or after in r.dated):
        return None
    limit = r.sentence_stop(i)
    going_on = h.speech_before(i) or (bool(h.reports) and i == r.sentence_first(i)) or _has_subject(h, i)
    source: Source | None = None
    answers = not going_on and _answers_before(r, i)
    opening = find_opening(r, after, limit, cue, subject_told=going_on or answers)
    if opening is not None and _is_near(opening, after, cue, answers):
        first, rule = opening.first, f"participle-{opening.sign}"
        if r.is_word(i - 1) and not word.conjunction and not going_on:
            says = answers or (cue.frame == "that" and opening.sign != "noun")
            source = _acting(h, i) if says else None
            if source is None:
                return None
    elif "noun" in cue.frame and going_on and after < limit and _may_open(r, i, after):
        first, rule = after, "participle-noun"
    else:
        return None
    return Report(
        cue=(i, after),
        content=content_from(h.ends, first, limit, quoted=rule == "participle-quote", bare=rule == "participle-noun"),
        cut=joined_letters(r, opening, cue) if opening is not None and first == opening.first else 0,
        source=source,
        default=cue.act,
        rule=rule,
        reasons=[f"rule:{rule}", entry.why],
        said=(i, first),
        addressee=called_upon(r, None, after, opening.middle, cue) if opening is not None else None,
    )


def _has_subject(h: Hearing, i: int) -> bool:
    """Whether somebody acts in the sentence whom the participle behind a comma at `i` goes on with."""
    r = h.r
    if r.is_word(i - 1) or not is_adverbial(r.forms[i]):
        return False
    return subject_of_sentence(h, i, EITHER) is not None


def _acting(h: Hearing, i: int) -> Source | None:
    """Who acts in the sentence before `saying` at `i`: `ordered it, saying that`; a state right behind its verb."""
    source = main_subject(h, i)
    if source is not None:
        return source
    second = h.r.sentence_first(i) + 1
    return h.source_from(second, i) if second < i and h.r.flags[second] & Kind.PLACE else None


def _answers_before(r: Reading, i: int) -> bool:
    """Whether a verb that reports nothing by itself stands in the sentence: `X answered, denying ...`."""
    for k in range(max(r.sentence_first(i), i - _SOON), i):
        cue = verb_cue(r, k) if r.flags[k] & Kind.CUE_VERB else None
        if cue is not None and "near" in cue.frame and not r.words[k].article:
            return True
    return False


def _may_open(r: Reading, i: int, after: int) -> bool:
    """Whether the word right behind the participle at `i` may be what is said; the participle is no adjective."""
    if not r.is_word(after) or (r.flags[after] & Kind.FUNCTION and not r.flags[after] & Kind.CONTENT_NOUN):
        return False
    plural = L.YEH + L.NOON
    return not (r.forms[i].endswith(plural) and r.forms[i - 1].endswith(plural))


def _is_near(opening: Opening, after: int, cue: Cue, answers: bool) -> bool:
    """Whether the opening belongs to the participle; a bare noun does only right behind it."""
    called = cue.target == "object"  # those called upon stand between
    if opening.middle - after > (2 * _LONGEST_PARTICIPLE if called else _LONGEST_PARTICIPLE):
        return False
    tied = opening.middle < opening.first or (opening.first == after and answers)
    return opening.sign != "noun" or tied or not cue.frame.startswith("noun")


# Nouns


def by_noun(h: Hearing, i: int) -> Report | None:
    """`A statement by X that ...`, `his saying that ...`."""
    r = h.r
    found = cue_at(r, i, Kind.CUE_NOUN)
    if found is None or _is_doubted(r, i):
        return None
    after, entry, cue = found
    if "noun" in cue.frame and r.words[i].article and r.words[i].preposition == L.BEH and not ties(r, after, "ala"):
        return None  # `of course`, not `by affirming that`
    limit = r.sentence_stop(i)
    clause = _clause_behind(r, after, limit)
    if clause is None:
        return _quoted_behind(h, i, found) or _noun_object(h, i, found)
    first = past_complementisers(r, clause)
    source = _noun_source(h, i, after, clause, cue)
    if source is None and clause == after:
        source = _led_to_say(h, i)
    if source is None and not r.words[i].preposition and cue.target != "before":
        return None
    return Report(
        cue=(i, after),
        content=content_from(h.ends, first, limit),
        source=source,
        default=cue.act,
        rule="noun-clause",
        reasons=["rule:noun-clause", entry.why],
        said=(i, first),
    )


def _is_doubted(r: Reading, i: int) -> bool:
    """Whether the noun of speech at `i` is one that nobody gave: `any confirmation or denial`."""
    small = r.small_word(i - 1) if i > 0 else None
    return small is not None and r.words[i - 1].stem in _ANY


def _quoted_behind(h: Hearing, i: int, found: tuple[int, Entry, Cue]) -> Report | None:
    """`by saying: "..."`: the last speaker's words stand right behind the noun."""
    r = h.r
    after, entry, cue = found
    if not r.words[i].preposition or not h.reports or after + 1 >= len(r):
        return None
    first = after + 1 if r.forms[after] == ":" else after
    if r.forms[first] not in L.QUOTE_MARKS and first == after:
        return None
    if r.forms[first] in L.QUOTE_MARKS and r.quotation_from(first) is None:
        return None
    return Report(
        cue=(i, after),
        content=content_from(h.ends, first, r.sentence_stop(i), quoted=True),
        source=None,
        default=cue.act,
        rule="noun-quote",
        reasons=["rule:noun-quote", entry.why],
        said=(i, first),
    )


def _noun_object(h: Hearing, i: int, found: tuple[int, Entry, Cue]) -> Report | None:
    """`X's announcement of ...`: who speaks is the genitive, what is said the noun phrase behind it."""
    r = h.r
    after, entry, cue = found
    if cue.frame == "that" or r.words[i].article:
        return None
    opening = find_opening(r, after, r.sentence_stop(i), cue)
    if opening is None or opening.sign != "noun" or opening.middle == after:
        return None
    source = h.source_from(after, opening.middle)
    if source is None or source.kind is None or source.first != after or r.flags[after] & Kind.CONTENT_NOUN:
        return None  # nobody, or news that is only told of: `the affirming of the news of`
    adjective = r.flags[after] & Kind.NISBA and not r.flags[after] & (Kind.POST | Kind.PLACE)
    if adjective and not r.words[after].article and r.forms[after].endswith((L.HEH, L.YEH)):
        return None  # `a Russian call`
    return Report(
        cue=(i, after),
        content=content_from(h.ends, opening.first, r.sentence_stop(i), bare=True),
        cut=joined_letters(r, opening, cue),
        source=source,
        default=cue.act,
        rule="noun-object",
        reasons=["rule:noun-object", entry.why],
        said=(i, opening.first),
    )


def _clause_behind(r: Reading, after: int, limit: int) -> int | None:
    """The complementiser behind a noun of speech, where no other clause stands between."""
    for k in range(after, min(limit, after + _LONGEST_NOUN)):
        if r.flags[k] & Kind.COMPLEMENTISER and not is_letters_of_name(r, k):
            return None if _is_circumstance(r, k) else k
        if r.forms[k] in L.FULL_STOPS or r.forms[k] in PAUSES - L.COMMAS or r.forms[k] == ":":
            return None
        if r.flags[k] & (Kind.CUE_VERB | Kind.CUE_PARTICIPLE) and not r.words[k].article:
            return None
    return None


def _led_to_say(h: Hearing, i: int) -> Source | None:
    """Who is led to say it: the noun phrase right before `to announce that ...`."""
    r = h.r
    small = r.small_word(i - 1) if i > 1 else None
    if small is None or small.frame not in ("ila", "ala") or r.words[i].article:
        return None
    found: Source | None = None
    for first in range(i - 2, max(r.sentence_first(i), i - _LONGEST_LED), -1):
        if r.flags[first] & _LED and not r.words[first].preposition:
            source = h.source_from(first, i - 1)
            if source is not None and source.stop == i - 1:
                found = source
    return found


def _is_circumstance(r: Reading, k: int) -> bool:
    """Whether the clause at `k` tells when or how, not what: `after`, `without`, `but`."""
    small = r.small_word(k - 1)
    if small is None:
        return False
    return small.role in ("conjunction", "turn") or (small.role == "preposition" and small.frame is None)


def _noun_source(h: Hearing, i: int, after: int, stop: int, cue: Cue) -> Source | None:
    """Who speaks: before `his saying`, behind `a statement by`, or as the genitive of `statement`."""
    r = h.r
    if cue.target == "before" and not r.words[i].article:
        before = h.subject_before(i)
        return describe(r, *before) if before is not None else None
    return author_of(h, i, stop)
