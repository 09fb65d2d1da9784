"""How many were killed and hurt: the numbers of a text, each given to the event it is told of.

    victims := WORD [others] number | number WORD | WORD one | WORD two ("killed five", "three dead", "killed a woman")
    whose   := attack LED-TO victims | victims ... attack | the attack nearest to them
    groups  := "among them" {[number] children | [number] women}

A number told in another report's words (behind a verb of saying) is not the attack's.
"""

from __future__ import annotations

from typing import Final

from hudna.coding.events.marks import Marks
from hudna.coding.events.triggers import MEANS, Mention
from hudna.coding.words.nouns import FINITE
from hudna.coding.words.numbers import read_number
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.tables.events import Trigger
from hudna.packs.tables.speech import Post
from hudna.text import letters as L

_VERBS: Final = FINITE | Kind.FUNCTION
_PLURALS: Final = (L.YEH + L.NOON, L.WAW + L.NOON, L.ALEF + L.TEH, L.YEH + L.HEH)
"""Endings of several persons, and of the adjective that stands for a people's cause."""
_THEY: Final = L.WAW + L.ALEF
"""Ending of a verb whose plural subject stands before it."""
_BOTH_OR_ALL: Final = (_THEY, L.LAM + L.ALEF, L.TEH + L.ALEF)
"""Ending of a verb, of killing, whose subject of two or more stands before it."""
_SEVERAL: Final = frozenset(("several", "number", "killed", "territory"))
_VICTIM: Final = frozenset(("victim", "person", "casualty"))
_ACTED_ON: Final = _VICTIM | {"pair"}
_JOINABLE: Final = _ACTED_ON | {"children"}
_COUNTABLE: Final = _JOINABLE | {"casualties", "several", "women", "troops", "force", "of"}
"""Words behind a number that is joined to another: people, or `of` them."""
_TOLL_WORDS: Final = frozenset(("injured", "killed"))
_JOINED: Final = 4
"""Tokens behind a number in which one more victim is joined to it."""
_JOINED_ONE: Final = 6
"""Tokens behind one victim in which another is joined to it."""
_OF_THEIRS: Final = (L.HEH + L.MEEM + L.ALEF, L.HEH + L.MEEM, L.HEH + L.ALEF, L.HEH)
"""Pronouns, written with the noun: their, her, his."""
_ONE: Final = (L.HEH, L.HEH + L.ALEF)
"""Pronouns of one person."""
_KIN: Final = (L.YEH, L.ALEF + L.TEH, L.ALEF + L.LAM, L.ALEF + L.WAW, L.ALEF + L.YEH)
"""Endings of several persons before a pronoun: companions, daughters, children."""
_LEAST_COMPANIONS: Final = 5
"""Letters, with the `and`, of the shortest word in which a yeh there tells several: in `his brother` it tells one."""
_BRACKETS: Final = ("(", ")", "«", "»", '"', "/")
"""Marks in which a number may be printed: `(20) persons`."""
_BEHIND: Final = 5
"""Tokens behind a word of death within which its number stands."""
_RISEN: Final = 16
"""Tokens behind `the toll rose` within which the new number stands."""
_COUNTED: Final = 5
"""Tokens before the dead in which the verb or noun of rising stands that counts them."""
_ASIDE: Final = 7
"""Tokens behind the dead or hurt in which their number stands, a preposition and its noun between."""
_ONE_SUBJECT: Final = 6
"""Tokens between the complementiser and the verb of which one victim is the subject."""
_SUM: Final = 12
"""Tokens behind one number in which another is joined to it: `five of X and six of Y`."""
_SUBJECT: Final = 14
"""Tokens between the number that begins a clause and the plural verb that it is the subject of."""
_COUNTING: Final = frozenset(("of", "number"))
_PEOPLE: Final = _JOINABLE | {"casualties", "women"}
_WHOSE: Final = frozenset(("of", "in"))
_ONE_OR_TWO: Final = frozenset(("single", "pair"))
_COUNTED_ONE: Final = _VICTIM | _TOLL_WORDS
_NOTHING: Final[frozenset[str]] = frozenset()
_OF_COUNTING: Final = frozenset(("tally", "number", "risen"))
_LEADING: Final = 2
"""Tokens before an attack in which the verb stands that it leads to deaths."""
_NO_PEOPLE: Final = frozenset(("medical", "site", "hours", "days"))
"""What may be counted behind `to` beside people."""
_OF_WHOM: Final = 6
"""Tokens between one victim and the verb, where only `of` and a noun stand between."""
_LISTED: Final = 13
"""Tokens behind a killing in which those are told whose names follow."""
_DUALS: Final = (L.YEH + L.NOON, L.ALEF + L.NOON)
_AMONG: Final = frozenset(("among", "between"))
_OTHERS: Final = frozenset(("several", "adj"))
_PAIR: Final = 2
_UNHEARD_OF: Final = 10_000
"""So many die in wars, and not in one attack."""
_NAMES: Final = 10
"""Tokens of the longest list of names."""
_GROUPS: Final = 14
"""Tokens behind `among them` in which children and women are counted."""
_KINDS: Final = ("children", "women")

RISEN_TOLL: Final = "rule:risen-toll"
"""The reason of a number that a toll is said to have risen to: later than any other of that attack."""

Range = tuple[int | None, int | None]
Number = tuple[Range, int, int]
"""A count, and the tokens from the first to the one behind the last that tell it."""


class Victims:
    """A number of dead or hurt at the word `at`, told in tokens `first` to `stop`."""

    __slots__ = ("at", "count", "dead", "first", "risen", "stop", "word")

    def __init__(self, at: int, first: int, stop: int, count: Range, *, dead: bool, risen: bool, word: int) -> None:
        self.at = at
        self.first = first
        self.stop = stop
        self.count = count
        self.dead = dead
        self.risen = risen
        """Whether it is told as the new number of a toll that has grown."""
        self.word = word
        """The token of the dead or hurt; with a toll that has grown it stands far before the number."""


def give_tolls(reading: Reading, marks: Marks, mentions: list[Mention]) -> None:
    """Give each attack the numbers told of it in its sentence; a killing those of its own."""
    by_sentence: dict[int, list[Mention]] = {}
    for m in mentions:
        if m.type in MEANS or m.type == "killing":
            by_sentence.setdefault(m.sentence, []).append(m)
    if not by_sentence:
        return
    for victims in _victims(reading, marks, by_sentence):
        if victims.first in reading.dated or victims.stop - 1 in reading.dated:
            continue  # the number of a date counts nobody
        told = by_sentence.get(reading.sentence[victims.at])
        if told is not None:
            own = _own_mention(told, victims)
            if own is not None:
                _give(own, victims)
                continue
            _give(attack_of(reading, marks, told, victims.at) or _nearest(told, victims.at), victims)
        else:
            _give_back(by_sentence[reading.sentence[victims.at] - 1], victims)
    for m in mentions:
        if m.toll is not None:
            m.groups = _groups(reading, marks, m.toll[1]) or _counted_groups(reading, marks, *m.toll)


def _own_mention(told: list[Mention], victims: Victims) -> Mention | None:
    """The event whose own words count the victims: a body found, the number of a raid's dead that has risen."""
    found: Mention | None = None
    for m in told:
        if victims.risen and victims.word - _COUNTED <= m.first < victims.at:
            if found is None or (m.type in MEANS and found.type not in MEANS):
                found = m
        elif m.first <= victims.word < m.stop and m.row.cls == "noun" and m.type == "killing":
            found = m
    return found


def attack_of(reading: Reading, marks: Marks, told: list[Mention], at: int) -> Mention | None:
    """The attack of the sentence that the dead at token `at` belong to, if they do to one."""
    own = [
        m for m in told if m.type in MEANS and _may_have_killed(m, at) and not _another_report(reading, marks, m, at)
    ]
    before = [m for m in own if m.first < at]
    behind = [m for m in own if m.first > at]
    if before and behind and "also" in marks.of(at - 1):
        return _nearest(behind, at)  # "as one was hurt also in an exchange of fire"
    if before and marks.last("led", before[-1].stop, at) is not None:
        return before[-1]
    if before and "to" in marks.of(at - 1) and marks.last("led", max(0, before[-1].first - _LEADING), at) is not None:
        return before[-1]  # "shelling led to the death of"
    return _nearest(own, at) if own else None


def _may_have_killed(m: Mention, at: int) -> bool:
    """Whether the dead at token `at` may be the attack's: it has been, or its words stand before theirs."""
    return m.status in ("happened", "denied") or m.first < at or not m.verb


def _nearest(told: list[Mention], at: int) -> Mention:
    return min(told, key=lambda m: (abs(m.first - at), m.first))


def _another_report(reading: Reading, marks: Marks, m: Mention, at: int) -> bool:
    """Whether a verb of saying stands between the attack and the dead told behind it."""
    flags = reading.flags
    if m.stop < at and marks.first("since", m.stop, at) is not None:
        return True  # "the worst attack since fifty were killed"
    for k in range(m.stop, at):
        if flags[k] & Kind.CUE_VERB and reading.words[k].conjunction and not flags[k] & Kind.TRIGGER:
            return True
    return any(flags[k] & Kind.CUE_PARTICIPLE for k in range(min(m.stop, at + 1), max(m.first, at)))


def one_victim(reading: Reading, marks: Marks, m: Mention) -> bool:
    """Whether a killing tells of one person by name or post."""
    if m.type != "killing" or not m.targets or m.status not in ("happened", "ongoing"):
        return False
    if "massacre" in marks.of(m.first) or _only_attempted(marks, m.first):
        return False
    first = m.targets[0][0]
    form = reading.forms[first]
    if not form[0].isalpha() or reading.flags[first] & (Kind.NUMBER | Kind.FUNCTION):
        return False
    if first + 1 < m.targets[0][1] and _one_person(reading, marks, first + 1) and not reading.words[first].article:
        return True  # "the identity of a commander who was killed"
    if form.endswith(_PLURALS):
        return False
    several = marks.of(first) & _SEVERAL
    return not several or (several == {"killed"} and reading.words[first].article)  # "the martyr X" is one


def _one_person(reading: Reading, marks: Marks, k: int) -> bool:
    """Whether the word at `k` is one person, without the article."""
    if reading.words[k].article or reading.words[k].conjunction:
        return False
    classes = marks.of(k)
    return _named(reading, k) or bool(classes & _VICTIM and not classes & _SEVERAL)


def take_toll(into: Mention, m: Mention) -> None:
    """Give the attack the numbers of a mention that only tells its dead, as far as it has none."""
    if m.toll is None:
        return
    if into.toll is None:
        into.killed, into.injured, into.toll, into.groups = m.killed, m.injured, m.toll, m.groups
        into.reasons["killed"] = ["rule:told-behind"]
    elif into.killed is None and m.killed is not None and into.injured is not None and has_risen(m):
        into.killed = m.killed
        into.toll = min(into.toll[0], m.toll[0]), max(into.toll[1], m.toll[1])
        into.reasons["killed"] = [RISEN_TOLL]


def has_risen(m: Mention) -> bool:
    """Whether the number of dead is told as what their count has come to."""
    return m.reasons.get("killed") == [RISEN_TOLL]


def _give(m: Mention, victims: Victims) -> None:
    if m.type in MEANS and (victims.count[0] or 0) >= _UNHEARD_OF:
        return
    if victims.dead and m.killed is None:
        m.killed = victims.count
    elif not victims.dead and m.injured is None:
        m.injured = victims.count
    else:
        return
    m.reasons.setdefault(
        "killed" if victims.dead else "injured", [RISEN_TOLL] if victims.risen else ["rule:number-beside"]
    )
    first, stop = victims.first, victims.stop
    m.toll = (first, stop) if m.toll is None else (min(m.toll[0], first), max(m.toll[1], stop))


def _victims(reading: Reading, marks: Marks, sentences: dict[int, list[Mention]]) -> list[Victims]:
    """The numbers of dead and hurt in the sentences, in the order of the text."""
    words = {i: True for i in reading.at(Kind.TRIGGER) if _deadly(reading, i)}
    for i, _ in marks.spans("killed"):
        words[i] = True
    for i, _ in marks.spans("injured"):
        words.setdefault(i, False)
    out: list[Victims] = []
    used = told = -1
    for i in sorted(words):
        if i < told or _among_them(reading, marks, i) or _only_attempted(marks, i):
            continue
        if reading.sentence[i] not in sentences and not _told_before(reading, marks, i, sentences):
            continue
        stop = reading.sentence_stop(i)
        risen = _risen_to(reading, marks, i, stop)
        if risen is None and out and out[-1].risen and reading.words[i].conjunction == L.WAW:
            risen = _and_to(reading, marks, i, stop)
        found = risen or _number(reading, marks, i, stop)
        if found is None:
            continue
        count, first, stop = found
        at = i if risen is None else first
        if first <= used and words[i]:
            continue  # "three killed": the number has been given to the word before it
        between: tuple[int, int] | None = None
        if words[i]:
            between = marks.first("deadandhurt", i, stop + _JOINED) if count[1] != 1 else None
            both = between is not None or _with_hurt(marks, reading, i, first)
        else:
            both = _with_dead(reading, words, i) and not (
                out and i - _COUNTED < out[-1].at and i - 1 <= out[-1].stop <= i
            )
        told_at = min(first, at)
        grown = risen is not None
        if both:
            count = None, count[1]
        out.append(Victims(at, told_at, stop, count, dead=words[i], risen=grown, word=i))
        used = stop - 1
        if between is not None:  # "twenty between dead and wounded"
            out.append(Victims(at, told_at, stop, count, dead=False, risen=grown, word=i))
            told = between[1]
    return out


def _only_attempted(marks: Marks, i: int) -> bool:
    """Whether the killing at `i` was only attempted: `an attempt to kill X`."""
    return "attempt" in marks.of(i) or (i > 0 and "attempt" in marks.of(i - 1))


def _among_them(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether only who was among the dead is told: `among the dead is the commander X`."""
    if not reading.words[i].article or i == 0 or not marks.of(i - 1) & _AMONG:
        return False
    return i + 1 < len(reading) and not reading.flags[i + 1] & Kind.NUMBER


def _told_before(reading: Reading, marks: Marks, i: int, sentences: dict[int, list[Mention]]) -> bool:
    """Whether the sentence of token `i` may go on about the attack of the one before it: it names no place."""
    if reading.sentence[i] - 1 not in sentences:
        return False
    first, stop = reading.sentence_first(i), reading.sentence_stop(i)
    return not any(flag & Kind.PLACE for flag in reading.flags[first:stop])


def _give_back(told: list[Mention], victims: Victims) -> None:
    """Give the numbers to the last attack of the sentence before, where it has none of that sort."""
    for m in reversed(told):
        if m.type in MEANS:
            _give(m, victims)
            return


def _with_hurt(marks: Marks, reading: Reading, i: int, number: int) -> bool:
    """Whether the number counts dead and hurt together: `killing and wounding twelve`."""
    return any(reading.words[k].conjunction and "injured" in marks.of(k) for k in range(i + 1, number))


def _with_dead(reading: Reading, words: dict[int, bool], i: int) -> bool:
    """Whether the word of hurt at `i` is joined to a word of death right before it, with one number for both."""
    return reading.words[i].conjunction == L.WAW and words.get(i - 1, False) and not reading.words[i - 1].pronoun


def _deadly(reading: Reading, i: int) -> bool:
    """Whether the trigger at `i` tells of deaths."""
    if i in reading.phrases and any(_is_deadly(entry.row) for _, entry in reading.phrases[i]):
        return True
    return any(_is_deadly(entry.row) for entry in reading.words[i].entries)


def _is_deadly(row: object) -> bool:
    return isinstance(row, Trigger) and row.type == "killing"


def _number(reading: Reading, marks: Marks, i: int, stop: int) -> Number | None:
    """The number that belongs to the word at `i`: behind it, in front, else one or two victims."""
    if i + 1 < stop and reading.words[i + 1].conjunction and marks.of(i + 1) & _TOLL_WORDS:
        several = reading.forms[i].endswith(_BOTH_OR_ALL)
        counted = _before(reading, marks, i) if several else _few_before(reading, marks, i)
        if counted is not None:
            return counted  # "that two persons were killed and seven hurt"
    if marks.of(i) & _TOLL_WORDS and not reading.words[i].conjunction and i > reading.sentence_first(i):
        counted = _before(reading, marks, i) if reading.flags[i - 1] & Kind.NUMBER else None
        if counted is not None:
            return counted  # "ten dead and forty hurt"
    return (
        _behind(reading, marks, i, stop)
        or _before(reading, marks, i)
        or _few(reading, marks, i, stop)
        or _behind_aside(reading, marks, i, stop)
        or _listed(reading, i, stop)
    )


def _behind_aside(reading: Reading, marks: Marks, i: int, stop: int) -> Number | None:
    """The number of people behind a preposition and its noun: `hurt in these attacks were 60 persons`."""
    if i + 1 >= stop or not reading.flags[i + 1] & Kind.FUNCTION or marks.of(i + 1) & _COUNTING:
        return None
    for k in range(i + 2, min(stop, i + _ASIDE)):
        found = _count_at(reading, marks, k)
        if found is not None:
            people = found[0] < stop and bool(marks.of(found[0]) & _PEOPLE) and k not in reading.dated
            return ((found[1], found[2]), k, found[0] + 1) if people and not reading.words[k].conjunction else None
        if reading.words[k].conjunction or not reading.is_word(k) or reading.flags[k] & FINITE:
            return None
    return None


def _risen_to(reading: Reading, marks: Marks, i: int, stop: int) -> Number | None:
    """The new toll behind `to` where the number of the dead or hurt at `i` is said to have risen or come to it."""
    first = max(reading.sentence_first(i), i - _COUNTED)
    counted = marks.last("tally", first, i + 1)
    if counted is None or not _of_the_toll(reading, marks, counted[0], i):
        return None
    risen = marks.last("risen", first, i) or marks.first("risen", i, min(stop, i + _RISEN))
    to = None if risen is None else marks.first("to", max(i, risen[0]) + 1, min(stop, i + _RISEN))
    if to is None or marks.first("tally", i + 1, to[0]) is not None:
        return None
    found = _behind(reading, marks, to[1] - 1, min(stop, to[1] + _BEHIND))
    if found is not None and found[2] < stop and not reading.words[found[2]].conjunction:
        classes = marks.of(found[2])
        if classes & _NO_PEOPLE and not classes & _COUNTED_ONE:
            return None  # "the wounded were taken to three hospitals"
    return found


def _and_to(reading: Reading, marks: Marks, i: int, stop: int) -> Number | None:
    """The number behind `to` right behind the hurt at `i`, who are joined to a toll: `and the wounded to forty`."""
    to = marks.first("to", i + 1, min(stop, i + 2))
    return None if to is None else _behind(reading, marks, to[1] - 1, min(stop, to[1] + _BEHIND))


def _of_the_toll(reading: Reading, marks: Marks, first: int, i: int) -> bool:
    """Whether only words of counting stand from `first` to the dead at `i`: `the number of the dead`."""
    return not [k for k in range(first, i) if not marks.of(k) & _OF_COUNTING]


def _before(reading: Reading, marks: Marks, i: int) -> Number | None:
    best: Number | None = None
    j = _before_aside(marks, i)
    for k in (j - 1, j - 2, j - 3):
        found = _count_at(reading, marks, k) if k >= reading.sentence_first(i) else None
        if found is not None and (found[0] >= j or (found[0] == j - 1 and reading.forms[i].endswith(_THEY))):
            # "three dead", "three gunmen were killed"; and all of "two hundred thousand dead"
            best = (found[1], found[2]), k, i + 1
        elif best is not None:
            break
    return best or _few_before(reading, marks, i) or _as_subject(reading, marks, j, i)


def _count_at(reading: Reading, marks: Marks, k: int) -> tuple[int, int, int] | None:
    """The number at `k`, as `read_number`; none where `one` only says that a family is the same."""
    found = read_number(reading, k)
    if found is None or found[1] != 1 or found[2] != 1 or not reading.forms[k][0].isalpha():
        return found
    before = marks.of(k - 1) if k > 0 else _NOTHING
    return found if before & _COUNTED_ONE and "several" not in before else None


def _as_subject(reading: Reading, marks: Marks, j: int, i: int) -> Number | None:
    """The number that a clause begins with, where the plural verb at `i` tells of it: `that four of them were hurt`.

    What stands before the verb from `j` on is an adverb.
    """
    if reading.words[i].conjunction:
        return None
    they = reading.forms[i].endswith(_THEY)
    if not they and not (reading.flags[i] & Kind.TRIGGER or "injured" in marks.of(i)):
        return None
    first = max(reading.sentence_first(i), i - _SUBJECT)
    k = j - 1
    while k >= first and not reading.flags[k] & (Kind.COMPLEMENTISER | FINITE):
        k -= 1
    if k < first and first > reading.sentence_first(i):
        return None
    if k >= first and not reading.flags[k] & Kind.COMPLEMENTISER:
        return None
    if not they:
        return _one_subject(reading, marks, k + 1, j, i) if k >= first and j - k <= _ONE_SUBJECT else None
    for at in range(k + 1, min(k + 3, j)):
        found = _count_at(reading, marks, at)
        if found is not None:
            return (found[1], found[2]), at, i + 1
    return None


def _one_subject(reading: Reading, marks: Marks, k: int, j: int, i: int) -> Number | None:
    """One, where the clause begins with a victim at `k` of whom the verb at `i` tells: `that a man of X died`."""
    if k + 1 >= j or reading.words[k].article or reading.flags[k + 1] & Kind.TRIGGER:
        return None
    classes = marks.of(k)
    if not classes & _VICTIM or classes & _SEVERAL or reading.flags[i] & Kind.FUNCTION:
        return None
    if i + 1 < reading.sentence_stop(i) and marks.of(i + 1) & _ACTED_ON:
        return None  # "that a soldier of theirs killed two children"
    return (1, 1), k, i + 1


def _before_aside(marks: Marks, i: int) -> int:
    """The token that an adverb of two words right before `i` begins with: `three persons at least were killed`."""
    return i - 2 if i > 2 and "adverb" in marks.of(i - 2) and marks.stop(i - 2) == i else i


def _few_before(reading: Reading, marks: Marks, i: int) -> Number | None:
    """One or two victims whose noun stands right before the verb: `that two persons were killed`."""
    k = _before_aside(marks, i) - 1
    if k < reading.sentence_first(i) or reading.words[i].conjunction or reading.words[i].article:
        return None
    classes = marks.of(k)
    if i + 1 < reading.sentence_stop(i) and marks.of(i + 1) & _ACTED_ON:
        return None  # "that a soldier killed two children"
    if reading.words[k].article or reading.words[k].preposition:
        return _one_of_some(reading, marks, k, i) if reading.flags[i] & Kind.TRIGGER else None
    if "pair" in classes and reading.forms[i].endswith((L.ALEF, L.TEH + L.ALEF)):
        return (2, 2), k, i + 1
    if classes & _VICTIM and not classes & _SEVERAL and reading.flags[i] & Kind.TRIGGER:
        return (1, 1), k, i + 1
    return _one_of_some(reading, marks, k, i) if reading.flags[i] & Kind.TRIGGER else None


def _one_of_some(reading: Reading, marks: Marks, k: int, i: int) -> Number | None:
    """One victim before `of` and whom he is of, the verb at `i` right behind: `a man of the village was killed`."""
    if reading.forms[i].endswith(_BOTH_OR_ALL):
        return None
    for j in range(k - 1, max(reading.sentence_first(i), i - _OF_WHOM) - 1, -1):
        if not reading.is_word(j + 1) or reading.flags[j + 1] & (FINITE | Kind.TRIGGER | Kind.COMPLEMENTISER):
            return None
        if "origin" in marks.of(j + 1):
            counted = j > 0 and bool(reading.flags[j - 1] & Kind.NUMBER)
            return ((1, 1), j, i + 1) if not counted and _one_person(reading, marks, j) else None
    return None


def _behind(reading: Reading, marks: Marks, i: int, stop: int) -> Number | None:
    for k in range(i + 1, min(stop, i + _BEHIND)):
        found = _count_at(reading, marks, k)
        if found is not None:
            if k > i + 1 and reading.words[k].conjunction == L.WAW and reading.is_word(k - 1):
                break  # "the death of a civilian and three soldiers"
            if k > i + 2 and reading.words[k].article:
                break  # "of a man and his three children"
            more, behind = _and_others(reading, marks, found[0], stop)
            return (found[1] + more, found[2] + more), k, behind
        if reading.forms[k] in _BRACKETS:
            continue
        if not reading.is_word(k):
            break
        classes = marks.of(k)
        aside = k == i + 1 and "in" in classes and "injured" in marks.of(i)  # "were hurt in the incident nine"
        if reading.flags[k] & Kind.FUNCTION and not (classes & {"of", "number"} or aside):
            break
        joined = k > i + 1 and bool(reading.words[k].conjunction)
        if joined and (classes & _TOLL_WORDS or reading.flags[k] & Kind.TRIGGER):
            break  # "the death of a child and the wounding of two"
    return None


def _and_others(reading: Reading, marks: Marks, first: int, stop: int) -> tuple[int, int]:
    """How many single victims are joined to the number that ends before `first`, and where they end: `and a man`."""
    more, behind, last, i = 0, first, first, first
    while i < min(stop, last + _SUM):
        if _is_joined(reading, i):
            number = _joined_number(reading, marks, i, stop)
            if number is not None:
                more, behind, i = more + number[1], number[0], number[0]
                last = i
                continue
            joined = _joined_victims(reading, marks, i, stop) if i < last + _JOINED else 0
            if joined:
                more, behind, last = more + joined, i + 1, i + 1
            elif not _part_of_name(reading, marks, i):
                break
        elif not reading.is_word(i) or "among" in marks.of(i) or _another_matter(reading, marks, i):
            break
        i += 1
    return more, behind


def _is_joined(reading: Reading, i: int) -> bool:
    """Whether "and" is written with the word at `i`, or stands there alone before digits."""
    return reading.words[i].conjunction == L.WAW or reading.forms[i] == L.WAW


def _joined_number(reading: Reading, marks: Marks, i: int, stop: int) -> tuple[int, int] | None:
    """The token behind a number of people joined at `i`, and the number: `and five fighters`; not `and five hurt`."""
    found = read_number(reading, i + 1 if reading.forms[i] == L.WAW and i + 1 < stop else i)
    if found is None or found[1] != found[2] or found[0] >= stop or i in reading.dated:
        return None
    here, k = marks.of(found[0]), found[0] + 1
    if k < stop and marks.of(k) & _OTHERS:
        k += 1
    told = k < stop and bool(marks.of(k) & _TOLL_WORDS) and not reading.words[k].conjunction
    if k < stop and reading.forms[k].endswith(_THEY) and not reading.words[k].conjunction and not _deadly(reading, k):
        return None  # "and three men were arrested"
    if told or here & _TOLL_WORDS or not here & _COUNTABLE or reading.flags[found[0]] & Kind.TRIGGER:
        return None
    return found[0], found[1]


def _part_of_name(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether the word joined at `i` only goes on with a name: no verb, no deed, no victim."""
    return not reading.flags[i] & (_VERBS | Kind.TRIGGER | Kind.CUE_PARTICIPLE) and not marks.of(i) & _TOLL_WORDS


def _another_matter(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether the word at `i` leads away from who the dead are: a verb, a deed, a preposition other than `of`, `in`."""
    flags = reading.flags[i]
    if flags & (Kind.TRIGGER | FINITE) or marks.of(i) & _TOLL_WORDS:
        return True
    return bool(flags & Kind.FUNCTION) and not marks.of(i) & _WHOSE


def _few(reading: Reading, marks: Marks, i: int, stop: int) -> Number | None:
    """One or two victims, by the noun alone: a woman, two children, the commander X."""
    if "pair" in marks.of(i):
        return (2, 2), i, i + 1
    if reading.words[i].pronoun in _ONE and _by_noun(reading, i):
        return (1, 1), i, i + 1  # "which led to his death"
    first = i + 1
    while first < min(stop, i + 3) and "adverb" in marks.of(first):
        first += 1  # "was killed also a person"
    for k in range(first, min(stop, first + 2)):
        classes = marks.of(k)
        if reading.words[k].conjunction and classes & _TOLL_WORDS:
            break  # "a martyr and two wounded"
        if "pair" in classes:
            return _with_another(reading, marks, k, stop, people=2)
        if "one" in classes:
            return (1, 1), k, k + 1
        if k == first and "oneother" in classes and _stands_alone(reading, k, stop):
            return (1, 1), k, k + 1  # "and the wounding of another"
        if "single" in classes and not reading.words[k].article:
            return _with_another(reading, marks, k, stop)  # "fell a martyr and two wounded"
        if classes & _SEVERAL:
            return None
        if classes & _VICTIM:
            return (
                None if reading.words[k].article and not _named(reading, k) else _with_another(reading, marks, k, stop)
            )
        if _named(reading, k):
            return _with_another(reading, marks, k, stop)
        if reading.flags[k] & Kind.FUNCTION or not reading.is_word(k):
            break
        if k == i + 1 and _unknown(reading, k):
            return _by_name(reading, k, stop)
    return _single(reading, marks, i)


def _listed(reading: Reading, i: int, stop: int) -> Number | None:
    """Victims told by their names behind a plural or dual with the article: `killed the activists X and Y`."""
    for k in range(i + 1, min(stop - 2, i + _LISTED)):
        flags = reading.flags[k]
        if (not reading.is_word(k) and reading.forms[k] not in _BRACKETS) or flags & (FINITE | Kind.COMPLEMENTISER):
            return None
        word = reading.words[k]
        if word.article and not word.preposition and not word.conjunction and word.form.endswith(_DUALS):
            people, j = 0, k + 1
            while j < min(stop, k + _NAMES) and (_name(reading, j) or reading.forms[j] == L.WAW):
                people += people == 0 or _is_joined(reading, j)
                j += 1
            if people >= _PAIR and j > k + _PAIR:
                return (people, people), k, j
    return None


def _name(reading: Reading, k: int) -> bool:
    """Whether the word at `k` may be part of a person's name."""
    if reading.words[k].conjunction == L.WAW:
        return not reading.flags[k] & (_VERBS | Kind.TRIGGER) and not reading.words[k].article
    return bool(reading.flags[k] & Kind.GIVEN) or _unknown(reading, k)


def _stands_alone(reading: Reading, k: int, stop: int) -> bool:
    """Whether `another` at `k` is one more victim: no noun follows that it would be the last of."""
    if reading.words[k].article:
        return False
    i = k + 1
    if i >= stop or not reading.is_word(i):
        return True
    word = reading.words[i]
    return bool(reading.flags[i] & _VERBS or word.preposition or word.conjunction) or reading.forms[i][0] == L.BEH


def _single(reading: Reading, marks: Marks, i: int) -> Number | None:
    """One, where the word at `i` is itself one dead or hurt person joined to others: `a martyr and one wounded`."""
    if "single" not in marks.of(i) or reading.words[i].article or i == reading.sentence_first(i):
        return None
    if reading.words[i].conjunction == L.WAW:
        joined = bool(marks.of(i - 1) & _ONE_OR_TWO)
    else:
        joined = reading.forms[i].endswith(L.ALEF) and marks.last("led", reading.sentence_first(i), i) is not None
    return ((1, 1), i, i + 1) if joined else None


def _with_another(reading: Reading, marks: Marks, k: int, stop: int, people: int = 1) -> Number:
    """The victims at `k` and those joined to them: `and a woman`, `and his wife`; unknown with `and his companions`."""
    behind = k + 1
    for i in range(k + 1, min(stop, k + _JOINED_ONE)):
        word = reading.words[i]
        if (_is_joined(reading, i) or (not word.flags and word.form[0] == L.WAW)) and not marks.of(i) & _TOLL_WORDS:
            stem = _without_pronoun(word.form)
            # Folded, "and the loss" ends as "his" does.
            if stem != word.form and not reading.flags[i] & _VERBS and L.TEH_MARBUTA not in reading.words_of(i, i + 1):
                several = stem.endswith(_KIN) and (stem[-1] != L.YEH or len(stem) >= _LEAST_COMPANIONS)
                count = read_number(reading, i + 1) if several and reading.words[min(i + 1, stop - 1)].article else None
                if count is not None:
                    return (people + count[1], people + count[2]), k, count[0]  # "and their three children"
                if several:
                    return (people + 1, None), k, i + 1
                people, behind = people + 1, i + 1
                continue
            number = _joined_number(reading, marks, i, stop)
            if number is not None:
                return (people + number[1], people + number[1]), k, number[0]
            more = _joined_victims(reading, marks, i, stop)
            if not more:
                break
            people, behind = people + more, i + 1
        elif not reading.is_word(i) or "among" in marks.of(i) or _another_matter(reading, marks, i):
            break
    return (people, people), k, behind


def _joined_victims(reading: Reading, marks: Marks, i: int, stop: int) -> int:
    """One or two where the word joined at `i` is a victim's noun by itself, and nothing is said of them alone."""
    classes = marks.of(i)
    if not classes & _JOINABLE or classes & _SEVERAL or reading.words[i].article:
        return 0
    if reading.forms[i].endswith(L.YEH) and reading.forms[i - 1].endswith(L.YEH) and not marks.of(i - 1) & _JOINABLE:
        return 0  # "a political and military official"
    if "children" not in classes and reading.forms[i].endswith(L.ALEF) and reading.forms[i - 1].endswith(L.ALEF):
        return 0  # "58 American and Lebanese"
    told = i + 1 < stop and (reading.flags[i + 1] & FINITE or marks.of(i + 1) & _TOLL_WORDS)
    if told and not reading.words[i + 1].conjunction and reading.forms[i + 1][0] != L.BEH:
        return 0  # "and a woman was hurt"; but "two women and a child with wounds"
    return 2 if "pair" in classes else 1


def _by_noun(reading: Reading, i: int) -> bool:
    """Whether the word at `i` can only be a noun of death: `his death`."""
    rows = [entry.row for entry in reading.words[i].entries]
    deadly = [row for row in rows if isinstance(row, Trigger) and row.type == "killing"]
    return bool(deadly) and not any(row.finite for row in deadly)


def _without_pronoun(form: str) -> str:
    """The form without `his`, `her` or `their` at its end; the form itself where it has none."""
    for ending in _OF_THEIRS:
        if form.endswith(ending) and len(form) > len(ending) + 3:
            return form[: -len(ending)]
    return form


def _unknown(reading: Reading, k: int) -> bool:
    """Whether the word at `k` may be part of a name that no list has."""
    form = reading.forms[k]
    return not reading.words[k].flags and form[0].isalpha() and not form.startswith(L.AL) and len(form) > 2


def _by_name(reading: Reading, first: int, stop: int) -> Number | None:
    """Victims told by their names alone: two unknown words or more; one joined by "and" is another person."""
    k = first + 1
    people = 1
    while k < min(stop, first + _NAMES) and _unknown(reading, k):
        people += reading.forms[k][0] == L.WAW
        k += 1
    return ((people, people), first, k) if k - first >= 2 else None


def _named(reading: Reading, k: int) -> bool:
    """Whether the word at `k` is the post or title of one person."""
    if reading.flags[k] & Kind.HONORIFIC:
        return True
    if not reading.flags[k] & Kind.POST or reading.forms[k].endswith(_PLURALS):
        return False
    entry = reading.words[k].find(Kind.POST)
    return entry is not None and isinstance(entry.row, Post) and entry.row.plural is None


def _counted_groups(reading: Reading, marks: Marks, first: int, stop: int) -> dict[str, int]:
    """Children and women where they are themselves what is counted: `three children and two women`."""
    found: dict[str, int] = {}
    count: int | None = None
    told = False
    for k in range(first, min(stop + 1, first + 2 * _GROUPS, reading.sentence_stop(stop - 1))):
        number = read_number(reading, k)
        if number is not None:
            count, told = number[1] if number[1] == number[2] else None, True
            continue
        classes = marks.of(k)
        if k >= stop and (count is None or reading.words[k].conjunction):
            break
        for kind in _KINDS:
            if kind in classes and kind not in found and not reading.words[k].article:
                if "pair" in classes:
                    found[kind] = 2
                elif count is not None:
                    found[kind] = count
                elif classes & _VICTIM and "several" not in classes:
                    found[kind] = 1
        count = None
    return found if told else {}


def _groups(reading: Reading, marks: Marks, first: int) -> dict[str, int]:
    """Children and women among the victims whose number ends right before token `first`."""
    stop = min(reading.sentence_stop(first - 1), first + _GROUPS)
    among = marks.first("among", first, stop)
    if among is None:
        return {}
    found: dict[str, int] = {}
    count: int | None = None
    for k in range(among[1], min(reading.sentence_stop(first - 1), among[1] + _GROUPS)):
        number = read_number(reading, k)
        if number is not None:
            count = number[1] if number[1] == number[2] else None
            continue
        classes = marks.of(k)
        for kind in _KINDS:
            if kind in classes and kind not in found:
                known = 2 if "pair" in classes else 1 if classes & _VICTIM and "several" not in classes else count
                if known is not None:
                    found[kind] = count if count is not None and known == 1 else known
                count = None
        if reading.flags[k] & Kind.TRIGGER or "injured" in classes:
            break
    return found
