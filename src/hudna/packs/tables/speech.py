"""Words of reported speech: who speaks, with which verb, doing what."""

from __future__ import annotations

from typing import Literal

import msgspec

from hudna.model.findings import Act, SpeakerKind
from hudna.packs.inflect import Inflection
from hudna.packs.lexicon import Kind
from hudna.packs.tables import Table

CueTarget = Literal["none", "object", "passes-on", "learns", "before", "document", "comments", "topics", "consents"]
CueClass = Literal["verb", "noun", "participle", "preposition"]


class Cue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that reports speech.

    `cls` says how it is built in; `act` what saying so does unless the content tells more; `frame` how the
    content follows: `that` only a clause or a quotation, `noun` also a bare noun phrase, `outlook` one that
    is no paper (`tawaqqa'a` expects, but a memorandum one signs: `tuwaqqi'u`), `bi`, `ila`, `ala`,
    `min`, `li`, `an` a noun phrase behind that preposition; several are joined by `+`. `all` takes all
    that stands behind the subject (`put X the blame for`); `known` asks for a subject that can speak, since the
    verb says other things too (`the car carries`); `near` asks that only the subject stands between; `ask` takes a
    question; `clause` asks for
    a complementiser (the word is also another); a preposition with `after` stands only behind its content.
    """

    cls: CueClass
    act: Act
    frame: str
    word: str
    inflect: Inflection = "fixed"
    affirms: str | None = None
    """`yes` where a bare noun phrase behind the cue affirms a matter that was told before."""
    target: CueTarget = "none"
    """`object`: what follows the speaker is the one accused or called upon, not the content; `passes-on`: who
    speaks stands behind `an` (`Reuters quoted X as saying`); `learns`: so it is with `learnt from X that`, which
    says nothing where nobody is named behind `min`; `before`: who speaks stands before the noun;
    `comments`: only what one may give to the press is refrained from (`declined to comment`, not `to vote`);
    `consents`: a council that passes something says nothing by it;
    `topics`: a noun phrase is only what is spoken of where the same speaker's words follow (`spoke of X, and said`);
    `document`: behind the cue stands what it is written in (`it says in a statement by X`)."""


class Complementiser(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that opens the reported clause and stays outside the content."""

    word: str


class ActWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word inside the content that tells the act; `where` is how far into it the word may stand: as its first
    word (`its refusal of`), among its first words, or anywhere."""

    act: Act
    word: str
    inflect: Inflection = "fixed"
    where: Literal["first", "start", "anywhere"] = "start"
    over: str = "assert"
    """The acts of the cue that this word overrides, separated by `+`."""


class Negation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that negates what follows."""

    scope: Literal["verb", "noun", "clause"]
    word: str
    speech: Literal["not", "without"] | None = None
    """Whether a verb of speech right behind it reports nothing: `did not say`, `without saying` (behind `that`)."""


class Post(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that names a post or a calling: a phrase that it heads is a person."""

    kind: SpeakerKind
    word: str
    plural: str | None = None
    """`yes` where the word means several persons, who then are unnamed."""
    sent: str | None = None
    """`yes` where the place behind the post is where its holder is sent, not whom it belongs to."""
    office: str | None = None
    """`yes` for an office of state: where no state is told, it is that of the document."""
    private: str | None = None
    """`yes` where its holder speaks for himself: his nation or his town tells no side, only a body does."""
    whole: str | None = None
    """`yes` where the row holds all ways to name one post: prime minister, head of the government."""
    side: str | None = None
    """`MEDIA` for those who speak for their outlet, whatever their nation; another side where none is told."""
    voice: str | None = None
    """`yes` where its holder speaks in another's name: called now spokesman, now speaker."""


class Honorific(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A title that stands before a name and belongs to neither post nor name."""

    word: str


class GivenName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A given name, or the first half of one in two words: a name begins or goes on with it."""

    gender: Literal["m", "f"]
    word: str


class KnownPerson(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody well known: whom he speaks for while he holds a post. Asked only where the text does not tell.

    `since` and `until` are as exact as they are known: a year, a month or a day.
    """

    side: str
    post: str
    source: str
    word: str
    since: str | None = None
    until: str | None = None


class Nisba(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An adjective of nationality or belonging, with the side it tells."""

    side: str
    word: str
    inflect: Inflection = "nisba"


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A body that can speak: `side` where its name alone tells it."""

    kind: SpeakerKind
    word: str
    side: str | None = None
    named: str | None = None
    """`yes` for a full name; blank for the first word of names (`ministry`, `movement`)."""
    usual: str | None = None
    """The side that bodies of this kind have unless their name is one of another: an organisation is `NGO`,
    whatever its nation."""


class ShortName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A short name of a side that means it only in documents about some states: `the coalition`, `the party`."""

    side: str
    states: str
    """The states, as codes with spaces between."""
    word: str


class Source(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun for an unnamed source: source, eyewitness, activists, observers."""

    word: str
    side: str | None = None


class Medium(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word for, or the name of, an outlet or agency."""

    word: str
    named: str | None = None


class FunctionWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A small word that ends a noun phrase, or goes on with it.

    `break` opens a clause that is no longer reported, `turn` one that is not where it has a cue of its own
    (`just as X said`), `halt` one that is not even where no comma stands before it (`in allusion to`);
    `own` is the speaker's own side (`his country`);
    `question` opens a clause that is only asked about (`whether`);
    `answer` says that what was told before answers what is named next (`the denial comes after ...`).
    """

    role: Literal[
        "preposition",
        "conjunction",
        "relative",
        "adverb",
        "pronoun",
        "demonstrative",
        "particle",
        "intensive",
        "break",
        "turn",
        "halt",
        "own",
        "question",
        "answer",
    ]
    word: str
    frame: str | None = None
    """The frame of cues that this preposition ties a content to (see `Cue.frame`)."""
    joins: Literal["yes", "always", "and"] | None = None
    """`yes` where it may go on with the noun phrase of a source (`minister *in* the government of`); `always`
    where it does before any word (`spokesman *for* the ...`); `and` for a `break` that is one only behind `and`."""


class Verb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A finite verb that is no cue: it ends the noun phrase of a speaker."""

    word: str
    inflect: Inflection = "perfect"


class Occasion(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun for an occasion of speech (statement, press conference, interview): never part of a speaker."""

    word: str


class Audience(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun for those spoken to, when it stands behind `li-`."""

    word: str


class ContentNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A noun that opens a content without a clause: necessity of, existence of, reports of."""

    word: str


_CUE_KIND = {
    "verb": Kind.CUE_VERB,
    "noun": Kind.CUE_NOUN,
    "participle": Kind.CUE_PARTICIPLE,
    "preposition": Kind.CUE_PREPOSITION,
}

TABLES = (
    Table(file="cues.csv", row=Cue, kind=lambda row: _CUE_KIND[row.cls]),
    Table(file="complementisers.csv", row=Complementiser, kind=Kind.COMPLEMENTISER),
    Table(file="acts.csv", row=ActWord, kind=Kind.ACT),
    Table(file="negation.csv", row=Negation, kind=Kind.NEGATION),
    Table(file="posts.csv", row=Post, kind=Kind.POST, inflect="fixed"),
    Table(file="honorifics.csv", row=Honorific, kind=Kind.HONORIFIC),
    Table(file="givennames.csv", row=GivenName, kind=Kind.GIVEN, inflect="fixed"),
    Table(file="persons.csv", row=KnownPerson, kind=Kind.PERSON, inflect="fixed"),
    Table(file="nationalities.csv", row=Nisba, kind=Kind.NISBA),
    Table(file="bodies.csv", row=Body, kind=Kind.BODY),
    Table(file="shortnames.csv", row=ShortName, kind=Kind.SHORT_NAME),
    Table(file="sources.csv", row=Source, kind=Kind.SOURCE),
    Table(file="media.csv", row=Medium, kind=Kind.MEDIA),
    Table(file="function.csv", row=FunctionWord, kind=Kind.FUNCTION),
    Table(file="verbs.csv", row=Verb, kind=Kind.VERB),
    Table(file="occasions.csv", row=Occasion, kind=Kind.OCCASION),
    Table(file="audiences.csv", row=Audience, kind=Kind.AUDIENCE),
    Table(file="contentnouns.csv", row=ContentNoun, kind=Kind.CONTENT_NOUN, inflect="noun"),
)
