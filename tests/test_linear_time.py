"""Twice the text takes twice the work, whatever the text."""

from __future__ import annotations

from decimal import Decimal

import pytest
from growth import MOST_GROWTH, Work, grows_in_step

from factcli.check import Checker, check_against, check_alone
from factcli.documents import parse_document
from factcli.drafts.review import Summary, review_document
from factcli.extract import extract_facts
from factcli.extract.proposing.proposals import iter_proposals
from factcli.mentions import find_mentions
from factcli.model.facts import Fact, Quantity
from factcli.render.findings import Results
from factcli.render.sheet.page import render_sheet

# Within what is read as one sentence, and far beyond it.
_SHORT, _LONG = 300, 1_000
# Work of which so much goes with the square that it grows 2.6 times from 600 characters to twice as many, as is allowed
# elsewhere, grows 2.35 times from 300, which takes half the time to count.
_MOST_GROWTH = 2.35
# These look back some 600 characters; up to there their work may grow faster than the text.
_REACHING = {"extract", "proposals"}
_REACH = 600
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
_WORKS: dict[str, Work] = {
    "mentions": find_mentions,
    "check": _CHECKER.check,
    "check alone": check_alone,
    "check against": lambda text: check_against(_UNSUPPORTED, [text]),
    "extract": extract_facts,
    "proposals": lambda text: list(iter_proposals(parse_document(text, name=""))),
    "markdown": lambda text: parse_document(text, name="a.md"),
    # What a check with facts takes is counted above.
    "sheet": lambda text: "".join(
        render_sheet(Results([review_document(parse_document(text, name="a.md"), Checker([]))], Summary()))
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
        "<", "<!--", "<p>", "</p>", "<sup>1", "<td>", "<tr><td colspan=9>", "<a '", "{{", "&#1;", "<nav>", "<main>",
    ),
    "tex": ("\\", "{", "$", "$1$", "\\footnote{", "\\begin{a}", "\\item ", "%\n", "``"),
    "rst": ("`", "*", "|a", ".. a\n", "::\n\n ", "[1]_", "- a\n", "a\n=\n"),
    "adoc": ("*", "`", "----\n", "http:x[", "<<", "|===\n", "* a\n"),
    "org": ("*", "* a\n", "[[", "/", ":a:\n", "#+begin_src\n", "- a\n"),
    "srt": ("<", "{\\", "00:00:01,000 --> \na\n", "\n\n"),
    "csv": (",", ";", "\n", '"', 'a,"b\n'),
    "mdx": ("{", "{}", "import a\n", "export ", "<A>", "    a\n", "`{`"),
    "md": (
        "*", "_", "`", "` ``", "[", "](", "![", "[a](", "<", "<!--", "<a ", "&", "\\", "> ", "- ", "|", "|a|b\n|-|-\n",
        "* a\n", "> a\nb\n", "[a]: \n", "a\n=\n", "#\n", "<b>", "[^", "[a](b", "*a", "(", "```\n", "    a\n", "&amp;",
        '=== "a"\n', '=== "a"\n    ', "!!! a\n\n\n\n", "[^1]: a\n", ": a\n", "> [!a]\n", ":::a\n", "$$", "$a ", "$\\a",
        "$1{,}", "^1", "<sup>1", "{{", "{% comment %}", "{#", "{:a", '=== "a"\n\n    ', "!!! a\n    ", "$1$", "$$\n",
        "e\u0301", "^2^", "|a|\n|-|\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", _WORKS)
@pytest.mark.parametrize(("pattern", "size"), [*((each, _SHORT) for each in _PATTERNS), ("1 ", _LONG), ("“a ", _LONG)])
def test_twice_the_text_is_twice_the_work(name: str, pattern: str, size: int) -> None:
    size, most = (_REACH, MOST_GROWTH) if name in _REACHING and size < _REACH else (size, _MOST_GROWTH)

    assert grows_in_step(_WORKS[name], pattern, size, most)


@pytest.mark.parametrize(("suffix", "pattern"), [(suffix, each) for suffix, row in _FORMATS.items() for each in row])
def test_twice_the_file_is_twice_the_reading(suffix: str, pattern: str) -> None:
    assert grows_in_step(lambda text: parse_document(text, name=f"a.{suffix}"), pattern, _SHORT * 2, _MOST_GROWTH)


def _in_a_loop(text: str) -> None:
    for one in text:
        for other in text:
            one, other  # noqa: B018 - a line without a call


@pytest.mark.parametrize(
    "quadratic",
    [
        _in_a_loop,
        lambda text: [[ord(other) for other in text] for _ in text],
        lambda text: sum(other == one for one in text for other in text),
        lambda text: [text.index(one, at) for at, one in enumerate(text) for _ in range(at)],
    ],
)
def test_work_that_grows_with_the_square_is_seen(quadratic: Work) -> None:
    assert not grows_in_step(quadratic, "1 ", _SHORT, _MOST_GROWTH)
