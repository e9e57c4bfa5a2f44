"""Read a git commit message while it is edited: what git will keep, without comments and diff.

Git drops lines that begin with ``#`` (git-commit(1), --cleanup=strip, default core.commentChar), and everything after
the scissors line, such as the diff of ``git commit --verbose``.
"""

from __future__ import annotations

import re

from factcli.documents.document import Document, OffsetMap
from factcli.documents.plain import parse_plain

_SCISSORS = re.compile(r"^# -{24} >8 -{24}\r?$", re.MULTILINE)
_KEPT = re.compile(r"^(?!#)[^\n]*+\n?", re.MULTILINE)


def parse_commit(text: str, *, name: str) -> Document:
    """The document of a commit message; its offsets account for the dropped lines."""
    scissors = _SCISSORS.search(text)
    offsets = OffsetMap()
    parts: list[str] = []
    length = 0
    for line in _KEPT.finditer(text, 0, scissors.start() if scissors else len(text)):
        offsets.add(length, len(line[0]), line.start(), len(line[0]))
        parts.append(line[0])
        length += len(line[0])
    prose = parse_plain("".join(parts), name=name, with_headlines=False)
    return Document(name, prose.text, text, prose.paragraphs, prose.headings, offsets)
