"""The shipped theatre packs hold together, and faults in one are told."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from hudna.errors import PackError
from hudna.packs.files import packs_root
from hudna.packs.theatre import load_theatre, theatre_faults, theatre_names

SYRIA = packs_root() / "theatre" / "syria-2017"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A theatre of our own to spoil."""
    return Path(shutil.copytree(SYRIA, tmp_path / "syria-2017"))


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize("name", theatre_names())
def test_shipped_theatres_have_no_faults(name: str) -> None:
    """Every shipped theatre's files read by their schemas and agree with each other."""
    assert theatre_faults(packs_root() / "theatre" / name) == ()


def test_persons_of_the_case_are_known_with_side() -> None:
    """The officials whose words the project began with are actors of the right side."""
    theatre = load_theatre("syria-2017")
    sides = {
        "ibrahim-kalin": "TUR",
        "vladimir-shamanov": "RUS",
        "kairat-abdrakhmanov": "KAZ",
        "temir-dzhumakadyrov": "KGZ",
        "erlan-abdyldaev": "KGZ",
    }

    assert {id: theatre.by_id[id].side for id in sides} == sides


def test_every_actor_has_an_arabic_name_and_a_row_to_cite() -> None:
    """An actor without a name can't be recognised, one without a row can't be explained."""
    for actor in load_theatre("syria-2017").actors:
        assert actor.names_ar, actor.id
        assert actor.why.startswith("pack:theatre/syria-2017/actors.csv#"), actor.id


def test_posts_hold_from_a_day_to_a_day() -> None:
    """A post's first and last day count; an unknown day rules nothing out."""
    theatre = load_theatre("syria-2017")
    (minister,) = [post for post in theatre.posts if post.actor == "kairat-abdrakhmanov"]

    assert not minister.may_hold_on(date(2016, 12, 27))
    assert minister.may_hold_on(date(2016, 12, 28))
    assert minister.may_hold_on(date(2018, 12, 26))
    assert not minister.may_hold_on(date(2018, 12, 27))
    assert minister.may_hold_on(None)


def test_an_unknown_theatre_names_the_known() -> None:
    """Who asks for a theatre that isn't there is told which are."""
    with pytest.raises(PackError, match="no theatre") as caught:
        load_theatre("atlantis-2001")
    assert "syria-2017" in (caught.value.hint or "")


def test_a_cut_file_is_noticed(copy: Path) -> None:
    """Fewer rows than the manifest expects are a fault."""
    rows = (copy / "rounds.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (copy / "rounds.csv").write_text("".join(rows[:-1]), encoding="utf-8")

    assert [fault.message for fault in theatre_faults(copy)] == ["7 rows where at least 8 are expected"]


def test_a_post_of_nobody_is_told_with_its_line(copy: Path) -> None:
    """A post of an actor who isn't there is told with file and line."""
    _replace(copy / "posts.csv", "\nsergey-lavrov,", "\nsergey-lavrof,")
    (fault,) = theatre_faults(copy)

    assert "sergey-lavrof" in fault.message
    assert fault.where.endswith("posts.csv:3")


def test_a_name_of_two_actors_is_a_fault(copy: Path) -> None:
    """One name for two actors is told: readers couldn't know which is meant."""
    # al-marsad -- "the Observatory"
    _replace(copy / "actors.csv", "الشبكة السورية لحقوق الإنسان", "المرصد")

    assert any("is the name of" in fault.message for fault in theatre_faults(copy))


def test_a_wrong_side_is_a_fault(copy: Path) -> None:
    """A side is an ISO code or one of the guide's."""
    _replace(copy / "actors.csv", "russia,RUS,", "russia,Russia,")

    assert any('"Russia" of "russia" is no side' in fault.message for fault in theatre_faults(copy))


def test_days_in_the_wrong_order_are_a_fault(copy: Path) -> None:
    """What ends before it begins is told, in posts and in rounds."""
    _replace(copy / "rounds.csv", "2017-05-03,2017-05-04", "2017-05-04,2017-05-03")
    _replace(copy / "posts.csv", "2016-12-28,2018-12-26", "2018-12-28,2018-12-26")
    files = [Path(fault.file or "").name for fault in theatre_faults(copy)]

    assert files == ["posts.csv", "rounds.csv"]


def test_one_claim_of_the_date_is_drawn(copy: Path) -> None:
    """Of rival dates of entry into force exactly one is the one that we count from."""
    _replace(copy / "agreements.yml", "        drawn: true", "        drawn: false")

    assert any("in_force: 0 claims are drawn" in fault.message for fault in theatre_faults(copy))


def test_a_zone_rests_on_an_agreement(copy: Path) -> None:
    """A zone whose basis is no agreement of the pack is a fault."""
    _replace(copy / "zones.yml", "basis: memorandum-2017-05-04", "basis: memorandum-2071")

    assert any('basis "memorandum-2071"' in fault.message for fault in theatre_faults(copy))


def test_misspelt_keys_are_refused(copy: Path) -> None:
    """An unknown key in a file of the pack is a fault, never passed over."""
    _replace(copy / "zones.yml", "extent_note:", "extend_note:")
    (fault,) = theatre_faults(copy)

    assert "extend_note" in fault.message
