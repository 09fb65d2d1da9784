"""`hudna statements`, `incidents` and `documents`: lists as cards, JSON or CSV."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from hudna.cli.cards import days, many, place_label, speaker_of
from hudna.cli.labels import STATUSES, TEMPERS, TYPES
from hudna.cli.out import opened as opened_output
from hudna.cli.screen import Screen, flowed, isolated, passage, screen_for
from hudna.cli.workspace import opened
from hudna.ledger import Ledger
from hudna.packs.theatre import load_theatre
from hudna.text import fold
from hudna.text import letters as L
from hudna.views import (
    Answer,
    DocumentItem,
    Filters,
    IncidentItem,
    Source,
    StatementItem,
    encode_answer,
    list_documents,
    list_incidents,
    list_statements,
)

T = TypeVar("T")

TABLE_LIMIT = 100
"""How many items a table shows where no limit is given; JSON and CSV give all."""

BYTE_ORDER_MARK = "\ufeff"
"""Begins a CSV output: without it, spreadsheets of Windows take UTF-8 for their old code page."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind(Generic[T]):
    """A list that a command shows: how it is asked for, and how an item is shown."""

    noun: str
    ask: Callable[[Ledger, Filters], Answer[T]]
    card: Callable[[T, Screen], list[str]]
    row: Callable[[T], dict[str, object]]
    columns: tuple[str, ...]


def show_list(
    kind: Kind[T],
    *,
    workspace: str | None,
    known_by: str | None,
    form: str,
    limit: int | None,
    quiet: bool,
    speaker: str | None,
    **asked: Any,
) -> int:
    """Ask the ledger, and print the answer in the form asked for."""
    with opened(workspace, quiet=quiet) as (place, ledger):
        filters = Filters(
            speaker=speaker,
            actors=actors_named(speaker, place.theatre),
            known_by=None if known_by is None else place.moment(known_by),
            limit=limit or (TABLE_LIMIT if form == "table" else None),
            **asked,
        )
        answer = kind.ask(ledger, filters)
    with opened_output(None) as sink:
        if form == "json":
            sink.write(encode_answer(answer) + b"\n")
        elif form == "csv":
            sink.write(BYTE_ORDER_MARK + as_csv(kind, answer.items))
        else:
            screen = screen_for(sink.stream, os.environ)
            sink.write(screen.page(as_cards(kind, answer, screen, quiet=quiet)))
    return 0


def actors_named(asked: str | None, theatre: str | None) -> tuple[str, ...]:
    """Ids of the actors of the theatre who have a name, in any of its spellings, with the words asked for."""
    if asked is None or theatre is None:
        return ()
    words = [word.removeprefix(L.AL) for word in fold(asked).text.split()]
    actors = load_theatre(theatre).actors
    named = ((actor.id, fold(name).text) for actor in actors for name in (*actor.names_ar, actor.name_en))
    # Words as they stand: a short one must not bring up all whose names it is a part of.
    whole = ((key, {word.removeprefix(L.AL) for word in name.split()}) for key, name in named)
    return tuple(dict.fromkeys(key for key, name in whole if words and name.issuperset(words)))


def as_csv(kind: Kind[T], items: Iterable[T]) -> str:
    """The items as CSV of RFC 4180: a header, commas, double quotes, CRLF."""
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=kind.columns, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in kind.row(item).items()} for item in items)
    return out.getvalue()


def _cell(value: object) -> object:
    """The value; words that a spreadsheet would run as a formula stand behind an apostrophe."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _pairs(spans: Iterable[tuple[int, int]]) -> str:
    return " | ".join(f"{start}:{end}" for start, end in spans)


def as_cards(kind: Kind[T], answer: Answer[T], screen: Screen, *, quiet: bool = False) -> Iterator[str]:
    """The items as cards, then, unless `quiet`, how many there are and what is not shown."""
    for item in answer.items:
        yield from kind.card(item, screen)
        yield ""
    if quiet:
        return
    total = len(answer.items) + answer.more
    shown = f", the newest {len(answer.items)} shown (--limit)" if answer.more else ""
    undated = f"; {answer.undated} without a date are left out" if answer.undated else ""
    known = f"; known by {answer.known_by.isoformat()}" if answer.known_by else ""
    yield screen.paint(f"{many(total, kind.noun)}{shown}{undated}{known}", "dim")


def statement_card(item: StatementItem, screen: Screen) -> list[str]:
    """Act, speaker and words of a statement, and where it stands."""
    head = [
        f"{screen.badge(item.act.upper(), TEMPERS[item.act])} "
        f"{screen.paint(speaker_of(item.speaker, item.kind), 'bold')}",
        isolated(item.post or ""),
        " + ".join(item.sides or (item.affiliation or "",)),
        screen.paint(days(item.said_on or item.document.published, None), "time"),
    ]
    return [
        *flowed(filter(None, head), screen, indent=0),
        *passage(item.quote, screen, indent=2, most=3),
        *_footing(item.id, item.document, screen),
    ]


def incident_card(item: IncidentItem, screen: Screen) -> list[str]:
    """Type, day, place and toll of an incident, the sentence, and who tells it."""
    told = "the outlet"
    if not isinstance(item.told_by, str):
        told = ", ".join(isolated(teller.speaker or "a speaker not told apart") for teller in item.told_by)
    head = [
        screen.paint(TYPES[item.type][0], "bold"),
        screen.paint(days(item.start, item.end) or "not dated", "time"),
        screen.paint(place_label(item.place_name, item.place) or "not placed", "place"),
        f"{item.killed} killed" if item.killed is not None else "",
        f"{item.injured} injured" if item.injured is not None else "",
        screen.paint(STATUSES[item.status][0], "problem" if item.status == "denied" else "dim"),
        f"told by {told}",
    ]
    return [
        *flowed(filter(None, head), screen, indent=0),
        *passage(item.sentence, screen, indent=2, most=3),
        *_footing(item.id, item.document, screen),
    ]


def document_card(item: DocumentItem, screen: Screen) -> list[str]:
    """Title and day of a document, and how much was found in it."""
    facts = [
        screen.paint(days(item.published, None) or "day unknown", "time"),
        isolated(item.outlet or ""),
        item.lang,
        *_findings(item),
    ]
    ids = [item.id, isolated(item.given_id or "")]
    return [
        *passage(item.title, screen, indent=0, most=2),
        *flowed(filter(None, facts), screen, indent=2),
        *(screen.paint(line, "dim") for line in flowed(filter(None, ids), screen, indent=2)),
    ]


def _findings(item: DocumentItem) -> list[str]:
    if not item.coded:
        return [f"recorded, not coded: no language pack for '{item.lang}'"]
    return [
        many(item.statements, "statement"),
        many(item.events, "event"),
        many(item.problems, "open question") if item.problems else "",
    ]


def _footing(key: str, source: Source, screen: Screen) -> list[str]:
    parts = [key, isolated(source.outlet or ""), isolated(source.given_id or source.id)]
    return [screen.paint(line, "dim") for line in flowed(filter(None, parts), screen, indent=2)]


def _statement_row(item: StatementItem) -> dict[str, object]:
    return {
        "id": item.id,
        "act": item.act,
        "said_on": item.said_on,
        **_source_cells(item.document),
        "affiliation": item.affiliation,
        "sides": " | ".join(item.sides),
        "kind": item.kind,
        "actor": item.actor,
        "form": item.form,
        "spans": _pairs(item.content),
        "speaker": item.speaker,
        "post": item.post,
        "quote": item.quote,
    }


def _incident_row(item: IncidentItem) -> dict[str, object]:
    tellers = () if isinstance(item.told_by, str) else item.told_by
    return {
        "id": item.id,
        "type": item.type,
        "status": item.status,
        "start": item.start,
        "end": item.end,
        **_source_cells(item.document),
        "place_id": item.place_id,
        "place_name": item.place_name,
        "lat": item.lat,
        "lon": item.lon,
        "precision": item.precision,
        "killed": item.killed,
        "injured": item.injured,
        "told_by": " | ".join(teller.id for teller in tellers) or "outlet",
        "span": _pairs([item.trigger]),
        "tellers": " | ".join(teller.speaker or "" for teller in tellers),
        "place": item.place,
        "actors": " | ".join(item.actors),
        "targets": " | ".join(item.targets),
        "sentence": item.sentence,
    }


def _document_row(item: DocumentItem) -> dict[str, object]:
    return {
        "id": item.id,
        "given_id": item.given_id,
        "published": item.published,
        "lang": item.lang,
        "url": item.url,
        "statements": item.statements,
        "events": item.events,
        "problems": item.problems,
        "coded": "yes" if item.coded else "no",
        "coder": item.coder,
        "added_at": item.added_at.isoformat(),
        "known_from": item.known_from.isoformat(),
        "outlet": item.outlet,
        "title": item.title,
    }


def _source_cells(source: Source) -> dict[str, object]:
    return {
        "published": source.published,
        "lang": source.lang,
        "document": source.id,
        "given_id": source.given_id,
        "url": source.url,
        "outlet": source.outlet,
    }


_OF_SOURCE = ("published", "lang", "document", "given_id", "url", "outlet")

STATEMENTS = Kind(
    noun="statement",
    ask=list_statements,
    card=statement_card,
    row=_statement_row,
    columns=(
        *("id", "act", "said_on"),
        *_OF_SOURCE,
        *("affiliation", "sides", "kind", "actor", "form", "spans", "speaker", "post", "quote"),
    ),
)
INCIDENTS = Kind(
    noun="incident",
    ask=list_incidents,
    card=incident_card,
    row=_incident_row,
    columns=(
        *("id", "type", "status", "start", "end"),
        *_OF_SOURCE,
        *("place_id", "place_name", "lat", "lon", "precision", "killed", "injured", "told_by", "span", "tellers"),
        *("place", "actors", "targets", "sentence"),
    ),
)
DOCUMENTS = Kind(
    noun="document",
    ask=list_documents,
    card=document_card,
    row=_document_row,
    columns=(
        *("id", "given_id", "published", "lang", "url", "statements", "events", "problems", "coded"),
        *("coder", "added_at", "known_from", "outlet", "title"),
    ),
)
