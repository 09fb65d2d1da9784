"""Statements: who is reported to have said what, and how the report is built.

Each builder below knows one construction of Arabic newswire and is tried at the words that can open it:

- `_verb`         qala X inna ..., nafa X ..., X yaqulu inna ...
- `_participle`   ..., mudifan anna ...: the speaker of the sentence goes on
- `_preposition`  bi-hasab X, ... and ..., bi-hasab X
- `_noun`         tasrih li-X bi-anna ..., naqalat ... an X qawlahu inna ...
- `_colon`        X: ... in titles and headlines

The words are the packs'; what a builder decides it notes as a rule in `why`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hudna.coding.acts import act_of
from hudna.coding.phrases import Source, apposition, could_open, describe, noun_phrase
from hudna.coding.reading import Reading
from hudna.coding.speakers import Cast, Person, name_words
from hudna.model import PlaceMention, Problem, Span, Statement, Time
from hudna.model.findings import Act, Form
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Cue, FunctionWord
from hudna.text import letters as L

_COMMAS = frozenset("," + L.COMMA + L.SEMICOLON)
_QUOTES = frozenset(L.QUOTES)
_DOTS = frozenset("." + "!?" + L.QUESTION)
_CUES = int(Kind.CUE_VERB | Kind.CUE_NOUN | Kind.CUE_PARTICIPLE | Kind.CUE_PREPOSITION)
_NAMES = int(Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA | Kind.PLACE | Kind.HONORIFIC)
_FAR = 45
"""Words from a cue within which its content must begin."""
_SHORT_QUOTE = 3
"""A quotation of up to so many words is a term or a name, and opens no content by itself."""

_FRAMES = {"bi": L.BEH, "li": L.LAM}
"""Frames whose preposition is written onto the noun."""


@dataclass(slots=True, kw_only=True)
class _Draft:
    """A statement in the making, in tokens."""

    cue: tuple[int, int] | None
    content: tuple[int, int]
    source: Source | None
    default: Act
    rule: str
    reasons: list[str] = field(default_factory=list)
    addressee: tuple[int, int] | None = None
    via: list[str] = field(default_factory=list)
    said: tuple[int, int] | None = None
    """Tokens of the reporting part, in which a time dates the saying."""
    person: Person | None = None
    affirms: bool = False
    """Whether the cue may affirm a matter that was told before."""


def find_statements(
    r: Reading, *, times: tuple[Time, ...], places: tuple[PlaceMention, ...], via: tuple[str, ...]
) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
    """The statements of the text in order, and the speakers that could not be told."""
    return _Coder(r, times, places, via).run()


class _Coder:
    def __init__(
        self, r: Reading, times: tuple[Time, ...], places: tuple[PlaceMention, ...], via: tuple[str, ...]
    ) -> None:
        self.r = r
        self.times = times
        self.via = via
        self.time_tokens: set[int] = set()
        for time in times:
            first = r.token_at(time.span.start)
            last = r.token_at(max(time.span.start, time.span.end - 1))
            self.time_tokens.update(range(first, last + 1))
        self.drafts: list[_Draft] = []
        self.taken: list[tuple[int, int]] = []

    # The run

    def run(self) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
        """Try the builders over the text, then settle who spoke."""
        r = self.r
        cues = r.at(_CUES)
        done = -1
        for i in cues:
            if i < done:
                continue
            draft = self._try(i)
            if draft is not None and self._is_free(draft):
                self.drafts.append(draft)
                self.taken.append(draft.content)
                done = max(done, (draft.cue[1] if draft.cue else i + 1))
        self._headlines()
        self.drafts.sort(key=lambda d: (min(d.content[0], d.cue[0] if d.cue else d.content[0]), d.content[0]))
        return self._settle()

    def _try(self, i: int) -> _Draft | None:
        r = self.r
        if r.flags[i] & Kind.CUE_PREPOSITION:
            draft = self._preposition(i)
            if draft is not None:
                return draft
        if any(entry.kind & Kind.VERB for _, entry in r.phrases.get(i, ())):
            return None  # "it is recalled that": the outlet's own narration
        if r.flags[i] & Kind.CUE_VERB and not r.words[i].article and not r.words[i].preposition:
            draft = self._verb(i)
            if draft is not None:
                return draft
        if r.flags[i] & Kind.CUE_PARTICIPLE and not r.words[i].article and not r.words[i].preposition:
            draft = self._participle(i)
            if draft is not None:
                return draft
        if r.flags[i] & Kind.CUE_NOUN:
            return self._noun(i)
        return None

    def _is_free(self, draft: _Draft) -> bool:
        """Speech inside a reported content counts only where it has its own clause, and never the same words."""
        first, stop = draft.content
        if stop <= first:
            return False
        at = draft.cue[0] if draft.cue else first
        for a, b in self.taken:
            if a <= at < b and (
                draft.source is None
                or draft.source.kind is None
                or draft.rule in ("verb-noun", "preposition-after")
                or self._deep_in_quotation(at)
            ):
                return False
            if (a, b) == (first, stop):
                return False
        return True

    def _deep_in_quotation(self, i: int) -> bool:
        number = self.r.quote_of[i]
        return number >= 0 and self.r.quotations[number].stop - self.r.quotations[number].first > _SHORT_QUOTE

    # Constructions

    def _verb(self, i: int) -> _Draft | None:
        r = self.r
        found = r.match(i, Kind.CUE_VERB)
        if found is None:
            return None
        after, entry = found
        cue = entry.row
        assert isinstance(cue, Cue)
        if r.words[i].pronoun and cue.target != "object":
            return None
        limit = r.sentence_stop(i)
        opening = self._opening(after, limit, cue)
        if opening is None:
            return None
        first, middle_stop, rule = opening
        subject_stop = noun_phrase(r, after, middle_stop, self.time_tokens)
        before = self._before(i)
        source: Source | None = None
        if before is not None and (subject_stop == after or not self._names(after, subject_stop)):
            source = describe(r, *before)
        elif subject_stop > after:
            subject_stop = self._apposition(after, subject_stop, middle_stop)
            source = describe(r, after, subject_stop)
            if cue.target == "object" and before is not None:
                source = describe(r, *before)
            elif cue.target == "object" and self.drafts and "bi" in cue.frame and not self._holds_word(subject_stop, middle_stop):
                source = None  # one phrase alone is the one accused: who accuses spoke before
        if source is not None and len((source.name or "").strip()) < 2:
            source = None
        if source is None and not self._speech_before(i) and (rule in ("verb-noun", "verb-colon") or not self._goes_on(i)):
            return None
        if rule == "verb-noun" and source is not None and source.kind is None and not self._may_be_name(source):
            return None
        content = self._content(first, limit, quoted=rule == "verb-quote")
        if content[1] - content[0] < 1:
            return None
        cue_span = (i, after)
        draft = _Draft(
            cue=cue_span,
            content=content,
            source=source,
            default=cue.act,
            rule=rule,
            reasons=[f"rule:{rule}", entry.why],
            said=(before[0] if before else i, first),
            affirms=cue.affirms is not None,
            addressee=self._addressee(after, middle_stop),
        )
        if cue.target == "passes-on":
            return self._transmitted(draft, after, middle_stop)
        return draft

    def _holds_word(self, first: int, stop: int) -> bool:
        return any(self.r.forms[k][0].isalnum() for k in range(first, stop))

    def _may_be_name(self, source: Source) -> bool:
        """Whether a phrase that nothing tells of is a person's name: known already, or words of no list."""
        r = self.r
        if self._known(source):
            return True
        if source.stop - source.first > 4:
            return False
        return not any(r.flags[i] & ~int(Kind.NISBA | Kind.HONORIFIC | Kind.EVENT_WORD) for i in range(source.first, source.stop))

    def _goes_on(self, i: int) -> bool:
        """Whether a verb without a subject may be the last speaker's: it is joined on, or opens its clause."""
        r = self.r
        return bool(r.words[i].conjunction) or i == 0 or not r.forms[i - 1][0].isalnum() or bool(r.flags[i - 1] & Kind.FUNCTION)

    def _transmitted(self, draft: _Draft, first: int, stop: int) -> _Draft:
        """`naqala X an Y anna ...`: Y speaks, X passes it on."""
        r = self.r
        for k in range(first, stop):
            if self._ties(k, "an") and k + 1 < stop:
                end = noun_phrase(r, k + 1, stop, self.time_tokens)
                if end > k + 1:
                    medium = draft.source
                    end = self._apposition(k + 1, end, stop)
                    draft.source = describe(r, k + 1, end)
                    if medium is not None and medium.name:
                        draft.via.append(medium.name)
                    draft.reasons.append("rule:passed-on")
                break
        return draft

    def _opening(self, after: int, limit: int, cue: Cue) -> tuple[int, int, str] | None:
        """Where the content begins, where the part before it ends, and by which sign."""
        r = self.r
        forms, flags = r.forms, r.flags
        k = after
        words = 0
        noun_at: int | None = None
        while k < limit and words < _FAR:
            form, flag, word = forms[k], flags[k], r.words[k]
            if form[0] == "\n" or form in _DOTS:
                break
            if form in _QUOTES:
                quote = r.quotations[r.quote_of[k]] if r.quote_of[k] >= 0 else None
                if quote is not None and quote.first == k + 1:
                    size = quote.stop - quote.first
                    if k == after and quote.closed and size <= 6 and not self._ends_at(quote.stop + 1):
                        k = quote.stop + 1  # the subject's own name in quotation marks
                        continue
                    if k > after and any(self._ties(k - 1, f) for f in cue.frame.split("+")):
                        noun_at = k
                        k = quote.stop
                        continue
                    if flags[min(k + 1, len(r) - 1)] & Kind.COMPLEMENTISER and k + 1 < limit:
                        return self._past_complementiser(k + 1), k, "verb-clause"
                    if k > after and any(forms[k - 1] == _FRAMES.get(f) for f in cue.frame.split("+")):
                        return k, k - 1, "verb-quote"
                    if cue.frame != "clause" and noun_at is None and (
                        size > _SHORT_QUOTE or self._ends_at(quote.stop + 1)
                    ) and not self._is_name_quote(k, quote.stop):
                        return k, k, "verb-quote"
                    if quote.closed and size <= _SHORT_QUOTE + 3:
                        k = quote.stop + 1
                        continue
                k += 1
                continue
            if form == ":" and cue.frame != "clause":
                nxt = k + 1
                if nxt < limit and forms[nxt] in _QUOTES:
                    return nxt, k, "verb-quote"
                return (nxt, k, "verb-colon") if nxt < limit else None
            if flag & Kind.COMPLEMENTISER and not word.flags & Kind.CUE_VERB and k >= after:
                if word.conjunction and noun_at is not None:
                    break
                if cue.target == "object" and "bi" in cue.frame and not word.preposition and not forms[k].startswith(L.BEH):
                    k += 1
                    continue
                return self._past_complementiser(k), self._trim_frame(after, k), "verb-clause"
            if flag & Kind.CUE_PARTICIPLE and k > after and forms[k - 1] in _COMMAS:
                break
            if flag & Kind.CUE_VERB and k > after and word.conjunction == L.WAW and not word.article:
                break
            if noun_at is None and k >= after and self._opens_noun(k, after, cue):
                noun_at = k
            words += 1
            k += 1
        if noun_at is not None:
            return noun_at, self._trim_frame(after, noun_at), "verb-noun"
        return None

    def _opens_noun(self, k: int, after: int, cue: Cue) -> bool:
        """Whether a bare noun phrase that is the content opens at `k`, as the cue's frame asks."""
        return any(self._opens_frame(frame, k, after, cue) for frame in cue.frame.split("+"))

    def _opens_frame(self, frame: str, k: int, after: int, cue: Cue) -> bool:
        r = self.r
        word, flag = r.words[k], r.flags[k]
        if frame in ("that", "clause", "after") or k in self.time_tokens:
            return False
        if frame == "noun":
            if word.article or word.preposition or flag & (Kind.POST | Kind.BODY | Kind.SOURCE | Kind.PLACE):
                return False
            if flag & Kind.FUNCTION and not flag & Kind.CONTENT_NOUN:
                return False
            if k == after:
                return self._before(after - 1) is not None or self._speech_before(after - 1)
            return bool(flag & (Kind.CONTENT_NOUN | Kind.TRIGGER)) or is_masdar(r.forms[k])
        if frame in _FRAMES:
            letter = _FRAMES[frame]
            if flag & (Kind.OCCASION | Kind.FUNCTION):
                return False
            return word.preposition == letter or (
                not word.flags and len(r.forms[k]) > 4 and r.forms[k].startswith(letter) and k > after
            ) or (not word.flags and r.forms[k].startswith(letter + L.AL))
        if cue.target == "object" and (word.article or flag & Kind.PLACE):
            return False
        if k - 1 < after or not self._ties(k - 1, frame) or flag & Kind.COMPLEMENTISER:
            return False
        return cue.target == "object" or not flag & Kind.OCCASION

    def _trim_frame(self, after: int, k: int) -> int:
        """Leave out the preposition that ties the content to its cue."""
        word = self._function(k - 1) if k > after else None
        return k - 1 if word is not None and word.frame is not None else k

    def _function(self, k: int) -> FunctionWord | None:
        """The small word at `k`, as a single word."""
        entry = self.r.words[k].find(Kind.FUNCTION) if self.r.flags[k] & Kind.FUNCTION else None
        return entry.row if entry is not None and isinstance(entry.row, FunctionWord) else None

    def _ties(self, k: int, frame: str) -> bool:
        """Whether the word at `k` is the preposition of the frame."""
        word = self._function(k)
        return word is not None and word.frame == frame

    def _past_complementiser(self, k: int) -> int:
        r = self.r
        k += 1
        while k < len(r) and (r.flags[k] & Kind.COMPLEMENTISER and not r.words[k].flags & Kind.CUE_VERB):
            k += 1
        return k

    def _ends_at(self, k: int) -> bool:
        r = self.r
        return k >= len(r) or r.forms[k] in _COMMAS or r.forms[k] in _DOTS or r.forms[k][0] == "\n"

    def _is_name_quote(self, opened: int, stop: int) -> bool:
        """Whether a quotation is the name of an outlet or body: behind a word that such names follow."""
        r = self.r
        if opened == 0 or stop - opened > 5:
            return False
        return bool(r.flags[opened - 1] & (Kind.MEDIA | Kind.BODY | Kind.POST | Kind.HONORIFIC | Kind.PLACE))

    def _before(self, i: int) -> tuple[int, int] | None:
        """The noun phrase right before a verb that is its subject: `X yaqulu`, `wa-kanat X qalat`."""
        r = self.r
        floor = r.sentence_first(i)
        stop = i
        particle = self._function(stop - 1) if stop > floor else None
        if particle is not None and particle.role == "particle":
            stop -= 1
        commas = 0
        if stop - 1 >= floor and r.forms[stop - 1] in _COMMAS:
            stop -= 1
            commas = 1
        start = stop
        while start > floor and stop - start < 20:
            form, flag = r.forms[start - 1], r.flags[start - 1]
            if form in _DOTS or form == ":" or form[0] == "\n":
                break
            if form in _COMMAS:
                if not commas:
                    break
                commas -= 1
                start -= 1
                continue
            if start - 1 in self.time_tokens or flag & Kind.COMPLEMENTISER:
                break
            if flag & (Kind.VERB | Kind.CUE_VERB) and not r.words[start - 1].article and not flag & _NAMES:
                break
            start -= 1
        while start < stop:
            if not could_open(r, start) or not self._clause_start(start, floor):
                start += 1
                continue
            end = noun_phrase(r, start, stop, self.time_tokens)
            if end >= stop or (r.forms[end] in _COMMAS and self._apposition(start, end, stop) >= stop):
                return (start, stop) if self._names(start, stop) else None
            start = max(end, start + 1)
        return None

    def _clause_start(self, i: int, floor: int) -> bool:
        """Whether a subject may stand at `i`: at the start of a clause, not in the middle of a phrase."""
        r = self.r
        if i <= floor or not r.forms[i - 1][0].isalnum() or r.words[i].conjunction:
            return True
        word = self._function(i - 1)
        if word is not None:
            return word.role not in ("preposition", "demonstrative")
        return bool(r.flags[i - 1] & (Kind.VERB | Kind.COMPLEMENTISER))

    def _names(self, first: int, stop: int) -> bool:
        """Whether the tokens hold something that can speak."""
        r = self.r
        if r.flags[first] & (Kind.OCCASION | Kind.AUDIENCE) and not r.flags[first] & _NAMES:
            return False
        if any(r.flags[k] & (_NAMES | Kind.NISBA) for k in range(first, stop)):
            return True
        source = describe(r, first, stop)
        return source.kind is not None or source.document or self._known(source)

    def _known(self, source: Source) -> bool:
        return self.cast._find(name_words(source.name or "")) is not None

    @property
    def cast(self) -> Cast:
        if self._cast is None:
            self._cast = Cast(self.r, self.time_tokens)
        return self._cast

    _cast: Cast | None = None

    def _apposition(self, first: int, stop: int, limit: int) -> int:
        return apposition(self.r, first, stop, limit, self.time_tokens)

    def _addressee(self, first: int, stop: int) -> tuple[int, int] | None:
        """`li-` with an audience between the cue and the content."""
        r = self.r
        for k in range(first, stop):
            word = r.words[k]
            if word.preposition == L.LAM and r.flags[k] & (Kind.AUDIENCE | Kind.MEDIA):
                end = k + 1
                while end < stop and not r.flags[end] & (Kind.FUNCTION | Kind.COMPLEMENTISER) and r.forms[end] not in _COMMAS and end - k < 5 and end not in self.time_tokens and r.forms[end] != ":":
                    end += 1
                while end > k + 1 and r.forms[end - 1] in _QUOTES and r.quote_of[end - 1] >= 0 and r.quotations[r.quote_of[end - 1]].first == end:
                    end -= 1
                return k, end
        return None

    def _participle(self, i: int) -> _Draft | None:
        r = self.r
        found = r.match(i, Kind.CUE_PARTICIPLE)
        if found is None:
            return None
        after, entry = found
        cue = entry.row
        assert isinstance(cue, Cue)
        limit = r.sentence_stop(i)
        opening = self._opening(after, limit, cue)
        first, rule = None, ""
        if not r.words[i].form.endswith((L.ALEF, L.HEH, L.YEH + L.NOON)):
            return None
        if opening is not None and opening[1] - after <= 8 and not (opening[2] == "verb-noun" and cue.frame.startswith("noun")):
            first, rule = opening[0], opening[2].replace("verb", "participle")
        elif "noun" in cue.frame and after < limit and r.forms[after][0].isalnum() and i > 0 and self._speech_before(i):
            first, rule = after, "participle-noun"
        if first is None or not (i > 0 and (rule == "participle-noun" or r.forms[i - 1] in _COMMAS or r.forms[i - 1] in _QUOTES or r.forms[i-1] in _DOTS or r.words[i].conjunction or self._speech_before(i))):
            return None
        content = self._content(first, limit, quoted=rule.endswith("quote"))
        return _Draft(
            cue=(i, after),
            content=content,
            source=None,
            default=cue.act,
            rule=rule,
            reasons=[f"rule:{rule}", entry.why],
            said=(i, first),
        )

    def _speech_before(self, i: int) -> bool:
        floor = self.r.sentence_first(i)
        return any(d.cue is not None and floor <= d.cue[0] < i for d in self.drafts)

    def _preposition(self, i: int) -> _Draft | None:
        r = self.r
        found = r.match(i, Kind.CUE_PREPOSITION)
        if found is None:
            return None
        after, entry = found
        cue = entry.row
        assert isinstance(cue, Cue)
        limit = r.sentence_stop(i)
        floor = r.sentence_first(i)
        while after < limit and r.flags[after] & Kind.CUE_VERB:  # "according to what X announced"
            after += 1
        stop = noun_phrase(r, after, limit, self.time_tokens)
        if stop == after or not self._names(after, stop):
            return None
        stop = self._apposition(after, stop, limit)
        source = describe(r, after, stop)
        lead = [k for k in range(floor, i) if r.forms[k][0].isalnum()]
        if cue.frame == "after" and not lead:
            return None
        reasons = ["rule:according-to", entry.why]
        if len(lead) <= 2:
            first = stop
            while first < limit and r.forms[first] not in _COMMAS and first - stop < 12 and not r.flags[first] & Kind.COMPLEMENTISER:
                first += 1
            if first >= limit or first - stop >= 12:
                first = stop
            first += 1 if first < limit and r.forms[first] in _COMMAS else 0
            first = self._past_fa(first, limit)
            content = self._content(first, limit, quoted=False)
            rule = "preposition-before"
        else:
            if any(d.content[0] >= floor and d.content[0] < i for d in self.drafts) or any(
                r.flags[k] & (Kind.CUE_VERB) and self._is_speech(k) for k in lead
            ):
                return None
            content, rule = (floor, self._trim_end(floor, i)), "preposition-after"
            if stop < limit and r.forms[stop] in _COMMAS and r.forms[i - 1] in _COMMAS and limit - stop > len(lead) + 2:
                content, rule = self._content(self._past_fa(stop + 1, limit), limit, quoted=False), "preposition-within"
        return _Draft(
            cue=(i, found[0]), content=content, source=source, default=cue.act, rule=rule, reasons=reasons, said=(i, stop)
        )

    def _past_fa(self, k: int, limit: int) -> int:
        """Past `fa-inna` and the like, which open the clause behind `according to X,`."""
        r = self.r
        while k < limit and (r.flags[k] & Kind.COMPLEMENTISER):
            k += 1
        return k

    def _is_speech(self, k: int) -> bool:
        return any(d.cue is not None and d.cue[0] == k for d in self.drafts)

    def _noun(self, i: int) -> _Draft | None:
        r = self.r
        found = r.match(i, Kind.CUE_NOUN)
        if found is None:
            return None
        after, entry = found
        cue = entry.row
        assert isinstance(cue, Cue)
        limit = r.sentence_stop(i)
        k = after
        while k < limit and k - after < 30 and not r.flags[k] & Kind.COMPLEMENTISER:
            if r.forms[k] in _DOTS or r.forms[k] == ":" or (r.flags[k] & Kind.CUE_VERB and not r.words[k].article):
                return None
            k += 1
        if k >= limit or not r.flags[k] & Kind.COMPLEMENTISER:
            return None
        first = self._past_complementiser(k)
        source: Source | None = None
        if cue.target == "before" and not r.words[i].article:
            before = self._before(i)
            if before is not None:
                source = describe(r, *before)
        elif after < k and r.words[after].preposition == L.LAM or r.forms[after].startswith(L.LAM):
            stop = noun_phrase(r, after, k, self.time_tokens)
            if stop > after and self._names(after, stop):
                source = describe(r, after, self._apposition(after, stop, k))
        elif after < k:
            stop = noun_phrase(r, after, k, self.time_tokens)
            if stop > after and self._names(after, stop) and not r.words[i].article:
                source = describe(r, after, stop)
        if source is None and not r.words[i].preposition and cue.target != "before":
            return None
        return _Draft(
            cue=(i, after),
            content=self._content(first, limit, quoted=False),
            source=source,
            default=cue.act,
            rule="noun-clause",
            reasons=["rule:noun-clause", entry.why],
            said=(i, first),
        )

    def _headlines(self) -> None:
        """Lines `X: ...`: the part before the colon is a source, the rest what it says."""
        r = self.r
        for colon in (i for i, form in enumerate(r.forms) if form == ":"):
            first = self._line_start(colon)
            if not 1 <= colon - first <= 14:
                continue
            stop = noun_phrase(r, first, colon, self.time_tokens)
            stop = self._apposition(first, stop, colon)
            if stop < colon or not self._names(first, stop):
                continue
            source = describe(r, first, stop)
            if source.kind is None and not self._known(source):
                continue
            limit = colon + 1
            while limit < len(r) and r.forms[limit][0] != "\n":
                limit += 1
            content = self._content(colon + 1, min(limit, r.sentence_stop(colon + 1)) if colon + 1 < len(r) else limit, quoted=False)
            if content[1] - content[0] < 3 or any(a <= colon < b or a == content[0] for a, b in self.taken):
                continue
            self.drafts.append(
                _Draft(cue=None, content=content, source=source, default="assert", rule="colon", reasons=["rule:colon"])
            )
            self.taken.append(content)

    def _line_start(self, i: int) -> int:
        r = self.r
        while i > 0 and r.forms[i - 1][0] != "\n" and r.forms[i - 1] not in _DOTS and r.forms[i - 1] not in ("|", "/"):
            i -= 1
        return i

    # Content

    def _content(self, first: int, limit: int, *, quoted: bool) -> tuple[int, int]:
        """The tokens of the content that begins at `first`: to its quotation's or its clause's end."""
        r = self.r
        if first >= len(r):
            return first, first
        if r.forms[first] in _QUOTES and r.quote_of[first] >= 0:
            quote = r.quotations[r.quote_of[first]]
            if quote.first == first + 1 and (quoted or self._ends_at(quote.stop + 1) or not quote.closed):
                end = self._after_quote(quote.stop, limit, closed=quote.closed)
                start = first + 1
                if start < len(r) and r.flags[start] & Kind.COMPLEMENTISER:
                    start = self._past_complementiser(start)
                return start, self._trim_end(start, end)
        stop = first
        while stop < limit:
            number = r.quote_of[stop]
            if number >= 0 and r.forms[stop] in _QUOTES and r.quotations[number].first == stop + 1:
                stop = max(stop + 1, min(r.quotations[number].stop + 1, len(r)))
                limit = max(limit, min(stop, len(r)))
                if stop < len(r) and r.forms[stop - 1] in _QUOTES and r.sentence[stop - 1] != r.sentence[first]:
                    limit = r.sentence_stop(stop - 1)
                continue
            if stop > first and self._ends_clause(stop, first):
                break
            stop += 1
        return first, self._trim_end(first, stop)

    def _after_quote(self, stop: int, limit: int, *, closed: bool) -> int:
        """Where a content that opens with a quotation ends: with it, or with the clause that goes on."""
        r = self.r
        end = stop
        while closed and end + 1 < len(r):
            k = end + 1
            while k < len(r) and k - end <= 4 and (r.forms[k] in _DOTS or r.forms[k] in _COMMAS):
                k += 1
            number = r.quote_of[k] if k < len(r) else -1
            if k == end + 1 or number < 0 or r.forms[k] not in _QUOTES:
                break
            quote = r.quotations[number]
            if quote.first != k + 1 or quote.stop - quote.first <= _SHORT_QUOTE:
                break
            end, closed = quote.stop, quote.closed
        return end

    def _ends_clause(self, k: int, first: int) -> bool:
        """Whether the reported clause ends before token `k`."""
        r = self.r
        form, flag, word = r.forms[k], r.flags[k], r.words[k]
        if form == "|":
            return True
        if form in _COMMAS:
            if k + 1 >= len(r):
                return True
            nxt, flags = r.words[k + 1], r.flags[k + 1]
            if flags & Kind.CUE_PARTICIPLE and not nxt.article and not nxt.preposition:
                return self._leads_on(k + 1)
            if flags & Kind.CUE_PREPOSITION:
                return True
            if flags & Kind.CUE_VERB and nxt.conjunction and not nxt.article:
                return self._leads_on(k + 1)
            return self._breaks(k + 1)
        if flag & Kind.CUE_PARTICIPLE and not word.article and not word.preposition and word.form.endswith(("ا", "ين")) and k - first > 2:
            return self._leads_on(k)
        if flag & Kind.CUE_VERB and word.conjunction == L.WAW and k - first > 2:
            return self._leads_on(k) and self._clause_soon(k)
        return bool(flag & Kind.CUE_PREPOSITION) and k - first > 2 and not word.conjunction

    def _breaks(self, k: int) -> bool:
        """Whether a word at `k` opens a clause that is the outlet's own again."""
        return any(isinstance(e.row, FunctionWord) and e.row.role == "break" for e in self.r.words[k].entries)

    def _leads_on(self, k: int) -> bool:
        """Whether the cue at `k` reports something itself."""
        r = self.r
        found = r.match(k, Kind.CUE_PARTICIPLE | Kind.CUE_VERB)
        if found is None or not isinstance(found[1].row, Cue):
            return False
        return self._opening(found[0], r.sentence_stop(k), found[1].row) is not None or "noun" in found[1].row.frame

    def _clause_soon(self, k: int) -> bool:
        r = self.r
        return any(r.flags[j] & Kind.COMPLEMENTISER or r.forms[j] in _QUOTES for j in range(k + 1, min(k + 12, len(r))))

    def _trim_end(self, first: int, stop: int) -> int:
        r = self.r
        while stop > first and (
            r.forms[stop - 1] in _COMMAS
            or r.forms[stop - 1] in _DOTS
            or r.forms[stop - 1][0] == "\n"
            or r.forms[stop - 1] in ":-–("
            or (r.forms[stop - 1] in _QUOTES and self._lone(first, stop - 1))
        ):
            stop -= 1
        return stop

    def _lone(self, first: int, k: int) -> bool:
        """Whether the mark at `k` closes a quotation that opened before the content, or opens one."""
        number = self.r.quote_of[k]
        if number < 0:
            return True
        quote = self.r.quotations[number]
        return quote.first <= first or quote.first == k + 1

    # Settling

    def _settle(self) -> tuple[tuple[Statement, ...], tuple[Problem, ...]]:
        out: list[Statement] = []
        problems: list[Problem] = []
        for draft in self.drafts:
            heard = list(self.cast.recent)
            draft.person = self._speaker(draft)
            if self._is_nested(draft):
                self.cast.recent = heard  # who is quoted within does not speak on afterwards
        for draft in self.drafts:
            statement = self._statement(draft)
            if statement is None:
                continue
            out.append(statement)
            if statement.speaker is None:
                problems.append(
                    Problem(
                        code="HUD211",
                        reason="who speaks could not be told from the text",
                        span=statement.source or statement.cue,
                    )
                )
        return tuple(out), tuple(problems)

    def _is_nested(self, draft: _Draft) -> bool:
        """Whether the cue stands within what another statement reports."""
        if draft.cue is None:
            return False
        at = draft.cue[0]
        return any(d is not draft and d.content[0] <= at < d.content[1] for d in self.drafts)

    def _speaker(self, draft: _Draft) -> Person | None:
        cast = self.cast
        if draft.source is None:
            return cast.last
        person = cast.hear(draft.source)
        if person is None and draft.source.kind is None and draft.source.name:
            source = draft.source
            person = Person(
                name=source.name or "",
                kind="person",
                post=None,
                sides=list(source.sides),
                head=source.head,
                words=name_words(source.name or ""),
            )
            cast.people.append(person)
            cast.recent.append(person)
        return person

    def _statement(self, draft: _Draft) -> Statement | None:
        r = self.r
        first, stop = draft.content
        if stop <= first:
            return None
        spans, form = self._spans(first, stop)
        if not spans:
            return None
        person = draft.person
        reasons = list(draft.reasons)
        act_reasons: list[str] = []
        act = act_of(
            r,
            first,
            stop,
            cue_stop=min(draft.cue[1], first) if draft.cue and draft.cue[1] <= first else first,
            default=draft.default,
            own=set(person.sides) if person else set(),
            reasons=act_reasons,
        )
        if act == "assert" and self._confirms(draft):
            act = "confirm"
            act_reasons.append("rule:affirms-what-was-told-before")
        source = draft.source
        why: dict[str, tuple[str, ...]] = {"content": tuple(reasons), "act": tuple([*reasons[1:], *act_reasons])}
        if person is not None:
            how = "rule:named-here" if source is not None else "rule:speaker-carried-on"
            why["speaker"] = (how,)
            if person.sides:
                why["affiliation"] = ("rule:side-of-post-or-name", *person.reasons)
        return Statement(
            content=spans,
            form=form,
            act=act,
            speaker=person.name if person else None,
            kind=person.kind if person else "unnamed",
            source=r.span(source.first, self._source_stop(source)) if source is not None else None,
            cue=r.span(*draft.cue) if draft.cue is not None else None,
            post=person.post if person and person.kind == "person" else None,
            affiliation=person.sides[0] if person and person.sides else None,
            sides=tuple(person.sides) if person else (),
            addressee=r.span(*draft.addressee) if draft.addressee else None,
            said_on=self._said_on(draft),
            via=(*draft.via, *self.via),
            why=why,
        )

    def _confirms(self, draft: _Draft) -> bool:
        """Whether a bare noun phrase is affirmed that another speaker of the document was asked or told about."""
        if not draft.affirms or draft.rule not in ("verb-noun", "verb-quote"):
            return False
        matter = self._matter(draft)
        for other in self.drafts:
            if other is not draft and other.content[0] < draft.content[0] and other.person is not draft.person:
                if len(matter & self._matter(other)) >= 3:
                    return True
        return False

    def _matter(self, draft: _Draft) -> set[str]:
        """The words of a content that carry its matter: stems of no small word."""
        r = self.r
        return {
            r.words[i].stem
            for i in range(*draft.content)
            if len(r.forms[i]) > 3 and not r.flags[i] & (Kind.FUNCTION | Kind.COMPLEMENTISER | Kind.VERB)
        }

    def _source_stop(self, source: Source) -> int:
        stop = source.stop
        while stop > source.first + 1 and not self.r.forms[stop - 1][0].isalnum() and self.r.forms[stop - 1] not in _QUOTES:
            stop -= 1
        return stop

    def _spans(self, first: int, stop: int) -> tuple[tuple[Span, ...], Form]:
        """The content's spans without the quotation marks round it, and how much of it is quoted."""
        r = self.r
        quoted = [k for k in range(first, stop) if r.quote_of[k] >= 0 and r.forms[k] not in _QUOTES]
        words = [k for k in range(first, stop) if r.forms[k][0].isalnum()]
        if not words:
            return (), "indirect"
        inside = set(quoted)
        share = sum(1 for k in words if k in inside)
        spans: list[Span] = []
        start = first
        for k in range(first, stop):
            if r.forms[k] in _QUOTES and r.quote_of[k] >= 0 and share == len(words):
                if k > start:
                    end = self._trim_end(start, k)
                    if end > start:
                        spans.append(r.span(start, end))
                start = k + 1
        if start < stop:
            spans.append(r.span(start, stop))
        spans = [s for s in spans if any(c.isalnum() for c in s.of(r.text))]
        if share == len(words):
            return tuple(spans), "direct"
        longest = self._longest_quote(first, stop)
        return tuple(spans), "mixed" if longest > _SHORT_QUOTE else "indirect"

    def _longest_quote(self, first: int, stop: int) -> int:
        r = self.r
        best = 0
        for number in {r.quote_of[k] for k in range(first, stop) if r.quote_of[k] >= 0}:
            quote = r.quotations[number]
            best = max(best, min(quote.stop, stop) - max(quote.first, first))
        return best

    def _said_on(self, draft: _Draft) -> date | None:
        """The day that a time within the reporting part tells."""
        if draft.said is None:
            return None
        r = self.r
        first, stop = draft.said
        if stop <= first:
            return None
        span = r.span(first, min(stop, len(r)))
        for time in self.times:
            if span.covers(time.span) and time.start is not None and time.start == time.end:
                return time.start
        return None


def is_masdar(form: str) -> bool:
    """Whether a folded indefinite word has a pattern of the derived verbal nouns (forms II, IV, VII, VIII, X)."""
    n = len(form)
    if n >= 5 and form[0] == L.TEH and form[-2] == L.YEH and form[1] != L.ALEF:
        return True
    return n >= 5 and form[0] == L.ALEF and form[-2] == L.ALEF and not form.startswith(L.AL)
