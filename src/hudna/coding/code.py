"""One article coded: every coder over the same reading, in the order in which they need each other."""

from __future__ import annotations

from hudna.coding.claims import find_claims
from hudna.coding.counts import find_counts
from hudna.coding.events.events import find_events
from hudna.coding.outlet import find_outlet
from hudna.coding.places import find_places
from hudna.coding.speech.statements import find_statements
from hudna.coding.times.times import find_times
from hudna.coding.words.reading import Reading
from hudna.model import Article, Findings
from hudna.packs.lexicon import Lexicon


def code(article: Article, lexicon: Lexicon) -> Findings:
    """All that the article says. Each coder reads the same `Reading`; later ones use what earlier ones found."""
    reading = Reading(article.text, lexicon, article.published)
    times, problems = find_times(reading)
    places = find_places(reading)
    reading.keep_places(place.span for place in places)
    reading.mark_times(time.span for time in times)
    outlet, via = find_outlet(reading)
    statements, unheard = find_statements(reading, times=times, via=via)
    events = find_events(reading, times=times, places=places, statements=statements)
    return Findings(
        statements=statements,
        events=events,
        places=places,
        times=times,
        claims=find_claims(reading, places=places, statements=statements),
        counts=find_counts(reading, times=times, statements=statements),
        problems=(*problems, *unheard),
        outlet=outlet,
        via=via,
    )
