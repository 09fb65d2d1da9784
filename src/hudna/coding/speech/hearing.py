"""One text being heard: its cast, the reports found so far, and who stands where a speaker may stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from typing import Final

from hudna.coding.names.appositions import apposition
from hudna.coding.names.namefit import name_words
from hudna.coding.names.naming import LATTER, Source, describe, is_account, is_text, issuer_first
from hudna.coding.names.persons import Person
from hudna.coding.names.phrases import could_open, noun_phrase
from hudna.coding.names.speakers import Cast
from hudna.coding.speech.ends import Ends
from hudna.coding.words.cues import is_relative
from hudna.coding.words.nouns import (
    ADVERBS,
    FINITE,
    HEADS,
    LISTED,
    is_definite,
    is_named,
    past_counting,
)
from hudna.coding.words.reading import Reading
from hudna.model.findings import Act
from hudna.packs.lexicon import Kind
from hudna.packs.tables.speech import FunctionWord
from hudna.text import letters as L

Tokens = tuple[int, int]
"""A range of tokens, the second exclusive."""

_NAMES: Final = (HEADS & ~Kind.NISBA) | Kind.HONORIFIC
_ANYBODY: Final = _NAMES | Kind.NISBA | Kind.GIVEN | Kind.PERSON
_SPOKEN_TO: Final = Kind.MEDIA | Kind.AUDIENCE
_SURE_SUBJECT: Final = Kind.POST | Kind.SOURCE | Kind.HONORIFIC | Kind.GIVEN | Kind.PERSON
"""What the subject begins with that stands far from its verb."""
_PEOPLE: Final = _SURE_SUBJECT & ~Kind.SOURCE
_DEEDS: Final = Kind.TRIGGER | Kind.CONTENT_NOUN | Kind.ACT
_ADJECTIVE_ENDS: Final = (L.YEH, L.YEH + L.HEH)
_NAME_FLAGS: Final = Kind.NISBA | Kind.HONORIFIC | Kind.EVENT_WORD | Kind.GIVEN | Kind.PERSON
"""What the words of an unknown person's name may be besides."""
_LONGEST_SUBJECT: Final = 20
_LONGEST_UNKNOWN: Final = 4


class Report:
    """Reported speech as it is built in, in tokens; a statement in the making."""

    __slots__ = (
        "addressee",
        "affirms",
        "content",
        "cue",
        "cut",
        "default",
        "lead",
        "person",
        "reasons",
        "rule",
        "said",
        "source",
        "via",
    )

    def __init__(
        self,
        *,
        cue: Tokens | None,
        content: Tokens,
        source: Source | None,
        default: Act,
        rule: str,
        reasons: list[str],
        cut: int = 0,
        lead: Tokens | None = None,
        addressee: Tokens | None = None,
        said: Tokens | None = None,
        affirms: bool = False,
    ) -> None:
        self.cue = cue
        self.content = content
        self.cut = cut
        """Letters of the content's first word that are no part of it: a joined preposition."""
        self.lead = lead
        """The part of a quotation that stands before the cue, where the cue is inserted into it."""
        self.source = source
        self.default: Act = default
        """The act that the cue tells by itself."""
        self.rule = rule
        self.reasons = reasons
        self.addressee = addressee
        self.via: list[str] = []
        self.said = said
        """The reporting part, in which a time dates the saying."""
        self.affirms = affirms
        """Whether the cue may affirm a matter that was told before."""
        self.person: Person | None = None

    @property
    def at(self) -> int:
        """Where in the text it stands: its cue, or the start of what is said."""
        return self.cue[0] if self.cue is not None else self.content[0]

    @property
    def first(self) -> int:
        """The first token of cue and content together."""
        return min(self.at, (self.lead or self.content)[0])


class Hearing:
    """The reading of one text with its cast and the reports found so far, in the order of their finding."""

    __slots__ = ("_contents", "_indexed", "_names", "_starts", "_told", "_voiced", "cast", "ends", "r", "reports")

    def __init__(self, r: Reading) -> None:
        self.r = r
        self.cast = Cast(r)
        self.ends = Ends(r)
        self.reports: list[Report] = []
        self._contents: Counter[Tokens] = Counter()
        self._starts: set[int] = set()
        self._told = [0] * len(r)
        """For each token, how many contents it stands in."""
        self._voiced: list[int] = []
        """The cues of the reports, in the order of the text: they are found in it."""
        self._names: dict[str, set[frozenset[str]]] = {}
        """By each of its words, the names of the sources that may be a person's."""
        self._indexed = 0
        """How many reports have given their names to `_names`."""

    def add(self, report: Report) -> None:
        """Take the report in; cues come in the order of the text."""
        self.reports.append(report)
        self._contents[report.content] += 1
        self._starts.add(report.content[0])
        for i in range(*report.content):
            self._told[i] += 1
        if report.cue is not None:
            self._voiced.append(report.cue[0])

    def shorten(self, report: Report, stop: int) -> None:
        """Cut the content of a report that was taken in: from `stop` on its words are told no longer."""
        first, told = report.content
        if stop >= told:
            return
        self._contents[report.content] -= 1
        report.content = first, stop
        self._contents[report.content] += 1
        for i in range(stop, told):
            self._told[i] -= 1

    def is_source(self, words: frozenset[str]) -> bool:
        """Whether somebody speaks in the text whose name holds all these words."""
        for report in self.reports[self._indexed :]:
            if report.source is not None and report.source.kind in (None, "person"):
                name = name_words(report.source.name)
                for word in name:
                    self._names.setdefault(word, set()).add(name)
        self._indexed = len(self.reports)
        rarest = min((self._names.get(word, set()) for word in words), key=len, default=set())
        return any(words <= name for name in rarest)

    def speech_before(self, i: int) -> bool:
        """Whether somebody has spoken in this sentence before token `i`."""
        place = bisect_left(self._voiced, i)
        return place > 0 and self._voiced[place - 1] >= self.r.sentence_first(i)

    def is_told(self, i: int) -> bool:
        """Whether token `i` stands within words that are reported already."""
        return self._told[i] > 0

    def is_name(self, i: int) -> bool:
        """Whether the word at `i` is a person's name: known by itself, or of the cast; or `the latter`."""
        if i >= len(self.r):
            return False
        flag = self.r.flags[i]
        if flag & (Kind.GIVEN | Kind.PERSON) or self.r.forms[i] in LATTER:
            return True
        return not flag & LISTED and self.r.forms[i].startswith(L.AL) and self.cast.has_last_name(self.r.forms[i])

    def has_content(self, content: Tokens) -> bool:
        """Whether these very words are reported already."""
        return self._contents[content] > 0

    def has_start(self, i: int) -> bool:
        """Whether a content begins at token `i`."""
        return i in self._starts

    def can_speak(self, first: int, stop: int) -> bool:
        """Whether the tokens hold something that can speak."""
        r = self.r
        if r.flags[first] & (Kind.OCCASION | Kind.AUDIENCE) and not r.flags[first] & _NAMES:
            return False
        if r.words[first].preposition == L.BEH and not r.flags[first] & _NAMES:
            return False  # "accuses it of | the support of ..."
        if any(r.flags[k] & _ANYBODY for k in range(first, stop)):
            return True
        source = describe(r, first, stop)
        return source.kind is not None or source.document or self.cast.knows(source.name)

    def may_be_name(self, source: Source) -> bool:
        """Whether a phrase that nothing tells of is a person's name: known already, or words of no list."""
        if self.cast.knows(source.name):
            return True
        if source.stop - source.first > _LONGEST_UNKNOWN:
            return False
        return not any(self.r.flags[i] & ~_NAME_FLAGS for i in range(source.first, source.stop))

    def source_from(self, first: int, limit: int) -> Source | None:
        """The source named by the noun phrase that begins at `first`, with its apposition."""
        issued = self.issued(first, limit)
        if issued is not None:
            return issued
        if first + 1 < limit and self.r.forms[first] == L.LAM:
            first += 1  # "according to" and the preposition printed apart
        stop = noun_phrase(self.r, first, limit)
        if stop == first or not self.can_speak(first, stop):
            return None
        return describe(self.r, first, apposition(self.r, first, stop, limit))

    def issued(self, first: int, limit: int) -> Source | None:
        """Who issued the text that is named at `first`, where that follows it: `a statement issued by X`."""
        r = self.r
        if first >= limit or not is_text(r, first):
            return None
        issuer = issuer_first(r, first)
        if issuer is None or issuer >= limit:
            return None
        source = describe(r, issuer, noun_phrase(r, issuer, limit))
        if source.kind is None or (source.kind == "unnamed" and not is_account(r, first)):
            return None
        source.first = first
        return source

    def subject_before(self, i: int) -> Tokens | None:
        """The noun phrase right before a verb that is its subject: `X yaqulu`, `X, the Y, qala`."""
        r = self.r
        if r.words[i].conjunction:
            return None  # `and` opens a clause: what stands before it belongs to the last one
        floor, stop = r.sentence_first(i), self._before_aside(i)
        particle = r.small_word(stop - 1) if stop > floor else None
        if particle is not None and particle.role == "particle":
            stop -= 1
        behind_comma = stop > floor and r.forms[stop - 1] in L.COMMAS
        if behind_comma:
            stop -= 1
        start = self._reach_back(stop, floor, commas=1 if behind_comma else 0)
        relative = is_relative(r, i)  # whom it goes with may stand within a phrase: `the words of X, who said`
        while start < stop:
            end = start
            sure = relative and (bool(r.flags[start] & _PEOPLE) or past_counting(r, start) > start)
            reached = behind_comma and self._is_reached(start)
            if not reached and self._may_be_subject(start) and (sure or self._starts_clause(start, floor)):
                end = noun_phrase(r, start, stop)
                if end >= stop or apposition(r, start, end, stop) >= stop or self._past_bracket(end, stop) >= stop:
                    start = self._person_alone(start, stop)
                    return (start, stop) if self.can_speak(start, stop) else None
            start = max(end, start + 1)
        return None

    def _is_reached(self, k: int) -> bool:
        """Whether a town stands at `k` right behind a verb that it is the object of: `which reached Aden, he said`."""
        r = self.r
        if k == 0 or not r.flags[k] & Kind.PLACE or r.flags[k] & (_ANYBODY & ~Kind.PLACE):
            return False
        return bool(r.flags[k - 1] & Kind.VERB) and not r.words[k - 1].article

    def _past_bracket(self, k: int, limit: int) -> int:
        """The token behind a short name in brackets at `k`; `k` itself where there is none."""
        forms = self.r.forms
        if k + 1 >= limit or forms[k] != "(" or self.r.flags[k + 1] & Kind.FUNCTION:
            return k
        return next((i + 1 for i in range(k + 2, min(limit, k + _LONGEST_UNKNOWN + 2)) if forms[i] == ")"), k)

    def _person_alone(self, start: int, stop: int) -> int:
        """Where a well-known person's name begins that ends the phrase behind words that are no title of his."""
        r = self.r
        for k in range(start, stop):
            if r.flags[k] & (_SURE_SUBJECT | Kind.BODY | Kind.MEDIA | Kind.NISBA):
                found = r.match(k, Kind.PERSON)
                apart = k > start and is_definite(r, k - 1) and not r.words[k].conjunction
                return k if apart and found is not None and found[0] >= stop else start
        return start

    def _may_be_subject(self, k: int) -> bool:
        """Whether a subject may begin at `k`: a noun that can act, or a short name in quotation marks."""
        r = self.r
        if r.forms[k] in L.QUOTE_MARKS:
            quote = r.quotation_from(k)
            return quote is not None and quote.closed and len(quote) <= _LONGEST_UNKNOWN
        if not could_open(r, k):
            return False
        flag = r.flags[k]
        return not flag & _DEEDS or bool(flag & (_ANYBODY & ~Kind.PLACE)) or r.words[k].article

    def _before_aside(self, i: int) -> int:
        """The token behind the subject of the verb at `i`: before `for his part`, where that stands between."""
        for stop, entry in self.r.phrases.get(i - 2, ()):
            if stop == i and isinstance(entry.row, FunctionWord) and entry.row.role == "turn":
                return i - 2
        return i

    def subject_first(self, after: int, limit: int) -> int:
        """Where the subject behind a verb begins: past `to the channel X`, `in a press conference` and the like."""
        r = self.r
        k = sure = after
        while k < limit:
            if k in r.dated or (r.forms[k] in L.COMMAS and k > after):
                k += 1
            elif r.forms[k] in ADVERBS:
                sure = k + 1 if k == sure else sure
                k += 1
            elif r.words[k].preposition == L.LAM and r.flags[k] & _SPOKEN_TO and not r.flags[k] & Kind.POST:
                sure = self._past_hearer(k, limit) if k == sure else sure
                k = self._past_hearer(k, limit)
            elif self._is_occasion(k, limit):
                k = self._past_occasion(k, limit)
            elif r.forms[k] == "(" and k + 1 < limit and r.flags[k + 1] & (Kind.GIVEN | Kind.PERSON):
                return k + 1  # a name in brackets, its post behind it
            elif r.forms[k] == L.LAM and self._past_quoted(k + 1, limit) > k:
                sure = self._past_quoted(k + 1, limit) if k == sure else sure
                k = self._past_quoted(k + 1, limit)
            else:
                break
        if k < limit and k > sure and not r.flags[k] & _SURE_SUBJECT and self._names_with_post(k, limit):
            return k
        return k if k < limit and r.flags[k] & _SURE_SUBJECT else sure

    def _names_with_post(self, k: int, limit: int) -> bool:
        """Whether a person's name with a post begins at `k`, be it of no list: `told "X", A B the head of`."""
        r = self.r
        if r.flags[k] & LISTED or not r.is_word(k) or is_definite(r, k):
            return False
        stop = noun_phrase(r, k, limit)
        if not any(r.flags[i] & Kind.POST for i in range(k + 2, stop)):
            return False
        source = describe(r, k, stop)
        return source.kind == "person" and source.name != source.post

    def _past_quoted(self, k: int, limit: int) -> int:
        """The token behind a short name in quotation marks at `k`: an outlet's; 0 where there is none."""
        forms = self.r.forms
        if k < limit and forms[k] == "-":
            k += 1
        if k >= limit or forms[k] not in L.QUOTE_MARKS:
            return 0
        for stop in range(k + 2, min(limit, k + _LONGEST_UNKNOWN + 2)):
            if forms[stop] in L.QUOTE_MARKS:  # paired or not: some outlets print two closing marks
                return stop + 1
        return 0

    def _past_hearer(self, k: int, limit: int) -> int:
        """The token behind `to the channel X`: its name, or the word with its adjective."""
        r = self.r
        found = r.match(k, _SPOKEN_TO)
        named = found is not None and is_named(found[1])
        k = found[0] if found is not None else k + 1
        if not named and found is not None and found[1].kind & Kind.MEDIA and k < limit and r.words[k].article:
            k += 1  # the channel's own name
        return self._past_quoted(k, limit) or self._past_adjectives(k, limit)

    def _is_occasion(self, k: int, limit: int) -> bool:
        r = self.r
        small = r.small_word(k)
        if small is None or small.role != "preposition" or k + 1 >= limit:
            return False
        return bool(r.flags[k + 1] & Kind.OCCASION) and not r.flags[k + 1] & _NAMES

    def _past_occasion(self, k: int, limit: int) -> int:
        """The token behind `in a press conference`, with its adjectives: `press` may be a calling by its letters."""
        r = self.r
        k += 2
        if k < limit and r.flags[k] & Kind.POST and not r.words[k].article and r.forms[k].endswith(_ADJECTIVE_ENDS):
            k += 1
        return self._past_adjectives(k, limit)

    def _past_adjectives(self, k: int, limit: int) -> int:
        """Past words that tell no one: adjectives of what stands before, at most two."""
        stop = min(limit, k + 2)
        while k < stop and self._is_adjective(k):
            k += 1
        return k

    def _is_adjective(self, k: int) -> bool:
        r = self.r
        if not r.is_word(k) or r.flags[k] & (_NAMES & ~Kind.MEDIA | FINITE | Kind.GIVEN | Kind.PERSON):
            return False
        return r.forms[k].endswith(_ADJECTIVE_ENDS)

    def _reach_back(self, stop: int, floor: int, *, commas: int) -> int:
        """The furthest token from which a noun phrase may reach to `stop`."""
        r = self.r
        start = stop
        while start > floor and stop - start < _LONGEST_SUBJECT:
            form = r.forms[start - 1]
            if form in L.QUOTE_MARKS:
                quote = r.quotation_round(start - 1)
                if quote is not None and quote.stop == start - 1 and len(quote) <= _LONGEST_UNKNOWN:
                    start = max(floor, quote.first - 1)
                    continue
            if form in L.COMMAS:
                if commas == 0:
                    break
                commas -= 1
            elif form in L.FULL_STOPS or form == ":" or form[0] == "\n" or self._parts(start - 1):
                break
            start -= 1
        return start

    def _parts(self, k: int) -> bool:
        """Whether the word at `k` can't stand within a subject."""
        r = self.r
        if k in r.dated or r.flags[k] & Kind.COMPLEMENTISER:
            return True
        return bool(r.flags[k] & FINITE) and not r.words[k].article and not r.flags[k] & _NAMES

    def _starts_clause(self, i: int, floor: int) -> bool:
        """Whether a subject may stand at `i`: at the start of a clause, not in the middle of a phrase."""
        r = self.r
        goes_on = r.flags[i] & Kind.NISBA or (r.words[i].article and not r.flags[i] & (HEADS | Kind.HONORIFIC))
        if i > floor and goes_on and r.forms[i - 1] in L.QUOTE_MARKS:
            quote = r.quotation_round(i - 1)
            if quote is not None and quote.stop == i - 1 and len(quote) <= _LONGEST_UNKNOWN:
                return False  # a nationality goes on with the name in quotation marks
        if i <= floor or not r.is_word(i - 1) or r.words[i].conjunction:
            return True
        small = r.small_word(i - 1)
        if small is not None:
            return small.role not in ("preposition", "demonstrative")
        return bool(r.flags[i - 1] & (Kind.VERB | Kind.COMPLEMENTISER))
