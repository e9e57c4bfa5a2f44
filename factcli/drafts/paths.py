"""Find the drafts to check: given files, and the drafts in given folders, without excluded ones."""

from __future__ import annotations

import os
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.documents.known_formats import DRAFT_SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factcli.drafts.configuration import Configuration


SHEET_MARK = '<meta name="generator" content="fact check">'
"""What the head of a sheet has, which is made of a draft and is not one."""
_LONGEST_HEAD = 1024


def find_drafts(path: Path, report: Callable[[OSError], object] | None = None) -> Iterator[Path]:
    """The draft at ``path``, or the drafts in that folder and the folders in it, in order.

    Left out of a folder are hidden files, and sheets that ``fact check --format html`` wrote.  ``report`` is called
    with the error of each folder that cannot be read.
    """
    if not os.path.isdir(path):  # noqa: PTH112 - never raises
        yield path
        return
    for folder, folders, files in os.walk(path, onerror=report):
        folders[:] = sorted(name for name in folders if not is_hidden(name))
        for name in sorted(files):
            if not is_hidden(name) and os.path.splitext(name)[1].lower() in DRAFT_SUFFIXES:  # noqa: PTH122 - a plain name
                found = Path(folder, name)
                if not _is_sheet(found):
                    yield found


def _is_sheet(path: Path) -> bool:
    if path.suffix.lower() != ".html" or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return SHEET_MARK.encode() in file.read(_LONGEST_HEAD)
    except OSError:
        # Reading it as a draft reports the error.
        return False


def is_excluded(path: Path, configuration: Configuration) -> bool:
    """Whether an ``exclude`` pattern of the configuration matches the draft or one of its parent folders.

    Patterns are globs on the path relative to the folder of the configuration, with "/"; ``*`` also matches "/".
    """
    if not configuration.exclude:
        return False
    relative = os.path.relpath(os.path.abspath(path), configuration.folder)  # noqa: PTH100 - links are not followed
    place = Path(relative)
    names = [place.as_posix(), *(parent.as_posix() for parent in place.parents)]
    return any(fnmatchcase(name, pattern.rstrip("/")) for name in names for pattern in configuration.exclude)


def is_hidden(name: str) -> bool:
    """Whether a file or folder is hidden, or a folder that never holds drafts."""
    return name.startswith(".") or name in {"node_modules", "__pycache__"}
