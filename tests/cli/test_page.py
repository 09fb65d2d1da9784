"""The page: the text in pieces, and what each means."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct, structs

from hudna.cli import labels
from hudna.cli.page import Mark, page, pieces_of
from hudna.model import findings as f
from hudna.record import (
    ClaimRecord,
    CoderRecord,
    CountRecord,
    DocumentRecord,
    EventRecord,
    PlaceRecord,
    ProblemRecord,
    StatementRecord,
    TimeRecord,
)

# qal: "<b>hudna</b> fi Nab' ams"
TEXT = 'بيان\n\nقال النهري: "<b>هدنة</b> & سلام في النبع أمس"'


def span(words: str) -> tuple[int, int]:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return (start, start + len(words))


def a_record(**changes: object) -> DocumentRecord:
    """A document whose findings overlap: a place and a time inside what is said."""
    fields: dict[str, object] = {
        "schema": "hudna.document/1",
        "id": 'id "1" <x>',
        "lang": "ar",
        "outlet": "نشرة",
        "url": None,
        "published": date(2025, 2, 3),
        "text": TEXT,
        "coder": CoderRecord(version="1", packs={"lang/ar": "1"}),
        "statements": [
            StatementRecord(
                source=span("النهري"),
                speaker="النهري",
                post=None,
                affiliation=None,
                sides=[],
                kind="person",
                cue=span("قال"),
                content=[span("<b>هدنة</b> & سلام في النبع أمس")],
                form="direct",
                act="assert",
                addressee=None,
                said_on=None,
                actor=None,
                in_reply_to=None,
                via=[],
                why={"act": ("rule:x",)},
            )
        ],
        "events": [
            EventRecord(
                type="ceasefire",
                trigger=span("هدنة"),
                actors=[],
                targets=[],
                place=span("النبع"),
                start=None,
                end=None,
                killed=None,
                injured=None,
                toll=None,
                status="planned",
                told_by=[0],
                agenda=[],
                where=None,
                why={},
            )
        ],
        "places": [
            PlaceRecord(
                span=span("النبع"),
                country=None,
                name="Nab",
                kind="town",
                lat=1.0,
                lon=2.0,
                id="nab",
                metonym=False,
                why={},
            )
        ],
        "times": [TimeRecord(span=span("أمس"), start=date(2025, 2, 2), end=None, basis="relative", why={})],
        "claims": [],
        "counts": [],
        "problems": [ProblemRecord(code="HUD213", span=None, reason="<i>")],
    }
    return DocumentRecord(**(fields | changes))  # type: ignore[arg-type]  # fields by name


def shown(*records: DocumentRecord, why: bool = False) -> str:
    """The page of these documents."""
    return "".join(page(records, why=why))


def article(html: str) -> str:
    """What stands between the tags of the text."""
    found = re.search(r"<article[^>]*>(.*?)</article>", html, re.DOTALL)
    assert found is not None
    return found[1]


@given(
    st.integers(min_value=0, max_value=30),
    st.lists(st.tuples(st.integers(-2, 32), st.integers(-2, 32)), max_size=12),
)
def test_pieces_cover_the_text_once_and_carry_their_marks(length: int, spans: list[tuple[int, int]]) -> None:
    """The pieces follow one another from end to end, and each lies wholly in or out of every mark."""
    marks = [Mark(span=span, item=str(n), role="place") for n, span in enumerate(spans)]

    pieces = pieces_of(length, marks)

    assert [at for piece in pieces for at in range(piece.start, piece.end)] == list(range(length))
    good = [mark for mark in marks if 0 <= mark.span[0] < mark.span[1] <= length]
    for piece in pieces:
        inside = [m for m in good if m.span[0] <= piece.start and piece.end <= m.span[1]]
        assert sorted(m.item for m in piece.marks) == sorted(m.item for m in inside)


def test_text_stands_on_the_page_as_it_is() -> None:
    """Without its tags the page holds the text, character for character."""
    assert unescape(re.sub("<[^>]*>", "", article(shown(a_record())))) == TEXT


def test_what_a_source_writes_is_never_markup() -> None:
    """Tags in a text, an id or a reason are shown, not obeyed."""
    html = shown(a_record(text=TEXT.replace("سلام", "<script>alert(1)</script>")))

    assert "<b>هدنة" not in html
    assert "<script>alert" not in html
    assert "<i>" not in html
    assert "<x>" not in html


def test_title_and_text_stand_together() -> None:
    """The blank line between title and text is outside of both, so that it leaves no gap on the page."""
    html = article(shown(a_record()))

    assert '<h2>بيان</h2><span class="gap">\n\n</span>' in html
    assert "<h2>" not in article(shown(a_record(text="بيان\nثان", statements=[], events=[], places=[], times=[])))


def name_of(*records: DocumentRecord) -> str:
    """What a browser calls the page."""
    found = re.search("<title>(.*)</title>", shown(*records))
    assert found is not None
    return unescape(found[1])


def test_page_is_called_as_its_text() -> None:
    """Several pages can be told apart; a long first line is cut between words, and markup in it is not obeyed."""
    assert name_of(a_record()) == "بيان · Hudna"
    assert name_of(a_record(), a_record(text="آخر")) == "بيان + · Hudna"
    assert name_of(a_record(text="<b>أول</b> {name}")) == "<b>أول</b> {name} · Hudna"
    assert name_of(a_record(text="كلمة " * 30)) == "كلمة " * 15 + "كلمة … · Hudna"
    assert name_of(a_record(text="", statements=[], events=[], places=[], times=[])) == "Hudna"


class _Ids(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.wanted: set[str] = set()
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"aria-describedby", "data-m"} and value:
                self.wanted |= set(value.split())
            if name in {"href", "src"} and value:
                self.links.append(value)


def test_every_highlight_is_explained_on_the_page() -> None:
    """Each id that a piece of text refers to is there once, also with two documents on one page."""
    parser = _Ids()
    parser.feed(shown(a_record(), a_record()))

    assert len(parser.ids) == len(set(parser.ids))
    assert parser.wanted
    assert parser.wanted <= set(parser.ids)


def test_page_needs_no_network() -> None:
    """All links stay on the page, and nothing is loaded from elsewhere."""
    html = shown(a_record())
    parser = _Ids()
    parser.feed(html)

    assert parser.links
    assert all(link.startswith("#") for link in parser.links)
    assert "http" not in html
    assert "@import" not in html
    assert "url(" not in html


def test_overlapping_findings_share_a_piece() -> None:
    """A place within a statement belongs to both, the nearer one first."""
    piece = re.search(r"<mark[^>]*>النبع</mark>", shown(a_record()))

    assert piece is not None
    assert 'data-m="d1-p0 d1-s0"' in piece[0]
    assert "place" in piece[0]
    assert "content" in piece[0]


def test_place_stands_in_the_list_once() -> None:
    """Each mention is marked, one item explains them all and counts them; standing for a government is another."""
    town = a_record().places[0]
    there = span("النهري")
    again = structs.replace(town, span=there)
    state = structs.replace(town, span=there, metonym=True)

    together, apart = shown(a_record(places=[town, again])), shown(a_record(places=[town, state]))

    assert together.count('class="item c-place"') == 1
    assert len(re.findall(r'data-m="[^"]*d1-p0', together)) == 2
    assert f"{labels.WORDS['mentions'][0]}</span>" in together
    assert apart.count('class="item c-place"') == 2


def test_every_finding_can_be_reached_by_keyboard() -> None:
    """The first piece of each finding takes the focus and names what describes it."""
    found = re.findall(r'tabindex="0" aria-describedby="([^"]*)"', shown(a_record()))

    assert {key for keys in found for key in keys.split()} == {"d1-s0", "d1-e0", "d1-p0", "d1-t0"}


def test_arabic_runs_from_right_to_left() -> None:
    """The text says its language and direction; other languages find theirs."""
    assert '<article class="text" lang="ar" dir="rtl">' in shown(a_record())
    assert '<article class="text" lang="en" dir="auto">' in shown(a_record(lang="en"))


def test_reasons_are_shown_when_asked_for() -> None:
    """Rules and pack rows stand on the page only with --why."""
    assert "rule:x" in shown(a_record(), why=True)
    assert "rule:x" not in shown(a_record())


def test_reasons_name_their_field_in_both_languages() -> None:
    """The field that a reason stands for has its name in the language of the page; a reason is told once."""
    told = a_record().statements[0]
    html = shown(a_record(statements=[structs.replace(told, why={"content": ["rule:x", "rule:x"]})]), why=True)

    assert '<span class="l-en">content</span><span class="l-ar" lang="ar">المضمون</span>' in html
    assert html.count("rule:x") == 1


def test_lists_have_the_comma_of_the_language() -> None:
    """Sides and speakers in between are parted by a Latin comma in English, and by an Arabic one in Arabic."""
    told = a_record().statements[0]
    html = shown(a_record(statements=[structs.replace(told, sides=["KAZ", "KGZ"], via=["وكالة", "صحيفة"])]))

    comma = '<span class="l-en">, </span><span class="l-ar" lang="ar">، </span>'
    assert f"<bdi>KAZ</bdi>{comma}<bdi>KGZ</bdi>" in html
    assert f"<bdi>وكالة</bdi>{comma}<bdi>صحيفة</bdi>" in html


def test_page_opens_in_the_language_of_its_reader() -> None:
    """The script asks the browser for its language, and the page is English where there is no script."""
    html = shown(a_record())

    assert 'data-ui="en"' in html
    assert "navigator.language" in html


def test_document_without_findings_says_so() -> None:
    """An empty list is not left to be wondered at."""
    html = shown(a_record(statements=[], events=[], places=[], times=[], problems=[]))

    assert labels.WORDS["nothing"][0] in html
    assert labels.WORDS["nothing"][1] in html


def test_no_documents_make_no_page() -> None:
    """Nothing is printed where nothing could be read."""
    assert shown() == ""


@pytest.mark.parametrize(
    ("names", "codes"),
    [
        (labels.ACTS, get_args(f.Act)),
        (labels.TEMPERS, get_args(f.Act)),
        (labels.TYPES, get_args(f.EventType)),
        (labels.STATUSES, get_args(f.Status)),
        (labels.FORMS, get_args(f.Form)),
        (labels.KINDS, get_args(f.SpeakerKind)),
        (labels.PLACE_KINDS, get_args(f.PlaceKind)),
        (labels.BASES, get_args(f.Basis)),
        (labels.RELATIONS, get_args(f.ClaimRelation)),
    ],
)
def test_every_code_of_the_record_has_a_name(names: dict[str, object], codes: tuple[str, ...]) -> None:
    """No code is shown bare because its label was forgotten, and no label names a code that is gone."""
    assert sorted(names) == sorted(codes)


@pytest.mark.parametrize(
    "kind",
    [StatementRecord, EventRecord, PlaceRecord, TimeRecord, ClaimRecord, CountRecord],
    ids=lambda kind: kind.__name__,
)
def test_every_field_of_the_record_has_a_name(kind: type[Struct]) -> None:
    """A reason can stand for any field, so each has a name in both languages."""
    fields = {info.name for info in structs.fields(kind)} - {"why"}

    assert fields <= set(labels.FIELDS)
