"""`hudna read`."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import jsonschema
import pytest

from hudna import record

from .runs import DAY, REPORT, a_report, command, process, rows, run


def jsonl(directory: Path, *lines: str) -> Path:
    """A JSONL file with these lines."""
    path = directory / "rows.jsonl"
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def row(text: str = REPORT, **more: object) -> str:
    """A line of JSONL."""
    return json.dumps({"text": text, **more}, ensure_ascii=False)


def test_jsonl_is_the_contract(tmp_path: Path) -> None:
    """Each line is a document that the published schema accepts, with the text as given."""
    result = run("read", a_report(tmp_path), "--published", DAY, "--format", "jsonl")

    (document,) = rows(result.stdout)
    jsonschema.Draft202012Validator(record.schema()).validate(document)
    assert document["text"] == REPORT
    assert document["published"] == DAY
    assert document["statements"]
    assert result.exit_code == 0


def test_table_shows_speaker_act_and_words(tmp_path: Path) -> None:
    """The cards tell who says what, in words that stand in the text."""
    output = run("read", a_report(tmp_path), "--published", DAY).stdout

    assert "STATEMENTS" in output
    assert "[DENY]" in output
    assert "خالد النهري" in output


def test_why_tells_what_produced_each_field(tmp_path: Path) -> None:
    """With --why the cards name rules and pack rows; without it they don't."""
    path = a_report(tmp_path)

    assert "why act: " in run("read", path, "--published", DAY, "--why").stdout
    assert "why act: " not in run("read", path, "--published", DAY).stdout


def test_html_is_one_page(tmp_path: Path) -> None:
    """The page is whole, and holds the document."""
    output = run("read", a_report(tmp_path), "--format", "html").stdout

    assert output.startswith("<!doctype html>")
    assert output.endswith("</html>\n")
    assert output.count("<article") == 1


def test_documents_come_in_the_order_of_the_input(tmp_path: Path) -> None:
    """Files in the order given, rows in the order of the file."""
    first = a_report(tmp_path, "هدنة أولى")
    second = jsonl(tmp_path, *(row(id=f"r{n}") for n in range(20)))

    result = run("read", second, first, second, "--format", "jsonl")

    names = [f"r{n}" for n in range(20)]
    ids = [document["id"] for document in rows(result.stdout)]
    assert ids == [*names, ids[20], *names]
    assert ids[20].startswith("doc-")


def test_output_is_the_same_on_every_run(tmp_path: Path) -> None:
    """Two processes with other hash seeds and locales give the same bytes."""
    path = jsonl(tmp_path, row(id="a", published=DAY), row("English text about nothing in particular."))
    args = ["read", str(path), "--format", "jsonl"]

    one = process(args, PYTHONHASHSEED="1", LC_ALL="C")
    other = process(args, PYTHONHASHSEED="2", LC_ALL="C.UTF-8", TZ="Asia/Damascus")

    assert one.returncode == 0
    assert one.stdout == other.stdout
    assert len(one.stdout.splitlines()) == 2


def test_standard_input_is_read(tmp_path: Path) -> None:
    """`-` is standard input: rows or a text."""
    assert rows(run("read", "-", "-f", "jsonl", stdin=row(id="in")).stdout)[0]["id"] == "in"
    assert rows(run("read", "-", "-f", "jsonl", stdin=REPORT).stdout)[0]["text"] == REPORT


def test_stream_is_answered_while_it_goes_on() -> None:
    """A document is written when it is read, not when the input ends."""
    running = subprocess.Popen(
        command(["read", "-", "--format", "jsonl"]), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert running.stdin is not None
    assert running.stdout is not None
    with running:
        for name in ("first", "second"):
            running.stdin.write(row(id=name).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == name
        running.stdin.close()
        assert running.stdout.read() == b""
    assert running.returncode == 0


def test_broken_line_is_reported_and_the_rest_read(tmp_path: Path) -> None:
    """One bad row costs that row: it is told with file and line, and the exit code says that one failed."""
    path = jsonl(tmp_path, row(id="a"), '{"text": "cut', row(id="c"))

    result = run("read", path, "--format", "jsonl")

    assert [document["id"] for document in rows(result.stdout)] == ["a", "c"]
    assert result.exit_code == 1
    first, second = result.stderr.splitlines()
    assert first.startswith(f"hudna: HUD106 {path}:2: not JSON")
    assert second.startswith("  → ")


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.txt", b"", "HUD102"),
        ("noise.bin", b"\x00\x01\x02" * 100, "HUD103"),
        ("report.pdf", b"%PDF-1.7 ...", "HUD103"),
        ("large.txt", b"word " * 1_100_000, "HUD104"),
        ("directory", None, "HUD105"),
        ("cut.jsonl", b'{"text": "abc', "HUD106"),
        ("list.jsonl", b'["text"]\n', "HUD106"),
        ("number.jsonl", b'{"text": 1}\n', "HUD106"),
        ("day.jsonl", b'{"text": "abc", "published": "yesterday"}\n', "HUD107"),
    ],
)
@pytest.mark.parametrize("form", ["table", "jsonl", "html"])
def test_bad_input_is_told_with_code_and_hint(
    tmp_path: Path, name: str, content: bytes | None, code: str, form: str
) -> None:
    """Each kind of bad input has its code, a hint and exit code 3, and nothing half-done is printed."""
    path = tmp_path / name
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)

    result = run("read", path, "--format", form)

    assert result.exit_code == 3
    assert result.stderr.startswith(f"hudna: {code} {path}")
    assert "\n  → " in result.stderr
    assert "Traceback" not in result.stderr
    assert result.stdout == ""


def test_missing_file_is_told_and_others_are_read(tmp_path: Path) -> None:
    """A wrong path among right ones does not stop them."""
    result = run("read", tmp_path / "none.txt", a_report(tmp_path), "--format", "jsonl")

    assert result.exit_code == 1
    assert "HUD101" in result.stderr
    assert len(rows(result.stdout)) == 1


def test_windows_1256_is_read_with_a_notice(tmp_path: Path) -> None:
    """An older encoding is read; the notice is told, kept with the document, and silenced by --quiet."""
    path = tmp_path / "old.txt"
    path.write_bytes(REPORT.encode("cp1256"))

    result = run("read", path, "--format", "jsonl")

    (document,) = rows(result.stdout)
    assert result.exit_code == 0
    assert document["text"] == REPORT
    assert [p["code"] for p in document["problems"]].count("HUD110") == 1
    assert "HUD110" in result.stderr
    assert run("read", path, "--format", "jsonl", "--quiet").stderr == ""


def test_language_without_pack_is_recorded_and_not_coded(tmp_path: Path) -> None:
    """It is said plainly that there is no pack; the document is there all the same."""
    path = a_report(tmp_path, "The council denied on Sunday that it had shelled the town.")

    (document,) = rows(run("read", path, "--format", "jsonl").stdout)

    assert document["lang"] == "en"
    assert document["statements"] == []
    assert "no language pack" in document["problems"][0]["reason"]


def test_output_file_appears_whole(tmp_path: Path) -> None:
    """--output writes what would have been printed, and leaves nothing beside it."""
    source, out = a_report(tmp_path), tmp_path / "out" / "coded.jsonl"
    out.parent.mkdir()

    result = run("read", source, "--format", "jsonl", "--output", out)

    assert result.stdout == ""
    assert out.read_text(encoding="utf-8") == run("read", source, "--format", "jsonl").stdout
    assert [p.name for p in out.parent.iterdir()] == ["coded.jsonl"]


def test_output_file_is_kept_where_nothing_could_be_read(tmp_path: Path) -> None:
    """A failed run does not take away the result of an earlier one."""
    out = tmp_path / "coded.jsonl"
    out.write_text("earlier\n", encoding="utf-8")

    result = run("read", tmp_path / "none.txt", "--format", "jsonl", "--output", out)

    assert result.exit_code == 3
    assert out.read_text(encoding="utf-8") == "earlier\n"
    assert [p.name for p in tmp_path.iterdir()] == ["coded.jsonl"]


def test_output_into_no_directory_is_told(tmp_path: Path) -> None:
    """A place that isn't there is an error of the output, with what to do."""
    result = run("read", a_report(tmp_path), "--output", tmp_path / "none" / "x")

    assert result.exit_code == 6
    assert "HUD600" in result.stderr
    assert "mkdir" in result.stderr


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")  # noqa: PTH110
@pytest.mark.parametrize("args", [["read"], ["read", "--format", "jsonl"], ["--help"]])
def test_full_disk_is_told_without_traceback(tmp_path: Path, args: list[str]) -> None:
    """Where there is no room for the output, one message says so, and the exit code is 6."""
    whole = [*args, str(a_report(tmp_path))] if args[0] == "read" else args
    with open("/dev/full", "wb") as full:  # noqa: PTH123 - a device
        done = subprocess.run(command(whole), stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 6
    assert done.stderr.decode().startswith("hudna: HUD602 ")
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_reader_that_goes_away_ends_it_quietly(tmp_path: Path) -> None:
    """`hudna read ... | head -1` says nothing, and leaves with the code that shells give."""
    path = jsonl(tmp_path, *(row(id=n) for n in range(2000)))
    running = subprocess.Popen(
        command(["read", path, "--format", "jsonl"]), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert running.stdout is not None
    assert running.stderr is not None
    with running:
        assert json.loads(running.stdout.readline())["id"] == "0"
        running.stdout.close()
        told = running.stderr.read()

    assert told == b""
    assert running.returncode == 141
