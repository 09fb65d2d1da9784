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
_JOINED: Final = (L.LAM + L.LAM, L.BEH + L.AL)
_VERBAL: Final = (L.YEH, L.TEH)
_KNOWN: Final = Kind.NISBA | Kind.BODY | Kind.POST | Kind.EVENT_WORD | Kind.NUMBER
_PERSON: Final = Kind.POST | Kind.HONORIFIC
_OBJECTS: Final = frozenset(("territory", "site", "victim", "building"))
_OUTSIDE: Final = frozenset(("against", "between", "with", "adverb", "manner"))
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
_STRUCK: Final = frozenset(
    ("territory", "site", "building", "victim", "force", "troops", "person", "civilian", "arms", "aircraft", "base")
)
"""Classes of words that name something that can be struck or taken."""
_SOMEBODY: Final = Kind.BODY | Kind.POST | Kind.NISBA | Kind.HONORIFIC | Kind.PLACE | Kind.GIVEN | Kind.PERSON
SYMMETRIC: Final = frozenset(("clash", "meeting", "agreement", "ceasefire", "exchange"))
_ATTACKS: Final = frozenset(("shelling", "air_strike", "clash", "bombing", "shooting", "chemical_attack"))
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
    "protest": ("able", "support", "organise", "suffer"),
}
"""By type: the classes of verbs that carry its noun, in the order in which they are asked."""
_LOOSE: Final = frozenset(("deliver", "organise", "invite"))
"""Of these, the ones whose words are also others: only who could act is their subject."""
_MET: Final = frozenset(("meeting",))
_BY_SOMEBODY: Final = frozenset(("sanction", "killing", "detention", "displacement", "violation"))
_ACTED: Final = frozenset(("capture", "deployment", "withdrawal", "violation", "detention", "agreement"))
"""Types that are hardly ever told without who does it."""

Phrase = tuple[int, int]


class Phrases:
    """Finds noun phrases in one text. `times` and `places` are the tokens of dates and of places."""

    __slots__ = ("led", "marks", "places", "reading", "times")

    def __init__(self, reading: Reading, marks: Marks, times: set[int], places: set[int]) -> None:
        self.places = places
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
            if i > first and form[0] == L.WAW and (word.conjunction or not word.flags):
                joined += 1
                if joined > 3:
                    break
                definite = False
            definite = definite or form.startswith(L.AL) or word.article or i in self.places or self._named(i)
            definite = definite or bool(r.flags[i] & _NAME)
            i += 1
        while i > first and r.forms[i - 1] == L.WAW:
            i -= 1
        return i

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
            return "origin" in classes and self._counts(i - 1)
        small = flags & (_COMPLEMENTISER | _FUNCTION) and not (i > first and self._ali(i)) and not self._own(i)
        if small and (not word.article or self.relative(i)):
            return False
        if flags & _TIME and not (i in self.places or word.flags & _BODY or (i > first and form.startswith(L.AL))):
            return False
        if i == first:
            if not self.led and (word.preposition or form.startswith(_JOINED)) and word.flags | (form[0] == L.LAM):
                return False
            return not (flags & _VERBS and not flags & (_NAMING | _POST)) or word.article
        if not word.conjunction and self._another(i):
            return False
        if r.flags[i - 1] & _GIVEN and not (word.preposition or word.pronoun or flags & _PLACE):
            return True  # a family name, whatever else the word may be
        if definite and "adj" in classes and not (word.conjunction or form.startswith(L.AL) or flags & _PLACE):
            return False  # a predicate: "the martyr X separate from"
        if form.startswith(L.AL) and r.forms[i - 1].endswith(_FULL_PLURAL) and not r.forms[i - 1].startswith(L.AL):
            return False  # an indefinite plural takes no genitive: the object begins
        if word.article:
            return not word.preposition
        if flags & _VERBS and not flags & (_NAMING | _POST | _BODY | _NAME):
            return False
        if flags & _TRIGGER and self._verb(i):
            return False
        if (word.preposition and word.flags) or form.startswith((L.LAM + L.LAM, L.BEH + L.AL, L.FEH + L.AL)):
            return self._post_of(i, first)
        if (word.conjunction == L.FEH and word.flags) or self._unknown_verb(i):
            return False
        if definite and word.pronoun and not word.conjunction:
            return False  # "the delegation its participation": the object begins
        if definite and flags & (_POST | _BEGINS | _NUMBER) and not word.conjunction and not form.startswith(L.AL):
            return False  # another person, body or place begins
        if (definite and "counterpart" in classes) or ("nearby" in classes and not word.conjunction):
            return False  # "the minister his counterpart", "a soldier east of the quarter"
        if word.conjunction and (classes & _HARMED or (flags & _TRIGGER and not self._heads(i))):
            return False  # "a child and the wounding of", "the town and the arrest of"
        if word.pronoun and not word.conjunction and i > first + 1 and flags & (_TRIGGER | _EVENT_WORD):
            return False  # "the forces of X their control"
        if flags & _POST and word.article and not word.conjunction and i > first + 2 and not r.words[i - 1].flags:
            return False  # another person begins behind a name
        if definite and not word.conjunction and self._accusative(i):
            return False
        if classes and not word.conjunction and not form.startswith(L.AL):
            if definite and classes & (_QUANTITY | _EQUIPMENT):
                return False  # "the authorities more than a hundred", "the country an aircraft carrier"
            if classes & _OBJECTS and (self._adjective(i - 1) or "air" in self.marks.of(i - 1)):
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

    def _accusative(self, i: int) -> bool:
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
        """Whether the word at `i`, which no list has, looks like a verb of the third person plural."""
        form = self.reading.forms[i]
        return not self.reading.words[i].flags and form[0] == L.YEH and form.endswith(L.WAW + L.NOON)

    def _named(self, i: int) -> bool:
        """Whether the word at `i` is by itself the whole name of a body."""
        if not self.reading.flags[i] & _BODY:
            return False
        entry = self.reading.words[i].find(_BODY)
        return entry is not None and isinstance(entry.row, Body) and entry.row.named is not None

    def _ali(self, i: int) -> bool:
        """Whether the word at `i`, which folded may be the preposition `ala`, is the name Ali."""
        return "upon" in self.marks.of(i) and self.reading.words_of(i, i + 1).endswith(L.YEH)

    def _own(self, i: int) -> bool:
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
        """Where a noun phrase that ends right before `stop` begins; `stop` where none does."""
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
        while first < k and self.marks.of(first) & {"matter", "hypo"}:
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
        if word.preposition:
            return False
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
        entry = self.reading.words[i].find(_FUNCTION)
        return entry is not None and isinstance(entry.row, FunctionWord) and entry.row.role != "preposition"

    def skipped(self, i: int) -> bool:
        """Whether a small word that is no noun stands at `i`."""
        return self.reading.words[i].find(_FUNCTION) is not None and not self._own(i)

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
        return small is not None and small.role in ("conjunction", "break")

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
    _prepositions(p, m, limit)
    _supports(p, m, floor, limit)
    if not m.actors and m.row.cls != "verb" and m.type != "killing":
        _controlled(p, m, before)
        if not m.actors and before is not None and _coordinate(p, before, m):
            m.actors += before.actors[:1]
            m.reasons.setdefault("actors", []).append("rule:joined")
    if not m.actors and m.type in (_ACTED | _MET) and not (m.targets and m.type == "detention"):
        _nearest(p, m)
    _tidy(p, m)


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
    m.actors = _distinct(m.actors)
    m.targets = [t for t in _distinct(m.targets) if t not in m.actors]


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
    return bool(classes & {"territory", "talks", "adj"}) or p.reading.forms[first][0].isdigit()


def _is_verb(p: Phrases, m: Mention) -> bool:
    """A toll word is a verb unless a genitive or preposition shows a noun."""
    word = p.reading.words[m.first]
    return not m.article and not word.preposition and (m.row.finite or m.stop > m.first + 1)


def _verbal(p: Phrases, m: Mention, floor: int, limit: int, previous: Mention | None) -> None:
    r = p.reading
    role = m.row.first
    i = p.skip(m.stop, limit)
    if role == "target" and m.hits and p.marks.of(i) & _WEAPONS:
        i = p.skip(i + 1, limit, adjectives=True)  # "shells hit the quarter": the shells are no target
    stop = p.noun(i, limit)
    before = None if role == "target" and stop > i else _subject_before(p, m, floor)
    if before is not None and stop > i and m.first - before[1] > 1 and p.somebody(i, stop) and i == m.stop:
        before = None  # verb, subject: what stands further in front belongs to another clause
    if before is None and previous is not None and _one_subject(r, previous, m):
        m.actors += previous.actors[:1]
        if stop > i and previous.stop != m.first:
            m.targets.append((i, stop))
            m.reach = stop
        return
    if before is not None and m.pronoun and stop == i and p.relative(m.first - 1) and _place_first(p, before):
        return  # "the lands that they seized": who did is told further in front
    if before is not None and not (m.pronoun and stop > i):
        _give(m, "target" if role == "target" else _role(p, role, before), before)
        if stop > i and role != "target":
            m.targets.append((i, stop))
            m.reach = stop
        return
    if stop == i:
        return
    stop = _apposition(p, i, stop, limit)
    m.reach = stop
    first = (i, stop)
    nxt = _object_first(p, m, stop, limit)
    after = p.led_noun(nxt, limit) if nxt < limit else nxt
    given = _role(p, role, first)
    if role == "either" and after > nxt and not r.flags[i] & _NUMBER:
        given = "actor"
    _give(m, given, first)
    if m.pronoun and before is not None:
        m.targets.append(before)
    elif after > nxt and given == "actor" and not _starts_new(r, nxt) and not p.direction(nxt):
        m.targets.append((nxt, after))
        m.reach = after


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
    found = _antecedent(p, m.first, floor) or _preverbal(p, p.clause_first(m.first, floor), m.first)
    return found or _announced(p, m.first, floor)


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
    return (first, stop) if first < stop else None


def _preverbal(p: Phrases, start: int, verb: int) -> Phrase | None:
    """The noun phrase that begins the clause and reaches the verb, dates and adverbs aside."""
    r = p.reading
    while start < verb and (p.skipped(start) or r.flags[start] & _VERB or start in p.times):
        start += 1
    if start >= verb:
        return None
    stop = p.noun(start, verb)
    if stop == start or not any(len(r.forms[k]) > 1 and r.forms[k][0].isalpha() for k in range(start, stop)):
        return None
    rest = p.skip(stop, verb)
    return (start, stop) if verb - rest <= 3 else None


def _nominal(p: Phrases, m: Mention, limit: int) -> None:
    r = p.reading
    if m.hit_by >= 0:
        _struck_behind(p, m, limit)
        return
    if m.pronoun:
        _pronoun(p, m, limit)
        return
    i = p.skip(m.stop, limit, adjectives=True, definite=m.article)
    m.reach = max(m.reach, i)
    if i > m.stop and not p.marks.near(m.stop, i) & {"adj"} and not r.flags[m.stop] & _NISBA:
        return  # an adverbial stands between: no genitive
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
        role = _role(p, m.row.first, (i, stop))
        if role == "actor" and m.type in _ATTACKS and p.marks.of(i) & _OBJECTS and not p.marks.of(i) & _ACTING:
            role = "target"
        _give(m, role, (i, stop))
        m.reach = stop


def _struck_behind(p: Phrases, m: Mention, limit: int) -> None:
    """`raids hit other the town`: what the attack struck stands behind it and its adjectives."""
    r = p.reading
    if r.words[m.hit_by].pronoun:
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


def _pronoun(p: Phrases, m: Mention, limit: int) -> None:
    """`his meeting with`: the pronoun is the last party named before; what follows is the other one."""
    r = p.reading
    floor = r.sentence_first(m.first)
    for k in range(m.first - 1, floor - 1, -1):
        if (r.flags[k] & (_BODY | _POST) or p.marks.of(k) & _HEADS) and not r.flags[k] & _TRIGGER:
            if r.words[m.first].pronoun == L.HEH + L.ALEF and p.marks.of(k) & _COUNTED:
                continue  # "it" is no plural of persons
            stop = p.noun(k, m.first)
            first = p.behind(stop) if stop > k else k
            if stop > k:
                role = "actor" if m.row.first != "target" or m.type in ("capture",) else "target"
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
        if between:
            m.actors.clear()
            _add(p, m, m.actors, "actors", "between", between[1], limit)
            second = marks.stop(m.reach) if "agent" in marks.of(m.reach) else m.reach
            if second > m.reach and second < limit and r.words[second].conjunction:
                _add(p, m, m.actors, "actors", "between", second, limit)
        with_ = marks.first("with", m.stop, min(stop, m.reach + 5))
        if with_ and "border" not in marks.near(with_[0] - 1, with_[0]):
            _add(p, m, m.actors, "actors", "with", with_[1], limit)
    if m.type == "meeting" and m.verb and len(m.actors) == 1:
        _met_with(p, m, limit)
    if not m.targets and (m.type in _ATTACKS or m.type in ("protest", "sanction", "capture")):
        against = marks.first("against", m.stop, min(stop, m.reach + 4))
        if (
            against
            and not (m.type == "capture" and against[1] in p.places)
            and p.struck(against[1], min(limit, against[1] + 4))
        ):
            _add(p, m, m.targets, "targets", "against", against[1], limit)
    if (m.type in _ATTACKS or m.type in _BY_SOMEBODY) and not m.actors:
        of = marks.first("of", m.stop, min(stop, m.reach + 3))
        if of and not marks.of(of[0] - 1) & _QUANTITY and marks.near(of[1], of[1] + 2) & {"force"}:
            _add(p, m, m.actors, "actors", "from", of[1], limit)
    hit = marks.first("hits", m.stop, min(stop, m.stop + 4))
    if hit and m.type in _ATTACKS and not m.targets:
        _add(p, m, m.targets, "targets", "hit", p.skip(hit[1], limit), limit)
    if m.type == "bombing" and not m.targets:
        _blown_up(p, m, limit)
    if m.type == "invitation" and not m.targets:
        to = marks.first("to", m.stop, min(stop, m.reach + 4))
        if to:
            _add(p, m, m.targets, "targets", "for", to[1], limit)
    if m.type in _FOR and not m.targets:
        for k in range(m.stop, min(stop, m.reach + 5)):
            if (r.words[k].preposition == L.LAM or r.forms[k].startswith(L.LAM + L.LAM)) and p.somebody(k, k + 3):
                into = m.actors if m.type == "displacement" else m.targets
                _add(p, m, into, "targets", "for", k, limit)
                break


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
    if m.row.cls == "verb":
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
    for k in range(m.first - 1, max(p.reading.sentence_first(m.first), m.first - 25) - 1, -1):
        if p.party(k):
            stop = p.noun(k, m.first)
            if stop > k:
                m.actors.append((p.start_of(k, stop), stop))
                m.reasons.setdefault("actors", []).append("rule:nearest-party")
            return


def _controlled(p: Phrases, m: Mention, before: Mention | None) -> None:
    """The subject of the verb that a verbal noun hangs on by a preposition."""
    r = p.reading
    if m.row.cls not in ("masdar",) and m.type != "meeting":
        return
    word = r.words[m.first]
    stop = m.first
    if word.preposition == L.BEH:
        pass
    elif stop and (r.flags[stop - 1] & _FUNCTION) and not p.relative(stop - 1):
        stop -= 1
    else:
        return
    first = p.behind(stop)
    if first < stop and p.marks.near(first, stop) & _HEADS:
        m.actors.append((first, stop))
        m.reasons.setdefault("actors", []).append("rule:controlled")


def _distinct(phrases: list[Phrase]) -> list[Phrase]:
    out: list[Phrase] = []
    for phrase in phrases:
        if all(phrase[1] <= a or b <= phrase[0] for a, b in out):
            out.append(phrase)
    return out
