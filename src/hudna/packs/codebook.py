"""The codebook: what each event type is, and what it is called in PLOVER and ACLED."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import msgspec

from hudna.errors import PackError
from hudna.model.findings import EventType, Status
from hudna.packs.files import PackInfo, packs_root, read_csv, read_manifest

PloverEvent = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "DEMAND",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
AcledEvent = Literal[
    "Battles",
    "Explosions/Remote violence",
    "Violence against civilians",
    "Protests",
    "Riots",
    "Strategic developments",
]


class CodebookRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An event type in the three schemes; with a `status` or a `weapon`, how it is called when it has that one."""

    type: EventType
    plover_event: PloverEvent
    acled_event_type: AcledEvent
    acled_sub_event_type: str
    title: str
    status: Status | None = None
    weapon: str | None = None
    plover_mode: str | None = None
    plover_context: str | None = None
    note: str | None = None


ROWS = {"events.csv": CodebookRow}
"""The lists of the codebook and what their rows are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Codebook:
    """The rows of the codebook by type, status and weapon."""

    info: PackInfo
    rows: Mapping[tuple[EventType, Status | None, str | None], CodebookRow]

    def row(self, kind: EventType, status: Status | None = None, weapon: str | None = None) -> CodebookRow:
        """The row of the type for the weapon, else for the status, else its general one."""
        if weapon is not None and (kind, None, weapon) in self.rows:
            return self.rows[kind, None, weapon]
        found = self.rows.get((kind, status, None))
        return self.rows[kind, None, None] if found is None else found

    def plover_contexts(self, kind: EventType, status: Status) -> tuple[str, ...]:
        """PLOVER's contexts of such an event; the status is one where it tells future, hypothetical or negation."""
        row = self.row(kind, status)
        own = () if row.plover_context is None else (row.plover_context,)
        return own + _STATUS_CONTEXT.get(status, ())


_STATUS_CONTEXT: dict[Status, tuple[str, ...]] = {
    "planned": ("future",),
    "hypothetical": ("hypothetical",),
    "denied": ("negation",),
}


@cache
def load_codebook(directory: Path | None = None) -> Codebook:
    """The codebook shipped with Hudna, or the one in `directory`; `PackError` where a row is twice or missing."""
    directory = directory or packs_root() / "codebook"
    rows: dict[tuple[EventType, Status | None, str | None], CodebookRow] = {}
    path = directory / "events.csv"
    for line, row in read_csv(path, CodebookRow):
        if (row.type, row.status, row.weapon) in rows:
            raise PackError(f'"{row.type}" is there twice', file=path, line=line, hint="keep one of the two rows")
        rows[row.type, row.status, row.weapon] = row
    for kind in sorted({kind for kind, _, _ in rows}):
        if (kind, None, None) not in rows:
            raise PackError(f'"{kind}" has no row without a status', file=path, hint="add its general row")
    return Codebook(info=read_manifest(directory), rows=MappingProxyType(rows))
