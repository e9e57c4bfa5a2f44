"""A source as it was read, in bytes: what a cache keeps of it goes out, and comes in again."""

from __future__ import annotations

from array import array
from collections.abc import Collection
from itertools import starmap
from operator import le
from typing import TYPE_CHECKING

import msgspec

from factcli.check.against.capitals import Capitals
from factcli.check.against.read_source import ReadSource, SpanColumns
from factcli.documents.document import Document, DocumentPart, Paragraph
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Mention, MentionKind, Quantity, Role
from factcli.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


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
    """A source as it was read; spans of sentences, paragraphs and headings are columns, in the bytes of this machine.

    ``capitals`` are the words with capitals, and two columns as :class:`Capitals` has them.
    """

    seal: str
    text: str
    headings: tuple[bytes, bytes]
    parts: list[tuple[int, str, bool]]
    paragraphs: tuple[bytes, bytes]
    sentences: tuple[bytes, bytes]
    mentions: list[StoredMention]
    capitals: tuple[list[str], bytes, bytes]


_DECODER = msgspec.msgpack.Decoder(StoredSource)
FIELDS = (*StoredSource.__struct_fields__, *StoredMention.__struct_fields__, *Quantity.__struct_fields__)
"""The names of all that is stored."""


def encode_source(source: ReadSource, seal: str) -> bytes:
    """All that was read of a source; ``seal`` says which source it was."""
    document, capitals = source.document, source.capitals
    stored = StoredSource(
        seal,
        source.text,
        _bytes_of(SpanColumns.of(document.headings)),
        [(each.start, each.label, each.is_exact) for each in document.parts],
        _bytes_of(SpanColumns.of(each.span for each in document.paragraphs)),
        _bytes_of(source.sentences),
        [_stored_mention(each) for mentions in source.mentions for each in mentions],
        (list(capitals.words), capitals.ends.tobytes(), capitals.sentences.tobytes()),
    )
    return msgspec.msgpack.encode(stored)


def decode_source(data: bytes, name: str, seal: str) -> ReadSource | None:
    """The source, which is now called ``name``; None for bytes that were not encoded for this seal."""
    try:
        stored = _DECODER.decode(data)
        places = sentences, paragraphs, headings = tuple(
            map(_spans, (stored.sentences, stored.paragraphs, stored.headings))
        )
        capitals = Capitals(stored.capitals[0], *map(_column, stored.capitals[1:]))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    is_sound = stored.seal == seal and all(_is_sound(stored, each) for each in places)
    if not is_sound or not capitals.is_sound(len(sentences)):
        return None
    figures = (_revived_mention(each, stored.text) for each in stored.mentions)
    return ReadSource(_revived(stored, name, paragraphs, headings), sentences, figures, capitals)


def _is_sound(stored: StoredSource, spans: SpanColumns) -> bool:
    """Whether all places are in the text, and spans in order."""
    size = len(stored.text)
    placed = all(map(le, spans.starts, spans.ends)) and all(map(le, spans.starts, spans.starts[1:]))
    return (
        len(spans.starts) == len(spans.ends)
        and placed
        and max(spans.ends, default=0) <= size
        and all(0 <= each.start <= each.end <= size for each in stored.mentions)
        and all((each.amount is None) != (each.date is None) for each in stored.mentions)
    )


def _bytes_of(spans: SpanColumns) -> tuple[bytes, bytes]:
    return spans.starts.tobytes(), spans.ends.tobytes()


def _spans(stored: tuple[bytes, bytes]) -> SpanColumns:
    """Raises ValueError for bytes that are not columns."""
    return SpanColumns(*map(_column, stored))


def _column(stored: bytes) -> array[int]:
    column = array("I")
    column.frombytes(stored)
    return column


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


def _revived(stored: StoredSource, name: str, paragraphs: SpanColumns, headings: SpanColumns) -> Document:
    return Document(
        name,
        stored.text,
        stored.text,
        _Paragraphs(paragraphs),
        headings,
        parts=list(starmap(DocumentPart, stored.parts)),
    )


class _Paragraphs(Collection[Paragraph]):
    """The paragraphs of a source, without their headings."""

    def __init__(self, spans: SpanColumns) -> None:
        self._spans = spans

    def __iter__(self) -> Iterator[Paragraph]:
        return (Paragraph(span, None) for span in self._spans)

    def __len__(self) -> int:
        return len(self._spans)

    def __contains__(self, paragraph: object) -> bool:
        return any(paragraph == each for each in self)


def _revived_mention(stored: StoredMention, text: str) -> Mention:
    value = EdtfDate(stored.date or "") if stored.amount is None else stored.amount
    alternative = EdtfDate(stored.alternative) if stored.alternative else None
    span, surface = Span(stored.start, stored.end), text[stored.start : stored.end]
    return Mention(span, surface, stored.kind, value, stored.modifiers, alternative, stored.role, stored.is_possible)
