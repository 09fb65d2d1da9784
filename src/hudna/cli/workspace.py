"""A workspace: a directory with `hudna.toml` and a ledger."""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from hudna.cli.out import as_output_error, say
from hudna.errors import BadDate, WorkspaceError

if TYPE_CHECKING:
    from hudna.ledger import Ledger

FILE = "hudna.toml"
LEDGER = "ledger.db"
NO_THEATRE = "none"

_TEMPLATE = """\
# A workspace of Hudna.

# The theatre whose actors and posts are known here; "none" for no theatre.
theatre = "{theatre}"

# Languages that are coded. Documents in other languages are recorded, not coded.
languages = ["ar"]

# Where and until which hour a day of reporting runs: `--known-by 2017-06-23` means what was known
# at the cut-off hour of that day, on the clocks of this time zone.
time_zone = "{time_zone}"
cut_off_hour = 18

# The ledger: a file beside this one, or the address of a PostgreSQL database.
ledger = "{ledger}"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """What hudna.toml says."""

    directory: Path
    theatre: str | None
    languages: tuple[str, ...]
    time_zone: ZoneInfo
    cut_off_hour: int
    ledger: str
    """A path, or the URL of a database."""

    def open_ledger(self) -> Ledger:
        """The ledger of this workspace."""
        from hudna.ledger import Ledger

        return Ledger.open(self.ledger)

    def moment(self, given: str) -> datetime:
        """The moment that an option means: a day ends at its cut-off hour, on the clocks of the workspace."""
        moment = read_moment(given)
        if not isinstance(moment, datetime):
            return datetime.combine(moment, time(self.cut_off_hour), tzinfo=self.time_zone)
        return moment if moment.tzinfo else moment.replace(tzinfo=self.time_zone)


def read_moment(given: str) -> date | datetime:
    """The day or the time that an option gives."""
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", given):
            return date.fromisoformat(given)
        return datetime.fromisoformat(given)
    except ValueError:
        raise BadDate(
            f'"{given[:40]}" is no moment', hint="write a day, or a time as in 2017-06-23T18:00:00+03:00"
        ) from None


def find_workspace(given: str | None, *, start: Path | None = None) -> Workspace:
    """The workspace that was named, else the nearest from `start` upwards."""
    if given is not None:
        file = Path(given) / FILE
        if not file.is_file():
            raise WorkspaceError(f"there is no {FILE} here", file=given, hint=f"make one: hudna init {given}")
        return read_workspace(file)
    here = (start or Path.cwd()).resolve()
    for directory in (here, *here.parents):
        if (directory / FILE).is_file():
            return read_workspace(directory / FILE)
    raise WorkspaceError(
        f"there is no {FILE} here or in a directory above",
        hint="make a workspace (hudna init), go into one, or name one (--workspace DIR)",
    )


def read_workspace(file: Path) -> Workspace:
    """The workspace that a hudna.toml describes."""
    try:
        text = file.read_text(encoding="utf-8")
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise WorkspaceError(
            f"not TOML: {error}", file=file, line=_line_of_error(error), hint="mend the line that is named"
        ) from None
    except (OSError, UnicodeDecodeError) as error:
        raise WorkspaceError(f"can't be read: {error}", file=file, hint="check the file") from None
    return _Check(file, text, given).workspace()


def make_workspace(directory: Path, *, theatre: str, ledger: str = LEDGER) -> Workspace:
    """A new workspace. Where it can't be made, nothing of it is left."""
    file = directory / FILE
    if file.exists():
        raise WorkspaceError("there is a workspace here already", file=file, hint="use it, or choose another directory")
    made: list[Path] = []
    try:
        _make_directories(directory, made)
        _write(file, _TEMPLATE.format(theatre=theatre, time_zone="Asia/Damascus", ledger=_quoted(ledger)), made)
        workspace = read_workspace(file)
        _create_ledger(workspace)
    except BaseException as error:
        _take_back(made)
        if isinstance(error, OSError):
            raise as_output_error(error, str(error.filename or directory)) from None
        raise
    return workspace


@contextmanager
def opened(given: str | None, *, quiet: bool = False) -> Iterator[tuple[Workspace, Ledger]]:
    """A workspace and its ledger, which is closed at the end."""
    workspace = find_workspace(given)
    with workspace.open_ledger() as ledger:
        if ledger.backup is not None and not quiet:
            say(f"hudna: the ledger was brought up to date; its old form is in {ledger.backup}")
        yield workspace, ledger


def unmake_workspace(workspace: Workspace, *, keep_directory: bool) -> None:
    """Takes back a workspace that came to nothing; what else is in its directory stays."""
    ledger = Path(workspace.ledger)
    beside = [ledger.with_name(ledger.name + end) for end in ("", "-wal", "-shm", "-journal")]
    directory = [] if keep_directory else [workspace.directory]
    _take_back([*directory, workspace.directory / FILE, *beside])


# -- making


def _make_directories(directory: Path, made: list[Path]) -> None:
    missing = [d for d in (directory, *directory.parents) if not d.exists()]
    for part in reversed(missing):
        part.mkdir()
        made.append(part)


def _write(file: Path, text: str, made: list[Path]) -> None:
    with file.open("x", encoding="utf-8") as stream:
        made.append(file)
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())


def _create_ledger(workspace: Workspace) -> None:
    from hudna.ledger import Ledger

    Ledger.create(workspace.ledger).close()


def _take_back(made: list[Path]) -> None:
    for path in reversed(made):
        with suppress(OSError):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink()


def _quoted(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')


# -- checking


class _Check:
    """Reads the keys of hudna.toml; what is wrong is told with its line."""

    def __init__(self, file: Path, text: str, given: dict[str, Any]) -> None:
        self.file = file
        self.text = text
        self.given = given

    def workspace(self) -> Workspace:
        """The workspace, if all keys are right."""
        self._known()
        directory = self.file.parent
        return Workspace(
            directory=directory,
            theatre=self._theatre(),
            languages=self._languages(),
            time_zone=self._time_zone(),
            cut_off_hour=self._cut_off_hour(),
            ledger=self._ledger(directory),
        )

    def _known(self) -> None:
        for key in self.given:
            if key not in _KEYS:
                near = difflib.get_close_matches(key, _KEYS, 1)
                meant = f'; did you mean "{near[0]}"?' if near else ""
                raise self._wrong(key, f'"{key}" is not a setting{meant}', f"settings are: {', '.join(_KEYS)}")

    def _theatre(self) -> str | None:
        from hudna.packs.theatre import theatre_names

        name = self._text("theatre", NO_THEATRE)
        if name == NO_THEATRE:
            return None
        if name not in theatre_names():
            names = ", ".join((*theatre_names(), NO_THEATRE))
            raise self._wrong("theatre", f'there is no theatre "{name}"', f"there are: {names}")
        return name

    def _languages(self) -> tuple[str, ...]:
        value = self.given.get("languages", ["ar"])
        if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
            raise self._wrong("languages", "must be a list of language codes", 'write languages = ["ar"]')
        return tuple(value)

    def _time_zone(self) -> ZoneInfo:
        name = self._text("time_zone", "UTC")
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise self._wrong(
                "time_zone", f'"{name}" is no time zone', 'write one as in "Asia/Damascus" or "UTC"'
            ) from None

    def _cut_off_hour(self) -> int:
        value = self.given.get("cut_off_hour", 18)
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 23:
            raise self._wrong("cut_off_hour", f"{value!r} is no hour", "write a whole number from 0 to 23")
        return value

    def _ledger(self, directory: Path) -> str:
        value = self._text("ledger", LEDGER)
        return value if "://" in value else str(directory / value)

    def _text(self, key: str, default: str) -> str:
        value = self.given.get(key, default)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(key, f"{key} must be a text in quotation marks", f'write {key} = "{default}"')
        return value

    def _wrong(self, key: str, message: str, hint: str) -> WorkspaceError:
        lines = self.text.splitlines()
        found = (n for n, line in enumerate(lines, 1) if re.match(rf'\s*\[*"?{re.escape(key)}\b', line))
        return WorkspaceError(message, file=self.file, line=next(found, None), hint=hint)


_KEYS = ("theatre", "languages", "time_zone", "cut_off_hour", "ledger")


def _line_of_error(error: tomllib.TOMLDecodeError) -> int | None:
    match = re.search(r"at line ([0-9]+)", str(error))
    return int(match[1]) if match else None
