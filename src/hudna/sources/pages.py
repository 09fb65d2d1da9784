"""A web page becomes an article: the text of its story, and what it says of itself."""

from __future__ import annotations

from typing import Any

from hudna.errors import EmptyInput
from hudna.model.article import Article
from hudna.sources.extras import needed
from hudna.sources.rows import Defaults, Stored, as_stored, make_article, read_day, titled

_NO_STORY = "there is no story on this page"


def read_page(raw: bytes, *, url: str | None, fetched: str | None, defaults: Defaults) -> Article:
    """The story of a page with its title, and the day, outlet and address that the page itself tells.

    The day on which a page was fetched is not that of its publication, so it only bounds it.
    """
    found = _extract(raw, url=url, fetched=fetched)
    body = as_stored(found.text or "") if found is not None else Stored("")
    if found is None or not body:
        raise EmptyInput(_NO_STORY, hint="nothing to do: lists, pictures and empty pages hold none")
    title = as_stored(found.title or "")
    story = as_stored(body.removeprefix(title))
    return make_article(
        titled(title, story),
        published=read_day(found.date) if found.date else defaults.published,
        # Not the page's own tag: sites leave that of their template.
        lang=defaults.lang,
        outlet=as_stored(found.sitename or found.hostname or "") or None,
        url=url or found.url,
    )


def _extract(raw: bytes, *, url: str | None, fetched: str | None) -> Any:
    """What the extractor finds; `None` where it finds nothing or the page is no HTML."""
    trafilatura = needed("trafilatura", extra="warc", what="taking the story from a web page")
    # `max_date`: else pages dated after today are read in another way tomorrow.
    days = {"extensive_search": False, "original_date": True, "max_date": fetched or "9999-12-31"}
    return trafilatura.bare_extraction(
        raw,
        url=url,
        # Else the menu of a page without a story is taken for one.
        favor_precision=True,
        fast=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=days,
    )
