"""Reports that no word of speech opens: `according to X, ...`, `..., according to X`, and the headline's `X: ...`."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.appositions import apposition
from hudna.coding.names.namefit import name_words
from hudna.coding.names.naming import Source, describe
from hudna.coding.names.phrases import noun_phrase
from hudna.coding.speech.extents import content_from, trim_end
from hudna.coding.speech.hearing import Hearing, Report, Tokens
from hudna.coding.speech.subjects import addressee
from hudna.coding.words.cues import ITS, PAUSES, cue_at, ends_at, is_adverbial, past_complementisers
from hudna.coding.words.nouns import glued_article
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Cue
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_LONGEST_CIRCUMSTANCE: Final = 12
"""Tokens between a source behind `according to` and the comma, behind which the content begins."""
_LONGEST_SETTING: Final = 6
_LEAST_TOLD: Final = 5
_NEAR_HEAD: Final = 4
_LEAST_VERB: Final = 4
_VERBAL: Final = Kind.VERB | Kind.CUE_VERB | Kind.TRIGGER | Kind.EVENT_WORD | Kind.ACT
_GOES_ON: Final = Kind.COMPLEMENTISER | Kind.CONTENT_NOUN | Kind.TRIGGER
_OTHER_CLAUSE: Final = Kind.CUE_VERB | Kind.CUE_PARTICIPLE | Kind.COMPLEMENTISER
_CLAUSE_OPENERS: Final = word_class("clause openers")
_HIS_WORDS: Final = word_class("his sayings")
"""Behind `according to`: one's saying."""
_FROM: Final = word_class("sources behind")
_TONGUE: Final = word_class("tongues")
_AS: Final = word_class("likenesses")
_STATED: Final = word_class("stated its")
"""Verbs of speech with the pronoun of what was said: `published it`."""
_OF_IT: Final = word_class("of it")
_TO_WHAT: Final = L.LAM + L.MEEM + L.ALEF
_LONGEST_HEADLINE_SOURCE: Final = 14
_LEAST_HEADLINE: Final = 3
_LONGEST_BYLINE: Final = 6
_TELLING: Final = (
    Kind.VERB | Kind.CUE_VERB | Kind.TRIGGER | Kind.CONTENT_NOUN | Kind.NEGATION | Kind.COMPLEMENTISER | Kind.FUNCTION
)
_NAMES: Final = Kind.POST | Kind.HONORIFIC | Kind.GIVEN | Kind.PERSON | Kind.BODY | Kind.NISBA | Kind.FUNCTION
"""What tells more of a source behind a comma."""
_CREDITS: Final = word_class("credits")


# Prepositions


def by_preposition(h: Hearing, i: int) -> Report | None:
    """`According to X, ...`; `..., according to X`; `..., according to X, ...`."""
    r = h.r
    found = cue_at(r, i, Kind.CUE_PREPOSITION)
    if found is None:
        return None
    behind, entry, cue = found
    limit, floor = r.sentence_stop(i), r.sentence_first(i)
    after = behind
    while after < limit and _leads_to_source(r, after, behind):
        after += 1  # `according to what X announced`, `... gave notice of`
    while behind < after < limit and (r.forms[after] in L.COMMAS or after in r.dated):
        after += 1  # `..., on Sunday, X`
    source = h.source_from(after, limit) or _document(h, after, limit)
    if source is None:
        return _according_to_him(h, i, behind, entry, cue)
    source, via = _relayed(h, _before_comma(r, source), limit)
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
    elif h.speech_before(i) or any(h.has_start(k) for k in range(floor, i)):
        return _told_by_another(h, i, behind, found, source)
    else:
        told, rest = _told_before(r, floor, i), _told_behind(r, source.stop, limit)
        if rest is None or told is None:
            content, rule, told = told or (floor, trim_end(r, floor, i)), "preposition-after", None
        else:
            content, rule = content_from(h.ends, rest, limit), "preposition-within"
            told = None if _is_setting(r, *told) else told
    report = Report(
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
    report.via.extend(via)
    return report


def _relayed(h: Hearing, source: Source, limit: int) -> tuple[Source, list[str]]:
    """Who spoke to the outlet that is named, and the outlet: `according to what the agency X quoted Y as saying`."""
    r = h.r
    k = source.stop
    if source.kind != "media" or k + 1 >= limit or r.forms[k] not in _FROM:
        return source, []
    speaker = h.source_from(k + 1, limit)
    if speaker is None or speaker.kind is None or speaker.first != k + 1:
        return source, []
    return speaker, [source.name]


def _before_comma(r: Reading, source: Source) -> Source:
    """The source without a noun behind its comma that goes on with the clause it stands within: `, by X, support`."""
    for k in range(source.first + 1, source.stop - 1):
        if r.forms[k] in L.COMMAS:
            word, flag = r.words[k + 1], r.flags[k + 1]
            if word.article or flag & _NAMES or r.forms[k + 1].startswith(L.AL) or not r.is_word(k + 1):
                return source
            return describe(r, source.first, k)
    return source


def _document(h: Hearing, first: int, limit: int) -> Source | None:
    """The text that was told of before, in which it stands: `according to the statement`."""
    r = h.r
    if first >= limit or not h.reports or not r.flags[first] & Kind.OCCASION or not r.words[first].article:
        return None
    source = describe(r, first, max(first + 1, noun_phrase(r, first, limit)))
    return source if source.document else None


def _leads_to_source(r: Reading, k: int, behind: int) -> bool:
    """Whether the verb by which it was said stands at `k`, before who said it: `(to) what X announced`."""
    if r.flags[k] & Kind.CUE_VERB or r.forms[k] in _STATED:
        return True
    if k == behind and r.forms[k] == _TO_WHAT and k + 1 < len(r):
        return r.flags[k + 1] & Kind.CUE_VERB != 0 or r.forms[k + 1] in _STATED
    return k > behind and _is_of_it(r, k)


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
    his = r.forms[behind] in _HIS_WORDS
    if not his and (small is None or small.role != "preposition" or small.frame is not None):
        return None
    content = content_from(h.ends, past_complementisers(r, behind + 2), limit)
    rule = "preposition-pronoun"
    reasons = [f"rule:{rule}", entry.why]
    return Report(cue=(i, behind), content=content, source=None, default=cue.act, rule=rule, reasons=reasons)


def _as_he_said(h: Hearing, i: int, behind: int, entry: Entry, cue: Cue) -> Report | None:
    """`..., by his account`: the last speaker goes on, in a sentence that reports nothing else."""
    r = h.r
    floor = r.sentence_first(i)
    stop = behind if r.forms[behind - 1].endswith(ITS) and behind > i + 1 else behind + 1
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
    near = min(limit, stop + _LONGEST_CIRCUMSTANCE)
    for k in range(stop, near):
        if r.flags[k] & Kind.COMPLEMENTISER and r.words[k].conjunction == L.FEH:
            return past_complementisers(r, k)
    first = stop
    while first < near:
        if r.forms[first] in PAUSES:
            return past_complementisers(r, first + 1)
        if r.flags[first] & Kind.COMPLEMENTISER:
            return past_complementisers(r, first)
        first += 1
    return past_complementisers(r, stop)


# Colons


def by_colon(h: Hearing, colon: int) -> Report | None:
    """A line `X: ...`: the part before the colon is a source, the rest what it says."""
    r = h.r
    first = _line_start(r, colon)
    if not 1 <= colon - first <= _LONGEST_HEADLINE_SOURCE or colon + 1 >= len(r):
        return None
    if not r.is_word(colon + 1) and r.forms[colon + 1] not in L.QUOTE_MARKS:
        return None
    headline = _goes_on_in_title(h, colon)
    if headline is not None:
        return headline
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
    return _behind_colon(h, colon, source, addressee(r, stop, colon) or _spoken_to(r, stop, colon))


def _behind_colon(h: Hearing, colon: int, source: Source, addressed: Tokens | None = None) -> Report | None:
    """What stands behind the colon as the source's words, where they say something."""
    content = content_from(h.ends, colon + 1, _headline_stop(h.r, colon))
    if not _says_something(h.r, *content):
        return None
    return Report(
        cue=None,
        content=content,
        source=source,
        default="assert",
        rule="colon",
        reasons=["rule:colon"],
        addressee=addressed,
    )


def _spoken_to(r: Reading, first: int, colon: int) -> Tokens | None:
    """Whom the source of a headline speaks to: `X to the council:`."""
    if first < colon and r.forms[first] == L.LAM:
        return first, colon
    if first >= colon or r.words[first].preposition != L.LAM:
        return None
    stop = max(first + 1, noun_phrase(r, first, colon))
    return first, stop


def _goes_on_in_title(h: Hearing, colon: int) -> Report | None:
    """`X calls for ...: we must ...` in a title: behind the colon X goes on in his own words."""
    r = h.r
    if not _is_title(r, colon):
        return None
    before = next((report for report in h.reports if report.content[1] == colon and report.cue is not None), None)
    if before is None or before.source is None:
        return None
    return _behind_colon(h, colon, before.source)


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
    opens = opens or r.forms[k] == L.LAM or k in r.dated or glued_article(r.forms[k]) or is_adverbial(r.forms[k])
    if not opens or r.flags[k] & Kind.COMPLEMENTISER:
        return False
    return not any(r.flags[j] & (Kind.VERB | Kind.CUE_VERB) and not r.words[j].article for j in range(k, colon))


def _is_named_elsewhere(h: Hearing, source: Source) -> bool:
    """Whether somebody of that name speaks in the text, be it under a fuller name."""
    words = name_words(source.name)
    if not words or source.kind not in (None, "person"):
        return False
    return h.is_source(words)


def _is_topic(r: Reading, first: int, stop: int, behind: int) -> bool:
    """Whether a bare place stands before the colon, and behind it what happened there: no government speaks."""
    if r.flags[first] & Kind.PLACE_CLASS and first + 1 < stop and r.flags[behind] & Kind.VERB:
        there = r.match(first + 1, Kind.PLACE)  # `Governorate of X: shells hit ...`
        if there is not None and there[0] >= stop:
            return not _speaks_for_itself(r, behind)
    found = r.match(first, Kind.PLACE)
    if found is None or found[0] < stop or r.flags[first] & Kind.BODY:
        return False
    if _speaks_for_itself(r, behind):
        return False
    opens = Kind.TRIGGER | Kind.VERB | Kind.CUE_VERB | Kind.NUMBER | Kind.SOURCE
    return bool(r.flags[behind] & opens) or bool(r.flags[min(behind + 1, len(r) - 1)] & Kind.CUE_VERB)


def _speaks_for_itself(r: Reading, k: int) -> bool:
    """Whether the words at `k` begin with a verb in the first person: `we have struck`, `we shall not`."""
    small = r.small_word(k)
    if small is not None and small.role == "particle" and k + 1 < len(r):
        k += 1
    word, flag = r.words[k], r.flags[k]
    if word.article or word.preposition or flag & ~_VERBAL:
        return False
    if word.form.endswith(L.NOON + L.ALEF) and len(word.form) > _LEAST_VERB:
        return not word.pronoun or bool(flag & (Kind.VERB | Kind.CUE_VERB))
    imperfect = word.stem.startswith(L.NOON) and bool(flag & (Kind.VERB | Kind.CUE_VERB))
    return imperfect and (word.future or small is not None)


def _is_title(r: Reading, colon: int) -> bool:
    """Whether the colon stands in the title, or in the headline that opens the text."""
    return colon < r.title_stop


def _line_start(r: Reading, i: int) -> int:
    """The start of the line that token `i` stands in, or a point too far back for a headline's source."""
    floor = max(0, i - _LONGEST_HEADLINE_SOURCE - 1)
    while i > floor and r.forms[i - 1][0] != "\n" and r.forms[i - 1] not in L.FULL_STOPS and r.forms[i - 1] not in "|/":
        i -= 1
    return i
