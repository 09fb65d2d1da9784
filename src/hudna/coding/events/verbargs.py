"""Subjects and objects of verbs.

verbal  := [subject] VERB [adverbs] [subject] [adverbs] [object]
subject := phrase before a relative pronoun | phrase that begins the clause | phrase behind a complementiser
"""

from __future__ import annotations

from typing import Final

from hudna.coding.events.partyphrases import Phrase, Phrases
from hudna.coding.events.partyroles import ATTACKS, give, role_of, strike
from hudna.coding.events.partywords import COUNTED, GROUPS, MAY_ACT, OBJECTS, STOPS, WEAPONS
from hudna.coding.events.triggers import Mention
from hudna.coding.words.cues import makes_noun
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_NAME: Final = Kind.GIVEN | Kind.PERSON
_ATTACK_NOUNS: Final = frozenset(("noun", "masdar"))
_TAKEN: Final = ATTACKS | {"capture", "destruction"}
"""Types of which a place can be nothing but what is struck or taken."""
_AIRCRAFT: Final = frozenset(("aircraft", "force"))
"""Weapons that somebody sits in or steers: they are who strikes."""
_RAIDS: Final = frozenset(("air", "projectile"))
_FIRED: Final = frozenset(("projectile",))
_BURNT: Final = frozenset(("destruction", "shelling", "air_strike"))
_TANWEEN: Final = "\N{ARABIC FATHATAN}"
_HITS_BEHIND: Final = 8
"""Tokens behind a noun of attack in which the verb stands that tells what it struck."""


def read_verb(p: Phrases, m: Mention, floor: int, limit: int, previous: Mention | None) -> None:
    """Give the subject and the object of the event's verb."""
    r = p.reading
    role = "target" if _tells_what(m, previous) or _strikes(p, m, previous) else m.row.first
    i = p.skip(m.stop, limit)
    if role == "target" and m.hits and p.marks.of(i) & WEAPONS:
        weapon = i
        i = p.skip(i + 1, limit, adjectives=True)  # "shells hit the quarter": the shells are no target
        if weapon == m.stop and p.marks.of(weapon) & _AIRCRAFT:
            m.actors.append((weapon, i))
            m.reasons["actors"] = ["rule:subject"]
    stop = p.noun(i, limit)
    fired = m.first > floor and bool(p.marks.of(m.first - 1) & _FIRED) and not p.the(m.first - 1)
    if role == "actor" and fired and not m.pronoun:
        return  # "rockets (that were) fired from"
    if stop > i and p.direction(i) and (m.pronoun or role == "target" or i > m.stop):
        stop = i  # "struck them ... south of the town"
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
    if m.stop - m.first > 1 and p.marks.of(m.stop - 1) & {"road"} and stop > i == m.stop and i in p.places:
        stop = i  # "closed the road of X": the place goes on with the object
    if before is not None and stop > i == m.stop and r.forms[i].endswith(L.WAW + L.NOON) and p.acts(i, i + 1):
        before = None  # a plural in the nominative: the subject
    plural = _plural(r.forms[m.stop - 1]) and not m.pronoun
    goes_on = bool(r.words[m.first].conjunction) and i == m.stop and stop > i
    if before is not None and goes_on and previous is not None and _read_before(m, before, previous):
        before = None
    if stop > i == m.stop and not r.flags[i] & _NAME and p.accusative(i) and _printed_object(p, i, goes_on):
        plural = True  # "and it arrested a leader": an object, so the subject stands in front
    goes = i in p.places and "travel" in p.marks.of(m.first)
    parted = before is not None and m.first - before[1] > 1
    if parted and stop > i == m.stop and p.somebody(i, stop) and not p.marks.of(i) & OBJECTS:
        before = before if plural or goes else None  # verb, subject: what stands further in front is another clause's
    if before is None and previous is not None and _one_subject(r, previous, m):
        m.actors += previous.actors[:1]
        m.reasons["actors"] = ["rule:same-doer"]
        if stop > i and previous.stop != m.first:
            strike(m, (i, stop))
        return
    if before is not None and stop > i and m.type in ATTACKS and role != "target" and _of_events(p, before):
        if "gun" not in p.marks.of(stop) and not p.object_behind(i, stop, limit):
            strike(m, (i, stop))  # "raids near the town struck lorries"
            return
        before = None  # "the strike was made when soldiers opened"
    if before is not None and stop > i and role != "target" and not p.may_act(*before):
        before = None  # "according to the agency the army shelled"
    alone = "alone" in p.marks.of(m.stop)  # "the town that they drove (-) from it"
    told_of = before is not None and p.relative(m.first - 1) and (alone or _place_first(p, before))
    if told_of and (m.pronoun or alone):
        if stop == i:
            return  # "the lands that they seized": who did is told further in front
        before = None
    if before is not None and not (m.pronoun and stop > i):
        own = "actor" if role == "either" and stop > i and not p.joined(i) else role_of(p, role, before)
        if own == "actor" and stop == i and m.type in _BURNT and p.thing(*before) and not p.acts(*before):
            own = "target"  # "four cars were burnt"
        give(m, "target" if role == "target" else own, before)
        if stop > i and role != "target":
            strike(m, (i, stop))
        return
    doer = _doer_before(p, m, m.first, previous)
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
    if nxt == stop < limit and p.with_li(nxt):
        first, nxt = _past_owner(p, m, first, nxt, limit)
        stop = first[1]
    after = p.led_noun(nxt, limit) if nxt < limit else nxt
    given = role_of(p, role, first)
    if role == "target" and nxt == stop and after > nxt and _kills(p, first, nxt):
        given = "actor"
    if m.type == "evacuation" and given == "actor" and p.marks.of(i) & OBJECTS and not p.acts(i, stop):
        _emptied(p, m, stop, limit)
        return
    if given == "actor" and after == nxt and m.type in _TAKEN and _taken(p, m, i, stop, previous):
        strike(m, first)  # "they seized the town": who did is told before
        who = before if doer is None else doer
        if who is not None:
            m.actors.append(who)
            m.reasons["actors"] = ["rule:same-doer"]
        return
    lies = (nxt < limit and p.direction(nxt)) or (p.marks.of(i) & OBJECTS and not p.acts(i, stop))
    if role == "either" and after > nxt and not r.flags[i] & Kind.NUMBER and not lies:
        given = "actor"
    give(m, given, first)
    if given == "target" and before is None and doer is not None and "therein" in p.marks.of(m.stop):
        m.actors.append(doer)  # "they raided the town and arrested in it"
        m.reasons["actors"] = ["rule:same-doer"]
    if m.pronoun and before is not None:
        m.targets.append(before)
        m.reasons.setdefault("targets", []).append("rule:pronoun")
    elif m.type == "protest":
        return
    elif after > nxt and given == "actor" and not _starts_new(r, nxt) and not p.direction(nxt):
        strike(m, (nxt, after))


def _past_owner(p: Phrases, m: Mention, first: Phrase, i: int, limit: int) -> tuple[Phrase, int]:
    """The subject with its owner behind `li-`, and where the object may begin: `an aircraft of (li-) the army`."""
    r = p.reading
    owner = bool(r.flags[i] & Kind.BODY or p.marks.of(i) & GROUPS) and not p.the(first[1] - 1)
    if owner and m.type in ATTACKS:
        stop = p.led_noun(i, limit)
        return (first[0], stop), p.skip(stop, limit)
    aim = m.type == "meeting" and not (r.flags[i] & (Kind.BODY | Kind.POST | _NAME) or p.acts(i, i + 1))
    return first, limit if aim else i


def _emptied(p: Phrases, m: Mention, i: int, limit: int) -> None:
    """Give the people of whom a place is emptied: `emptied the village of its residents`."""
    if i + 1 >= limit or "origin" not in p.marks.of(i):
        return
    stop = p.noun(i + 1, limit)
    if stop > i + 1:
        strike(m, (i + 1, stop))


def _printed_object(p: Phrases, i: int, goes_on: bool) -> bool:
    """Whether the indefinite accusative at `i` can be nothing but an object: known, or printed with its ending."""
    if p.reading.flags[i] & Kind.EVENT_WORD:
        return goes_on or p.reading.flags[i] & Kind.NUMBER == 0
    return _TANWEEN in p.reading.words_of(i, i + 1) or "adj" in p.marks.of(i + 1)


def _taken(p: Phrases, m: Mention, first: int, stop: int, previous: Mention | None) -> bool:
    """Whether the only phrase behind the verb is what is struck or driven out, and not who does it."""
    if p.marks.of(first) & OBJECTS and not p.acts(first, stop):
        return True
    if "expels" not in p.marks.of(m.first) or previous is None or previous.sentence != m.sentence:
        return False
    return bool(previous.actors) and previous.type in _TAKEN


def _plural(form: str) -> bool:
    """Whether the verb is of the third person plural: its subject stands in front of it, if anywhere."""
    return form.endswith(L.WAW + L.ALEF) or (form[0] == L.YEH and form.endswith(L.WAW + L.NOON))


def _doer_before(p: Phrases, m: Mention, verb: int, previous: Mention | None) -> Phrase | None:
    """Who acted in the event told before, where a verb without subject goes on: `and it shelled`."""
    if previous is None or not previous.actors or "itself" in p.marks.of(verb - 1):
        return None
    r = p.reading
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


def _strikes(p: Phrases, m: Mention, previous: Mention | None) -> bool:
    """Whether raids or shells are the verb's subject, places and adjectives aside: `three raids struck lorries`."""
    if previous is None or previous.sentence != m.sentence or m.type not in ATTACKS or m.pronoun:
        return False
    if previous.row.cls != "noun" or not p.marks.of(previous.first) & _RAIDS or previous.type not in ATTACKS:
        return False
    return p.skip(previous.stop, m.first, adjectives=True) >= m.first


def _of_events(p: Phrases, phrase: Phrase) -> bool:
    """Whether the phrase names attacks, counted or not, and nobody who makes them."""
    first, stop = phrase
    if first + 1 < stop and p.reading.flags[first] & Kind.NUMBER:
        first += 1
    return p.deed(first) and not p.marks.of(first) & _AIRCRAFT


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
    if stop + 1 < limit and m.type in ATTACKS and r.forms[stop] in L.COMMAS and _site_behind(p, stop + 1):
        return stop + 1  # "the artillery of the army, positions of": a comma too many
    nxt = p.skip(stop, limit)
    if m.type in ("detention", "exchange") and nxt + 1 < limit and "freed" in p.marks.of(nxt):
        return nxt + 1  # "set (the freedom of) a hundred free"
    if m.type == "detention" and nxt + 1 < limit and r.flags[nxt] & Kind.FUNCTION and "of" in p.marks.of(nxt):
        return nxt + 1  # "released a hundred": the verb takes `an`
    return nxt


def _site_behind(p: Phrases, i: int) -> bool:
    """Whether something that can be struck, and nobody, begins at `i`."""
    if not p.marks.of(i) & OBJECTS or p.reading.flags[i] & Kind.VERB or p.reading.words[i].conjunction:
        return False
    return not p.acts(i, i + 1)


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
    """The subject in front of the verb; a word behind a preposition is no verb, though it may be printed like one."""
    if verb > floor and makes_noun(p.reading, verb - 1):
        return None
    found = antecedent(p, verb, floor) or _joined_subject(p, verb)
    found = found or preverbal(p, p.clause_first(verb, floor), verb)
    return found or announced(p, verb, floor)


def _joined_subject(p: Phrases, verb: int) -> Phrase | None:
    """The force with `and` right before a verb: `jets strike the town and the artillery (-) shells`."""
    first = p.behind(verb)
    for k in range(verb - 1, max(first, 1) - 1, -1):
        if p.reading.words[k].conjunction and p.marks.of(k) & GROUPS and k - 1 in p.places:
            return k, verb
    return None


def announced(p: Phrases, verb: int, floor: int) -> Phrase | None:
    """The subject right behind a complementiser, though a comma or an aside parts it from the verb."""
    r = p.reading
    for k in range(verb - 1, max(floor, verb - 18) - 1, -1):
        if k == verb - 1 and "itself" in p.marks.of(k):
            first = p.behind(k)
            return (first, k) if first < k else None  # "the brigades said that they shelled"
        if r.flags[k] & Kind.COMPLEMENTISER or "was" in p.marks.of(k):
            stop = p.noun(k + 1, verb)
            if stop > k + 1 or r.flags[k] & Kind.COMPLEMENTISER:
                return (k + 1, stop) if stop > k + 1 else None
        if (r.forms[k] in STOPS and not p.in_number(k)) or r.forms[k][0] == "\n":
            break
    return None


def antecedent(p: Phrases, verb: int, floor: int) -> Phrase | None:
    """What a relative clause tells of: the phrase before the relative pronoun."""
    r = p.reading
    if verb - 1 <= floor or not p.relative(verb - 1):
        return None
    stop = verb - 1
    if r.forms[stop - 1] in L.COMMAS:
        stop -= 1
    first = p.behind(stop)
    if first == stop:
        first = _led(p, stop, floor)
    elif first > floor and p.with_li(first - 1) and p.led_noun(first - 1, stop) == stop:
        first -= 1  # "(allegiance) to the organisation X, which holds"
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
    return (start, stop) if verb - rest <= 3 and not _only_adjectives(p, start, stop) else None


def _only_adjectives(p: Phrases, first: int, stop: int) -> bool:
    """Whether the phrase is what an event's noun left of its adjectives: `the raids (Russian air) targeted`."""
    if p.the(first) and not (first > 0 and p.deed(first - 1)):
        return False  # "the Russians"
    k = first
    while k < stop and (p.adjective(k) or "air" in p.marks.of(k)) and not p.marks.of(k) & MAY_ACT:
        k += 1
    return k == stop


def _named_or_definite(p: Phrases, i: int) -> bool:
    """Whether the word at `i` is definite, or no noun that a clause could tell of."""
    r = p.reading
    definite = r.words[i].article or r.forms[i].startswith(L.AL) or i in p.places or not r.forms[i][0].isalpha()
    return (
        definite
        or bool(r.words[i].preposition or r.words[i].pronoun)
        or not r.flags[i] & (Kind.EVENT_WORD | Kind.NISBA)
    )
