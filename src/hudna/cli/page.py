"""A coded document as one self-contained page: the text, each coded span, and what it means.

Spans overlap, so the text is cut at every boundary; a piece carries the ids of all findings that it belongs
to. What they mean stands in a list beside the text, so the page explains itself without its script too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape
from importlib import resources
from itertools import chain, islice, pairwise

from hudna.cli import labels as L
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

RIGHT_TO_LEFT = frozenset({"ar", "fa", "ur", "ps", "ku", "ckb", "ug", "sd", "he"})
_LAYERS = ("statements", "events", "places", "times", "claims")
_GAP = " \N{HORIZONTAL ELLIPSIS} "
_NAME = "{name}"
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A span that belongs to a finding, and the part that it plays in it."""

    span: SpanPair
    item: str
    role: str
    temper: str = ""


@dataclass(slots=True)
class Piece:
    """A stretch of text that the same findings cover from begin to end."""

    start: int
    end: int
    marks: list[Mark] = field(default_factory=list)


def page(records: Iterable[DocumentRecord], *, why: bool) -> Iterator[str]:
    """The page in parts, a document a part; no page at all where there is no document."""
    left = iter(records)
    # Whether a second document comes decides what the page is called.
    ahead = list(islice(left, 2))
    for number, record in enumerate(chain(ahead, left), 1):
        if number == 1:
            yield _file("page.html").replace(_NAME, escape(_name(ahead)), 1) + _bar()
        yield _document(record, prefix=f"d{number}", why=why)
    if ahead:
        yield '<div id="tip" role="tooltip" hidden></div>\n<script>\n'
        yield _file("page.js") + "</script>\n</body>\n</html>\n"


def pieces_of(length: int, marks: Iterable[Mark]) -> list[Piece]:
    """The whole text from 0 to `length`, cut wherever a mark begins or ends."""
    kept = [mark for mark in marks if 0 <= mark.span[0] < mark.span[1] <= length]
    bounds = sorted({0, length, *(edge for mark in kept for edge in mark.span)})
    pieces = [Piece(start, end) for start, end in pairwise(bounds)]
    at = {piece.start: index for index, piece in enumerate(pieces)}
    for mark in kept:
        last = at.get(mark.span[1], len(pieces))
        for index in range(at[mark.span[0]], last):
            pieces[index].marks.append(mark)
    return pieces


# -- the frame


def _name(records: Sequence[DocumentRecord]) -> str:
    """What a browser calls the page: the first line of its text, and whether more texts follow."""
    line = " ".join(records[0].text.partition("\n")[0].split())
    short = line if len(line) <= _LONGEST_NAME else line[:_LONGEST_NAME].rpartition(" ")[0] + _GAP.rstrip()
    return f"{short}{' +' if len(records) > 1 else ''} \N{MIDDLE DOT} Hudna" if short else "Hudna"


def _bar() -> str:
    boxes = "".join(
        f'<label><input type="checkbox" value="{layer}" checked>'
        f'<span class="key key-{layer}">{_word(layer)}</span></label>'
        for layer in _LAYERS
    )
    switch = '<span class="l-en" lang="ar">العربية</span><span class="l-ar" lang="en" dir="ltr">English</span>'
    return (
        f'<header class="bar"><strong>{_both("Hudna", "هدنة")}</strong>{boxes}'
        f'<button type="button" id="language">{switch}</button></header>\n'
        f'<p class="lede">{_word("hint")}</p>\n'
    )


def _document(record: DocumentRecord, *, prefix: str, why: bool) -> str:
    items = _items(record, prefix=prefix, why=why) or [f"<p>{_word('nothing')}</p>"]
    packs = ", ".join(f"{name} {version}" for name, version in sorted(record.coder.packs.items()))
    return "\n".join(
        [
            '<main class="document">',
            f'<p class="facts">{_facts(record)}</p>',
            f'<article class="text" lang="{escape(record.lang)}" dir="{_direction(record)}">'
            f"{_text(record, prefix=prefix)}</article>",
            f'<aside class="list">{"".join(items)}</aside>',
            "</main>",
            f"<footer>{_word('coder')} {escape(record.coder.version)} \N{MIDDLE DOT} "
            f"{_word('packs')}: <bdi>{escape(packs)}</bdi></footer>\n",
        ]
    )


def _facts(record: DocumentRecord) -> str:
    day = f"{_word('published')} {_day(record.published)}" if record.published else _word("no_day")
    facts = [
        _bdi(record.outlet) if record.outlet else "",
        day,
        _bdi(record.id),
        _bdi(record.url) if record.url else "",
    ]
    return "".join(f"<span>{fact}</span>" for fact in facts if fact)


def _direction(record: DocumentRecord) -> str:
    return "rtl" if record.lang in RIGHT_TO_LEFT else "auto"


# -- the text


def _text(record: DocumentRecord, *, prefix: str) -> str:
    """The text in pieces; the first piece of each finding can be reached by keyboard."""
    seen: set[str] = set()
    text = record.text
    title_end = max(text.find("\n\n"), 0)
    body = len(text) - len(text[title_end:].lstrip("\n")) if title_end else 0
    # Neither the heading nor the blank line below it can hold half a piece: their ends are boundaries too.
    edges = [Mark(span=span, item="", role="") for span in ((0, title_end), (title_end, body))]
    heading: list[str] = []
    gap: list[str] = []
    rest: list[str] = []
    for piece in pieces_of(len(text), [*edges, *_marks(record, prefix)]):
        if title_end < piece.end <= body:
            gap.append(escape(text[piece.start : piece.end]))
        else:
            (heading if piece.end <= title_end else rest).append(_piece(text, piece, seen))
    if not title_end:
        return "".join(rest)
    return f'<h2>{"".join(heading)}</h2><span class="gap">{"".join(gap)}</span>{"".join(rest)}'


def _piece(text: str, piece: Piece, seen: set[str]) -> str:
    words = escape(text[piece.start : piece.end])
    marks = [mark for mark in piece.marks if mark.item]
    if not marks:
        return words
    # What is pointed at most closely is explained first: a place before the statement round it.
    closest = sorted(marks, key=lambda mark: mark.span[1] - mark.span[0])
    items = list(dict.fromkeys(mark.item for mark in closest))
    classes = dict.fromkeys(["s", *(m.role for m in marks), *_temper(marks)])
    first = any(item not in seen for item in items)
    seen.update(items)
    reach = f' tabindex="0" aria-describedby="{" ".join(items)}"' if first else ""
    return f'<mark class="{" ".join(classes)}" data-m="{" ".join(items)}"{reach}>{words}</mark>'


def _temper(marks: list[Mark]) -> list[str]:
    """The colour of the innermost statement that a piece belongs to."""
    told = [mark for mark in marks if mark.temper]
    if not told:
        return []
    inner = min(told, key=lambda mark: mark.span[1] - mark.span[0])
    return [f"a-{inner.temper}"]


def _marks(record: DocumentRecord, prefix: str) -> list[Mark]:
    marks: list[Mark] = []
    for index, statement in enumerate(record.statements):
        marks += _statement_marks(statement, f"{prefix}-s{index}")
    for index, event in enumerate(record.events):
        marks.append(Mark(span=event.trigger, item=f"{prefix}-e{index}", role="trigger"))
    for index, mentions in enumerate(_named_places(record)):
        marks += [Mark(span=place.span, item=f"{prefix}-p{index}", role="place") for place in mentions]
    marks += [Mark(span=t.span, item=f"{prefix}-t{index}", role="time") for index, t in enumerate(record.times)]
    marks += [Mark(span=c.span, item=f"{prefix}-c{index}", role="claim") for index, c in enumerate(record.claims)]
    marks += [Mark(span=c.span, item=f"{prefix}-n{index}", role="claim") for index, c in enumerate(record.counts)]
    return marks


def _statement_marks(statement: StatementRecord, item: str) -> Iterator[Mark]:
    temper = L.TEMPERS[statement.act]
    parts = [("content", span) for span in statement.content]
    parts += [("source", statement.source), ("cue", statement.cue), ("addressee", statement.addressee)]  # type: ignore[list-item]  # None is left out below
    for role, span in parts:
        if span is not None:
            yield Mark(span=span, item=item, role=role, temper=temper)


# -- the list


def _items(record: DocumentRecord, *, prefix: str, why: bool) -> list[str]:
    text = record.text
    groups: list[tuple[str, list[str]]] = [
        ("statements", [_statement(s, text, f"{prefix}-s{i}", why) for i, s in enumerate(record.statements)]),
        ("events", [_event(e, record, f"{prefix}-e{i}", why) for i, e in enumerate(record.events)]),
        ("places", [_place(p, text, f"{prefix}-p{i}", why) for i, p in enumerate(_named_places(record))]),
        ("times", [_time(t, text, f"{prefix}-t{i}", why) for i, t in enumerate(record.times)]),
        ("claims", [_claim(c, text, f"{prefix}-c{i}", why) for i, c in enumerate(record.claims)]),
        ("counts", [_count(c, text, f"{prefix}-n{i}", why) for i, c in enumerate(record.counts)]),
        ("problems", [_problem(p, text) for p in record.problems]),
    ]
    return [part for name, items in groups if items for part in (f"<h3>{_word(name)}</h3>", *items)]


def _statement(statement: StatementRecord, text: str, item: str, why: bool) -> str:
    reply = statement.in_reply_to
    rows = [
        ("post", _bdi(statement.post)),
        ("side" if len(statement.sides) < 2 else "sides", _codes(statement.sides or [statement.affiliation])),
        ("to", _words(text, statement.addressee)),
        ("said_on", _day(statement.said_on)),
        ("form", _label(L.FORMS, statement.form)),
        ("via", _list(_bdi(name) for name in statement.via)),
        ("answers", _words(text, reply) if isinstance(reply, tuple) else _reply(reply)),
        ("actor", _bdi(statement.actor)),
    ]
    speaker = _bdi(statement.speaker) or (
        _label(L.KINDS, "unnamed") if statement.kind == "unnamed" else _word("unknown_speaker")
    )
    words = _GAP.join(text[start:end] for start, end in statement.content)
    head = f'<span class="tag">{_label(L.ACTS, statement.act)}</span><b>{speaker}</b>'
    return _item(item, L.TEMPERS[statement.act], head, words, rows, statement.why if why else {})


def _event(event: EventRecord, record: DocumentRecord, item: str, why: bool) -> str:
    text = record.text
    rows = [
        ("status", _label(L.STATUSES, event.status)),
        ("when", _days(event.start, event.end) or _word("undated")),
        ("where", _words(text, event.place)),
        ("who", _listed(text, event.actors)),
        ("whom", _listed(text, event.targets)),
        ("killed", "" if event.killed is None else str(event.killed)),
        ("injured", "" if event.injured is None else str(event.injured)),
        ("hour", _bdi(event.hour)),
        ("weapon", _thing(event.weapon)),
        ("struck", _list(_thing(thing) for thing in event.struck)),
        ("agenda", _listed(text, event.agenda)),
        ("told_by", _teller(event.told_by)),
    ]
    head = f'<span class="tag">{_label(L.TYPES, event.type)}</span>{_words(text, event.trigger)}'
    return _item(item, "event", head, "", rows, event.why if why else {})


def _thing(name: str | None) -> str:
    """A weapon or a sort of thing struck, in both languages where we have its name."""
    if name is None:
        return ""
    return _label(L.THINGS, name) if name in L.THINGS else _bdi(name)


def _named_places(record: DocumentRecord) -> list[list[PlaceRecord]]:
    """The mentions of each place, in the order in which the places are first named."""
    named: dict[tuple[str, bool], list[PlaceRecord]] = {}
    for place in record.places:
        named.setdefault((place.id, place.metonym), []).append(place)
    return list(named.values())


def _place(mentions: Sequence[PlaceRecord], text: str, item: str, why: bool) -> str:
    """A place once, as it is first named, with the number of its mentions."""
    place = mentions[0]
    position = "" if place.lat is None or place.lon is None else f"{place.lat:.2f}, {place.lon:.2f}"
    rows = [
        ("kind", _label(L.PLACE_KINDS, place.kind)),
        ("country", _bdi(place.country)),
        ("position", _bdi(position)),
        ("metonym", "\N{CHECK MARK}" if place.metonym else ""),
        ("mentions", str(len(mentions)) if len(mentions) > 1 else ""),
    ]
    head = f"<b>{_words(text, place.span)}</b> <bdi>{escape(place.name)}</bdi>"
    return _item(item, "place", head, "", rows, place.why if why else {})


def _time(time: TimeRecord, text: str, item: str, why: bool) -> str:
    rows = [
        ("when", _days(time.start, time.end) or _word("undated")),
        ("basis", _label(L.BASES, time.basis)),
    ]
    return _item(item, "time", f"<b>{_words(text, time.span)}</b>", "", rows, time.why if why else {})


def _claim(claim: ClaimRecord, text: str, item: str, why: bool) -> str:
    head = f"{_words(text, claim.subject)} <b>{_label(L.RELATIONS, claim.relation)}</b> {_words(text, claim.object)}"
    rows = [("when", _days(*claim.valid)), ("told_by", _teller(claim.told_by))]
    return _item(item, "claim", head, "", rows, claim.why if why else {})


def _count(count: CountRecord, text: str, item: str, why: bool) -> str:
    sums = {True: _word("adds_up"), False: _word("adds_not_up"), None: ""}[count.adds_up]
    parts = _list(f"{_bdi(name)} {number}" for name, number in count.parts)
    rows = [
        ("by", _bdi(count.by)),
        ("when", _days(*count.of) if count.of else ""),
        ("total", f"<bdi>{count.total}</bdi> {parts} {sums}"),
    ]
    return _item(item, "count", f"<b>{_label(L.TYPES, count.what)}</b>", "", rows, count.why if why else {})


def _problem(problem: ProblemRecord, text: str) -> str:
    head = f'<span class="tag">{escape(problem.code)}</span>{_words(text, problem.span)}'
    reason = f'<span class="words" dir="auto">{escape(problem.reason)}</span>'
    return f'<div class="item c-problem">{head}{reason}</div>'


def _item(item: str, colour: str, head: str, words: str, rows: Iterable[tuple[str, str]], why: WhyRecord) -> str:
    """A finding with its facts; a link, so that it can be reached and followed by keyboard."""
    quoted = f'<span class="words" dir="auto">{escape(words)}</span>' if words else ""
    facts = "".join(f"<div><dt>{_word(name)}</dt><dd>{value}</dd></div>" for name, value in rows if value)
    reasons = "".join(_reason(name, produced) for name, produced in why.items())
    return f'<a class="item c-{colour}" id="{item}" href="#{item}">{head}{quoted}<dl>{facts}{reasons}</dl></a>'


def _reason(name: str, produced: Iterable[str]) -> str:
    """A field and what produced it, each rule and pack row once."""
    reasons = " ".join(_bdi(reason) for reason in dict.fromkeys(produced))
    return f'<div class="why"><dt>{_word("why")} {_label(L.FIELDS, name)}</dt><dd>{reasons}</dd></div>'


# -- small parts


def _both(english: str, arabic: str) -> str:
    return f'<span class="l-en">{english}</span><span class="l-ar" lang="ar">{arabic}</span>'


def _word(name: str) -> str:
    return _both(*L.WORDS[name])


def _label(names: Mapping[str, tuple[str, str]], code: str) -> str:
    return _both(*names.get(code, (code, code)))


def _bdi(value: str | None) -> str:
    return f"<bdi>{escape(value)}</bdi>" if value else ""


def _words(text: str, span: SpanPair | None) -> str:
    return "" if span is None else _bdi(text[slice(*span)])


def _listed(text: str, spans: Iterable[SpanPair]) -> str:
    return _list(_words(text, span) for span in spans)


def _codes(codes: Iterable[str | None]) -> str:
    return _list(_bdi(code) for code in codes if code)


def _list(parts: Iterable[str]) -> str:
    """Parts with commas between them, in the script of the page."""
    return _both(", ", "\N{ARABIC COMMA} ").join(parts)


def _day(day: date | None) -> str:
    return "" if day is None else f'<time datetime="{day}"><bdi>{day}</bdi></time>'


def _days(start: date | None, end: date | None) -> str:
    return " \N{EN DASH} ".join(_day(day) for day in dict.fromkeys([start, end]) if day is not None)


def _reply(index: int | None) -> str:
    return "" if index is None else f"{_word('statement')} {index + 1}"


def _teller(told_by: Teller) -> str:
    if told_by == "outlet":
        return _word("outlet")
    return _list(f"{_word('statement')} {index + 1}" for index in told_by)


def _file(name: str) -> str:
    return resources.files("hudna.cli").joinpath(name).read_text(encoding="utf-8")
