"""The constructions in which Arabic newswire reports speech, tried one by one at a cue.

- `by_preposition`  bi-hasab X, ... and ..., bi-hasab X
- `by_verb`         qala X inna ..., nafa X ..., X yaqulu inna ...; naqalat X an Y anna ...
- `by_participle`   ..., mudifan anna ...: the speaker of the sentence goes on
- `by_noun`         tasrih li-X bi-anna ..., qawluhu inna ...
- `by_colon`        X: ... in titles and headlines; it has no cue but the colon, so that `statements` asks for it

The words are the packs'; what a builder decides it notes as a rule.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hudna.coding.speech.attributions import by_preposition
from hudna.coding.speech.bynoun import by_noun, by_participle
from hudna.coding.speech.byverb import by_verb
from hudna.coding.speech.hearing import Hearing, Report
from hudna.packs.lexicon import Kind

_BUILDERS: Final[tuple[tuple[int, Callable[[Hearing, int], Report | None]], ...]] = (
    (Kind.CUE_PREPOSITION, by_preposition),
    (Kind.CUE_VERB, by_verb),
    (Kind.CUE_PARTICIPLE, by_participle),
    (Kind.CUE_NOUN, by_noun),
)


def report_at(h: Hearing, i: int) -> Report | None:
    """The report that the cue at token `i` opens; `None` where it opens none."""
    flags = h.r.flags[i]
    for kind, build in _BUILDERS:
        if flags & kind:
            report = build(h, i)
            if report is not None:
                return report
    return None
