"""Throughput, memory and start-up on real newswire, beside what else one could run: `make bench`.

Codes `../shared/bench/bulk_ar.jsonl.zst` (31,030 articles, 354 of them empty) with `hudna read --format jsonl`: packs,
reading, full coding, resolving and the JSON lines are all in the time. In the same run, over the same texts: the bare
search for all patterns of the packs (no coder that looks at each word can be faster), and the tools of
`competitors.py`, the slow ones on a sample. `BENCH_LIMIT=2000` takes so many, spread over the file.

Where `make fast` has compiled the hot rooms into `build/fast`, both are measured: pure Python and compiled.

Figures are of one run. Others may use the machine: the ratios rest on processor time, and the bare pass is timed
before and after.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from competitors import COMPETITORS, NOT_INSTALLED, Competitor, Taken
from process import HUDNA, Run, measure, start

ROOT = Path(__file__).resolve().parent.parent
BULK = ROOT.parent / "shared" / "bench" / "bulk_ar.jsonl.zst"
ARTICLE = ROOT.parent / "shared" / "articles" / "astana-2017-06-23.txt"
STARTS = 5
READ = (*HUDNA, "read", "--format", "jsonl")
SOURCES = ROOT / "src"
FAST = ROOT / "build" / "fast"


class BenchFailed(Exception):
    """A run that ended badly; its message says how."""


def main() -> int:
    """0 where the run ended well; the figures are printed."""
    if not BULK.exists():
        print(f"bench: no articles at {BULK}: nothing was measured.")
        print("  → lay the bench folder beside the project")
        return 2
    limit = int(os.environ.get("BENCH_LIMIT", "0")) or None
    try:
        with tempfile.TemporaryDirectory(prefix="hudna-bench-") as folder:
            side_by_side(Path(folder), limit=limit)
    except BenchFailed as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    starts()
    return 0


def side_by_side(folder: Path, *, limit: int | None) -> None:
    """Print a row for each tool, Hudna's in the middle of the bare passes."""
    articles = folder / "articles.jsonl"
    count, size = write_sample(articles, limit=limit)
    print(
        f"{'':20}{'articles':>9}{'wall s':>9}{'CPU s':>9}{'articles/s':>12}{'a CPU s':>9}{'MB/s':>8}{'peak MiB':>10}",
        flush=True,
    )
    bare, *others = COMPETITORS
    before = compete(bare, articles, count=count)
    taken = {name: one_core(name, path, articles, count=count, size=size) for name, path in builds()}
    for name, path in builds():
        two_cores(name, path, folder, articles, count=count, size=size)
    after = compete(bare, articles, count=count)
    passes = [run for run in (before, after) if run is not None]
    ratios = [("bare pass", min(passes, key=lambda run: run.cpu))] if passes else []
    for other in others:
        found = compete(other, articles, count=count)
        ratios += [(other.name, found)] if found else []
    for build, run in taken.items():
        print()
        for name, tool in ratios:
            print(ratio(f"{build}: full coding", name, tool, cpu=run.cpu, size=size, count=count))


def builds() -> list[tuple[str, Path]]:
    """The builds of Hudna that are there, with where their modules are: pure Python, and compiled."""
    built = FAST / ".built"
    pure = [("hudna", SOURCES)]
    if not built.exists():
        return pure
    newest = max(path.stat().st_mtime for path in SOURCES.rglob("*.py"))
    return pure if newest > built.stat().st_mtime else [*pure, ("compiled", FAST)]


def write_sample(target: Path, *, limit: int | None) -> tuple[int, int]:
    """How many articles were written to the target, and the bytes of their texts."""
    count = size = 0
    with target.open("wb") as out:
        for line in chosen(limit):
            out.write(line)
            row = json.loads(line)
            count, size = count + 1, size + len(f"{row.get('title') or ''}\n\n{row['text']}".strip().encode())
    return count, size


def chosen(limit: int | None) -> Iterator[bytes]:
    """All lines, or so many of them spread evenly over the file: the first outlets print longer articles."""
    if limit is None:
        yield from bulk_lines()
        return
    total = sum(1 for _ in bulk_lines())
    for number, line in enumerate(bulk_lines()):
        if number * limit // total != (number - 1) * limit // total or limit >= total:
            yield line


def bulk_lines() -> Iterator[bytes]:
    """The lines of the compressed file that hold a text, one at a time: a few of its articles are empty."""
    import zstandard

    with BULK.open("rb") as packed, zstandard.ZstdDecompressor().stream_reader(packed) as plain:
        yield from (line for line in io.BufferedReader(plain) if json.loads(line)["text"].strip())


def one_core(name: str, path: Path, articles: Path, *, count: int, size: int) -> Run:
    """Full coding in one process."""
    output = articles.with_suffix(".coded")
    run = measure([*READ, str(articles)], output=output, path=path)
    check([run], [output], count=count)
    print(
        line(f"{name}, one core", articles=count, wall=run.seconds, cpu=run.cpu, size=size, peak=run.peak_mib),
        flush=True,
    )
    return run


def two_cores(name: str, path: Path, folder: Path, articles: Path, *, count: int, size: int) -> None:
    """Full coding in two processes with half of the articles each; memory is that of both."""
    halves = [folder / "first.jsonl", folder / "second.jsonl"]
    with articles.open("rb") as lines, halves[0].open("wb") as first, halves[1].open("wb") as second:
        for number, text in enumerate(lines):
            (second if number % 2 else first).write(text)
    outputs = [half.with_suffix(".coded") for half in halves]
    waits = [start([*READ, str(half)], output=output, path=path) for half, output in zip(halves, outputs, strict=True)]
    runs = [wait() for wait in waits]
    check(runs, outputs, count=count)
    wall, cpu = max(run.seconds for run in runs), sum(run.cpu for run in runs)
    peak = sum(run.peak_mib for run in runs)
    print(line(f"{name}, two cores", articles=count, wall=wall, cpu=cpu, size=size, peak=peak))


def check(runs: Sequence[Run], outputs: Sequence[Path], *, count: int) -> None:
    """Every article was coded, or the bench has failed."""
    coded = sum(lines_in(output) for output in outputs)
    if any(run.code for run in runs) or coded != count:
        raise BenchFailed(f"exit codes {[run.code for run in runs]}, {coded} of {count} articles coded")


def lines_in(path: Path) -> int:
    """How many lines a file has."""
    with path.open("rb") as lines:
        return sum(1 for _ in lines)


def compete(tool: Competitor, articles: Path, *, count: int) -> Taken | None:
    """What another tool takes; `None` where it is not installed (that is told)."""
    sample = min(count, tool.sample) if tool.sample else count
    command = [sys.executable, str(ROOT / "eval" / "competitors.py"), tool.name, str(articles), str(sample)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode == NOT_INSTALLED:
        print(f"{tool.name:20}not installed: pip install {tool.package}", flush=True)
        return None
    if done.returncode:
        raise BenchFailed(f"{tool.name} ended with {done.returncode}: {done.stderr[-2000:]}")
    taken = Taken(**json.loads(done.stdout))
    print(
        line(tool.name, articles=taken.articles, wall=taken.wall, cpu=taken.cpu, size=taken.size, peak=taken.peak_mib)
        + f"  {tool.does}"
    )
    return taken


def line(name: str, *, articles: int, wall: float, cpu: float, size: int, peak: float) -> str:
    """One row of the table: articles by the clock and by a second of the processor, megabytes by the clock."""
    clock, busy = (f"{n:.0f}" if n >= 10 else f"{n:.1f}" for n in (articles / wall, articles / cpu))
    return f"{name:20}{articles:>9}{wall:>9.1f}{cpu:>9.1f}{clock:>12}{busy:>9}{size / wall / 1e6:>8.2f}{peak:>10.0f}"


def ratio(what: str, name: str, taken: Taken, *, cpu: float, size: int, count: int) -> str:
    """How Hudna's processor time for a stretch of text compares with the tool's."""
    own, other = cpu / size, taken.cpu / taken.size
    scaled = "" if taken.articles == count else f" (a sample of {taken.articles} articles, by bytes)"
    if own >= other:
        return f"{what} takes {own / other:.1f} times as long as {name}{scaled}"
    return f"{what} takes 1/{other / own:.1f} of the time of {name}{scaled}"


def starts() -> None:
    """Print how long the shortest uses take."""
    print()
    print(f"hudna --help   {best_of([*HUDNA, '--help']):>10.2f} s, whole process, best of {STARTS}")
    if ARTICLE.exists():
        command = [*HUDNA, "read", str(ARTICLE), "--published", "2017-06-23", "--format", "jsonl"]
        print(f"one article    {best_of(command):>10.2f} s, whole process, best of {STARTS}")


def best_of(command: list[str]) -> float:
    """The shortest of some runs, in seconds."""
    return min(measure(command).seconds for _ in range(STARTS))


if __name__ == "__main__":
    sys.exit(main())
