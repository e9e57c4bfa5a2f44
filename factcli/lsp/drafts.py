"""An open text: what the editor last said that it is, and what the check found in it."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pygls.uris import to_fs_path

from factcli.documents import parse_document
from factcli.documents.files import LARGEST_FILE, is_markdown
from factcli.drafts.paths import is_excluded
from factcli.drafts.review import Review, Summary, review_document
from factcli.lsp.positions import Lines, changed
from factcli.places import STORE_NAME
from factcli.recheck import Rechecker

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lsprotocol import types

    from factcli.lsp.shelves import Shelf

# What editors call the languages that are read otherwise than as plain text, by a name that is read so.
_NAMES = {
    "markdown": "draft.md",
    "quarto": "draft.qmd",
    "rmd": "draft.rmd",
    "mdx": "draft.mdx",
    "gitcommit": "COMMIT_EDITMSG",
}
_NAMES |= {"git-commit": _NAMES["gitcommit"], "pandoc": _NAMES["markdown"]}


class Draft:
    """A text that is open in the editor; ``version`` is the editor's number of its state."""

    def __init__(self, item: types.TextDocumentItem, encoding: str) -> None:
        self.uri = item.uri
        self.language = item.language_id
        self.version = item.version
        self.text = item.text
        self.path = to_fs_path(item.uri)
        self.encoding = encoding
        self._lines: Lines | None = None
        self._review: tuple[Shelf, Review] | None = None
        self._checkers: tuple[Shelf, Rechecker] | None = None

    @cached_property
    def folder(self) -> str:
        """Where its facts and settings are looked for: its own folder, else that in which the server was started."""
        folder = os.path.dirname(self.path) if self.path else ""  # noqa: PTH120 - a text without a file has none
        return folder if os.path.isabs(folder) and "\0" not in folder else os.getcwd()  # noqa: PTH109, PTH117

    @property
    def is_markdown(self) -> bool:
        """Whether footnotes can be written in it."""
        return is_markdown(self._name)

    @property
    def _name(self) -> str:
        return _NAMES.get(self.language, self.path or self.uri)

    @property
    def is_store(self) -> bool:
        """Whether it is a file of facts rather than a draft."""
        return self.path is not None and Path(self.path).name == STORE_NAME

    def change(self, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> bool:
        """Take over what the editor changed; False for a state that is older than the one that is known."""
        if version <= self.version:
            return False
        self.version = version
        self.text = changed(self.text, changes, self.encoding)
        self._lines = self._review = None
        return True

    @property
    def lines(self) -> Lines:
        """The text in the positions of the editor."""
        if self._lines is None:
            self._lines = Lines(self.text, self.encoding)
        return self._lines

    def review(self, shelf: Shelf) -> Review:
        """What the check finds against a shelf; only what changed since the last review is read again."""
        if self._review is None or self._review[0] is not shelf:
            self._review = shelf, self._reviewed(shelf)
        return self._review[1]

    def _reviewed(self, shelf: Shelf) -> Review:
        is_left_out = self.path is not None and is_excluded(Path(self.path), shelf.configuration)
        if is_left_out or len(self.text) > LARGEST_FILE:
            return Review(parse_document("", name=""), (), Summary())
        if self._checkers is None or self._checkers[0] is not shelf:
            self._checkers = shelf, Rechecker(shelf.checker)
        document = parse_document(self.text, name=self._name)
        return review_document(document, self._checkers[1], shelf.terms)
