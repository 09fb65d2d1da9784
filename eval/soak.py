"""Long runs that a test suite has no time for: kills, fuzz and scale, for `SOAK_MINUTES` (30).

- **Kills**: `hudna add` is killed (SIGKILL) at random moments again and again, then let finish. The ledger
  must hold whole documents only at each moment, and in the end what an undisturbed run holds.
- **Scale**: a JSONL eight times as long must not take more memory.
- **Fuzz**: the hypothesis tests with very many examples.

The seed of the run is printed; `SOAK_SEED` repeats it.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from process import HUDNA, measure

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = 500
LENGTH = 800
SCALE = 8
SLACK_MIB = 48.0

PEOPLE = (
    # "the spokesman of the northern council", "the governor of the valley", "a military source"
    "المتحدث باسم مجلس الشمال",
    "محافظ السهل",
    "مصدر عسكري",
)
SENTENCES = (
    # denial, assertion, demand, condition, casualty
    "نفى {who} وقوع أي قصف في شمال السهل أمس.",
    "قال {who} إن الهدنة صامدة في جميع القرى منذ يوم الجمعة.",
    "ودعا {who} الأطراف إلى سحب المدافع من محيط المدينة.",
    "وأكد {who} أن وجود مراقبين محايدين شرط لفتح الطريق.",
    "وأضاف أن ثلاثة أشخاص قتلوا وأصيب سبعة آخرون في قصف على السوق.",
)


def main() -> int:
    """0 where nothing was found wrong in the time given."""
    minutes = float(os.environ.get("SOAK_MINUTES", "30"))
    seed = int(os.environ.get("SOAK_SEED", str(int(time.time()))))
    print(f"soak: {minutes:g} minutes, SOAK_SEED={seed}")
    chance = random.Random(seed)
    end = time.monotonic() + minutes * 60
    parts: list[tuple[str, Callable[[], str | None]]] = [
        ("scale", scale),
        ("kills", lambda: kills(chance, until=time.monotonic() + max(20.0, (end - time.monotonic()) / 2))),
        ("fuzz", lambda: fuzz(chance, until=end)),
    ]
    failed = False
    for name, part in parts:
        fault = part()
        print(f"soak: {name}: {'FAILED: ' + fault if fault else 'nothing wrong'}", flush=True)
        failed = failed or fault is not None
    return 1 if failed else 0


def article(number: int, chance: random.Random) -> dict[str, Any]:
    """An invented report; no two have the same text."""
    body = " ".join(line.format(who=chance.choice(PEOPLE)) for line in chance.sample(SENTENCES, 3))
    day = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
    return {"id": f"soak-{number}", "published": day, "outlet": "sahl-press", "text": f"{body}\n\n{number}."}


def write_articles(target: Path, *, count: int, chance: random.Random) -> None:
    """The target holds `count` articles, one a line."""
    with target.open("w", encoding="utf-8") as out:
        for number in range(count):
            out.write(json.dumps(article(number, chance), ensure_ascii=False) + "\n")


def scale() -> str | None:
    """What is wrong with the memory of a long stream; `None`: it is flat."""
    with tempfile.TemporaryDirectory(prefix="hudna-soak-") as folder:
        peaks = []
        for factor in (1, SCALE):
            source = Path(folder) / f"{factor}.jsonl"
            write_articles(source, count=LENGTH * factor, chance=random.Random(1))
            run = measure([*HUDNA, "read", "--format", "jsonl", str(source)])
            if run.code:
                return f"hudna read ended with exit code {run.code}"
            peaks.append(run.peak_mib)
            took = f"{run.seconds:.1f} s, peak {run.peak_mib:.0f} MiB"
            print(f"soak: scale: {LENGTH * factor} documents, {took}", flush=True)
    grown = peaks[1] - peaks[0]
    return f"memory grew by {grown:.0f} MiB with the length of the input" if grown > SLACK_MIB else None


def kills(chance: random.Random, *, until: float) -> str | None:
    """What is wrong with a ledger whose writer was killed; `None`: nothing."""
    with tempfile.TemporaryDirectory(prefix="hudna-soak-") as folder:
        work = Path(folder)
        source = work / "articles.jsonl"
        write_articles(source, count=DOCUMENTS, chance=random.Random(2))
        whole, seconds = undisturbed(work, source)
        rounds = killed = 0
        while time.monotonic() < until:
            rounds += 1
            place = work / f"ledger-{rounds}"
            hudna("init", str(place))
            now: dict[str, int] = {}
            while len(now) < len(whole):  # an add of what is all there has nothing to be torn from
                killed += kill_once(place, source, after=chance.uniform(0.1, 0.4 * seconds))
                now = held(place)
                fault = torn(now, whole)
                if fault:
                    return f"round {rounds}: {fault}"
            hudna("add", "--workspace", str(place), str(source))
            if held(place) != whole:
                return f"round {rounds}: the finished ledger differs from an undisturbed one"
        print(f"soak: kills: {rounds} ledgers, {killed} writers killed")
    return None


def undisturbed(work: Path, source: Path) -> tuple[dict[str, int], float]:
    """What a ledger holds whose writer was left alone, and how long it took."""
    place = work / "undisturbed"
    hudna("init", str(place))
    began = time.monotonic()
    hudna("add", "--workspace", str(place), str(source))
    return held(place), time.monotonic() - began


def kill_once(place: Path, source: Path, *, after: float) -> int:
    """1 where the writer was killed, 0 where it had ended before."""
    command = [*HUDNA, "add", "--workspace", str(place), str(source)]
    writer = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        writer.wait(timeout=after)
    except subprocess.TimeoutExpired:
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        return 1
    return 0


def held(place: Path) -> dict[str, int]:
    """For each document of the ledger, how many statements it holds; both lists of the ledger must agree."""
    told = {row["id"]: row["statements"] for row in listed(place, "documents")}
    found = dict.fromkeys(told, 0)
    for row in listed(place, "statements"):
        name = row["document"]["id"]
        found[name] = found.get(name, 0) + 1
    if found != told:
        raise SystemExit("soak: the ledger lists other statements than its documents count")
    return told


def listed(place: Path, what: str) -> list[dict[str, Any]]:
    """The rows of a list command, all of them."""
    out = hudna(what, "--workspace", str(place), "--format", "json", "--limit", "1000000")
    items: list[dict[str, Any]] = json.loads(out)["items"]
    return items


def torn(now: dict[str, int], whole: dict[str, int]) -> str | None:
    """What is not whole in `now`; `None`: each document that is there holds all that it should."""
    for name, count in now.items():
        if whole.get(name) != count:
            return f"document {name} holds {count} statements, {whole.get(name)} when undisturbed"
    return None


def hudna(*arguments: str) -> str:
    """What the command prints; stops the soak with its message where it fails."""
    done = subprocess.run([*HUDNA, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"soak: hudna {arguments[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def fuzz(chance: random.Random, *, until: float) -> str | None:
    """Which hypothesis test failed with many examples; `None`: none did."""
    rounds = 0
    while rounds == 0 or time.monotonic() < until:
        rounds += 1
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "soak_profile", "-m", "hypothesis"]
        command += [f"--hypothesis-seed={chance.randrange(2**31)}", "--hypothesis-profile=soak"]
        path = [str(ROOT / "eval"), str(ROOT / "src")]
        settings = os.environ | {"PYTHONPATH": os.pathsep.join(path)}
        done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True, check=False)
        if done.returncode == 5:
            return "no hypothesis test was found"
        if done.returncode:
            print(done.stdout[-8000:], file=sys.stderr)
            return f"round {rounds}: a test failed (its report stands above)"
    print(f"soak: fuzz: {rounds} rounds")
    return None


if __name__ == "__main__":
    sys.exit(main())
