"""The line mode of the picker: each candidate is shown, a line says what becomes of it; ``q`` always stops."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from factcli.cli.curating.change import report_changes
from factcli.cli.curating.known import words_for_passed_over
from factcli.cli.output import write_note
from factcli.curation.picking.presented import comparison, passage_of, rows_of
from factcli.curation.picking.typed_fields import editable_fields, typed_field
from factcli.errors import FactcliError
from factcli.escaping import safe_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.curation.picking.duplicates import Duplicate
    from factcli.curation.picking.session import Candidate, PickingSession

_STOP = "q"
_BACK = ""
_LABEL_WIDTH = 10
_HELP = """\
y  add it                 n  pass over it
e  edit a field           e FIELD TEXT  set it at once
a  add all of its subject u  undo the last decision
r  replace what the store has   d  deprecate that, and add this
q  stop; the same command goes on here"""


class _Stopped(Exception):  # noqa: N818 - it is not an error
    """The user has stopped."""


def pick_line_by_line(session: PickingSession, passed_over: int = 0) -> None:
    """Ask for a decision on each candidate until none is left, or the user stops.

    ``passed_over`` is how many figures, dates and quotes of the texts are not among the candidates.
    """
    if passed_over:
        write_note(words_for_passed_over(passed_over))
    number = 0
    try:
        while session.open_candidates:
            candidates = session.open_candidates
            candidate = next((each for each in candidates if session.candidates.index(each) >= number), candidates[0])
            number = _Question(session, candidate).ask()
    except _Stopped:
        return


class _Question:
    """One candidate, shown and asked about until it is decided."""

    def __init__(self, session: PickingSession, candidate: Candidate) -> None:
        self._session = session
        self._candidate = candidate
        self._duplicate: Duplicate | None = None
        self._next = session.candidates.index(candidate)

    def ask(self) -> int:
        """Show the candidate, and return the number of the one to go on with."""
        self._show()
        while self._candidate.state == "open":
            answer = _read(self._prompt()).strip()
            action = self._actions().get(answer[:1].lower())
            if action is None or (len(answer) > 1 and not answer[1].isspace() and answer.lower() not in _WORDS):
                write_note(_HELP)
                continue
            try:
                if action(answer[1:].strip() if answer.lower() not in _WORDS else ""):
                    break
            except FactcliError as error:
                write_note(safe_text(error.lines()[0]))
        return self._next

    def _actions(self) -> dict[str, Callable[[str], bool]]:
        """What each letter does; it returns whether another candidate comes next."""
        known = {"y": self._add, "n": self._pass, "e": self._edit, "a": self._add_subject, "u": self._undo}
        return known | ({"r": self._replace, "d": self._deprecate} if self._duplicate else {})

    def _prompt(self) -> str:
        beside = "r(eplace), d(eprecate), " if self._duplicate else ""
        return f"y(es), n(o), e(dit), {beside}a(ll of this subject), u(ndo), q(uit)"

    def _show(self) -> None:
        session, candidate = self._session, self._candidate
        self._duplicate = session.duplicate_of(candidate)
        place = f"[{session.candidates.index(candidate) + 1}/{len(session.candidates)}]"
        lines = [f"\n{place} {candidate.raw.get('kind', '')}"]
        lines += [f"  {name:<{_LABEL_WIDTH}} {text}" for name, text in rows_of(session, candidate)]
        click.echo(safe_text("\n".join(lines), keep="\n"), err=True)
        click.echo(f"  {_shown_passage(candidate)}", err=True)
        if self._duplicate:
            click.echo(safe_text(f"  ! {comparison(candidate, self._duplicate)}"), err=True)

    def _add(self, _: str) -> bool:
        report_changes(self._session.add(self._candidate), dry_run=False)
        return True

    def _pass(self, _: str) -> bool:
        self._session.pass_over(self._candidate)
        return True

    def _replace(self, _: str) -> bool:
        if self._duplicate:
            report_changes(self._session.replace(self._candidate, self._duplicate.fact.id), dry_run=False)
        return True

    def _deprecate(self, _: str) -> bool:
        if self._duplicate:
            report_changes(self._session.deprecate(self._candidate, self._duplicate.fact.id), dry_run=False)
        return True

    def _add_subject(self, _: str) -> bool:
        report_changes(self._session.add(*self._session.of_subject(self._candidate)), dry_run=False)
        return True

    def _undo(self, _: str) -> bool:
        undone = self._session.undo()
        if undone is None:
            write_note("nothing to undo")
            return False
        self._next = self._session.candidates.index(undone)
        return True

    def _edit(self, typed: str) -> bool:
        names = ("id", *editable_fields(self._candidate.raw))
        name, _, text = typed.partition(" ")
        name = name or _read(f"Field: {', '.join(names)}; Enter goes back").strip()
        if name == _BACK:
            return False
        matches = [each for each in names if each.startswith(name.replace("-", "_").lower())]
        if not matches:
            raise FactcliError(f"unknown field '{name}'; known fields: {', '.join(names)}")
        self._session.edit(self._candidate, matches[0], text.strip() or self._typed(matches[0]))
        self._show()
        return False

    def _typed(self, name: str) -> str:
        candidate = self._candidate
        present = self._session.free_id(candidate) if name == "id" else typed_field(candidate.raw, name)
        return _read(name, present)


_WORDS = frozenset({"yes", "no", "edit", "all", "undo", "quit", "replace", "deprecate"})


def _read(question: str, present: str = "") -> str:
    """What is typed, beginning with what is there at ``present``; stops if that is ``q`` alone."""
    with _prefilled(present):
        answer: str = click.prompt(safe_text(question), default="", show_default=False, err=True)
    if answer.strip().lower() in {_STOP, "quit"}:
        raise _Stopped
    return answer


class _prefilled:  # noqa: N801 - reads as a function
    """While the block lasts, a line begins with the text that is there to be edited."""

    def __init__(self, text: str) -> None:
        self._text = safe_text(text)

    def __enter__(self) -> None:
        if self._text and sys.stdin.isatty():
            _set_startup_hook(self._text)

    def __exit__(self, *_: object) -> None:
        if self._text and sys.stdin.isatty():
            _set_startup_hook("")


def _set_startup_hook(text: str) -> None:
    try:
        import readline
    except ImportError:  # Windows
        return
    readline.set_startup_hook((lambda: readline.insert_text(text)) if text else None)


def _shown_passage(candidate: Candidate) -> str:
    """The paragraph of the candidate on one line, its words set off."""
    before, words, after = (safe_text(" ".join(part.split())) for part in passage_of(candidate))
    return " ".join(filter(None, (before, click.style(words, bold=True, reverse=True) if words else "", after)))
