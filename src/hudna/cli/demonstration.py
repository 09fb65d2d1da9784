"""`hudna demo`: the bundled reports in a workspace, and what can be learnt from them.

Nothing said here is written down beforehand: each section asks the ledger, and prints what it answers.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hudna import ingest
from hudna.cli.cards import days, many, place_label, speaker_of
from hudna.cli.keeping import kit_of, now
from hudna.cli.labels import STATUSES, TEMPERS, TYPES
from hudna.cli.out import opened as opened_output
from hudna.cli.screen import Screen, flowed, isolated, passage, screen_for
from hudna.cli.workspace import FILE, Workspace, make_workspace, read_workspace
from hudna.ledger import Ledger, Receipt
from hudna.model.findings import Act, EventType, Status
from hudna.record import CountRecord
from hudna.sources.corpus import read_corpus
from hudna.views import (
    Filters,
    FoundDocument,
    IncidentItem,
    StatementItem,
    find_one,
    list_documents,
    list_incidents,
    list_statements,
)

THEATRE = "syria-2017"

# The matter of the case: sending troops to the zones. The words are those that a user would ask for.
# irsal (sending), asakir/junud/quwwat (soldiers, soldiers, forces)
TROOPS = (
    "إرسال قوات",
    "إرسال عسكريين",
    "إرسال جنود",
)
# The coming into force of an agreement: at-tanfidh, as-sarayan, yasri
IN_FORCE = (
    "التنفيذ",
    "سريان",
    "يسري",
)
# The month in which the memorandum was signed; the reports tell of other agreements too.
MEMORANDUM = (date(2017, 5, 1), date(2017, 5, 31))
TAKING_A_STAND: tuple[Act, ...] = (
    "assert",
    "propose",
    "confirm",
    "deny",
    "condition",
    "refuse",
    "commit",
    "decline",
)
_MOST_INCIDENTS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the ledger answered."""

    documents: int
    statements: tuple[StatementItem, ...]
    in_force: tuple[IncidentItem, ...]
    counts: tuple[tuple[str, CountRecord], ...]
    incidents: tuple[IncidentItem, ...]
    open_questions: int


def demo(directory: str, *, quiet: bool) -> int:
    """Make the workspace, or take up the one that is there, and print what it tells."""
    place = _workspace(Path(directory))
    with place.open_ledger() as ledger, opened_output(None) as sink:
        screen = screen_for(sink.stream, os.environ)
        added = _fill(place, ledger)
        if not quiet:
            sink.write(f"{added} in {place.directory}\n")
        sink.write(screen.page(_told(_ask(ledger), directory, screen)))
    return 0


def _workspace(directory: Path) -> Workspace:
    """A new workspace, or the one of an earlier demo."""
    file = directory / FILE
    return read_workspace(file) if file.is_file() else make_workspace(directory, theatre=THEATRE)


def _fill(place: Workspace, ledger: Ledger) -> str:
    receipts = ingest.add(read_corpus(), ledger=ledger, kit=kit_of(place), clock=now)
    states = [receipt.state for receipt in receipts if isinstance(receipt, Receipt)]
    new = states.count("added")
    return f"{many(len(states), 'bundled report')}, {new} of them new,"


# -- asking


def _ask(ledger: Ledger) -> Findings:
    documents = list_documents(ledger, Filters())
    return Findings(
        documents=len(documents.items),
        statements=tuple(_stands(ledger)),
        in_force=tuple(_in_force(ledger)),
        counts=tuple(_counts(ledger, [item.id for item in documents.items])),
        incidents=list_incidents(ledger, Filters(limit=_MOST_INCIDENTS)).items,
        open_questions=sum(item.problems for item in documents.items),
    )


def _stands(ledger: Ledger) -> Iterator[StatementItem]:
    """Statements in which someone takes a stand on sending troops, the oldest first."""
    asked = [Filters(text=words) for words in TROOPS]
    asked.append(Filters(type="deployment"))
    found = {item.id: item for filters in asked for item in list_statements(ledger, filters).items}
    order = {act: rank for rank, act in enumerate(TAKING_A_STAND)}
    stands = [item for item in found.values() if item.act in order]
    return iter(sorted(stands, key=lambda item: (order[item.act], str(_day(item)), item.id)))


def _in_force(ledger: Ledger) -> Iterator[IncidentItem]:
    """What is told of the coming into force, where a day is told."""
    types: tuple[EventType, ...] = ("agreement", "ceasefire")
    statuses: tuple[Status | None, ...] = (None, "planned")  # A day may be told before it comes.
    since, until = MEMORANDUM
    asked = [
        Filters(type=kind, status=status, text=words, since=since, until=until)
        for kind in types
        for status in statuses
        for words in IN_FORCE
    ]
    found = {item.id: item for filters in asked for item in list_incidents(ledger, filters).items}
    return iter(sorted((i for i in found.values() if i.start), key=lambda item: (str(item.start), item.id)))


def _counts(ledger: Ledger, keys: Iterable[str]) -> Iterator[tuple[str, CountRecord]]:
    for key in keys:
        found = find_one(ledger, key)
        if isinstance(found, FoundDocument):
            yield from ((found.item.given_id or key, count) for count in found.record.counts)


def _day(item: StatementItem) -> date | None:
    return item.said_on or item.document.published


# -- telling


def _told(found: Findings, directory: str, screen: Screen) -> Iterator[str]:
    yield from _section("Sending troops to the zones: who takes which stand", screen)
    yield from _stands_told(found.statements, screen)
    yield from _section("The memorandum: in force since when, according to whom", screen)
    yield from _in_force_told(found.in_force, screen)
    yield from _section("Violations counted, and by whom", screen)
    yield from _counts_told(found.counts, screen)
    yield from _section("Incidents, the newest", screen)
    yield from _incidents_told(found.incidents, screen)
    yield from _section("What to try next", screen)
    yield from _next(found, directory)


def _section(title: str, screen: Screen) -> tuple[str, ...]:
    return ("", screen.paint(title, "head"))


def _stands_told(items: tuple[StatementItem, ...], screen: Screen) -> Iterator[str]:
    if not items:
        yield "  No statement on it was found."
        return
    for item in items:
        head = [
            f"{screen.badge(item.act.upper(), TEMPERS[item.act])} "
            f"{screen.paint(speaker_of(item.speaker, item.kind), 'bold')}",
            isolated(item.post or ""),
            item.affiliation or "",
            days(_day(item), None),
        ]
        yield from flowed(filter(None, head), screen, indent=2)
        yield from passage(item.quote, screen, indent=4, most=2)
    yield from _summed(items, screen)


def _summed(items: tuple[StatementItem, ...], screen: Screen) -> Iterator[str]:
    """How many sides take each stand."""
    sides: dict[str, set[str]] = defaultdict(set)
    for item in items:
        sides[item.act].add(item.affiliation or item.speaker or "a side not told")
    told = [f"{act}: {', '.join(isolated(side) for side in sorted(sides[act]))}" for act in sides]
    yield from (screen.paint(line, "dim") for line in flowed(told, screen, indent=2))


def _in_force_told(items: tuple[IncidentItem, ...], screen: Screen) -> Iterator[str]:
    by_day: dict[str, list[IncidentItem]] = defaultdict(list)
    for item in items:
        by_day[days(item.start, item.end)].append(item)
    for day, told in sorted(by_day.items()):
        tellers = dict.fromkeys(_teller(item) for item in told)
        yield from flowed([screen.paint(day, "time"), *tellers], screen, indent=2, hang=4)
    if len(by_day) > 1:
        yield f"  The sources give {len(by_day)} different days."
    if not by_day:
        yield "  No report tells its day."


def _teller(item: IncidentItem) -> str:
    source = isolated(item.document.given_id or item.document.id)
    if isinstance(item.told_by, str):
        return source
    names = ", ".join(isolated(teller.speaker or "a speaker not told apart") for teller in item.told_by)
    return f"{names} in {source}"


def _counts_told(counts: tuple[tuple[str, CountRecord], ...], screen: Screen) -> Iterator[str]:
    for source, count in counts:
        sums = {True: "adds up", False: "does not add up", None: ""}[count.adds_up]
        parts = [
            f"{screen.paint(many(count.total, count.what), 'bold')} by "
            f"{isolated(count.by) if count.by else 'a side not told'}",
            days(*count.of) if count.of else "",
            *(f"{isolated(name)} {number}" for name, number in count.parts),
            sums,
            isolated(source),
        ]
        yield from flowed(filter(None, parts), screen, indent=2, hang=4)
    if not counts:
        yield "  No report counts them."


def _incidents_told(items: tuple[IncidentItem, ...], screen: Screen) -> Iterator[str]:
    for item in items:
        toll = [
            f"{number} {what}"
            for number, what in ((item.killed, "killed"), (item.injured, "injured"))
            if number is not None
        ]
        parts = [
            screen.paint(days(item.start, item.end) or "not dated", "time"),
            screen.paint(TYPES[item.type][0], "bold"),
            screen.paint(place_label(item.place_name, item.place) or "not placed", "place"),
            *toll,
            STATUSES[item.status][0],
            f"told by {'the outlet' if isinstance(item.told_by, str) else _teller(item)}",
        ]
        yield from flowed(parts, screen, indent=2, hang=4)
    if not items:
        yield "  No incident was found."


def _next(found: Findings, directory: str) -> Iterator[str]:
    tries = [(f"cd {directory}", "go into the workspace")]
    if found.statements:
        tries.append((f"hudna show {found.statements[-1].id}", "the words in their sentence"))
    tries += [
        ("hudna statements --act deny", "who denies what"),
        ("hudna incidents --format csv", "for a spreadsheet"),
        ("hudna documents", "the reports that this rests on"),
    ]
    width = max(len(command) for command, _ in tries)
    yield from (f"  {command.ljust(width)}   {purpose}" for command, purpose in tries)
    if found.open_questions:
        yield f"  {many(found.open_questions, 'open question')} for a reader; `hudna show` lists them."
