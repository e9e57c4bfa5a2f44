"""A finding -> the code actions for it: apply the fix, cite the source, add a waiver, add a fact."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from lsprotocol import types

from factcli.check.reasons import FAULTS
from factcli.drafts.review import FAILING
from factcli.errors import StoreError
from factcli.escaping import safe_text
from factcli.lsp.diagnostics import diagnostic_of
from factcli.lsp.hover import address_of, escaped, source_in_words
from factcli.lsp.new_fact import edit_that_adds, fact_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.drafts.review import PlacedFinding
    from factcli.index import Hit
    from factcli.lsp.open_draft import Draft

# A waiver needs a reason: without one, the editor shows a warning until the writer adds it.
_WAIVER = "fact-ignore: "
_NO_LABEL = re.compile(r"[^\w-]+")
_LONGEST_TITLE = 60


def actions_of(finding: PlacedFinding, hit: Hit | None, draft: Draft) -> Iterator[types.CodeAction]:
    """The actions for a finding; ``hit`` is its fact in the index, None if it has none."""
    if finding.edit and finding.verdict in FAULTS:
        title = _shortened(f"Replace '{finding.surface}' with '{finding.suggestion}'")
        edits = [types.TextEdit(draft.lines.range(finding.edit.span), finding.edit.text)]
        yield _action(title, edits, draft, finding, is_preferred=True)
    if hit:
        yield from _citations(finding, json.loads(hit.record), draft)
    if finding.verdict in FAILING:
        yield _action("Ignore this line (then add a reason)", [_waiver(finding, draft)], draft, finding)


def _waiver(finding: PlacedFinding, draft: Draft) -> types.TextEdit:
    """A waiver at the end of the line, or on a line before it where comments take whole lines."""
    comment = draft.waiver.replace("{}", _WAIVER)
    if draft.has_line_comments:
        number = finding.end.line - 1
        end = draft.lines.place(number, len(draft.lines.line(number)))
        return types.TextEdit(types.Range(end, end), f" {comment}")
    start = draft.lines.place(finding.start.line - 1, 0)
    return types.TextEdit(types.Range(start, start), f"{comment}\n")


def adding_action(finding: PlacedFinding, draft: Draft, store_uri: str, store: str) -> types.CodeAction | None:
    """The action that adds an unknown figure to the store with this text; None if that is not possible."""
    fact = fact_of(finding, draft.text) if finding.fact is None and finding.verdict == "unknown" else None
    if fact is None:
        return None
    try:
        edit = edit_that_adds(fact, store, draft.encoding)
    except StoreError:
        return None
    return types.CodeAction(
        _shortened(f"Add '{finding.surface}' as a fact"),
        kind=types.CodeActionKind.Refactor,
        edit=types.WorkspaceEdit(changes={store_uri: [edit]}),
    )


def _citations(finding: PlacedFinding, record: dict[str, Any], draft: Draft) -> Iterator[types.CodeAction]:
    sources = {source["id"]: source for source in record.get("sources", ())}
    for reference in record.get("references", ())[:1]:
        source = sources.get(reference["source"], {})
        words = source_in_words(reference, source)
        shown = escaped(words) if draft.is_markdown else words
        after = _after(finding, draft)
        edits = [types.TextEdit(after, f" ({shown})")]
        yield _action(_shortened(f"Cite in brackets: {words}"), edits, draft, finding)
        if draft.is_markdown:
            address = address_of(source)
            note = f"{shown}. <{address}>" if address else f"{shown}."
            yield _action(
                _shortened(f"Cite in a footnote: {words}"), _footnote(record["id"], note, draft, after), draft, finding
            )


def _footnote(fact_id: str, note: str, draft: Draft, after: types.Range) -> list[types.TextEdit]:
    """A footnote mark after the words, and the note at the end of the draft unless it is already there."""
    label = _NO_LABEL.sub("-", fact_id).strip("-")
    edits = [types.TextEdit(after, f"[^{label}]")]
    if f"[^{label}]:" not in draft.text:
        end = draft.lines.position(len(draft.text))
        lead = "" if not draft.text or draft.text.endswith("\n\n") else "\n" if draft.text.endswith("\n") else "\n\n"
        edits.append(types.TextEdit(types.Range(end, end), f"{lead}[^{label}]: {note}\n"))
    return edits


def _after(finding: PlacedFinding, draft: Draft) -> types.Range:
    """The position after the words, or after the closing quotation mark of a quotation."""
    offset = finding.end.offset
    offset += (
        draft.text[offset : offset + 1] in {"”", "’", "»", '"'}
        and finding.fact is not None
        and finding.fact.kind == "quote"
    )
    return draft.lines.range((offset, offset))


def _action(
    title: str, edits: list[types.TextEdit], draft: Draft, finding: PlacedFinding, *, is_preferred: bool = False
) -> types.CodeAction:
    is_fault = finding.verdict in FAULTS
    return types.CodeAction(
        title,
        kind=types.CodeActionKind.QuickFix if is_fault else types.CodeActionKind.Refactor,
        diagnostics=[diagnostic_of(finding, draft.lines, None)] if is_fault else None,
        is_preferred=is_preferred or None,
        edit=types.WorkspaceEdit(changes={draft.uri: edits}),
    )


def _shortened(title: str) -> str:
    title = safe_text(title)
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"
