"""Subjects and objects of verbs.

verbal  := [subject] VERB [adverbs] [subject] [adverbs] [object]
subject := phrase before a relative pronoun | phrase that begins the clause | phrase behind a complementiser
"""

from __future__ import annotations

from typing import Final

from hudna.coding.partyphrases import Phrase, Phrases
from hudna.coding.partyroles import ATTACKS, give, role_of, strike
from hudna.coding.partywords import COMMAS, COUNTED, GROUPS, OBJECTS, STOPS, WEAPONS
from hudna.coding.reading import Reading
from hudna.coding.triggers import Mention
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_NAME: Final = Kind.GIVEN | Kind.PERSON
_ATTACK_NOUNS: Final = frozenset(("noun", "masdar"))
_HITS_BEHIND: Final = 8
"""Tokens behind a noun of attack in which the verb stands that tells what it struck."""


def read_verb(p: Phrases, m: Mention, floor: int, limit: int, previous: Mention | None) -> None:
    """Give the subject and the object of the event's verb."""
    r = p.reading
    role = "target" if _tells_what(m, previous) else m.row.first
    i = p.skip(m.stop, limit)
    if role == "target" and m.hits and p.marks.of(i) & WEAPONS:
        i = p.skip(i + 1, limit, adjectives=True)  # "shells hit the quarter": the shells are no target
    stop = p.noun(i, limit)
    if role != m.row.first and stop > i and p.object_behind(i, stop, limit):
        role = m.row.first  # "after the raid the army targeted positions"
    before = None if role == "target" and stop > i else subject_before(p, m.first, floor)
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
    if goes_on and r.flags[i] & Kind.EVENT_WORD and not r.flags[i] & _NAME and p.accusative(i):
        plural = True  # "and it arrested a leader": an object, so the subject stands in front
    goes = i in p.places and "travel" in p.marks.of(m.first)
    if before is not None and stop > i and m.first - before[1] > 1 and p.somebody(i, stop) and i == m.stop:
        before = before if plural or goes else None  # verb, subject: what stands further in front is another clause's
    if before is None and previous is not None and _one_subject(r, previous, m):
        m.actors += previous.actors[:1]
        m.reasons["actors"] = ["rule:same-doer"]
        if stop > i and previous.stop != m.first:
            strike(m, (i, stop))
        return
    if before is not None and stop > i and role != "target" and not p.may_act(*before):
        before = None  # "according to the agency the army shelled"
    told_of = before is not None and p.relative(m.first - 1) and _place_first(p, before)
    if told_of and (m.pronoun or "alone" in p.marks.of(m.stop)):
        if stop == i:
            return  # "the lands that they seized": who did is told further in front
        before = None
    if before is not None and not (m.pronoun and stop > i):
        give(m, "target" if role == "target" else role_of(p, role, before), before)
        if stop > i and role != "target":
            strike(m, (i, stop))
        return
    doer = _doer_before(r, m, m.first, previous)
    if (stop == i or plural) and doer is not None and role != "target":
        m.actors.append(doer)
        m.reasons["actors"] = ["rule:same-doer"]
        if stop > i:
            strike(m, (i, stop))
        return
    if stop == i:
        return
    if plural and role != "target":
        strike(m, (i, stop))  # a plural verb has its subject in front
        return
    stop = p.apposition(i, stop, limit)
    m.reach = stop
    first = (i, stop)
    nxt = _object_first(p, m, stop, limit)
    after = p.led_noun(nxt, limit) if nxt < limit else nxt
    given = role_of(p, role, first)
    if role == "target" and nxt == stop and after > nxt and _kills(p, first, nxt):
        given = "actor"
    if role == "either" and after > nxt and not r.flags[i] & Kind.NUMBER:
        given = "actor"
    give(m, given, first)
    if m.pronoun and before is not None:
        m.targets.append(before)
        m.reasons.setdefault("targets", []).append("rule:pronoun")
    elif m.type == "protest":
        return
    elif after > nxt and given == "actor" and not _starts_new(r, nxt) and not p.direction(nxt):
        strike(m, (nxt, after))


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


def _tells_what(m: Mention, previous: Mention | None) -> bool:
    """Whether the verb tells what the attack named before it struck: `shelling that hit the town`."""
    if not m.hits or previous is None or previous.sentence != m.sentence:
        return False
    return previous.type in ATTACKS and previous.row.cls in _ATTACK_NOUNS and m.first - previous.stop <= _HITS_BEHIND


def _kills(p: Phrases, subject: Phrase, i: int) -> bool:
    """Whether victims at `i` right behind a body or force say that it kills, and is not killed itself."""
    r = p.reading
    if not (p.marks.near(*subject) & GROUPS or r.flags[subject[0]] & Kind.BODY):
        return False
    return not r.words[i].conjunction and bool(r.flags[i] & Kind.NUMBER or p.marks.of(i) & COUNTED)


def _object_first(p: Phrases, m: Mention, stop: int, limit: int) -> int:
    """Where the object behind the subject may begin: the preposition that belongs to the verb is passed over."""
    r = p.reading
    if (
        m.type == "meeting"
        and stop < limit
        and r.words[stop].preposition == L.BEH
        and r.flags[stop] & (Kind.BODY | Kind.POST)
    ):
        return stop
    nxt = p.skip(stop, limit)
    if m.type == "detention" and nxt + 1 < limit and r.flags[nxt] & Kind.FUNCTION and "of" in p.marks.of(nxt):
        return nxt + 1  # "released a hundred": the verb takes `an`
    return nxt


def _place_first(p: Phrases, phrase: Phrase) -> bool:
    """Whether the phrase begins with a place or a word for one: it can't act."""
    return phrase[0] in p.places or bool(p.marks.of(phrase[0]) & OBJECTS)


def _one_subject(r: Reading, a: Mention, b: Mention) -> bool:
    """Whether two verbs share their subject: "entered and withdrew", "which destroyed and killed"."""
    if a.row.cls not in ("verb", "toll") or not a.actors or a.sentence != b.sentence:
        return False
    return a.stop == b.first or (bool(r.words[b.first].conjunction) and b.first - a.reach <= 3)


def _starts_new(r: Reading, i: int) -> bool:
    """Whether the word at `i` joins a new clause."""
    return bool(r.words[i].conjunction) or (r.forms[i][0] == L.WAW and not r.words[i].flags)


def subject_before(p: Phrases, verb: int, floor: int) -> Phrase | None:
    """The subject in front of the verb."""
    found = _antecedent(p, verb, floor) or preverbal(p, p.clause_first(verb, floor), verb)
    return found or announced(p, verb, floor)


def announced(p: Phrases, verb: int, floor: int) -> Phrase | None:
    """The subject right behind a complementiser, though a comma or an aside parts it from the verb."""
    r = p.reading
    for k in range(verb - 1, max(floor, verb - 18) - 1, -1):
        if k == verb - 1 and "itself" in p.marks.of(k):
            first = p.behind(k)
            return (first, k) if first < k else None  # "the brigades said that they shelled"
        if r.flags[k] & Kind.COMPLEMENTISER or "was" in p.marks.of(k):
            stop = p.noun(k + 1, verb)
            return (k + 1, stop) if stop > k + 1 else None
        if r.forms[k] in STOPS or r.forms[k][0] == "\n":
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


def preverbal(p: Phrases, start: int, verb: int) -> Phrase | None:
    """The noun phrase that begins the clause and reaches the verb, dates and adverbs aside."""
    r = p.reading
    while start < verb and (p.skipped(start) or r.flags[start] & Kind.VERB or start in p.times):
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
    return (
        definite
        or bool(r.words[i].preposition or r.words[i].pronoun)
        or not r.flags[i] & (Kind.EVENT_WORD | Kind.NISBA)
    )
