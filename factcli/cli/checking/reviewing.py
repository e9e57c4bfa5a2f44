"""What is named on the command line -> the reviews of its drafts, each against the store that its settings name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from factcli.check import Checker
from factcli.check.indexed_evidence import IndexedEvidence
from factcli.cli.output import current_settings, write_note
from factcli.cli.progress import progress
from factcli.cli.reading import STANDARD_INPUT, read_input
from factcli.drafts.fixes import write_fixes
from factcli.drafts.paths import find_drafts, is_excluded
from factcli.drafts.review import Review, Summary, Terms, review_document
from factcli.drafts.rules import RULES
from factcli.drafts.settings import find_settings, store_of, terms_of
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.index import FactIndex
from factcli.pipes import is_pipe

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from factcli.documents import Document
    from factcli.drafts.changes import Changes
    from factcli.drafts.configuration import Configuration
    from factcli.render.report import Citation

_STDIN_NAME = "<stdin>"
# Pipes of a shell stand in no folder of drafts: they have the settings of the working folder.
_PIPES = ("/dev/fd/", "/proc/self/fd/", "/dev/stdin")


class CheckOptions(NamedTuple):
    """What the command line asks of a check."""

    drafts: tuple[str, ...]
    stdin_name: str | None = None
    strict: bool = False
    since: str | None = None
    published: date | None = None
    rules_off: tuple[str, ...] = ()


class Outcome(NamedTuple):
    """The reviews of the drafts that could be read, the errors of the others, and where their facts came from."""

    reviews: list[Review]
    errors: list[str]
    desk: Desk

    @property
    def summary(self) -> Summary:
        """The counts of all drafts."""
        total = Summary()
        for review in self.reviews:
            total = total.plus(review.summary)
        return total

    @property
    def unchecked(self) -> list[Review]:
        """The reviews of drafts that have words, but of which no fact of the store decides anything."""
        return [review for review in self.reviews if not review.summary.checked and review.document.text.strip()]

    def cite(self, path: str, fact_id: str) -> Citation | None:
        """What the store of the draft at ``path`` has of a fact."""
        return self.desk.cite(path, fact_id)


def review_drafts(wish: CheckOptions, errors: Iterable[str] = ()) -> Outcome:
    """Review all drafts that are named, each once; one that cannot be read stops none of the others.

    ``errors`` are those of what was done to the drafts before.
    """
    check_rules(wish.rules_off)
    outcome = Outcome([], list(errors), Desk(wish))
    names = [name for named in wish.drafts for name in _expanded(named, outcome)]
    seen: set[object] = set()
    with progress("checking drafts") as tell:
        for number, name in enumerate(names, start=1):
            identity = _identity(name)
            if identity not in seen and _review(name, outcome):
                seen.add(identity)
            tell(number, len(names))
    return outcome


def _review(name: str, outcome: Outcome) -> bool:
    """Add the review of a draft, or what was wrong, to the outcome; whether there is a review."""
    try:
        review = outcome.desk.review(name)
    except (FactcliError, OSError) as error:
        outcome.errors.extend(error.lines() if isinstance(error, FactcliError) else [f"{name}: {error.strerror}"])
        return False
    outcome.reviews.extend([review] if review else [])
    return review is not None


def _identity(name: str) -> object:
    """What two names of one file have in common, whether by a link or by another way to it."""
    try:
        status = os.stat(name)
    except (OSError, ValueError):
        return name
    return name if name == STANDARD_INPUT else (status.st_dev, status.st_ino)


def check_rules(named: Iterable[str]) -> None:
    """Raise UsageError for a name that no rule has."""
    wrong = [rule for rule in named if rule not in RULES]
    if wrong:
        raise click.UsageError(f"no rule is called '{wrong[0]}'; there are {', '.join(RULES)}")


def mend_drafts(reviews: Iterable[Review]) -> list[str]:
    """Write the edits of the reviews into their files and say how many; gives the errors of those that failed."""
    made, errors = 0, []
    for review in reviews:
        try:
            if review.edits:
                write_fixes(Path(review.document.name), review.document, review.edits)
                made += len(review.edits)
        except FactcliError as error:
            errors += error.lines()
    if not current_settings().quiet:
        write_note(f"fact: {made} suggestion{'' if made == 1 else 's'} written")
    return errors


def _expanded(named: str, outcome: Outcome) -> list[str]:
    """The drafts that a name stands for; a folder in it that cannot be read is an error, unless it is excluded."""
    if named == STANDARD_INPUT:
        return [named]
    locked: list[OSError] = []
    found = list(map(str, find_drafts(Path(named), locked.append)))
    told = [error for error in locked if not outcome.desk.excludes(error.filename)]
    outcome.errors.extend(f"{each.filename}: {each.strerror}. Hint: allow reading it, or exclude it" for each in told)
    if not found and not locked:
        outcome.errors.append(f"{named}: there are no drafts in this folder. Hint: name a file")
    return found


class Desk:
    """Reviews drafts one by one, and keeps at hand what they share: settings, stores, checkers."""

    def __init__(self, wish: CheckOptions) -> None:
        self._wish = wish
        self._configurations: dict[str, Configuration] = {}
        self._shelves: dict[str, tuple[FactIndex, Checker]] = {}
        self._index_of: dict[str, FactIndex] = {}
        self._changes = _changes_since(wish.since)

    def review(self, name: str) -> Review | None:
        """The review of one draft; None where the settings exclude it.  Raises :class:`FactcliError`."""
        shown_name = self._shown_name(name)
        configuration = self._configuration(os.path.dirname("" if shown_name.startswith(_PIPES) else shown_name))
        if is_excluded(Path(shown_name), configuration):
            write_note(f"fact: {safe_text(shown_name)}: left out, as {configuration.path} excludes it")
            return None
        index, checker = self._shelf(configuration)
        document = read_input(name, shown_name, may_be_pipe=name in self._wish.drafts)
        self._index_of[document.name] = index
        return review_document(document, checker, self._terms(configuration, document))

    def excludes(self, path: str) -> bool:
        """Whether the settings exclude a file or folder; broken ones exclude nothing."""
        try:
            return is_excluded(Path(path), self._configuration(os.path.dirname(path)))
        except FactcliError:
            return False

    def _shown_name(self, name: str) -> str:
        if name == STANDARD_INPUT:
            return self._wish.stdin_name or _STDIN_NAME
        is_named_pipe = name in self._wish.drafts and is_pipe(name)
        return (self._wish.stdin_name or name) if is_named_pipe else name

    def cite(self, path: str, fact_id: str) -> Citation | None:
        """What the store of a reviewed draft has of a fact."""
        from factcli.render.report import Citation

        hit = self._index_of[path].get(fact_id)
        return hit and Citation(hit.statement, hit.source, hit.locator, hit.url)

    def _terms(self, configuration: Configuration, document: Document) -> Terms:
        terms = terms_of(configuration)
        return terms._replace(
            rules_off=terms.rules_off.union(self._wish.rules_off),
            published=self._wish.published or terms.published,
            is_in_question=self._changes.changed_lines(document) if self._changes else None,
            strict=self._wish.strict,
        )

    def _configuration(self, folder: str) -> Configuration:
        configuration = self._configurations.get(folder)
        if configuration is None:
            configuration = find_settings(folder)
            self._configurations[folder] = configuration
        return configuration

    def _shelf(self, configuration: Configuration) -> tuple[FactIndex, Checker]:
        path = store_of(configuration, current_settings().store).path
        if path not in self._shelves:
            with progress("indexing facts", counts=False) as tell:
                index = FactIndex.at(path, tell)
            self._shelves[path] = index, Checker(IndexedEvidence(index))
        return self._shelves[path]


def _changes_since(revision: str | None) -> Changes | None:
    if revision is None:
        return None
    # Git and what compares texts are for those who ask.
    from factcli.drafts.changes import Changes

    return Changes(revision)
