"""The number of things announced beside the things listed: "their three aims: clean air and quiet streets"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import amount_of, unit_of
from factcli.check.alone.templates import AMOUNT, MARKS, matches
from factcli.check.reasons import Reason
from factcli.english.reckoning.things import LISTED_THINGS, NAMED_KIN
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

_ITEM = (
    r"(?:the |an? |its |his |her |their )?(?!and\b|or\b)[a-z'’-]{2,24}(?: (?!and\b|or\b|with\b|but\b"
    r"|including\b)[a-z'’-]{1,24}){0,2}"
)
_LISTED = late_pattern(
    rf"(?P<count>{AMOUNT})(?: (?!and\b|or\b)[a-z-]{{1,16}}+){{0,2}}: (?P<list>{_ITEM}(?:, {_ITEM}){{1,9}} "
    rf"and {_ITEM})(?=[.;]|$)"
)
# Where no colon opens the list, only names make it one: "two daughters, Ann, Beth and Carol".
_NAMED = late_pattern(
    rf"(?P<count>{AMOUNT})(?: [a-z-]{{1,16}}+){{0,2}}?(?:(?P<opens> \()| (?:are|were) |(?P<kin>, ))"
    rf"(?P<list>{_ITEM}(?:, {_ITEM}){{1,9}} and {_ITEM})"
    rf"(?=(?(opens)\)|(?:[.;]|$)))"
)
# Further on from the count only names are what it counts: "four towns are worth a night: Ulm, Graz and Linz".
_NAMED_BELOW = late_pattern(
    rf"(?P<count>{AMOUNT})(?: [a-z'’-]{{1,16}}+){{3,10}}: (?P<list>{_ITEM}(?:, {_ITEM}){{1,9}} and {_ITEM})(?=[.;]|$)"
)
# "Two men, Al Ott, 22, and Bo Unger, 31, were charged".
_WITH_AGES = late_pattern(
    rf"(?P<count>{AMOUNT})(?: (?!other\b|more\b)[a-z-]{{1,16}}+){{0,3}}?(?:, | [–—] |: )(?P<list>{_ITEM}, {AMOUNT}"
    rf"(?:, {_ITEM}, {AMOUNT}){{0,9}},? and {_ITEM}, {AMOUNT})(?=[,.;]| [–—]|$)"
)
_OPEN = late_pattern(r"\b(?:including|such as|among|at least|more than|first|of the|one of|for example|etc|others)\b")
# An item goes on in lines that are indented; blank lines may separate two items.
_ITEMS = late_pattern(
    r"[.:][ \t]*\n{1,3}(?P<items>(?:[ \t]{0,3}(?:\d{1,2}[.)]|[-*•]) [^\n]+(?:\n(?=[ \t]*\n?[ \t]{0,3}"
    r"(?:\d{1,2}[.)]|[-*•]) )(?:[ \t]*\n)?|\n|$)"
    r"(?:[ \t]{2,}[^\n]+\n?)*){2,30})"
)
_MARKER = late_pattern(r"^[ \t]{0,3}(?P<mark>\d{1,2}[.)]|[-*•]) ", re.MULTILINE)
_FEWEST = 2
_MOST = 12


def find_wrong_list_counts(reading: Reading) -> Iterator[Disagreement]:
    """The announced numbers that are not those of the things listed."""
    for template in reading.templates:
        if AMOUNT in template and " and " in template:
            if ": " in template:
                yield from _in_sentence(template)
            if ", " in template:
                yield from _of_names(template, reading.text)
                yield from _with_ages(template, reading.text)
    yield from _before_lists(reading)


def _in_sentence(template: Template) -> Iterator[Disagreement]:
    for match in matches(_LISTED, template):
        count = template.group(match, "count")
        items = match["list"].count(",") + 2
        is_sure = not (_OPEN.search(match[0]) or MARKS.search(match["list"]) or _is_paired(match["list"]))
        if is_sure and _is_small(count) and amount_of(count) != items:
            other = template.text_span(*match.span("list"))
            yield Disagreement(Reason.WRONG_LIST_COUNT, count.span, other, f"{items} are listed")


def _of_names(template: Template, text: str) -> Iterator[Disagreement]:
    for match in (*matches(_NAMED, template), *matches(_NAMED_BELOW, template)):
        count, items = template.group(match, "count"), match["list"].count(",") + 2
        other = template.text_span(*match.span("list"))
        listed = re.split(", | and ", text[other.start : other.end])
        is_of_names = all(item.removeprefix("the ")[:1].isupper() for item in listed) and (
            not match.groupdict().get("kin") or unit_of(count) in NAMED_KIN
        )
        if (
            is_of_names
            and _is_small(count)
            and not _OPEN.search(match[0])
            and not _is_paired(match["list"])
            and amount_of(count) != items
        ):
            yield Disagreement(Reason.WRONG_LIST_COUNT, count.span, other, f"{items} are listed")


def _with_ages(template: Template, text: str) -> Iterator[Disagreement]:
    for match in matches(_WITH_AGES, template):
        count, ages = template.group(match, "count"), template.between(*match.span("list"))
        other = template.text_span(*match.span("list"))
        names = re.split(r", \d+,? (?:and )?", text[other.start : other.end])[: len(ages)]
        is_of_people = all(unit_of(age) in {None, "year"} for age in ages) and all(name[:1].isupper() for name in names)
        if is_of_people and _is_small(count) and not _OPEN.search(match[0]) and amount_of(count) != len(ages):
            yield Disagreement(Reason.WRONG_LIST_COUNT, count.span, other, f"{len(ages)} are listed")


def _is_paired(items: str) -> bool:
    """Whether a comma before "and", or more than one "and", leaves open how many items there are."""
    return items.count(" and ") != 1 or ", and " in items


def _is_small(count: Mention) -> bool:
    amount, unit = amount_of(count), unit_of(count)
    return amount is not None and unit is not None and _FEWEST <= amount <= _MOST


def _before_lists(reading: Reading) -> Iterator[Disagreement]:
    """Find such as “Do it in four steps.” before a list of three."""
    text = reading.text
    for count in reading.figures:
        if unit_of(count) not in LISTED_THINGS or not _is_small(count):
            continue
        match = _ITEMS.match(text, count.span.end)
        marks = [found["mark"][-1] for found in _MARKER.finditer(match["items"])] if match else []
        if match and len(set(marks)) == 1 and amount_of(count) != len(marks) and not _OPEN.search(_lead(text, count)):
            yield Disagreement(
                Reason.WRONG_LIST_COUNT, count.span, Span(*match.span("items")), f"{len(marks)} are listed"
            )


def _lead(text: str, count: Mention) -> str:
    """The line before the count."""
    return text[text.rfind("\n", 0, count.span.start) + 1 : count.span.start].lower()
