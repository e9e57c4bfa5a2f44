"""The sentence of a mention as it is proposed: a passage goes in, and its part around the mention comes out.

Plain texts have headlines, captions and menus on lines of their own, right before a sentence.
"""

from __future__ import annotations

import re
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.documents.pipe_tables import cells_of_row
from factcli.english.function_words import AUXILIARIES, FUNCTION_WORDS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.naming.happenings import PARTS_OF_A_PAPER
from factcli.english.people import VERBS as SPEECH
from factcli.english.stemming import Word, find_words
from factcli.extract.naming.name_parts import NamePart, parts_of
from factcli.extract.naming.text_names import TextNames
from factcli.extract.naming.title_case import is_title_case
from factcli.extract.proposing.date_line import OPENING_DATE_LINE
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.model.facts import Mention

# A sentence that was joined to the one before without a blank: "fell 2%.The bank".
_JOINED = re.compile(r"(?<=[a-z%\d][.!?])(?=[A-Z][a-z’']|[A-Z]{2,}\b)(?<![A-Z][.])")
_BREAK = re.compile(r"(?<!\s)[^\S\n]*+\n\s*+(?=[\"“‘«(\[#*•|-]?[^\W_a-z])")
_FIRST_WORD = re.compile(r"\S*+")
_STOPS = tuple(".!?…,")
_MARKS_OF_LINES = "#*•>-– \t"
_LABEL = re.compile(r"(?P<label>[^\W\d_][^:.!?\n|]{1,60}?)\s?+[:=]\s++")
# "10am" is no "am".
_DIGITS = frozenset("0123456789")
_AUXILIARY = AUXILIARIES - {"'s", "'re", "'ve"}
_LONGEST_LABEL = 9
# Of so many lines that all end short but for the longest one, each is one of a list.
_LEAST_OF_A_LIST = 3
_GAP = 3
_PART_ENDS = re.compile(r"[,;.] ")


class Segment:
    """A sentence, or a line of its own, around a mention of ``text``."""

    def __init__(self, text: str, span: Span, known: TextNames) -> None:
        self.whole = text
        self.span = span
        self._known = known

    @cached_property
    def text(self) -> str:
        """Its words, as they are in the text."""
        return self.whole[self.span.start : self.span.end]

    @cached_property
    def parts(self) -> list[NamePart]:
        """The names in it, each with its part in the sentence."""
        return parts_of(self.whole, self.span, self.words, self._known)

    @property
    def opening_name(self) -> NamePart | None:
        """The name that it opens with, if need be in quotation marks."""
        first = next(iter(self.parts), None)
        return first if first and all(word.is_mark for word in self.words[: first.first]) else None

    @cached_property
    def is_title_case(self) -> bool:
        """Whether it is a line of a few words, nearly all with a capital, which is that of the line and of no name."""
        return is_title_case(self.text)

    @cached_property
    def words(self) -> list[Word]:
        """The words in it."""
        return find_words(self.whole, self.span.start, self.span.end)

    @cached_property
    def has_verb(self) -> bool:
        """Whether somebody does or is something in it."""
        said = [word.text for word in self.words if not word.is_in_name and self.whole[word.start - 1] not in _DIGITS]
        moves = any(word in {"up", "down"} and following[0].isdigit() for word, following in pairwise(said))
        return moves or any(is_verb(word) or word in _AUXILIARY for word in said)

    @cached_property
    def label(self) -> str | None:
        """What it gives the value of: "People displaced" of "People displaced: 16,000 households"."""
        words = self._label["label"].split() if self._label else []
        is_speech = len(words) > 1 and any(word.lower() in SPEECH for word in words)
        is_cut = "(" in words[-1] if words else False  # "A profit of £41m (2022: £52m)"
        is_label = words and len(words) <= _LONGEST_LABEL and not is_speech and not is_cut
        is_part = " ".join(words).lower() in PARTS_OF_A_PAPER or words[:1] == ["It"]
        return " ".join(words) if is_label and not is_part else None

    @cached_property
    def _label(self) -> re.Match[str] | None:
        return _LABEL.match(self.text)

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return self.text.rstrip("\"'”’)]")[-1:] in _STOPS

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table."""
        return self.text.startswith("|")

    @property
    def cells(self) -> list[str]:
        """The words of its cells, if it is a row of a table."""
        return [cell.text for cell in cells_of_row(self.text, 0, len(self.text))]

    @property
    def row_name(self) -> str | None:
        """What a row of a table is about: its first cell that is not a figure."""
        return next((cell for cell in self.cells if cell and not cell[0].isdigit()), None)

    def names_before(self, at: int) -> bool:
        """Whether a name stands before a place in it."""
        return any(part.start < at for part in self.parts)

    def after_label(self, at: int) -> bool:
        """Whether the place is the first thing after the label."""
        if self._label is None or at < self.span.start + self._label.end():
            return False
        if _PART_ENDS.search(self.text[self._label.end() : at - self.span.start]):
            return False
        begin = self.span.start + self._label.end()
        between = (word for word in self.words if begin <= word.start < at)
        return not any(is_verb(word.text) or word.text in _AUXILIARY for word in between)

    def is_of_label(self, mention: Mention) -> bool:
        """Whether a mention is what its label tells of; a sum may come after others: "Concert: Orla Hall, 8pm, £16"."""
        is_sum = mention.kind == "money" and self.label is not None and not self.has_verb
        return is_sum or self.after_label(mention.span.start)


class Segments:
    """The segments of a text; those of one passage are made once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.known = TextNames(text)
        self._made: dict[Span, Segment] = {}
        self._cuts: dict[Span, list[tuple[int, int]]] = {}

    def at(self, span: Span) -> Segment:
        """The segment of exactly these words."""
        if span not in self._made:
            self._made[span] = Segment(self._text, span, self.known)
        return self._made[span]

    def around(self, passage: Span, mention: Span) -> Segment:
        """The part of a passage around a mention."""
        if passage not in self._cuts:
            self._cuts[passage] = [*_breaks(self._text, passage), *_joints(self._text, passage)]
        return self.at(_span_around(self._text, passage, mention, self._cuts[passage]))

    def of(self, passage: Span) -> Iterator[Segment]:
        """The parts of a passage; they are forgotten afterwards."""
        at = passage.start
        opening = OPENING_DATE_LINE.match(self._text, *passage)
        at = opening.end() if opening else at
        while at < passage.end:
            segment = self.around(passage, Span(at, at + 1))
            yield segment
            at = max(segment.span.end, at) + 1
            while at < passage.end and self._text[at].isspace():
                at += 1
        self._made.clear()
        self._cuts.clear()


def _span_around(text: str, passage: Span, mention: Span, cuts: list[tuple[int, int]]) -> Span:
    """The part of a passage between the ends and beginnings of its parts around the mention."""
    start, end = passage
    for cut, following in cuts:
        if following <= mention.start:
            start = max(following, start)
        elif cut >= mention.end:
            end = min(cut, end)
    while start < end and text[start] in _MARKS_OF_LINES:
        start += 1
    opening = OPENING_DATE_LINE.match(text, start, end)
    if opening and opening.end() <= mention.start:
        start = opening.end()
    return Span(start, max(end, mention.end))


def _breaks(text: str, passage: Span) -> Iterator[tuple[int, int]]:
    """Where lines of the passage end that nobody wrapped, and where the next begin.

    Such a line ends where the next word would have had room on it.
    """
    if text.find("\n", passage.start, passage.end) < 0:
        return
    begin = text.rfind("\n", 0, passage.start) + 1
    finish = text.find("\n", passage.end)
    lines = text[begin : finish if finish >= 0 else len(text)].split("\n")
    width = max(len(line) for line in lines)
    ends = list(_BREAK.finditer(text, passage.start, passage.end))
    free = [_has_room(text, match, width) for match in ends]
    is_list = len(ends) >= _LEAST_OF_A_LIST and sum(free) >= len(ends) - 1
    for match, has_room in zip(ends, free, strict=True):
        if has_room or is_list or _LABEL.match(text, match.end()):
            yield match.start(), match.end()


def _has_room(text: str, end: re.Match[str], width: int) -> bool:
    """Whether the first word after the end of a line would have had room on it, and the line does not go on."""
    line = text[text.rfind("\n", 0, end.start()) + 1 : end.start()]
    word = _FIRST_WORD.match(text, end.end())
    return len(line) + 1 + len(word[0] if word else "") <= width and not _goes_on(line)


def _joints(text: str, passage: Span) -> Iterator[tuple[int, int]]:
    for match in _JOINED.finditer(text, passage.start, passage.end):
        yield match.start(), match.start()


def _goes_on(line: str) -> bool:
    """Whether a line ends within a phrase."""
    last = line.rsplit(None, 1)[-1:] or [""]
    return line.endswith((",", "-", ";")) or last[0].lower() in FUNCTION_WORDS


class RunningTable:
    """The table that is read row by row: its first row names the columns."""

    def __init__(self) -> None:
        self._header: list[str] = []
        self._end = -_GAP

    def observe(self, row: Segment) -> None:
        """Take note of a row; one that follows on no other begins a table."""
        if row.span.start - self._end >= _GAP or not self._header:
            self._header = row.cells
        self._end = row.span.end

    def column_of(self, row: Segment, at: int) -> str | None:
        """The heading of the column of the cell at a place of the text."""
        number = row.whole.count("|", row.span.start, at) - 1
        return self._header[number] if 0 <= number < len(self._header) else None
