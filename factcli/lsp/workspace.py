"""The facts and settings for the drafts of a folder: found, watched for changes, and kept while they are broken."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.check import Checker
from factcli.check.indexed_evidence import IndexedFacts
from factcli.drafts.settings import find_settings, store_of, terms_of
from factcli.errors import FactcliError
from factcli.index import FactIndex
from factcli.index.freshness import signature_of
from factcli.lsp.locations import FactLocations

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.check.evidence import KnownFact
    from factcli.drafts.configuration import Configuration
    from factcli.drafts.review import Terms
    from factcli.index.freshness import Signature

# Those that a long draft meets.  What does not change in it is not checked again, so more would only fill memory.
_FACTS_KEPT = 4_000


@dataclass(frozen=True, eq=False)
class ReviewSetup:
    """A store ready to be asked, and how drafts are reviewed against it."""

    configuration: Configuration
    path: str
    signature: Signature | None
    index: FactIndex
    terms: Terms
    locations: FactLocations
    pause: Callable[[], None]

    @cached_property
    def checker(self) -> Checker:
        """What drafts are checked with: for the thread of the worker alone, as SQLite connections stay on theirs."""
        return Checker(_PausingFacts(FactIndex.at(self.path), self.pause))

    @classmethod
    def of(cls, configuration: Configuration, path: str, pause: Callable[[], None]) -> ReviewSetup:
        """The store at ``path``; raises :class:`FactcliError` where it cannot be read."""
        # Looked at first: a store that changes while it is read is then read again.
        signature = signature_of(path)
        index = FactIndex.at(path)
        return cls(configuration, path, signature, index, terms_of(configuration), FactLocations(path), pause)


class _PausingFacts(IndexedFacts):
    """Facts of an index, for a check that can be stopped at each sentence."""

    def __init__(self, index: FactIndex, pause: Callable[[], None]) -> None:
        super().__init__(index, _FACTS_KEPT)
        self._pause = pause

    def facts_about(self, words: frozenset[str]) -> list[KnownFact]:
        self._pause()
        return super().facts_about(words)


class Workspace:
    """The setup of each folder; ``tell`` is called once for each new trouble, and the last good setup stays.

    ``pause`` is called by checks where they can be stopped.
    """

    def __init__(self, named_store: str | None, report: Callable[[str], None], pause: Callable[[], None]) -> None:
        self._named_store = named_store
        self._pause = pause
        self._report = report
        self._setups: dict[str, ReviewSetup | None] = {}
        self._troubles: dict[str, str] = {}

    def of(self, folder: str) -> ReviewSetup | None:
        """The setup for the drafts of ``folder``; None as long as there never was one that could be read."""
        if folder not in self._setups:
            self._setups[folder] = None
            self._reload(folder)
        return self._setups[folder]

    def refresh(self) -> bool:
        """Look at every store and configuration again; whether anything is not what it was."""
        changes = [self._reload(folder) for folder in self._setups]
        return any(changes)

    def _reload(self, folder: str) -> bool:
        known = self._setups[folder]
        try:
            found = self._found(folder, known)
        except (FactcliError, OSError) as error:
            self._report_trouble(folder, "; ".join(error.lines()) if isinstance(error, FactcliError) else str(error))
            return False
        self._report_trouble(folder, "")
        self._setups[folder] = found
        return found is not known

    def _found(self, folder: str, known: ReviewSetup | None) -> ReviewSetup:
        configuration = find_settings(folder)
        path = os.path.abspath(store_of(configuration, self._named_store, folder).path)  # noqa: PTH100 - links are not followed
        if known and (known.configuration, known.path, known.signature) == (configuration, path, signature_of(path)):
            return known
        return ReviewSetup.of(configuration, path, self._pause)

    def _report_trouble(self, folder: str, trouble: str) -> None:
        if trouble and trouble not in self._troubles.values():
            self._report(trouble)
        self._troubles[folder] = trouble
