"""The contract `hudna.document/1`: rendering, the wire, and the JSON Schema that ships."""

from __future__ import annotations

import json
from datetime import date
from importlib import resources

import jsonschema
import msgspec
import pytest

from hudna import record
from hudna.model import (
    Article,
    Claim,
    Count,
    Dossier,
    Event,
    Findings,
    Place,
    PlaceMention,
    Problem,
    Resolved,
    Span,
    Statement,
    Time,
    Toll,
    Unresolved,
    Where,
    findings,
)

# nafa al-mutahaddith bi-ism majlis ash-shamal qasf baldat an-nab' ams
TEXT = "نفى المتحدث باسم مجلس الشمال قصف بلدة النبع أمس"
SPEAKER, CONTENT, SHELLING, TOWN, DAY = Span(4, 28), Span(29, 47), Span(29, 32), Span(38, 43), Span(44, 47)


def a_dossier(**article: object) -> Dossier:
    """A dossier in which every kind of finding occurs, with each optional part filled."""
    given: dict[str, object] = {"text": TEXT, "lang": "ar", "published": date(2025, 2, 3)} | article
    why = {"act": ("rule:denial-cue", "pack:lang/ar/cues.csv#3")}
    return Dossier(
        article=Article(**given),  # type: ignore[arg-type]  # the fields of Article, by name
        findings=Findings(
            statements=(
                Statement(
                    content=(CONTENT,),
                    form="indirect",
                    act="deny",
                    speaker="المتحدث باسم مجلس الشمال",
                    kind="person",
                    source=SPEAKER,
                    cue=Span(0, 3),
                    in_reply_to=SHELLING,
                    via=("وكالة السهل",),
                    why=why,
                ),
                Statement(content=(CONTENT,), form="indirect", act="assert", speaker=None, kind="unnamed"),
            ),
            events=(
                Event(
                    type="shelling",
                    trigger=SHELLING,
                    place=TOWN,
                    start=date(2025, 2, 2),
                    end=date(2025, 2, 2),
                    toll=Toll(text=SHELLING, killed=(2, None), groups={"children": 1}),
                    told_by=(0,),
                ),
                Event(type="clash", trigger=SHELLING, place=TOWN),
            ),
            places=(PlaceMention(span=TOWN, candidates=("nab",)),),
            times=(Time(span=DAY, start=date(2025, 2, 2), end=date(2025, 2, 2), basis="relative"),),
            claims=(Claim(relation="controls", span=CONTENT, subject=SPEAKER, object=TOWN),),
            counts=(
                Count(
                    span=CONTENT,
                    by="مجلس الشمال",
                    what="violation",
                    total=3,
                    parts=(("Nab", 3),),
                    of=(date(2025, 2, 2), date(2025, 2, 2)),
                    adds_up=True,
                ),
            ),
            outlet="صحيفة السهل",
            via=("وكالة النهر",),
        ),
        resolved=Resolved(
            actors=("northern-council", Unresolved(reason="two people", candidates=("a", "b"))),
            places=(
                Place(
                    span=TOWN,
                    country="SYR",
                    name="Nab",
                    kind="town",
                    lat=35,
                    lon=36.5,
                    id="nab",
                    metonym=False,
                ),
            ),
            wheres=(
                Where(place="nab", lat=35, lon=36.5, precision="town"),
                Unresolved(reason="several places have this name"),
            ),
        ),
        coder="0.1.0",
        packs=(("lang/ar", "2026.11.1 sha256:ab"),),
    )


def shipped_schema() -> dict[str, object]:
    """The JSON Schema as the package ships it."""
    text = resources.files("hudna").joinpath("schema/document-1.json").read_text(encoding="utf-8")
    loaded: dict[str, object] = json.loads(text)
    return loaded


def test_shipped_schema_is_the_generated_one() -> None:
    """Whoever changes a struct must ship the schema again (or raise its number)."""
    assert shipped_schema() == record.schema()


def test_rendered_record_is_valid_under_the_shipped_schema() -> None:
    """A record with every kind of finding passes the published schema."""
    line = record.encode(record.render(a_dossier()))

    jsonschema.Draft202012Validator(shipped_schema()).validate(json.loads(line))


def test_schema_refuses_an_unknown_field() -> None:
    """The schema is closed: a field that it does not name is an error."""
    document = json.loads(record.encode(record.render(a_dossier())))
    document["statements"][0]["mood"] = "angry"

    assert not jsonschema.Draft202012Validator(shipped_schema()).is_valid(document)


def test_record_round_trips() -> None:
    """What was encoded is decoded to an equal record, and encodes to the same bytes."""
    rendered = record.render(a_dossier())

    line = record.encode(rendered)

    assert record.decode(line) == rendered
    assert record.encode(record.decode(line)) == line


def test_encoded_record_is_one_line_of_plain_utf8() -> None:
    """Arabic stands as itself, and no line end occurs, so that a line is a document."""
    line = record.encode(record.render(a_dossier(text=TEXT + "\nسطر")))

    assert b"\n" not in line
    assert "نفى" in line.decode()


def test_pack_order_does_not_show() -> None:
    """Packs are written in one order however they were loaded."""
    one = record.CoderRecord(version="1", packs={"a": "1", "b": "2"})
    other = record.CoderRecord(version="1", packs={"b": "2", "a": "1"})
    rendered = record.render(a_dossier())
    assert record.encode(msgspec.structs.replace(rendered, coder=one)) == record.encode(
        msgspec.structs.replace(rendered, coder=other)
    )


def test_decode_refuses_an_unknown_field() -> None:
    """A record with a field that the contract does not know is no record."""
    document = json.loads(record.encode(record.render(a_dossier()))) | {"mood": "angry"}

    with pytest.raises(msgspec.ValidationError, match="mood"):
        record.decode(json.dumps(document))


def test_decode_refuses_another_schema_version() -> None:
    """A record of another version of the contract is not read as if it were of this one."""
    document = json.loads(record.encode(record.render(a_dossier()))) | {"schema": "hudna.document/2"}

    with pytest.raises(msgspec.ValidationError):
        record.decode(json.dumps(document))


def test_given_id_is_echoed_else_the_content_id_stands() -> None:
    """The id is the one the source gave; without one it is the document's own."""
    named, unnamed = a_dossier(given_id="row 7"), a_dossier()

    assert record.render(named).id == "row 7"
    assert record.render(unnamed).id == unnamed.article.id


@pytest.mark.parametrize(("given", "shown"), [(None, "صحيفة السهل"), ("نشرة", "نشرة")])
def test_sign_off_fills_an_outlet_that_was_not_given(given: str | None, shown: str) -> None:
    """The outlet is the given one, else the one that the text signs off with."""
    assert record.render(a_dossier(outlet=given)).outlet == shown


def test_agency_of_the_text_stands_outermost_in_via() -> None:
    """A statement's own relays come first, then those of the whole text."""
    statements = record.render(a_dossier()).statements

    assert statements[0].via == ["وكالة السهل", "وكالة النهر"]
    assert statements[1].via == ["وكالة النهر"]


def test_unresolved_actors_and_places_are_null() -> None:
    """A speaker who may be two people has no actor, an event that can't be placed no `where`."""
    rendered = record.render(a_dossier())

    assert [s.actor for s in rendered.statements] == ["northern-council", None]
    assert rendered.events[1].where is None


def test_problem_told_twice_stands_once() -> None:
    """What the coder and the resolver tell in the same words is one row."""
    dossier = a_dossier()
    told = Problem(code=findings.UNKNOWN_PLACE, reason="no such town", span=TOWN)
    resolved = Resolved(problems=(told, told))

    twice = Dossier(article=dossier.article, findings=dossier.findings, resolved=resolved, coder="1")

    assert [p.reason for p in record.render(twice).problems] == ["no such town"]


def test_notices_about_the_bytes_come_first_in_problems() -> None:
    """What was odd about the input leads the list of problems."""
    notice = Problem(code="HUD110", reason="read as Windows-1256")

    rendered = record.render(a_dossier(notices=(notice,)))

    assert rendered.problems[0] == record.ProblemRecord(code="HUD110", span=None, reason="read as Windows-1256")


def test_findings_without_resolution_render() -> None:
    """A dossier that nothing was resolved for has null actors and places, and no problem."""
    dossier = a_dossier()

    bare = Dossier(article=dossier.article, findings=dossier.findings, resolved=Resolved(), coder="1")

    rendered = record.render(bare)
    assert [s.actor for s in rendered.statements] == [None, None]
    assert [e.where for e in rendered.events] == [None, None]
    assert rendered.problems == []
