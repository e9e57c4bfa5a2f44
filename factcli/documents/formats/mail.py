"""Read e-mail (.eml): the subject, the date and the text; of a text and its HTML the text is read."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

from factcli.documents.document import DocumentError
from factcli.documents.formats.html import parse_html
from factcli.documents.formats.written import WrittenDocument
from factcli.documents.plain import parse_plain

if TYPE_CHECKING:
    from email.message import EmailMessage

    from factcli.documents.document import Document


def parse_mail(data: bytes, *, name: str) -> Document:
    """The document in the bytes of an e-mail; raises :class:`DocumentError` if it has no text.

    Quoted lines of an earlier mail (``>``) are read as they are.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    text = _text(message, name)
    document = WrittenDocument(name)
    for field in ("Subject", "Date"):
        value = _field(message, field)
        if value:
            document.begin_part(field.lower())
            document.add_paragraph(value, level=1 if field == "Subject" else None)
    document.begin_part("text")
    for start, end in text.paragraphs:
        document.add_paragraph(text.text[start:end])
    return document.document()


def _field(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    # The parser of a field raises what it meets in a broken one.
    except Exception:  # noqa: BLE001 - a broken field is as none
        return ""


def _text(message: EmailMessage, name: str) -> Document:
    body = message.get_body(("plain", "html"))
    try:
        content = body.get_content() if body else None
    except (LookupError, UnicodeError, ValueError) as error:
        raise DocumentError(name, "has a text in an unknown encoding", hint="save the text as .txt") from error
    if not isinstance(content, str) or body is None:
        raise DocumentError(name, "has no text", hint="save the text as .txt")
    parse = parse_html if body.get_content_subtype() == "html" else parse_plain
    return parse(content, name=name)
