"""Who speaks, by the place of a name in its construction: the verb's subject, a text's author; and to whom."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.appositions import apposition
from hudna.coding.names.naming import Source, describe, is_text
from hudna.coding.names.phrases import noun_phrase
from hudna.coding.speech.hearing import Hearing, Tokens
from hudna.coding.speech.objects import past_circumstances
from hudna.coding.speech.openings import Opening
from hudna.coding.words.agreement import EITHER, MANY, agrees, gender_of_cue, number_of_cue
from hudna.coding.words.cues import IN, PAUSES, ties
from hudna.coding.words.nouns import ADVERBS, past_counting
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.tables.speech import Cue
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_NEAR_SUBJECT: Final = 30
"""Tokens before a verb of speech among which whoever acts in its sentence stands."""
_LONGEST_AUTHOR: Final = 6
"""Tokens from a noun of speech within which its author stands."""
_LONGEST_ADDRESSEE: Final = 5
_SAYING_TO: Final = Kind.OCCASION | Kind.SOURCE | Kind.NISBA | Kind.POST | Kind.GIVEN | Kind.PERSON
"""What stands before `to "X"` where it tells whom one spoke to, not whose something is."""
_HEARERS: Final = Kind.POST | Kind.SOURCE | Kind.HONORIFIC | Kind.GIVEN | Kind.PERSON
_AS_TO: Final = word_class("as tos")
_DASHES: Final = frozenset("-–")
_LONGEST_CALLED: Final = 24
"""Tokens of the longest phrase of those called upon."""
_NEAR_TEXT: Final = 12
"""Tokens before a verb among which the text stands in which somebody says it."""
_NEAR_HEAD: Final = 4
_LEAST_CROWD: Final = 6
_LONGEST_UNLISTED: Final = 10
"""Tokens of the longest subject of no list before its verb."""
_CLAUSE_ONLY: Final = "clause"
_NEAR_SPEECH: Final = 2
"""Sentences, line ends counted, within which whoever spoke goes on."""
_ACTING: Final = Kind.BODY | Kind.POST | Kind.MEDIA | Kind.SOURCE | Kind.HONORIFIC
_CALLED: Final = Kind.BODY | Kind.AUDIENCE | Kind.SOURCE | Kind.MEDIA | Kind.CONTENT_NOUN
"""What one called upon or accused may be, besides a person with a post."""
_CALLED_UPON: Final = word_class("called upon")
"""Who is called upon rather than calls."""
_ALL: Final = word_class("alls")
_TELLING: Final = word_class("verbs of telling somebody")
"""Verbs behind which whoever is told stands, where the subject stands before them."""
_NO_CROWD: Final = Kind.NISBA | Kind.POST | Kind.HONORIFIC | Kind.GIVEN | Kind.PERSON
_WHO_IT_IS: Final = Kind.POST | Kind.HONORIFIC | Kind.GIVEN | Kind.PERSON
"""What goes on with the subject it stands behind."""
_OBJECTS: Final = Kind.BODY | Kind.TRIGGER | Kind.CONTENT_NOUN | Kind.AUDIENCE | Kind.SOURCE
_THINGS: Final = Kind.TRIGGER | Kind.CONTENT_NOUN | Kind.ACT
"""What names no speaker, where nothing else in the phrase does."""
_PRESS: Final = word_class("press adjectives")
"""Adjectives of statements that are callings as well."""
_WE: Final = word_class("wes")
_BODIES: Final = frozenset(("state", "organisation", "armed_group"))
_ACCUSATIVE: Final = L.YEH + L.NOON


# The subject of a verb of speech


def whole_subject(r: Reading, i: int, before: Tokens | None) -> Tokens | None:
    """The subject before the verb at `i`; none where it only ends what stands before `, it was told of`."""
    small = r.small_word(i + 1) if i + 1 < len(r) else None
    if before is None or r.forms[i - 1] not in PAUSES or small is None or small.frame != "an":
        return before
    joined = r.words[before[0]].conjunction == L.WAW and before[0] > r.sentence_first(i)
    return None if joined else before


def run_on_subject(h: Hearing, i: int) -> Tokens | None:
    """The subject between the last report's content and the verb at `i`: of a headline that no mark parts from it."""
    r = h.r
    first = h.reports[-1].content[1] if h.reports else i
    if not 0 < first < i or r.words[i].conjunction or not r.is_word(first) or r.words[first].conjunction:
        return None
    return (first, i) if noun_phrase(r, first, i) == i and h.can_speak(first, i) else None


def main_subject(h: Hearing, i: int) -> Source | None:
    """Who acts in the sentence before token `i`: its first noun that can speak, behind no preposition."""
    r = h.r
    for k in range(max(r.sentence_first(i), i - _NEAR_SUBJECT), i):
        if not r.flags[k] & _ACTING or r.words[k].preposition or (k > 0 and r.small_word(k - 1) is not None):
            continue
        source = h.source_from(k, i)
        if source is not None:
            return source
    return None


def subject_of_verb(h: Hearing, before: Tokens | None, after: int, opening: Opening, cue: Cue) -> Source | None:
    """Who speaks: the noun phrase behind the verb, or the one before it."""
    r = h.r
    if _speaks_alone(r, after - 1, cue):
        return with_name(describe(r, *before)) if before is not None else None
    first = after if cue.target == "object" else h.subject_first(after, opening.middle)
    governed = first < opening.middle and (
        bool(r.words[first].preposition and r.flags[first]) or _called(r, first, cue)
    )
    stop = first if governed else noun_phrase(r, first, opening.middle)
    whole = stop
    if cue.target == "object" or r.words[after - 1].stem in _TELLING:
        stop = _object_first(r, first, stop)
    if before is not None and (
        cue.target == "object"
        or r.words[after - 1].stem in _TELLING
        or cue.inflect == "imperfect"
        or stop == first
        or not h.can_speak(first, stop)
    ):
        source = describe(r, *before)
        if (
            "known" in cue.frame
            and cue.inflect == "imperfect"
            and not agrees(gender_of_cue(r, after - 1), source.gender)
        ):
            return None  # `groups that it is thought are ...`
        return with_name(source)
    if stop == first:
        return h.issued(first, opening.middle) or _issuing(h, first, opening.middle)
    if stop == whole:
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
    return with_name(source)


def _speaks_alone(r: Reading, i: int, cue: Cue) -> bool:
    """Whether the verb at `i` has the ending of many, which no subject stands behind: `they say`."""
    if cue.inflect not in ("perfect", "imperfect") or r.words[i].pronoun:
        return False
    return number_of_cue(r, i) == MANY


def _issuing(h: Hearing, first: int, stop: int) -> Source | None:
    """Whose the text at `first` is, where it says itself what it says: `a statement issued by the province`."""
    if first >= stop or not h.r.flags[first] & Kind.OCCASION:
        return None
    source = author_of(h, first, stop)
    small = h.r.small_word(source.first - 1) if source is not None else None
    if source is None or small is None or small.frame not in ("an", "min"):
        return None
    source.first = first
    return source


def unlisted_subject(h: Hearing, i: int, cue: Cue) -> Source | None:
    """Who speaks before a verb that says nothing but speech, where no list knows the noun: `the crisis cell said`."""
    r = h.r
    if cue.inflect != "perfect" or cue.affirms is not None or r.words[i].conjunction:
        return None
    if "known" in cue.frame or cue.frame == _CLAUSE_ONLY or cue.target == "object":
        return None
    first = _clause_first(r, i)
    if first < i and not r.words[first].article and i - first > 1 and not r.words[first + 1].article:
        return None  # rather a verb with its subject
    if r.forms[first][0] == L.YEH:
        return None
    if first >= i or r.forms[first] < L.HAMZA or r.flags[first] & ~Kind.EVENT_WORD or r.words[first].preposition:
        return None
    stop = noun_phrase(r, first, i)
    if stop == first or past_circumstances(r, stop, i) != i:
        return None
    source = with_name(describe(r, first, stop))
    return source if source is not None and agrees(gender_of_cue(r, i), source.gender) else None


def _clause_first(r: Reading, i: int) -> int:
    """Where the clause begins that the verb at `i` ends: behind the last mark or `that`."""
    first = i
    floor = max(r.sentence_first(i), i - _LONGEST_UNLISTED)
    while first > floor and r.is_word(first - 1) and not r.flags[first - 1] & Kind.COMPLEMENTISER:
        first -= 1
    return first if first > floor or floor == r.sentence_first(i) else i


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
        if _is_crowd(r, k) or _is_plain_object(r, first, k) or _is_described(r, first, k, stop):
            return k
        if k == first + 1 or not word.article or word.preposition or word.conjunction or not r.flags[k] & _CALLED:
            continue
        if r.flags[k] & (Kind.NISBA | Kind.POST | Kind.HONORIFIC | Kind.GIVEN):
            continue
        last, form = r.words[k - 1], r.forms[k - 1]
        if last.article or form.startswith(L.AL) or r.flags[k - 1] & (Kind.PLACE | Kind.GIVEN | Kind.PERSON):
            return k
    return stop


def _is_described(r: Reading, first: int, k: int, stop: int) -> bool:
    """Whether, behind a name, a definite noun with its adjective stands, which no name goes on with: `the blocs`."""
    if k < first + 2 or r.flags[k] & _NO_CROWD:
        return False
    if _is_behind_name(r, k):
        return True
    if k + 1 >= stop:
        return False
    adjective = r.forms[k + 1]
    if not r.forms[k].startswith(L.AL) or not adjective.startswith(L.AL) or not adjective.endswith(L.YEH + L.HEH):
        return False
    return bool(r.flags[k - 1] & (Kind.GIVEN | Kind.PERSON) or r.flags[k - 2] & (Kind.GIVEN | Kind.PERSON))


def _is_behind_name(r: Reading, k: int) -> bool:
    """Whether a definite noun stands at `k` behind a given name and a family name: `Salim al-Haddad | the law`."""
    if not r.flags[k] or not r.words[k].article or r.forms[k].endswith(L.YEH):
        return False
    return bool(r.flags[k - 2] & Kind.GIVEN) and not r.flags[k - 1] and r.forms[k - 1].startswith(L.AL)


def _is_crowd(r: Reading, k: int) -> bool:
    """Whether those called upon are opened at `k` by `all`."""
    word = r.words[k]
    if word.preposition or word.conjunction or r.small_word(k - 1) is not None:
        return False
    if r.flags[k] & Kind.BODY and word.form.endswith(_ACCUSATIVE) and r.flags[k - 1] & (Kind.GIVEN | Kind.PERSON):
        return True  # `king X | the rebels`
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
    return (
        bool(flag & Kind.AUDIENCE) and not flag & (Kind.POST | Kind.MEDIA | Kind.BODY) and not _calls_itself(r, first)
    )


def _calls_itself(r: Reading, first: int) -> bool:
    """Whether, behind the people of something at `first`, those called upon stand: `the families of X | the state`."""
    k = first + 2
    if k >= len(r) or r.words[first].article or not r.words[first + 1].article or not r.words[k].article:
        return False
    return bool(r.flags[k] & _CALLED) and not r.flags[k] & _NO_CROWD


def with_name(source: Source) -> Source | None:
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


# Whether anybody speaks


def has_speaker(h: Hearing, i: int, source: Source | None, opening: Opening, cue: Cue) -> bool:
    """Whether somebody can be told who says it: named here, or the last speaker who goes on."""
    if source is None and _is_told_of(h.r, i):
        return False
    if source is None and opening.sign != "noun" and _is_he(h, i):
        return True
    if source is None:
        if "known" in cue.frame and (cue.inflect != "perfect" or opening.middle != i + 1):
            return False
        if h.speech_before(i) or (_goes_on(h.r, i) and _is_clear(h, i, opening, cue)):
            return True
        if opening.sign != "noun" and opening.middle == i + 1 and _spoke_just_now(h, i) and _is_led_to(h.r, i):
            return True
        return h.r.words[i].conjunction == L.WAW and main_subject(h, i) is not None
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


def _is_told_of(r: Reading, i: int) -> bool:
    """Whether the outlet's own `it is recalled that` opens the sentence at `i`."""
    small = r.small_word(i)
    return small is not None and small.role == "break" and i <= r.sentence_first(i) + 1


def _is_he(h: Hearing, i: int) -> bool:
    """Whether `he`, `they` opens the sentence right before the verb at `i`, where somebody spoke just before."""
    r = h.r
    small = r.small_word(i - 1) if i > 0 else None
    if small is None or small.role != "pronoun" or i - 1 > r.sentence_first(i) + 1:
        return False
    return _spoke_just_now(h, i)


def _spoke_just_now(h: Hearing, i: int) -> bool:
    """Whether the last report stands in the sentence before that of token `i`, or in the one before it."""
    return bool(h.reports) and 0 < h.r.sentence[i] - h.r.sentence[h.reports[-1].at] <= _NEAR_SPEECH


def _is_led_to(r: Reading, i: int) -> bool:
    """Whether only what the speech is about, when or where stands before the verb: `On the talks, (he) explains`."""
    first = r.sentence_first(i)
    while first < i and (not r.is_word(first) or _leads_in(r, first)):
        first += 1
    if first + 1 < i and r.words[first].stem in _AS_TO:
        first = _past_as_to(r, first, i)  # `as to ..., he said`
    return first < i and past_circumstances(r, first, i) >= i


def _leads_in(r: Reading, k: int) -> bool:
    """Whether `but he` stands at `k`, before a circumstance."""
    small = r.small_word(k)
    return small is not None and small.role in ("turn", "conjunction", "break") and r.words[k].stem not in _AS_TO


def _past_as_to(r: Reading, k: int, limit: int) -> int:
    """The token behind `as far as ... is concerned`, which begins at `k`."""
    return max(k + 2, noun_phrase(r, k + 2, limit))


# The author of a text


def author_of(h: Hearing, i: int, stop: int) -> Source | None:
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


def author_before(h: Hearing, i: int) -> Source | None:
    """Whose the text is that stands before `it says in it`: `a tweet by X, in which it says`."""
    r = h.r
    for k in range(i - 1, max(r.sentence_first(i), i - _NEAR_TEXT) - 1, -1):
        if r.flags[k] & Kind.OCCASION:
            return author_of(h, k, i) or _issuer_before(h, k)
    return None


def _issuer_before(h: Hearing, k: int) -> Source | None:
    """Whom the text at `k` came from, where that stands before it: `there came from X a statement`."""
    r = h.r
    for j in range(k - 2, max(r.sentence_first(k), k - _LONGEST_AUTHOR) - 1, -1):
        if ties(r, j, "an"):
            return h.source_from(j + 1, k) if noun_phrase(r, j + 1, k) == k else None
    return None


def names_itself(h: Hearing, first: int, limit: int) -> Source | None:
    """Who speaks in a text that begins with its own author: `"The command denies ..."`, `"We in the movement ..."`."""
    r = h.r
    if not r.is_word(first):
        first += 1
    if first + 2 >= limit:
        return None
    if r.forms[first] in _WE:
        k = first + 2 if r.forms[first + 1] == IN else first + 1
    elif r.flags[first] & Kind.CUE_VERB and r.forms[first].startswith((L.YEH, L.TEH)):
        k = first + 1
    else:
        return None
    source = h.source_from(k, limit) if r.flags[k] & Kind.BODY else None
    return source if source is not None and source.first == k and source.kind in _BODIES else None


# Who is spoken to


def addressee(r: Reading, first: int, stop: int) -> Tokens | None:
    """`li-` with an audience between the cue and the content."""
    for k in range(first, stop):
        if r.forms[k] == L.LAM and (k == first or r.flags[k - 1] & _SAYING_TO or not r.words[k - 1].article):
            quoted = _quoted_outlet(r, k, stop)
            if quoted is not None:
                return quoted
            if k + 1 < stop and r.is_word(k + 1) and k + 1 not in r.dated:
                return _as_far(r, k, k + 2, stop)
        if r.words[k].preposition == L.LAM and r.flags[k] & (Kind.AUDIENCE | Kind.MEDIA):
            if k > first and is_text(r, k - 1) and (k - 1 == first or r.words[k - 2].stem != IN):
                continue  # `a count of Reuters`: whose it is; but `in an interview to Reuters`
            end = k + 1
            while end < min(stop, k + _LONGEST_ADDRESSEE) and not _ends_addressee(r, end):
                end += 1
            while end > k + 1 and r.forms[end - 1] in L.QUOTE_MARKS and r.quotation_from(end - 1):
                end -= 1
            return k, end
    return _hearer(r, first, stop)


def _hearer(r: Reading, first: int, stop: int) -> Tokens | None:
    """Whom the words right behind `to` at `first` name, be it no audience: `told the soldiers that`."""
    if first >= stop or r.words[first].preposition != L.LAM or first in r.dated:
        return None
    word, flag = r.words[first], r.flags[first]
    if not flag & _HEARERS and not (word.article and first + 1 == stop):
        return None
    return _as_far(r, first, first + 1, stop)


def _as_far(r: Reading, first: int, end: int, stop: int) -> Tokens:
    """The addressee that begins at `first`, and goes on from `end` as far as nothing ends it."""
    while end < min(stop, first + _LONGEST_ADDRESSEE) and not _ends_addressee(r, end):
        end += 1
    return first, end


def _quoted_outlet(r: Reading, k: int, stop: int) -> Tokens | None:
    """The name in quotation marks behind `to` at `k`, a dash before it or not: `to "X"`."""
    mark = k + 2 if k + 1 < stop and r.forms[k + 1] in _DASHES else k + 1
    if mark >= stop or r.forms[mark] not in L.QUOTE_MARKS:
        return None
    for j in range(mark + 1, min(stop, mark + _LONGEST_ADDRESSEE + 2)):
        if r.forms[j] in L.QUOTE_MARKS:
            return k, j + 1
    return None


def past_quoted_outlet(r: Reading, after: int, limit: int) -> int:
    """The token behind `to "X"` right behind a verb at `after`, which is no content; `after` where there is none."""
    if after >= limit or r.forms[after] != L.LAM:
        return after
    outlet = _quoted_outlet(r, after, limit)
    return outlet[1] if outlet is not None else after


def called_upon(r: Reading, source: Source | None, after: int, middle: int, cue: Cue) -> Tokens | None:
    """Whom somebody calls upon or tells something: the phrase between the subject and what he asks."""
    telling = r.words[after - 1].stem in _TELLING
    if not telling and (cue.target != "object" or cue.act != "demand"):
        return None
    k = source.stop if source is not None and after <= source.first < middle else after
    while k < middle and (r.forms[k] in PAUSES or k in r.dated):
        k += 1
    asked = ties(r, k, "min") if k < middle else False
    if asked == (cue.frame != "noun"):
        return None  # one asks *of* somebody, but calls upon him
    k = k + 1 if asked else past_circumstances(r, k, middle)
    stop = min(middle, k + _LONGEST_CALLED)
    for j in range(k + 1, stop):
        small = r.small_word(j + 1) if r.forms[j] in PAUSES and j + 1 < stop else None
        if j in r.dated or (small is not None and small.role == "preposition" and not r.words[j + 1].conjunction):
            stop = j
            break
    while stop > k and (r.forms[stop - 1] in ADVERBS or _is_bare_mark(r, stop - 1)):
        stop -= 1
    if stop <= k or r.flags[k] & (Kind.COMPLEMENTISER | Kind.CUE_VERB | Kind.CUE_PARTICIPLE):
        return None
    return k, stop


def _is_bare_mark(r: Reading, k: int) -> bool:
    """Whether a mark stands at `k` that closes no quotation."""
    return not r.is_word(k) and r.forms[k] not in L.QUOTE_MARKS


def _ends_addressee(r: Reading, i: int) -> bool:
    if r.forms[i] in PAUSES or r.forms[i] == ":" or i in r.dated:
        return True
    return bool(r.flags[i] & (Kind.FUNCTION | Kind.COMPLEMENTISER))
