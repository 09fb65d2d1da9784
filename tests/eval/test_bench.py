"""What the bench tells of its runs, and of tools that are not there."""

from __future__ import annotations

import json
import os
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from tests.tools import load

bench = load("eval/bench.py")
competitors = load("eval/competitors.py")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Two articles, one with a title."""
    target = tmp_path / "articles.jsonl"
    # "the truce holds", "the governor said that the road is open"
    rows = [{"title": "الهدنة صامدة", "text": "قال المحافظ إن الطريق مفتوح."}, {"text": "x y. z"}]
    target.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return target


def test_texts_are_title_and_body(articles: Path) -> None:
    """A title stands before a blank line, as the reader has it; the limit cuts."""
    first, second = competitors.texts(articles, limit=None)

    assert first.startswith("الهدنة صامدة\n\nقال")
    assert second == "x y. z"
    assert len(list(competitors.texts(articles, limit=1))) == 1


def test_run_counts_articles_and_bytes_and_times_the_work_alone(articles: Path) -> None:
    """Each text is prepared and worked on once."""
    seen: list[object] = []

    taken = competitors.run(len, seen.append, competitors.texts(articles, limit=None))

    texts = list(competitors.texts(articles, limit=None))
    assert seen == [len(text) for text in texts]
    assert (taken.articles, taken.size) == (2, sum(len(text.encode()) for text in texts))


def test_bare_pass_finds_the_words_of_the_packs() -> None:
    """The floor is a real search: folded words of the packs are found in text."""
    pytest.importorskip("daachorse")
    before, find = competitors.bare_pass()

    # qala -- "said", with its vowel marks
    assert len(find(before("قَالَ الوزير"))) >= 2


def test_tool_that_is_not_installed_is_told(
    articles: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The row says what to install, and the bench goes on."""
    (tool,) = [tool for tool in competitors.COMPETITORS if tool.name == "simplemma"]
    absent = Path(articles.parent / "sitecustomize.py")
    absent.write_text("import sys; sys.modules['simplemma'] = None\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(articles.parent))

    assert bench.compete(tool, articles, count=2) is None
    assert "not installed: pip install simplemma" in capsys.readouterr().out


def test_tool_that_fails_fails_the_bench(articles: Path) -> None:
    """An error is no figure."""
    tool = competitors.Competitor(name="no such tool", package="x", does="", sample=1, prepare=competitors.lemmas)

    with pytest.raises(bench.BenchFailed, match="no such tool ended with"):
        bench.compete(tool, articles, count=2)


def test_article_that_was_not_coded_fails_the_bench(tmp_path: Path) -> None:
    """Fewer lines than articles, or an exit code, is no figure."""
    output = tmp_path / "coded"
    output.write_text("{}\n", encoding="utf-8")
    run = bench.measure([sys.executable, "-c", ""])

    bench.check([run], [output], count=1)
    with pytest.raises(bench.BenchFailed, match="1 of 2 articles"):
        bench.check([run], [output], count=2)


def test_ratio_is_by_bytes_and_tells_the_sample() -> None:
    """Ten seconds for a thousand bytes are ten times as long as one; a sample is scaled by its size."""
    whole = competitors.Taken(articles=100, size=1000, wall=1.0, cpu=1.0, peak_mib=1.0)
    sample = competitors.Taken(articles=10, size=100, wall=4.0, cpu=4.0, peak_mib=1.0)

    told = bench.ratio("coding", "a", whole, cpu=10.0, size=1000, count=100)
    assert told == "coding takes 10.0 times as long as a"
    told = bench.ratio("coding", "b", sample, cpu=10.0, size=1000, count=100)
    assert told == "coding takes 1/4.0 of the time of b (a sample of 10 articles, by bytes)"


@pytest.mark.parametrize(("limit", "picked"), [(None, 10), (10, 10), (99, 10), (5, 5), (3, 3), (1, 1)])
def test_sample_is_spread_over_the_file(limit: int | None, picked: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """So many lines as asked for, from the first on, in steps that differ by one at most."""
    monkeypatch.setattr(bench, "bulk_lines", lambda: iter([b"%d" % n for n in range(10)]))

    found = [int(line) for line in bench.chosen(limit)]

    steps = [b - a for a, b in pairwise(found)]
    assert len(found) == picked
    assert found[0] == 0
    assert not steps or max(steps) - min(steps) <= 1


def test_compiled_build_counts_only_while_it_is_newer_than_the_sources(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stale build is not measured for the program that stands there now."""
    monkeypatch.setattr(bench, "FAST", tmp_path)
    assert [name for name, _ in bench.builds()] == ["hudna"]

    (tmp_path / ".built").touch()
    assert [name for name, _ in bench.builds()] == ["hudna", "compiled"]

    monkeypatch.setattr(bench, "SOURCES", tmp_path)
    (tmp_path / "newer.py").touch()
    os.utime(tmp_path / ".built", (1, 1))
    assert [name for name, _ in bench.builds()] == ["hudna"]


def test_bench_without_articles_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is measured, and the exit code tells it."""
    monkeypatch.setattr(bench, "BULK", tmp_path / "none.zst")

    assert bench.main() == 2
    assert "nothing was measured" in capsys.readouterr().out
