"""Coverage-guided fuzz of the reader with atheris: `python eval/fuzz.py [libFuzzer options] CORPUS`.

Any bytes that are a row of JSONL, and any text as a row of its own, must give a valid record or an error of ours.
Anything else is a crash: atheris prints it and keeps the input in a file, which `python eval/fuzz.py FILE` runs again.
`soak.py` starts this, with a dictionary from the packs and a folder of inputs that is filled from our own texts first.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from hostile import PIECES, hostile

ROOT = Path(__file__).resolve().parent.parent
DAYS = (None, "2017-06-23", "2024-02-29", "0001-01-01", "9999-12-31")
WORDS = 6_000
"""Words of the packs in the dictionary."""
LONGEST_WORD = 60
"""Bytes of a word in the dictionary: libFuzzer takes 64 at most."""
AS_ROW = 0xFF
"""First byte of an input that is a whole row; any other tells the day of publication, and a text follows."""


def main(arguments: list[str]) -> int:
    """Runs until the time that the options give is over, or an input breaks the reader."""
    if find_spec("atheris") is None:
        print("fuzz: atheris is not installed: pip install atheris", file=sys.stderr)
        return 2
    atheris = import_module("atheris")
    reader = Reader(atheris.instrument_imports(include=["hudna"]))
    atheris.Setup(arguments, reader.one)
    atheris.Fuzz()
    return 0


class Reader:
    """The reader with its packs, ready for inputs."""

    def __init__(self, instrumented: Any = None) -> None:
        with instrumented or nullcontext():
            rows = import_module("hudna.sources.rows")
            pipeline = import_module("hudna.pipeline")
            record = import_module("hudna.record")
            valid = import_module("valid")
        self.error = import_module("hudna.errors").HudnaError
        self.read_row, self.defaults = rows.read_row, rows.Defaults()
        self.code, self.render, self.faults = pipeline.code_article, record.render, valid.faults
        self.kit = pipeline.load_kit("syria-2017")

    def one(self, data: bytes) -> None:
        """Reads, codes and checks one input; an error of ours is a fine answer."""
        try:
            article = self.read_row(row_of(data), defaults=self.defaults)
            record = self.render(self.code(article, self.kit))
        except self.error:
            return
        found = self.faults(record)
        if found:
            raise AssertionError("; ".join(found))


def row_of(data: bytes) -> bytes:
    """The row of JSONL that an input stands for."""
    if data[:1] == bytes((AS_ROW,)):
        return data[1:]
    day = DAYS[data[0] % len(DAYS)] if data else None
    text = letters(data[1:])
    return json.dumps({"text": text, "lang": "ar"} | ({"published": day} if day else {})).encode()


def letters(data: bytes) -> str:
    """The bytes as text; half characters stay such, so that the reader meets them too."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return data.decode("utf-8", "surrogateescape")


def seeds() -> Iterator[bytes]:
    """Inputs to begin with: hostile texts, and the articles that the project's own tests hold."""
    for kind in PIECES:
        yield b"\x01" + hostile(kind, size=600).encode()
    for path in sorted(ROOT.glob("tests/golden/*/article.txt")):
        yield b"\x02" + path.read_bytes()
    yield bytes((AS_ROW,)) + b'{"title": "x", "body": "y", "published": "2017-06-23"}'


def words() -> list[str]:
    """Some forms and phrases of the Arabic packs, the same in each run, and the pieces of hostile texts."""
    from hudna.pipeline import load_kit  # not at the top: the modules must be instrumented where they are fuzzed

    patterns = sorted(set(load_kit().languages["ar"].lexicon.patterns()))
    chosen = random.Random(1).sample(patterns, min(WORDS, len(patterns)))
    return [*chosen, *sorted({piece for pieces in PIECES.values() for piece in pieces})]


def write_dictionary(target: Path, entries: Iterable[str]) -> int:
    """How many words the target lists in libFuzzer's form, which knows ASCII alone."""
    known = [entry.encode() for entry in entries]
    fitting = [word for word in known if len(word) <= LONGEST_WORD]
    lines = ['"' + "".join(f"\\x{byte:02x}" for byte in word) + '"' for word in fitting]
    target.write_text("\n".join(lines) + "\n", encoding="ascii")
    return len(lines)


def write_seeds(folder: Path, inputs: Iterable[bytes]) -> int:
    """How many inputs the folder was given."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for count, data in enumerate(inputs, 1):
        (folder / f"seed-{count:03}").write_bytes(data)
    return count


if __name__ == "__main__":
    sys.exit(main(sys.argv))
