"""Makes `.venv` and installs into it: `python tools/setup.py core|dev|docs|train|ci`.

`dev` leaves Spark out, which is 600 MB with its Java; `ci` has all.

Runs with the standard library alone, before anything is installed. uv does the work where it is on the PATH
and reaches a registry; else pip does. Nothing outside the project's folder is written.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "constraints.txt"
NEEDED = (3, 11)
GROUPS = {"core": (), "dev": ("dev",), "docs": ("docs",), "train": ("train",), "ci": ("dev",)}
EXTRAS = {"core": (), "dev": ("bulk", "warc", "dask"), "docs": (), "train": (), "ci": ("bulk", "warc", "dask", "spark")}
PINS_HEAD = """\
# The releases that main is tested with. Only packages that something asks for are installed.
# Renew with `make pins` and read the difference.
"""


def main(arguments: list[str]) -> int:
    """0 when the environment holds what was asked for."""
    if sys.version_info < NEEDED:
        found = ".".join(str(part) for part in sys.version_info[:3])
        print(f"Hudna needs Python 3.11 or newer; {sys.executable} is {found}.", file=sys.stderr)
        print("  → name a newer one: make PYTHON=/path/to/python3.12 ...", file=sys.stderr)
        return 2
    if arguments == ["pins"]:
        return renew_pins()
    if len(arguments) != 1 or arguments[0] not in GROUPS:
        print(f"usage: tools/setup.py {'|'.join(GROUPS)}|pins", file=sys.stderr)
        return 2
    return set_up(arguments[0])


def set_up(name: str) -> int:
    """0 when `.venv` is there and the project with its group `name` is installed in it."""
    wanted = ["--editable", with_extras(EXTRAS[name]), *requirements(GROUPS[name])]
    uv = shutil.which("uv")
    if uv and has_python(uv) and install_with_uv(uv, wanted):
        return 0
    if uv:
        print("setup: uv could not do it; trying pip", file=sys.stderr)
    return make_venv() or install_with_pip(wanted)


def with_extras(extras: tuple[str, ...]) -> str:
    """The project with these extras, as pip and uv take it."""
    return f"{ROOT}[{','.join(extras)}]" if extras else str(ROOT)


def requirements(groups: tuple[str, ...]) -> list[str]:
    """The requirement strings of the dependency groups, read here so that an old pip will do."""
    import tomllib  # not at the top: the version check must come first

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return [row for group in groups for row in project["dependency-groups"][group]]


def python() -> Path:
    """The environment's interpreter."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def has_python(uv: str) -> bool:
    """Whether `.venv` has an interpreter, made by uv where it had none."""
    return python().exists() or run([uv, "venv", "--quiet", "--python", sys.executable, str(VENV)]) == 0


def install_with_uv(uv: str, wanted: list[str]) -> bool:
    """Whether uv installed it all."""
    command = [uv, "pip", "install", "--quiet", "--python", str(python()), "--constraint", str(CONSTRAINTS)]
    return run([*command, *wanted]) == 0


def make_venv() -> int:
    """0 when `.venv` has an interpreter and pip."""
    if python().exists() and run([str(python()), "-m", "pip", "--version"], quiet=True) == 0:
        return 0
    failed = run([sys.executable, "-m", "venv", str(VENV)])
    if failed:
        shutil.rmtree(VENV, ignore_errors=True)
        print("setup: Python's venv module could not make .venv.", file=sys.stderr)
        print("  → on Debian and Ubuntu: apt-get install python3-venv; or install uv", file=sys.stderr)
    return failed


def install_with_pip(wanted: list[str]) -> int:
    """0 when pip installed it all."""
    command = [str(python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    failed = run([*command, "--constraint", str(CONSTRAINTS), *wanted])
    if failed:
        print("setup: pip could not install what is needed (its message stands above).", file=sys.stderr)
        print("  → the package registry must be reachable the first time; then run it again", file=sys.stderr)
    return failed


def renew_pins() -> int:
    """0 when constraints.txt names the newest releases that a fresh `.venv` resolves to."""
    shutil.rmtree(VENV, ignore_errors=True)
    CONSTRAINTS.write_text(PINS_HEAD, encoding="utf-8")
    failed = make_venv() or install_with_pip(["--editable", with_extras(EXTRAS["ci"]), *requirements(("dev", "docs"))])
    if failed:
        return failed
    command = [str(python()), "-m", "pip", "freeze", "--exclude-editable", "--local"]
    frozen = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    rows = [row for row in frozen.splitlines() if re.match(r"[A-Za-z0-9._-]+==", row)]
    CONSTRAINTS.write_text(PINS_HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    return 0


def run(command: list[str], *, quiet: bool = False) -> int:
    """The exit code of the command; 127 where there is no such program."""
    try:
        return subprocess.run(command, check=False, capture_output=quiet).returncode
    except OSError as error:
        print(f"setup: {command[0]}: {error}", file=sys.stderr)
        return 127


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
