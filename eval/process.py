"""One run of a program, with what it took: wall time and the peak of its memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
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


def measure(command: Sequence[str], *, output: Path | None = None) -> Run:
    """Run the command to its end; what it prints goes to `output`, or nowhere."""
    began = time.perf_counter()
    with open(output or os.devnull, "wb") as sink:  # noqa: PTH123 (os.devnull is no Path everywhere)
        child = subprocess.Popen(command, stdout=sink)
        _, status, usage = os.wait4(child.pid, 0)
    seconds = time.perf_counter() - began
    child.returncode = os.waitstatus_to_exitcode(status)  # else Popen would wait for it again
    per_mib = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Run(code=child.returncode, seconds=seconds, peak_mib=usage.ru_maxrss / per_mib)
