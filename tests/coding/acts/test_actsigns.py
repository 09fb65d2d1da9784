"""What the model of acts looks at in a statement."""

from __future__ import annotations

from hudna.coding.acts.actsigns import KINDS, collect, future_mark, is_own, keys_of, kind_of, sign_in, stem_in
from hudna.coding.words.reading import Reading
from hudna.packs.signs import load_signs
from tests.coding.conftest import Read

SIGNS = load_signs("ar")


def notes(r: Reading, *, own: set[str] | None = None) -> set[int]:
    """What is noted of the whole text as a content without a cue."""
    return collect(r, SIGNS, (0, len(r)), cue=None, default="assert", own=own or set(), told=-1, sure=False)


def signs(found: set[int]) -> set[str]:
    """The signs that are met and not negated."""
    return {SIGNS.names[sign_in(note)] for note in found if sign_in(note) >= 0}


def test_sign_of_a_word_and_of_a_phrase(read: Read) -> None:
    """A word and a phrase of the pack are met with their signs, clitics or none."""
    # wa-nutalibu bi-waqf fawri -- "and we demand an immediate halt"
    assert "ask" in signs(notes(read("ونطالب بوقف فوري")))
    # la sihha li-ma qila -- "there is no truth in what was said"
    assert "false" in signs(notes(read("لا صحة لما قيل")))


def test_negated_sign_is_another(read: Read) -> None:
    """Behind a negation a sign is noted as a negated one."""
    # lan nuhajima -- "we shall not attack"
    found = notes(read("لن نهاجم أحدا"))
    assert "wrong" not in signs(found)
    assert any(kind_of(note) == "sign" and sign_in(note) < 0 for note in found)


def test_still_negates_nothing(read: Read) -> None:
    """`La yazal` is `still`: what stands behind it is not negated."""
    # la yazalu yuhajimu -- "he still attacks"
    assert "wrong" in signs(notes(read("لا يزال يهاجم القرى")))


def test_coming_deed_is_noted_with_its_person(read: Read) -> None:
    """A future of the first person and one of another are noted apart."""
    # sa-nursilu / sa-yursilu -- "we shall send / he will send"
    ours, theirs = notes(read("سنرسل القوافل غدا")), notes(read("سيرسل القوافل غدا"))
    coming = [{note for note in found if kind_of(note) == "coming deed"} for found in (ours, theirs)]
    assert all(coming)
    assert coming[0] != coming[1]


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


def test_same_words_same_notes_whoever_stands_before(read: Read) -> None:
    """Notes depend on the content alone, not on where in a text it stands."""
    # al-qura hadi'a
    alone = notes(read("القرى هادئة"))
    r = read("قال المحافظ: القرى هادئة")
    assert collect(r, SIGNS, (3, len(r)), cue=None, default="assert", own=set(), told=-1, sure=False) == alone


def test_notes_of_a_long_content_are_bounded(read: Read) -> None:
    """Past its first words a content adds no notes."""
    # al-qura hadi'a
    text = "القرى هادئة " * 30
    assert notes(read(text + "سنرسل")) == notes(read(text))


def test_word_stands_for_more_keys_the_earlier_it_comes(read: Read) -> None:
    """The first word is a key as a word, by its root, as an early one and as the first; a late one by word and root."""
    # al-qura hadi'a fi al-jibal kulliha -- "the villages are quiet in all the mountains"
    r = read("القرى هادئة في الجبال كلها")
    by_stem = {stem_in(note): len(keys_of(note)) for note in notes(r) if stem_in(note) >= 0}
    counts = [by_stem[SIGNS.word(form).stem] for form in r.forms]
    assert counts == [4, 3, 3, 2, 2]


def test_each_note_has_keys_of_its_own(read: Read) -> None:
    """Two notes of a content never stand for the same keys, and each kind of note occurs."""
    # a text with a future, a negation among the first words, signs, sides and a question
    text = "لن نقبل بشروط تركيا، وسنرسل القوافل ونطالب بوقف القصف فورا فهل يصمت العالم؟"
    r = read(text)
    found = collect(r, SIGNS, (0, len(r)), cue=None, default="assert", own={"SYR"}, told=3, sure=True)
    keys = [tuple(keys_of(note)) for note in found]
    assert len(set(keys)) == len(found)
    kinds = {kind_of(note) for note in found}
    assert set(KINDS) - kinds == {"key"}
