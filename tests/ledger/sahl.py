"""Dossiers about the invented valley of Sahl, for tests of the ledger and the views."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

from hudna.model import (
    Article,
    Dossier,
    Event,
    Findings,
    Place,
    PlaceMention,
    Resolved,
    Span,
    Statement,
    Where,
)

NOON = datetime(2025, 2, 10, 12, tzinfo=UTC)

# nafa al-mutahaddith bi-ism majlis ash-shamal salim al-'amiri yawm al-ahad qasf baldat an-nab'
DENIAL = "نفى المتحدث باسم مجلس الشمال سالم العامري يوم الأحد قصف بلدة النبع"
# al-majlis yanfi al-qasf
DENIAL_TITLE = "المجلس ينفي القصف"
# qalat idarat al-janub inna qasfan midfa'iyyan istahdafa baldat an-nab' ams wa-awqa'a thalathat qatla
SHELLING = "قالت إدارة الجنوب إن قصفا مدفعيا استهدف بلدة النبع أمس وأوقع ثلاثة قتلى"
# wa-nazahat asharat al-usar ila madinat al-jisr
FLIGHT = "ونزحت عشرات الأسر إلى مدينة الجسر"
# yajtami' al-wafdan fi madinat al-jisr ghadan
MEETING = "يجتمع الوفدان في مدينة الجسر غدا"
# wa-akkada al-lajnah anna al-liqa' sa-yu'qad
OLD_NEWS = "وأكدت لجنة الهدنة أن لقاء سابقا عقد في الجسر"

# salim al-'amiri
SALIM = "سالم العامري"
# al-mutahaddith bi-ism majlis ash-shamal
SPOKESMAN = "المتحدث باسم مجلس الشمال"
# idarat al-janub
SOUTH = "إدارة الجنوب"
# lajnat al-hudnah
COMMITTEE = "لجنة الهدنة"
# an-nab'
SPRING = "النبع"
# al-jisr
BRIDGE = "الجسر"


def spot(text: str, words: str) -> Span:
    """Where the words stand first."""
    start = text.index(words)
    return Span(start, start + len(words))


def place(text: str, words: str, *, id: str, name: str) -> Place:
    """A town of the valley, mentioned in the text."""
    where = spot(text, words)
    return Place(span=where, country=None, name=name, kind="town", lat=33.5, lon=44.25, id=id, metonym=False)


def dossier(
    text: str,
    *,
    statements: tuple[Statement, ...] = (),
    events: tuple[Event, ...] = (),
    places: tuple[Place, ...] = (),
    actors: tuple[str | None, ...] = (),
    coder: str = "1.0",
    packs: tuple[tuple[str, str], ...] = (("lang/ar", "2025.1"),),
    **article: Any,
) -> Dossier:
    """A dossier; events whose place is among the places are placed there."""
    given: dict[str, Any] = {"lang": "ar", "outlet": "sahl-press", "published": date(2025, 2, 3)} | article
    return Dossier(
        article=Article(text=text, **given),
        findings=Findings(
            statements=statements,
            events=events,
            places=tuple(PlaceMention(span=p.span, candidates=(p.id,)) for p in places),
        ),
        resolved=Resolved(
            actors=actors,
            places=places,
            wheres=tuple(next((_where(p) for p in places if p.span == e.place), None) for e in events),
        ),
        coder=coder,
        packs=packs,
    )


def _where(place: Place) -> Where:
    return Where(place=place.id, lat=place.lat, lon=place.lon, precision="town")


def denial(**changed: Any) -> Dossier:
    """The northern council's spokesman denies, on Sunday 2 February, that the town was shelled."""
    text = f"{DENIAL_TITLE}\n\n{DENIAL}."
    content = spot(text, DENIAL[DENIAL.index("قصف") :])
    statement = Statement(
        content=(content,),
        form="indirect",
        act=changed.pop("act", "deny"),
        speaker=changed.pop("speaker", SALIM),
        kind="person",
        source=spot(text, f"{SPOKESMAN} {SALIM}"),
        cue=spot(text, "نفى"),
        post=SPOKESMAN,
        said_on=date(2025, 2, 2),
    )
    event = Event(
        type="shelling",
        trigger=Span(content.start, content.start + 3),
        place=spot(text, SPRING),
        start=date(2025, 2, 1),
        end=date(2025, 2, 1),
        status="denied",
        told_by=(0,),
    )
    return dossier(
        text,
        statements=(statement,),
        events=(event,),
        places=(place(text, SPRING, id="an-nab", name="Spring Town"),),
        actors=("salim-al-amiri",),
        **changed,
    )


def shelling(**changed: Any) -> Dossier:
    """The southern administration tells of shelling with three dead on 3 February; the outlet, of flight."""
    text = f"{SHELLING}. {FLIGHT}."
    statement = Statement(
        content=(spot(text, SHELLING[SHELLING.index("قصفا") :]),),
        form="indirect",
        act="assert",
        speaker=SOUTH,
        kind="state",
        affiliation="STH",
        sides=("STH", "ALLY"),
        source=spot(text, SOUTH),
        cue=spot(text, "قالت"),
    )
    shelled = Event(
        type="shelling",
        trigger=spot(text, "قصفا"),
        place=spot(text, SPRING),
        start=date(2025, 2, 3),
        end=date(2025, 2, 3),
        killed=3,
        told_by=(0,),
    )
    fled = Event(type="displacement", trigger=spot(text, "نزحت"), place=spot(text, BRIDGE))
    towns = (
        place(text, SPRING, id="an-nab", name="Spring Town"),
        place(text, BRIDGE, id="al-jisr", name="Bridge City"),
    )
    changed = {"published": date(2025, 2, 4)} | changed
    return dossier(text, statements=(statement,), events=(shelled, fled), places=towns, **changed)


def meeting(**changed: Any) -> Dossier:
    """A meeting is planned, and a committee confirms an earlier one; no day is told."""
    text = f"{MEETING}. {OLD_NEWS}."
    statement = Statement(
        content=(spot(text, OLD_NEWS[OLD_NEWS.index("لقاء") :]),),
        form="indirect",
        act="confirm",
        speaker=COMMITTEE,
        kind="organisation",
    )
    met = Event(type="meeting", trigger=spot(text, "يجتمع"), status="planned")
    changed = {"published": None} | changed
    return dossier(text, statements=(statement,), events=(met,), **changed)


def three() -> tuple[Dossier, ...]:
    """The three reports."""
    return (denial(), shelling(), meeting())


def later(hours: float) -> datetime:
    """A moment so long after noon."""
    return NOON + timedelta(hours=hours)
