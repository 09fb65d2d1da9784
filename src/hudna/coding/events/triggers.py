"""Which words of a text tell of an event, and of what type."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import date
from typing import Final

from hudna.coding.events.marks import Marks
from hudna.coding.events.senses import another_word, definite, is_deed
from hudna.coding.words.reading import Reading
from hudna.model.findings import EventType, Status
from hudna.model.spans import Span
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.events import Trigger
from hudna.text import letters as L

_BESIDE: Final = 3
_VERB_WEAPON, _NOUN_WEAPON = 12, 7
"""Tokens behind a verb or noun of attack in which its weapon is named."""
_CASE: Final = 3
"""Tokens before a noun in which a word stands that makes it the name of a case."""
_NAMED: Final = frozenset(("masdar", "noun", "toll"))
_SUBJECT: Final = 7
"""Tokens of a verb of saying and its subject."""
_BEFORE, _AFTER = 4, 8
"""How far from a trigger, in tokens, the words that it needs may stand."""
MEANS: Final = frozenset(("shelling", "air_strike", "clash", "bombing", "shooting", "chemical_attack"))
"""Types that tell of an attack and its means."""
_PLACES: Final = frozenset(("territory", "settled", "site", "place"))
_HOLDERS: Final = frozenset(("envoy",))
_BODIES: Final = frozenset(("council",))
_FIELDS: Final[dict[str, str]] = {
    **dict.fromkeys(("meeting", "clash", "sanction", "agreement", "shelling", "capture", "shooting"), "sport"),
    "killing": "accident",
}
"""Words of which field show that a word of the type is meant otherwise."""
_BY_WEAPON: Final[dict[str, EventType]] = {"air": "air_strike", "gas": "chemical_attack", "bomb": "bombing"}
"""What an assault with the weapon is; with artillery it stays an assault."""
_WEAPONS: Final = frozenset(("air", "artillery", "gas", "bomb"))
_ANY_ATTACK: Final = frozenset(("assault", "strike"))
"""Nouns that may name an attack of any means."""
_MET: Final = 9
"""Tokens between a verb of meeting and what is met for."""
_ROUND: Final = 3
"""Tokens between a meeting and the talks that it belongs to."""
_SPORTS: Final = 4
"""Words of sport from which on a text is about it."""
_REPELLED: Final = 8
"""Tokens behind a word of defence, or an attack, in which the attack beaten back, or the weapon, is named."""
_ATTACKED: Final = frozenset(("attack",))
_SENT: Final = 4
"""Tokens between a verb of sending and the forces that it sends."""
_GROUND: Final = frozenset(("artillery", "ground"))
"""Words in a phrase of fire that say it is from the ground."""
_FLYING: Final = frozenset(("aircraft",))
"""What is shot down."""
_THROWN: Final = frozenset(("barrel", "grenade", "projectile"))
"""Things that are thrown or fired."""
_OBJECT: Final = 3
"""Tokens between a verb and its object."""
_SOON: Final = 2
"""Sentences within which bare fire is the attack told before."""
_ATTACKERS: Final = frozenset(("force", "troops", "air", "artillery", "police"))
_MAKER: Final = 3
"""Tokens before an assault in which the aircraft are named that make it."""
_SHOT: Final = 10
"""Tokens behind the dead in which the bullets that killed them are told."""
_CAPTIVE: Final = frozenset(("captive", "captivesonly"))
_CAPTIVES: Final = 8
"""Tokens behind a release in which the captives are named."""
_OPENING: Final = frozenset("(«")
_QUOTED: Final = frozenset("«\"“”'‘")
_UNQUOTED: Final = frozenset("»\"”“'’")
_NAME: Final = 4
"""Tokens of the name in quotation marks that an operation has."""
_MADE: Final = 5
"""Tokens behind a noun in which a relative clause says who did it."""
_SUBJECTS: Final = frozenset(("air", "artillery", "police"))
_ATTACKER: Final = 2
"""Tokens behind a verb in which its subject begins."""


class Mention:
    """One place where the text tells of an event. Filled step by step, then merged with others."""

    __slots__ = (
        "actors",
        "article",
        "broad",
        "by_phone",
        "case",
        "end",
        "first",
        "groups",
        "hit_by",
        "hits",
        "injured",
        "killed",
        "limit",
        "other_time",
        "place",
        "pronoun",
        "reach",
        "reasons",
        "repelled",
        "row",
        "sentence",
        "start",
        "status",
        "stop",
        "targets",
        "tellers",
        "thrown",
        "toll",
        "type",
        "where",
        "why",
    )

    def __init__(
        self,
        *,
        first: int,
        stop: int,
        type: EventType,
        row: Trigger,
        why: list[str],
        sentence: int,
        article: bool,
        pronoun: bool,
    ) -> None:
        self.first = first
        self.stop = stop
        self.type: EventType = type
        self.row = row
        self.why = why
        self.sentence = sentence
        self.article = article
        self.pronoun = pronoun
        self.actors: list[tuple[int, int]] = []
        self.targets: list[tuple[int, int]] = []
        self.hits = False
        """Whether the word says what an attack struck (`targeted`, `reached`)."""
        self.case = False
        """Whether the word only names a case: the trial, inquiry or anniversary of it is what the text tells."""
        self.hit_by = -1
        """The token of the verb that this attack is the subject of (`raids hit the town`); -1: none."""
        self.thrown = False
        """Whether it is the thing that the verb before it throws or fires: what it hits is what the verb hits."""
        self.other_time = False
        """Whether its sentence begins with a time that is no day: `some days ago`."""
        self.repelled = False
        """Whether it is the attack that the word before it tells to have been beaten back."""
        self.by_phone = False
        """Whether a meeting is a call."""
        self.limit = 0
        """The token at which the words of the next event begin."""
        self.reach = 0
        """The token behind the last one that was read as part of it."""
        self.place: Span | None = None
        self.where: int | None = None
        """Which of the text's places it is."""
        self.broad = False
        """Whether the place is a country or region, in which other places may lie."""
        self.start: date | None = None
        self.end: date | None = None
        self.killed: tuple[int | None, int | None] | None = None
        self.injured: tuple[int | None, int | None] | None = None
        self.toll: tuple[int, int] | None = None
        self.groups: dict[str, int] = {}
        """Children and women among the victims, where they are counted apart."""
        self.status: Status = "happened"
        self.tellers: tuple[int, ...] = ()
        """The statements in whose content it stands."""
        self.reasons: dict[str, list[str]] = {}

    @property
    def verb(self) -> bool:
        """Whether the word is a finite verb here."""
        return self.row.cls == "verb" and not self.article

    def take_place(self, other: Mention, rules: Sequence[str]) -> None:
        """Have the place of another mention."""
        self.place, self.where, self.broad = other.place, other.where, other.broad
        self.reasons["place"] = list(rules)

    def take_numbers(self, other: Mention) -> None:
        """Have the dead and hurt of another mention, and its reasons for them."""
        self.killed, self.injured, self.toll, self.groups = other.killed, other.injured, other.toll, other.groups
        for name in ("killed", "injured"):
            self.reasons.pop(name, None)
            if name in other.reasons:
                self.reasons[name] = other.reasons[name]


def find_mentions(reading: Reading, marks: Marks, triggers: Sequence[int], names: Set[int]) -> list[Mention]:
    """Every place of the text that tells of an event, in order; longer phrases hide the words in them.

    `triggers` are the tokens where a word that may tell of one begins; `names` those that belong to names: they don't.
    """
    hidden = marks.spans("not")
    fields = _fields(marks)
    out: list[Mention] = []
    covered, k = 0, 0
    for i in triggers:
        if i < covered or i in names:
            continue
        while k < len(hidden) and hidden[k][1] <= i:
            k += 1
        if k < len(hidden) and hidden[k][0] <= i:
            continue
        mention = _mention(reading, marks, i, fields)
        if mention is not None and not _of_an_attack(reading, marks, mention):
            out.append(mention)
            covered = mention.stop
    last: Mention | None = None
    named: dict[str, Mention] = {}
    for mention in out:
        _retype(marks, reading, mention)
        kind = "strike" if "strike" in marks.of(mention.first) else ""
        before = named.get(kind, last) if mention.article else last
        if before is not None and before.type in MEANS:
            _as_told_before(reading, marks, mention, before)
        if mention.type in MEANS and (not mention.hits or "rule:weapon" in mention.why):
            last = mention
            if kind and not mention.article:
                named[kind] = mention
    _as_exchanged(reading, marks, out)
    return _one_attack(reading, marks, out)


def _fields(marks: Marks) -> Set[str]:
    """The fields, other than conflict, that the text as a whole is about: sport, an accident."""
    sport = accident = forces = 0
    for classes in marks.classes:
        if "force" in classes:
            forces += 1
        elif "match" in classes or "market" in classes:
            sport += 1  # a market has its sessions and deals, as a league has its meetings
        elif "accident" in classes:
            accident += 1
    fields = set()
    if sport >= max(_SPORTS, forces):
        fields.add("sport")
    if accident >= max(_SPORTS, forces):
        fields.add("accident")
    return fields


def _as_exchanged(reading: Reading, marks: Marks, mentions: list[Mention]) -> None:
    """Have captives let go in a text that tells of an exchange, or of a deal on one, exchanged: none is freed alone."""
    if not any(m.type == "exchange" for m in mentions):
        return
    for m in mentions:
        if m.type == "detention" and ("release" in marks.of(m.first) or "freed" in m.row.wanted):
            stop = min(m.stop + _CAPTIVES, reading.sentence_stop(m.first))
            if marks.near(m.stop, stop) & _CAPTIVE:
                m.type = "exchange"
                m.why.append("rule:under-a-deal")


def _as_told_before(reading: Reading, marks: Marks, m: Mention, last: Mention) -> None:
    """Give an attack that points back, or whose attacker is the one told before, the type of the attack before it."""
    if m.type == last.type or last.type == "chemical_attack" or "rule:weapon" in m.why or m.first < reading.title_stop:
        return
    if m.article and m.stop == m.first + 1 and _may_point_back(marks, m, last) and not _made_by(reading, marks, m):
        m.type = last.type  # "the attack": the blast told before
        m.why.append("rule:as-told-before")
    elif m.row.cls != "verb" and "another" in marks.of(m.stop) and marks.of(m.first) & _ANY_ATTACK:
        m.type = last.type
        m.why.append("rule:as-told-before")
    elif m.verb and m.type == "shelling" and _tells_hit(reading, marks, m, last):
        m.hits = True
    elif m.type == "shelling" and last.type == "air_strike" and _goes_on(reading, marks, m, last):
        m.type = last.type
        m.why.append("rule:attacker-told-before")


def _tells_hit(reading: Reading, marks: Marks, m: Mention, last: Mention) -> bool:
    """Whether the subject of a verb of fire is the attack told right before it: `raids near the town shelled ...`."""
    if last.row.cls not in ("noun", "masdar") or m.sentence != last.sentence or m.first - last.stop > _REPELLED:
        return False
    if reading.words[m.first].conjunction or "also" in marks.of(m.first - 1):
        return False
    stop = min(m.stop + _ATTACKER, reading.sentence_stop(m.first))
    return not marks.near(m.stop, stop) & _SUBJECTS


def _may_point_back(marks: Marks, m: Mention, last: Mention) -> bool:
    """Whether a noun with the article may be the attack before it: one of any means, or fire behind an air strike."""
    if marks.of(m.first) & _ANY_ATTACK:
        return True
    if last.type != "air_strike" or m.sentence - last.sentence > _SOON:
        return False
    return "bombardment" in marks.of(m.first) and "adj" not in marks.of(m.stop)


def _made_by(reading: Reading, marks: Marks, m: Mention) -> bool:
    """Whether a relative clause right behind the noun says who made the attack: `the attack that X has launched`."""
    stop = min(m.stop + _MADE, reading.sentence_stop(m.first))
    found = marks.first("support", m.stop, stop)
    return found is not None and bool(reading.words[found[0]].pronoun)


def _goes_on(reading: Reading, marks: Marks, m: Mention, last: Mention) -> bool:
    """Whether a verb or noun of fire has the attacker told before: joined by "and", and no other subject behind it."""
    if m.sentence - last.sentence > 1:
        return False
    word = reading.words[m.first]
    if m.row.cls == "verb":
        if m.article or (word.conjunction != L.WAW and "also" not in marks.of(m.first - 1)):
            return False
    else:
        return bool(word.pronoun)
    stop = min(m.stop + _ATTACKER, reading.sentence_stop(m.first))
    return not marks.near(m.stop, stop) & _ATTACKERS and not _kind_near(
        reading, Kind.BODY, m.stop, m.stop, m.stop, stop
    )


def _of_an_attack(reading: Reading, marks: Marks, m: Mention) -> bool:
    """Whether a verb only says what an attack told before has hit: `the operation targeted`."""
    if not m.hits or not m.verb or m.stop >= len(reading) or reading.flags[m.stop] & Kind.TRIGGER:
        return False
    return reading.words[m.stop].article and bool(marks.of(m.stop) & _ANY_ATTACK)


def _one_attack(reading: Reading, marks: Marks, mentions: list[Mention]) -> list[Mention]:
    """Without the nouns that only say with what a verb attacks: `targeted with several raids`."""
    out: list[Mention] = []
    for m in mentions:
        last = out[-1] if out and out[-1].sentence == m.sentence else None
        if (
            last is not None
            and last.row.cls == "verb"
            and last.type in MEANS
            and m.type in MEANS
            and m.row.cls != "verb"
            and m.first - last.stop <= 2
            and (reading.words[m.first].preposition == L.BEH or reading.words[m.first - 1].preposition == L.BEH)
        ):
            last.type = m.type
            last.why.append("rule:with-what")
            continue
        if last is not None and last.type == m.type == "killing" and m.first == last.stop and m.row.cls == "toll":
            continue  # "were killed and fell": the same dead
        if last is not None and last.verb and last.type == m.type and _is_object(marks, last, m):
            m.thrown = True  # "dropped barrel bombs"
        elif last is not None and _is_sent(last, m):
            continue  # "sends reinforcements"
        elif last is not None and _is_repelled(last, m):
            m.repelled = True  # "beat back an attack"
        elif last is not None and _is_weapon(reading, last, m):
            continue  # "fire from the air with barrel bombs"
        if (
            last is not None
            and last.type == m.type == "meeting"
            and reading.words[m.first].preposition == L.LAM
            and m.row.cls != "verb"
            and m.first - last.stop <= (_ROUND if last.row.cls == "noun" else _MET)
        ):
            continue  # "a round of the dialogue", "met to consult"
        if last is not None and last.type == m.type == "bombing" and m.first == last.stop:
            last.stop = last.reach = m.stop  # "exploded a car bomb"
            continue
        if last is not None and _strikes(last) and _is_attack(m) and m.first == last.stop:
            m.why.append("rule:what-hit")  # "raids" in "hit raids the town": behind it stands what they hit
            m.hit_by = last.first
            out[-1] = m
            continue
        out.append(m)
    return out


def _is_sent(verb: Mention, m: Mention) -> bool:
    """Whether a noun names the forces that the word before it sends."""
    if verb.type != "deployment" or m.type != "deployment" or verb.row.cls == "noun" or m.row.cls != "noun":
        return False
    return m.first - verb.stop <= _SENT


def _is_repelled(verb: Mention, m: Mention) -> bool:
    """Whether an attack is what the word before it tells to have been beaten back."""
    if m.type != "clash" or verb.type != "clash" or m.first - verb.stop > _REPELLED:
        return False
    return bool(_ATTACKED & (verb.row.wanted | verb.row.beside))


def _is_weapon(reading: Reading, attack: Mention, m: Mention) -> bool:
    """Whether a noun only says with what the attack told before it was made."""
    if attack.type not in MEANS or m.type not in MEANS or m.row.cls != "noun" or m.row.first != "none":
        return False
    if m.first - attack.stop > _REPELLED:
        return False
    if reading.words[m.first].preposition == L.BEH:
        return True
    return bool(reading.flags[m.first - 1] & Kind.NUMBER) and reading.words[m.first - 1].preposition == L.BEH


def _is_object(marks: Marks, verb: Mention, m: Mention) -> bool:
    """Whether a noun is the thing that the verb before it needs, and so no event beside it."""
    if m.row.cls == "verb" or m.first - verb.stop > _OBJECT:
        return False
    return bool((verb.row.wanted | verb.row.beside) & _THROWN & marks.near(m.first, m.stop))


def _strikes(m: Mention) -> bool:
    """Whether a verb says what the attack behind it hit or destroyed: `raids destroyed`, `raids hit`."""
    return m.verb and (m.hits or m.type == "destruction")


def _is_attack(m: Mention) -> bool:
    return m.type in MEANS and m.row.cls in ("noun", "masdar")


def _mention(reading: Reading, marks: Marks, i: int, fields: Set[str]) -> Mention | None:
    word = reading.words[i]
    for stop, entry in _entries(reading, marks, i):
        row = entry.row
        if not isinstance(row, Trigger) or (stop == i + 1 and another_word(reading, i, row)):
            continue
        if _fits(reading, marks, i, stop, row) and not _of_another_field(reading, marks, i, stop, row, fields):
            m = Mention(
                first=i,
                stop=stop,
                type=row.type,
                row=row,
                why=["rule:trigger", entry.why],
                sentence=reading.sentence[i],
                article=definite(word, row),
                pronoun=bool(word.pronoun),
            )
            m.hits = "hits" in marks.of(i)
            m.by_phone = row.type == "meeting" and "phone" in marks.near(i, stop + 2)
            m.case = row.cls in _NAMED and "case" in marks.near(max(reading.sentence_first(i), i - _CASE), i)
            m.reach = stop
            return m
    return None


def _of_another_field(reading: Reading, marks: Marks, i: int, stop: int, row: Trigger, fields: Set[str]) -> bool:
    """Whether sport, or an accident, is what the words round the trigger speak of."""
    field_ = _FIELDS.get(row.type)
    if field_ is None:
        return False
    if field_ in fields:
        return True
    first = max(reading.sentence_first(i), i - _AFTER)
    last = min(reading.sentence_stop(i), stop + 2 * _AFTER)
    near = marks.near(first, last)
    if field_ not in near:
        return False
    return field_ != "accident" or not (near & _WEAPONS or _attacked(reading, first, last))


def _attacked(reading: Reading, first: int, last: int) -> bool:
    """Whether a word of attack stands among the tokens: `the collapse of a house after raids`."""
    for k in range(first, last):
        if reading.flags[k] & Kind.TRIGGER:
            for entry in reading.words[k].entries:
                if isinstance(entry.row, Trigger) and entry.row.type in MEANS and not entry.row.needs:
                    return True
    return False


def _entries(reading: Reading, marks: Marks, i: int) -> list[tuple[int, Entry]]:
    """The triggers that may begin at `i`, the longest first; the noun before the verb where the text says noun."""
    found = [(stop, entry) for stop, entry in reading.phrases.get(i, ()) if entry.kind & Kind.TRIGGER]
    single = [(i + 1, entry) for entry in reading.words[i].entries if entry.kind & Kind.TRIGGER]
    if len(single) > 1 and _nominal(reading, marks, i):
        single.sort(key=lambda item: isinstance(item[1].row, Trigger) and item[1].row.finite)
    return found + single


def _nominal(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether what stands beside a word that may be noun or verb says noun."""
    word = reading.words[i]
    if word.preposition or word.pronoun or i == 0:
        return True
    if reading.flags[i - 1] & (Kind.FUNCTION | Kind.VERB | Kind.NUMBER) and not word.conjunction:
        return not reading.flags[i - 1] & Kind.COMPLEMENTISER
    if marks.of(i - 1) & {"support", "suffer", "ongoing", "able", "led"} or _said_of(reading, i):
        return True
    if i + 1 >= len(reading):
        return False
    following = reading.words[i + 1]
    if following.preposition == L.LAM and following.flags:
        return True  # "a shelling of the regime's forces"
    return "adj" in marks.of(i + 1) or "upon" in marks.of(i + 1)


def _said_of(reading: Reading, i: int) -> bool:
    """Whether a verb of saying, its subject and perhaps its place stand right before: what is said of is a noun."""
    for k in range(i - 1, max(reading.sentence_first(i), i - _SUBJECT) - 1, -1):
        if not reading.forms[k][0].isalpha() or reading.flags[k] & Kind.COMPLEMENTISER:
            return False
        if reading.flags[k] & Kind.FUNCTION and not (k < i - 1 and reading.flags[k + 1] & Kind.PLACE):
            return False
        if reading.flags[k] & Kind.CUE_VERB and not reading.words[k].article:
            return k < i - 1
    return False


def _fits(reading: Reading, marks: Marks, i: int, stop: int, row: Trigger) -> bool:
    """Whether the words that the row needs stand near, and the ones it bars don't."""
    word = reading.words[i]
    if not is_deed(reading, marks, i, stop, row):
        return False
    if not row.needs:
        return True
    if "the" in row.unwanted and (definite(word, row) or word.pronoun):
        return False
    first = reading.sentence_first(i)
    wide = row.type == "capture"  # who and what stand far apart: "regained, on Monday night, control of"
    if not word.pronoun:  # a pronoun may point further back
        first = max(first, i - (2 * _BEFORE if wide else _BEFORE))
    last = min(reading.sentence_stop(i), stop + _AFTER + (_BEFORE if wide else 0))
    near = marks.near(stop, last) | marks.near(first, i)
    if row.unwanted & near:
        return False
    if row.beside and not _beside(reading, marks, i, stop, row):
        return False
    if "number" in row.wanted and any(flag & Kind.NUMBER for flag in reading.flags[max(first, i - 2) : i + 3]):
        return True
    if not row.wanted or row.wanted & near:
        return True
    kinds = 0
    if row.wanted & _PLACES:
        kinds |= Kind.PLACE
    if row.wanted & _HOLDERS:
        kinds |= Kind.POST
    if row.wanted & _BODIES:
        kinds |= Kind.BODY
    return bool(kinds) and _kind_near(reading, kinds, first, i, stop, last)


def _beside(reading: Reading, marks: Marks, i: int, stop: int, row: Trigger) -> bool:
    """Whether one of the words that must stand right beside does: behind the trigger, or before it in its sentence."""
    last = min(stop + _BESIDE, reading.sentence_stop(i))
    if stop < last and reading.forms[stop][0] in _OPENING:
        last = min(last + 2, reading.sentence_stop(i))  # "the arrival of (800) refugees"
    if row.beside & marks.near(stop, last) or ("named" in row.beside and _named(reading, stop)):
        return True
    if row.beside & _PLACES:
        from_ = stop + (row.cls == "verb")  # right behind a verb stands who does it
        return _kind_near(reading, Kind.PLACE, from_, from_, from_, last)
    if row.cls not in ("verb", "participle"):
        return False
    return bool(row.beside & marks.near(max(reading.sentence_first(i), i - _BESIDE - 2), i))


def _named(reading: Reading, stop: int) -> bool:
    """Whether a name in quotation marks stands at `stop`: the operation "X"."""
    last = min(stop + _NAME + 2, len(reading))
    if stop >= last or reading.forms[stop] not in _QUOTED:
        return False
    return not _UNQUOTED.isdisjoint(reading.forms[stop + 2 : last])


def _kind_near(reading: Reading, kinds: int, first: int, i: int, stop: int, last: int) -> bool:
    """Whether a word of one of the kinds stands between `first` and `last`, the trigger itself left out."""
    flags = reading.flags
    return any(flag & kinds for flag in flags[first:i]) or any(flag & kinds for flag in flags[stop:last])


def _retype(marks: Marks, reading: Reading, m: Mention) -> None:
    """The weapon that is named beside a mention tells what kind of attack it was."""
    if (
        m.type == "destruction"
        and m.verb
        and not _shot_down(reading, marks, m)
        and "air" in marks.near(m.stop, min(reading.sentence_stop(m.first), m.stop + 2))
    ):
        m.type = "air_strike"  # who destroys it flies
        m.why.append("rule:weapon")
        return
    if m.type == "killing" and m.row.cls == "toll" and _shot(reading, marks, m):
        m.type = "shooting"
        m.why.append("rule:weapon")
        return
    if m.type == "killing" and m.row.inflect == "noun" and m.row.cls == "toll":
        before = _weapons(reading, marks, max(reading.sentence_first(m.first), m.first - 4), m.first)
        if before and before[0] in ("air", "artillery"):  # "aircraft committed a massacre"
            m.type = "air_strike" if before[0] == "air" else "shelling"
            m.why.append("rule:weapon")
        return
    if m.type == "bombing" and m.row.cls == "noun" and m.stop == m.first + 1:
        for name in ("aircraft", "projectile"):
            if name in marks.of(m.stop):  # "the explosion of a rocket"
                m.type = "air_strike" if name == "aircraft" else "shelling"
                m.why.append("rule:weapon")
                return
    if m.type not in ("shelling", "clash", "agreement", "violation", "meeting"):
        return
    stop = min(reading.sentence_stop(m.first), m.stop + (_VERB_WEAPON if m.row.cls == "verb" else _NOUN_WEAPON))
    if "." in reading.forms[m.stop : stop]:
        stop = reading.forms.index(".", m.stop, stop)  # printed without a space behind it: no end of a sentence
    after = _weapons(reading, marks, m.stop, stop)
    if m.type == "agreement":
        if marks.first("stop", m.stop, min(stop, m.stop + 4)):
            m.type = "ceasefire"
            m.why.append("rule:agreement-on-truce")
        return
    if m.type == "shelling":
        if m.stop > m.first + 1 and marks.near(m.first, m.stop) & _GROUND:
            return  # "artillery fire", whatever flies beside it
        if not after and m.row.cls != "noun" and "gun" in marks.near(m.stop, stop):
            m.type = "shooting"
            m.why.append("rule:weapon")
            return
        before = _weapons(reading, marks, max(reading.sentence_first(m.first), m.first - 4), m.first)
        names = after or before
        if "gas" in after + before and "fuel" not in marks.near(max(0, m.first - 4), stop):
            m.type = "chemical_attack"
        elif names and names[0] == "air":
            m.type = "air_strike"
        elif names and names[0] == "bomb":
            m.type = "bombing" if m.hits else m.type
        if m.type != "shelling":
            m.why.append("rule:weapon")
    elif m.type == "clash" and "assault" in marks.of(m.first):
        for name in _weapons(reading, marks, m.stop, min(stop, m.stop + 4)) or _flown(reading, marks, m):
            if name in _BY_WEAPON:
                m.type = _BY_WEAPON[name]
                m.why.append("rule:weapon")
                return


def _shot(reading: Reading, marks: Marks, m: Mention) -> bool:
    """Whether the dead are told to have been shot: `with a bullet`, `by the fire of`."""
    for k in range(m.stop, min(m.stop + _SHOT, reading.sentence_stop(m.first))):
        if "gun" in marks.of(k) and L.BEH in (reading.forms[k][0], reading.forms[k - 1][0]):
            return True  # "with a bullet", "by the fire of a sniper"
        if reading.flags[k] & (Kind.VERB | Kind.TRIGGER):
            return False
    return False


def _flown(reading: Reading, marks: Marks, m: Mention) -> list[str]:
    """`air` where aircraft are who launches the assault: `the air force launched an assault on`."""
    first = max(reading.sentence_first(m.first), m.first - _MAKER)
    return ["air"] if m.row.cls == "noun" and "weapon:aircraft" in marks.near(first, m.first) else []


def _shot_down(reading: Reading, marks: Marks, m: Mention) -> bool:
    """Whether what flies is what the verb destroys, and not who does: `bombs that the aircraft drop`."""
    if not (m.row.wanted | m.row.beside) & _FLYING:
        return False
    return not (reading.words[m.first].pronoun and "aircraft" in marks.of(m.stop))


def _on_the_ground(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether a word of the air only describes the word before it: `air defences`, `the fighting factions`."""
    before = marks.of(i - 1) if i > 0 else frozenset()
    if "force" in before and "aircraft" in marks.of(i):
        return bool(reading.words[i].article and reading.words[i - 1].article)
    return "defence" in before


def _weapons(reading: Reading, marks: Marks, first: int, stop: int) -> list[str]:
    """The weapons named in the stretch, in order."""
    out: list[str] = []
    for name in _WEAPONS:
        found = marks.first(name, first, stop)
        while found and name == "air" and _on_the_ground(reading, marks, found[0]):
            found = marks.first(name, found[1], stop)
        if found:
            out.append(f"{found[0]:06d}{name}")
    return [item[6:] for item in sorted(out)]
