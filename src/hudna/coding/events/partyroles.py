"""Which role a phrase has in an event: given as each is found, and sorted out by the event's type once all are."""

from __future__ import annotations

from typing import Final

from hudna.coding.events.partyphrases import Phrase, Phrases
from hudna.coding.events.partywords import MAY_ACT, QUANTITY, STRUCK
from hudna.coding.events.triggers import Mention
from hudna.packs.lexicon import Kind

SYMMETRIC: Final = frozenset(("clash", "meeting", "agreement", "ceasefire", "exchange"))
ATTACKS: Final = frozenset(("shelling", "air_strike", "clash", "bombing", "shooting", "chemical_attack"))
TALKED: Final = frozenset(("meeting", "agreement", "invitation", "vote"))
_FIRED: Final = frozenset(("gun", "projectile"))
_CAPTIVES: Final = frozenset(("captive", "captivesonly"))
_STEERED: Final = frozenset(("force", "aircraft"))
_SOMEWHERE: Final = frozenset(("travel", "host"))
_MOVES: Final = frozenset(("deployment", "withdrawal"))


def role_of(p: Phrases, role: str, phrase: Phrase) -> str:
    """The role of the phrase: the given one, or what its words are fit for where it may be either."""
    if role != "either":
        return role
    near = p.marks.near(phrase[0], min(phrase[1], phrase[0] + 3))
    if p.reading.flags[phrase[0]] & Kind.NUMBER:
        return "target"
    return "actor" if near & {"force", "air", "artillery", "police"} else "target"


def give(m: Mention, role: str, phrase: Phrase) -> None:
    """Give the phrase its role as the subject of a verb or the genitive of a noun."""
    if role in ("actor", "target"):
        (m.actors if role == "actor" else m.targets).append(phrase)
        m.reasons.setdefault(role + "s", ["rule:" + ("subject" if m.row.cls == "verb" else "genitive")])


def strike(m: Mention, phrase: Phrase) -> None:
    """Give what the event befalls; what is read next stands behind it."""
    m.targets.append(phrase)
    m.reasons.setdefault("targets", []).append("rule:object")
    m.reach = phrase[1]


def add(p: Phrases, m: Mention, into: list[Phrase], field: str, rule: str, first: int, limit: int) -> None:
    """Give the phrase at `first`, the name behind it included, and cite the rule."""
    if first >= limit:
        return
    stop = p.led_noun(first, limit)
    if stop > first:
        into.append((first, p.apposition(first, stop, limit)))
        m.reach = max(m.reach, stop)
        m.reasons.setdefault(field, []).append(f"rule:{rule}")


def tidy(p: Phrases, m: Mention) -> None:
    """What a type's parties are: all actors in symmetric ones, no targets in moves, a bare place is no party."""
    if m.type == "exchange":
        _part_captives(p, m)
    elif m.type in SYMMETRIC and m.type != "clash":
        _make_actors(m)
        m.targets = []
    if m.type in _MOVES and m.targets:
        if not m.actors and m.row.cls != "verb" and m.type == "withdrawal":
            _make_actors(m)
        m.targets = []
    if m.type == "meeting":
        m.actors = [a for a in m.actors if not _no_talker(p, a[0]) and not _visited(p, m, a)]
    if m.type == "displacement" and m.row.first == "target" and not m.actors:
        _make_actors(m)
    if not m.actors:
        m.targets = [t for t in m.targets if t[0] not in p.places]
    if m.type in ATTACKS:
        m.actors = [a for a in m.actors if not _is_event(p, a[0]) and not _is_missile(p, *a)]
    m.actors = [a for a in m.actors if not _only_several(p, *a)]
    m.targets = [t for t in m.targets if not (_only_several(p, *t) or _no_target(p, *t))]
    m.actors = [a for a in m.actors if p.may_act(*a) or _unknown_name(p, m, a)]
    m.actors = [a for a in m.actors if not _is_thing(p, m, *a)]
    m.actors = [a for a in _distinct(m.actors) if not _within(a, m.targets)]
    m.targets = [t for t in _distinct(m.targets) if t not in m.actors and not _within(t, m.actors)]
    if m.type == "capture":
        m.targets = [t for t in m.targets if "controlword" not in p.marks.of(t[0])]
    if not m.actors:
        m.reasons.pop("actors", None)
    if not m.targets:
        m.reasons.pop("targets", None)


def _part_captives(p: Phrases, m: Mention) -> None:
    """Have the sides of an exchange as actors, and whom they let go as targets."""
    told = m.actors + m.targets
    m.targets = [a for a in told if _captives(p, *a)]
    m.actors = [a for a in told if a not in m.targets]
    if m.targets:
        m.reasons.setdefault("targets", m.reasons.get("actors", []))
    if m.actors:
        m.reasons.setdefault("actors", m.reasons.get("targets", []))


def _only_several(p: Phrases, first: int, stop: int) -> bool:
    """Whether the phrase is a word for a number without the article and without what is counted: `several`."""
    return stop - first == 1 and bool(p.marks.of(first) & QUANTITY) and not p.the(first)


def _no_target(p: Phrases, first: int, stop: int) -> bool:
    """Whether the phrase is a mere adjective, or somebody's own death: `a young man met (his end)`."""
    classes = p.marks.of(first)
    if "itsend" in classes:
        return True
    if stop - first == 1 and "adj" in classes and not classes & (MAY_ACT | STRUCK):
        return not p.reading.flags[first] & (Kind.NISBA | Kind.BODY)
    return bool(p.reading.words[first].pronoun) and p.deed(first) and not classes & (MAY_ACT | STRUCK)


def _captives(p: Phrases, first: int, stop: int) -> bool:
    """Whether the phrase names those who are let go."""
    return bool(p.marks.near(first, stop) & _CAPTIVES or p.reading.flags[first] & Kind.NUMBER)


def _make_actors(m: Mention) -> None:
    """Make actors of the targets, for the same reasons."""
    if m.targets:
        m.actors = m.actors + m.targets
        m.reasons["actors"] = list(dict.fromkeys(m.reasons.get("actors", []) + m.reasons["targets"]))


def _within(phrase: Phrase, others: list[Phrase]) -> bool:
    """Whether the phrase is only a part of one of the others: `seven of the party's fighters`."""
    return any(first < phrase[0] <= phrase[1] <= stop for first, stop in others)


def is_fire(p: Phrases, first: int, stop: int) -> bool:
    """Whether the phrase is the fire that is opened, not at whom."""
    if stop - first > 1 and (p.reading.flags[first] & Kind.NUMBER or p.marks.of(first) & QUANTITY):
        first += 1  # "dozens of rockets"
    return stop - first == 1 and bool(p.marks.of(first) & _FIRED)


def _is_thing(p: Phrases, m: Mention, first: int, stop: int) -> bool:
    """Whether the phrase names the protest itself, or what carries the aid, rather than who does it."""
    head = first + 1 if p.reading.flags[first] & Kind.NUMBER and first + 1 < stop else first
    classes = p.marks.of(head)
    if m.type == "protest":
        return "protestword" in classes and "doer" not in classes
    return m.type == "aid" and "deliver" in classes and not p.reading.flags[head] & Kind.BODY


def _unknown_name(p: Phrases, m: Mention, phrase: Phrase) -> bool:
    """Whether the phrase is one word of no list right behind a verb of meeting or of saying: a person's name."""
    first, stop = phrase
    if m.type != "meeting" or stop - first > 1 or p.reading.words[first].flags or len(p.reading.forms[first]) < 4:
        return False
    return (m.verb and first == m.stop) or (first > 0 and bool(p.reading.flags[first - 1] & Kind.CUE_VERB))


def _visited(p: Phrases, m: Mention, phrase: Phrase) -> bool:
    """Whether the phrase is where somebody goes: a place behind a word of travelling."""
    if not p.marks.of(m.first) & _SOMEWHERE or phrase[0] < m.stop:
        return False
    return phrase[0] in p.places or p.nobody(phrase[0])


def _is_event(p: Phrases, i: int) -> bool:
    """Whether the phrase at `i` is an attack, not somebody who makes one."""
    r = p.reading
    if p.marks.of(i) & QUANTITY and i + 1 < len(r):
        i += 1  # "most of the raids"
    return bool(r.flags[i] & Kind.TRIGGER) and not r.flags[i] & (Kind.BODY | Kind.POST) and not p.marks.of(i) & _STEERED


def _is_missile(p: Phrases, first: int, stop: int) -> bool:
    """Whether the phrase is nothing but rockets or shells: they are fired, and fire nothing."""
    return stop - first == 1 and "projectile" in p.marks.of(first)


def _no_talker(p: Phrases, first: int) -> bool:
    """Whether the phrase at `first` is a place, the talks or a number, not somebody who talks."""
    if p.party(first):
        return False
    if p.reading.forms[first][0].isdigit():
        return True
    classes = p.marks.of(first)
    return bool(classes & {"territory", "talks", "adj"}) and "doer" not in classes


def _distinct(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases without those that overlap an earlier one."""
    out: list[Phrase] = []
    for phrase in phrases:
        if all(phrase[1] <= a or b <= phrase[0] for a, b in out):
            out.append(phrase)
    return out
