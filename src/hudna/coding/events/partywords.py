"""What a word of a text is to a party of an event: a noun's adjective, a small word, who acts, what can be struck.

`PartyWords` answers for single words, and for phrases whose ends are known; where a phrase ends is `partyphrases`'s.
"""

from __future__ import annotations

from typing import Final

from hudna.coding.events.marks import Marks
from hudna.coding.words.nouns import FINITE
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import Trigger
from hudna.packs.tables.speech import Body, FunctionWord, Post
from hudna.text import letters as L

STOPS: Final = frozenset(".:;!?()[]|/…-–*" + L.QUESTION + L.SEMICOLON)
QUOTES: Final = frozenset(L.QUOTES)
OBJECTS: Final = frozenset(("territory", "site", "victim", "building"))
GROUPS: Final = frozenset(("force", "troops", "air", "artillery", "police"))
HEADS: Final = frozenset(("force", "troops", "envoy", "council", "air", "police"))
MEMBERS: Final = frozenset(("victim", "person", "envoy"))
QUANTITY: Final = frozenset(("number",))
COUNTED: Final = frozenset(("victim", "several"))
WEAPONS: Final = frozenset(("air", "artillery", "projectile", "gun", "bomb"))
ACTING: Final = frozenset(
    ("force", "troops", "envoy", "council", "air", "police", "victim", "civilian", "people", "person")
)
"""Classes of words that name somebody who could act."""
MAY_ACT: Final = ACTING | {"doer", "artillery", "aircraft", "ship", "protestword", "bomb", "captive", "convoy"}
STRUCK: Final = frozenset(
    ("territory", "site", "building", "victim", "force", "troops", "person", "civilian", "arms", "aircraft", "base")
)
"""Classes of words that name something that can be struck or taken."""
_NAME: Final = Kind.GIVEN | Kind.PERSON
_SOMEBODY: Final = Kind.BODY | Kind.POST | Kind.NISBA | Kind.HONORIFIC | Kind.PLACE | Kind.GIVEN | Kind.PERSON
_NO_ARTICLE: Final = frozenset((L.ALEF_MADDA, L.ALEF_HAMZA_ABOVE, L.ALEF_HAMZA_BELOW))
_GROUP: Final = frozenset(("force", "envoy"))
_PARTY_LED: Final = frozenset(("against", "between", "with", "of"))
"""Classes of prepositions that a party stands behind."""


class PartyWords:
    """What the words of one text are. `times` and `places` are the tokens of dates and of places."""

    __slots__ = ("marks", "places", "reading", "times")

    def __init__(self, reading: Reading, marks: Marks, times: set[int], places: set[int]) -> None:
        self.reading = reading
        self.marks = marks
        self.times = times
        self.places = places

    def the(self, i: int) -> bool:
        """Whether the word at `i` begins with the article, not with an alef that has madda or hamza: thousands."""
        reading = self.reading
        return reading.forms[i].startswith(L.AL) and reading.text[reading.tokens.starts[i]] not in _NO_ARTICLE

    def joined(self, i: int) -> bool:
        """Whether the word at `i` has the article, or something that joins it to the word before."""
        r = self.reading
        word = r.words[i]
        return bool(word.article or word.conjunction or word.preposition or r.forms[i].startswith((L.AL, L.WAW)))

    def with_li(self, i: int) -> bool:
        """Whether the word at `i` has the preposition `li-`."""
        return self.reading.words[i].preposition == L.LAM or self.reading.forms[i].startswith(L.LAM + L.LAM)

    def accusative(self, i: int) -> bool:
        """Whether the word at `i` is an indefinite accusative: behind a definite noun the object begins."""
        form = self.reading.forms[i]
        if form.startswith(L.AL) or i in self.places or len(form) < (4 if self.marks.of(i) & MEMBERS else 5):
            return False
        if not self.reading.words[i].flags and form.endswith(L.ALEF + L.TEH):
            return True  # an unknown plural: no name ends so
        if not form.endswith(L.ALEF) or self.own(i) or self.reading.words[i].pronoun:
            return False  # "our forces", "its council" are definite
        return not self.reading.flags[i] & (Kind.BODY | Kind.NISBA)

    def adjective(self, i: int) -> bool:
        """Whether the word at `i` only describes the noun before it."""
        word = self.reading.words[i]
        if word.preposition or i in self.places:
            return False  # Turkey and Russia are spelt like adjectives
        return "adj" in self.marks.of(i) or bool(self.reading.flags[i] & Kind.NISBA and not word.conjunction)

    def _small(self, i: int) -> FunctionWord | None:
        """The small word that the word at `i` may be, though it stand in a name."""
        entry = self.reading.words[i].find(Kind.FUNCTION)
        return entry.row if entry is not None and isinstance(entry.row, FunctionWord) else None

    def adverbial(self, i: int) -> bool:
        """`in`, `during`, or a word with `bi-`: not a party."""
        r = self.reading
        small = self._small(i)
        if small is not None:
            return small.role in ("preposition", "adverb", "particle") and not self.marks.of(i) & _PARTY_LED
        return r.words[i].preposition == L.BEH or r.forms[i].startswith(L.BEH + L.AL)

    def bare_function(self, i: int) -> bool:
        """Whether the small word at `i` governs no noun behind it."""
        if "alone" in self.marks.of(i):
            return True
        small = self._small(i)
        return small is not None and small.role != "preposition"

    def relative(self, i: int) -> bool:
        """Whether the word at `i` opens a relative clause."""
        small = self._small(i)
        return small is not None and small.role == "relative"

    def joins_clauses(self, k: int) -> bool:
        """Whether a word that joins clauses stands at `k`: where, while, as."""
        small = self.reading.small_word(k)
        return small is not None and small.role in ("conjunction", "break", "turn")

    def preposition(self, i: int) -> bool:
        """Whether a preposition stands at `i` by itself."""
        small = self.reading.small_word(i)
        return small is not None and small.role == "preposition"

    def skipped(self, i: int) -> bool:
        """Whether a small word that is no noun stands at `i`."""
        return self.reading.words[i].find(Kind.FUNCTION) is not None and not self.own(i)

    def own(self, i: int) -> bool:
        """Whether the small word at `i` is a noun with a pronoun: `his forces`."""
        small = self.reading.small_word(i)
        return small is not None and small.role == "own"

    def ali(self, i: int) -> bool:
        """Whether the word at `i`, which folded may be the preposition `ala`, is the name Ali."""
        return "upon" in self.marks.of(i) and self.reading.words_of(i, i + 1).endswith(L.YEH)

    def edge(self, k: int) -> bool:
        """Whether the mark at `k` opens or closes more than a name."""
        r = self.reading
        if r.quote_of[k] < 0:
            return True
        quote = r.quotations[r.quote_of[k]]
        return not quote.closed or quote.stop - quote.first > 5

    def unknown_verb(self, i: int) -> bool:
        """Whether the word at `i`, which no list has, looks like a verb of the third person plural or dual."""
        form = self.reading.forms[i]
        if self.reading.words[i].flags:
            return False
        if form.endswith(L.WAW + L.ALEF) and len(form) > 3:
            return True  # "they appointed"
        if len(form) < 5:
            return False
        if form[0] == L.SEEN and form[1] in (L.YEH, L.TEH):
            return True  # the future
        if form[0] == L.YEH and form[1:3] == L.SEEN + L.TEH and len(form) > 5:
            return True  # "he reviews": a derived verb
        return form[0] == L.YEH and form.endswith((L.WAW + L.NOON, L.ALEF + L.NOON))

    def nominative(self, i: int) -> bool:
        """Whether the word at `i`, of no list, is printed as the plural or dual of people who do something."""
        form = self.reading.forms[i]
        if self.reading.words[i].flags & ~Kind.EVENT_WORD or len(form) < 5 or form[0] in (L.YEH, L.TEH):
            return False
        return form.endswith((L.WAW + L.NOON, L.ALEF + L.NOON)) and "gun" in self.marks.near(i + 1, i + 3)

    def unknown_past(self, i: int) -> bool:
        """Whether the word at `i`, of no list, ends like a feminine verb of the past."""
        form = self.reading.forms[i]
        if self.reading.words[i].flags or len(form) < 5 or form.startswith((L.AL, L.WAW)):
            return False
        return form[-1] == L.TEH and form[-2] != L.ALEF

    def verb_of(self, i: int) -> bool:
        """Whether the word at `i`, of no list, looks like a verb whose subject, a body or force, stands behind it."""
        form = self.reading.forms[i]
        if form[-1] != L.TEH or form.endswith(L.ALEF + L.TEH) or i + 1 >= len(self.reading):
            return False
        classes = self.marks.of(i + 1)
        if not self.the(i + 1):
            return bool(classes & (GROUPS | OBJECTS)) and len(form) > 3  # "crossed forces of X": a verb of no list
        return bool(self.reading.flags[i + 1] & (Kind.BODY | Kind.POST) or classes & ACTING)

    def verbal_noun(self, i: int) -> bool:
        """Whether the word at `i`, of no list, is built like a verbal noun of a derived verb."""
        r = self.reading
        stem, at = r.words[i].stem, r.tokens.ends[i] - len(r.words[i].stem)
        if not r.words[i].flags and stem[0] == L.WAW:
            stem, at = stem[1:], at + 1
        if len(stem) < 5:
            return False
        if stem[0] == L.ALEF:  # with a hamza above it is a broken plural
            return stem[-2] == L.ALEF and not stem.startswith(L.AL) and r.text[at] != L.ALEF_HAMZA_ABOVE
        return stem[0] == L.TEH and len(stem) == 5 and stem[3] == L.YEH

    def purpose(self, i: int) -> bool:
        """Whether the word at `i`, of no list of names, looks like one with `li-` behind a definite noun: `to hold`."""
        form = self.reading.forms[i]
        if self.reading.words[i].flags & ~Kind.EVENT_WORD or form[0] not in (L.LAM, L.BEH) or len(form) < 4:
            return False
        return self.the(i - 1) and not self.reading.flags[i - 1] & (Kind.POST | _NAME)

    def only_verb(self, i: int) -> bool:
        """Whether the trigger at `i` can only be a finite verb."""
        rows = [e.row for e in self.reading.words[i].entries if e.kind & Kind.TRIGGER]
        return bool(rows) and all(isinstance(row, Trigger) and row.cls == "verb" for row in rows)

    def event_noun(self, i: int) -> bool:
        """Whether the word at `i` is a verbal noun of an event and heads nobody's name."""
        if not self.deed(i):
            return False
        for entry in self.reading.words[i].entries:
            if isinstance(entry.row, Trigger) and entry.row.cls in ("masdar", "noun"):
                return True
        return False

    def deed(self, i: int) -> bool:
        """Whether the word at `i` tells of an event and heads nobody's name."""
        return bool(self.reading.flags[i] & Kind.TRIGGER) and not self.heads(i)

    def heads(self, i: int) -> bool:
        """Whether the word at `i`, which may tell of an event, heads the name of somebody instead."""
        return bool(self.reading.flags[i] & (Kind.BODY | Kind.POST | Kind.NISBA | _NAME) or self.marks.of(i) & ACTING)

    def named(self, i: int) -> bool:
        """Whether the word at `i` is by itself the whole name of a body."""
        if not self.reading.flags[i] & Kind.BODY:
            return False
        entry = self.reading.words[i].find(Kind.BODY)
        return entry is not None and isinstance(entry.row, Body) and entry.row.named is not None

    def sent(self, i: int) -> bool:
        """Whether the post at `i` is one that is sent to a place: envoy, ambassador."""
        entry = self.reading.words[i].find(Kind.POST)
        return entry is not None and isinstance(entry.row, Post) and entry.row.sent is not None

    def person_stop(self, i: int) -> int:
        """The token behind the known person's full name that begins at `i`; `i` where none of several words does."""
        r = self.reading
        if not r.flags[i] & Kind.PERSON:
            return i
        return max((stop for stop, entry in r.phrases.get(i, ()) if entry.kind & Kind.PERSON), default=i)

    def body_stop(self, i: int) -> int:
        """The token behind the name of a body that begins at `i`, or behind the word where none of several does."""
        r = self.reading
        if not r.flags[i] & Kind.BODY:
            return i + 1
        return max((stop for stop, entry in r.phrases.get(i, ()) if entry.kind & Kind.BODY), default=i + 1)

    def whole_person(self, i: int) -> bool:
        """Whether a known person's name ends with the word at `i`."""
        return self.reading.words[i].find(Kind.PERSON) is not None

    def another(self, i: int) -> bool:
        """Whether the word at `i` names another person, or the place that the person before it goes to."""
        flags = self.reading.flags
        if flags[i] & Kind.PERSON:
            return self.whole_person(i - 1)
        if i not in self.places or i - 1 in self.places:
            return False
        if flags[i - 1] & Kind.NISBA and (self.the(i - 1) or self._indefinite(i - 1)):
            return True  # "the Iranian minister Baghdad"
        return bool(
            flags[i - 1] & _NAME or (not flags[i - 1] and i > 1 and flags[i - 2] & (_NAME | Kind.POST | Kind.NISBA))
        )

    def _indefinite(self, i: int) -> bool:
        """Whether an adjective of nationality without the article stands at `i`, behind a noun without it."""
        return i > 0 and not self.the(i) and self.reading.is_word(i - 1) and not self.the(i - 1)

    def in_name(self, i: int) -> bool:
        """Whether the place word at `i` stands in a name of several words, some of which may be small words."""
        return i - 1 in self.places or bool(self.reading.flags[i] & Kind.FUNCTION and i + 1 in self.places)

    def behind_place(self, i: int) -> bool:
        """Whether a person or body with the article begins right behind a place: `in the town the president`."""
        r = self.reading
        if i - 1 not in self.places or r.words[i].conjunction or not r.forms[i].startswith(L.AL):
            return False
        return bool(r.flags[i] & (Kind.POST | Kind.BODY)) and not r.flags[i] & Kind.NISBA

    def backed(self, i: int) -> bool:
        """Whether `by` at `i` goes on with a phrase: `forces backed by X`."""
        small = "origin" in self.marks.of(i) or self.reading.words[i].preposition == L.BEH
        return small and "backed" in self.marks.of(i - 1)

    def from_place(self, i: int) -> bool:
        """Whether a place, or a word for one, stands at `i`: behind "from" it is where, not whose."""
        return i in self.places or i >= len(self.reading) or self.ground(i)

    def direction(self, i: int) -> bool:
        """Whether a direction stands at `i`: north of, near."""
        return "nearby" in self.marks.of(i) or bool(self.reading.flags[i] & Kind.DIRECTION)

    def nobody(self, i: int) -> bool:
        """Whether what begins at `i` is a place or a direction rather than somebody who acts there."""
        if self.direction(i):
            return True
        return "territory" in self.marks.of(i) and i + 1 in self.places

    def ground(self, i: int) -> bool:
        """Whether a word for a kind of place stands at `i`: the town, the two cities."""
        classes = self.marks.of(i)
        return bool(classes & {"territory", "settled"}) and not classes & ACTING

    def counts(self, i: int) -> bool:
        """Whether the word at `i` is a quantity, or what one counts: "of" behind it goes on with the phrase."""
        r = self.reading
        form = r.forms[i]
        if form[0].isdigit() or r.flags[i] & Kind.NUMBER or self.marks.of(i) & QUANTITY:
            return True
        classes = self.marks.of(i)
        if "adj" in classes and i > 0 and self.marks.of(i - 1) & QUANTITY:
            return True  # "a great number of"
        return bool(classes & COUNTED or (classes & _GROUP and not form.startswith(L.AL)))

    def party(self, k: int) -> bool:
        """Whether the word at `k` heads the name of one who acts: a body, a post, a force, a state that speaks."""
        r = self.reading
        if r.flags[k] & Kind.TRIGGER:
            return False
        if k in self.places:
            return k > 0 and bool(r.flags[k - 1] & FINITE) and not r.words[k].preposition
        return bool(r.flags[k] & (Kind.BODY | Kind.POST) or self.marks.of(k) & HEADS)

    def somebody(self, first: int, stop: int) -> bool:
        """Whether the phrase names somebody who could act."""
        r = self.reading
        for k in range(first, min(stop, first + 4, len(r))):
            if r.flags[k] & _SOMEBODY or r.forms[k] in QUOTES or self.marks.of(k) & ACTING:
                return True
        return False

    def acts(self, first: int, stop: int) -> bool:
        """Whether the phrase is headed by a body, a post, a force or people."""
        r = self.reading
        return any(
            r.flags[k] & (Kind.BODY | Kind.POST | _NAME) or self.marks.of(k) & ACTING for k in range(first, stop)
        )

    def struck(self, first: int, stop: int) -> bool:
        """Whether the phrase names something or somebody that can be struck."""
        r = self.reading
        for k in range(first, stop):
            if r.flags[k] & _SOMEBODY or r.forms[k] in QUOTES or self.marks.of(k) & STRUCK or k in self.places:
                return True
        return False

    def thing(self, first: int, stop: int) -> bool:
        """Whether the phrase, counted or not, names things or places: `five villages`."""
        counted = self.reading.flags[first] & Kind.NUMBER or self.marks.of(first) & QUANTITY
        head = first + 1 if counted or self.reading.forms[first][0].isdigit() else first
        classes = self.marks.of(head)
        return head < stop and bool(classes & OBJECTS) and not classes & ACTING

    def may_act(self, first: int, stop: int) -> bool:
        """Whether the phrase names somebody: a known body, person or people, a proper name, or a definite noun."""
        r = self.reading
        if first in self.times or (stop - first == 1 and not r.is_word(first)):
            return False
        if r.flags[first] & Kind.NUMBER:
            return True
        if r.flags[first] & Kind.CUE_PREPOSITION and not r.flags[first] & (Kind.BODY | Kind.POST):
            return False
        for k in range(first, stop):
            if r.flags[k] & _SOMEBODY or self.own(k) or r.forms[k] in QUOTES or self.marks.of(k) & MAY_ACT:
                return True
        if r.forms[first].startswith(L.AL) or r.words[first].article:
            return not self.marks.of(first) & {"adj"}
        if stop - first == 1 and self.nominative(first):
            return True
        return stop - first > 1 and r.words[first].flags == 0 and not r.forms[stop - 1].startswith(L.AL)
