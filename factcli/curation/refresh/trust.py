"""Which stores the user trusts to run commands: a store's origins come in; whether just these were trusted goes out.

Trust is given to a path and to a digest of its origins, with the scripts beside the store that they run, and is kept
in the user's own folder.  Nothing of a repository can give it.
"""

from __future__ import annotations

import json
import os
from hashlib import blake2b
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, NamedTuple

from factcli.documents.files import read_bytes
from factcli.errors import FactcliError
from factcli.store.file import locked, make_folder_for
from factcli.store.location import user_store

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.curation.refresh.origins import PlacedOrigin

_SCRIPTS = (
    ".awk", ".bash", ".fish", ".jq", ".js", ".lua", ".mjs", ".php", ".pl", ".ps1", ".py", ".r", ".rb", ".sh", ".sql",
    ".ts", ".zsh",
)  # fmt: skip
_INTERPRETERS = {
    "bash", "bun", "dash", "deno", "fish", "ksh", "lua", "node", "perl", "php", "pwsh", "python", "Rscript", "ruby",
    "sh", "zsh",
}  # fmt: skip
_LARGEST_SCRIPT = 16 * 1024**2
_LARGEST_LIST = 1024**2


class UntrustedStoreError(FactcliError):
    """A store whose origins the user did not trust, or that changed since."""

    def __init__(self, message: str, store: Path) -> None:
        super().__init__(message, hint=f"look at them, and trust them, with: fact trust --store {quote(str(store))}")


class TrustedOrigin(NamedTuple):
    """An origin of a trusted store, and the digest under which it is trusted."""

    place: PlacedOrigin
    digest: str


def digest_of_origins(store: Path, places: Iterable[PlacedOrigin]) -> str:
    """What identifies the origins of a store and the scripts in its folder that they run; any change changes it."""
    return _joined(_digest_of(store, place) for place in places)


def trusted_origins(store: Path, places: Sequence[PlacedOrigin]) -> list[TrustedOrigin]:
    """The origins of a store; raises :class:`UntrustedStoreError` unless the user trusted it with just these."""
    origins = [TrustedOrigin(place, _digest_of(store, place)) for place in places]
    if origins:
        _check_trust(store, _joined(origin.digest for origin in origins))
    return origins


def check_still_trusted(store: Path, origin: TrustedOrigin) -> None:
    """Raise :class:`UntrustedStoreError` if a script that an origin runs has changed since it was looked at."""
    if _digest_of(store, origin.place) != origin.digest:
        raise UntrustedStoreError("its command has changed meanwhile", store)


def _joined(digests: Iterable[str]) -> str:
    return blake2b("".join(sorted(digests)).encode(), digest_size=32).hexdigest()


def _digest_of(store: Path, place: PlacedOrigin) -> str:
    digest = blake2b(json.dumps(place, sort_keys=True).encode("utf-8", "surrogatepass") + b"\0", digest_size=32)
    for content in _scripts(Path(os.path.realpath(store)).parent, place.origin.get("command", [])):
        digest.update(blake2b(content).digest())
    return digest.hexdigest()


def is_trusted(store: Path, digest: str) -> bool:
    """Whether the user trusted the store with these origins."""
    return _trusted().get(_key(store)) == digest


def _check_trust(store: Path, digest: str) -> None:
    known = _trusted().get(_key(store))
    if known != digest:
        what = "its commands have changed since it was trusted" if known else "the store is not trusted to run commands"
        raise UntrustedStoreError(f"{store}: {what}", store)


def trust(store: Path, digest: str | None) -> None:
    """Remember that the user trusts the store with these origins; None forgets it."""
    place = trust_path()
    make_folder_for(place)
    with locked(place) as file:
        known = _trusted()
        known.pop(_key(store), None)
        if digest is not None:
            known[_key(store)] = digest
        file.replace(json.dumps(known, indent=2).encode() + b"\n", expected=file.read())
    place.chmod(0o600)


def trust_path() -> Path:
    """The file with the digests of trusted stores, by path."""
    return Path(user_store()).with_name("trusted.json")


def _key(store: Path) -> str:
    """The path of a store as ASCII text, whatever its bytes are."""
    return os.fsencode(os.path.realpath(store)).decode("ascii", "backslashreplace")


def _trusted() -> dict[str, str]:
    """What is trusted; nothing if the list is missing, damaged or another user's."""
    try:
        with trust_path().open("rb") as file:
            status = os.fstat(file.fileno())
            if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
                return {}
            known = json.loads(file.read(_LARGEST_LIST))
    except (OSError, ValueError, RecursionError):
        return {}
    return {key: value for key, value in known.items() if isinstance(value, str)} if isinstance(known, dict) else {}


def _scripts(folder: Path, command: list[str]) -> Iterator[bytes]:
    """The content of each word of a command that is the path of a script or program, if relative or in the folder."""
    is_program = False
    for word in command:
        path = folder / word
        is_near = not Path(word).is_absolute() or Path(os.path.realpath(path)).is_relative_to(folder)
        if is_near and _is_script(path, is_program=is_program):
            yield read_bytes(path, _LARGEST_SCRIPT)
        is_program = path.name.rstrip("0123456789.") in _INTERPRETERS or (is_program and word.startswith("-"))


def _is_script(path: Path, *, is_program: bool) -> bool:
    """Whether a path is that of a script; ``is_program`` for the word after an interpreter and its options."""
    try:
        return path.is_file() and (is_program or path.suffix.lower() in _SCRIPTS or os.access(path, os.X_OK))
    except (OSError, ValueError):
        # A word that is not a path: too long, or with a NUL.
        return False
