"""Where the noun phrases round events begin and end, and what stands between them.

noun phrase := noun {adjective | genitive | `and` noun | full name of a person | quoted name}
"""

from __future__ import annotations

from typing import Final

from hudna.coding.marks import Marks
from hudna.coding.partywords import (
    ACTING,
    COMMAS,
    GROUPS,
    MAY_ACT,
    MEMBERS,
    OBJECTS,
    QUANTITY,
    QUOTES,
    STOPS,
    WEAPONS,
    PartyWords,
)
from hudna.coding.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_NAME: Final = Kind.GIVEN | Kind.PERSON
_TITLED: Final = Kind.POST | Kind.HONORIFIC
_VERBS: Final = Kind.CUE_VERB | Kind.VERB
_NAMING: Final = Kind.NISBA | Kind.BODY
_TIME: Final = Kind.MONTH | Kind.WEEKDAY | Kind.TIMEWORD
_KNOWN: Final = Kind.NISBA | Kind.BODY | Kind.POST | Kind.EVENT_WORD | Kind.NUMBER
_BEGINS: Final = Kind.BODY | Kind.PLACE_CLASS | Kind.TRIGGER | Kind.CONTENT_NOUN
"""Kinds of indefinite nouns that never follow a definite one in its phrase."""
_LONGEST: Final = 10
_FULL_PLURAL: Final = (L.WAW + L.NOON, L.YEH + L.NOON)
_JOINED: Final = (L.LAM + L.LAM, L.BEH + L.AL)
_OUTSIDE: Final = frozenset(("against", "between", "with", "adverb", "manner"))
_STEPS: Final = frozenset(("support", "able", "suffer", "agent"))
_HARMED: Final = frozenset(("injured", "hurt"))
_EQUIPMENT: Final = frozenset(("captivesonly", "troops", "arms", "projectile", "aircraft", "took", "inforce"))
_HOUR_MARKS: Final = frozenset((":", ".", "("))
_HALVES: Final = frozenset(("half-past", "morning", "afternoon"))

Phrase = tuple[int, int]


class Phrases(PartyWords):
    """Finds noun phrases in one text, and keeps who acted in the event read last."""

    __slots__ = ("begins", "doer", "led")

    def __init__(self, reading: Reading, marks: Marks, times: set[int], places: set[int]) -> None:
        super().__init__(reading, marks, times, places)
        self.begins: dict[int, int] = {}
        """Where the phrases begin that end before a token, as far as asked."""
        self.doer: Phrase = (-1, -1)
        """Who acted in the last event that tells it."""
        self.led = False

    def led_noun(self, first: int, limit: int) -> int:
        """As `noun`, for a phrase whose first word carries a preposition."""
        self.led = True
        stop = self.noun(first, limit)
        self.led = False
        return stop

    def noun(self, first: int, limit: int) -> int:
        """The token behind the noun phrase that begins at `first`; `first` where none does."""
        r = self.reading
        limit = min(limit, first + _LONGEST)
        i, definite, joined = first, False, 0
        while i < limit:
            form = r.forms[i]
            if form in QUOTES:
                quote = r.quotations[r.quote_of[i]] if r.quote_of[i] >= 0 else None
                if quote is None or quote.first != i + 1 or not quote.closed or quote.stop - quote.first > 5:
                    break
                i, definite = min(quote.stop + 1, limit), True
                continue
            name = self.person_stop(i)
            if name > i and (i == first or not r.words[i].preposition):
                if i > first and not r.words[i].conjunction and self.whole_person(i - 1):
                    break  # another person begins
                i, definite = min(name, limit), True
                continue
            if i > first and self._member_of(i, first, limit):
                i += 1
                definite = False
                continue
            if not self._goes_on(i, first, definite):
                break
            word = r.words[i]
            if i > first and "of" in self.marks.of(i):
                i += 1
                definite = False
                continue
            if i > first and form[0] == L.WAW and (word.conjunction or not r.flags[i]):
                joined += 1
                if joined > 3:
                    break
                definite = False
            definite = definite or self.the(i) or word.article or i in self.places or self.named(i)
            definite = definite or bool(r.flags[i] & _NAME) or bool(word.pronoun)
            i += 1
        while i > first and r.forms[i - 1] == L.WAW:
            i -= 1
        return i

    def _goes_on(self, i: int, first: int, definite: bool) -> bool:
        r = self.reading
        form, flags, word = r.forms[i], r.flags[i], r.words[i]
        if form in STOPS or form in COMMAS or form[0] == "\n" or i in self.times:
            return False
        if i > first and i in self.places and not word.conjunction and self.in_name(i):
            return True
        if i > first and word.preposition == L.LAM and (self._owned(i, first) or self._post_of(i, first)):
            return True
        if form[0].isdigit():
            return i == first or not definite
        classes = self.marks.of(i) if flags & Kind.EVENT_WORD else frozenset()
        if "clock" in classes:
            return False
        if (classes & _STEPS or classes & _OUTSIDE) and not (i > first and self.ali(i)):
            return False
        if i > first and "of" in classes:
            return "origin" in classes and self.counts(i - 1) and not self.from_place(i + 1)
        small = flags & (Kind.COMPLEMENTISER | Kind.FUNCTION) and not (i > first and self.ali(i)) and not self.own(i)
        if small and (not word.article or self.relative(i)):
            return False
        if flags & _TIME and not (i in self.places or word.flags & Kind.BODY or (i > first and form.startswith(L.AL))):
            return False
        if i == first:
            if not word.flags and self.verb_of(i):
                return False
            if not self.led and (word.preposition or form.startswith(_JOINED)) and word.flags | (form[0] == L.LAM):
                return False
            return not (flags & _VERBS and not flags & (_NAMING | Kind.POST)) or word.article
        if not word.conjunction and self.another(i):
            return False
        if r.flags[i - 1] & Kind.GIVEN and not (word.preposition or word.pronoun or flags & Kind.PLACE):
            return True  # a family name, whatever else the word may be
        if definite and "adj" in classes and not (word.conjunction or form.startswith(L.AL) or flags & Kind.PLACE):
            return False  # a predicate: "the martyr X separate from"
        if form.startswith(L.AL) and r.forms[i - 1].endswith(_FULL_PLURAL) and not self.the(i - 1):
            return False  # an indefinite plural takes no genitive: the object begins
        if self.the(i - 1) and r.forms[i - 1].endswith(_FULL_PLURAL[0]) and not self.joined(i):
            return False  # nor does a definite one: "the rebels two soldiers"
        if form[-1] != L.NOON and r.forms[i - 1].endswith(_FULL_PLURAL[0]) and self.marks.of(i - 1) & MAY_ACT:
            return bool(word.conjunction)  # "activists a vigil": only another such plural describes one
        if (
            self._object_begins(i)
            or (i - 1 == first and self.behind_place(i))
            or (not flags and self._predicate(i, first))
        ):
            return False
        if word.article:
            return not word.preposition
        if flags & _VERBS and not flags & (_NAMING | Kind.POST | Kind.BODY | _NAME):
            return False
        if flags & Kind.TRIGGER and not flags & Kind.BODY and self.only_verb(i):
            return False
        if (word.preposition and word.flags) or form.startswith((L.LAM + L.LAM, L.BEH + L.AL, L.FEH + L.AL)):
            return self._post_of(i, first)
        if (word.conjunction == L.FEH and word.flags) or self.unknown_verb(i) or self.purpose(i):
            return False
        if definite and word.pronoun and not word.conjunction:
            return False  # "the delegation its participation": the object begins
        if (
            definite
            and flags & (Kind.POST | _BEGINS | Kind.NUMBER)
            and not word.conjunction
            and not form.startswith(L.AL)
        ):
            return False  # another person, body or place begins
        if flags & Kind.NUMBER and not word.conjunction and self.adjective(i - 1):
            return False  # "Russian jets ten raids"
        if (definite and "counterpart" in classes) or ("nearby" in classes and not word.conjunction):
            return False  # "the minister his counterpart", "a soldier east of the quarter"
        if word.conjunction and (classes & _HARMED or (flags & Kind.TRIGGER and not self.heads(i))):
            return False  # "a child and the wounding of", "the town and the arrest of"
        if word.pronoun and not word.conjunction and i > first + 1 and flags & (Kind.TRIGGER | Kind.EVENT_WORD):
            return False  # "the forces of X their control"
        if flags & Kind.POST and word.article and not word.conjunction and i > first + 2 and not r.words[i - 1].flags:
            return False  # another person begins behind a name
        if definite and not word.conjunction and self.accusative(i):
            return False
        if classes and not word.conjunction and not form.startswith(L.AL):
            if definite and classes & (QUANTITY | _EQUIPMENT):
                return False  # "the authorities more than a hundred", "the country an aircraft carrier"
            if classes & OBJECTS and (self.adjective(i - 1) or self.marks.of(i - 1) & WEAPONS):
                return False  # "other raids positions", "a drone a house": the object begins
        if i - first >= 2 and not definite and form.endswith(L.ALEF) and not flags & _KNOWN and i not in self.places:
            return False  # an accusative: the object of the verb
        return not (definite and classes & OBJECTS and not word.conjunction)

    def _owned(self, i: int, first: int) -> bool:
        """Whether `li-` at `i` tells whose the thing before it is: positions of the Houthis, forces loyal to X."""
        marks, r = self.marks, self.reading
        if "belong" in marks.of(i - 1):
            return True
        if r.forms[i - 1].startswith(L.AL) or not marks.of(i - 1) & OBJECTS or not marks.of(first) & OBJECTS:
            return False
        return bool(marks.of(i) & ACTING or r.flags[i] & (Kind.BODY | Kind.NISBA))

    def _post_of(self, i: int, first: int) -> bool:
        """Whether `li-` at `i` goes on with a post: secretary-general of the United Nations."""
        r = self.reading
        word = r.words[i]
        if word.preposition != L.LAM or not (r.flags[first] & Kind.POST or "envoy" in self.marks.of(first)):
            return False
        return bool(r.flags[i] & Kind.BODY or i in self.places or self.marks.of(i) & {"council", "force"})

    def _predicate(self, i: int, first: int) -> bool:
        """Whether the word at `i`, of no list and without the article, follows a definite word in a group's name."""
        r = self.reading
        word = r.words[i]
        if word.conjunction or r.forms[i].startswith((L.AL, L.WAW)) or not r.forms[i][0].isalpha():
            return False
        if not self.the(i - 1) or r.flags[i - 1] & (Kind.POST | _NAME | Kind.HONORIFIC):
            return False
        heads = self.marks.of(first)
        return bool((heads & GROUPS or r.flags[first] & Kind.BODY) and not heads & {"person", "victim"})

    def _object_begins(self, i: int) -> bool:
        """Whether the definite noun at `i` is the object of whoever the definite noun before it names."""
        r = self.reading
        if r.words[i].conjunction or not self.the(i - 1):
            return False
        classes = self.marks.of(i)
        if "troops" in classes and "adj" not in classes:
            return True  # "the ministry the forces"
        if self.the(i) and ("gun" in classes or self.event_noun(i)):
            return True  # "the guards the fire", "the rebels the withdrawal"
        if not (self.marks.of(i - 1) & ACTING or r.flags[i - 1] & (Kind.BODY | Kind.POST)):
            return False
        if "back" in classes:
            return True  # "the forces the town"
        return i in self.places and r.forms[i].startswith(L.AL) and not r.flags[i] & Kind.NISBA

    def _member_of(self, i: int, first: int, limit: int) -> bool:
        """Whether `in` at `i` joins a person to a body: a leader in a movement."""
        r = self.reading
        classes = self.marks.of(i)
        if not classes & {"in", "to"} or i + 1 >= limit:
            return False
        before, after = i - 1, i + 1
        envoy = self.marks.of(first) & {"envoy"} or r.flags[first] & Kind.POST
        if "in" not in classes:
            return bool(envoy and after in self.places and self.sent(first))
        person = r.flags[before] & Kind.POST or self.marks.of(before) & MEMBERS or r.forms[before].startswith(L.AL)
        named = self.marks.of(after)
        body = r.flags[after] & Kind.BODY or named & {"force", "council"} or r.forms[after] in QUOTES
        return bool(person and body) and "territory" not in named

    def apposition(self, first: int, stop: int, limit: int) -> int:
        """Past the name that stands between commas behind a post."""
        r = self.reading
        if stop >= limit or r.forms[stop] not in COMMAS:
            return stop
        if not (r.flags[first] & _TITLED or self.marks.of(first) & {"envoy", "person"}):
            return stop
        k = stop + 1
        while (
            k < limit
            and k - stop <= 5
            and r.forms[k][0].isalpha()
            and not r.flags[k] & (_VERBS | Kind.FUNCTION | Kind.COMPLEMENTISER)
        ):
            k += 1
        named = k > stop + 1 and (k >= limit or not r.forms[k][0].isalpha() or r.flags[k] & Kind.FUNCTION)
        return k if named else stop

    def behind(self, stop: int) -> int:
        """Where a noun phrase that ends right before `stop` begins; `stop` where none does. Found once."""
        known = self.begins.get(stop, -1)
        if known >= 0:
            return known
        begin = self.begins[stop] = self._begin(stop)
        return begin

    def _begin(self, stop: int) -> int:
        """As `behind`, looked for anew."""
        best = stop
        for first in range(stop - 1, max(-1, stop - 9), -1):
            if self.reading.forms[first][0] == "\n" or self.noun(first, stop) != stop:
                if best < stop:
                    break
                continue
            best = first
        return best

    def start_of(self, k: int, stop: int) -> int:
        """Where the phrase that holds the party at `k` and ends at `stop` begins."""
        if k in self.places:
            return k
        first = min(self.behind(stop), k)
        while first < k and (self.marks.of(first) & {"matter", "hypo"} or self.deed(first)):
            first += 1
        return first

    def skip(self, i: int, limit: int, *, adjectives: bool = False, definite: bool = True) -> int:
        """Past dates, prepositional phrases of place and manner, and adjectives where these are wanted.

        `definite`: whether the noun has the article; behind one without it a word with it is no adjective.
        """
        r = self.reading
        start = i
        while i < limit and i - start < 8:
            form, flags = r.forms[i], r.flags[i]
            if (
                ((i in self.times or flags & _TIME) and i not in self.places)
                or (form in COMMAS and i + 1 < limit and i + 1 in self.times)
                or (form in COMMAS and i > start and i - 1 in self.times)
            ):
                i += 1
            elif flags & Kind.EVENT_WORD and "adverb" in self.marks.of(i):
                i = self.marks.stop(i)
            elif adjectives and self.adjective(i) and (definite or not form.startswith(L.AL)):
                i += 1
            elif flags & Kind.EVENT_WORD and "manner" in self.marks.of(i):
                i = min(i + 2, limit)
            elif flags & Kind.EVENT_WORD and "clock" in self.marks.of(i):
                i = self._past_hour(i + 1, limit)
            elif self.adverbial(i):
                plain = flags & Kind.FUNCTION and self.bare_function(i)
                if plain:
                    i += 1
                else:
                    i = max(i + 1, self.noun(i + 1, limit) if flags & Kind.FUNCTION else self.led_noun(i, limit))
            else:
                break
        return i

    def _past_hour(self, i: int, limit: int) -> int:
        """The token behind the time of day whose number begins at `i`."""
        while i < limit:
            form = self.reading.forms[i]
            told = form[0].isdigit() or form in _HOUR_MARKS or self.marks.of(i) & _HALVES
            if not told and not self.marks.values("hour:", i, i + 1):
                break
            i = max(i + 1, self.marks.stop(i))
        return i

    def clause_first(self, i: int, floor: int) -> int:
        """Where the words before `i` begin that may be its subject: behind a mark, a complementiser, `was`."""
        r = self.reading
        k = i - 1
        while k >= floor:
            form, flags = r.forms[k], r.flags[k]
            if form in STOPS or form[0] == "\n" or (form in QUOTES and self.edge(k)):
                return k + 1
            if form in COMMAS and k not in self.times and k + 1 not in self.times:
                return k + 1
            if flags & Kind.COMPLEMENTISER:
                return k + 1
            if flags & Kind.CUE_VERB and not r.words[k].article:
                return k + 1
            if flags & Kind.FUNCTION and self.joins_clauses(k):
                return k + 1
            k -= 1
        return k + 1

    def object_behind(self, first: int, stop: int, limit: int) -> bool:
        """Whether the phrase names one who acts, and what is struck stands right behind it."""
        if stop >= limit or not self.acts(first, stop) or self.joined(stop):
            return False
        return self.noun(stop, limit) > stop and self.struck(stop, stop + 1)
