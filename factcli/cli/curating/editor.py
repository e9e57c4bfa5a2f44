"""A text goes to the user's editor and comes back; nothing that was typed is ever lost."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factcli.cli.curating.change import is_interactive
from factcli.errors import FactcliError
from factcli.store.file import write_file
from factcli.store.location import user_store

if TYPE_CHECKING:
    from factcli.store.schema import Raw

_LONGEST_NAME = 100
_DEFAULT = "notepad" if sys.platform == "win32" else "vi"


class EditorError(FactcliError):
    """An editor that does not start, or fails."""


class Edit(NamedTuple):
    """The file in which an entry is edited, the entry as it was before, and whether the edit is resumed."""

    path: Path
    before: Raw
    is_resumed: bool

    def done(self) -> None:
        """Delete the files of an edit that was stored."""
        for path in (self.path, _base_path(self.path)):
            path.unlink(missing_ok=True)


def open_edit(store: str, id_: str, entry: Raw) -> Edit:
    """The edit of an entry: a new one, or the one that was left unfinished."""
    path = _edit_path(store, id_)
    is_resumed = _is_begun(path) and not _holds(path, entry)
    if not is_resumed:
        text = json.dumps(entry, ensure_ascii=False, indent=2) + "\n"
        # An older edit beside a newer base would be taken for one that was begun.
        path.unlink(missing_ok=True)
        write_file(_base_path(path), text.encode())
        write_file(path, text.encode())
    return Edit(path, json.loads(_base_path(path).read_text("utf-8")), is_resumed)


def _is_begun(path: Path) -> bool:
    """Whether there is an unfinished edit in which something was typed."""
    before = _base_path(path)
    return path.exists() and before.exists() and path.read_bytes() != before.read_bytes()


def _holds(path: Path, entry: Raw) -> bool:
    """Whether an edit is what the store has: it was stored, and its process was killed right after that."""
    with suppress(ValueError, RecursionError):
        return bool(json.loads(path.read_bytes()) == entry)
    return False


def _edit_path(store: str, id_: str) -> Path:
    """Where an edit is saved: next to the user's own store, not in the cache, as it cannot be made again."""
    real = os.fsencode(os.path.realpath(store))
    name = "".join(character if character.isalnum() or character in "-_" else "_" for character in id_)
    folder = Path(user_store()).parent / "edits" / blake2b(real, digest_size=8).hexdigest()
    return folder / f"{name[:_LONGEST_NAME]}.json"


def _base_path(path: Path) -> Path:
    return path.with_suffix(".before.json")


def edit_file(path: Path) -> str:
    """Let the user edit a file, wait for the editor to exit, and return the text of the file.

    Raises :class:`EditorError` if the editor does not start or fails; a file that it removed or emptied is restored.
    Raises :class:`FactcliError` if the file is no longer UTF-8.
    """
    editor = _editor()
    before = path.read_bytes()
    status = _status_of(editor, path)
    if status != 0:
        failure = f"the editor '{editor}' exited with status {status}"
        if not path.exists():
            write_file(path, before)
        raise EditorError(f"{failure}; the text is saved in {path}", hint="edit it again")
    if not path.is_file() or not path.read_bytes().strip():
        done = "emptied" if path.is_file() else "removed"
        write_file(path, before)
        raise EditorError(f"the editor '{editor}' {done} the file; nothing was changed", hint="edit it again")
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise FactcliError(f"{path}: not valid UTF-8", hint="save the file as UTF-8") from error


def _editor() -> str:
    """The command line of the user's editor; a blank variable counts as unset.

    Raises :class:`EditorError` if none is named, and there is no terminal for the usual one.
    """
    named = (os.environ.get(variable, "") for variable in ("VISUAL", "EDITOR"))
    editor = next((editor for editor in named if editor.strip()), "")
    if not editor and not is_interactive():
        hint = "set $VISUAL or $EDITOR; without an editor, `fact set` changes a field"
        raise EditorError(f"there is no terminal for the editor '{_DEFAULT}'", hint=hint)
    return editor or _DEFAULT


def _status_of(editor: str, path: Path) -> int:
    """The exit status of the editor; raises :class:`EditorError` if it does not start."""
    try:
        return subprocess.run([*shlex.split(editor), str(path)], check=False).returncode  # noqa: S603 - the user's own
    except (OSError, ValueError) as error:
        what = getattr(error, "strerror", None) or error
        raise EditorError(f"cannot start the editor '{editor}': {what}", hint="set $VISUAL or $EDITOR") from error
