"""A git repository that is only read: a revision comes in, the files that it holds go out as bytes.

Git runs what a repository configures: filters, hooks, pagers, the transports of a lazy fetch.  So of git only plumbing
is called that reads objects, never the index, the attributes or the files; and each call is closed to the outside.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from itertools import accumulate, compress
from pathlib import Path
from typing import TYPE_CHECKING

from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TIMEOUT_SECONDS = 20
# A repository among the files of another one is a stranger's, with settings of a stranger (safe.bareRepository).
_GIT_OPTIONS = (
    "--no-pager",
    "-c", "safe.bareRepository=explicit",
    "-c", "protocol.allow=never",
    "-c", "core.fsmonitor=false",
    "-c", f"core.hooksPath={os.devnull}",
    "-c", "credential.helper=",
    "-c", "core.askPass=",
)  # fmt: skip
# An object that is not there is not fetched: from git 2.39.4 on by GIT_NO_LAZY_FETCH, before for want of a protocol.
_ENVIRONMENT = {
    "LC_ALL": "C", "GIT_ALLOW_PROTOCOL": "", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "GIT_PAGER": "cat",
}  # fmt: skip
# A hook of git runs with many variables set for its own repository; the user's settings are in none but these.
_KEPT_VARIABLES = ("GIT_CONFIG_", "GIT_CEILING_DIRECTORIES", "GIT_EXEC_PATH")
_TREE_ENTRY_FIELDS = 3
_DUBIOUS = "dubious ownership"


class ChangesError(FactcliError):
    """Git could not say what has changed."""


class Revision:
    """The files of a repository as they were in one commit."""

    def __init__(self, root: str, revision: str) -> None:
        """``root`` is the folder that holds ``.git``.

        Raises :class:`ChangesError` for a repository that git does not read, for an unknown revision, and where git is
        missing or hangs.
        """
        self._root = root
        self.top = _top(root)
        self.name = revision
        self.files = dict(_blobs(_git_output(root, "ls-tree", "-r", "-z", "--full-tree", _commit(root, revision))))

    def read(self, wanted: Iterable[str], most: int) -> Iterator[bytes | None]:
        """The contents of files, by the names of their objects, as far as these have ``most`` bytes together.

        None for the other ones, and for one that only another clone has.
        """
        names = list(wanted)
        sizes = [_size(line) for line in self._asked("--batch-check", names).splitlines()]
        totals = accumulate(size or 0 for size in sizes)
        is_read = [size is not None and total <= most for size, total in zip(sizes, totals, strict=True)]
        contents = io.BytesIO(self._asked("--batch", list(compress(names, is_read))))
        return (_content(contents) if reads else None for reads in is_read)

    def _asked(self, form: str, names: list[str]) -> bytes:
        return _git_output(self._root, "cat-file", form, typed="".join(f"{name}\n" for name in names).encode())


def find_root(folder: str) -> str:
    """The nearest folder upward that holds ``.git``, so that no repository among the files of another one counts.

    Raises :class:`ChangesError` where there is none.
    """
    ceilings = os.environ.get("GIT_CEILING_DIRECTORIES", "").split(os.pathsep)
    place = Path(os.path.realpath(folder))
    for each in (place, *place.parents):
        if os.path.lexists(each / ".git"):
            return str(each)
        if str(each.parent) in ceilings:
            break
    raise ChangesError(f"{folder}: not a git repository", hint="--since needs one")


def _top(root: str) -> str:
    """The folder that the paths of a commit begin at."""
    ended = _run(root, "rev-parse", "--show-toplevel")
    if ended.returncode:
        raise _refused(root, ended.stderr)
    return os.path.realpath(os.fsdecode(ended.stdout.removesuffix(b"\n")))


def _refused(root: str, message: bytes) -> ChangesError:
    """Why git does not read a repository, in one line."""
    text = message.decode("utf-8", "replace")
    if _DUBIOUS in text:
        hint = f"if you trust it: git config --global --add safe.directory '{root}'"
        return ChangesError(f"{root}: git finds dubious ownership: the repository is another user's", hint=hint)
    lines = text.strip().splitlines() or ["git failed"]
    what = f"{root}: git cannot read this repository: {lines[0].removeprefix('fatal: ')}"
    return ChangesError(what, hint="check it with: git status")


def _commit(root: str, revision: str) -> str:
    # In two steps, as ``:/words`` takes all that follows it as words.
    named = _named(root, revision)
    found = named and _named(root, f"{named}^{{commit}}")
    if not found:
        is_shallow = _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"
        hint = "the clone is shallow: git fetch --unshallow" if is_shallow else "name a commit, a branch or a tag"
        raise ChangesError(f"unknown git revision '{revision}'", hint=hint)
    return found


def _named(root: str, revision: str) -> str:
    """The name of an object; empty where there is none."""
    found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", revision)
    return found.stdout.decode("ascii", "replace").strip()


def _blobs(listing: bytes) -> Iterator[tuple[str, str]]:
    """Path and name of object of each file in what ``ls-tree -z`` lists; no links, no submodules."""
    for line in listing.split(b"\0"):
        about, _, path = line.partition(b"\t")
        fields = about.split()
        if len(fields) == _TREE_ENTRY_FIELDS and fields[0].startswith(b"100"):
            yield os.fsdecode(path), fields[2].decode("ascii")


def _content(contents: io.BytesIO) -> bytes:
    """The next content of ``<name> blob <size>``, the content, and a line end."""
    content = contents.read(_size(contents.readline()) or 0)
    contents.read(1)
    return content


def _size(line: bytes) -> int | None:
    """The size in ``<name> blob <size>``; None of ``<name> missing``."""
    size = line.split()[-1]
    return int(size) if size.isdigit() else None


def _git_output(root: str, *arguments: str, typed: bytes = b"") -> bytes:
    ended = _run(root, *arguments, typed=typed)
    if ended.returncode:
        raise _refused(root, ended.stderr)
    return ended.stdout


def _run(root: str, *arguments: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    kept = {name: text for name, text in os.environ.items() if name[:4] != "GIT_" or name.startswith(_KEPT_VARIABLES)}
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, no shell
            [_program(), *_GIT_OPTIONS, "-C", root, *arguments],
            capture_output=True,
            check=False,
            input=typed,
            timeout=_TIMEOUT_SECONDS,
            env=kept | _ENVIRONMENT,
        )
    except subprocess.TimeoutExpired as error:
        raise ChangesError(f"git took more than {_TIMEOUT_SECONDS} seconds", hint="check without --since") from error
    except (OSError, ValueError) as error:
        raise ChangesError("git cannot be run", hint="--since asks git what has changed; install it") from error


def _program() -> str:
    """The path of git, never one in the working folder: a draft's folder may hold anything."""
    for folder in filter(os.path.isabs, os.get_exec_path()):
        found = shutil.which("git", path=folder)
        if found and os.path.dirname(found) == folder.rstrip(os.sep):  # noqa: PTH120 - as it was searched
            return found
    raise FileNotFoundError
