"""What a store complains of, in the words of our error tree."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy.exc

from hudna.errors import (
    DiskFull,
    HudnaError,
    LedgerBusy,
    LedgerDamaged,
    LedgerError,
    LedgerMissing,
    ReadOnly,
)

_BUSY = (LedgerBusy, "somebody else is writing to the ledger", "Try again when the other command has ended.")
_FULL = (DiskFull, "no room left on the disk of the ledger", "Free some room and run the command again.")
_READ_ONLY = (
    ReadOnly,
    "the ledger can't be written to",
    "Check the permissions, or copy it to another disk.",
)
_DAMAGED = (
    LedgerDamaged,
    "this is no ledger, or a damaged one",
    "Restore it from a backup, or make a new one.",
)
_MISSING = (LedgerMissing, "the ledger can't be reached", "Check the address, or make one with `hudna init`.")
_DISK = (LedgerError, "the disk of the ledger gives an error", "Check the disk.")
_REFUSED = (LedgerError, "the database refuses the user or password", "Check the address of the ledger.")

Fault = tuple[type[HudnaError], str, str]

_PAGE = 65_536
"""Where fewer bytes are free, an error of the disk is one of room: a WAL file takes steps of 32 kB."""
_NO_ROOM_TO_SHARE = 10 | 19 << 8
"""SQLITE_IOERR_SHMSIZE: the file beside the ledger can't grow, without which not even reading goes on."""

# Primary result codes, https://sqlite.org/rescode.html
_SQLITE: dict[int, Fault] = {
    1: _DAMAGED,  # SQLITE_ERROR: our own SQL is under test, so a table is missing
    3: _READ_ONLY,  # SQLITE_PERM
    5: _BUSY,  # SQLITE_BUSY
    6: _BUSY,  # SQLITE_LOCKED
    8: _READ_ONLY,  # SQLITE_READONLY
    10: _DISK,  # SQLITE_IOERR
    11: _DAMAGED,  # SQLITE_CORRUPT
    13: _FULL,  # SQLITE_FULL
    14: _READ_ONLY,  # SQLITE_CANTOPEN: it is there, so we may not
    23: _READ_ONLY,  # SQLITE_AUTH
    26: _DAMAGED,  # SQLITE_NOTADB
}

# SQLSTATE, or its class, https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRES: dict[str, Fault] = {
    "53100": _FULL,
    "25006": _READ_ONLY,
    "42501": _READ_ONLY,
    "55P03": _BUSY,
    "40P01": _BUSY,
    "40001": _BUSY,
    "57P03": _BUSY,
    "42P01": _DAMAGED,
    "42703": _DAMAGED,
    "3D000": _MISSING,
    "3F000": _MISSING,
    "28": _REFUSED,
    "08": _MISSING,
}


@contextmanager
def told_as_ours(where: str) -> Iterator[None]:
    """Raises what the store complains of as an error of ours; what we know nothing of goes through."""
    try:
        yield
    except sqlalchemy.exc.DBAPIError as fault:
        raise _ours(fault.orig, where) or fault from fault
    except sqlite3.Error as fault:
        raise _ours(fault, where) or fault from fault


def _ours(fault: BaseException | None, where: str) -> HudnaError | None:
    known = _sqlite(fault, where) if isinstance(fault, sqlite3.Error) else _postgres(fault)
    if known is None:
        return None
    kind, message, hint = known
    return kind(f"{message} ({' '.join(str(fault).split())})", hint=hint, file=where)


def _sqlite(fault: sqlite3.Error, where: str) -> Fault | None:
    code = getattr(fault, "sqlite_errorcode", 0)
    # The low byte is the primary code; NOTADB alone comes as a DatabaseError of no narrower class.
    known = _SQLITE.get(code & 0xFF)
    if known is _DISK and (code == _NO_ROOM_TO_SHARE or _is_full(Path(where).parent)):
        return _FULL
    return known


def _is_full(directory: Path) -> bool:
    """Whether the disk has no room for a page more; an error of the disk then comes from that."""
    try:
        return shutil.disk_usage(directory).free < _PAGE
    except OSError:
        return False


def _postgres(fault: BaseException | None) -> Fault | None:
    state = getattr(fault, "sqlstate", None)
    if state is None:
        # The driver gives no state where it found no server.
        return _MISSING if type(fault).__name__ == "OperationalError" else None
    return _POSTGRES.get(state) or _POSTGRES.get(state[:2])
