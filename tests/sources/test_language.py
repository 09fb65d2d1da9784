"""Which language a text is in."""

from __future__ import annotations

import sys

import pytest

from hudna.sources.language import find_language, language_code

# qala al-mutahaddith inna-l-hudna bada'at fi-s-sahl
ARABIC = "قال المتحدث إن الهدنة بدأت في السهل يوم الأحد"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ARABIC, "ar"),
        # A name in Latin letters and a stray Farsi letter do not make it another language.
        (ARABIC + " (Valley Radio)", "ar"),
        # Arabic typed with Farsi yeh throughout.
        (ARABIC.replace("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER FARSI YEH}"), "ar"),
        ("The spokesman said on Sunday that the truce in the valley had begun.", "en"),
        ("Представитель совета заявил в воскресенье, что перемирие началось.", "ru"),
        ("123 -- 456", "und"),
        ("", "und"),
    ],
)
def test_language_is_found(text: str, code: str) -> None:
    """Arabic by its letters, others by the model, and none where there are no letters."""
    assert find_language(text) == code


def test_persian_in_arabic_script_is_not_arabic() -> None:
    """Letters that Arabic does not have tell Persian apart."""
    # sukhangu-ye shura guft ki atash-bas az diruz dar dasht aghaz shuda ast
    persian = "سخنگوی شورا گفت که آتش بس از دیروز در دشت آغاز شده است و آنها پذیرفته اند"  # variant: intended

    assert find_language(persian) == "fa"


def test_plain_arabic_loads_no_model() -> None:
    """The common case is settled by letters alone, so that a start stays quick."""
    before = "py3langid" in sys.modules

    find_language(ARABIC)

    assert ("py3langid" in sys.modules) == before


@pytest.mark.parametrize("times", [1, 5, 50])
def test_length_does_not_change_the_language(times: int) -> None:
    """A long text, of which the beginning is enough, is in the language of a short one."""
    # sukhangu-ye shura guft ki atash-bas az diruz aghaz shuda ast
    persian = "سخنگوی شورا گفت که آتش بس از دیروز آغاز شده است"  # variant: intended

    assert find_language(" ".join([ARABIC] * times)) == "ar"
    assert find_language(" ".join([persian] * times)) == "fa"
    assert find_language(" ".join(["The spokesman said that the truce had begun."] * times)) == "en"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        *(("AR", "ar"), ("ara", "ar"), ("ar-SY", "ar"), ("arz", "ar"), ("en_GB", "en")),
        *(("und", None), ("zz", None), ("", None)),
    ],
)
def test_given_tags_fold_to_two_letters(given: str, code: str | None) -> None:
    """Tags of other programs are read; those that say nothing are none."""
    assert language_code(given) == code
