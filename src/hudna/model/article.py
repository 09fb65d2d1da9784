"""What comes in: one news text with what is known about it."""

from __future__ import annotations

import hashlib
from datetime import date

import msgspec

from hudna.model.findings import Problem


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One news text, ready to be coded.

    `text` is the title, a blank line, then the body (no title: the body alone), in NFC, with `\\n` line ends
    and no white space at either end. All spans of the record are offsets into it.
    """

    text: str
    lang: str
    """ISO 639-1 code; `und` where the language can't be told."""
    outlet: str | None = None
    url: str | None = None
    published: date | None = None
    given_id: str | None = None
    """The id that the source gave; echoed in the record, never used to tell documents apart."""
    notices: tuple[Problem, ...] = ()
    """What was odd about the bytes (another encoding than UTF-8, say)."""

    @property
    def id(self) -> str:
        """The document's identity: a hash of outlet, url, published and text (record.md, Identity)."""
        day = self.published.isoformat() if self.published else ""
        return content_id("doc", self.outlet or "", self.url or "", day, self.text)


def content_id(kind: str, *parts: str) -> str:
    """A short stable id for content: equal parts give equal ids, on any machine and in any run.

    20 hex digits (80 bits) of SHA-256 behind a prefix: with ten million rows, the chance that any two
    collide is below one in ten billion.
    """
    digest = hashlib.sha256("\x1f".join((kind, *parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{kind}-{digest[:20]}"
