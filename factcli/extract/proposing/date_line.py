"""The day on which a text came out, as its head says it: "Published 3 May 2021", "(Accra, 23 October 2023)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.calendar import MONTHS, WEEKDAYS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.naming.happenings import DATE_LINE_CUES, OTHER_DAYS, TIME_ZONES
from factcli.english.stemming import find_words
from factcli.mentions.find import find_figures
from factcli.model.edtf import EdtfDate

if TYPE_CHECKING:
    from factcli.documents import Document
    from factcli.model.facts import Mention

_HEAD = 2_500
_LONGEST_LINE = 140
# What opens the line of minutes that says when the meeting was.
_HELD, _HELD_ON = ("Held ", "held ", "Meeting held "), " held on "
_MOST_WORDS_OF_A_STAMP = 4
_MOST_WORDS, _MOST_WORDS_WITH_CUE = 12, 22
_UPPER = r"A-ZÀ-Þ"
# A month or weekday with a capital ends the place: "LOMAR, May 11, 2027".
_NO_DAY = rf"(?!(?i:{'|'.join(sorted(MONTHS | WEEKDAYS))})\b)"
_WORD = rf"{_NO_DAY}[{_UPPER}][\w.’'-]*+"
_PLACE = rf"{_WORD}(?: (?:(?:de|la|el|of|the|and) )?{_WORD}){{0,4}}+"
_PLACES = rf"{_PLACE}(?:, ?{_PLACE}){{0,2}}+"
_DAY = r"(?:,? ?(?:\w{3,9},? )?(?:\d{1,2} \w{3,9}|\w{3,9}\.? \d{1,2})(?:,? \d{4})?)"
_CITY = rf"[{_UPPER}]{{3,20}}(?: [{_UPPER}]{{3,20}})?"
_AGENCY = rf"(?:[{_UPPER}]{{2,8}}|[\w.]{{1,40}}\.(?:com|org|net)|Reuters|Xinhua|Bloomberg)"
_BYLINE = re.compile(rf"(?:[Bb]y|BY) {_PLACE}(?:(?:,| and| in| for| \\|) ?{_PLACE}){{0,4}}+")
# "Nineveh (IraqiNews.com) – ", "(CNN)", "GENEVA, 5 April 2019 –", "(Accra, 23 October 2023) ".
OPENING_DATE_LINE = re.compile(
    rf"(?:{_PLACES}{_DAY}? ?)?\({_AGENCY}\) ?(?:[-–—]{{1,2}} ?|(?=[\"“‘'{_UPPER}\d]|$))"
    rf"|{_PLACES}{_DAY} ?(?:[-–—]{{1,2}}|:) "
    rf"|{_CITY}(?:, ?{_PLACE})?{_DAY}? ?\({_PLACE}\) ?[-–—]{{1,2}} "
    rf"|{_CITY}(?:, [{_UPPER}][\w.]{{1,20}}+)?{_DAY} ?(?:/[\w ]{{3,20}}/ ?)?[-–—]{{1,2}} "
    rf"|{_PLACES} \({_DAY}\) ?[-–—]{{1,2}} ?"
    rf"|{_CITY}(?:, [{_UPPER}][\w.]{{1,20}}+)? ?[-–—]{{1,2}} \w{{3,9}} \d{{1,2}}, \d{{4}} ?[-–—]{{1,2}} "
    rf"|{_CITY}(?:, ?{_PLACE})?,? \d{{1,2}} \w{{3,9}} \d{{4}}\.(?: |$)"
    rf"|{_CITY}(?:, ?{_PLACE})? ?(?:[–—]|--) "
    rf"|\({_PLACES}{_DAY}\)(?: ?[-–—:])? "
    r"|\d{1,2}(?:st|nd|rd|th)? \w{3,9} \d{4},? \d{1,2}[:.]\d{2} ?(?:[AP]M )?"
)


def issued_of(document: Document) -> EdtfDate | None:
    """The day that the head of a document gives as that of its publication, None where it gives none."""
    text = document.text[:_HEAD]
    if not any(map(_may_be_date_line, text.split("\n"))):
        return None
    days = [mention for mention in find_figures(text) if _is_day(mention)]
    cued = [mention for mention in days if _is_date_line(text, mention, needs_cue=True)]
    found = cued or [mention for mention in days if _is_date_line(text, mention, needs_cue=False)]
    value = found[0].value if found else None
    return value if isinstance(value, EdtfDate) else None


def is_line_of_day(line: str) -> bool:
    """Whether a line has nothing but the day on which the text came out: "Published: 3 May 2021, 09:40"."""
    if len(line) > _LONGEST_LINE or not _may_be_date_line(line):
        return False
    for mention in filter(_is_day, find_figures(line)):
        others = find_words(f"{line[: mention.span.start]} {line[mention.span.end :]}")
        said = [word.text for word in others if word.is_content and word.text.upper() not in TIME_ZONES]
        if not said or (said[0] in DATE_LINE_CUES and len(said) <= _MOST_WORDS_OF_A_STAMP):
            return True
    return False


def is_byline(line: str) -> bool:
    """Whether a line says who wrote the text: "By Ana Ruiz and Bo Tamm"."""
    return _BYLINE.fullmatch(line.strip("#*_ \t")) is not None


def _may_be_date_line(line: str) -> bool:
    """Whether a line is short or opens with a place and a day; most texts have none, and their dates are not read."""
    line = line.strip()
    has_number = any(letter.isdigit() for letter in line)
    return has_number and (len(line) <= _LONGEST_LINE or OPENING_DATE_LINE.match(line) is not None)


def is_on_date_line(text: str, mention: Mention) -> bool:
    """Whether a mention is part of a line that says when the text came out."""
    return _is_date_line(text, mention, needs_cue=True) or _is_date_line(text, mention, needs_cue=False)


def _is_day(mention: Mention) -> bool:
    value = mention.value
    return (
        isinstance(value, EdtfDate)
        and value.precision == "day"
        and not value.is_yearless
        and mention.is_possible
        and mention.alternative is None
    )


def _is_date_line(text: str, mention: Mention, *, needs_cue: bool) -> bool:
    first, last = max(mention.span.start - _LONGEST_LINE, 0), mention.span.end + _LONGEST_LINE
    start = text.rfind("\n", first, mention.span.start) + 1
    if not start and first:
        return False
    end = text.find("\n", mention.span.end, last)
    line = text[start : end if end >= 0 else last].strip()
    opening = OPENING_DATE_LINE.match(line)
    if opening and start + opening.end() >= mention.span.end:
        return not needs_cue
    if (
        len(line) > _LONGEST_LINE
        or line.startswith("|")
        or not OTHER_DAYS.isdisjoint(word.text for word in find_words(line))
    ):
        return False
    words = {word.text for word in find_words(line) if not word.is_capital or word.text in DATE_LINE_CUES}
    if needs_cue:
        return not DATE_LINE_CUES.isdisjoint(words) and len(words) <= _MOST_WORDS_WITH_CUE
    if line.startswith(_HELD) or _HELD_ON in line:
        return True
    is_short = len(words) <= _MOST_WORDS or line.endswith(f"({mention.surface})")
    return is_short and not any(is_verb(word) for word in words)
