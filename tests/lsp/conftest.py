"""A real editor's side of ``fact lsp``: the server in a process of its own, spoken to over its standard streams."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from editing import PATIENCE, Editor, Start
from forked import forked_fact
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features


@pytest.fixture
def folder(tmp_path: Path, shipped_store: Path) -> Path:
    """A folder with a copy of the curated store."""
    shutil.copy(shipped_store, tmp_path / "facts.json")
    return tmp_path


@pytest_asyncio.fixture
async def start(folder: Path) -> AsyncIterator[Start]:
    """Start editors, each with its server; all of them end with the test."""
    editors: list[Editor] = []

    async def begin(
        *, client: str = "neovim@0.9.1", options: object = None, encodings: list[str] | None = None, pulls: bool = False
    ) -> Editor:
        def keep(client: LanguageClient, params: types.PublishDiagnosticsParams) -> None:
            next(editor for editor in editors if editor.client is client).published.append(params)

        speaker = LanguageClient(converter_factory=default_converter)
        register_lsp_features(speaker, DEFAULT_CLIENT_FEATURES | {types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: keep})
        await speaker.start_io(*forked_fact(), "lsp", env=dict(os.environ), cwd=str(folder))
        editors.append(Editor(speaker, folder))
        capabilities = client_capabilities(client)
        capabilities.general = capabilities.general or types.GeneralClientCapabilities()
        capabilities.general.position_encodings = encodings
        if pulls:
            capabilities.text_document.diagnostic = types.DiagnosticClientCapabilities()
        params = types.InitializeParams(capabilities, initialization_options=options, root_uri=folder.as_uri())
        await speaker.initialize_session(params)
        return editors[-1]

    yield begin
    for editor in editors:
        async with asyncio.timeout(PATIENCE):
            if editor.process.returncode is None:
                await editor.client.shutdown_session()
            await editor.client.stop()


@pytest_asyncio.fixture
async def editor(start: Start) -> Editor:
    """An editor as most are: positions in UTF-16, diagnostics as they come."""
    return await start()
