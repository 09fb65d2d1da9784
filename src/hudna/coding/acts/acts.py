"""What a speaker does by saying something: from the cue, the words of the content, negation, and a trained model.

A cue that tells the act by itself (`denied`, `accused`, `called on`) is believed. Behind a neutral one (`said`,
`added`) rules look for words and builds that tell the act, and the model weighs what they found with all other signs.
"""

from __future__ import annotations

from typing import Final

from hudna.coding.acts.actmodel import ActModel, Weighed, load_model
from hudna.coding.acts.actsigns import ACTS, REACH, collect, future_mark, hint_of, is_own, kind_of, sign_in, stem_in
from hudna.coding.words.nouns import printed_feminine
from hudna.coding.words.reading import Reading
from hudna.model.findings import Act
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.signs import load_signs
from hudna.packs.signwords import ActSigns
from hudna.packs.tables.speech import ActWord
from hudna.text import letters as L

_REACH: Final = 10
"""Tokens from the start of the content in which the verb of what is promised stands."""
_FIRST_PERSON: Final = (L.NOON, L.ALEF)
_SPECIFIC: Final[dict[Act, int]] = {act: place for place, act in enumerate(ACTS)}
"""The acts from general to specific, as the annotation guide lists them: where two fit, the lower one holds."""
_SUBJECT_BEHIND: Final = 3
"""Tokens from a negation within which the subject of its verb stands."""
_ANY: Final = (L.ALEF + L.YEH, L.ALEF + L.YEH + L.HEH)
_ANY_BEHIND: Final = 4
"""Tokens before the noun behind `any` within which its negation stands."""
_FEELINGS: Final[tuple[Act, ...]] = ("condemn", "refuse", "support")
_LEAST_SURE: Final = 0.35
"""How sure the model must be of an act that no rule tells."""
_LEAST_TOLD: Final = 0.3
"""How sure the model must be of an act that a sure rule tells, so that it is no mere assertion."""
_ASSERT: Final = ACTS.index("assert")
_NEAR: Final = 3
"""Words from the start of the content in which a word of place `start` counts."""
NEUTRAL: Final[tuple[Act, ...]] = ("assert", "confirm")

Told = tuple[str, Act, str, bool]
"""The rule, the act that it tells, the pack's row (or nothing), and whether it is sure: a word says it."""


def act_of(
    r: Reading, content: tuple[int, int], *, cue: tuple[int, int] | None, default: Act, own: set[str]
) -> tuple[Act, list[str]]:
    """The act of a statement with its reasons: what rules and model tell behind a neutral cue, else the cue's.

    `default` is the cue's act, `own` the speaker's sides.
    """
    told = told_of(r, content, cue=cue, default=default, own=own)
    reasons = ["rule:cue-default"] if told is None else [told[0], told[2]] if told[2] else [told[0]]
    if default not in NEUTRAL:
        return (default if told is None else told[1]), reasons
    place = ACTS.index(told[1]) if told is not None else -1
    sure = told is not None and told[3]
    signs, model = load_signs("ar"), load_model("ar")
    notes = collect(r, signs, content, cue=cue, default=default, own=own, told=place, sure=sure)
    weighed = model.weigh(notes)
    best, share = decide(model, weighed, place, sure=sure)
    if best != place:
        reasons = []
    by = f"model:{model.name} ({share:.2f})"
    return ACTS[best], [*reasons, by, *_named(r, content, signs, model.weightiest(weighed, best))]


def decide(model: ActModel, weighed: list[Weighed], told: int, *, sure: bool) -> tuple[int, float]:
    """The place of the act that weighs most, and how sure the model is of it; `told`: the rule's act (-1: none)."""
    sums = model.scores(weighed, told, sure=sure)
    best = sums.index(max(sums))
    share = model.share(sums, best)
    if best != told and share < _LEAST_SURE:  # no rule says so and the model hardly does: told plainly
        best = _ASSERT
        share = model.share(sums, best)
    if best == _ASSERT and sure and told >= 0:
        said = model.share(sums, told)
        if said >= _LEAST_TOLD:
            return told, said
    return best, share


def told_of(
    r: Reading, content: tuple[int, int], *, cue: tuple[int, int] | None, default: Act, own: set[str]
) -> Told | None:
    """What a rule tells: a word behind the cue, a word of the content, whose deed is denied or promised."""
    told = _behind_cue(r, content[0], cue, default) or _in_content(r, *content, default, own)
    if told is not None:
        return told
    if default in NEUTRAL:
        if _own_denial(r, *content, own):
            return "rule:own-side-negated", "deny", "", False
        return _foretold(r, *content, own)
    return None


# The model's reasons


def _named(r: Reading, content: tuple[int, int], signs: ActSigns, notes: list[int]) -> list[str]:
    """The notes that weighed most, for people: `sign:coming deed`, `sign:word (the word)`."""
    forms = dict.fromkeys([stem_in(note) for note in notes if stem_in(note) >= 0], "")
    wanted = len(forms)
    for i in range(content[0], min(content[1], content[0] + REACH) if wanted else 0):
        stem = hint_of(r, signs, i).stem
        if forms.get(stem) == "":
            forms[stem] = r.forms[i]
            wanted -= 1
            if not wanted:
                break
    out: list[str] = []
    for note in notes:
        sign, form = sign_in(note), forms.get(stem_in(note), "")
        name = signs.names[sign] if sign >= 0 else kind_of(note)
        told = f"sign:{name} ({form})" if form else f"sign:{name}"
        if told not in out:
            out.append(told)
    return out


# Words


def _behind_cue(r: Reading, first: int, cue: tuple[int, int] | None, default: Act) -> Told | None:
    """`Expressed his hope that`: the act is told before the content begins."""
    for i in range(cue[1] if cue is not None else first, first):
        if not r.flags[i] & Kind.ACT or not (r.words[i].pronoun or r.flags[i - 1] & Kind.FUNCTION):
            continue  # a word of the speaker's name: the Rapid *Support* Forces
        found = _act_word(r, i, default)
        if found is not None:
            return "rule:word-behind-cue", found[1].act, found[0].why, True
    return None


def _in_content(r: Reading, first: int, stop: int, default: Act, own: set[str]) -> Told | None:
    """The word of the content that tells its act; of several the one with the most specific act."""
    told: Told | None = None
    skip = first
    for i in range(first, stop):
        flags = r.flags[i]
        if flags & Kind.BODY:
            skip = max(skip, _behind_body(r, i))
        if not flags & Kind.ACT or i < skip:
            continue
        found = _act_word(r, i, default)
        if found is None:
            continue
        entry, row = found
        if row.where != "anywhere" and not _stands_early(r, first, i, row.where == "first"):
            continue
        if row.act != "deny" and _negated(r, i, first):
            continue
        if _is_reason(r, i, row.act):
            continue
        if row.act == "accuse" and _is_no_charge(r, first, i, own):
            continue
        if told is None or _SPECIFIC[row.act] > _SPECIFIC[told[1]]:
            told = "rule:content-word", row.act, entry.why, True
    return told


def _behind_body(r: Reading, i: int) -> int:
    """The token behind the name of several words that begins at `i`; `i` where there is none."""
    found = r.match(i, Kind.BODY)
    return found[0] if found is not None and found[0] > i + 1 else i


def _act_word(r: Reading, i: int, default: Act) -> tuple[Entry, ActWord] | None:
    """The word at `i` that tells an act more special than the cue's."""
    found = r.match(i, Kind.ACT)
    if found is None or not isinstance(found[1].row, ActWord) or _is_no_pronoun(r, i, found[0]):
        return None
    return (found[1], found[1].row) if default in found[1].row.over.split("+") else None


def _is_no_pronoun(r: Reading, i: int, stop: int) -> bool:
    """Whether the end of the word was taken for `his`, where a teh marbuta is printed: police, not `his condition`."""
    return bool(r.words[i].pronoun) and stop == i + 1 and printed_feminine(r, i)


def _stands_early(r: Reading, first: int, i: int, opening: bool) -> bool:
    """Whether the word stands among the first; `opening`: as the very first, and without the article."""
    before = _words_between(r, first, i)
    return before == 0 and not r.words[i].article if opening else before < _NEAR


def _words_between(r: Reading, first: int, i: int) -> int:
    """How many words stand before `i`, as far as it matters."""
    count = 0
    for k in range(first, i):
        count += r.is_word(k)
        if count >= _NEAR:
            break
    return count


def _negated(r: Reading, i: int, first: int) -> bool:
    """Whether a negation stands right before the word, or before `any` and its verb: `did not set any conditions`."""
    if i > first and r.forms[i - 1] in _ANY:
        return any(r.flags[k] & Kind.NEGATION for k in range(max(first, i - _ANY_BEHIND), i - 1))
    return i > first and bool(r.flags[i - 1] & Kind.NEGATION) and not r.flags[i - 1] & Kind.ACT


def _is_reason(r: Reading, i: int, act: Act) -> bool:
    """Whether the word only gives a reason: `was jailed for his conviction`."""
    return act in _FEELINGS and r.words[i].preposition == L.LAM


def _is_no_charge(r: Reading, first: int, i: int, own: set[str]) -> bool:
    """Whether the wrong at `i` is still to come, or told of the speaker's own side."""
    if r.words[i].future:
        return True
    return any(is_own(r, k, own) for k in range(max(first, i - _REACH), i))


# Whose deed


def _foretold(r: Reading, first: int, stop: int, own: set[str]) -> Told | None:
    """A promise, where the content says what the speaker's own side will do: `we shall`, or after its name.

    What another side or a thing will do is no promise.
    """
    words = 0
    for i in range(first, min(stop, first + _REACH)):
        if not r.is_word(i):
            continue
        person = future_mark(r, i)
        if person in _FIRST_PERSON:
            return "rule:first-person-future", "commit", "", False
        if person:
            mine = words == 0 or any(is_own(r, k, own) for k in range(first, i))
            return ("rule:future-of-own-doing", "commit", "", False) if mine else None
        words += 1
    return None


def _own_denial(r: Reading, first: int, stop: int, own: set[str]) -> bool:
    """Whether the content opens with the speaker's own side and says it did not.

    `lam` (did not) denies; `lan` and `la` tell of what will or does not come, which is no denial by itself.
    """
    limit = min(stop, first + 6)
    for i in range(first, limit):
        if not r.flags[i] & Kind.NEGATION or r.words[i].stem != L.LAM + L.MEEM or r.words[i].conjunction:
            continue  # `and did not`: the content opens with what was done
        told = range(first, min(i + _SUBJECT_BEHIND, stop))
        return any(is_own(r, k, own) for k in told) or (i + 1 < stop and r.forms[i + 1].startswith(L.NOON))
    return False
