"""The drafts on a command line come in; their reviews go out, each against the store that its settings name."""

from __future__ import annotations

import os
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcli.check import Checker
from factcli.check.indexed_evidence import IndexedEvidence
from factcli.cli.input import STANDARD_INPUT, read_input
from factcli.cli.lookup import joined_index
from factcli.cli.output import current_settings, write_note
from factcli.cli.progress import progress
from factcli.drafts.fixes import write_fixes
from factcli.drafts.paths import find_drafts, is_excluded
from factcli.drafts.review import Review, Summary, Terms, review_document
from factcli.drafts.rules import RULES, hint_for
from factcli.drafts.settings import find_settings, sources_of, terms_of
from factcli.drafts.source_files import SourceFiles, find_sources
from factcli.drafts.stores import stores_of
from factcli.errors import FactcliError, SystemFailureError
from factcli.escaping import safe_text
from factcli.model.citation import short_title
from factcli.model.formatting import counted
from factcli.pipes import INHERITED, is_pipe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from contextlib import AbstractContextManager
    from datetime import date

    from factcli.check.against.checking import SourceChecker
    from factcli.check.against.rechecking import RememberingChecker
    from factcli.cli.typed_options import CheckOptions
    from factcli.documents import Document
    from factcli.drafts.baseline import Baseline
    from factcli.drafts.changes import Changes
    from factcli.drafts.configuration import Configuration
    from factcli.index import FactIndex
    from factcli.render.report import Citation

_STDIN_NAME = "<stdin>"


class Outcome(NamedTuple):
    """The reviews of the drafts that could be read, the errors of the others, and the reviewer that made them."""

    reviews: list[Review]
    errors: list[str]
    reviewer: DraftReviewer

    @property
    def summary(self) -> Summary:
        """The counts over all drafts."""
        total = Summary()
        for review in self.reviews:
            total = total.plus(review.summary)
        return total

    @property
    def unchecked(self) -> list[Review]:
        """The reviews of drafts that have text, but nothing that a fact of the store is about."""
        return [review for review in self.reviews if not review.summary.checked and review.document.text.strip()]

    def cite(self, path: str, fact_id: str) -> Citation | None:
        """The citation of a fact in the store of the draft at ``path``; None if the fact is gone."""
        return self.reviewer.cite(path, fact_id)


def review_drafts(options: CheckOptions, errors: Iterable[str] = ()) -> Outcome:
    """Review all drafts, each once; one that cannot be read does not stop the others.

    ``errors`` are those of earlier steps on the same drafts, such as applying fixes.
    """
    check_rules(options.rules_off)
    outcome = Outcome([], list(errors), DraftReviewer(options))
    names = [name for named in options.drafts for name in _expanded(named, outcome)]
    seen: set[object] = set()
    with progress("checking drafts") as advance:
        for number, name in enumerate(names, start=1):
            identity = _identity(name)
            if identity not in seen and _review(name, outcome):
                seen.add(identity)
            advance(number, len(names))
    return outcome


def _review(name: str, outcome: Outcome) -> bool:
    """Add the review of a draft, or what was wrong, to the outcome; whether there is a review."""
    try:
        review = outcome.reviewer.review(name)
    except FactcliError as error:
        outcome.errors.extend(error.lines())
        return False
    except OSError as error:
        outcome.errors.extend(SystemFailureError(error, name).lines())
        return False
    outcome.reviews.extend([review] if review else [])
    return review is not None


def _identity(name: str) -> object:
    """What all names of a file have in common, such as those through a link."""
    try:
        status = os.stat(name)
    except (OSError, ValueError):
        return name
    return name if name == STANDARD_INPUT else (status.st_dev, status.st_ino)


def check_rules(named: Iterable[str]) -> None:
    """Raise :class:`FactcliError` for the name of an unknown rule."""
    wrong = [rule for rule in named if rule not in RULES]
    if wrong:
        raise FactcliError(f"unknown rule '{wrong[0]}'", hint=hint_for(wrong[0]))


def fix_drafts(reviews: Iterable[Review]) -> list[str]:
    """Apply the edits of the reviews to their files and report how many; returns the errors of those that failed."""
    made, errors = 0, []
    for review in reviews:
        try:
            if review.edits:
                write_fixes(Path(review.document.name), review.document, review.edits)
                made += len(review.edits)
        except FactcliError as error:
            errors += error.lines()
    if not current_settings().quiet:
        write_note(f"fact: {counted(made, 'suggestion')} applied")
    return errors


def _expanded(named: str, outcome: Outcome) -> list[str]:
    """The drafts that a path names: itself, or those in its folder.

    A folder in it that cannot be read is an error, unless the settings exclude it.
    """
    if named == STANDARD_INPUT:
        return [named]
    locked: list[OSError] = []
    found = list(map(str, find_drafts(Path(named), locked.append)))
    unread = [error for error in locked if not outcome.reviewer.excludes(error.filename)]
    outcome.errors.extend(f"{each.filename}: {each.strerror}. Hint: allow reading it, or exclude it" for each in unread)
    if not found and not locked:
        outcome.errors.append(f"{named}: no drafts in this folder. Hint: name a file")
    return found


class DraftReviewer:
    """Reviews drafts one by one, and keeps the settings, indexes and checkers that they share."""

    def __init__(self, options: CheckOptions) -> None:
        self._options = options
        self._configurations: dict[str, Configuration] = {}
        self._opened: dict[tuple[str, ...], tuple[FactIndex, Checker]] = {}
        self._index_of: dict[str, FactIndex] = {}
        self._checker_of: dict[str, tuple[Checker, date | None]] = {}
        self._source_files: dict[tuple[str, ...], SourceFiles] = {}
        self._changes = _changes_since(options.since)
        self._baseline = _baseline_of(options)

    def review(self, name: str) -> Review | None:
        """The review of one draft; None if the settings exclude it.  Raises :class:`FactcliError`."""
        shown_name = self._shown_name(name)
        # The pipe of a shell is not in a folder of drafts: the settings of the working folder apply to it.
        configuration = self._configuration(os.path.dirname("" if shown_name.startswith(INHERITED) else shown_name))
        if is_excluded(Path(shown_name), configuration):
            write_note(f"fact: {safe_text(shown_name)}: skipped; excluded by {configuration.path}")
            return None
        index, checker = self._evidence(configuration)
        document = read_input(name, shown_name, may_be_pipe=name in self._options.drafts)
        self._index_of[document.name] = index
        terms = self._terms(configuration, document)
        self._checker_of[document.name] = checker, terms.published
        with self._sources(configuration, name) as sources:
            return review_document(document, checker, terms, sources)

    def checker_of(self, path: str) -> tuple[Checker, date | None]:
        """What a reviewed draft was checked with, and the day for which it is written."""
        return self._checker_of[path]

    def excludes(self, path: str) -> bool:
        """Whether the settings exclude a file or folder; broken ones exclude nothing."""
        try:
            return is_excluded(Path(path), self._configuration(os.path.dirname(path)))
        except FactcliError:
            return False

    def _shown_name(self, name: str) -> str:
        if name == STANDARD_INPUT:
            return self._options.stdin_name or _STDIN_NAME
        is_named_pipe = name in self._options.drafts and is_pipe(name)
        return (self._options.stdin_name or name) if is_named_pipe else name

    def has_facts(self, path: str) -> bool:
        """Whether the store of a reviewed draft has any facts."""
        return bool(len(self._index_of[path]))

    def cite(self, path: str, fact_id: str) -> Citation | None:
        """The citation of a fact in the store of a reviewed draft; None if the fact is gone."""
        from factcli.render.report import Citation

        hit = self._index_of[path].get(fact_id)
        return hit and Citation(hit.citation, short_title(hit.source), hit.locator, hit.surface, hit.url)

    def _terms(self, configuration: Configuration, document: Document) -> Terms:
        terms = terms_of(configuration)
        return terms._replace(
            rules_off=terms.rules_off.union(self._options.rules_off),
            published=self._options.published or terms.published,
            is_in_question=self._changes.changed_lines(document) if self._changes else None,
            strict=self._options.strict,
            is_known=self._baseline.takes if self._baseline else None,
        )

    def _sources(
        self, configuration: Configuration, draft: str
    ) -> AbstractContextManager[SourceChecker | RememberingChecker | None]:
        """What checks a draft by the sources that the command names, else by those of the settings."""
        named = tuple(find_sources(self._options.against)) or sources_of(configuration, draft)
        if not named:
            return nullcontext()
        if named not in self._source_files:
            self._source_files[named] = SourceFiles(named, self._read_source)
        return self._source_files[named].checker_of(draft)

    def _read_source(self, name: str) -> Document | None:
        """A source from standard input or a pipe; None for a file."""
        if name != STANDARD_INPUT and not is_pipe(name):
            return None
        return read_input(name, _STDIN_NAME if name == STANDARD_INPUT else name)

    def _configuration(self, folder: str) -> Configuration:
        configuration = self._configurations.get(folder)
        if configuration is None:
            configuration = find_settings(folder)
            self._configurations[folder] = configuration
        return configuration

    def _evidence(self, configuration: Configuration) -> tuple[FactIndex, Checker]:
        places = stores_of(configuration, current_settings().stores)
        paths = tuple(place.path for place in places)
        if paths not in self._opened:
            index = joined_index(places)
            self._opened[paths] = index, Checker(IndexedEvidence(index))
        return self._opened[paths]


def _baseline_of(options: CheckOptions) -> Baseline | None:
    if options.baseline is None or options.write_baseline:
        return None
    from factcli.drafts.baseline import Baseline

    return Baseline.read(Path(options.baseline))


def _changes_since(revision: str | None) -> Changes | None:
    if revision is None:
        return None
    # Only --since needs git and the comparison of texts.
    from factcli.drafts.changes import Changes

    return Changes(revision)
