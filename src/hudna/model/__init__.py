"""The words of the domain, as frozen types.

Read this first: `article` is what comes in, `findings` is what a text says, `resolved` is what it refers to.
"""

from hudna.model.article import Article
from hudna.model.findings import (
    Basis,
    Claim,
    Count,
    Event,
    Findings,
    PlaceMention,
    Problem,
    Statement,
    Time,
    Toll,
    Why,
)
from hudna.model.resolved import Dossier, Place, Resolved, Unresolved, Where
from hudna.model.spans import Span

__all__ = [
    "Article",
    "Basis",
    "Claim",
    "Count",
    "Dossier",
    "Event",
    "Findings",
    "Place",
    "PlaceMention",
    "Problem",
    "Resolved",
    "Span",
    "Statement",
    "Time",
    "Toll",
    "Unresolved",
    "Where",
    "Why",
]
