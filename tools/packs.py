"""Shows every fault of every pack, then tries the packs' examples with the coder: `make packs`.

An example is a short text with what must be found in it (docs/packs.md); it lies in a pack's `examples/`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import yaml
from golden import in_words

from hudna.errors import PackError
from hudna.packs import check
from hudna.packs.files import label, read_yaml

Record = dict[str, Any]


class Example(msgspec.Struct, forbid_unknown_fields=True):
    """A text, and the findings that matter in it."""

    note: str
    text: str
    expect: dict[str, list[dict[str, Any]]]
    published: date | None = None
    lang: str = "ar"


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """An example that the coder doesn't code as it says."""

    file: Path
    line: int
    note: str
    reason: str

    def __str__(self) -> str:
        return f"{label(self.file)}:{self.line}: {self.reason}\n  → example: {self.note}"


def main() -> int:
    """0 where no pack has a fault and all examples hold."""
    code = check.main([])
    if code:
        print("packs: examples are tried once the packs have no fault")
        return code
    count, missed = 0, []
    for file, line, example in examples():
        count += 1
        reason = why_not(example, coded(example))
        if reason:
            missed.append(Missed(file=file, line=line, note=example.note, reason=reason))
    for row in missed:
        print(row)
    print(f"packs: {count - len(missed)} of {count} examples hold")
    return 1 if missed else 0


def examples() -> Iterator[tuple[Path, int, Example]]:
    """All examples of all packs, with file and line."""
    for directory in check.pack_directories():
        for file in sorted((directory / "examples").glob("*.yml")):
            root = yaml.compose(file.read_text(encoding="utf-8"))
            lines = [node.start_mark.line + 1 for node in root.value] if root else []
            yield from zip([file] * len(lines), lines, read_yaml(file, list[Example]), strict=True)


@cache
def coder() -> Callable[[Example], Record]:
    """The coder as `hudna read` uses it, for a text in memory."""
    from hudna.model import Article
    from hudna.pipeline import code_article, load_kit
    from hudna.record import encode, render

    kit = load_kit()

    def code(example: Example) -> Record:
        article = Article(text=example.text.strip(), lang=example.lang, published=example.published)
        record: Record = msgspec.json.decode(encode(render(code_article(article, kit))))
        return record

    return code


def coded(example: Example) -> Record:
    """The record of the example's text."""
    return coder()(example)


def why_not(example: Example, record: Record) -> str | None:
    """What the record lacks of what the example expects; `None`: nothing."""
    for kind, wanted in example.expect.items():
        if not isinstance(record.get(kind), list):
            raise PackError(f"a record has no {kind!r}", hint="statements, events, places, times, claims or counts")
        found = [in_words(row, record["text"]) for row in record[kind]]
        rest = iter(found)
        for number, row in enumerate(wanted, start=1):
            if not any(agrees(row, other) for other in rest):
                return f"{kind} {number} {show(row)} is not among {'; '.join(map(show, found)) or 'none found'}"
        if not wanted and found:
            return f"no {kind} were expected; found {'; '.join(map(show, found))}"
    return None


def agrees(wanted: Record, found: Record) -> bool:
    """Whether the finding has each wanted value; empty means that the field must be empty."""
    return all(plain(found.get(name)) == plain(value) for name, value in wanted.items())


def plain(value: Any) -> Any:
    """The value as YAML text gives it: lists of text, or text; nothing is empty text."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)


def show(row: Record) -> str:
    """The fields of a finding that a person looks at, in a line."""
    names = (
        "act",
        "speaker",
        "cue",
        "content",
        "type",
        "trigger",
        "place",
        "span",
        "start",
        "end",
        "status",
        "name",
    )
    return ", ".join(f"{name}: {plain(row[name])}" for name in names if row.get(name) not in (None, "", []))


if __name__ == "__main__":
    sys.exit(main())
