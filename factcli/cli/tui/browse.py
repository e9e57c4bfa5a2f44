"""The browser: what is typed is searched at once; the facts found are listed, the one at the cursor shown as a card."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import work
from textual.app import SuspendNotSupported
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.css.query import NoMatches
from textual.screen import ModalScreen
from textual.widgets import Footer, Input, OptionList, Static
from textual.widgets.option_list import Option

from factcli.cli.programs.web_browser import is_opened
from factcli.cli.tui.safe_content import beginning, shown
from factcli.cli.tui.screens import FactApp, message_line
from factcli.errors import FactcliError
from factcli.escaping import safe_text
from factcli.model.citation import cited_statement, web_address_of
from factcli.model.formatting import counted
from factcli.render.card import render_card
from factcli.render.time_axis import dated
from factcli.render.timeline import render_timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from factcli.index import FactIndex, Hit

Found = TypeVar("Found")

# More than anybody scrolls through; the count says how many there are.
_MOST_LISTED = 200
# Characters of a text.
_LONGEST_IN_LIST, _LONGEST_ON_CARD = 300, 2_000
# What is typed within this time is one query.
_PAUSE_SECONDS = 0.08
_KINDS = ("", "kind:figure", "kind:date", "kind:quote")


class Browser(FactApp):
    """A line to type in, the facts found, and a card."""

    CSS = (
        FactApp.CSS
        + """
    Input { border: none; height: 1; margin: 0 1; background: $surface; }
    #found { height: 1fr; }
    OptionList { width: 2fr; height: 1fr; border: none; }
    #beside { width: 3fr; padding: 0 1; border-left: solid $primary-darken-2; }
    .-narrow #found { layout: vertical; }
    .-narrow OptionList, .-narrow #beside { width: 1fr; height: 1fr; }
    .-narrow #beside { border-left: none; border-top: solid $primary-darken-2; }
    """
    )
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (90, "-wide")]  # noqa: RUF012 - declared so by textual
    BINDINGS: ClassVar[list[BindingType]] = [
        ("slash", "type", "Search"),
        ("o", "open", "Open"),
        ("c", "copy", "Copy"),
        ("e", "edit", "Edit"),
        ("k", "kind", "Kind"),
        ("t", "timeline", "Timeline"),
        Binding("w", "theme", show=False),
        # Before the query, which would scroll.
        Binding("down", "to_list", "To the facts", priority=True),
        # Escape leaves the query too, which takes the letter for itself.
        Binding("q", "quit", show=False),
        ("escape", "leave", "Quit"),
    ]

    def __init__(self, opened: Callable[[], FactIndex], edit: Callable[[str], object], words: Sequence[str]) -> None:
        """``opened`` gives the index, up to date; ``edit`` edits the fact of an id on the terminal."""
        super().__init__()
        self._opened = opened
        self._edit = edit
        self._words = " ".join(words)
        self._hits: Sequence[Hit] = ()
        self._index: FactIndex | None = None
        # One thread: an SQLite connection belongs to the thread that opens it.
        self._searching = ThreadPoolExecutor(max_workers=1)

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        hint = "words, kind:quote, speaker:NAME, value:>5m, date:2019-07"
        yield Input(self._words, placeholder=hint, select_on_focus=False)
        with Horizontal(id="found"):
            yield OptionList(markup=False)
            with VerticalScroll(id="beside", can_focus=False):
                yield Static(id="card", markup=False)
        yield message_line()
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Begin with the words of the command line."""
        self._search(self._words)

    def on_unmount(self) -> None:
        """End the thread of the searches."""
        self.workers.cancel_all()
        self._stop_searching()
        self._searching.shutdown(wait=False, cancel_futures=True)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search what is typed."""
        self._search(event.value)

    def on_input_submitted(self) -> None:
        """Go to the facts found."""
        self.action_to_list()

    def on_descendant_focus(self) -> None:
        """Show the keys of the query, or of the list."""
        self.refresh_bindings()

    def on_option_list_option_highlighted(self) -> None:
        """Show the fact that the cursor is on."""
        self._show_card()

    @work(exclusive=True)
    async def _search(self, text: str) -> None:
        """Search in the other thread, unless more is typed at once."""
        await asyncio.sleep(_PAUSE_SECONDS)
        self._stop_searching()
        try:
            self._show(await self._in_thread(self._find, text))
            self._say_number(await self._in_thread(self._count, text))
        except FactcliError as error:
            self.say(error.lines()[0])
        except NoMatches:
            # The screen was left in the meantime.
            return

    def _in_thread(self, find: Callable[[str], Found], text: str) -> asyncio.Future[Found]:
        return asyncio.get_running_loop().run_in_executor(self._searching, find, text)

    def _find(self, text: str) -> Sequence[Hit]:
        self._index = self._opened()
        return self._index.search(text, _MOST_LISTED)

    def _count(self, text: str) -> int:
        return self._index.count(text) if self._index else 0

    def _stop_searching(self) -> None:
        """Give up what was typed before: a word that a million facts have takes seconds."""
        if self._index is not None:
            self._index.interrupt()

    def _show(self, hits: Sequence[Hit]) -> None:
        self._hits = hits
        self._list.clear_options().add_options(map(Option, map(_line, hits)))
        self._list.highlighted = 0 if hits else None
        self._show_card()

    def _say_number(self, total: int) -> None:
        shown_of = f"{len(self._hits)} of " if len(self._hits) < total else ""
        self.say(f"{shown_of}{counted(total, 'fact')}")

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    @property
    def hit(self) -> Hit | None:
        """The fact at the cursor."""
        place = self._list.highlighted
        return self._hits[place] if place is not None and place < len(self._hits) else None

    def _show_card(self) -> None:
        self.query_one("#card", Static).update(render_card(_in_short(self.hit)) if self.hit else "")
        self.query_one("#beside").scroll_home(animate=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - textual's
        """Hide the keys that need a fact where there is none; the query takes letters for itself."""
        if action in {"to_list", "type"}:
            return isinstance(self.focused, Input) == (action == "to_list")
        return self.hit is not None if action in {"open", "copy", "edit"} else True

    def action_to_list(self) -> None:
        """Leave the query for the facts found."""
        self._list.focus()

    def action_type(self) -> None:
        """Go back to the query."""
        self.query_one(Input).focus()

    def action_leave(self) -> None:
        """Leave the screen."""
        self.exit()

    def action_open(self) -> None:
        """Open the source of the fact in the browser."""
        address = web_address_of(self.hit.sources) if self.hit else None
        if address is None:
            self.say("no source of this fact has an address")
        else:
            self.say(f"opened {address}" if is_opened(address) else f"no browser can be started for {address}")

    def action_copy(self) -> None:
        """Copy the fact with its citation, by the terminal."""
        if self.hit:
            self.copy_to_clipboard(safe_text(cited_statement(self.hit.fact, self.hit.sources)))
            self.say(f"copied {self.hit.id}")

    def action_edit(self) -> None:
        """Edit the fact in the editor of the user, and search again."""
        if self.hit is None:
            return
        try:
            with self.suspend():
                self._edit(self.hit.id)
        except SuspendNotSupported:
            self.say("this terminal cannot show an editor here; use fact edit")
        except FactcliError as error:
            self.say(error.lines()[0])
        self._search(self.query_one(Input).value)

    def action_kind(self) -> None:
        """Search one kind of facts, the next, and all of them again."""
        field = self.query_one(Input)
        words = field.value.split()
        now = next((word for word in words if word in _KINDS), "")
        following = _KINDS[(_KINDS.index(now) + 1) % len(_KINDS)]
        field.value = " ".join([*(word for word in words if word != now), *filter(None, [following])])

    def action_timeline(self) -> None:
        """Draw the dates of the facts that are listed."""
        hits = dated(self._hits)
        if hits:
            self.push_screen(TimelineScreen(hits))
        else:
            self.say("none of these facts is a date")

    def action_theme(self) -> None:
        """Take the next theme."""
        names = sorted(self.available_themes)
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self.say(f"theme {self.theme}")


class TimelineScreen(ModalScreen[None]):
    """The dates of the facts found on one axis."""

    CSS = "TimelineScreen { background: $background; } #timeline { padding: 1 2; }"
    BINDINGS: ClassVar[list[BindingType]] = [("escape,t,q", "dismiss", "Back")]

    def __init__(self, hits: Sequence[Hit]) -> None:
        super().__init__()
        self._hits = hits

    def compose(self) -> ComposeResult:
        """Lay out the screen."""
        with VerticalScroll(id="timeline"):
            yield Static(markup=False)
        yield Footer(compact=True)

    def on_resize(self) -> None:
        """Draw for the width that there is."""
        room = max(20, self.size.width - 6)
        self.query_one(Static).update(render_timeline(self._hits, room))


def _line(hit: Hit) -> Content:
    """The value and the statement of a fact, one below the other."""
    style = "dim strike" if hit.rank == "deprecated" else "bold"
    value, statement = shown(hit.display, _LONGEST_IN_LIST), shown(hit.statement, _LONGEST_IN_LIST)
    return Content.assemble((value.plain, style), "\n", statement)


def _in_short(hit: Hit) -> Hit:
    """The fact with the beginning of each of its texts: a field of 100,000 characters takes a second to lay out."""
    value, statement, record = beginning([hit.display, hit.statement, json.loads(hit.record)], _LONGEST_ON_CARD)
    return hit._replace(display=value, statement=statement, record=json.dumps(record))
