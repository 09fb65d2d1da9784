"""What the fuzzer feeds the reader, and what it takes for a fault."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hudna.record import DocumentRecord
from tests.test_pipeline import coded
from tests.tools import load

fuzz = load("eval/fuzz.py")
valid = load("eval/valid.py")


@cache
def reader() -> Any:
    return fuzz.Reader()


@pytest.mark.parametrize(
    "data",
    [b"", b"\x01", b"\xff", b"\xff{}", b'\xff{"text": ""}', b"\x03\xff\xfe abc", b"\x01\xed\xa0\x80x", b"\x02 \x00"],
)
def test_odd_inputs_are_read_or_refused(data: bytes) -> None:
    """No input, half a character, a broken row: a record or an error of ours, nothing else."""
    reader().one(data)


def test_seeds_are_read() -> None:
    """Every input to begin with passes."""
    for data in fuzz.seeds():
        reader().one(data)


def test_fault_of_a_record_is_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the checks find wrong ends the run, so that the input is kept."""
    mine = fuzz.Reader()
    monkeypatch.setattr(mine, "faults", lambda _: ["event: (3, 3) is no stretch of the text"])

    with pytest.raises(AssertionError, match="no stretch"):
        mine.one(b"\x01x")


def test_input_tells_day_and_text() -> None:
    """The first byte chooses the day of publication, the rest is the text as it stands."""
    assert fuzz.row_of(b"\x01abc") == b'{"text": "abc", "lang": "ar", "published": "2017-06-23"}'
    assert fuzz.row_of(b"\x00abc") == b'{"text": "abc", "lang": "ar"}'
    assert fuzz.row_of(b"\xff{not a row") == b"{not a row"


def test_dictionary_is_in_the_form_of_libfuzzer(tmp_path: Path) -> None:
    """A line for each word, in quotes and hex escapes; what is too long is left out."""
    target = tmp_path / "words.dict"

    # hudna -- "truce"
    assert fuzz.write_dictionary(target, ["هدنة", "x" * 99]) == 1

    (line,) = target.read_text(encoding="ascii").splitlines()
    assert bytes.fromhex("".join(re.findall(r"\\x(..)", line))).decode() == "هدنة"
    assert line.startswith('"')
    assert line.endswith('"')


def test_seeds_are_written_one_a_file(tmp_path: Path) -> None:
    """The folder is made and filled."""
    assert fuzz.write_seeds(tmp_path / "corpus", [b"a", b"b"]) == 2
    assert sorted(path.read_bytes() for path in (tmp_path / "corpus").iterdir()) == [b"a", b"b"]


def a_record(**more: Any) -> DocumentRecord:
    """A coded shelling, with its first event changed."""
    # "shelling hit the market of Aleppo yesterday"
    record = coded("طال قصف مدفعي سوق حلب أمس")
    events = [msgspec.structs.replace(record.events[0], **more)]
    changed: DocumentRecord = msgspec.structs.replace(record, events=events)
    return changed


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, None),
        ({"trigger": (4, 4)}, "event: (4, 4) is no stretch"),
        ({"actors": [(0, 999)]}, "event: (0, 999) is no stretch"),
        ({"place": (-1, 2)}, "event: (-1, 2) is no stretch"),
        ({"told_by": [7]}, "event: statement 7 is not there"),
        ({"why": {}}, "event: no rule is named"),
    ],
)
def test_faults_of_a_record_are_told(change: dict[str, Any], fault: str | None) -> None:
    """A span outside the text, a statement that is not there, a finding without a reason."""
    told = valid.faults(a_record(**change))

    assert told == [] if fault is None else told[0].startswith(fault)
