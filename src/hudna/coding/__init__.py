"""What the text says, as written: statements, events, times, places, claims, counts.

`code.code` runs all coders over one `reading.Reading`; read these two first. Reported speech goes from small to
large: `phrases` (where a noun phrase ends), `naming` (what it names), `speakers` (who that is), `openings` and
`ends` (where what is reported begins and ends), `byverb`, `bynoun` and `attributions` (how a report is built),
`constructions` (which of them a cue makes), `acts` (what is done by it), `statements` (all together).
"""
