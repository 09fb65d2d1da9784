"""Reads and checks packs: languages, gazetteer, theatres."""
