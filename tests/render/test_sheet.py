"""The desk's sheet: the draft as it is written, each mention marked, and beside it what is known."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from factcli.check import Checker
from factcli.documents import parse_document
from factcli.drafts.review import Summary, review_document
from factcli.render.findings import Results
from factcli.render.sheet.draft_blocks import Prose, as_lines, blocks_of
from factcli.render.sheet.page import render_sheet

if TYPE_CHECKING:
    from running import Run

DRAFT = """# What came of it

The bombing of the Amia centre in Buenos Aires killed **87** people.
The United States offered a reward of US$7 million for information on Salman Raouf Salman.

Police searched 87 vans. The Amia bombing killed 86 people. <!-- fact-ignore: AB: the count of that night -->

- A ferry carried 640 cars.
"""
VOID = {"meta", "input", "br"}


class Reader(HTMLParser):
    """Reads a page strictly: every element is closed, in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.parts: dict[str, list[str]] = {}
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] != [tag]:
            self.wrong.append(tag)
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for tag in set(self.open):
            self.parts.setdefault(tag, []).append(data)

    def text(self, tag: str) -> list[str]:
        return [" ".join(part.split()) for part in self.parts.get(tag, ()) if part.strip()]


def sheet(run: Run, text: str, *options: str, name: str = "draft.md", store: Path | None = None) -> str:
    named = {"store": store} if store else {}
    return run("check", "-", "--stdin-name", name, "--format", "html", *options, typed=text.encode(), **named).out


def marks(page: str) -> list[tuple[str, str]]:
    """The marks of a page in order: class and words."""
    found = re.findall(r'<mark class="([a-z]+)">(.*?)</mark>', page, re.DOTALL)
    return [(name, re.sub(r"<i>.*?</i>", "", words)) for name, words in found]


def test_each_mention_is_marked_by_its_verdict(piped: Run) -> None:
    assert marks(sheet(piped, DRAFT)) == [
        ("contradicted", "87 people"),
        ("confirmed", "US$7 million"),
        ("unknown", "87 vans"),
        ("waived", "86 people"),
        ("unknown", "640 cars"),
    ]


def test_a_note_has_the_fact_its_source_and_what_to_write(piped: Run) -> None:
    page = sheet(piped, DRAFT)

    assert "<p>the store has 85 people</p>" in page
    assert '<p class="write">Write: <ins>85 people</ins></p>' in page
    assert "killed 85 people.</q>" in page
    assert "paragraph 2 &#183; <code>amia-bombing-deaths</code>" in page


def test_a_note_says_why_something_is_waived(piped: Run) -> None:
    assert "Waived: line 6: AB: the count of that night" in sheet(piped, DRAFT)
    assert "Waived: the rule other-value is off" in sheet(piped, DRAFT, "--rule-off", "other-value")


def test_the_counts_are_on_top(piped: Run) -> None:
    page = sheet(piped, DRAFT)

    assert re.findall(r"<b>(\d+)</b> (\w+)", page) == [
        ("1", "contradicted"), ("1", "waived"), ("2", "unchecked"), ("1", "confirmed"),
    ]  # fmt: skip
    assert '<b id="ticks">0</b> of 5 ticked' in page


def test_a_sign_does_not_touch_its_number(piped: Run) -> None:
    page = sheet(piped, "The Amia bombing killed 87 people.\n")

    assert page.count(">&#8800;&#160;1</a>") == 2


def test_the_table_has_a_row_for_each_mention(piped: Run) -> None:
    page = sheet(piped, DRAFT)

    assert [int(number) for number in re.findall(r'<tr class="\w+" id="r(\d+)">', page)] == [1, 2, 3, 4, 5]


def test_a_page_is_well_formed_and_leads_where_it_says(piped: Run) -> None:
    reader = Reader(sheet(piped, DRAFT))

    links = {value for tag, name, value in reader.attributes if (tag, name) == ("a", "href")}
    assert (reader.wrong, reader.open) == ([], [])
    assert len(set(reader.ids)) == len(reader.ids)
    assert {link[1:] for link in links if link.startswith("#")} <= set(reader.ids)


def test_a_page_is_ascii_and_so_right_in_any_encoding(piped: Run) -> None:
    page = sheet(piped, "Zürich “has” 5 trams – 数.\n")

    assert page.isascii()
    assert "Z&#252;rich" in page


def test_the_policy_lets_only_the_style_and_the_script_of_the_page_run(piped: Run) -> None:
    page = sheet(piped, DRAFT)
    [policy] = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)

    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert page.count("<script") == page.count("<style") == 1
    assert not re.search(r"""<[^>]+\s(?:on\w+|style|src)=""", page)


def test_what_the_source_says_is_beside_the_words(piped: Run, tmp_path: Path) -> None:
    (tmp_path / "guide.txt").write_text("The mill has 412 looms. Its 35 workers live nearby.")
    page = sheet(piped, "The mill has 412 looms and 30 workers.", "--against", str(tmp_path / "guide.txt"))

    assert ("contradicted", "30 workers") in marks(page)
    assert "<q>Its 35 workers live nearby.</q>" in page
    assert "guide.txt, paragraph 1</cite>" in page


def test_several_drafts_share_a_page_and_the_numbers_go_on(piped: Run, tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text("A ferry carried 640 cars.")

    page = piped("check", "--format", "html", "a.md", "b.md", cwd=tmp_path).out

    assert re.findall(r'data-draft="([^"]*)"', page) == ["a.md", "b.md"]
    assert '<td><a href="#n2">2</a></td><td>b.md:1:17</td>' in page


def test_a_store_has_no_sheet(piped: Run) -> None:
    ended = piped("validate", "--format", "html")

    assert (ended.status, ended.out) == (2, "")
    assert "html" not in piped("validate", "--help").out


def test_a_quotation_keeps_its_mark_around_a_figure_within_it(piped: Run) -> None:
    page = sheet(piped, "“We carried 640 cars that day,” said Ana Ruiz.")

    assert [name for name, _ in marks(page)] == ["unknown", "unknown", "unknown"]
    assert "".join(words for _, words in marks(page)) == "We carried 640 cars that day,"


def test_what_is_ticked_is_checked_and_counted(piped: Run, tmp_path: Path) -> None:
    tick = {"sentence": "A ferry carried 640 cars.", "words": "640 cars", "by": 'A"B<', "on": "2026-05-04"}
    (tmp_path / "ticks.json").write_text(json.dumps({"version": 1, "drafts": {"draft.md": [tick]}}))

    page = sheet(piped, DRAFT, "--ticks", str(tmp_path / "ticks.json"))

    assert '<b id="ticks">1</b> of 5 ticked' in page
    assert page.count(" checked data-sentence=") == 1
    assert "<td>&#10003; A&quot;B&lt;, 2026-05-04</td></tr>" in page


@pytest.mark.parametrize("name", ["a.md", "a.txt", "a.html", "a.tex"])
def test_the_draft_is_shown_as_it_is_written(name: str) -> None:
    text = "# Head\n\n<p>One & two</p>\n\n\n```\ncode 5\n```\n   % x\n\n\\emph{last} $5$"
    document = parse_document(text, name=name)
    prose = Prose(document)

    shown = [as_lines(text, start, end) for block in blocks_of(document) for start, end, _ in prose.parts(*block.span)]

    assert "".join("".join(shown).split()) == "".join(text.split())


def test_a_heading_is_a_block_by_itself() -> None:
    document = parse_document("# One\nText of one\n## Two\nText of two\n", name="a.md")

    assert [(block.line, block.is_heading) for block in blocks_of(document)] == [
        (1, True), (2, False), (3, True), (4, False),
    ]  # fmt: skip


def test_markup_is_told_from_prose() -> None:
    text = "A **bold** word"
    prose = Prose(parse_document(text, name="a.md"))

    assert [(text[start:end], is_prose) for start, end, is_prose in prose.parts(0, len(text))] == [
        ("A ", True), ("**", False), ("bold", True), ("**", False), (" word", True),
    ]  # fmt: skip


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_that_an_editor_wrapped_goes_on_whatever_is_marked(piped: Run, end: str) -> None:
    long = "The ferry from Lomar to Skerrin, which leaves at dawn, carried"

    assert f"{long} <mark" in sheet(piped, f"{long}{end}640 cars.")
    assert "carried\n- <mark" in sheet(piped, f"{long}{end}- 640 cars.", name="a.txt")
    assert "It carried\n<mark" in sheet(piped, f"It carried{end}640 cars.")


def test_a_note_does_not_repeat_the_source_of_a_name(piped: Run) -> None:
    page = sheet(piped, "Mike Pompei visited four nations: Argentina, Ecuador, Mexico and El Salvador.")

    assert ("contradicted", "Mike Pompei") in marks(page)
    assert "<p>the store has &#8220;Mike Pompeo&#8221;</p>" in page


def test_a_page_is_written_block_by_block() -> None:
    document = parse_document("A line of a long draft without figures.\n\n" * 2_000, name="a.md")
    results = Results([review_document(document, Checker([]))], Summary())

    parts = [len(part) for part in render_sheet(results)]

    assert sum(parts) > 200_000
    assert max(parts) < 20_000
