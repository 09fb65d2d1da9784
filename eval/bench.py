"""Throughput, memory and start-up on real newswire: `make bench`.

Codes `../shared/bench/bulk_ar.jsonl.zst` (31,030 articles) with `hudna read --format jsonl` in one process.
`BENCH_LIMIT=2000` takes the first articles only. Figures are of one run; on a shared machine expect ±30 %.
"""

from __future__ import annotations

import io
import json
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from process import HUDNA, Run, measure

ROOT = Path(__file__).resolve().parent.parent
BULK = ROOT.parent / "shared" / "bench" / "bulk_ar.jsonl.zst"
ARTICLE = ROOT.parent / "shared" / "articles" / "astana-2017-06-23.txt"
STARTS = 5


def main() -> int:
    """0 where the run ended well; the figures are printed."""
    if not BULK.exists():
        print(f"bench: no articles at {BULK}: nothing was measured.")
        print("  → lay the bench folder beside the project")
        return 2
    limit = int(os.environ.get("BENCH_LIMIT", "0")) or None
    with tempfile.TemporaryDirectory(prefix="hudna-bench-") as folder:
        articles = Path(folder) / "articles.jsonl"
        count, size = write_sample(articles, limit=limit)
        coded = Path(folder) / "coded.jsonl"
        run = measure([*HUDNA, "read", "--format", "jsonl", str(articles)], output=coded)
        with coded.open("rb") as lines:
            coded_count = sum(1 for _ in lines)
    if run.code or coded_count != count:
        print(f"bench: exit code {run.code}, {coded_count} of {count} articles coded", file=sys.stderr)
        return 1
    report(run, count=count, size=size)
    return 0


def write_sample(target: Path, *, limit: int | None) -> tuple[int, int]:
    """How many articles were written to the target, and their bytes."""
    count = size = 0
    with target.open("wb") as out:
        for line in islice(bulk_lines(), limit):
            out.write(line)
            count, size = count + 1, size + len(line)
    return count, size


def bulk_lines() -> Iterator[bytes]:
    """The lines of the compressed file that hold a text, one at a time: a few of its articles are empty."""
    import zstandard

    with BULK.open("rb") as packed, zstandard.ZstdDecompressor().stream_reader(packed) as plain:
        yield from (line for line in io.BufferedReader(plain) if json.loads(line)["text"].strip())


def report(run: Run, *, count: int, size: int) -> None:
    """Print the figures, one a line."""
    print(f"articles       {count:>10}")
    print(f"wall time      {run.seconds:>10.1f} s, start-up included")
    print(f"throughput     {count / run.seconds:>10.0f} articles/s")
    print(f"               {size / run.seconds / 1e6:>10.2f} MB/s")
    print(f"peak memory    {run.peak_mib:>10.0f} MiB (RSS)")
    print(f"hudna --help   {best_of([*HUDNA, '--help']):>10.2f} s, whole process, best of {STARTS}")
    if ARTICLE.exists():
        command = [*HUDNA, "read", str(ARTICLE), "--published", "2017-06-23", "--format", "jsonl"]
        print(f"one article    {best_of(command):>10.2f} s, whole process, best of {STARTS}")


def best_of(command: list[str]) -> float:
    """The shortest of some runs, in seconds."""
    return min(measure(command).seconds for _ in range(STARTS))


if __name__ == "__main__":
    sys.exit(main())
