"""How the time to code one text grows with its length: `python eval/linear.py [--sizes 1,2,5,10] [KIND...]`.

One child process for each text, so that memory is told apart and a hang can be ended. The time is the processor's
(others may share the machine) for making the article, coding it and writing the line; loading the packs is left out.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from hostile import PIECES, hostile

MB = 1_000_000
SIZES = (1.0, 2.0, 5.0, 10.0)
PATIENCE = 1800.0
"""Seconds after which one text is given up."""
STEEPEST = 1.35
"""The largest exponent of growth that passes for linear: twice the text takes at most 2.55 times as long.

A quadratic step that matters shows as 2; caches and memory alone make up to 1.2 on large texts.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one text took; `seconds` is `None` where it was given up or failed (`fault` says why)."""

    size: float
    seconds: float | None
    peak_mib: float = 0.0
    fault: str = ""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where each kind grows in step with its length, 1 where one does not."""
    options = parse(arguments)
    if options.one:
        print(json.dumps(once(options.one, size=options.sizes[0])))
        return 0
    print(head(options.sizes))
    faults = [
        fault for kind in options.kinds or PIECES for fault in follow(kind, options.sizes, patience=options.patience)
    ]
    for fault in faults:
        print(f"linear: {fault}")
    return 1 if faults else 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What was asked for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help="kinds of text; none: all")
    parser.add_argument("--sizes", type=sizes_of, default=SIZES, help="megabytes of UTF-8, rising, by commas")
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds after which a text is given up")
    parser.add_argument("--one", metavar="KIND", help="measure this one text here, and print JSON")
    return parser.parse_args(arguments)


def sizes_of(text: str) -> tuple[float, ...]:
    """The sizes that the text lists, in megabytes."""
    return tuple(float(part) for part in text.split(","))


def follow(kind: str, sizes: Sequence[float], *, patience: float) -> list[str]:
    """What is wrong with the growth of one kind; its row is printed."""
    taken: list[Taken] = []
    for size in sizes:
        taken.append(apart(kind, size=size, patience=patience))
        if taken[-1].seconds is None:
            break
    print(row(kind, taken, sizes), flush=True)
    if taken[-1].fault:
        return [f"{kind}, {taken[-1].size:g} MB: {taken[-1].fault}"]
    steep = exponent(taken)
    return [f"{kind}: time grows with the power {steep:.2f} of the length"] if steep > STEEPEST else []


def apart(kind: str, *, size: float, patience: float) -> Taken:
    """What the text takes in a process of its own."""
    command = [sys.executable, __file__, "--one", kind, "--sizes", f"{size:g}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        return Taken(size=size, seconds=None, fault=f"not done after {patience:g} s")
    if done.returncode:
        return Taken(size=size, seconds=None, fault=(done.stderr.strip().splitlines() or ["died"])[-1])
    found = json.loads(done.stdout)
    return Taken(size=size, seconds=found["seconds"], peak_mib=found["peak_mib"])


def once(kind: str, *, size: float) -> dict[str, float]:
    """Seconds and peak memory of coding one text of the kind, in this process."""
    from hudna.model import Article
    from hudna.pipeline import code_article, load_kit
    from hudna.record import encode, render
    from hudna.sources.language import find_language
    from hudna.sources.rows import as_stored

    kit = load_kit()
    text = hostile(kind, size=int(size * MB))
    began = time.process_time()
    stored = as_stored(text)
    find_language(stored)  # what the reader does; the answer must not keep the coder from its work here
    encode(render(code_article(Article(text=stored, lang="ar", published=date(2017, 6, 23)), kit)))
    seconds = time.process_time() - began
    per_mib = 1024 * 1024 if sys.platform == "darwin" else 1024
    return {"seconds": seconds, "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mib}


def exponent(taken: Sequence[Taken]) -> float:
    """The power of the length with which the time grew from the smallest text to the largest."""
    first, last = taken[0], taken[-1]
    if first.seconds is None or last.seconds is None or first.size == last.size:
        return 0.0
    # Below a twentieth of a second the clock and the caches say more than the coder.
    return math.log(max(last.seconds, 0.05) / max(first.seconds, 0.05)) / math.log(last.size / first.size)


def head(sizes: Sequence[float]) -> str:
    """The head of the table."""
    return f"{'kind':28}" + "".join(f"{f'{size:g} MB':>9}" for size in sizes) + f"{'× a doubling':>14}{'peak MiB':>10}"


def row(kind: str, taken: Sequence[Taken], sizes: Sequence[float]) -> str:
    """One row of the table: seconds for each size, what a doubling of the length costs, memory of the largest."""
    cells = ["-" if t.seconds is None else f"{t.seconds:.2f}" for t in taken] + [""] * (len(sizes) - len(taken))
    doubling = "" if len(taken) < 2 else f"{2 ** exponent(taken):.2f}"
    return f"{kind:28}" + "".join(f"{cell:>9}" for cell in cells) + f"{doubling:>14}{taken[-1].peak_mib:>10.0f}"


if __name__ == "__main__":
    sys.exit(main())
