"""The LSP requests and notifications that the server handles, one function each."""

from __future__ import annotations

from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any

from lsprotocol import types
from pygls.exceptions import JsonRpcContentModified

from factcli.lsp.code_actions import actions_of, adding_action
from factcli.lsp.completion import complete_prose, complete_store
from factcli.lsp.explained import render_explanation
from factcli.lsp.hover import escaped, render_evidence, render_hover
from factcli.lsp.locations import hints_of, links_of, symbols_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.drafts.review import PlacedFinding
    from factcli.index import Hit
    from factcli.lsp.server import FactServer
    from factcli.lsp.workspace import ReviewSetup

_MOST_SYMBOLS = 50
# More links or hints are slow to send, and nobody reads them.
_MOST_MARKS = 1_000
# Selecting a whole draft covers thousands of figures; nobody wants the actions of them all.
_MOST_ACTED_ON = 50
_MOST_ADDED = 5


def _initialize(ls: FactServer, params: types.InitializeParams) -> None:
    options = params.initialization_options
    ls.options = options if isinstance(options, dict) else {}


def _save(ls: FactServer, params: types.DidSaveTextDocumentParams) -> None:
    if not ls.refresh():
        ls.publish(params.text_document.uri)


async def _pull(ls: FactServer, params: types.DocumentDiagnosticParams) -> types.RelatedFullDocumentDiagnosticReport:
    # If the document changes during the check, check the new version: the editor knows that it changed.
    while draft := ls.drafts.get(params.text_document.uri):
        with suppress(JsonRpcContentModified):
            return types.RelatedFullDocumentDiagnosticReport(list((await ls.found(draft)).diagnostics))
    return types.RelatedFullDocumentDiagnosticReport([])


async def _hover(ls: FactServer, params: types.HoverParams) -> types.Hover | None:
    found = await ls.finding(params.text_document.uri, params.position)
    if not found:
        return None
    draft, setup, finding = found
    explanation = await ls.explanation(draft, setup, finding)
    told = [_hover_text(finding, _hit(setup, finding)), render_explanation(explanation) if explanation else ""]
    text = "\n\n---\n\n".join(filter(None, told))
    place = draft.lines.range((finding.start.offset, finding.end.offset))
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, text), place) if text else None


def _hover_text(finding: PlacedFinding, hit: Hit | None) -> str:
    """The card of the fact, else where the finding was held against, else what is said of it."""
    if hit:
        return render_hover(hit, finding.message)
    return render_evidence(finding.evidence, finding.message) if finding.evidence else escaped(finding.message)


async def _actions(ls: FactServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    touched = (await ls.findings(params.text_document.uri, params.range))[:_MOST_ACTED_ON]
    found = [action for draft, setup, one in touched for action in actions_of(one, _hit(setup, one), draft)]
    for draft, setup, one in touched if len(touched) <= _MOST_ADDED else ():
        store = ls.store_text(setup)
        added = adding_action(one, draft, setup.locations.uri, store) if store else None
        found += [added] if added else []
    return found


async def _definition(ls: FactServer, params: types.DefinitionParams) -> types.Location | None:
    found = await ls.finding(params.text_document.uri, params.position)
    return found[1].locations.location(found[2].fact.id) if found and found[2].fact else None


async def _links(ls: FactServer, params: types.DocumentLinkParams) -> list[types.DocumentLink]:
    draft, setup = ls.draft_and_setup(params.text_document.uri)
    if draft is None or setup is None:
        return []
    found = (await ls.found(draft)).findings
    return list(islice(links_of(found, draft.lines, draft.uri), _MOST_MARKS))


def _followed(ls: FactServer, link: types.DocumentLink) -> types.DocumentLink:
    uri, fact_id = link.data if isinstance(link.data, list | tuple) and len(link.data) == 2 else ("", "")  # noqa: PLR2004
    _, setup = ls.draft_and_setup(str(uri))
    link.target = setup.locations.target(str(fact_id)) if setup else None
    return link


async def _hints(ls: FactServer, params: types.InlayHintParams) -> list[types.InlayHint]:
    if ls.options.get("inlayHints") is not True:
        return []
    touched = await ls.findings(params.text_document.uri, params.range, patience=None)
    lines = touched[0][0].lines if touched else None
    return list(islice(hints_of((one for _, _, one in touched), lines), _MOST_MARKS)) if lines else []


def _symbols(ls: FactServer, params: types.WorkspaceSymbolParams) -> list[types.WorkspaceSymbol]:
    setup = ls.setups.of(ls.folder)
    hits = setup.index.search(params.query, _MOST_SYMBOLS) if setup else []
    return list(symbols_of(hits, setup.locations.location)) if setup else []


def _completion(ls: FactServer, params: types.CompletionParams) -> types.CompletionList:
    draft = ls.drafts.get(params.text_document.uri)
    setup = ls.setups.of(draft.folder) if draft else None
    if draft is None or setup is None:
        return types.CompletionList(is_incomplete=True, items=[])
    at = setup.index, draft.lines, params.position
    items = complete_store(*at) if draft.is_store else complete_prose(*at, setup.configuration.figure_style)
    return types.CompletionList(is_incomplete=True, items=list(items))


def _hit(setup: ReviewSetup, finding: PlacedFinding) -> Hit | None:
    """The fact of a finding, with its value in the style of the house."""
    hit = setup.index.get(finding.fact.id) if finding.fact else None
    return hit and hit.in_style(setup.configuration.figure_style)


_DIAGNOSTICS = types.DiagnosticOptions(inter_file_dependencies=True, workspace_diagnostics=False)
_CODE_ACTIONS = types.CodeActionOptions([types.CodeActionKind.QuickFix, types.CodeActionKind.Refactor])
FEATURES: tuple[tuple[str, Callable[..., Any], Any], ...] = (
    (types.INITIALIZE, _initialize, None),
    (types.TEXT_DOCUMENT_DID_SAVE, _save, None),
    (types.TEXT_DOCUMENT_DIAGNOSTIC, _pull, _DIAGNOSTICS),
    (types.TEXT_DOCUMENT_HOVER, _hover, None),
    (types.TEXT_DOCUMENT_CODE_ACTION, _actions, _CODE_ACTIONS),
    (types.TEXT_DOCUMENT_COMPLETION, _completion, types.CompletionOptions(trigger_characters=["["])),
    (types.TEXT_DOCUMENT_DEFINITION, _definition, None),
    (types.TEXT_DOCUMENT_DOCUMENT_LINK, _links, types.DocumentLinkOptions(resolve_provider=True)),
    (types.DOCUMENT_LINK_RESOLVE, _followed, None),
    (types.TEXT_DOCUMENT_INLAY_HINT, _hints, None),
    (types.WORKSPACE_SYMBOL, _symbols, None),
)
"""Each LSP method with its handler and the options announced to the editor."""
