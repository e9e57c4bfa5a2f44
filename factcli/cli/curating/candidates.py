"""A file of candidates comes in; they are added to the store, one by one on a terminal, or all at once."""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from factcli.cli.curating.change import apply, is_interactive, report_new_store, store_to_change, usage_error
from factcli.cli.input import STANDARD_INPUT, has_own_terminal, read_from_terminal, read_text
from factcli.cli.output import current_settings, write_note
from factcli.curation.picking.remembered import citation_key
from factcli.curation.picking.session import Candidate, Excerpt, PickingSession, add_candidate
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.exchange.import_formats import beside_candidates, parse_batch
from factcli.store.transaction import FACTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables


class CandidateOptions(NamedTuple):
    """How candidates are added: all without asking, only shown, line by line, or those passed over once more."""

    take_all: bool = False
    dry_run: bool = False
    plain: bool = False
    again: bool = False


class CandidateFile(NamedTuple):
    """The candidates of a file, the sources that it describes, and how much of the texts was not proposed."""

    candidates: list[Candidate]
    sources: Mapping[str, Raw]
    passed_over: int = 0

    def named(self, id_: str) -> Candidate | None:
        """The candidate with that id, None if there is none."""
        return next((each for each in self.candidates if each.id == id_), None)


def read_candidates(file: str) -> CandidateFile:
    """The candidates in a file, a pipe or standard input; raises :class:`FactcliError`."""
    text = read_text(file)
    if not text.lstrip().startswith(("{", "[")):
        what = "not JSON" if text.strip() else "no candidates"
        raise FactcliError(
            f"{safe_text(file)}:1:1: {what}", hint="fact extract ARTICLE --format json writes candidates"
        )
    batch = parse_batch(text, "json", file)
    around = beside_candidates(text)
    contexts = {id_: Excerpt(*each) for id_, each in around.contexts.items()}
    candidates = [Candidate(each.id, each.raw, citation_key(each.raw), contexts.get(each.id)) for each in batch.facts]
    return CandidateFile(candidates, batch.sources, around.passed_over)


def add_candidates(file: str, options: CandidateOptions) -> int:
    """Add the candidates of a file, and the sources that they cite; returns the exit status."""
    is_asking = not (options.take_all or options.dry_run)
    is_piped = is_asking and file == STANDARD_INPUT
    if is_asking and not (has_own_terminal() if is_piped else is_interactive()):
        usage_error("not a terminal: --yes is required to add all candidates")
    read = read_candidates(file)
    if is_piped:
        read_from_terminal()
    if not is_asking:
        return apply(lambda tables: _add_new(tables, read), dry_run=options.dry_run, may_create=True)
    return _pick(read, options)


def _add_new(tables: Tables, read: CandidateFile) -> list[Change]:
    """Add all candidates whose words the store does not cite yet; an id that is taken gets a number."""
    cited = {citation_key(raw) for _, raw in tables.entries(FACTS)}
    new = [each for each in read.candidates if each.key not in cited]
    return [change for each in new for change in add_candidate(tables, each, read.sources)]


def _pick(read: CandidateFile, options: CandidateOptions) -> int:
    path = store_to_change(may_create=True)
    is_new = not os.path.lexists(path)
    session = PickingSession(path, read.candidates, read.sources, again=options.again)
    if not session.open_candidates:
        write_note(_nothing_left(session))
        return 0
    if _has_full_screen() and not options.plain:
        from factcli.cli.tui.picker import run_picker

        run_picker(session, read.passed_over)
    else:
        from factcli.cli.curating.picking import pick_line_by_line

        pick_line_by_line(session, read.passed_over)
    if not current_settings().quiet:
        write_note(_summary(session))
    if is_new and os.path.lexists(path):
        report_new_store(path, dry_run=False)
    return 0


def _has_full_screen() -> bool:
    """Whether the terminal can show a full screen, and the extra for it is installed."""
    is_able = sys.stdout.isatty() and os.environ.get("TERM", "dumb") not in {"dumb", ""}
    return is_able and find_spec("textual") is not None


def _nothing_left(session: PickingSession) -> str:
    passed = len(session.candidates) - session.taken
    also = f", {passed} passed over (--again offers them again)" if passed else ""
    return f"fact: nothing left to decide: {session.taken} of {len(session.candidates)} in the store{also}"


def _summary(session: PickingSession) -> str:
    left = len(session.open_candidates)
    more = f"; {left} left: the same command resumes there" if left else ""
    return f"fact: {session.taken} of {len(session.candidates)} candidates in the store{more}"
