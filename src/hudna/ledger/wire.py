"""How a coded record is kept: without what other columns hold.

The text stands in `documents`, coder and packs in `codings`; what is left is the reading, and its digest says
whether two coders agree.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

import msgspec

from hudna.errors import LedgerDamaged, NotText
from hudna.model.article import Article
from hudna.model.findings import Problem
from hudna.model.spans import Span
from hudna.record import CoderRecord, DocumentRecord, ProblemRecord, decode, encode

_SURROGATE = re.compile("[\ud800-\udfff]")
_NO_CODER = CoderRecord(version="", packs={})
_NOTICES = msgspec.json.Decoder(list[ProblemRecord])
_PACKS = msgspec.json.Decoder(dict[str, str])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text was coded to, as one line, and the digest of that line."""

    line: str
    digest: str


def reading_of(record: DocumentRecord) -> Reading:
    """The reading in a record. Equal findings give equal digests, whoever coded them."""
    line = encode(msgspec.structs.replace(record, text="", coder=_NO_CODER))
    return Reading(line=line.decode("utf-8"), digest=hashlib.sha256(line).hexdigest()[:32])


def whole_record(line: str, *, text: str, coder: str, packs: str) -> DocumentRecord:
    """The record as it was rendered."""
    try:
        record = decode(line)
        made_by = CoderRecord(version=coder, packs=_PACKS.decode(packs))
    except msgspec.DecodeError as fault:
        raise LedgerDamaged(
            f"a record in the ledger can't be read: {fault}", hint="Restore the ledger from a backup."
        ) from fault
    return msgspec.structs.replace(record, text=text, coder=made_by)


def packs_line(record: DocumentRecord) -> str:
    """The packs of a record as JSON, sorted by name."""
    return msgspec.json.encode(record.coder.packs, order="deterministic").decode("utf-8")


def notices_line(notices: tuple[Problem, ...]) -> str:
    """Notices as a JSON list."""
    rows = [
        ProblemRecord(code=n.code, span=None if n.span is None else (n.span.start, n.span.end), reason=n.reason)
        for n in notices
    ]
    return msgspec.json.encode(rows).decode("utf-8")


def notices_of(line: str) -> tuple[Problem, ...]:
    """The notices in a JSON list."""
    return problems_of_rows(_NOTICES.decode(line))


def problems_of_rows(rows: list[ProblemRecord]) -> tuple[Problem, ...]:
    """Problem rows of a record as domain types."""
    return tuple(Problem(code=r.code, reason=r.reason, span=None if r.span is None else Span(*r.span)) for r in rows)


def check_storable(article: Article) -> None:
    """Raises `NotText` for characters that no store of ours takes, so that both stores refuse the same."""
    for words in (article.text, article.outlet, article.url, article.given_id, article.lang):
        if words and ("\0" in words or _SURROGATE.search(words)):
            raise NotText(
                f"document {article.id} holds a NUL character or half of a surrogate pair",
                hint="Clean the text; such characters come from broken conversions.",
            )
