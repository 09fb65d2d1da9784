"""The trained model of acts: weights of signs, summed. Written by `make train`; see docs/acts-model.md.

The file: a line of JSON (name, acts, scale, bias, what a rule adds), then the keys (8 bytes each, sorted), then for
each key a byte for each act, its weight plus 128. No library is needed to use it.
"""

from __future__ import annotations

import json
import sys
from array import array
from functools import cache
from math import exp
from typing import Final

from hudna.coding.acts.actsigns import ACTS, keys_of
from hudna.errors import PackError
from hudna.packs.files import packs_root

FILE: Final = "acts.bin"
_MAGIC: Final = b"hudna-acts-1\n"


_LANE: Final = 24
"""Bits of one act's sum. The weights of all acts are added at once, as the lanes of one long number."""
_MASK: Final = (1 << _LANE) - 1
_ZERO: Final = 128
"""Added to each weight, so that no lane is negative."""
_ROW: Final = len(ACTS) * _LANE // 8
_COUNT: Final = len(ACTS) * _LANE
"""The bit from which on the lanes tell of how many keys they are the sum."""
_CACHE_LIMIT: Final = 200_000
"""Notes from which on the memory of their weights starts anew."""


class Weighed:
    """A note that weighs something: the `lanes` of its keys together, and the weight `of` each act."""

    __slots__ = ("lanes", "note", "of")

    def __init__(self, note: int, lanes: int) -> None:
        self.note = note
        self.lanes = lanes
        zero = (lanes >> _COUNT) * _ZERO
        self.of: list[int] = [(lanes >> (act * _LANE) & _MASK) - zero for act in range(len(ACTS))]


class ActModel:
    """A weight for each key and act. What is asked for are notes, each of which stands for some keys."""

    __slots__ = ("_lanes", "_memory", "bias", "keys", "name", "rule", "scale")

    def __init__(self, name: str, scale: float, bias: list[int], rule: int, keys: list[int], weights: bytes) -> None:
        self.name = name
        self.scale = scale
        """What one step of a weight is worth in log odds."""
        self.bias = bias
        self.rule = rule
        """What an act gains that a sure rule tells; another rule gives half of it."""
        self.keys = keys
        self._lanes = dict(zip(keys, _lanes(weights), strict=True))
        self._memory: dict[int, Weighed] = {}

    def weigh(self, notes: set[int]) -> list[Weighed]:
        """Those notes that weigh something, in no order."""
        memory = self._memory
        if len(memory) >= _CACHE_LIMIT:
            memory.clear()
        out: list[Weighed] = []
        for note in notes:
            weighed = memory.get(note)
            if weighed is None:
                weighed = memory[note] = Weighed(note, self._lanes_of(note))
            if weighed.lanes:
                out.append(weighed)
        return out

    def _lanes_of(self, note: int) -> int:
        """The lanes of the note's keys together."""
        total = 0
        for key in keys_of(note):
            total += self._lanes.get(key, 0)
        return total

    def scores(self, notes: list[Weighed], told: int = -1, *, sure: bool = True) -> list[int]:
        """For each act the sum of the weights of the notes; `told` is the act that a rule tells."""
        total = 0
        for weighed in notes:
            total += weighed.lanes
        zero = (total >> _COUNT) * _ZERO
        sums = [value + (total >> (act * _LANE) & _MASK) - zero for act, value in enumerate(self.bias)]
        if told >= 0:
            sums[told] += self.rule if sure else self.rule // 2
        return sums

    def share(self, sums: list[int], act: int) -> float:
        """How sure the model is of the act, from 0 to 1."""
        top = max(sums)
        return exp((sums[act] - top) * self.scale) / sum([exp((value - top) * self.scale) for value in sums])

    def weightiest(self, notes: list[Weighed], act: int, count: int = 3) -> list[int]:
        """Those of the notes that speak most for the act, the weightiest first; of equal ones the lower number."""
        top: list[Weighed] = []
        for weighed in notes:
            weight = weighed.of[act]
            if weight <= 0 or (len(top) == count and weight < top[-1].of[act]):
                continue
            place = len(top)
            while place and _is_before(weighed, top[place - 1], act):
                place -= 1
            top.insert(place, weighed)
            if len(top) > count:
                top.pop()
        return [weighed.note for weighed in top]


def _is_before(one: Weighed, other: Weighed, act: int) -> bool:
    """Whether the one speaks more for the act than the other; where they are equal, whether its number is lower."""
    mine, its = one.of[act], other.of[act]
    return mine > its or (mine == its and one.note < other.note)


def to_bytes(name: str, scale: float, bias: list[int], rule: int, rows: dict[int, list[int]]) -> bytes:
    """The model's file: the same model gives the same bytes."""
    head = {"name": name, "acts": list(ACTS), "scale": scale, "bias": bias, "rule": rule, "keys": len(rows)}
    keys = array("Q", sorted(rows))
    weights = bytes(weight + _ZERO for key in sorted(rows) for weight in rows[key])
    if sys.byteorder == "big":
        keys.byteswap()
    line = json.dumps(head, separators=(",", ":")).encode() + b"\n"
    return _MAGIC + line + keys.tobytes() + weights


def from_bytes(data: bytes) -> ActModel:
    """The model of a file's bytes; `ValueError` where they are no model of these acts."""
    if not data.startswith(_MAGIC):
        raise ValueError("is no model of acts")
    end = data.index(b"\n", len(_MAGIC)) + 1
    head = json.loads(data[len(_MAGIC) : end])
    if head["acts"] != list(ACTS):
        raise ValueError("was trained for other acts")
    size = int(head["keys"])
    if len(data) != end + size * (8 + len(ACTS)):
        raise ValueError("is cut or too long")
    keys = array("Q")
    keys.frombytes(data[end : end + size * 8])
    if sys.byteorder == "big":
        keys.byteswap()
    weights = data[end + size * 8 :]
    return ActModel(head["name"], head["scale"], head["bias"], head["rule"], keys.tolist(), weights)


def _lanes(weights: bytes) -> list[int]:
    """The weights of each key as one number with a lane for each act, the first act's lowest, and above them a one."""
    wide = bytearray(len(weights) * _LANE // 8)
    for act in range(len(ACTS)):
        wide[act * _LANE // 8 :: _ROW] = weights[act :: len(ACTS)]
    whole = bytes(wide)
    return [int.from_bytes(whole[at : at + _ROW], "little") | 1 << _COUNT for at in range(0, len(whole), _ROW)]


@cache
def load_model(lang: str) -> ActModel:
    """The model of the language's pack; `PackError` where its file is missing or broken."""
    path = packs_root() / "lang" / lang / FILE
    if not path.is_file():
        raise PackError("the model of acts is missing", file=path, hint="make train")
    try:
        return from_bytes(path.read_bytes())
    except ValueError as error:
        raise PackError(str(error), file=path, hint="make train") from None
