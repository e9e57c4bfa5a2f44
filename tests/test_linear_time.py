"""Twice the text takes twice the work, whatever the text: calls are counted, not seconds."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from factcli.check import Checker, check_against, check_alone
from factcli.documents import parse_document
from factcli.drafts.review import Summary, review_document
from factcli.extract import extract_facts
from factcli.extract.proposing.proposals import iter_proposals
from factcli.mentions import find_mentions
from factcli.model.facts import Fact, Quantity
from factcli.render.findings import Results
from factcli.render.sheet.page import render_sheet

if TYPE_CHECKING:
    from collections.abc import Callable

# Within what is read as one sentence, and far beyond it.
_SHORT, _LONG = 600, 2_500
# Twice the work is 2; work that grows with the square of the text is 4.
_MOST_GROWTH = 2.6
_FACTS = [
    Fact(
        id="lomar-people",
        kind="figure",
        statement="Lomar has 9 people.",
        value=Quantity(Decimal(9), "person"),
        subject="Lomar",
    ),
    Fact(
        id="lomar-share",
        kind="figure",
        statement="A share of 5% of Lomar is wood.",
        value=Quantity(Decimal(5), "%"),
        subject="Lomar",
    ),
]
_CHECKER = Checker(_FACTS)
# Figures that no source states, each told as a product, a rate, a mean, a share, a rest or a sum.
_UNSUPPORTED = (
    "Lomar seats 7,013 people. It pays £91.3 a month. Each boat lost 81.7 kg a day. Boats were 63.9 per cent of cars. "
    "Of the 6,007 boats, 5,117 left. The remaining 8,311 stayed. In all it has 9,431."
)
_WORKS: dict[str, Callable[[str], object]] = {
    "mentions": find_mentions,
    "check": _CHECKER.check,
    "check alone": check_alone,
    "check against": lambda text: check_against(_UNSUPPORTED, [text]),
    "extract": extract_facts,
    "proposals": lambda text: list(iter_proposals(parse_document(text, name=""))),
    "markdown": lambda text: parse_document(text, name="a.md"),
    "sheet": lambda text: "".join(
        render_sheet(Results([review_document(parse_document(text, name="a.md"), _CHECKER)], Summary()))
    ),
}
_PATTERNS = (
    "\n1",
    "1 ",
    ". 9.",
    "1%",
    "½",
    "1–",
    "1:2:",
    '"',
    "“a ",
    "Lomar 1:2:",
    "[",
    "of Lomar, ",
    "$",
    "- 1\n",
    "Ada Holm, ",
    "1 | ",
    "# ",
    " from 1 to 2",
)
_FORMATS = {
    "html": (
        "<",
        "<!--",
        "<p>",
        "</p>",
        "<sup>1",
        "<td>",
        "<tr><td colspan=9>",
        "<a '",
        "{{",
        "&#1;",
        "<nav>",
        "<main>",
    ),
    "tex": ("\\", "{", "$", "$1$", "\\footnote{", "\\begin{a}", "\\item ", "%\n", "``"),
    "rst": ("`", "*", "|a", ".. a\n", "::\n\n ", "[1]_", "- a\n", "a\n=\n"),
    "adoc": ("*", "`", "----\n", "http:x[", "<<", "|===\n", "* a\n"),
    "org": ("*", "* a\n", "[[", "/", ":a:\n", "#+begin_src\n", "- a\n"),
    "srt": ("<", "{\\", "00:00:01,000 --> \na\n", "\n\n"),
    "csv": (",", ";", "\n", '"', 'a,"b\n'),
    "mdx": ("{", "{}", "import a\n", "export ", "<A>", "    a\n", "`{`"),
    "md": (
        '=== "a"\n\n    ',
        "!!! a\n    ",
        "[^1]: a\n",
        "> [!a]\n",
        ": a\n",
        "$1$",
        "$$\n",
        "e\u0301",
        "^2^",
        "|a|\n|-|\n",
    ),
}


def _calls(work: Callable[[str], object], text: str) -> int:
    """How many functions are called, those in C and each step of a generator too."""
    count = 0

    def see(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(see)
    try:
        work(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("work", _WORKS.values(), ids=_WORKS)
@pytest.mark.parametrize(("pattern", "size"), [*((each, _SHORT) for each in _PATTERNS), ("1 ", _LONG), ("“a ", _LONG)])
def test_twice_the_text_is_twice_the_work(work: Callable[[str], object], pattern: str, size: int) -> None:
    text = pattern * (size // len(pattern))
    work(text)  # What is read once is not counted.
    assert _calls(work, text + text) <= _MOST_GROWTH * _calls(work, text) + 500


@pytest.mark.parametrize(("suffix", "pattern"), [(suffix, each) for suffix, row in _FORMATS.items() for each in row])
def test_twice_the_file_is_twice_the_reading(suffix: str, pattern: str) -> None:
    def read(text: str) -> object:
        return parse_document(text, name=f"a.{suffix}")

    text = pattern * (_SHORT * 2 // len(pattern))
    read(text)
    assert _calls(read, text + text) <= _MOST_GROWTH * _calls(read, text) + 500
