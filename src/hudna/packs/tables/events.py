"""Words of events and of claims."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

import msgspec

from hudna.model.findings import ClaimRelation, EventType, Status
from hudna.packs.inflect import Inflection
from hudna.packs.lexicon import Kind
from hudna.packs.tables import Table
from hudna.text import fold_word
from hudna.text import letters as L

TriggerClass = Literal["verb", "masdar", "noun", "participle", "toll"]
First = Literal["actor", "target", "either", "none"]


class Trigger(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """A word or phrase that tells of an event.

    `cls` says how it is built in (`toll`: a consequence that belongs to the attack told beside it); `first`
    what the noun phrase behind it is; `needs` which words must stand near it, or may not (see `wanted`,
    `beside`, `unwanted`).
    """

    type: EventType
    cls: TriggerClass
    word: str
    first: First = "none"
    needs: str = ""
    status: Status | None = None
    """What such an event is where nothing else tells."""
    inflect: Inflection = "fixed"

    @cached_property
    def finite(self) -> bool:
        """Whether the row lists a finite verb."""
        return self.cls == "verb" or self.inflect in ("perfect", "imperfect")

    @cached_property
    def like_article(self) -> bool:
        """Whether the word begins like one with the article and has none: `alqa`, `iltaqa`."""
        return fold_word(self.word).startswith(L.AL)

    @cached_property
    def wanted(self) -> frozenset[str]:
        """Classes of event words, one of which must stand near; empty: none is needed."""
        return frozenset(name for name in self.needs.split("+") if name and name[0] not in "!^")

    @cached_property
    def beside(self) -> frozenset[str]:
        """Classes of event words, one of which must stand right beside: what moves, who comes."""
        return frozenset(name[1:] for name in self.needs.split("+") if name.startswith("^"))

    @cached_property
    def unwanted(self) -> frozenset[str]:
        """Classes none of which may stand near; `the`: the word may not have the article."""
        return frozenset(name[1:] for name in self.needs.split("+") if name.startswith("!"))


class EventWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word round a trigger that tells its type, its parties, its toll or its status."""

    cls: str
    word: str
    inflect: Inflection = "fixed"


class ClaimWord(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A phrase of what is so and is no event; `role` says how it joins what stands round it.

    `between`: the subject stands before, the object behind. `after`: subject before, object the word or two
    between the brackets or commas that the phrase closes. `holds`: the whole before, its members behind;
    `comprises`: a verb, behind it the whole, behind `of` its members; `belongs`: the member before, the whole
    behind; `one-of`: the same behind a comma; `part-of`: the same, the whole behind `li-`.
    `controlled`: the place before, who controls it behind; `controls`: a verb whose subject holds what stands
    behind its preposition; `subject-to`: one whose subject is held by whom the next preposition names;
    `holding`: the phrase is what is held, by whom it names behind it.
    `role`: the phrase is the role, who has it stands behind. `extent`: the zones stand on one side, what they
    comprise behind. `number`: behind such a phrase, the number of a further zone: `the second`.
    `basis`: the agreement is told before in the sentence, what it rests on stands behind.
    """

    relation: ClaimRelation
    role: Literal[
        "between",
        "after",
        "holds",
        "comprises",
        "belongs",
        "part-of",
        "controlled",
        "controls",
        "subject-to",
        "holding",
        "one-of",
        "role",
        "extent",
        "number",
        "basis",
    ]
    word: str


TABLES: tuple[Table, ...] = (
    Table(file="triggers.csv", row=Trigger, kind=Kind.TRIGGER),
    Table(file="eventwords.csv", row=EventWord, kind=Kind.EVENT_WORD),
    Table(file="claims.csv", row=ClaimWord, kind=Kind.CLAIM),
)
