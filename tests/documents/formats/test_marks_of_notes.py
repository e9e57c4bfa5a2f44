"""The mark of a note is not part of the figure before it, in any format; a power and an ordinal are."""

from __future__ import annotations

import pytest
from packed_files import packed, word_file

from factcli.documents import decode_document

ODF = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (("office", "office"), ("text", "text"), ("style", "style"))
)
RAISED_STYLE = (
    '<style:style style:name="Mark" style:family="text">'
    '<style:text-properties style:text-position="super 58%"/></style:style>'
)


def words(name: str, data: bytes | str) -> str:
    """The first paragraph of a file."""
    return decode_document(data.encode() if isinstance(data, str) else data, name=name).text.split("\n")[0].strip()


@pytest.mark.parametrize("mark", [
    "^2^", "<sup>2</sup>", '<sup><a href="#n">2</a></sup>', "<sup><small>2</small></sup>", '<sup id="r">[2]</sup>', "[^2]",
])  # fmt: skip
def test_marks_in_markdown(mark: str) -> None:
    assert words("a.md", f"Some 85{mark} trains.") == "Some 85 trains."


@pytest.mark.parametrize("mark", [
    "<sup>2</sup>", "<sup><font size=1>2</font></sup>", '<sup><b><a href="#x">[3]</a></b></sup>',
    '<span style="vertical-align: super">2</span>', '<span class="fn">2</span>', '<b class="fn"><a href="#c">12</a></b>',
    '<a href="#n" epub:type="noteref">2</a>', '<a role="doc-noteref" href="#n">2</a>',
    '<a class="footnote-ref" href="#n"><sup>1</sup></a>', '<a class="sdfootnoteanc" href="#n">1</a>',
])  # fmt: skip
def test_marks_in_html(mark: str) -> None:
    style = "<style>p { top: 0 } .fn { font-size: 70%; vertical-align: super }</style>"

    assert words("a.html", f"{style}<p>Some 85{mark} trains.</p>") == "Some 85 trains."


def test_what_a_style_raises_in_html_may_be_a_power() -> None:
    html = (
        '<style>.fn{vertical-align:super}</style><p>Some 85 km<span class="fn">2</span> of <b class="x">19</b> parks.'
    )

    assert words("a.html", html) == "Some 85 km² of 19 parks."


@pytest.mark.parametrize("mark", [
    r"\textsuperscript{2}", r"\footnote{See \emph{this} of 12.}", r"\footnote[3]{Of 12.}", r"\footnotemark[2]", "$^2$",
    "$^{2}$", r"\endnote{Of 12.}", r"\sidenote{Of 12.}", r"\tnote{a}", r"\footref{n}", r"\textsuperscript{a,b}",
])  # fmt: skip
def test_marks_in_latex(mark: str) -> None:
    assert words("a.tex", rf"\begin{{document}}Some 85{mark} trains.\end{{document}}") == "Some 85 trains."


@pytest.mark.parametrize(
    ("source", "read"),
    [
        (r"96\,km$^2$", "96 km²"),
        (r"5 m\textsuperscript{3}", "5 m³"),
        ("$10^6$", "10⁶"),
        (r"21$^\circ$C", "21°C"),
        (r"the 19\textsuperscript{th}", "the 19th"),
        ("$x^2 + 1$ boats", "boats"),
    ],
)
def test_powers_in_latex(source: str, read: str) -> None:
    assert words("a.tex", rf"\begin{{document}}{source}\end{{document}}") == read


def test_notes_in_latex_are_read_after_their_paragraph() -> None:
    latex = "\\begin{document}Some 85\\footnote{Of \\emph{these} 12 are new.} trains.\n\nMore.\\end{document}"

    paragraphs = decode_document(latex.encode(), name="a.tex").text.split("\n\n")

    assert [each.strip() for each in paragraphs][:3] == ["Some 85 trains.", "Of these 12 are new.", "More."]


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.adoc", "Some 85footnote:[Of these 12 are new.] trains."),
        ("a.adoc", "Some 85footnote:new[Of these 12 are new.] trains."),
        ("a.adoc", "Some 85^2^ trains."),
        ("a.adoc", "Some 85^[2]^ trains."),
        ("a.org", "Some 85^2 trains."),
        ("a.org", "Some 85^{2} trains."),
        ("a.org", "Some 85[fn:1] trains."),
        ("a.rst", "Some 85\\ :sup:`2` trains."),
        ("a.rst", "Some 85\\ [#a]_ trains."),
    ],
)
def test_marks_in_lined_formats(name: str, source: str) -> None:
    assert words(name, source) == "Some 85 trains."


@pytest.mark.parametrize(
    ("name", "source"), [("a.adoc", "5 km^2^"), ("a.org", "5 km^2"), ("a.rst", "5 km\\ :sup:`2`"), ("a.md", "5 km^2^")]
)
def test_powers_in_lined_formats(name: str, source: str) -> None:
    assert words(name, source) == "5 km²"


def test_a_footnote_in_asciidoc_is_read_after_its_paragraph() -> None:
    text = decode_document(b"Some 85footnote:[Of these 12 are new.] trains.\n", name="a.adoc").text

    assert [each.strip() for each in text.split("\n\n")][:2] == ["Some 85 trains.", "Of these 12 are new."]


@pytest.mark.parametrize("mark", [
    '<text:span text:style-name="Mark">2</text:span>', '<text:note-ref text:ref-name="f">2</text:note-ref>',
    '<text:bookmark-ref text:ref-name="B">2</text:bookmark-ref>',
    "<text:note><text:note-citation>2</text:note-citation><text:note-body><text:p>x</text:p></text:note-body></text:note>",
])  # fmt: skip
def test_marks_in_opendocument(mark: str) -> None:
    body = f"<office:body><office:text><text:p>Some 85{mark} trains.</text:p></office:text></office:body>"
    content = f"<office:document-content {ODF}>{body}</office:document-content>"
    styles = f"<office:document-styles {ODF}><office:styles>{RAISED_STYLE}</office:styles></office:document-styles>"

    assert words("a.odt", packed(**{"content.xml": content, "styles.xml": styles})) == "Some 85 trains."


def field(instruction: str, words: str) -> str:
    """A field of Word with what it prints."""
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    instructed = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    return f"{begin}{instructed}{separate}<w:r><w:t>{words}</w:t></w:r>{end}"


@pytest.mark.parametrize("mark", [
    '<w:r><w:rPr><w:position w:val="8"/></w:rPr><w:t>2</w:t></w:r>',
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>',
    '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="3"/><w:t>2</w:t></w:r>',
    '<w:r><w:footnoteReference w:id="3"/></w:r>',
    field("NOTEREF _Ref5 \\h", "2"), field("REF _RefF1 \\h", "2"), field("REF mark", "2,</w:t><w:t>3"),
    '<w:fldSimple w:instr="REF _RefF1"><w:r><w:t>2</w:t></w:r></w:fldSimple>',
])  # fmt: skip
def test_marks_in_word(mark: str) -> None:
    assert (
        words("a.docx", word(f"<w:r><w:t>Some 85</w:t></w:r>{mark}<w:r><w:t> trains.</w:t></w:r>")) == "Some 85 trains."
    )


def test_words_that_word_only_puts_in_line_are_read() -> None:
    lifted = '<w:r><w:rPr><w:position w:val="2"/></w:rPr><w:t>85</w:t></w:r>'

    assert words("a.docx", word(f"{lifted}<w:r><w:t> trains.</w:t></w:r>")) == "85 trains."


@pytest.mark.parametrize("reference", [
    field("REF capacity", "85"), '<w:fldSimple w:instr="REF capacity"><w:r><w:t>85</w:t></w:r></w:fldSimple>',
])  # fmt: skip
def test_a_reference_in_word_that_is_a_word_of_the_sentence_is_read(reference: str) -> None:
    assert (
        words("a.docx", word(f"<w:r><w:t>Some </w:t></w:r>{reference}<w:r><w:t> trains.</w:t></w:r>"))
        == "Some 85 trains."
    )


def word(runs: str) -> bytes:
    """A .docx of one paragraph."""
    return word_file(f"<w:p>{runs}</w:p>")


def test_marks_in_a_book_are_raised_by_its_style_sheet() -> None:
    book = packed(**{
        "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="book.opf"/></rootfiles></container>',
        "book.opf": '<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>',
        "a.xhtml": '<p>Some 85<span class="mark">2</span> trains.</p>',
        "style.css": ".mark {\n  font-size: 0.6em;\n  position: relative;\n  top: -0.33em;\n}",
    })  # fmt: skip

    assert words("a.epub", book) == "Some 85 trains."
