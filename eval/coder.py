"""The coder as its users run it: `hudna read` over rows of a data set, and what it wrote."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from process import HUDNA

READ = (*HUDNA, "read", "--format", "jsonl")

KNOWN = ("id", "lang", "outlet", "url", "published", "title", "text")
"""What a reader is given of a document; annotation never is."""

Row = dict[str, Any]


class CoderFailed(Exception):
    """`hudna read` or a scorer ended badly; its message says how."""


def read_rows(path: Path) -> list[Row]:
    """The objects of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def write_rows(rows: Iterable[Mapping[str, Any]], target: Path) -> None:
    """The target holds the rows, one a line."""
    target.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def code(rows: Iterable[Mapping[str, Any]], target: Path, *, command: Sequence[str] | None = None) -> None:
    """The target holds the rows coded; the coder sees what a reader would be given, none of the annotation."""
    bare = target.with_suffix(".in.jsonl")
    write_rows(({key: row[key] for key in KNOWN if row.get(key) is not None} for row in rows), bare)
    with target.open("wb") as output:
        done = subprocess.run([*(command or READ), str(bare)], stdout=output, stderr=subprocess.PIPE, check=False)
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace")[-4000:]
        raise CoderFailed(f"hudna read failed on {bare.name} with exit code {done.returncode}:\n{told}")


def coded(rows: Sequence[Mapping[str, Any]], target: Path) -> dict[str, Row]:
    """The coded documents by id: one for each row."""
    code(rows, target)
    found = {row["id"]: row for row in read_rows(target)}
    lost = [row["id"] for row in rows if row["id"] not in found]
    if lost:
        raise CoderFailed(f"{len(lost)} of {len(rows)} rows of {target.name} were not coded, first {lost[0]}")
    return found
