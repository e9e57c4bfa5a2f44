"""A document that is open in the editor: its current text, and the check of that text."""

from __future__ import annotations

import os
from functools import cached_property, partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pygls.uris import to_fs_path

from factcli.check.against.rechecking import SourceRechecker
from factcli.check.incremental import Rechecker
from factcli.check.paragraph_reader import ParagraphReader
from factcli.curation.validate import validate_store
from factcli.documents import parse_document
from factcli.documents.known_formats import has_line_comments, is_markdown, waiver_of
from factcli.drafts.paths import is_excluded
from factcli.drafts.review import PlacedFinding, review_document
from factcli.errors import StoreError
from factcli.lsp.diagnostics import (
    defect_diagnostics,
    diagnostics_of,
    limited,
    problem_diagnostics,
    too_large,
    unread_sources,
)
from factcli.lsp.explained import explanation_of
from factcli.lsp.positions import Lines, changed
from factcli.store.location import STORE_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lsprotocol import types

    from factcli.check.explaining.explanation import Explanation
    from factcli.lsp.worker_thread import Task
    from factcli.lsp.workspace import ReviewSetup

    Begin = Callable[[Callable[[], "Found"]], Task["Found"]]
    Run = Callable[[Callable[[], "Explanation | None"]], Task["Explanation | None"]]

# The language ids of editors that are not plain text, with a file name that selects the parser.
_NAMES = {
    "markdown": "draft.md",
    "quarto": "draft.qmd",
    "rmd": "draft.rmd",
    "mdx": "draft.mdx",
    "gitcommit": "COMMIT_EDITMSG",
    "latex": "draft.tex",
    "tex": "draft.tex",
    "plaintex": "draft.tex",
    "html": "draft.html",
    "restructuredtext": "draft.rst",
    "asciidoc": "draft.adoc",
    "asciidoctor": "draft.adoc",
    "org": "draft.org",
}
_NAMES |= {"git-commit": _NAMES["gitcommit"], "pandoc": _NAMES["markdown"]}

LARGEST_DRAFT = 2 * 1024 * 1024
"""The maximum number of characters checked in the editor; the commands check larger drafts."""


class Found(NamedTuple):
    """The findings in one version of a draft, and their diagnostics."""

    findings: tuple[PlacedFinding, ...] = ()
    diagnostics: tuple[types.Diagnostic, ...] = ()


class _Check(NamedTuple):
    task: Task[Found]
    setup: ReviewSetup | None


class _Checkers(NamedTuple):
    """What checks a draft again after each change, for one setup."""

    setup: ReviewSetup
    reader: ParagraphReader
    of_store: Rechecker
    of_sources: SourceRechecker | None

    @classmethod
    def of(cls, setup: ReviewSetup, path: str | None) -> _Checkers:
        reader, sources = ParagraphReader(setup.pause), setup.sources.checker(path)
        again = SourceRechecker(sources, reader, setup.pause) if sources else None
        return cls(setup, reader, Rechecker(setup.checker, reader), again)


class Draft:
    """A document that is open in the editor; ``version`` is the editor's version number."""

    def __init__(self, item: types.TextDocumentItem, encoding: str) -> None:
        self.uri = item.uri
        self.language = item.language_id
        self.version = item.version
        self.text = item.text
        self.path = to_fs_path(item.uri)
        self.encoding = encoding
        self._lines: Lines | None = None
        self._check: _Check | None = None
        # Used on the worker thread only.
        self._checkers: _Checkers | None = None

    @cached_property
    def folder(self) -> str:
        """The folder whose facts and settings apply: its own, else the working directory of the server."""
        folder = os.path.dirname(self.path) if self.path else ""  # noqa: PTH120 - an unsaved document has none
        return folder if os.path.isabs(folder) and "\0" not in folder else os.getcwd()  # noqa: PTH109, PTH117

    @property
    def is_markdown(self) -> bool:
        """Whether it is Markdown, so that footnotes work."""
        return is_markdown(self._name)

    @property
    def waiver(self) -> str:
        """A comment of its format, with ``{}`` for the words."""
        return waiver_of(self._name)

    @property
    def has_line_comments(self) -> bool:
        """Whether a comment can be at the end of a line."""
        return has_line_comments(self._name)

    @property
    def _name(self) -> str:
        return _NAMES.get(self.language, self.path or self.uri)

    @property
    def is_store(self) -> bool:
        """Whether it is a store rather than a draft."""
        return self.path is not None and Path(self.path).name == STORE_NAME

    def change(self, version: int, changes: Sequence[types.TextDocumentContentChangeEvent]) -> bool:
        """Apply changes from the editor; False for a version that is not newer than the current one."""
        if version <= self.version:
            return False
        self.version = version
        self.text = changed(self.text, changes, self.encoding)
        self._lines = None
        self.drop()
        return True

    def drop(self) -> None:
        """Cancel the running check."""
        if self._check:
            self._check.task.drop()
            self._check = None

    @property
    def lines(self) -> Lines:
        """Converts between offsets and the editor's positions."""
        if self._lines is None:
            self._lines = Lines(self.text, self.encoding)
        return self._lines

    def check(self, setup: ReviewSetup | None, begin: Begin, *, shows_related: bool) -> Task[Found]:
        """The check of the current version, started if necessary; ``setup`` is None for a store or without one."""
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
        unread = unread_sources(setup.sources.troubles if setup else (), lines)
        return Found(findings, limited(chain(unread, diagnostics_of(findings, lines, locate, self.uri))))

    def _findings(self, text: str, setup: ReviewSetup) -> tuple[PlacedFinding, ...]:
        """All findings by the store and the sources of ``setup``; unchanged paragraphs reuse their earlier findings."""
        if self.path is not None and is_excluded(Path(self.path), setup.configuration):
            return ()
        document = parse_document(text, name=self._name)
        setup.pause()
        _, _, of_store, of_sources = self._checkers_for(setup)
        return tuple(review_document(document, of_store, setup.terms, of_sources).findings)

    def _checkers_for(self, setup: ReviewSetup) -> _Checkers:
        if self._checkers is None or self._checkers.setup is not setup:
            self._checkers = _Checkers.of(setup, self.path)
        return self._checkers

    def explain(self, setup: ReviewSetup, finding: PlacedFinding, begin: Run) -> Task[Explanation | None]:
        """How the verdict on a finding of the current version came about, worked out on the worker thread."""
        text = self.text

        def work() -> Explanation | None:
            document, reader = parse_document(text, name=self._name), self._checkers_for(setup).reader
            return explanation_of(document, finding, setup.checker, reader, setup.terms)

        return begin(work)

    def _defects(self, text: str, lines: Lines) -> Iterator[types.Diagnostic]:
        try:
            validation = validate_store(text.encode("utf-8", "surrogatepass"), Path(self.path or STORE_NAME))
        except StoreError as error:
            return defect_diagnostics(error, lines)
        return problem_diagnostics(validation.problems, lines)
