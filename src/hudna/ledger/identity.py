"""Which findings are the same, whoever codes them: ids from a document and its spans, never from values.

A statement is its document and its content spans; an event is its document and its trigger span. A coder
that tells another speaker, act, type or date for the same words speaks of the same statement or event, so
links and reviewers' decisions hold. Where several findings of one document share their spans (one sentence
credited to two sources, say), they are numbered in the order of the record; the number is part of the id from
the second on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from hudna.model.article import content_id
from hudna.record import DocumentRecord, SpanPair

DOCUMENT = "doc"
STATEMENT = "sta"
EVENT = "evt"


def statement_ids(document_id: str, record: DocumentRecord) -> tuple[str, ...]:
    """The id of each statement of the record, in its order."""
    return _ids(STATEMENT, document_id, (s.content for s in record.statements))


def event_ids(document_id: str, record: DocumentRecord) -> tuple[str, ...]:
    """The id of each event of the record, in its order."""
    return _ids(EVENT, document_id, ([e.trigger] for e in record.events))


def _ids(kind: str, document_id: str, findings: Iterable[Sequence[SpanPair]]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    ids = []
    for spans in findings:
        place = ",".join(f"{start}-{end}" for start, end in spans)
        seen[place] += 1
        twin = () if seen[place] == 1 else (str(seen[place]),)
        ids.append(content_id(kind, document_id, place, *twin))
    return tuple(ids)
