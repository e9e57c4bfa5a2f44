"""Files that are zip archives, as those of offices and of electronic books are."""

import io
import zipfile
from functools import cache

import docx

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(**parts: str) -> bytes:
    """The bytes of an archive with a file for each name, in order."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return data.getvalue()


def word_file(body: str, head: str = "", **parts: bytes) -> bytes:
    """The bytes of a .docx with this XML for its body, and other parts besides those that every one has."""
    document = f"{head}<w:document {WORD}><w:body>{body}</w:body></w:document>".encode()
    more = {f"word/{name}.xml": content for name, content in parts.items()}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in (_parts_of_word() | {"word/document.xml": document} | more).items():
            file.writestr(name, content)
    return data.getvalue()


@cache
def _parts_of_word() -> dict[str, bytes]:
    """The parts of an empty document, by their names."""
    data = io.BytesIO()
    docx.Document().save(data)
    with zipfile.ZipFile(data) as file:
        return {name: file.read(name) for name in file.namelist()}
