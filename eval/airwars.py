"""Incidents of harm to civilians in Syria and the Arabic reports that tell of them (Airwars), by report.

The coder reads each report with its outlet and its date as the day of publication, as a reader would get it; of 320
reports of 570 only the incident's day is known, which is then given as the day of publication, so these do not count
for the right day. An *incident* is a coded event of a violent type that is told as happened, ongoing or denied by
somebody (a strike that its maker denies is still an incident): never one that is planned or supposed.

A report is right where any of its coded incidents fits any of the incidents it tells of (32 tell of more than one):

- `within 5 km`, `within 25 km`: it is placed, that near. Over reports of incidents with coordinates.
- `right day`: it lies on that one day. Over reports whose date is their own.
- `killed`, `injured`: its number, or both ends of its range, lie in the incident's range. Over reports of incidents
  with such a range and some victims.
- `placed near`: of the placed coded incidents in reports of incidents with coordinates, those within 25 km.

The last figure is the price of the others: a coder that puts incidents everywhere would find them all. Pages carry
other news beside the report, so it can't reach one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coder import Row, coded, read_rows
from results import DataSet, Result, by_half
from table import Cell, Table

REPORTS = "airwars/sources.jsonl"
INCIDENTS = "airwars/incidents.jsonl"
VIOLENT = frozenset({"shelling", "air_strike", "clash", "bombing", "shooting", "killing", "chemical_attack"})
TOLD = frozenset({"happened", "ongoing", "denied"})
EARTH_KM = 12742.0

Ask = Callable[[Row, Row], bool]
"""Whether a coded event fits an incident."""
Counts = Callable[["Report", Row], bool]
"""Whether a figure is over this incident of the report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report, the incidents that it tells of, and those that were coded in it."""

    row: Row
    incidents: tuple[Row, ...]
    events: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One share: over which incidents, and when a coded one fits."""

    name: str
    counts: Counts
    fits: Ask


def measure(bench: Path, work: Path) -> Result:
    """How many reports lead to their incident."""
    reports = list(read_reports(bench, work))
    halves = {
        name: [report for report in reports if report.incidents[0]["code"] in set(codes)]
        for name, codes in by_half(dict.fromkeys(report.incidents[0]["code"] for report in reports)).items()
    }
    return Result(
        tables=(table(halves),), figures={"airwars": {name: share for name, (share, _) in shares(reports).items()}}
    )


def read_reports(bench: Path, work: Path) -> Iterable[Report]:
    """The reports with what the coder found in them."""
    incidents = {row["id"]: row for row in read_rows(bench / INCIDENTS)}
    rows = [row | {"published": row["date"]} for row in read_rows(bench / REPORTS)]
    found = coded(rows, work / "airwars.jsonl")
    for row in rows:
        yield Report(
            row=row,
            incidents=tuple(incidents[name] for name in row["incident_ids"]),
            events=tuple(event for event in found[row["id"]]["events"] if is_incident(event)),
        )


def is_incident(event: Row) -> bool:
    """Whether a coded event is one of violence that is said to have taken place."""
    return event["type"] in VIOLENT and event["status"] in TOLD


def shares(reports: Sequence[Report]) -> dict[str, tuple[float, int]]:
    """By figure: the share that is right, and over how many."""
    found = {figure.name: share(reports, figure) for figure in FIGURES}
    return found | {"placed near": placed_near(reports)}


def share(reports: Sequence[Report], figure: Figure) -> tuple[float, int]:
    """The share of reports that a figure counts in which a coded incident fits."""
    asked = [(report, [i for i in report.incidents if figure.counts(report, i)]) for report in reports]
    over = [(report, incidents) for report, incidents in asked if incidents]
    right = sum(any(figure.fits(e, i) for e in report.events for i in incidents) for report, incidents in over)
    return (right / len(over) if over else 0.0), len(over)


def placed_near(reports: Sequence[Report]) -> tuple[float, int]:
    """The share of placed coded incidents that lie near an incident of their report."""
    right = total = 0
    for report in reports:
        known = [incident for incident in report.incidents if has_coordinates(report, incident)]
        placed = [event for event in report.events if position(event)] if known else []
        total += len(placed)
        right += sum(any(km(event, incident) <= 25 for incident in known) for event in placed)
    return (right / total if total else 0.0), total


def has_coordinates(_: Report, incident: Row) -> bool:
    """Whether it is known where the incident was."""
    return incident["lat"] is not None and incident["lon"] is not None


def is_dated(report: Report, _: Row) -> bool:
    """Whether the report's date is its own, not copied from the incident."""
    return bool(report.row["date_src"] != "incident")


def has_toll(which: str) -> Counts:
    """Whether a number of victims of the incident is known, and not nought."""
    return lambda _, incident: bool(incident[f"{which}_max"])


def near(limit: float) -> Ask:
    """Whether the event is placed within so many kilometres."""
    return lambda event, incident: km(event, incident) <= limit


def same_day(event: Row, incident: Row) -> bool:
    """Whether the event lies on the day of the incident and on no other."""
    return bool(event["start"] == event["end"] == date.fromisoformat(incident["date"]).isoformat())


def in_range(which: str) -> Ask:
    """Whether the event's number of victims lies in the range of the incident's."""

    def fits(event: Row, incident: Row) -> bool:
        low, high = incident[f"{which}_min"] or 0, incident[f"{which}_max"]
        told = numbers(event, which)
        return bool(told) and all(low <= number <= high for number in told)

    return fits


def numbers(event: Row, which: str) -> tuple[int, ...]:
    """The number of victims that an event tells, or both ends of its range; empty where it tells neither."""
    if event[which] is not None:
        return (event[which],)
    low, high = (event["toll"] or {}).get(which) or (None, None)
    return () if low is None or high is None else (low, high)


def position(event: Row) -> tuple[float, float] | None:
    """Where the event is placed, if it is."""
    where = event["where"] or {}
    lat, lon = where.get("lat"), where.get("lon")
    return None if lat is None or lon is None else (lat, lon)


def km(event: Row, incident: Row) -> float:
    """The distance of the event from the incident; infinite where the event is not placed."""
    here = position(event)
    if here is None:
        return math.inf
    there = (incident["lat"], incident["lon"])
    p, q = math.radians(here[0]), math.radians(there[0])
    across = math.radians(there[1] - here[1])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(across / 2) ** 2
    return EARTH_KM * math.asin(math.sqrt(h))


FIGURES = (
    Figure(name="within 5 km", counts=has_coordinates, fits=near(5)),
    Figure(name="within 25 km", counts=has_coordinates, fits=near(25)),
    Figure(name="right day", counts=is_dated, fits=same_day),
    Figure(name="killed", counts=has_toll("killed"), fits=in_range("killed")),
    Figure(name="injured", counts=has_toll("injured"), fits=in_range("injured")),
)


def table(halves: dict[str, list[Report]]) -> Table:
    """Shares by figure, for all reports and for two halves of the incidents."""
    found = {name: shares(reports) for name, reports in halves.items()}
    rows: list[tuple[str, tuple[Cell, ...]]] = [("reports", tuple(len(reports) for reports in halves.values()))]
    for name, (_, over) in found["all"].items():
        rows.append((name, (*(part[name][0] for part in found.values()), over)))
    return Table(title="airwars: share", columns=(*halves, "of"), rows=tuple(rows))


SET = DataSet(name="airwars", files=(REPORTS, INCIDENTS), sections=("airwars",), measure=measure)
