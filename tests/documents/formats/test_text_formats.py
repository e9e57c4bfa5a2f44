"""Formats that are text: their prose comes out, without markup, and each word is where the file has it."""

from __future__ import annotations

import pytest

from factcli.documents import parse_document
from factcli.model.facts import Span

CASES = {
    "page.html": (
        (
            "<html><head><title>Rail</title><style>p {color: red}</style></head><body><nav>Menu 12</nav>"
            "<h1>Delays &amp; costs</h1><!-- 77 --><p>Some <b>85</b><sup>2</sup>&nbsp;trains, <del>87</del> 10<sup>6</sup> t."
            "<p hidden>66</p><ul><li>One<li>Two</ul><script>if (a < b) { x = '<p>88</p>' }</script><footer>1999</footer>"
        ),
        "Rail\n\nDelays & costs\n\nSome 85 trains, 10⁶ t.\n\nOne\n\nTwo",
    ),
    "table.html": (
        "<table><tr><th>Line</th><th>Trains</th></tr><tr><td>North<br>West</td><td><b>412</b></td></tr></table>",
        "| Line | Trains |\n| North West | 412 |",
    ),
    "list.html": (
        (
            "<h2>Tarn</h2><dl>\n <dt>Inhabitants</dt>\n <dd>4,120</dd><dt>Area:</dt><dd>12 km<sup>2</sup></dd></dl>"
            "<dl><dt>Quay<dd>A wall for ships.</dl>"
        ),
        "Tarn\n\nInhabitants: 4,120\n\nArea: 12 km²\n\nQuay\n\nA wall for ships.",
    ),
    "spans.html": (
        (
            "<table><tr><th colspan=2>A|B<th>412<tr><td>x<td colspan='999999'>y<td>z</table><p>5 km<sup>2</sup>, 12<sup>"
            "<a href='#n'>[3]</a></sup> {{ n }}{% if 9 %}on the 19<sup>th</sup>{% endif %}</p>"
        ),
        "| A/B | | 412 |\n| x | y | z |\n\n\n5 km², 12 on the 19th",
    ),
    "site.html": (
        (
            "<div class='related' role='navigation'>Home 12</div><h2>Results<a class='headerlink' href='#r'>¶</a></h2>"
            '<p>Some 85 trains.<span class="big sr-only">9 hidden</span></p>'
        ),
        "Results\n\nSome 85 trains.",
    ),
    "main.html": (
        f"<header>Site 1</header><main><p>{'A long article. ' * 40}</p></main><aside>Also 2</aside>",
        " ".join(["A long article."] * 40),
    ),
    "paper.tex": (
        (
            "\\documentclass{article}\n\\title{No}\n\\begin{document}\n\\section{Results of \\emph{2019}}\n"
            "We planted 50\\,000 trees on \\num{1200} plots\\footnote{In two years.} of \\SI{5}{\\kilo\\metre}. % 99 plots\n"
            'It cost US\\$7~million, or $85$ a tree for $x = 3$, says M\\"uller \\cite{b12}.\n\n'
            "\\begin{equation} a = 5 \\end{equation}\\begin{itemize}\\item one \\item two\\end{itemize}\n\\end{document}\n"
        ),
        (
            "Results of 2019\n\nWe planted 50,000 trees on 1200 plots of 5 km. It cost US$7 million, or 85 a tree for , "
            "says Müller .\n\nIn two years.\n\none\n\ntwo"
        ),
    ),
    "notes.rst": (
        (
            "Title\n=====\n\nThe **85** trains of `Lund <https://x>`_ [1]_ run\nin :ref:`Skåne <skane>`.\n\n.. 88 trains\n"
            "   and more\n\n.. note:: Mind 12 things.\n\n   And 13.\n\n.. code-block:: python\n\n   a = 5\n\nSo::\n\n   x = 6\n\n"
            "- one\n- two\n\n.. [1] Counted in 2019.\n"
        ),
        "Title\n\nThe 85 trains of Lund run in Skåne .\n\nMind 12 things.\n\nAnd 13.\n\nSo::\n\none\n\ntwo\n\nCounted in 2019.",
    ),
    "notes.adoc": (
        (
            "= Title\n:toc:\n\n// 88 trains\nThe *85* trains, see https://x.org[the site].\n\n----\nx = 5\n----\n\n[NOTE]\n====\n"
            "Mind 12.\n====\n\n* one\n* two\n"
        ),
        "Title\n\nThe 85 trains, see the site.\n\nMind 12.\n\none\n\ntwo",
    ),
    "notes.org": (
        (
            "#+TITLE: Report\n* Trains :rail:\n# 88 trains\nThe *85* trains, see [[https://x][the site]].\n:PROPERTIES:\n:ID: 5\n"
            ":END:\n#+BEGIN_SRC python\nx = 5\n#+END_SRC\n- one\n"
        ),
        "Report\n\nTrains\n\nThe 85 trains, see the site.\n\none",
    ),
    "talk.srt": (
        (
            "1\n00:00:01,000 --> 00:00:03,000\nThe flood closed\n\n2\n00:00:03,100 --> 00:00:05,000\n<i>85 roads.</i>\n\n"
            "3\n00:00:06,000 --> 00:00:08,000\nThen it rained.\n"
        ),
        "The flood closed 85 roads.\n\nThen it rained.",
    ),
    "talk.vtt": ("WEBVTT\n\nNOTE 12\n\n00:01.000 --> 00:02.000 align:start\nIt rained.\n", "It rained."),
}


def prose(text: str) -> str:
    """The text with blanks at the ends of its lines left out."""
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()


@pytest.mark.parametrize("name", CASES)
def test_prose_is_read_without_markup(name: str) -> None:
    source, expected = CASES[name]

    assert prose(parse_document(source, name=name).text) == expected


@pytest.mark.parametrize("name", CASES)
def test_each_word_is_where_the_file_has_it(name: str) -> None:
    source, _ = CASES[name]
    document = parse_document(source, name=name)

    for word in ("85", "412", "two", "article", "rained"):
        at = document.text.find(word)
        if at >= 0:
            span = document.source_span(Span(at, at + len(word)))
            assert source[span.start : span.end] == word


@pytest.mark.parametrize("name", CASES)
def test_paragraphs_and_headings_are_spans_of_the_text(name: str) -> None:
    document = parse_document(CASES[name][0], name=name)
    spans = [*document.paragraphs, *(heading.span for heading in document.headings)]

    assert all(document.text[span.start : span.end].strip() for span in spans)


HOSTILE = {
    "html": ["<", "<!--", "<a ", "<a href='", "</p>", "<p>", "<sup>1", "&#", "<table><tr><td>", "<script>", "<b"],
    "tex": ["\\", "{", "$", "\\begin{", "\\footnote{", "\\item", "%", "\\num{", "``", "\\verb|"],
    "rst": ["`", "*", "|", ".. ", "::\n", "[1]_", "\n\n  ", "=\n"],
    "adoc": ["*", "`", "----\n", "[", "http:x[", "<<", "|===\n", "{"],
    "org": ["*", "[[", "/", "=", ":a:\n", "#+begin_src\n", "[fn:"],
    "srt": ["<", "{\\", "00:00:01,000 --> ", "\n\n"],
}


@pytest.mark.parametrize(("suffix", "pattern"), [(suffix, each) for suffix, row in HOSTILE.items() for each in row])
def test_any_text_is_read(suffix: str, pattern: str) -> None:
    document = parse_document(pattern * 200, name=f"a.{suffix}")

    assert len(document.text) <= len(pattern) * 200 * 4


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (
            "<p>Town of Oriel<br>Population: 4,120<br/>\nArea: 12 ha</p>",
            "Town of Oriel\nPopulation: 4,120\nArea: 12 ha",
        ),
        ("<p>One.<br><br>Two.</p>", "One.\n\n\nTwo."),
        ("<h1>Town of<br>Oriel</h1>", "Town of Oriel"),
        ("<table><tr><td>a<br>b</td><td>85</td></tr></table>", "| a b | 85 |"),
    ],
)
def test_a_break_in_html_begins_a_line(html: str, text: str) -> None:
    assert parse_document(html, name="a.html").text.strip() == text
