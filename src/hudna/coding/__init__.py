"""What the text says, as written: statements, events, times, places, claims, counts.

`code.code` runs all coders over one `words.reading.Reading`; read these two first. Then the rooms from low to high:
`words` (the text as words), `names` (who is meant), `acts`, `times`, `places`, `speech` (who said what), `events` (what
happened), `claims` and `counts`. In each the module of the room's own name puts all together: `speech.statements`,
`events.events`, `times.times`, `acts.acts`.
"""
