"""Which place a mention means, and where an event is.

A name may mean several places. The kind that the words around it tell decides first, then the country that the
document speaks of, then how near the place is to others of the document, then how often news means it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate
from math import cos, hypot, radians
from typing import Final

from hudna.model import Article, Event, Place, PlaceMention, Span, Unresolved, Where
from hudna.model.findings import PlaceKind
from hudna.model.resolved import Precision
from hudna.packs.gazetteer import Gazetteer, PlaceRow

NOT_LISTED: Final = "not in the gazetteer"

_TOLD: Final[dict[PlaceKind, frozenset[str]]] = {
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
_BROAD: Final = frozenset(("country", "region", "governorate"))
_NEAR_KM: Final = 60.0
_TOGETHER_KM: Final = 30.0
_FITS, _COUNTRY, _NEAR = 3.0, 2.5, 1.0
"""What speaks for a place, in units of weight (ten times the people is one unit). A capital stays ahead of a
village of the same name that fits the document's country, unless the words say "village"."""


def resolve_places(mentions: tuple[PlaceMention, ...], gazetteer: Gazetteer, article: Article) -> tuple[Place, ...]:
    """For each mention the place that it means; one that no list has keeps its name and no coordinates."""
    rows = [[gazetteer.places[id_] for id_ in mention.candidates] for mention in mentions]
    countries = _countries(rows)
    # Each place once: a name printed a thousand times must not make all others a thousand times dearer.
    sure = list({options[0].id: options[0] for options in rows if options and _one_spot(options)}.values())
    chosen: dict[tuple[tuple[str, ...], PlaceKind | None], PlaceRow | None] = {}
    for mention, options in zip(mentions, rows, strict=True):
        if (mention.candidates, mention.kind) not in chosen:
            chosen[mention.candidates, mention.kind] = _choose(mention, options, countries, sure)
    return tuple(_place(mention, chosen[mention.candidates, mention.kind], article) for mention in mentions)


def _one_spot(options: list[PlaceRow]) -> bool:
    """Whether all that a name may mean lies together: a governorate and its seat."""
    first = options[0]
    if first.kind in _BROAD and len(options) == 1:
        return False
    return all(_km(first, other) < _TOGETHER_KM for other in options[1:])


def _countries(rows: list[list[PlaceRow]]) -> Counter[str]:
    """How often the document speaks of each country, by names that mean one country only."""
    count: Counter[str] = Counter()
    for options in rows:
        country = _sole_country(options)
        if country is not None:
            count[country] += 1
    return count


def _sole_country(options: list[PlaceRow]) -> str | None:
    """The country that all of these lie in, as far as they lie in one; `None` where they are of several."""
    sole: str | None = None
    for row in options:
        if row.country and row.country != sole:
            if sole is not None:
                return None
            sole = row.country
    return sole


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
            points += _FITS
        if row.country:
            points += _COUNTRY * countries[row.country] / total
        if row.kind not in _BROAD and any(_km(row, other) < _NEAR_KM for other in sure if other is not row):
            points += _NEAR
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


_PRECISION: Final[dict[PlaceKind, Precision]] = {
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
_FINEST: Final[tuple[Precision, ...]] = ("exact", "town", "district", "governorate", "country")


def place_events(
    events: tuple[Event, ...], places: tuple[Place, ...], gazetteer: Gazetteer
) -> tuple[Where | Unresolved | None, ...]:
    """For each event where it is: `None` where the event tells no place."""
    if not any(event.place for event in events):
        return (None,) * len(events)
    spread = _Spread(places)
    return tuple(None if event.place is None else _where(spread.within(event.place)) for event in events)


class _Spread:
    """Places in the order of the text, to find those that a span touches without going through all."""

    __slots__ = ("farthest", "places", "starts")

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.places = sorted(places, key=lambda place: place.span.start)
        self.starts = [place.span.start for place in self.places]
        self.farthest = list(accumulate((place.span.end for place in self.places), max))

    def within(self, span: Span) -> list[Place]:
        """The places that the span overlaps, in the order of the text."""
        first = bisect_right(self.farthest, span.start)
        stop = bisect_left(self.starts, span.end)
        return [place for place in self.places[first:stop] if place.span.overlaps(span)]


def _where(named: list[Place]) -> Where | Unresolved:
    """The most exact of the places that the words name."""
    inside = [place for place in named if place.id]
    if not inside:
        return Unresolved(reason=NOT_LISTED)
    place = min(inside, key=lambda place: _FINEST.index(_precision(place)))
    return Where(place=place.id, lat=place.lat, lon=place.lon, precision=_precision(place))


def _precision(place: Place) -> Precision:
    if place.kind == "region" and place.country is None:
        return "country"  # a region across countries is no nearer than that
    return _PRECISION[place.kind]
