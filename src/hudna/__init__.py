"""Hudna keeps the record of a ceasefire: who said what, what happened where, who disputes it."""

__version__ = "0.1.0"
