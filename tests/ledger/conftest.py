"""Fixtures of the ledger's tests."""

from __future__ import annotations

from tests.ledger.stores import ledger, postgres, where

__all__ = ["ledger", "postgres", "where"]
