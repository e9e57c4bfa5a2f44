"""What a regular expression can begin with: a form of date comes in, its first two letters go out.

A search that looks at two letters first skips nearly every word at once.  Only what the forms use is understood:
letters, sets, groups, alternatives, lookarounds and repetitions.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?(?:P<\w+>|:))?)|(?P<close>\))|(?P<bar>\|)"
    r"|\[(?P<set>[^\]^]+)\]|(?P<letter>[\w\-/,'~])|\{(?P<piece>[a-z_]+)\}"
)
# A part that may be missing, or that may be there more than once.
_OPTIONAL = re.compile(r"[?*]|\{0")
_REPEATED = re.compile(r"[*+{]")
_REPETITION = re.compile(r"(?:[?*+]|\{[\d,]+\})[+?]?")
# What divides an expression, or a set, in which the same signs are letters.
_MARK = re.compile(r"[()|]|\[[^\]]*\]")
_LENGTH = 2


def beginnings(form: str, pieces: Mapping[str, set[str]] = MappingProxyType({})) -> set[str]:
    """The first two letters of all texts that ``form`` matches; fewer where a whole match can be as short.

    ``pieces`` are the beginnings of the {names} in it.  Raises ValueError for what is not understood, so that nothing
    is missed.

    >>> sorted(beginnings("T?(?P<day>d|w-?O)h"))
    ['Td', 'Tw', 'dh', 'w-', 'wO']
    """
    return _group(form, 0, pieces)[0]


def lookahead(starts: Collection[str]) -> str:
    """A regular expression that holds where one of ``starts`` follows.

    >>> lookahead({"y", "Td", "Tw"})
    '(?=[y]|T[dw])'
    """
    alone = {start for start in starts if len(start) < _LENGTH}
    seconds: dict[str, str] = {}
    for start in sorted(starts):
        seconds[start[:1]] = seconds.get(start[:1], "") + start[1:]
    parts = [f"[{re.escape(''.join(sorted(alone)))}]"] if alone else []
    parts += [f"{re.escape(first)}[{re.escape(rest)}]" for first, rest in seconds.items() if first not in alone]
    return f"(?={'|'.join(parts)})"


def _group(form: str, at: int, pieces: Mapping[str, set[str]]) -> tuple[set[str], int]:
    """The beginnings of the group whose content starts at ``at``, and the place after its end."""
    finished: set[str] = set()
    sequence = {""}
    while (at := _skipped(form, at, "|)") if min(map(len, sequence)) == _LENGTH else at) < len(form):
        token = _TOKEN.match(form, at)
        if token is None:
            raise ValueError(f"this part of a form of date is not understood: {form[at:]}")
        at = token.end()
        if token["close"]:
            break
        if token["bar"]:
            finished, sequence = finished | sequence, {""}
        elif token["look"]:
            # It takes no letter; without it more is looked at, but nothing is missed.
            at = _skipped(form, at, ")") + 1
        else:
            part, at = _group(form, at, pieces) if token["open"] else (_letters(token, pieces), at)
            part, at = _repeated(part, form, at)
            sequence = _joined(sequence, part)
    return finished | sequence, at


def _letters(token: re.Match[str], pieces: Mapping[str, set[str]]) -> set[str]:
    return pieces[token["piece"]] if token["piece"] else set(token["set"] or token["letter"])


def _skipped(form: str, at: int, marks: str) -> int:
    """The place of the next of ``marks`` that belongs to the group around ``at``; the end where there is none."""
    depth = 0
    for mark in _MARK.finditer(form, at):
        if not depth and mark[0] in marks:
            return mark.start()
        depth += {"(": 1, ")": -1}.get(mark[0], 0)
    return len(form)


def _repeated(part: set[str], form: str, at: int) -> tuple[set[str], int]:
    """The beginnings of a part with the repetition that is written at ``at``, and the place after that."""
    repetition = _REPETITION.match(form, at)
    if repetition is None:
        return part, at
    if _REPEATED.match(repetition[0]):
        part = part | _joined(part, part)
    if _OPTIONAL.match(repetition[0]):
        part = part | {""}
    return part, repetition.end()


def _joined(left: set[str], right: set[str]) -> set[str]:
    return {(first + second)[:_LENGTH] for first in left for second in right}
