"""Which place a mention means, and where an event is.

A name may mean several places. The kind that the words around it tell decides first, then the country that the
document speaks of, then how near the place is to others of the document, then how often news means it.
"""

from __future__ import annotations

from collections import Counter
from math import cos, hypot, radians

from hudna.model import Article, Event, Place, PlaceMention, Unresolved, Where
from hudna.model.findings import PlaceKind
from hudna.model.resolved import Precision
from hudna.packs.gazetteer import Gazetteer, PlaceRow

NOT_LISTED = "not in the gazetteer"

_TOLD: dict[PlaceKind, frozenset[str]] = {
    "city": frozenset(("city", "town")),
    "town": frozenset(("town", "village", "city")),
    "village": frozenset(("village", "town")),
    "neighbourhood": frozenset(("neighbourhood",)),
    "governorate": frozenset(("governorate", "region")),
    "district": frozenset(("district", "town", "city")),
    "region": frozenset(("region", "governorate")),
    "facility": frozenset(("facility",)),
    "natural": frozenset(("natural",)),
}
"""The kinds of place that each place word may stand before."""
_BROAD = frozenset(("country", "region", "governorate"))
_NEAR_KM = 60.0


def resolve_places(
    mentions: tuple[PlaceMention, ...], gazetteer: Gazetteer, article: Article
) -> tuple[Place, ...]:
    """For each mention the place that it means; one that no list has keeps its name and no coordinates."""
    rows = [[gazetteer.places[id_] for id_ in mention.candidates] for mention in mentions]
    countries = _countries(rows)
    sure = [options[0] for options in rows if len(options) == 1 and options[0].kind not in _BROAD]
    return tuple(
        _place(mention, _choose(mention, options, countries, sure), article)
        for mention, options in zip(mentions, rows, strict=True)
    )


def _countries(rows: list[list[PlaceRow]]) -> Counter[str]:
    """How often the document speaks of each country, by names that mean one country only."""
    count: Counter[str] = Counter()
    for options in rows:
        told = {row.country for row in options if row.country}
        if len(told) == 1:
            count.update(told)
    return count


def _choose(
    mention: PlaceMention, options: list[PlaceRow], countries: Counter[str], sure: list[PlaceRow]
) -> PlaceRow | None:
    if len(options) < 2:
        return options[0] if options else None
    fitting = _TOLD.get(mention.kind, frozenset()) if mention.kind else frozenset()
    total = countries.total() or 1

    def score(row: PlaceRow) -> float:
        points = row.weight
        if row.kind in fitting:
            points += 3.0
        if row.country:
            points += 5.0 * countries[row.country] / total
        if row.kind not in _BROAD and any(_km(row, other) < _NEAR_KM for other in sure if other is not row):
            points += 2.0
        return points

    return max(options, key=score)


def _km(a: PlaceRow, b: PlaceRow) -> float:
    """Near enough for neighbours."""
    return 111.2 * hypot(a.lat - b.lat, (a.lon - b.lon) * cos(radians(a.lat)))


def _place(mention: PlaceMention, row: PlaceRow | None, article: Article) -> Place:
    if row is None:
        return Place(
            span=mention.span,
            country=None,
            name=mention.span.of(article.text),
            kind=mention.kind or "town",
            lat=None,
            lon=None,
            id="",
            metonym=False,
            why=mention.why,
        )
    return Place(
        span=mention.span,
        country=row.country,
        name=row.name,
        kind=_kind(mention, row),
        lat=row.lat,
        lon=row.lon,
        id=row.id,
        metonym=mention.metonym,
        why=mention.why,
    )


def _kind(mention: PlaceMention, row: PlaceRow) -> PlaceKind:
    """What the words say it is, where the gazetteer allows it; else what the gazetteer says."""
    if mention.kind and row.kind not in ("country", "region"):
        return mention.kind
    return row.kind


_PRECISION: dict[PlaceKind, Precision] = {
    "country": "country",
    "region": "governorate",
    "governorate": "governorate",
    "district": "district",
    "city": "town",
    "town": "town",
    "village": "town",
    "neighbourhood": "exact",
    "facility": "exact",
    "natural": "district",
}


def place_events(
    events: tuple[Event, ...], places: tuple[Place, ...], gazetteer: Gazetteer
) -> tuple[Where | Unresolved | None, ...]:
    """For each event where it is: `None` where the event tells no place."""
    return tuple(None if event.place is None else _where(event, places) for event in events)


def _where(event: Event, places: tuple[Place, ...]) -> Where | Unresolved:
    span = event.place
    inside = [place for place in places if span is not None and place.span.overlaps(span)]
    for place in inside:
        if place.id:
            return Where(place=place.id, lat=place.lat, lon=place.lon, precision=_PRECISION[place.kind])
    return Unresolved(reason=NOT_LISTED)
