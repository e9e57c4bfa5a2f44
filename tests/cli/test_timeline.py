"""``fact timeline``: dates on an axis, on a terminal and as SVG."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from running import Run

DATES = {
    "reign": "1900/1920",
    "about": "1905~/1915",
    "open": "1910/..",
    "before": "../1908",
    "day": "1912-03-04",
    "about-day": "1913-05-06~",
}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def chronicle(tmp_path: Path) -> Path:
    def fact(edtf: str, statement: str = "It was so.") -> dict[str, object]:
        return {"kind": "date", "statement": statement, "value": {"edtf": edtf}, "references": [{"source": "annals"}]}

    facts = {id_: fact(edtf) for id_, edtf in DATES.items()}
    facts["hostile"] = fact("1914", "</text><script>alert(1)</script> & \x1b[2J \x00 " + "wide " * 200)
    sources = {"annals": {"type": "book", "title": "Annals"}}
    path = tmp_path / "facts.json"
    path.write_text(json.dumps({"facts": facts, "sources": sources}), encoding="utf-8")
    return path


def bars(printed: str) -> dict[str, str]:
    """The bar of each fact by its id."""
    rows = re.findall(r"^ *\S.*? ([┄╍━◀▶●○]+)(?: .*)?\n(?:.*\n)*? +([a-z-]+) *$", printed, re.MULTILINE)
    return {id_: bar for bar, id_ in rows}


@pytest.mark.parametrize("columns", [60, 80, 140, 200])
def test_the_axis_has_dates_and_the_picture_fits(
    on_terminal: Run, golden: Callable[[str, str], None], columns: int
) -> None:
    printed = on_terminal("timeline", "argentina", columns=columns, TERM="dumb").out

    assert printed.split()[:2] == ["2007", "2015"] or printed.split()[:3] == ["2007", "Jan", "2015"]
    assert max(map(len, printed.splitlines())) <= columns
    golden(f"timeline-{columns}.txt", printed)


def test_a_bar_shows_whether_its_ends_are_open_exact_or_about(on_terminal: Run, chronicle: Path) -> None:
    drawn = bars(on_terminal("timeline", "so", store=chronicle, columns=160, TERM="dumb").out)

    assert (drawn["reign"][0], drawn["reign"][-1]) == ("━", "━")
    assert (drawn["about"][:2], drawn["about"][-1]) == ("┄╍", "━")
    assert (drawn["open"][0], drawn["open"][-1]) == ("━", "▶")
    assert (drawn["before"][0], drawn["before"][-1]) == ("◀", "━")
    assert (drawn["day"], drawn["about-day"]) == ("●", "○")


def test_the_same_is_a_picture_for_a_page(piped: Run, chronicle: Path) -> None:
    ended = piped("timeline", "--format", "svg", store=chronicle)
    root = ET.fromstring(ended.out)  # noqa: S314 - our own

    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    words = [element.text for element in root.iter(f"{SVG}text")]
    assert ended.status == 0
    assert {"reign", "about", "1900"} <= set(words)
    assert names <= {"svg", "title", "style", "defs", "linearGradient", "stop", "path", "rect", "circle", "text"}
    assert len(list(root.iter(f"{SVG}rect"))) + len(list(root.iter(f"{SVG}circle"))) == len(DATES) + 1


def test_nothing_of_a_store_runs_in_a_page(piped: Run, chronicle: Path) -> None:
    printed = piped("timeline", "--format", "svg", store=chronicle).out

    assert "<script" not in printed
    assert "\x1b" not in printed
    assert "\x00" not in printed
    assert "&lt;/text&gt;&lt;script&gt;" in printed


def test_no_dates_are_no_picture(piped: Run) -> None:
    assert piped("timeline", "nosuchword", "--format", "svg").status == 1
    assert piped("timeline", "argentina", "--format", "svg", "--count").out == "4\n"


def test_only_a_timeline_is_a_picture(piped: Run) -> None:
    assert piped("keywords", "--format", "svg").status == 2
