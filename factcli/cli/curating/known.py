"""What is not proposed: words that the store in use cites already, ids that it has, and what says too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.cli.output import write_note
from factcli.cli.store_choice import chosen_store
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.store.location import is_packaged

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.cli.options import Settings
    from factcli.extract.proposing.proposal import Proposal
    from factcli.model.facts import Fact, Reference


class KnownFacts:
    """The ids and citations of a store; ``skipped`` counts the proposals that it has already."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self.ids: set[str] = set()
        self._cited: set[tuple[str, str | None, str | None]] = set()
        self.skipped = 0
        for fact in facts:
            self.ids.add(fact.id)
            self._cited.update(map(_place_of, fact.references))

    def new(self, proposals: Iterable[Proposal]) -> Iterator[Proposal]:
        """The proposals whose words the store does not cite from the same place."""
        for proposal in proposals:
            if any(_place_of(reference) in self._cited for reference in proposal.fact.references):
                self.skipped += 1
            else:
                yield proposal


def known_facts(settings: Settings) -> KnownFacts:
    """What the store in use has; nothing for the one in the package.

    A store that was not named and is broken is passed over with a note: proposing needs none.
    """
    place = chosen_store(settings)
    if is_packaged(place.path):
        return KnownFacts(())
    # Only a store needs what reads one.
    from factcli.store import FactStore

    try:
        return KnownFacts(FactStore.open(place.path).facts())
    except FactcliError as error:
        if settings.store:
            raise
        write_note(f"fact: {safe_text(error.lines()[0])}; its ids are not looked at")
        return KnownFacts(())


def words_for_passed_over(count: int) -> str:
    """How many figures, dates and quotes of a text were not proposed, and why."""
    if count == 1:
        return "1 figure, date or quote of the text passed over: it says too little by itself"
    return f"{count:,} figures, dates and quotes of the text passed over: they say too little by themselves"


def _place_of(reference: Reference) -> tuple[str, str | None, str | None]:
    return reference.source, reference.locator, reference.surface
