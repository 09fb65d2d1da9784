"""What stays open after a document was resolved: told as problems, with what it may be."""

from __future__ import annotations

from datetime import date

from hudna.coding.code import code
from hudna.model import Article, Resolved
from hudna.model.findings import UNKNOWN_PLACE, UNKNOWN_SPEAKER
from hudna.packs.theatre import load_theatre
from hudna.resolving import resolve
from tests.words import gazetteer, lexicon


def resolved(text: str) -> Resolved:
    """The text coded and resolved in the shipped theatre, on a day of its period."""
    article = Article(text=text, lang="ar", published=date(2017, 6, 23))
    return resolve(code(article, lexicon()), gazetteer(), load_theatre("syria-2017"), article)


def test_open_speaker_is_a_problem_that_names_who_it_may_be() -> None:
    """A foreign minister of no country may be several people: the row names them, and points at the words."""
    # "the foreign minister said that the talks would go on"
    text = "قال وزير الخارجية إن المحادثات ستستمر."

    (problem,) = [p for p in resolved(text).problems if p.code == UNKNOWN_SPEAKER]

    assert problem.reason.startswith("speaker: ")
    assert "(may be: " in problem.reason
    assert "sergey-lavrov" in problem.reason
    assert problem.span is not None
    assert text[slice(*problem.span)] == "وزير الخارجية"


def test_place_of_no_list_is_one_problem() -> None:
    """A village that the gazetteer doesn't know is told once, though an event took place there too."""
    # "shells fell on the village of Umm al-Qasab"; an invented village
    text = "سقطت قذائف على بلدة أم القصبات."

    problems = [p for p in resolved(text).problems if p.code == UNKNOWN_PLACE]

    assert [text[slice(*p.span)] for p in problems if p.span is not None] == ["أم القصبات"]
    assert problems[0].reason.startswith("place: ")
