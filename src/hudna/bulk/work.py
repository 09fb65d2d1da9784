"""The work on one part: its rows are coded and its files written, by whichever worker gets it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from hudna import __version__
from hudna.bulk.layout import Layout, Marker, write_json, write_whole
from hudna.bulk.parts import Done, Part
from hudna.bulk.tables import ERRORS, WHAT, DocumentRow, ErrorRow, Gathering, notes
from hudna.errors import CodingFailed, EngineFailed, HudnaError, InputError, WorkerLost
from hudna.model.article import Article
from hudna.pipeline import Kit, code_article, load_kit, settle
from hudna.record import render
from hudna.sources import Defaults, Rejected
from hudna.sources.extras import needed
from hudna.sources.pieces import read_piece

DOCS_IN_PART = 1_000_000_000
"""`doc` is the part's number times this, and the number of the row."""

# The lowest level of zstd: 5 % more bytes than the usual one, in half the time.
_LEVEL = 1
# Engines may have threads: coding holds the interpreter anyway, and a kit learns words as it goes.
_ONE_AT_A_TIME = threading.RLock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How each part is coded, and where its files go."""

    out: str
    theatre: str | None
    packs: dict[str, str]
    """Name and version of the packs that the job was planned with."""
    coder: str = __version__
    published: date | None = None
    lang: str | None = None
    why: bool = False

    def __call__(self, part: Part, /, *, watch: Callable[[int], None] | None = None) -> Done:
        """What became of the part; its files are whole and in their place."""
        with _ONE_AT_A_TIME:
            gathering = Gathering(why=self.why)
            for found in self._coded(part, watch or _unwatched):
                if isinstance(found, DocumentRow):
                    gathering.add(found)
                else:
                    gathering.reject(found)
            return self._write(part, gathering)

    def prepare(self) -> None:
        """Load what coding needs, before the first part comes."""
        needed("pyarrow.parquet", extra="bulk", what=WHAT)
        self._kit()

    def _kit(self) -> Kit:
        """The kit; `EngineFailed` where this machine has another than the job was planned with."""
        kit = _kit(self.theatre)
        if (self.coder, self.packs) != (__version__, _all_packs(kit)):
            raise EngineFailed(
                f"a worker has another Hudna ({__version__}) or other packs than the job was planned with",
                hint="install the same release of Hudna for all workers, then run this again",
            )
        return kit

    def _coded(self, part: Part, watch: Callable[[int], None]) -> Iterator[DocumentRow | ErrorRow]:
        """The rows of the part, coded; those that can't be, with their errors."""
        if part.is_lost:
            yield _lost(part, None)
        elif part.piece is None:
            yield ErrorRow(input=part.input, row=None, error=part.error or InputError("can't be read"))
        else:
            kit = self._kit()
            defaults = Defaults(published=self.published, lang=self.lang)
            for row, document in _read(part, defaults):
                watch(row)
                yield _lost(part, row) if row in part.lost else _code(part, row, document, kit)

    def _write(self, part: Part, gathering: Gathering) -> Done:
        layout = Layout(Path(self.out))
        files = {}
        for table, filled in gathering.tables(notes(self.packs, coder=self.coder)):
            raw = _parquet(filled)
            write_whole(layout.table(table, part.number), raw)
            files[table] = len(raw)
        documents, errors = gathering.counts["documents"], gathering.counts[ERRORS]
        marker = Marker(
            part=part.number,
            input=part.input,
            first=None if part.piece is None else part.piece.first,
            rows=part.rows,
            digest=part.digest,
            documents=documents,
            errors=errors,
            files=files,
        )
        write_json(layout.marker(part.number), marker)
        return Done(number=part.number, rows=part.rows, documents=documents, errors=errors, bytes=part.bytes)


def _read(part: Part, defaults: Defaults) -> Iterator[tuple[int, Article | Rejected]]:
    """The rows of a part; an error of the whole part ends them."""
    assert part.piece is not None
    try:
        yield from read_piece(part.piece, defaults=defaults)
    except InputError as error:
        yield part.piece.first, Rejected(error=error)


def _code(part: Part, row: int, document: Article | Rejected, kit: Kit) -> DocumentRow | ErrorRow:
    if isinstance(document, Rejected):
        return ErrorRow(input=part.input, row=row, error=document.error)
    try:
        record = render(code_article(document, kit))
    except HudnaError:
        raise  # A pack is wrong, say: so it would be for each document.
    except Exception as fault:  # One document must not end a job of a million.
        error = CodingFailed(
            f"the coder failed on this document: {type(fault).__name__}: {fault}",
            hint="a fault of Hudna: please report it with the document",
        )
        return ErrorRow(input=part.input, row=row, error=error)
    return DocumentRow(
        doc=part.number * DOCS_IN_PART + row,
        doc_id=document.id,
        given_id=document.given_id,
        input=part.input,
        row=row,
        record=record,
    )


def _lost(part: Part, row: int | None) -> ErrorRow:
    what = "this part" if row is None else "this document"
    error = WorkerLost(
        f"workers died on {what}, more than once",
        hint="a fault of Hudna, or too little memory: please report it with the document",
    )
    return ErrorRow(input=part.input, row=row, error=error)


def _unwatched(_row: int) -> None:
    """Nobody watches."""


def _parquet(table: Any) -> bytes:
    """The table as a Parquet file: one row group, the same bytes for the same rows."""
    parquet = needed("pyarrow.parquet", extra="bulk", what=WHAT)
    sink = needed("pyarrow", extra="bulk", what=WHAT).BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd", compression_level=_LEVEL, row_group_size=1 << 30)
    raw: bytes = sink.getvalue().to_pybytes()
    return raw


@cache
def _kit(theatre: str | None) -> Kit:
    """The kit, loaded once a process."""
    kit = load_kit(theatre)
    settle()
    return kit


def _all_packs(kit: Kit) -> dict[str, str]:
    """Name and version of each pack of the kit."""
    return {name: version for lang in kit.languages for name, version in kit.packs(lang)}


def pack_versions(theatre: str | None) -> dict[str, str]:
    """As `_all_packs` of the kit for the theatre, without loading the words."""
    from hudna.packs.files import packs_root, read_manifest
    from hudna.packs.language import languages

    root = packs_root()
    found = [read_manifest(root / "gazetteer"), *(read_manifest(root / "lang" / lang) for lang in languages())]
    versions = {info.manifest.name: info.version for info in found}
    if theatre is not None:
        versions[f"theatre/{theatre}"] = read_manifest(root / "theatre" / theatre).version
    return versions
