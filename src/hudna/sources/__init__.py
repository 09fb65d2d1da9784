"""Bytes, files and streams become articles."""

from hudna.sources.files import MAX_LINE, Rejected, read_documents
from hudna.sources.rows import MAX_DOCUMENT, Defaults, read_day

__all__ = ["MAX_DOCUMENT", "MAX_LINE", "Defaults", "Rejected", "read_day", "read_documents"]
