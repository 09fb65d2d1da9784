"""Parquet tables become pieces, and pieces articles. A column is known by its name, as a field of JSONL is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hudna.errors import BadRow, DamagedInput, HudnaError
from hudna.model.article import Article
from hudna.sources.extras import needed
from hudna.sources.files import Rejected
from hudna.sources.pieces import Piece
from hudna.sources.rows import ROW_FIELDS, Defaults, read_cells

_BATCH = 256
_WHAT = "reading Parquet"


def cut_table(path: Path, *, size: int) -> Iterator[Piece]:
    """The rows of a Parquet file, a row group at a time, with the columns that we know."""
    arrow = needed("pyarrow", extra="bulk", what=_WHAT)
    parquet = needed("pyarrow.parquet", extra="bulk", what=_WHAT)
    total = path.stat().st_size
    try:
        with parquet.ParquetFile(path) as file:
            names = _columns(file.schema_arrow.names)
            batches: list[Any] = []
            first, rows, held = 1, 0, 0
            for batch in file.iter_batches(batch_size=_BATCH, columns=names):
                batches.append(batch)
                rows, held = rows + batch.num_rows, held + batch.nbytes
                if held >= size:
                    yield _piece(arrow, batches, first=first, rows=rows, read=_share(file, first + rows - 1, total))
                    first, rows, held, batches = first + rows, 0, 0, []
            if batches:
                yield _piece(arrow, batches, first=first, rows=rows, read=total)
    except (arrow.ArrowException, OSError) as error:
        raise DamagedInput(f"the table can't be read: {error}", hint="check it with another Parquet reader") from None


def read_table(payload: bytes, *, first: int, defaults: Defaults) -> Iterator[tuple[int, Article | Rejected]]:
    """The number and the document of each row."""
    table = _unpack(payload)
    columns = list(zip(table.column_names, table.columns, strict=True))
    for number in range(table.num_rows):
        try:
            cells = {name: column[number].as_py() for name, column in columns}
            yield first + number, read_cells(cells, defaults=defaults)
        except HudnaError as error:
            error.line = first + number
            yield first + number, Rejected(error=error)
        except UnicodeDecodeError:
            fault = BadRow("a cell is no UTF-8", hint="write the column anew as UTF-8", line=first + number)
            yield first + number, Rejected(error=fault)


def begun_table(payload: bytes, rows: int) -> bytes:
    """The first rows of a piece, as a piece."""
    return _pack(needed("pyarrow", extra="bulk", what=_WHAT), _unpack(payload).slice(0, rows).combine_chunks())


def _columns(names: list[str]) -> list[str]:
    known = [name for name in ROW_FIELDS if name in names]
    if "text" not in known and "body" not in known:
        raise BadRow(
            f'the table has no column "text" or "body"; it has {", ".join(names[:12])}',
            hint="rename the column that holds the text",
        )
    return known


def _share(file: Any, rows: int, total: int) -> int:
    """How many of the file's bytes lie before the row, as rows of equal length would have it."""
    return total * rows // max(1, int(file.metadata.num_rows))


def _piece(arrow: Any, batches: list[Any], *, first: int, rows: int, read: int) -> Piece:
    table = arrow.Table.from_batches(batches).combine_chunks()
    return Piece(kind="table", first=first, rows=rows, payload=_pack(arrow, table), read=read)


def _pack(arrow: Any, table: Any) -> bytes:
    sink = arrow.BufferOutputStream()
    with arrow.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    packed: bytes = sink.getvalue().to_pybytes()
    return packed


def _unpack(payload: bytes) -> Any:
    return needed("pyarrow", extra="bulk", what=_WHAT).ipc.open_stream(payload).read_all()
