"""Where the noun phrases round events begin and end, and what stands between them.

noun phrase := noun {adjective | genitive | `and` noun | full name of a person | quoted name}
"""

from __future__ import annotations

from typing import Final

from hudna.coding.events.marks import Marks
from hudna.coding.events.partywords import (
    ACTING,
    GROUPS,
    HEADS,
    MAY_ACT,
    MEMBERS,
    OBJECTS,
    QUANTITY,
    QUOTES,
    STOPS,
    WEAPONS,
    PartyWords,
)
from hudna.coding.words.nouns import FINITE, printed_feminine
from hudna.coding.words.reading import Reading
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Kind
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_NAME: Final = Kind.GIVEN | Kind.PERSON
_TITLED: Final = Kind.POST | Kind.HONORIFIC
_NAMING: Final = Kind.NISBA | Kind.BODY
_TIME: Final = Kind.MONTH | Kind.WEEKDAY | Kind.TIMEWORD
_KNOWN: Final = Kind.NISBA | Kind.BODY | Kind.POST | Kind.EVENT_WORD | Kind.NUMBER
_BEGINS: Final = Kind.BODY | Kind.PLACE_CLASS | Kind.TRIGGER | Kind.CONTENT_NOUN
"""Kinds of indefinite nouns that never follow a definite one in its phrase."""
_LONGEST: Final = 10
_SOON: Final = 4
_ASIDE: Final = 12
"""Tokens of the longest aside in brackets."""
_FULL_PLURAL: Final = (L.WAW + L.NOON, L.YEH + L.NOON)
_JOINED: Final = (L.LAM + L.LAM, L.BEH + L.AL)
_OUTSIDE: Final = frozenset(("against", "between", "with", "adverb", "manner"))
_STEPS: Final = frozenset(("support", "able", "suffer", "agent", "partakes"))
_OWNED: Final = OBJECTS | {"troops", "convoy"}
_HEADS_ANEW: Final = frozenset(("doer", "civilian", "people", "victim", "person", "column"))
_NAMED: Final = Kind.NISBA | Kind.POST | Kind.BODY | Kind.GIVEN | Kind.PERSON | Kind.PLACE
_STRUCK_THINGS: Final = frozenset(("site", "building", "arms", "column"))
_PEOPLE: Final = frozenset(("civilian", "people"))
_HUMANS: Final = _PEOPLE | {"person", "victim"}
_OFFICES: Final = Kind.BODY | Kind.POST
_TOLD: Final = Kind.CONTENT_NOUN | Kind.ACT | Kind.EVENT_WORD
_TELLING: Final = frozenset(("purpose", "gathers"))
_VERBAL: Final = (L.YEH, L.TEH)
_HARMED: Final = frozenset(("injured", "hurt"))
_EQUIPMENT: Final = frozenset(("captivesonly", "troops", "arms", "projectile", "aircraft", "took", "inforce", "column"))
_HOUR_MARKS: Final = frozenset((":", ".", "("))
_HALVES: Final = frozenset(("half-past", "morning", "afternoon"))

_FIRE: Final = frozenset(("fire", "gun"))
_SIDES: Final = frozenset(("force", "doer"))
_FORCES: Final = frozenset(("artillery", "air", "force"))
_FIRSTS: Final = word_class("firsts and mosts")
_PLACES: Final = Kind.PLACE | Kind.PLACE_CLASS
_OF_A_KIND: Final = word_class("genitives of kind")

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
                if quote is not None and i > first and definite and self.marks.of(i + 1) & _STRUCK_THINGS:
                    break  # "the air force "a lorry"": the object is quoted
                if quote is None or quote.first != i + 1 or not quote.closed or quote.stop - quote.first > 5:
                    break
                if i > first and self._sentence_in(quote.first, quote.stop):
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
            if form == L.WAW and first < i < limit - 1 and r.forms[i + 1][0].isdigit():
                i += 1
                definite = False  # "a civilian and 13 soldiers"
                continue
            if self._phrase_within(i, first):
                pilotless, i = i > first, self.marks.stop(i)
                if pilotless and i < limit and not (self.joined(i) or self.adjective(i)):
                    break  # "a pilotless aircraft a car"
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
            i = min(self.body_stop(i), limit) if self.the(i) else i + 1
        while i > first and r.forms[i - 1] == L.WAW:
            i -= 1
        return i

    def _sentence_in(self, first: int, stop: int) -> bool:
        """Whether the quotation is a sentence rather than a name: a finite verb stands behind its first word."""
        flags = self.reading.flags
        k = first + 1
        while k < stop and not (flags[k] & FINITE and not flags[k] & _NAMED):
            k += 1
        return k < stop

    def _phrase_within(self, i: int, first: int) -> bool:
        """Whether small words of a list begin at `i` that a noun phrase may hold: `without pilot`, `no fewer than`."""
        if not self.reading.flags[i] & Kind.EVENT_WORD or self.marks.stop(i) == i + 1:
            return False
        return "atleast" in self.marks.of(i) if i == first else "pilotless" in self.marks.of(i)

    def _goes_on(self, i: int, first: int, definite: bool) -> bool:
        r = self.reading
        form, flags, word = r.forms[i], r.flags[i], r.words[i]
        if form in STOPS or form in L.COMMAS or form[0] == "\n" or i in self.times:
            return False
        if i > first and i in self.places and not word.conjunction and self.in_name(i):
            return True
        if (
            i > first
            and (word.preposition == L.LAM or self._belongs_to(i))
            and (self._owned(i, first) or self._post_of(i, first))
        ):
            return True
        if flags == Kind.CUE_PREPOSITION:
            return False  # "the incident according to"
        if form[0].isdigit():
            return i == first or not definite
        classes = self.marks.of(i) if flags & Kind.EVENT_WORD else frozenset()
        if "clock" in classes:
            return False
        if "led" in classes and not classes & OBJECTS and not word.conjunction:
            return False  # "(-) claimed ten lives"
        if (classes & _STEPS or classes & _OUTSIDE) and not (i > first and self.ali(i)):
            return False
        if i > first and self.backed(i):
            return True
        if "back" in classes and self.marks.stop(i) > i + 1 and i > first:
            return False  # "a force the place of the blast"
        if classes & _TELLING and not (self.the(i) or word.conjunction or "origin" in self.marks.of(i + 1)):
            return False  # "a meeting (-) that brought together"
        if "side" in classes or ("itsend" in classes and not word.conjunction):
            return False  # "X on one side", "a trader (met) his end"
        if i > first and "hits" in classes and not self.the(i) and not self.event_noun(i):
            return False  # "the army (-) struck"
        if i > first and "of" in classes:
            return "origin" in classes and self._of_whom(i)
        small = flags & (Kind.COMPLEMENTISER | Kind.FUNCTION) and not (i > first and self.ali(i)) and not self.own(i)
        if small and (not word.article or self.relative(i)):
            return False
        if flags & _TIME and not (i in self.places or word.flags & Kind.BODY or (i > first and form.startswith(L.AL))):
            return False
        if i == first:
            if self._verb_first(i):
                return False
            if not self.led and (word.preposition or form.startswith(_JOINED)) and word.flags | (form[0] == L.LAM):
                return False
            return not (flags & FINITE and not flags & (_NAMING | Kind.POST)) or word.article
        if not word.conjunction and self.another(i):
            return False
        if classes & _HARMED and form[0] == L.BEH:
            return False  # "(wounded) with injuries"
        if r.flags[i - 1] & Kind.GIVEN and not (word.preposition or word.pronoun or flags & (Kind.PLACE | Kind.NUMBER)):
            return True  # a family name, whatever else the word may be
        if i - 1 > first and self._foreign(i - 1) and self.the(i) and not word.conjunction and self._somebody_new(i):
            return False  # "Arab aircraft the group": the object begins
        shooter = self.marks.of(i - 1) & MAY_ACT or self.nominative(i - 1)
        if "gun" in classes and self.the(i) and not word.conjunction and shooter:
            return False  # "two women fire": the object begins
        if definite and "adj" in classes and not (word.conjunction or form.startswith(L.AL) or flags & Kind.PLACE):
            return False  # a predicate: "the martyr X separate from"
        many = r.flags[i - 1] & Kind.NUMBER or self.marks.of(i - 1) & QUANTITY
        known = self.the(i - 1) or r.words[i - 1].article
        if form.startswith(L.AL) and r.forms[i - 1].endswith(_FULL_PLURAL) and not (many or known):
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
        if self.own(i - 1) and not (word.conjunction or word.preposition or i in self.places):
            return False  # "our forces a shell": the object begins
        if not flags & ~_TOLD and form[0] == L.WAW and self.the(i - 1) and self.verbal_noun(i):
            return False  # "the Kurds and the refusal of"
        if i - 1 in self.places and flags & Kind.TRIGGER and not (word.conjunction or self.the(i) or self.heads(i)):
            return False  # "Riyadh a summit": the object begins
        if (
            not (flags or word.conjunction or form.startswith(L.AL))
            and i - 1 in self.places
            and self._feminine(i)
            and i + 1 not in self.places
        ):
            return False  # "Kabul a rivalry": the object begins
        if not flags and form[0] in _VERBAL and self.the(i - 1) and not self._may_be_named(i - 1):
            return False  # "reality shows": a verb of no list
        if flags & FINITE and not flags & (_NAMING | Kind.POST | Kind.BODY | _NAME) and i not in self.places:
            return False
        if flags & Kind.TRIGGER and not flags & Kind.BODY and self.only_verb(i):
            return False
        if (word.preposition and word.flags) or form.startswith((L.LAM + L.LAM, L.BEH + L.AL, L.FEH + L.AL)):
            return self._post_of(i, first)
        if (word.conjunction == L.FEH and word.flags) or self.unknown_verb(i) or self.purpose(i):
            return False
        if not flags and form[0] == L.YEH and self.marks.of(i - 1) & _HUMANS and not self.the(i - 1):
            return False  # "persons (-) are suspected"
        if self.adjective(i - 1) and self.unknown_past(i):
            return False  # "three Russian jets took (turns)"
        if word.conjunction and self._fresh_force(i, first):
            return False  # "jets strike the town and the artillery of"
        if definite and form in _FIRSTS:
            return False  # "the organisation (-) the first attack"
        if definite and word.pronoun and not word.conjunction and not self._feminine(i):
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
        if self._owned_event(i, i - first):
            return False  # "the forces of X their control"
        if flags & Kind.POST and word.article and not word.conjunction and i > first + 2 and not r.words[i - 1].flags:
            return False  # another person begins behind a name
        if definite and not word.conjunction and self.accusative(i):
            return False
        if self.the(i - 1) and classes & _HEADS_ANEW and not (word.conjunction or self.the(i) or flags & _NAMED):
            return False  # "the movement sons of the people": another phrase begins
        if classes and not word.conjunction and not form.startswith(L.AL):
            if definite and classes & (QUANTITY | _EQUIPMENT):
                return False  # "the authorities more than a hundred", "the country an aircraft carrier"
            if classes & OBJECTS and (self.adjective(i - 1) or self.marks.of(i - 1) & WEAPONS):
                return False  # "other raids positions", "a drone a house": the object begins
        if i - first >= 2 and not definite and form.endswith(L.ALEF) and not flags & _KNOWN and i not in self.places:
            return False  # an accusative: the object of the verb
        return not (definite and classes & OBJECTS and not word.conjunction)

    def _fresh_force(self, i: int, first: int) -> bool:
        """Whether weapons or forces with `and` follow the place that is struck: they are who acts next."""
        if i - 1 not in self.places or not self.marks.of(i) & _FORCES or i in self.places:
            return False
        struck = self.ground(first) or (first in self.places and first > 0 and "against" in self.marks.of(first - 1))
        return struck and self._verb_soon(i + 1)

    def _verb_soon(self, i: int) -> bool:
        """Whether a finite verb stands at `i` or a little behind it, no mark or small word between."""
        flags = self.reading.flags
        for k in range(i, min(i + _SOON, len(flags))):
            if flags[k] & FINITE and not flags[k] & _NAMED:
                return True
            if flags[k] & Kind.TRIGGER and self.only_verb(k):
                return True
            if flags[k] & Kind.FUNCTION or not self.reading.is_word(k):
                return False
        return False

    def _of_whom(self, i: int) -> bool:
        """Whether `of` at `i` goes on with whom or what is counted before it, not with where it comes from."""
        if (self.counts(i - 1) or self._band(i - 1)) and not self.from_place(i + 1):
            return True
        return bool(self.marks.of(i - 1) & QUANTITY) and i + 1 not in self.places

    def _owned_event(self, i: int, at: int) -> bool:
        """Whether an event with a pronoun stands at `i`, not right behind the phrase's first word: `their control`."""
        word = self.reading.words[i]
        if at < 2 or not word.pronoun or word.conjunction or self._feminine(i) or "of" in self.marks.of(i - 1):
            return False
        return bool(self.reading.flags[i] & (Kind.TRIGGER | Kind.EVENT_WORD))

    def _band(self, i: int) -> bool:
        """Whether an indefinite group stands at `i`, and whose it is behind `of`: `two factions of the opposition`."""
        r = self.reading
        if "doer" not in self.marks.of(i) or self.the(i) or r.words[i].pronoun or i + 2 >= len(r):
            return False
        return self.the(i + 2) or bool(r.flags[i + 2] & (Kind.BODY | Kind.NISBA))

    def _verb_first(self, i: int) -> bool:
        """Whether the word at `i`, of no list of nouns, is a verb with which no phrase begins."""
        flags = self.reading.words[i].flags
        if flags & ~_TOLD:
            return False
        if self.verb_of(i):
            return True
        relative = self.reading.forms[i][0] in _VERBAL and i > 0 and self.relative(i - 1)
        return not flags and (relative or self.unknown_verb(i))

    def _belongs_to(self, i: int) -> bool:
        """Whether the word at `i`, of no list, has the `li-` that a word of belonging takes: `loyal to X`."""
        return (
            not self.reading.words[i].flags and self.reading.forms[i][0] == L.LAM and "belong" in self.marks.of(i - 1)
        )

    def _owned(self, i: int, first: int) -> bool:
        """Whether `li-` at `i` tells whose the thing before it is: positions of the Houthis, forces loyal to X."""
        marks, r = self.marks, self.reading
        if "belong" in marks.of(i - 1):
            return True
        if self.the(i - 1) or not marks.of(first) & _OWNED:
            return False
        k = i - 1
        while k > first and self.adjective(k):
            k -= 1
        if not marks.of(k) & _OWNED:
            return False
        if marks.of(i) & ACTING or r.flags[i] & (Kind.BODY | Kind.NISBA):
            return True
        return i + 1 < len(r) and bool(marks.of(i + 1) & HEADS) and not r.words[i + 1].preposition

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
        if r.flags[i - 1] & Kind.PERSON and self.the(i) and self.event_noun(i) and not r.words[i].conjunction:
            return True  # "Tsipras the talks"
        known = self.the(i - 1) or r.words[i - 1].pronoun or r.forms[i - 1].startswith(L.LAM + L.LAM)
        if r.words[i].conjunction or not known:
            return False
        classes = self.marks.of(i)
        if "troops" in classes and "adj" not in classes:
            return True  # "the ministry the forces"
        body = r.flags[i] & Kind.BODY and classes & _SIDES and not r.flags[i] & Kind.NISBA
        if r.words[i - 1].pronoun and self.the(i) and classes & _FIRE:
            return True  # "its men the fires"
        if "parties" in classes and self.the(i) and not self.marks.of(i - 1) & ACTING:
            return True  # "the nations the parties"
        if body and not self._feminine(i) and self.the(i) and self.marks.of(i - 1) & GROUPS and "adj" not in classes:
            return True  # "the forces the organisation"
        if classes & _PEOPLE and not self.marks.of(i - 1) & _HUMANS and self._office(i - 1):
            return True  # "the union the residents"
        others = r.forms[i].endswith(_FULL_PLURAL[1]) and (self._takes_feminine(i - 1) or not r.flags[i] & Kind.NISBA)
        if r.flags[i - 1] & Kind.BODY and others:
            return True  # "the council the gunmen"
        if self.the(i) and ("gun" in classes or self.event_noun(i)):
            return True  # "the guards the fire", "the rebels the withdrawal"
        if r.flags[i] & Kind.POST and r.flags[i - 1] & Kind.TRIGGER and self.the(i) and not self.heads(i - 1):
            return True  # "(during) the visit the president"
        if "figurative" in classes and self.the(i) and not classes & MAY_ACT:
            return True  # "his counterpart the situation"
        if not (self.marks.of(i - 1) & ACTING or r.flags[i - 1] & (Kind.BODY | Kind.POST)):
            return False
        if "back" in classes or (classes & OBJECTS and self.the(i) and "adj" not in classes):
            return True  # "the forces the town"
        return i in self.places and r.forms[i].startswith(L.AL) and not r.flags[i] & Kind.NISBA

    def _feminine(self, i: int) -> bool:
        """Whether the word at `i` is printed with the ending of a feminine noun."""
        return printed_feminine(self.reading, i)

    def _takes_feminine(self, i: int) -> bool:
        """Whether adjectives of the noun at `i` are feminine: the government, the forces."""
        return self._feminine(i) or self.reading.forms[i].endswith(L.ALEF + L.TEH)

    def _foreign(self, i: int) -> bool:
        """Whether an indefinite adjective stands at `i`: no noun with the article goes on behind it."""
        described = self.reading.flags[i] & Kind.NISBA or (self._feminine(i) and self._described_so(i))
        if not described or i in self.places or i == 0:
            return False
        return not (self.the(i) or self.reading.words[i].article or self.reading.words[i].conjunction)

    def _described_so(self, i: int) -> bool:
        """Whether an adjective stands at `i`, or a word of no list behind one."""
        if "adj" in self.marks.of(i):
            return True
        described = i > 0 and (self.adjective(i - 1) or "air" in self.marks.of(i - 1))
        return described and not self.reading.words[i].flags

    def _somebody_new(self, i: int) -> bool:
        """Whether the noun at `i` names somebody, and is no adjective."""
        if self.adjective(i):
            return False
        if self.reading.flags[i] & _OFFICES or self.marks.of(i) & ACTING:
            return True
        return not self.reading.flags[i - 1] & _PLACES and self.reading.forms[i] not in _OF_A_KIND

    def _may_be_named(self, i: int) -> bool:
        """Whether a person's name may follow the word at `i`."""
        if self.reading.flags[i] & (Kind.POST | _NAME | Kind.HONORIFIC | Kind.NISBA) or not self.reading.words[i].flags:
            return True
        return bool(self.marks.of(i) & MEMBERS)

    def _country(self, i: int) -> bool:
        """Whether the place at `i` is a country: one is sent to it, and travels to a town."""
        found = self.reading.match(i, Kind.PLACE)
        return found is not None and isinstance(found[1].row, PlaceName) and found[1].row.rows[0].kind == "country"

    def _office(self, i: int) -> bool:
        """Whether a body or post, or an adjective of one, stands at `i`."""
        if i > 0 and (self.adjective(i) or not self.reading.words[i].flags) and self.the(i):
            i -= 1
        return bool(self.reading.flags[i] & _OFFICES)

    def _member_of(self, i: int, first: int, limit: int) -> bool:
        """Whether `in` at `i` joins a person to a body: a leader in a movement."""
        r = self.reading
        classes = self.marks.of(i)
        if not classes & {"in", "to"} or i + 1 >= limit:
            return False
        before, after = i - 1, i + 1
        envoy = self.marks.of(first) & {"envoy"} or r.flags[first] & Kind.POST
        if "in" not in classes:
            return bool(envoy and after in self.places and self.sent(first) and self._country(after))
        person = r.flags[before] & Kind.POST or self.marks.of(before) & MEMBERS or r.forms[before].startswith(L.AL)
        named = self.marks.of(after)
        body = r.flags[after] & Kind.BODY or named & {"force", "council"} or r.forms[after] in QUOTES
        return bool(person and body) and "territory" not in named

    def past_aside(self, i: int, limit: int) -> int:
        """Past what stands in round brackets at `i`; `i` where nothing does."""
        forms = self.reading.forms
        if i >= limit or forms[i] != "(":
            return i
        for k in range(i + 1, min(limit, i + _ASIDE)):
            if forms[k] == ")":
                return k + 1
        return i

    def apposition(self, first: int, stop: int, limit: int) -> int:
        """Past the name that stands between commas behind a post."""
        r = self.reading
        if stop >= limit or r.forms[stop] not in L.COMMAS:
            return stop
        if not (r.flags[first] & _TITLED or self.marks.of(first) & {"envoy", "person"}):
            return stop
        if r.forms[first].endswith(_FULL_PLURAL):
            return stop  # several persons
        k = stop + 1
        while (
            k < limit
            and k - stop <= 5
            and r.forms[k][0].isalpha()
            and not r.flags[k] & (FINITE | Kind.FUNCTION | Kind.COMPLEMENTISER)
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
            if self.accusing(first):
                break
            if self.reading.forms[first][0] == "\n" or self.noun(first, stop) != stop:
                if best < stop:
                    break
                continue
            best = first
        return best

    def accusing(self, i: int) -> bool:
        """Whether a participle that reports stands at `i`, the party behind it: `accusing the army`."""
        flags = self.reading.flags[i]
        return (
            bool(flags & Kind.CUE_PARTICIPLE) and not flags & (Kind.BODY | Kind.POST | Kind.GIVEN) and not self.the(i)
        )

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
                or (form in L.COMMAS and i + 1 < limit and i + 1 in self.times)
                or (form in L.COMMAS and i > start and (i - 1 in self.times or "adverb" in self.marks.of(i - 1)))
            ):
                i = self.marks.stop(i) if "adverb" in self.marks.of(i) else i + 1
            elif flags & Kind.EVENT_WORD and "adverb" in self.marks.of(i):
                i = self.marks.stop(i)
            elif adjectives and self.adjective(i) and (definite or not form.startswith(L.AL)):
                i += 1
            elif flags & Kind.EVENT_WORD and "manner" in self.marks.of(i):
                i = min(i + 2, limit)
                while i < limit and r.words[i].conjunction and "adj" in self.marks.of(i):
                    i += 1  # "in a random and fierce way"
            elif flags & Kind.EVENT_WORD and "clock" in self.marks.of(i):
                i = self._past_hour(i + 1, limit)
            elif flags & Kind.CUE_PREPOSITION and not flags & (Kind.BODY | Kind.POST):
                break  # "according to": who tells of it
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
            if (form in STOPS and not self.in_number(k)) or form[0] == "\n" or (form in QUOTES and self.edge(k)):
                return k + 1
            if form in L.COMMAS and k not in self.times and k + 1 not in self.times:
                return k + 1
            if flags & Kind.COMPLEMENTISER:
                return k + 1
            if flags & Kind.CUE_VERB and not r.words[k].article:
                return k + 1
            if flags & Kind.FUNCTION and self.joins_clauses(k):
                return k + 1
            k -= 1
        return k + 1

    def in_number(self, k: int) -> bool:
        """Whether the mark at `k` joins a number to a letter: `F-16`."""
        forms = self.reading.forms
        return forms[k] == "-" and k + 1 < len(forms) and forms[k + 1][0].isdigit()

    def object_behind(self, first: int, stop: int, limit: int) -> bool:
        """Whether the phrase names one who acts, and what is struck stands right behind it."""
        if stop >= limit or not self.acts(first, stop) or self.joined(stop):
            return False
        return self.noun(stop, limit) > stop and self.struck(stop, stop + 1)
