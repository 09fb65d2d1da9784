"""Trains the model of acts: `make train`. Reads `training/acts/*.csv` and, where it is at hand, most of the gold.

Of the gold the documents whose number four divides stay unseen, to check the model on. What is written are weights
alone. The same rows give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hudna.coding.acts.actmodel import FILE, ActModel, from_bytes, to_bytes
from hudna.coding.acts.acts import NEUTRAL, decide, told_of
from hudna.coding.acts.actsigns import ACTS, collect, keys_of
from hudna.coding.names.naming import describe
from hudna.coding.places import find_places
from hudna.coding.times.times import find_times
from hudna.coding.words.reading import Reading
from hudna.model import Span
from hudna.packs.files import packs_root
from hudna.packs.lexicon import Kind, Lexicon
from hudna.packs.signs import load_signs
from hudna.packs.tables.speech import Cue
from hudna.pipeline import load_kit

ROOT = Path(__file__).resolve().parent.parent
ROWS = ROOT / "training" / "acts"
GOLD = ROOT.parent / "shared" / "gold"
NAME = "acts-1"
STRENGTH = 0.2
"""The inverse of the regularisation."""
GOLD_WEIGHT = 4.0
PARTS = 5
LEAST = 2
"""Rows in which a key must stand."""
RULE = 3.0
"""Added to the log odds of the act that a sure rule tells."""
_CUES = Kind.CUE_VERB | Kind.CUE_NOUN | Kind.CUE_PARTICIPLE | Kind.CUE_PREPOSITION


class Case:
    """One statement with the act that it has: what `act_of` is asked for, and the document that it stands in."""

    def __init__(self, r: Reading, content: tuple[int, int], cue: tuple[int, int] | None, own: set[str]) -> None:
        self.r = r
        self.content = content
        self.own = own
        self.cue = cue
        self.default: Any = "assert"
        self.act = ""
        self.document = ""
        found = r.match(cue[0], _CUES) if cue is not None else None
        if found is not None and isinstance(found[1].row, Cue):
            self.cue, self.default = (cue[0], found[0]) if cue else None, found[1].row.act

    def told(self) -> tuple[int, bool]:
        """The place of the act that a rule tells (-1: none), and whether the rule is sure."""
        told = told_of(self.r, self.content, cue=self.cue, default=self.default, own=self.own)
        return (ACTS.index(told[1]), told[3]) if told is not None else (-1, False)

    def notes(self) -> set[int]:
        """What is noted of the statement."""
        told, sure = self.told()
        signs = load_signs("ar")
        return collect(
            self.r, signs, self.content, cue=self.cue, default=self.default, own=self.own, told=told, sure=sure
        )

    def keys(self) -> Counter[int]:
        """The keys of the statement, and how many of its notes stand for each."""
        return Counter(key for note in self.notes() for key in keys_of(note))

    def tell(self, model: ActModel) -> str:
        """The act that the rules and the model tell."""
        told, sure = self.told()
        if self.default not in NEUTRAL:
            return ACTS[told] if told >= 0 else str(self.default)
        return ACTS[decide(model, model.weigh(self.notes()), told, sure=sure)[0]]


def main() -> int:
    """0 when the model is written, or checked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--without-gold", action="store_true", help="learn from the rows of training/acts alone")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; print the accuracy on each part of the gold"
    )
    options = parser.parse_args()
    lexicon = load_kit().languages["ar"].lexicon
    cases = list(written_cases(lexicon))
    gold = list(gold_cases(lexicon, GOLD)) if GOLD.is_dir() else []
    shown = [] if options.without_gold else [case for case in gold if not is_held(case.document)]
    if options.check:
        return check(cases, shown, gold)
    data = train(cases, shown)
    (packs_root() / "lang" / "ar" / FILE).write_bytes(data)
    sys.stdout.write(f"train: {len(cases)} written rows, {len(shown)} rows of gold, {len(data):,} bytes\n")
    return 0


# Checking


def check(cases: list[Case], shown: list[Case], gold: list[Case]) -> int:
    """0; prints how many acts are told right, on documents that the model has not learned from.

    The part that is learned from is cut by document into five, each told by a model of the other four.
    """
    right: dict[str, list[tuple[str, str]]] = {"learned": [], "held": []}
    model = from_bytes(train(cases, shown))
    right["held"] = [(case.act, case.tell(model)) for case in gold if is_held(case.document)]
    documents = sorted({case.document for case in gold if not is_held(case.document)})
    for part in range(PARTS):
        fold = set(documents[part::PARTS])
        model = from_bytes(train(cases, [case for case in shown if case.document not in fold]))
        right["learned"] += [(case.act, case.tell(model)) for case in gold if case.document in fold]
    for name, pairs in right.items():
        same = sum(act == told for act, told in pairs)
        sys.stdout.write(f"{name}: {same} of {len(pairs)} acts right ({same / max(1, len(pairs)):.3f})")
        sys.stdout.write(f", macro-F1 {macro_f1(pairs):.3f}\n")
        for act in ACTS:
            told, true = sum(b == act for _, b in pairs), sum(a == act for a, _ in pairs)
            both = sum(a == b == act for a, b in pairs)
            sys.stdout.write(f"  {act:10} {2 * both / max(1, told + true):.2f}  of {true}, told {told}\n")
    return 0


def macro_f1(pairs: list[tuple[str, str]]) -> float:
    """The mean over the acts of F1, of those that occur."""
    acts = sorted({act for act, _ in pairs})
    scores = [2 * sum(a == b == act for a, b in pairs) / sum((a == act) + (b == act) for a, b in pairs) for act in acts]
    return sum(scores) / max(1, len(scores))


# Cases


def written_cases(lexicon: Lexicon) -> Iterator[Case]:
    """The rows of `training/acts`: the act, who speaks, the cue, and what is said."""
    for path in sorted(ROWS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                yield _written(row, lexicon, path.name)


def _written(row: dict[str, str], lexicon: Lexicon, name: str) -> Case:
    """A row as a statement `cue own: content`."""
    own, cue, content = row["own"].strip(), row["cue"].strip(), row["content"].strip()
    head = f"{cue} {own}: " if cue else f"{own}: "
    r = _reading(head + content, lexicon)
    first = r.token_at(len(head))
    while first < len(r) - 1 and not r.is_word(first):
        first += 1
    at = r.token_at(len(cue) + 1 if cue else 0)
    sides = describe(r, at, max(at + 1, first - 1)).sides[:1] if at < first else []
    case = Case(r, (first, len(r)), (0, 1) if cue else None, set(sides))
    case.act, case.document = row["act"], name
    if case.act not in ACTS:
        raise SystemExit(f"train: {name}: {case.act!r} is no act")
    return case


def gold_cases(lexicon: Lexicon, directory: Path) -> Iterator[Case]:
    """The statements of the gold, with the content, the cue and the side that it tells."""
    for name in ("dev", "contested_dev"):
        with (directory / f"{name}.jsonl").open(encoding="utf-8") as stream:
            for line in stream:
                document = json.loads(line)
                r = _reading(document["text"], lexicon)
                for statement in document["statements"]:
                    yield _gold(r, statement, document["id"])


def _gold(r: Reading, statement: dict[str, Any], document: str) -> Case:
    first, last = statement["content"][0], statement["content"][-1]
    content = r.tokens_of(Span(*first)).start, r.tokens_of(Span(*last)).stop
    side = statement["affiliation"]
    case = Case(r, content, _cue(r, statement["cue"]), {side} if side else set())
    case.act, case.document = statement["act"], document
    return case


def _cue(r: Reading, span: list[int] | None) -> tuple[int, int] | None:
    """The tokens of the cue; the last one where the source ran lines together."""
    if span is None:
        return None
    first, last = span
    while r.text[first].isspace():
        first += 1
    tokens = r.tokens_of(Span(first, last))
    return (tokens.stop - 1, tokens.stop) if "\n" in r.text[first:last] else (tokens.start, tokens.stop)


def _reading(text: str, lexicon: Lexicon) -> Reading:
    r = Reading(text, lexicon)
    times, places = find_times(r)[0], find_places(r)
    r.keep_places(place.span for place in places)
    r.mark_times(time.span for time in times)
    return r


def is_held(document: str) -> bool:
    """Whether a document of the gold is not to be learned from: as `make eval` parts them."""
    digits = re.sub(r"\D", "", document)
    return bool(digits) and int(digits) % 4 == 0


# Training


def train(cases: list[Case], shown: list[Case]) -> bytes:
    """The file of a model that is trained on the written cases and on the part of the gold that is `shown`.

    Only cases with a neutral cue are learned from: the others need no model.
    """
    from scipy.sparse import csr_matrix
    from sklearn.linear_model import LogisticRegression

    weighed = [(case, 1.0) for case in cases] + [(case, GOLD_WEIGHT) for case in shown]
    kept = [(case.keys(), case.act, weight) for case, weight in weighed if case.default in NEUTRAL]
    counts = Counter(key for keys, _, _ in kept for key in keys)
    vocabulary = {key: place for place, key in enumerate(sorted(k for k, n in counts.items() if n >= LEAST))}
    pointers, columns, values = [0], [], []
    for keys, _, _ in kept:
        known = sorted((vocabulary[key], count) for key, count in keys.items() if key in vocabulary)
        columns += [column for column, _ in known]
        values += [float(count) for _, count in known]
        pointers.append(len(columns))
    matrix = csr_matrix((values, columns, pointers), shape=(len(kept), len(vocabulary)))
    model = LogisticRegression(C=STRENGTH, max_iter=300, tol=1e-4)
    model.fit(matrix, [act for _, act, _ in kept], sample_weight=[weight for _, _, weight in kept])
    order = [list(model.classes_).index(act) for act in ACTS]
    bias = [float(model.intercept_[place]) for place in order]
    table = {key: [float(model.coef_[place, column]) for place in order] for key, column in vocabulary.items()}
    return quantised(table, bias)


def quantised(table: dict[int, list[float]], bias: list[float]) -> bytes:
    """The weights as signed bytes; keys that weigh next to nothing are left out."""
    scale = round(max(abs(value) for row in table.values() for value in row) / 127, 6)
    rows = {key: [max(-127, min(127, round(value / scale))) for value in row] for key, row in table.items()}
    kept = {key: row for key, row in rows.items() if any(row)}
    return to_bytes(NAME, scale, [round(value / scale) for value in bias], round(RULE / scale), kept)


if __name__ == "__main__":
    sys.exit(main())
