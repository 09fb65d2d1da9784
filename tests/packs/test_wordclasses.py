"""Classes of words that rules ask for by name."""

from __future__ import annotations

import re

import pytest

from hudna.errors import PackError
from hudna.packs.files import packs_root, read_csv
from hudna.packs.wordclasses import WordClass, only_word, word_class
from tests.tools import ROOT

ROWS = [row for _, row in read_csv(packs_root() / "lang" / "ar" / "wordclasses.csv", WordClass)]


def asked_for() -> set[str]:
    """The names by which the code asks for classes."""
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "src" / "hudna").rglob("*.py")]
    return {name for source in sources for name in re.findall(r'(?:word_class|only_word)\(\s*"([^"]+)"', source)}


def test_each_class_is_asked_for_and_each_asked_for_is_there() -> None:
    """No row is left that no rule uses, and no rule asks in vain."""
    assert {row.cls for row in ROWS} == asked_for()


def test_class_holds_folded_forms() -> None:
    """The forms of all rows of a class are folded, as the words of a text are."""
    for row in ROWS:
        for form in row.word.split("|"):
            assert " ".join(form.split()), row
    assert all(form == form.strip() for row in ROWS for form in word_class(row.cls))


def test_unknown_class_is_told_with_the_file() -> None:
    """A class that the pack does not have is an error that says where to add it."""
    with pytest.raises(PackError, match='no class "nowhere"'):
        word_class("nowhere")


def test_only_word_is_the_one_of_its_class() -> None:
    """A rule that knows one word gets it, folded."""
    assert {only_word("kingdoms")} == word_class("kingdoms")


def test_class_of_several_words_has_no_only_word() -> None:
    """A rule that knows one word takes none at random where the pack has more."""
    with pytest.raises(PackError, match=r'"contrasts" has [0-9]+ words'):
        only_word("contrasts")
