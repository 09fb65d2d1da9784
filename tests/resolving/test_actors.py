"""Speakers become actors of the theatre: by name, or by post and day."""

from __future__ import annotations

from datetime import date

import pytest

from hudna.model import Span, Statement, Unresolved
from hudna.model.findings import SpeakerKind
from hudna.packs.theatre import TheatrePack, load_theatre
from hudna.resolving.actors import actor_why, resolve_actor

JUNE = date(2017, 6, 23)


@pytest.fixture(scope="module")
def theatre() -> TheatrePack:
    """The shipped theatre."""
    return load_theatre("syria-2017")


def a_statement(
    speaker: str | None,
    *,
    post: str | None = None,
    side: str | None = None,
    sides: tuple[str, ...] = (),
    kind: SpeakerKind = "person",
) -> Statement:
    """A statement of which only the speaker matters."""
    return Statement(
        content=(Span(0, 1),),
        form="indirect",
        act="assert",
        speaker=speaker,
        post=post,
        affiliation=side,
        sides=sides,
        kind=kind,
    )


@pytest.mark.parametrize(
    ("speaker", "actor"),
    [
        # Ibrahim Kalin, in three spellings
        ("إبراهيم كالين", "ibrahim-kalin"),
        ("ابراهيم قالن", "ibrahim-kalin"),
        ("إبراهيم قالين", "ibrahim-kalin"),
        # Sergey Lavrov, with and without the Egyptian jim
        ("سيرغي لافروف", "sergey-lavrov"),
        ("سيرجي لافروف", "sergey-lavrov"),
    ],
)
def test_spellings_of_a_name_are_one_actor(theatre: TheatrePack, speaker: str, actor: str) -> None:
    """Transliterations and missing hamzas lead to the same person."""
    assert resolve_actor(a_statement(speaker), theatre, JUNE) == actor


def test_a_capital_speaks_for_its_state(theatre: TheatrePack) -> None:
    """The name of a capital as speaker is the state."""
    # musku -- "Moscow"
    assert resolve_actor(a_statement("موسكو", side="RUS", kind="state"), theatre, JUNE) == "russia"


def test_rank_before_a_name_does_not_hide_it(theatre: TheatrePack) -> None:
    """A person's name is found among titles."""
    # al-aqid ahmad birri -- "Colonel Ahmad Berri"
    assert resolve_actor(a_statement("العقيد أحمد بري"), theatre, JUNE) == "ahmad-berri"


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [
        # "the adviser of the Syrian president Bashar al-Assad"
        ("مستشار الرئيس السوري بشار الأسد", "person"),
        # "the forces of Bashar al-Assad"
        ("قوات بشار الأسد", "armed_group"),
    ],
)
def test_who_serves_somebody_is_not_he(theatre: TheatrePack, speaker: str, kind: SpeakerKind) -> None:
    """A name inside a title or a group's name belongs to another than the speaker."""
    assert resolve_actor(a_statement(speaker, side="SYR", kind=kind), theatre, JUNE) is None


def test_the_last_name_is_the_speakers(theatre: TheatrePack) -> None:
    """Behind the one served comes the name of the speaker."""
    # mustasharat ar-rais as-suri bashshar al-asad buthayna shaban -- "... the adviser Bouthaina Shaaban"
    speaker = "مستشارة الرئيس السوري بشار الأسد بثينة شعبان"

    assert resolve_actor(a_statement(speaker, side="SYR"), theatre, JUNE) == "bouthaina-shaaban"


def test_a_family_name_needs_its_side(theatre: TheatrePack) -> None:
    """A bare family name is somebody only where the side is told and fits."""
    # abd ar-rahmanuf
    name = "عبد الرحمانوف"

    assert resolve_actor(a_statement(name, side="KAZ"), theatre, JUNE) == "kairat-abdrakhmanov"
    assert resolve_actor(a_statement(name, side="RUS"), theatre, JUNE) is None
    assert resolve_actor(a_statement(name), theatre, JUNE) is None


@pytest.mark.parametrize(
    "post",
    [
        # "the Kazakh foreign minister", in three ways
        "وزير الخارجية الكازاخستاني",
        "وزير الخارجية الكازاخي",
        "وزير خارجية كازاخستان",
    ],
)
def test_a_post_and_the_day_tell_the_person(theatre: TheatrePack, post: str) -> None:
    """Where only the post is named, its holder on that day speaks."""
    statement = a_statement(post, post=post, side="KAZ")

    assert resolve_actor(statement, theatre, JUNE) == "kairat-abdrakhmanov"


def test_posts_change_hands(theatre: TheatrePack) -> None:
    """The same post is another person on another day."""
    # wazir al-kharijiyya al-amriki -- "the American foreign minister"
    statement = a_statement("وزير الخارجية الأمريكي", side="USA")

    assert resolve_actor(statement, theatre, date(2016, 12, 1)) == "john-kerry"
    assert resolve_actor(statement, theatre, JUNE) == "rex-tillerson"


def test_a_post_without_a_known_holder_is_unresolved(theatre: TheatrePack) -> None:
    """A day outside every term gives those who held the post at other times."""
    # wazir al-kharijiyya al-kazakhstani -- "the Kazakh foreign minister"
    statement = a_statement("وزير الخارجية الكازاخستاني", side="KAZ")

    answer = resolve_actor(statement, theatre, date(2014, 1, 1))

    assert isinstance(answer, Unresolved)
    assert answer.candidates == ("kairat-abdrakhmanov",)


def test_a_post_without_country_has_many_holders(theatre: TheatrePack) -> None:
    """ "The foreign minister" alone may be any of them."""
    # wazir al-kharijiyya -- "the foreign minister"
    answer = resolve_actor(a_statement("وزير الخارجية"), theatre, JUNE)

    assert isinstance(answer, Unresolved)
    assert {"sergey-lavrov", "kairat-abdrakhmanov"} <= set(answer.candidates)


def test_the_affiliation_stands_in_for_the_country(theatre: TheatrePack) -> None:
    """A post without its country is resolved where the text told the side elsewhere."""
    # al-mutahaddith bi-ism ar-riasa -- "the spokesman of the presidency"
    statement = a_statement("المتحدث باسم الرئاسة", side="TUR")

    assert resolve_actor(statement, theatre, JUNE) == "ibrahim-kalin"


def test_country_of_the_post_goes_before_the_place_in_it(theatre: TheatrePack) -> None:
    """Syria in "envoy to Syria" is part of the post, and tells no side."""
    # al-mabuth al-umami ila suriya -- "the UN envoy to Syria"
    statement = a_statement("المبعوث الأممي إلى سوريا", side="UN")

    assert resolve_actor(statement, theatre, JUNE) == "staffan-de-mistura"


def test_an_unknown_name_is_not_taken_for_the_holder(theatre: TheatrePack) -> None:
    """A named person whom the theatre doesn't know stays unknown, whatever post he is given."""
    # "Marat Sadykov", an invented name, as Kazakh foreign minister
    statement = a_statement("مارات صادقوف", post="وزير الخارجية الكازاخستاني", side="KAZ")

    assert resolve_actor(statement, theatre, JUNE) is None


def test_a_deputy_is_not_his_minister(theatre: TheatrePack) -> None:
    """A post that says more than ours does is another post."""
    # naib wazir al-kharijiyya al-amriki -- "the American deputy foreign minister"
    assert resolve_actor(a_statement("نائب وزير الخارجية الأمريكي", side="USA"), theatre, JUNE) is None


def test_joint_speakers_are_several_actors(theatre: TheatrePack) -> None:
    """Two who speak with one voice are unresolved, with both as candidates."""
    # musku wa-anqara -- "Moscow and Ankara"
    statement = a_statement("موسكو وأنقرة", side="RUS", sides=("RUS", "TUR"), kind="state")

    answer = resolve_actor(statement, theatre, JUNE)

    assert isinstance(answer, Unresolved)
    assert answer.candidates == ("russia", "turkey")


def test_unnamed_sources_are_nobody(theatre: TheatrePack) -> None:
    """An unnamed source is no actor, even with a state's adjective."""
    # masdar diblumasi rusi -- "a Russian diplomatic source"
    statement = a_statement("مصدر دبلوماسي روسي", side="RUS", kind="unnamed")

    assert resolve_actor(statement, theatre, JUNE) is None


def test_an_actor_told_by_name_cites_its_row(theatre: TheatrePack) -> None:
    """Who is told by name is told by the actor's row."""
    # sirghi lafruf -- "Sergey Lavrov"
    statement = a_statement("سيرغي لافروف", side="RUS")

    rule, row = actor_why(statement, "sergey-lavrov", theatre, JUNE)

    assert rule == "rule:name-in-theatre"
    assert row.startswith("pack:theatre/syria-2017/actors.csv#")


def test_an_actor_told_by_post_cites_the_post_of_the_day(theatre: TheatrePack) -> None:
    """Who is told by post is told by the row of the post as well."""
    # wazir al-kharijiyya ar-rusi -- "the Russian foreign minister"
    statement = a_statement("وزير الخارجية الروسي", post="وزير الخارجية الروسي", side="RUS")

    rule, _, held = actor_why(statement, "sergey-lavrov", theatre, JUNE)

    assert rule == "rule:holder-of-post-on-the-day"
    assert held.startswith("pack:theatre/syria-2017/posts.csv#")
