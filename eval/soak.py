"""Long runs that a test suite has no time for: kills, fuzz, length and scale, for `SOAK_MINUTES` (75).

- **Kills**: `hudna add` is killed (SIGKILL) at random moments again and again, then let finish. The ledger
  must hold whole documents only at each moment, and in the end what an undisturbed run holds.
- **Scale**: a JSONL eight times as long must not take more memory.
- **Length**: one text of each kind of `hostile.py` up to 10 MB must take time in step with its length
  (`SOAK_SIZES=1,2,5,10`); a table tells the seconds. It takes the time that it needs, after the rest.
- **Fuzz**: the hypothesis tests with very many examples.
- **Coverage**: atheris drives the reader into what it has not run yet, for four fifths of the time. What it found
  worth keeping stays in `.fuzz/corpus` for the next run, inputs that broke the reader in `.fuzz/crashes`.

`SOAK_PARTS=length,coverage` runs these alone. The seed of the run is printed; `SOAK_SEED` repeats it.
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
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fuzz import seeds, words, write_dictionary, write_seeds
from process import HUDNA, measure

ROOT = Path(__file__).resolve().parent.parent
FUZZ = ROOT / ".fuzz"
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
    minutes = float(os.environ.get("SOAK_MINUTES", "75"))
    seed = int(os.environ.get("SOAK_SEED", str(int(time.time()))))
    print(f"soak: {minutes:g} minutes, SOAK_SEED={seed}")
    chance = random.Random(seed)
    began = time.monotonic()
    kills_end, fuzz_end, end = (began + minutes * 60 * part for part in (0.1, 0.2, 1.0))
    parts: dict[str, Callable[[], str | None]] = {
        "kills": lambda: kills(chance, until=at_least(kills_end)),
        "fuzz": lambda: fuzz(chance, until=at_least(fuzz_end)),
        "coverage": lambda: coverage(seed, until=at_least(end)),
        "scale": scale,
        "length": length,
    }
    wanted = os.environ.get("SOAK_PARTS", ",".join(parts)).split(",")
    strange = [name for name in wanted if name not in parts]
    if strange:
        print(f'soak: there is no part "{strange[0]}"; there are {", ".join(parts)}', file=sys.stderr)
        return 2
    failed = False
    for name in wanted:
        fault = parts[name]()
        print(f"soak: {name}: {'FAILED: ' + fault if fault else 'nothing wrong'}", flush=True)
        failed = failed or fault is not None
    return 1 if failed else 0


def at_least(end: float) -> float:
    """The end of a part that has twenty seconds from now at least."""
    return max(end, time.monotonic() + 20.0)


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


def length() -> str | None:
    """Which kinds of text take more than their length; `None`: none does."""
    sizes = os.environ.get("SOAK_SIZES", "1,2,5,10")
    done = subprocess.run([sys.executable, str(ROOT / "eval" / "linear.py"), "--sizes", sizes], check=False)
    return "time grows faster than the text (the table stands above)" if done.returncode else None


def coverage(seed: int, *, until: float) -> str | None:
    """What atheris broke the reader with; `None`: nothing, or it is not installed, which is told."""
    if find_spec("atheris") is None:
        print("soak: coverage: atheris is not installed (it has no wheel for every Python): pip install atheris")
        return None
    corpus, crashes = FUZZ / "corpus", FUZZ / "crashes"
    write_seeds(corpus, seeds())
    crashes.mkdir(exist_ok=True)
    write_dictionary(FUZZ / "words.dict", words())
    known = set(crashes.iterdir())
    options = [f"-max_total_time={max(1, round(until - time.monotonic()))}", f"-seed={seed % 2**31}", "-max_len=4000"]
    options += ["-timeout=60", "-rss_limit_mb=4096", f"-dict={FUZZ / 'words.dict'}", f"-artifact_prefix={crashes}/"]
    command = [sys.executable, str(ROOT / "eval" / "fuzz.py"), *options, str(corpus)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    print(f"soak: coverage: {(done.stderr.strip().splitlines() or ['no word from atheris'])[-1]}")
    if done.returncode == 0:
        return None
    print((done.stdout + done.stderr)[-4000:], file=sys.stderr)
    kept = ", ".join(str(path.relative_to(ROOT)) for path in sorted(set(crashes.iterdir()) - known))
    return f"exit code {done.returncode}; python eval/fuzz.py {kept or '(no input was kept)'}"


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
