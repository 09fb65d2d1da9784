"""The lists and `hudna show`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from .runs import DAY, REPORT, a_report, run


@pytest.fixture(scope="module")
def mission(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one report."""
    place = tmp_path_factory.mktemp("mission")
    run("init", place)
    result = run("add", a_report(place), "--published", DAY, "-w", place)
    assert result.exit_code == 0
    return place


def items(mission: Path, *args: str) -> list[dict[str, Any]]:
    """The items of a list as JSON."""
    found: list[dict[str, Any]] = json.loads(run(*args, "-w", mission, "-f", "json").stdout)["items"]
    return found


@pytest.mark.parametrize("name", ["statements", "incidents", "documents"])
def test_json_list_has_the_form_of_the_contract(mission: Path, name: str) -> None:
    """A list is an object with items, as_of and known_by."""
    answer = json.loads(run(name, "-w", mission, "--until", "2025-12-31", "-f", "json").stdout)

    assert set(answer) == {"items", "as_of", "known_by"}
    assert answer["items"]
    assert answer["as_of"] == "2025-12-31"


@pytest.mark.parametrize("name", ["statements", "incidents", "documents"])
def test_csv_has_a_header_and_a_row_an_item(mission: Path, name: str) -> None:
    """Plain RFC 4180: CRLF, every row as long as the header, the same ids as in JSON."""
    output = run(name, "-w", mission, "-f", "csv").stdout_bytes.decode("utf-8-sig")

    header, *found = list(csv.reader(io.StringIO(output, newline="")))
    assert output.count("\r\n") == output.count("\n") == len(found) + 1
    assert {len(row) for row in found} == {len(header)}
    assert [row[header.index("id")] for row in found] == [item["id"] for item in items(mission, name)]


@pytest.mark.parametrize("name", ["statements", "incidents", "documents"])
def test_table_shows_every_id(mission: Path, name: str) -> None:
    """What a card shows can be asked for by its id; the last line counts."""
    output = run(name, "-w", mission).stdout

    found = items(mission, name)
    assert all(item["id"] in output for item in found)
    assert output.splitlines()[-1].startswith(f"{len(found)} {name.rstrip('s')}")


def test_filters_reach_the_ledger(mission: Path) -> None:
    """Each option asks for what it names."""
    denied = items(mission, "statements", "--act", "deny")

    assert denied
    assert {item["act"] for item in denied} == {"deny"}
    assert items(mission, "statements", "--speaker", "النهري")
    assert not items(mission, "statements", "--speaker", "الجنوبي")
    assert {item["type"] for item in items(mission, "incidents", "--type", "shelling")} == {"shelling"}
    assert items(mission, "incidents", "--place", "Daraa")
    assert not items(mission, "documents", "--since", "2025-02-04")
    assert len(items(mission, "statements", "--limit", "1")) == 1


def test_text_is_found_in_any_spelling(mission: Path) -> None:
    """A search for a word finds it with other hamza, teh marbuta and article."""
    assert items(mission, "statements", "--text", "هدنه")


def test_moment_before_the_ledger_shows_nothing(mission: Path) -> None:
    """What was not known then is not shown."""
    assert items(mission, "statements", "--known-by", "2001-01-01") == []


def test_bad_moment_is_told(mission: Path) -> None:
    """A moment that is none ends with a message."""
    result = run("statements", "-w", mission, "--known-by", "soon")

    assert result.exit_code == run("statements", "-w", mission, "--since", "soon").exit_code == 2
    assert "no moment" in result.stderr


def test_csv_begins_with_a_byte_order_mark(mission: Path) -> None:
    """A spreadsheet takes the output for UTF-8."""
    assert run("statements", "-w", mission, "-f", "csv").stdout_bytes.startswith(b"\xef\xbb\xbfid,")


def test_formulas_in_csv_are_words(tmp_path: Path) -> None:
    """What a spreadsheet would run stands behind an apostrophe."""
    place = tmp_path / "mission"
    run("init", place)
    run("add", a_report(tmp_path, "=1+1 عنوان\n" + REPORT), "-w", place)

    output = run("documents", "-w", place, "-f", "csv").stdout_bytes.decode("utf-8-sig")

    (row,) = csv.DictReader(io.StringIO(output, newline=""))
    assert row["title"].startswith("'=1+1")
    assert row["coded"] == "yes"


@pytest.mark.parametrize("name", ["statements", "incidents", "documents"])
def test_quiet_list_has_no_sum(mission: Path, name: str) -> None:
    """`--quiet` leaves the cards and nothing else."""
    loud, quiet = run(name, "-w", mission).stdout, run(name, "-q", "-w", mission).stdout

    assert quiet
    assert loud.startswith(quiet)
    assert len(loud.splitlines()) == len(quiet.splitlines()) + 1


def test_document_without_language_pack_is_said_not_to_be_coded(tmp_path: Path) -> None:
    """Adding and listing say that it is recorded only, instead of counting nothing in it."""
    place = tmp_path / "mission"
    run("init", place)
    english = a_report(tmp_path, "The spokesman said on Sunday that the truce in the valley had begun.")

    added = run("add", english, "-w", place).stdout
    listed = run("documents", "-w", place).stdout

    assert "recorded, not coded: no language pack for 'en'" in added
    assert "1 document added (0 statements, 0 events), 1 of them not coded" in added
    assert "recorded, not coded: no language pack for 'en'" in listed
    assert "open question" not in added + listed


def test_speaker_is_found_by_every_name_that_the_theatre_knows(tmp_path: Path) -> None:
    """A spelling of another outlet finds the same person; a name written in one word too."""
    place = tmp_path / "mission"
    run("init", place)
    text = (
        "قال المتحدث باسم الرئاسة التركية إبراهيم قالن إن الهدنة صامدة.\n"
        "وقال وزير الخارجية الكازاخستاني خيرات عبد الرحمانوف إن المحادثات مستمرة."
    )
    run("add", a_report(tmp_path, text), "-w", place, "--published", DAY)

    for asked, found in (("كالين", "قالن"), ("عبدالرحمانوف", "عبد الرحمانوف")):
        speakers = {str(item["speaker"]) for item in items(place, "statements", "--speaker", asked)}
        assert speakers
        assert all(found in speaker for speaker in speakers)


def test_word_for_the_kind_of_place_hides_nothing(mission: Path) -> None:
    """A governorate is found where the text gives its name alone."""
    assert items(mission, "incidents", "--place", "محافظة درعا") == items(mission, "incidents", "--place", "درعا") != []


def test_show_tells_packs_apart_by_digest(mission: Path) -> None:
    """Two codings by changed packs of one version are not shown alike."""
    key = items(mission, "documents")[0]["id"]

    assert "sha256:" in run("show", key, "-q", "-w", mission).stdout


def test_show_statement_marks_its_words_in_the_sentence(mission: Path) -> None:
    """The words of the statement stand marked in the sentence of the source."""
    statement = items(mission, "statements", "--act", "deny")[0]

    output = run("show", statement["id"], "-w", mission).stdout

    assert "IN THE SOURCE" in output
    assert f"[{statement['quote'].split()[0]}" in output
    assert f"characters {statement['content'][0][0]} to {statement['content'][0][1]}" in output


def test_show_takes_the_beginning_of_an_id(mission: Path) -> None:
    """As much of an id as tells it from others is enough."""
    key = items(mission, "incidents")[0]["id"]

    assert key in run("show", key[:16], "-w", mission).stdout


def test_show_document_lists_the_ids_in_it(mission: Path) -> None:
    """A document's card leads on to its statements."""
    key = items(mission, "documents")[0]["id"]

    output = run("show", key, "-w", mission).stdout

    assert all(statement["id"] in output for statement in items(mission, "statements"))


def test_show_gives_json_and_a_page(mission: Path) -> None:
    """The same thing for programs and for the eye."""
    key = items(mission, "documents")[0]["id"]

    found = json.loads(run("show", key, "-w", mission, "-f", "json").stdout)
    page = run("show", key, "-w", mission, "-f", "html").stdout

    assert found["kind"] == "document"
    assert found["record"]["text"] == REPORT
    assert page.startswith("<!doctype html>")


def test_unknown_id_is_told(mission: Path) -> None:
    """What is not there is said not to be, with where to look."""
    result = run("show", "sta-ffff", "-w", mission)

    assert result.exit_code == 5
    assert result.stderr.startswith("hudna: HUD405 ")
    assert "→" in result.stderr
