"""Slips: letters that look right and are not."""

from __future__ import annotations

import pytest

from hudna.text.slips import MEANT, find_slips


@pytest.mark.parametrize("letter", sorted(MEANT))
def test_foreign_letter_is_a_slip_and_its_arabic_twin_is_none(letter: str) -> None:
    """Each foreign letter is told with its code point; the Arabic one beside it is left alone."""
    (slip,) = find_slips(f"ab{letter}")

    assert slip.column == 3
    assert slip.code_point.startswith(f"U+{ord(letter):04X} ")
    assert not list(find_slips(MEANT[letter]))


@pytest.mark.parametrize("mark", ["\u200f", "\u200e", "\u061c", "\u202b", "\u2067", "\u200b", "\u200d", "\ufeff"])
def test_invisible_mark_is_a_slip(mark: str) -> None:
    """Direction marks and zero-width characters are found wherever they stand."""
    (slip,) = find_slips(f"{mark}x")

    assert "escape" in slip.advice
    assert f"{ord(mark):04x}" in slip.advice


def test_presentation_form_names_the_usual_letters() -> None:
    """A lam-alef in presentation form is to be written as its two letters."""
    (slip,) = find_slips("\N{ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM}")

    assert "U+0644 U+0627" in slip.advice


def test_decomposed_hamza_is_a_slip() -> None:
    """Alef with a combining hamza is not NFC, and the message tells where."""
    (slip,) = find_slips("x \N{ARABIC LETTER ALEF}\N{ARABIC HAMZA ABOVE}")

    assert slip.column == 3
    assert "NFC" in slip.advice


def test_line_that_wants_the_variant_has_no_slips() -> None:
    """A line that says so may hold what would be a slip elsewhere."""
    assert not list(find_slips("\N{ARABIC LETTER FARSI YEH}  # variant: intended"))


def test_plain_arabic_has_no_slips() -> None:
    """Usual letters, Arabic-Indic digits, vowel signs in order and quotation marks pass."""
    # aksad al-majlis -- "the council affirmed", with shadda and fatha
    text = "أكَّدَ المجلسُ «الهدنة» لمدة ١٢ يوماً"

    assert not list(find_slips(text))
