"""Who does what to whom: the parties of an event, read by its verb or its noun and by the words that carry it.

`verbargs` reads verbs, `nounargs` nouns and prepositions; here is what carries a noun, and the order of it all:

supports   := SUPPORT subject ... NOUN | NOUN SUPPORT subject | subject ABLE ... MASDAR | target SUFFER ... NOUN
controlled := subject PREPOSITION MASDAR ("began by shelling", "managed to take")
"""

from __future__ import annotations

from typing import Final

from hudna.coding.events.nounargs import light_near, read_against, read_noun, read_prepositions
from hudna.coding.events.partyphrases import Phrase, Phrases
from hudna.coding.events.partyroles import ATTACKS, SYMMETRIC, TALKED, add, is_fire, tidy
from hudna.coding.events.partywords import GROUPS, HEADS, QUANTITY, QUOTES
from hudna.coding.events.triggers import Mention
from hudna.coding.events.verbargs import announced, antecedent, preverbal, read_verb, subject_before
from hudna.coding.words.nouns import printed_feminine
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_BEFORE_DOER: Final = frozenset(("plan", "light", "prevents"))
_OWN_DEEDS: Final = ATTACKS | {"capture", "detention", "destruction", "killing", "deployment"}
_BEFALLING: Final = ATTACKS - {"clash"} | {"destruction", "violation"}
"""Types that befall the place that is said to have seen them."""
_CALL: Final = 20
"""Tokens between a call to do something, or a word of taking part, and what is done."""
_LEADING_WORDS: Final = 5
_LEADING: Final = frozenset(("carry", "plan", "joins", "in"))
"""Words between `to` and the deed: joining, carrying out."""
_CALLED_UPON: Final = frozenset(("civilian", "people", "doer", "person", "victim", "troops"))
_TITLES: Final = 30
_NAMES: Final = Kind.POST | Kind.HONORIFIC | Kind.GIVEN | Kind.PERSON | Kind.PLACE | Kind.BODY | Kind.NISBA
_OF_ANY_BODY: Final = frozenset(("aid", "evacuation"))
_NO_DOER: Final = frozenset(("killed", "injured", "hurt", "number", "adverb"))
"""Words before those who fell, or before who only lends support."""
_CLAIMING: Final = frozenset(("declare", "nay"))
_OWNERS: Final = GROUPS | {"enforcer"}
_SIDES: Final = 2
_FELL: Final = 8
"""Tokens between those who fell and the fighting that they fell in."""
_FIGHTERS: Final = frozenset(("force", "troops"))
_CARRIED: Final = ("able", "support", "suffer")
_CARRIERS: Final = {
    "agreement": ("able", "support", "sign", "suffer"),
    "exchange": ("able", "support", "sign", "suffer"),
    "ceasefire": ("able", "support", "sign", "declare", "suffer"),
    "aid": ("able", "support", "deliver", "suffer"),
    "invitation": ("able", "support", "invite", "suffer"),
    "sanction": ("able", "support", "tighten", "suffer"),
    "meeting": ("able", "support", "received", "suffer"),
    "protest": ("able", "support", "organise", "march", "suffer"),
}
"""By type: the classes of verbs that carry its noun, in the order in which they are asked."""
_LOOSE: Final = frozenset(("deliver", "organise", "invite", "march", "received"))
"""Of these, the ones whose words are also others: only who could act is their subject."""
_ACTED: Final = frozenset(("capture", "deployment", "withdrawal", "violation", "detention", "agreement", "meeting"))
"""Types that are hardly ever told without who does it."""


def read_arguments(p: Phrases, m: Mention, floor: int, limit: int, before: Mention | None) -> None:
    """Fill the actors and targets of `m` from the tokens between `floor` and `limit`."""
    if m.row.cls == "verb" or (m.row.cls == "toll" and _is_verb(p, m)):
        read_verb(p, m, floor, limit, before)
    else:
        read_noun(p, m, limit)
    if m.type == "capture":
        m.targets = [t for t in m.targets if "controlword" not in p.marks.of(t[0])]
    if m.type != "destruction":
        m.targets = [t for t in m.targets if not is_fire(p, *t)]
    read_prepositions(p, m, limit)
    if not m.verb and not m.actors:
        _called_upon(p, m, floor)
    _supports(p, m, floor, limit)
    if not m.actors and not m.verb:
        _blamed(p, m, floor)
    if m.type == "meeting" and not m.verb:
        _taking_part(p, m, floor)
    if m.type == "clash" and not m.verb and len(m.actors) < _SIDES:
        _fallen(p, m, before)
    read_against(p, m, limit)  # behind who did it: "an attack that the party launched on the post"
    if not m.actors and m.row.cls != "verb" and (m.type != "killing" or _done(p, m)):
        _own_aim(p, m)
        if not m.actors:
            _controlled(p, m, floor)
        if not m.actors:
            _object_of_verb(p, m, floor)
        if not m.actors and before is not None and _coordinate(p, before, m):
            m.actors += before.actors[:1]
            m.reasons.setdefault("actors", []).append("rule:joined")
    called = m.type == "meeting" and m.reasons.get("actors") == ["rule:from"]
    if (called or not m.actors) and m.type in _ACTED and not (m.targets and m.type == "detention"):
        _nearest(p, m, before)
    tidy(p, m)
    if m.actors and m.type not in TALKED:
        p.doer = m.actors[0]


def _done(p: Phrases, m: Mention) -> bool:
    """Whether the noun of a killing tells what somebody does: a verbal noun, or one that another carries."""
    return m.row.cls == "masdar" or _carried_by(p, m) != m.first


def _coordinate(p: Phrases, a: Mention, b: Mention) -> bool:
    """Whether two verbal nouns hang on one verb: `began storming the town and arresting young men`."""
    if a.sentence != b.sentence or a.row.cls != "masdar" or b.row.cls != "masdar" or not a.actors:
        return False
    return p.reading.words[b.first].conjunction == L.WAW and b.first - a.reach <= 6


def _is_verb(p: Phrases, m: Mention) -> bool:
    """A toll word is a verb unless a genitive or preposition shows a noun."""
    word = p.reading.words[m.first]
    return not m.article and not word.preposition and (m.row.finite or m.stop > m.first + 1)


def _supports(p: Phrases, m: Mention, floor: int, limit: int) -> None:
    """Parties told by a verb that carries the event noun: launched, managed to, was exposed to."""
    if m.row.cls == "verb" or (m.row.cls == "participle" and m.article):
        return
    marks, r = p.marks, p.reading
    before = max(floor, r.sentence_first(m.first), m.first - (_TITLES if m.by_phone else 12))
    for name in _CARRIERS.get(m.type, _CARRIED):
        found = marks.last(name, before, m.first)
        if found is None or (name != "suffer" and m.actors and m.type not in SYMMETRIC):
            continue
        if name == "suffer" and "saw" in marks.of(found[0]) and (m.type not in _BEFALLING or _mutual(p, m, limit)):
            continue  # "the town saw fighting": where, and nobody's deed
        into = m.targets if name == "suffer" else m.actors
        i = p.skip(found[1], m.first)
        stop = p.noun(i, m.first)
        if name != "suffer" and r.forms[m.first].endswith(L.ALEF) and _one_phrase(p, i, m.first):
            stop = m.first  # "received X, son of Y, minister of Z, a call": a subject of many words
        if stop > i and not _quantity(p, i, m.first) and (name not in _LOOSE or p.acts(i, stop)):
            into.append((i, stop))
        else:
            subject = _kept_from(p, found[0]) or (_told_of(p, found[0], floor) if name == "support" else None)
            subject = subject or preverbal(p, p.clause_first(found[0], floor), found[0])
            subject = subject or announced(p, found[0], floor)
            if subject is None and name != "suffer":
                subject = _implied(p, m, found[0])
            if subject is None:
                continue
            into.append(subject)
        m.reasons.setdefault("targets" if name == "suffer" else "actors", []).append(f"rule:{name}")
        return
    soon = min(limit, m.reach + 7)
    after = (
        marks.first("support", m.stop, min(limit, m.reach + 3))
        or _signed_by(p, m, limit)
        or (marks.first("declare", m.stop, _comma(p, m.stop, soon)) if m.type == "ceasefire" else None)
    )
    sides = m.type == "clash" and m.reasons.get("actors") == ["rule:with"]
    if (
        after is not None
        and (sides or not m.actors)
        and not marks.near(after[1], p.skip(after[1], limit) + 1) & {"hits"}
    ):
        add(p, m, m.actors, "actors", "support", p.skip(after[1], limit), limit)
        if not m.actors and m.type == "killing" and after[0] - m.stop <= 1:
            _told_before(p, m, after[0], floor)


def _mutual(p: Phrases, m: Mention, limit: int) -> bool:
    """Whether two sides fire at each other: `mutual shelling between X and Y`."""
    return "mutual" in p.marks.near(m.stop, min(limit, m.stop + 4))


def _told_before(p: Phrases, m: Mention, verb: int, floor: int) -> None:
    """Give the subject of the sentence, where a clause without one tells of the deed: `a massacre they committed`."""
    found = announced(p, verb, floor)
    if found is not None and p.somebody(*found):
        m.actors.append(found)
        m.reasons["actors"] = ["rule:support"]


def _kept_from(p: Phrases, deed: int) -> Phrase | None:
    """Who is kept from the deed: `to keep the government from launching`."""
    stop = deed - 1
    if stop < 2 or "origin" not in p.marks.of(stop):
        return None
    first = p.behind(stop)
    return (first + 1, stop) if first + 1 < stop and "prevents" in p.marks.of(first) else None


def _told_of(p: Phrases, verb: int, floor: int) -> Phrase | None:
    """Who the relative clause tells of: `the parliament that holds its sessions`."""
    if p.reading.words[verb - 1].conjunction:
        return None
    found = antecedent(p, verb, floor)
    if found is None or not p.acts(*found):
        return None
    first, stop = found
    if stop - first > 1 and p.reading.flags[first + 1] & Kind.BODY and not p.acts(first, first + 1):
        return first + 1, stop  # "the election of the parliament that holds": the body does
    return found


def _one_phrase(p: Phrases, first: int, stop: int) -> bool:
    """Whether a person of many titles fills the tokens: nothing but nouns stand there."""
    r = p.reading
    if not 3 < stop - first <= _TITLES or not r.flags[first] & (Kind.POST | Kind.HONORIFIC):
        return False
    for k in range(first, stop):
        flags = r.flags[k]
        if not r.is_word(k) or k in p.times or (flags & (Kind.VERB | Kind.CUE_VERB) and not flags & _NAMES):
            return False
        if flags & (Kind.FUNCTION | Kind.COMPLEMENTISER) and not flags & _NAMES:
            return False
    return True


def _implied(p: Phrases, m: Mention, verb: int) -> Phrase | None:
    """Who acted before, where a verb without subject goes on with `and`: `and launched three raids`."""
    first, stop = p.doer
    r = p.reading
    if first < 0 or stop > verb or m.type in TALKED or not r.words[verb].conjunction:
        return None
    feminine = r.words[verb].stem[0] == L.TEH or r.words[verb].stem[-1] == L.TEH
    if not feminine and printed_feminine(r, first):
        return None
    if r.sentence[first] == m.sentence:
        return p.doer
    opens = verb - r.sentence_first(verb) <= 1
    return p.doer if opens and r.sentence[first] == m.sentence - 1 else None


def _blamed(p: Phrases, m: Mention, floor: int) -> None:
    """Give who is said to be behind the deed: `accused the party of being behind the blast`."""
    blame = p.marks.last("blame", max(floor, m.first - 3), m.first)
    if blame is None or m.type in SYMMETRIC:
        return
    first = p.behind(blame[0])
    if first < blame[0] and p.somebody(first, blame[0]):
        m.actors.append((first, blame[0]))
        m.reasons["actors"] = ["rule:blamed"]


def _fallen(p: Phrases, m: Mention, before: Mention | None) -> None:
    """Give those of a side who fell in the fighting: `seven fighters of the party were killed in clashes`."""
    if before is None or before.sentence != m.sentence or before.row.cls != "toll" or not before.targets:
        return
    if not m.article and m.stop < len(p.reading) and p.reading.flags[m.stop] & Kind.NISBA:
        return  # "killed in an Israeli attack"
    first, stop = before.targets[0]
    if stop > m.first or m.first - stop > _FELL or not p.marks.near(first, stop) & _FIGHTERS:
        return
    if "civilian" in p.marks.near(first, stop):
        return
    m.actors.append((first, stop))
    m.reasons.setdefault("actors", []).append("rule:fallen")


def _called_upon(p: Phrases, m: Mention, floor: int) -> None:
    """Give those who are called upon to do it: `called on the residents to join a strike`."""
    called = p.marks.last("call", max(p.reading.sentence_first(m.first), m.first - _CALL), m.first)
    if called is None or p.reading.words[called[0]].pronoun:
        return
    to = _led_to(p, m, called[1])
    if to < 0:
        return
    comma = p.reading.forms[to - 1] in L.COMMAS
    first = p.skip(called[1], to)
    second = p.skip(p.noun(first, to), to)
    if comma:
        second = _behind_aside(p, p.noun(first, to), to - 1, second)
    if second >= to:  # one phrase: those called upon are people, a body calls
        if "caller" not in p.marks.of(called[0]) and not p.marks.of(first) & _CALLED_UPON:
            return
        second = first
    if p.noun(second, to) > second and p.may_act(second, to) and not _tells(p, second, to):
        m.actors.append((second, to - 1 if comma else to))
        m.reasons["actors"] = ["rule:called-upon"]


def _behind_aside(p: Phrases, first: int, stop: int, otherwise: int) -> int:
    """Where the phrase begins that reaches to `stop` behind an aside of the one who calls."""
    for k in range(first, stop):
        if p.reading.forms[k - 1] in L.COMMAS and p.noun(k, stop) == stop:
            return k
    return otherwise


def _led_to(p: Phrases, m: Mention, floor: int) -> int:
    """The token of the `to` that leads to the event's noun, only verbal nouns between; -1: none."""
    r = p.reading
    for k in range(m.first - 1, max(floor, m.first - _LEADING_WORDS) - 1, -1):
        classes = p.marks.of(k)
        if "to" in classes and "in" not in classes:
            return k
        if not (classes & _LEADING or p.event_noun(k) or r.words[k].preposition == L.BEH):
            return -1
    return -1


def _tells(p: Phrases, first: int, stop: int) -> bool:
    """Whether a finite verb stands in the stretch."""
    flags = p.reading.flags
    return any(flags[k] & Kind.VERB and not flags[k] & (Kind.BODY | Kind.POST | Kind.NISBA) for k in range(first, stop))


def _taking_part(p: Phrases, m: Mention, floor: int) -> None:
    """Give who takes part in the meeting: `the minister took part in the meetings of the council`."""
    r = p.reading
    joins = p.marks.last("partakes", max(r.sentence_first(m.first), m.first - _CALL), m.first)
    if joins is None:
        return
    into = m.first - 1
    if into < joins[1] or "in" not in p.marks.of(into):
        into = m.first
    if "owning" in p.marks.of(joins[0]):
        stop, behind = joins[0], joins[1]
        while stop > floor and (r.flags[stop - 1] & Kind.FUNCTION or r.forms[stop - 1] in L.COMMAS):
            stop -= 1
        found: Phrase | None = (p.behind(stop), stop)
    else:
        i = p.skip(joins[1], into)
        behind = p.noun(i, into)
        found = (i, behind) if behind > i else subject_before(p, joins[0], floor)
    if p.skip(behind, into) < into:
        return  # it is something else that they take part in
    if (
        found is not None
        and found[0] < found[1]
        and found[1] <= into
        and (p.may_act(*found) or r.flags[found[0] - 1] & Kind.CUE_VERB)
    ):
        m.actors.insert(0, found)
        m.reasons.setdefault("actors", []).append("rule:taking-part")


def _comma(p: Phrases, first: int, stop: int) -> int:
    """The first comma in the stretch, else its end."""
    for k in range(first, stop):
        if p.reading.forms[k] in L.COMMAS:
            return k
    return stop


def _signed_by(p: Phrases, m: Mention, limit: int) -> tuple[int, int] | None:
    """The verb in `the agreement that the parties signed`."""
    if m.type != "agreement":
        return None
    return p.marks.first("sign", m.stop, min(limit, m.stop + 4))


def _quantity(p: Phrases, first: int, stop: int) -> bool:
    """Whether nothing but a quantity stands between: `a series of`, `five`."""
    r = p.reading
    return all(r.flags[k] & Kind.NUMBER or p.marks.of(k) & (QUANTITY | {"of"}) for k in range(first, stop))


def _controlled(p: Phrases, m: Mention, floor: int) -> None:
    """The subject of the verb that a verbal noun hangs on by a preposition."""
    r = p.reading
    by_light = m.first > floor and bool(r.words[m.first].preposition) and light_near(p, m, floor) >= 0
    first = _carried_by(p, m)
    if m.row.cls != "masdar" and m.type != "meeting" and not by_light and first == m.first:
        return
    word = r.words[first]
    stop = first
    if word.preposition == L.BEH:
        light = light_near(p, m, floor)
        if light >= 0:
            _by_light_verb(p, m, light, first, floor)
            return
    elif stop and "timely" in p.marks.of(stop - 1):
        return  # "after taking the town"
    elif stop and p.preposition(stop - 1):
        stop -= 1
        if stop > floor and p.unknown_past(stop - 1):
            stop -= 1  # "three jets took turns in shelling"
    elif first == m.first:
        return
    found = p.behind(stop)
    while found < stop and p.marks.of(found) & _BEFORE_DOER:
        found += 1
    while found - 2 >= floor and "of" in p.marks.of(found - 1) and p.counts(found - 2):
        found -= 2  # "many of the fighters"
    if 0 < found < stop and p.marks.of(found - 1) & _NO_DOER:
        return  # "the death of seven leaders by shelling"
    if found < stop and p.marks.near(found, stop) & HEADS:
        m.actors.append((found, stop))
        m.reasons.setdefault("actors", []).append("rule:controlled")
        return
    if first < m.first and stop > floor and "light" in p.marks.of(stop - 1):
        _by_light_verb(p, m, stop - 1, first, floor)


def _by_light_verb(p: Phrases, m: Mention, verb: int, stop: int, floor: int) -> None:
    """Give the subject behind or in front of `carries out` and the like."""
    i = p.skip(verb + 1, stop)
    end = p.noun(i, stop)
    if end > i and p.somebody(i, end):
        m.actors.append((i, end))
        m.reasons.setdefault("actors", []).append("rule:controlled")
        return
    found = subject_before(p, verb, floor)
    if found is not None and p.somebody(*found):
        m.actors.append(found)
        m.reasons.setdefault("actors", []).append("rule:controlled")


def _carried_by(p: Phrases, m: Mention) -> int:
    """The token of the verbal noun that carries the event's noun, else of that noun itself: `launching raids`."""
    for k in range(m.first - 1, max(m.first - 3, p.reading.sentence_first(m.first)) - 1, -1):
        if "carry" in p.marks.of(k):
            return k
    return m.first


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
        found = subject_before(p, noun - 1, floor)
        if found is None or not (_owns(p, m, *found) if "declare" in p.marks.of(noun - 1) else p.acts(*found)):
            return
        m.actors.append(found)
    if m.actors:
        m.reasons.setdefault("actors", []).append("rule:object-of-verb")


def _own_aim(p: Phrases, m: Mention) -> None:
    """Give who acted before, where it is their aim: `they shelled the town in their effort to take it`."""
    first, stop = p.doer
    if first < 0 or stop > m.first or m.type in TALKED or p.reading.sentence[first] != m.sentence:
        return
    aim = p.marks.last("ownaim", max(stop, m.first - 3), m.first)
    if aim is not None:
        m.actors.append(p.doer)
        m.reasons["actors"] = ["rule:same-doer"]


def _claims(p: Phrases, m: Mention, first: int, stop: int) -> bool:
    """Whether a force announces the deed as its own: `the brigades announced the shelling of the base`."""
    return bool(p.marks.of(first - 1) & _CLAIMING) and _owns(p, m, first, stop)


def _owns(p: Phrases, m: Mention, first: int, stop: int) -> bool:
    """Whether a force or a state, which the phrase names, may announce the deed as its own."""
    if m.row.cls != "masdar":
        return False
    if m.type in _OF_ANY_BODY:
        quoted = p.reading.forms[first] in QUOTES
        return bool(p.reading.flags[first + quoted] & Kind.BODY)
    if m.type not in _OWN_DEEDS:
        return False
    return first in p.places or bool(p.marks.near(first, stop) & _OWNERS)


def _does(p: Phrases, i: int) -> bool:
    """Whether a finite verb of doing stands at `i`, not one of speech or of suffering."""
    r = p.reading
    if not r.flags[i] & Kind.VERB or r.flags[i] & (Kind.CUE_VERB | Kind.CONTENT_NOUN) or r.words[i].article:
        return False
    return not (r.words[i].preposition or p.marks.of(i) & {"suffer", "hits", "nay", "denied"})


def _nearest(p: Phrases, m: Mention, before: Mention | None) -> None:
    """The party named last before the trigger in its sentence."""
    r = p.reading
    if m.type == "capture" and m.first and "timely" in p.marks.of(m.first - 1):
        return  # "after taking the town"
    for k in range(m.first - 1, max(r.sentence_first(m.first), m.first - 25) - 1, -1):
        if not p.party(k):
            continue
        stop = p.noun(k, m.first)
        if stop == k:
            return
        first = p.start_of(k, stop)
        if before is not None and any(a < stop and first < b for a, b in before.targets):
            continue  # what was taken before
        if m.type == "capture" and r.flags[first] & Kind.POST and not r.flags[first] & Kind.BODY:
            continue  # a minister speaks of it
        if (
            p.ground(first)
            or r.flags[first] & Kind.CUE_PREPOSITION
            or (first > 0 and r.flags[first - 1] & Kind.CUE_PREPOSITION)
        ):
            continue  # "according to analysts"
        if first > 0 and (p.backed(first - 1) or "with" in p.marks.of(first - 1)):
            continue  # "forces backed by X"
        if r.words[first].pronoun and not p.acts(first, first + 1):
            continue  # "his readiness"
        if m.type == "agreement" and (stop < m.first or not p.acts(first, stop)):
            return  # who stands further in front may tell of it or live under it
        m.actors.append((first, stop))
        m.reasons.setdefault("actors", []).append("rule:nearest-party")
        return
