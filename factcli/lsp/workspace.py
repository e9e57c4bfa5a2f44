"""The store and settings for the drafts of each folder: found, reloaded on change, kept while a file is broken."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.check import Checker
from factcli.check.indexed_evidence import IndexedEvidence
from factcli.drafts.settings import find_settings, terms_of
from factcli.drafts.stores import stores_of
from factcli.errors import FactcliError
from factcli.index.freshness import signature_of
from factcli.index.joined import index_of_all
from factcli.lsp.locations import FactLocations
from factcli.lsp.open_sources import OpenSources

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.check.known_facts import KnownFact
    from factcli.drafts.configuration import Configuration
    from factcli.drafts.review import Terms
    from factcli.index import FactIndex
    from factcli.index.freshness import Signature

# Enough for a long draft; unchanged paragraphs are not checked again, so a larger cache would only use memory.
_FACTS_KEPT = 4_000


@dataclass(frozen=True, eq=False)
class ReviewSetup:
    """The open stores, the sources of the settings, and the terms for reviewing drafts against both.

    ``paths`` are those of the stores; new facts go to the first.
    """

    configuration: Configuration
    paths: tuple[str, ...]
    signatures: tuple[Signature | None, ...]
    index: FactIndex
    terms: Terms
    locations: FactLocations
    sources: OpenSources
    pause: Callable[[], None]

    @property
    def path(self) -> str:
        """The path of the store that new facts go to."""
        return self.paths[0]

    @cached_property
    def checker(self) -> Checker:
        """The checker for drafts; used on the worker thread only, as SQLite connections are bound to a thread."""
        return Checker(_PausingEvidence(index_of_all(self.paths), self.pause))

    @classmethod
    def of(
        cls, configuration: Configuration, paths: tuple[str, ...], sources: OpenSources, pause: Callable[[], None]
    ) -> ReviewSetup:
        """Open the stores at ``paths``; raises :class:`FactcliError` if one cannot be read."""
        # Taken first, so that a store that changes while it is read is read again.
        signatures = tuple(map(signature_of, paths))
        index, terms = index_of_all(paths), terms_of(configuration)
        return cls(configuration, paths, signatures, index, terms, FactLocations(*paths), sources, pause)


class _PausingEvidence(IndexedEvidence):
    """Facts of an index that let a check be interrupted at each sentence."""

    def __init__(self, index: FactIndex, pause: Callable[[], None]) -> None:
        super().__init__(index, _FACTS_KEPT)
        self._pause = pause

    def facts_about(self, words: frozenset[str]) -> list[KnownFact]:
        self._pause()
        return super().facts_about(words)


class Workspace:
    """The setup of each folder; the last good one is kept while a store or configuration is broken.

    ``report`` is called once for each new error, ``pause`` by checks wherever they can be interrupted.
    """

    def __init__(self, named_store: str | None, report: Callable[[str], None], pause: Callable[[], None]) -> None:
        self._named_store = named_store
        self._pause = pause
        self._report = report
        self._setups: dict[str, ReviewSetup | None] = {}
        self._troubles: dict[str, str] = {}

    def of(self, folder: str) -> ReviewSetup | None:
        """The setup for the drafts of ``folder``; None until one could be loaded."""
        if folder not in self._setups:
            self._setups[folder] = None
            self._reload(folder)
        return self._setups[folder]

    def refresh(self) -> bool:
        """Reload every store, configuration and source that changed; returns whether any did."""
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
        named = (self._named_store,) if self._named_store is not None else ()
        places = stores_of(configuration, named, folder)
        paths = tuple(os.path.abspath(place.path) for place in places)  # noqa: PTH100 - links are not followed
        sources = OpenSources.of(configuration, known.sources if known else None, self._pause)
        now = (configuration, paths, tuple(map(signature_of, paths)), sources)
        if known and (known.configuration, known.paths, known.signatures, known.sources) == now:
            return known
        return ReviewSetup.of(configuration, paths, sources, self._pause)

    def _report_trouble(self, folder: str, trouble: str) -> None:
        if trouble and trouble not in self._troubles.values():
            self._report(trouble)
        self._troubles[folder] = trouble
