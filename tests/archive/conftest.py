"""What tests of archives share: workers that begin at once."""

from __future__ import annotations

from multiprocessing import get_context

import pytest


@pytest.fixture(autouse=True)
def _forked_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are forked from a process that has imported what they need, which spares each of them half a second."""
    context = get_context("forkserver")
    context.set_forkserver_preload(["factcli.archive.batch"])
    monkeypatch.setattr("factcli.archive.pool.get_context", lambda _method: context)


@pytest.fixture
def _spawned_workers(_forked_workers: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers are spawned by this process, as those of the command are."""
    monkeypatch.setattr("factcli.archive.pool.get_context", get_context)
