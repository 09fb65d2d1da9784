"""Parties that hang on an event's noun, or on a preposition behind noun or verb.

nominal      := MASDAR [adjectives] [genitive] {preposition phrase}
prepositions: "by" -> actor; "between" -> actors; "with" -> actor of talks and fighting; "on", "against" -> target
"""

from __future__ import annotations

from typing import Final

from hudna.coding.events.partyphrases import Phrase, Phrases
from hudna.coding.events.partyroles import ATTACKS, SYMMETRIC, TALKED, add, give, role_of, strike
from hudna.coding.events.partywords import (
    COUNTED,
    GROUPS,
    HEADS,
    MAY_ACT,
    MEMBERS,
    OBJECTS,
    QUANTITY,
    QUOTES,
    STOPS,
    STRUCK,
)
from hudna.coding.events.triggers import Mention
from hudna.coding.words.nouns import FINITE, printed_feminine
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_NAME: Final = Kind.GIVEN | Kind.PERSON
_TITLED: Final = Kind.POST | Kind.HONORIFIC
_VERBAL: Final = (L.YEH, L.TEH)
_BEFALLS: Final = ATTACKS | {"detention", "killing"}
_OBJECTS_OF: Final = _BEFALLS | {"destruction", "displacement", "evacuation"}
_BEFALLEN: Final = OBJECTS | {"person"}
_STRIKES: Final = ATTACKS | {"capture", "destruction", "sanction"}
_DESCRIBED: Final = ATTACKS | {"sanction", "protest", "violation", "ceasefire", "withdrawal"}
"""Types whose noun is followed by an adjective rather than by an unknown name."""
_BY_SOMEBODY: Final = frozenset(("sanction", "killing", "detention", "displacement", "violation"))
_FOR: Final = frozenset(("aid", "invitation", "displacement"))
_PEOPLE: Final = frozenset(("civilian", "people"))
_SERVED: Final = _PEOPLE | QUANTITY | {"person", "victim"}
_STRUCK_BY: Final = ATTACKS | {"detention", "destruction", "sanction", "killing", "capture"}
_NAMED_BY: Final = frozenset(("noun", "toll"))
_DONE_TO: Final = OBJECTS | {"troops", "arms", "victim", "column"}
_AGAIN: Final = 14
"""Tokens behind one of two sides in which `and between` tells the other."""
_LINKS: Final = frozenset(("tension", "road"))
_SIDES: Final = frozenset(("agent", "side"))


def read_noun(p: Phrases, m: Mention, limit: int) -> None:
    """Give the party that the event's noun has behind it, or in its pronoun."""
    r = p.reading
    if m.hit_by >= 0 or (m.stop - m.first > 1 and "hits" in p.marks.of(m.stop - 1)):
        _struck_behind(p, m, limit)
        return
    pronoun = m.pronoun and not printed_feminine(r, m.first)
    if pronoun or (m.stop - m.first > 1 and r.words[m.stop - 1].pronoun):
        _pronoun(p, m, limit)
        return
    if m.stop - m.first > 1 and m.type == "withdrawal" and "troops" in p.marks.of(m.stop - 1):
        give(m, "actor", (m.stop - 1, p.noun(m.stop - 1, limit)))  # "the withdrawal of the forces"
        return
    if _nominative(p, m, limit):
        return
    begin = _past_joined(p, m, limit)
    i = p.skip(begin, limit, adjectives=True, definite=m.article)
    m.reach = max(m.reach, i)
    if i > begin and not _only_described(p, begin, i):
        return  # an adverbial stands between: no genitive
    if _accusative_noun(r, m) or "hits" in p.marks.of(i):
        return
    if m.article and m.stop - m.first == 1 and i < limit and not p.with_li(i):
        return  # a noun with the article has no genitive
    if i < limit and i > m.first + 1 and p.with_li(i) and "strikes" in p.marks.of(m.first) and _befallen(p, i):
        add(p, m, m.targets, "targets", "object", i, limit)
        return  # "a rocket strike on (li-) a group"
    if m.row.first == "none" or (m.article and i == begin and m.row.first != "target"):
        return
    if (
        i < limit
        and r.words[i].preposition
        and r.words[i].flags
        and not (r.words[i].preposition == L.LAM and (p.marks.of(i) & HEADS or r.flags[i] & (Kind.BODY | Kind.POST)))
    ):
        return
    if i < limit and r.words[i].preposition and r.flags[i] & Kind.CONTENT_NOUN:
        return  # "forces to keep the peace"
    if i < limit and (_no_party(p, m, i) or (i == begin and r.words[i].conjunction)):
        return  # "a campaign of raids and (-) searches"
    if i < limit and m.type == "deployment" and p.with_li(i) and p.marks.of(i) & {"artillery", "arms", "aircraft"}:
        return  # "bases for the artillery"
    stop = p.led_noun(i, limit)
    if stop - i == 1 and p.marks.of(i) & QUANTITY and not p.marks.of(i) & MAY_ACT:
        return  # "raids, several"
    if stop > i:
        stop = p.apposition(i, stop, limit)
        role = "target" if _done_to(p, m, i, stop, limit) else role_of(p, m.row.first, (i, stop))
        if role == "target" and (_doer_first(p, i, stop, limit) or _does_to(p, m, i, stop, limit)):
            role = "actor"  # "Turkey's deployment of forces"
        if role == "target" and m.type == "killing" and p.with_li(i) and p.marks.of(i) & GROUPS:
            role = "actor"  # "a massacre of (li-) the air force"
        if role == "actor" and m.type in _STRIKES and p.thing(i, stop):
            role = "target"
        if role == "actor" and m.type in _STRIKES and _lies(p, i, stop):
            role = "target"
        if role == "actor" and not p.may_act(i, stop):
            return
        give(m, role, (i, stop))
        m.reach = stop
        if m.type == "evacuation" and role == "target" and p.thing(i, stop):
            _emptied(p, m, stop, limit)
        if role == "actor" and not m.targets and _struck_by_li(p, m, stop, limit):
            return
        if role == "actor" and m.type in _OBJECTS_OF and not m.targets:
            _object_of_noun(p, m, stop, limit)


def _emptied(p: Phrases, m: Mention, i: int, limit: int) -> None:
    """Have the people of whom a place is emptied as targets, and not the place."""
    if i + 1 >= limit or "origin" not in p.marks.of(i):
        return
    stop = p.noun(i + 1, limit)
    if stop > i + 1:
        m.targets.clear()
        strike(m, (i + 1, stop))


def _lies(p: Phrases, first: int, stop: int) -> bool:
    """Whether the phrase tells of something that lies at a place, and of nobody: `the crossroads of X`."""
    if first in p.places or p.acts(first, stop) or p.reading.flags[first] & (_TITLED | Kind.NISBA):
        return False
    return first + 1 < stop and first + 1 in p.places and not p.reading.words[first + 1].conjunction


def _nominative(p: Phrases, m: Mention, limit: int) -> bool:
    """Whether a plural in the nominative follows: then the word is a verb, and both its phrases are given."""
    i = m.stop
    if m.row.cls != "masdar" or m.article or i + 1 >= limit:
        return False
    form = p.reading.forms[i]
    if not form.endswith(L.WAW + L.NOON) and not (form.endswith(L.WAW) and p.the(i + 1)):
        return False
    if not p.marks.of(i) & MAY_ACT:
        return False
    stop = p.noun(i, limit)
    give(m, "actor", (i, stop))
    m.reach = stop
    nxt = p.skip(stop, limit)
    after = p.noun(nxt, limit)
    if after > nxt and not p.joined(nxt):
        strike(m, (nxt, after))
    return True


def _past_joined(p: Phrases, m: Mention, limit: int) -> int:
    """The token behind the verbal noun joined to the event's that shares what follows: `displacing and killing`."""
    i = m.stop
    if m.article or m.pronoun or m.row.cls != "masdar" or i - m.first > 1 or i + 1 >= limit:
        return i
    word = p.reading.words[i]
    if word.conjunction != L.WAW or word.pronoun or p.the(i):
        return i
    return i + 1 if p.event_noun(i) or "carry" in p.marks.of(i) else i


def _object_of_noun(p: Phrases, m: Mention, i: int, limit: int) -> None:
    """What is struck, behind who strikes: `the army's shelling (-) a market`."""
    i = p.skip(i, limit)
    if i >= limit or p.joined(i) or not p.marks.of(i) & _BEFALLEN or p.reading.flags[i] & FINITE:
        return
    stop = p.noun(i, limit)
    if stop > i:
        strike(m, (i, stop))


def _struck_by_li(p: Phrases, m: Mention, i: int, limit: int) -> bool:
    """Whether what is struck stands with `li-` behind who does it, and is given: `the army's shelling of (li-) X`."""
    if m.row.cls != "masdar" or m.type not in _STRUCK_BY or i >= limit or not p.with_li(i) or not _befallen(p, i):
        return False
    stop = p.led_noun(i, limit)
    if stop > i:
        strike(m, (i, stop))
    return stop > i


def _done_to(p: Phrases, m: Mention, first: int, stop: int, limit: int) -> bool:
    """Whether the genitive is whom it befalls: who does it is told in front, or the noun is one of striking."""
    if m.row.first != "either" or m.row.cls != "masdar":
        return False
    word = p.reading.words[m.first]
    if word.preposition == L.BEH:
        floor = p.reading.sentence_first(m.first)
        if light_near(p, m, floor) >= 0 or p.marks.last("plan", max(floor, m.first - 8), m.first):
            return True
    if "strikes" not in p.marks.of(m.first) or p.marks.near(first, stop) & {"air", "aircraft", "artillery"}:
        return False
    return stop >= limit or p.reading.words[stop].preposition != L.LAM  # "the army's targeting of (li-)"


def _doer_first(p: Phrases, first: int, stop: int, limit: int) -> bool:
    """Whether an indefinite object stands right behind a state or body: the genitive is who does it."""
    if stop >= limit or not (first in p.places or p.acts(first, stop)) or p.joined(stop):
        return False
    if "itsend" in p.marks.of(stop):
        return False  # "a trader met his end"
    return bool(p.marks.of(stop) & _DONE_TO or p.reading.flags[stop] & Kind.NUMBER)


def _does_to(p: Phrases, m: Mention, first: int, stop: int, limit: int) -> bool:
    """Whether what is struck follows with `li-`, so that the genitive strikes: `the police's arrest of X`."""
    if m.type not in _STRUCK_BY or stop >= limit or not p.with_li(stop) or not _befallen(p, stop):
        return False
    return bool(p.marks.near(first, stop) & GROUPS or p.reading.flags[first] & Kind.BODY)


def _befallen(p: Phrases, i: int) -> bool:
    """Whether the phrase at `i` names something or somebody that can be struck."""
    return p.struck(i, min(i + 2, len(p.reading))) or bool(p.marks.of(i) & MAY_ACT)


def _only_described(p: Phrases, first: int, stop: int) -> bool:
    """Whether nothing but adjectives stands between a noun and its genitive."""
    k = first
    while k < stop and (p.reading.flags[k] & Kind.NISBA or "adj" in p.marks.of(k)):
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
        give(m, "target", (i, stop))
        m.reach = stop


def _common(p: Phrases, i: int) -> bool:
    """Whether a common noun or a place stands at `i`, and nobody who could act is named with it."""
    r = p.reading
    if not (p.the(i) or i in p.places or r.words[i].preposition or r.forms[i][0].isdigit()) or p.marks.of(i) & _PEOPLE:
        return False
    return not any(p.party(k) or r.flags[k] & (Kind.NISBA | _TITLED) for k in range(i, min(i + 3, len(r))))


def _titled(p: Phrases, i: int) -> bool:
    """Whether the name of the operation or summit itself is quoted at `i`, not a group's."""
    r = p.reading
    if r.forms[i] not in QUOTES:
        return False
    quote = r.quotation_from(i)
    return quote is not None and quote.closed and not p.acts(quote.first, quote.stop)


def _feminine_adjective(p: Phrases, m: Mention, i: int) -> bool:
    """Whether an indefinite feminine word, of no list of those who act, describes the noun: `strong clashes`."""
    r = p.reading
    if i != m.stop or p.the(i) or r.words[i].preposition or r.words[i].conjunction or m.row.cls not in _NAMED_BY:
        return False
    if r.flags[i] & (Kind.BODY | Kind.POST | Kind.PLACE | Kind.NUMBER | _NAME):
        return False
    if p.marks.of(i) and not r.words[i].pronoun:
        return False
    return printed_feminine(r, i) and m.type != "meeting"


def _no_party(p: Phrases, m: Mention, i: int) -> bool:
    """Whether the genitive at `i` is what is taken, broken or talked about, not who does it."""
    classes = p.marks.of(i)
    if (m.type == "capture" and "controlword" in classes) or (m.type == "violation" and "truce" in classes):
        return True
    if m.row.first == "actor" and (_common(p, i) or p.nobody(i) or _titled(p, i)):
        return True
    if not m.article and _feminine_adjective(p, m, i):
        return True
    form = p.reading.forms[i]
    if not p.reading.words[i].flags and form[0] in _VERBAL and len(form) > 4 and i > 0 and not m.article:
        return True  # an unknown word that looks like a verb: "a visit that lasts"
    if m.type in ATTACKS and not p.reading.words[i].flags and form[0] == L.BEH:
        return True  # an unknown word with `bi-`: the weapon
    if m.type in _DESCRIBED and not (m.article or p.reading.flags[i] or form.startswith(L.AL)) and form[0].isalpha():
        return True  # an unknown word without the article: an adjective
    event = (
        p.reading.flags[i] & Kind.TRIGGER and not classes & HEADS and not p.reading.flags[i] & (Kind.BODY | Kind.POST)
    )
    return bool(event and m.row.first == "actor")


def _same_doer(p: Phrases, m: Mention) -> bool:
    """Whether the pronoun stands for who acted in the event before: `the forces shelled the town in their attack`."""
    first, stop = p.doer
    if first < 0 or m.type in TALKED or m.row.first == "target" or stop > m.first:
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
    befalls = "strikes" in p.marks.of(m.first) and p.noun(p.skip(m.stop, limit), limit) == p.skip(m.stop, limit)
    if r.words[m.first].preposition == L.BEH and m.type == "violation":
        return  # "accused them of breaking it": the pronoun is the truce
    if p.marks.last("support", max(floor, m.first - 8), m.first) is not None:
        return  # "the brigades launched their attack"
    if "transitive" in p.marks.of(m.first) and p.noun(m.stop, limit) == m.stop:
        return  # "after its liberation": the pronoun is what was taken
    if _same_doer(p, m):
        m.actors.append(p.doer)
        m.reasons["actors"] = ["rule:same-doer"]
        floor = m.first
    for k in range(m.first - 1, floor - 1, -1):
        if (r.flags[k] & (Kind.BODY | Kind.POST) or p.marks.of(k) & HEADS) and not r.flags[k] & Kind.TRIGGER:
            if r.words[m.first].pronoun == L.HEH + L.ALEF and p.marks.of(k) & COUNTED:
                continue  # "it" is no plural of persons
            if p.ground(k) or k in p.places:
                continue
            stop = p.noun(k, m.first)
            first = p.behind(stop) if stop > k else k
            if stop > k:
                role = "target" if m.row.first == "target" and m.type != "capture" else "actor"
                if role == "actor" and befalls:
                    if not p.marks.of(k) & MEMBERS:
                        break  # "bridges ... their targeting": what is struck, and nobody
                    role = "target"
                give(m, role, (min(first, k), stop))
            break
    if m.type == "meeting" or m.row.first == "either":
        i = p.skip(m.stop, limit, adjectives=True)
        stop = p.noun(i, limit)
        if stop > i:
            stop = p.apposition(i, stop, limit)
            give(m, "actor" if m.type == "meeting" else "target", (i, stop))
            m.reach = stop


def read_prepositions(p: Phrases, m: Mention, limit: int) -> None:
    """Parties told by a preposition behind the trigger."""
    marks, r = p.marks, p.reading
    if not m.targets:
        m.reasons.pop("targets", None)  # it was the fire that is opened
    stop = min(limit, m.stop + 14)
    agent = marks.first("agent", m.stop, stop)
    if agent and not (agent[1] < limit and (r.words[agent[1]].conjunction or _no_agent(p, agent[1]))):
        if m.reasons.get("actors") == ["rule:same-doer"]:
            m.actors.clear()  # somebody else did it
            m.reasons.pop("actors")
        add(p, m, m.actors, "actors", "agent", agent[1], limit)
    if m.type in SYMMETRIC or (m.type in ATTACKS and "mutual" in marks.near(m.stop, min(limit, m.stop + 4))):
        between = marks.first("between", m.stop, stop)
        if between and "adverb" in marks.of(between[0]):
            between = marks.first("between", between[0] + 1, stop)
        if between and (_others(p, m.stop, between[0]) or _new_clause(p, m.stop, between[0])):
            between = None
        if between and between[1] < limit and not p.nobody(between[1]) and not p.ground(between[1]):
            m.actors.clear()
            m.reasons.pop("actors", None)
            add(p, m, m.actors, "actors", "between", between[1], limit)
            second = _second_side(p, p.past_aside(m.reach, limit), limit)
            if second < limit:
                add(p, m, m.actors, "actors", "between", second, limit)
            again = marks.first("between", m.reach, min(limit, m.reach + _AGAIN))
            if r.words[between[0]].conjunction and _same_doer(p, m):
                m.actors.insert(0, p.doer)  # "between them and X"
            if again and r.words[again[0]].conjunction and again[1] < limit and not p.nobody(again[1]):
                add(p, m, m.actors, "actors", "between", again[1], limit)  # "and between Y"
            m.actors[:] = _apart(p, m.actors)
        with_ = marks.first("with", m.stop, min(stop, m.reach + 5))
        if with_ and "border" not in marks.near(with_[0] - 1, with_[0]) and not _abstract(p, with_[1]):
            add(p, m, m.actors, "actors", "with", with_[1], limit)
    if m.type == "meeting":
        joined = marks.first("gathers", m.stop, min(stop, m.stop + 9))
        if joined and not r.words[joined[0]].pronoun:
            add(p, m, m.actors, "actors", "with", p.skip(joined[1], limit), limit)
    if m.type in ("protest", "meeting") and not m.verb and not m.actors:
        taking = marks.first("taking", m.stop, min(stop, m.stop + 6))
        if taking and "alone" in marks.of(taking[1]):
            add(p, m, m.actors, "actors", "agent", taking[1] + 1, limit)
    if m.type == "meeting" and not m.verb and "phone" in marks.near(m.first, stop):
        of = marks.first("of", m.stop, min(stop, m.reach + 4))
        if of and of[1] < limit and r.flags[of[1]] & (_TITLED | _NAME | Kind.NISBA):
            add(p, m, m.actors, "actors", "from", of[1], limit)
    if m.type == "meeting" and m.verb and len(m.actors) == 1:
        _met_with(p, m, limit)
    read_against(p, m, limit)
    rid = _rid_of(p, m, stop)
    if (m.type in ATTACKS or m.type in _BY_SOMEBODY) and not (m.actors or rid or (m.type == "sanction" and m.targets)):
        of = marks.first("of", m.stop, min(stop, m.reach + 3))
        if (
            of
            and of[1] < limit
            and not marks.first("support", m.stop, of[0])  # "that fighters of X launched"
            and not p.counts(of[0] - 1)
            and not marks.of(of[0] - 1) & MEMBERS
            and (r.flags[of[1]] & Kind.BODY or "force" in marks.of(of[1]))
        ):
            add(p, m, m.actors, "actors", "from", of[1], limit)
    if m.type in ATTACKS and not m.actors and not m.verb:
        _owner(p, m, limit)
    hit = marks.first("hits", m.stop, min(stop, m.stop + (8 if m.stop < limit and p.relative(m.stop) else 4)))
    if hit and (m.type in ATTACKS or m.type == "killing") and not m.targets:
        struck = p.skip(hit[1], limit)
        if not p.object_behind(struck, p.noun(struck, limit), limit):
            add(p, m, m.targets, "targets", "hit", struck, limit)
    if m.type == "bombing" and not m.targets:
        _blown_up(p, m, limit)
    if m.type == "invitation" and not m.targets:
        to = marks.first("to", m.stop, min(stop, m.reach + 4))
        if to:
            add(p, m, m.targets, "targets", "for", to[1], limit)
    if m.type in _FOR and not m.targets:
        for k in range(m.stop, min(stop, m.reach + 5)):
            if m.type == "aid" and r.forms[k][0] == L.LAM and k + 1 < stop and r.flags[k + 1] & Kind.NUMBER:
                counted = p.noun(k + 1, limit)
                m.targets.append((k + 1, counted))  # "for about fifty thousand displaced"
                m.reasons.setdefault("targets", []).append("rule:for")
                break
            if m.type == "aid" and "upon" in p.marks.of(k) and k + 1 < stop and _served(p, k + 1):
                add(p, m, m.targets, "targets", "for", k + 1, limit)
                break
            if p.with_li(k) and p.somebody(k, k + 3):
                if m.type == "displacement":
                    add(p, m, m.actors, "actors", "for", k, limit)
                else:
                    add(p, m, m.targets, "targets", "for", k, limit)
                break


def _no_agent(p: Phrases, i: int) -> bool:
    """Whether what stands at `i` behind `by` or `its source` is where fire came from, and nobody."""
    return "one" in p.marks.of(i) or p.nobody(i) or p.ground(i)


def _served(p: Phrases, i: int) -> bool:
    """Whether people, or so many of them, stand at `i`."""
    return bool(p.reading.flags[i] & Kind.NUMBER or p.marks.of(i) & _SERVED) or p.reading.forms[i][0].isdigit()


def _abstract(p: Phrases, i: int) -> bool:
    """Whether an indefinite plural of no list stands at `i`: `comes with challenges`."""
    r = p.reading
    return i < len(r) and not r.words[i].flags and r.forms[i].endswith(L.ALEF + L.TEH) and not p.the(i)


def _rid_of(p: Phrases, m: Mention, limit: int) -> bool:
    """Whether a place is rid of somebody, who is given as the target: `cleared the mountain of the rebels`."""
    if m.type != "capture" and not p.marks.near(m.first, m.stop) & {"rid"}:
        return False
    of = p.marks.first("origin", m.stop, min(limit, m.reach + 5))
    if of is None or of[1] >= limit or of[1] in p.places or p.ground(of[1]) or "back" in p.marks.of(of[1]):
        return False
    if not (p.reading.flags[of[1]] & Kind.BODY or p.marks.of(of[1]) & GROUPS):
        return False
    if p.counts(of[0] - 1) or "adj" in p.marks.of(of[0] - 1) or any(a <= of[0] < b for a, b in m.actors):
        return False  # "forces of the army", "near the brigade"
    for k in range(m.stop, of[0]):
        if k in p.times or p.relative(k):
            return False  # "two days after the occupation"
    add(p, m, m.targets, "targets", "rid", of[1], limit)
    return True


def _others(p: Phrases, first: int, between: int) -> bool:
    """Whether what stands between two is a tension or a link of theirs, or an aside: not the event itself."""
    if p.marks.near(max(first, between - 2), between) & _LINKS:
        return True
    forms, depth = p.reading.forms, 0
    for k in range(first, between):
        depth += (forms[k] == "(") - (forms[k] == ")")
    return depth > 0


def _second_side(p: Phrases, i: int, limit: int) -> int:
    """Where the other of two sides begins behind the first: `from the town, on one side, and (-) X`; `limit`: none."""
    r, parted, first = p.reading, False, i
    while i < limit:
        classes = p.marks.of(i)
        if classes & _SIDES:
            i, parted = p.marks.stop(i), True
        elif r.forms[i] in L.COMMAS and parted:
            i += 1
        elif i == first and "origin" in classes and p.from_place(i + 1) and p.noun(i + 1, limit) > i + 1:
            i = p.noun(i + 1, limit)
        else:
            break
    if i + 1 < limit and r.forms[i] == L.WAW:
        return i + 1  # "and" printed as a word of its own
    return i if i < limit and r.words[i].conjunction else limit


def _new_clause(p: Phrases, first: int, stop: int) -> bool:
    """Whether a comma with a finite verb, `as` between them at most, begins a new clause in the stretch."""
    r = p.reading
    for k in range(first, stop - 1):
        if r.forms[k] not in L.COMMAS:
            continue
        verb = k + 2 if p.joins_clauses(k + 1) else k + 1
        if verb < stop and r.flags[verb] & FINITE and not r.flags[verb] & (Kind.BODY | Kind.POST | Kind.NISBA):
            return True
    return False


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
    if r.flags[k] & Kind.NISBA and not r.words[k].stem.endswith((L.WAW + L.NOON, L.YEH + L.NOON)):
        return False  # an adjective
    if r.words[k].stem.startswith(L.AL) and r.forms[k].endswith(L.YEH + L.NOON) and not p.adjective(k):
        return True  # "and the smugglers"
    return bool(r.flags[k] & (Kind.BODY | Kind.POST | Kind.PLACE | _NAME) or p.marks.of(k) & MAY_ACT)


def read_against(p: Phrases, m: Mention, limit: int) -> None:
    """What is told by `on` or `against` behind what has been read of the event."""
    massacre = m.type == "killing" and m.row.cls == "toll" and not m.verb
    if m.row.cls == "participle" and m.type == "sanction":
        return  # "the besieged town"
    if m.targets or not (m.type in ATTACKS or m.type in ("protest", "sanction", "capture") or massacre):
        return
    if "rule:between" in m.reasons.get("actors", ()):
        return  # "fighting between X and Y on (ala) the front": both sides are told
    against = p.marks.first("against", m.stop, min(limit, m.stop + 14, m.reach + 4))
    if (
        against
        and "adverb" not in p.marks.of(against[0])
        and not (m.type == "capture" and against[1] in p.places)
        and not (massacre and "upon" in p.marks.of(against[0]))
        and not (m.type in ATTACKS and "upon" in p.marks.of(against[0]) and _only_where(p, m, against[1]))
        and p.struck(against[1], min(limit, against[1] + 4))
    ):
        add(p, m, m.targets, "targets", "against", against[1], limit)


def _only_where(p: Phrases, m: Mention, i: int) -> bool:
    """Whether the word at `i` behind `on` tells where it was: on the road, and of fighting on the front."""
    return bool(p.marks.of(i) & ({"road", "front"} if m.type == "clash" else {"road"}))


def _owner(p: Phrases, m: Mention, limit: int) -> None:
    """Whose attack it is: `several raids of (li-) the coalition`."""
    r = p.reading
    i = p.skip(m.stop, limit, adjectives=True, definite=m.article)
    if i >= limit or not _only_described(p, m.stop, i) or not p.with_li(i):
        return
    if r.flags[i] & (Kind.BODY | Kind.NISBA) or p.marks.of(i) & HEADS:
        add(p, m, m.actors, "actors", "of", i, limit)


def _blown_up(p: Phrases, m: Mention, limit: int) -> None:
    """What a bomb went off at: `exploded in (bi-) a patrol`."""
    r = p.reading
    for k in range(m.stop, min(limit, m.stop + 5)):
        bomb = "bomb" in p.marks.near(k, k + 2)
        if r.words[k].preposition == L.BEH and p.marks.of(k) & (STRUCK - {"arms"}) and k not in p.places and not bomb:
            add(p, m, m.targets, "targets", "hit", k, limit)
            return


def _met_with(p: Phrases, m: Mention, limit: int) -> None:
    """The other one of `he met with (bi-) the president`."""
    r = p.reading
    i = m.reach
    if (
        i < limit
        and r.words[i].preposition == L.BEH
        and (r.flags[i] & (Kind.BODY | Kind.POST) or "envoy" in p.marks.of(i))
    ):
        add(p, m, m.actors, "actors", "with", i, limit)


def light_near(p: Phrases, m: Mention, floor: int) -> int:
    """The token of `carries out` and the like in the few words before; -1: none."""
    for k in range(m.first - 1, max(floor, m.first - 8) - 1, -1):
        if "light" in p.marks.of(k):
            return k
        if p.reading.forms[k] in STOPS or p.reading.forms[k] in L.COMMAS:
            break
    return -1
