"""A coded document as cards for a terminal: one thing a card, one direction a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from hudna.cli.labels import FORMS, RELATIONS, STATUSES, TEMPERS, TYPES
from hudna.cli.screen import Screen, flowed, isolated, passage, shortened
from hudna.record import (
    ClaimRecord,
    CountRecord,
    DocumentRecord,
    EventRecord,
    PlaceRecord,
    ProblemRecord,
    SpanPair,
    StatementRecord,
    Teller,
    TimeRecord,
    WhyRecord,
)

ARROW = " \N{RIGHTWARDS ARROW} "
GAP = " \N{HORIZONTAL ELLIPSIS} "
_INDENT = 5


def document_card(record: DocumentRecord, screen: Screen, *, why: bool, ids: Sequence[str] = ()) -> list[str]:
    """The whole document: who says what, what happened, where, when, and what is open.

    `ids` are those of its statements, then of its events, where it is one of a ledger.
    """
    names = {place.span: place for place in record.places}
    return [
        *_header(record, screen),
        *_section("Statements", _numbered(record, screen, why=why, ids=ids), screen),
        *_section("Events", _events(record, names, screen, why=why, ids=ids[len(record.statements) :]), screen),
        *_section("Places", _places(record, screen, why=why), screen),
        *_section("Times", _times(record, screen, why=why), screen),
        *_section("Claims", _claims(record, screen, why=why), screen),
        *_section("Counts", _counts(record, screen, why=why), screen),
        *_section("Open questions", _problems(record, screen), screen),
        "",
    ]


def statement_lines(
    statement: StatementRecord, text: str, screen: Screen, *, label: str, why: bool, most: int | None = None
) -> list[str]:
    """A statement: badge and speaker, then the words, then to whom, when and through whom."""
    badge = screen.badge(statement.act.upper(), TEMPERS[statement.act])
    speaker = screen.paint(speaker_of(statement.speaker, statement.kind), "bold")
    side = " + ".join(statement.sides or [statement.affiliation or ""])
    head = [f"{badge} {speaker}", isolated(statement.post or ""), side]
    words = GAP.join(text[start:end] for start, end in statement.content)
    return [
        *_headed(label, filter(None, head), screen),
        *passage(words, screen, indent=_INDENT, most=most),
        *_dim(_circumstances(statement, text), screen),
        *(_reasons(statement.why, screen) if why else []),
    ]


def event_lines(
    event: EventRecord,
    text: str,
    screen: Screen,
    *,
    label: str,
    place: str | None,
    tellers: str,
    why: bool,
) -> list[str]:
    """An event: type, status and words, then when and where, then who, to whom and told by whom."""
    status = STATUSES[event.status][0]
    head = [
        f"{screen.paint(TYPES[event.type][0], 'bold')} {isolated(_words(text, event.trigger))}",
        screen.paint(status, "problem" if event.status == "denied" else "dim"),
        screen.paint(days(event.start, event.end) or "not dated", "time"),
        screen.paint(place, "place") if place else "",
        *_told_besides(event),
    ]
    parties = [
        f"by {_joined(text, event.actors)}" if event.actors else "",
        f"to {_joined(text, event.targets)}" if event.targets else "",
        f"agenda: {_joined(text, event.agenda)}" if event.agenda else "",
        f"told by {tellers}",
    ]
    return [
        *_headed(label, filter(None, head), screen),
        *_dim(filter(None, parties), screen),
        *(_reasons(event.why, screen) if why else []),
    ]


def speaker_of(speaker: str | None, kind: str) -> str:
    """The speaker as shown; one whom the text names and we can't tell is said to be so."""
    if speaker is not None:
        return isolated(speaker)
    return "unnamed source" if kind == "unnamed" else "speaker not told apart"


def days(start: date | None, end: date | None) -> str:
    """A day or a range of days; empty where it is not known."""
    known = [day.isoformat() for day in (start, end) if day is not None]
    return " to ".join(dict.fromkeys(known))


def title_of(record: DocumentRecord) -> str:
    """The first line of the text."""
    return record.text.partition("\n")[0]


def many(number: int, thing: str) -> str:
    """A number with its noun, in the singular where it is one."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def place_label(name: str | None, written: str | None) -> str | None:
    """The place as written and its English name."""
    if written is None:
        return name
    return isolated(written) if name is None or name == written else f"{isolated(written)} ({name})"


def _header(record: DocumentRecord, screen: Screen) -> list[str]:
    rule = screen.paint("\N{BOX DRAWINGS HEAVY HORIZONTAL}" * screen.width, "rule")
    facts = [
        record.published.isoformat() if record.published else "day of publication unknown",
        isolated(record.outlet) if record.outlet else "",
        record.lang,
        isolated(record.id),
    ]
    found = [
        many(len(record.statements), "statement"),
        many(len(record.events), "event"),
        many(len(record.places), "place"),
        many(len(record.times), "time"),
    ]
    return [
        rule,
        *(screen.paint(line, "head") for line in passage(title_of(record), _plain(screen), indent=0, most=2)),
        *_dim(filter(None, facts), screen, indent=0),
        *_dim(found, screen, indent=0),
    ]


def _plain(screen: Screen) -> Screen:
    return Screen(width=screen.width, colour=False)


def _section(title: str, lines: Iterable[str], screen: Screen) -> list[str]:
    held = list(lines)
    return ["", screen.paint(title.upper(), "head"), *held] if held else []


def _numbered(record: DocumentRecord, screen: Screen, *, why: bool, ids: Sequence[str]) -> Iterator[str]:
    for number, statement in enumerate(record.statements, 1):
        if number > 1:
            yield ""
        yield from statement_lines(statement, record.text, screen, label=str(number), why=why)
        yield from _dim(ids[number - 1 : number], screen)


def _events(
    record: DocumentRecord,
    names: dict[SpanPair, PlaceRecord],
    screen: Screen,
    *,
    why: bool,
    ids: Sequence[str],
) -> Iterator[str]:
    for number, event in enumerate(record.events, 1):
        mention = names.get(event.place) if event.place else None
        written = _words(record.text, event.place) if event.place else None
        yield from event_lines(
            event,
            record.text,
            screen,
            label=str(number),
            place=place_label(mention.name if mention else None, written),
            tellers=_tellers(event.told_by),
            why=why,
        )
        yield from _dim(ids[number - 1 : number], screen)


def _places(record: DocumentRecord, screen: Screen, *, why: bool) -> Iterator[str]:
    """Each place once, with the number of its mentions."""
    seen: dict[tuple[str, bool], list[PlaceRecord]] = {}
    for place in record.places:
        seen.setdefault((place.id, place.metonym), []).append(place)
    for mentions in seen.values():
        first = mentions[0]
        written = screen.paint(isolated(_words(record.text, first.span)), "place")
        facts = [
            f"{written}{ARROW}{first.name}",
            " ".join(filter(None, [first.kind, first.country if first.kind != "country" else ""])),
            f"{first.lat:.2f}, {first.lon:.2f}" if first.lat is not None and first.lon is not None else "",
            "for its government" if first.metonym else "",
            f"{len(mentions)} times" if len(mentions) > 1 else "",
        ]
        yield from flowed(filter(None, facts), screen, indent=_INDENT)
        if why:
            yield from _reasons(first.why, screen)


def _times(record: DocumentRecord, screen: Screen, *, why: bool) -> Iterator[str]:
    for time in record.times:
        yield from flowed(_time(time, record.text, screen), screen, indent=_INDENT)
        if why:
            yield from _reasons(time.why, screen)


def _time(time: TimeRecord, text: str, screen: Screen) -> list[str]:
    written = screen.paint(isolated(_words(text, time.span)), "time")
    return [f"{written}{ARROW}{days(time.start, time.end) or 'not dated'}", screen.paint(time.basis, "dim")]


def _claims(record: DocumentRecord, screen: Screen, *, why: bool) -> Iterator[str]:
    for claim in record.claims:
        yield from flowed(_claim(claim, record.text), screen, indent=_INDENT)
        if why:
            yield from _reasons(claim.why, screen)


def _claim(claim: ClaimRecord, text: str) -> list[str]:
    subject, thing = isolated(_words(text, claim.subject)), isolated(_words(text, claim.object))
    told = f"told by {_tellers(claim.told_by)}"
    return [*filter(None, [f"{subject} {RELATIONS[claim.relation][0]} {thing}", days(*claim.valid), told])]


def _counts(record: DocumentRecord, screen: Screen, *, why: bool) -> Iterator[str]:
    for count in record.counts:
        yield from flowed(_count(count), screen, indent=_INDENT)
        if why:
            yield from _reasons(count.why, screen)


def _count(count: CountRecord) -> list[str]:
    sums = {True: "the parts add up", False: "the parts do not add up", None: ""}[count.adds_up]
    facts = [
        f"{many(count.total, count.what)} by {isolated(count.by) if count.by else 'an unknown side'}",
        days(*count.of) if count.of else "",
        *(f"{isolated(name)} {number}" for name, number in count.parts),
        sums,
    ]
    return [*filter(None, facts)]


def _problems(record: DocumentRecord, screen: Screen) -> Iterator[str]:
    for problem in record.problems:
        yield from flowed(_problem(problem, record.text, screen), screen, indent=_INDENT)


def _problem(problem: ProblemRecord, text: str, screen: Screen) -> list[str]:
    words = "" if problem.span is None else isolated(shortened(_words(text, problem.span), screen.width // 2))
    return [*filter(None, [screen.paint(problem.code, "problem"), isolated(problem.reason), words])]


def _headed(label: str, parts: Iterable[str], screen: Screen) -> list[str]:
    """Parts in lines, the first of them beginning with the label."""
    lines = flowed(parts, screen, indent=_INDENT)
    mark = screen.paint(label.rjust(_INDENT - 2), "dim") + "  "
    return [mark + lines[0][_INDENT:], *lines[1:]]


def _dim(parts: Iterable[str], screen: Screen, *, indent: int = _INDENT, hang: int = 0) -> list[str]:
    return [screen.paint(line, "dim") for line in flowed(parts, screen, indent=indent, hang=hang)]


def _circumstances(statement: StatementRecord, text: str) -> list[str]:
    reply = statement.in_reply_to
    facts = [
        f"to {isolated(_words(text, statement.addressee))}" if statement.addressee else "",
        f"said on {statement.said_on}" if statement.said_on else "",
        FORMS[statement.form][0],
        f"via {', '.join(isolated(name) for name in statement.via)}" if statement.via else "",
        f"answers statement {reply + 1}" if isinstance(reply, int) else "",
        f"answers {isolated(_words(text, reply))}" if isinstance(reply, tuple) else "",
        f"known as {statement.actor}" if statement.actor else "",
    ]
    return [*filter(None, facts)]


def _reasons(why: WhyRecord, screen: Screen) -> list[str]:
    """What produced each field, a line a field."""
    return [
        line
        for field, reasons in why.items()
        for line in _dim([f"why {field}: {reasons[0]}", *reasons[1:]] if reasons else [], screen, hang=4)
    ]


def _told_besides(event: EventRecord) -> list[str]:
    """Victims, hour, weapon and what was struck, as far as told."""
    facts = [
        f"{event.killed} killed" if event.killed is not None else "",
        f"{event.injured} injured" if event.injured is not None else "",
        f"at {event.hour}" if event.hour is not None else "",
        f"weapon: {event.weapon}" if event.weapon is not None else "",
        f"struck: {', '.join(event.struck)}" if event.struck else "",
    ]
    return [*filter(None, facts)]


def _tellers(told_by: Teller) -> str:
    if told_by == "outlet":
        return "the outlet"
    numbers = ", ".join(str(index + 1) for index in told_by)
    return f"statement {numbers}" if len(told_by) == 1 else f"statements {numbers}"


def _joined(text: str, spans: Sequence[SpanPair]) -> str:
    return ", ".join(isolated(_words(text, span)) for span in spans)


def _words(text: str, span: SpanPair) -> str:
    return text[slice(*span)]
