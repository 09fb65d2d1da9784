"""The bundled corpus tells its case, in the form that the demo relies on."""

from __future__ import annotations

from datetime import date
from importlib import resources
from importlib.resources.abc import Traversable

import pytest
import yaml

from hudna.sources.corpus import read_corpus

REPORTS = {article.given_id or "": article for article in read_corpus()}
FILES = sorted(
    (file for file in resources.files("hudna").joinpath("corpus").iterdir() if file.name.endswith(".yml")),
    key=lambda file: file.name.removesuffix(".yml"),
)


def test_files_are_named_after_their_reports() -> None:
    """Each file's name is its id, and begins with its day."""
    assert sorted(REPORTS) == [file.name.removesuffix(".yml") for file in FILES]
    for name, article in REPORTS.items():
        assert article.published is not None
        assert name.startswith(article.published.isoformat())


def test_languages_and_size() -> None:
    """About fifteen reports in Arabic and three in English, all of our one outlet."""
    languages = [article.lang for article in REPORTS.values()]

    assert languages.count("ar") >= 15
    assert languages.count("en") == 3
    assert {article.outlet for article in REPORTS.values()} == {"hudna-corpus"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.name))
def test_bodies_are_short_reports(file: Traversable) -> None:
    """A body has between 90 and 220 words, and says which facts it follows."""
    data = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)

    assert 90 <= len(data["text"].split()) <= 220
    assert data["follows"]


def test_reports_lie_in_the_months_of_the_case() -> None:
    """All reports are of May to July 2017, and come in the order of their days."""
    days = [article.published for article in read_corpus()]

    assert days == sorted(day for day in days if day is not None)
    assert all(day is not None and date(2017, 5, 1) <= day <= date(2017, 7, 31) for day in days)


@pytest.mark.parametrize(
    ("report", "words"),
    [
        # "within five days", "by 22 May"
        ("2017-05-03-astana-draft", "في غضون خمسة أيام"),
        ("2017-05-03-astana-draft", "بحلول 22 أيار"),
        # "within two weeks", "by 4 June"
        ("2017-05-05-in-force", "في غضون أسبوعين"),
        ("2017-05-05-in-force", "بحلول 4 حزيران/يونيو"),
        # "after ten days", "before 27 May", "that is, on 4 May"
        ("2017-05-06-text-published", "بعد عشرة أيام"),
        ("2017-05-06-text-published", "قبل 27 أيار"),
        ("2017-05-06-text-published", "أي في 4 أيار"),
    ],
)
def test_rival_days_of_the_memorandum_are_told(report: str, words: str) -> None:
    """The reports disagree on when the memorandum holds and what is due when."""
    assert words in REPORTS[report].text
