"""What the text says, as written: statements, events, times, places, claims, counts.

`code.code` runs all coders over one `reading.Reading`; read these two first.
"""
