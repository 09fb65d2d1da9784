"""`hudna demo`: the bundled reports in a workspace, and what can be learnt from them.

Nothing said here is written down beforehand: each section asks the ledger, and prints what it answers.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hudna import ingest
from hudna.cli.cards import days, many, place_label, speaker_of
from hudna.cli.keeping import kit_of, now
from hudna.cli.labels import MATTERS, STATUSES, TEMPERS, TROOPS, TYPES
from hudna.cli.out import opened as opened_output
from hudna.cli.screen import Screen, flowed, isolated, passage, screen_for
from hudna.cli.workspace import FILE, Workspace, make_workspace, read_workspace, unmake_workspace
from hudna.ledger import Ledger, Receipt
from hudna.ledger.context import sentence_around
from hudna.model.findings import Act
from hudna.model.spans import Span
from hudna.record import CountRecord, DocumentRecord, SpanPair
from hudna.sources.corpus import read_corpus
from hudna.text import fold
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

# From its signing to a month after; the reports tell of other agreements too.
MEMORANDUM = (date(2017, 5, 4), date(2017, 6, 10))
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


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Dated:
    """The day that a report gives for a matter of the memorandum, and who says so there."""

    matter: str
    day: date
    source: str
    teller: str
    """Empty where the outlet tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the ledger answered."""

    documents: int
    statements: tuple[StatementItem, ...]
    dates: tuple[Dated, ...]
    counts: tuple[tuple[str, CountRecord], ...]
    incidents: tuple[IncidentItem, ...]
    open_questions: int


def demo(directory: str, *, quiet: bool) -> int:
    """Make the workspace, or take up the one that is there, and print what it tells."""
    with _workspace(Path(directory)) as (place, added), place.open_ledger() as ledger, opened_output(None) as sink:
        screen = screen_for(sink.stream, os.environ)
        if not quiet:
            sink.write(f"{added} in {place.directory}\n")
        sink.write(screen.page(_told(_ask(ledger), directory, screen)))
    return 0


@contextmanager
def _workspace(directory: Path) -> Iterator[tuple[Workspace, str]]:
    """A new workspace with the bundled reports, or the one of an earlier demo; a new one whole or not at all."""
    file, kept = directory / FILE, directory.exists()
    is_new = not file.is_file()
    place = make_workspace(directory, theatre=THEATRE) if is_new else read_workspace(file)
    try:
        with place.open_ledger() as ledger:
            added = _fill(place, ledger)
    except BaseException:
        if is_new:
            unmake_workspace(place, keep_directory=kept)
        raise
    yield place, added


def _fill(place: Workspace, ledger: Ledger) -> str:
    receipts = ingest.add(read_corpus(), ledger=ledger, kit=kit_of(place), clock=now)
    states = [receipt.state for receipt in receipts if isinstance(receipt, Receipt)]
    new = states.count("added")
    return f"{many(len(states), 'bundled report')}, {new} of them new,"


# -- asking


def _ask(ledger: Ledger) -> Findings:
    documents = list_documents(ledger, Filters()).items
    found = [one for item in documents if isinstance(one := find_one(ledger, item.id), FoundDocument)]
    return Findings(
        documents=len(documents),
        statements=tuple(_stands(ledger)),
        dates=tuple(sorted({dated for one in found for dated in _dates(one)})),
        counts=tuple((one.item.given_id or one.item.id, count) for one in found for count in one.record.counts),
        incidents=list_incidents(ledger, Filters(limit=_MOST_INCIDENTS)).items,
        open_questions=sum(item.problems for item in documents),
    )


def _stands(ledger: Ledger) -> Iterator[StatementItem]:
    """Statements in which someone takes a stand on sending troops, the oldest first."""
    asked = [Filters(text=words) for words in TROOPS]
    asked.append(Filters(type="deployment"))
    found = {item.id: item for filters in asked for item in list_statements(ledger, filters).items}
    order = {act: rank for rank, act in enumerate(TAKING_A_STAND)}
    stands = [item for item in found.values() if item.act in order]
    return iter(sorted(stands, key=lambda item: (order[item.act], str(_day(item)), item.id)))


def _dates(found: FoundDocument) -> Iterator[Dated]:
    """The days of the memorandum's time that follow in their sentence on the words for a matter."""
    record, since, until = found.record, *MEMORANDUM
    ended = 0
    for time in sorted(record.times, key=lambda time: time.span):
        sentence = sentence_around(record.text, Span(*time.span))
        matter = _matter(record.text[max(sentence.start, ended) : time.span[0]])
        ended = time.span[1]
        if matter and time.start and time.start == time.end and since <= time.start <= until:
            source = found.item.given_id or found.item.id
            yield Dated(matter=matter, day=time.start, source=source, teller=_teller_of(record, time.span))


def _matter(before: str) -> str | None:
    """The matter whose words stand last before a time."""
    words = fold(before).text
    last = {matter: max(words.rfind(fold(word).text) for word in names) for matter, names in MATTERS.items()}
    matter = max(last, key=lambda matter: last[matter])
    return matter if last[matter] >= 0 else None


def _teller_of(record: DocumentRecord, span: SpanPair) -> str:
    for statement in record.statements:
        if any(start <= span[0] and span[1] <= end for start, end in statement.content):
            return speaker_of(statement.speaker, statement.kind)
    return ""


def _day(item: StatementItem) -> date | None:
    return item.said_on or item.document.published


# -- telling


def _told(found: Findings, directory: str, screen: Screen) -> Iterator[str]:
    yield from _section("Sending troops to the zones: who takes which stand", screen)
    yield from _stands_told(found.statements, screen)
    yield from _section("The memorandum: in force since when, according to whom", screen)
    yield from _dates_told(found.dates, screen)
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


def _dates_told(items: tuple[Dated, ...], screen: Screen) -> Iterator[str]:
    for matter in MATTERS:
        by_day: dict[date, list[str]] = defaultdict(list)
        for item in items:
            if item.matter == matter:
                source = isolated(item.source)
                by_day[item.day].append(f"{item.teller} in {source}" if item.teller else source)
        for day, tellers in sorted(by_day.items()):
            head = f"{matter} {screen.paint(day.isoformat(), 'time')}"
            yield from flowed([head, *dict.fromkeys(tellers)], screen, indent=2, hang=4)
        if len(by_day) > 1:
            yield f"  The sources give {len(by_day)} different days: {matter}."
    if not items:
        yield "  No report tells a day."


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
    hudna, place = invocation(), shlex.quote(directory)
    tries = []
    if found.statements:
        tries.append((f"show {found.statements[-1].id}", "the words in their sentence"))
    tries += [
        ("statements --act deny", "who denies what"),
        ("incidents --format csv", "for a spreadsheet"),
        ("documents", "the reports that this rests on"),
    ]
    commands = [(f"{hudna} {command} -w {place}", purpose) for command, purpose in tries]
    width = max(len(command) for command, _ in commands)
    yield from (f"  {command.ljust(width)}   {purpose}" for command, purpose in commands)
    if found.open_questions:
        questions = many(found.open_questions, "open question")
        yield f"  {questions} for a reader: `show` with the id of a report lists them."


def invocation() -> str:
    """How to run Hudna from here: by name where the shell finds it, else by the path it was started with."""
    if shutil.which("hudna"):
        return "hudna"
    started = Path(sys.argv[0])
    if started.name == "hudna" and started.is_file():
        here = os.path.relpath(started)
        return shlex.quote(str(started) if here.startswith(os.pardir) else here)
    return f"{shlex.quote(sys.executable)} -m hudna.cli"
