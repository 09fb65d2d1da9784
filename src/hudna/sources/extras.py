"""Optional packages, imported when they are needed; what to install where they are not there."""

from __future__ import annotations

import importlib
from typing import Any

from hudna.errors import MissingExtra


def needed(module: str, *, extra: str, what: str) -> Any:
    """The module; `MissingExtra`, which names the extra that brings it, where it is not installed."""
    try:
        return importlib.import_module(module)
    except ImportError as fault:
        package = module.partition(".")[0]
        raise MissingExtra(
            f"{what} needs the package {package}, which is not installed",
            hint=f"install the extra `{extra}`: pip install 'hudna[{extra}]'",
        ) from fault
