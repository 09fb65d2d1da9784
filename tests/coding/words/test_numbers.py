from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.coding.words.numbers import digits_value, read_number
from hudna.coding.words.reading import Reading
from hudna.packs.language import load_language
from hudna.packs.lexicon import Lexicon


@cache
def lexicon() -> Lexicon:
    return load_language("ar").lexicon


def number(text: str) -> tuple[int, int, int] | None:
    return read_number(Reading(text, lexicon()), 0)


@pytest.mark.parametrize(
    ("stop", "value", "text"),
    [
        # khamsa wa-'ishrun
        (2, 25, "خمسة وعشرون"),
        # the conjunction written apart
        (3, 25, "خمسة و عشرون"),
        # ahada 'ashara
        (2, 11, "أحد عشر جنديا"),
        # ithna 'ashara
        (2, 12, "اثنا عشر"),
        # alf wa-mi'ata
        (2, 1200, "ألف ومئتا رجل"),
        # the two spellings of a hundred
        (3, 345, "ثلاثمائة وخمسة وأربعين"),
        (3, 306, "ثلاث مئة وستة"),
        # mi'a wa-khamsa wa-'ishrina alfan
        (4, 125_000, "مئة وخمسة وعشرين ألفا"),
        # alfan muqatil: the dual alone
        (1, 2000, "ألفا مقاتل"),
        # khamsat alaf wa-arba'mi'a wa-thalatha wa-'ishrin
        (5, 5423, "خمسة آلاف وأربعمئة وثلاثة وعشرين"),
        # thalathat malayin wa-mi'atay alf
        (4, 3_200_000, "ثلاثة ملايين ومئتي ألف"),
    ],
)
def test_words_make_one_number(stop: int, value: int, text: str) -> None:
    """A compound is read to its end, in both genders and cases."""
    assert number(text) == (stop, value, value)


@pytest.mark.parametrize(
    ("stop", "value", "text"),
    [
        (1, 1400, "1,400"),
        (1, 12, "١٢"),
        (2, 3000, "3 آلاف"),
        (2, 1_500_000, "1.5 مليون"),
    ],
)
def test_digits_may_carry_a_scale(stop: int, value: int, text: str) -> None:
    """Digits of either script are read, with thousands marks and with the scale that follows."""
    assert number(text) == (stop, value, value)


@pytest.mark.parametrize(
    ("stop", "low", "high", "text"),
    [
        # 'asharat
        (1, 20, 99, "عشرات القتلى"),
        # mi'at
        (1, 200, 999, "مئات العائلات"),
        # alaf
        (1, 2000, 9999, "آلاف المدنيين"),
        # 'asharat al-alaf
        (2, 20_000, 99_999, "عشرات الآلاف من النازحين"),
        # bid'at 'ashar
        (2, 11, 19, "بضعة عشر رجلا"),
    ],
)
def test_vague_number_has_two_ends(stop: int, low: int, high: int, text: str) -> None:
    """Dozens, hundreds and thousands are ranges by convention."""
    assert number(text) == (stop, low, high)


@pytest.mark.parametrize(
    "text",
    [
        # ahad al-qada: one of the leaders
        "أحد القادة",
        # madina
        "مدينة",
        "14.12.2016",
        "0.5",
    ],
)
def test_what_is_no_number(text: str) -> None:
    """A pronoun, a date and a fraction are no whole number."""
    assert number(text) is None


def test_coordinated_numbers_stay_apart() -> None:
    """ "Eight and six" are two numbers: only a greater one takes on a lesser."""
    # thamaniya wa-sitta
    assert number("ثمانية وستة") == (1, 8, 8)


def test_thousands_mark_is_no_decimal_point() -> None:
    """Groups of three after one to three digits are thousands; other fractions are none."""
    assert digits_value("1,400,000") == 1_400_000
    assert digits_value("0.125") is None
    assert digits_value("1.5") is None


_UNITS = ("واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة")
_TENS = ("عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_HUNDREDS = ("مئة", "مئتان", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة", "ثمانمئة", "تسعمئة")
_TEN_TO_TWELVE = ("عشرة", "أحد عشر", "اثنا عشر")
_AND = " و"
_TEN = "عشر"
_THOUSAND = "ألفا"


def spell(n: int) -> str:
    """`n` in words: below 1,000, or with 11 to 99 thousands, which take the accusative singular."""
    if n >= 1000:
        rest = [spell(n % 1000)] if n % 1000 else []
        return _AND.join([f"{spell(n // 1000)} {_THOUSAND}", *rest])
    parts = [_HUNDREDS[n // 100 - 1]] if n >= 100 else []
    below = n % 100
    if 10 <= below <= 12:
        parts.append(_TEN_TO_TWELVE[below - 10])
    elif 13 <= below <= 19:
        parts.append(f"{_UNITS[below - 11]} {_TEN}")
    elif below:
        parts += [_UNITS[below % 10 - 1]] if below % 10 else []
        parts += [_TENS[below // 10 - 2]] if below >= 20 else []
    return _AND.join(parts)


@given(st.one_of(st.integers(1, 999), st.integers(11_000, 99_999)))
def test_every_spelt_number_is_read_back(n: int) -> None:
    """What is spelt by the rules of grammar comes back as the same number."""
    text = spell(n)
    assert number(text) == (len(Reading(text, lexicon())), n, n)


@pytest.mark.parametrize(("text", "value"), [("نصف مليون", 500_000), ("مليون ونصف", 1_500_000), ("نصف ألف", 500)])
def test_half_is_of_the_scale_beside_it(text: str, value: int) -> None:
    """Half a million, and a million and a half."""
    assert read_number(Reading(text, lexicon()), 1 if text.startswith("نصف") else 0) == (2, value, value)
