"""Expressions of time, placed on the calendar."""
