"""The command line: each command parses, makes one call of the library, and prints."""

from __future__ import annotations


def main() -> None:
    """Run `hudna` as the shell does, and leave with its exit code."""
    from hudna.cli.app import hudna

    hudna.main(prog_name="hudna")
