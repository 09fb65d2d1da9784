"""Shows every letter in the project's files that looks right and is not, with file, line and what to do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from hudna.text.slips import find_slips

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("src", "tests", "eval", "tools", "docs", ".ci")
ENDINGS = {".py", ".md", ".yml", ".yaml", ".csv", ".toml", ".txt", ".json", ".jsonl", ".geojson", ".html"}
ENDINGS |= {".css", ".js", ".svg", ".j2"}
GENERATED = {"docs/images/terminal.svg"}
"""What a program printed: direction isolates belong there."""


def main() -> int:
    """0 when every letter is what it looks like."""
    faults = [fault for path in project_files() for fault in faults_of(path)]
    for fault in faults:
        print(fault)
    print(f"letters: {len(faults)} slips" if faults else "letters: every letter is what it looks like")
    return 1 if faults else 0


def project_files() -> list[Path]:
    """The text files of the project, sorted: those that git knows or would take, else all."""
    return sorted(path for path in _candidates() if _is_ours(path))


def _is_ours(path: Path) -> bool:
    name = path.relative_to(ROOT)
    top = name.parts[0]
    wanted = top in PLACES or len(name.parts) == 1
    return wanted and path.suffix in ENDINGS and name.as_posix() not in GENERATED and path.is_file()


def _candidates() -> Iterator[Path]:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):  # a release without its git folder
        for top in PLACES:
            yield from (ROOT / top).rglob("*")
        yield from ROOT.glob("*")
        return
    yield from (ROOT / name for name in listed.decode("utf-8", "surrogateescape").split("\0") if name)


def faults_of(path: Path) -> Iterator[str]:
    """One message a slip: file, line, column, code point, what to do."""
    name = path.relative_to(ROOT)
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        yield f"{name}: not UTF-8 ({error.reason} at byte {error.start}); save it as UTF-8"
        return
    for number, line in enumerate(text.split("\n"), start=1):
        for slip in find_slips(line):
            yield f"{name}:{number}:{slip.column}: {slip}"


if __name__ == "__main__":
    sys.exit(main())
