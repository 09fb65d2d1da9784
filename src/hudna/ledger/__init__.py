"""Keeps documents and their codings, with what was held when: SQLite by default, PostgreSQL by URL.

`Ledger` records and gives back; `receipt` says what recording came to; `schema` holds the tables that
`views` asks.
"""

from hudna.ledger.book import Ledger
from hudna.ledger.receipt import Change, Changes, Receipt

__all__ = ["Change", "Changes", "Ledger", "Receipt"]
