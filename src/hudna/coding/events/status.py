"""Whether an event happened, goes on, is planned, may happen, or is denied.

The rules are asked in this order, and the first that holds gives the status: what is to come, what is only talked
about, what is denied, what is only possible or asked for, what somebody means to do, what goes on; else the word's own
status; else it happened.
"""

from __future__ import annotations

from typing import Final

from hudna.coding.events.marks import Marks
from hudna.coding.events.triggers import MEANS, Mention
from hudna.coding.words.reading import Reading
from hudna.model import Statement
from hudna.model.findings import Act, Status
from hudna.packs.lexicon import Kind
from hudna.text import letters as L

Found = tuple[Status, str]

_ASKING: Final = frozenset(("demand", "propose", "condition"))
"""What speakers do who tell of what they want, not of what is."""
_FEARING: Final = frozenset(("warn", "threaten"))
"""What speakers do who tell of what may come."""
_ASKED_FOR: Final = frozenset(
    ("ceasefire", "aid", "withdrawal", "agreement", "evacuation", "exchange", "deployment", "vote", "detention")
)
"""Types that one asks for or proposes."""
_DONE: Final = MEANS | {"violation", "killing", "destruction", "displacement"}
"""Types that nobody asks for: a demand that names one speaks of what has happened."""
_ASKED_OFF: Final = MEANS | {"deployment", "capture", "displacement", "sanction"}
"""Types that one asks others not to do."""
_CARRIED_OUT: Final = frozenset(("deployment", "withdrawal", "evacuation"))
"""Types that go on where their carrying out has begun."""
_SINCE: Final = MEANS | {"sanction", "deployment", "meeting", "protest"}
"""Types that still go on where they are told since when."""
_LASTING: Final = frozenset(("ceasefire", "meeting", "sanction", "clash", "protest"))
"""Types that go on once they have begun."""
_STRUCK: Final = MEANS | {"killing", "destruction", "detention"}
"""Types that a headline tells in the present tense when they are over."""
_BEFORE, _NEAR, _BEHIND, _BESIDE = 12, 3, 4, 3
"""Tokens in which words of status stand: before the trigger, close before it, behind it, next to it."""
_CARRYING: Final = frozenset(("convene", "began", "support"))
"""Verbs that hold, begin or make what stands before them."""
_MOVES: Final = frozenset(("deployment", "withdrawal", "capture", "exchange", "evacuation", "sanction", "aid"))
"""Types that a headline tells in the present tense when they have begun."""
_SCHEDULED: Final = frozenset(("meeting", "ceasefire"))
_SET: Final = 10
"""Tokens behind a noun in which it is said to be scheduled."""
_LENGTHS: Final = frozenset(("until", "for", "hours", "days", "weeks", "months"))
_DATING: Final = frozenset(("during", "cause"))
_TAKING_PLACE: Final = frozenset(("occurring",))
_LEADING: Final = frozenset(("locative", "to", "in"))
_LED: Final = frozenset(("in", "origin", "about"))
_NO_DEED: Final = frozenset(("hypo", "denied"))
_CLAUSE_AT: Final = 3
"""Tokens behind a noun within which a relative clause begins."""
_PROVIDED: Final = frozenset(
    ("withdrawal", "exchange", "aid", "ceasefire", "detention", "evacuation", "deployment", "meeting", "displacement")
)
"""Types that agreements provide for."""
_CLAUSE: Final = 16
"""Tokens before a noun in which the agreement that provides for it is told."""
_CARRIED: Final = 8
"""Tokens before a noun in which the verb stands that carries it."""
_TOLD_BEFORE: Final = 4
"""Tokens before a subject in which the word stands that opens what is said: no headline begins behind it."""
_PHRASE: Final = 2
"""Words in the shortest phrase that may be verb or verbal noun."""
_GOVERNING: Final = frozenset(("planned", "intent", "hypo", "aim", "fails"))
"""Classes of words behind which a verbal noun stands."""
_WISHED: Final = frozenset(("aim", "strives"))
"""Words of what is only striven for."""
_OFF: Final = frozenset(("meeting", "protest", "exchange", "evacuation", "invitation", "deployment"))
"""Types that are called off."""
_UNDONE: Final = 7
"""Tokens before a noun in which the negated verb stands whose object it is: `did not reach an agreement`."""
_HELD: Final = 8
"""Tokens before relief in which the verb stands that holds it up."""
_IF: Final = 14
"""Tokens before a noun in which `in case` stands."""
_SHORT: Final = 5
"""Letters up to which an unknown word is no verb with the future mark."""
_IMPERFECT: Final = (L.YEH, L.TEH)
_THAT: Final = frozenset((L.ALEF + L.NOON, L.BEH + L.ALEF + L.NOON, L.WAW + L.ALEF + L.NOON))
_FUTURE: Final = (L.SEEN + L.YEH, L.SEEN + L.TEH)
"""How a verb with the future mark begins."""


class _View:
    """The words of status round one trigger."""

    __slots__ = ("after", "before", "beside", "named", "near", "past", "verb")

    def __init__(self, reading: Reading, marks: Marks, m: Mention) -> None:
        first = max(reading.sentence_first(m.first), m.first - _BEFORE)
        stop = min(reading.sentence_stop(m.first), m.stop + _BEHIND)
        self.before = marks.near(first, m.first)
        carried = m.first - 1 if m.first > first and "occurring" in marks.of(m.first - 1) else m.first
        self.near = marks.near(max(first, carried - _NEAR), m.first)
        self.beside = marks.near(max(first, m.first - _BESIDE), m.first)
        self.after = marks.near(m.stop, stop)
        self.verb = m.row.cls == "verb"
        stem = reading.words[m.first].stem
        imperfect = m.row.inflect == "imperfect" or (m.row.inflect == "fixed" and stem[:1] in _IMPERFECT)
        self.named = m.row.cls in ("masdar", "noun") or self._governed(reading, m)
        past = m.row.finite and not imperfect and not m.article and (self.verb or m.row.cls == "toll")
        self.past = past and not self.named

    def _governed(self, reading: Reading, m: Mention) -> bool:
        """Whether a listed phrase is a verbal noun where it stands, though it may be a verb: `means to impose`."""
        word = reading.words[m.first]
        if m.row.inflect != "fixed" or not m.row.finite or m.stop - m.first < _PHRASE or word.conjunction:
            return False
        return bool(word.preposition or self.near & _GOVERNING)


def read_status(
    reading: Reading, marks: Marks, m: Mention, told_by: list[Statement], *, later: bool, leads: bool
) -> Found:
    """The status of `m` and the rule that gave it.

    `later`: its date lies behind the publication. `leads`: it is the first event in the words of whoever tells it.
    """
    view = _View(reading, marks, m)
    acts = {statement.act for statement in told_by}
    return (
        _perhaps(marks, m)
        or _if(reading, marks, m, view)
        or _not_done(reading, marks, m, view)
        or _to_come(reading, marks, m, view, later)
        or _held(reading, marks, m, view)
        or _talked_about(m, view)
        or _denied(marks, m, view, acts, leads)
        or _possible(reading, marks, m, view, acts, leads)
        or _meant(reading, marks, m, view)
        or _going_on(reading, marks, m, view)
        or _by_word(reading, marks, m, view)
        or ("happened", "rule:told")
    )


def _perhaps(marks: Marks, m: Mention) -> Found | None:
    """What is called possible by the adjective behind it."""
    return ("hypothetical", "rule:possible") if not m.verb and "possible" in marks.of(m.stop) else None


def _if(reading: Reading, marks: Marks, m: Mention, view: _View) -> Found | None:
    """What a condition names: a verb right behind `if`, a noun behind `in case`, no comma between."""
    first = max(reading.sentence_first(m.first), m.first - (_IF if view.named else _PHRASE))
    found = marks.last("incase", first, m.first)
    if found is None and not view.named:
        found = marks.last("if", first, m.first)
        if found is not None and reading.words[found[0]].conjunction == L.WAW:
            return None  # "even if"
    if found is None or (view.named and m.article) or _parted(reading, found[1], m.first):
        return None
    return "hypothetical", "rule:if"


def _parted(reading: Reading, first: int, stop: int) -> bool:
    """Whether a comma or a complementiser stands in the tokens."""
    return any(
        reading.forms[k] in L.COMMAS or reading.flags[k] & (Kind.COMPLEMENTISER | Kind.CUE_VERB)
        for k in range(first, stop)
    )


def _not_done(reading: Reading, marks: Marks, m: Mention, view: _View) -> Found | None:
    """What somebody failed in, did not bring about, or called off."""
    if not view.named:
        return None
    first = max(reading.sentence_first(m.first), m.first - _UNDONE)
    if m.type in _OFF and "cancelled" in view.beside:
        return "denied", "rule:cancelled"
    if m.article and m.row.cls == "noun":
        return None
    found = None if m.type == "meeting" else marks.last("fails", first, m.first)  # talks that failed were held
    if found is not None and not _parted(reading, found[1], m.first) and _led_to(reading, marks, m.first):
        return "denied", "rule:failed"
    found = None if m.article or reading.words[m.first].pronoun else marks.last("undone", first, m.first)
    if found is not None and not _parted(reading, found[1], m.first):
        return "denied", "rule:not-done"
    return None


def _led_to(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether `in` or `from` leads to the noun at `i`: `failed in`, `was not able to`."""
    k = i - 1 if "occurring" in marks.of(i - 1) else i
    return bool(reading.words[k].preposition) or bool(marks.of(k - 1) & _LED)


def _held(reading: Reading, marks: Marks, m: Mention, view: _View) -> Found | None:
    """What the text only dates something else by has been: `during the meeting`; so has a truce that was agreed on."""
    if not view.verb and (_dates(reading, marks, m, view) or "since" in marks.of(m.first - 1)):
        return "happened", "rule:during"
    if m.type == "ceasefire" and not m.article and "agreed" in view.before and not view.before & _NO_DEED:
        return "happened", "rule:agreed"
    return None


def _dates(reading: Reading, marks: Marks, m: Mention, view: _View) -> bool:
    """Whether the word right before it says that something else was during it, after it or because of it."""
    if m.type == "meeting":
        found = marks.last("during", max(reading.sentence_first(m.first), m.first - _BESIDE), m.first)
    elif m.type in _STRUCK and "ongoing" not in view.after | view.near:
        k = m.first - 1
        if k >= 0 and marks.of(k) & _TAKING_PLACE:
            k -= 1
        found = (k, k + 1) if k >= reading.sentence_first(m.first) and marks.of(k) & _DATING else None
    else:
        return False
    return found is not None and not reading.words[found[0]].pronoun


def _to_come(reading: Reading, marks: Marks, m: Mention, view: _View, later: bool) -> Found | None:
    if view.past:
        return None
    if later or reading.words[m.first].future or "planned" in view.near or "planned" in view.after:
        return "planned", "rule:future"
    if m.type in _SCHEDULED and not view.verb and _scheduled(reading, marks, m):
        return "planned", "rule:future"
    if "soon" in view.after and m.type not in _STRUCK:
        return "planned", "rule:future"
    if not view.verb and not m.article and ("planned" in view.before or _will(reading, m)):
        return "planned", "rule:will"
    if not view.verb and not m.article and _will_behind(reading, marks, m):
        return "planned", "rule:will"
    return None


def _scheduled(reading: Reading, marks: Marks, m: Mention) -> bool:
    """Whether the words behind the noun say that it has been set down for a day: `X's visit, due on Sunday`."""
    stop = min(reading.sentence_stop(m.first), m.stop + _SET, max(m.limit, m.stop))
    return marks.first("scheduled", m.stop, stop) is not None


def _will(reading: Reading, m: Mention) -> bool:
    """Whether a verb with the future mark carries the noun: `they will hold talks`, not `will see those who met`."""
    for k in range(m.first - 1, max(reading.sentence_first(m.first), m.first - _CARRIED) - 1, -1):
        word, small = reading.words[k], reading.small_word(k)
        if small is not None and small.role == "relative" and word.stem.startswith(L.AL):
            return False
        if word.future or (not word.flags and len(word.form) > _SHORT and word.form.startswith(_FUTURE)):
            return True
    return False


def _will_behind(reading: Reading, marks: Marks, m: Mention) -> bool:
    """Whether a verb with the future mark carries the noun as a relative clause: `a meeting that they will hold`."""
    for k in range(m.stop, min(m.stop + _CLAUSE_AT, reading.sentence_stop(m.first))):
        word = reading.words[k]
        if word.future:
            return not word.conjunction and _holds(reading, marks, k)
        if not reading.is_word(k) or reading.flags[k] & (Kind.FUNCTION | Kind.VERB):
            return False
    return False


def _holds(reading: Reading, marks: Marks, k: int) -> bool:
    """Whether the verb at `k` has the noun before it as what is held: by its pronoun, or by what the verb means."""
    if reading.words[k].pronoun or marks.of(k) & _CARRYING:
        return True
    return k + 1 < len(reading) and bool(reading.words[k + 1].pronoun)


def _talked_about(m: Mention, view: _View) -> Found | None:
    """What is only a topic, whatever is said or denied of the talk: `proposals about sending soldiers`."""
    if view.verb or view.past or m.type not in _ASKED_FOR or "topic" not in view.near:
        return None
    return "hypothetical", "rule:talked-about"


def _denied(marks: Marks, m: Mention, view: _View, acts: set[Act], leads: bool) -> Found | None:
    """Denied is what a denial is about, or what a negation stands right before; the rest of a denial is only named."""
    if "unless" in view.near:
        return "hypothetical", "rule:unless"
    if "without" in view.near and not view.verb and m.row.cls in ("masdar", "noun"):
        return "denied", "rule:without"
    if "absence" in view.near and "hypo" in view.before and not view.verb and m.type in _ASKED_OFF:
        return "hypothetical", "rule:asked-not-to"
    if "denied" in view.near and m.type in _ASKED_FOR and _asked_between(marks, m):
        return "hypothetical", "rule:not-asked-for"
    if "denied" in view.near and "deny" not in acts and not _still(marks, m):
        return ("denied", "rule:denied") if "denied" in view.beside or "nay" in view.near else None
    if "deny" not in acts:
        return None
    if leads:
        return "denied", "rule:denied"
    return None if view.past or m.article else ("hypothetical", "rule:within-denial")


def _asked_between(marks: Marks, m: Mention) -> bool:
    """Whether it is the asking that is denied: `without a call for a truce`."""
    found = marks.last("denied", max(0, m.first - _NEAR), m.first)
    return found is not None and "hypo" in marks.near(found[1], m.first)


def _to_it(reading: Reading, marks: Marks, i: int) -> bool:
    """Whether people are called to what stands at `i`: a preposition leads there."""
    return bool(reading.words[i].preposition) or (i > 0 and bool(marks.of(i - 1) & _LEADING))


def _still(marks: Marks, m: Mention) -> bool:
    """Whether the negation is that of "no longer has ceased": what still goes on."""
    found = marks.last("denied", max(0, m.first - _NEAR), m.first)
    return found is not None and "ongoing" in marks.of(found[0])


def _possible(reading: Reading, marks: Marks, m: Mention, view: _View, acts: set[Act], leads: bool) -> Found | None:
    if "unsure" in view.before:
        return "hypothetical", "rule:unconfirmed"
    if view.past or _in_force(m, view):
        return None
    if m.type in MEANS and m.article and "ongoing" in view.beside:
        return None  # "lest the fighting spread": the fighting goes on
    if (m.row.cls == "masdar" or m.type == "ceasefire") and "failed" in view.near and m.type != "aid":
        return "denied", "rule:failed"
    asked_for = m.type in _ASKED_FOR
    if (
        asked_for
        and not view.verb
        and marks.last("must", max(reading.sentence_first(m.first), m.first - _CLAUSE), m.first)
    ):
        return "hypothetical", "rule:ought"
    if m.type == "protest" and not m.article and "demand" in acts and _to_it(reading, marks, m.first):
        return "planned", "rule:called-for"
    if "hypo" in view.near or "any" in view.beside or (asked_for and "hypo" in view.before):
        return "hypothetical", "rule:possible"
    if acts & _ASKING and (asked_for or (leads and m.type not in _DONE)):
        return "hypothetical", "rule:asked-for"
    if acts & _FEARING and leads and not m.article and "ongoing" not in view.near:
        return "hypothetical", "rule:feared"
    return None


def _in_force(m: Mention, view: _View) -> bool:
    """Whether a known truce is said to hold, whatever else the sentence fears or denies: `since the truce`."""
    return m.type == "ceasefire" and m.article and ("inforce" in view.after or "since" in view.near)


def _meant(reading: Reading, marks: Marks, m: Mention, view: _View) -> Found | None:
    """What somebody means to do: a verbal noun behind `to`, or behind a word of aim."""
    if not view.named or view.past:
        return None
    intent = "intent" in view.near or ("intent" in view.before and not m.article)
    if intent or ("aim" in view.beside and m.type not in _STRUCK):
        return ("planned" if intent or m.type != "ceasefire" else "hypothetical"), "rule:aim"
    led = "led" in view.near  # "which led to his arrest"
    if m.row.cls == "masdar" and reading.words[m.first].preposition == L.LAM and m.type not in MEANS and not led:
        return "planned", "rule:purpose"
    if not m.article and m.type in _PROVIDED and _provided(reading, marks, m):
        return "planned", "rule:provided"
    if m.type == "meeting" and not m.article and "convene" in view.near:
        return "planned", "rule:imperfect"
    if m.type == "aid":
        for k in range(max(reading.sentence_first(m.first), m.first - _BEFORE), m.first):
            if reading.words[k].preposition == L.LAM and "deliver" in marks.of(k):
                return "planned", "rule:purpose"
    return None


def _provided(reading: Reading, marks: Marks, m: Mention) -> bool:
    """Whether an agreement or plan is said to provide for it, further in front in the sentence."""
    first = max(reading.sentence_first(m.first), m.first - _CLAUSE)
    return marks.last("provides", first, m.first) is not None


def _going_on(reading: Reading, marks: Marks, m: Mention, view: _View) -> Found | None:
    if "amid" in view.beside and not view.past:
        return "ongoing", "rule:amid"
    if "ongoing" in view.after and _lasted(reading, marks, m):
        return "happened", "rule:lasted"
    after = "ongoing" in view.after and m.type != "ceasefire"  # "an end to the raging war": the war rages
    if "ongoing" in view.near or after or ("ongoing" in view.before and m.type in MEANS):
        return "ongoing", "rule:ongoing"
    if "since" in view.after and m.type in _SINCE and not view.past:
        return "ongoing", "rule:since"
    if m.row.finite and not m.article and not view.past:
        if _subjunctive(reading, m.first) and "earlier" in view.beside:
            return "happened", "rule:before-it"
        if "was" in view.near:
            return "happened", "rule:was"
        if "may" in view.beside or _subjunctive(reading, m.first):
            return "hypothetical", "rule:subjunctive"
        if reading.words[m.first].preposition == L.LAM:
            return "planned", "rule:purpose"
        if m.type in _STRUCK and _as_in_headlines(reading, m):
            return "happened", "rule:headline"
        if m.type in _MOVES and headline(reading, m.first):
            return "happened", "rule:headline"
        if m.type == "meeting":
            return ("happened", "rule:headline") if m.first < reading.title_stop else ("planned", "rule:imperfect")
        return "ongoing", "rule:imperfect"
    if m.type in _CARRIED_OUT and m.row.cls == "masdar" and ("began" in view.beside or "bymeans" in view.beside):
        return "ongoing", "rule:began"
    if m.type in _LASTING and not view.past and ("began" in view.after or "began" in view.beside):
        return "ongoing", "rule:began"
    return None


def _lasted(reading: Reading, marks: Marks, m: Mention) -> bool:
    """Whether a verb behind says how long it lasted: `that went on for weeks`, `until Friday`."""
    found = marks.first("lasted", m.stop, min(m.stop + _BEHIND, reading.sentence_stop(m.first)))
    if found is None or found[1] >= len(reading):
        return False
    word = reading.words[found[1]]
    return word.preposition == L.LAM or bool(marks.of(found[1]) & _LENGTHS)


def _as_in_headlines(reading: Reading, m: Mention) -> bool:
    """Whether the imperfect stands in a headline, or its subject right before it: `aircraft bomb the town`."""
    if m.type == "clash" or headline(reading, m.first):
        return headline(reading, m.first)
    i, k = m.first, m.first - 1
    if k < reading.sentence_first(i) or reading.words[i].conjunction or not reading.is_word(k):
        return False
    if any(reading.flags[j] & Kind.COMPLEMENTISER for j in range(max(reading.sentence_first(i), k - _TOLD_BEFORE), k)):
        return False
    return not reading.flags[k] & (Kind.FUNCTION | Kind.VERB | Kind.COMPLEMENTISER | Kind.CUE_VERB)


def _subjunctive(reading: Reading, i: int) -> bool:
    """Whether `an` stands right before the imperfect at `i`: what is wanted or feared, not what is."""
    return i > 0 and reading.forms[i - 1] in _THAT


def headline(reading: Reading, i: int) -> bool:
    """Whether the sentence of token `i` is a line without a full stop: a headline."""
    stop = reading.sentence_stop(i)
    last = reading.forms[stop - 1]
    return last[0] == "\n" and reading.forms[max(0, stop - 2)] not in L.FULL_STOPS


def _of_aid(reading: Reading, marks: Marks, m: Mention, view: _View) -> Found:
    """What is told of the coming of relief: that it was held up, that it is striven for, else that it is to come."""
    held = marks.last("holdsup", max(reading.sentence_first(m.first), m.first - _HELD), m.first)
    if held is not None and not _parted(reading, held[1], m.first):
        return "happened", "rule:held-up"
    return ("hypothetical", "rule:aim") if view.before & _WISHED else ("planned", "rule:by-word")


def _by_word(reading: Reading, marks: Marks, m: Mention, view: _View) -> Found | None:
    if "ended" in view.before:
        return "happened", "rule:ended"
    if m.type == "aid" and m.row.status == "planned" and m.start is None:
        return _of_aid(reading, marks, m, view)
    if m.type == "ceasefire" and "took" in view.after and "starting" in view.beside and m.start is None:
        return "ongoing", "rule:in-force"
    if m.row.status is not None and m.start is None and "inforce" not in view.before | view.after:
        return m.row.status, "rule:by-word"
    if m.type == "ceasefire" and m.article and m.start is None and m.row.cls == "noun" and "broken" not in view.before:
        return "ongoing", "rule:in-force"
    return None
