"""Read a document passage by passage: passages and mentions come in, each passage with its mentions goes out."""

from __future__ import annotations

from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.extract.statements import SourceDocument, SourcePassage
    from factcli.model.facts import Mention


class PassageReader:
    """The passages of a source in order, each with the mentions in it."""

    def __init__(self, source: SourceDocument) -> None:
        self.source = source
        self._unread = source.passages()
        # The passage that is read, and those after it as far as something quoted has run on.
        self._ahead: deque[SourcePassage] = deque()

    def read(self, mentions: Iterator[Mention]) -> Iterator[tuple[SourcePassage, list[Mention]]]:
        """Each passage with its mentions; a mention between two passages is read with the one before it."""
        mention = next(mentions, None)
        while mention and self._reach(1):
            following = self._ahead[1].span.start if self._reach(2) else len(self.source.text) + 1
            inside: list[Mention] = []
            while mention and mention.span.start < following:
                inside += [mention] if mention.span.start >= self._ahead[0].span.start else []
                mention = next(mentions, None)
            yield self._ahead[0], inside
            self._ahead.popleft()

    def run(self, mention: Mention) -> list[SourcePassage]:
        """The passage that is read, and those after it that a quotation runs on into."""
        count = 1
        while self._reach(count + 1) and self._ahead[count].span.start < mention.span.end:
            count += 1
        return list(islice(self._ahead, count))

    def _reach(self, count: int) -> bool:
        """Whether there are so many passages from the one that is read on; they are ``self._ahead`` then."""
        while len(self._ahead) < count:
            passage = next(self._unread, None)
            if passage is None:
                return False
            self._ahead.append(passage)
        return True
