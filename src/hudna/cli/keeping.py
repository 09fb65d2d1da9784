"""`hudna add` and `hudna recode`: what the ledger did with each document."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime

from hudna import ingest
from hudna.cli.cards import many
from hudna.cli.out import opened as opened_output
from hudna.cli.reading import Reading, Tally, documents
from hudna.cli.screen import isolated
from hudna.cli.workspace import Workspace, opened
from hudna.ledger import Receipt
from hudna.model.findings import NO_LANGUAGE
from hudna.pipeline import Kit, load_kit, settle

_SIGNS = {"added": "+", "unchanged": "=", "recoded": "~"}
Write = Callable[[str], None]


def now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def kit_of(workspace: Workspace) -> Kit:
    """The kit with the languages and the theatre that the workspace asks for."""
    kit = load_kit(workspace.theatre)
    settle()
    asked = {code: pack for code, pack in kit.languages.items() if code in workspace.languages}
    return dataclasses.replace(kit, languages=asked)


def add(files: tuple[str, ...], *, workspace: str | None, published: date | None, lang: str | None, quiet: bool) -> int:
    """Record documents, print what is new, and give the exit code."""
    tally = Tally(quiet)
    with opened(workspace, quiet=quiet) as (place, ledger), opened_output(None) as sink:
        reading = Reading(files=files, published=published, lang=lang, theatre=place.theatre)
        articles = documents(reading, tally)
        receipts = ingest.add(articles, ledger=ledger, kit=kit_of(place), clock=now)
        summary = _told(_only_receipts(receipts), sink.write, quiet=quiet)
        failed = f"; {tally.failed} not read" if tally.failed else ""
        sink.write(f"{summary}{failed}\n")
    return tally.exit_code


def recode(*, workspace: str | None, quiet: bool) -> int:
    """Code what is stored again, print what changed, and give the exit code."""
    with opened(workspace, quiet=quiet) as (place, ledger), opened_output(None) as sink:
        receipts = ingest.recode(ledger, kit_of(place), now)
        sink.write(f"{_told(receipts, sink.write, quiet=quiet, unchanged=False)}\n")
    return 0


def _only_receipts(receipts: Iterable[object]) -> Iterator[Receipt]:
    return (receipt for receipt in receipts if isinstance(receipt, Receipt))


def _told(receipts: Iterable[Receipt], write: Write, *, quiet: bool, unchanged: bool = True) -> str:
    """The sum of the receipts, each of them written on the way."""
    states: Counter[str] = Counter()
    new: Counter[str] = Counter()
    for receipt in receipts:
        states[receipt.state] += 1
        if receipt.state == "added":
            new.update(statements=receipt.statements, events=receipt.events, uncoded=int(_uncoded(receipt) is not None))
        states["differing"] += receipt.state == "recoded" and bool(receipt.changes)
        if not quiet and _is_told(receipt, unchanged=unchanged):
            write("\n".join(_lines(receipt)) + "\n")
    found = f" ({many(new['statements'], 'statement')}, {many(new['events'], 'event')})"
    found += f", {new['uncoded']} of them not coded" if new["uncoded"] else ""
    other = f" ({states['differing']} with other findings)" if states["recoded"] else ""
    sums = [
        f"{many(states['added'], 'document')} added{found}" if states["added"] else "",
        f"{states['recoded']} recoded{other}" if states["recoded"] else "",
        f"{states['unchanged']} unchanged" if states["unchanged"] else "",
    ]
    return ", ".join(filter(None, sums)) or "nothing to record"


def _is_told(receipt: Receipt, *, unchanged: bool) -> bool:
    """Whether a receipt has a line of its own: recoding shows what differs, adding all."""
    return unchanged or bool(receipt.changes)


def _lines(receipt: Receipt) -> Iterator[str]:
    name = f" ({isolated(receipt.given_id)})" if receipt.given_id else ""
    yield f"{_SIGNS[receipt.state]} {receipt.document}{name}: {_held(receipt)}"
    if receipt.state == "recoded":
        yield from _changes(receipt)


def _held(receipt: Receipt) -> str:
    if receipt.state == "unchanged":
        return "already there"
    if uncoded := _uncoded(receipt):
        return uncoded
    problems = f", {many(len(receipt.problems), 'open question')}" if receipt.problems else ""
    return f"{many(receipt.statements, 'statement')}, {many(receipt.events, 'event')}{problems}"


def _uncoded(receipt: Receipt) -> str | None:
    """Why the document is recorded and not coded; `None` where it is coded."""
    reasons = (problem.reason for problem in receipt.problems if problem.code == NO_LANGUAGE)
    return next((f"recorded, not coded: {reason.partition(':')[0]}" for reason in reasons), None)


def _changes(receipt: Receipt) -> Iterator[str]:
    """Each difference in a line: what is new, gone, and changed in which fields."""
    changes = receipt.changes
    yield from (f"    new      {key}" for key in changes.new)
    yield from (f"    gone     {key}" for key in changes.gone)
    yield from (f"    changed  {change.id}: {', '.join(change.fields)}" for change in changes.changed)
    if changes.parts:
        yield f"    changed  {', '.join(changes.parts)}"
    if not changes:
        yield "    same findings, by another coder or other packs"
