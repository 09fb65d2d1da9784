"""Events of short texts of our own, read with the shipped packs."""

from __future__ import annotations

from datetime import date

from hudna.coding.claims import find_claims
from hudna.coding.events.events import find_events
from hudna.coding.places import find_places
from hudna.coding.times.times import find_times
from hudna.coding.words.reading import Reading
from hudna.model import Claim, Event, Span, Statement
from hudna.model.findings import Act
from tests.words import lexicon

FRIDAY = date(2017, 6, 23)


def events_of(text: str, *statements: Statement) -> tuple[Event, ...]:
    """The events of a text published on a Friday."""
    reading = Reading(text, lexicon(), FRIDAY)
    times, _ = find_times(reading)
    places = find_places(reading)
    reading.keep_places(place.span for place in places)
    reading.mark_times(time.span for time in times)
    return find_events(reading, times=times, places=places, statements=statements)


def claims_of(text: str) -> tuple[Claim, ...]:
    reading = Reading(text, lexicon(), FRIDAY)
    return find_claims(reading, places=find_places(reading), statements=())


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in spans]


def said(text: str, content: str, act: Act) -> Statement:
    """A statement whose content is the given part of the text."""
    start = text.index(content)
    span = Span(start, start + len(content))
    return Statement(content=(span,), form="indirect", act=act, speaker=None, kind="unnamed")
