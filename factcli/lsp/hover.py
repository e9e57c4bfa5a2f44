"""A fact -> the Markdown card of a hover; text from the store is escaped."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from factcli.escaping import safe_link, safe_text
from factcli.model.citation import reference_in_words
from factcli.model.formatting import edtf_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.drafts.review import OtherPlace
    from factcli.index import Hit

# Markup of CommonMark and common extensions (tables, maths, autolinks) within a line ...
_MARKS = re.compile(r"[\\`*_\[\]<>&~|$#]|:(?=//)|@|(?<=[wW])\.")
# Nobody reads more of a sentence in a hover.
_LONGEST_SENTENCE = 600
# ... and at its beginning.
_HEAD_MARK = re.compile(r"^(?:[-+=]|\d{1,9}(?=[.)]))")


def escaped(text: str) -> str:
    r"""Escape text so that Markdown shows it unchanged, on one line.

    >>> escaped("<b>85*</b>")
    '\\<b\\>85\\*\\</b\\>'
    """
    text = _MARKS.sub(lambda match: "\\" + match[0], safe_text(text))
    head = _HEAD_MARK.match(text)
    if not head:
        return text
    return text[: head.end()] + "\\" + text[head.end() :] if head[0].isdigit() else "\\" + text


def render_hover(hit: Hit, message: str) -> str:
    """The card of a fact, below ``message`` from the check: value, statement, time, rank and sources."""
    record = json.loads(hit.record)
    parts = [escaped(message)] if message else []
    parts += [f"**{escaped(hit.display)}**", escaped(hit.statement)]
    parts += ["  \n".join(_details(record, hit))]
    return "\n\n".join(part for part in parts if part)


def render_evidence(evidence: OtherPlace, message: str) -> str:
    """The place and the sentence that a finding was held against, below ``message`` from the check."""
    name = PurePath(evidence.source).name if evidence.source else ""
    place = ", ".join(filter(None, (name, evidence.locator))) if name else evidence.place
    sentence = evidence.sentence
    if len(sentence) > _LONGEST_SENTENCE:
        sentence = f"{sentence[:_LONGEST_SENTENCE]}..."
    return f"{escaped(message)}\n\n{escaped(place)}: “{escaped(sentence)}”"


def _details(record: dict[str, Any], hit: Hit) -> Iterator[str]:
    speaker = ", ".join(filter(None, (record["value"].get("speaker"), record["value"].get("role"))))
    pairs = (
        ("speaker", speaker),
        ("as of", edtf_in_words(record.get("as_of"))),
        ("rank", "" if hit.rank == "normal" else hit.rank),
        ("superseded by", record.get("superseded_by")),
        ("reason", record.get("reason")),
        ("note", record.get("note")),
    )
    yield from (f"{name}: {escaped(text)}" for name, text in pairs if text)
    sources = {source["id"]: source for source in record.get("sources", ())}
    for reference in record.get("references", ()):
        yield f"source: {_reference(reference, sources.get(reference['source'], {}))}"
    yield f"id: {escaped(record['id'])}"


def source_in_words(reference: dict[str, Any], source: dict[str, Any]) -> str:
    """``Title, July 2019, paragraph 2``, as plain text."""
    title = str(source.get("title") or reference["source"])
    return safe_text(reference_in_words(title, source, reference.get("locator")))


def address_of(source: dict[str, Any]) -> str | None:
    """The URL of a source if it is safe to link, else None."""
    return safe_link(str(source.get("URL") or ""))


def _reference(reference: dict[str, Any], source: dict[str, Any]) -> str:
    words = escaped(source_in_words(reference, source))
    address = address_of(source)
    if address and not re.search(r"[<>\\\s]", address):
        words = f"[{words}](<{address}>)"
    surface = reference.get("surface")
    return f"{words}: “{escaped(surface)}”" if surface else words
