"""Who does what to whom: the noun phrases round a trigger.

verbal     := [subject] VERB [adverbs] [subject] [adverbs] [object]
nominal    := MASDAR [adjectives] [genitive] {preposition phrase}
prepositions: "by" -> actor; "between" -> actors; "with" -> actor of talks and fighting; "on", "against" -> target
supports   := SUPPORT subject ... NOUN | NOUN SUPPORT subject | subject ABLE ... MASDAR | target SUFFER ... NOUN
controlled := subject PREPOSITION MASDAR ("began by shelling", "managed to take")
"""

from __future__ import annotations

from typing import Final

from hudna.coding.marks import Marks
from hudna.coding.reading import Reading
from hudna.coding.triggers import Mention
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import Trigger
from hudna.packs.tables.speech import Body, FunctionWord, Post
from hudna.text import letters as L

_BODY: Final = Kind.BODY
_COMPLEMENTISER: Final = Kind.COMPLEMENTISER
_CUE_VERB: Final = Kind.CUE_VERB
_DIRECTION: Final = Kind.DIRECTION
_EVENT_WORD: Final = Kind.EVENT_WORD
_FUNCTION: Final = Kind.FUNCTION
_GIVEN: Final = Kind.GIVEN
_NAME: Final = Kind.GIVEN | Kind.PERSON
_NISBA: Final = Kind.NISBA
_NUMBER: Final = Kind.NUMBER
_PLACE: Final = Kind.PLACE
_POST: Final = Kind.POST
_TRIGGER: Final = Kind.TRIGGER
_VERB: Final = Kind.VERB
_LONGEST: Final = 10
_STOPS: Final = frozenset(".:;!?()[]|/…-–*" + L.QUESTION + L.SEMICOLON)
COMMAS: Final = frozenset("," + L.COMMA)
_QUOTES: Final = frozenset(L.QUOTES)
_VERBS: Final = Kind.CUE_VERB | Kind.VERB
_NAMING: Final = Kind.NISBA | Kind.BODY
_PERSON_NAMED: Final = Kind.PERSON
_TIME: Final = Kind.MONTH | Kind.WEEKDAY | Kind.TIMEWORD
_FULL_PLURAL: Final = (L.WAW + L.NOON, L.YEH + L.NOON)
_NO_ARTICLE: Final = frozenset((L.ALEF_MADDA, L.ALEF_HAMZA_ABOVE, L.ALEF_HAMZA_BELOW))
_JOINED: Final = (L.LAM + L.LAM, L.BEH + L.AL)
_VERBAL: Final = (L.YEH, L.TEH)
_KNOWN: Final = Kind.NISBA | Kind.BODY | Kind.POST | Kind.EVENT_WORD | Kind.NUMBER
_PERSON: Final = Kind.POST | Kind.HONORIFIC
_OBJECTS: Final = frozenset(("territory", "site", "victim", "building"))
_GROUPS: Final = frozenset(("force", "troops", "air", "artillery", "police"))
_OUTSIDE: Final = frozenset(("against", "between", "with", "adverb", "manner"))
_BEFORE_DOER: Final = frozenset(("plan", "light"))
_SIDES: Final = frozenset(("agent", "side"))
_LIGHT: Final = frozenset(("light",))
_STEPS: Final = frozenset(("support", "able", "suffer", "agent"))
_HEADS: Final = frozenset(("force", "troops", "envoy", "council", "air", "police"))
_MEMBERS: Final = frozenset(("victim", "person", "envoy"))
_QUANTITY: Final = frozenset(("number",))
_GROUP: Final = frozenset(("force", "envoy"))
_HARMED: Final = frozenset(("injured", "hurt"))
_EQUIPMENT: Final = frozenset(("captivesonly", "troops", "arms", "projectile", "aircraft", "took", "inforce"))
_BEGINS: Final = Kind.BODY | Kind.PLACE_CLASS | Kind.TRIGGER | Kind.CONTENT_NOUN
"""Kinds of indefinite nouns that never follow a definite one in its phrase."""
_COUNTED: Final = frozenset(("victim", "several"))
_ACTING: Final = frozenset(
    ("force", "troops", "envoy", "council", "air", "police", "victim", "civilian", "people", "person")
)
"""Classes of words that name somebody who could act."""
_MAY_ACT: Final = _ACTING | {"doer", "artillery", "aircraft", "ship", "protestword", "bomb", "captive", "convoy"}
_STRUCK: Final = frozenset(
    ("territory", "site", "building", "victim", "force", "troops", "person", "civilian", "arms", "aircraft", "base")
)
"""Classes of words that name something that can be struck or taken."""
_SOMEBODY: Final = Kind.BODY | Kind.POST | Kind.NISBA | Kind.HONORIFIC | Kind.PLACE | Kind.GIVEN | Kind.PERSON
SYMMETRIC: Final = frozenset(("clash", "meeting", "agreement", "ceasefire", "exchange"))
_ATTACKS: Final = frozenset(("shelling", "air_strike", "clash", "bombing", "shooting", "chemical_attack"))
_BEFALLS: Final = _ATTACKS | {"detention", "killing"}
_BEFALLEN: Final = _OBJECTS | {"person"}
_TALKED: Final = frozenset(("meeting", "agreement", "invitation", "vote"))
_STRIKES: Final = _ATTACKS | {"capture", "destruction", "sanction"}
_OWN_DEEDS: Final = _ATTACKS | {"capture", "detention", "destruction", "killing", "deployment"}
_HOUR_MARKS: Final = frozenset((":", ".", "("))
_HALVES: Final = frozenset(("half-past", "morning", "afternoon"))
_WEAPONS: Final = frozenset(("air", "artillery", "projectile", "gun", "bomb"))
_MOVES: Final = frozenset(("deployment", "withdrawal"))
_FOR: Final = frozenset(("aid", "invitation", "displacement"))
_DESCRIBED: Final = _ATTACKS | {"sanction", "protest", "violation", "ceasefire", "withdrawal"}
"""Types whose noun is followed by an adjective rather than by an unknown name."""
_CARRIED: Final = ("able", "support", "suffer")
_CARRIERS: Final = {
    "agreement": ("able", "support", "sign", "suffer"),
    "exchange": ("able", "support", "sign", "suffer"),
    "ceasefire": ("able", "support", "sign", "declare", "suffer"),
    "aid": ("able", "support", "deliver", "suffer"),
    "invitation": ("able", "support", "invite", "suffer"),
    "protest": ("able", "support", "organise", "march", "suffer"),
}
"""By type: the classes of verbs that carry its noun, in the order in which they are asked."""
_LOOSE: Final = frozenset(("deliver", "organise", "invite", "march"))
"""Of these, the ones whose words are also others: only who could act is their subject."""
_ATTACK_NOUNS: Final = frozenset(("noun", "masdar"))
_HITS_BEHIND: Final = 8
"""Tokens behind a noun of attack in which the verb stands that tells what it struck."""
_MET: Final = frozenset(("meeting",))
_BY_SOMEBODY: Final = frozenset(("sanction", "killing", "detention", "displacement", "violation"))
_ACTED: Final = frozenset(("capture", "deployment", "withdrawal", "violation", "detention", "agreement"))
"""Types that are hardly ever told without who does it."""

Phrase = tuple[int, int]


def _joined(r: Reading, i: int) -> bool:
    """Whether the word at `i` has the article, or something that joins it to the word before."""
    word = r.words[i]
    return bool(word.article or word.conjunction or word.preposition or r.forms[i].startswith((L.AL, L.WAW)))


class Phrases:
    """Finds noun phrases in one text. `times` and `places` are the tokens of dates and of places."""

    __slots__ = ("begins", "doer", "led", "marks", "places", "reading", "times")

    def __init__(self, reading: Reading, marks: Marks, times: set[int], places: set[int]) -> None:
        self.places = places
        self.begins: dict[int, int] = {}
        """Where the phrases begin that end before a token, as far as asked."""
        self.doer: Phrase = (-1, -1)
        """Who acted in the last event that tells it."""
        self.led = False
        self.reading = reading
        self.marks = marks
        self.times = times

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
            if form in _QUOTES:
                quote = r.quotations[r.quote_of[i]] if r.quote_of[i] >= 0 else None
                if quote is None or quote.first != i + 1 or not quote.closed or quote.stop - quote.first > 5:
                    break
                i, definite = min(quote.stop + 1, limit), True
                continue
            name = self._person_stop(i)
            if name > i and (i == first or not r.words[i].preposition):
                if i > first and not r.words[i].conjunction and self._whole_person(i - 1):
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
            definite = definite or self._the(i) or word.article or i in self.places or self._named(i)
            definite = definite or bool(r.flags[i] & _NAME) or bool(word.pronoun)
            i += 1
        while i > first and r.forms[i - 1] == L.WAW:
            i -= 1
        return i

    def _the(self, i: int) -> bool:
        """Whether the word at `i` begins with the article, not with an alef that has madda or hamza: thousands."""
        reading = self.reading
        return reading.forms[i].startswith(L.AL) and reading.text[reading.tokens.starts[i]] not in _NO_ARTICLE

    def _goes_on(self, i: int, first: int, definite: bool) -> bool:
        r = self.reading
        form, flags, word = r.forms[i], r.flags[i], r.words[i]
        if form in _STOPS or form in COMMAS or form[0] == "\n" or i in self.times:
            return False
        if i > first and i in self.places and not word.conjunction and self._in_name(i):
            return True
        if i > first and word.preposition == L.LAM and (self._owned(i, first) or self._post_of(i, first)):
            return True
        if form[0].isdigit():
            return i == first or not definite
        classes = self.marks.of(i) if flags & _EVENT_WORD else frozenset()
        if "clock" in classes:
            return False
        if (classes & _STEPS or classes & _OUTSIDE) and not (i > first and self._ali(i)):
            return False
        if i > first and "of" in classes:
            return "origin" in classes and self._counts(i - 1) and not self._from_place(i + 1)
        small = flags & (_COMPLEMENTISER | _FUNCTION) and not (i > first and self._ali(i)) and not self.own(i)
        if small and (not word.article or self.relative(i)):
            return False
        if flags & _TIME and not (i in self.places or word.flags & _BODY or (i > first and form.startswith(L.AL))):
            return False
        if i == first:
            if not word.flags and self._verb_of(i):
                return False
            if not self.led and (word.preposition or form.startswith(_JOINED)) and word.flags | (form[0] == L.LAM):
                return False
            return not (flags & _VERBS and not flags & (_NAMING | _POST)) or word.article
        if not word.conjunction and self._another(i):
            return False
        if r.flags[i - 1] & _GIVEN and not (word.preposition or word.pronoun or flags & _PLACE):
            return True  # a family name, whatever else the word may be
        if definite and "adj" in classes and not (word.conjunction or form.startswith(L.AL) or flags & _PLACE):
            return False  # a predicate: "the martyr X separate from"
        if form.startswith(L.AL) and r.forms[i - 1].endswith(_FULL_PLURAL) and not self._the(i - 1):
            return False  # an indefinite plural takes no genitive: the object begins
        if self._the(i - 1) and r.forms[i - 1].endswith(_FULL_PLURAL[0]) and not _joined(r, i):
            return False  # nor does a definite one: "the rebels two soldiers"
        if form[-1] != L.NOON and r.forms[i - 1].endswith(_FULL_PLURAL[0]) and self.marks.of(i - 1) & _MAY_ACT:
            return bool(word.conjunction)  # "activists a vigil": only another such plural describes one
        if (
            self._object_begins(i)
            or (i - 1 == first and self._behind_place(i))
            or (not flags and self._predicate(i, first))
        ):
            return False
        if word.article:
            return not word.preposition
        if flags & _VERBS and not flags & (_NAMING | _POST | _BODY | _NAME):
            return False
        if flags & _TRIGGER and not flags & _BODY and self._verb(i):
            return False
        if (word.preposition and word.flags) or form.startswith((L.LAM + L.LAM, L.BEH + L.AL, L.FEH + L.AL)):
            return self._post_of(i, first)
        if (word.conjunction == L.FEH and word.flags) or self._unknown_verb(i) or self._purpose(i):
            return False
        if definite and word.pronoun and not word.conjunction:
            return False  # "the delegation its participation": the object begins
        if definite and flags & (_POST | _BEGINS | _NUMBER) and not word.conjunction and not form.startswith(L.AL):
            return False  # another person, body or place begins
        if flags & _NUMBER and not word.conjunction and self._adjective(i - 1):
            return False  # "Russian jets ten raids"
        if (definite and "counterpart" in classes) or ("nearby" in classes and not word.conjunction):
            return False  # "the minister his counterpart", "a soldier east of the quarter"
        if word.conjunction and (classes & _HARMED or (flags & _TRIGGER and not self._heads(i))):
            return False  # "a child and the wounding of", "the town and the arrest of"
        if word.pronoun and not word.conjunction and i > first + 1 and flags & (_TRIGGER | _EVENT_WORD):
            return False  # "the forces of X their control"
        if flags & _POST and word.article and not word.conjunction and i > first + 2 and not r.words[i - 1].flags:
            return False  # another person begins behind a name
        if definite and not word.conjunction and self.accusative(i):
            return False
        if classes and not word.conjunction and not form.startswith(L.AL):
            if definite and classes & (_QUANTITY | _EQUIPMENT):
                return False  # "the authorities more than a hundred", "the country an aircraft carrier"
            if classes & _OBJECTS and (self._adjective(i - 1) or self.marks.of(i - 1) & _WEAPONS):
                return False  # "other raids positions", "a drone a house": the object begins
        if i - first >= 2 and not definite and form.endswith(L.ALEF) and not flags & _KNOWN and i not in self.places:
            return False  # an accusative: the object of the verb
        return not (definite and classes & _OBJECTS and not word.conjunction)

    def _in_name(self, i: int) -> bool:
        """Whether the place word at `i` stands in a name of several words, some of which may be small words."""
        return i - 1 in self.places or bool(self.reading.flags[i] & _FUNCTION and i + 1 in self.places)

    def _owned(self, i: int, first: int) -> bool:
        """Whether `li-` at `i` tells whose the thing before it is: positions of the Houthis, forces loyal to X."""
        marks, r = self.marks, self.reading
        if "belong" in marks.of(i - 1):
            return True
        if r.forms[i - 1].startswith(L.AL) or not marks.of(i - 1) & _OBJECTS or not marks.of(first) & _OBJECTS:
            return False
        return bool(marks.of(i) & _ACTING or r.flags[i] & (_BODY | _NISBA))

    def accusative(self, i: int) -> bool:
        """Whether the word at `i` is an indefinite accusative: behind a definite noun the object begins."""
        form = self.reading.forms[i]
        if form.startswith(L.AL) or i in self.places or len(form) < 5:
            return False
        if not self.reading.words[i].flags and form.endswith(L.ALEF + L.TEH):
            return True  # an unknown plural: no name ends so
        if not form.endswith(L.ALEF):
            return False
        return not self.reading.flags[i] & (_BODY | _NISBA)

    def _heads(self, i: int) -> bool:
        """Whether the word at `i`, which may tell of an event, heads the name of somebody instead."""
        return bool(self.reading.flags[i] & (_BODY | _POST | _NISBA | _NAME) or self.marks.of(i) & _ACTING)

    def _person_stop(self, i: int) -> int:
        """The token behind the known person's full name that begins at `i`; `i` where none of several words does."""
        r = self.reading
        if not r.flags[i] & _PERSON_NAMED:
            return i
        return max((stop for stop, entry in r.phrases.get(i, ()) if entry.kind & _PERSON_NAMED), default=i)

    def _whole_person(self, i: int) -> bool:
        """Whether a known person's name ends with the word at `i`."""
        return self.reading.words[i].find(_PERSON_NAMED) is not None

    def _another(self, i: int) -> bool:
        """Whether the word at `i` names another person, or the place that the person before it goes to."""
        flags = self.reading.flags
        if flags[i] & _PERSON_NAMED:
            return self._whole_person(i - 1)
        if i not in self.places or i - 1 in self.places:
            return False
        if flags[i - 1] & _NISBA and self.reading.forms[i - 1].startswith(L.AL):
            return True  # "the Iranian minister Baghdad"
        return bool(flags[i - 1] & _NAME or (not flags[i - 1] and i > 1 and flags[i - 2] & (_NAME | _POST | _NISBA)))

    def _unknown_verb(self, i: int) -> bool:
        """Whether the word at `i`, which no list has, looks like a verb of the third person plural or dual."""
        form = self.reading.forms[i]
        if self.reading.words[i].flags or form[0] != L.YEH or len(form) < 5:
            return False
        return form.endswith((L.WAW + L.NOON, L.ALEF + L.NOON))

    def _verb_of(self, i: int) -> bool:
        """Whether the word at `i`, of no list, looks like a verb whose subject, a body or force, stands behind it."""
        form = self.reading.forms[i]
        if form[-1] != L.TEH or form.endswith(L.ALEF + L.TEH) or i + 1 >= len(self.reading) or not self._the(i + 1):
            return False
        return bool(self.reading.flags[i + 1] & (_BODY | _POST) or self.marks.of(i + 1) & _ACTING)

    def _purpose(self, i: int) -> bool:
        """Whether the word at `i`, of no list of names, looks like one with `li-` behind a definite noun: `to hold`."""
        form = self.reading.forms[i]
        if self.reading.words[i].flags & ~_EVENT_WORD or form[0] not in (L.LAM, L.BEH) or len(form) < 4:
            return False
        return self._the(i - 1) and not self.reading.flags[i - 1] & (_POST | _NAME)

    def _event_noun(self, i: int) -> bool:
        """Whether the word at `i` is a verbal noun of an event and heads nobody's name."""
        if not self.reading.flags[i] & _TRIGGER or self._heads(i):
            return False
        for entry in self.reading.words[i].entries:
            if isinstance(entry.row, Trigger) and entry.row.cls == "masdar":
                return True
        return False

    def _behind_place(self, i: int) -> bool:
        """Whether a person or body with the article begins right behind a place: `in the town the president`."""
        r = self.reading
        if i - 1 not in self.places or r.words[i].conjunction or not r.forms[i].startswith(L.AL):
            return False
        return bool(r.flags[i] & (_POST | _BODY)) and not r.flags[i] & _NISBA

    def _predicate(self, i: int, first: int) -> bool:
        """Whether the word at `i`, of no list and without the article, follows a definite word in a group's name."""
        r = self.reading
        word = r.words[i]
        if word.conjunction or r.forms[i].startswith((L.AL, L.WAW)) or not r.forms[i][0].isalpha():
            return False
        if not self._the(i - 1) or r.flags[i - 1] & (_POST | _NAME | Kind.HONORIFIC):
            return False
        heads = self.marks.of(first)
        return bool((heads & _GROUPS or r.flags[first] & _BODY) and not heads & {"person", "victim"})

    def _object_begins(self, i: int) -> bool:
        """Whether the definite noun at `i` is the object of whoever the definite noun before it names."""
        r = self.reading
        if r.words[i].conjunction or not self._the(i - 1):
            return False
        classes = self.marks.of(i)
        if "troops" in classes and "adj" not in classes:
            return True  # "the ministry the forces"
        if self._the(i) and ("gun" in classes or self._event_noun(i)):
            return True  # "the guards the fire", "the rebels the withdrawal"
        if not (self.marks.of(i - 1) & _ACTING or r.flags[i - 1] & (_BODY | _POST)):
            return False
        if "back" in classes:
            return True  # "the forces the town"
        return i in self.places and r.forms[i].startswith(L.AL) and not r.flags[i] & _NISBA

    def _named(self, i: int) -> bool:
        """Whether the word at `i` is by itself the whole name of a body."""
        if not self.reading.flags[i] & _BODY:
            return False
        entry = self.reading.words[i].find(_BODY)
        return entry is not None and isinstance(entry.row, Body) and entry.row.named is not None

    def _ali(self, i: int) -> bool:
        """Whether the word at `i`, which folded may be the preposition `ala`, is the name Ali."""
        return "upon" in self.marks.of(i) and self.reading.words_of(i, i + 1).endswith(L.YEH)

    def own(self, i: int) -> bool:
        """Whether the small word at `i` is a noun with a pronoun: `his forces`."""
        small = self.reading.small_word(i)
        return small is not None and small.role == "own"

    def _post_of(self, i: int, first: int) -> bool:
        """Whether `li-` at `i` goes on with a post: secretary-general of the United Nations."""
        r = self.reading
        word = r.words[i]
        if word.preposition != L.LAM or not (r.flags[first] & _POST or "envoy" in self.marks.of(first)):
            return False
        return bool(r.flags[i] & _BODY or i in self.places or self.marks.of(i) & {"council", "force"})

    def _from_place(self, i: int) -> bool:
        """Whether a place, or a word for one, stands at `i`: behind "from" it is where, not whose."""
        if i in self.places or i >= len(self.reading):
            return True
        return bool(self.marks.of(i) & {"territory", "settled"}) and not self.marks.of(i) & _ACTING

    def _counts(self, i: int) -> bool:
        """Whether the word at `i` is a quantity, or what one counts: "of" behind it goes on with the phrase."""
        r = self.reading
        form = r.forms[i]
        if form[0].isdigit() or r.flags[i] & _NUMBER or self.marks.of(i) & _QUANTITY:
            return True
        classes = self.marks.of(i)
        return bool(classes & _COUNTED or (classes & _GROUP and not form.startswith(L.AL)))

    def _member_of(self, i: int, first: int, limit: int) -> bool:
        """Whether `in` at `i` joins a person to a body: a leader in a movement."""
        r = self.reading
        classes = self.marks.of(i)
        if not classes & {"in", "to"} or i + 1 >= limit:
            return False
        before, after = i - 1, i + 1
        envoy = self.marks.of(first) & {"envoy"} or r.flags[first] & _POST
        if "in" not in classes:
            return bool(envoy and after in self.places and self._sent(first))
        person = r.flags[before] & _POST or self.marks.of(before) & _MEMBERS or r.forms[before].startswith(L.AL)
        named = self.marks.of(after)
        body = r.flags[after] & _BODY or named & {"force", "council"} or r.forms[after] in _QUOTES
        return bool(person and body) and "territory" not in named

    def _sent(self, i: int) -> bool:
        """Whether the post at `i` is one that is sent to a place: envoy, ambassador."""
        entry = self.reading.words[i].find(_POST)
        return entry is not None and isinstance(entry.row, Post) and entry.row.sent is not None

    def _verb(self, i: int) -> bool:
        """Whether the trigger at `i` can only be a finite verb."""
        rows = [e.row for e in self.reading.words[i].entries if e.kind & _TRIGGER]
        return bool(rows) and all(isinstance(row, Trigger) and row.cls == "verb" for row in rows)

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

    def somebody(self, first: int, stop: int) -> bool:
        """Whether the phrase names somebody who could act."""
        r = self.reading
        for k in range(first, min(stop, first + 4, len(r))):
            if r.flags[k] & _SOMEBODY or r.forms[k] in _QUOTES or self.marks.of(k) & _ACTING:
                return True
        return False

    def acts(self, first: int, stop: int) -> bool:
        """Whether the phrase is headed by a body, a post, a force or people."""
        r = self.reading
        return any(r.flags[k] & (_BODY | _POST | _NAME) or self.marks.of(k) & _ACTING for k in range(first, stop))

    def struck(self, first: int, stop: int) -> bool:
        """Whether the phrase names something or somebody that can be struck."""
        r = self.reading
        for k in range(first, stop):
            if r.flags[k] & _SOMEBODY or r.forms[k] in _QUOTES or self.marks.of(k) & _STRUCK:
                return True
        return False

    def nobody(self, i: int) -> bool:
        """Whether what begins at `i` is a place or a direction rather than somebody who acts there."""
        if self.direction(i):
            return True
        return "territory" in self.marks.of(i) and i + 1 in self.places

    def direction(self, i: int) -> bool:
        """Whether a direction stands at `i`: north of, near."""
        return "nearby" in self.marks.of(i) or bool(self.reading.flags[i] & _DIRECTION)

    def party(self, k: int) -> bool:
        """Whether the word at `k` heads the name of one who acts: a body, a post, a force, a state that speaks."""
        r = self.reading
        if r.flags[k] & _TRIGGER:
            return False
        if k in self.places:
            return k > 0 and bool(r.flags[k - 1] & _VERBS) and not r.words[k].preposition
        return bool(r.flags[k] & (_BODY | _POST) or self.marks.of(k) & _HEADS)

    def start_of(self, k: int, stop: int) -> int:
        """Where the phrase that holds the party at `k` and ends at `stop` begins."""
        if k in self.places:
            return k
        first = min(self.behind(stop), k)
        while first < k and (self.marks.of(first) & {"matter", "hypo"} or self._deed(first)):
            first += 1
        return first

    def _deed(self, i: int) -> bool:
        """Whether the word at `i` tells of an event and heads nobody's name."""
        return bool(self.reading.flags[i] & _TRIGGER) and not self._heads(i)

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
            elif flags & _EVENT_WORD and "adverb" in self.marks.of(i):
                i = self.marks.stop(i)
            elif adjectives and self._adjective(i) and (definite or not form.startswith(L.AL)):
                i += 1
            elif flags & _EVENT_WORD and "manner" in self.marks.of(i):
                i += 2
            elif flags & _EVENT_WORD and "clock" in self.marks.of(i):
                i = self._past_hour(i + 1, limit)
            elif self._adverbial(i):
                plain = flags & _FUNCTION and self._bare_function(i)
                if plain:
                    i += 1
                else:
                    i = max(i + 1, self.noun(i + 1, limit) if flags & _FUNCTION else self.led_noun(i, limit))
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

    def _adjective(self, i: int) -> bool:
        """Whether the word at `i` only describes the noun before it."""
        word = self.reading.words[i]
        if word.preposition or i in self.places:
            return False  # Turkey and Russia are spelt like adjectives
        return "adj" in self.marks.of(i) or bool(self.reading.flags[i] & _NISBA and not word.conjunction)

    def _adverbial(self, i: int) -> bool:
        """`in`, `during`, or a word with `bi-`: not a party."""
        r = self.reading
        entry = r.words[i].find(_FUNCTION)
        if entry is not None and isinstance(entry.row, FunctionWord):
            role = entry.row.role
            classes = self.marks.of(i)
            return role in ("preposition", "adverb", "particle") and not classes & {
                "against",
                "between",
                "with",
                "of",
            }
        return r.words[i].preposition == L.BEH or r.forms[i].startswith(L.BEH + L.AL)

    def _bare_function(self, i: int) -> bool:
        if "alone" in self.marks.of(i):
            return True
        entry = self.reading.words[i].find(_FUNCTION)
        return entry is not None and isinstance(entry.row, FunctionWord) and entry.row.role != "preposition"

    def preposition(self, i: int) -> bool:
        """Whether a preposition stands at `i` by itself."""
        small = self.reading.small_word(i)
        return small is not None and small.role == "preposition"

    def skipped(self, i: int) -> bool:
        """Whether a small word that is no noun stands at `i`."""
        return self.reading.words[i].find(_FUNCTION) is not None and not self.own(i)

    def clause_first(self, i: int, floor: int) -> int:
        """Where the words before `i` begin that may be its subject: behind a mark, a complementiser, `was`."""
        r = self.reading
        k = i - 1
        while k >= floor:
            form, flags = r.forms[k], r.flags[k]
            if form in _STOPS or form[0] == "\n" or (form in _QUOTES and self._edge(k)):
                return k + 1
            if form in COMMAS and k not in self.times and k + 1 not in self.times:
                return k + 1
            if flags & _COMPLEMENTISER:
                return k + 1
            if flags & _CUE_VERB and not r.words[k].article:
                return k + 1
            if flags & _FUNCTION and self._conjunction(k):
                return k + 1
            k -= 1
        return k + 1

    def _conjunction(self, k: int) -> bool:
        """Whether a word that joins clauses stands at `k`: where, while, as."""
        small = self.reading.small_word(k)
        return small is not None and small.role in ("conjunction", "break", "turn")

    def _edge(self, k: int) -> bool:
        """Whether the mark at `k` opens or closes more than a name."""
        r = self.reading
        if r.quote_of[k] < 0:
            return True
        quote = r.quotations[r.quote_of[k]]
        return not quote.closed or quote.stop - quote.first > 5

    def relative(self, i: int) -> bool:
        """Whether the word at `i` opens a relative clause."""
        entry = self.reading.words[i].find(_FUNCTION)
        return entry is not None and isinstance(entry.row, FunctionWord) and entry.row.role == "relative"


def read_arguments(p: Phrases, m: Mention, floor: int, limit: int, before: Mention | None) -> None:
    """Fill the actors and targets of `m` from the tokens between `floor` and `limit`."""
    if m.row.cls == "verb" or (m.row.cls == "toll" and _is_verb(p, m)):
        _verbal(p, m, floor, limit, before)
    else:
        _nominal(p, m, limit)
    m.targets = [t for t in m.targets if not _is_fire(p, *t)]
    _prepositions(p, m, limit)
    _supports(p, m, floor, limit)
    _against(p, m, limit)  # behind who did it: "an attack that the party launched on the post"
    if not m.actors and m.row.cls != "verb" and (m.type != "killing" or m.row.cls == "masdar"):
        _controlled(p, m, floor)
        if not m.actors:
            _object_of_verb(p, m, floor)
        if not m.actors and before is not None and _coordinate(p, before, m):
            m.actors += before.actors[:1]
            m.reasons.setdefault("actors", []).append("rule:joined")
    called = m.type == "meeting" and m.reasons.get("actors") == ["rule:from"]
    if (called or not m.actors) and m.type in (_ACTED | _MET) and not (m.targets and m.type == "detention"):
        _nearest(p, m)
    _tidy(p, m)
    if m.actors and m.type not in _TALKED:
        p.doer = m.actors[0]


def _coordinate(p: Phrases, a: Mention, b: Mention) -> bool:
    """Whether two verbal nouns hang on one verb: `began storming the town and arresting young men`."""
    if a.sentence != b.sentence or a.row.cls != "masdar" or b.row.cls != "masdar" or not a.actors:
        return False
    return p.reading.words[b.first].conjunction == L.WAW and b.first - a.reach <= 6


def _tidy(p: Phrases, m: Mention) -> None:
    """What a type's parties are: all actors in symmetric ones, no targets in moves, a bare place is no party."""
    if m.type in SYMMETRIC and m.type != "clash":
        m.actors += m.targets
        m.targets = []
    if m.type in _MOVES and m.targets:
        if not m.actors and m.row.cls != "verb" and m.type == "withdrawal":
            m.actors = m.targets
        m.targets = []
    if m.type == "meeting":
        m.actors = [a for a in m.actors if not _no_talker(p, a) and not _visited(p, m, a)]
    if m.type == "displacement" and m.row.first == "target" and not m.actors:
        m.actors = list(m.targets)
    if not m.actors:
        m.targets = [t for t in m.targets if t[0] not in p.places]
    if m.type in _ATTACKS:
        m.actors = [a for a in m.actors if not _is_event(p, a[0])]
    m.actors = [a for a in m.actors if _may_act(p, *a) or _unknown_name(p, m, a)]
    m.actors = [a for a in m.actors if not _is_thing(p, m, *a)]
    m.actors = [a for a in _distinct(m.actors) if not _within(a, m.targets)]
    if not m.actors:
        m.reasons.pop("actors", None)
    m.targets = [t for t in _distinct(m.targets) if t not in m.actors]


def _may_act(p: Phrases, first: int, stop: int) -> bool:
    """Whether the phrase names somebody: a known body, person or people, a proper name, or a definite noun."""
    r = p.reading
    if first in p.times:
        return False
    if r.flags[first] & _NUMBER:
        return True
    if r.flags[first] & Kind.CUE_PREPOSITION and not r.flags[first] & (_BODY | _POST):
        return False
    for k in range(first, stop):
        if r.flags[k] & _SOMEBODY or p.own(k) or r.forms[k] in _QUOTES or p.marks.of(k) & _MAY_ACT:
            return True
    if r.forms[first].startswith(L.AL) or r.words[first].article:
        return not p.marks.of(first) & {"adj"}
    return stop - first > 1 and r.words[first].flags == 0 and not r.forms[stop - 1].startswith(L.AL)


def _within(phrase: Phrase, others: list[Phrase]) -> bool:
    """Whether the phrase is only a part of one of the others: `seven of the party's fighters`."""
    inside = False
    for first, stop in others:
        inside = inside or first < phrase[0] <= phrase[1] <= stop
    return inside


def _is_fire(p: Phrases, first: int, stop: int) -> bool:
    """Whether the phrase is the fire that is opened, not at whom."""
    return stop - first == 1 and "gun" in p.marks.of(first)


def _is_thing(p: Phrases, m: Mention, first: int, stop: int) -> bool:
    """Whether the phrase names the protest itself, or what carries the aid, rather than who does it."""
    head = first + 1 if p.reading.flags[first] & _NUMBER and first + 1 < stop else first
    classes = p.marks.of(head)
    if m.type == "protest":
        return "protestword" in classes and "doer" not in classes
    return m.type == "aid" and "deliver" in classes and not p.reading.flags[head] & _BODY


def _unknown_name(p: Phrases, m: Mention, phrase: Phrase) -> bool:
    """Whether the phrase is one word of no list right behind a verb of meeting: a person's name."""
    first, stop = phrase
    if m.type != "meeting" or not m.verb or first != m.stop or stop - first > 1:
        return False
    return not p.reading.words[first].flags and len(p.reading.forms[first]) > 3


def _visited(p: Phrases, m: Mention, phrase: Phrase) -> bool:
    """Whether the phrase is where somebody goes: a place behind a word of travelling."""
    return "travel" in p.marks.of(m.first) and phrase[0] >= m.stop and (phrase[0] in p.places or p.nobody(phrase[0]))


def _is_event(p: Phrases, i: int) -> bool:
    """Whether the phrase at `i` is an attack, not somebody who makes one."""
    r = p.reading
    return bool(r.flags[i] & _TRIGGER) and not r.flags[i] & (_BODY | _POST) and "force" not in p.marks.of(i)


def _no_talker(p: Phrases, phrase: Phrase) -> bool:
    first = phrase[0]
    if p.party(first):
        return False
    classes = p.marks.of(first)
    return (bool(classes & {"territory", "talks", "adj"}) and "doer" not in classes) or p.reading.forms[first][
        0
    ].isdigit()


def _is_verb(p: Phrases, m: Mention) -> bool:
    """A toll word is a verb unless a genitive or preposition shows a noun."""
    word = p.reading.words[m.first]
    return not m.article and not word.preposition and (m.row.finite or m.stop > m.first + 1)


def _verbal(p: Phrases, m: Mention, floor: int, limit: int, previous: Mention | None) -> None:
    r = p.reading
    role = "target" if _tells_what(m, previous) else m.row.first
    i = p.skip(m.stop, limit)
    if role == "target" and m.hits and p.marks.of(i) & _WEAPONS:
        i = p.skip(i + 1, limit, adjectives=True)  # "shells hit the quarter": the shells are no target
    stop = p.noun(i, limit)
    if role != m.row.first and stop > i and _object_behind(p, i, stop, limit):
        role = m.row.first  # "after the raid the army targeted positions"
    before = None if role == "target" and stop > i else _subject_before(p, m, floor)
    if m.stop - m.first == 2 and p.marks.of(m.stop - 1) & {"doer"}:
        m.actors.append((m.first + 1, m.stop))  # "blew a bomber himself up"
        m.reasons["actors"] = ["rule:subject"]
        return
    inner = p.noun(m.first + 1, m.stop - 1)
    if m.stop - m.first > 2 and inner == m.stop - 1 and p.somebody(m.first + 1, inner):
        m.actors.append((m.first + 1, inner))  # "opened armed men fire"
        m.reasons["actors"] = ["rule:subject"]
        return
    plural = _plural(r.forms[m.stop - 1]) and not m.pronoun
    goes_on = bool(r.words[m.first].conjunction) and i == m.stop and stop > i
    if before is not None and goes_on and previous is not None and _read_before(m, before, previous):
        before = None
    if goes_on and r.flags[i] & _EVENT_WORD and not r.flags[i] & _NAME and p.accusative(i):
        plural = True  # "and it arrested a leader": an object, so the subject stands in front
    goes = i in p.places and "travel" in p.marks.of(m.first)
    if before is not None and stop > i and m.first - before[1] > 1 and p.somebody(i, stop) and i == m.stop:
        before = before if plural or goes else None  # verb, subject: what stands further in front is another clause's
    if before is None and previous is not None and _one_subject(r, previous, m):
        m.actors += previous.actors[:1]
        if stop > i and previous.stop != m.first:
            m.targets.append((i, stop))
            m.reach = stop
        return
    if before is not None and stop > i and role != "target" and not _may_act(p, *before):
        before = None  # "according to the agency the army shelled"
    told_of = before is not None and p.relative(m.first - 1) and _place_first(p, before)
    if told_of and (m.pronoun or "alone" in p.marks.of(m.stop)):
        if stop == i:
            return  # "the lands that they seized": who did is told further in front
        before = None
    if before is not None and not (m.pronoun and stop > i):
        _give(m, "target" if role == "target" else _role(p, role, before), before)
        if stop > i and role != "target":
            m.targets.append((i, stop))
            m.reach = stop
        return
    doer = _doer_before(r, m, m.first, previous)
    if (stop == i or plural) and doer is not None and role != "target":
        m.actors.append(doer)
        m.reasons["actors"] = ["rule:same-doer"]
        if stop > i:
            m.targets.append((i, stop))
            m.reach = stop
        return
    if stop == i:
        return
    if plural and role != "target":
        m.targets.append((i, stop))  # a plural verb has its subject in front
        m.reach = stop
        return
    stop = _apposition(p, i, stop, limit)
    m.reach = stop
    first = (i, stop)
    nxt = _object_first(p, m, stop, limit)
    after = p.led_noun(nxt, limit) if nxt < limit else nxt
    given = _role(p, role, first)
    if role == "target" and nxt == stop and after > nxt and _kills(p, first, nxt):
        given = "actor"
    if role == "either" and after > nxt and not r.flags[i] & _NUMBER:
        given = "actor"
    _give(m, given, first)
    if m.pronoun and before is not None:
        m.targets.append(before)
    elif m.type == "protest":
        return
    elif after > nxt and given == "actor" and not _starts_new(r, nxt) and not p.direction(nxt):
        m.targets.append((nxt, after))
        m.reach = after


def _plural(form: str) -> bool:
    """Whether the verb is of the third person plural: its subject stands in front of it, if anywhere."""
    return form.endswith(L.WAW + L.ALEF) or (form[0] == L.YEH and form.endswith(L.WAW + L.NOON))


def _doer_before(r: Reading, m: Mention, verb: int, previous: Mention | None) -> Phrase | None:
    """Who acted in the event told before, where a verb without subject goes on: `and it shelled`."""
    if previous is None or not previous.actors:
        return None
    goes_on = m.sentence == previous.sentence or (m.sentence == previous.sentence + 1 and _starts_sentence(r, verb))
    return previous.actors[0] if goes_on else None


def _starts_sentence(r: Reading, verb: int) -> bool:
    """Whether `and` with the verb opens the sentence."""
    return bool(r.words[verb].conjunction) and verb - r.sentence_first(verb) <= 1


def _read_before(m: Mention, phrase: Phrase, previous: Mention) -> bool:
    """Whether the phrase is what the event before struck: no subject of the verb that goes on."""
    if previous.sentence != m.sentence or phrase in previous.actors:
        return False
    return previous.first <= phrase[0] and phrase[1] <= previous.reach


def _object_behind(p: Phrases, first: int, stop: int, limit: int) -> bool:
    """Whether the phrase names one who acts, and what is struck stands right behind it."""
    if stop >= limit or not p.acts(first, stop) or _joined(p.reading, stop):
        return False
    return p.noun(stop, limit) > stop and p.struck(stop, stop + 1)


def _tells_what(m: Mention, previous: Mention | None) -> bool:
    """Whether the verb tells what the attack named before it struck: `shelling that hit the town`."""
    if not m.hits or previous is None or previous.sentence != m.sentence:
        return False
    return previous.type in _ATTACKS and previous.row.cls in _ATTACK_NOUNS and m.first - previous.stop <= _HITS_BEHIND


def _kills(p: Phrases, subject: Phrase, i: int) -> bool:
    """Whether victims at `i` right behind a body or force say that it kills, and is not killed itself."""
    r = p.reading
    if not (p.marks.near(*subject) & _GROUPS or r.flags[subject[0]] & _BODY):
        return False
    return not r.words[i].conjunction and bool(r.flags[i] & _NUMBER or p.marks.of(i) & _COUNTED)


def _object_first(p: Phrases, m: Mention, stop: int, limit: int) -> int:
    """Where the object behind the subject may begin: the preposition that belongs to the verb is passed over."""
    r = p.reading
    if m.type == "meeting" and stop < limit and r.words[stop].preposition == L.BEH and r.flags[stop] & (_BODY | _POST):
        return stop
    nxt = p.skip(stop, limit)
    if m.type == "detention" and nxt + 1 < limit and r.flags[nxt] & _FUNCTION and "of" in p.marks.of(nxt):
        return nxt + 1  # "released a hundred": the verb takes `an`
    return nxt


def _place_first(p: Phrases, phrase: Phrase) -> bool:
    """Whether the phrase begins with a place or a word for one: it can't act."""
    return phrase[0] in p.places or bool(p.marks.of(phrase[0]) & _OBJECTS)


def _one_subject(r: Reading, a: Mention, b: Mention) -> bool:
    """Whether two verbs share their subject: "entered and withdrew", "which destroyed and killed"."""
    if a.row.cls not in ("verb", "toll") or not a.actors or a.sentence != b.sentence:
        return False
    return a.stop == b.first or (bool(r.words[b.first].conjunction) and b.first - a.reach <= 3)


def _apposition(p: Phrases, first: int, stop: int, limit: int) -> int:
    """Past the name that stands between commas behind a post."""
    r = p.reading
    if stop >= limit or r.forms[stop] not in COMMAS:
        return stop
    if not (r.flags[first] & _PERSON or p.marks.of(first) & {"envoy", "person"}):
        return stop
    k = stop + 1
    while (
        k < limit
        and k - stop <= 5
        and r.forms[k][0].isalpha()
        and not r.flags[k] & (_VERBS | _FUNCTION | _COMPLEMENTISER)
    ):
        k += 1
    named = k > stop + 1 and (k >= limit or not r.forms[k][0].isalpha() or r.flags[k] & _FUNCTION)
    return k if named else stop


def _starts_new(r: Reading, i: int) -> bool:
    """Whether the word at `i` joins a new clause."""
    return bool(r.words[i].conjunction) or (r.forms[i][0] == L.WAW and not r.words[i].flags)


def _subject_before(p: Phrases, m: Mention, floor: int) -> Phrase | None:
    return _subject_before_verb(p, m.first, floor)


def _announced(p: Phrases, verb: int, floor: int) -> Phrase | None:
    """The subject right behind a complementiser, though a comma or an aside parts it from the verb."""
    r = p.reading
    for k in range(verb - 1, max(floor, verb - 18) - 1, -1):
        if k == verb - 1 and "itself" in p.marks.of(k):
            first = p.behind(k)
            return (first, k) if first < k else None  # "the brigades said that they shelled"
        if r.flags[k] & _COMPLEMENTISER or "was" in p.marks.of(k):
            stop = p.noun(k + 1, verb)
            return (k + 1, stop) if stop > k + 1 else None
        if r.forms[k] in _STOPS or r.forms[k][0] == "\n":
            break
    return None


def _antecedent(p: Phrases, verb: int, floor: int) -> Phrase | None:
    """What a relative clause tells of: the phrase before the relative pronoun."""
    r = p.reading
    if verb - 1 <= floor or not p.relative(verb - 1):
        return None
    stop = verb - 1
    if r.forms[stop - 1] in COMMAS:
        stop -= 1
    first = p.behind(stop)
    if first == stop:
        first = _led(p, stop, floor)
    return (first, stop) if first < stop else None


def _led(p: Phrases, stop: int, floor: int) -> int:
    """Where the phrase that ends right before `stop` begins with a preposition joined on; `stop` where none does."""
    for first in range(stop - 1, max(floor, stop - 6) - 1, -1):
        if p.reading.words[first].preposition and p.led_noun(first, stop) == stop:
            return first
    return stop


def _preverbal(p: Phrases, start: int, verb: int) -> Phrase | None:
    """The noun phrase that begins the clause and reaches the verb, dates and adverbs aside."""
    r = p.reading
    while start < verb and (p.skipped(start) or r.flags[start] & _VERB or start in p.times):
        governs = "alone" not in p.marks.of(start) and p.preposition(start)
        start = max(start + 1, p.noun(start + 1, verb)) if governs else start + 1
    if start >= verb:
        return None
    stop = p.noun(start, verb)
    if stop == start or not any(len(r.forms[k]) > 1 and r.forms[k][0].isalpha() for k in range(start, stop)):
        return None
    rest = p.skip(stop, verb)
    if rest < verb and not r.words[start].flags and not _named_or_definite(p, verb - 1):
        near = p.behind(verb)
        if stop <= near < verb:
            return near, verb  # "the crowd carried a man who (-) was killed"
    return (start, stop) if verb - rest <= 3 else None


def _named_or_definite(p: Phrases, i: int) -> bool:
    """Whether the word at `i` is definite, or no noun that a clause could tell of."""
    r = p.reading
    definite = r.words[i].article or r.forms[i].startswith(L.AL) or i in p.places or not r.forms[i][0].isalpha()
    return definite or bool(r.words[i].preposition or r.words[i].pronoun) or not r.flags[i] & (_EVENT_WORD | _NISBA)


def _nominal(p: Phrases, m: Mention, limit: int) -> None:
    r = p.reading
    if m.hit_by >= 0 or (m.stop - m.first > 1 and "hits" in p.marks.of(m.stop - 1)):
        _struck_behind(p, m, limit)
        return
    if m.pronoun or (m.stop - m.first > 1 and r.words[m.stop - 1].pronoun):
        _pronoun(p, m, limit)
        return
    if m.stop - m.first > 1 and m.type == "withdrawal" and "troops" in p.marks.of(m.stop - 1):
        _give(m, "actor", (m.stop - 1, p.noun(m.stop - 1, limit)))  # "the withdrawal of the forces"
        return
    i = p.skip(m.stop, limit, adjectives=True, definite=m.article)
    m.reach = max(m.reach, i)
    if i > m.stop and not _only_described(p, m.stop, i):
        return  # an adverbial stands between: no genitive
    if _accusative_noun(r, m) or "hits" in p.marks.of(i):
        return
    if m.row.first == "none" or (m.article and i == m.stop and m.row.first != "target"):
        return
    if (
        i < limit
        and r.words[i].preposition
        and r.words[i].flags
        and not (r.words[i].preposition == L.LAM and (p.marks.of(i) & _HEADS or r.flags[i] & (_BODY | _POST)))
    ):
        return
    if i < limit and r.words[i].preposition and r.flags[i] & Kind.CONTENT_NOUN:
        return  # "forces to keep the peace"
    if i < limit and _no_party(p, m, i):
        return
    stop = p.led_noun(i, limit)
    if stop > i:
        stop = _apposition(p, i, stop, limit)
        role = "target" if _done_to(p, m, i, stop, limit) else _role(p, m.row.first, (i, stop))
        if role == "target" and _doer_first(p, i, stop, limit):
            role = "actor"  # "Turkey's deployment of forces"
        if role == "actor" and m.type in _STRIKES and p.marks.of(i) & _OBJECTS and not p.marks.of(i) & _ACTING:
            role = "target"
        if role == "actor" and not _may_act(p, i, stop):
            return
        _give(m, role, (i, stop))
        m.reach = stop
        if role == "actor" and m.type in _BEFALLS and not m.targets:
            _object_of_noun(p, m, stop, limit)


def _object_of_noun(p: Phrases, m: Mention, i: int, limit: int) -> None:
    """What is struck, behind who strikes: `the army's shelling (-) a market`."""
    i = p.skip(i, limit)
    if i >= limit or _joined(p.reading, i) or not p.marks.of(i) & _BEFALLEN or p.reading.flags[i] & _VERBS:
        return
    stop = p.noun(i, limit)
    if stop > i:
        m.targets.append((i, stop))
        m.reach = stop


def _done_to(p: Phrases, m: Mention, first: int, stop: int, limit: int) -> bool:
    """Whether the genitive is whom it befalls: who does it is told in front, or the noun is one of striking."""
    if m.row.first != "either" or m.row.cls != "masdar":
        return False
    word = p.reading.words[m.first]
    if word.preposition == L.BEH and (_light_near(p, m, 0) >= 0 or p.marks.last("plan", max(0, m.first - 8), m.first)):
        return True
    if "strikes" not in p.marks.of(m.first) or p.marks.near(first, stop) & {"air", "aircraft", "artillery"}:
        return False
    return stop >= limit or p.reading.words[stop].preposition != L.LAM  # "the army's targeting of (li-)"


def _doer_first(p: Phrases, first: int, stop: int, limit: int) -> bool:
    """Whether an indefinite object stands right behind a state or body: the genitive is who does it."""
    if stop >= limit or not (first in p.places or p.acts(first, stop)) or _joined(p.reading, stop):
        return False
    return bool(p.marks.of(stop) & {"troops", "arms", "victim"} or p.reading.flags[stop] & _NUMBER)


def _only_described(p: Phrases, first: int, stop: int) -> bool:
    """Whether nothing but adjectives stands between a noun and its genitive."""
    k = first
    while k < stop and (p.reading.flags[k] & _NISBA or "adj" in p.marks.of(k)):
        k += 1
    return k == stop


def _struck_behind(p: Phrases, m: Mention, limit: int) -> None:
    """`raids hit other the town`: what the attack struck stands behind it and its adjectives."""
    r = p.reading
    if m.hit_by >= 0 and r.words[m.hit_by].pronoun:
        return
    i = p.skip(m.stop, limit, adjectives=True, definite=m.article)
    stop = p.noun(i, limit)
    if stop > i and p.struck(i, stop):
        _give(m, "target", (i, stop))
        m.reach = stop


def _common(p: Phrases, i: int) -> bool:
    """Whether a common noun or a place stands at `i`, and nobody who could act is named with it."""
    r = p.reading
    if not (r.forms[i].startswith(L.AL) or i in p.places or r.words[i].preposition or r.forms[i][0].isdigit()):
        return False
    return not any(p.party(k) or r.flags[k] & (_NISBA | _PERSON) for k in range(i, min(i + 3, len(r))))


def _no_party(p: Phrases, m: Mention, i: int) -> bool:
    """Whether the genitive at `i` is what is taken, broken or talked about, not who does it."""
    classes = p.marks.of(i)
    if (m.type == "capture" and "controlword" in classes) or (m.type == "violation" and "truce" in classes):
        return True
    if m.row.first == "actor" and (_common(p, i) or p.nobody(i)):
        return True
    form = p.reading.forms[i]
    if not p.reading.words[i].flags and form[0] in _VERBAL and len(form) > 4 and i > 0 and not m.article:
        return True  # an unknown word that looks like a verb: "a visit that lasts"
    if m.type in _ATTACKS and not p.reading.words[i].flags and form[0] == L.BEH:
        return True  # an unknown word with `bi-`: the weapon
    if m.type in _DESCRIBED and not (m.article or p.reading.flags[i] or form.startswith(L.AL)) and form[0].isalpha():
        return True  # an unknown word without the article: an adjective
    event = p.reading.flags[i] & _TRIGGER and not classes & _HEADS and not p.reading.flags[i] & (_BODY | _POST)
    return bool(event and m.row.first == "actor")


def _same_doer(p: Phrases, m: Mention) -> bool:
    """Whether the pronoun stands for who acted in the event before: `the forces shelled the town in their attack`."""
    first, stop = p.doer
    if first < 0 or m.type in _TALKED or m.row.first == "target" or stop > m.first:
        return False
    return p.reading.sentence[first] == m.sentence


def _accusative_noun(r: Reading, m: Mention) -> bool:
    """Whether the noun is printed as an indefinite accusative, behind which no genitive can stand."""
    if m.article or m.pronoun or m.stop - m.first > 1:
        return False
    return r.forms[m.first].endswith(L.ALEF) and not r.words[m.first].stem.endswith(L.ALEF + L.HAMZA)


def _pronoun(p: Phrases, m: Mention, limit: int) -> None:
    """`his meeting with`: the pronoun is who acted before, else the last party named; what follows is the other."""
    r = p.reading
    floor = r.sentence_first(m.first)
    if r.words[m.first].preposition == L.BEH and m.type == "violation":
        return  # "accused them of breaking it": the pronoun is the truce
    if p.marks.last("support", max(floor, m.first - 8), m.first) is not None:
        return  # "the brigades launched their attack"
    if _same_doer(p, m):
        m.actors.append(p.doer)
        m.reasons["actors"] = ["rule:same-doer"]
        floor = m.first
    for k in range(m.first - 1, floor - 1, -1):
        if (r.flags[k] & (_BODY | _POST) or p.marks.of(k) & _HEADS) and not r.flags[k] & _TRIGGER:
            if r.words[m.first].pronoun == L.HEH + L.ALEF and p.marks.of(k) & _COUNTED:
                continue  # "it" is no plural of persons
            if _ground(p, k) or k in p.places:
                continue
            stop = p.noun(k, m.first)
            first = p.behind(stop) if stop > k else k
            if stop > k:
                role = "target" if m.row.first == "target" and m.type != "capture" else "actor"
                _give(m, role, (min(first, k), stop))
            break
    if m.type == "meeting" or m.row.first == "either":
        i = p.skip(m.stop, limit)
        stop = p.noun(i, limit)
        if stop > i:
            stop = _apposition(p, i, stop, limit)
            _give(m, "actor" if m.type == "meeting" else "target", (i, stop))
            m.reach = stop


def _role(p: Phrases, role: str, phrase: Phrase) -> str:
    if role != "either":
        return role
    near = p.marks.near(phrase[0], min(phrase[1], phrase[0] + 3))
    if p.reading.flags[phrase[0]] & _NUMBER:
        return "target"
    return "actor" if near & {"force", "air", "artillery", "police"} else "target"


def _give(m: Mention, role: str, phrase: Phrase) -> None:
    if role in ("actor", "target"):
        (m.actors if role == "actor" else m.targets).append(phrase)
        m.reasons.setdefault(role + "s", ["rule:" + ("subject" if m.row.cls == "verb" else "genitive")])


def _prepositions(p: Phrases, m: Mention, limit: int) -> None:
    """Parties told by a preposition behind the trigger."""
    marks, r = p.marks, p.reading
    stop = min(limit, m.stop + 14)
    agent = marks.first("agent", m.stop, stop)
    if agent and not (agent[1] < limit and r.words[agent[1]].conjunction):
        _add(p, m, m.actors, "actors", "agent", agent[1], limit)
    if m.type in SYMMETRIC:
        between = marks.first("between", m.stop, stop)
        if between and "adverb" in marks.of(between[0]):
            between = marks.first("between", between[0] + 1, stop)
        if between and between[1] < limit and not p.nobody(between[1]) and not _ground(p, between[1]):
            m.actors.clear()
            _add(p, m, m.actors, "actors", "between", between[1], limit)
            second = marks.stop(m.reach) if marks.of(m.reach) & _SIDES else m.reach
            if second > m.reach and second < limit and r.words[second].conjunction:
                _add(p, m, m.actors, "actors", "between", second, limit)
            m.actors[:] = _apart(p, m.actors)
        with_ = marks.first("with", m.stop, min(stop, m.reach + 5))
        if with_ and "border" not in marks.near(with_[0] - 1, with_[0]):
            _add(p, m, m.actors, "actors", "with", with_[1], limit)
    if m.type in ("protest", "meeting") and not m.verb and not m.actors:
        taking = marks.first("taking", m.stop, min(stop, m.stop + 6))
        if taking and "alone" in marks.of(taking[1]):
            _add(p, m, m.actors, "actors", "agent", taking[1] + 1, limit)
    if m.type == "meeting" and not m.verb and "phone" in marks.near(m.first, stop):
        of = marks.first("of", m.stop, min(stop, m.reach + 4))
        if of and of[1] < limit and r.flags[of[1]] & _POST:
            _add(p, m, m.actors, "actors", "from", of[1], limit)
    if m.type == "meeting" and m.verb and len(m.actors) == 1:
        _met_with(p, m, limit)
    _against(p, m, limit)
    if (m.type in _ATTACKS or m.type in _BY_SOMEBODY) and not m.actors and not (m.type == "sanction" and m.targets):
        of = marks.first("of", m.stop, min(stop, m.reach + 3))
        if (
            of
            and of[1] < limit
            and not marks.first("support", m.stop, of[0])  # "that fighters of X launched"
            and not marks.of(of[0] - 1) & (_QUANTITY | _MEMBERS)
            and (r.flags[of[1]] & _BODY or "force" in marks.of(of[1]))
        ):
            _add(p, m, m.actors, "actors", "from", of[1], limit)
    if m.type in _ATTACKS and not m.actors and not m.verb:
        _owner(p, m, limit)
    hit = marks.first("hits", m.stop, min(stop, m.stop + 4))
    if hit and (m.type in _ATTACKS or m.type == "killing") and not m.targets:
        struck = p.skip(hit[1], limit)
        if not _object_behind(p, struck, p.noun(struck, limit), limit):
            _add(p, m, m.targets, "targets", "hit", struck, limit)
    if m.type == "bombing" and not m.targets:
        _blown_up(p, m, limit)
    if m.type == "invitation" and not m.targets:
        to = marks.first("to", m.stop, min(stop, m.reach + 4))
        if to:
            _add(p, m, m.targets, "targets", "for", to[1], limit)
    if m.type in _FOR and not m.targets:
        for k in range(m.stop, min(stop, m.reach + 5)):
            if m.type == "aid" and r.forms[k][0] == L.LAM and k + 1 < stop and r.flags[k + 1] & _NUMBER:
                counted = p.noun(k + 1, limit)
                m.targets.append((k + 1, counted))  # "for about fifty thousand displaced"
                m.reasons.setdefault("targets", []).append("rule:for")
                break
            if (r.words[k].preposition == L.LAM or r.forms[k].startswith(L.LAM + L.LAM)) and p.somebody(k, k + 3):
                into = m.actors if m.type == "displacement" else m.targets
                _add(p, m, into, "targets", "for", k, limit)
                break


def _apart(p: Phrases, phrases: list[Phrase]) -> list[Phrase]:
    """The sides, one by one, of phrases that join them by `and`."""
    out: list[Phrase] = []
    for first, stop in phrases:
        begin = first
        for k in range(first + 1, stop):
            if p.reading.words[k].conjunction and (begin in p.places if k in p.places else _side(p, k)):
                out.append((begin, k))
                begin = k
        out.append((begin, stop))
    return out


def _side(p: Phrases, k: int) -> bool:
    """Whether the word at `k` heads the name of a side: a body, a post, a force, a state."""
    r = p.reading
    if r.flags[k] & _NISBA and not r.words[k].stem.endswith((L.WAW + L.NOON, L.YEH + L.NOON)):
        return False  # an adjective
    return bool(r.flags[k] & (_BODY | _POST | _PLACE | _NAME) or p.marks.of(k) & _MAY_ACT)


def _against(p: Phrases, m: Mention, limit: int) -> None:
    """What is told by `on` or `against` behind what has been read of the event."""
    if m.targets or not (m.type in _ATTACKS or m.type in ("protest", "sanction", "capture")):
        return
    if "rule:between" in m.reasons.get("actors", ()):
        return  # "fighting between X and Y on (ala) the front": both sides are told
    against = p.marks.first("against", m.stop, min(limit, m.stop + 14, m.reach + 4))
    if (
        against
        and not (m.type == "capture" and against[1] in p.places)
        and p.struck(against[1], min(limit, against[1] + 4))
    ):
        _add(p, m, m.targets, "targets", "against", against[1], limit)


def _owner(p: Phrases, m: Mention, limit: int) -> None:
    """Whose attack it is: `several raids of (li-) the coalition`."""
    r = p.reading
    i = p.skip(m.stop, limit, adjectives=True, definite=m.article)
    if i >= limit or not _only_described(p, m.stop, i):
        return
    if not (r.words[i].preposition == L.LAM or r.forms[i].startswith(L.LAM + L.LAM)):
        return
    if r.flags[i] & (_BODY | _NISBA) or p.marks.of(i) & _HEADS:
        _add(p, m, m.actors, "actors", "of", i, limit)


def _blown_up(p: Phrases, m: Mention, limit: int) -> None:
    """What a bomb went off at: `exploded in (bi-) a patrol`."""
    r = p.reading
    for k in range(m.stop, min(limit, m.stop + 5)):
        if r.words[k].preposition == L.BEH and p.marks.of(k) & (_STRUCK - {"arms"}) and k not in p.places:
            _add(p, m, m.targets, "targets", "hit", k, limit)
            return


def _met_with(p: Phrases, m: Mention, limit: int) -> None:
    """The other one of `he met with (bi-) the president`."""
    r = p.reading
    i = m.reach
    if i < limit and r.words[i].preposition == L.BEH and (r.flags[i] & (_BODY | _POST) or "envoy" in p.marks.of(i)):
        _add(p, m, m.actors, "actors", "with", i, limit)


def _add(p: Phrases, m: Mention, into: list[Phrase], field: str, rule: str, first: int, limit: int) -> None:
    if first >= limit:
        return
    stop = p.led_noun(first, limit)
    if stop > first:
        into.append((first, _apposition(p, first, stop, limit)))
        m.reach = max(m.reach, stop)
        m.reasons.setdefault(field, []).append(f"rule:{rule}")


def _supports(p: Phrases, m: Mention, floor: int, limit: int) -> None:
    """Parties told by a verb that carries the event noun: launched, managed to, was exposed to."""
    if m.row.cls == "verb" or (m.row.cls == "participle" and m.article):
        return
    marks, r = p.marks, p.reading
    before = max(floor, r.sentence_first(m.first), m.first - 12)
    for name in _CARRIERS.get(m.type, _CARRIED):
        found = marks.last(name, before, m.first)
        if found is None or (name != "suffer" and m.actors and m.type not in SYMMETRIC):
            continue
        into = m.targets if name == "suffer" else m.actors
        i = p.skip(found[1], m.first)
        stop = p.noun(i, m.first)
        if stop > i and not _quantity(p, i, m.first) and (name not in _LOOSE or p.acts(i, stop)):
            into.append((i, stop))
        else:
            subject = _preverbal(p, p.clause_first(found[0], floor), found[0])
            subject = subject or _announced(p, found[0], floor)
            if subject is None:
                continue
            into.append(subject)
        m.reasons.setdefault("targets" if name == "suffer" else "actors", []).append(f"rule:{name}")
        return
    after = (
        marks.first("support", m.stop, min(limit, m.reach + 3))
        or _signed_by(p, m, limit)
        or (marks.first("declare", m.stop, min(limit, m.reach + 7)) if m.type == "ceasefire" else None)
    )
    if after is not None and not m.actors:
        _add(p, m, m.actors, "actors", "support", p.skip(after[1], limit), limit)


def _signed_by(p: Phrases, m: Mention, limit: int) -> tuple[int, int] | None:
    """The verb in `the agreement that the parties signed`."""
    if m.type != "agreement":
        return None
    return p.marks.first("sign", m.stop, min(limit, m.stop + 4))


def _quantity(p: Phrases, first: int, stop: int) -> bool:
    """Whether nothing but a quantity stands between: `a series of`, `five`."""
    r = p.reading
    return all(r.flags[k] & _NUMBER or p.marks.of(k) & (_QUANTITY | {"of"}) for k in range(first, stop))


def _nearest(p: Phrases, m: Mention) -> None:
    """The party named last before the trigger in its sentence."""
    r = p.reading
    for k in range(m.first - 1, max(r.sentence_first(m.first), m.first - 25) - 1, -1):
        if not p.party(k):
            continue
        stop = p.noun(k, m.first)
        if stop == k:
            return
        first = p.start_of(k, stop)
        if m.type == "capture" and r.flags[first] & _POST and not r.flags[first] & _BODY:
            continue  # a minister speaks of it
        if (
            _ground(p, first)
            or r.flags[first] & Kind.CUE_PREPOSITION
            or (first > 0 and r.flags[first - 1] & Kind.CUE_PREPOSITION)
        ):
            continue  # "according to analysts"
        m.actors.append((first, stop))
        m.reasons.setdefault("actors", []).append("rule:nearest-party")
        return


def _ground(p: Phrases, first: int) -> bool:
    """Whether a word for a kind of place stands at `first`: the town, the two cities."""
    classes = p.marks.of(first)
    return bool(classes & {"territory", "settled"}) and not classes & _ACTING


def _controlled(p: Phrases, m: Mention, floor: int) -> None:
    """The subject of the verb that a verbal noun hangs on by a preposition."""
    r = p.reading
    by_light = m.first > floor and bool(r.words[m.first].preposition) and _light_near(p, m, floor) >= 0
    if m.row.cls not in ("masdar",) and m.type != "meeting" and not by_light:
        return
    first = _carried_by(p, m)
    word = r.words[first]
    stop = first
    if word.preposition == L.BEH:
        light = _light_near(p, m, floor)
        if light >= 0:
            _by_light_verb(p, m, light, first, floor)
            return
    elif stop and (r.flags[stop - 1] & _FUNCTION) and not p.relative(stop - 1):
        stop -= 1
    elif first == m.first:
        return
    found = p.behind(stop)
    while found < stop and p.marks.of(found) & _BEFORE_DOER:
        found += 1
    if found < stop and p.marks.near(found, stop) & _HEADS:
        m.actors.append((found, stop))
        m.reasons.setdefault("actors", []).append("rule:controlled")
        return
    if first < m.first and stop > floor and p.marks.of(stop - 1) & _LIGHT:
        _by_light_verb(p, m, stop - 1, first, floor)


def _object_of_verb(p: Phrases, m: Mention, floor: int) -> None:
    """The subject of the verb whose object the event is: `the army resumes the shelling of`, `who try to take`."""
    noun = _carried_by(p, m)
    r = p.reading
    if noun <= floor or r.words[noun].preposition or r.words[noun].conjunction:
        return
    first = p.behind(noun)
    planned = p.marks.last("plan", max(floor, noun - 8), noun)
    if planned is not None and p.noun(planned[1], noun) == noun and p.somebody(planned[1], noun):
        m.actors.append((planned[1], noun))
    elif floor < first < noun and (_claims(p, m, first, noun) or (_does(p, first - 1) and p.acts(first, noun))):
        m.actors.append((first, noun))
    elif _does(p, noun - 1) or "declare" in p.marks.of(noun - 1):
        found = _subject_before_verb(p, noun - 1, floor)
        if found is None or not (_owns(p, m, *found) if "declare" in p.marks.of(noun - 1) else p.acts(*found)):
            return
        m.actors.append(found)
    if m.actors:
        m.reasons.setdefault("actors", []).append("rule:object-of-verb")


def _claims(p: Phrases, m: Mention, first: int, stop: int) -> bool:
    """Whether a force announces the deed as its own: `the brigades announced the shelling of the base`."""
    return "declare" in p.marks.of(first - 1) and _owns(p, m, first, stop)


def _owns(p: Phrases, m: Mention, first: int, stop: int) -> bool:
    """Whether a force or a state, which the phrase names, may announce the deed as its own."""
    if m.row.cls != "masdar" or m.type not in _OWN_DEEDS:
        return False
    return first in p.places or bool(p.marks.near(first, stop) & _GROUPS)


def _does(p: Phrases, i: int) -> bool:
    """Whether a finite verb of doing stands at `i`, not one of speech or of suffering."""
    r = p.reading
    if not r.flags[i] & _VERB or r.flags[i] & (_CUE_VERB | Kind.CONTENT_NOUN) or r.words[i].article:
        return False
    return not (r.words[i].preposition or p.marks.of(i) & {"suffer", "hits", "nay", "denied"})


def _subject_before_verb(p: Phrases, verb: int, floor: int) -> Phrase | None:
    found = _antecedent(p, verb, floor) or _preverbal(p, p.clause_first(verb, floor), verb)
    return found or _announced(p, verb, floor)


def _carried_by(p: Phrases, m: Mention) -> int:
    """The token of the verbal noun that carries the event's noun, else of that noun itself: `launching raids`."""
    for k in range(m.first - 1, max(m.first - 3, p.reading.sentence_first(m.first)) - 1, -1):
        if "carry" in p.marks.of(k):
            return k
    return m.first


def _light_near(p: Phrases, m: Mention, floor: int) -> int:
    """The token of `carries out` and the like in the few words before; -1: none."""
    for k in range(m.first - 1, max(floor, m.first - 8) - 1, -1):
        if p.marks.of(k) & _LIGHT:
            return k
        if p.reading.forms[k] in _STOPS or p.reading.forms[k] in COMMAS:
            break
    return -1


def _by_light_verb(p: Phrases, m: Mention, verb: int, stop: int, floor: int) -> None:
    """Give the subject behind or in front of `carries out` and the like."""
    i = p.skip(verb + 1, stop)
    end = p.noun(i, stop)
    if end > i and p.somebody(i, end):
        m.actors.append((i, end))
        m.reasons.setdefault("actors", []).append("rule:controlled")
        return
    found = _subject_before_verb(p, verb, floor)
    if found is not None and p.somebody(*found):
        m.actors.append(found)
        m.reasons.setdefault("actors", []).append("rule:controlled")


def _distinct(phrases: list[Phrase]) -> list[Phrase]:
    out: list[Phrase] = []
    for phrase in phrases:
        if all(phrase[1] <= a or b <= phrase[0] for a, b in out):
            out.append(phrase)
    return out
