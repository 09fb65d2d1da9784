"""The Arabic words for who speaks: names of bodies, posts, nationalities, outlets."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

import pytest

from hudna.coding.words.reading import Reading
from hudna.packs.files import packs_root, read_csv
from hudna.packs.inflect import forms
from hudna.packs.language import add_table
from hudna.packs.lexicon import Kind, Lexicon
from hudna.packs.tables import Table, speech
from hudna.text import fold_word

FILES = (
    "nationalities.csv",
    "bodies.csv",
    "posts.csv",
    "honorifics.csv",
    "sources.csv",
    "media.csv",
    "verbs.csv",
)
_CODES = """
    UN EU AL GCC NATO CSTO OIC ICRC NGO SYR_OPP SYR_REBEL HTS IS SDF HEZB HOUTHI YEM_STC LNA LBY_GNA
    HAMAS PIJ PLO RSF TALIBAN PKK COALITION_SYR COALITION_YEM OTHER
"""
# ISO 3166-1 alpha-3, and XKX, the code that is used for Kosovo.
_STATES = """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR
    BHR BHS BIH BLM BLR BLZ BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG
    COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH
    FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC GRD GRL GTM GUF GUM GUY
    HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM
    KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL
    MKD MLI MLT MMR MNE MNG MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR
    NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU
    SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN SWE SWZ SXM SYC SYR TCA
    TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB
    VIR VNM VUT WLF WSM XKX YEM ZAF ZMB ZWE
"""
CODES = frozenset(_CODES.split())
STATES = frozenset(_STATES.split())


def table_of(file: str) -> Table:
    return next(table for table in speech.TABLES if table.file == file)


@cache
def rows_of(file: str) -> tuple[Any, ...]:
    path = packs_root() / "lang" / "ar" / file
    return tuple(row for _, row in read_csv(path, table_of(file).row))


def spellings(row: Any) -> list[str]:
    return [spelling.strip() for spelling in row.word.split("|")]


@cache
def lexicon() -> Lexicon:
    """Our lists alone."""
    out = Lexicon()
    for file in FILES:
        add_table(out, table_of(file), packs_root() / "lang" / "ar" / file)
    return out


def matched(text: str, kind: int) -> Any:
    """The row of the kind that the text begins with, and how many words it takes."""
    found = Reading(text, lexicon()).match(0, kind)
    assert found is not None, text
    stop, entry = found
    return stop, entry.row


@pytest.mark.parametrize("file", FILES)
def test_no_word_is_listed_twice_in_a_file(file: str) -> None:
    """No two spellings of a file fold to the same word; none is empty."""
    words = Counter(fold_word(spelling) for row in rows_of(file) for spelling in spellings(row))

    assert "" not in words
    assert [word for word, times in words.items() if times > 1] == []


def test_every_affiliation_has_a_named_body() -> None:
    """Each code of the guide but MEDIA, whose names are in media.csv, has a name that tells it."""
    named = {row.side for row in rows_of("bodies.csv") if row.named == "yes"}

    assert CODES - named == set()
    assert any(row.named == "yes" for row in rows_of("media.csv"))


@pytest.mark.parametrize("file", ["bodies.csv", "nationalities.csv"])
def test_every_side_is_a_known_code(file: str) -> None:
    """A side is a state of ISO 3166 or a code of the guide."""
    assert {row.side for row in rows_of(file) if row.side} - CODES - STATES == set()


def test_names_tell_a_side_and_first_words_do_not() -> None:
    """A named body has a side; a head noun has none."""
    for row in rows_of("bodies.csv"):
        assert (row.named == "yes") == (row.side is not None), row


def test_no_name_tells_two_sides() -> None:
    """A spelling stands under one side only, inflected forms of nationalities included."""
    for file in ("bodies.csv", "nationalities.csv"):
        sides: dict[str, set[str | None]] = {}
        for row in rows_of(file):
            for spelling in spellings(row):
                for form in forms(spelling, getattr(row, "inflect", "fixed")):
                    sides.setdefault(form, set()).add(row.side)
        assert {form: found for form, found in sides.items() if len(found) > 1} == {}


def test_plural_posts_are_unnamed() -> None:
    """A word for several persons names none of them; a word for one is a person or a reporter."""
    for row in rows_of("posts.csv"):
        assert (row.kind == "unnamed") == (row.plural == "yes"), row


def test_a_head_noun_is_found_with_and_without_the_article() -> None:
    """No name with the article hides the head noun under it."""
    for file in ("bodies.csv", "posts.csv"):
        for row in rows_of(file):
            for spelling in spellings(row):
                form = fold_word(spelling)
                if " " in form or form.startswith("ال"):
                    continue
                for printed in (form, "ال" + form):
                    readings = {entry.lemma for entry in lexicon().word(printed).entries}
                    assert row.word in readings, printed


@pytest.mark.parametrize(
    ("text", "words", "side"),
    [
        # "the United Nations said", "to the Free Army", "and Hezbollah"
        ("الأمم المتحدة قالت", 2, "UN"),
        ("للجيش الحر", 2, "SYR_REBEL"),
        ("وحزب الله", 2, "HEZB"),
        # "the Security Council", "the Kurdistan Workers' Party", "the State organisation"
        ("مجلس الأمن الدولي", 3, "UN"),
        ("حزب العمال الكردستاني", 3, "PKK"),
        ("تنظيم الدولة", 2, "IS"),
        # "the White House", "the coalition", "the Houthis" with a preposition
        ("البيت الأبيض", 2, "USA"),
        ("التحالف الدولي", 2, "COALITION_SYR"),
        ("للحوثيين", 1, "HOUTHI"),
    ],
)
def test_a_name_is_found_in_print(text: str, words: int, side: str) -> None:
    """Names are found whole, behind article, conjunction and preposition too."""
    stop, row = matched(text, Kind.BODY)

    assert (stop, row.side, row.named) == (words, side, "yes")


def test_a_national_security_council_is_not_the_united_nations() -> None:
    """The longer head phrase wins over the name that it begins with."""
    stop, row = matched("مجلس الأمن القومي", Kind.BODY)

    assert (stop, row.side, row.kind) == (3, None, "state")


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("الكازاخستانية", "KAZ"),
        ("الأميركيون", "USA"),
        ("سوريين", "SYR"),
        ("الكورية الشمالية", "PRK"),
        ("جنوب أفريقية", "ZAF"),
        ("أممي", "UN"),
    ],
)
def test_a_nationality_is_found_in_its_forms(text: str, side: str) -> None:
    """Gender, number and article of the adjective don't matter."""
    assert matched(text, Kind.NISBA)[1].side == side


@pytest.mark.parametrize("word", ["أفاد", "أمام", "بأن", "وإلى", "من", "قال", "لكن", "إعادة"])
def test_frequent_words_are_no_speakers(word: str) -> None:
    """Words that look like a listed one once folded stay free: "stated", "before", "and to", "again"."""
    assert lexicon().word(fold_word(word)).flags == 0
