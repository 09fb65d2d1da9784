"""A text read once: sentences, quotations, title, phrases, time expressions."""

from __future__ import annotations

import pytest

from hudna.coding.words.reading import Reading
from hudna.model import Span
from hudna.packs.lexicon import Kind
from tests.coding.conftest import Read


def quoted(r: Reading) -> list[str]:
    """The words of each quotation."""
    return [r.words_of(quote.first, quote.stop) for quote in r.quotations]


def test_sentences_end_at_full_stops_and_lines(read: Read) -> None:
    """A full stop before a space, a question mark and a line end cut sentences."""
    # sentences of one word
    r = read("وصلت القافلة. هل وصلت؟ نعم\nانتهى الخبر")
    firsts = [r.forms[i] for i in r.bounds]
    assert firsts == ["وصلت", "هل", "نعم", "انتهي"]


def test_full_stop_without_space_ends_nothing(read: Read) -> None:
    """A full stop within a number or an address does not cut."""
    assert len(read("بلغت النسبة 3.5 في المئة على موقع sahl.example").bounds) == 1


def test_full_stop_within_a_short_name_ends_nothing(read: Read) -> None:
    """A name in quotation marks may hold a full stop."""
    # li-qanat "s. news"
    r = read('قال المحافظ لقناة "س. نيوز" إن القرى هادئة.')
    assert len(r.bounds) == 1


def test_sentence_bounds_of_a_token(read: Read) -> None:
    """First and stop of a sentence enclose each of its tokens."""
    r = read("وصلت القافلة. ثم عادت.")
    assert (r.sentence_first(1), r.sentence_stop(1)) == (0, 3)
    assert (r.sentence_first(4), r.sentence_stop(4)) == (3, 6)


def test_quotations_of_all_marks(read: Read) -> None:
    """Guillemets, curly and straight marks pair."""
    r = read('قال "نعم" و«لا» و“ربما” أخيرا.')
    assert quoted(r) == ["نعم", "لا", "ربما"]
    assert all(quote.closed for quote in r.quotations)


def test_open_quotation_ends_with_its_paragraph(read: Read) -> None:
    """A quotation left open reaches to the end of the line."""
    r = read('قال "لن نعود\nوصلت القافلة')
    assert quoted(r) == ["لن نعود"]
    assert not r.quotations[0].closed


def test_quotation_within_belongs_to_the_outer_one(read: Read) -> None:
    """A quotation in other marks within one is not cut out."""
    r = read("قال «سمعنا “الهدنة قائمة” مرات كثيرة» ثم مضى.")
    assert quoted(r)[0].startswith("سمعنا")


def test_stray_mark_makes_no_quotation(read: Read) -> None:
    """A mark that another opening one follows never closed."""
    r = read('قرية 12" شمالا قال "لن نعود" ثم مضى.')
    assert quoted(r)[-1] == "لن نعود"


def test_quotation_of_a_token(read: Read) -> None:
    """A token knows its quotation, and the mark before it opens it."""
    r = read('قال "لن نعود" ثم')
    opening = r.forms.index('"')
    quote = r.quotation_from(opening)
    assert quote is not None
    assert len(quote) == 2
    assert r.quotation_round(opening + 1) is quote
    assert r.quotation_from(opening + 1) is None
    assert r.quotation_round(0) is None


def test_title_is_the_line_before_a_blank_one(read: Read) -> None:
    """The first line is a title where a blank line follows."""
    assert read("عنوان قصير\n\nمتن الخبر").title_stop == 3
    assert read("سطر أول\nسطر ثان").title_stop == 0


def test_phrase_comes_before_its_word(read: Read) -> None:
    """The longest phrase that begins at a token matches first."""
    # al-umam al-muttahida
    r = read("الأمم المتحدة")
    found = r.match(0, Kind.BODY)
    assert found is not None
    assert found[0] == 2


def test_ali_is_a_name(read: Read) -> None:
    """A final yeh where the particle has alef maksura is a name."""
    assert read("قال علي الحداد").small_word(1) is None
    assert read("وصل على عجل").small_word(1) is not None


def test_time_expressions_are_marked(read: Read) -> None:
    """The tokens of a time expression are known once the times are told."""
    r = read("قال المحافظ يوم الأحد إن القرى هادئة")
    assert {2, 3} <= r.dated
    assert 1 not in r.dated


def test_places_that_are_not_kept_are_words(read: Read) -> None:
    """A place name that the place coder dropped has the flag no longer."""
    r = read("وصل إلى حلب")
    assert r.flags[2] & Kind.PLACE
    r.keep_places([])
    assert not r.flags[2] & Kind.PLACE


def test_span_and_bare_span(read: Read) -> None:
    """The bare span leaves out what is written onto the word, but not the article."""
    r = read("وللوزير كلمة")
    assert r.span(0, 1) == Span(0, 7)
    assert r.bare_span(0, 1).of(r.text) == "لوزير"


def test_token_at_an_offset(read: Read) -> None:
    """An offset leads to its token; one in a space to the token before."""
    r = read("قال نعم")
    assert [r.token_at(i) for i in (0, 2, 3, 4, 6)] == [0, 0, 0, 1, 1]


@pytest.mark.parametrize(
    ("printed", "forms"),
    [
        # murasil al-mayadin -- "the correspondent of al-Mayadeen"
        ("مراسلالميادين", ["مراسل", "الميادين"]),
        # lil-mayadin anna -- "to al-Mayadeen that", with a vowel mark
        ("للميادينأنّ", ["للميادين", "ان"]),
        # aw al-jama'at -- "or the groups"
        ("أوالجماعات", ["او", "الجماعات"]),
        # al-manarat -- "the lighthouses": no outlet
        ("المنارات", ["المنارات"]),
    ],
)
def test_words_printed_without_a_space_are_cut(read: Read, printed: str, forms: list[str]) -> None:
    """Round an outlet's name and before a known word with the article, and nowhere else."""
    assert read(printed).forms == forms


def test_a_phrase_is_found_through_quotation_marks(read: Read) -> None:
    """The rest of a body's name may stand in quotation marks behind its first word."""
    # harakat "fath" tanfi -- "the movement 'Fatah' denies"
    r = read('حركة "فتح" تنفي')
    assert r.match(0, Kind.BODY) is not None
    assert r.phrases[0][0][0] == 4
