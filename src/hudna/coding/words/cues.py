"""Small questions about cues and the words round them, which all that reads reported speech asks."""

from __future__ import annotations

from functools import cache
from typing import Final

from hudna.coding.words.quotations import Quotation
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Entry, Kind
from hudna.packs.tables.speech import Cue, Negation
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

PAUSES: Final = L.COMMAS | {L.SEMICOLON}
ITS: Final = (L.HEH, L.HEH + L.ALEF, L.HEH + L.MEEM)
"""Pronouns written onto a preposition."""
IN: Final = L.FEH + L.YEH
OF: Final = L.MEEM + L.NOON
WHAT: Final = L.MEEM + L.ALEF
JOINED: Final = {"bi": L.BEH, "li": L.LAM}
"""Frames whose preposition is written onto the noun."""
TIES: Final = frozenset(("ila", "an", "ala", "min"))
TIED: Final = TIES | {"fi"}
"""Frames whose preposition is a word of its own."""
_SOON: Final = 12
"""Tokens behind a verb within which the clause or quotation that it reports must begin."""
_LETTERS: Final = word_class("letters of names")
"""Letters by their foreign names, of which `an` is one as well."""
_LONGEST_SPELT: Final = 8
"""Tokens of the longest name that is spelt by letters, its full stops counted."""
_BEFORE_NOUNS: Final = word_class("prepositions before nouns")
"""Prepositions that no verb stands behind, beside those that cues ask for."""
_SOURCES: Final = (
    Kind.POST | Kind.BODY | Kind.SOURCE | Kind.MEDIA | Kind.HONORIFIC | Kind.CUE_NOUN | Kind.CUE_VERB | Kind.PERSON
)
"""What one goes by that speaks: `according to the minister, a report, what he said`."""


def cue_at(r: Reading, i: int, kind: int) -> tuple[int, Entry, Cue] | None:
    """The cue at `i`: the token behind it, its entry and its row."""
    found = r.match(i, kind)
    if found is None or not isinstance(found[1].row, Cue):
        return None
    return found[0], found[1], found[1].row


def verb_cue(r: Reading, k: int) -> Cue | None:
    """The row of the verb of speech at `k`, as a single word."""
    cue = r.words[k].find(Kind.CUE_VERB)
    return cue.row if cue is not None and isinstance(cue.row, Cue) else None


def takes_object(r: Reading, k: int) -> bool:
    """Whether the verb of speech at `k` may have the one spoken of joined to it: `accused him`."""
    cue = verb_cue(r, k)
    return cue is not None and cue.target == "object"


def speaks_next(r: Reading, k: int) -> bool:
    """Whether right behind the verb of speech at `k` its subject stands: `and the army announced`."""
    cue = verb_cue(r, k)
    if cue is None or cue.inflect != "perfect" or k + 1 >= len(r):
        return False
    return bool(r.flags[k + 1] & (Kind.POST | Kind.BODY | Kind.SOURCE)) and not r.words[k + 1].preposition


def clause_soon(r: Reading, k: int) -> bool:
    """Whether a complementiser or a quotation mark stands within a few tokens behind `k`."""
    near = range(k + 1, min(k + _SOON, len(r)))
    return any(r.flags[j] & Kind.COMPLEMENTISER or r.forms[j] in L.QUOTE_MARKS for j in near)


def names_source(r: Reading, k: int, *, known: bool = False) -> bool:
    """Whether a source stands behind `according to` at `k`, and not a plan or a law that something goes by.

    `known`: it must be a word that tells a speaker, not a name that no list holds.
    """
    found = r.match(k, Kind.CUE_PREPOSITION)
    if found is None or found[0] >= len(r):
        return False
    after = found[0]
    if r.flags[after] & _SOURCES or r.forms[after] in L.QUOTE_MARKS:
        return True
    return isinstance(found[1].row, Cue) and (found[1].row.frame == "after" or not (known or r.flags[after]))


def makes_noun(r: Reading, k: int) -> bool:
    """Whether a preposition stands at `k` that no verb follows, so that what stands behind it is a noun."""
    if not r.flags[k] & Kind.FUNCTION:
        return False
    small = r.small_word(k)
    if small is None or small.role != "preposition":
        return False
    return small.frame is not None or r.words[k].stem in _BEFORE_NOUNS


@cache
def frames(frame: str) -> tuple[str, ...]:
    """The frames of a cue, which its row joins with plus signs."""
    return tuple(frame.split("+"))


@cache
def noun_frames(frame: str) -> tuple[str, ...]:
    """The frames among those joined that a bare noun phrase may fill."""
    return tuple(name for name in frames(frame) if name in TIED or name in JOINED or name in ("noun", "outlook"))


def ties(r: Reading, k: int, frame: str) -> bool:
    """Whether the word at `k` is the preposition of the frame."""
    small = r.small_word(k)
    if small is None:
        return False
    return small.frame == frame or (frame == "fi" and r.words[k].stem == IN)


def is_aside(r: Reading, k: int) -> bool:
    """Whether a phrase at `k` reports nothing, though it begins with a cue: `who asked not to be named`."""
    return any(entry.kind & Kind.VERB for _, entry in r.phrases.get(k, ()))


def is_unsaid(r: Reading, i: int) -> bool:
    """Whether the verb of speech at `i` is negated: `did not confirm`, `without saying`."""
    if i == 0:
        return False
    negation = r.words[i - 1].find(Kind.NEGATION) if r.flags[i - 1] & Kind.NEGATION else None
    if negation is not None:
        return isinstance(negation.row, Negation) and negation.row.speech is not None
    return i > 1 and bool(r.flags[i - 1] & Kind.COMPLEMENTISER) and _is_without(r, i - 2)


def _is_without(r: Reading, k: int) -> bool:
    negation = r.words[k].find(Kind.NEGATION) if r.flags[k] & Kind.NEGATION else None
    return negation is not None and isinstance(negation.row, Negation) and negation.row.speech == "without"


def leaves_unsaid(r: Reading, k: int) -> bool:
    """Whether the reporter's `without saying ...` begins at `k`."""
    if r.forms[k] == OF:
        k += 1
    if k + 2 >= len(r) or not _is_without(r, k):
        return False
    return bool(r.flags[k + 1] & Kind.COMPLEMENTISER and r.flags[k + 2] & Kind.CUE_VERB)


def is_adverbial(form: str) -> bool:
    """Whether a folded participle has the ending of one that tells what the speaker does besides."""
    return form.endswith((L.ALEF, L.YEH + L.NOON))


def is_led(r: Reading, k: int) -> bool:
    """Whether a small word stands before `k` that asks for a verb, so that no `and` begins it: `which (and) came`."""
    small = r.small_word(k - 1)
    return small is not None and small.role in ("relative", "particle")


def is_relative(r: Reading, i: int) -> bool:
    """Whether `who` stands at `i`, not `what`."""
    small = r.small_word(i) if i >= 0 else None
    return small is not None and small.role == "relative" and r.words[i].stem.startswith(L.AL)


def spells_name(r: Reading, quote: Quotation) -> bool:
    """Whether a short quotation is an outlet's name of letters, one of them written like `that`: `"C N N"`."""
    if not quote.closed or len(quote) > _LONGEST_SPELT:
        return False
    if is_letters_of_name(r, quote.first):
        return True
    return any(r.flags[k] & Kind.COMPLEMENTISER and is_letters_of_name(r, k) for k in range(quote.first, quote.stop))


def is_letters_of_name(r: Reading, k: int) -> bool:
    """Whether `an` at `k` is a letter of an outlet's name: `N.B.C.`, `C.N.N.`."""
    joined = r.tokens.joined
    if k + 2 < len(r) and r.forms[k + 1] == "." and joined(k + 1) and joined(k + 2):
        return True
    if k + 1 < len(r) and (r.forms[k + 1] == r.forms[k] or (r.forms[k + 1] in _LETTERS and _is_in_name(r, k))):
        return True
    return k > 0 and r.forms[k - 1] == r.forms[k] and (k == 1 or r.forms[k - 2] != r.forms[k])


def _is_in_name(r: Reading, k: int) -> bool:
    """Whether token `k` stands in a short quotation, as a name does."""
    quote = r.quotation_round(k)
    return quote is not None and quote.closed and len(quote) <= _LONGEST_SPELT


def past_complementisers(r: Reading, k: int) -> int:
    """The token behind the complementisers that begin at `k`; `k` itself where there are none."""
    while k < len(r) and r.flags[k] & Kind.COMPLEMENTISER and not r.words[k].flags & Kind.CUE_VERB:
        k += 1
    return k


def ends_at(r: Reading, k: int) -> bool:
    """Whether the text, a sentence or a part of it ends before token `k`."""
    return k >= len(r) or r.forms[k] in PAUSES or r.forms[k] in L.FULL_STOPS or r.forms[k][0] == "\n"
