"""Mentions of one event made one: the mention that tells most stands for it."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from hudna.coding.events.status import headline
from hudna.coding.events.tolls import has_risen
from hudna.coding.events.triggers import Mention
from hudna.coding.words.reading import Reading
from hudna.text import fold_word
from hudna.text import letters as L

_LOOSE: Final = frozenset(
    ("agreement", "ceasefire", "displacement", "exchange", "sanction", "violation", "vote", "withdrawal")
)
"""Types of which a text seldom tells two: the same one unless dates or places differ."""
_MANY: Final = frozenset(("shelling", "air_strike", "bombing", "protest", "capture"))
"""Types of which a text often tells many: two mentions are one only where something says so."""
_BLASTS: Final = frozenset(("air_strike", "bombing"))
_SEVERAL: Final = 2
"""From how many victims the same number tells the same event."""
_LOOK_BACK: Final = 60
"""How many events told before, and mentions of each, are compared: more than any report tells, so that the time
grows with the length of a text and not with its square."""
GUESSES: Final = frozenset(
    (
        "rule:nearest-party",
        "rule:deliver",
        "rule:joined",
        "rule:place-of-sentence",
        "rule:day-told-before",
        "rule:day-of-sentence",
    )
)
_KINDS: Final = {"planned": "ahead", "hypothetical": "ahead", "denied": "denied"}
"""What is told of as still to come or as not so; everything else has happened."""


def merge(mentions: list[Mention], reading: Reading) -> list[Mention]:
    """One mention for each distinct event; what only the title tells is kept where the body tells none such."""
    groups: list[list[Mention]] = []
    for m in mentions:
        group = next((g for g in reversed(groups[-_LOOK_BACK:]) if _same(g, m, reading)), None)
        if group is None:
            groups.append([m])
        else:
            group.append(m)
    told = {m.type for m in mentions if m.first >= reading.title_stop}
    return [
        _best(group, reading) for group in groups if group[-1].first >= reading.title_stop or group[0].type not in told
    ]


def _same(group: list[Mention], m: Mention, reading: Reading) -> bool:
    """Whether the mention may be the group's event: nothing that it tells contradicts."""
    group, last = group[-_LOOK_BACK:], group[-1]
    if last.type != m.type or _apart(last, m) or last.by_phone != m.by_phone or last.other_time != m.other_time:
        return False
    if _points_back(m) or _the_blast(last, m, reading):
        return True
    if m.type in _LOOSE:
        return all(_time(a, m) and _place(a, m, reading) for a in group)
    if last.sentence == m.sentence and not _place(last, m, reading):
        return m.type != "killing" and _same_toll(last, m, reading)
    if m.type in _MANY and not m.article and _other_toll(last, m):
        return False
    if last.sentence == m.sentence and m.type == "protest" and last.verb:
        return True  # "hundreds went out in demonstrations"
    if _same_toll(last, m, reading):
        return True
    if m.type in _MANY and _told_anew(last, m, reading):
        return False
    if (m.type in _MANY or _beside(last, m)) and not _shared(last, m, reading):
        return False
    return all(_place(a, m, reading) and _time(a, m) and _parties(a, m, reading) for a in group)


def _apart(a: Mention, b: Mention) -> bool:
    """Whether the mentions differ in what has happened, is still to come, or is denied: then they are two events."""
    if a.type == "ceasefire" and b.article:
        return False  # "the truce" is the one told before, whatever is feared or wished for it
    return _KINDS.get(a.status) != _KINDS.get(b.status)


def _shared(a: Mention, b: Mention, reading: Reading) -> bool:
    """Whether something tells that the two are one: the article, a pronoun, or a place, day or party in common."""
    if _definite(b) or b.pronoun:
        return True
    if (
        a.place is not None
        and b.place is not None
        and _words(a.place.of(reading.text)) & _words(b.place.of(reading.text))
    ):
        return True
    if a.start is not None and a.start == b.start:
        return True
    return any(_agree([x], [y], reading) for x in a.actors + a.targets for y in b.actors + b.targets)


def _beside(a: Mention, b: Mention) -> bool:
    """Whether one sentence tells both of a fight and of another: `fighting broke out after an attempt to storm`."""
    return a.type == "clash" and a.sentence == b.sentence


def _told_anew(a: Mention, b: Mention, reading: Reading) -> bool:
    """Whether each is told by a verb of its own, in sentences of the report, and no place or day says they are one."""
    if not (a.verb and b.verb) or a.sentence == b.sentence or a.first < reading.title_stop:
        return False
    if a.place is not None and b.place is not None:
        return False
    return a.start is None or a.start != b.start


def _same_toll(a: Mention, b: Mention, reading: Reading) -> bool:
    """Whether both tell the same number of dead, more than one, and no other day."""
    told = a.killed or a.injured
    if told is None or a.killed != b.killed or (told[0] or 0) < _SEVERAL or told[0] != told[1]:
        return False  # "dozens" are told of every attack
    if a.killed is None and a.injured != b.injured:
        return False
    alike = a.place is not None and b.place is not None and not a.broad and _place(a, b, reading)
    return (alike and (told[0] or 0) > _SEVERAL) or _time(a, b)  # a report has the day of the saying at times


def _other_toll(a: Mention, b: Mention) -> bool:
    """Whether both tell how many died, in sentences of their own, and the later one fewer: another attack."""
    if a.killed is None or b.killed is None or a.sentence == b.sentence:
        return False
    return b.place is not None and not b.broad and (b.killed[0] or 0) < (a.killed[0] or 0)


def _points_back(m: Mention) -> bool:
    """Whether a mention only points to an event told before: the article, and nothing of its own."""
    return _definite(m) and not (m.place or m.actors or m.targets or m.start)


def _the_blast(a: Mention, b: Mention, reading: Reading) -> bool:
    """Whether a raid or blast with the article, in the next sentence, is the one just told, wherever it places it."""
    if b.type not in _BLASTS or not b.article or b.sentence != a.sentence + 1 or a.first < reading.title_stop:
        return False
    return _time(a, b)


def _definite(m: Mention) -> bool:
    """Whether the article says that the event is known; a verbal noun with `on` has it anyway: `the control of`."""
    return m.article and not (m.type == "capture" and m.row.cls == "masdar")


def _place(a: Mention, b: Mention, reading: Reading) -> bool:
    if a.place is None or b.place is None or a.broad or b.broad or _guessed(a, "place") or _guessed(b, "place"):
        return True
    return bool(_words(a.place.of(reading.text)) & _words(b.place.of(reading.text)))


def _time(a: Mention, b: Mention) -> bool:
    if a.start is None or b.start is None or a.end is None or b.end is None:
        return True
    return a.start <= b.end and b.start <= a.end


def _guessed(m: Mention, field: str) -> bool:
    """Whether the field was taken from the rest of the sentence: too little to tell two events apart."""
    return bool(GUESSES & set(m.reasons.get(field, ())))


def _parties(a: Mention, b: Mention, reading: Reading) -> bool:
    """Whether actors agree, and of killings the victims too, as far as both are told."""
    guessed = _guessed(a, "actors") or _guessed(b, "actors")
    if not guessed and not _agree(a.actors, b.actors, reading):
        return False
    return a.type != "killing" or _agree(a.targets, b.targets, reading)


def _agree(a: list[tuple[int, int]], b: list[tuple[int, int]], reading: Reading) -> bool:
    if not a or not b:
        return True
    x = frozenset().union(*(_words(reading.words_of(*p)) for p in a))
    y = frozenset().union(*(_words(reading.words_of(*p)) for p in b))
    return not x or not y or bool(x & y)


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    """The folded words without article, marks and small words."""
    plain = "".join(c if c.isalnum() else " " for c in fold_word(text))
    bare = (word[2:] if word.startswith(L.AL) and len(word) > 4 else word for word in plain.split())
    return frozenset(word for word in bare if len(word) > 2)


def _best(group: list[Mention], reading: Reading) -> Mention:
    """The mention that tells most, the first of equals; what it leaves out comes from the others."""
    best = max(group, key=lambda m: (_weight(m, reading), -m.first))
    for other in group:
        near = abs(other.sentence - best.sentence) <= 1
        if near and best.place is None and other.place is not None:
            best.take_place(other, ["rule:told-elsewhere"])
        if near and best.start is None and other.start is not None:
            best.start, best.end, best.reasons["start"] = other.start, other.end, ["rule:told-elsewhere"]
            best.reasons.pop("end", None)
        if near and other.start is None and other.end is not None and best.start is not None:
            _take_end(best, other)
        if best.reasons.get("status") == ["rule:by-word"] and other.reasons.get("status") == ["rule:told"]:
            best.status, best.reasons["status"] = other.status, ["rule:told"]
        if near and not best.actors and other.actors and other.article:  # "the raid by X"
            best.actors, best.reasons["actors"] = other.actors, ["rule:told-elsewhere"]
        if near and not best.targets and other.targets:
            best.targets, best.reasons["targets"] = other.targets, ["rule:told-elsewhere"]
        if other is not best and other.toll is not None and other.status == best.status:
            _take_toll(best, other)
    return best


def _take_end(best: Mention, other: Mention) -> None:
    """Give the mention the last day that another tells of it: `it went on until Sunday`."""
    if best.start == best.end and best.end is not None and other.end is not None and best.end < other.end:
        best.end, best.reasons["end"] = other.end, other.reasons["end"]


def _take_toll(best: Mention, other: Mention) -> None:
    """Give the mention another's dead and hurt where it has none, where they are a later count, or fill it up."""
    if best.killed is None and best.injured is None:
        best.take_numbers(other)
    elif has_risen(other) and not has_risen(best) and _most(other.killed) > _most(best.killed):
        injured, reason = best.injured, best.reasons.get("injured")
        best.take_numbers(other)
        if best.injured is None and injured is not None and reason is not None:
            best.injured, best.reasons["injured"] = injured, reason
    else:
        same = best.injured is None and best.killed == other.killed
        if same or (best.killed is None and other.killed is not None and other.injured is not None):
            best.take_numbers(other)


def _most(count: tuple[int | None, int | None] | None) -> int:
    return 0 if count is None else count[1] or 0


def _weight(m: Mention, reading: Reading) -> int:
    """How much the mention tells. A speaker's mention is worth less than the reporter's, the title's least."""
    told = 2 * bool(m.actors) + bool(m.targets) + 3 * (m.start is not None) + 2 * (m.killed is not None)
    if m.place is not None:
        told += 2 if m.broad else 3
    told -= (
        bool(m.tellers)
        + 2 * (m.article and m.start is None)
        + bool(GUESSES & {rule for rules in m.reasons.values() for rule in rules})
    )
    return told - 2 * headline(reading, m.first) - 8 * (m.first < reading.title_stop)
