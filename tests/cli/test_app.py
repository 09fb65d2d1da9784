"""The command as a whole: help, exit codes, what is loaded."""

from __future__ import annotations

import subprocess
import sys

import pytest

from hudna import __version__
from hudna.cli.app import hudna

from .runs import process, run

COMMANDS = tuple(hudna.commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_every_command_has_an_example(name: str) -> None:
    """Whoever asks for help sees how the command is used, not only what its options are."""
    result = run(name, "--help")

    assert result.exit_code == 0
    assert "Example: " in result.output
    assert f"hudna {name}" in result.output.partition("Example: ")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_explained(name: str) -> None:
    """No option stands in a help without a word on what it does."""
    for option in hudna.commands[name].params:
        if option.param_type_name == "option":
            assert getattr(option, "help", None), option.name


def test_commands_are_those_of_the_contract() -> None:
    """The commands that users and scripts rely on."""
    assert COMMANDS == (
        "read", "bulk", "init", "add", "recode", "statements", "incidents", "documents", "show", "demo", "completion",
    )  # fmt: skip


def test_help_lists_the_exit_codes() -> None:
    """A script's author finds what each exit code means."""
    output = run("--help").output

    for code in (0, 1, 2, 3, 4, 5, 6, 7, 8, 130, 141):
        assert f"\n    {code} " in output


def test_version_is_told() -> None:
    """`--version` names the program and its version."""
    assert run("--version").output == f"hudna {__version__}\n"


@pytest.mark.parametrize(
    "args",
    [
        ["read"],
        ["reed", "x"],
        ["read", "x", "--published", "2017-02-31"],
        ["read", "x", "--format", "pdf"],
        ["read", "x", "--lang", "12"],
        ["read", "x", "--theatre", "atlantis"],
        ["statements", "--act", "shout"],
        ["statements", "--since", "2017-06-02", "--until", "2017-06-01"],
        ["statements", "--limit", "0"],
        ["bulk", "out"],
        ["bulk", "in", "out", "--engine", "hadoop"],
        ["bulk", "in", "out", "--scheduler", "tcp://here:1"],
    ],
)
def test_wrong_use_is_told_with_exit_code_2(args: list[str]) -> None:
    """What is not given as the help says ends with 2 and a word on standard error."""
    result = run(*args)

    assert result.exit_code == 2
    assert "Error: " in result.stderr
    assert result.stdout == ""


def test_help_loads_nothing_heavy() -> None:
    """`hudna --help` is there at once: store, coder and packs are loaded by the commands that need them."""
    heavy = "sqlalchemy", "alembic", "rich", "msgspec", "yaml", "py3langid", "pyarrow", "hudna.pipeline", "hudna.ledger"
    code = f"import hudna.cli.app, sys; print([m for m in {heavy} if m in sys.modules])"

    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert loaded.stdout == "[]\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_for_the_shell(shell: str) -> None:
    """Each shell gets its own script, which asks hudna for the words."""
    result = run("completion", shell)

    assert result.exit_code == 0
    assert "_HUDNA_COMPLETE" in result.output


def test_completion_completes_commands() -> None:
    """What the script asks for is answered with the commands."""
    done = process([], _HUDNA_COMPLETE="bash_complete", COMP_WORDS="hudna st", COMP_CWORD="1")

    assert done.stdout.decode().split() == ["plain,statements"]
