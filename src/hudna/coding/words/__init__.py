"""A text as words: read once, and small questions about its words that all coders ask."""
