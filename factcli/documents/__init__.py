"""Read drafts and articles: a file or its text in, a :class:`Document` of prose with a map to the source out."""

from __future__ import annotations

from factcli.documents.document import Document, DocumentError, Place
from factcli.documents.files import decode_document, parse_document, read_document

__all__ = ["Document", "DocumentError", "Place", "decode_document", "parse_document", "read_document"]
