"""Which events are incidents.

Until incidents are clustered, an incident is one event of these types. They are those of the codebook that
PLOVER files under its conflict classes ASSAULT, COERCE and FIGHT, and that ACLED records as battles,
explosions and remote violence, violence against civilians, or strategic developments: what a monitoring
mission logs.
Sources: PLOVER manual (Open Event Data Alliance), ACLED codebook (event and sub-event types).
"""

from __future__ import annotations

from hudna.model.findings import EventType, Status

VIOLENT_TYPES: tuple[EventType, ...] = (
    "shelling",
    "air_strike",
    "clash",
    "bombing",
    "shooting",
    "killing",
    "chemical_attack",
    "detention",
    "destruction",
    "violation",
)

INCIDENT_TYPES: tuple[EventType, ...] = (
    *VIOLENT_TYPES,
    "capture",
    "sanction",  # sieges are coded as this
    "displacement",
    "evacuation",
    "exchange",
)

INCIDENT_STATUSES: tuple[Status, ...] = ("happened", "ongoing", "denied")
"""What is only planned or supposed is no incident; what is denied is one in dispute."""
