"""What can go wrong, as one tree.

    HudnaError
    ├── InputError          HUD1xx  a file or text that we were given
    │   ├── NotFound        HUD101  the file is not there
    │   ├── EmptyInput      HUD102  the file holds no text
    │   ├── NotText         HUD103  a binary, a PDF, a picture
    │   ├── TooLarge        HUD104  larger than one document can be
    │   ├── IsDirectory     HUD105  a directory where a file was expected
    │   ├── BadRow          HUD106  a line of JSONL that is no document
    │   ├── BadDate         HUD107  a date that isn't one
    │   └── DamagedInput    HUD108  an archive or a table that is broken or ends too early
    ├── PackError           HUD3xx  a pack of ours is wrong
    ├── LedgerError         HUD4xx  the ledger can't be used
    │   ├── LedgerMissing   HUD401  there is no ledger here
    │   ├── LedgerNewer     HUD402  written by a newer Hudna
    │   ├── LedgerBusy      HUD403  somebody else is writing
    │   ├── LedgerDamaged   HUD404  not a ledger, or a broken one
    │   └── NoSuchId        HUD405  nothing in the ledger has this id
    ├── WorkspaceError      HUD5xx  hudna.toml is missing or wrong
    ├── OutputError         HUD6xx  the result can't be written
    │   ├── ReadOnly        HUD601  no permission, or a read-only disk
    │   └── DiskFull        HUD602  no room left
    ├── MissingExtra        HUD701  an optional part is not installed
    └── BulkError           HUD8xx  a bulk job can't go on, or lost a document
        ├── OtherJob        HUD801  the output is that of another job
        ├── JobBusy         HUD802  another run is at the same output
        ├── EngineFailed    HUD803  the engine can't be started, or lost its workers
        ├── WorkerLost      HUD804  a document on which workers die
        └── CodingFailed    HUD805  a document on which the coder fails: a fault of ours

Every error carries a code, the facts as attributes, and a hint that says what to do. The same codes stand
in the `problems` of a coded document (HUD2xx: what a text names and we could not resolve).
"""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar


class HudnaError(Exception):
    """Base of all errors that Hudna raises on purpose."""

    code: ClassVar[str] = "HUD000"
    exit_code: ClassVar[int] = 1

    def __init__(
        self, message: str, *, hint: str | None = None, file: Path | str | None = None, line: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.file = None if file is None else str(file)
        self.line = line

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross processes: the keyword-only facts must survive pickling.
        return (_rebuild, (type(self), self.message, self.hint, self.file, self.line))

    @property
    def where(self) -> str:
        """`file:line`, `file`, or an empty string."""
        if self.file is None:
            return ""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        return f"{self.where}: {self.message}" if self.where else self.message


def _rebuild(cls: type[HudnaError], message: str, hint: str | None, file: str | None, line: int | None) -> HudnaError:
    return cls(message, hint=hint, file=file, line=line)


class InputError(HudnaError):
    """A file or text that we were given can't be used."""

    code = "HUD100"
    exit_code = 3


class NotFound(InputError):
    code = "HUD101"


class EmptyInput(InputError):
    code = "HUD102"


class NotText(InputError):
    code = "HUD103"


class TooLarge(InputError):
    code = "HUD104"


class IsDirectory(InputError):
    code = "HUD105"


class BadRow(InputError):
    code = "HUD106"


class BadDate(InputError):
    code = "HUD107"


class DamagedInput(InputError):
    code = "HUD108"


class PackError(HudnaError):
    """A pack is wrong: our own file, so we stop and say where."""

    code = "HUD300"
    exit_code = 4


class LedgerError(HudnaError):
    """The ledger can't be used."""

    code = "HUD400"
    exit_code = 5


class LedgerMissing(LedgerError):
    code = "HUD401"


class LedgerNewer(LedgerError):
    code = "HUD402"


class LedgerBusy(LedgerError):
    code = "HUD403"


class LedgerDamaged(LedgerError):
    code = "HUD404"


class NoSuchId(LedgerError):
    code = "HUD405"


class WorkspaceError(HudnaError):
    """hudna.toml is missing or wrong."""

    code = "HUD500"
    exit_code = 5


class OutputError(HudnaError):
    """The result can't be written."""

    code = "HUD600"
    exit_code = 6


class ReadOnly(OutputError):
    code = "HUD601"


class DiskFull(OutputError):
    code = "HUD602"


class MissingExtra(HudnaError):
    """An optional part is needed that is not installed; the hint names the extra."""

    code = "HUD701"
    exit_code = 7


class BulkError(HudnaError):
    """A bulk job can't go on, or lost a document."""

    code = "HUD800"
    exit_code = 8


class OtherJob(BulkError):
    code = "HUD801"


class JobBusy(BulkError):
    code = "HUD802"


class EngineFailed(BulkError):
    code = "HUD803"


class WorkerLost(BulkError):
    code = "HUD804"


class CodingFailed(BulkError):
    code = "HUD805"
