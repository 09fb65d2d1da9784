"""How fast `hudna bulk` is on each engine, and how much memory it takes: `python eval/engines.py`.

    python eval/engines.py                                  # all articles, local with 1 and 2 workers, dask, spark
    python eval/engines.py --limit 2000 local:1 dask:2

Times hold all: the start of workers and clusters, unpacking, coding, writing. Memory is the highest sum over all
processes of the job. The rows are Markdown, as docs/benchmarks.md has them.
"""

from __future__ import annotations

import argparse
import importlib
import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from process import HUDNA

ROOT = Path(__file__).resolve().parent.parent
BULK = ROOT.parent / "shared" / "bench" / "bulk_ar.jsonl.zst"
RUNS = ("local:1", "local:2", "dask:2", "spark:2")
COLUMNS = ("engine", "workers", "articles", "wall s", "CPU s", "articles/s", "peak MiB")
_EVERY = 0.2
_MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a job took."""

    documents: int
    wall: float
    cpu: float
    peak: int


def main(arguments: list[str]) -> int:
    """0 where all jobs ended well; a row is printed for each."""
    parser = argparse.ArgumentParser(description="hudna bulk on each engine")
    parser.add_argument("runs", nargs="*", default=RUNS, metavar="ENGINE:WORKERS")
    parser.add_argument("--limit", type=int, metavar="N", help="the first N rows only")
    parser.add_argument("--input", type=Path, default=BULK, metavar="FILE")
    asked = parser.parse_args(arguments)
    if not asked.input.exists():
        print(f"engines: no articles at {asked.input}: nothing was measured.")
        print("  → lay the bench folder beside the project, or name a file with --input")
        return 2
    print(f"| {' | '.join(COLUMNS)} |\n|{' --- |' * len(COLUMNS)}", flush=True)
    for run in asked.runs:
        engine, _, workers = run.partition(":")
        taken = job(asked.input, engine=engine, workers=workers or "2", limit=asked.limit)
        print(row(engine, workers, taken), flush=True)
    return 0


def row(engine: str, workers: str, taken: Taken) -> str:
    """A row of the table."""
    cells = (
        f"`{engine}`",
        workers,
        f"{taken.documents:,}",
        f"{taken.wall:,.0f}",
        f"{taken.cpu:,.0f}",
        f"{taken.documents / taken.wall:,.0f}",
        f"{taken.peak / _MIB:,.0f}",
    )
    return f"| {' | '.join(cells)} |"


def job(source: Path, *, engine: str, workers: str, limit: int | None) -> Taken:
    """What coding the file takes; empty articles are rows of errors, so exit code 1 is fine."""
    with tempfile.TemporaryDirectory(prefix="hudna-engines-") as folder:
        out = Path(folder) / "out"
        command = [*HUDNA, "bulk", str(source), str(out), "--engine", engine, "--workers", workers]
        command += ["--limit", str(limit)] if limit else []
        began = time.monotonic()
        told = Path(folder) / "told"
        with told.open("wb") as errors:
            child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        peak, cpu = watch(child)
        wall = time.monotonic() - began
        if child.returncode not in {0, 1}:
            said = told.read_text(encoding="utf-8", errors="replace")
            raise SystemExit(f"engines: {engine}: exit code {child.returncode}\n{said}")
        return Taken(documents=count(out), wall=wall, cpu=cpu, peak=peak)


def watch(child: subprocess.Popen[bytes]) -> tuple[int, float]:
    """The highest memory, and the processor time, of a process and all that it has started, till it ends."""
    psutil = importlib.import_module("psutil")
    spent: dict[int, float] = {}
    peak = 0
    while child.poll() is None:
        held = 0
        for process in family(psutil, child.pid):
            try:
                times = process.cpu_times()
                spent[process.pid] = times.user + times.system
                held += process.memory_info().rss
            except psutil.Error:
                continue
        peak = max(peak, held)
        time.sleep(_EVERY)
    return peak, sum(spent.values())


def family(psutil: Any, pid: int) -> list[Any]:
    """The process and those below it; none where it has just ended."""
    try:
        first = psutil.Process(pid)
        return [first, *first.children(recursive=True)]
    except psutil.Error:
        return []


def count(out: Path) -> int:
    """How many documents were coded."""
    return int(json.loads((out / "_hudna" / "complete.json").read_text(encoding="utf-8"))["documents"])


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
