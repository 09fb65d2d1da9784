"""The documentation under test: what exists has its place in it, and what it names exists."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import msgspec
import pytest

from hudna import errors
from hudna.cli.app import hudna
from hudna.model import findings
from hudna.packs.check import DOCUMENTS, ROWS
from hudna.record import contract
from tests.tools import ROOT

DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
HEADING = re.compile(r"^(#+) +(.*?) *$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def page(name: str) -> str:
    """The text of a page under docs/."""
    return (DOCS / name).read_text(encoding="utf-8")


def commands() -> Iterator[tuple[str, click.Command]]:
    """Every command of `hudna` with its name, groups left out."""
    for name, command in sorted(hudna.commands.items()):
        if not command.hidden:
            yield name, command


def errors_below(kind: type[errors.HudnaError]) -> Iterator[type[errors.HudnaError]]:
    """The error and all kinds of it."""
    yield kind
    for narrower in kind.__subclasses__():
        yield from errors_below(narrower)


def section(text: str, title: re.Pattern[str]) -> str | None:
    """The section under the first heading that the pattern finds, to the next heading of its rank."""
    headings = list(HEADING.finditer(text))
    for n, heading in enumerate(headings):
        if title.search(heading[2]):
            rank = len(heading[1])
            ends = (h.start() for h in headings[n + 1 :] if len(h[1]) <= rank)
            return text[heading.start() : next(ends, len(text))]
    return None


def mentions(text: str, word: str) -> bool:
    """Whether the word stands in the text by itself."""
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text) is not None


@pytest.mark.parametrize(("name", "command"), list(commands()), ids=lambda part: part if isinstance(part, str) else "")
def test_command_has_its_section_with_every_option(name: str, command: click.Command) -> None:
    """docs/commands.md has a section for the command, which names each option (or the common part does)."""
    text = page("commands.md")
    own = section(text, re.compile(rf"(?<![\w-]){re.escape(name)}(?![\w-])"))
    assert own is not None, f"docs/commands.md has no section on {name}"

    common = "\n".join(filter(None, (section(text, re.compile("(?i)common|all commands|every command")),)))
    options = [o for o in command.params if isinstance(o, click.Option) and not o.hidden]
    named = [max(option.opts, key=len) for option in options]
    assert [option for option in named if not mentions(own + common, option)] == []


def test_every_exit_code_is_documented() -> None:
    """docs/commands.md tells each exit code that an error may give."""
    text = section(page("commands.md"), re.compile("(?i)exit"))
    assert text is not None

    codes = {kind.exit_code for kind in errors_below(errors.HudnaError)} | {0, 2}
    assert [code for code in sorted(codes) if not mentions(text, str(code))] == []


def test_every_error_code_has_its_place() -> None:
    """docs/errors.md tells each code of the error tree, and each that the code writes into `problems`."""
    text = page("errors.md")
    raised = {kind.code for kind in errors_below(errors.HudnaError)} - {"HUD000"}
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src").rglob("*.py"))
    written = set(re.findall(r'"(HUD[0-9]{3})"', source)) - {"HUD000"}

    assert [code for code in sorted(raised | written) if not mentions(text, code)] == []


def test_every_make_target_is_documented() -> None:
    """Each target that `make help` lists is told on a page."""
    text = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = re.findall(r"^([a-z-]+):.*?## ", makefile, re.MULTILINE)

    assert len(targets) > 10
    assert [name for name in targets if not mentions(text, f"make {name}")] == []


def test_every_pack_file_has_its_place() -> None:
    """docs/packs.md names each file that a pack may have."""
    text = page("packs.md")
    files = {name for kinds in (ROWS, DOCUMENTS) for names in kinds.values() for name in names}

    assert [name for name in sorted(files) if f"`{name}`" not in text] == []


def test_every_inflection_is_explained() -> None:
    """docs/packs.md tells each value of `inflect`."""
    from hudna.packs.inflect import Inflection

    assert [how for how in get_args(Inflection) if f"| `{how}` |" not in page("packs.md")] == []


def test_every_field_of_the_record_has_its_place() -> None:
    """docs/record.md names each field of each part of a document."""
    text = page("record.md")
    own = [kind for kind in vars(contract).values() if getattr(kind, "__module__", "") == contract.__name__]
    parts = [kind for kind in own if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]
    fields = {field.encode_name for kind in parts for field in msgspec.structs.fields(kind)}

    assert len(parts) >= 10
    assert [name for name in sorted(fields) if not mentions(text, name)] == []


KINDS = (
    findings.Act,
    findings.ClaimRelation,
    findings.EventType,
    findings.Form,
    findings.SpeakerKind,
    findings.Status,
)


def test_every_coded_value_is_named() -> None:
    """docs/record.md lists all acts, event types, kinds of speaker, states and relations."""
    text = page("record.md")

    assert [value for kind in KINDS for value in get_args(kind) if f"`{value}`" not in text] == []


def test_every_decision_is_listed() -> None:
    """The index of decisions links each of them."""
    index = page("decisions/index.md")
    decisions = [path.name for path in (DOCS / "decisions").glob("[0-9]*.md")]

    assert decisions
    assert [name for name in sorted(decisions) if f"({name})" not in index] == []


def test_every_decision_has_the_agreed_parts() -> None:
    """A decision tells date, context, choice and what we gave up."""
    for path in (DOCS / "decisions").glob("[0-9]*.md"):
        text = path.read_text(encoding="utf-8")
        for part in ("Date: 20", "## Context", "## Choice", "## What we gave up"):
            assert part in text, f"{path.name} lacks {part!r}"


def test_every_page_can_be_reached() -> None:
    """The navigation leads to each page, decisions by their index."""
    config = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))
    listed = set(re.findall(r"[\w/-]+\.md", str(config["project"]["nav"])))
    pages = {p.relative_to(DOCS).as_posix() for p in DOCS.rglob("*.md")}

    assert listed <= pages
    assert {name for name in pages - listed if not name.startswith("decisions/0")} == set()


def links() -> Iterator[tuple[Path, str]]:
    """Every link of every page that leads to a file of ours."""
    for path in PAGES:
        text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for target in LINK.findall(text):
            if not re.match(r"[a-z]+:", target):
                yield path, target


def test_links_resolve() -> None:
    """Each link leads to a file that is there, and each anchor to a heading of it."""
    broken = [f"{path.relative_to(ROOT)}: {target}" for path, target in links() if not leads_somewhere(path, target)]

    assert broken == []


def leads_somewhere(path: Path, target: str) -> bool:
    """Whether the link's file exists and has a heading for its anchor."""
    name, _, anchor = target.partition("#")
    file = (path.parent / name) if name else path
    if not file.exists():
        return False
    return not anchor or anchor in {slug(title) for _, title in HEADING.findall(file.read_text(encoding="utf-8"))}


def slug(title: str) -> str:
    """The anchor that a heading gets."""
    kept = re.sub(r"[^\w\- ]", "", title.lower().replace("`", ""))
    return re.sub(r"[ ]+", "-", kept.strip())


def shown_commands() -> Iterator[tuple[str, list[str]]]:
    """Each `hudna ...` line in a code block of a page, as words, with the page's name."""
    for path in PAGES:
        text = path.read_text(encoding="utf-8")
        for line in re.findall(r"^ *(?:\$ +)?(?:\.venv/bin/)?(hudna .*)$", text, re.MULTILINE):
            for part in re.split(r"&&|\|(?!\|)", line.split(" #")[0]):
                words = shlex.split(part.split(">")[0], posix=True)
                if words[:1] == ["hudna"]:
                    yield path.name, words[1:]


def test_shown_commands_exist() -> None:
    """Each command line that a page shows names a command and options that are there."""
    shown = list(shown_commands())
    known = dict(commands())
    wrong = []
    for name, words in shown:
        if not words or words[0].startswith("-") or not words[0].islower():
            continue
        options = {opt for p in known[words[0]].params for opt in p.opts} if words[0] in known else set()
        used = {word.split("=")[0] for word in words if re.match(r"-{1,2}[a-z]", word)} - {"--help"}
        if words[0] not in known or used - options:
            wrong.append(f"{name}: hudna {' '.join(words)}")

    assert len(shown) > 10
    assert wrong == []
