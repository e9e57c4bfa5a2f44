"""A sentence with its figures: what is asked of its words once, for all of the figures."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate
from operator import attrgetter, or_
from typing import TYPE_CHECKING

from factcli.check.weighing.weights import DEFAULT
from factcli.english.measuring.distinctions import NEW, PART_OF
from factcli.english.stemming import Word, content_stems, meaning
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from factcli.model.facts import Mention, Span

Cover = tuple[int, int]
_START, _END = attrgetter("start"), attrgetter("end")
_NEW = frozenset(meaning(word) for word in NEW)


class Sentence:
    """The words and figures of a sentence, and what is asked of them once for all figures."""

    def __init__(self, words: list[Word], covers: list[Cover], mentions: list[Mention]) -> None:
        self.words = words
        self.covers = covers
        self.mentions = mentions
        self.counted = [_counted(mention) for mention in mentions]
        ranks = [mention.kind == "ordinal" for mention in mentions]
        covered = zip(covers, ranks, strict=True)
        self._owned = frozenset(at for cover, is_rank in covered if not is_rank for at in range(*cover))

    def owned(self, number: int) -> Container[int]:
        """The words that belong to a figure, as the figure ``number`` sees it.

        "Its second weekend": a rank distinguishes other figures as a word does, and is not passed over.
        """
        if self.mentions[number].kind != "ordinal":
            return self._owned
        return _OwnedWith(self._owned, range(*self.covers[number]))

    def stems_around(self, number: int) -> dict[str, float]:
        """The stems of all words that belong to no figure, as the figure ``number`` sees it."""
        first, after = self.covers[number]
        own = {word.stem for at, word in enumerate(self.words[first:after], first) if at in self._content_at}
        if all(self._first_at[stem] < first for stem in own):
            return dict.fromkeys(self._first_at, DEFAULT.rest_of_sentence)
        others = (self.words[at].stem for at in self._content_at if not first <= at < after)
        return dict.fromkeys(others, DEFAULT.rest_of_sentence)

    def counted_before(self, number: int) -> frozenset[str]:
        """What the nearest counted noun before a bare total is: "four new wells, 19 in total"."""
        return (self._latest_counted[number - 1] if number else frozenset()) - _NEW

    def has_part_before(self, number: int) -> bool:
        """Whether a figure before says of what others are a part: "of the 85"."""
        return number > 0 and self._parts_until[number - 1]

    @cached_property
    def _content_at(self) -> dict[int, None]:
        return {at: None for at, word in enumerate(self.words) if word.is_content and at not in self._owned}

    @cached_property
    def _first_at(self) -> dict[str, int]:
        """Where each stem occurs first."""
        first: dict[str, int] = {}
        for at in self._content_at:
            first.setdefault(self.words[at].stem, at)
        return first

    @cached_property
    def _latest_counted(self) -> list[frozenset[str]]:
        return list(accumulate(self.counted, _latter))

    @cached_property
    def _parts_until(self) -> list[bool]:
        counts = (mention.kind != "date" for mention in self.mentions)
        named = (
            is_count and are_parts_named(self.words[max(begin - 2, 0) : begin])
            for is_count, (begin, _) in zip(counts, self.covers, strict=True)
        )
        return list(accumulate(named, or_))


def _latter(before: frozenset[str], here: frozenset[str]) -> frozenset[str]:
    return here or before


class _OwnedWith:
    """The words of some figures and of one more."""

    def __init__(self, owned: frozenset[int], more: range) -> None:
        self._owned = owned
        self._more = more

    def __contains__(self, at: object) -> bool:
        return at in self._owned or at in self._more


def are_parts_named(words: Sequence[Word]) -> bool:
    """Whether two words say of what others are a part: "of the", "of whom"."""
    return len(words) == 2 and words[0].text == "of" and words[1].text in PART_OF  # noqa: PLR2004 - "of the"


def _counted(mention: Mention) -> frozenset[str]:
    """The stems of the noun that the figure counts, with its adjectives: they stand within the mention."""
    stems = set(content_stems(" ".join(mention.modifiers)))
    value = mention.value
    if isinstance(value, Quantity) and value.dimension == "count" and value.unit:
        stems |= {meaning(part) for part in value.unit.lower().split()}
    return frozenset(stems)


def covered(words: list[Word], span: Span) -> tuple[int, int]:
    """The numbers of the first word of ``span`` and of the first word after it."""
    first = bisect_right(words, span.start, key=_END)
    return first, bisect_left(words, span.end, first, key=_START)
