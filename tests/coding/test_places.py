"""Mentions of places: what is one, where it stands, and what only looks like one."""

from __future__ import annotations

import pytest

from hudna.coding.places import find_places
from hudna.coding.words.reading import Reading
from hudna.model import PlaceMention
from tests.words import lexicon


def read(text: str) -> tuple[PlaceMention, ...]:
    return find_places(Reading(text, lexicon()))


def words(text: str) -> list[str]:
    return [mention.span.of(text) for mention in read(text)]


FOUND = [
    # wasala al-wafd ila Dimashq -- attached and free prepositions stay outside
    (["دمشق"], "وصل الوفد إلى دمشق مساء"),
    (["حمص", "حماة"], "اجتمعت اللجنة بحمص وحماة"),
    (["ليبيا"], "سافر المبعوث لليبيا"),
    # place words stay outside the name
    (["إدلب"], "دخلت القافلة محافظة إدلب"),
    (["سراقب"], "جرح راع قرب بلدة سراقب"),
    (["خان شيخون"], 'عادت عائلات إلى بلدة "خان شيخون"'),
    # rif and its direction belong to it
    (["ريف حلب الغربي"], "هدأ القصف في ريف حلب الغربي"),
    (["ريف درعا"], "أقيم حاجز بريف درعا"),
    (["ريفي حماة الشمالي", "حلب الجنوبي"], "هطل الثلج بريفي حماة الشمالي وحلب الجنوبي"),
    # az-Zanbaqiya -- a name of no list, where the words behind it tell where it lies
    (["الزنبقية", "بغداد"], "اندلع حريق في الزنبقية بجنوب بغداد"),
    (["خربة زنبق", "سراقب"], "عثر راع على كنز في خربة زنبق شمالي سراقب"),
    # facilities and features take their word in
    (["مطار دمشق الدولي"], "أقلعت طائرة من مطار دمشق الدولي"),
    (["جبل الزاوية"], "سقطت قذائف على جبل الزاوية"),
    (["الشمال السوري"], "تحسن الطقس في الشمال السوري"),
    # countries under both names, joined
    (["روسيا", "تركيا", "إيران"], "اتفقت روسيا وتركيا وإيران"),
    (["الولايات المتحدة"], "رحبت الولايات المتحدة بالهدنة"),
]


@pytest.mark.parametrize(("expected", "text"), FOUND)
def test_names_are_found_without_what_hangs_on_them(expected: list[str], text: str) -> None:
    """The span holds the name, not conjunctions, prepositions and words such as town."""
    assert words(text) == expected


NOT_PLACES = [
    # sahifat ar-Riyad, Qanat al-Qahira -- outlets
    "نقلت صحيفة الرياض النبأ",
    # Quwwat Souria ad-Dimoqratiya, Saraya al-Quds -- armed groups
    "أعلنت قوات سوريا الديمقراطية الخبر",
    "أصدرت سرايا القدس بيانا",
    # hayy sakani, al-amilin fi -- a quarter for housing, the workers near a town
    "اشترى التاجر بيتا في حي سكني",
    # the workers with something at their side
    "تبرع بالمال عدد من العاملين في الميناء",
    # nationality
    "قصفت طائرات روسية موقعا",
    "قالت القوات السعودية إنها انسحبت",
    # masqat ra'sih -- his birthplace
    "عاد إلى مسقط رأسه بعد عام",
    # al-bab -- the door; soor -- pictures; doma(n) -- always
    "طرق الباب ثم انصرف",
    "نشر الناشطون صور الدمار",
    "كان حاضرا دوماً",
    # Barack, Fatima: no preposition is taken off
    "حضر باراك أوباما",
    "تحدثت فاطمة عن الأطفال",
]


@pytest.mark.parametrize("text", NOT_PLACES)
def test_what_only_looks_like_a_place_is_left(text: str) -> None:
    """Names of bodies, adjectives, common words and persons are no places."""
    assert words(text) == []


def test_common_word_is_a_place_behind_a_place_word() -> None:
    """A weak name counts where the words around it say that it is a place."""
    # madinat al-Bab
    assert words("انفجرت عبوة في مدينة الباب") == ["الباب"]


def test_list_behind_a_place_word_goes_on() -> None:
    """A plural place word opens a list; what it says holds for every name of it."""
    # qura Kansafra wa-Sufuhon wal-Fatira
    text = "سقطت قذائف على قرى كنصفرة وسفوهن والفطيرة"

    assert words(text) == ["كنصفرة", "سفوهن", "الفطيرة"]
    assert {mention.kind for mention in read(text)} == {"village"}


def test_unlisted_name_behind_a_place_word_is_a_mention_without_candidates() -> None:
    """A village that no list has is told as a place, and left open."""
    # qaryat Zarnouqin (invented)
    (mention,) = read("جرح طفل في قرية زرنوقين أمس")

    assert mention.candidates == ()
    assert mention.kind == "village"


def test_populated_village_is_no_name() -> None:
    """An adjective behind an indefinite place word is not taken for an unlisted name."""
    # qarya ma'houla
    assert words("قصفت المدفعية قرية مأهولة") == []


def test_capital_that_acts_stands_for_its_government() -> None:
    """Who denies or negotiates is a government; where one arrives is a town."""
    # nafat Astana, bayna Mousko wa-Washintun, wasala ila Astana
    assert [m.metonym for m in read("نفت أستانا وجود محادثات")] == [True]
    assert [m.metonym for m in read("تفاهم بين موسكو وواشنطن")] == [True, True]
    assert [m.metonym for m in read("وصل الوزير إلى أستانا")] == [False]


def test_every_mention_says_which_rule_and_row_made_it() -> None:
    """`why` names the rule and the pack row, as every finding does."""
    (mention,) = read("هدأ القصف في ريف حلب الغربي")

    rule, *rows = mention.why["name"]
    assert rule == "rule:countryside"
    assert all(row.startswith("pack:") for row in rows)


def test_marks_and_tatweel_do_not_hide_a_name() -> None:
    """The span covers the letters as printed, with what folding took off."""
    # Ghazza, as-Sqaylabiya with a tatweel
    assert words("معبر رفح جنوب قطاع غزّة") == ["معبر رفح", "قطاع غزّة"]
    assert words("في مدينة السـقيلبية") == ["السـقيلبية"]


UNLISTED = [
    ("اشتبك الطرفان في منطقة الضباب غربي تعز", ["الضباب", "تعز"]),
    ("سقطت قذائف بمديرية المطمة بمحافظة الجوف", ["المطمة", "الجوف"]),
    ("انفجرت عبوة في منطقة خان بني سعد", ["خان بني سعد"]),
    ("توقف القتال في منطقة النزاع", []),
    ("عاد السكان إلى مناطق سكنهم في حلب", ["حلب"]),
    ("زار الوزير مديرية التربية", []),
    # of two regions the first, and a valley with a short name
    ("سيطر الجيش على منطقتي الوهيط وصبر بمحافظة لحج", ["الوهيط", "صبر", "لحج"]),
    ("عبر الرعاة وادي خبش قرب صنعاء", ["وادي خبش", "صنعاء"]),
    ("زار الوفد مناطق الإنتاج", []),
]


@pytest.mark.parametrize(("text", "names"), UNLISTED)
def test_unlisted_names_stand_behind_words_for_places(text: str, names: list[str]) -> None:
    """A name of no list is one behind `region`; behind `district` where what follows tells in which place it lies."""
    assert words(text) == names
