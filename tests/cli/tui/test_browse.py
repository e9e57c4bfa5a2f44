"""The browser, driven key by key."""

from __future__ import annotations

import contextlib
import json
import re
import webbrowser
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.index import FactIndex

pytest.importorskip("textual")

from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Static

from factcli.cli.tui.browse import Browser, TimelineScreen

if TYPE_CHECKING:
    from running import Run

    from factcli.index import Hit
    from factcli.query.terms import Query

HOSTILE = "[/]\x1b[2J\u202e[link=javascript:alert(1)]x[/link] \x9b1m"
SIZES = [(60, 20), (80, 24), (120, 40), (200, 60)]

Made = Callable[..., Browser]


@pytest.fixture
def browser(shipped_store: Path) -> Made:
    def made(*words: str, store: Path = shipped_store, edit: Callable[[str], object] = str) -> Browser:
        return Browser(lambda: FactIndex.at(str(store)), edit, words)

    return made


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A store with an address that a browser may open, one that it may not, and hostile texts."""
    value = {"amount": "41", "unit": "m"}
    facts = {
        name: {"kind": "figure", "statement": f"{name} is 41 m tall {HOSTILE}.", "value": value,
               "references": [{"source": source}]}
        for name, source in (("lamp", "web"), ("tower", "bad"))
    }  # fmt: skip
    sources = {
        "web": {"type": "book", "title": HOSTILE, "URL": "https://example.org/lamp"},
        "bad": {"type": "book", "title": "Bad", "URL": "javascript:alert(1)"},
    }
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"facts": facts, "sources": sources}))
    return path


async def settled(pilot: Pilot[None]) -> None:
    """Wait for the search of what was typed last."""
    await pilot.pause(0.1)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def ids(app: Browser) -> list[str]:
    return [hit.id for hit in app._hits]  # noqa: SLF001 - what is listed


def message(app: Browser) -> str:
    return str(app.query_one("#message", Static).content)


def keys(app: Browser) -> set[str]:
    """The keys that the last line shows."""
    return {binding.binding.description for binding in app.active_bindings.values() if binding.binding.show}


def screen(app: Browser) -> str:
    """What the screen shows, as text."""
    drawn = app.export_screenshot().partition("</style>")[2]
    return unescape(re.sub(r"<[^>]*>", "\n", drawn)).replace("\xa0", " ")


@pytest.mark.asyncio
async def test_what_is_typed_is_searched_at_once(browser: Made) -> None:
    app = browser()
    async with app.run_test() as pilot:
        await settled(pilot)
        total = len(ids(app))
        await pilot.press(*"salman rew")
        await settled(pilot)

        assert 0 < len(ids(app)) < total
        assert ids(app)[0] == "salman-reward"
        assert re.fullmatch(r"\d+ facts?", message(app))


@pytest.mark.asyncio
async def test_the_words_of_the_command_line_are_the_first_query(browser: Made) -> None:
    app = browser("amia", "victims")
    async with app.run_test() as pilot:
        await settled(pilot)

        assert (app.query_one(Input).value, ids(app)[0]) == ("amia victims", "amia-bombing-deaths")


@pytest.mark.asyncio
async def test_the_cursor_goes_through_the_facts_and_the_card_follows(browser: Made) -> None:
    app = browser("amia")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        first = app.hit
        await pilot.press("down", "down")

        assert app.hit != first
        assert app.hit is not None
        assert app.hit.id in screen(app)


@pytest.mark.asyncio
async def test_letters_are_keys_only_outside_the_query(browser: Made) -> None:
    app = browser("amia")
    async with app.run_test() as pilot:
        await settled(pilot)
        assert "Copy" not in keys(app)
        await pilot.press("enter")
        assert {"Copy", "Edit", "Open", "Kind", "Timeline", "Search", "Quit"} <= keys(app)
        await pilot.press("slash", "c")

        assert app.query_one(Input).value == "amiac"


@pytest.mark.asyncio
async def test_k_chooses_a_kind_after_the_other(browser: Made) -> None:
    app = browser("pompeo")
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter", "k", "k", "k")
        await settled(pilot)
        assert app.query_one(Input).value == "pompeo kind:quote"
        assert {hit.kind for hit in app._hits} == {"quote"}  # noqa: SLF001 - what is listed
        await pilot.press("k")

        assert app.query_one(Input).value == "pompeo"


@pytest.mark.asyncio
async def test_o_opens_only_an_address_of_the_web(browser: Made, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: opened.append(address) or True)
    for words in ("lamp", "tower"):
        app = browser(words, store=own)
        async with app.run_test() as pilot:
            await settled(pilot)
            await pilot.press("enter", "o")

    assert opened == ["https://example.org/lamp"]


@pytest.mark.asyncio
async def test_c_copies_the_fact_with_its_citation(browser: Made) -> None:
    app = browser("amia", "victims")
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter", "c")

        assert app.clipboard.startswith("The bombing of the Amia")
        assert "Pompeo Tour" in app.clipboard


@pytest.mark.asyncio
async def test_e_edits_the_fact_and_searches_again(browser: Made, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def edit(id_: str) -> None:
        own.write_text(own.read_text().replace(f"{id_} is 41", f"{id_} is no longer"))

    app = browser("lamp", store=own, edit=edit)
    monkeypatch.setattr(app, "suspend", contextlib.nullcontext)
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter", "e")
        await settled(pilot)

        assert app.hit is not None
        assert "no longer" in app.hit.statement


@pytest.mark.asyncio
async def test_the_keys_of_the_query_are_shown_while_it_is_typed_and_ctrl_q_leaves(browser: Made) -> None:
    app = browser("amia")
    async with app.run_test() as pilot:
        await settled(pilot)
        assert keys(app) == {"To the facts", "Quit"}
        await pilot.press("down")
        assert isinstance(app.focused, OptionList)
        await pilot.press("slash", "ctrl+q")
        await pilot.pause()

        assert not app.is_running


@pytest.mark.asyncio
async def test_t_draws_the_dates_and_goes_back(browser: Made) -> None:
    app = browser("kind:date")
    async with app.run_test(size=(120, 40)) as pilot:
        await settled(pilot)
        await pilot.press("enter", "t")
        await pilot.pause()
        assert isinstance(app.screen, TimelineScreen)
        await pilot.press("escape")

        assert not isinstance(app.screen, TimelineScreen)


@pytest.mark.asyncio
async def test_w_takes_the_next_theme(browser: Made) -> None:
    app = browser()
    async with app.run_test() as pilot:
        before = app.theme
        await pilot.press("down", "w")

        assert app.theme != before


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.asyncio
async def test_a_screen_shows_the_facts_the_card_and_the_keys(browser: Made, size: tuple[int, int]) -> None:
    app = browser("amia", "victims")
    async with app.run_test(size=size) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await pilot.pause()

        shown = screen(app)
        assert "85 people" in shown
        assert all(key in shown for key in keys(app))
        assert app.query_one(OptionList).size.height >= 3
        assert app.query_one("#beside").size.height >= 3


@pytest.mark.asyncio
async def test_nothing_found_is_an_empty_list(browser: Made) -> None:
    app = browser("zzzz")
    async with app.run_test() as pilot:
        await settled(pilot)
        await pilot.press("enter", "c", "e", "o", "t")

        assert (app.hit, ids(app)) == (None, [])


class Slow(FactIndex):
    """An index with a word that takes for ever to search for."""

    def search(self, query: str | Query, limit: int | None = None, sort: str = "relevance") -> list[Hit]:
        if query == "slow":
            self._rows("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) SELECT count(*) FROM n")
        return super().search(query, limit, sort)


@pytest.mark.asyncio
async def test_what_is_typed_next_stops_a_search(shipped_store: Path) -> None:
    app = Browser(lambda: Slow.at(str(shipped_store)), str, ["slow"])
    async with app.run_test() as pilot:
        await pilot.pause(0.3)
        app.query_one(Input).value = "amia victims"
        await settled(pilot)

        assert "amia-bombing-deaths" in ids(app)


@pytest.mark.asyncio
async def test_leaving_before_what_was_typed_is_searched_ends_well(browser: Made) -> None:
    app = browser()
    async with app.run_test() as pilot:
        await settled(pilot)
        app.query_one(Input).value = "amia"
        await pilot.pause(0.02)
        app.on_unmount()
        await pilot.pause(0.2)


@pytest.mark.asyncio
async def test_the_first_theme_has_the_colours_of_the_terminal(browser: Made) -> None:
    app = browser()
    async with app.run_test():
        assert app.current_theme.background == app.current_theme.foreground == "ansi_default"


@pytest.mark.asyncio
async def test_leaving_stops_a_search(shipped_store: Path) -> None:
    app = Browser(lambda: Slow.at(str(shipped_store)), str, ["slow"])
    async with app.run_test() as pilot:
        await pilot.pause(0.3)
        await pilot.press("escape")

    (thread,) = app._searching._threads  # noqa: SLF001 - the thread of its searches
    thread.join(10)
    has_ended = not thread.is_alive()
    app._stop_searching()  # noqa: SLF001 - or the tests would never end
    assert has_ended


@pytest.mark.asyncio
async def test_no_text_of_a_store_drives_the_terminal(browser: Made, own: Path) -> None:
    app = browser("lamp", store=own)
    async with app.run_test(size=(200, 60)) as pilot:
        await settled(pilot)

        shown = screen(app)
        assert "[link=javascript:alert(1)]x[/link]" in shown
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)


@pytest.mark.asyncio
async def test_of_a_long_text_the_list_and_the_card_show_the_beginning(browser: Made, tmp_path: Path) -> None:
    fact = {"kind": "quote", "statement": "lamp " * 2_000, "note": "n" * 9_000, "value": {"text": "t" * 8_000}}
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"facts": {"lamp": fact}, "sources": {}}))
    app = browser("lamp", store=path)
    async with app.run_test(size=(200, 200)) as pilot:
        await settled(pilot)

        cut = re.findall(r"\(([\d,]+) more", screen(app))
        assert cut == ["7,702", "9,700", "6,002", "8,000", "7,000"]


def test_a_pipe_is_no_screen(piped: Run) -> None:
    ended = piped("browse")

    assert (ended.status, ended.out) == (2, "")
    assert "fact browse needs a terminal" in ended.err
