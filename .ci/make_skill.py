#!/usr/bin/env python3
"""Write factcli/mcp/skill/SKILL.md from the help of the commands and from what they print.

Run it after a change of either.
"""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from factcli.cli.click_app import cli  # noqa: E402 - found by the line above

SKILL = ROOT / "factcli" / "mcp" / "skill" / "SKILL.md"
DESCRIPTION = (
    "Look up figures, dates and quotes with their sources, and check the figures, dates, quotes and names of a text"
    " against a store of facts or against its sources, with the command `fact`. Use it before you state a figure, a"
    " date or a quote, after you have written or edited a text that has some, and to collect facts from a source."
)
HEADER = f"""---
name: factcli
description: {DESCRIPTION}
license: MIT
---

# Facts with their sources

Use `fact` where a text states figures, dates, quotes or names:

* before you state one: look it up, and cite the source that is shown; if nothing is found, say so;
* after you have written or changed a text: check it, correct what is contradicted, and check again;
* with a source at hand: check the text against the source, not against your memory of it.

Output in a pipe is tab-separated; `--format json` has all fields. Exit status: 0 found or clean, 1 nothing found or
something is wrong, 2 an error, said in one line with what to do next.
"""
FOOTER = """
`hooks/` has an example for an agent that runs commands after it has written a file: `settings.json` names
`check-written-file`, which hands back what `fact check` finds. `fact COMMAND --help` says more.
"""
DRAFT = "The bombing of the Amia centre in Buenos Aires killed 87 people.\n"
SOURCE = "The bomb at the Amia centre in Buenos Aires in 1994 killed 85 people and injured 300.\n"
# The commands, each with lines that show what it prints.
SHOWN = {
    "find": ["fact amia victims --fields id,value,source,locator"],
    "show": ["fact show amia-bombing-deaths --field statement"],
    "check": ["fact check draft.md", "fact check draft.md --against source.txt"],
    "extract": ["fact extract source.txt --fields value,statement,locator"],
    "validate": ["fact validate"],
    "keywords": ["fact keywords --limit 3"],
}


def skill() -> str:
    """The text of the skill."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "draft.md").write_text(DRAFT, "utf-8")
        Path(folder, "source.txt").write_text(SOURCE, "utf-8")
        sections = [section(name, lines, folder) for name, lines in SHOWN.items()]
    return HEADER + "".join(sections) + FOOTER


def section(name: str, lines: list[str], folder: str) -> str:
    """What a command is for, by its help, and what it prints."""
    about = inspect.cleandoc(cli.get_command(None, name).help).split("\b", 1)[0]  # type: ignore[arg-type, union-attr]
    paragraphs = [" ".join(paragraph.split()) for paragraph in about.strip().split("\n\n")]
    shown = "".join(f"$ {line}\n{printed(line, folder)}" for line in lines)
    return f"\n## {name}\n\n" + "\n\n".join(paragraphs) + f"\n\n```console\n{shown}```\n"


def printed(line: str, folder: str) -> str:
    """What a command line prints in a pipe, both streams in order."""
    environment = os.environ | {"FACTCLI_STORE": str(ROOT / "facts.json"), "XDG_CACHE_HOME": folder}
    command = [str(Path(sys.executable).with_name("fact")), *line.split()[1:]]
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    return ended.stdout + ended.stderr


if __name__ == "__main__":
    SKILL.write_text(skill(), encoding="utf-8")
