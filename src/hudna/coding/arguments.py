"""Who does what to whom: the parties of an event, read by its verb or its noun and by the words that carry it.

`verbargs` reads verbs, `nounargs` nouns and prepositions; here is what carries a noun, and the order of it all:

supports   := SUPPORT subject ... NOUN | NOUN SUPPORT subject | subject ABLE ... MASDAR | target SUFFER ... NOUN
controlled := subject PREPOSITION MASDAR ("began by shelling", "managed to take")
"""

from __future__ import annotations

from typing import Final

from hudna.coding.nounargs import light_near, read_against, read_noun, read_prepositions
from hudna.coding.partyphrases import Phrases
from hudna.coding.partyroles import ATTACKS, SYMMETRIC, TALKED, add, is_fire, tidy
from hudna.coding.partywords import GROUPS, HEADS, QUANTITY
from hudna.coding.triggers import Mention
from hudna.coding.verbargs import announced, preverbal, read_verb, subject_before
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_BEFORE_DOER: Final = frozenset(("plan", "light"))
_OWN_DEEDS: Final = ATTACKS | {"capture", "detention", "destruction", "killing", "deployment"}
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
_ACTED: Final = frozenset(("capture", "deployment", "withdrawal", "violation", "detention", "agreement", "meeting"))
"""Types that are hardly ever told without who does it."""


def read_arguments(p: Phrases, m: Mention, floor: int, limit: int, before: Mention | None) -> None:
    """Fill the actors and targets of `m` from the tokens between `floor` and `limit`."""
    if m.row.cls == "verb" or (m.row.cls == "toll" and _is_verb(p, m)):
        read_verb(p, m, floor, limit, before)
    else:
        read_noun(p, m, limit)
    m.targets = [t for t in m.targets if not is_fire(p, *t)]
    read_prepositions(p, m, limit)
    _supports(p, m, floor, limit)
    read_against(p, m, limit)  # behind who did it: "an attack that the party launched on the post"
    if not m.actors and m.row.cls != "verb" and (m.type != "killing" or m.row.cls == "masdar"):
        _controlled(p, m, floor)
        if not m.actors:
            _object_of_verb(p, m, floor)
        if not m.actors and before is not None and _coordinate(p, before, m):
            m.actors += before.actors[:1]
            m.reasons.setdefault("actors", []).append("rule:joined")
    called = m.type == "meeting" and m.reasons.get("actors") == ["rule:from"]
    if (called or not m.actors) and m.type in _ACTED and not (m.targets and m.type == "detention"):
        _nearest(p, m)
    tidy(p, m)
    if m.actors and m.type not in TALKED:
        p.doer = m.actors[0]


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
            subject = preverbal(p, p.clause_first(found[0], floor), found[0])
            subject = subject or announced(p, found[0], floor)
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
        add(p, m, m.actors, "actors", "support", p.skip(after[1], limit), limit)


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
    if m.row.cls != "masdar" and m.type != "meeting" and not by_light:
        return
    first = _carried_by(p, m)
    word = r.words[first]
    stop = first
    if word.preposition == L.BEH:
        light = light_near(p, m, floor)
        if light >= 0:
            _by_light_verb(p, m, light, first, floor)
            return
    elif stop and (r.flags[stop - 1] & Kind.FUNCTION) and not p.relative(stop - 1):
        stop -= 1
    elif first == m.first:
        return
    found = p.behind(stop)
    while found < stop and p.marks.of(found) & _BEFORE_DOER:
        found += 1
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


def _claims(p: Phrases, m: Mention, first: int, stop: int) -> bool:
    """Whether a force announces the deed as its own: `the brigades announced the shelling of the base`."""
    return "declare" in p.marks.of(first - 1) and _owns(p, m, first, stop)


def _owns(p: Phrases, m: Mention, first: int, stop: int) -> bool:
    """Whether a force or a state, which the phrase names, may announce the deed as its own."""
    if m.row.cls != "masdar" or m.type not in _OWN_DEEDS:
        return False
    return first in p.places or bool(p.marks.near(first, stop) & GROUPS)


def _does(p: Phrases, i: int) -> bool:
    """Whether a finite verb of doing stands at `i`, not one of speech or of suffering."""
    r = p.reading
    if not r.flags[i] & Kind.VERB or r.flags[i] & (Kind.CUE_VERB | Kind.CONTENT_NOUN) or r.words[i].article:
        return False
    return not (r.words[i].preposition or p.marks.of(i) & {"suffer", "hits", "nay", "denied"})


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
        if m.type == "capture" and r.flags[first] & Kind.POST and not r.flags[first] & Kind.BODY:
            continue  # a minister speaks of it
        if (
            p.ground(first)
            or r.flags[first] & Kind.CUE_PREPOSITION
            or (first > 0 and r.flags[first - 1] & Kind.CUE_PREPOSITION)
        ):
            continue  # "according to analysts"
        m.actors.append((first, stop))
        m.reasons.setdefault("actors", []).append("rule:nearest-party")
        return
