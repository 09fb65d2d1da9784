"""What must hold of the record of any text, however strange."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hudna.record import DocumentRecord, decode, encode

SpanPair = tuple[int, int]


def faults(record: DocumentRecord) -> list[str]:
    """What is wrong with a record; empty: nothing."""
    size = len(record.text)
    told = [f"{name}: {span} is no stretch of the text" for name, span in spans(record) if not in_text(span, size)]
    told += [
        f"{name}: statement {number} is not there" for name, number in tellers(record) if number >= counted(record)
    ]
    told += [f"{name}: no rule is named" for name, why in reasons(record) if not why]
    if decode(encode(record)) != record:
        told.append("the line does not give the same record back")
    return told


def in_text(span: SpanPair, size: int) -> bool:
    """Whether a span holds at least one character of a text of that size."""
    start, end = span
    return 0 <= start < end <= size


def counted(record: DocumentRecord) -> int:
    """How many statements there are."""
    return len(record.statements)


def spans(record: DocumentRecord) -> Iterator[tuple[str, SpanPair]]:
    """Every span of the record with what it belongs to."""
    for s in record.statements:
        reply = s.in_reply_to if isinstance(s.in_reply_to, tuple) else None
        yield from named("statement", (*s.content, s.source, s.cue, s.addressee, reply))
    for e in record.events:
        toll = None if e.toll is None else e.toll.text
        yield from named("event", (e.trigger, *e.actors, *e.targets, *e.agenda, e.place, toll))
    yield from named("place", (p.span for p in record.places))
    yield from named("time", (t.span for t in record.times))
    for claim in record.claims:
        yield from named("claim", (claim.subject, claim.object, claim.span))
    yield from named("count", (c.span for c in record.counts))
    yield from named("problem", (p.span for p in record.problems))


def named(name: str, found: Iterable[SpanPair | None]) -> Iterator[tuple[str, SpanPair]]:
    """The spans that are there, each with the name."""
    return ((name, span) for span in found if span is not None)


def tellers(record: DocumentRecord) -> Iterator[tuple[str, int]]:
    """Every reference to a statement with what refers to it."""
    for name, items in (("event", record.events), ("claim", record.claims)):
        for item in items:
            if not isinstance(item.told_by, str):
                yield from ((name, number) for number in item.told_by)
    yield from (("reply", s.in_reply_to) for s in record.statements if isinstance(s.in_reply_to, int))


def reasons(record: DocumentRecord) -> Iterator[tuple[str, Mapping[str, Sequence[str]]]]:
    """Why each finding is there."""
    for name, items in (
        ("statement", record.statements),
        ("event", record.events),
        ("place", record.places),
        ("time", record.times),
        ("claim", record.claims),
        ("count", record.counts),
    ):
        yield from ((name, item.why) for item in items)
