"""Documents that people annotated (`../shared/gold`), scored by the gold's own program.

The documents whose number four divides are held back: they are only counted in this table, so that a rule made for
single sentences shows. The others (and the seed) are for developing rules. Accuracies are over what was found. The F1
of an act is over both files together, and a statement of that act that was not found counts as missed.

The model of acts is trained on the documents to develop with, so that what it does there is memory: of all that hangs
on the act only the held part has floors.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from coder import CoderFailed, code, read_rows, write_rows
from results import DataSet, Result
from table import Cell, Table

DEV = "dev.jsonl"
CONTESTED = "contested_dev.jsonl"
BOTH = "both.jsonl"
"""The two files as one, made for the run."""
ALL = "statements,places,times,events"
EVERY = 4
"""One document in so many is held back."""
SEED = "seed"
MACRO = "statement act macro-F1"
LEARNT = frozenset(("statements +act", MACRO))
"""What says nothing of documents that the model was trained on."""

ACTS = ("deny", "accuse", "demand", "commit", "refuse", "condition")
"""The acts whose F1 has a floor of its own."""
ACCURACIES = (
    "statement form",
    "statement affiliation",
    "statement kind",
    "statement said_on",
    "event status",
    "event date",
    "event killed",
)
"""The accuracies that have a floor."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One column of a table: some documents of one gold file."""

    name: str
    file: str
    ids: tuple[str, ...] = ()
    """Empty: all of the file."""
    only: str = ALL
    floored: bool = True
    trained_on: bool = False
    """Whether the model of acts has learnt from some of its documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the scorer found for one section."""

    section: Section
    documents: int
    scores: dict[str, dict[str, float]]
    accuracy: dict[str, dict[str, float]] = field(default_factory=dict)
    acts: dict[str, dict[str, float]] = field(default_factory=dict)

    def figures(self) -> dict[str, float]:
        """F1 of each score, and macro-F1 over acts."""
        macro = {MACRO: self.accuracy[MACRO]["accuracy"]} if MACRO in self.accuracy else {}
        found = {name: row["f1"] for name, row in self.scores.items()} | macro
        return {name: f1 for name, f1 in found.items() if name not in LEARNT or not self.section.trained_on}


def measure(gold: Path, work: Path) -> Result:
    """What the coder scores on the gold files."""
    coded = code_files(gold, work)
    columns = [score(section, scorer=gold / "score.py", work=work, coded=coded) for section in sections(gold)]
    acts = [score(section, scorer=gold / "score.py", work=work, coded=coded) for section in act_sections(gold)]
    return Result(
        tables=(score_table(columns), accuracy_table(columns), act_table(acts)),
        figures={m.section.name: m.figures() for m in columns if m.section.floored}
        | {"accuracy": accuracies(columns[0]), "acts": act_figures(acts[-1])},
    )


def sections(gold: Path) -> list[Section]:
    """The columns of the table of scores, left to right."""
    return [
        Section(name="dev", file=DEV, trained_on=True),
        *parts(DEV, gold, ALL),
        Section(name="seed", file=DEV, ids=(SEED,)),
        Section(name="contested", file=CONTESTED, only="statements", trained_on=True),
        *parts(CONTESTED, gold, "statements", prefix="c-"),
    ]


def parts(file: str, gold: Path, only: str, *, prefix: str = "") -> list[Section]:
    """The part of a file to develop with, and the part that is held back, which has floors too."""
    return [
        Section(name=prefix + name, file=file, ids=ids, only=only, floored=name == "held")
        for name, ids in parted([row["id"] for row in read_rows(gold / file)]).items()
        if ids
    ]


def parted(ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The documents by part: those to develop with, and those held back."""
    every = tuple(ids)
    held = frozenset(name for name in every if is_held(name))
    return {
        "develop": tuple(name for name in every if name not in held),
        "held": tuple(name for name in every if name in held),
    }


def act_sections(gold: Path) -> list[Section]:
    """The columns of the table of acts: both files as one, and its parts."""
    ids = [row["id"] for name in (DEV, CONTESTED) for row in read_rows(gold / name)]
    rest = [Section(name=name, file=BOTH, ids=part, only="statements") for name, part in parted(ids).items()]
    return [Section(name="both files", file=BOTH, only="statements"), *rest]


def is_held(name: str) -> bool:
    """Whether the document belongs to the part that one does not develop with: its number is divisible by four."""
    digits = "".join(letter for letter in name if letter.isdigit())
    return bool(digits) and int(digits) % EVERY == 0


def code_files(gold: Path, work: Path) -> dict[str, tuple[Path, Path]]:
    """For each gold file, and both as one: the annotated documents and the coded ones."""
    pairs = {}
    for name in (DEV, CONTESTED):
        code(read_rows(gold / name), work / name)
        pairs[name] = (gold / name, work / name)
    joined = work / "both.gold.jsonl", work / BOTH
    for which, target in enumerate(joined):
        write_rows((row for name in (DEV, CONTESTED) for row in read_rows(pairs[name][which])), target)
    return pairs | {BOTH: joined}


def score(section: Section, *, scorer: Path, work: Path, coded: dict[str, tuple[Path, Path]]) -> Measured:
    """What the gold's own scorer says of one section."""
    gold, found = coded[section.file]
    chosen = select(section, coded=found, work=work)
    command = [sys.executable, str(scorer), str(gold), str(chosen), "--json", "--only", section.only]
    command += ["--ids", ",".join(section.ids)] if section.ids else []
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise CoderFailed(f"the scorer failed on {section.name}: {done.stderr[-2000:]}")
    told: dict[str, Any] = json.loads(done.stdout)
    return Measured(
        section=section,
        documents=told["documents"],
        scores=told["scores"],
        accuracy=told["accuracy"],
        acts=told.get("acts", {}),
    )


def select(section: Section, *, coded: Path, work: Path) -> Path:
    """The coded documents of the section alone, so that the scorer finds none that is strange to it."""
    if not section.ids:
        return coded
    chosen = work / f"{section.name}.{section.file}.chosen"
    write_rows((row for row in read_rows(coded) if row["id"] in section.ids), chosen)
    return chosen


def score_table(columns: Sequence[Measured]) -> Table:
    """F1 by score and section; precision and recall over all of dev at the end."""
    rows: list[tuple[str, tuple[Cell, ...]]] = [("documents", tuple(m.documents for m in columns))]
    for name in names(m.scores for m in columns):
        first = columns[0].scores.get(name, {})
        ends = (first.get("p"), first.get("r"))
        rows.append((name, (*(m.scores.get(name, {}).get("f1") for m in columns), *ends)))
    return Table(title="gold: F1", columns=(*(m.section.name for m in columns), "dev P", "dev R"), rows=tuple(rows))


def accuracy_table(columns: Sequence[Measured]) -> Table:
    """Accuracies over what was found, by field and section."""
    return Table(
        title="accuracy over what was found",
        columns=tuple(m.section.name for m in columns),
        rows=tuple(
            (name, tuple(m.accuracy.get(name, {}).get("accuracy") for m in columns))
            for name in names(m.accuracy for m in columns)
        ),
    )


def act_table(columns: Sequence[Measured]) -> Table:
    """F1 by act over both files, the missed ones counted; how many there are."""
    return Table(
        title="acts: F1, missed counted",
        columns=(*(m.section.name for m in columns), "gold"),
        rows=tuple(
            (name, (*(m.acts.get(name, {}).get("f1") for m in columns), int(columns[0].acts[name]["gold"])))
            for name in columns[0].acts
        ),
    )


def names(tables: Iterable[dict[str, dict[str, float]]]) -> list[str]:
    """The names of rows that any of the tables has, in their order."""
    return list(dict.fromkeys(name for table in tables for name in table))


def accuracies(dev: Measured) -> dict[str, float]:
    """The accuracies that have a floor, by name."""
    return {name: dev.accuracy[name]["accuracy"] for name in ACCURACIES if name in dev.accuracy}


def act_figures(both: Measured) -> dict[str, float]:
    """The F1 of the acts that have a floor."""
    return {name: both.acts[name]["f1"] for name in ACTS if name in both.acts}


SET = DataSet(
    name="gold",
    files=("score.py", DEV, CONTESTED),
    sections=("dev", "held", "seed", "contested", "c-held", "accuracy", "acts"),
    measure=measure,
)
