"""`hudna show`: one document, statement or incident, with its source in context."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime

from hudna.cli.cards import document_card, event_lines, many, place_label, statement_lines
from hudna.cli.out import opened as opened_output
from hudna.cli.screen import MARK_END, MARK_START, Screen, flowed, isolated, passage, screen_for
from hudna.cli.workspace import opened
from hudna.ledger import Ledger
from hudna.views import (
    CodingItem,
    Context,
    Found,
    FoundDocument,
    FoundEvent,
    FoundStatement,
    Source,
    encode_found,
    find_one,
)


def show(key: str, *, workspace: str | None, known_by: str | None, form: str, why: bool, quiet: bool = False) -> int:
    """Print what has the id."""
    with opened(workspace, quiet=quiet) as (place, ledger):
        moment = None if known_by is None else place.moment(known_by)
        found = find_one(ledger, key, moment)
        document = _document_of(ledger, found, moment)
    with opened_output(None) as sink:
        if form == "json":
            sink.write(encode_found(found) + b"\n")
        elif form == "html":
            from hudna.cli.page import page

            for part in page([document.record], why=why):
                sink.write(part)
        else:
            screen = screen_for(sink.stream, os.environ)
            sink.write(screen.page(_lines(found, document, screen, why=why)))
    return 0


def _document_of(ledger: Ledger, found: Found, moment: datetime | None) -> FoundDocument:
    if isinstance(found, FoundDocument):
        return found
    document = find_one(ledger, found.item.document.id, moment)
    assert isinstance(document, FoundDocument)
    return document


def _lines(found: Found, document: FoundDocument, screen: Screen, *, why: bool) -> Iterator[str]:
    text = document.record.text
    if isinstance(found, FoundStatement):
        yield found.item.id
        yield from statement_lines(found.record, text, screen, label="", why=why)
        yield from _contexts(found.contexts, screen)
        yield from _source(found.item.document, screen)
    elif isinstance(found, FoundEvent):
        yield found.item.id
        yield from event_lines(
            found.record,
            text,
            screen,
            label="",
            place=place_label(found.item.place_name, found.item.place),
            tellers=_tellers(found),
            why=why,
        )
        yield from _contexts(found.contexts, screen)
        yield from _source(found.item.document, screen)
    else:
        ids = (*found.statements, *found.events)
        yield from document_card(found.record, screen, why=why, ids=ids)
        yield from passage(text, screen, indent=0) if not ids else ()
    yield from _codings(found.codings, screen)


def _tellers(found: FoundEvent) -> str:
    told_by = found.item.told_by
    if isinstance(told_by, str):
        return "the outlet"
    return ", ".join(f"{isolated(t.speaker or 'a speaker not told apart')} ({t.id})" for t in told_by)


def _contexts(contexts: Iterable[Context], screen: Screen) -> Iterator[str]:
    """Each span marked in its sentence; spans of one sentence are marked in it together."""
    yield from ("", screen.paint("IN THE SOURCE", "head"))
    for context in contexts:
        yield from passage(f"{context.before}{MARK_START}{context.words}{MARK_END}{context.after}", screen, indent=2)
        yield screen.paint(f"  characters {context.span[0]} to {context.span[1]}", "dim")


def _source(source: Source, screen: Screen) -> Iterator[str]:
    facts = [
        isolated(source.outlet or ""),
        source.published.isoformat() if source.published else "day of publication unknown",
        isolated(source.given_id or ""),
        source.id,
        source.url or "",
    ]
    yield from ("", *flowed(filter(None, facts), screen, indent=2))


def _codings(codings: tuple[CodingItem, ...], screen: Screen) -> Iterator[str]:
    """Which coder and packs coded it, and since when each coding is held."""
    yield screen.paint(f"  coded {many(len(codings), 'time')}", "dim")
    for coding in codings:
        until = f" to {coding.known_until.isoformat()}" if coding.known_until else ""
        packs = (f"{name} {version}" for name, version in coding.packs.items())
        parts = [f"coder {coding.coder}", *packs, f"held from {coding.known_from.isoformat()}{until}"]
        yield from (screen.paint(line, "dim") for line in flowed(parts, screen, indent=4))
