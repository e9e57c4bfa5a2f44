"""The lines of a draft that changed since a git revision."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING

from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_TIMEOUT_SECONDS = 20
# Run nothing that the repository configures, and write nothing to it.
_GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=true", "--no-pager")
_DIFF = ("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames")
_HUNK = re.compile(rb"^@@ -[0-9,]{1,40} \+(?P<start>[0-9]{1,18})(?:,(?P<count>[0-9]{1,18}))? @@", re.MULTILINE)
# Git sets these in hooks, for the repository of the hook.
_ENVIRONMENT_OF_GIT = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF")


class ChangesError(FactcliError):
    """Git failed to report the changes."""


def changed_lines(path: Path, revision: str) -> Callable[[int], bool]:
    """A test whether a line (from 1) of the file at ``path`` changed since ``revision``; in a new file all did.

    Raises :class:`ChangesError` outside of a repository, for an unknown revision, and if git is missing or hangs.
    """
    folder = os.path.dirname(os.path.abspath(path)) or "."  # noqa: PTH100, PTH120 - links are not followed
    name = path.name
    commit = _commit(folder, revision)
    if not _git(folder, "ls-files", "--", f":(literal){name}").strip():
        return lambda _: True
    hunks = [_lines_of(match) for match in _HUNK.finditer(_git(folder, *_DIFF, commit, "--", f":(literal){name}"))]
    return lambda line: any(line in lines for lines in hunks)


def _commit(folder: str, revision: str) -> str:
    if _run(folder, "rev-parse", "--git-dir").returncode:
        raise ChangesError(f"{folder}: not a git repository", hint="--since compares with a git revision")
    found = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise ChangesError(f"unknown git revision '{revision}'", hint="use a commit, branch or tag")
    return found.stdout.decode("ascii", "replace").strip()


def _git(folder: str, *arguments: str) -> bytes:
    ended = _run(folder, *arguments)
    if ended.returncode:
        lines = ended.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
        raise ChangesError(f"{folder}: {lines[-1]}", hint="--since compares with a git revision")
    return ended.stdout


def _run(folder: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {name: value for name, value in os.environ.items() if name not in _ENVIRONMENT_OF_GIT}
    environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, no shell
            [*_GIT, "-C", folder, *arguments],
            capture_output=True,
            check=False,
            stdin=subprocess.DEVNULL,
            timeout=_TIMEOUT_SECONDS,
            env=environment,
        )
    except subprocess.TimeoutExpired as error:
        raise ChangesError(f"git timed out after {_TIMEOUT_SECONDS} seconds", hint="check without --since") from error
    except OSError as error:
        raise ChangesError("git cannot be run", hint="install git, which --since needs") from error


def _lines_of(match: re.Match[bytes]) -> range:
    start = int(match["start"])
    return range(start, start + int(match["count"] or 1))
