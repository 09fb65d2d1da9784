"""Who speaks: short forms, posts and pronouns brought back to the fullest form that the document gives."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hudna.coding.names.appositions import apposition, name_before
from hudna.coding.names.couples import named_together
from hudna.coding.names.namefit import NEVER, fit_of, is_short_for, name_parts, name_words, same_body
from hudna.coding.names.naming import LATTER, Source, describe, describe_named
from hudna.coding.names.personnames import called
from hudna.coding.names.persons import (
    PERSONS,
    Person,
    Title,
    call,
    is_fuller_post,
    may_be_called,
    may_mean,
    may_share_side,
    same_post,
)
from hudna.coding.names.phrases import noun_phrase
from hudna.coding.names.posts import is_one_of_a_nation
from hudna.coding.names.sides import holds_on, speaks
from hudna.coding.words.agreement import EITHER, FEMININE, MASCULINE, agrees
from hudna.coding.words.cues import is_relative
from hudna.coding.words.nouns import LISTED, head_word, is_definite, is_named, printed
from hudna.coding.words.reading import Reading
from hudna.packs.lexicon import Kind
from hudna.packs.tables.speech import Body, KnownPerson, Post
from hudna.packs.wordclasses import only_word, word_class
from hudna.text import letters as L

_MOST_MENTIONS: Final = 20
"""Mentions of a body before its short form that are looked at, the last ones first."""
_MOST_AHEAD: Final = 1
"""Mentions behind it: a title's short form is explained by the first one."""
_BODIES: Final = ("organisation", "armed_group", "state", "media")
_LONGEST_BRACKET: Final = 5
_LONGEST_BODY: Final = 9
_LOOK_BACK: Final = 80
"""Tokens before `the statement` within which its author must be named."""
_FATHER: Final = (only_word("fathers"),)
_OFFICES: Final = (
    (frozenset(("President",)), frozenset(name_words(post) for post in word_class("heads of state"))),
    (
        frozenset(("Prime Minister", "Chancellor")),
        frozenset(name_words(post) for post in word_class("heads of government")),
    ),
    (
        frozenset(
            ("Minister of Foreign Affairs", "Minister for Foreign Affairs", "Secretary of State", "Foreign Secretary")
        ),
        frozenset(name_words(post) for post in word_class("foreign ministers")),
    ),
    (
        frozenset(("Minister of Defence", "Secretary of Defense", "Minister of National Defence")),
        frozenset(name_words(post) for post in word_class("defence ministers")),
    ),
)
"""Offices that one of a state holds: as the list of the well-known names them, and the words for them."""
_LARGEST_CAST: Final = 400
"""People that a text may name and all be compared with each new name: the time for a name stays bounded."""
_OF_NAME: Final = Kind.GIVEN | Kind.PERSON
"""What goes on with a name."""
_THINGS: Final = L.ALEF + L.TEH
_GOING_ON: Final = word_class("going on")
"""Verbs of somebody who has spoken already: `added`, `went on`."""
_ANY_BODY: Final = word_class("bodies of any kind")
_OF_MANY: Final = word_class("posts of many")
"""Posts that every body has: another's, where a second one is told of."""
_WINGS: Final = word_class("military wings")
_ADJECTIVE_START: Final = 4
"""Letters by which an adjective is known, whatever its ending."""


class Cast:
    """All that speak or are named with a post in one document. `recent` are those heard, the last one last."""

    def __init__(self, r: Reading) -> None:
        self._r = r
        self.people: list[Person] = []
        self.recent: list[Person] = []
        self._heads: dict[str, list[int]] | None = None
        self._short_names: dict[tuple[str, ...], str] | None = None
        self._holders: dict[tuple[str, str, str], tuple[int, int]] | None = None
        self._gather()

    @property
    def last(self) -> Person | None:
        """Who spoke last."""
        return self.recent[-1] if self.recent else None

    def turn(self, person: Person) -> Person:
        """The person, now the last one heard."""
        self.recent = [p for p in self.recent[-_LARGEST_CAST:] if p is not person]
        self.recent.append(person)
        return person

    def _admit(self, person: Person) -> None:
        """Take somebody new into the cast; a text that names more people than any report does forgets the first."""
        self.people.append(person)
        if len(self.people) > 2 * _LARGEST_CAST:
            del self.people[:_LARGEST_CAST]

    def forget(self, person: Person) -> None:
        """Take back that the person spoke last: somebody else was meant."""
        self.recent = [p for p in self.recent if p is not person]

    def carried(self, gender: int, number: int) -> Person | None:
        """Who spoke last, of those whom a verb of this gender and number may go on with."""
        other: Person | None = None
        for person in reversed(self.recent):
            if agrees(gender, person.gender):
                if agrees(number, person.many):
                    return person
                other = other or person
        return other or self.last

    def knows(self, name: str) -> bool:
        """Whether somebody of that name, or of a fuller or shorter one, is in the cast."""
        return self._find(name_parts(name)) is not None

    def has_last_name(self, form: str) -> bool:
        """Whether the folded word is the last name of a person in the cast."""
        parts = name_parts(form)
        return bool(parts) and any(len(p.parts) > 1 and p.parts[-1] == parts[0] for p in self.people)

    def hear(self, source: Source) -> Person | None:
        """The one that the source refers to, now the last one heard; `None` where it refers back to nobody."""
        self._cut_to_last_name(source)
        self._take_name(source)
        if source.voice and not source.sides and self.last is not None and self._speaks_for_last(source):
            source.sides, source.reasons = list(self.last.sides), [*source.reasons, "rule:side-of-last-speaker"]
        person = self._identify(source)
        if person is None and source.kind is None and source.name and not source.document:
            things = self._r.forms[source.first].endswith(_THINGS) and is_definite(self._r, source.first)
            person = Person(source, "unnamed" if things else "person")  # words of no list that speak: a name
            person.gender = EITHER
            self._admit(person)
        return self.turn(person) if person is not None else None

    def _take_name(self, source: Source) -> None:
        """Give the source the name that follows it: `a volunteer called X`, `the group known by the name "X"`."""
        r = self._r
        if source.kind not in (None, "unnamed", "person", "armed_group", "organisation"):
            return
        if (source.kind == "person" and source.name != source.post) or source.plural or source.document:
            return
        span = called(r, source.stop)
        if span is None or not _is_whole_called(r, source):
            return
        if source.kind in (None, "unnamed", "person"):
            source.kind = "person"
            source.post = source.post or (source.name if r.flags[source.first] & Kind.POST else None)
            source.definite = False
        source.name, source.stop = printed(r, *span), span[1]

    def _cut_to_last_name(self, source: Source) -> None:
        """End the source behind the last name of one of the cast: what follows is what he does or acts on."""
        r = self._r
        if source.kind in _BODIES or not source.name or source.name == source.post or source.joint:
            return
        k = _name_first(r, source)
        if k + 1 >= source.stop or r.flags[k + 1] & _OF_NAME or not r.is_word(k + 1) or r.words[k + 1].conjunction:
            return
        if r.flags[k + 1] & Kind.POST and not r.words[k + 1].article:
            return  # his post behind his name
        if r.flags[k] & Kind.GIVEN and not r.flags[k + 1] & LISTED:
            return  # another's given name and family name
        person = self._with_last_name(r.forms[k])
        if person is None or not person.words.isdisjoint(name_parts(r.forms[k + 1])):
            return
        if source.post and r.flags[k + 1] & Kind.POST:
            source.post = None
        source.name, source.stop, source.kind = printed(r, k, k + 1), k + 1, "person"

    def _with_last_name(self, form: str) -> Person | None:
        """The person of the cast whose name of several words ends in the folded word."""
        parts = name_parts(form)
        if len(parts) != 1:
            return None
        return next((person for person in self.people if _is_last_of(parts[0], person)), None)

    def _speaks_for_last(self, source: Source) -> bool:
        """Whether a pronoun ties the spokesman to the body that spoke last: `the spokesman in its name`."""
        r, last = self._r, self.last
        k = source.first + 1
        if last is None or last.kind not in _BODIES or k >= source.stop or not r.flags[k] & Kind.FUNCTION:
            return False
        return bool(r.words[k].pronoun) or r.forms[k].endswith((L.HEH, L.HEH + L.ALEF))

    # Gathering

    def _gather(self) -> None:
        """Meet everybody named with a post anywhere in the text, whether they speak or not."""
        r = self._r
        done = 0
        for i in r.at(Kind.POST):
            if i < done:
                continue
            found = r.match(i, Kind.POST)
            if found is None or (isinstance(found[1].row, Post) and found[1].row.plural is not None):
                continue
            limit = r.sentence_stop(i)
            together = named_together(r, i, limit)
            if together:
                for holder in together:
                    self._meet(holder)
                done = together[-1].stop
                continue
            done = apposition(r, i, noun_phrase(r, i, limit), limit)
            if done > i + 1:
                source = self._named_with_post(i, done)
                named = source is not None and source.kind == "person" and source.name != source.post
                if source is not None and named and _is_full(r, source):
                    self._meet(source)

    def _named_with_post(self, first: int, stop: int) -> Source | None:
        """Who is named with the post at `first`: behind it, or before it and a comma."""
        r = self._r
        source = describe_named(r, first, stop)
        if source is None or source.name == source.post or _serves(r, first, source):
            start = name_before(r, first)
            if start < first:
                return describe_named(r, start, stop)
        return source

    def _meet(self, source: Source) -> Person:
        """The person of the cast that the source names, made fuller by it; a new one where there is none."""
        parts = name_parts(source.name)
        words = frozenset(parts)
        known = self._find(parts) or self._well_known(source)
        if known is None:
            known = Person(source, source.kind or "person")
            self._admit(known)
            return known
        if len(words) > len(known.words):
            known.name, known.words, known.parts = source.name or known.name, words, parts
        known.gender = known.gender or source.gender
        known.known = known.known or source.known
        call(known, source)
        if source.post and (known.post is None or is_fuller_post(source, known)):
            known.post = source.post
        if source.sides and (not known.sides or (source.sure and not known.sure)):
            known.sides, known.sure, known.reasons = list(source.sides), source.sure, list(source.reasons)
        return known

    def _find(self, parts: tuple[str, ...]) -> Person | None:
        """The person whose name fits best; of several that fit as well, the one met first."""
        best, found = NEVER, None
        for person in self.people:
            fit = fit_of(parts, person.parts)
            if fit > best:
                best, found = fit, person
        return found

    def _well_known(self, source: Source) -> Person | None:
        """The well-known person of the cast whose name and by-name (`the father of X`) stand in one row."""
        if source.known is None or PERSONS not in source.known[1]:
            return None
        by_name = name_parts(source.name)[:1] == _FATHER
        for person in self.people:
            if person.known is not None and person.known[1] == source.known[1]:
                return person if by_name != (person.parts[:1] == _FATHER) else None
        return None

    # Identifying

    def _identify(self, source: Source) -> Person | None:
        """Whom the source means: by its text's author, by name, by what was told before, by post."""
        if source.honoured or source.head in LATTER:
            return self._told_last(source)
        if source.document:
            return self._author(source)
        if source.kind in ("armed_group", "unnamed"):
            namesake = self._namesake(source)
            if namesake is not None:
                return namesake
        if source.kind == "person" and source.name and source.name != source.post:
            return self._meet(source)
        if source.kind in _BODIES:
            source.name = self._in_full(source.name)
        if source.kind == "armed_group" and source.head in _WINGS:
            band = self._band(source)
            if band is not None:
                return band
        if source.definite:
            for refer in _REFERRING:
                person = refer(self, source)
                if person is not None:
                    return self._enriched(person, source)
        if source.kind is None:
            return self._find(name_parts(source.name))
        if source.kind == "unnamed" and source.voiced and not source.definite:
            named = self._named_later(source)
            if named is not None:
                return named
        return self._known(source) or Person(source, source.kind)

    def _named_later(self, source: Source) -> Person | None:
        """Who is named behind the source with its calling and the article: `a leader in X`, then `the leader Y`."""
        r = self._r
        fitting = [person for person in self.people if person.head == source.head]
        if len(fitting) != 1 or not may_share_side(fitting[0], source):
            return None
        first = fitting[0].first
        if not (source.stop <= first < source.stop + _LOOK_BACK and r.flags[first] & Kind.POST):
            return None
        beside = name_words(source.name) - name_words(r.forms[source.first])
        if not r.words[first].article or beside.isdisjoint(name_words(fitting[0].post or "")):
            return None  # a leader of what, an expert from where, is told of both
        return fitting[0] if not any(r.flags[k] & Kind.POST for k in range(source.stop, first)) else None

    def _namesake(self, source: Source) -> Person | None:
        """The person whose last name the word is, that means his band, nation or calling as well: `al-Huthi said`."""
        parts = name_parts(source.name)
        if len(parts) != 1 or self._r.words[source.stop - 1].preposition:
            return None
        heard = next((person for person in reversed(self.recent) if _is_last_of(parts[0], person)), None)
        if heard is not None:
            return heard
        return self._with_last_name(source.name) if source.kind == "unnamed" else None

    def _told_last(self, source: Source) -> Person | None:
        """`His Excellency`, who is the last person heard or met; `the latter`, who is whoever was named last."""
        if source.honoured:
            heard = next((p for p in reversed(self.recent) if p.kind == "person"), None)
            met = next((p for p in reversed(self.people) if p.first < source.first and p.kind == "person"), None)
            return heard or met or Person(source, "unnamed")
        r = self._r
        for i in range(source.first - 1, max(-1, source.first - _LOOK_BACK), -1):
            person = self._with_last_name(r.forms[i]) if not r.flags[i] & Kind.FUNCTION else None
            if person is not None and agrees(source.gender, person.gender):
                return person
            if source.gender == FEMININE and r.flags[i] & (Kind.BODY | Kind.PLACE) and not r.words[i].conjunction:
                named = self._named_at(i)
                if named is not None:
                    return named
        return self.last

    def _named_at(self, i: int) -> Person | None:
        """The state or body whose feminine name begins at token `i`."""
        body = self._described(i)
        if body.kind in _BODIES and not body.definite and agrees(FEMININE, body.gender):
            return self._identify(body)
        return None

    def _band(self, source: Source) -> Person | None:
        """The band of the same side that spoke last, called by what it is: `the military wing of X`."""
        for person in reversed(self.recent):
            if person.kind == "armed_group" and source.sides and person.sides[:1] == source.sides[:1]:
                return person
        return None

    def _in_full(self, name: str) -> str:
        """The full name of a body whose short one stands in brackets behind it somewhere in the text."""
        if self._short_names is None:
            self._short_names = self._bracketed()
        return self._short_names.get(name_parts(name), name) if self._short_names else name

    def _bracketed(self) -> dict[tuple[str, ...], str]:
        """Names of bodies in brackets, with the name before them."""
        r = self._r
        found: dict[tuple[str, ...], str] = {}
        for i in range(1, len(r) - 2):
            if r.forms[i] != "(" or not r.flags[i + 1] & (Kind.BODY | Kind.MEDIA):
                continue
            stop = next((k for k in range(i + 2, min(i + _LONGEST_BRACKET, len(r))) if r.forms[k] == ")"), 0)
            full = self._before_bracket(i)
            if stop and full:
                found.setdefault(name_parts(printed(r, i + 1, stop)), full)
        return found

    def _before_bracket(self, i: int) -> str:
        """The name of the body that ends before the bracket at `i`."""
        r = self._r
        end = i - 1 if r.forms[i - 1] in L.QUOTE_MARKS else i
        for k in range(max(r.sentence_first(i), i - _LONGEST_BODY), end - 1):
            if r.flags[k] & (Kind.BODY | Kind.MEDIA) and noun_phrase(r, k, end) >= end:
                return printed(r, k, end)
        return ""

    def _enriched(self, person: Person, source: Source) -> Person:
        """The person, with the side that another phrase for him tells."""
        if source.sides and not person.sides and person.kind == source.kind:
            person.sides, person.sure, person.reasons = list(source.sides), source.sure, list(source.reasons)
        return person

    def _known(self, source: Source) -> Person | None:
        """One of the cast that the source names by post, or one heard before under such a name."""
        words = name_words(source.name)
        if source.kind == "person":
            holder = self._holder(words, source)
            if holder is not None:
                return self._enriched(holder, source)
            same = self._by_epithet(source)
            if same is not None:
                return same
        other = source.kind == "unnamed" and not source.definite  # `a source` and then `a security source` are two
        for person in reversed(self.recent):
            if other and person.words != words and person.first >= self._r.title_stop:
                continue
            if person.kind == source.kind and person.joint == source.joint and same_body(person.words, words):
                if len(words) > len(person.words):
                    person.name, person.words, person.parts = source.name, words, name_parts(source.name)
                return person
        return self._full_form(source)

    def _by_epithet(self, source: Source) -> Person | None:
        """Who spoke last, called by another post of his: behind `and he added`, or where nobody else has spoken."""
        r, last, k = self._r, self.last, source.first - 1
        if last is None or last.kind != "person" or last.post in (None, last.name) or last.joint or source.voice:
            return None
        if k < 0 or source.name != source.post or not may_share_side(last, source) or not r.flags[k] & Kind.CUE_VERB:
            return None
        if source.office and (last.office or not source.sides):
            return None
        if r.words[k].stem in _GOING_ON:
            return last
        alone = len(self.recent) == 1 and bool(r.words[k].conjunction) and k == r.sentence_first(k)
        alone = alone and source.head not in _OF_MANY
        return last if alone and last.first >= r.title_stop else None

    def _full_form(self, source: Source) -> Person | None:
        """The only body heard whose long name the source's is short for: `the centre of truce`."""
        if source.kind not in _BODIES or source.plural or source.joint:
            return None
        parts = name_parts(source.name)
        fitting = [p for p in self.recent if p.kind == source.kind and not p.joint and is_short_for(parts, p.parts)]
        return fitting[0] if len(fitting) == 1 and may_share_side(fitting[0], source) else None

    def _holder(self, words: frozenset[str], source: Source) -> Person | None:
        """The person of the cast whose post the words name."""
        if len(words) < 2:
            return None
        told = source.first >= self._r.title_stop
        if told and source.office and is_one_of_a_nation(self._r, source.first, source.stop):
            return None
        core = self._core(words)
        for person in self.people:
            if not may_share_side(person, source):
                continue
            for title in person.titles:
                if same_post(person, title, source) and self._is_same_post(title, source, words, core):
                    return person
        return self._only_spokesman(source) or self._by_office(core, source)

    def _by_office(self, core: frozenset[str], source: Source) -> Person | None:
        """Who is known to hold the office on the day of the text, where the text names him, if without his office."""
        office = next((name for name, words in _OFFICES if core in words), None)
        if office is None or not source.sides:
            return None
        found = [
            span
            for (side, post, _), span in self._office_holders().items()
            if side == source.sides[0] and post in office
        ]
        if len(found) != 1:
            return None
        named = describe(self._r, *found[0])
        named.kind, named.post, named.head, named.calling = "person", source.post, source.head, source.calling
        named.sides, named.office = list(source.sides), source.office
        return self._meet(named)

    def _office_holders(self) -> dict[tuple[str, str, str], tuple[int, int]]:
        """Side, office and row of the well-known whom the text names, with the tokens of the longest name of each."""
        if self._holders is None:
            self._holders = {}
            for i in self._r.at(Kind.PERSON):
                match = self._r.match(i, Kind.PERSON)
                if match is None or not isinstance(match[1].row, KnownPerson):
                    continue
                row = match[1].row
                if holds_on(row, self._r.published):
                    key = row.side, row.post, match[1].why
                    first, stop = self._holders.get(key, (i, i))
                    if match[0] - i > stop - first:
                        self._holders[key] = i, match[0]
        return self._holders

    def _is_same_post(self, title: Title, source: Source, words: frozenset[str], core: frozenset[str]) -> bool:
        """Whether the words of the source name the post, or it them: by one row, or one within the other."""
        if source.calling and title.calling == source.calling:
            return True
        post = name_words(title.post)
        held = self._core(post)
        return core <= held or held <= core or words <= post or post <= words

    def _core(self, words: frozenset[str]) -> frozenset[str]:
        """The words of a post without those that tell a nation."""
        look = self._r.lexicon.word
        return frozenset(word for word in words if not look(word).flags & (Kind.NISBA | Kind.PLACE))

    def _only_spokesman(self, source: Source) -> Person | None:
        """The only one of the cast who speaks in another's name, where both sides may be one."""
        if not source.voice:
            return None
        voices = [person for person in self.people if person.voice]
        if len(voices) != 1 or (source.sides and voices[0].sides and source.sides[:1] != voices[0].sides[:1]):
            return None
        return voices[0]

    def _author(self, source: Source) -> Person | None:
        """Who issued the text that speaks: the last one heard that is no outlet, else the last body named."""
        same = next((p for p in reversed(self.recent) if p.kind == "unnamed" and p.head == source.head), None)
        if same is not None:
            return same
        heard = next((p for p in reversed(self.recent) if p.kind not in ("media", "unnamed")), None)
        return heard or self._named_before(source) or self.last

    def _named_before(self, source: Source) -> Person | None:
        """The last body named in the text before the source."""
        r = self._r
        for i in range(source.first - 1, max(-1, source.first - _LOOK_BACK), -1):
            if r.flags[i] & Kind.BODY and not r.words[i].article:
                body = self._described(i)
                if body.kind is not None and not body.document:
                    return self._identify(body)
        return None

    def _described(self, i: int) -> Source:
        return describe(self._r, i, noun_phrase(self._r, i, self._r.sentence_stop(i)))

    # Referring back: `the minister`, `the Emirati official`, `the writer`, `the organisation`

    def _back(self, source: Source) -> Person | None:
        """The last speaker that the bare definite noun may mean: the minister, the source, the agency."""
        told = name_words(source.name)
        fitting = [p for p in reversed(self.recent) if may_mean(source, p)]
        found = next((p for p in fitting if told <= p.words), None)
        if found is None and source.kind == "media":
            found = self._full_name(source) or self._outlet_before(source)  # an outlet that was only quoted
        found = found or next(iter(fitting), None)
        found = found or next((p for p in self.people if p.head == source.head and may_share_side(p, source)), None)
        return found or self._only_spokesman(source)

    def _same_side(self, source: Source) -> Person | None:
        """`The Emirati official`: the last person heard who speaks for that side."""
        if source.kind not in ("unnamed", "person") or not source.sides or source.plural:
            return None
        fitting = [p for p in reversed(self.recent) if may_be_called(p, source)]
        if fitting:
            return fitting[0]
        told = [p for p in self.people if may_be_called(p, source)]
        return told[0] if len(told) == 1 else None

    def _any_person(self, source: Source) -> Person | None:
        """`The writer`, said of one known by another calling: the last person heard."""
        if source.kind != "person" or source.stop - source.first > 1:
            return None
        last = next((p for p in reversed(self.recent) if p.kind == "person"), None)
        # `The president` is nobody who was called a minister.
        return last if last is not None and not (source.office and last.post is not None) else None

    def _full_name(self, source: Source) -> Person | None:
        """`The organisation`, said of a body that the text named before without making it speak."""
        if source.kind in ("person", None):
            return None
        mentions = self._mentions(source.head)
        before = [i for i in mentions if i < source.first][-_MOST_MENTIONS:]
        for i in (*reversed(before), *[i for i in mentions if i > source.first][:_MOST_AHEAD]):
            body = self._described(i)
            if body.kind == source.kind and not body.definite and self._is_qualified(source, body):
                return self._identify(body)
        return self._named_body(source)

    def _named_body(self, source: Source) -> Person | None:
        """`The movement`, said of the only body of its kind that the text has called by its own name alone."""
        r = self._r
        if source.kind not in ("organisation", "armed_group") or source.stop - source.first > 1:
            return None
        found: tuple[int, int] | None = None
        name = ""
        for i in range(max(0, source.first - _LOOK_BACK), source.first):
            match = r.match(i, Kind.BODY) if r.flags[i] & Kind.BODY else None
            if match is None or not is_named(match[1]):
                continue
            row = match[1].row
            if isinstance(row, Body) and row.kind == source.kind:
                if found is not None and printed(r, i, match[0]) != name:
                    return None
                found, name = (i, match[0]), printed(r, i, match[0])
        return self._identify(describe(r, *found)) if found is not None else None

    def _same_organisation(self, source: Source) -> Person | None:
        """`The international organisation`: the last body heard of its kind that speaks for the same side."""
        if source.kind != "organisation" or not source.sides or source.plural or source.head not in _ANY_BODY:
            return None
        return next((p for p in reversed(self.recent) if p.kind == source.kind and p.sides == source.sides), None)

    def _mentioned(self, source: Source) -> Person | None:
        """`The official`, said of one whom the text told of before without a name and without making him speak."""
        r = self._r
        if source.kind != "person" or source.office or source.voice or source.stop - source.first > 1:
            return None
        for i in range(source.first - 1, max(-1, source.first - _LOOK_BACK), -1):
            if r.flags[i] & Kind.POST and not r.words[i].article and head_word(r, i).rstrip(L.ALEF) == source.head:
                other = self._described(i)
                return self._known(other) or Person(other, other.kind) if other.kind == "unnamed" else None
        return None

    def _outlet_before(self, source: Source) -> Person | None:
        """`The agency`, said of an outlet that the text named by its own name alone."""
        r = self._r
        for i in range(source.first - 1, max(-1, source.first - _LOOK_BACK), -1):
            if r.flags[i] & Kind.MEDIA:
                found = r.match(i, Kind.MEDIA)
                if found is not None and is_named(found[1]):
                    return self._identify(describe(r, i, found[0]))
        return None

    def _is_qualified(self, source: Source, body: Source) -> bool:
        """Whether the adjective of a short form goes with the body: `the local council` is no military one."""
        words = name_parts(source.name)
        if len(words) < 2 or self._r.lexicon.word(words[1]).flags & (Kind.NISBA | Kind.FUNCTION):
            return True
        start = words[1][:_ADJECTIVE_START]
        return any(word.startswith(start) for word in name_parts(body.name))

    def _mentions(self, head: str) -> list[int]:
        """The tokens of bodies, outlets and sources with this head and without the article."""
        r = self._r
        if self._heads is None:
            self._heads = {}
            for i in r.at(Kind.BODY | Kind.MEDIA | Kind.SOURCE):
                if not r.words[i].article:
                    self._heads.setdefault(head_word(r, i), []).append(i)
        return self._heads.get(head, [])


_REFERRING: Final[tuple[Callable[[Cast, Source], Person | None], ...]] = (
    Cast._back,
    Cast._same_side,
    Cast._mentioned,
    Cast._any_person,
    Cast._same_organisation,
    Cast._full_name,
)


def _is_last_of(part: str, person: Person) -> bool:
    """Whether the folded word is the last of the several words of a person's name."""
    return person.kind == "person" and len(person.parts) > 1 and person.parts[-1] == part


def _is_whole_called(r: Reading, source: Source) -> bool:
    """Whether what is called by the name behind the phrase is its first word: not `a leader in a group called X`."""
    for k in range(source.first + 1, source.stop):
        if r.flags[k] & Kind.FUNCTION or r.words[k].preposition:
            return False
    verb = next((k for k in range(source.stop, len(r)) if r.is_word(k) and not is_relative(r, k)), source.stop)
    form = r.forms[verb].removeprefix(L.WAW)
    gender = FEMININE if form.startswith(L.TEH) else MASCULINE if form.startswith(L.YEH) else EITHER
    return agrees(gender, source.gender)


def _name_first(r: Reading, source: Source) -> int:
    """Where the source's name begins in its phrase: behind titles and the post."""
    for k in range(source.first, source.stop):
        if source.name.startswith(printed(r, k, k + 1)) and r.is_word(k):
            return k
    return source.stop


def _serves(r: Reading, first: int, source: Source) -> bool:
    """Whether the name behind the post at `first` may be the one served: another title stands before it."""
    if source.post is None:
        return False
    for k in range(first + 1, source.stop):
        if r.flags[k] & (Kind.GIVEN | Kind.PERSON):
            return False
        if r.flags[k] & (Kind.POST | Kind.HONORIFIC) and not r.words[k].conjunction:
            return r.flags[k - 1] & Kind.BODY != 0 or bool(r.words[k].preposition) or not r.flags[k - 1] & LISTED
    return False


def _is_full(r: Reading, source: Source) -> bool:
    """Whether the phrase gives a name of two words or more, with no country or other known word in it."""
    words = name_words(source.name)
    if not 2 <= len(words) <= 6:
        return False
    if any(r.lexicon.word(w).flags & (Kind.CONTENT_NOUN | Kind.OCCASION) for w in words):
        return False
    return not any(
        r.flags[i] & Kind.PLACE and not words.isdisjoint(name_parts(r.forms[i])) and speaks(r, i)
        for i in range(source.first, source.stop)
    )
