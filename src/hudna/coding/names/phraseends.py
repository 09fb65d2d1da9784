"""Where a noun phrase ends: at what is no part of it, or where another phrase begins."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hudna.coding.names.personnames import ends_person
from hudna.coding.words.nouns import (
    FINITE,
    HEADS,
    LEAST_DEED,
    LEAST_NAMED,
    LISTED,
    OF_THE_PRESS,
    WHOLE,
    closes,
    definite_end,
    glued_article,
    is_definite,
    is_named,
    names_region,
    names_state,
)
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Body, Cue, Post
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

LOYAL: Final = tuple(sorted(word_class("adjectives with li")))
"""How adjectives begin that go on with `li-`: loyal to, belonging to, opposed to."""
ACTING: Final = word_class("acting")
"""How a post is held: `acting`, behind its name."""
_FIELDS: Final = word_class("fields of bodies")
_BEHIND_PREPOSITION: Final = frozenset(("bi", "an", "ila", "ala", "min"))
"""Frames of verbs whose object stands behind a preposition."""
_OF_A_PHRASE: Final = HEADS | Kind.GIVEN | Kind.PERSON | Kind.HONORIFIC
"""What may stand in the phrase of a source without ending it."""
_DEEDS: Final = Kind.CONTENT_NOUN | Kind.TRIGGER | Kind.CUE_NOUN
_SEATS: Final = Kind.PLACE | Kind.PLACE_CLASS | Kind.BODY | Kind.POST | Kind.NISBA
_CROWDS: Final = Kind.AUDIENCE | Kind.SOURCE | Kind.POST
_LEAST_MASDAR: Final = 7
_ACCUSATIVE: Final = L.YEH + L.NOON
_SOUND_PLURALS: Final = (L.YEH + L.NOON, L.WAW + L.NOON)
_OUR: Final = L.NOON + L.ALEF
_SINGULAR_ENDS: Final = (L.YEH, L.HEH)
_PARTICIPLE: Final = L.AL + L.MEEM
"""How most adjectives begin that end in no yeh: `the extremist`, `the opposing`."""
_ADJECTIVE_ENDS: Final = (L.YEH, L.HEH, L.YEH + L.NOON, L.ALEF + L.TEH)


class Walk:
    """How far a walk along one noun phrase has come: where it began, and what it has passed."""

    __slots__ = ("first", "heads", "limit", "named", "r", "side", "whole")

    def __init__(self, r: Reading, first: int, limit: int) -> None:
        self.r = r
        self.first = first
        self.limit = limit
        self.heads = 0
        """The kinds of the heads passed so far."""
        self.named = -1
        """The token behind a well-known person's name."""
        self.whole = -1
        """The token behind a body's full name."""
        self.side: str | None = None
        """The side of the last body passed that tells one."""


def ends(walk: Walk, i: int) -> bool:
    """Whether the phrase ends before the word at `i`, which is no head."""
    # Each is asked only of words that it may hold of.
    word, form = walk.r.words[i], walk.r.forms[i]
    if (word.preposition or form[0] == L.BEH or form[0] == L.LAM) and (
        _governed(walk, i) or _governed_unknown(walk, i) or _governed_deed(walk, i) or _spoken_to(walk, i)
    ):
        return True
    definite = word.article or form.startswith(L.AL)
    if definite and (_deed_of_post(walk, i) or _definite_object(walk, i) or _is_deed(walk, i)):
        return True
    if definite and walk.heads == Kind.PLACE and _definite_behind_state(walk, i):
        return True
    if word.article:
        return False
    if _opens_object(walk, i) or _document_object(walk, i):
        return True
    return not definite and (_behind_state(walk, i) or _indefinite_behind_definite(walk, i))


def is_clause(r: Reading, i: int) -> bool:
    """Whether the word at `i` opens a clause or another report."""
    if r.words[i].article:
        return False
    if r.flags[i] & Kind.CUE_NOUN and _speaks_before(r, i):
        return True
    return bool(r.flags[i] & (FINITE | Kind.CUE_PARTICIPLE | Kind.CUE_PREPOSITION))


def _speaks_before(r: Reading, i: int) -> bool:
    """Whether the noun of speech at `i` belongs to who is named before it: `his saying`."""
    cue = r.words[i].find(Kind.CUE_NOUN)
    return cue is not None and isinstance(cue.row, Cue) and cue.row.target == "before"


def is_whom(walk: Walk, i: int) -> bool:
    """Whether a person begins at `i` whom a body acts on or speaks of: `held the ministry Haftar responsible`."""
    r = walk.r
    if not walk.heads & Kind.BODY or walk.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA):
        return False
    if r.flags[i] & Kind.HONORIFIC and r.words[i].article:
        named_for = r.flags[i - 1] & Kind.BODY and not is_definite(r, i - 1)  # "the battalion of the martyr X"
        return not r.flags[i] & Kind.POST and not named_for
    return bool(r.flags[i] & Kind.PERSON) and r.match(i, HEADS) is None and definite_end(r, i)


def _governed(walk: Walk, i: int) -> bool:
    """A known word with a preposition joined to it, without the article."""
    word = walk.r.words[i]
    if word.article and word.preposition == L.BEH and walk.r.flags[i] & _DEEDS:
        return not walk.r.flags[i] & _SEATS  # "the league welcomed | the truce"
    if not word.preposition or not walk.r.flags[i] & LISTED or word.article or _is_seat(walk, i):
        return False
    return not _completes_adjective(walk, i) and not is_last_name(walk, i) and not _is_field(walk, i)


def _is_field(walk: Walk, i: int) -> bool:
    """Whether `li-` tells what a body is for: `the Libyan observatory for the rights of man`."""
    r = walk.r
    word = r.words[i]
    if word.preposition != L.LAM or word.stem not in _FIELDS or i + 1 >= walk.limit:
        return False
    if not walk.heads & Kind.BODY or walk.heads & (Kind.SOURCE | Kind.MEDIA):
        return False
    behind = i + 2 if r.words[i + 1].stem in _FIELDS and i + 2 < walk.limit else i + 1
    return is_definite(r, i - 1) and is_definite(r, behind)


def _is_seat(walk: Walk, i: int) -> bool:
    """Whether `bi-` tells where somebody holds his post: `the director of health in the region of X`."""
    r = walk.r
    if r.words[i].preposition != L.BEH or not r.flags[i] & Kind.PLACE_CLASS:
        return False
    if not walk.heads & Kind.POST:
        return bool(walk.heads & Kind.SOURCE) and i + 1 < walk.limit and bool(r.flags[i + 1] & Kind.PLACE)
    return i + 1 < walk.limit and (bool(r.flags[i + 1] & (Kind.PLACE | Kind.PLACE_CLASS)) or is_definite(r, i + 1))


def is_last_name(walk: Walk, i: int) -> bool:
    """Whether the word at `i` ends a name behind a post, whatever else its letters may be: `Minister Marise Payne,`."""
    r = walk.r
    if not walk.heads & Kind.POST or i + 1 >= len(r) or i - walk.first < 2 or not closes(r, i + 1):
        return False
    before = r.flags[i - 1]
    return before & Kind.GIVEN != 0 or not (before & LISTED or is_definite(r, i - 1) or r.words[i - 1].preposition)


def _completes_adjective(walk: Walk, i: int) -> bool:
    """Whether `li-` with the article goes on with the adjective of a body: `the forces loyal to the legitimate`."""
    r = walk.r
    if not walk.heads & Kind.BODY or not r.forms[i].startswith(L.LAM + L.LAM) or not r.words[i - 1].article:
        return False
    if r.flags[i] & (Kind.AUDIENCE | Kind.OCCASION | Kind.MEDIA | Kind.POST | Kind.CONTENT_NOUN | Kind.TRIGGER):
        return False
    stem = r.words[i - 1].stem
    return stem.startswith(LOYAL, len(L.AL) if stem.startswith(L.AL) else 0)


def _governed_unknown(walk: Walk, i: int) -> bool:
    """A word of no list that begins like a preposition with the article."""
    r = walk.r
    form = r.forms[i]
    if r.words[i].flags & LISTED or not glued_article(form) or form in ACTING:
        return False
    return form[0] == L.BEH or not walk.heads & WHOLE or bool(r.flags[i] & Kind.AUDIENCE)


def _spoken_to(walk: Walk, i: int) -> bool:
    """`to the reporters`, `in a statement`."""
    r = walk.r
    return bool(r.flags[i] & (Kind.AUDIENCE | Kind.OCCASION) and r.words[i].preposition)


def _opens_object(walk: Walk, i: int) -> bool:
    """An indefinite noun that contents open with, behind a phrase that is whole."""
    r = walk.r
    word = r.words[i]
    if not word.flags & Kind.CONTENT_NOUN or word.article or word.flags & HEADS or ends_person(r, i):
        return False
    last = r.words[i - 1]
    whole = not last.flags & (Kind.POST | Kind.CONTENT_NOUN | Kind.FUNCTION | Kind.BODY) and i - walk.first >= 2
    return whole or definite_end(r, i)


def _governed_deed(walk: Walk, i: int) -> bool:
    """A word of no list that begins like a preposition with a verbal noun, or stands so behind a body or country."""
    r = walk.r
    form = r.forms[i]
    if r.flags[i] & LISTED or form[0] not in (L.BEH, L.LAM) or len(form) < LEAST_DEED:
        return False
    if walk.heads and not walk.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA):
        return not (form.startswith(L.LAM + L.LAM) and walk.whole != i and r.words[i - 1].article)
    if walk.named == i or (form[0] == L.LAM and form.endswith(_OUR)):
        return True  # "X to Y" in titles, "to our site", "X with the kindling of"
    return form[1] == L.MEEM and form[-1] == L.HEH


def _indefinite_behind_definite(walk: Walk, i: int) -> bool:
    """A word without the article behind one that has it, in a phrase for no person: no adjective, no genitive."""
    r = walk.r
    if not walk.heads or walk.heads & Kind.POST or r.words[i].article:
        return False
    if not is_definite(r, i - 1) and walk.whole != i:
        return False
    if r.forms[i].startswith(L.AL) or r.words[i].preposition or r.forms[i][0] in (L.LAM, L.BEH, L.WAW):
        return False
    if r.flags[i - 1] & Kind.HONORIFIC:
        return False
    return not r.flags[i] & _OF_A_PHRASE


def _definite_object(walk: Walk, i: int) -> bool:
    """A definite noun behind a definite adjective of nationality: whom or what a body acts on.

    No noun goes on with an adjective, and a second adjective is no deed, no crowd and no body.
    """
    r = walk.r
    if not is_definite(r, i) or walk.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA) or not walk.heads & Kind.BODY:
        return False
    if walk.whole == i and not r.flags[i] & _OF_A_PHRASE:
        return not r.forms[i].endswith(_SINGULAR_ENDS) and not r.forms[i].startswith(_PARTICIPLE)
    last = r.flags[i - 1]
    if not (last & Kind.NISBA and is_definite(r, i - 1) and not last & Kind.POST):
        return False
    if r.flags[i] & _OF_A_PHRASE:
        return False
    return not r.forms[i].endswith(_ADJECTIVE_ENDS)


def _is_deed(walk: Walk, i: int) -> bool:
    """A definite verbal noun of the longer patterns behind a definite word: no adjective has its letters."""
    r = walk.r
    form = r.forms[i]
    if len(form) < _LEAST_MASDAR or form[-2] != L.ALEF or form[2] != L.ALEF or not form.startswith(L.AL):
        return False
    if r.flags[i] & _OF_A_PHRASE or r.flags[i - 1] & Kind.FUNCTION:
        return False
    return is_definite(r, i - 1) and not r.words[i - 1].preposition


def _deed_of_post(walk: Walk, i: int) -> bool:
    """A definite deed right behind a definite title or its adjective: `the minister | the decision`."""
    r = walk.r
    if not walk.heads & Kind.POST or not r.flags[i] & _DEEDS or not r.words[i].article:
        return False
    if r.flags[i] & _OF_A_PHRASE or r.words[i].preposition:
        return False
    known = bool(r.flags[i - 1] & (Kind.POST | Kind.NISBA)) or r.forms[i - 1].endswith(L.YEH)
    return r.words[i - 1].article and known


def _behind_state(walk: Walk, i: int) -> bool:
    """An indefinite noun right behind the name of a country or town: what it acts on."""
    r = walk.r
    if walk.heads != Kind.PLACE or not r.flags[i - 1] & Kind.PLACE or i - walk.first > 2:
        return False
    word = r.words[i]
    return not (word.article or word.conjunction or word.preposition or r.forms[i].startswith(L.AL))


def _definite_behind_state(walk: Walk, i: int) -> bool:
    """A definite noun with its adjective right behind a country's name: `called upon Turkey | the world community`."""
    r = walk.r
    if i + 1 >= len(r) or not r.flags[i - 1] & Kind.PLACE or r.flags[i] & (Kind.NISBA | Kind.DIRECTION):
        return False
    if r.forms[i].endswith((L.YEH, L.HEH)) or r.words[i].conjunction or r.words[i].preposition:
        return False
    state = r.match(walk.first, Kind.PLACE)
    return state is not None and state[0] == i and names_state(state[1]) and is_definite(r, i + 1)


def _document_object(walk: Walk, i: int) -> bool:
    """An indefinite noun of speech behind a definite one or a whole phrase."""
    r = walk.r
    if not r.flags[i] & Kind.OCCASION or r.words[i].article:
        return False
    issued = walk.heads & Kind.BODY and r.forms[i][-1] == L.ALEF  # "five factions | a statement"
    return bool(issued) or definite_end(r, i)


# Whether another phrase begins with the head at `i`


def _crowd_object(walk: Walk, i: int) -> bool:
    """People in the accusative behind a definite word of another case: `told the committee the reporters that`."""
    r = walk.r
    form, last = r.forms[i], r.forms[i - 1]
    if not r.flags[i] & _CROWDS or not form.startswith(L.AL) or not form.endswith(_ACCUSATIVE):
        return False
    if not r.flags[i] & (Kind.AUDIENCE | Kind.SOURCE):
        post = r.words[i].find(Kind.POST)
        if post is None or not isinstance(post.row, Post) or post.row.plural is None:
            return False
    return is_definite(r, i - 1) and not last.endswith(_ACCUSATIVE) and not r.flags[i - 1] & Kind.FUNCTION


def _governed_head(walk: Walk, i: int, entry: Entry) -> bool:
    """A head with a preposition joined to it that goes on with no post (`secretary-general of the UN` does)."""
    r = walk.r
    if not r.words[i].preposition:
        return False
    if not walk.heads & WHOLE or (r.flags[i] & Kind.AUDIENCE and not entry.kind & Kind.BODY):
        return True
    if entry.kind & Kind.SOURCE and walk.heads & Kind.BODY and r.forms[i].startswith(L.LAM + L.LAM):
        return False  # "the centre for studies"
    if entry.kind & Kind.POST and not walk.heads & Kind.POST and _is_whole_body(r, i - 1):
        return True  # "said the Arab states to the minister"
    return not entry.kind & (Kind.BODY | Kind.PLACE | Kind.POST)


def _is_whole_body(r: Reading, i: int) -> bool:
    """Whether the body's name is whole at `i`: with a nationality, a place, or a feminine adjective."""
    if r.flags[i] & (Kind.NISBA | Kind.PLACE):
        return True
    return is_definite(r, i) and r.forms[i].endswith(L.YEH + L.HEH)


def _joined_behind_place(walk: Walk, i: int, entry: Entry) -> bool:
    """`and` with a head that is no place, behind a place."""
    word = walk.r.words[i]
    if not word.conjunction or word.article or not walk.heads & Kind.PLACE:
        return False
    return not entry.kind & (Kind.PLACE | Kind.BODY)


def _object_behind_subject(walk: Walk, i: int, entry: Entry) -> bool:
    """An indefinite noun behind a whole phrase: the object behind the subject."""
    word = walk.r.words[i]
    if entry.kind & Kind.POST and walk.heads & Kind.POST and _is_told(walk):
        return False  # a second title of the same one: "said the governor of X, the head of the committee"
    explained = walk.r.words[i - 1].article and not entry.kind & Kind.POST
    explained = explained or walk.heads == Kind.PLACE
    if not (walk.heads & WHOLE or explained) or not entry.kind & WHOLE or _behind_title(walk.r, i):
        return False
    return not (is_definite(walk.r, i) or word.conjunction or word.preposition) and definite_end(walk.r, i)


def _behind_title(r: Reading, i: int) -> bool:
    """Whether a definite title stands right before `i`: behind `Doctor` a calling is a name."""
    return bool(r.flags[i - 1] & Kind.HONORIFIC) and r.words[i - 1].article and not r.flags[i - 1] & Kind.POST


def _is_told(walk: Walk) -> bool:
    """Whether the phrase stands right behind a verb that has no person for its object: `said`, `pointed out`."""
    r, k = walk.r, walk.first - 1
    if k < 0 or not r.flags[k] & Kind.CUE_VERB:
        return False
    cue = r.words[k].find(Kind.CUE_VERB)
    if cue is None or not isinstance(cue.row, Cue) or cue.row.target != "none":
        return False
    return cue.row.act == "assert" or cue.row.frame in _BEHIND_PREPOSITION


def _is_object_of_post(r: Reading, i: int, entry: Entry) -> bool:
    """Whether a definite body stands right behind a definite post: no genitive, no adjective."""
    word, last = r.words[i], r.words[i - 1]
    if not entry.kind & Kind.BODY or r.flags[i] & Kind.NISBA or word.form.endswith(L.YEH):
        return False
    known = last.form.startswith(L.AL) and bool(r.flags[i - 1] & Kind.POST)
    return word.article and known and not word.conjunction and not word.preposition


def _is_object_of_text(walk: Walk, i: int) -> bool:
    """Whether a definite noun stands right behind `the statement`: whom the text calls upon."""
    r = walk.r
    if i != walk.first + 1 or not r.flags[walk.first] & Kind.OCCASION or not r.words[walk.first].article:
        return False
    return r.words[i].article and not r.flags[i] & Kind.NISBA


def _is_bare_state(r: Reading, i: int, entry: Entry) -> bool:
    """Whether a state's or a capital's name stands behind a word with the article: no genitive of it."""
    word = r.words[i]
    if word.article and r.flags[i] & Kind.NISBA and r.forms[i - 1].endswith(_SOUND_PLURALS):
        # No adjective: "the Houthis | Saudi Arabia".
        return names_state(entry) and r.forms[i].endswith(L.YEH + L.HEH)
    if word.article or word.conjunction or word.preposition or not is_definite(r, i - 1):
        return False
    if not names_state(entry) or r.words[i - 1].preposition:
        return False
    return not (r.flags[i - 1] | r.flags[max(0, i - 2)]) & Kind.PLACE_CLASS  # "in the American capital Washington"


def _other_behind_body(walk: Walk, i: int, entry: Entry) -> bool:
    """The proper name of another side behind a definite body or a person: whom they act on."""
    word = walk.r.words[i]
    if _is_object_of_post(walk.r, i, entry) or _is_object_of_text(walk, i):
        return True
    if walk.heads & Kind.POST and _is_bare_state(walk.r, i, entry):
        return True
    if walk.named == i and entry.kind & (Kind.PLACE | Kind.BODY) and not (word.conjunction or word.preposition):
        return True
    if word.conjunction or word.preposition or not walk.heads & Kind.BODY or not definite_end(walk.r, i):
        return False
    if walk.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA):
        return False
    if isinstance(entry.row, Body):
        if word.article and walk.whole == i and not walk.r.flags[i] & Kind.NISBA:
            return True
        return is_named(entry) and entry.row.side is not None and entry.row.side != walk.side
    return bool(entry.kind & Kind.PLACE) and walk.side is not None and not word.article


def _state_behind_name(walk: Walk, i: int, entry: Entry) -> bool:
    """A state or capital right behind the words of a person's name: whom the person accuses or calls upon."""
    r = walk.r
    if not walk.heads & Kind.POST or r.words[i].preposition or not (names_state(entry) or names_region(entry)):
        return False
    if r.words[i].conjunction or r.flags[i - 1] & ~(Kind.GIVEN | Kind.PERSON):
        return False
    return i - walk.first >= LEAST_NAMED or r.forms[i - 1].startswith(L.AL)


def _object_of_state(walk: Walk, i: int, entry: Entry) -> bool:
    """A definite body, title or people right behind a country's name alone: `criticised the Emirates | the Union`."""
    r = walk.r
    word = r.words[i]
    if walk.heads != Kind.PLACE or not word.article or word.conjunction or word.preposition:
        return False
    if not entry.kind & (WHOLE | Kind.AUDIENCE) or r.flags[i] & Kind.NISBA or not r.flags[i - 1] & Kind.PLACE:
        return False
    state = r.match(walk.first, Kind.PLACE)
    return state is not None and state[0] == i and names_state(state[1])


def _title_behind_body(walk: Walk, i: int, entry: Entry) -> bool:
    """A title with the article behind a body, in a phrase for no person: whom the body speaks of."""
    if not entry.kind & Kind.POST or not walk.r.words[i].article or not walk.heads & Kind.BODY:
        return False
    if walk.r.forms[i] in OF_THE_PRESS:
        return False  # "the media centre of X"
    if walk.r.forms[i].endswith(L.YEH + L.HEH) and walk.r.forms[i - 1].endswith((L.TEH, L.HEH)):
        return False  # an adjective: "rights organisations"
    return not walk.heads & (Kind.POST | Kind.SOURCE | Kind.MEDIA) and definite_end(walk.r, i)


_PARTINGS: Final[tuple[Callable[[Walk, int, Entry], bool], ...]] = (
    _governed_head,
    _joined_behind_place,
    _object_behind_subject,
    _title_behind_body,
    _other_behind_body,
    _state_behind_name,
    _object_of_state,
)


def another_begins(walk: Walk, i: int, entry: Entry) -> bool:
    """Whether another phrase begins with the head at `i`."""
    return _crowd_object(walk, i) or any(parts(walk, i, entry) for parts in _PARTINGS)
