"""The full-screen picker, driven key by key."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from factcli.curation.picking.remembered import citation_key
from factcli.curation.picking.session import Candidate, Excerpt, PickingSession
from factcli.curation.undo import undo
from factcli.store import FactStore

pytest.importorskip("textual")

from textual.widgets import Footer, Input, OptionList, Static

from factcli.cli.tui.picker import Picker

HOSTILE = "[/]\x1b[2J\u202e[link=javascript:alert(1)]x[/link] \x9b1m"
SOURCES = {"mill-guide": {"type": "book", "title": "The Mill Guide"}}
pytestmark = pytest.mark.asyncio


def fact(subject: str, amount: str, unit: str, surface: str) -> dict[str, Any]:
    return {
        "kind": "figure",
        "statement": f"{subject} has {surface}.",
        "subject": subject,
        "keywords": ["capacity"],
        "value": {"amount": amount, "unit": unit},
        "references": [{"source": "mill-guide", "locator": "paragraph 1", "surface": surface}],
    }


def candidates(**facts: dict[str, Any]) -> list[Candidate]:
    return [
        Candidate(id_.replace("_", "-"), raw, citation_key(raw), Excerpt(f"Before. {raw['statement']} After.", 8, 12))
        for id_, raw in facts.items()
    ]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    path.write_text('{"facts": {}, "sources": {}}', "utf-8")
    return path


@pytest.fixture
def picker(store: Path) -> Callable[..., Picker]:
    def made(**facts: dict[str, Any]) -> Picker:
        return Picker(PickingSession(str(store), candidates(**facts), SOURCES, again=False))

    return made


MILLS = {
    "marl_mill_sails": fact("Marl mill", "4", "sail", "four sails"),
    "marl_mill_floors": fact("Marl mill", "6", "floor", "six floors"),
    "yorvik_mill_stones": fact("Yorvik mill", "2", "stone", "two stones"),
}


def stored(path: Path) -> dict[str, Any]:
    return json.loads(path.read_text("utf-8"))["facts"]


def text_of(picker: Picker, name: str) -> str:
    return str(picker.query_one(name, Static).content)


async def test_what_the_text_has_besides_is_counted_at_the_start(store: Path) -> None:
    session = PickingSession(str(store), candidates(**MILLS), SOURCES, again=False)
    app = Picker(session, passed_over=31)
    async with app.run_test():
        assert "31 figures, dates and quotes of the text passed over" in text_of(app, "#message")


async def test_y_adds_and_n_passes_over(picker: Callable[..., Picker], store: Path) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("y", "n", "y")

    assert list(stored(store)) == ["marl-mill-sails", "yorvik-mill-stones"]


async def test_what_has_no_subject_is_asked_for_it_once(picker: Callable[..., Picker], store: Path) -> None:
    nameless = fact("It", "36", "berth", "36 berths") | {"subject": None}
    async with picker(lock=nameless, quay=nameless).run_test() as pilot:
        await pilot.press("y", *"Ouse", "enter", "y")
        await pilot.press("y", "escape", "y")

    assert [each.subject for each in FactStore(store)] == ["Ouse", None]


async def test_the_words_are_set_off_in_their_paragraph(picker: Callable[..., Picker]) -> None:
    app = picker(**MILLS)
    async with app.run_test():
        passage = app.query_one("#passage", Static).content

    assert str(passage) == "Before. Marl mill has four sails. After."
    assert [(span.start, span.end) for span in passage.spans] == [(8, 12)]


async def test_a_adds_all_of_one_subject_as_one_change(picker: Callable[..., Picker], store: Path) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("a")
        assert app.candidate.id == "yorvik-mill-stones"
        await pilot.press("u")

    assert stored(store) == {}


async def test_capital_n_passes_over_all_of_one_subject_and_u_takes_that_back(picker: Callable[..., Picker]) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("N")
        assert [each.state for each in app.session.candidates] == ["passed", "passed", "open"]
        await pilot.press("u")

    assert [each.state for each in app.session.candidates] == ["open"] * 3


async def test_capital_b_edits_the_subject_of_all_alike(picker: Callable[..., Picker], store: Path) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("B", "s", "enter", "a", "y")

    assert {id_: raw["subject"] for id_, raw in stored(store).items()} == {
        "marl-mills-sails": "Marl mills",
        "marl-mills-floors": "Marl mills",
        "yorvik-mill-stones": "Yorvik mill",
    }


async def test_a_subject_is_chosen_with_the_arrows(picker: Callable[..., Picker], store: Path) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("y", "n", "b", "down", "enter", "y")

    assert [raw["subject"] for raw in stored(store).values()] == ["Marl mill", "Marl mill"]


async def test_f_goes_to_the_next_candidate_with_a_word_to_replace(picker: Callable[..., Picker]) -> None:
    marked = MILLS["yorvik_mill_stones"] | {"statement": "[They] have two stones."}
    app = picker(**MILLS | {"yorvik_mill_stones": marked})
    async with app.run_test() as pilot:
        await pilot.press("f")
        assert app.candidate.id == "yorvik-mill-stones"
        assert "! yorvik-mill-stones" in str(app.query_one(OptionList).get_option_at_index(2).prompt)


async def test_a_field_is_edited_in_place(picker: Callable[..., Picker], store: Path) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("v")
        assert app.query_one(Input).value == "4 sails"
        app.query_one(Input).value = "about 5 sails"
        await pilot.press("enter", "y", "q")

    assert stored(store)["marl-mill-sails"]["value"] == {"amount": "5", "unit": "sail", "comparator": "~"}


async def test_what_is_typed_goes_on_after_what_is_there(picker: Callable[..., Picker], store: Path) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("b", "home", "enter", "b", "x", "enter", "y", "q")

    assert [raw["subject"] for raw in stored(store).values()] == ["Marl millx"]


async def test_a_decision_is_said_with_how_many_are_left(picker: Callable[..., Picker]) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("n")

        assert text_of(app, "#message") == f"passed over marl-mill-sails; {len(MILLS) - 1} left"


async def test_a_value_that_is_no_figure_is_said_in_words(picker: Callable[..., Picker]) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("v")
        app.query_one(Input).value = "banana"
        await pilot.press("enter")

        assert text_of(app, "#message").startswith("'banana' is not a figure. Hint: write 85, US$7m")


async def test_what_is_not_valid_is_said_and_asked_again(picker: Callable[..., Picker]) -> None:
    app = picker(mill_built=fact("Marl mill", "1", "x", "1790") | {"kind": "date", "value": {"edtf": "1790"}})
    async with app.run_test() as pilot:
        await pilot.press("v")
        app.query_one(Input).value = "banana"
        await pilot.press("enter")

        assert text_of(app, "#message").startswith("'banana' is not a date")
        assert app.query_one(Input).has_class("-asked")


async def test_q_leaves_and_the_next_session_goes_on_there(picker: Callable[..., Picker], store: Path) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("y", "n", "q")

    again = picker(**MILLS)
    async with again.run_test():
        assert again.candidate.id == "yorvik-mill-stones"
    assert list(stored(store)) == ["marl-mill-sails"]


async def test_q_within_a_field_is_a_letter_of_it(picker: Callable[..., Picker]) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("b", "q", "escape")

        assert app.query_one(Input).value == "Marl millq"
        assert app.candidate.subject == "Marl mill"


async def test_what_the_store_has_is_shown_beside(picker: Callable[..., Picker], store: Path) -> None:
    first = picker(marl_mill_sails=MILLS["marl_mill_sails"])
    async with first.run_test() as pilot:
        await pilot.press("y")

    app = picker(marl_mill_sails=fact("Marl mill", "5", "sail", "five sails"))
    async with app.run_test() as pilot:
        assert text_of(app, "#beside") == (
            "the store has 4 sails (marl-mill-sails), this says 5 sails: add, replace or deprecate?"
        )
        await pilot.press("d")

    assert stored(store)["marl-mill-sails"]["superseded_by"] == "marl-mill-sails-2"


async def test_a_fact_is_replaced_under_its_own_id(picker: Callable[..., Picker], store: Path) -> None:
    async with picker(marl_mill_sails=MILLS["marl_mill_sails"]).run_test() as pilot:
        await pilot.press("y")
    async with picker(other_id=fact("Marl mill", "5", "sail", "five sails")).run_test() as pilot:
        await pilot.press("r")

    assert {id_: raw["value"]["amount"] for id_, raw in stored(store).items()} == {"marl-mill-sails": "5"}


async def test_one_undo_takes_back_the_whole_run(picker: Callable[..., Picker], store: Path) -> None:
    app = picker(**MILLS)
    async with app.run_test() as pilot:
        await pilot.press("y", "y", "y")

    assert undo(str(store)).changes == 3
    assert stored(store) == {}


async def test_hostile_text_is_only_text(picker: Callable[..., Picker], store: Path) -> None:
    app = picker(mill=fact(HOSTILE, "4", "sail", HOSTILE))
    async with app.run_test() as pilot:
        drawn = [text_of(app, name) for name in ("#fields", "#passage")]
        await pilot.press("s")
        drawn.append(app.query_one(Input).value)
        await pilot.press("escape")
        drawn.append(str(app.query_one(OptionList).get_option_at_index(0).prompt))
        await pilot.press("y")

    assert "[link=javascript:alert(1)]" in drawn[0]
    assert not [text for text in drawn if set(text) & set("\x1b\x9b\u202e")]
    assert FactStore.open(store).facts()[0].subject == HOSTILE


async def test_a_long_field_that_is_cut_on_the_screen_is_edited_whole(
    picker: Callable[..., Picker], store: Path
) -> None:
    statement = "Marl mill has four sails" + " and more" * 2_000
    app = picker(mill=MILLS["marl_mill_sails"] | {"statement": f"{statement}."})
    async with app.run_test() as pilot:
        assert "more characters)" in text_of(app, "#fields")
        await pilot.press("s", "!", "enter", "y")

    assert stored(store)["mill"]["statement"] == f"{statement}.!"


async def test_the_keys_fit_a_narrow_terminal_beside_a_duplicate(picker: Callable[..., Picker]) -> None:
    app = picker(**MILLS, marl_mill_sails_2=fact("Marl mill", "5", "sail", "five sails"))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("y", "down", "down")
        assert "4 sails" in text_of(app, "#beside")
        assert app.query_one(Footer).max_scroll_x == 0
