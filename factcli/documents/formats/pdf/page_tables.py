"""Tables of a PDF: the text of a page and the places of its characters come in; rows of cells go out.

A PDF does not say what a table is.  Lines that end with numbers are rows where the gaps between their words are above
each other; the lines above the first one are the header.  A table without a header is left as it is.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factcli.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.documents.formats.pdf.characters import Box, PageCharacters

_LINE = re.compile(r"[^\r\n]++")
_WORD = re.compile(r"\S++")
_NUMBER = re.compile(
    r"[-−–+(<>~]{0,2}(?:[A-Z]{0,3}[$€£])?\d(?:[\d.,:]{0,20}\d)?(?:%|[a-z*†‡]{1,2})?\)?|[-–—]|n/?a\.?|\.\.\.?"
)
_LEADERS = re.compile(r"(?:\. ?){4}")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:[-–/]\d{2,4})?")
_CAPTION = re.compile(r"\s*(?:Table|Figure|Fig\.|Chart|Exhibit|Source)\b", re.IGNORECASE)
_SENTENCE_END = (".", "?", "!", ";")
# Parts of the height of a line: the gap between two columns, between two lines of a header, and between two rows.
_COLUMN_GAP, _HEADER_GAP, _ROW_GAP = 0.3, 1.0, 3.0
# A page may have any number of lines; this many of them are looked at together.
_MOST_COLUMNS, _MOST_ROWS, _LINES_OF_ROW = 60, 1_000, 6
# One of this many words is a number.
_LEAST_NUMBERS = 3
_MOST_HEADER_ROWS, _MOST_BETWEEN, _MOST_HEADER_WORDS, _MOST_SECTION_WORDS = 4, 2, 24, 6
_LEAST_FILLED = 0.5


class _Word(NamedTuple):
    """A word of the text with its place on the page."""

    span: Span
    box: Box


class _Row(NamedTuple):
    """What is in one line of the page, from left to right; ``is_core`` says that it has the numbers of a row."""

    words: list[_Word]
    is_core: bool

    @property
    def box(self) -> Box:
        box = self.words[0].box
        for word in self.words[1:]:
            box = box.joined(word.box)
        return box


class PageTable(NamedTuple):
    """A table: where it begins and ends in the text, and its rows of cells; each cell has the spans of its words."""

    span: Span
    rows: list[list[list[Span]]]


def find_page_tables(text: str, characters: PageCharacters) -> Iterator[PageTable]:
    """The tables of a page, in order."""
    lines = [Span(*match.span()) for match in _LINE.finditer(text)]
    are_core = [_has_numbers(text[line.start : line.end]) for line in lines]
    before = 0
    for first, last in _runs(are_core):
        begin = max(first - _MOST_HEADER_ROWS, before)
        yield from _tables(text, _rows(text, lines[begin : last + 1], are_core[begin : last + 1], characters))
        before = last + 1


def _tables(text: str, rows: list[_Row]) -> Iterator[PageTable]:
    """The tables in some rows: each begins at the first one from which a table can be read."""
    begin = at = 0
    while at < len(rows):
        body, columns = _body(rows[at : at + _MOST_ROWS])
        above = rows[max(begin, at - _MOST_HEADER_ROWS) : at]
        table = _table(text, above, body, columns) if len(columns) > 1 else None
        if table:
            yield table
        at += len(body) if table else 1
        begin = at if table else begin


def _has_numbers(line: str) -> bool:
    """Whether a line may be a row: it ends with a number, or a good part of it are numbers."""
    words = line.split()
    numbers = [bool(_NUMBER.fullmatch(word)) for word in words]
    return bool(numbers) and (numbers[-1] or _LEAST_NUMBERS * sum(numbers) > len(words)) and not _LEADERS.search(line)


def _runs(are_core: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and the last number of lines that may be rows, with few others between them."""
    numbers = [number for number, is_core in enumerate(are_core) if is_core]
    first = None
    for number, following in pairwise([*numbers, len(are_core) + _MOST_BETWEEN + 1]):
        first = number if first is None else first
        if following - number > _MOST_BETWEEN + 1:
            if number > first:
                yield first, number
            first = None


def _rows(text: str, lines: Iterable[Span], are_core: Iterable[bool], characters: PageCharacters) -> list[_Row]:
    """The lines as they are seen on the page, from top to bottom; none where a place is not known."""
    rows: list[_Row] = []
    for line, is_core in zip(lines, are_core, strict=True):
        words = _words(text, line, characters)
        if not words:
            return []
        near = range(max(len(rows) - _LINES_OF_ROW, 0), len(rows))
        number = next((at for at in near if _continues(rows[at], words)), len(rows))
        before = rows[number] if number < len(rows) else _Row([], is_core=False)
        from_left = sorted([*before.words, *words], key=lambda word: word.box.left)
        rows[number : number + 1] = [_Row(from_left, is_core or before.is_core)]
    return sorted(rows, key=lambda row: -row.box.top)


def _words(text: str, line: Span, characters: PageCharacters) -> list[_Word]:
    spans = [Span(*match.span()) for match in _WORD.finditer(text, line.start, line.end)]
    if not all(characters.is_known(span.start) and characters.is_known(span.end - 1) for span in spans):
        return []
    return [_Word(span, characters.line_box(span.start).joined(characters.line_box(span.end - 1))) for span in spans]


def _continues(row: _Row, words: list[_Word]) -> bool:
    """Whether words are in the line of a row, to the left or right of what is in it."""
    box, added = row.box, words[0].box.joined(words[-1].box)
    return box.is_beside(added) and (added.left > box.right or added.right < box.left)


def _table(text: str, above: list[_Row], body: list[_Row], columns: list[tuple[float, float]]) -> PageTable | None:
    """The table of some rows and those above them; None where there are no figures or no header in them."""
    columns = _filled(columns, [row for row in body if row.is_core])
    written = [_cells(row, columns) for row in body]
    if len(columns) <= 1 or not _has_figures(text, written):
        return None
    head = _head(text, above, columns, body[0])
    years = written.pop(0) if _is_of_years(text, written[0]) else None
    is_named = bool(head) and all(any(map(str.isalpha, _words_of(text, cell))) for cell in head[1:])
    if len(written) <= 1 or not (years or is_named):
        return None
    head = _joined(head or [[] for _ in columns], years) if years else head
    cells = [head, *_with_wrapped(text, written)]
    spans = [span for row in cells for cell in row for span in cell]
    return PageTable(Span(min(span.start for span in spans), max(span.end for span in spans)), cells)


def _body(rows: list[_Row]) -> tuple[list[_Row], list[tuple[float, float]]]:
    """The rows that have gaps in common, from the first one on, and their columns from left to right."""
    body: list[_Row] = []
    columns: list[tuple[float, float]] = []
    for row in rows if rows[0].is_core else ():
        edges = [(word.box.left, word.box.right) for word in row.words] if row.is_core else []
        widened = _merged([*columns, *edges], _COLUMN_GAP * row.box.height)
        is_far = bool(body) and body[-1].box.bottom - row.box.top > _ROW_GAP * row.box.height
        if not 1 < len(widened) <= _MOST_COLUMNS or is_far or (not row.is_core and _is_prose(row, columns)):
            break
        body.append(row)
        columns = widened
    while body and not body[-1].is_core:
        body.pop()
    return body, columns


def _is_prose(row: _Row, columns: list[tuple[float, float]]) -> bool:
    """Whether a row without numbers goes on over several columns, as the text after a table does."""
    begins = [left for left, _ in columns[1:]]
    crossed = sum(any(word.box.left < left < word.box.right for word in row.words) for left in begins)
    return len(row.words) > _MOST_SECTION_WORDS and (crossed > 0 or row.box.right > columns[-1][0])


def _merged(edges: list[tuple[float, float]], gap: float) -> list[tuple[float, float]]:
    """Stretches with those joined that have no gap between them."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted(edges):
        if merged and left - merged[-1][1] < gap:
            merged[-1] = merged[-1][0], max(merged[-1][1], right)
        else:
            merged.append((left, right))
    return merged


def _filled(columns: list[tuple[float, float]], rows: list[_Row]) -> list[tuple[float, float]]:
    """The columns, those with a word in few rows joined to the one on their left."""
    filled: list[tuple[float, float]] = []
    for left, right in columns:
        number = sum(any(left <= word.box.left <= right for word in row.words) for row in rows)
        if filled and number < _LEAST_FILLED * len(rows):
            filled[-1] = filled[-1][0], right
        else:
            filled.append((left, right))
    return filled


def _cells(row: _Row, columns: list[tuple[float, float]]) -> list[list[Span]]:
    """The words of each cell of a row."""
    cells: list[list[Span]] = [[] for _ in columns]
    for word in row.words:
        cells[_column(word.box, columns)].append(word.span)
    return cells


def _column(box: Box, columns: list[tuple[float, float]]) -> int:
    """The number of the column that has most of a box; of two with none, the nearest."""
    shares = [min(right, box.right) - max(left, box.left) for left, right in columns]
    return shares.index(max(shares))


def _words_of(text: str, cell: list[Span]) -> str:
    return " ".join(text[span.start : span.end] for span in cell)


def _has_figures(text: str, rows: list[list[list[Span]]]) -> bool:
    """Whether most cells of a column after the first are numbers, in two rows at least."""
    for column in zip(*rows, strict=True):
        words = [_words_of(text, cell) for cell in column if cell]
        numbers = [word for word in words if _NUMBER.fullmatch(word) and any(map(str.isdigit, word))]
        if (
            column != tuple(row[0] for row in rows)
            and len(numbers) > 1
            and len(numbers) > len(words) / 2 >= len(rows) / 4
        ):
            return True
    return False


def _is_of_years(text: str, row: list[list[Span]]) -> bool:
    """Whether a row is the header of columns of years."""
    words = [_words_of(text, cell) for cell in row[1:] if cell]
    return len(words) > 1 and all(map(_YEAR.fullmatch, words)) and not _YEAR.fullmatch(_words_of(text, row[0]))


def _head(text: str, above: list[_Row], columns: list[tuple[float, float]], below: _Row) -> list[list[Span]]:
    """The words above each column, of up to some lines; empty where nothing heads them."""
    head: list[list[Span]] = []
    for row in reversed(above):
        is_near = row.box.bottom - below.box.top < (_HEADER_GAP if head else _ROW_GAP) * below.box.height
        cells = _heads(text, row, columns) if is_near else None
        if not cells:
            break
        head = _joined(cells, head or [[] for _ in columns])
        below = row
    return head


def _heads(text: str, row: _Row, columns: list[tuple[float, float]]) -> list[list[Span]] | None:
    """What a line of a header says of each column; what is above several is said of each. None for other lines."""
    words = text[row.words[0].span.start : row.words[-1].span.end]
    if _CAPTION.match(words) or words.endswith(_SENTENCE_END) or len(row.words) > _MOST_HEADER_WORDS:
        return None
    heads: list[list[Span]] = [[] for _ in columns]
    for chunk in _one_each(row, columns) or _chunks(row, columns):
        box = chunk[0].box.joined(chunk[-1].box)
        covered = [number for number, (left, right) in enumerate(columns) if left < box.right and box.left < right]
        if len(covered) > 1 and covered[0] == 0:
            return None
        for number in covered or [_column(box, columns)]:
            heads[number] += [word.span for word in chunk]
    return heads if any(heads[1:]) else None


def _one_each(row: _Row, columns: list[tuple[float, float]]) -> list[list[_Word]]:
    """The words above each column, parted at the widest gaps; none where some column has none."""
    gaps = [(after.box.left - before.box.right, at) for at, (before, after) in enumerate(pairwise(row.words), start=1)]
    cuts = [0, *sorted(at for _, at in sorted(gaps)[-(len(columns) - 1) :]), len(row.words)]
    chunks = [row.words[start:end] for start, end in pairwise(cuts)]
    is_above = [
        chunk[0].box.left < right and left < chunk[-1].box.right
        for chunk, (left, right) in zip(chunks, columns, strict=False)
    ]
    return chunks if len(chunks) == len(columns) and all(is_above) else []


def _chunks(row: _Row, columns: list[tuple[float, float]]) -> Iterator[list[_Word]]:
    """The words of a line of a header that belong together; those parted by a wide gap above two columns do not."""
    chunk: list[_Word] = []
    for word in row.words:
        is_far = bool(chunk) and word.box.left - chunk[-1].box.right > _COLUMN_GAP * row.box.height
        if is_far and _column(chunk[-1].box, columns) != _column(word.box, columns):
            yield chunk
            chunk = []
        chunk.append(word)
    yield chunk


def _joined(cells: list[list[Span]], more: list[list[Span]]) -> list[list[Span]]:
    return [[*one, *other] for one, other in zip(cells, more, strict=True)]


def _with_wrapped(text: str, rows: list[list[list[Span]]]) -> list[list[list[Span]]]:
    """The rows with a label that goes over several lines in one of them: the next line begins in small letters."""
    joined: list[list[list[Span]]] = []
    for row in rows:
        is_wrapped = bool(joined) and _words_of(text, row[0])[:1].islower()
        if is_wrapped and not (any(joined[-1][1:]) and any(row[1:])):
            joined[-1] = _joined(joined[-1], row)
        else:
            joined.append(row)
    return joined
