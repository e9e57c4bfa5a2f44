"""The sources of drafts: names of files and folders come in, a checker that has read them goes out."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.documents.files import decode_document, read_bytes
from factcli.documents.known_formats import SOURCE_SUFFIXES
from factcli.drafts.paths import is_hidden
from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from factcli.check.against.checking import SourceChecker
    from factcli.check.against.read_source import ReadSource
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


def open_sources(names: Sequence[str], read: Callable[[str], Document | None] | None = None) -> SourceChecker:
    """A checker of the sources with these names; raises :class:`FactcliError`.

    ``read`` opens those that are not files, such as standard input; it returns None for files.
    """
    from factcli.check.against.checking import SourceChecker

    sources = [(read and read(name)) or open_source(name) for name in names]
    if sources and not any(source.text.strip() for source in sources):
        raise SourcesError(f"{names[0]}: has no text", hint="name a source that has some")
    return SourceChecker(sources)


def open_source(name: str) -> ReadSource:
    """The source in a file, read or from the cache; raises :class:`FactcliError`."""
    from factcli.drafts.source_cache import read_source

    data = read_bytes(Path(name))
    return read_source(data, name, lambda: decode_document(data, name=name))
