"""A source as it was read, in bytes: what a cache keeps of it goes out, and comes in again."""

from __future__ import annotations

from array import array
from itertools import starmap
from operator import le
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from factcli.check.against.capitals import Capitals
from factcli.check.against.read_source import ReadSource
from factcli.documents.document import Document, DocumentPart, Heading
from factcli.mentions.figure_columns import FigureColumns, FigureTraits
from factcli.model.edtf import EdtfDate
from factcli.model.facts import MentionKind, Quantity, Role
from factcli.spans import SpanColumns

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.model.facts import Value


class StoredTraits(NamedTuple):
    """A :class:`FigureTraits`, with the alternative date as text."""

    kind: MentionKind
    modifiers: tuple[str, ...]
    alternative: str | None
    role: Role | None
    is_possible: bool


class StoredSource(msgspec.Struct, array_like=True, frozen=True):
    """A source as it was read; its columns are in the bytes of this machine.

    ``figures``, ``values`` and ``traits`` are those of :class:`FigureColumns`, with dates as text.  ``capitals`` are
    the words with capitals, and two columns as :class:`Capitals` has them.
    """

    seal: str
    text: str
    headings: tuple[bytes, bytes, bytes]
    parts: list[tuple[int, str, bool]]
    paragraphs: tuple[bytes, bytes]
    sentences: tuple[bytes, bytes]
    figures: tuple[bytes, bytes, bytes, bytes]
    values: list[Quantity | str]
    traits: list[StoredTraits]
    capitals: tuple[list[str], bytes, bytes]


_DECODER = msgspec.msgpack.Decoder(StoredSource)


def encode_source(source: ReadSource, seal: str) -> bytes:
    """All that was read of a source; ``seal`` says which source it was."""
    document, capitals, figures = source.document, source.capitals, source.mentions.columns
    spans, levels = zip(*document.headings, strict=True) if document.headings else ((), ())
    stored = StoredSource(
        seal,
        source.text,
        (*_bytes_of(SpanColumns.of(spans)), bytes(levels)),
        [(each.start, each.label, each.is_exact) for each in document.parts],
        _bytes_of(SpanColumns.of(document.paragraphs)),
        _bytes_of(source.sentences),
        (*_bytes_of(figures.spans), figures.value_numbers.tobytes(), figures.traits_numbers.tobytes()),
        [each if isinstance(each, Quantity) else str(each) for each in figures.values],
        list(map(_stored_traits, figures.traits)),
        (list(capitals.words), capitals.ends.tobytes(), capitals.sentences.tobytes()),
    )
    return msgspec.msgpack.encode(stored)


def decode_source(data: bytes, name: str, seal: str) -> ReadSource | None:
    """The source, which is now called ``name``; None for bytes that were not encoded for this seal."""
    try:
        stored = _DECODER.decode(data)
        *marks, levels = stored.headings
        places = sentences, paragraphs, spans = _spans(stored.sentences), _spans(stored.paragraphs), _spans(marks)
        headings = list(starmap(Heading, zip(spans, levels, strict=True)))
        figures = _revived_figures(stored)
        capitals = Capitals(stored.capitals[0], *map(_column, stored.capitals[1:]))
    except (msgspec.MsgspecError, ValueError, RecursionError):
        return None
    is_sound = stored.seal == seal and all(_is_sound(stored, each) for each in (*places, figures.spans))
    if not (is_sound and figures.is_sound and capitals.is_sound(len(sentences))):
        return None
    return ReadSource(_revived(stored, name, paragraphs, headings), sentences, figures, capitals)


def _is_sound(stored: StoredSource, spans: SpanColumns) -> bool:
    """Whether all places are in the text, and spans in order."""
    size = len(stored.text)
    placed = all(map(le, spans.starts, spans.ends)) and all(map(le, spans.starts, spans.starts[1:]))
    return len(spans.starts) == len(spans.ends) and placed and max(spans.ends, default=0) <= size


def _bytes_of(spans: SpanColumns) -> tuple[bytes, bytes]:
    return spans.starts.tobytes(), spans.ends.tobytes()


def _spans(stored: Iterable[bytes]) -> SpanColumns:
    """Raises ValueError for bytes that are not columns."""
    return SpanColumns(*map(_column, stored))


def _column(stored: bytes) -> array[int]:
    column = array("I")
    column.frombytes(stored)
    return column


def _stored_traits(traits: FigureTraits) -> StoredTraits:
    other = traits.alternative.text if traits.alternative else None
    return StoredTraits(traits.kind, traits.modifiers, other, traits.role, traits.is_possible)


def _revived_traits(stored: StoredTraits) -> FigureTraits:
    other = EdtfDate(stored.alternative) if stored.alternative else None
    return FigureTraits(stored.kind, stored.modifiers, other, stored.role, stored.is_possible)


def _revived_figures(stored: StoredSource) -> FigureColumns:
    """Raises ValueError for bytes that are not columns."""
    starts, ends, value_numbers, traits_numbers = map(_column, stored.figures)
    values: list[Value] = [each if isinstance(each, Quantity) else EdtfDate(each) for each in stored.values]
    traits = list(map(_revived_traits, stored.traits))
    return FigureColumns(SpanColumns(starts, ends), value_numbers, traits_numbers, values, traits)


def _revived(stored: StoredSource, name: str, paragraphs: SpanColumns, headings: list[Heading]) -> Document:
    return Document(
        name,
        stored.text,
        stored.text,
        paragraphs,
        headings,
        parts=list(starmap(DocumentPart, stored.parts)),
    )
