"""What sources said of a draft is kept in the cache folder: the sentences that are as they were keep their findings.

An entry holds the findings of the last check of one draft against the same sources.  Its name is made of the draft's
path and of all that decides what the sources say: their names, their bytes, and the version of the code.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import msgspec

from factcli.check.findings import EvidencePlace, Finding
from factcli.check.reasons import Reason, Verdict  # noqa: TC001 - msgspec reads the annotations
from factcli.drafts.source_cache import FINDINGS_SUFFIX, keep_entry, load_entry, place_of
from factcli.model.facts import Span  # noqa: TC001 - msgspec reads the annotations

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

_DIGEST_BYTES = 20


class _KeptFinding(msgspec.Struct, array_like=True, frozen=True):
    """A finding that sources gave: it has no fact."""

    span: Span
    surface: str
    verdict: Verdict
    reason: Reason
    message: str
    suggestion: str | None
    evidence: EvidencePlace | None
    headline: str


_FIELDS = _KeptFinding.__struct_fields__
# Findings of sentences and paragraphs, and whether a name is known, each by a digest of what decides it.
_Known = dict[bytes, list[_KeptFinding] | bool]
_DECODER = msgspec.msgpack.Decoder(_Known)


class KeptFindings:
    """The findings of one draft by what decides them; ``seal`` identifies its sources."""

    def __init__(self, seal: str, draft: str) -> None:
        self._seal = _digest((seal, os.path.abspath(draft)))  # noqa: PTH100 - links are not followed
        self._place = place_of(self._seal.hex() + FINDINGS_SUFFIX)
        self._last = _decoded(load_entry(self._place), self._seal)
        self._now: _Known = {}

    @property
    def is_known(self) -> bool:
        """Whether the draft was checked against these sources before."""
        return self._last is not None

    def recall(self, key: Hashable, work_out: Callable[[], tuple[Finding, ...]]) -> tuple[Finding, ...]:
        """The findings for ``key``, which is told apart by its repr; ``work_out`` is called only if there are none."""
        short = _digest(key)
        kept = self._kept(short)
        if isinstance(kept, list):
            return tuple(map(_revived, kept))
        found = work_out()
        self._now[short] = list(map(_stored, found))
        return found

    def has_name(self, surface: str, work_out: Callable[[], bool]) -> bool:
        """Whether the sources have a name; ``work_out`` is called only if that is not known."""
        short = _digest(("name", surface))
        kept = self._kept(short)
        if not isinstance(kept, bool):
            kept = self._now[short] = work_out()
        return kept

    def end_round(self) -> None:
        """Keep what was asked for in this check, and forget the rest."""
        if self._last is None or self._last.keys() != self._now.keys():
            with suppress(OSError):
                keep_entry(self._place, _encoded(self._now, self._seal))

    def _kept(self, short: bytes) -> list[_KeptFinding] | bool | None:
        """What is known of a key, which is then kept for the next check."""
        if self._last and short not in self._now and short in self._last:
            self._now[short] = self._last[short]
        return self._now.get(short)


def _digest(key: Any) -> bytes:  # noqa: ANN401 - whatever has a repr
    return hashlib.blake2b(repr(key).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).digest()


def _encoded(known: _Known, seal: bytes) -> bytes:
    """An entry: a digest of what follows, and what is known."""
    content = msgspec.msgpack.encode(known)
    return _checked(content, seal) + content


def _decoded(entry: bytes | None, seal: bytes) -> _Known | None:
    """What an entry says; None where it is missing or not as it was written for this seal."""
    if entry is None or entry[:_DIGEST_BYTES] != _checked(entry[_DIGEST_BYTES:], seal):
        return None
    return _DECODER.decode(entry[_DIGEST_BYTES:])


def _checked(content: bytes, seal: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST_BYTES, key=seal).digest()


def _stored(finding: Finding) -> _KeptFinding:
    return _KeptFinding(*(getattr(finding, field) for field in _FIELDS))


def _revived(kept: _KeptFinding) -> Finding:
    return Finding(**{field: getattr(kept, field) for field in _FIELDS})
