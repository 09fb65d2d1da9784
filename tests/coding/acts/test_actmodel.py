"""The model of acts: its file, and what is summed."""

from __future__ import annotations

import pytest

from hudna.coding.acts.actmodel import from_bytes, load_model, to_bytes
from hudna.coding.acts.actsigns import ACTS, KINDS, keys_of
from hudna.packs.signs import load_signs
from tests.coding.conftest import Read

DENY, ASSERT = ACTS.index("deny"), ACTS.index("assert")


def weights(**named: int) -> list[int]:
    """A row of weights in which only the named acts have one."""
    return [named.get(act, 0) for act in ACTS]


def small() -> bytes:
    """The file of a model of two keys."""
    rows = {7: weights(deny=100, **{"assert": -127}), 2**39: weights(deny=27, warn=5)}
    return to_bytes("small", 0.05, weights(**{"assert": 20}), 40, rows)


def test_sums_are_those_of_the_weights() -> None:
    """Each act's sum is its bias with the weights of the notes; a note without a known key weighs nothing."""
    model = from_bytes(small())
    weighed = model.weigh({7, 2**39, 123})

    assert {one.note: one.of[DENY] for one in weighed} == {7: 100, 2**39: 27}
    assert model.scores(weighed) == weights(deny=127, warn=5, **{"assert": 20 - 127})


def test_note_weighs_what_its_keys_weigh_together(read: Read) -> None:
    """The first word of a content stands for four keys: their weights are summed."""
    # al-qura -- "the villages"
    r = read("القرى")
    word = load_signs("ar").word(r.forms[0])
    first = KINDS.index("first word") << 64 | word.root << 32 | word.stem
    keys = keys_of(first)
    model = from_bytes(to_bytes("four", 0.05, weights(), 0, {key: weights(deny=10, warn=-3) for key in keys}))

    assert model.scores(model.weigh({first})) == weights(deny=40, warn=-12)


def test_many_keys_do_not_run_over() -> None:
    """A thousand keys of the greatest weight keep the acts' sums apart."""
    model = from_bytes(to_bytes("wide", 0.05, weights(), 0, {key: weights(deny=127, warn=-127) for key in range(1000)}))

    assert model.scores(model.weigh(set(range(1000)))) == weights(deny=127_000, warn=-127_000)


def test_a_rule_adds_to_its_act() -> None:
    """The act that a sure rule tells gains what the file says, that of another rule half of it."""
    model = from_bytes(small())

    assert model.scores([], DENY)[DENY] == 40
    assert model.scores([], DENY, sure=False)[DENY] == 20
    assert model.scores([], -1)[DENY] == 0


def test_shares_of_all_acts_make_one() -> None:
    """How sure the model is of each act sums to one."""
    model = from_bytes(small())
    sums = model.scores(model.weigh({7}))

    assert sum(model.share(sums, act) for act in range(len(ACTS))) == pytest.approx(1)
    assert model.share(sums, DENY) > model.share(sums, ASSERT)


def test_weightiest_notes_come_first() -> None:
    """The notes that speak for an act come in the order of their weight; those against it are left out."""
    model = from_bytes(small())
    weighed = model.weigh({7, 2**39})

    assert model.weightiest(weighed, DENY) == [7, 2**39]
    assert model.weightiest(weighed, DENY, 1) == [7]
    assert model.weightiest(weighed, ASSERT) == []
    assert model.weightiest([], DENY) == []


def test_of_equally_weighty_notes_the_lower_comes_first() -> None:
    """The order in which notes come from a set makes no difference to what is told."""
    rows = {key: weights(deny=9 if key == 5 else 4) for key in (3, 1, 5, 2)}
    model = from_bytes(to_bytes("even", 0.05, weights(), 0, rows))
    weighed = sorted(model.weigh(set(rows)), key=lambda one: -one.note)

    assert model.weightiest(weighed, DENY) == [5, 1, 2]


def test_same_model_same_bytes() -> None:
    """The order in which rows are given does not show in the file."""
    rows = {3: weights(warn=1), 1: weights(deny=2)}

    assert to_bytes("m", 0.1, weights(), 5, rows) == to_bytes("m", 0.1, weights(), 5, dict(sorted(rows.items())))


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (b"PK", "no model"),
        (small()[:-1], "cut"),
        (small().replace(b'"assert"', b'"insert"'), "other acts"),
    ],
)
def test_broken_file_is_told(broken: bytes, message: str) -> None:
    """A file that is no model, is cut, or was made for other acts is refused with a reason."""
    with pytest.raises(ValueError, match=message):
        from_bytes(broken)


def test_shipped_model_is_small() -> None:
    """The model of the Arabic pack loads, knows thousands of keys, and weighs under half a megabyte."""
    model = load_model("ar")

    assert model.name == "acts-1"
    assert 2_000 < len(model.keys) < 20_000
    assert model.keys == sorted(set(model.keys))
