"""No regular expression of the package takes more than linear time, whatever is repeated of its own characters.

A pattern is a call in C, whose steps cannot be counted as those of ``test_linear_time`` are: what counts is how the
time of the processor grows, where it is more than linear work could take.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from itertools import product
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

import factcli

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LENGTH = 6_000
_TIMES = 4
# Four times the text is 4 where the time is linear, and 16 where it grows with the square.
_MOST_GROWTH = 9
# A pattern that is linear takes a tenth of this for so short a text, one that is not three times as long.
_LEAST_SECONDS = 0.004
# Other work on the machine slows one measurement, not all of them.
_MEASUREMENTS = 4
_SAMPLES = {
    codes.CATEGORY_DIGIT: "1",
    codes.CATEGORY_SPACE: " \n",
    codes.CATEGORY_WORD: "a1",
    codes.CATEGORY_NOT_DIGIT: "a",
    codes.CATEGORY_NOT_SPACE: "a",
    codes.CATEGORY_NOT_WORD: " .",
}
# These modules need what is not installed everywhere.
_LEFT_OUT = ("__main__", ".spark")
_AT_A_PLACE = {"match", "fullmatch"}
# Handed to functions that match at a place, searched in a short window, or tried on the package's own tables.
_OTHERWISE = {"sentences._LAST_WORD", "latex._OPTION", "org._COMMENT", "org._CLOCK", "org._DRAWER", "beginnings._MARK"}


class NamedPattern(NamedTuple):
    """A pattern, where it is, and whether it is only tried at a place that is given."""

    pattern: re.Pattern[Any]
    place: str
    is_anchored: bool


def patterns() -> list[NamedPattern]:
    """Every pattern that a module of the package has under a name, alone or in a table."""
    found: dict[tuple[object, int], NamedPattern] = {}
    for info in pkgutil.walk_packages(factcli.__path__, "factcli."):
        if not info.name.endswith(_LEFT_OUT):
            module = importlib.import_module(info.name)
            source = Path(str(module.__file__)).read_text("utf-8")
            for name, value in list(vars(module).items()):
                is_anchored = _is_anchored(name, source) or f"{info.name}.{name}".endswith(tuple(_OTHERWISE))
                for pattern in _within(value):
                    place = NamedPattern(pattern, f"{info.name}.{name}", is_anchored)
                    found.setdefault((pattern.pattern, pattern.flags), place)
    return list(found.values())


def _is_anchored(name: str, source: str) -> bool:
    """Whether a module never searches with the pattern that has this name."""
    used = set(re.findall(rf"\b{name}\.(\w+)", source)) - {"pattern", "flags"}
    return bool(used) and used <= _AT_A_PLACE


def _within(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth < 4 and isinstance(value, (tuple, list, frozenset, dict)):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _within(item, depth + 1)


def characters(tree: Iterable[tuple[Any, Any]]) -> Iterator[str]:
    """The characters that a parsed pattern speaks of, one of each range and class."""
    for code, value in tree:
        if code in {codes.LITERAL, codes.NOT_LITERAL}:
            yield chr(value)
        elif code is codes.IN:
            yield from characters(value)
        elif code is codes.RANGE:
            yield chr(value[0])
        elif code is codes.CATEGORY:
            yield from _SAMPLES.get(value, "")
        elif code in {codes.ANY, codes.NEGATE}:
            yield from "a "
        else:
            for part in _parts(code, value):
                yield from characters(part)


def _parts(code: object, value: Any) -> list[Any]:  # noqa: ANN401 - as the parser of re has it
    """The patterns within one."""
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
        return [value[2]]
    if code is codes.SUBPATTERN:
        return [value[3]]
    if code is codes.ATOMIC_GROUP:
        return [value]
    if code is codes.BRANCH:
        return list(value[1])
    return [value[1]] if code in {codes.ASSERT, codes.ASSERT_NOT} else []


def fragments(pattern: re.Pattern[Any], most: int) -> list[str]:
    """What is repeated: characters of the pattern, those that are no letters first, and pairs of them."""
    flags = pattern.flags if isinstance(pattern.pattern, str) else pattern.flags & ~re.UNICODE
    known = sorted(dict.fromkeys(characters(parser.parse(pattern.pattern, flags))), key=str.isalpha)
    return [*known[:most], *map("".join, product(known[: most // 2], repeat=2))]


def seconds(work: Callable[[Any], object], text: Any) -> float:  # noqa: ANN401 - text or bytes
    began = time.process_time()
    work(text)
    return time.process_time() - began


def grows_too_fast(
    named: NamedPattern, fragment: str, *, length: int = _LENGTH, measurements: int = _MEASUREMENTS
) -> bool:
    """Whether a pattern takes far more than four times as long for four times a text, however often it is measured."""
    text: Any = (fragment * length)[:length]
    if isinstance(named.pattern.pattern, bytes):
        text = text.encode("utf-8", "surrogatepass")

    def work(text: Any) -> object:  # noqa: ANN401 - text or bytes
        return named.pattern.match(text) if named.is_anchored else sum(1 for _ in named.pattern.finditer(text))

    return all(
        (once := seconds(work, text)) > _LEAST_SECONDS and seconds(work, text * _TIMES) > _MOST_GROWTH * once
        for _ in range(measurements)
    )


@pytest.mark.parametrize("most", [4, pytest.param(12, marks=pytest.mark.slow)])
def test_four_times_the_text_is_about_four_times_the_time(most: int) -> None:
    found = patterns()

    slow = [
        (each.place, each_of)
        for each in found
        for each_of in fragments(each.pattern, most)
        if grows_too_fast(each, each_of)
    ]

    assert len(found) > 200
    assert slow == []


@pytest.mark.parametrize("written", [r"\d+x", r"(?:a|b)*?c", r"\w+est$"])
def test_a_pattern_that_is_not_linear_is_found(written: str) -> None:
    named = NamedPattern(re.compile(written), "here", is_anchored=False)

    assert any(grows_too_fast(named, each, length=4_000, measurements=1) for each in fragments(named.pattern, 4))
