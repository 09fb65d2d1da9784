"""Mentions of places: names of the gazetteer, with what the words around them say.

The grammar, in the order in which it is tried at a word:

- a countryside: rif + name + directions ("rif Halab ash-shamali")
- a facility or natural feature: its word + name + adjectives ("matar Dimashq ad-dawli")
- a listed name; one that is also a common word needs a place word, a preposition or a list of places before it
- an unlisted name straight behind a place word (town, village) or in the list that such a word opens
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from hudna.coding.words.reading import Reading
from hudna.model import PlaceMention, Span
from hudna.model.findings import PlaceKind
from hudna.packs.gazetteer import PlaceName
from hudna.packs.lexicon import Entry, Kind, Word
from hudna.packs.tables.places import PlaceWord
from hudna.packs.wordclasses import word_class
from hudna.text import letters as L

_NAMED: Final = Kind.BODY | Kind.MEDIA
_KNOWN: Final = ~(Kind.PLACE | Kind.GIVEN | Kind.PERSON)
_SPEECH: Final = Kind.CUE_VERB | Kind.VERB | Kind.ACT | Kind.COMPLEMENTISER

_OPEN: Final = frozenset(L.QUOTES + "([“‘'")
_CLOSE: Final = frozenset(L.QUOTES + ")]”’'")
_COMMAS: Final = frozenset((L.COMMA, ",", "-", "/", L.SEMICOLON))
_TANWEEN: Final = "\N{ARABIC FATHATAN}"

_BACKING: Final = 4
"""Tokens behind an unlisted name in which the place stands that it lies in."""

NONE, PREPOSITION, WORD = 0, 1, 2
"""What stands before a name: nothing that tells, a preposition or another place, a place word."""


class _Context:
    """What the last place leaves for the next one of its list: where it ended, its licence and kind."""

    __slots__ = ("kind", "licence", "many", "stop")

    def __init__(self) -> None:
        self.stop = -1
        self.licence = NONE
        self.kind: PlaceKind | None = None
        self.many = False


class _Search:
    """One walk over a reading, left to right."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.size = len(reading.forms)
        self.found: list[tuple[int, PlaceMention]] = []
        self.waiting: list[tuple[int, PlaceMention]] = []
        """Weak names without support; they count where the document tells the place elsewhere."""
        self.told: set[tuple[str, ...]] = set()
        self.free = 0
        self.last = _Context()
        self.bodies = _named_bodies(reading)
        self.longest = max((stop - first for first, stop, _ in self.bodies), default=0)

    def run(self) -> tuple[PlaceMention, ...]:
        reading = self.reading
        flags = reading.flags
        for i in reading.at(Kind.PLACE | Kind.PLACE_CLASS):
            if i < self.free:
                continue
            if flags[i] & Kind.PLACE_CLASS:
                roles = self._roles(i)
                if roles and self._by_role(i, roles):
                    continue
            if flags[i] & Kind.PLACE:
                self._name(i, NONE, None)
        for i, mention in self.waiting:
            if mention.candidates in self.told:
                self.found.append((i, mention))
        self.found.sort(key=lambda pair: pair[0])
        self._located()
        return tuple(mention for _, mention in self.found)

    # What the word at `i` is

    def _roles(self, i: int) -> dict[str, tuple[PlaceWord, str]]:
        """The place words that the token may be, by role; none where a pronoun or an article hangs on it."""
        word = self.reading.words[i]
        if not self.reading.flags[i] & Kind.PLACE_CLASS or word.pronoun:
            return {}
        roles: dict[str, tuple[PlaceWord, str]] = {}
        for entry in word.entries:
            if entry.kind & Kind.PLACE_CLASS:
                row = entry.row
                if isinstance(row, PlaceWord) and (not word.article or row.word.startswith(L.AL)):
                    roles[row.role] = (row, entry.why)
        return roles

    def _by_role(self, i: int, roles: dict[str, tuple[PlaceWord, str]]) -> bool:
        """Whether a place that a word at `i` leads to was found."""
        if "countryside" in roles:
            return self._countryside(i, *roles["countryside"])
        if "owner" in roles:
            self._skip_owned(i)
            return True
        if "part" in roles and self._listed(i) is None:
            return self._part(i, *roles["part"])
        if "class" in roles and self._listed(i) is None:
            return self._classed(i, *roles["class"])
        return False

    def _listed(self, i: int) -> tuple[int, PlaceName, Entry] | None:
        """The listed name that begins at `i`: where it stops, what it may mean, the row."""
        reading = self.reading
        if i >= self.size or not reading.flags[i] & Kind.PLACE:
            return None
        match = reading.match(i, Kind.PLACE)
        if match is None:
            return None
        stop, entry = match
        row = entry.row
        return (stop, row, entry) if isinstance(row, PlaceName) else None

    # The grammar

    def _countryside(self, i: int, row: PlaceWord, because: str) -> bool:
        j = i + 1
        inner = self._roles(j) if j < self.size else {}
        if "class" in inner:
            j += 1
        named = self._listed(j)
        if named is None or self.reading.words[j].conjunction or self.reading.words[j].preposition:
            return False
        stop, meaning, name = named
        stop = self._directions(stop)
        kind: PlaceKind = "governorate" if any(r.kind == "governorate" for r in meaning.rows) else "district"
        self._add(i, stop, meaning, kind, ("rule:countryside", because, name.why))
        self._leave(stop, WORD, "governorate", many=bool(row.many))
        return True

    def _directions(self, stop: int) -> int:
        """Behind directions that belong to a countryside: "northern", "western and southern"."""
        reading = self.reading
        at = stop
        while at < self.size and reading.flags[at] & Kind.DIRECTION:
            word = reading.words[at]
            if word.preposition or (at == stop and word.conjunction) or not _is(word, _ADJECTIVE):
                break
            at += 1
        return at

    def _part(self, i: int, row: PlaceWord, because: str) -> bool:
        reading = self.reading
        j = i + 1
        quoted = j < self.size and reading.forms[j] in _OPEN
        j += quoted
        if j >= self.size or reading.words[j].conjunction or reading.words[j].preposition:
            return False
        named = self._listed(j)
        if named is None:
            return self._unlisted(i, j, quoted, row, because)
        stop, meaning, name = named
        if quoted and stop < self.size and reading.forms[stop] in _CLOSE:
            stop += 1
        while stop < self.size and _is(reading.words[stop], _TAIL) and not reading.words[stop].conjunction:
            stop += 1
        self._add(i, stop, meaning, row.kind, ("rule:place-word-and-name", because, name.why))
        self._leave(stop, PREPOSITION, None)
        return True

    def _unlisted(self, i: int, j: int, quoted: bool, row: PlaceWord, because: str) -> bool:
        """A feature whose name no list has: mountains and rivers as they are, buildings only in quotes."""
        reading = self.reading
        if row.kind == "facility" and not quoted:
            return False
        if reading.words_of(i, i + 1).endswith(L.ALEF_MAKSURA):
            return False  # "and led to" is written like "valley" but for this letter
        stop = self._name_stop(j, quoted)
        if (
            stop is None
            and reading.forms[j] not in _OF_PLACES
            and reading.forms[j].startswith(L.AL)
            and not reading.flags[j] & (Kind.DIRECTION | Kind.NISBA)
        ):
            stop = j + 1
        if stop is None:
            return False
        stop += quoted and stop < self.size and reading.forms[stop] in L.QUOTE_MARKS
        self._unknown(i, stop, row.kind, ("rule:place-word-and-unlisted-name", because))
        self._leave(stop, PREPOSITION, None)
        return True

    def _classed(self, i: int, row: PlaceWord, because: str) -> bool:
        """What a place word stands before: a listed name, or one that no list has."""
        reading = self.reading
        j = i + 1
        if j < self.size and reading.forms[j] in _OPEN:
            j += 1
        if j >= self.size or reading.words[j].conjunction or reading.words[j].preposition:
            return False
        if self._name(j, WORD, row.kind, because, many=bool(row.many)):
            return True
        inner = self._roles(j)
        if inner and self._by_role(j, inner):
            return True
        if reading.words_of(i, i + 1)[0] == L.ALEF_HAMZA_BELOW:
            return False
        stop = self._name_stop(j, j > i + 1)
        if stop is None:
            return False
        named = row.kind != "neighbourhood" or j > i + 1 or reading.forms[j].startswith(L.AL)
        takes = row.kind in _TAKES_UNLISTED or row.kind == "governorate"
        takes = takes or (row.kind is None and (not row.many or (self._dual(i) and reading.forms[j].startswith(L.AL))))
        if not (named and takes and not self._never(i)) and not self._backed(stop):
            return False
        self._unknown(j, stop, row.kind, ("rule:unlisted-name", because))
        self._leave(stop, WORD, row.kind, many=bool(row.many))
        self._go_on()
        return True

    def _dual(self, i: int) -> bool:
        """Whether the word at `i` is a dual before a genitive: two names follow it."""
        form = self.reading.forms[i]
        return form.endswith((L.TEH + L.YEH, L.TEH + L.ALEF))

    def _backed(self, stop: int) -> bool:
        """Whether words behind `stop` tell where the name before it lies: `in the governorate X`, `north of X`."""
        reading = self.reading
        led = False
        for i in range(stop, min(stop + _BACKING, self.size)):
            word = reading.words[i]
            led = led or word.preposition == L.BEH or _is(word, _WITHIN)
            if reading.flags[i] & Kind.PLACE and self._listed(i) is not None:
                return led
            if not (reading.flags[i] & (Kind.PLACE_CLASS | Kind.DIRECTION) or _is(word, _WITHIN)):
                return False
        return False

    def _name(self, i: int, licence: int, kind: PlaceKind | None, why: str = "", *, many: bool = False) -> bool:
        """Take the listed name at `i`, where it has what it needs before it; then the list behind it."""
        named = self._listed(i)
        if named is None:
            return False
        stop, meaning, entry = named
        if self._unlikely(i, stop):
            return False
        if licence == WORD and stop == i + 1 and self._compound(i):
            return False
        if self._owned(i, stop) or self._never(i) or self._tanween(stop) or self._adjective(i, stop):
            self.free = max(self.free, stop)
            return True
        if licence == NONE:
            licence, kind, many = self._support(i, stop)
            if many and kind == "governorate":
                stop = self._directions(stop)  # "the northern countryside of A and (-) southern B"
        needed = {None: NONE, "place": PREPOSITION, "class": WORD}[meaning.needs]
        reasons = ("rule:listed-name", entry.why, why) if why else ("rule:listed-name", entry.why)
        if licence < needed and needed == PREPOSITION and self._list_behind(stop):
            licence = PREPOSITION
        if licence < needed:
            if (licence or meaning.needs == "place") and not self.reading.flags[i] & Kind.NISBA:
                self.waiting.append((i, self._mention(i, stop, meaning, kind, reasons)))
            return False
        self._add(i, stop, meaning, kind, reasons)
        self._leave(stop, max(licence, PREPOSITION), kind, many=many)
        if many and licence == WORD:
            self._go_on()
        return True

    def _support(self, i: int, stop: int) -> tuple[int, PlaceKind | None, bool]:
        """What stands before the name at `i`: licence, kind, and whether a list goes on."""
        reading = self.reading
        word = reading.words[i]
        last = self.last
        gap = i - last.stop
        listed = (gap == 0 and word.conjunction == L.WAW) or (
            gap == 1 and reading.forms[i - 1] in _COMMAS and (last.many or word.conjunction == L.WAW)
        )
        if last.stop > 0 and listed and not word.preposition:
            return last.licence, last.kind if last.many else None, last.many
        if word.preposition == L.BEH or (stop < self.size and reading.forms[stop] == ":"):
            return PREPOSITION, None, False
        before = i - 1
        if before >= 0 and reading.forms[before] in _OPEN:
            before -= 1
        if before >= 0 and not reading.words[before].pronoun and _is(reading.words[before], _WITHIN):
            return PREPOSITION, None, False
        return NONE, None, False

    def _go_on(self) -> None:
        """Names that no list has, further on in a list that a place word opened: "villages A, B and C"."""
        reading = self.reading
        while self.last.many and self.last.kind in _TAKES_UNLISTED and self.free < self.size:
            i = self.free
            if reading.forms[i] in _CLOSE and i + 1 < self.size:
                i += 1
            if reading.forms[i] in _COMMAS:
                i += 1
            elif reading.words[i].conjunction != L.WAW and reading.forms[i][0] != L.WAW:
                return
            if i >= self.size:
                return
            if reading.flags[i] & Kind.PLACE and self._listed(i) is not None:
                return  # the walk comes to it, and `_support` finds the list
            stop = self._name_stop(i, False)
            if stop is None:
                return
            self._unknown(i, stop, self.last.kind, ("rule:unlisted-name-in-list",))
            self._leave(stop, self.last.licence, self.last.kind, many=True)

    def _located(self) -> None:
        """Add names of no list that stand between `in` and where they lie: `in X, south of the town`."""
        found: list[tuple[int, PlaceMention]] = []
        free = 0
        for i, mention in self.found:
            stop = self._lying(i, free)
            first = self._name_first(stop, free) if stop > free else stop
            if first < stop:
                word, span = self.reading.words[first], self.reading.bare_span(first, stop)
                glued = word.flags == 0 and word.form.startswith(L.BEH + L.AL)
                span = Span(span.start + 1, span.end) if glued else span
                why = {"name": ("rule:unlisted-name-in-place",)}
                found.append((first, PlaceMention(span=span, candidates=(), kind=None, why=why)))
            found.append((i, mention))
            free = self.reading.tokens_of(mention.span).stop
        self.found = found

    def _lying(self, i: int, floor: int) -> int:
        """The token from which words lead to the place at `i` and say that something lies there; -1: none do."""
        reading = self.reading
        for k in range(i - 1, max(floor, i - _BACKING) - 1, -1):
            word = reading.words[k]
            if not word.flags & (Kind.PLACE_CLASS | Kind.DIRECTION):
                leading = reading.words[k + 1]
                return k + 1 if leading.preposition == L.BEH or leading.stem in _COMPASS else -1
            if word.conjunction or word.article:
                return -1
        return -1

    def _name_first(self, stop: int, floor: int) -> int:
        """Where the name of no list begins that ends at `stop`, `in` before it; `stop` where none does."""
        reading = self.reading
        first = stop - 1
        form = reading.forms[first]
        if reading.flags[first] or len(form) < 4 or not L.HAMZA <= form[0] <= L.YEH or self._tanween(stop):
            return stop
        if form.startswith(L.BEH + L.AL):
            return first if reading.words[stop].stem in _COMPASS else stop
        if first - 1 > floor and _is(reading.words[first - 1], _HEAD):
            first -= 1
        elif not form.startswith(L.AL) and (form.endswith(L.HEH) or reading.words[stop].preposition != L.BEH):
            return stop  # "the affairs of the east of X" is no name
        if form.endswith((L.HEH + L.ALEF, L.HEH + L.MEEM, L.YEH + L.NOON)):
            return stop  # "its priorities", "the workers"
        before = reading.words[first - 1] if first > floor else None
        return first if before is not None and not before.pronoun and before.stem in _EDGES else stop

    # Small questions

    def _name_stop(self, i: int, quoted: bool) -> int | None:
        """Where a name that no list has stops, if one may begin at `i`."""
        reading = self.reading
        if i >= self.size:
            return None
        if quoted:
            stop = i
            while stop < self.size and stop < i + 4 and reading.forms[stop] not in _CLOSE:
                stop += 1
            return stop if i < stop < self.size and reading.forms[stop] in _CLOSE else None
        if _is(reading.words[i], _HEAD) and i + 1 < self.size and reading.forms[i + 1][0].isalpha():
            double = _is(reading.words[i + 1], _HEAD) and i + 2 < self.size and reading.forms[i + 2][0].isalpha()
            return i + 3 if double else i + 2
        form = reading.forms[i]
        if reading.flags[i] & _KNOWN or len(form) < 3 or not L.HAMZA <= form[0] <= L.YEH:
            return None  # a known word, or none of Arabic letters
        if len(form) == 3 and (reading.flags[i] or not self._backed(i + 1)):
            return None
        if form in _OF_PLACES:
            return None  # "a quarter for housing"
        indefinite = form.endswith(L.HEH) and not form.startswith(L.AL)  # "a populated village", not a name
        if indefinite or form.endswith((L.HEH + L.ALEF, L.HEH + L.MEEM)):
            return None
        return i + 1

    def _owned(self, i: int, stop: int) -> bool:
        """Whether the name is part of the name of a body or an outlet."""
        for _first, end, body in self.bodies[
            bisect_left(self.bodies, (i - self.longest,)) : bisect_left(self.bodies, (i,))
        ]:
            if stop <= end:
                inside = bool(self.reading.words[i].preposition) or _is(self.reading.words[i - 1], _LEADING)
                return not (inside and body != "armed_group")
        return False

    def _unlikely(self, i: int, stop: int) -> bool:
        """Whether the word is a short name only once a letter is taken off: "fa-", "ka-"."""
        word = self.reading.words[i]
        if stop > i + 1 or word.stem.startswith(L.AL):
            return False
        return word.preposition == L.KAF or (word.conjunction == L.FEH and len(word.stem) < 5)

    def _compound(self, i: int) -> bool:
        """Whether the word begins a compound name that no list has: "Ayn" before an unknown word."""
        reading = self.reading
        if not _is(reading.words[i], _HEAD):
            return False
        return i + 1 < self.size and reading.flags[i + 1] == 0 and reading.forms[i + 1][0].isalpha()

    def _adjective(self, i: int, stop: int) -> bool:
        """Whether the word is an adjective of nationality behind a definite noun: "the Saudi forces"."""
        reading = self.reading
        word = reading.words[i]
        if stop > i + 1 or not i or word.form != word.stem or not word.stem.startswith(L.AL):
            return False
        if not reading.flags[i] & Kind.NISBA or reading.flags[i - 1] & (Kind.PLACE | Kind.FUNCTION):
            return False
        before = reading.words[i - 1]
        return before.form[before.before :].startswith(L.AL)

    def _list_behind(self, stop: int) -> bool:
        """Whether "and" with the name of a well-known place follows."""
        reading = self.reading
        if stop >= self.size or reading.words[stop].conjunction != L.WAW:
            return False
        named = self._listed(stop)
        return named is not None and named[1].needs is None

    def _never(self, i: int) -> bool:
        """Whether a phrase begins here that is no place: "Aleppo Today"."""
        return any(_row_is(entry, _NEVER) for _, entry in self.reading.phrases.get(i, ()))

    def _tanween(self, stop: int) -> bool:
        """Whether the last word is printed with the ending of an indefinite noun: then it is no name."""
        return _TANWEEN in self.reading.words_of(stop - 1, stop)[-2:]

    def _skip_owned(self, i: int) -> None:
        """Pass over the name behind a word such as `newspaper`: it is the newspaper's."""
        reading = self.reading
        j = i + 1
        if j < self.size and reading.forms[j] in _OPEN:
            j += 1
        named = self._listed(j)
        if named is not None and not reading.words[j].conjunction and not reading.words[j].preposition:
            self.free = named[0]

    # What is kept

    def _mention(
        self, i: int, stop: int, meaning: PlaceName, kind: PlaceKind | None, why: tuple[str, ...]
    ) -> PlaceMention:
        return PlaceMention(
            span=self.reading.bare_span(i, stop),
            candidates=meaning.ids,
            kind=kind,
            metonym=meaning.capital and kind is None and self._acts(i, stop),
            why={"name": why},
        )

    def _add(self, i: int, stop: int, meaning: PlaceName, kind: PlaceKind | None, why: tuple[str, ...]) -> None:
        mention = self._mention(i, stop, meaning, kind, why)
        self.found.append((i, mention))
        self.told.add(mention.candidates)

    def _unknown(self, i: int, stop: int, kind: PlaceKind | None, why: tuple[str, ...]) -> None:
        reading = self.reading
        span = reading.bare_span(i, stop)
        if reading.words[i].flags == 0 and reading.forms[i][0] == L.WAW and self.last.stop == i:
            span = Span(span.start + 1, span.end)  # the conjunction of a word that no list has
        self.found.append((i, PlaceMention(span=span, candidates=(), kind=kind, why={"name": why})))

    def _leave(self, stop: int, licence: int, kind: PlaceKind | None, *, many: bool = False) -> None:
        if stop < self.size and self.reading.forms[stop] in _CLOSE:
            self.last.stop = stop + 1
        else:
            self.last.stop = stop
        self.last.licence, self.last.kind, self.last.many = licence, kind, many
        self.free = stop

    def _acts(self, i: int, stop: int) -> bool:
        """Whether the capital stands for its government: nothing says that something is at or goes to the town."""
        reading = self.reading
        word = reading.words[i]
        if self.last.stop == i and word.conjunction and self.found:
            return self.found[-1][1].metonym  # "between Moscow and Washington"
        if word.preposition == L.BEH or not i:
            return bool(stop < self.size and reading.flags[stop] & _SPEECH)
        before = reading.words[i - 1]
        if reading.flags[i - 1] & Kind.NISBA and i > 1:
            before = reading.words[i - 2]  # "the Iranian capital Tehran"
        if (before.flags & Kind.TRIGGER and not before.flags & Kind.CUE_VERB) or not before.form[0].isalpha():
            return bool(stop < self.size and reading.flags[stop] & _SPEECH)
        return not any(
            isinstance(entry.row, PlaceWord) and entry.row.role in _LEADING and not entry.row.parties
            for entry in before.entries
        )


def find_places(reading: Reading) -> tuple[PlaceMention, ...]:
    """Every mention of a place, in the order of the text."""
    return _Search(reading).run()


_ADJECTIVE: Final = frozenset(("adjective",))
_EDGES: Final = word_class("edges of places")
_COMPASS: Final = word_class("points of the compass")
_OF_PLACES: Final = word_class("adjectives of places")
_TAIL: Final = frozenset(("tail", "adjective"))
_HEAD: Final = frozenset(("head",))
_WITHIN: Final = frozenset(("within",))
_LEADING: Final = frozenset(("within", "class"))
_NEVER: Final = frozenset(("never",))
_TAKES_UNLISTED: Final = frozenset(("city", "town", "village", "neighbourhood"))


def _is(word: Word, roles: frozenset[str]) -> bool:
    """Whether the word is a place word of one of the roles."""
    if not word.flags & (Kind.PLACE_CLASS | Kind.DIRECTION):
        return False
    return any(_row_is(entry, roles) for entry in word.entries)


def _row_is(entry: Entry, roles: frozenset[str]) -> bool:
    return isinstance(entry.row, PlaceWord) and entry.row.role in roles


def _named_bodies(reading: Reading) -> list[tuple[int, int, str]]:
    """Phrases that name a body or an outlet: first token, stop, kind of the body."""
    found = []
    for i, phrases in reading.phrases.items():
        for stop, entry in phrases:
            if entry.kind & _NAMED and getattr(entry.row, "named", None):
                found.append((i, stop, getattr(entry.row, "kind", "media")))
                break
    return sorted(found)
