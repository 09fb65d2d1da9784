"""How a ledger came to its present form, step by step. A step that has been released is never edited."""
