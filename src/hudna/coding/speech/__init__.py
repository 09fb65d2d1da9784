"""Who said what: the constructions that report speech, and where contents begin and end."""
