"""Which words of a text tell of an event, and of what type."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from hudna.coding.marks import Marks
from hudna.coding.reading import Reading
from hudna.model.findings import EventType, Status
from hudna.model.spans import Span
from hudna.packs.lexicon import Entry, Kind, Word
from hudna.packs.tables.events import Trigger
from hudna.text import letters as L

_COMPLEMENTISER = Kind.COMPLEMENTISER
_CUE_VERB = Kind.CUE_VERB
_FUNCTION = Kind.FUNCTION
_NUMBER = Kind.NUMBER
_PLACE = Kind.PLACE
_VERB = Kind.VERB
_TRIGGER = Kind.TRIGGER
_BESIDE = 3
_SUBJECT = 7
"""Tokens of a verb of saying and its subject."""
_BEFORE, _AFTER = 4, 8
"""How far from a trigger, in tokens, the words that it needs may stand."""
MEANS = frozenset(("shelling", "air_strike", "clash", "bombing", "shooting", "chemical_attack"))
"""Types that tell of an attack and its means."""
_PLACES = frozenset(("territory", "settled", "site"))
_BY_WEAPON: dict[str, EventType] = {"air": "air_strike", "gas": "chemical_attack", "bomb": "bombing"}
"""What an assault with the weapon is; with artillery it stays an assault."""
_WEAPONS = frozenset(("air", "artillery", "gas", "bomb"))


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
    status: Status = "happened"
    tellers: tuple[int, ...] = ()
    """The statements in whose content it stands."""
    reasons: dict[str, list[str]] = field(default_factory=dict)

    @property
    def verb(self) -> bool:
        """Whether the word is a finite verb here."""
        return self.row.cls == "verb" and not self.article


def find_mentions(reading: Reading, marks: Marks) -> list[Mention]:
    """Every place of the text that tells of an event, in order; longer phrases hide the words in them."""
    hidden = marks.spans("not")
    out: list[Mention] = []
    covered, k = 0, 0
    for i in reading.at(_TRIGGER):
        if i < covered:
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
        out.append(m)
    return out


def _mention(reading: Reading, marks: Marks, i: int) -> Mention | None:
    word = reading.words[i]
    for stop, entry in _entries(reading, marks, i):
        row = entry.row
        if isinstance(row, Trigger) and _fits(reading, marks, i, stop, row):
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
                reach=stop,
            )
    return None


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
    return i + 1 < len(reading) and "adj" in marks.of(i + 1)


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
    if "the" in row.unwanted and _definite(word, row):
        return False
    first = reading.sentence_first(i)
    if not word.pronoun:  # a pronoun may point further back
        first = max(first, i - _BEFORE)
    last = min(reading.sentence_stop(i), stop + _AFTER)
    near = marks.near(stop, last) | marks.near(first, i)
    if row.unwanted & near:
        return False
    if row.beside and not row.beside & (marks.near(stop, stop + _BESIDE) | marks.near(max(first, i - _BESIDE - 2), i)):
        return False
    if "number" in row.wanted and any(flag & _NUMBER for flag in reading.flags[max(first, i - 2) : i + 3]):
        return True
    return (
        not row.wanted or bool(row.wanted & near) or (bool(row.wanted & _PLACES) and _place_near(reading, first, last))
    )


def _definite(word: Word, row: Trigger) -> bool:
    """Whether the word has the article, as a row of its own or taken off."""
    if row.cls == "verb" and row.word.startswith(L.AL):
        return False  # a verb whose root begins so
    return word.article or word.stem.startswith(L.AL)


def _place_near(reading: Reading, first: int, last: int) -> bool:
    return any(flag & _PLACE for flag in reading.flags[first:last])


def _retype(marks: Marks, reading: Reading, m: Mention) -> None:
    """The weapon that is named beside a mention tells what kind of attack it was."""
    if m.type not in ("shelling", "clash", "agreement", "violation", "meeting"):
        return
    stop = min(reading.sentence_stop(m.first), m.stop + 7)
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
