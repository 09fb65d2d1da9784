"""What the model of acts is trained on, and how its weights become a file."""

from __future__ import annotations

import csv
from collections import Counter

import pytest

from hudna.coding.acts.actmodel import from_bytes
from hudna.coding.acts.actsigns import ACTS
from hudna.text import fold_word
from hudna.text.slips import find_slips
from tests.tools import ROOT, load
from tests.words import lexicon

FILES = sorted((ROOT / "training" / "acts").glob("*.csv"))
train_acts = load("training/train_acts.py")


def rows() -> list[dict[str, str]]:
    """All rows that we wrote."""
    found: list[dict[str, str]] = []
    for path in FILES:
        with path.open(encoding="utf-8", newline="") as stream:
            found += csv.DictReader(stream)
    return found


def test_rows_are_whole() -> None:
    """Each row has an act of the codebook, a speaker and a content of several words."""
    assert [row for row in rows() if row["act"] not in ACTS] == []
    assert [row for row in rows() if not row["own"].strip() or len(row["content"].split()) < 3] == []


def test_no_content_stands_twice() -> None:
    """No content is learned twice."""
    counts = Counter(fold_word(row["content"]) for row in rows())

    assert [content for content, count in counts.items() if count > 1] == []


def test_each_act_has_many_rows() -> None:
    """The model learns each act from at least fifty rows."""
    counts = Counter(row["act"] for row in rows())

    assert {act for act in ACTS if counts[act] < 50} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_letters_are_what_they_look_like(path: object) -> None:
    """No letter of the rows only looks right."""
    text = (ROOT / "training" / "acts" / getattr(path, "name", "")).read_text(encoding="utf-8")

    assert [str(slip) for line in text.split("\n") for slip in find_slips(line)] == []


def test_written_row_becomes_a_statement() -> None:
    """A row's cue, its side and its content are read as in a text."""
    # wa-qala wazir al-kharijiyya at-turki: sa-nursilu al-qawafil
    row = {"act": "commit", "own": "وزير الخارجية التركي", "cue": "وقال", "content": "سنرسل القوافل غدا"}
    case = train_acts._written(row, lexicon(), "here.csv")

    assert (case.act, case.default, case.own) == ("commit", "assert", {"TUR"})
    assert case.r.words_of(*case.content) == row["content"]


def test_weights_become_bytes_and_small_ones_nothing() -> None:
    """The greatest weight is the greatest byte; a key that weighs next to nothing is left out."""
    table = {5: [1.0, -0.5, *[0.0] * 12], 6: [0.001] * 14}
    model = from_bytes(train_acts.quantised(table, [0.0] * 14))

    assert model.keys == [5]
    assert model.scores(model.weigh({5}))[:3] == [127, round(-0.5 / model.scale), 0]


def test_macro_f1_counts_acts_alike() -> None:
    """Each act that occurs counts the same, however often it does."""
    pairs = [("assert", "assert")] * 8 + [("deny", "assert"), ("deny", "deny")]

    assert train_acts.macro_f1(pairs) == pytest.approx((16 / 17 + 2 / 3) / 2)
