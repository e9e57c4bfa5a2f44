"""An open text: what the editor last said that it is, and the check of it as it is now."""

from __future__ import annotations

import os
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pygls.uris import to_fs_path

from factcli.check.incremental import Rechecker
from factcli.curation.validate import validate_store
from factcli.documents import parse_document
from factcli.documents.files import is_markdown
from factcli.drafts.paths import is_excluded
from factcli.drafts.review import PlacedFinding, review_document
from factcli.errors import StoreError
from factcli.lsp.diagnostics import defect_diagnostics, diagnostics_of, limited, problem_diagnostics, too_large
from factcli.lsp.positions import Lines, changed
from factcli.store.location import STORE_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lsprotocol import types

    from factcli.lsp.worker_thread import Task
    from factcli.lsp.workspace import ReviewSetup

    Begin = Callable[[Callable[[], "Found"]], Task["Found"]]

# What editors call the languages that are read otherwise than as plain text, by a name that is read so.
_NAMES = {
    "markdown": "draft.md",
    "quarto": "draft.qmd",
    "rmd": "draft.rmd",
    "mdx": "draft.mdx",
    "gitcommit": "COMMIT_EDITMSG",
}
_NAMES |= {"git-commit": _NAMES["gitcommit"], "pandoc": _NAMES["markdown"]}

LARGEST_DRAFT = 2 * 1024 * 1024
"""So many characters are checked while they are written; the commands check more."""


class Found(NamedTuple):
    """What was found in one state of a draft, and what the editor shows of it."""

    findings: tuple[PlacedFinding, ...] = ()
    diagnostics: tuple[types.Diagnostic, ...] = ()


class _Check(NamedTuple):
    task: Task[Found]
    setup: ReviewSetup | None


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
        self._check: _Check | None = None
        # For the thread of the worker alone.
        self._checkers: tuple[ReviewSetup, Rechecker] | None = None

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
        self._lines = None
        self.drop()
        return True

    def drop(self) -> None:
        """Stop the check of the last state."""
        if self._check:
            self._check.task.drop()
            self._check = None

    @property
    def lines(self) -> Lines:
        """The text in the positions of the editor."""
        if self._lines is None:
            self._lines = Lines(self.text, self.encoding)
        return self._lines

    def check(self, setup: ReviewSetup | None, begin: Begin, *, shows_related: bool) -> Task[Found]:
        """The check of the draft as it is now, begun if it was not; of a store, and of a draft without one, too."""
        if self._check is None or self._check.setup is not setup:
            self.drop()
            find = partial(self._find, self.text, self.lines, setup, shows_related=shows_related)
            self._check = _Check(begin(find), setup)
        return self._check.task

    def _find(self, text: str, lines: Lines, setup: ReviewSetup | None, *, shows_related: bool) -> Found:
        if len(text) > LARGEST_DRAFT:
            return Found((), (too_large(lines, LARGEST_DRAFT, is_store=self.is_store),))
        if self.is_store:
            return Found((), limited(self._defects(text, lines)))
        findings = self._findings(text, setup) if setup else ()
        locate = setup.locations.location if setup and shows_related else None
        return Found(findings, limited(diagnostics_of(findings, lines, locate)))

    def _findings(self, text: str, setup: ReviewSetup) -> tuple[PlacedFinding, ...]:
        """All that is found against a setup; only what changed since the last time is read again."""
        if self.path is not None and is_excluded(Path(self.path), setup.configuration):
            return ()
        if self._checkers is None or self._checkers[0] is not setup:
            self._checkers = setup, Rechecker(setup.checker)
        document = parse_document(text, name=self._name)
        setup.pause()
        return tuple(review_document(document, self._checkers[1], setup.terms).findings)

    def _defects(self, text: str, lines: Lines) -> Iterator[types.Diagnostic]:
        try:
            validation = validate_store(text.encode("utf-8", "surrogatepass"), Path(self.path or STORE_NAME))
        except StoreError as error:
            return defect_diagnostics(error, lines)
        return problem_diagnostics(validation.problems, lines)
