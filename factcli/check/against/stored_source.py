"""A source as it was read, in bytes: what a cache keeps of it goes out, and comes in again."""

from __future__ import annotations

from itertools import starmap

import msgspec

from factcli.check.against.read_source import ReadSource
from factcli.documents.document import Document, DocumentPart, Paragraph
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Mention, MentionKind, Quantity, Role
from factcli.spans import Span


class StoredMention(msgspec.Struct, array_like=True, frozen=True):
    """A mention without its words, which are in the text; its value is an amount or, as text, a date."""

    start: int
    end: int
    kind: MentionKind
    amount: Quantity | None
    date: str | None
    modifiers: tuple[str, ...]
    alternative: str | None
    role: Role | None
    is_possible: bool


class StoredSource(msgspec.Struct, array_like=True, frozen=True):
    """A source as it was read; ``paragraphs`` are starts, ends and headings, spans are starts and ends."""

    seal: str
    text: str
    paragraphs: list[tuple[int, int, str | None]]
    headings: list[tuple[int, int]]
    parts: list[tuple[int, str, bool]]
    block_quotes: list[tuple[int, int]]
    sentences: list[tuple[int, int]]
    mentions: list[StoredMention]


_DECODER = msgspec.msgpack.Decoder(StoredSource)
FIELDS = (*StoredSource.__struct_fields__, *StoredMention.__struct_fields__, *Quantity.__struct_fields__)
"""The names of all that is stored."""


def encode_source(source: ReadSource, seal: str) -> bytes:
    """All that was read of a source; ``seal`` says which source it was."""
    document = source.document
    stored = StoredSource(
        seal,
        source.text,
        [(*each.span, each.heading) for each in document.paragraphs],
        [(*each,) for each in document.headings],
        [(each.start, each.label, each.is_exact) for each in document.parts],
        [(*each,) for each in document.block_quotes],
        [(*each,) for each in source.sentences],
        [_stored_mention(each) for mentions in source.mentions for each in mentions],
    )
    return msgspec.msgpack.encode(stored)


def decode_source(data: bytes, name: str, seal: str) -> ReadSource | None:
    """The source, which is now called ``name``; None for bytes that were not encoded for this seal."""
    try:
        stored = _DECODER.decode(data)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    return _revived(stored, name) if stored.seal == seal and _is_sound(stored) else None


def _is_sound(stored: StoredSource) -> bool:
    """Whether all places of what is stored are in its text, in order."""
    size = len(stored.text)
    spans = (stored.sentences, stored.headings, stored.block_quotes, [each[:2] for each in stored.paragraphs])
    placed = all(0 <= start <= end <= size for each in spans for start, end in each)
    stated = all(
        0 <= each.start <= each.end <= size and (each.amount is None) != (each.date is None) for each in stored.mentions
    )
    starts = [start for start, _ in stored.sentences]
    return placed and stated and starts == sorted(starts)


def _stored_mention(mention: Mention) -> StoredMention:
    value = mention.value
    return StoredMention(
        *mention.span,
        mention.kind,
        value if isinstance(value, Quantity) else None,
        value.text if isinstance(value, EdtfDate) else None,
        mention.modifiers,
        mention.alternative.text if mention.alternative else None,
        mention.role,
        mention.is_possible,
    )


def _revived(stored: StoredSource, name: str) -> ReadSource:
    document = Document(
        name,
        stored.text,
        stored.text,
        [Paragraph(Span(start, end), heading) for start, end, heading in stored.paragraphs],
        list(starmap(Span, stored.headings)),
        parts=list(starmap(DocumentPart, stored.parts)),
        block_quotes=list(starmap(Span, stored.block_quotes)),
    )
    figures = (_revived_mention(each, stored.text) for each in stored.mentions)
    return ReadSource(document, list(starmap(Span, stored.sentences)), figures)


def _revived_mention(stored: StoredMention, text: str) -> Mention:
    value = EdtfDate(stored.date or "") if stored.amount is None else stored.amount
    alternative = EdtfDate(stored.alternative) if stored.alternative else None
    span, surface = Span(stored.start, stored.end), text[stored.start : stored.end]
    return Mention(span, surface, stored.kind, value, stored.modifiers, alternative, stored.role, stored.is_possible)
