"""The constructions in which Arabic newswire reports speech, each built from the word that opens it.

- `by_preposition`  bi-hasab X, ... and ..., bi-hasab X
- `by_verb`         qala X inna ..., nafa X ..., X yaqulu inna ...; naqalat X an Y anna ...
- `by_participle`   ..., mudifan anna ...: the speaker of the sentence goes on
- `by_noun`         tasrih li-X bi-anna ..., qawluhu inna ...
- `by_colon`        X: ... in titles and headlines

The words are the packs'; what a builder decides it notes as a rule.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from hudna.coding.agreement import EITHER, agrees, gender_of_cue
from hudna.coding.clauses import (
    PAUSES,
    Opening,
    content_from,
    ends_at,
    find_opening,
    is_adverbial,
    is_aside,
    is_led,
    is_unsaid,
    past_complementisers,
    trim_end,
)
from hudna.coding.hearing import Hearing, Report, Tokens
from hudna.coding.naming import Source, describe
from hudna.coding.phrases import apposition, glued_article, noun_phrase, past_counting
from hudna.coding.reading import Reading
from hudna.coding.speakers import name_words
from hudna.coding.turns import subject_of_sentence
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Cue, FunctionWord
from hudna.packs.wordclasses import word_class
from hudna.text import fold_word
from hudna.text import letters as L

_LONGEST_HEADLINE_SOURCE: Final = 14
_LONGEST_CIRCUMSTANCE: Final = 12
"""Tokens between a source behind `according to` and the comma, behind which the content begins."""
_LONGEST_PARTICIPLE: Final = 8
"""Tokens between a participle and the content that it opens."""
_LONGEST_NOUN: Final = 30
_LONGEST_ADDRESSEE: Final = 5
_LONGEST_QUESTION: Final = 8
"""Tokens between `whether` and a verb that is only asked about."""
_SOON: Final = 12
"""Tokens behind a verb of speech within which the participle stands that goes with it."""
_NEAR_TEXT: Final = 12
"""Tokens before a verb among which the text stands in which somebody says it."""
_DAMMA: Final = "\N{ARABIC DAMMA}"
_TANWEEN: Final = "\N{ARABIC FATHATAN}"
_NEAR_HEAD: Final = 4
_LONGEST_AUTHOR: Final = 6
"""Tokens from a noun of speech within which its author stands."""
_LEAST_CROWD: Final = 6
_LEAST_HEADLINE: Final = 3
_CALLED: Final = Kind.BODY | Kind.AUDIENCE | Kind.SOURCE | Kind.MEDIA | Kind.CONTENT_NOUN
"""What one called upon or accused may be, besides a person with a post."""
_LONGEST_BYLINE: Final = 6
_LONGEST_TERM: Final = 3
"""Words of the longest quotation that is a name, where no comma stands between it and the verb."""
_TELLING: Final = (
    Kind.VERB | Kind.CUE_VERB | Kind.TRIGGER | Kind.CONTENT_NOUN | Kind.NEGATION | Kind.COMPLEMENTISER | Kind.FUNCTION
)
_ACTING: Final = Kind.BODY | Kind.POST | Kind.MEDIA | Kind.SOURCE | Kind.HONORIFIC
_CALLED_UPON: Final = word_class("called upon")
"""Who is called upon rather than calls."""
_ALL: Final = word_class("alls")
_WHO_IT_IS: Final = Kind.POST | Kind.HONORIFIC | Kind.GIVEN | Kind.PERSON
"""What goes on with the subject it stands behind."""
_OBJECTS: Final = Kind.BODY | Kind.TRIGGER | Kind.CONTENT_NOUN | Kind.AUDIENCE | Kind.SOURCE
_PRESS: Final = word_class("press adjectives")
"""Adjectives of statements that are callings as well."""
_ACCUSATIVE: Final = L.YEH + L.NOON
_TIME: Final = word_class("moments")
_IN: Final = L.FEH + L.YEH
_WHAT: Final = L.MEEM + L.ALEF
_IN_IT: Final = word_class("in it")
_GOES_ON: Final = Kind.COMPLEMENTISER | Kind.CONTENT_NOUN | Kind.TRIGGER
_CLAUSE_OPENERS: Final = word_class("clause openers")
_CREDITS: Final = word_class("credits")
_ANY: Final = word_class("doubters")
_WORDS: Final = word_class("sayings")
_HIS_WORDS: Final = word_class("his sayings")
"""Behind `according to`: one's saying."""
_HIS: Final = (L.HEH, L.HEH + L.ALEF, L.HEH + L.MEEM)
_FROM_HIM: Final = word_class("from him")
_FROM: Final = word_class("sources behind")
_TONGUE: Final = word_class("tongues")
_AS: Final = word_class("likenesses")
_OF_IT: Final = word_class("of it")
_LEAST_TOLD: Final = 5
_LONGEST_SETTING: Final = 6
_OTHER_CLAUSE: Final = Kind.CUE_VERB | Kind.CUE_PARTICIPLE | Kind.COMPLEMENTISER
_THINGS: Final = Kind.TRIGGER | Kind.CONTENT_NOUN | Kind.ACT
"""What names no speaker, where nothing else in the phrase does."""


def report_at(h: Hearing, i: int) -> Report | None:
    """The report that the cue at token `i` opens; `None` where it opens none."""
    flags = h.r.flags[i]
    for kind, build in _BUILDERS:
        if flags & kind:
            report = build(h, i)
            if report is not None:
                return report
    return None


def _cue_at(r: Reading, i: int, kind: int) -> tuple[int, Entry, Cue] | None:
    """The cue at `i`: the token behind it, its entry and its row."""
    found = r.match(i, kind)
    if found is None or not isinstance(found[1].row, Cue):
        return None
    return found[0], found[1], found[1].row


# Verbs


def by_verb(h: Hearing, i: int) -> Report | None:
    """`Said X that ...`, `X says ...`, `denied X the ...`."""
    r = h.r
    found = _cue_at(r, i, Kind.CUE_VERB)
    if found is None:
        return None
    if not _is_finite(r, i, found[2]):
        return _which_denies(h, i, found)
    after, entry, cue = found
    limit = r.sentence_stop(i)
    relative = _is_relative(r, i - 1)
    before = _whole_subject(r, i, h.subject_before(i - 1 if relative else i))
    told = (before is not None or h.speech_before(i)) and not h.is_name(after)
    opening = find_opening(r, after, limit, cue, subject_told=told)
    lead = _quotation_before(h, i)
    if lead is not None and (opening is None or opening.sign == "quote"):
        return _inserted(h, i, found, lead, opening)
    if opening is None:
        return _denied_again(h, found, before, i)
    if opening.sign != "clause" and _is_called(r, i, cue):
        return None
    if cue.target == "document":
        source = _author(h, after, opening.middle) if r.words[after - 1].stem == _IN else _author_before(h, i)
    else:
        source = _subject(h, before, after, opening, cue)
    if source is None and before is None and "known" not in cue.frame and _is_about_text(r, i, after, opening):
        source = (_author_before(h, i) if r.words[after].stem in _IN_IT else None) or _main_subject(h, i)
    if not _has_speaker(h, i, source, opening, cue) or (source is None and relative and opening.sign == "noun"):
        return None
    rule = f"verb-{opening.sign}"
    report = Report(
        cue=(i, after),
        content=content_from(h.ends, opening.first, limit, quoted=opening.sign == "quote", bare=opening.sign == "noun"),
        cut=_joined_letters(r, opening, cue),
        source=source,
        default=cue.act,
        rule=rule,
        reasons=[f"rule:{rule}", entry.why],
        said=(before[0] if before else i, opening.first),
        affirms=cue.affirms is not None,
        addressee=_addressee(r, after, opening.middle),
    )
    if cue.target == "learns":
        return _learnt(h, report, after, opening.middle)
    return _passed_on(h, report, after, opening.middle) if cue.target == "passes-on" else report


def _whole_subject(r: Reading, i: int, before: Tokens | None) -> Tokens | None:
    """The subject before the verb at `i`; none where it only ends what stands before `, it was told of`."""
    small = r.small_word(i + 1) if i + 1 < len(r) else None
    if before is None or r.forms[i - 1] not in PAUSES or small is None or small.frame != "an":
        return before
    joined = r.words[before[0]].conjunction == L.WAW and before[0] > r.sentence_first(i)
    return None if joined else before


def _is_about_text(r: Reading, i: int, after: int, opening: Opening) -> bool:
    """Whether the verb at `i` tells what stands in a thing named before it: `photos that, she said, ...`."""
    if i == 0 or r.words[i].conjunction or r.flags[i - 1] & (Kind.FUNCTION | Kind.COMPLEMENTISER):
        return False
    if after < len(r) and r.words[after].stem in _IN_IT:
        return all(r.words[k].stem not in _TIME for k in range(max(0, i - 2), i))
    return r.is_word(i - 1) and opening.sign == "clause" and opening.middle == after


def _main_subject(h: Hearing, i: int) -> Source | None:
    """Who acts in the sentence before token `i`: its first noun that can speak, behind no preposition."""
    r = h.r
    for k in range(max(r.sentence_first(i), i - _LONGEST_NOUN), i):
        if not r.flags[k] & _ACTING or r.words[k].preposition or (k > 0 and r.small_word(k - 1) is not None):
            continue
        source = h.source_from(k, i)
        if source is not None:
            return source
    return None


def _is_called(r: Reading, i: int, cue: Cue) -> bool:
    """Whether an alef maksura is printed where the active verb has a yeh: `is called`, not `claims`."""
    return cue.word[-1] == L.YEH and r.words_of(i, i + 1)[-1] == L.ALEF_MAKSURA


def _which_denies(h: Hearing, i: int, found: tuple[int, Entry, Cue]) -> Report | None:
    """`..., which X denies`: what stands before it in the sentence is what X denies or confirms."""
    r = h.r
    after, entry, cue = found
    if not r.words[i].pronoun or i < r.sentence_first(i) + _LEAST_TOLD:
        return None
    if cue.act != "deny" and (cue.affirms is None or r.forms[i - 1] != _WHAT):
        return None
    which = i - 1 if r.forms[i - 1] == _WHAT or _is_relative(r, i - 1) else i
    comma = next((k for k in range(which - 1, which - _NEAR_HEAD, -1) if r.forms[k] in PAUSES), None)
    source = h.source_from(after, r.sentence_stop(i)) if comma is not None else None
    if comma is None or source is None or source.kind is None:
        return None
    last = h.reports[-1] if h.reports else None
    if cue.act != "deny" and (last is None or last.at < r.sentence_first(i)):
        return None  # what bears out a story was not told by another
    if last is not None and last.at >= r.sentence_first(i) and last.content[1] > comma:
        last.content = last.content[0], trim_end(r, last.content[0], comma)
    told = last is not None and last.at >= r.sentence_first(i)
    content = (
        last.content if last is not None and told else (r.sentence_first(i), trim_end(r, r.sentence_first(i), comma))
    )
    return Report(
        cue=(i, after),
        content=content,
        cut=last.cut if last is not None and told else 0,
        source=source,
        default="confirm" if cue.affirms is not None else cue.act,
        rule="verb-which-denied",
        reasons=["rule:verb-which-denied", entry.why],
        said=(i, source.stop),
    )


def _is_relative(r: Reading, i: int) -> bool:
    """Whether `who` stands at `i`, not `what`."""
    small = r.small_word(i) if i >= 0 else None
    return small is not None and small.role == "relative" and r.words[i].stem.startswith(L.AL)


def _denied_again(h: Hearing, found: tuple[int, Entry, Cue], before: Tokens | None, i: int) -> Report | None:
    """`X announces ..., and Y denies`: the denied is what the other said in the same sentence."""
    r = h.r
    after, entry, cue = found
    if cue.act != "deny" or before is None or not h.reports or not (ends_at(r, after) or r.forms[after] == "|"):
        return None
    last = h.reports[-1]
    if last.at < r.sentence_first(i) or last.content[0] >= before[0]:
        return None
    last.content = last.content[0], min(last.content[1], trim_end(r, last.content[0], before[0]))
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


def _joined_letters(r: Reading, opening: Opening, cue: Cue) -> int:
    """How many letters of the content's first word are the preposition that ties it to the cue."""
    frames = cue.frame.split("+")
    first = opening.first
    if opening.sign == "quote" and first + 1 < len(r) and r.words[first + 1].preposition == L.BEH and "bi" in frames:
        return len(L.BEH)  # `vowed "to go on"`
    if opening.sign != "noun" or opening.middle < first:
        return 0
    form = r.forms[first]
    if "bi" in frames and form.startswith(L.BEH):
        return len(L.BEH)
    return len(L.LAM) if "li" in frames and form.startswith(L.LAM) and not form.startswith(L.LAM + L.LAM) else 0


def _is_finite(r: Reading, i: int, cue: Cue) -> bool:
    """Whether the cue is used as a verb that reports: not a noun, nor `it is recalled that` of the outlet's own."""
    word = r.words[i]
    if word.article or word.preposition or (word.pronoun and cue.target != "object" and not _speech_behind(r, i + 1)):
        return False
    if cue.word[-1] == L.ALEF_HAMZA_ABOVE and L.ALEF_HAMZA_ABOVE not in r.words_of(i, i + 1)[1:]:
        return False  # `hana'a`, not `huna`
    if word.future or (word.conjunction == L.WAW and i > 0 and is_led(r, i)):
        return False
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
    small = r.small_word(i - 1) if i > 0 and not r.words[i].conjunction else None
    if small is not None and small.role == "preposition" and small.frame is not None:
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
        return stem[0] in (L.NOON, L.ALEF) and stem[1:] == listed[1:]
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


def _subject(h: Hearing, before: Tokens | None, after: int, opening: Opening, cue: Cue) -> Source | None:
    """Who speaks: the noun phrase behind the verb, or the one before it."""
    r = h.r
    first = after if cue.target == "object" else h.subject_first(after, opening.middle)
    governed = first < opening.middle and (
        bool(r.words[first].preposition and r.flags[first]) or _called(r, first, cue)
    )
    stop = first if governed else noun_phrase(r, first, opening.middle)
    if cue.target == "object":
        stop = _object_first(r, first, stop)
    if before is not None and (
        cue.target == "object" or cue.inflect == "imperfect" or stop == first or not h.can_speak(first, stop)
    ):
        return _named(describe(r, *before))
    if stop == first:
        return h.issued(first, opening.middle)
    stop = apposition(r, first, stop, opening.middle)
    source = describe(r, first, stop)
    named = source.kind is None and h.cast.knows(source.name)
    unfit = not named and (source.kind is None or cue.target == "object")
    if unfit and not agrees(gender_of_cue(r, after - 1), source.gender):
        return None  # a masculine noun behind a feminine verb is what it acts on
    counted = past_counting(r, first) > first
    if cue.target == "object" and r.flags[first] & Kind.CONTENT_NOUN and not (counted or r.flags[first] & Kind.BODY):
        return None  # reports are described, they describe nothing
    asks = cue.act == "demand" and source.kind == "person"  # a minister alone asks; a person alone is accused
    alone = cue.target == "object" and not asks and _is_alone(r, source, stop, opening.middle)
    called = "bi" in cue.frame or r.words[first].stem in _CALLED_UPON or r.forms[first].endswith(_ACCUSATIVE)
    if h.reports and alone and called and not _alone_agrees(h, after - 1, source):
        return None  # one phrase alone is the one accused or called upon: who speaks spoke before
    return _named(source)


def _alone_agrees(h: Hearing, cue: int, source: Source) -> bool:
    """Whether the verb agrees with the source in gender, and not with who spoke before."""
    verb = gender_of_cue(h.r, cue)
    if verb == EITHER or source.gender != verb:
        return False
    for report in reversed(h.reports):
        if report.source is not None:
            return not agrees(verb, report.source.gender)
    return False


def _object_first(r: Reading, first: int, stop: int) -> int:
    """Where in the phrase behind a verb that calls upon somebody the one called upon begins; `stop` if not in it.

    Behind a phrase that is whole (its last word is definite) another definite noun that is no adjective begins
    the object: `the minister X | the guarantor states`.
    """
    for k in range(first + 1, stop):
        word = r.words[k]
        if _is_crowd(r, k) or _is_plain_object(r, first, k):
            return k
        if k == first + 1 or not word.article or word.preposition or word.conjunction or not r.flags[k] & _CALLED:
            continue
        if r.flags[k] & (Kind.NISBA | Kind.POST | Kind.HONORIFIC | Kind.GIVEN):
            continue
        last, form = r.words[k - 1], r.forms[k - 1]
        if last.article or form.startswith(L.AL) or r.flags[k - 1] & (Kind.PLACE | Kind.GIVEN | Kind.PERSON):
            return k
    return stop


def _is_crowd(r: Reading, k: int) -> bool:
    """Whether those called upon are opened at `k` by `all`."""
    word = r.words[k]
    if word.preposition or word.conjunction or r.small_word(k - 1) is not None:
        return False
    return word.stem in _ALL or (r.words[k - 1].article and word.form.startswith(L.AL) and word.form in _CALLED_UPON)


def _is_plain_object(r: Reading, first: int, k: int) -> bool:
    """Whether, behind a whole subject, the one spoken of or what is done stands: `the president | Russia`."""
    if r.words[k].preposition or r.words[k].conjunction or r.flags[k] & _WHO_IT_IS:
        return False
    if r.flags[k] & Kind.NISBA and not r.flags[k] & Kind.PLACE:
        return False
    if k == first + 1 and not r.flags[first] & ~Kind.EVENT_WORD and r.flags[k] & Kind.PLACE:
        return True  # a last name, and a country
    subject = r.match(first, Kind.POST | Kind.BODY | Kind.PLACE | Kind.SOURCE | Kind.AUDIENCE)
    if subject is None or subject[0] != k or not (r.words[k - 1].article or r.flags[first] & Kind.PLACE):
        return False
    if r.flags[k] & Kind.PLACE:
        return True
    return r.words[k].article and bool(r.flags[k] & _OBJECTS)


def _called(r: Reading, first: int, cue: Cue) -> bool:
    """Whether the noun behind a verb that calls upon somebody is the one called upon: by its case, or a crowd."""
    if cue.target != "object" or first >= len(r):
        return False
    word, flag = r.words[first], r.flags[first]
    if flag & (Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC):
        return False
    if word.article and len(word.form) > _LEAST_CROWD and word.form.endswith(L.YEH + L.NOON):
        return not flag & Kind.POST or bool(flag & (Kind.AUDIENCE | Kind.SOURCE))
    return bool(flag & Kind.AUDIENCE) and not flag & (Kind.POST | Kind.MEDIA | Kind.BODY)


def _named(source: Source) -> Source | None:
    return source if len(source.name) > 1 else None


def _is_alone(r: Reading, source: Source, stop: int, limit: int) -> bool:
    """Whether no second phrase follows the source: at most one that says what the first is about."""
    if source.stop < stop:
        return False  # accuser and accused stand side by side
    small = r.small_word(stop) if stop < limit else None
    if small is not None and small.frame == "an":
        return True
    k = stop
    while k < limit:
        small = r.small_word(k)
        if small is not None and small.role == "preposition":
            # what only tells where, when or how
            k = max(k + 1, noun_phrase(r, k + 1, limit)) if small.frame is not None else k + 2
        elif r.words[k].preposition:
            k = max(k + 1, noun_phrase(r, k, limit))
        elif r.is_word(k) and k not in r.dated:
            return False
        else:
            k += 1
    return True


def _has_speaker(h: Hearing, i: int, source: Source | None, opening: Opening, cue: Cue) -> bool:
    """Whether somebody can be told who says it: named here, or the last speaker who goes on."""
    if source is None:
        if "known" in cue.frame and (cue.inflect != "perfect" or opening.middle != i + 1):
            return False
        if h.speech_before(i) or (_goes_on(h.r, i) and _is_clear(h, i, opening, cue)):
            return True
        return h.r.words[i].conjunction == L.WAW and _main_subject(h, i) is not None
    if source.kind is not None or source.document or h.cast.knows(source.name):
        return True
    doubtful = "known" in cue.frame and (opening.sign == "noun" or "that" in cue.frame)
    if doubtful and opening.sign == "clause" and "near" not in cue.frame and _is_definite(h.r, source.first):
        doubtful = False
    counted = h.r.flags[source.first] & _THINGS != 0
    if doubtful or counted:
        return not doubtful and _counts(h.r, source.first) and _holds_actor(h.r, source)
    return opening.sign != "noun" or h.may_be_name(source) or _is_definite(h.r, source.first)


def _counts(r: Reading, i: int) -> bool:
    """Whether `of` stands behind the noun at `i`, so that it counts: `a number of`."""
    small = r.small_word(i + 1) if i + 1 < len(r) else None
    return small is not None and small.frame == "min"


def _holds_actor(r: Reading, source: Source) -> bool:
    """Whether somebody is counted: `a number of deputies`."""
    return any(r.flags[k] & _ACTING for k in range(source.first + 1, min(len(r), source.first + _NEAR_HEAD)))


def _is_definite(r: Reading, i: int) -> bool:
    """Whether the noun phrase that begins at `i` is definite, `both`, `all` before it or not."""
    if r.flags[i] & Kind.FUNCTION and i + 1 < len(r):
        i += 1
    return r.words[i].article or r.forms[i].startswith(L.AL)


def _is_clear(h: Hearing, i: int, opening: Opening, cue: Cue) -> bool:
    """Whether what follows the verb can only be reported speech, so that whoever spoke last goes on with it."""
    if opening.sign == "noun":
        joined = h.r.words[i].conjunction == L.WAW or (i > 0 and bool(h.r.flags[i - 1] & Kind.FUNCTION))
        told = opening.middle < opening.first or bool(h.r.flags[opening.first] & Kind.CONTENT_NOUN)
        return joined and bool(h.reports) and (cue.act != "assert" or told)
    if opening.sign == "colon":
        return cue.frame == "that" or opening.middle == i + 1 or h.r.words[i].conjunction == L.WAW
    return True


def _goes_on(r: Reading, i: int) -> bool:
    """Whether a verb without a subject may be the last speaker's: it is joined on, or opens its clause."""
    if r.words[i].conjunction or i == 0 or not r.is_word(i - 1):
        return True
    return bool(r.flags[i - 1] & Kind.FUNCTION)


def _learnt(h: Hearing, report: Report, after: int, stop: int) -> Report | None:
    """`X learnt from Y that ...`: an outlet passes on what Y says; one who only learnt it says nothing."""
    passed = _passed_on(h, report, after, stop)
    if "rule:passed-on" in passed.reasons:
        return passed
    return passed if passed.source is not None and passed.source.kind == "media" else None


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
            medium = report.source
            if medium is not None and medium.first < k:
                report.via.append(describe(r, medium.first, min(medium.stop, k)).name)
            report.source = describe(r, k + 1, apposition(r, k + 1, end, stop))
            report.reasons.append("rule:passed-on")
        break
    return report


def _is_words_of(r: Reading, k: int) -> bool:
    """Whether `the saying of` stands at `k`, behind which its speaker is named."""
    if r.words[k].article or r.words[k].pronoun:
        return False
    return r.flags[k] & Kind.CUE_NOUN != 0 or r.forms[k] in _WORDS


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
        source = _named(describe(r, after, stop)) if stop > after else None
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
        addressee=_addressee(r, after, middle),
    )


def _addressee(r: Reading, first: int, stop: int) -> Tokens | None:
    """`li-` with an audience between the cue and the content."""
    for k in range(first, stop):
        if r.words[k].preposition == L.LAM and r.flags[k] & (Kind.AUDIENCE | Kind.MEDIA):
            end = k + 1
            while end < min(stop, k + _LONGEST_ADDRESSEE) and not _ends_addressee(r, end):
                end += 1
            while end > k + 1 and r.forms[end - 1] in L.QUOTE_MARKS and r.quotation_from(end - 1):
                end -= 1
            return k, end
    return None


def _ends_addressee(r: Reading, i: int) -> bool:
    if r.forms[i] in PAUSES or r.forms[i] == ":" or i in r.dated:
        return True
    return bool(r.flags[i] & (Kind.FUNCTION | Kind.COMPLEMENTISER))


# Participles


def by_participle(h: Hearing, i: int) -> Report | None:
    """`..., adding that ...`: the speaker of the sentence goes on."""
    r = h.r
    found = _cue_at(r, i, Kind.CUE_PARTICIPLE)
    word = r.words[i]
    if found is None or i == 0 or word.article or word.preposition:
        return None
    if not (is_adverbial(word.form) or word.form.endswith(L.HEH)):
        return None
    after, entry, cue = found
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
        cut=_joined_letters(r, opening, cue) if opening is not None and first == opening.first else 0,
        source=source,
        default=cue.act,
        rule=rule,
        reasons=[f"rule:{rule}", entry.why],
        said=(i, first),
    )


def _has_subject(h: Hearing, i: int) -> bool:
    """Whether somebody acts in the sentence whom the participle behind a comma at `i` goes on with."""
    r = h.r
    if r.is_word(i - 1) or not is_adverbial(r.forms[i]):
        return False
    return subject_of_sentence(h, i, EITHER) is not None


def _acting(h: Hearing, i: int) -> Source | None:
    """Who acts in the sentence before `saying` at `i`: `ordered it, saying that`; a state right behind its verb."""
    source = _main_subject(h, i)
    if source is not None:
        return source
    second = h.r.sentence_first(i) + 1
    return h.source_from(second, i) if second < i and h.r.flags[second] & Kind.PLACE else None


def _answers_before(r: Reading, i: int) -> bool:
    """Whether a verb that reports nothing by itself stands in the sentence: `X answered, denying ...`."""
    for k in range(max(r.sentence_first(i), i - _SOON), i):
        cue = r.words[k].find(Kind.CUE_VERB) if r.flags[k] & Kind.CUE_VERB else None
        if cue is not None and isinstance(cue.row, Cue) and "near" in cue.row.frame and not r.words[k].article:
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
    if opening.middle - after > _LONGEST_PARTICIPLE:
        return False
    tied = opening.middle < opening.first or (opening.first == after and answers)
    return opening.sign != "noun" or tied or not cue.frame.startswith("noun")


# Prepositions


def by_preposition(h: Hearing, i: int) -> Report | None:
    """`According to X, ...`; `..., according to X`; `..., according to X, ...`."""
    r = h.r
    found = _cue_at(r, i, Kind.CUE_PREPOSITION)
    if found is None:
        return None
    behind, entry, cue = found
    limit, floor = r.sentence_stop(i), r.sentence_first(i)
    after = behind
    while after < limit and (r.flags[after] & Kind.CUE_VERB or (after > behind and _is_of_it(r, after))):
        after += 1  # `according to what X announced`, `... gave notice of`
    source = h.source_from(after, limit) or _document(h, after, limit)
    if source is None:
        return _according_to_him(h, i, behind, entry, cue)
    if cue.frame == "after" and source.stop < limit and r.flags[source.stop] & _GOES_ON:
        return None  # `just as X said that ...`: a report of its own
    if h.reports and h.reports[-1].at < i and source.stop <= h.reports[-1].content[0]:
        return _told_by_another(h, i, behind, found, source)
    lead = sum(1 for k in range(floor, i) if r.is_word(k))
    told: Tokens | None = None
    cut = 0
    joined = r.words[i].conjunction != "" and i > floor and r.forms[i - 1] in PAUSES
    if lead <= 2 or joined or _opens_anew(r, source.stop):
        if cue.frame == "after" and lead == 0:
            return None
        first = _behind_source(r, source.stop, limit)
        if source.kind == "media" and _speaks_soon(r, first):
            return None  # an outlet that only relays a named speaker
        content, rule = content_from(h.ends, first, limit), "preposition-before"
        cut = len(L.FEH) if first < len(r) and r.words[first].conjunction == L.FEH else 0
    elif any(floor <= report.at < i or floor <= report.content[0] < i for report in h.reports):
        return _told_by_another(h, i, behind, found, source)
    else:
        told, rest = _told_before(r, floor, i), _told_behind(r, source.stop, limit)
        if rest is None or told is None:
            content, rule, told = told or (floor, trim_end(r, floor, i)), "preposition-after", None
        else:
            content, rule = content_from(h.ends, rest, limit), "preposition-within"
            told = None if _is_setting(r, *told) else told
    return Report(
        cue=(i, behind),
        lead=told,
        content=content,
        cut=cut,
        source=source,
        default=cue.act,
        rule=rule,
        reasons=[f"rule:{rule}", entry.why],
        said=(i, source.stop),
    )


def _document(h: Hearing, first: int, limit: int) -> Source | None:
    """The text that was told of before, in which it stands: `according to the statement`."""
    r = h.r
    if first >= limit or not h.reports or not r.flags[first] & Kind.OCCASION or not r.words[first].article:
        return None
    source = describe(r, first, max(first + 1, noun_phrase(r, first, limit)))
    return source if source.document else None


def _is_of_it(r: Reading, k: int) -> bool:
    """Whether a preposition with its pronoun stands at `k`: `of it`, `to it`."""
    return r.words[k].stem in _OF_IT


def _speaks_soon(r: Reading, k: int) -> bool:
    """Whether a report of its own begins at `k`: `X affirmed ...`, `X has said ...`."""
    return any(
        r.flags[j] & Kind.CUE_VERB and not r.words[j].article and not r.words[j].conjunction
        for j in range(k, min(k + _NEAR_HEAD, len(r)))
    )


def _opens_anew(r: Reading, k: int) -> bool:
    """Whether `fa-` opens a clause at `k`, or behind a comma there: all that is said comes behind the source."""
    if k < len(r) and r.forms[k] in PAUSES:
        k += 1
    return k < len(r) and r.words[k].conjunction == L.FEH


def _told_before(r: Reading, floor: int, i: int) -> Tokens | None:
    """What is told before `according to X` at `i`: the last clause, without what only leads to it."""
    first = floor
    for k in range(i - 2, floor, -1):
        if r.forms[k] in PAUSES and r.words[k + 1].stem in _CLAUSE_OPENERS:
            first = k + 2 + (r.flags[k + 2] & Kind.COMPLEMENTISER != 0)
            break
    else:
        if r.words[first].stem in _AS and first + 1 < i:
            first += 1
        comma = next((k for k in range(first, min(i, first + _LONGEST_CIRCUMSTANCE)) if r.forms[k] in PAUSES), None)
        if comma is not None and i - comma > _LEAST_TOLD and _is_setting(r, first, comma):
            first = comma + 1
    stop = trim_end(r, first, i)
    return (first, stop) if stop > first else None


def _is_setting(r: Reading, first: int, stop: int) -> bool:
    """Whether the tokens only tell when, where or in what connection."""
    if stop - first <= 1:
        return True
    small = r.small_word(first)
    if small is not None and small.role in ("preposition", "adverb"):
        return not any(r.flags[k] & (Kind.VERB | Kind.CUE_VERB) and not r.words[k].article for k in range(first, stop))
    return r.words[first].preposition != "" and stop - first <= _LONGEST_SETTING


def _told_behind(r: Reading, k: int, limit: int) -> int | None:
    """Where what is told goes on behind the source, which stood within it; `None` where another clause begins."""
    if k < limit and r.forms[k] in PAUSES:
        k += 1
    elif k >= limit or not r.flags[k] & Kind.NUMBER:
        return None
    if k + 1 >= limit or not r.is_word(k) or r.words[k].conjunction or r.flags[k] & _OTHER_CLAUSE:
        return None
    small = r.small_word(k)
    return None if small is not None and small.role not in ("preposition", "particle") else k


def _told_by_another(h: Hearing, i: int, behind: int, found: tuple[int, Entry, Cue], source: Source) -> Report | None:
    """`X said that ..., according to Y`: what X said is by Y's account, who says it too, be he no outlet."""
    r = h.r
    last = h.reports[-1]
    if source.document or source.kind == "media" or last.source is None or r.flags[source.first] & Kind.CONTENT_NOUN:
        return None
    if last.source.kind == "media" and r.forms[behind - 1] in _FROM and source.stop <= last.content[0]:
        last.via.append(last.source.name)  # an outlet that only relays
        last.source = source
        last.reasons.append("rule:passed-on")
        return None
    if r.forms[behind - 1] in _TONGUE:
        return None  # `by the mouth of Y`: X speaks through him
    between = last.at < i and source.stop <= last.content[0]
    if not between and last.content[1] != i - (r.forms[i - 1] in PAUSES):
        return None
    if found[2].frame == "after" and last.source.name == source.name:
        return None
    return Report(
        cue=(i, behind),
        content=last.content,
        cut=last.cut,
        source=source,
        default=found[2].act,
        rule="preposition-besides",
        reasons=["rule:preposition-besides", found[1].why],
        said=(i, source.stop),
    )


def _according_to_him(h: Hearing, i: int, behind: int, entry: Entry, cue: Cue) -> Report | None:
    """`According to him, ...`: the last speaker goes on."""
    r = h.r
    limit = r.sentence_stop(i)
    if i > r.sentence_first(i):
        return _as_he_said(h, i, behind, entry, cue)
    if behind + 1 >= limit or i > r.sentence_first(i) or r.forms[behind + 1] not in PAUSES or not h.reports:
        return None
    small = r.small_word(behind)
    if small is None or small.role != "preposition" or small.frame is not None:
        return None
    content = content_from(h.ends, past_complementisers(r, behind + 2), limit)
    rule = "preposition-pronoun"
    reasons = [f"rule:{rule}", entry.why]
    return Report(cue=(i, behind), content=content, source=None, default=cue.act, rule=rule, reasons=reasons)


def _as_he_said(h: Hearing, i: int, behind: int, entry: Entry, cue: Cue) -> Report | None:
    """`..., by his account`: the last speaker goes on, in a sentence that reports nothing else."""
    r = h.r
    floor = r.sentence_first(i)
    stop = behind if r.forms[behind - 1].endswith(_HIS) and behind > i + 1 else behind + 1
    if stop > len(r) or not ends_at(r, stop) or not h.reports:
        return None
    if stop > behind and r.forms[behind] not in _HIS_WORDS:
        return None
    if h.reports[-1].at >= floor or h.reports[-1].content[1] > floor or i - floor < _LEAST_TOLD:
        return None
    content = _told_before(r, floor, i)
    if content is None:
        return None
    rule = "preposition-pronoun"
    return Report(
        cue=(i, behind),
        content=content,
        source=None,
        default=cue.act,
        rule=rule,
        reasons=[f"rule:{rule}", entry.why],
    )


def _behind_source(r: Reading, stop: int, limit: int) -> int:
    """Where the content begins behind `according to X`: behind the comma, where one is near."""
    first = stop
    while first < min(limit, stop + _LONGEST_CIRCUMSTANCE):
        if r.forms[first] in PAUSES:
            return past_complementisers(r, first + 1)
        if r.flags[first] & Kind.COMPLEMENTISER:
            return past_complementisers(r, first)
        first += 1
    return past_complementisers(r, stop)


# Nouns


def by_noun(h: Hearing, i: int) -> Report | None:
    """`A statement by X that ...`, `his saying that ...`."""
    r = h.r
    found = _cue_at(r, i, Kind.CUE_NOUN)
    if found is None or _is_doubted(r, i):
        return None
    after, entry, cue = found
    limit = r.sentence_stop(i)
    clause = _clause_behind(r, after, limit)
    if clause is None:
        return _quoted_behind(h, i, found) or _noun_object(h, i, found)
    first = past_complementisers(r, clause)
    source = _noun_source(h, i, after, clause, cue)
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
    if source is None or source.kind is None or source.first != after:
        return None
    return Report(
        cue=(i, after),
        content=content_from(h.ends, opening.first, r.sentence_stop(i), bare=True),
        cut=_joined_letters(r, opening, cue),
        source=source,
        default=cue.act,
        rule="noun-object",
        reasons=["rule:noun-object", entry.why],
        said=(i, opening.first),
    )


def _clause_behind(r: Reading, after: int, limit: int) -> int | None:
    """The complementiser behind a noun of speech, where no other clause stands between."""
    for k in range(after, min(limit, after + _LONGEST_NOUN)):
        if r.flags[k] & Kind.COMPLEMENTISER:
            return None if _is_circumstance(r, k) else k
        if r.forms[k] in L.FULL_STOPS or r.forms[k] in PAUSES - L.COMMAS or r.forms[k] == ":":
            return None
        if r.flags[k] & (Kind.CUE_VERB | Kind.CUE_PARTICIPLE) and not r.words[k].article:
            return None
    return None


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
    return _author(h, i, stop)


def _author(h: Hearing, i: int, stop: int) -> Source | None:
    """Whose the statement at `i` is: `a statement by X`, `X's statement`, `a statement that X published`."""
    r = h.r
    for k in range(i + 1, min(stop, i + _LONGEST_AUTHOR)):
        flag, word = r.flags[k], r.words[k]
        if word.preposition == L.LAM or r.forms[k].startswith(L.LAM + L.LAM):
            return h.source_from(k, stop)
        small = r.small_word(k)
        if small is not None:
            return h.source_from(k + 1, stop) if small.frame in ("an", "min") else None
        if flag & (Kind.VERB | Kind.CUE_VERB) and not word.article:
            behind = r.small_word(k + 1) if k + 1 < stop else None
            return h.source_from(k + 2 if behind is not None and behind.frame == "an" else k + 1, stop)
        if k == i + 1 and not r.words[i].article and word.stem not in _PRESS:
            end = noun_phrase(r, k, stop)
            if end > k and h.can_speak(k, end):
                return describe(r, k, end)
        if not r.is_word(k) or k in r.dated:
            return None
    return None


def _author_before(h: Hearing, i: int) -> Source | None:
    """Whose the text is that stands before `it says in it`: `a tweet by X, in which it says`."""
    r = h.r
    for k in range(i - 1, max(r.sentence_first(i), i - _NEAR_TEXT) - 1, -1):
        if r.flags[k] & Kind.OCCASION:
            return _author(h, k, i)
    return None


# Colons


def by_colon(h: Hearing, colon: int) -> Report | None:
    """A line `X: ...`: the part before the colon is a source, the rest what it says."""
    r = h.r
    first = _line_start(r, colon)
    if not 1 <= colon - first <= _LONGEST_HEADLINE_SOURCE or colon + 1 >= len(r):
        return None
    if not r.is_word(colon + 1) and r.forms[colon + 1] not in L.QUOTE_MARKS:
        return None
    stop = apposition(r, first, noun_phrase(r, first, colon), colon)
    if stop == first or not _only_circumstances(r, stop, colon):
        return None
    if r.words[first].stem in _CREDITS and stop == first + 1:
        return None  # where the outlet has it from
    source = describe(r, first, stop)
    if not (h.can_speak(first, stop) or _is_named_elsewhere(h, source)):
        return None
    if source.kind is None and not (h.cast.knows(source.name) or _is_named_elsewhere(h, source)):
        return None
    if _is_topic(r, first, stop, colon + 1):
        return None
    content = content_from(h.ends, colon + 1, _headline_stop(r, colon))
    if not _says_something(r, *content):
        return None
    return Report(
        cue=None,
        content=content,
        source=source,
        default="assert",
        rule="colon",
        reasons=["rule:colon"],
        addressee=_addressee(r, stop, colon),
    )


def _says_something(r: Reading, first: int, stop: int) -> bool:
    """Whether the words behind a colon are more than a name or a list of names."""
    words = [k for k in range(first, stop) if r.is_word(k)]
    if len(words) < _LEAST_HEADLINE:
        return False
    return len(words) > _LONGEST_BYLINE or any(r.flags[k] & _TELLING for k in words)


def _headline_stop(r: Reading, colon: int) -> int:
    """The token behind what stands behind the colon: its line's end, a dash before the outlet's name, its sentence."""
    limit = r.title_stop if _is_title(r, colon) else r.sentence_stop(colon + 1)
    for k in range(colon + 1, limit):
        if r.forms[k][0] == "\n" or (r.forms[k] in "-–—" and k > colon + _LEAST_HEADLINE and not r.tokens.joined(k)):
            return k
    return limit


def _only_circumstances(r: Reading, k: int, colon: int) -> bool:
    """Whether only whom one speaks to, or when and about what, stands between source and colon: `X to Y on Z:`."""
    if k == colon:
        return True
    opens = r.words[k].preposition != "" or bool(r.flags[k] & Kind.FUNCTION) or r.forms[k] in L.COMMAS
    opens = opens or k in r.dated or glued_article(r.forms[k]) or is_adverbial(r.forms[k])
    if not opens or r.flags[k] & Kind.COMPLEMENTISER:
        return False
    return not any(r.flags[j] & (Kind.VERB | Kind.CUE_VERB) and not r.words[j].article for j in range(k, colon))


def _is_named_elsewhere(h: Hearing, source: Source) -> bool:
    """Whether somebody of that name speaks in the text, be it under a fuller name."""
    words = name_words(source.name)
    if not words or source.kind not in (None, "person"):
        return False
    return any(
        report.source is not None and report.source.kind in (None, "person") and words <= name_words(report.source.name)
        for report in h.reports
    )


def _is_topic(r: Reading, first: int, stop: int, behind: int) -> bool:
    """Whether a bare place stands before the colon, and behind it what happened there: no government speaks."""
    found = r.match(first, Kind.PLACE)
    if found is None or found[0] < stop or r.flags[first] & Kind.BODY:
        return False
    opens = Kind.TRIGGER | Kind.VERB | Kind.CUE_VERB | Kind.NUMBER | Kind.SOURCE
    return bool(r.flags[behind] & opens) or bool(r.flags[min(behind + 1, len(r) - 1)] & Kind.CUE_VERB)


def _is_title(r: Reading, colon: int) -> bool:
    """Whether the colon stands in the title, or in the headline that opens the text."""
    return colon < r.title_stop


def _line_start(r: Reading, i: int) -> int:
    """The start of the line that token `i` stands in, or a point too far back for a headline's source."""
    floor = max(0, i - _LONGEST_HEADLINE_SOURCE - 1)
    while i > floor and r.forms[i - 1][0] != "\n" and r.forms[i - 1] not in L.FULL_STOPS and r.forms[i - 1] not in "|/":
        i -= 1
    return i


_BUILDERS: Final[tuple[tuple[int, Callable[[Hearing, int], Report | None]], ...]] = (
    (Kind.CUE_PREPOSITION, by_preposition),
    (Kind.CUE_VERB, by_verb),
    (Kind.CUE_PARTICIPLE, by_participle),
    (Kind.CUE_NOUN, by_noun),
)
