"""The composition with effects: documents are coded and recorded, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from hudna.ledger import Ledger, Receipt
from hudna.model.article import Article
from hudna.pipeline import Kit, code_article

if TYPE_CHECKING:
    from hudna.sources import Rejected

Clock = Callable[[], datetime]
"""Gives the present moment, with a time zone."""


def add(
    articles: Iterable[Article | Rejected], *, ledger: Ledger, kit: Kit, clock: Clock
) -> Iterator[Receipt | Rejected]:
    """What became of each document, in the order given. What was rejected on the way in goes through.

    A document is recorded before the next one is read: what was yielded is held, whatever happens after it.
    """
    for article in articles:
        if isinstance(article, Article):
            yield ledger.record(code_article(article, kit), clock())
        else:
            yield article


def recode(ledger: Ledger, kit: Kit, clock: Clock) -> Iterator[Receipt]:
    """What became of each stored document when coded with the present coder and packs, in order of id."""
    for article in ledger.articles():
        yield ledger.record(code_article(article, kit), clock())
