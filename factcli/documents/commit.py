"""Read the message of a git commit while it is edited: what git will keep of it, without its comments and the diff.

The lines that git drops begin with ``#`` (git-commit(1), --cleanup=strip, core.commentChar as it is by default);
behind its scissors stands the diff of ``git commit --verbose``.
"""

from __future__ import annotations

import re

from factcli.documents.document import Document, OffsetMap
from factcli.documents.plain import parse_plain

NAMES = frozenset({"COMMIT_EDITMSG", "MERGE_MSG", "SQUASH_MSG", "TAG_EDITMSG", "NOTES_EDITMSG"})
"""The files in which git has its messages edited."""

_SCISSORS = re.compile(r"^# -{24} >8 -{24}\r?$", re.MULTILINE)
_KEPT = re.compile(r"^(?!#)[^\n]*+\n?", re.MULTILINE)


def parse_commit(text: str, *, name: str) -> Document:
    """The document of a commit message; offsets into its prose are mapped back over the lines that are left out."""
    scissors = _SCISSORS.search(text)
    offsets = OffsetMap()
    parts: list[str] = []
    length = 0
    for line in _KEPT.finditer(text, 0, scissors.start() if scissors else len(text)):
        offsets.add(length, len(line[0]), line.start(), len(line[0]))
        parts.append(line[0])
        length += len(line[0])
    prose = parse_plain("".join(parts), name=name)
    return Document(name, prose.text, text, prose.paragraphs, prose.headings, offsets)
