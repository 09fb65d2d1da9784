"""Draws docs/images/terminal.svg from what `hudna read` prints: `make picture`.

The SVG is drawn here and not by rich: rich puts every letter into a cell of its own, and Arabic needs its
letters joined. Each run of one style becomes one <tspan>, and the viewer shapes it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "images" / "terminal.svg"
REPORT = ROOT / "src" / "hudna" / "corpus"
COLUMNS = 96
LINES = 34
CELL, LEADING, MARGIN, BAR = 8.43, 20, 18, 34
SGR = re.compile(r"\x1b\[([0-9;]*)m")
OTHER_ESCAPES = re.compile(r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b\[[0-9;?]*[A-Za-ln-z]")
BACKGROUND, FOREGROUND = "#1c2128", "#d5dbe3"
COLOURS = ("#6b7684", "#ff8f88", "#7fd494", "#e8c468", "#7ab8ff", "#d7a6ff", "#6fd6dc", "#d5dbe3")


def main(arguments: list[str]) -> int:
    """0 when the picture shows what the program prints now."""
    report = Path(arguments[0]) if arguments else REPORT / "2017-06-23-kazakh-denial.yml"
    command, printed = run(report)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(draw(command, printed.splitlines()[:LINES]), encoding="utf-8")
    print(f"picture: wrote {TARGET.relative_to(ROOT)} from {report.name}")
    return 0


def run(report: Path) -> tuple[str, str]:
    """The command as a person would type it, and what it prints in colour."""
    data = yaml.load(report.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder) / "article.txt"
        article.write_text(f"{data['title']}\n\n{data['text']}", encoding="utf-8")
        call = [sys.executable, "-c", "from hudna.cli import main; main()", "read", article.name]
        call += ["--published", data["published"]]
        settings = os.environ | {"FORCE_COLOR": "1", "COLUMNS": str(COLUMNS), "TERM": "xterm-256color"}
        settings |= {"PYTHONPATH": str(ROOT / "src")}
        settings.pop("NO_COLOR", None)
        done = subprocess.run(call, cwd=folder, env=settings, capture_output=True, text=True, check=True)
    return f"hudna read {article.name} --published {data['published']}", done.stdout


def draw(command: str, lines: list[str]) -> str:
    """The SVG of a terminal window with the command and the lines."""
    width = COLUMNS * CELL + 2 * MARGIN
    height = BAR + MARGIN + LEADING * (len(lines) + 2)
    prompt = f'<tspan fill="{COLOURS[2]}">$</tspan> {escape(command)}'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height}" role="img"',
            '  aria-label="A terminal: hudna reads an article and shows who said what">',
            "<style>text { font: 14px ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace;",
            f"  fill: {FOREGROUND}; white-space: pre }}</style>",
            f'<rect width="100%" height="100%" rx="10" fill="{BACKGROUND}"/>',
            *(f'<circle cx="{20 + 20 * n}" cy="18" r="6" fill="{COLOURS[n + 1]}"/>' for n in range(3)),
            _text(prompt, number=0),
            *(piece for number, line in enumerate(lines, start=2) for piece in _row(line, number)),
            "</svg>",
            "",
        ]
    )


def _row(line: str, number: int) -> Iterator[str]:
    """The pieces of one line: what is right to left stands at the right, as the program padded it."""
    runs = [piece for run in _runs(line) for piece in _without_padding(run)]
    words = [n for n, (_, text) in enumerate(runs) if re.search(r"\w", text)]
    if words and ARABIC.match(runs[words[0]][1]) and runs[: words[0]] and runs[words[0] - 1][1].endswith("  "):
        left, right = runs[: words[0]], runs[words[0] :]
        if any(text.strip() for _, text in left):
            yield _text(_spans(left), number=number)
        yield _text(_spans([(style, text.strip()) for style, text in right]), number=number, rtl=True)
    elif words or any(text.strip() for _, text in runs):
        yield _text(_spans(runs), number=number)


ARABIC = re.compile('[\u2066-\u2068]?[«"]?[\u0590-\u08ff]')


def _without_padding(run: tuple[str, str]) -> list[tuple[str, str]]:
    """The run in two: the spaces and bars that it begins with, and the rest."""
    style, text = run
    rest = text.lstrip(" │┃")
    return [(style, part) for part in (text[: len(text) - len(rest)], rest) if part]


def _text(spans: str, *, number: int, rtl: bool = False) -> str:
    """One <text> at the height of the line; a right-to-left one begins at the right margin."""
    y = BAR + LEADING * (number + 1)
    if rtl:
        return f'<text x="{MARGIN + COLUMNS * CELL:.0f}" y="{y}" direction="rtl">{spans}</text>'
    return f'<text x="{MARGIN}" y="{y}" xml:space="preserve">{spans}</text>'


def _spans(runs: list[tuple[str, str]]) -> str:
    """The runs as <tspan>s."""
    return "".join(f"<tspan{style}>{escape(text)}</tspan>" if style else escape(text) for style, text in runs)


def _runs(line: str) -> Iterator[tuple[str, str]]:
    """Runs of one style: the attributes, the text."""
    line = OTHER_ESCAPES.sub("", line)
    at = 0
    codes: list[int] = []
    for match in SGR.finditer(line):
        if match.start() > at:
            yield _style(codes), line[at : match.start()]
        codes = _after(codes, match[1])
        at = match.end()
    if line[at:]:
        yield _style(codes), line[at:]


def _after(codes: list[int], change: str) -> list[int]:
    """The codes in force behind a change; 0 or nothing ends all."""
    given = [int(code) for code in change.split(";") if code] or [0]
    return [] if given == [0] else [*codes, *(given[given.index(0) + 1 :] if 0 in given else given)]


def _style(codes: list[int]) -> str:
    """The attributes of a <tspan> for SGR codes: colour, bold, italic, dim, underline."""
    attributes: dict[str, str] = {}
    n, ground = 0, ""
    while n < len(codes):
        code = codes[n]
        if code in (38, 48) and codes[n + 1 : n + 2] == [5]:
            if code == 38 and codes[n + 2] < 16:
                attributes["fill"] = COLOURS[codes[n + 2] % 8]
            n += 3
            continue
        if code in (38, 48) and codes[n + 1 : n + 2] == [2]:
            if code == 38:
                attributes["fill"] = "#{:02x}{:02x}{:02x}".format(*codes[n + 2 : n + 5])
            n += 5
            continue
        if 30 <= code <= 37 or 90 <= code <= 97:
            attributes["fill"] = COLOURS[code % 10]
        elif 41 <= code <= 46 or 101 <= code <= 106:  # a badge: its ground becomes the colour of its letters
            ground = COLOURS[code % 10]
        elif code in SIMPLE:
            name, value = SIMPLE[code]
            attributes[name] = value
        n += 1
    if ground:
        attributes |= {"fill": ground, "font-weight": "700"}
    return "".join(f' {name}="{value}"' for name, value in attributes.items())


SIMPLE = {
    1: ("font-weight", "700"),
    2: ("fill-opacity", "0.65"),
    3: ("font-style", "italic"),
    4: ("text-decoration", "underline"),
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
