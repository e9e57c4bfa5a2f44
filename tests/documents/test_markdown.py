"""What is prose in Markdown, and where it is in the file."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from factcli.documents import Place, markdown, parse_document
from factcli.model.facts import Span

# Markdown -> its prose.
PROSE = {
    "Plain words.": "Plain words.",
    "# Heading\n\nWords.": "Heading\n\nWords.",
    "## Heading 2 ##\nWords.": "Heading 2\n\nWords.",
    "Heading\n=======\nWords.": "Heading\n\nWords.",
    "---\ndate: 2019-07-18\n---\nWords.": "Words.",
    "+++\ndate = 2019-07-18\n+++\n\nWords.": "Words.",
    "A **bold** and *slanted* and __strong__ word.": "A bold and slanted and strong word.",
    "A ~~struck~~ word, US$~~8~~7m, <del>87</del> 85 and <s class='a'>9</s>10.": "A  word, US$7m,  85 and 10.",
    "~~Struck\nover~~ two lines, ~~not\n\nover~~ two paragraphs.": " two lines, not\n\nover two paragraphs.",
    "~~ 85 ~~ and ~~ 7 and 5~~ and </del>7<del>.": "~~ 85 ~~ and ~~ 7 and 5 and 7.",
    "It cost US$**7**m.": "It cost US$7m.",
    "2 * 3 * 4 and 2*3*4 and snake_case_name": "2 * 3 * 4 and 2*3*4 and snake_case_name",
    "Run `make 5` now.": "Run ` now.",
    "Run ``a ` 5`` now, and ` alone.": "Run ` now, and ` alone.",
    "```\n85 lines\n```\nWords.": "Words.",
    "~~~ python 3\n85 lines\n~~~\nWords.": "Words.",
    "    85 indented\n\nWords.": "Words.",
    "See [the 85](https://example.org/9 'title 7') here.": "See the 85 here.",
    "See [the 85](<a b 9>) and [more][9] here.": "See the 85 and more here.",
    "See [the 85](http://example.org/a_(9)) here.": "See the 85 here.",
    "[9]: http://example.org/9\n\nWords.": "Words.",
    "See ![a picture of 9](p9.png) here.": "See a picture of 9 here.",
    "[![9](9.png)](9.html) Words.": " Words.",
    "Words[^1].\n\n[^1]: A note of 5 words.": "Words.\n\nA note of 5 words.",
    "He said “[the bridge] stands”.": "He said “[the bridge] stands”.",
    "<https://example.org/9> Words.": "  Words.",
    "Words <!-- fact-ignore: 9 --> more.": "Words  more.",
    "<!--\n9\n-->\n\nWords.": "Words.",
    "Words.\n\n<!-- open\n\n9": "Words.",
    "5<br>6 and 7<b>0</b> km<sup>2</sup>": "5\n6 and 70 km²",
    "<div class='9'>\nWords.\n</div>": "Words.",
    "<script>\nlet a = 9\n</script>\n\nWords.": "Words.",
    "> Words\n> and more\nlazily.": "Words\nand more\nlazily.",
    "- one\n- two\n  words\n\n  - deep": "one\n\ntwo\nwords\n\ndeep",
    "1. one\n2. two": "one\n\ntwo",
    "| a | b |\n|---|--:|\n| 1 | *2* |": "| a | b |\n| 1 | 2 |",
    "a | b\n---|---\n1 | x \\| y\n\n| c | d |\n|---|---|": "| a | b |\n| 1 | x / y |\n\n| c | d |",
    "> | a | b |\n> |---|---|\n> | 1 | 2 |": "| a | b |\n| 1 | 2 |",
    "Some 85<sup>2</sup> and 12<sup>a</sup> and 7<sup>[3](#n3)</sup> men.": "Some 85 and 12 and 7 men.",
    "5 km<sup>2</sup>, 3 × 10<sup>6</sup> and 7 m^2^ on the 19<sup>th</sup>": "5 km², 3 × 10⁶ and 7 m² on the 19th",
    "Some 85^2^ of 12[^2] men, a^2+b^2.": "Some 85 of 12 men, a^2+b^2.",
    "Some $85$ of $1{,}200$ and $50\\,000$, $85\\%$.": "Some 85 of 1,200 and 50,000, 85%.",
    "For $x = 3$ and $\\alpha_5$ it is so.": "For   and   it is so.",
    "It cost $5 and $6, US$7m/US$8m, $5-$8 (in A$) or A$9.": "It cost $5 and $6, US$7m/US$8m, $5-$8 (in A$) or A$9.",
    "One $$x = 5$$ two.\n\n$$\n87\n\n88\n$$\n\nThree.": "One   two.\n\nThree.",
    "$$ 5 is open": "$$ 5 is open",
    '=== "First tab"\n\n    Some 85.\n\n    More.\n\nAfter.': "First tab\n\nSome 85.\n\nMore.\n\nAfter.",
    '!!! note "A title"\n    Some 85.\n\n    ```\n    x = 5\n    ```\nAfter.': "A title\n\nSome 85.\n\nAfter.",
    "??? note\n    Some 85.\n\n    !!! tip\n        Deep 86.\n\n    More.": "Some 85.\n\nDeep 86.\n\nMore.",
    "!!! 85 people\n\nNo block.": "!!! 85 people\n\nNo block.",
    "```\n!!! note\n    x = 5\n```\nWords.": "Words.",
    "Term\n: It is 85.\n\nOther\n:   One.\n\n    Two.": "Term\n\nIt is 85.\n\nOther\n\nOne.\n\nTwo.",
    "> [!NOTE]\n> Some 85.\n\n> [!tip]- A title\n> Words.": "Some 85.\n\nA title\n\nWords.",
    "[^1]: One.\n[^2]: Two.\n\n    Three.": "One.\n\nTwo.\n\nThree.",
    ":::note A title\nSome 85.\n:::": "A title\n\nSome 85.",
    "::: {.callout width=5}\nSome 85.\n:::": "Some 85.",
    "```{note} A title\n:class: c5\nSome 85.\n```\n\n```{code} x\n5\n```": "A title\n\nSome 85.",
    "Some {{ n }} of {% if 5 %}85{% endif %}{# 9 #}.": "Some         of           85                  .",
    "{% comment %}\n9 and {{ x }}\n{% endcomment %}\n\nWords.": "Words.",
    "# A title {#id-5 .x}\n\nWords.": "A title\n\nWords.",
    "An example of `{{` and `}}` and {braces 5}.": "An example of ` and ` and {braces 5}.",
    "a\\*b\\* and 85\\. &amp; 50&nbsp;km &#37; &unknown;": "a*b* and 85. & 50\xa0km % &unknown;",
    "Words\r\nand more\r\n\r\nLast": "Words\nand more\n\nLast",
    "": "",
    "***\n\n---": "",
}


MDX = {
    "import { A } from '@x/y'\nexport const n = 5\n\nSome 85.": "Some 85.",
    "Import duties rose.\nimport rose 5.\n\nExport 6.": "Import duties rose.\nimport rose 5.\n\nExport 6.",
    "Some {n + 5} of 85 {/* 9\n\n8 */} here.": "Some         of 85\n\nhere.",
    "<A n={3} on={() => 5}>\n    Some 85.\n\n    More.\n</A>": "Some 85.\n\nMore.",
    "```js\nlet {a = 5\n```\nSome 85 `{` 6 }.": "Some 85 ` 6 }.",
    "An open { brace of 85.\n\nMore.": "An open { brace of 85.\n\nMore.",
}


@pytest.mark.parametrize(("mdx", "prose"), MDX.items())
def test_prose_of_mdx_is_without_imports_and_expressions(mdx: str, prose: str) -> None:
    lines = parse_document(mdx, name="draft.mdx").text.strip().splitlines()

    assert "\n".join(line.strip() for line in lines) == prose


@pytest.mark.parametrize(("markdown", "prose"), PROSE.items())
def test_prose_is_what_a_reader_sees_without_code_and_targets(markdown: str, prose: str) -> None:
    assert parse_document(markdown, name="draft.md").text.strip() == prose.strip()


def test_a_place_counts_lines_and_columns_of_the_file_from_one() -> None:
    document = parse_document("# Title\n\n> It cost **US$7m** in [July](http://example.org).\n", name="draft.md")

    assert document.place(document.text.index("US$7m")) == Place(line=3, column=13, offset=21)


def test_a_span_leaves_out_the_markup_at_its_ends() -> None:
    document = parse_document("Some **85** lives and [9](x) more", name="draft.md")
    start = document.text.index("85")

    assert document.source_span(Span(start, start + 2)) == (7, 9)


def test_a_span_over_markup_covers_it() -> None:
    document = parse_document("It cost US$**7**m.", name="draft.md")
    start = document.text.index("US$7m")

    span = document.source_span(Span(start, start + 5))

    assert document.source[span.start : span.end] == "US$**7**m"


def test_an_entity_is_at_the_place_where_it_begins() -> None:
    document = parse_document("50&nbsp;km", name="draft.md")

    assert [document.place(offset).offset for offset in range(5)] == [0, 1, 2, 8, 9]


def test_comments_are_found_in_the_source() -> None:
    document = parse_document("Some 85 <!-- fact-ignore: old --> lives", name="draft.md")

    assert "fact-ignore: old" in document.source
    assert "fact-ignore" not in document.text


def test_a_heading_is_not_a_paragraph() -> None:
    document = parse_document("One.\n\n# First\n\nTwo.\n\n- Three.\n\n## Second *part*\n\nFour.", name="draft.md")

    assert [document.text[start:end] for start, end in document.paragraphs] == ["One.", "Two.", "Three.", "Four."]
    assert [document.text[slice(*heading.span)] for heading in document.headings] == ["First", "Second part"]


markdown_pieces = st.lists(
    st.sampled_from(
        [
            *"*_`~<>[]()!#&-|\\:\"' \n\t.1a",
            "\r\n",
            "\n\n",
            "\n> ",
            "\n- ",
            "```",
            "<!--",
            "-->",
            "](",
            "![",
            "&amp;",
            "é",
            "\U0001f600",
            "<b>",
            "</b>",
            "[^1]",
            "---\n",
            "    ",
            "word ",
            "85 ",
            "|-|-|\n",
            "~~",
            "&#9;",
            '=== "Tab"\n\n    ',
            "!!! note\n    ",
            "\n: a",
            "[^1]: ",
            "> [!note] ",
            ":::",
            "$$\n",
            "$5$",
            "<sup>2</sup>",
            "m^2^",
        ]
    ),
    max_size=40,
).map("".join)


@given(markdown_pieces)
def test_every_kept_character_is_the_one_at_its_place(markdown: str) -> None:
    document = parse_document(markdown, name="draft.md")
    offsets = document.offsets
    assert offsets is not None

    kept = [each for each in offsets.segments(0, len(document.text)) if each[1] == each[3]]

    assert [document.place(start).offset for start, *_ in kept] == [source_start for _, _, source_start, _ in kept]
    assert [document.text[start : start + length] for start, length, _, _ in kept] == [
        document.source[source_start : source_start + length] for _, length, source_start, _ in kept
    ]


@given(markdown_pieces)
def test_places_never_go_back(markdown: str) -> None:
    document = parse_document(markdown, name="draft.md")

    places = [document.place(offset).offset for offset in range(len(document.text))]

    assert places == sorted(places)


@given(markdown_pieces)
def test_paragraphs_and_headings_come_in_order_and_are_not_blank(markdown: str) -> None:
    document = parse_document(markdown, name="draft.md")
    spans = sorted([*document.paragraphs, *(heading.span for heading in document.headings)])

    assert [place for span in spans for place in span] == sorted(place for span in spans for place in span)
    assert all(document.text[span.start : span.end].strip() for span in spans)


PIECES = ("- a\n", "- b | c\n", "---|---\n", "> q\n", ">\n", "> - x\n", "\n", "a 1\n", "```\n", "<!-- c\n", "-->\n",
          "    code\n", "  - in\n", "# h\n", "===\n", "1. o\n", "2. p\n", "| a | b |\n", "<b>x</b>\n", "> ```\n", "a\r")  # fmt: skip


@given(lines=st.lists(st.sampled_from(PIECES), max_size=40), at_once=st.integers(1, 8))
def test_pieces_are_read_like_the_whole(lines: list[str], at_once: int) -> None:
    def read(lines_at_once: int) -> tuple[object, ...]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(markdown, "_LINES_AT_ONCE", lines_at_once)
            document = parse_document("".join(lines), name="a.md")
        places = [document.place(offset) for offset in range(len(document.text))]
        return document.text, [*document.paragraphs], [*document.headings], places

    assert read(at_once) == read(len(lines) + 2)


TABLE = ("| a | b |\n", "---|---\n", "|c\n", "d | e | f\r\n", "|---|---|\n", "- g\n", "\n", "h\n", "> i\n", "# j\n")


@given(rows=st.lists(st.sampled_from(TABLE), max_size=40), at_once=st.integers(1, 8))
def test_pieces_of_a_table_are_read_like_the_whole(rows: list[str], at_once: int) -> None:
    def read(lines_at_once: int) -> tuple[object, ...]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(markdown, "_LINES_AT_ONCE", lines_at_once)
            document = parse_document("".join([*TABLE[:2], *rows]), name="a.md")
        places = [document.place(offset) for offset in range(len(document.text))]
        return document.text, [*document.paragraphs], [*document.headings], places

    assert read(at_once) == read(len(rows) + 4)


def test_a_paragraph_without_end_is_cut_at_a_line_that_can_begin_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "_LINES_AT_ONCE", 10)
    monkeypatch.setattr(markdown, "_LONGEST_PARAGRAPH", 20)
    lines = ["It weighs 12 tons.\n", "2. no item\n", "    no code\n", "a | b\n", "and so on\n", "and on\n"] * 30
    text = "".join(lines)

    document = parse_document(text, name="a.md")
    offsets = [document.place(offset).offset for offset in range(len(document.text))]

    assert document.text.replace("\n\n", "\n") == "\n".join(line.strip() for line in lines)
    assert len(document.paragraphs) > 5
    assert all(document.text[at] in {text[offset], "\n"} for at, offset in enumerate(offsets))


@pytest.mark.parametrize(
    "pattern",
    [
        "a\n\n",
        "- a\n",
        "1. a\n",
        "> a\n>\n",
        "> - a\n",
        "# a\n",
        "```\na\n```\n",
        "<div>\n\n",
        "a|b\n-|-\n" + "c|d\n" * 900,
    ],
)
def test_a_long_text_is_never_in_memory_as_tokens(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    parse = MarkdownIt.parse

    def counted(parser: MarkdownIt, text: str) -> object:
        read.append(text)
        return parse(parser, text)

    monkeypatch.setattr(MarkdownIt, "parse", counted)
    monkeypatch.setattr(markdown, "_LINES_AT_ONCE", 200)
    text = pattern * (10_000 // len(pattern) + 1)
    parse_document(text, name="a.md")
    assert max(text.count("\n") for text in read) <= 400
    assert sum(map(len, read)) < 2 * len(text)


@pytest.mark.parametrize(
    ("markdown", "prose"),
    [
        ("Town of Oriel<br>Population: 4,120<br/>\nArea: 12 ha", "Town of Oriel\nPopulation: 4,120\nArea: 12 ha"),
        ("<dl><dt>Boats</dt>\n<dd>85</dd><dt>Crew:</dt><dd>412</dd></dl>", "Boats: 85 \nCrew: 412"),
        ("| a | b |\n|---|---|\n| x<br>y | 85 |", "| a | b |\n| x y | 85 |"),
    ],
)
def test_a_break_begins_a_line_and_a_term_is_the_label_of_its_definition(markdown: str, prose: str) -> None:
    assert parse_document(markdown, name="draft.md").text.strip() == prose
