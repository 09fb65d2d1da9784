"""What the model of acts looks at in a statement."""

from __future__ import annotations

from hudna.coding.actsigns import FAMILIES, collect, family_of, future_mark, is_own, number_of, sign_of
from hudna.coding.reading import Reading
from hudna.packs.signs import load_signs
from tests.coding.conftest import Read

SIGNS = load_signs("ar")


def keys(r: Reading, *, own: set[str] | None = None) -> set[int]:
    """The keys of the whole text as a content without a cue."""
    return collect(r, SIGNS, (0, len(r)), cue=None, default="assert", own=own or set(), told=-1, sure=False)


def families(found: set[int]) -> set[str]:
    """The names of the families that the keys belong to."""
    return {FAMILIES[family_of(key)] for key in found}


def signs(found: set[int]) -> set[str]:
    """The signs that are met and not negated."""
    return {SIGNS.names[sign_of(key)] for key in found if FAMILIES[family_of(key)] == "sign" and sign_of(key) >= 0}


def test_sign_of_a_word_and_of_a_phrase(read: Read) -> None:
    """A word and a phrase of the pack are met with their signs, clitics or none."""
    # wa-nutalibu bi-waqf fawri -- "and we demand an immediate halt"
    assert "ask" in signs(keys(read("ونطالب بوقف فوري")))
    # la sihha li-ma qila -- "there is no truth in what was said"
    assert "false" in signs(keys(read("لا صحة لما قيل")))


def test_negated_sign_is_another(read: Read) -> None:
    """Behind a negation a sign is noted as a negated one."""
    # lan nuhajima -- "we shall not attack"
    found = keys(read("لن نهاجم أحدا"))
    assert "wrong" not in signs(found)
    assert any(FAMILIES[family_of(key)] == "sign" and sign_of(key) < 0 for key in found)


def test_still_negates_nothing(read: Read) -> None:
    """`La yazal` is `still`: what stands behind it is not negated."""
    # la yazalu yuhajimu -- "he still attacks"
    assert "wrong" in signs(keys(read("لا يزال يهاجم القرى")))


def test_coming_deed_is_noted_with_its_person(read: Read) -> None:
    """A future of the first person and one of another are different keys."""
    # sa-nursilu / sa-yursilu -- "we shall send / he will send"
    ours, theirs = keys(read("سنرسل القوافل غدا")), keys(read("سيرسل القوافل غدا"))
    family = FAMILIES.index("coming deed")
    assert {key for key in ours if family_of(key) == family} != {key for key in theirs if family_of(key) == family}


def test_future_mark_wants_an_imperfect(read: Read) -> None:
    """The future mark is told by the letter of the person behind it; other words with the letter have none."""
    # sanursilu silahan -- "we shall send arms"
    r = read("سنرسل سلاحا")
    assert future_mark(r, 0) == "\N{ARABIC LETTER NOON}"
    assert future_mark(r, 1) == ""


def test_own_side_by_nationality_and_by_his(read: Read) -> None:
    """The speaker's own country, `his country` and another's are told apart."""
    # turkiya biladuhu rusiya
    r = read("تركيا بلاده روسيا")
    assert [is_own(r, i, {"TUR"}) for i in range(3)] == [True, True, False]


def test_same_words_same_keys_whoever_stands_before(read: Read) -> None:
    """Keys depend on the content alone, not on where in a text it stands."""
    # al-qura hadi'a
    alone = keys(read("القرى هادئة"))
    r = read("قال المحافظ: القرى هادئة")
    assert collect(r, SIGNS, (3, len(r)), cue=None, default="assert", own=set(), told=-1, sure=False) == alone


def test_keys_of_a_long_content_are_bounded(read: Read) -> None:
    """Past its first words a content adds no keys."""
    # al-qura hadi'a
    text = "القرى هادئة " * 30
    assert keys(read(text + "سنرسل")) == keys(read(text))


def test_numbers_of_families_do_not_run_into_each_other() -> None:
    """A key gives back its family and its number."""
    for place in range(len(FAMILIES)):
        key = place << 34 | 0xFFFFFFFF
        assert (family_of(key), number_of(key)) == (place, 0xFFFFFFFF)
