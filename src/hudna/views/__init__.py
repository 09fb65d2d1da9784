"""The questions one asks of the record; typed answers that pages, commands and reports share."""

from hudna.views.answers import (
    Answer,
    CodingItem,
    Context,
    DocumentItem,
    Found,
    FoundDocument,
    FoundEvent,
    FoundStatement,
    IncidentItem,
    Source,
    StatementItem,
    TellerItem,
    encode_answer,
    encode_found,
)
from hudna.views.filters import Filters
from hudna.views.find import find_one
from hudna.views.incidents import INCIDENT_STATUSES, INCIDENT_TYPES
from hudna.views.lists import list_documents, list_incidents, list_statements

__all__ = [
    "INCIDENT_STATUSES",
    "INCIDENT_TYPES",
    "Answer",
    "CodingItem",
    "Context",
    "DocumentItem",
    "Filters",
    "Found",
    "FoundDocument",
    "FoundEvent",
    "FoundStatement",
    "IncidentItem",
    "Source",
    "StatementItem",
    "TellerItem",
    "encode_answer",
    "encode_found",
    "find_one",
    "list_documents",
    "list_incidents",
    "list_statements",
]
