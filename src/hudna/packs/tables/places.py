"""Words of places: what stands before a name (town, airport, countryside) and behind it."""

from __future__ import annotations

from typing import Literal

import msgspec

from hudna.model.findings import PlaceKind
from hudna.packs.lexicon import Kind
from hudna.packs.tables import Table

Role = Literal[
    "class",  # town, governorate: tells the kind and stays outside the name
    "part",  # airport, mountain: part of the name
    "tail",  # international, military: goes on with such a name
    "countryside",  # rif: part of the name, and takes a direction behind it
    "adjective",  # northern
    "head",  # kafr, tall: first word of compound names that no list has
    "owner",  # newspaper, brigade: the name behind it is no place
    "within",  # in, towards: what stands before a place rather than before a common word
    "never",  # begins as a name and is none
]


class PlaceWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that tells about the name beside it; `kind` is what it says the place is."""

    role: Role
    word: str
    kind: PlaceKind | None = None
    many: str | None = None
    """`yes` for duals and plurals, behind which a list of names follows."""
    parties: str | None = None
    """`yes` for prepositions that stand before governments as well as before towns: between, against."""


def _kind(row: PlaceWord) -> int:
    return Kind.DIRECTION if row.role in ("adjective", "tail") else Kind.PLACE_CLASS


TABLES: tuple[Table, ...] = (Table(file="placewords.csv", row=PlaceWord, kind=_kind),)
