"""The events that facts date, and which of them some words of a draft speak of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.claims.shared_slots import knows_stem
from factcli.english.events import FRAME_OF, HAPPENED, SAME_EVENTS
from factcli.english.stemming import meaning
from factcli.model.edtf import EdtfDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Figure
    from factcli.english.stemming import Word

_HAPPENED = frozenset(map(meaning, HAPPENED))


class DatedEvent(NamedTuple):
    """A date of a fact; ``frame`` is what it dates (:data:`factcli.english.events.FRAMES`), if that is known."""

    known: KnownFact
    date: EdtfDate
    frame: str | None
    figure: Figure

    @property
    def subject(self) -> str:
        """What the fact is about."""
        return self.known.fact.subject or ""


def dated_events(facts: Iterable[KnownFact]) -> Iterator[DatedEvent]:
    """The dates of facts in force that say of which year they are."""
    for known in facts:
        if known.fact.kind == "date" and known.fact.rank != "deprecated" and known.fact.subject:
            for figure in known.figures:
                value = figure.value
                if isinstance(value, EdtfDate) and _is_point(value):
                    yield DatedEvent(known, value, figure.context.frame, figure)


def _is_point(date: EdtfDate) -> bool:
    is_vague = date.is_interval or date.is_approximate or date.is_yearless
    return not is_vague and date.precision in {"day", "month", "year"}


def frame_named(words: Sequence[Word]) -> str | None:
    """The first event that the words name: a death in "she died in Lomar"."""
    found = (FRAME_OF.get(word.text) for at, word in enumerate(words) if not _is_deed(words, at))
    return next((frame for frame in found if frame), None)


def _is_deed(words: Sequence[Word], at: int) -> bool:
    """Whether a killing is somebody's deed, and not how somebody died: "killed two", not "was killed"."""
    return words[at].text == "killed" and (not at or words[at - 1].text not in {"was", "were", "been"})


def meant(words: Sequence[Word], events: Iterable[DatedEvent]) -> list[DatedEvent]:
    """The events that some words of a draft tell of: a clause ("she married Tom Reyes") or a noun ("the fire")."""
    frame = frame_named(words)
    content = [word for word in words if word.is_content and FRAME_OF.get(word.text) is None]
    if frame:
        alike = [each for each in events if _is_same(frame, each.frame) and _knows_all(each.known, content)]
        return [each for each in alike if each.frame == frame] or alike
    if not content:
        return []
    return [each for each in events if _happened(each, content[0].stem) and _knows_all(each.known, content)]


def _is_same(frame: str, other: str | None) -> bool:
    return frame == other or frozenset((frame, other)) in SAME_EVENTS


def _knows_all(known: KnownFact, words: Iterable[Word]) -> bool:
    vocabulary = known.vocabulary
    return all(knows_stem(vocabulary.stems, word.stem) or vocabulary.knows(word.folded) for word in words)


def _happened(event: DatedEvent, noun: str) -> bool:
    """Whether the fact says when what the noun names happened."""
    claim = event.known.claim_of(event.figure)
    return event.frame is None and claim.subject == noun and (not claim.verb or claim.verb in _HAPPENED)
