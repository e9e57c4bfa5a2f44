"""The formats of documents by suffix: a new one is a row here and a module in ``formats``."""

from __future__ import annotations

from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.document import DocumentError

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.documents.document import Document


class Format(NamedTuple):
    """A format: its suffixes, the function that reads it, if it is binary, and if folders of drafts have it.

    ``waiver`` is a comment of the format, with ``{}`` where its words are; None where it has none.
    """

    name: str
    suffixes: tuple[str, ...]
    parser: str
    is_binary: bool = False
    is_draft: bool = True
    waiver: str | None = None


_HTML_COMMENT = "<!-- {} -->"
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd", ".qmd", ".rmd")
_SHEETS = (".xlsx", ".xlsm", ".xls", ".ods")
FORMATS = (
    Format("Markdown", _MARKDOWN, "markdown:parse_markdown", waiver=_HTML_COMMENT),
    Format("MDX", (".mdx",), "markdown:parse_mdx", waiver="{/* {} */}"),
    Format("plain text", (".txt", ".text"), "plain:parse_plain", waiver=_HTML_COMMENT),
    Format("Word", (".docx",), "formats.word:parse_docx", is_binary=True),
    Format("HTML", (".html", ".htm", ".xhtml"), "formats.html:parse_html", waiver=_HTML_COMMENT),
    Format("LaTeX", (".tex", ".latex", ".ltx"), "formats.latex:parse_latex", waiver="% {}"),
    Format("reStructuredText", (".rst", ".rest"), "formats.rest:parse_rest", waiver=".. {}"),
    Format("AsciiDoc", (".adoc", ".asciidoc", ".asc"), "formats.asciidoc:parse_asciidoc", waiver="// {}"),
    Format("Org", (".org",), "formats.org:parse_org", waiver="# {}"),
    Format("subtitles", (".srt", ".vtt"), "formats.subtitles:parse_subtitles"),
    Format("CSV", (".csv", ".tsv"), "formats.sheets:parse_delimited", is_draft=False),
    Format("spreadsheet", _SHEETS, "formats.sheets:parse_sheets", is_binary=True, is_draft=False),
    Format("PDF", (".pdf",), "formats.pdf.paragraphs:parse_pdf", is_binary=True, is_draft=False),
    Format("OpenDocument", (".odt",), "formats.opendocument:parse_opendocument", is_binary=True),
    Format("slides", (".pptx",), "formats.slides:parse_slides", is_binary=True, is_draft=False),
    Format("EPUB", (".epub",), "formats.epub:parse_epub", is_binary=True, is_draft=False),
    Format("e-mail", (".eml",), "formats.mail:parse_mail", is_binary=True, is_draft=False),
)
_OF_SUFFIX = {suffix: each for each in FORMATS for suffix in each.suffixes}
_PLAIN = _OF_SUFFIX[".txt"]
# What git opens in the editor for messages; a comment would be kept in the message, so there is no waiver.
_MESSAGES = frozenset({"COMMIT_EDITMSG", "MERGE_MSG", "SQUASH_MSG", "TAG_EDITMSG", "NOTES_EDITMSG"})
_MESSAGE = Format("commit message", (), "commit:parse_commit", waiver=_HTML_COMMENT)

MARKDOWN_SUFFIXES = frozenset(
    suffix for each in FORMATS if each.parser.startswith("markdown") for suffix in each.suffixes
)
DRAFT_SUFFIXES = frozenset(suffix for each in FORMATS if each.is_draft for suffix in each.suffixes)
"""The suffixes of the files that are drafts where a folder is named."""
TEXT_SUFFIXES = frozenset(suffix for each in FORMATS if not each.is_binary for suffix in each.suffixes)
SOURCE_SUFFIXES = frozenset(_OF_SUFFIX)
"""The suffixes of the files that are sources where a folder is named."""


def format_of(name: str) -> Format:
    """The format of a file by its name; plain text for a name without a suffix.

    Raises :class:`DocumentError` for a suffix that is not known.

    >>> format_of("report.PDF").name
    'PDF'
    """
    path = PurePath(name)
    if path.name in _MESSAGES:
        return _MESSAGE
    suffix = path.suffix.lower()
    known = _OF_SUFFIX.get(suffix)
    if known is None and suffix and not suffix[1:].isdigit():
        hint = "name a .txt copy, or pass its text on standard input with - as the path"
        raise DocumentError(name, f"{suffix} files are not read", hint=hint)
    return known or _PLAIN


def waiver_of(name: str) -> str:
    """A comment of the format of a file, with ``{}`` for its words; HTML's where it has none of its own.

    >>> waiver_of("thesis.tex")
    '% {}'
    """
    try:
        return format_of(name).waiver or _HTML_COMMENT
    except DocumentError:
        return _HTML_COMMENT


def has_line_comments(name: str) -> bool:
    """Whether a comment can be after the words of a line; in the other formats it takes lines of its own."""
    return waiver_of(name).startswith(("<!--", "{/*", "%"))


def is_binary(name: str) -> bool:
    """Whether the file is binary, so that its lines are those of what was read."""
    try:
        return format_of(name).is_binary
    except DocumentError:
        return False


def is_markdown(name: str) -> bool:
    """Whether the file name has a suffix of Markdown."""
    return PurePath(name).suffix.lower() in MARKDOWN_SUFFIXES


def parser_of(name: str) -> Callable[..., Document]:
    """The function that reads files of this name; its module is imported only now."""
    module, function = format_of(name).parser.split(":")
    parse: Callable[..., Document] = getattr(import_module(f"factcli.documents.{module}"), function)
    return parse
