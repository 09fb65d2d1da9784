"""Which words of a text tell of an event, and of what type."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from hudna.coding.marks import Marks
from hudna.coding.reading import Reading
from hudna.model.findings import EventType, Status
from hudna.model.spans import Span
from hudna.packs.lexicon import Entry, Kind, Word
from hudna.packs.tables.events import Trigger
from hudna.text import letters as L

_COMPLEMENTISER: Final = Kind.COMPLEMENTISER
_CUE_VERB: Final = Kind.CUE_VERB
_FUNCTION: Final = Kind.FUNCTION
_NUMBER: Final = Kind.NUMBER
_PLACE: Final = Kind.PLACE
_POST: Final = Kind.POST
_BODY: Final = Kind.BODY
_VERB: Final = Kind.VERB
_TRIGGER: Final = Kind.TRIGGER
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


@dataclass(slots=True, kw_only=True)
class Mention:
    """One place where the text tells of an event. Filled step by step, then merged with others."""

    first: int
    stop: int
    type: EventType
    row: Trigger
    why: list[str]
    sentence: int
    article: bool
    pronoun: bool
    actors: list[tuple[int, int]] = field(default_factory=list)
    targets: list[tuple[int, int]] = field(default_factory=list)
    hits: bool = False
    """Whether the word says what an attack struck (`targeted`, `reached`)."""
    case: bool = False
    """Whether the word only names a case: the trial, inquiry or anniversary of it is what the text tells."""
    hit_by: int = -1
    """The token of the verb that this attack is the subject of (`raids hit the town`); -1: none."""
    limit: int = 0
    """The token at which the words of the next event begin."""
    reach: int = 0
    """The token behind the last one that was read as part of it."""
    place: Span | None = None
    where: int | None = None
    """Which of the text's places it is."""
    broad: bool = False
    """Whether the place is a country or region, in which other places may lie."""
    start: date | None = None
    end: date | None = None
    killed: tuple[int | None, int | None] | None = None
    injured: tuple[int | None, int | None] | None = None
    toll: tuple[int, int] | None = None
    groups: dict[str, int] = field(default_factory=dict)
    """Children and women among the victims, where they are counted apart."""
    status: Status = "happened"
    tellers: tuple[int, ...] = ()
    """The statements in whose content it stands."""
    reasons: dict[str, list[str]] = field(default_factory=dict)

    @property
    def verb(self) -> bool:
        """Whether the word is a finite verb here."""
        return self.row.cls == "verb" and not self.article


def find_mentions(reading: Reading, marks: Marks, triggers: Sequence[int], names: Set[int]) -> list[Mention]:
    """Every place of the text that tells of an event, in order; longer phrases hide the words in them.

    `triggers` are the tokens where a word that may tell of one begins; `names` those that belong to names: they don't.
    """
    hidden = marks.spans("not")
    out: list[Mention] = []
    covered, k = 0, 0
    for i in triggers:
        if i < covered or i in names:
            continue
        while k < len(hidden) and hidden[k][1] <= i:
            k += 1
        if k < len(hidden) and hidden[k][0] <= i:
            continue
        mention = _mention(reading, marks, i)
        if mention is not None:
            out.append(mention)
            covered = mention.stop
    for mention in out:
        _retype(marks, reading, mention)
    return _one_attack(reading, out)


def _one_attack(reading: Reading, mentions: list[Mention]) -> list[Mention]:
    """Without the nouns that only say with what a verb attacks: `targeted with several raids`."""
    out: list[Mention] = []
    for m in mentions:
        last = out[-1] if out else None
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
        if last is not None and last.hits and last.verb and _is_attack(m) and m.first == last.stop:
            m.why.append("rule:what-hit")  # "raids" in "hit raids the town": behind it stands what they hit
            m.hit_by = last.first
            out[-1] = m
            continue
        out.append(m)
    return out


def _is_attack(m: Mention) -> bool:
    return m.type in MEANS and m.row.cls in ("noun", "masdar")


def _mention(reading: Reading, marks: Marks, i: int) -> Mention | None:
    word = reading.words[i]
    for stop, entry in _entries(reading, marks, i):
        row = entry.row
        if not isinstance(row, Trigger) or (stop == i + 1 and _another_word(reading, i, row)):
            continue
        if _fits(reading, marks, i, stop, row) and not _of_another_field(reading, marks, i, stop, row):
            return Mention(
                first=i,
                stop=stop,
                type=row.type,
                row=row,
                why=["rule:trigger", entry.why],
                sentence=reading.sentence[i],
                article=_definite(word, row),
                pronoun=bool(word.pronoun),
                hits="hits" in marks.of(i),
                case=row.cls in _NAMED and "case" in marks.near(max(reading.sentence_first(i), i - _CASE), i),
                reach=stop,
            )
    return None


def _another_word(reading: Reading, i: int, row: Trigger) -> bool:
    """Whether the word only looks like the row's, with what was taken off it: social, a family, and so a seal."""
    word = reading.words[i]
    if row.finite:
        return False
    if word.conjunction == L.FEH:
        return True  # a noun seldom begins a sentence with `fa-`
    if word.pronoun == L.YEH:
        return not word.stem.endswith(L.TEH)  # an adjective: "social", not "my meeting"
    if word.pronoun == L.HEH:
        return reading.text[reading.tokens.span(i, i + 1).end - 1] == L.TEH_MARBUTA
    return False


def _of_another_field(reading: Reading, marks: Marks, i: int, stop: int, row: Trigger) -> bool:
    """Whether sport, or an accident, is what the words round the trigger speak of."""
    field_ = _FIELDS.get(row.type)
    if field_ is None:
        return False
    first = max(reading.sentence_first(i), i - _AFTER)
    return field_ in marks.near(first, min(reading.sentence_stop(i), stop + _AFTER))


def _entries(reading: Reading, marks: Marks, i: int) -> list[tuple[int, Entry]]:
    """The triggers that may begin at `i`, the longest first; the noun before the verb where the text says noun."""
    found = [(stop, entry) for stop, entry in reading.phrases.get(i, ()) if entry.kind & _TRIGGER]
    single = [(i + 1, entry) for entry in reading.words[i].entries if entry.kind & _TRIGGER]
    if len(single) > 1 and _nominal(reading, marks, i):
        single.sort(key=lambda item: isinstance(item[1].row, Trigger) and item[1].row.finite)
    return found + single


def _nominal(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether what stands beside a word that may be noun or verb says noun."""
    word = reading.words[i]
    if word.preposition or word.pronoun or i == 0:
        return True
    if reading.flags[i - 1] & (_FUNCTION | _VERB | _NUMBER) and not word.conjunction:
        return not reading.flags[i - 1] & _COMPLEMENTISER
    if marks.of(i - 1) & {"support", "suffer", "ongoing", "able"} or _said_of(reading, i):
        return True
    if i + 1 >= len(reading):
        return False
    following = reading.words[i + 1]
    if following.preposition == L.LAM and following.flags:
        return True  # "a shelling of the regime's forces"
    return "adj" in marks.of(i + 1) or "upon" in marks.of(i + 1)


def _said_of(reading: Reading, i: int) -> bool:
    """Whether a verb of saying and its subject stand right before: what is said of is a noun."""
    for k in range(i - 1, max(reading.sentence_first(i), i - _SUBJECT) - 1, -1):
        if not reading.forms[k][0].isalpha() or reading.flags[k] & (_COMPLEMENTISER | _FUNCTION):
            return False
        if reading.flags[k] & _CUE_VERB and not reading.words[k].article:
            return k < i - 1
    return False


def _fits(reading: Reading, marks: Marks, i: int, stop: int, row: Trigger) -> bool:
    """Whether the words that the row needs stand near, and the ones it bars don't."""
    word = reading.words[i]
    if row.cls == "verb" and (_definite(word, row) or (word.preposition and stop == i + 1)):
        return False
    if not row.needs:
        return True
    if "the" in row.unwanted and (_definite(word, row) or word.pronoun):
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
    if "number" in row.wanted and any(flag & _NUMBER for flag in reading.flags[max(first, i - 2) : i + 3]):
        return True
    if not row.wanted or row.wanted & near:
        return True
    kinds = 0
    if row.wanted & _PLACES:
        kinds |= _PLACE
    if row.wanted & _HOLDERS:
        kinds |= _POST
    if row.wanted & _BODIES:
        kinds |= _BODY
    return bool(kinds) and _kind_near(reading, kinds, first, i, stop, last)


def _beside(reading: Reading, marks: Marks, i: int, stop: int, row: Trigger) -> bool:
    """Whether one of the words that must stand right beside does: behind the trigger, or before it in its sentence."""
    last = min(stop + _BESIDE, reading.sentence_stop(i))
    if row.beside & marks.near(stop, last):
        return True
    if row.beside & _PLACES:
        from_ = stop + (row.cls == "verb")  # right behind a verb stands who does it
        return _kind_near(reading, _PLACE, from_, from_, from_, last)
    if row.cls not in ("verb", "participle"):
        return False
    return bool(row.beside & marks.near(max(reading.sentence_first(i), i - _BESIDE - 2), i))


def _definite(word: Word, row: Trigger) -> bool:
    """Whether the word has the article, as a row of its own or taken off."""
    if row.cls == "verb" and row.like_article:
        return False  # a verb that begins so
    return word.article or word.stem.startswith(L.AL)


def _kind_near(reading: Reading, kinds: int, first: int, i: int, stop: int, last: int) -> bool:
    """Whether a word of one of the kinds stands between `first` and `last`, the trigger itself left out."""
    flags = reading.flags
    return any(flag & kinds for flag in flags[first:i]) or any(flag & kinds for flag in flags[stop:last])


def _retype(marks: Marks, reading: Reading, m: Mention) -> None:
    """The weapon that is named beside a mention tells what kind of attack it was."""
    if m.type not in ("shelling", "clash", "agreement", "violation", "meeting"):
        return
    stop = min(reading.sentence_stop(m.first), m.stop + (_VERB_WEAPON if m.row.cls == "verb" else _NOUN_WEAPON))
    after = _weapons(marks, m.stop, stop)
    if m.type == "agreement":
        if marks.first("truce", m.stop, min(stop, m.stop + 4)):
            m.type = "ceasefire"
            m.why.append("rule:agreement-on-truce")
        return
    if m.type == "shelling":
        before = _weapons(marks, max(reading.sentence_first(m.first), m.first - 4), m.first)
        names = after or before
        if "gas" in after + before:
            m.type = "chemical_attack"
        elif names and names[0] == "air":
            m.type = "air_strike"
        elif names and names[0] == "bomb":
            m.type = "bombing" if m.hits else m.type
        if m.type != "shelling":
            m.why.append("rule:weapon")
    elif m.type == "clash" and "assault" in marks.of(m.first):
        for name in _weapons(marks, m.stop, min(stop, m.stop + 4)):
            if name in _BY_WEAPON:
                m.type = _BY_WEAPON[name]
                m.why.append("rule:weapon")
                return


def _weapons(marks: Marks, first: int, stop: int) -> list[str]:
    """The weapons named in the stretch, in order."""
    out: list[str] = []
    for name in _WEAPONS:
        found = marks.first(name, first, stop)
        if found:
            out.append(f"{found[0]:06d}{name}")
    return [item[6:] for item in sorted(out)]
