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

from hudna.coding.clauses import (
    PAUSES,
    Opening,
    content_from,
    find_opening,
    is_adverbial,
    is_unsaid,
    past_complementisers,
    trim_end,
)
from hudna.coding.hearing import Hearing, Report, Tokens
from hudna.coding.naming import Source, describe
from hudna.coding.phrases import apposition, noun_phrase
from hudna.coding.reading import Reading
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Cue, FunctionWord
from hudna.text import letters as L

_LONGEST_HEADLINE_SOURCE = 14
_LONGEST_CIRCUMSTANCE = 12
"""Tokens between a source behind `according to` and the comma, behind which the content begins."""
_LONGEST_PARTICIPLE = 8
"""Tokens between a participle and the content that it opens."""
_LONGEST_NOUN = 30
_LONGEST_ADDRESSEE = 5
_LONGEST_QUESTION = 8
"""Tokens between `whether` and a verb that is only asked about."""
_LEAST_HEADLINE = 3
_THINGS = Kind.TRIGGER | Kind.CONTENT_NOUN | Kind.ACT
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
    if found is None or not _is_finite(r, i, found[2]):
        return None
    after, entry, cue = found
    limit = r.sentence_stop(i)
    before = h.subject_before(i)
    told = before is not None or h.speech_before(i)
    opening = find_opening(r, after, limit, cue, subject_told=told)
    lead = _quotation_before(h, i)
    if lead is not None and (opening is None or opening.sign == "quote"):
        return _inserted(h, i, found, lead, opening)
    if opening is None:
        return None
    source = _subject(h, before, after, opening, cue)
    if not _has_speaker(h, i, source, opening, cue):
        return None
    rule = f"verb-{opening.sign}"
    report = Report(
        cue=(i, after),
        content=content_from(r, opening.first, limit, quoted=opening.sign == "quote"),
        cut=_joined_letters(r, opening, cue),
        source=source,
        default=cue.act,
        rule=rule,
        reasons=[f"rule:{rule}", entry.why],
        said=(before[0] if before else i, opening.first),
        affirms=cue.affirms is not None,
        addressee=_addressee(r, after, opening.middle),
    )
    return _passed_on(h, report, after, opening.middle) if cue.target == "passes-on" else report


def _joined_letters(r: Reading, opening: Opening, cue: Cue) -> int:
    """How many letters of the content's first word are the preposition that ties it to the cue."""
    tied = opening.sign == "noun" and "bi" in cue.frame.split("+") and r.forms[opening.first].startswith(L.BEH)
    return len(L.BEH) if tied else 0


def _is_finite(r: Reading, i: int, cue: Cue) -> bool:
    """Whether the cue is used as a verb that reports: not a noun, nor `it is recalled that` of the outlet's own."""
    word = r.words[i]
    if word.article or word.preposition or (word.pronoun and cue.target != "object"):
        return False
    if is_unsaid(r, i) or _is_left_open(r, i):
        return False
    return not any(entry.kind & Kind.VERB for _, entry in r.phrases.get(i, ()))


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
    stop = noun_phrase(r, after, opening.middle)
    if before is not None and (cue.target == "object" or stop == after or not h.can_speak(after, stop)):
        return _named(describe(r, *before))
    if stop == after:
        return None
    stop = apposition(r, after, stop, opening.middle)
    source = describe(r, after, stop)
    if cue.target == "object" and r.flags[after] & Kind.CONTENT_NOUN:
        return None  # reports are described, they describe nothing
    if cue.target == "object" and h.reports and "bi" in cue.frame and _is_alone(r, source, stop, opening.middle):
        return None  # one phrase alone is the one accused: who accuses spoke before
    return _named(source)


def _named(source: Source) -> Source | None:
    return source if len(source.name) > 1 else None


def _is_alone(r: Reading, source: Source, stop: int, limit: int) -> bool:
    """Whether no second phrase follows the source: at most one that says what the first is about."""
    if source.stop < stop:
        return False  # accuser and accused stand side by side
    small = r.small_word(stop) if stop < limit else None
    if small is not None and small.frame == "an":
        return True
    return not any(r.is_word(k) for k in range(stop, limit))


def _has_speaker(h: Hearing, i: int, source: Source | None, opening: Opening, cue: Cue) -> bool:
    """Whether somebody can be told who says it: named here, or the last speaker who goes on."""
    if source is None:
        clear = opening.sign in ("clause", "quote") or (opening.sign == "colon" and cue.frame == "that")
        return h.speech_before(i) or (clear and _goes_on(h.r, i))
    if source.kind is not None or h.cast.knows(source.name):
        return True
    if h.r.flags[source.first] & _THINGS:
        return False
    return opening.sign != "noun" or h.may_be_name(source)


def _goes_on(r: Reading, i: int) -> bool:
    """Whether a verb without a subject may be the last speaker's: it is joined on, or opens its clause."""
    if r.words[i].conjunction or i == 0 or not r.is_word(i - 1):
        return True
    return bool(r.flags[i - 1] & Kind.FUNCTION)


def _passed_on(h: Hearing, report: Report, first: int, stop: int) -> Report:
    """`naqala X an Y anna ...`: Y speaks, X passes it on."""
    r = h.r
    for k in range(first, stop - 1):
        small = r.small_word(k)
        if small is None or small.frame != "an":
            continue
        end = noun_phrase(r, k + 1, stop)
        if end > k + 1:
            medium = report.source
            if medium is not None and medium.first < k:
                report.via.append(describe(r, medium.first, min(medium.stop, k)).name)
            report.source = describe(r, k + 1, apposition(r, k + 1, end, stop))
            report.reasons.append("rule:passed-on")
        break
    return report


def _quotation_before(h: Hearing, i: int) -> Tokens | None:
    """The quotation that opens the sentence and closes right before the verb at `i`, unless it is told already."""
    r = h.r
    k = i - 2 if i > 1 and r.forms[i - 1] in L.COMMAS else i - 1
    quote = r.quotation_round(k) if k > 0 and r.forms[k] in L.QUOTE_MARKS else None
    if quote is None or quote.stop != k or r.words[i].conjunction or h.is_told(quote.first):
        return None
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
    rest = content_from(r, opening.first, limit, quoted=True) if opening is not None else None
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
    going_on = h.speech_before(i)
    opening = find_opening(r, after, limit, cue, subject_told=going_on)
    if opening is not None and _is_near(opening, after, cue):
        first, rule = opening.first, f"participle-{opening.sign}"
        if r.is_word(i - 1) and not word.conjunction and not going_on:
            return None
    elif "noun" in cue.frame and going_on and after < limit and r.is_word(after):
        first, rule = after, "participle-noun"
    else:
        return None
    return Report(
        cue=(i, after),
        content=content_from(r, first, limit, quoted=rule == "participle-quote"),
        cut=_joined_letters(r, opening, cue) if opening is not None and first == opening.first else 0,
        source=None,
        default=cue.act,
        rule=rule,
        reasons=[f"rule:{rule}", entry.why],
        said=(i, first),
    )


def _is_near(opening: Opening, after: int, cue: Cue) -> bool:
    """Whether the opening belongs to the participle; a bare noun does only right behind it."""
    if opening.middle - after > _LONGEST_PARTICIPLE:
        return False
    return opening.sign != "noun" or not cue.frame.startswith("noun")


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
    while after < limit and r.flags[after] & Kind.CUE_VERB:  # "according to what X announced"
        after += 1
    source = h.source_from(after, limit)
    if source is None:
        return _according_to_him(h, i, behind, entry, cue)
    lead = sum(1 for k in range(floor, i) if r.is_word(k))
    if lead <= 2:
        if cue.frame == "after" and lead == 0:
            return None
        content, rule = content_from(r, _behind_source(r, source.stop, limit), limit), "preposition-before"
    elif any(floor <= report.at < i or floor <= report.content[0] < i for report in h.reports):
        return None
    elif _goes_on_behind(r, i, source.stop, limit, lead):
        first = _past_all_complementisers(r, source.stop + 1, limit)
        content, rule = content_from(r, first, limit), "preposition-within"
    else:
        content, rule = (floor, trim_end(r, floor, i)), "preposition-after"
    return Report(
        cue=(i, behind),
        content=content,
        source=source,
        default=cue.act,
        rule=rule,
        reasons=[f"rule:{rule}", entry.why],
        said=(i, source.stop),
    )


def _according_to_him(h: Hearing, i: int, behind: int, entry: Entry, cue: Cue) -> Report | None:
    """`According to him, ...`: the last speaker goes on."""
    r = h.r
    limit = r.sentence_stop(i)
    if behind + 1 >= limit or i > r.sentence_first(i) or r.forms[behind + 1] not in PAUSES or not h.reports:
        return None
    small = r.small_word(behind)
    if small is None or small.role != "preposition" or small.frame is not None:
        return None
    content = content_from(r, _past_all_complementisers(r, behind + 2, limit), limit)
    rule = "preposition-pronoun"
    reasons = [f"rule:{rule}", entry.why]
    return Report(cue=(i, behind), content=content, source=None, default=cue.act, rule=rule, reasons=reasons)


def _behind_source(r: Reading, stop: int, limit: int) -> int:
    """Where the content begins behind `according to X`: behind the comma, where one is near."""
    first = stop
    while first < min(limit, stop + _LONGEST_CIRCUMSTANCE):
        if r.forms[first] in PAUSES:
            return _past_all_complementisers(r, first + 1, limit)
        if r.flags[first] & Kind.COMPLEMENTISER:
            return _past_all_complementisers(r, first, limit)
        first += 1
    return _past_all_complementisers(r, stop, limit)


def _past_all_complementisers(r: Reading, k: int, limit: int) -> int:
    """Past `fa-inna` and the like, which open the clause behind `according to X,`."""
    while k < limit and r.flags[k] & Kind.COMPLEMENTISER:
        k += 1
    return k


def _goes_on_behind(r: Reading, i: int, stop: int, limit: int, lead: int) -> bool:
    """Whether `, according to X,` stands within its content, the weight of it behind."""
    if stop >= limit or r.forms[stop] not in PAUSES or r.forms[i - 1] not in PAUSES:
        return False
    return limit - stop > lead + 2


# Nouns


def by_noun(h: Hearing, i: int) -> Report | None:
    """`A statement by X that ...`, `his saying that ...`."""
    r = h.r
    found = _cue_at(r, i, Kind.CUE_NOUN)
    if found is None:
        return None
    after, entry, cue = found
    limit = r.sentence_stop(i)
    clause = _clause_behind(r, after, limit)
    if clause is None:
        return None
    first = past_complementisers(r, clause)
    source = _noun_source(h, i, after, clause, cue)
    if source is None and not r.words[i].preposition and cue.target != "before":
        return None
    return Report(
        cue=(i, after),
        content=content_from(r, first, limit),
        source=source,
        default=cue.act,
        rule="noun-clause",
        reasons=["rule:noun-clause", entry.why],
        said=(i, first),
    )


def _clause_behind(r: Reading, after: int, limit: int) -> int | None:
    """The complementiser behind a noun of speech, where no other clause stands between."""
    for k in range(after, min(limit, after + _LONGEST_NOUN)):
        if r.flags[k] & Kind.COMPLEMENTISER:
            return k
        if r.forms[k] in L.FULL_STOPS or r.forms[k] in PAUSES - L.COMMAS or r.forms[k] == ":":
            return None
        if r.flags[k] & Kind.CUE_VERB and not r.words[k].article:
            return None
    return None


def _noun_source(h: Hearing, i: int, after: int, stop: int, cue: Cue) -> Source | None:
    """Who speaks: before `his saying`, behind `a statement by`, or as the genitive of `statement`."""
    r = h.r
    if cue.target == "before" and not r.words[i].article:
        before = h.subject_before(i)
        return describe(r, *before) if before is not None else None
    if after >= stop:
        return None
    if r.words[after].preposition == L.LAM or r.forms[after].startswith(L.LAM):
        return h.source_from(after, stop)
    end = noun_phrase(r, after, stop)
    if r.words[i].article or end == after or not h.can_speak(after, end):
        return None
    return describe(r, after, end)


# Colons


def by_colon(h: Hearing, colon: int) -> Report | None:
    """A line `X: ...`: the part before the colon is a source, the rest what it says."""
    r = h.r
    first = _line_start(r, colon)
    if not 1 <= colon - first <= _LONGEST_HEADLINE_SOURCE or colon + 1 >= len(r):
        return None
    stop = apposition(r, first, noun_phrase(r, first, colon), colon)
    if stop < colon or not h.can_speak(first, stop):
        return None
    source = describe(r, first, stop)
    if source.kind is None and not h.cast.knows(source.name):
        return None
    limit = r.title_stop if _is_title(r, colon) else r.sentence_stop(colon + 1)
    line_stop = next((k for k in range(colon + 1, limit) if r.forms[k][0] == "\n"), limit)
    content = content_from(r, colon + 1, line_stop)
    if content[1] - content[0] < _LEAST_HEADLINE:
        return None
    return Report(cue=None, content=content, source=source, default="assert", rule="colon", reasons=["rule:colon"])


def _is_title(r: Reading, colon: int) -> bool:
    """Whether the colon stands in the title, or in the headline that opens the text."""
    return colon < r.title_stop


def _line_start(r: Reading, i: int) -> int:
    """The start of the line that token `i` stands in, or a point too far back for a headline's source."""
    floor = max(0, i - _LONGEST_HEADLINE_SOURCE - 1)
    while i > floor and r.forms[i - 1][0] != "\n" and r.forms[i - 1] not in L.FULL_STOPS and r.forms[i - 1] not in "|/":
        i -= 1
    return i


_BUILDERS: tuple[tuple[int, Callable[[Hearing, int], Report | None]], ...] = (
    (Kind.CUE_PREPOSITION, by_preposition),
    (Kind.CUE_VERB, by_verb),
    (Kind.CUE_PARTICIPLE, by_participle),
    (Kind.CUE_NOUN, by_noun),
)
