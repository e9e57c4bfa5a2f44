"""Print one of the README's two set-up commands: ``python3 .ci/readme_command.py install|test``."""

from __future__ import annotations

import re
import sys
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
_BLOCK = re.compile(r"<!-- command: (\w+) -->\n+```sh\n(.*?)```", re.DOTALL)


def readme_command(name: str) -> str:
    """The shell command that stands in the README under this name."""
    return dict(_BLOCK.findall(README.read_text("utf-8")))[name].strip()


if __name__ == "__main__":
    sys.stdout.write(readme_command(sys.argv[1]) + "\n")
