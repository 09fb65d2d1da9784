"""Events: what happened, goes on, is planned or alleged, once each, at the mention that tells most.

Triggers are found by the pack's words (`triggers`), each gets its parties (`arguments`), place, date, toll and
status; tolls told beside an attack join it; then mentions of one event are merged.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final, Literal

from hudna.coding.events.arguments import read_arguments
from hudna.coding.events.details import hour_of, struck_of, weapon_of
from hudna.coding.events.marks import Marks
from hudna.coding.events.merging import merge
from hudna.coding.events.partyphrases import Phrase, Phrases
from hudna.coding.events.placing import Placing, share_places
from hudna.coding.events.status import read_status
from hudna.coding.events.timing import (
    DAY_OF_SENTENCE,
    SINCE,
    Timing,
    day_of_digest,
    open_ended,
    tell_days_back,
    tell_days_meanwhile,
    tell_days_of_causes,
    tell_days_on,
    tell_digest,
)
from hudna.coding.events.tolls import attack_of, give_tolls, one_victim, take_toll
from hudna.coding.events.triggers import MEANS, Mention, find_mentions
from hudna.coding.speech.contents import Contents
from hudna.coding.words.reading import Reading
from hudna.model import Event, PlaceMention, Span, Statement, Time, Toll
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

_IN_FRONT: Final = (["rule:place-before"], ["rule:place-of-sentence"])
"""Where a place was found that gives way to the one that an attack is told to have hit."""
_BROKEN: Final = 5
"""Tokens between a breach and the truce that it breaks."""
_MEANT: Final = frozenset(("rule:aim", "rule:purpose"))
_PURPOSES: Final = frozenset(("capture", "deployment", "withdrawal", "displacement", "evacuation"))
"""Types that are no events where they only say what for."""
_REPORT: Final = 2
"""From how many events told in full a text is a report: then what it only names is none of its events."""
_KNOWN: Final = frozenset(("ceasefire", "detention", "sanction"))
"""Types that are told as known to all: the truce, the sanctions."""
_SIDES: Final = frozenset(("clash", "bombing"))
"""Attacks whose dead are no targets: both sides have some, and a blast is aimed at nobody told."""
_CREW: Final = 4
"""Tokens between an aircraft shot down and the dead that were in it, where no verb of result stands between."""
_MANY_DEAD: Final = 10
_A_WAR: Final = 1000
_DETAILS: Final = {
    "agenda": "rule:purpose-of-meeting",
    "hour": "rule:clock-beside",
    "weapon": "rule:weapon-in-its-words",
    "struck": "rule:sort-of-target",
}
"""The rule behind each further field."""
_MONTHS: Final = timedelta(days=62)
"""From how many dead, in how long a time, a number is a sum."""
_HIT: Final = 12
"""Tokens behind an attack in which a verb tells what it hit."""
_MET_DEATH: Final = 14
"""Tokens between `met` and the death that several met: `met four persons of one family their death`."""
_LINE: Final = 6
"""Words in the shortest sentence that counts as printed again."""


def find_events(
    reading: Reading,
    *,
    times: Sequence[Time],
    places: Sequence[PlaceMention],
    statements: Sequence[Statement],
) -> tuple[Event, ...]:
    """Every event the text tells of, in the order of the text."""
    triggers = reading.at(Kind.TRIGGER)
    if not triggers:
        return ()
    sentences = {0}  # the first one may tell of which day the text is
    for i in triggers:
        number = reading.sentence[i]
        sentences.add(number)
        sentences.add(number + 1)  # where the dead of an attack may be told
    marks = Marks(reading, sentences)
    mentions = find_mentions(reading, marks, triggers, _names(reading, places))
    if not mentions:
        return ()
    context = _Context(reading, marks, times, places, statements)
    mentions = _unrepeated(reading, mentions)
    for k, m in enumerate(mentions):
        last = k
        while last + 1 < len(mentions) and _joined(reading, mentions[last], mentions[last + 1]):
            last += 1
        context.fill(m, mentions[k - 1] if k else None, mentions[last + 1] if last + 1 < len(mentions) else None)
    mentions = _told_by_verb(mentions, marks)
    tell_digest(mentions, day_of_digest(times, reading, marks))
    tell_days_of_causes(mentions, reading, marks)
    tell_days_on(mentions, reading, marks)
    tell_days_meanwhile(mentions, reading, marks)
    tell_days_back(mentions, reading, marks)
    give_tolls(reading, marks, mentions)
    for m in mentions:
        _end_count(m, reading)
        if m.killed is None and one_victim(reading, marks, m):
            m.killed = (1, 1)
            m.reasons["killed"] = ["rule:one-victim"]
    mentions = _absorb_tolls(reading, marks, mentions)
    attacked = {m.sentence for m in mentions if m.type in MEANS}
    merged = [m for m in merge(mentions, reading) if not _passing(m, bool(attacked), m.sentence in attacked)]
    if sum(_full(m) for m in merged) >= _REPORT:
        merged = [m for m in merged if not _empty(m) and not _untold(m)]
    merged.sort(key=lambda m: m.first)
    share_places(merged)
    return tuple(context.event(m) for m in merged)


class _Context:
    """What the rules look up: dates and places by token, who tells what."""

    def __init__(
        self,
        reading: Reading,
        marks: Marks,
        times: Sequence[Time],
        places: Sequence[PlaceMention],
        statements: Sequence[Statement],
    ) -> None:
        self.reading = reading
        self.marks = marks
        self.statements = statements
        self.told: set[int] = set()
        """The statements whose first event has been read."""
        self.contents = Contents(statements)
        self.timing = Timing(reading, marks, times, self.contents)
        self.placing = Placing(reading, marks, places)
        placed = set().union(*(reading.tokens_of(place.span) for place in places))
        self.phrases = Phrases(reading, marks, reading.dated, placed)

    def fill(self, m: Mention, before: Mention | None, after: Mention | None) -> None:
        """Give the mention its parties, place, date, toll and status."""
        r = self.reading
        first, stop = r.sentence_first(m.first), r.sentence_stop(m.first)
        floor = before.stop if before is not None and before.first >= first else first
        limit = after.first if after is not None and after.first < stop else stop
        read_arguments(self.phrases, m, floor, max(limit, m.stop), before)
        self.placing.place(m, floor, limit, first, stop)
        m.limit = limit
        self.timing.give(m, floor, limit, first, stop)
        if m.type == "agreement" and m.article and self._later(m):
            _undate(m)  # the day by which something is due under it
        if (m.type in MEANS or m.type == "killing") and self._later(m):
            _undate(m)  # the day of the page: fire is told when it has fallen
        m.tellers = self._tellers(m)
        told = [self.statements[k] for k in m.tellers]
        leads = not self.told.issuperset(m.tellers)
        self.told.update(m.tellers)
        m.status, rule = read_status(r, self.marks, m, told, later=self._later(m), leads=leads)
        m.reasons["status"] = [rule]
        if m.status in ("planned", "hypothetical") and self._of_another(m):
            _undate(m)
        if m.status == "happened" and self._later(m):
            _undate(m)  # what has been has no day to come: the page was printed then
        self._settle(m)
        open_ended(m)

    def _of_another(self, m: Mention) -> bool:
        """Whether the day of what has not been must be another event's: of the sentence, or past and told before it."""
        if m.reasons.get("start") == [DAY_OF_SENTENCE]:
            return True
        published = self.reading.published
        if published is None or m.end is None or m.end >= published:
            return False
        if m.type not in MEANS and m.reasons["status"] != ["rule:aim"]:
            return False  # "launched an attack in March in order to take the town"
        return self.timing.told_before(m)

    def _settle(self, m: Mention) -> None:
        """Let the day of the event correct what the words round it said of its status."""
        published = self.reading.published
        if published is None or m.start is None:
            return
        if m.status == "planned" and m.end is not None and m.end < published and m.reasons["status"][0] in _MEANT:
            m.status, m.reasons["status"] = "happened", ["rule:day-past"]
        elif m.type == "ceasefire" and m.status == "happened" and "end" in m.reasons and m.start <= published:
            over = m.end is not None and m.end < published
            m.status, m.reasons["status"] = (m.status, m.reasons["status"]) if over else ("ongoing", ["rule:in-force"])

    def _later(self, m: Mention) -> bool:
        published = self.reading.published
        return m.start is not None and published is not None and m.start > published

    def _tellers(self, m: Mention) -> tuple[int, ...]:
        """The statements whose content holds the trigger."""
        return self.contents.over(self.reading.span(m.first, m.stop))

    def event(self, m: Mention) -> Event:
        """The mention as an event of the record."""
        r = self.reading
        told_by: tuple[int, ...] | Literal["outlet"] = m.tellers or "outlet"
        killed, injured = _exact(m.killed), _exact(m.injured)
        toll = None
        if m.toll is not None and (m.groups or _vague(m.killed) or _vague(m.injured)):
            toll = Toll(text=r.span(*m.toll), killed=m.killed, injured=m.injured, groups=m.groups)
        agenda, struck = tuple(self._agenda(m)), struck_of(self.marks, m)
        hour, weapon = hour_of(r, self.marks, m, m.limit), weapon_of(r, self.marks, m, m.limit)
        why = self._why(m)
        if toll is not None:
            why["toll"] = why.get("killed") or why["injured"]
        for name, told in (("agenda", agenda), ("hour", hour), ("weapon", weapon), ("struck", struck)):
            if told:
                why[name] = (_DETAILS[name],)
        return Event(
            type=m.type,
            trigger=r.bare_span(m.first, m.stop),
            actors=tuple(self._party(*a) for a in m.actors),
            targets=tuple(self._party(*t) for t in m.targets),
            place=m.place,
            start=m.start,
            end=m.end,
            killed=killed,
            injured=injured,
            toll=toll,
            status=m.status,
            told_by=told_by,
            agenda=agenda,
            hour=hour,
            weapon=weapon,
            struck=struck,
            why=why,
        )

    def _party(self, first: int, stop: int) -> Span:
        """The words of a party; the "and" and the `li-` or `bi-` that join it to what stands before stay outside."""
        word = self.reading.words[first]
        if word.preposition and word.flags and not (word.preposition == L.LAM and word.article):
            return self.reading.bare_span(first, stop)
        span = self.reading.span(first, stop)
        return Span(span.start + 1, span.end) if word.conjunction else span

    def _why(self, m: Mention) -> dict[str, tuple[str, ...]]:
        """For each field that the mention tells, the rules and pack rows that gave it."""
        why = {"type": tuple(m.why), "trigger": tuple(m.why)}
        for name, rules in m.reasons.items():
            why[name] = tuple(rules)
        if m.end is not None and "end" not in why:
            why["end"] = why["start"]
        if m.injured is not None and "injured" not in why:
            why["injured"] = why["killed"]  # a toll told behind the attack
        if m.killed is None:
            why.pop("killed", None)
        why["told_by"] = ("rule:within-content",) if m.tellers else ("rule:outlet",)
        if m.where is not None:
            why["where"] = (*why["place"], *self.placing.places[m.where].why.get("name", ()))
        return why

    def _agenda(self, m: Mention) -> list[Span]:
        """What a planned meeting will deal with: the words behind `to discuss`."""
        if m.type != "meeting" or m.status != "planned":
            return []
        r = self.reading
        stop = r.sentence_stop(m.first)
        found = self.marks.first("purpose", r.sentence_first(m.first), stop)
        if found is None or not (r.words[found[0]].preposition or r.words[found[0]].future or found[0] < m.first):
            return []
        end = self.phrases.noun(found[1], stop)
        return [r.span(found[1], end)] if end > found[1] else []


def _names(reading: Reading, places: Sequence[PlaceMention]) -> set[int]:
    """The tokens of names of places: a word in one of them tells of no event."""
    return {i for place in places for i in reading.tokens_of(place.span)}


def _joined(reading: Reading, a: Mention, b: Mention) -> bool:
    """Whether two triggers are joined by "and", or all but touch: they share what follows."""
    gap = b.first - a.stop
    return a.sentence == b.sentence and (gap <= 1 or (gap <= 2 and reading.words[b.first].conjunction == L.WAW))


def _unrepeated(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Without the mentions in sentences that the text has printed before."""
    seen: dict[tuple[str, ...], int] = {}
    first_print: dict[int, bool] = {}
    for number in dict.fromkeys(m.sentence for m in mentions):
        first = reading.bounds[number]
        stop = reading.sentence_stop(first)
        while stop > first and not reading.is_word(stop - 1):
            stop -= 1
        words = tuple(reading.forms[first:stop])
        first_print[number] = len(words) < _LINE or seen.setdefault(words, number) == number
    return [m for m in mentions if first_print[m.sentence]]


def _told_by_verb(mentions: list[Mention], marks: Marks) -> list[Mention]:
    """Without the verbs that only say what an attack hit: `shelling that struck`, `raids targeted`."""
    out: list[Mention] = []
    for m in mentions:
        last = out[-1] if out else None
        if _met_no_end(m, marks):
            continue
        if last is not None and last.type == m.type == "killing" and _met_by(last, m, marks):
            _take_day(last, m)
            if last.place is None and m.place is not None:
                last.take_place(m, m.reasons["place"])
        elif last is not None and m.thrown:
            _throw(last, m)
            if last.place is None and m.place is not None:
                last.take_place(m, m.reasons["place"])
        elif last is not None and m.repelled:
            _add_parties(last, "actors", m.actors, m.reasons.get("actors", []))
            if last.place is None and m.place is not None:
                last.take_place(m, m.reasons["place"])
        elif last is not None and _only_hits(last, m):
            if not last.targets and m.targets:
                _add_parties(last, "targets", m.targets, m.reasons["targets"])
            elif not last.targets:
                _add_parties(last, "targets", [a for a in m.actors if a[0] >= m.stop], m.reasons.get("actors", []))
            if m.place is not None and (last.place is None or last.broad or last.reasons["place"] in _IN_FRONT):
                last.take_place(m, m.reasons["place"])
            _take_day(last, m)
        elif last is None or not _broken(last, m):
            out.append(m)
    return out


def _end_count(m: Mention, reading: Reading) -> None:
    """Let what has been counted since a day end on the day of the report: `ten were killed since June`."""
    if m.type != "killing" or m.killed is None or m.status != "happened" or m.reasons.get("end") != [SINCE]:
        return
    if m.end is None and m.start is not None and reading.published is not None and m.start <= reading.published:
        m.end = reading.published
        m.reasons["end"] = ["rule:counted-until-now"]


def _take_day(into: Mention, m: Mention) -> None:
    """Give the mention the day that other words for the same event tell, where its own tell none."""
    if m.start is None or (into.start is not None and into.reasons.get("start") != [DAY_OF_SENTENCE]):
        return
    if m.reasons.get("start") != [DAY_OF_SENTENCE]:
        into.start, into.end = m.start, m.end
        for name in ("start", "end"):
            into.reasons.pop(name, None)
            if name in m.reasons:
                into.reasons[name] = m.reasons[name]


def _throw(verb: Mention, m: Mention) -> None:
    """Give a verb what is struck by the thing that it throws; its object, the thing or how many, is no target."""
    taken = [(m.first, m.stop), *m.targets]
    told = [] if "rule:object" in verb.reasons.get("targets", ()) else verb.targets
    verb.targets = [t for t in told if all(t[1] <= first or stop <= t[0] for first, stop in taken)]
    if not verb.targets:
        verb.reasons.pop("targets", None)
    _add_parties(verb, "targets", m.targets, m.reasons.get("targets", []))


def _add_parties(
    into: Mention, field: Literal["actors", "targets"], phrases: Sequence[Phrase], reasons: Sequence[str]
) -> None:
    """Give the mention the parties that it does not have yet, and the reasons for them."""
    told = into.actors if field == "actors" else into.targets
    new = [phrase for phrase in phrases if phrase not in told]
    if new:
        told.extend(new)
        into.reasons[field] = list(dict.fromkeys([*into.reasons.get(field, []), *reasons]))


def _undate(m: Mention) -> None:
    """Take the day off a mention: it is another one's."""
    m.start = m.end = None
    for name in ("start", "end"):
        m.reasons.pop(name, None)


def _broken(breach: Mention, m: Mention) -> bool:
    """Whether the truce is only named as what a breach breaks."""
    if breach.type != "violation" or m.type not in ("ceasefire", "agreement"):
        return False
    return breach.sentence == m.sentence and m.first - breach.stop <= _BROKEN


def _passing(m: Mention, attacked: bool, beside: bool) -> bool:
    """Whether a mention tells too little to be an event of its own: it only speaks of one in passing."""
    if m.case and m.place is None and m.start is None and m.killed in (None, (1, 1)):
        return True
    if m.type == "destruction" and beside and m.place is None:
        return True  # what an attack told in its sentence has done
    if m.killed is not None or m.injured is not None:
        if m.start is not None and m.end is not None and m.end - m.start > _MONTHS:
            return False  # the dead of a year
        return m.row.cls == "toll" and bool(m.tellers) and attacked  # a speaker sums up the dead of told attacks
    unplaced = m.place is None and m.start is None
    if m.type == "killing" and unplaced and (not m.targets or (m.row.finite and m.row.inflect == "imperfect")):
        return True
    if m.type in _PURPOSES and m.reasons.get("status") == ["rule:purpose"]:
        return True  # what an attack or a move is for
    if m.type == "killing" and unplaced and m.row.cls == "toll" and m.row.inflect == "noun":
        return True  # killing in general
    if m.type == "agreement" and m.row.cls == "noun" and not m.actors and m.start is None:
        return True
    return unplaced and m.article and bool(m.tellers) and m.type not in _KNOWN and not _acted(m)


def _full(m: Mention) -> bool:
    """Whether a mention tells where and when, or where and who."""
    return m.place is not None and (m.start is not None or bool(m.actors or m.targets))


def _empty(m: Mention) -> bool:
    """Whether a fight has neither sides nor a day nor a place in a country, or fire nothing that it fell on."""
    if m.type == "clash":
        return not m.actors and not m.targets and m.start is None and (m.place is None or m.broad)
    return m.type == "shelling" and m.place is None and not m.targets


def _untold(m: Mention) -> bool:
    """Whether the text says of what did not happen, or may, no more than the word for it."""
    if m.start is not None or m.type == "meeting":
        return False  # who met whom, and denies it, is what people ask for
    if m.status == "denied":
        return m.type == "agreement" or m.place is None or m.broad
    return m.status == "hypothetical" and m.type in MEANS and m.type != "clash"


def _acted(m: Mention) -> bool:
    """Whether the words of a meeting themselves tell who met."""
    return m.type == "meeting" and bool(m.actors) and "rule:nearest-party" not in m.reasons.get("actors", ())


def _met_no_end(m: Mention, marks: Marks) -> bool:
    """Whether what somebody met is not their death: `the delegation met with a welcome`."""
    if m.type != "killing" or m.stop - m.first > 1 or "meets" not in marks.of(m.first):
        return False
    return marks.first("itsend", m.stop, m.stop + _MET_DEATH) is None


def _met_by(verb: Mention, m: Mention, marks: Marks) -> bool:
    """Whether the death is what the verb before it says that somebody met: `four of them met their death`."""
    if m.sentence != verb.sentence or not 0 < m.first - verb.stop <= _MET_DEATH or m.row.cls != "toll":
        return False
    return "meets" in marks.of(verb.first) and "itsend" in marks.of(m.first)


def _only_hits(attack: Mention, m: Mention) -> bool:
    if m.row.cls != "verb" or not m.hits or attack.type not in MEANS:
        return False
    return attack.sentence == m.sentence and m.first - attack.stop <= _HIT


def _absorb_tolls(reading: Reading, marks: Marks, mentions: list[Mention]) -> list[Mention]:
    """Deaths told beside an attack are the attack's, not an event of their own.

    Beside: in its sentence; or in the next one, where that tells no place and no day of its own.
    """
    means: dict[int, list[Mention]] = {}
    downed: dict[int, list[Mention]] = {}
    for m in mentions:
        if m.type in MEANS:
            means.setdefault(m.sentence, []).append(m)
        elif m.type == "destruction" and _of_aircraft(marks, m):
            downed.setdefault(m.sentence, []).append(m)
    out: list[Mention] = []
    for m in mentions:
        if m.row.cls == "toll":
            near = [attack for attack in means.get(m.sentence, ()) if attack is not m]
            attack = attack_of(reading, marks, near, m.first)
            if attack is not None and _too_many(attack, m):
                m.take_numbers(attack)
                attack.killed = attack.injured = attack.toll = None
                attack.groups = {}
                attack.reasons.pop("killed", None)
                attack.reasons.pop("injured", None)
            elif attack is not None:
                if attack.type not in _SIDES:
                    _add_parties(attack, "targets", m.targets, m.reasons.get("targets", []))
                take_toll(attack, m)
                if attack.start is None and m.first < attack.first and not m.tellers:
                    _take_day(attack, m)  # "on Sunday ten were killed by shells"
                if _sums_up(attack, m):
                    attack.type, attack.row, attack.first, attack.stop = m.type, m.row, m.first, m.stop
                    attack.why, attack.status, attack.reasons["status"] = m.why, m.status, m.reasons["status"]
                    if attack.start is None:
                        attack.start, attack.end, attack.reasons["start"] = m.start, m.end, m.reasons["start"]
                continue
            crashed = _crashed(marks, downed.get(m.sentence, ()), m)
            if crashed is not None:
                take_toll(crashed, m)
                continue
            earlier = means.get(m.sentence - 1) or means.get(m.sentence - 2)
            if m.type == "killing" and not m.place and not m.start and earlier:
                take_toll(earlier[-1], m)
                continue
        out.append(m)
    return out


def _crashed(marks: Marks, downed: Sequence[Mention], m: Mention) -> Mention | None:
    """The aircraft shot down that the dead of `m` were in: told before it, with a verb of result or `and` between."""
    if m.type == "killing":
        for other in downed:
            near = 0 <= m.first - other.stop <= _CREW
            if near or (other.stop <= m.first and marks.first("led", other.stop, m.first) is not None):
                return other
    return None


def _of_aircraft(marks: Marks, m: Mention) -> bool:
    """Whether what is destroyed flies."""
    return "aircraft" in m.row.wanted | m.row.beside | marks.near(m.first, m.stop)


def _too_many(attack: Mention, m: Mention) -> bool:
    """Whether so many died that their number is a war's, and not the attack's that stands beside it."""
    if m.type != "killing" or attack.type == "clash" or attack.killed is None:
        return False
    return (attack.killed[0] or 0) >= _A_WAR


def _sums_up(attack: Mention, m: Mention) -> bool:
    """Whether the dead of months of attacks are summed up: what is told is their number, and not one attack."""
    if attack.killed is None or (attack.killed[0] or 0) < _MANY_DEAD or m.type != "killing":
        return False
    start = attack.start or m.start
    end = attack.end if attack.start is not None else m.end
    if start is None:
        return False
    return end is None or end - start > _MONTHS


def _exact(count: tuple[int | None, int | None] | None) -> int | None:
    return count[0] if count is not None and count[0] == count[1] else None


def _vague(count: tuple[int | None, int | None] | None) -> bool:
    return count is not None and count[0] != count[1]
