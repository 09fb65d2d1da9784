"""Texts that break readers, and how the growth of time over them is told."""

from __future__ import annotations

import pytest

from tests.tools import load

hostile = load("eval/hostile.py")
linear = load("eval/linear.py")


@pytest.mark.parametrize("kind", sorted(hostile.PIECES))
def test_text_is_of_the_size_that_was_asked_for(kind: str) -> None:
    """Each kind keeps just under its size, so that twice the size is twice the text."""
    for size in (3_000, 6_000):
        assert 0.85 * size < len(hostile.hostile(kind, size=size).encode()) <= size + 40


def taken(*seconds: float | None) -> list[object]:
    """What texts of 1, 2, 4 ... MB took."""
    return [linear.Taken(size=2**n, seconds=took) for n, took in enumerate(seconds)]


def test_exponent_tells_linear_from_quadratic() -> None:
    """One for a straight line, two for a square, nought where it was too short to tell or was given up."""
    assert linear.exponent(taken(1.0, 2.0, 4.0)) == pytest.approx(1.0)
    assert linear.exponent(taken(1.0, 4.0, 16.0)) == pytest.approx(2.0)
    assert linear.exponent(taken(0.001, 0.04)) == 0.0
    assert linear.exponent(taken(1.0, None)) == 0.0


def test_kind_that_is_given_up_or_steep_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that isn't done and a time that grows too fast are each told; a flat one is not."""
    answers = {"flat": (1.0, 2.1), "steep": (1.0, 3.9), "endless": (1.0, None)}

    def apart(kind: str, *, size: float, patience: float) -> object:
        seconds = answers[kind][0 if size == 1 else 1]
        return linear.Taken(size=size, seconds=seconds, fault="" if seconds else f"not done after {patience:g} s")

    monkeypatch.setattr(linear, "apart", apart)

    assert linear.follow("flat", (1, 2), patience=9) == []
    assert linear.follow("steep", (1, 2), patience=9) == ["steep: time grows with the power 1.96 of the length"]
    assert linear.follow("endless", (1, 2), patience=9) == ["endless, 2 MB: not done after 9 s"]


def test_row_tells_what_a_doubling_costs() -> None:
    """Seconds by size, the factor of a doubling, and the memory of the largest text."""
    cells = linear.row("x", taken(1.0, 2.2), (1, 2)).split()

    assert cells == ["x", "1.00", "2.20", "2.20", "0"]


def test_one_text_is_measured() -> None:
    """The child process codes the text and tells its seconds and memory."""
    found = linear.once("cue verbs", size=0.001)

    assert found["seconds"] > 0
    assert found["peak_mib"] > 10
