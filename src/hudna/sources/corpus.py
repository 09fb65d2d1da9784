"""The bundled corpus: short reports of our own about May to July 2017, to try Hudna on."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import msgspec
import yaml

from hudna.errors import PackError
from hudna.model.article import Article
from hudna.sources.rows import as_stored, make_article, read_day, titled

# Scalars are read as text and typed by the schema: else a date is no text, and `no` is False.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Report(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the corpus."""

    id: str
    title: str
    outlet: str
    published: str
    lang: str
    follows: list[str]
    """Which facts it follows, and where these stand."""
    text: str


def read_corpus() -> tuple[Article, ...]:
    """The reports of the bundled corpus in the order of publication, then of id."""
    directory = resources.files("hudna").joinpath("corpus")
    files = [file for file in directory.iterdir() if file.name.endswith(".yml")]
    articles = [_article(_report(file)) for file in files]
    return tuple(sorted(articles, key=lambda article: (str(article.published), article.given_id or "")))


def _report(file: Traversable) -> Report:
    try:
        data = yaml.load(file.read_text(encoding="utf-8"), Loader=_LOADER)
        return msgspec.convert(data, Report)
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise PackError(
            f"not a report of the corpus: {error}", file=file.name, hint="mend the file, or install anew"
        ) from None


def _article(report: Report) -> Article:
    return make_article(
        titled(as_stored(report.title), as_stored(report.text)),
        published=read_day(report.published),
        lang=report.lang,
        outlet=report.outlet,
        given_id=report.id,
    )
