"""Archives made for tests: pages as a web archive holds them."""

from __future__ import annotations

import gzip

# qala al-mutahaddith bi-ism majlis ash-shamal inna al-quwwat multazimah bil-hudnah...
SENTENCE = "قال المتحدث باسم مجلس الشمال إن القوات ملتزمة بالهدنة في السهل وإن الوضع هادئ منذ يوم أمس"
# al-hudnah qa'imah
TITLE = "الهدنة قائمة"
# sahifat as-sahl
SITE = "صحيفة السهل"


def a_page(*, day: str | None = "2025-02-03", story: bool = True) -> bytes:
    """A page of a paper, with its template round the story."""
    dated = f'<meta property="article:published_time" content="{day}T10:00:00Z">' if day else ""
    paragraphs = "".join(f"<p>{SENTENCE} ({n}).</p>" for n in range(8))
    body = f"<article><h1>{TITLE}</h1>{paragraphs}</article>" if story else ""
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE}</title>{dated}'
        f'<meta property="og:site_name" content="{SITE}"></head>'
        f"<body><nav><a href='/'>menu</a></nav>{body}<footer>2025</footer></body></html>"
    ).encode()


def answer(body: bytes, *, status: str = "200 OK", kind: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    """What a server answered."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body


def record(
    body: bytes, *, type: str = "response", url: str = "http://sahl.example/1", kind: str | None = None
) -> bytes:
    """A record of a web archive."""
    kind = kind or ("application/http; msgtype=response" if type == "response" else "text/plain")
    head = (
        f"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Date: 2025-03-01T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(body):032d}>\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """The records as web archives are packed: one gzip member each."""
    return b"".join(gzip.compress(one, mtime=0) for one in records)
