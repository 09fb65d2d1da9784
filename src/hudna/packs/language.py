"""A language pack: how things are said, as one lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hudna.packs.files import PackInfo, label, packs_root, read_csv, read_manifest
from hudna.packs.inflect import forms
from hudna.packs.lexicon import Entry, Lexicon
from hudna.packs.tables import Table, events, places, speech, times
from hudna.packs.wordclasses import word_class

_OTHER_WORDS = word_class("no first persons")
"""Words that are written like the first person of a listed verb, and are hardly ever meant so: `half`, `I describe`."""
TABLES: tuple[Table, ...] = (*speech.TABLES, *times.TABLES, *places.TABLES, *events.TABLES)


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguagePack:
    """What a language's pack holds; the lexicon is filled further by gazetteer and theatre."""

    lang: str
    info: PackInfo
    lexicon: Lexicon


def languages() -> tuple[str, ...]:
    """The languages that have a pack, sorted."""
    return tuple(sorted(p.name for p in (packs_root() / "lang").iterdir() if (p / "pack.yml").is_file()))


def load_language(lang: str) -> LanguagePack:
    """The pack of `lang`; `PackError` where a file of it is wrong."""
    directory = packs_root() / "lang" / lang
    info = read_manifest(directory)
    lexicon = Lexicon()
    for table in TABLES:
        add_table(lexicon, table, directory / table.file)
    return LanguagePack(lang=lang, info=info, lexicon=lexicon)


def add_table(lexicon: Lexicon, table: Table, path: Path) -> int:
    """Add the rows of one word list to the lexicon; how many there were."""
    rows = read_csv(path, table.row)
    name = label(path)
    for line, row in rows:
        entry = Entry(table.kind_of(row), row.word, row, f"pack:{name}#{line}")
        for spelling in row.word.split("|"):
            inflect = getattr(row, "inflect", table.inflect)
            written = forms(spelling.strip(), inflect)
            if inflect == "imperfect":
                written = tuple(form for form in written if form not in _OTHER_WORDS)
            lexicon.add(written, entry)
    return len(rows)
