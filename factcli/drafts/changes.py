"""Which lines of a draft are new: what git says has changed since a revision."""

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
# Nothing that a repository configures is run, and nothing is written to it.
_GIT = ("git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=true", "--no-pager")
_DIFF = ("diff", "--unified=0", "--no-color", "--no-ext-diff", "--no-textconv", "--no-renames")
_HUNK = re.compile(rb"^@@ -[0-9,]{1,40} \+(?P<start>[0-9]{1,18})(?:,(?P<count>[0-9]{1,18}))? @@", re.MULTILINE)
# A hook of git runs with these set for its own repository.
_ENVIRONMENT_OF_GIT = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_EXTERNAL_DIFF")


class ChangesError(FactcliError):
    """Git could not tell what has changed."""


def changed_lines(path: Path, revision: str) -> Callable[[int], bool]:
    """Whether a line (from 1) of the file at ``path`` has changed since ``revision``; all have in a new file.

    Raises :class:`ChangesError` outside a repository, for an unknown revision, and where git is missing or hangs.
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
        raise ChangesError(f"{folder}: is in no git repository", hint="--since needs one")
    found = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode:
        raise ChangesError(f"git knows no revision '{revision}'", hint="name a commit, a branch or a tag")
    return found.stdout.decode("ascii", "replace").strip()


def _git(folder: str, *arguments: str) -> bytes:
    ended = _run(folder, *arguments)
    if ended.returncode:
        lines = ended.stderr.decode("utf-8", "replace").strip().splitlines() or ["git failed"]
        raise ChangesError(f"{folder}: {lines[-1]}", hint="--since asks git what has changed")
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
        raise ChangesError(f"git took more than {_TIMEOUT_SECONDS} seconds", hint="check without --since") from error
    except OSError as error:
        raise ChangesError("git cannot be run", hint="--since asks git what has changed; install it") from error


def _lines_of(match: re.Match[bytes]) -> range:
    start = int(match["start"])
    return range(start, start + int(match["count"] or 1))
