"""The picture of the picker is what it shows, light and dark; rewritten with --update-golden."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pictures import PICTURES, words

from factcli.cli.curating.candidates import read_candidates
from factcli.curation.picking.session import PickingSession

pytest.importorskip("textual")

from factcli.cli.tui.picker import Picker

if TYPE_CHECKING:
    from pathlib import Path

    from running import Run

pytestmark = pytest.mark.asyncio
ARTICLE = """\
# The bridge at Selby

Published 3 May 2021

The Selby bridge was opened on 4 May 2013 after two years of work. It cost £12 million and is 640 metres long.

A storm closed the bridge for nine days in March. "We lost a quarter of our trade," said Ana Ruiz, the mayor.
"""


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_the_picture_shows_the_picker(
    piped: Run, tmp_path: Path, theme: str, request: pytest.FixtureRequest
) -> None:
    (tmp_path / "article.md").write_text(ARTICLE, "utf-8")
    proposed = piped("extract", "article.md", "--format", "json", store=None, cwd=tmp_path).out
    (tmp_path / "candidates.json").write_text(proposed, "utf-8")
    read = read_candidates(str(tmp_path / "candidates.json"))
    app = Picker(PickingSession(str(tmp_path / "facts.json"), read.candidates, read.sources, again=False))
    app.theme = f"textual-{theme}"

    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("y")
        await pilot.pause()
        svg = app.export_screenshot(title="fact add --from candidates.json")

    path = PICTURES / f"picker-{theme}.svg"
    if request.config.getoption("--update-golden"):
        path.write_text(svg, "utf-8")
    assert words(path.read_text("utf-8")) == words(svg)
