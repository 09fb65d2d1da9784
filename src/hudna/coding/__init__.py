"""What the text says, as written: statements, events, times, places, claims, counts.

`code.code` runs all coders over one `reading.Reading`; read these two first. Reported speech goes from small to
large: `phrases` (where a noun phrase ends), `naming` (what it names), `speakers` (who that is), `clauses` (what is
reported), `constructions` (how a report is built), `acts` (what is done by it), `statements` (all together).
"""
