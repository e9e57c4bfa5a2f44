"""The sources of drafts: names of files and folders come in, what checks drafts by them goes out."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.documents.files import decode_document, read_bytes
from factcli.documents.known_formats import SOURCE_SUFFIXES
from factcli.drafts.paths import is_hidden
from factcli.drafts.source_cache import read_source, seal_of
from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcli.check.against.checking import SourceChecker
    from factcli.check.against.read_source import ReadSource
    from factcli.check.against.rechecking import RememberingChecker
    from factcli.documents import Document


class SourcesError(FactcliError):
    """Sources that cannot be found."""


def find_sources(named: Iterable[str]) -> Iterator[str]:
    """The files that ``named`` files and folders are or hold, in order; ``-`` is standard input.

    Raises :class:`SourcesError` for a folder without any.
    """
    for name in named:
        if not os.path.isdir(name):  # noqa: PTH112 - never raises
            yield name
            continue
        found = list(_in_folder(name))
        if not found:
            suffixes = ", ".join(sorted(SOURCE_SUFFIXES)[:6])
            raise SourcesError(f"{name}: no sources in this folder", hint=f"name a file, such as {suffixes}")
        yield from found


def _in_folder(name: str) -> Iterator[str]:
    for folder, folders, files in os.walk(name):
        folders[:] = sorted(each for each in folders if not is_hidden(each))
        for file in sorted(files):
            if not is_hidden(file) and Path(file).suffix.lower() in SOURCE_SUFFIXES:
                yield os.path.join(folder, file)  # noqa: PTH118 - names stay as they are written


class SourceFiles:
    """Named sources: opened once, and only where a draft has something that was not checked by them before."""

    def __init__(self, names: Sequence[str], read: Callable[[str], Document | None] | None = None) -> None:
        """``read`` opens those that are not files, such as standard input; it returns None for files.

        Raises :class:`FactcliError` for a source that cannot be read.
        """
        self._names = names
        self._documents = {name: document for name in names if (document := read and read(name))}
        self._seals = {name: _seal_of(name) for name in names if name not in self._documents}

    @contextmanager
    def checker_of(self, draft: str) -> Iterator[SourceChecker | RememberingChecker]:
        """What checks the draft with this name, until its review is done; raises :class:`FactcliError`.

        If it was not checked by these sources before, they are opened at once: what is wrong with one of them is said
        whatever the draft states.
        """
        if self._documents:
            yield self.checker
            return
        from factcli.check.against.rechecking import RememberingChecker
        from factcli.drafts.kept_findings import KeptFindings

        kept = KeptFindings(repr([(name, self._seals[name]) for name in self._names]), draft)
        if not kept.is_known:
            self.checker  # noqa: B018
        yield RememberingChecker(lambda: self.checker, kept)
        kept.end_round()

    @cached_property
    def checker(self) -> SourceChecker:
        """What checks any draft by the sources; raises :class:`FactcliError`."""
        from factcli.check.against.checking import SourceChecker

        sources = [self._documents.get(name) or self._open(name) for name in self._names]
        if sources and not any(source.text.strip() for source in sources):
            raise SourcesError(f"{self._names[0]}: has no text", hint="name a source that has some")
        checker = SourceChecker(sources)
        # They stay until the end, and hold no garbage: the collector need not look through them.
        gc.freeze()
        return checker

    def _open(self, name: str) -> ReadSource:
        """The source in a file, from which findings are kept only if it is the one that was sealed."""
        data = read_bytes(Path(name))
        if seal_of(data, name) != self._seals[name]:
            raise SourcesError(f"{name}: changed while it was read", hint="run the check again")
        return _opened(name, data)


def open_source(name: str) -> ReadSource:
    """The source in a file, read or from the cache; raises :class:`FactcliError`."""
    return _opened(name, read_bytes(Path(name)))


def _opened(name: str, data: bytes) -> ReadSource:
    return read_source(data, name, lambda: decode_document(data, name=name))


def _seal_of(name: str) -> str:
    return seal_of(read_bytes(Path(name)), name)
