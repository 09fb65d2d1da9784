"""The packs check: every fault at once, each with file and line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hudna.packs.check import Fault, check_pack, main, pack_directories

MANIFEST = """\
name: lang/sahl
version: 2026.11.1
owners:
  - The authors
sources:
  - Written for this test
expects:
  negation.csv: 2
"""
# la "not", laysa "is not"
NEGATION = "scope,word\nverb,لا\nclause,ليس\n"

Pack = Callable[..., list[Fault]]


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    """Checks a language pack made of the given files; those not given are right."""

    def check(**files: str) -> list[Fault]:
        directory = tmp_path / "lang" / "sahl"
        directory.mkdir(parents=True)
        texts = {"pack.yml": MANIFEST, "negation.csv": NEGATION}
        texts |= {name.replace("__", "."): text for name, text in files.items()}
        for name, text in texts.items():
            (directory / name).write_text(text, encoding="utf-8")
        return check_pack(directory)

    return check


def the_only(faults: list[Fault]) -> Fault:
    """The one fault that was found; a failure names them all."""
    assert len(faults) == 1, "\n".join(map(str, faults))
    return faults[0]


def test_right_pack_has_no_fault(pack: Pack) -> None:
    """A pack that keeps all rules passes."""
    assert pack() == []


def test_all_faults_are_told_at_once(pack: Pack) -> None:
    """Three bad rows give three faults, each with its line."""
    faults = pack(negation__csv="scope,word\nverbb,لا\nclause\nnoone,ليس\n")

    assert [fault.line for fault in faults] == [2, 3, 4]


def test_unknown_value_names_file_line_and_what_is_accepted(pack: Pack) -> None:
    """A value outside the schema is told where it stands."""
    fault = the_only(pack(negation__csv=NEGATION + "sentence,غير\n"))

    assert str(fault).startswith("negation.csv:4: ")
    assert "sentence" in fault.message


def test_unknown_column_names_the_known_ones(pack: Pack) -> None:
    """A misspelt column is told with the columns that are accepted."""
    fault = the_only(pack(negation__csv=NEGATION.replace("scope", "skope")))

    assert fault.line == 1
    assert "scope" in fault.hint


def test_foreign_letter_in_a_word_is_a_fault(pack: Pack) -> None:
    """A Farsi yeh that would never match is found, and told by its code point."""
    fault = the_only(pack(negation__csv=NEGATION + "noun,غ\N{ARABIC LETTER FARSI YEH}ر\n"))

    assert "U+06CC" in fault.message
    assert "U+064A" in fault.hint


def test_wanted_variant_is_no_fault(pack: Pack) -> None:
    """A comment row that says `variant: intended` may hold such a letter."""
    row = "# variant: intended \N{ARABIC LETTER FARSI YEH},\n"

    assert pack(negation__csv=NEGATION + row) == []


def test_arabic_before_the_last_cell_is_a_fault(pack: Pack) -> None:
    """Arabic in the first cell would show in another order than it is stored."""
    faults = pack(negation__csv="word,scope\nلا,verb\nليس,clause\n")

    assert {fault.line for fault in faults} == {2, 3}
    assert all("last" in fault.message for fault in faults)


def test_row_said_twice_in_another_spelling_is_a_fault(pack: Pack) -> None:
    """Rows that differ by a vowel sign only are one row, told with the line of the first."""
    fault = the_only(pack(negation__csv=NEGATION + "clause,لَيس\n"))

    assert fault.line == 4
    assert "line 3" in fault.message


def test_cut_file_is_noticed(pack: Pack) -> None:
    """Fewer rows than the manifest expects is a fault of the list."""
    fault = the_only(pack(negation__csv="scope,word\nverb,لا\n"))

    assert fault.file.name == "negation.csv"
    assert "1 rows" in fault.message


def test_list_that_the_manifest_forgets_is_a_fault(pack: Pack) -> None:
    """Each list has a number under expects, and the message says which."""
    fault = the_only(pack(honorifics__csv="word\nالسيد\n"))

    assert "honorifics.csv: 1" in fault.hint


def test_file_that_nothing_reads_is_a_fault(pack: Pack) -> None:
    """A misspelt file name does not silently lose its words."""
    manifest = MANIFEST + "  negations.csv: 1\n"

    fault = the_only(pack(pack__yml=manifest, negations__csv="scope,word\nverb,لن\n"))

    assert "nothing reads" in fault.message
    assert "negation.csv" in fault.hint


def test_key_said_twice_is_a_fault(pack: Pack) -> None:
    """YAML would silently keep the second of two keys."""
    fault = the_only(pack(pack__yml=MANIFEST + "name: lang/other\n"))

    assert "'name'" in fault.message
    assert fault.line == 9


def test_arabic_in_a_flow_list_is_a_fault(pack: Pack) -> None:
    """Arabic in `[a, b]` shows in another order; the message asks for a block list."""
    manifest = MANIFEST.replace("sources:\n  - Written for this test", "sources: [هدنة, سهل]")

    fault = the_only(pack(pack__yml=manifest))

    assert fault.line == 5
    assert "block list" in fault.hint


def test_version_that_is_no_calendar_version_is_a_fault(pack: Pack) -> None:
    """Packs are versioned by the calendar."""
    fault = the_only(pack(pack__yml=MANIFEST.replace("2026.11.1", "1.0")))

    assert "2026.11.1" in fault.hint


def test_folder_without_manifest_is_a_fault(tmp_path: Path) -> None:
    """A pack whose pack.yml is missing is not passed over."""
    directory = tmp_path / "theatre" / "sahl"
    directory.mkdir(parents=True)

    assert pack_directories(tmp_path) == [directory]
    assert "pack.yml" in check_pack(directory)[0].message


def test_command_prints_faults_and_fails(pack: Pack, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command shows each fault with what to do, and its exit code is not 0."""
    pack(pack__yml=MANIFEST.replace("2026.11.1", "1.0"))

    code = main([str(tmp_path / "lang" / "sahl")])

    assert code == 1
    assert "→ write year.month.number" in capsys.readouterr().out


def test_shipped_packs_have_no_fault() -> None:
    """All packs of the package pass."""
    faults = [fault for directory in pack_directories() for fault in check_pack(directory)]

    assert faults == [], "\n".join(map(str, faults))
