"""The sources of the settings of a folder: names of files come in; a checker that has read those that can be read."""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from factcli.drafts.settings import sources_of
from factcli.drafts.source_files import open_source
from factcli.errors import FactcliError
from factcli.index.freshness import signature_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.check.against.checking import SourceChecker
    from factcli.check.against.read_source import ReadSource
    from factcli.drafts.configuration import Configuration
    from factcli.index.freshness import Signature


class OpenSources:
    """The sources of some settings as their files were at one time; they are read when a draft is checked."""

    def __init__(self, files: tuple[tuple[str, Signature | None], ...], pause: Callable[[], None]) -> None:
        self.files = files
        self.troubles: list[str] = []
        self._pause = pause

    @classmethod
    def of(cls, configuration: Configuration, known: OpenSources | None, pause: Callable[[], None]) -> OpenSources:
        """The sources of these settings, or those that are ``known`` where no file has changed."""
        files = tuple((name, signature_of(name)) for name in sources_of(configuration))
        return known if known and known.files == files else cls(files, pause)

    def checker(self, draft: str | None) -> SourceChecker | None:
        """The checker of those that can be read but for the ``draft`` itself; None without any.

        ``troubles`` then says what is wrong with the others.
        """
        if not self.files:
            return None
        # Only drafts with sources need it.
        from factcli.check.against.checking import SourceChecker

        own = os.path.realpath(draft) if draft else ""
        return SourceChecker(source for name, source in self._read_sources if os.path.realpath(name) != own)

    @cached_property
    def _read_sources(self) -> list[tuple[str, ReadSource]]:
        self.troubles.clear()
        return list(self._read())

    def _read(self) -> Iterator[tuple[str, ReadSource]]:
        for name, _ in self.files:
            self._pause()
            try:
                yield name, open_source(name)
            except FactcliError as error:
                self.troubles += error.lines()
