"""A theatre pack: the persons, bodies and groups of a conflict, and who held which post when.

Actors and posts are loaded; agreements, rounds and zones are checked by `theatre_faults` and wait for
their users.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, TypeVar

import msgspec

from hudna.errors import PackError
from hudna.model.findings import SpeakerKind
from hudna.packs.files import PackInfo, label, packs_root, read_csv, read_manifest, read_yaml
from hudna.text import letters as L
from hudna.text import tokenise

T = TypeVar("T")

AFFILIATIONS = frozenset(
    (
        "UN",
        "EU",
        "AL",
        "GCC",
        "NATO",
        "CSTO",
        "OIC",
        "ICRC",
        "NGO",
        "SYR_OPP",
        "SYR_REBEL",
        "HTS",
        "IS",
        "SDF",
        "HEZB",
        "HOUTHI",
        "YEM_STC",
        "LNA",
        "LBY_GNA",
        "HAMAS",
        "PIJ",
        "PLO",
        "RSF",
        "TALIBAN",
        "PKK",
        "COALITION_SYR",
        "COALITION_YEM",
        "MEDIA",
        "OTHER",
    )
)
"""The sides of the annotation guide that are no states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, body, state or group of the theatre. The first Arabic name is the one to show."""

    id: str
    side: str
    kind: SpeakerKind
    name_en: str
    names_ar: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """That an actor holds a post, from a day to a day, both included; `None` where we don't know the day."""

    actor: str
    side: str
    since: date | None
    until: date | None
    source: str
    post_en: str
    roles: tuple[tuple[str, ...], ...]
    """The wordings of the post without its country, as bare words."""
    why: str

    def may_hold_on(self, day: date | None) -> bool:
        """Whether the post may be held on `day`; a day that we don't know rules nothing out."""
        if day is None:
            return True
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class TheatrePack:
    """What a theatre's pack holds, with the tables that names are looked up in.

    `by_name` knows every Arabic name, `by_tail` the ends of persons' names (`family name`), `by_role` the
    posts by the first bare word of their wording; `side_words` the words that tell a post's country.
    """

    info: PackInfo
    actors: tuple[Actor, ...]
    posts: tuple[Post, ...]
    by_id: Mapping[str, Actor]
    by_name: Mapping[tuple[str, ...], tuple[str, ...]]
    by_tail: Mapping[tuple[str, ...], tuple[str, ...]]
    by_role: Mapping[str, tuple[Post, ...]]
    side_words: Mapping[tuple[str, ...], str]

    @property
    def name(self) -> str:
        """The theatre's name: `syria-2017`."""
        return self.info.directory.name

    @property
    def version(self) -> str:
        """Version and digest, as they stand in a record's `coder.packs`."""
        return self.info.version

    @property
    def digest(self) -> str:
        """SHA-256 of all files of the pack."""
        return self.info.digest


class _ActorRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    side: str
    kind: SpeakerKind
    name_en: str
    names_ar: str


class _PostRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    actor: str
    source: str
    post_en: str
    post_ar: str
    since: date | None = None
    until: date | None = None


class _SideRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    side: str
    words_ar: str


class _RoundRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    number: int
    since: date
    until: date
    place: str
    source: str


class _InForce(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The day from which an agreement is in force, according to one source."""

    day: date
    said_by: str
    source: str
    drawn: bool = False
    note: str | None = None


class _Due(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The day by which something is due, according to one source."""

    due: date
    said_by: str
    source: str
    days: int | None = None
    drawn: bool = False


class _Deadline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    what: str
    name_en: str
    claims: list[_Due]


class _Provision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    text_en: str


class _Agreement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    kind: Literal["memorandum", "ceasefire", "resolution"]
    name_en: str
    names_ar: list[str]
    signed: date
    parties: list[str]
    source: str
    in_force: list[_InForce]
    provisions: list[_Provision]
    place: str | None = None
    guarantors: list[str] = []
    deadlines: list[_Deadline] = []


class _Agreements(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    agreements: list[_Agreement]


class _ZonePart(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    governorate: str
    extent: Literal["whole", "parts"]


class _ZoneValid(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """When a zone holds, by which agreement, according to which source. `until` is left out where unknown."""

    since: date
    basis: str
    source: str
    until: date | None = None


class _Zone(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    name_en: str
    names_ar: list[str]
    parts: list[_ZonePart]
    extent: Literal["reconstructed", "unknown"]
    extent_note: str
    valid: list[_ZoneValid]


class _Zones(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    zones: list[_Zone]


ROWS: Mapping[str, type[Any]] = {
    "actors.csv": _ActorRow,
    "posts.csv": _PostRow,
    "sides.csv": _SideRow,
    "rounds.csv": _RoundRow,
}
"""The lists of a theatre and what their rows are."""

DOCUMENTS: Mapping[str, type[Any]] = {"agreements.yml": _Agreements, "zones.yml": _Zones}
"""The nested files of a theatre and what they are."""


def theatre_names() -> tuple[str, ...]:
    """The theatres that have a pack, sorted."""
    root = packs_root() / "theatre"
    return tuple(sorted(p.name for p in root.iterdir() if (p / "pack.yml").is_file()))


@cache
def load_theatre(name: str) -> TheatrePack:
    """The shipped theatre `name`, read once; `PackError` where there is none or a file of it is wrong."""
    directory = packs_root() / "theatre" / name
    if not (directory / "pack.yml").is_file():
        raise PackError(f'there is no theatre "{name}"', hint=f"theatres here: {', '.join(theatre_names()) or 'none'}")
    return read_theatre(directory)


def read_theatre(directory: Path) -> TheatrePack:
    """The theatre in `directory`: its actors and posts."""
    info = read_manifest(directory)
    actors = _read_actors(directory / "actors.csv")
    by_id = {actor.id: actor for actor in actors}
    posts = _read_posts(directory / "posts.csv", by_id)
    return TheatrePack(
        info=info,
        actors=actors,
        posts=posts,
        by_id=by_id,
        by_name=_grouped((name_words(name), actor.id) for actor in actors for name in actor.names_ar),
        by_tail=_grouped(_tails(actors)),
        by_role=_grouped((role[0], post) for post in posts for role in post.roles),
        side_words=_read_sides(directory / "sides.csv"),
    )


_NAMES_KEPT = 20_000
"""Names whose words are remembered: the same few speakers stand in most articles of an archive."""


@lru_cache(maxsize=_NAMES_KEPT)
def name_words(text: str) -> tuple[str, ...]:
    """The folded words of a name, marks and spaces left out."""
    return tuple(form for form in tokenise(text).forms if form[0].isalnum())


@lru_cache(maxsize=_NAMES_KEPT)
def bare_words(text: str) -> tuple[str, ...]:
    """The folded words of a post without articles: a post is written with and without them."""
    return tuple(_bare(word) for word in name_words(text))


_TO_THE = L.LAM + L.LAM


def _bare(word: str) -> str:
    if len(word) < 5:
        return word
    if word.startswith(L.AL):
        return word[2:]
    # "lil-": the article has lost its alef behind the preposition, which stays.
    return word[1:] if word.startswith(_TO_THE) else word


def alternatives(cell: str) -> tuple[str, ...]:
    """The spellings of a cell that separates them by ` | `."""
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _read_actors(path: Path) -> tuple[Actor, ...]:
    name = label(path)
    return tuple(
        Actor(
            id=row.id,
            side=row.side,
            kind=row.kind,
            name_en=row.name_en,
            names_ar=alternatives(row.names_ar),
            why=f"pack:{name}#{line}",
        )
        for line, row in read_csv(path, _ActorRow)
    )


def _read_posts(path: Path, actors: Mapping[str, Actor]) -> tuple[Post, ...]:
    name = label(path)
    posts: list[Post] = []
    for line, row in read_csv(path, _PostRow):
        if row.actor not in actors:
            raise PackError(
                f'post of "{row.actor}", who is not in actors.csv',
                file=path,
                line=line,
                hint="add him to actors.csv",
            )
        posts.append(
            Post(
                actor=row.actor,
                side=actors[row.actor].side,
                since=row.since,
                until=row.until,
                source=row.source,
                post_en=row.post_en,
                # "the president" and "president" are one role once articles are gone.
                roles=tuple(dict.fromkeys(bare_words(text) for text in alternatives(row.post_ar))),
                why=f"pack:{name}#{line}",
            )
        )
    return tuple(posts)


def _read_sides(path: Path) -> dict[tuple[str, ...], str]:
    return {bare_words(word): row.side for _, row in read_csv(path, _SideRow) for word in alternatives(row.words_ar)}


def _tails(actors: Iterable[Actor]) -> Iterator[tuple[tuple[str, ...], str]]:
    for actor in actors:
        if actor.kind == "person":
            for words in map(name_words, actor.names_ar):
                yield from ((words[at:], actor.id) for at in range(1, len(words)))


def _grouped(pairs: Iterable[tuple[Any, T]]) -> dict[Any, tuple[T, ...]]:
    groups: dict[Any, dict[T, None]] = defaultdict(dict)
    for key, value in pairs:
        groups[key][value] = None
    return {key: tuple(values) for key, values in groups.items()}


def theatre_faults(directory: Path) -> tuple[PackError, ...]:
    """Everything that is wrong with the theatre in `directory`; empty where all its files hold together."""
    try:
        info = read_manifest(directory)
        theatre = read_theatre(directory)
        rounds = [row for _, row in read_csv(directory / "rounds.csv", _RoundRow)]
        agreements = read_yaml(directory / "agreements.yml", _Agreements).agreements
        zones = read_yaml(directory / "zones.yml", _Zones).zones
    except PackError as error:
        return (error,)
    sizes = {
        "actors.csv": len(theatre.actors),
        "posts.csv": len(theatre.posts),
        "sides.csv": len(read_csv(directory / "sides.csv", _SideRow)),
        "rounds.csv": len(rounds),
        "agreements.yml": len(agreements),
        "zones.yml": len(zones),
    }
    return tuple(
        PackError(message, file=directory / file, hint=hint)
        for file, message, hint in (
            *_size_faults(info, sizes),
            *_actor_faults(theatre),
            *_post_faults(theatre),
            *_round_faults(rounds),
            *_agreement_faults(agreements, theatre),
            *_zone_faults(zones, {agreement.id for agreement in agreements}),
        )
    )


_Fault = tuple[str, str, str]
"""File, what is wrong, what to do."""


def _size_faults(info: PackInfo, sizes: Mapping[str, int]) -> Iterator[_Fault]:
    for file, least in info.manifest.expects.items():
        if file not in sizes:
            yield "pack.yml", f'expects rows of "{file}", which is no file of a theatre', "correct the name"
        elif sizes[file] < least:
            yield file, f"{sizes[file]} rows where at least {least} are expected", "was the file cut short?"


def _actor_faults(theatre: TheatrePack) -> Iterator[_Fault]:
    for twice in _repeated(actor.id for actor in theatre.actors):
        yield "actors.csv", f'"{twice}" stands here twice', "join the two rows"
    for actor in theatre.actors:
        if not _is_side(actor.side):
            yield (
                "actors.csv",
                f'"{actor.side}" of "{actor.id}" is no side',
                "ISO alpha-3, or a code of the guide",
            )
        if twice_named := _repeated(map(name_words, actor.names_ar)):
            yield "actors.csv", f'"{actor.id}" has {" ".join(twice_named[0])} twice', "take one away"
    for words, ids in theatre.by_name.items():
        if len(ids) > 1:
            yield (
                "actors.csv",
                f"{' '.join(words)} is the name of {' and '.join(ids)}",
                "leave it to one of them",
            )


def _post_faults(theatre: TheatrePack) -> Iterator[_Fault]:
    for post in theatre.posts:
        if post.since and post.until and post.until < post.since:
            yield "posts.csv", f'"{post.actor}": ends before it begins ({post.since})', "correct the days"


def _round_faults(rounds: Iterable[_RoundRow]) -> Iterator[_Fault]:
    for row in rounds:
        if row.until < row.since:
            yield "rounds.csv", f'"{row.id}": ends before it begins', "correct the days"


def _agreement_faults(agreements: Iterable[_Agreement], theatre: TheatrePack) -> Iterator[_Fault]:
    for agreement in agreements:
        for actor in (*agreement.parties, *agreement.guarantors):
            if actor not in theatre.by_id:
                yield "agreements.yml", f'"{agreement.id}": "{actor}" is no actor', "add it to actors.csv"
        drawn = {"in_force": [row.drawn for row in agreement.in_force]}
        drawn |= {deadline.what: [row.drawn for row in deadline.claims] for deadline in agreement.deadlines}
        for what, marks in drawn.items():
            if sum(marks) != 1:
                yield "agreements.yml", f'"{agreement.id}", {what}: {sum(marks)} claims are drawn', "mark one"


def _zone_faults(zones: Iterable[_Zone], agreements: set[str]) -> Iterator[_Fault]:
    for zone in zones:
        for valid in zone.valid:
            if valid.basis not in agreements:
                yield "zones.yml", f'"{zone.id}": basis "{valid.basis}" is no agreement', "see agreements.yml"


def _repeated(items: Iterable[T]) -> list[T]:
    return [item for item, times in Counter(items).items() if times > 1]


def _is_side(code: str) -> bool:
    return code in AFFILIATIONS or (len(code) == 3 and code.isascii() and code.isupper())
