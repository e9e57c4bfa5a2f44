"""Who is speaking in a source that is a transcript: "Ana Ruiz: We began in 1998." up to the next such label."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import NamedTuple

from factcli.mentions.patterns import late_pattern

_LABEL = late_pattern(r"(?:^|(?<=\n)|(?<=[.?!]\s))(?P<who>[A-Z][\w.'’-]{0,30}+(?: [A-Z][\w.'’-]{0,30}+){0,3}+):(?=\s)")
# Fewer labels, or labels of which none is repeated, may be those of notes: "Present: ...", "Apologies: ...".
_FEWEST_LABELS, _FEWEST_SPEAKERS = 4, 2


class Turns(NamedTuple):
    """Where each turn begins, in order, and whose it is."""

    starts: list[int]
    speakers: list[str]

    @classmethod
    def of(cls, text: str) -> Turns:
        """The turns of a transcript; none of any other text."""
        found = [(match.start(), match["who"]) for match in _LABEL.finditer(text)] if ":" in text else []
        speakers = Counter(who for _, who in found)
        if len(found) < _FEWEST_LABELS or len(speakers) < _FEWEST_SPEAKERS or max(speakers.values()) == 1:
            return cls([], [])
        return cls([start for start, _ in found], [who for _, who in found])

    def speaker_at(self, offset: int, known: str) -> str | None:
        """Whose turn it is at ``offset``; None before the first turn, and where ``known`` has no turn."""
        number = bisect_right(self.starts, offset) - 1
        has_turns = any(known.rsplit(maxsplit=1)[-1] in who.split() for who in set(self.speakers))
        return self.speakers[number] if number >= 0 and has_turns else None
