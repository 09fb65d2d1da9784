"""Reports of incidents: when a coded one fits."""

from __future__ import annotations

from typing import Any

import pytest

from tests.tools import load

airwars = load("eval/airwars.py")

HERE = {"lat": 35.0, "lon": 36.0}
INCIDENT: dict[str, Any] = {
    **HERE,
    "code": "X1",
    "date": "2022-05-03",
    "killed_min": 2,
    "killed_max": 4,
    "injured_min": None,
    "injured_max": None,
}


def event(**more: Any) -> dict[str, Any]:
    """A coded shelling of which nothing else is told."""
    bare = {"type": "shelling", "status": "happened", "start": None, "end": None, "where": None}
    return {**bare, "killed": None, "injured": None, "toll": None, **more}


def report(*events: dict[str, Any], src: str = "text", incident: dict[str, Any] = INCIDENT) -> Any:
    """A report of one incident with what was coded in it."""
    return airwars.Report(row={"date_src": src}, incidents=(incident,), events=events)


def north(km: float) -> dict[str, Any]:
    """A place so many kilometres north of the incident."""
    return {"lat": 35.0 + km / 111.19, "lon": 36.0}


def found(*reports: Any) -> dict[str, tuple[float, int]]:
    """The shares over the reports."""
    shares: dict[str, tuple[float, int]] = airwars.shares(reports)
    return shares


def test_only_violence_that_is_told_as_such_is_an_incident() -> None:
    """A strike that somebody denies is one; a planned strike, a hypothetical one and a meeting are none."""
    assert airwars.is_incident(event())
    assert airwars.is_incident(event(status="denied"))
    assert not airwars.is_incident(event(status="planned"))
    assert not airwars.is_incident(event(status="hypothetical"))
    assert not airwars.is_incident(event(type="meeting"))


@pytest.mark.parametrize(("km", "five", "near"), [(4.9, 1.0, 1.0), (5.2, 0.0, 1.0), (25.5, 0.0, 0.0)])
def test_distance_is_that_of_the_nearest_coded_incident(km: float, five: float, near: float) -> None:
    """One of several events is enough; one without coordinates is nowhere."""
    shares = found(
        report(event(), event(where={"lat": None, "lon": None}), event(where=north(km)), event(where=north(80)))
    )

    assert shares["within 5 km"] == (five, 1)
    assert shares["within 25 km"] == (near, 1)
    assert shares["placed near"] == (near / 2, 2)


def test_incident_without_coordinates_is_left_out() -> None:
    """Where nobody knows the place no distance is counted."""
    shares = found(report(event(where=north(1)), incident={**INCIDENT, "lat": None, "lon": None}))

    assert shares["within 25 km"] == shares["placed near"] == (0.0, 0)


def test_day_counts_only_where_the_report_has_its_own_date() -> None:
    """The day must be that one day; a report that bears the incident's date proves nothing."""
    right = event(start="2022-05-03", end="2022-05-03")
    wide = event(start="2022-05-01", end="2022-05-03")

    assert found(report(right), report(wide), report(event()))["right day"] == (1 / 3, 3)
    assert found(report(right, src="incident"))["right day"] == (0.0, 0)


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ({"killed": 2}, 1.0),
        ({"killed": 5}, 0.0),
        ({}, 0.0),
        ({"toll": {"killed": [2, 4], "injured": None}}, 1.0),
        ({"toll": {"killed": [3, 9], "injured": None}}, 0.0),
        ({"toll": {"killed": [3, None], "injured": None}}, 0.0),
    ],
)
def test_toll_lies_in_the_range(told: dict[str, Any], right: float) -> None:
    """A number, or both ends of a range, must lie within; an open range is no number."""
    assert found(report(event(**told)))["killed"] == (right, 1)


def test_toll_that_is_not_known_is_left_out() -> None:
    """No range and no victims: nothing to find."""
    nobody = {**INCIDENT, "killed_min": 0, "killed_max": 0}

    assert found(report(event(injured=3)))["injured"] == (0.0, 0)
    assert found(report(event(killed=0), incident=nobody))["killed"] == (0.0, 0)
