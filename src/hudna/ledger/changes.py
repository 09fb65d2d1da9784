"""How two records of one document differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from hudna.ledger.identity import event_ids, statement_ids
from hudna.ledger.receipt import Change, Changes
from hudna.record import DocumentRecord

_PARTS = ("lang", "outlet", "places", "times", "claims", "counts", "problems")
# Which rule or pack row produced a value is kept in the record; it is no change of what the record says.
_UNCOMPARED = "why"

Found = Mapping[str, Mapping[str, Any]]


def all_new(document_id: str, record: DocumentRecord) -> Changes:
    """The changes of a document that was not there before."""
    return Changes(new=(*statement_ids(document_id, record), *event_ids(document_id, record)))


def changes(document_id: str, before: DocumentRecord, after: DocumentRecord) -> Changes:
    """What differs between two records of the same document, statements first, then events."""
    old, new = _found(document_id, before), _found(document_id, after)
    return Changes(
        new=tuple(key for key in new if key not in old),
        gone=tuple(key for key in old if key not in new),
        changed=tuple(
            Change(id=key, fields=fields) for key in new if key in old and (fields := _differing(old[key], new[key]))
        ),
        parts=tuple(part for part in _PARTS if _part(before, part) != _part(after, part)),
    )


def _differing(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(sorted(field for field in after if before.get(field) != after[field]))


def _part(record: DocumentRecord, part: str) -> object:
    value = msgspec.to_builtins(getattr(record, part))
    if not isinstance(value, list):
        return value
    return [{k: v for k, v in item.items() if k != _UNCOMPARED} for item in value]


def _found(document_id: str, record: DocumentRecord) -> Found:
    """Each statement and event by id. What points to a statement by index is made to point by id."""
    ids = statement_ids(document_id, record)
    found = zip((*ids, *event_ids(document_id, record)), (*record.statements, *record.events), strict=True)
    return {key: _fields(msgspec.to_builtins(item), ids) for key, item in found}


def _fields(item: dict[str, Any], ids: tuple[str, ...]) -> dict[str, Any]:
    # Indices shift when a statement is found before them; the statement that they mean may be the same.
    fields = {name: value for name, value in item.items() if name != _UNCOMPARED}
    if isinstance(fields.get("told_by"), list):
        fields["told_by"] = [ids[index] for index in fields["told_by"]]
    if isinstance(fields.get("in_reply_to"), int):
        fields["in_reply_to"] = ids[fields["in_reply_to"]]
    return fields
