"""Fields of the record become columns, by their types: a field that the record gets has its columns at once.

A span becomes its words and its two offsets, a range its two ends, a list of spans the words and the spans, a
part of the record the columns of its fields behind its name. What has no such form is written as JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any

import msgspec
from msgspec import inspect

from hudna.record import SpanPair

Cells = list[Any]
Path = tuple[str, ...]


@dataclass(slots=True)
class Rows:
    """Rows of one table: what they tell, and of which document."""

    items: list[Any] = field(default_factory=list)
    docs: list[int] = field(default_factory=list)
    doc_ids: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    """The index of each in its document."""
    ids: list[str] = field(default_factory=list)
    """What the ledger calls it; empty for what has no id there."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, its type as docs/bulk.md writes it, and how to fill it."""

    name: str
    type: str
    cells: Callable[[Rows], Cells]


# `end` can't be written unquoted in SQL.
_RENAMED = {"start": "start_day", "end": "end_day"}
_TOO_LARGE = 1 << 63
_PLAIN = {
    inspect.StrType: "string",
    inspect.LiteralType: "string",
    inspect.IntType: "int64",
    inspect.FloatType: "double",
    inspect.BoolType: "bool",
    inspect.DateType: "date",
}


def field_columns(struct: type[msgspec.Struct], *, without: frozenset[str]) -> list[Column]:
    """The columns of a part of the record, in the order of its fields."""
    info = inspect.type_info(struct)
    assert isinstance(info, inspect.StructType)
    return [c for f in info.fields if f.encode_name not in without for c in _columns((f.name,), f.type)]


def _columns(path: Path, kind: inspect.Type) -> Iterator[Column]:
    """The columns of one field."""
    name = "_".join(_RENAMED.get(part, part) for part in path)
    options = _options(kind)
    if len(options) == 1:
        yield from _of_one(path, name, options[0])
    elif _is_list_of(options[0], "int64") and isinstance(options[1], inspect.LiteralType):
        yield Column(name, "list<int64>", lambda rows: [_list_or_empty(v) for v in values(rows.items, path)])
    elif isinstance(options[0], inspect.IntType) and _is_span(options[1]):
        yield Column(name, "int32", lambda rows: [v if isinstance(v, int) else None for v in values(rows.items, path)])
        yield from _offsets(path, name)
    else:
        yield _json(path, name)


def _of_one(path: Path, name: str, kind: inspect.Type) -> Iterator[Column]:
    """The columns of a field of one type."""
    if type(kind) in _PLAIN:
        shown = _fitting if isinstance(kind, inspect.IntType) else list
        yield Column(name, _PLAIN[type(kind)], lambda rows: shown(values(rows.items, path)))
    elif isinstance(kind, inspect.StructType):
        for inner in kind.fields:
            yield from _columns((*path, inner.name), inner.type)
    elif _is_span(kind):
        yield Column(name, "string", lambda rows: words(rows.texts, values(rows.items, path)))
        yield from _offsets(path, name)
    elif isinstance(kind, inspect.TupleType):
        yield from _ends(path, name, kind)
    elif isinstance(kind, inspect.ListType):
        yield from _of_list(path, name, kind.item_type)
    elif isinstance(kind, inspect.DictType):
        yield _of_dict(path, name, kind)
    else:
        yield _json(path, name)


def _of_list(path: Path, name: str, item: inspect.Type) -> Iterator[Column]:
    if _is_span(item):
        yield Column(name, "list<string>", lambda rows: lists_of_words(rows.texts, values(rows.items, path)))
        yield Column(f"{name}_spans", "list<span>", lambda rows: values(rows.items, path))
    elif _PLAIN.get(type(item)) in {"string", "int64"}:
        yield Column(name, f"list<{_PLAIN[type(item)]}>", lambda rows: values(rows.items, path))
    elif isinstance(item, inspect.TupleType) and [type(t) for t in item.item_types] == [
        inspect.StrType,
        inspect.IntType,
    ]:
        yield Column(name, "list<named number>", lambda rows: values(rows.items, path))
    else:
        yield _json(path, name)


def _of_dict(path: Path, name: str, kind: inspect.DictType) -> Column:
    def pairs(rows: Rows) -> Cells:
        return [None if v is None else list(v.items()) for v in values(rows.items, path)]

    if isinstance(kind.value_type, inspect.IntType):
        return Column(name, "map<string, int64>", pairs)
    if _is_list_of(kind.value_type, "string"):
        return Column(name, "map<string, list<string>>", pairs)
    return _json(path, name)


def _ends(path: Path, name: str, kind: inspect.TupleType) -> Iterator[Column]:
    """Two columns for the two ends of a range of days or of numbers."""
    inner = {_PLAIN.get(type(option)) for item in kind.item_types for option in _options(item)}
    ends = {"date": ("since", "until"), "int64": ("low", "high")}
    (only,) = inner if len(inner) == 1 else (None,)
    if only not in ends or len(kind.item_types) != 2:
        yield _json(path, name)
        return
    for n, end in enumerate(ends[only]):
        yield _part(path, f"{name}_{end}", only, n)


def _offsets(path: Path, name: str) -> Iterator[Column]:
    yield _part(path, f"{name}_start", "int32", 0)
    yield _part(path, f"{name}_stop", "int32", 1)


def _part(path: Path, name: str, kind: str, n: int) -> Column:
    """A column with the `n`th part of pairs; null where the field is no pair."""

    def cells(rows: Rows) -> Cells:
        found = [None if v is None or isinstance(v, int) else v[n] for v in values(rows.items, path)]
        return _fitting(found) if kind == "int64" else found

    return Column(name, kind, cells)


def _json(path: Path, name: str) -> Column:
    """A column of JSON: for lists of parts, which no table holds well."""

    def cells(rows: Rows) -> Cells:
        found = values(rows.items, path)
        return [None if v is None else msgspec.json.encode(v, order="deterministic").decode() for v in found]

    return Column(name, "json", cells)


def values(items: Sequence[Any], path: Path) -> Cells:
    """What each item has at the path of field names; `None` where a part of the way is missing."""
    first, *rest = path
    found = list(map(attrgetter(first), items))
    for name in rest:
        found = [None if item is None else getattr(item, name) for item in found]
    return found


def words(texts: Sequence[str], spans: Sequence[SpanPair | None]) -> Cells:
    """The words that each span covers."""
    return [None if span is None else text[span[0] : span[1]] for text, span in zip(texts, spans, strict=True)]


def lists_of_words(texts: Sequence[str], lists: Sequence[list[SpanPair] | None]) -> Cells:
    """The words that the spans of each list cover."""
    return [
        None if spans is None else [text[start:end] for start, end in spans]
        for text, spans in zip(texts, lists, strict=True)
    ]


def _options(kind: inspect.Type) -> list[inspect.Type]:
    """The types that a field may have, `None` left out, lists and numbers before others."""
    if not isinstance(kind, inspect.UnionType):
        return [kind]
    options = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
    return sorted(options, key=lambda option: not isinstance(option, (inspect.ListType, inspect.IntType)))


def _is_span(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.TupleType) and [type(item) for item in kind.item_types] == [inspect.IntType] * 2


def _is_list_of(kind: inspect.Type, plain: str) -> bool:
    return isinstance(kind, (inspect.ListType, inspect.VarTupleType)) and _PLAIN.get(type(kind.item_type)) == plain


def _fitting(numbers: Cells) -> Cells:
    """The numbers, without those of more digits than a column holds: texts print such, nothing is so many."""
    return [None if number is None or abs(number) >= _TOO_LARGE else number for number in numbers]


def _list_or_empty(value: Any) -> list[int]:
    return value if isinstance(value, list) else []
