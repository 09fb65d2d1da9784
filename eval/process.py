"""Runs of programs, with what they took: wall time, processor time and the peak of memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

HUDNA = (sys.executable, "-c", "from hudna.cli import main; main()")
"""The command as this environment has it, whatever the PATH says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """How a program ended and what it took."""

    code: int
    seconds: float
    peak_mib: float
    cpu: float
    """Seconds of processor time: on a machine that others use, the fairer figure."""


def measure(command: Sequence[str], *, output: Path | None = None, path: Path | None = None) -> Run:
    """Run the command to its end; what it prints goes to `output`, or nowhere."""
    return start(command, output=output, path=path)()


def start(command: Sequence[str], *, output: Path | None = None, path: Path | None = None) -> Callable[[], Run]:
    """The command runs, with the modules of `path` before all others; the call that is given back waits for its end."""
    environment = os.environ if path is None else os.environ | {"PYTHONPATH": str(path)}
    began = time.perf_counter()
    with open(output or os.devnull, "wb") as sink:  # noqa: PTH123 (os.devnull is no Path everywhere)
        child = subprocess.Popen(command, stdout=sink, env=environment)

    def wait() -> Run:
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)  # else Popen would wait for it again
        per_mib = 1024 * 1024 if sys.platform == "darwin" else 1024
        return Run(
            code=child.returncode,
            seconds=seconds,
            peak_mib=usage.ru_maxrss / per_mib,
            cpu=usage.ru_utime + usage.ru_stime,
        )

    return wait
