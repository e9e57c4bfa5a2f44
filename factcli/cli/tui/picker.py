"""The picker: candidates beside their paragraphs; keys take, pass over and edit them, and go back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from factcli.cli.curating.known import words_for_passed_over
from factcli.cli.tui.safe_content import labelled, passage, shown
from factcli.cli.tui.screens import FactApp, message_line
from factcli.curation.picking.presented import comparison, passage_of, rows_of
from factcli.curation.picking.typed_fields import editable_fields, typed_field
from factcli.errors import FactcliError
from factcli.escaping import safe_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.content import Content

    from factcli.curation.picking.duplicates import Duplicate
    from factcli.curation.picking.session import Candidate, PickingSession
    from factcli.store.transaction import Change

_MARKS = {"open": " ", "taken": "✓", "passed": "–"}
_SUBJECT_OF_ALL = "subject of all"
_FIELD_KEYS = {"statement": "s", "subject": "b", "keywords": "k", "value": "v", "speaker": "p", "as_of": "o", "id": "i"}
_SUBJECTS = frozenset({"subject", _SUBJECT_OF_ALL})


def run_picker(session: PickingSession, passed_over: int = 0) -> None:
    """Show the candidates of the session until none is left, or the user leaves.

    ``passed_over`` is how many figures, dates and quotes of the texts are not among the candidates.
    """
    Picker(session, passed_over).run()


class Picker(FactApp):
    """Candidates on the left; the one that is looked at, with its paragraph, on the right."""

    CSS = (
        FactApp.CSS
        + """
    OptionList { width: 32; height: 1fr; border: none; }
    #candidate { width: 1fr; padding: 0 1; }
    #fields, #passage, #beside { height: auto; margin-bottom: 1; }
    #beside { color: $text-warning; }
    Input { display: none; dock: bottom; }
    Input.-asked { display: block; }
    """
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        ("y", "take", "Add"),
        ("n", "pass", "Pass"),
        ("r", "replace", "Replace"),
        ("d", "deprecate", "Deprecate"),
        ("a", "take_subject", "Add all"),
        Binding("N", "pass_subject", "Pass over all of subject", show=False),
        Binding("B", f"edit('{_SUBJECT_OF_ALL}')", _SUBJECT_OF_ALL, show=False),
        Binding("down", "choose(1)", show=False),
        Binding("up", "choose(-1)", show=False),
        ("u", "undo", "Undo"),
        ("f", "next_marked", "Next [ ]"),
        *(Binding(key, f"edit('{name}')", name, show=False) for name, key in _FIELD_KEYS.items()),
        ("escape", "leave_field", "Back"),
    ]

    def __init__(self, session: PickingSession, passed_over: int = 0) -> None:
        super().__init__()
        self.session = session
        self._passed_over = passed_over
        self._duplicate: Duplicate | None = None
        self._edited: str | None = None
        # Whose subject was asked for last.
        self._asked: str | None = None

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with Horizontal():
            yield OptionList(*(Option(self._line(each)) for each in self.session.candidates))
            with VerticalScroll(id="candidate", can_focus=False):
                yield Static(id="fields", markup=False)
                yield Static(id="beside", markup=False)
                yield Static(id="passage", markup=False)
        yield message_line()
        yield Input(select_on_focus=False)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begin with the first candidate that is open."""
        self._go_on(0)
        if self._passed_over:
            self.say(words_for_passed_over(self._passed_over))

    @property
    def candidate(self) -> Candidate:
        """The candidate that is looked at."""
        return self.session.candidates[self._list.highlighted or 0]

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def on_option_list_option_highlighted(self) -> None:
        """Show the candidate that the cursor is on."""
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that do nothing for this candidate, or while a field is edited."""
        if action in {"leave_field", "choose"}:
            return self._edited in _SUBJECTS or (action == "leave_field" and self._edited is not None)
        if self._edited is not None and action != "quit":
            return False
        if action in {"replace", "deprecate"}:
            return self._duplicate is not None
        if action == "next_marked":
            return any(each.is_marked for each in self.session.open_candidates)
        if action == "edit":
            return parameters[0] in ("id", _SUBJECT_OF_ALL, *editable_fields(self.candidate.raw))
        return True

    def action_take(self) -> None:
        """Add the candidate; one without a subject only when that was asked for."""
        if self.candidate.state == "open" and not self.candidate.subject and self._asked != self.candidate.id:
            self._asked = self.candidate.id
            self.action_edit("subject")
            self.say("what is it about? y adds it without a subject")
            return
        self._decide(lambda: self.session.add(self.candidate))

    def action_pass(self) -> None:
        """Pass over the candidate."""
        if self.candidate.state == "open":
            self.session.pass_over(self.candidate)
            self._say_left(f"passed over {self.candidate.id}")
            self._go_on(self._list.highlighted or 0)

    def action_pass_subject(self) -> None:
        """Pass over all candidates about the same."""
        if self.candidate.state == "open":
            alike = self.session.alike(self.candidate)
            self.session.pass_over(*alike)
            self._say_left(f"passed over {len(alike)} of {self.candidate.subject or self.candidate.id}")
            self._go_on(self._list.highlighted or 0)

    def action_next_marked(self) -> None:
        """Look at the next open candidate that has a word in brackets to be replaced."""
        at = self._list.highlighted or 0
        marked = [at for at, each in enumerate(self.session.candidates) if each.state == "open" and each.is_marked]
        if marked:
            self._list.highlighted = next((number for number in marked if number > at), marked[0])
            self._show()

    def action_choose(self, step: int) -> None:
        """Put the next subject that the candidate may have into the field."""
        choices = self.session.subjects_for(self.candidate)
        field = self.query_one(Input)
        known = choices.index(field.value) if field.value in choices else -1
        if choices:
            field.value = safe_text(choices[(known + step) % len(choices)])
            field.cursor_position = len(field.value)

    def action_take_subject(self) -> None:
        """Add all candidates about the same that the store does not seem to have."""
        self._decide(lambda: self.session.add(*self.session.of_subject(self.candidate)))

    def action_replace(self) -> None:
        """Let the fact of the store say what the candidate says."""
        duplicate = self._duplicate
        if duplicate:
            self._decide(lambda: self.session.replace(self.candidate, duplicate.fact.id))

    def action_deprecate(self) -> None:
        """Add the candidate as the successor of the fact of the store."""
        duplicate = self._duplicate
        if duplicate:
            self._decide(lambda: self.session.deprecate(self.candidate, duplicate.fact.id))

    def action_undo(self) -> None:
        """Take back the last decision."""
        try:
            undone = self.session.undo()
        except FactcliError as error:
            self.say(error.lines()[0])
            return
        self.say("" if undone else "nothing to undo")
        self._refresh_list()
        if undone:
            self._list.highlighted = self.session.candidates.index(undone)
            self._show()

    def action_edit(self, name: str) -> None:
        """Edit a field in place."""
        if self.candidate.state != "open":
            return
        self._edited = name
        candidate = self.candidate
        written = "subject" if name == _SUBJECT_OF_ALL else name
        present = self.session.free_id(candidate) if name == "id" else typed_field(candidate.raw, written)
        field = self.query_one(Input)
        field.value = safe_text(present, keep="\n")
        field.cursor_position = len(field.value)
        field.border_title = name.replace("_", " ") + ("  (↑↓ choose)" if name in _SUBJECTS else "")
        field.add_class("-asked")
        field.focus()
        self.refresh_bindings()

    def action_leave_field(self) -> None:
        """Leave the field as it was."""
        self._edited = None
        self.query_one(Input).remove_class("-asked")
        self._list.focus()
        self.refresh_bindings()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what was typed, or say why not and ask again."""
        if self._edited is None:
            return
        try:
            is_of_all = self._edited == _SUBJECT_OF_ALL
            for each in self.session.alike(self.candidate) if is_of_all else [self.candidate]:
                self.session.edit(each, "subject" if is_of_all else self._edited, event.value)
        except FactcliError as error:
            self.say(error.lines()[0])
            return
        self.say("")
        self.action_leave_field()
        self._refresh_list()
        self._show()

    def _decide(self, change: Callable[[], list[Change]]) -> None:
        if self.candidate.state != "open":
            return
        at = self._list.highlighted or 0
        try:
            changes = change()
        except FactcliError as error:
            self.say(error.lines()[0])
            return
        self._say_left("; ".join(each.summary() for each in changes if not each.id.startswith("source ")))
        self._go_on(at)

    def _say_left(self, done: str) -> None:
        """Say what was done, and how many candidates are left."""
        self.say(f"{done}; {len(self.session.open_candidates)} left")

    def _go_on(self, at: int) -> None:
        """Look at the next open candidate, from this one on and then from the first."""
        self._refresh_list()
        numbers = [number for number, each in enumerate(self.session.candidates) if each.state == "open"]
        if not numbers:
            self.exit()
            return
        self._list.highlighted = next((number for number in numbers if number >= at), numbers[0])
        self._list.focus()
        self._show()

    def _refresh_list(self) -> None:
        for number, candidate in enumerate(self.session.candidates):
            self._list.replace_option_prompt_at_index(number, self._line(candidate))

    def _show(self) -> None:
        candidate = self.candidate
        self._duplicate = self.session.duplicate_of(candidate) if candidate.state == "open" else None
        beside = comparison(candidate, self._duplicate) + ": add, replace or deprecate?" if self._duplicate else ""
        self.query_one("#fields", Static).update(labelled(_with_keys(rows_of(self.session, candidate))))
        self.query_one("#beside", Static).update(shown(beside))
        self.query_one("#passage", Static).update(passage(*passage_of(candidate)))
        self.refresh_bindings()

    def _line(self, candidate: Candidate) -> Content:
        mark = "!" if candidate.state == "open" and candidate.is_marked else _MARKS[candidate.state]
        return shown(f"{mark} {candidate.id}")


def _with_keys(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The rows with the key that edits each field before its name: the last line has no room for them."""
    return [(f"{_FIELD_KEYS.get(name, ' ')} {name}", text) for name, text in rows]
