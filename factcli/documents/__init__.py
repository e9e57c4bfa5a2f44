"""Read drafts and articles: a file or its text -> a :class:`Document` of prose that knows where it stands."""

from __future__ import annotations

from factcli.documents.document import Document, DocumentError, Paragraph, Place
from factcli.documents.files import decode_document, parse_document, read_document

__all__ = ["Document", "DocumentError", "Paragraph", "Place", "decode_document", "parse_document", "read_document"]
