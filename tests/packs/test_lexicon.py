"""What a printed form may be: clitics, the article, pronouns, phrases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.packs.lexicon import Entry, Kind, Lexicon, kind_names
from hudna.text import pieces

_RUNS = ("سلم", "ةى", "a", "10", "3.5", "٤", ".", "،", ":", "؟", "»", "«", '"', "“", "(", ")", "-", "…", "ـ")
_UNSEEN = ("\u064b", "\u0651", "\u0670", "\u200f", "\u0301", "\ufeff")


@pytest.fixture
def lexicon() -> Lexicon:
    """A few words of several kinds."""
    words = Lexicon()
    for kind, *forms in (
        (Kind.POST, "وزير", "محافظ"),
        (Kind.BODY, "مجلس", "لجنه"),
        (Kind.CUE_VERB, "قال", "يقول", "تقول"),
        (Kind.PLACE, "الرقه", "وادي"),
        (Kind.FUNCTION, "في", "ولي"),
        (Kind.MEDIA, "وكاله"),
        (Kind.SOURCE, "شاهد عيان"),
        (Kind.AUDIENCE, "صحفيين"),
    ):
        words.add(forms, Entry(kind, forms[0], None, f"test:{forms[0]}"))
    return words


def test_same_form_gives_the_same_word(lexicon: Lexicon) -> None:
    """A form is analysed once."""
    assert lexicon.word("وزير") is lexicon.word("وزير")


@pytest.mark.parametrize(
    ("conjunction", "preposition", "article", "stem", "form"),
    [
        ("", "", False, "وزير", "وزير"),
        ("", "", True, "وزير", "الوزير"),
        ("و", "", True, "وزير", "والوزير"),
        ("", "ل", False, "وزير", "لوزير"),
        # li-l-wazir: the alef of the article is not written
        ("", "ل", True, "وزير", "للوزير"),
        ("و", "ل", True, "صحفيين", "وللصحفيين"),
        ("", "ب", True, "مجلس", "بالمجلس"),
        ("ف", "", False, "قال", "فقال"),
    ],
)
def test_clitics_are_taken_off(
    conjunction: str, preposition: str, article: bool, stem: str, form: str, lexicon: Lexicon
) -> None:
    """Conjunction, preposition and article are told apart from the stem."""
    word = lexicon.word(form)
    assert (word.conjunction, word.preposition, word.article, word.stem) == (conjunction, preposition, article, stem)


@pytest.mark.parametrize(
    ("before", "cut", "form"), [(0, 0, "وزير"), (0, 2, "الوزير"), (1, 2, "للوزير"), (2, 4, "وبالوزير")]
)
def test_letters_before_the_stem_are_counted(before: int, cut: int, form: str, lexicon: Lexicon) -> None:
    """`before` counts the proclitics, `cut` the article too, as they are printed."""
    word = lexicon.word(form)
    assert (word.before, word.cut) == (before, cut)


def test_exact_entry_comes_before_a_split(lexicon: Lexicon) -> None:
    """A word that is listed whole is not cut: `wakala` is no `and` with another word."""
    word = lexicon.word("وكاله")
    assert word.conjunction == ""
    assert word.flags == Kind.MEDIA


def test_verb_takes_no_article(lexicon: Lexicon) -> None:
    """`al-qala` is no verb of speech."""
    assert not lexicon.word("القال").flags & Kind.CUE_VERB


def test_future_mark_stands_before_verbs_alone(lexicon: Lexicon) -> None:
    """`sa-yaqulu` is the verb in the future."""
    word = lexicon.word("سيقول")
    assert word.future
    assert word.flags == Kind.CUE_VERB


@pytest.mark.parametrize(
    ("pronoun", "stem", "form"),
    [
        ("ه", "وزير", "وزيره"),
        ("ها", "مجلس", "مجلسها"),
        # lajnatuhum: the teh marbuta opens before a pronoun
        ("هم", "لجنت", "لجنتهم"),
    ],
)
def test_pronoun_is_taken_off(pronoun: str, stem: str, form: str, lexicon: Lexicon) -> None:
    """A pronoun at the end is told where nothing else is known."""
    word = lexicon.word(form)
    assert (word.pronoun, word.stem) == (pronoun, stem)
    assert word.flags


def test_place_takes_no_pronoun(lexicon: Lexicon) -> None:
    """`wadiha` is not a listed place name with a pronoun."""
    assert not lexicon.word("واديها").flags & Kind.PLACE


def test_name_with_its_article_does_not_hide_the_bare_word(lexicon: Lexicon) -> None:
    """A name listed with the article keeps it."""
    word = lexicon.word("الرقه")
    assert word.flags == Kind.PLACE
    assert not word.article
    assert lexicon.word("بالرقه").preposition == "ب"


def test_phrase_hangs_on_its_first_word(lexicon: Lexicon) -> None:
    """The first word says which words must follow."""
    word = lexicon.word("شاهد")
    assert word.entries == ()
    assert word.tails is not None
    assert [rest for rest, _ in word.tails["عيان"]] == [("عيان",)]
    assert word.flags == Kind.SOURCE


@given(st.lists(st.sampled_from((*_RUNS, *_UNSEEN)), min_size=1, max_size=9).map("".join))
def test_words_of_a_run_stand_where_its_tokens_do(chunk: str) -> None:
    """Marks taken off a word first, so that the word within is known again, leave every token in its place."""
    assert [(word.form, start, end) for word, start, end, _ in Lexicon().parts(chunk)] == pieces(chunk)


def test_words_within_marks_are_known_by_themselves(lexicon: Lexicon) -> None:
    """A word in quotation marks is the same word as without them."""
    found = lexicon.parts("«الوزير»،")

    assert [start for _, start, _, _ in found] == [0, 1, 7, 8]
    assert found[1][0] is lexicon.word("الوزير")
    assert lexicon.whole["الوزير"] is found[1][0]


def test_digits_are_numbers(lexicon: Lexicon) -> None:
    """A form of digits is a number without an entry."""
    word = lexicon.word("2017")
    assert word.flags == Kind.NUMBER
    assert word.find(Kind.NUMBER) is None


def test_unknown_form_is_nothing(lexicon: Lexicon) -> None:
    """A form of no list has no flags and is its own stem."""
    word = lexicon.word("زغلول")
    assert (word.flags, word.stem, word.cut) == (0, "زغلول", 0)


def test_kind_names_are_readable() -> None:
    """Flags are shown by name."""
    assert kind_names(Kind.POST | Kind.BODY) == "POST|BODY"
    assert kind_names(0) == "0"
