from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcli.escaping import defused_cell, json_text, safe_json, safe_link, safe_text

HOSTILE = {
    "\x1b[2J": r"\x1b[2J",
    "\x1b]0;title\x07": r"\x1b]0;title\x07",
    "\x9b31m": r"\x9b31m",
    "over\rwritten": r"over\rwritten",
    "back\b": r"back\x08",
    "nul\0": r"nul\0",
    "del\x7f": r"del\x7f",
    "\u202egnp.exe": r"\u202egnp.exe",
    "\u2066isolate\u2069": r"\u2066isolate\u2069",
    "tab\tand\nline": r"tab\tand\nline",
    "\ud800": r"\ud800",
    "\U000e0041": r"\U000e0041",
}
HARMLESS = ["plain", "Nicolás Maduro", "“stronger than ever” – …", "[/] [link=x] :skull:", "日本", "👩‍👧", "نص"]


@pytest.mark.parametrize(("text", "shown"), HOSTILE.items())
def test_what_could_drive_a_terminal_is_shown_escaped(text: str, shown: str) -> None:
    assert safe_text(text) == shown


@pytest.mark.parametrize("text", HARMLESS)
def test_what_writers_write_is_left_as_it_is(text: str) -> None:
    assert safe_text(text) == text


def test_a_line_break_can_be_kept() -> None:
    assert safe_text("a\nb\tc", keep="\n") == "a\nb\\tc"


@given(st.text())
def test_no_control_character_passes(text: str) -> None:
    assert not [character for character in safe_text(text) if unicodedata.category(character) in ("Cc", "Cs")]


@given(st.text())
def test_json_stays_the_same_value(text: str) -> None:
    assert json.loads(safe_json(json.dumps({"text": text}, ensure_ascii=False))) == {"text": text}


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_text_of_json_is_read_back(text: str) -> None:
    assert json.loads(json_text(text)) == text


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+cmd", "-cmd", "@sum", "\tx", "\rx"])
def test_a_formula_is_defused(cell: str) -> None:
    assert defused_cell(cell) == "'" + cell


@pytest.mark.parametrize("cell", [
        "-3.5", "+1,000", "a=b", "", "-5 °C", "-5 km", "-5%", "-5 to -2 °C", "-0.5 USD a day", "-5 km/h", "-12 km2", "'", "'a",
    ],
)  # fmt: skip
def test_a_number_with_or_without_a_unit_is_not_a_formula(cell: str) -> None:
    assert defused_cell(cell) == cell


@pytest.mark.parametrize("url", ["https://example.org/a?b=c", "http://x", "mailto:desk@example.org"])
def test_web_and_mail_addresses_can_be_links(url: str) -> None:
    assert safe_link(url) == url


@pytest.mark.parametrize(
    "url", [None, "", "javascript:alert(1)", "file:///etc/passwd", "https://x\x1b\\", "https://a b"]
)
def test_nothing_else_can_be_a_link(url: str | None) -> None:
    assert safe_link(url) is None
