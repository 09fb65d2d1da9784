"""The noun phrases behind a cue that may be what it reports, where no clause or quotation is."""

from __future__ import annotations

from typing import Final

from hudna.coding.names.appositions import apposition
from hudna.coding.names.phrases import noun_phrase
from hudna.coding.words.cues import ITS, JOINED, WHAT, frames, is_relative, ties
from hudna.coding.words.nouns import is_named, printed_feminine
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import Trigger
from hudna.packs.tables.speech import Cue
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

NOWHERE: Final = -1
SPEAKS: Final = (
    Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA | Kind.HONORIFIC | Kind.PLACE | Kind.NISBA | Kind.OCCASION
)
_ADVERBIAL: Final = word_class("adverbial nouns")
"""Nouns that make an adverb with a preposition: `on the margin of`, `by way of`."""
_ISSUED: Final = word_class("issued")
_BLAME: Final = tuple(sorted(word_class("responsibilities")))
"""How words for the responsibility that one is given begin."""
_FEMININE_OWN: Final = (
    L.TEH + L.HEH,
    L.TEH + L.HEH + L.ALEF,
    L.TEH + L.HEH + L.MEEM,
    L.HEH + L.MEEM + L.ALEF,
)
"""How a feminine noun of no list ends that has a pronoun, or any that two share."""
_LONG_WORD: Final = 6
_SHORT_OWN: Final = 5
_FIFTH: Final = 4
_FAR_MARK: Final = 8
"""Tokens from `to` within which the mark stands that closes an outlet's name."""
_NEAR_BLAME: Final = 12
"""Tokens from the start of what is put upon somebody within which its word stands: `the blame`."""
_NO_OBJECT: Final = (
    Kind.CUE_VERB
    | Kind.CUE_PARTICIPLE
    | Kind.CUE_PREPOSITION
    | Kind.COMPLEMENTISER
    | Kind.VERB
    | Kind.FUNCTION
    | Kind.HONORIFIC
    | Kind.POST
    | Kind.NISBA
    | Kind.PLACE
    | Kind.AUDIENCE
)
_NAMED: Final = Kind.BODY | Kind.MEDIA
_NAMES: Final = Kind.POST | Kind.BODY | Kind.SOURCE | Kind.PLACE
_DEED_FLAGS: Final = Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.ACT | Kind.EVENT_WORD
"""What a noun is that can only be said, beside what tells nothing of it."""
_PLURALS: Final = frozenset((L.YEH + L.NOON, L.ALEF + L.TEH))
"""How an indefinite adjective in the plural ends."""
_NOMINATIVE: Final = L.WAW + L.NOON
"""How an indefinite subject in the plural ends: it has no genitive behind it."""


class Objects:
    """The noun phrases behind one cue, asked whether they may be its object."""

    __slots__ = ("after", "cue", "frames", "limit", "r", "subject_told")

    def __init__(self, r: Reading, after: int, limit: int, cue: Cue, subject_told: bool) -> None:
        self.r = r
        self.after = after
        self.limit = limit
        self.cue = cue
        self.frames = frames(cue.frame)
        self.subject_told = subject_told

    def opens(self, frame: str, k: int) -> bool:
        """Whether a bare noun phrase that is the content opens at `k`, as the frame asks."""
        r = self.r
        flag = r.flags[k]
        if k in r.dated:
            return False
        if frame == "outlook" and any(_is_paper(r, j) for j in range(self.after, k + 1)):
            return False
        if frame in ("noun", "outlook"):
            return self._is_object_noun(k)
        if frame in JOINED:
            if not self._may_be_joined(k):
                return False
            if "near" in self.frames and not self._is_next(k):
                return False
            return self._is_governed(k, JOINED[frame])
        if self.cue.target == "object" and flag & Kind.PLACE:
            return False
        if k - 1 < self.after or not ties(r, k - 1, frame) or flag & Kind.COMPLEMENTISER:
            return False
        if self._is_other_tie(frame, k):
            return False
        if frame == "fi" and flag & Kind.OCCASION:
            return False  # `accused X in a statement`
        if _is_self(r, k):
            return False
        if r.words[k].stem in _ADVERBIAL or r.forms[k] in _ADVERBIAL:
            return self._takes_deed(k)
        return bool(flag & Kind.CONTENT_NOUN) or not flag & (Kind.MEDIA | Kind.AUDIENCE)

    def _is_next(self, k: int) -> bool:
        """Whether only the subject and circumstances stand before the word at `k`."""
        r = self.r
        stop = apposition(r, self.after, noun_phrase(r, self.after, k), k)
        return past_circumstances(r, stop, k) >= k

    def _is_own_deed(self, k: int) -> bool:
        """Whether the subject's own deed stands at `k`, an object behind no preposition: `its siege`."""
        r = self.r
        if k <= self.after or not r.words[k].pronoun or r.words[k].preposition or r.flags[k] & Kind.FUNCTION:
            return False
        small = r.small_word(k - 1)
        return small is None or small.role != "preposition"

    def _takes_deed(self, k: int) -> bool:
        """Whether the noun of an adverb at `k` has a deed behind it, which then is said: `the nearness of a truce`."""
        r = self.r
        if k + 1 >= self.limit or r.words[k].article or r.words[k + 1].preposition or r.words[k + 1].article:
            return False
        return bool(r.flags[k + 1] & (Kind.CONTENT_NOUN | Kind.TRIGGER)) and not r.flags[k + 1] & Kind.FUNCTION

    def _is_other_tie(self, frame: str, k: int) -> bool:
        """Whether the frame's preposition before `k` belongs to another word than the cue."""
        r = self.r
        if frame == "ala":
            return self._is_own_deed(k - 2)  # `tightened its siege of`
        if frame != "an":
            return False
        if r.words[k - 2].stem in _ISSUED:
            return True  # `a report issued by`
        # `across the border ... of`, not `expressed ...`
        return "clause" in self.frames and r.words[self.after].article and not r.flags[self.after] & SPEAKS

    def _may_be_joined(self, k: int) -> bool:
        """Whether the word behind the preposition of the frame may be said: no body that belongs to the subject."""
        flag = self.r.flags[k]
        if flag & Kind.FUNCTION:
            small = self.r.small_word(k)
            if small is not None and small.role == "demonstrative":
                return self.cue.act not in ("assert", "confirm")  # `welcomed this decision`
            return self.r.words[k].stem == WHAT
        if self.r.words[k].stem in _ADVERBIAL or self.r.forms[k][1:] in _ADVERBIAL:
            return False  # `in his capacity as`
        if self.cue.act not in ("assert", "confirm"):
            return True
        return not flag & Kind.OCCASION and (not flag & _NAMED or bool(flag & (Kind.CONTENT_NOUN | Kind.TRIGGER)))

    def _is_object_noun(self, k: int) -> bool:
        """Whether the noun at `k` may be the object of the cue, not its subject."""
        r = self.r
        flag, word = r.flags[k], r.words[k]
        if not r.is_word(k):
            return False
        if word.preposition or (flag & _NAMES and not self.is_rumour(k)):
            return False
        if flag & Kind.FUNCTION and not flag & Kind.CONTENT_NOUN:
            return False
        if k > self.after and (self._is_genitive(k) or is_relative(r, k - 1)):
            return False
        if k > self.after and r.flags[k - 1] & Kind.OCCASION and flag & (Kind.CUE_VERB | Kind.VERB):
            return False  # `a statement | published on`
        if k > self.after and (_is_own(r, k) or self._is_apart(k)):
            return True
        if k == self.after:
            if word.article and k + 1 < self.limit and r.flags[k + 1] & Kind.COMPLEMENTISER:
                return False  # `the latter | that`: the subject
            return self.subject_told or (bool(flag & Kind.CONTENT_NOUN) and word.pronoun != "")
        if word.article and self.cue.act in ("assert", "confirm"):
            return False  # what is condemned or refused is often definite, what is only said seldom
        said = flag & Kind.OCCASION and word.article and self.cue.act not in ("assert", "confirm", "demand")
        if "known" in self.frames and flag & Kind.TRIGGER:
            return False  # `renewed its shelling`: done, not said
        if said or flag & (Kind.CONTENT_NOUN | Kind.ACT) or (flag & Kind.TRIGGER and _is_event_noun(r, k)):
            return True
        if word.article:
            return self.cue.target == "object" and (_is_masdar(word.stem) or _is_fifth(word.stem))
        return not flag & Kind.NISBA and _is_masdar(r.forms[k])  # `Turkish` looks like one

    def is_rumour(self, k: int) -> bool:
        """Whether what others say stands at `k`, which is denied: `the claims of`, `reports that`."""
        flag = self.r.flags[k]
        return bool(flag & Kind.SOURCE and flag & Kind.CONTENT_NOUN) and self.cue.act == "deny" and k > self.after

    def _is_apart(self, k: int) -> bool:
        """Whether the definite noun at `k` can't belong to the subject before it, which is whole."""
        r = self.r
        word, before = r.words[k], r.words[k - 1]
        if not word.article or r.flags[k] & ~_DEED_FLAGS or not r.is_word(k - 1):
            return False
        if before.article and r.flags[k - 1] & Kind.NISBA:
            return bool(r.flags[k] & (Kind.CONTENT_NOUN | Kind.TRIGGER))
        if before.article or r.flags[k - 1] & (Kind.PLACE | Kind.GIVEN | Kind.PERSON):
            return bool(r.flags[k] & Kind.CONTENT_NOUN)
        return bool(r.flags[k - 1] & Kind.NISBA) or (r.forms[k - 1].endswith(_NOMINATIVE) and not before.pronoun)

    def _is_genitive(self, k: int) -> bool:
        """Whether the noun at `k` belongs to the word before it: a post, or a preposition."""
        r = self.r
        small = r.small_word(k - 1)
        if small is not None and small.role == "preposition":
            return not r.forms[k - 1].endswith(ITS)
        definite = r.words[k - 1].article or r.forms[k - 1].startswith(L.AL)
        head = r.words[k - 1].find(Kind.POST | Kind.BODY) if not definite else None
        return head is not None and not is_named(head)

    def _is_governed(self, k: int, letter: str) -> bool:
        """Whether the preposition is written onto the word at `k`."""
        word, form = self.r.words[k], self.r.forms[k]
        if word.preposition == letter or form == letter + WHAT or (form.startswith(letter + letter) and not word.flags):
            return True
        if word.flags & ~(Kind.EVENT_WORD | Kind.ACT) or not form.startswith(letter):
            return False
        if form.startswith(letter + L.AL):
            return True
        if self._is_plural_adjective(k):
            return False  # of the subject, its own first letter being the preposition's
        return len(form) >= 4 and (k > self.after or self.subject_told)

    def _is_plural_adjective(self, k: int) -> bool:
        """Whether the unlisted word at `k` has the plural's ending that an adjective of the noun before it has."""
        form = self.r.forms[k]
        if k == self.after or self.r.words[k - 1].article or len(form) < _SHORT_OWN:
            return False
        if form.endswith(_NOMINATIVE):
            return form[-3] != L.ALEF  # a noun of form VI: `cooperation`
        return form[-2:] in _PLURALS and self.r.forms[k - 1].endswith(form[-2:])

    def chain_first(self, k: int) -> int:
        """Where the nouns of no list begin that `k` is the last of, behind a date or comma: `the start of a truce`."""
        r = self.r
        first = k
        while first - 1 > self.after and self._is_unlisted(first - 1):
            first -= 1
        apart = first - 1 in r.dated or r.forms[first - 1] in L.COMMAS
        return first if apart else k

    def _is_unlisted(self, k: int) -> bool:
        """Whether a noun of no list stands at `k` that another may belong to."""
        r = self.r
        word = r.words[k]
        return (
            r.is_word(k)
            and not r.flags[k] & ~Kind.EVENT_WORD
            and k not in r.dated
            and not (word.article or word.preposition or word.conjunction or word.pronoun)
        )

    def plain(self) -> int:
        """Where a noun phrase opens that no list knows for a content: behind the subject and its circumstances."""
        r = self.r
        if not any(frame in ("noun", "outlook", "all") for frame in self.frames):
            return NOWHERE
        k = self.after
        if not (self.subject_told and not _may_speak(r, k, self.limit)):
            k = self._past_subject(k)
            if k == self.after and not self.subject_told:
                return NOWHERE
        k = past_circumstances(r, k, self.limit)
        return k if self._is_plain_object(k) else NOWHERE

    def _past_subject(self, k: int) -> int:
        """The token behind the subject at `k`; `the statement` is one by itself."""
        r = self.r
        if k >= self.limit:
            return k
        if r.flags[k] & Kind.OCCASION and r.words[k].article:
            return k + 1
        stop = noun_phrase(r, k, self.limit)
        for j in range(k + 1, stop):
            if self._is_apart(j):
                return j
        return apposition(r, k, stop, self.limit)

    def _is_put_upon(self, k: int) -> bool:
        """Whether what begins at `k` is put upon somebody or something: `the blame for`, `... down to`."""
        r = self.r
        near = range(k, min(k + _NEAR_BLAME, self.limit))
        return any(r.words[j].stem.startswith(_BLAME) or ties(r, j, "ila") for j in near)

    def _is_plain_object(self, k: int) -> bool:
        r = self.r
        if k + 1 >= self.limit or not r.is_word(k) or not r.is_word(k + 1):
            return False
        flag, word = r.flags[k], r.words[k]
        if "all" in self.frames:
            return self._is_put_upon(k) and not flag & (
                Kind.CUE_VERB | Kind.CUE_PARTICIPLE | Kind.VERB | Kind.COMPLEMENTISER | Kind.FUNCTION
            )
        if "known" in self.frames and flag & Kind.TRIGGER:
            return False
        if flag & _NO_OBJECT and not flag & Kind.CONTENT_NOUN:
            return flag & Kind.FUNCTION != 0 and r.forms[k] == WHAT and not r.flags[k + 1] & Kind.FUNCTION
        if word.preposition or word.future:
            return False
        definite = word.article or r.forms[k].startswith(L.AL)
        if k == self.after:
            return not definite or self.cue.act not in ("assert", "confirm")
        apart = not r.is_word(k - 1) or k - 1 in r.dated or bool(r.flags[k - 1] & Kind.FUNCTION)
        if definite:
            if self.cue.act in ("assert", "confirm"):
                return k - 1 in r.dated and k not in r.dated and not flag
            return apart or not r.words[k - 1].article
        return apart or not flag or bool(flag & (Kind.CONTENT_NOUN | Kind.TRIGGER))


def past_circumstances(r: Reading, k: int, limit: int) -> int:
    """Past commas, dates, adverbs and phrases behind prepositions that stand between a subject and its object."""
    while k < limit:
        if r.forms[k] in L.COMMAS or k in r.dated:
            k += 1
            continue
        if r.forms[k] == "(":
            stop = next((j for j in range(k, limit) if r.forms[j] == ")"), limit)
            if stop == limit:
                break
            k = stop + 1
            continue
        if len(r.forms[k]) == 1 and r.forms[k] == L.LAM and k + 1 < limit and r.forms[k + 1] in L.QUOTE_MARKS:
            stop = next((j for j in range(k + 2, min(limit, k + _FAR_MARK)) if r.forms[j] in L.QUOTE_MARKS), limit)
            if stop == limit:
                break
            k = stop + 1  # `to "X"`, however its marks are printed
            continue
        said = r.match(k, Kind.CUE_PREPOSITION)
        if said is not None:
            k = max(said[0], noun_phrase(r, said[0], limit))
            continue
        small = r.small_word(k)
        if small is not None and small.role in ("adverb", "intensive"):
            k += 1
        elif small is not None and small.role == "preposition":
            if k + 1 < limit and r.flags[k + 1] & Kind.OCCASION and r.words[k + 1].pronoun:
                k += 2  # `in his statement | those called upon`
            else:
                k = k + 1 if r.forms[k].endswith(ITS) else max(k + 1, noun_phrase(r, k + 1, limit))
        elif r.words[k].preposition and r.words[k].preposition != L.KAF:
            k = max(k + 1, noun_phrase(r, k, limit))
        else:
            break
    return k


def _may_speak(r: Reading, k: int, limit: int) -> bool:
    """Whether what stands right behind the verb may be its subject: no noun that is rather said."""
    if k >= limit:
        return False
    if r.flags[k] & SPEAKS:
        return True
    return not r.flags[k] & (Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.FUNCTION) and not _is_masdar(r.forms[k])


def _may_govern(r: Reading, k: int) -> bool:
    """Whether the word at `k` may be a noun that what follows belongs to: no definite one, no name, no time."""
    if not r.is_word(k) or k in r.dated or r.words[k].article or r.forms[k].startswith(L.AL):
        return False
    if r.flags[k] & Kind.FUNCTION:
        return not r.forms[k].endswith(ITS)
    return not r.flags[k] & (Kind.PLACE | Kind.GIVEN | Kind.PERSON | Kind.TIMEWORD)


def _is_own(r: Reading, k: int) -> bool:
    """Whether a noun with a pronoun stands at `k` that is done or said: `its rejection of`, `its control over`."""
    flag, word = r.flags[k], r.words[k]
    if flag & Kind.CUE_NOUN:
        return word.pronoun != ""
    if flag & ~(Kind.EVENT_WORD | Kind.PLACE_CLASS | Kind.ACT) or len(word.form) < _SHORT_OWN:
        return False
    if not word.form.endswith(_FEMININE_OWN):
        # a word that a list holds with its pronoun; a heh, not the ending of the feminine
        if not flag or not word.form.endswith(ITS) or printed_feminine(r, k):
            return False
    elif len(word.form) < _LONG_WORD:
        return False
    return not _may_govern(r, k - 1)


def _is_self(r: Reading, k: int) -> bool:
    """Whether `itself` stands at `k`: no matter that one speaks of."""
    small = r.small_word(k)
    return small is not None and small.role == "intensive"


def _is_event_noun(r: Reading, k: int) -> bool:
    """Whether the word of an event at `k` is a noun, not only a finite verb."""
    rows = [entry.row for entry in r.words[k].entries] + [entry.row for _, entry in r.phrases.get(k, ())]
    return any(isinstance(row, Trigger) and not row.finite for row in rows)


def _is_paper(r: Reading, k: int) -> bool:
    """Whether the word at `k` is what one signs: a memorandum, an agreement, a statement."""
    found = r.match(k, Kind.TRIGGER)
    if found is None or not isinstance(found[1].row, Trigger) or _is_masdar(r.forms[k]):
        return False
    return found[1].row.type == "agreement" and not r.words[k].article


def _is_fifth(stem: str) -> bool:
    """Whether a stem may be a verbal noun of form V or VI: `intervention`, `cooperation`."""
    return stem[0] == L.TEH and _FIFTH <= len(stem) <= _FIFTH + 1 and stem[-1] not in (L.YEH, L.HEH)


def _is_masdar(form: str) -> bool:
    """Whether a folded indefinite word has a pattern of the derived verbal nouns (forms II, IV, VII, VIII, X)."""
    for pronoun in ITS:
        if form.endswith(pronoun) and len(form) > 5 and form[-1 - len(pronoun)] != L.TEH:
            form = form[: -len(pronoun)]
            break
    if len(form) > 5 and form[-1] == L.ALEF:
        form = form[:-1]  # an accusative
    if len(form) < 5 or form.endswith(L.YEH + L.ALEF + L.NOON):
        return False  # too short; or a dual
    if form[0] == L.TEH:
        return form[-2] == L.YEH and form[1] != L.ALEF
    return form[0] == L.ALEF and form[-2] == L.ALEF and not form.startswith(L.AL)
