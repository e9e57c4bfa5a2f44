"""Read subtitles (SubRip and WebVTT): what is said, without numbers, times, cues' settings and notes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.documents.building import DocumentBuilder
from factcli.documents.formats.lined import lines_of

if TYPE_CHECKING:
    from factcli.documents.document import Document

_TIME = re.compile(r"\s*(?P<begin>(?:\d{1,2}:)?\d{2}:\d{2})[.,]\d{3}\s*-->")
_TAG = re.compile(r"<[^<>]{0,200}+>|\{\\[^{}]{0,200}+\}")
_UNREAD = re.compile(r"(?:WEBVTT|NOTE|STYLE|REGION)\b")
_ENDS = (".", "!", "?", "…", "”", '"')


def parse_subtitles(text: str, *, name: str) -> Document:
    """The document of subtitles; a sentence that goes over several cues is one.  A part is where a block begins."""
    builder = DocumentBuilder(name, text)
    is_said, begins = False, True
    for line in lines_of(text):
        time, words = _TIME.match(line.words), line.words.strip()
        if time:
            is_said = True
            if begins:
                builder.begin_part(time["begin"])
        elif not words or _UNREAD.match(words):
            is_said = False
        elif is_said:
            _add(builder, line.words, line.start)
            begins = _TAG.sub("", words).rstrip().endswith(_ENDS)
            if begins:
                builder.end_block(line.start + len(line.words))
    builder.end_block(len(text))
    return builder.document()


def _add(builder: DocumentBuilder, words: str, start: int) -> None:
    place = 0
    for tag in _TAG.finditer(words):
        builder.add(words[place : tag.start()], start + place)
        place = tag.end()
    builder.add(words[place:], start + place)
    builder.add_blank(start + len(words))
