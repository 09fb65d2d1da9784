"""The gazetteer: what its names mean, and that its files hold what they must."""

from __future__ import annotations

from pathlib import Path

import pytest

from hudna.errors import PackError
from hudna.packs.gazetteer import Gazetteer, load_gazetteer
from hudna.packs.lexicon import Kind, Lexicon
from hudna.text import fold_word

MANIFEST = """\
name: gazetteer
version: 2026.1.1
owners:
  - us
sources:
  - ours
"""
HEADER = "id,name,kind,country,lat,lon,weight,ar\n"

# Souria, al-Qahira, Halab, Ta'izz, Benghazi, Umm Durman, Khan Younis, ad-Dahiya al-Janoubiya, Kiev, al-Fourat
KNOWN = [
    ("SYR", "سوريا"),
    ("EGY", "القاهرة"),
    ("SYR", "حلب"),
    ("YEM", "تعز"),
    ("LBY", "بنغازي"),
    ("SDN", "أم درمان"),
    ("PSE", "خان يونس"),
    ("LBN", "الضاحية الجنوبية"),
    ("UKR", "كييف"),
    (None, "الفرات"),
]


@pytest.fixture(scope="module")
def shipped() -> Gazetteer:
    return load_gazetteer()


def a_gazetteer(directory: Path, rows: str, weak: str = "") -> Gazetteer:
    (directory / "pack.yml").write_text(MANIFEST, encoding="utf-8")
    (directory / "places.csv").write_text(HEADER + rows, encoding="utf-8")
    if weak:
        (directory / "weak.csv").write_text("needs,ar\n" + weak, encoding="utf-8")
    return load_gazetteer(directory)


@pytest.mark.parametrize(("country", "name"), KNOWN)
def test_known_name_means_its_country_first(shipped: Gazetteer, country: str | None, name: str) -> None:
    """The likeliest meaning of a name that news uses daily is the place that news means."""
    assert shipped.names[fold_word(name)][0].country == country


def test_every_place_lies_on_the_globe_and_has_a_known_country_code(shipped: Gazetteer) -> None:
    """Coordinates are degrees; a country is three capital letters of a country that is listed."""
    countries = {row.country for row in shipped.places.values() if row.kind == "country"}

    for row in shipped.places.values():
        assert -90 <= row.lat <= 90, row.id
        assert -180 <= row.lon <= 180, row.id
        assert row.country is None or row.country in countries, row.id


def test_governorate_lies_at_its_seat(shipped: Gazetteer) -> None:
    """A governorate and the town of the same name have the same coordinates."""
    town, province = shipped.places["idlib"], shipped.places["idlib-governorate"]

    assert (town.kind, province.kind) == ("city", "governorate")
    assert (town.lat, town.lon) == (province.lat, province.lon)


def test_name_of_two_places_holds_both_likeliest_first(tmp_path: Path) -> None:
    """One entry for a name, whatever the number of its places; weight gives the order."""
    # an-Nakhla
    found = a_gazetteer(tmp_path, "a,Nakhla,village,SYR,35,36,1,النخلة\nb,Nakhla,city,IRQ,33,44,5,النخلة | نخلة\n")

    meaning, why = found.names[fold_word("النخلة")]
    assert [row.id for row in meaning.rows] == ["b", "a"]
    assert why.endswith("#3")


def test_names_are_entries_of_the_lexicon_with_their_article(tmp_path: Path) -> None:
    """A name listed with the article is found behind a preposition, and not as a bare word."""
    lexicon = Lexicon()
    a_gazetteer(tmp_path, "a,Nakhla,city,IRQ,33,44,5,النخلة\n").add_to(lexicon)

    # lin-Nakhla, nakhla
    assert lexicon.word(fold_word("للنخلة")).flags & Kind.PLACE
    assert not lexicon.word(fold_word("نخلة")).flags & Kind.PLACE


def test_weak_names_know_what_they_need(tmp_path: Path) -> None:
    """A common word needs a place word before it; one that is always a common word is left out."""
    # an-Nahr, al-Madd
    found = a_gazetteer(
        tmp_path, "a,Nahr,town,SYR,35,36,1,النهر\nb,Madd,town,SYR,35,36,1,المد\n", "class,النهر\nnever,المد\n"
    )

    assert found.names[fold_word("النهر")][0].needs == "class"
    assert fold_word("المد") not in found.names


def test_id_that_is_there_twice_is_told_with_its_line(tmp_path: Path) -> None:
    """Two places can't have one id."""
    with pytest.raises(PackError, match="twice") as caught:
        a_gazetteer(tmp_path, "a,A,town,SYR,35,36,1,ألف\na,B,town,SYR,35,36,1,باء\n")

    assert caught.value.line == 3


def test_cell_that_is_no_number_is_told_with_its_line(tmp_path: Path) -> None:
    """A wrong cell is named with file and line, though rows are typed all at once."""
    with pytest.raises(PackError) as caught:
        a_gazetteer(tmp_path, "a,A,town,SYR,35,36,1,ألف\nb,B,town,SYR,north,36,1,باء\n")

    assert caught.value.line == 3
