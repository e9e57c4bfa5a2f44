"""The facts and settings for the drafts of a folder: found, watched for changes, and kept while they are broken."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.check import Checker
from factcli.check.indexed_evidence import IndexedEvidence
from factcli.drafts.settings import find_settings, store_of, terms_of
from factcli.errors import FactcliError
from factcli.index import FactIndex
from factcli.index.freshness import signature_of
from factcli.lsp.places import StorePlaces

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.check.known_facts import KnownFact
    from factcli.drafts.configuration import Configuration
    from factcli.drafts.review import Terms
    from factcli.index.freshness import Signature

# Those that a long draft meets.  What does not change in it is not checked again, so more would only fill memory.
_FACTS_KEPT = 4_000


@dataclass(frozen=True, eq=False)
class Shelf:
    """A store ready to be asked, and how drafts are reviewed against it."""

    configuration: Configuration
    path: str
    signature: Signature | None
    index: FactIndex
    terms: Terms
    places: StorePlaces
    pause: Callable[[], None]

    @cached_property
    def checker(self) -> Checker:
        """What drafts are checked with: for the thread of the worker alone, as SQLite connections stay on theirs."""
        return Checker(_PausingEvidence(FactIndex.at(self.path), self.pause))

    @classmethod
    def of(cls, configuration: Configuration, path: str, pause: Callable[[], None]) -> Shelf:
        """The store at ``path``; raises :class:`FactcliError` where it cannot be read."""
        # Looked at first: a store that changes while it is read is then read again.
        signature = signature_of(path)
        index = FactIndex.at(path)
        return cls(configuration, path, signature, index, terms_of(configuration), StorePlaces(path), pause)


class _PausingEvidence(IndexedEvidence):
    """Facts of an index, for a check that can be stopped at each sentence."""

    def __init__(self, index: FactIndex, pause: Callable[[], None]) -> None:
        super().__init__(index, _FACTS_KEPT)
        self._pause = pause

    def facts_about(self, words: frozenset[str]) -> list[KnownFact]:
        self._pause()
        return super().facts_about(words)


class Shelves:
    """The shelf of each folder; ``tell`` is called once for each new trouble, and the last good shelf stays.

    ``pause`` is called by checks where they can be stopped.
    """

    def __init__(self, named_store: str | None, tell: Callable[[str], None], pause: Callable[[], None]) -> None:
        self._named_store = named_store
        self._pause = pause
        self._tell = tell
        self._shelves: dict[str, Shelf | None] = {}
        self._troubles: dict[str, str] = {}

    def of(self, folder: str) -> Shelf | None:
        """The shelf for the drafts of ``folder``; None as long as there never was one that could be read."""
        if folder not in self._shelves:
            self._shelves[folder] = None
            self._look_at(folder)
        return self._shelves[folder]

    def refresh(self) -> bool:
        """Look at every store and configuration again; whether anything is not what it was."""
        changes = [self._look_at(folder) for folder in self._shelves]
        return any(changes)

    def _look_at(self, folder: str) -> bool:
        known = self._shelves[folder]
        try:
            found = self._found(folder, known)
        except (FactcliError, OSError) as error:
            self._note(folder, "; ".join(error.lines()) if isinstance(error, FactcliError) else str(error))
            return False
        self._note(folder, "")
        self._shelves[folder] = found
        return found is not known

    def _found(self, folder: str, known: Shelf | None) -> Shelf:
        configuration = find_settings(folder)
        path = os.path.abspath(store_of(configuration, self._named_store, folder).path)  # noqa: PTH100 - links are not followed
        if known and (known.configuration, known.path, known.signature) == (configuration, path, signature_of(path)):
            return known
        return Shelf.of(configuration, path, self._pause)

    def _note(self, folder: str, trouble: str) -> None:
        if trouble and trouble not in self._troubles.values():
            self._tell(trouble)
        self._troubles[folder] = trouble
