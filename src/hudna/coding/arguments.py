"""Who does what to whom: the noun phrases round a trigger.

verbal     := [subject] VERB [adverbs] [subject] [adverbs] [object]
nominal    := MASDAR [adjectives] [genitive] {preposition phrase}
prepositions: "by" -> actor; "between" -> actors; "with" -> actor of talks and fighting; "on", "against" -> target
supports   := SUPPORT subject ... NOUN | NOUN SUPPORT subject | subject ABLE ... MASDAR | target SUFFER ... NOUN
controlled := subject PREPOSITION MASDAR ("began by shelling", "managed to take")
"""

from __future__ import annotations

from hudna.coding.marks import Marks
from hudna.coding.reading import Reading
from hudna.coding.triggers import Mention
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import Trigger
from hudna.packs.tables.speech import FunctionWord
from hudna.text import letters as L

_BODY = Kind.BODY
_COMPLEMENTISER = Kind.COMPLEMENTISER
_CUE_VERB = Kind.CUE_VERB
_EVENT_WORD = Kind.EVENT_WORD
_FUNCTION = Kind.FUNCTION
_NISBA = Kind.NISBA
_NUMBER = Kind.NUMBER
_POST = Kind.POST
_TRIGGER = Kind.TRIGGER
_VERB = Kind.VERB
_LONGEST = 10
_STOPS = frozenset(".:;!?()[]|/…-–*" + L.QUESTION + L.SEMICOLON)
COMMAS = frozenset("," + L.COMMA)
_QUOTES = frozenset(L.QUOTES)
_VERBS = Kind.CUE_VERB | Kind.VERB
_NAMING = Kind.NISBA | Kind.BODY
_TIME = Kind.MONTH | Kind.WEEKDAY | Kind.TIMEWORD
_FULL_PLURAL = (L.WAW + L.NOON, L.YEH + L.NOON)
_KNOWN = Kind.NISBA | Kind.BODY | Kind.POST | Kind.EVENT_WORD | Kind.NUMBER
_PERSON = Kind.POST | Kind.HONORIFIC
_OBJECTS = frozenset(("territory", "site", "victim", "building"))
_OUTSIDE = frozenset(("against", "between", "with", "adverb", "manner"))
_STEPS = frozenset(("support", "able", "suffer", "agent"))
_HEADS = frozenset(("force", "troops", "envoy", "council", "air", "police"))
_MEMBERS = frozenset(("victim", "person", "envoy"))
SYMMETRIC = frozenset(("clash", "meeting", "agreement", "ceasefire", "exchange"))
_ATTACKS = frozenset(("shelling", "air_strike", "clash", "bombing", "shooting", "chemical_attack"))
_MOVES = frozenset(("deployment", "withdrawal"))
_FOR = frozenset(("aid", "invitation", "displacement"))
_SIGNED = frozenset(("agreement", "ceasefire", "exchange"))
_MET = frozenset(("meeting",))
_ACTED = frozenset(("capture", "deployment", "withdrawal", "violation", "detention", "agreement"))
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
            definite = definite or form.startswith(L.AL) or word.article or i in self.places
            i += 1
        while i > first and r.forms[i - 1] == L.WAW:
            i -= 1
        return i

    def _goes_on(self, i: int, first: int, definite: bool) -> bool:
        r = self.reading
        form, flags, word = r.forms[i], r.flags[i], r.words[i]
        if form in _STOPS or form in COMMAS or form[0] == "\n" or i in self.times:
            return False
        if form[0].isdigit():
            return i == first or not definite
        classes = self.marks.of(i) if flags & _EVENT_WORD else frozenset()
        if (classes & _STEPS or classes & _OUTSIDE) and not (i > first and self._ali(i)):
            return False
        if i > first and "of" in classes:
            return self._counts(i - 1)
        if flags & (_COMPLEMENTISER | _FUNCTION) and not word.article and not (i > first and self._ali(i)):
            return False
        if flags & _TIME and not (i in self.places or word.flags & _BODY or (i > first and form.startswith(L.AL))):
            return False
        if i == first:
            if word.preposition and word.flags and not word.article and not self.led:
                return False
            return not (flags & _VERBS and not flags & (_NAMING | _POST)) or word.article
        if form.startswith(L.AL) and r.forms[i - 1].endswith(_FULL_PLURAL) and not r.forms[i - 1].startswith(L.AL):
            return False  # an indefinite plural takes no genitive: the object begins
        if word.article:
            return not word.preposition
        if flags & _VERBS and not flags & (_NAMING | _POST | _BODY):
            return False
        if flags & _TRIGGER and self._verb(i):
            return False
        if (word.preposition and word.flags) or form.startswith((L.LAM + L.LAM, L.BEH + L.AL, L.FEH + L.AL)):
            return self._post_of(i, first)
        if word.conjunction == L.FEH and word.flags:
            return False
        if definite and word.pronoun and not word.conjunction:
            return False  # "the delegation its participation": the object begins
        if definite and flags & _POST and not word.conjunction:
            return False  # another person begins
        if i - first >= 2 and not definite and form.endswith(L.ALEF) and not flags & _KNOWN and i not in self.places:
            return False  # an accusative: the object of the verb
        return not (definite and classes & _OBJECTS and not word.conjunction)

    def _ali(self, i: int) -> bool:
        """Whether the word at `i`, which folded may be the preposition `ala`, is the name Ali."""
        return "upon" in self.marks.of(i) and self.reading.words_of(i, i + 1).endswith(L.YEH)

    def _post_of(self, i: int, first: int) -> bool:
        """Whether `li-` at `i` goes on with a post: secretary-general of the United Nations."""
        r = self.reading
        word = r.words[i]
        if word.preposition != L.LAM or not (r.flags[first] & _POST or "envoy" in self.marks.of(first)):
            return False
        return bool(r.flags[i] & _BODY or i in self.places or self.marks.of(i) & {"council", "force"})

    def _counts(self, i: int) -> bool:
        """Whether the word at `i` is a quantity: "of" behind it goes on with the phrase."""
        r = self.reading
        form = r.forms[i]
        return form[0].isdigit() or bool(r.flags[i] & _NUMBER or self.marks.of(i) & {"number"})

    def _member_of(self, i: int, first: int, limit: int) -> bool:
        """Whether `in` at `i` joins a person to a body: a leader in a movement."""
        r = self.reading
        classes = self.marks.of(i)
        if not classes & {"in", "to"} or i + 1 >= limit:
            return False
        before, after = i - 1, i + 1
        envoy = self.marks.of(first) & {"envoy"} or r.flags[first] & _POST
        if "in" not in classes:
            return bool(envoy and after in self.places)
        person = r.flags[before] & _POST or self.marks.of(before) & _MEMBERS or r.forms[before].startswith(L.AL)
        body = r.flags[after] & _BODY or self.marks.of(after) & {"force", "council"} or r.forms[after] in _QUOTES
        return bool(person and body)

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

    def skip(self, i: int, limit: int, *, adjectives: bool = False) -> int:
        """Past dates, prepositional phrases of place and manner, and adjectives where these are wanted."""
        r = self.reading
        start = i
        while i < limit and i - start < 8:
            form, flags, word = r.forms[i], r.flags[i], r.words[i]
            if (
                ((i in self.times or flags & _TIME) and i not in self.places)
                or (form in COMMAS and i + 1 < limit and i + 1 in self.times)
                or (form in COMMAS and i > start and i - 1 in self.times)
            ):
                i += 1
            elif flags & _EVENT_WORD and "adverb" in self.marks.of(i):
                i = self.marks.stop(i)
            elif (adjectives and flags & _EVENT_WORD and "adj" in self.marks.of(i)) or (
                adjectives and flags & _NISBA and not word.conjunction
            ):
                i += 1
            elif flags & _EVENT_WORD and "manner" in self.marks.of(i):
                i += 2
            elif self._adverbial(i):
                plain = flags & _FUNCTION and self._bare_function(i)
                i = i + 1 if plain else max(i + 1, self.noun(i + 1 if flags & _FUNCTION else i, limit))
            else:
                break
        return i

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
            k -= 1
        return k + 1

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
    if not m.actors and m.type in (_ACTED | _MET) and not (m.targets and m.type == "detention"):
        _nearest(p, m)
    _tidy(p, m)


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
        m.actors = [a for a in m.actors if not _no_talker(p, a)]
    if m.type == "displacement" and m.row.first == "target" and not m.actors:
        m.actors = list(m.targets)
    if not m.actors:
        m.targets = [t for t in m.targets if t[0] not in p.places]
    m.actors = _distinct(m.actors)
    m.targets = [t for t in _distinct(m.targets) if t not in m.actors]


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
    stop = p.noun(i, limit)
    before = None if role == "target" and stop > i else _subject_before(p, m, floor)
    if before is None and previous is not None and _one_subject(r, previous, m):
        m.actors += previous.actors[:1]
        if stop > i and previous.stop != m.first:
            m.targets.append((i, stop))
            m.reach = stop
        return
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
    nxt = p.skip(stop, limit)
    after = p.noun(nxt, limit) if nxt < limit else nxt
    given = _role(p, role, first)
    if role == "either" and after > nxt and not r.flags[i] & _NUMBER:
        given = "actor"
    _give(m, given, first)
    if m.pronoun and before is not None:
        m.targets.append(before)
    elif after > nxt and given == "actor" and not _starts_new(r, nxt):
        m.targets.append((nxt, after))
        m.reach = after


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
    while start < verb and (r.words[start].find(_FUNCTION) or r.flags[start] & _VERB or start in p.times):
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
    if m.pronoun:
        _pronoun(p, m, limit)
        return
    i = p.skip(m.stop, limit, adjectives=True)
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
    if i < limit and _no_party(p, m, i):
        return
    stop = p.led_noun(i, limit)
    if stop > i:
        stop = _apposition(p, i, stop, limit)
        _give(m, _role(p, m.row.first, (i, stop)), (i, stop))
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
    if m.row.cls == "noun" and m.row.first == "actor" and _common(p, i):
        return True
    event = p.reading.flags[i] & _TRIGGER and not classes & _HEADS and not p.reading.flags[i] & (_BODY | _POST)
    return bool(event and m.row.first == "actor")


def _pronoun(p: Phrases, m: Mention, limit: int) -> None:
    """`his meeting with`: the pronoun is the last party named before; what follows is the other one."""
    r = p.reading
    floor = r.sentence_first(m.first)
    for k in range(m.first - 1, floor - 1, -1):
        if (r.flags[k] & (_BODY | _POST) or p.marks.of(k) & _HEADS) and not r.flags[k] & _TRIGGER:
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
    if agent:
        _add(p, m, m.actors, "actors", "agent", agent[1], limit)
    if m.type in SYMMETRIC:
        between = marks.first("between", m.stop, stop)
        if between and "adverb" in marks.of(between[0]):
            between = marks.first("between", between[0] + 1, stop)
        if between:
            m.actors.clear()
            _add(p, m, m.actors, "actors", "between", between[1], limit)
        with_ = marks.first("with", m.stop, min(stop, m.reach + 5))
        if with_:
            _add(p, m, m.actors, "actors", "with", with_[1], limit)
    if not m.targets and (m.type in _ATTACKS or m.type in ("protest", "sanction", "capture")):
        against = marks.first("against", m.stop, min(stop, m.reach + 4))
        if against and not (m.type == "capture" and against[1] in p.places):
            _add(p, m, m.targets, "targets", "against", against[1], limit)
    if m.type in _ATTACKS and not m.actors:
        of = marks.first("of", m.stop, min(stop, m.reach + 3))
        if of and marks.near(of[1], of[1] + 2) & {"force"}:
            _add(p, m, m.actors, "actors", "from", of[1], limit)
    hit = marks.first("hits", m.stop, min(stop, m.stop + 4))
    if hit and m.type in _ATTACKS and not m.targets:
        _add(p, m, m.targets, "targets", "hit", p.skip(hit[1], limit), limit)
    if m.type in _FOR and not m.targets:
        for k in range(m.stop, min(stop, m.reach + 5)):
            if r.words[k].preposition == L.LAM or r.forms[k].startswith(L.LAM + L.LAM):
                into = m.actors if m.type == "displacement" else m.targets
                _add(p, m, into, "targets", "for", k, limit)
                break


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
    for name in ("able", "support", "sign", "suffer"):
        if name == "sign" and m.type not in _SIGNED:
            continue
        found = marks.last(name, before, m.first)
        if found is None or (name != "suffer" and m.actors):
            continue
        into = m.targets if name == "suffer" else m.actors
        i = p.skip(found[1], m.first)
        stop = p.noun(i, m.first)
        if stop > i:
            into.append((i, stop))
        else:
            subject = _preverbal(p, p.clause_first(found[0], floor), found[0])
            subject = subject or _announced(p, found[0], floor)
            if subject is None:
                continue
            into.append(subject)
        m.reasons.setdefault("targets" if name == "suffer" else "actors", []).append(f"rule:{name}")
        return
    after = marks.first("support", m.stop, min(limit, m.reach + 3)) or (
        marks.first("declare", m.stop, min(limit, m.reach + 3)) if m.type == "ceasefire" else None
    )
    if after is not None and not m.actors:
        _add(p, m, m.actors, "actors", "support", p.skip(after[1], limit), limit)


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
