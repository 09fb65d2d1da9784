from __future__ import annotations

from pathlib import Path
from shutil import copytree
from typing import get_args

import pytest

from hudna.errors import PackError
from hudna.model.findings import EventType
from hudna.packs.codebook import load_codebook
from hudna.packs.files import packs_root

ACLED = {
    "Battles": {"Government regains territory", "Non-state actor overtakes territory", "Armed clash"},
    "Explosions/Remote violence": {
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Protests": {"Excessive force against protesters", "Protest with intervention", "Peaceful protest"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Strategic developments": {
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    },
}
PLOVER_MODES = {
    "ASSAULT": {"assassinate", "destroy", "explosives", "firearms", "heavy-weapons", "suicide-attack"},
    "COERCE": {"arrest", "deport", "restrict", "withhold"},
    "RETREAT": {"access", "ceasefire", "release", "withdraw"},
    "AID": {"humanitarian"},
    "MOBILIZE": {"troops"},
    "PROTEST": {"demo"},
    "SANCTION": {"sever"},
}


@pytest.mark.parametrize("kind", get_args(EventType))
def test_every_type_has_its_place_in_both_schemes(kind: EventType) -> None:
    """Each event type has a row, whose names are those of the published codebooks."""
    row = load_codebook().row(kind)

    assert row.acled_sub_event_type in ACLED[row.acled_event_type]
    assert row.plover_mode is None or row.plover_mode in PLOVER_MODES[row.plover_event]
    assert row.title


def test_status_changes_the_plover_event() -> None:
    """A truce declared is a concession; one in force, a retreat. Context tells what lies ahead or is denied."""
    book = load_codebook()

    assert book.row("ceasefire", "planned").plover_event == "CONCEDE"
    assert book.row("ceasefire", "happened").plover_event == "RETREAT"
    assert "future" in book.plover_contexts("meeting", "planned")
    assert "negation" in book.plover_contexts("clash", "denied")


def test_weapon_changes_the_acled_event() -> None:
    """A bomb worn is a suicide bomb, thrown a grenade; another weapon leaves the general row."""
    book = load_codebook()

    assert book.row("bombing", "happened", "suicide-bomber").acled_sub_event_type == "Suicide bomb"
    assert book.row("bombing", "happened", "grenade").acled_sub_event_type == "Grenade"
    assert book.row("ceasefire", "planned", "drone").plover_event == "CONCEDE"


def test_every_row_has_its_place_in_both_schemes() -> None:
    """Rows for a status or a weapon keep to the names of the published codebooks too."""
    for row in load_codebook().rows.values():
        assert row.acled_sub_event_type in ACLED[row.acled_event_type]
        assert row.plover_mode is None or row.plover_mode in PLOVER_MODES[row.plover_event]


def test_row_said_twice_is_a_fault(tmp_path: Path) -> None:
    """Two rows for one type stop the loader, with file and line."""
    copy = copytree(packs_root() / "codebook", tmp_path / "codebook")
    table = copy / "events.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([*lines, lines[2]]), encoding="utf-8")

    with pytest.raises(PackError) as caught:
        load_codebook(copy)

    assert caught.value.line == len(lines) + 1
