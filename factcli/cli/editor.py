"""A text in the editor of its user, and what came back; nothing that was typed is ever lost."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from factcli.errors import FactcliError
from factcli.places import user_store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factcli.schema import Raw

_LONGEST_NAME = 100
_DEFAULT = "notepad" if sys.platform == "win32" else "vi"


class EditorError(FactcliError):
    """An editor that does not start, or gives up."""


class Edit(NamedTuple):
    """The file in which an entry is edited, what the entry was when that began, and whether it began earlier."""

    path: Path
    before: Raw
    is_resumed: bool

    def done(self) -> None:
        """Let go of the files of an edit that was taken over."""
        for path in (self.path, _base_path(self.path)):
            path.unlink(missing_ok=True)


def open_edit(store: str, id_: str, entry: Raw) -> Edit:
    """The edit of an entry: a new one, or the one that was left when it was last given up."""
    path = _edit_path(store, id_)
    is_resumed = _is_begun(path)
    if not is_resumed:
        text = json.dumps(entry, ensure_ascii=False, indent=2) + "\n"
        path.parent.mkdir(parents=True, exist_ok=True)
        _base_path(path).write_text(text, encoding="utf-8")
        path.write_text(text, encoding="utf-8")
    return Edit(path, json.loads(_base_path(path).read_text("utf-8")), is_resumed)


def _is_begun(path: Path) -> bool:
    """Whether something was typed into an edit that was left."""
    before = _base_path(path)
    return path.exists() and before.exists() and path.read_bytes() != before.read_bytes()


def _edit_path(store: str, id_: str) -> Path:
    """Where an edit is kept: beside the user's own store, as it is nothing that could be made again."""
    real = os.fsencode(os.path.realpath(store))
    name = "".join(character if character.isalnum() or character in "-_" else "_" for character in id_)
    folder = Path(user_store()).parent / "edits" / blake2b(real, digest_size=8).hexdigest()
    return folder / f"{name[:_LONGEST_NAME]}.json"


def _base_path(path: Path) -> Path:
    return path.with_suffix(".before.json")


def edit_file(path: Path) -> str:
    """Let the user edit a file and wait until the editor ends; returns the text that is there then.

    Raises :class:`EditorError` where there is no such editor, or it fails; the file stays.
    """
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _DEFAULT
    try:
        status = subprocess.run([*shlex.split(editor), str(path)], check=False).returncode  # noqa: S603 - the user's own
        if status == 0:
            return path.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise EditorError(
            f"{editor}: {getattr(error, 'strerror', None) or error}", hint="set $VISUAL or $EDITOR"
        ) from error
    raise EditorError(f"the editor ended with status {status}; the text is kept in {path}", hint="edit it again")
