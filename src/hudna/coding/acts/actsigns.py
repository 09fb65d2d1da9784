"""What the model of acts looks at in one statement: what is noted in its content, each note a number.

A note joins a kind (upper bits) and a number. It stands for one or several keys, for each of which the model has a
weight for each act: a sign in its place, behind a side, by a kind of speaker. Training takes the keys of all notes
(`keys_of`); in coding the model remembers for each note what its keys weigh together, so that a note is looked up once.
"""

from __future__ import annotations

from typing import Final, get_args

from hudna.coding.names.sides import side_of
from hudna.coding.words.reading import Reading
from hudna.model.findings import Act
from hudna.packs.lexicon import Kind
from hudna.packs.signwords import NOTE_BITS, PLACES, ActSigns, Phrases, SignWord
from hudna.packs.tables.speech import Body, Cue, FunctionWord
from hudna.text import letters as L

ACTS: Final[tuple[Act, ...]] = get_args(Act)
REACH: Final = 25
"""Tokens of the content that are looked at."""

_SHIFT: Final = 34
FAMILIES: Final = (
    "word",
    "root",
    "early word",
    "first word",
    "negated root",
    "cue",
    "cue's act",
    "sign",
    "sign by place",
    "sign by speaker",
    "sign by subject",
    "first sign by cue",
    "own side by place",
    "other side by place",
    "we by place",
    "first person by place",
    "coming deed",
    "coming deed by place",
    "coming deed by speaker",
    "negation by place",
    "negation",
    "own deed negated",
    "sides",
    "speaker",
    "quoted",
    "question",
    "rule",
    "rule by speaker",
)
"""The families of keys, for people to read; a key's family is its place here."""


def _base(family: str) -> int:
    return FAMILIES.index(family) << _SHIFT


_WORD: Final = _base("word")
_ROOT: Final = _base("root")
_EARLY: Final = _base("early word")
_FIRST: Final = _base("first word")
_NEGATED: Final = _base("negated root")
_CUE: Final = _base("cue")
_CUE_ACT: Final = _base("cue's act")
_SIGN: Final = _base("sign")
_SIGN_PLACE: Final = _base("sign by place")
_SIGN_WHO: Final = _base("sign by speaker")
_SIGN_SUBJECT: Final = _base("sign by subject")
_SIGN_CUE: Final = _base("first sign by cue")
_OWN: Final = _base("own side by place")
_OTHER: Final = _base("other side by place")
_WE: Final = _base("we by place")
_PERSON: Final = _base("first person by place")
_COMING: Final = _base("coming deed")
_COMING_PLACE: Final = _base("coming deed by place")
_COMING_WHO: Final = _base("coming deed by speaker")
_NOT_PLACE: Final = _base("negation by place")
_NOT: Final = _base("negation")
_NOT_OWN: Final = _base("own deed negated")
_SIDES: Final = _base("sides")
_WHO: Final = _base("speaker")
_QUOTED: Final = _base("quoted")
_QUESTION: Final = _base("question")
_RULE: Final = _base("rule")
_RULE_WHO: Final = _base("rule by speaker")

_NEGATED_SIGN: Final = 64
_NAMED: Final = Kind.PLACE | Kind.BODY | Kind.NISBA
_SIDED: Final = _NAMED | Kind.FUNCTION
_NO_VERB: Final = Kind.PLACE | Kind.BODY | Kind.POST | Kind.FUNCTION
_CUES: Final = Kind.CUE_VERB | Kind.CUE_NOUN | Kind.CUE_PARTICIPLE | Kind.CUE_PREPOSITION
_LAN: Final = (L.LAM + L.NOON, L.WAW + L.LAM + L.NOON, L.FEH + L.LAM + L.NOON)
_SAWFA: Final = (L.SEEN + L.WAW + L.FEH, L.WAW + L.SEEN + L.WAW + L.FEH, L.FEH + L.SEEN + L.WAW + L.FEH)
_SCOPE: Final = 3
"""Words that a negation reaches over."""
_FRAMES: Final = {
    "that": 2,
    "noun": 3,
    "outlook": 3,
    "noun+an": 4,
    "noun+ala": 5,
    "ila": 6,
    "bi+ila": 6,
    "an": 7,
    "clause+an": 7,
    "clause": 8,
    "bi": 9,
    "that+bi": 10,
    "after": 11,
}
_BEFORE_FUTURE: Final = (L.YEH, L.TEH, L.NOON, L.ALEF)
_NO_VERB_ENDS: Final = (
    L.YEH + L.HEH,
    L.ALEF + L.TEH,
    L.WAW + L.YEH,
    L.YEH + L.WAW,
    L.ALEF + L.SEEN + L.YEH,
    L.ALEF + "\N{ARABIC LETTER REH}" + L.HEH,
    L.ALEF + L.SEEN + L.HEH,
)
"""Ends of nouns that begin like a future: yearly, years, political, car."""
_FIRST_PERSON: Final = (L.NOON, L.ALEF)
_NO_ONE, _OWN_FIRST, _OTHER_FIRST = 0, 1, 2
_CIRCLES: Final = {"MEDIA": 1, "NGO": 2, "ICRC": 2, "UN": 3, "EU": 3, "AL": 3, "GCC": 3, "OIC": 3}
_UNTOLD, _PARTY = 0, 4
_OTHER_SIDE: Final = "OTHER"
"""A known side without a code: two that have it need not be one."""


def circle_of(own: set[str]) -> int:
    """In which circle a speaker of these sides belongs: untold, media, aid and rights, world bodies, a party."""
    for side in sorted(own):
        return _CIRCLES.get(side, _PARTY)
    return _UNTOLD


def future_mark(r: Reading, i: int) -> str:
    """The letter of the person where the word is an imperfect with `sa-`; else nothing."""
    form = r.forms[i]
    at = 1 if form[0] == L.WAW or form[0] == L.FEH else 0
    if len(form) < at + 5 or form[at] != L.SEEN or form[at + 1] not in _BEFORE_FUTURE:
        return ""
    word = r.words[i]
    if word.future:
        return form[at + 1]
    return "" if word.flags or form.endswith(_NO_VERB_ENDS) else form[at + 1]


def is_own(r: Reading, i: int, own: set[str]) -> bool:
    """Whether the word at `i` names the speaker's own side: `his country`, `the movement`, its name or nationality."""
    flags, word = r.flags[i], r.words[i]
    if flags & Kind.FUNCTION:
        small = r.match(i, Kind.FUNCTION)
        if small is not None and isinstance(small[1].row, FunctionWord) and small[1].row.role == "own":
            return True
    if flags & Kind.BODY:
        if word.pronoun:
            return True
        body = word.find(Kind.BODY)
        alone = i + 1 >= len(r) or not r.flags[i + 1] & Kind.NISBA
        if own and word.article and alone and body is not None and isinstance(body.row, Body) and not body.row.named:
            return body.row.side is None
    if not own or not flags & _NAMED:
        return False
    found = r.match(i, _NAMED)
    if found is None:
        return False
    side = side_of(found[1])
    return side in own and side != _OTHER_SIDE


# Notes

_KIND: Final = NOTE_BITS
_NUMBER: Final = (1 << _KIND) - 1
KINDS: Final = (
    "key",
    *PLACES,
    "sign",
    "coming deed",
    "negation",
    "refused",
    "sides",
    "rule",
)
"""The kinds of notes, for people to read; a note's kind is its place here. A `key` stands for itself alone.

A word is noted by the numbers of its root and its stem, and is the later the lower its kind.
"""
_LATE: Final = KINDS.index("late word")
_EARLY_WORD: Final = KINDS.index("early word")
_FIRST_WORD: Final = KINDS.index("first word")
_SIGNS: Final = KINDS.index("sign")
_COMING_DEED: Final = KINDS.index("coming deed")
_NEGATION_MET: Final = KINDS.index("negation")
_REFUSED_DEED: Final = KINDS.index("refused")
_SIDES_MET: Final = KINDS.index("sides")
_STEM: Final = (1 << 32) - 1
_N_SIGN: Final = _SIGNS << _KIND
_N_COMING: Final = _COMING_DEED << _KIND
_N_NEGATION: Final = _NEGATION_MET << _KIND
_N_REFUSED: Final = _REFUSED_DEED << _KIND
_N_SIDES: Final = _SIDES_MET << _KIND
_N_RULE: Final = KINDS.index("rule") << _KIND


def keys_of(note: int) -> list[int]:
    """The keys of the model that the note stands for."""
    kind, n = note >> _KIND, note & _NUMBER
    if kind == 0:
        return [n]
    if kind <= _FIRST_WORD:
        stem = n & _STEM
        keys = [_WORD | stem, _ROOT | n >> 32]
        if kind >= _EARLY_WORD:
            keys.append(_EARLY | stem)
        if kind == _FIRST_WORD:
            keys.append(_FIRST | stem)
        return keys
    if kind == _SIGNS:
        frame, who, subject, zone, sign = n & 15, n >> 4 & 7, n >> 7 & 3, n >> 9 & 3, n >> 11
        keys = [_SIGN | sign, _SIGN_PLACE | sign << 2 | zone, _SIGN_WHO | sign << 3 | who]
        keys.append(_SIGN_SUBJECT | sign << 2 | subject)
        if zone == 0:
            keys.append(_SIGN_CUE | sign << 4 | frame)
        return keys
    if kind == _COMING_DEED:
        who, zone, number = n & 7, n >> 3 & 3, n >> 5
        return [_COMING | number, _COMING_PLACE | number << 2 | zone, _COMING_WHO | number << 3 | who]
    if kind == _NEGATION_MET:
        return [_NOT_PLACE | n & 3, _NOT | n >> 2]
    if kind == _REFUSED_DEED:
        return [_NOT_OWN | n & 3, _NOT_OWN | 4 | n]
    if kind == _SIDES_MET:
        return [_SIDES | n & 15, _SIDES | 16 | n & 15 | n >> 4 << 5]
    return [_RULE | n >> 3, _RULE_WHO | (n >> 4) << 3 | n & 7]


class _Walk:
    """One content on the way through it: what it is read with, and what has been met so far."""

    __slots__ = (
        "frame",
        "negation",
        "other_at",
        "out",
        "own",
        "own_at",
        "r",
        "refused",
        "signs",
        "skip",
        "stop",
        "who",
        "words",
    )

    def __init__(self, r: Reading, signs: ActSigns, first: int, stop: int, own: set[str]) -> None:
        self.r = r
        self.signs = signs
        self.stop = stop
        self.own = own
        self.who = circle_of(own)
        self.frame = 0
        self.out: set[int] = set()
        self.words = 0
        self.negation = 0
        """Words that the last negation still reaches over."""
        self.refused = False
        """Whether one of the first words is negated."""
        self.own_at = -1
        self.other_at = -1
        """At which word the speaker's own side, and another, was first named."""
        self.skip = first

    def subject(self) -> int:
        """Whose side has been named first so far."""
        if self.own_at >= 0 and (self.other_at < 0 or self.own_at < self.other_at):
            return _OWN_FIRST
        return _OTHER_FIRST if self.other_at >= 0 else _NO_ONE


def collect(
    r: Reading,
    signs: ActSigns,
    content: tuple[int, int],
    *,
    cue: tuple[int, int] | None,
    default: Act,
    own: set[str],
    told: int,
    sure: bool,
) -> set[int]:
    """What is noted of a statement by the sides `own`; `told`: the place of the act that a rule tells (-1: none)."""
    first, stop = content
    walk = _Walk(r, signs, first, min(stop, first + REACH), own)
    out, who = walk.out, walk.who
    out.add(_WHO | who)
    _cue(walk, cue, default)
    if first < len(r):
        out.add(_QUOTED | int(r.quote_of[first] >= 0))
    for i in range(first, walk.stop):
        if r.is_word(i):
            _word(walk, i)
        elif r.forms[i] == L.QUESTION or r.forms[i] == "?":
            out.add(_QUESTION)
    subject = walk.subject()
    if walk.refused:
        out.add(_N_REFUSED | walk.frame << 3 | subject)
    sides = int(walk.own_at >= 0) | int(walk.other_at >= 0) << 1
    out.add(_N_SIDES | who << 4 | sides << 2 | subject)
    if told >= 0:
        out.add(_N_RULE | told << 4 | int(sure) << 3 | who)
    return out


def hint_of(r: Reading, signs: ActSigns, i: int) -> SignWord:
    """What the word at `i` hints at; its form is looked up once."""
    word = r.words[i]
    if word.hint is None:
        word.hint = signs.word(word.form)
    return word.hint


def _cue(walk: _Walk, cue: tuple[int, int] | None, default: Act) -> None:
    """Note the cue, and the number of its frame, which tells verbs of one build together."""
    if cue is None:
        walk.out.add(_CUE)
        return
    r = walk.r
    walk.frame = 1
    walk.out.add(_CUE | walk.signs.word(r.words[cue[0]].stem).stem)
    if default != "assert":
        walk.out.add(_CUE_ACT | ACTS.index(default))
    found = r.match(cue[0], _CUES)
    if found is not None and isinstance(found[1].row, Cue):
        walk.frame = _FRAMES.get(found[1].row.frame, 1)


def _word(walk: _Walk, i: int) -> None:
    """Note what the word at `i` is and shows."""
    r, out, n = walk.r, walk.out, walk.words
    flags, word = r.flags[i], hint_of(r, walk.signs, i)
    zone = 0 if n == 0 else 1 if n < 4 else 2 if n < 14 else 3
    out.add(word.notes[2 if n == 0 else 1 if n < 3 else 0])
    if flags & _SIDED and i >= walk.skip:
        _side(walk, i, zone)
    if word.plain and not flags & Kind.NEGATION:
        if walk.negation:
            walk.negation -= 1
        walk.words = n + 1
        return
    if word.we and zone < 3 and not flags & Kind.PLACE:
        out.add(_WE | zone)
        if walk.own_at < 0:
            walk.own_at = n
    if word.person and zone < 2 and not flags & _NO_VERB:
        out.add(_PERSON | zone)
    if word.coming:
        _coming(walk, i, zone)
    if i >= walk.skip:
        if word.phrases is not None:
            _phrases(walk, word.phrases, i, zone)
        for sign in word.signs:
            _sign(walk, sign, zone)
    if flags & Kind.NEGATION and not r.words[i].article and not _is_still(walk, word, i):
        _negation(walk, word, i, zone)
    elif walk.negation:
        walk.negation -= 1
    walk.words = n + 1


def _negation(walk: _Walk, word: SignWord, i: int, zone: int) -> None:
    walk.negation = _SCOPE
    walk.refused = walk.refused or zone < 2
    walk.out.add(_N_NEGATION | word.stem << 2 | zone)
    if i + 1 < walk.stop:
        walk.out.add(_NEGATED | hint_of(walk.r, walk.signs, i + 1).root)


def _is_still(walk: _Walk, word: SignWord, i: int) -> bool:
    """Whether the negation at `i` is part of `still`, `must` or `no doubt`, and nothing is negated."""
    following = word.phrases.get(walk.r.forms[i + 1]) if word.phrases is not None and i + 1 < walk.stop else None
    if following is not None:
        for _, sign in following:
            if sign == walk.signs.still:
                return True
    return False


def _side(walk: _Walk, i: int, zone: int) -> None:
    """Note the side that the word at `i` names."""
    r = walk.r
    found = r.match(i, _NAMED) if r.flags[i] & _NAMED else None
    if is_own(r, i, walk.own):
        if walk.own_at < 0:
            walk.own_at = walk.words
            walk.out.add(_OWN | zone)
    elif found is not None and side_of(found[1]) is not None:
        if walk.other_at < 0:
            walk.other_at = walk.words
            walk.out.add(_OTHER | zone)
        else:
            walk.out.add(_OTHER | 4)
    if found is not None:
        walk.skip = found[0]


def _coming(walk: _Walk, i: int, zone: int) -> None:
    """Note what is said to come: `sa-`, `sawfa`, and with `lan` what is said not to come."""
    forms = walk.r.forms
    form, never = forms[i], 0
    if form in _LAN or form in _SAWFA:
        never = int(form in _LAN)
        person = forms[i + 1][0] if i + 1 < walk.stop else ""
    else:
        person = future_mark(walk.r, i)
        if not person:
            return
    mine = int(person in _FIRST_PERSON)
    number = never << 3 | mine << 2 | walk.subject()
    walk.out.add(_N_COMING | number << 5 | zone << 3 | walk.who)
    if mine and walk.own_at < 0:
        walk.own_at = walk.words


def _phrases(walk: _Walk, phrases: Phrases, i: int, zone: int) -> None:
    """Note the signs of the phrases that begin at `i`."""
    forms = walk.r.forms
    following = phrases.get(forms[i + 1]) if i + 1 < walk.stop else None
    if following is None:
        return
    for rest, sign in following:
        if len(rest) == 1 or tuple(forms[i + 1 : i + 1 + len(rest)]) == rest:
            _sign(walk, sign, zone)


def _sign(walk: _Walk, sign: int, zone: int) -> None:
    """Note a sign: its place, who speaks, whose side was named before it, and of the first word the cue's frame."""
    if walk.negation:
        sign += _NEGATED_SIGN
    frame = walk.frame if zone == 0 else 0
    walk.out.add(_N_SIGN | sign << 11 | zone << 9 | walk.subject() << 7 | walk.who << 4 | frame)


# Notes, for people


def kind_of(note: int) -> str:
    """What the note is of: one of `KINDS`, and of a `key` the key's family."""
    kind = note >> _KIND
    return KINDS[kind] if kind else FAMILIES[(note & _NUMBER) >> _SHIFT]


def stem_in(note: int) -> int:
    """The number of the stem that the note is of; -1 where it is of no word."""
    return note & _STEM if _LATE <= note >> _KIND <= _FIRST_WORD else -1


def sign_in(note: int) -> int:
    """The sign that the note is of, where it is one that is not negated: else -1."""
    sign = (note & _NUMBER) >> 11
    return sign if note >> _KIND == _SIGNS and sign < _NEGATED_SIGN else -1
