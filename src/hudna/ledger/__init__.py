"""Keeps documents and their codings, with what was held when: SQLite by default, PostgreSQL by URL.

`Ledger` records and gives back; `receipt` says what recording came to; `schema` holds the tables that
`views` asks. The store is loaded when it is asked for: who only wants the ids of findings (`identity`) needs none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hudna.ledger.book import Ledger
    from hudna.ledger.receipt import Change, Changes, Receipt

__all__ = ["Change", "Changes", "Ledger", "Receipt"]


def __getattr__(name: str) -> Any:
    """What the room offers, loaded now."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{'book' if name == 'Ledger' else 'receipt'}"), name)
