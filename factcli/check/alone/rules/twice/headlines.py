"""The headline beside the text: "Bridge repair to cost £4m", and "The work will cost £14m" below it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.check.alone.disagreements import Disagreement
from factcli.check.alone.intervals import unit_of, written
from factcli.check.alone.same_figures import OTHER_FIGURE, is_derived, says_same
from factcli.check.alone.slips import is_slip, is_strong_slip
from factcli.check.alone.templates import AMOUNT, PERCENT, matches
from factcli.check.reasons import Reason
from factcli.english.events import FATES, SAME_FIGURES
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.stemming import meaning
from factcli.mentions.patterns import late_pattern
from factcli.model.facts import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.check.alone.reading import Reading
    from factcli.check.alone.templates import Template
    from factcli.model.facts import Mention

_WORD = late_pattern(r"[a-z]{2,24}+")
_FIGURE = late_pattern(f"[{AMOUNT}{PERCENT}]")
_LEAD_SENTENCES = 3
_SCORE = late_pattern(r"(?<![\d–-])(?P<one>\d{1,3})[-–](?P<other>\d{1,3})(?![\d–-])")
_WON = late_pattern(
    r"\b(?:win|wins|won|beat|beats|beaten|defeat|defeats|defeated|lose|loses|lost|draw|draws|drew|thrash"
    r"|thrashed|edge|edged"
    r"|victory|defeat|triumph|triumphed|held)\b",
    re.IGNORECASE,
)
_LAST_YEAR = late_pattern(r"\b(?:last|previous|earlier|down|leg|half[- ]time|aggregate|had)\b", re.IGNORECASE)
_CASUALTIES = late_pattern(
    rf"(?P<count>{AMOUNT}) (?:(?:people|men|women|others|passengers) )?"
    rf"(?:(?:were|was|are|have been|had been|has been|left|is) )?(?P<fate>{'|'.join(FATES)})\b"
    rf"|\b(?P<fate2>{'|'.join(FATES)}) (?P<count2>{AMOUNT})"
)
_SAME = {(frozenset(nouns.split()), meaning(verb)) for nouns, verbs in SAME_FIGURES for verb in verbs.split()}


def find_other_figures_in_headlines(reading: Reading) -> Iterator[Disagreement]:
    """The figures of a headline that the text gives in another way."""
    if reading.headline is not None:
        yield from _headline_figures(reading)
        yield from _headline_scores(reading)
        yield from _headline_casualties(reading)


def _headline_figures(reading: Reading) -> Iterator[Disagreement]:
    headline = reading.headline
    assert headline is not None  # noqa: S101 - the caller has looked
    in_it = [each for each in reading.templates if each.span.start < headline.end]
    rest = [each for each in reading.templates if each.span.start >= headline.end]
    lead_end = _lead_end(reading, headline.end)
    body = [each for each in rest if each.span.start < lead_end]
    for template in in_it:
        for match in _FIGURE.finditer(template.words):
            yield from _other_in_body(template, match.start(), body, rest)


def _lead_end(reading: Reading, after: int) -> int:
    lead = [sentence for sentence in reading.sentences if sentence.start >= after][:_LEAD_SENTENCES]
    return lead[-1].end if lead else after


def _other_in_body(
    headline: Template, place: int, body: list[Template], rest: list[Template]
) -> Iterator[Disagreement]:
    mention = headline.mention(place)
    if written(mention) is None or not _is_measured(mention) or OTHER_FIGURE.search(headline.words):
        return
    if any(says_same(mention, other) for template in rest for other in template.mentions) or is_derived(mention, rest):
        return
    found = [
        (template, match.start()) for template in body for match in _FIGURE.finditer(template.words)
        if _measures_alike(headline, place, template, match.start())
    ]  # fmt: skip
    if len(found) != 1:
        return
    template, at = found[0]
    other = template.mention(at)
    if written(other) is not None and not OTHER_FIGURE.search(_near(template, at)) and is_slip(mention, other):
        yield Disagreement(Reason.INCONSISTENT_FIGURE, mention.span, other.span, f"{other.surface} in the text")


def _near(template: Template, place: int) -> str:
    return template.words[max(0, place - 30) : place + 30]


def _is_measured(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Quantity) and (value.dimension == "money" or unit_of(mention) is not None)


def _measures_alike(headline: Template, here: int, template: Template, there: int) -> bool:
    """Whether both have the same unit, and the same word says what is measured, or they look alike beyond chance."""
    one, other = headline.mention(here), template.mention(there)
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity) or one.value.per != other.value.per:
        return False
    if one.modifiers != other.modifiers:
        return False
    nouns = frozenset({unit_of(one), unit_of(other)})
    is_governed_alike = _governor(headline, here) == _governor(template, there) != ""
    if one.value.dimension in {"money", "percent"}:
        return len(nouns) == 1 and (is_governed_alike or is_strong_slip(one, other))
    if one.value.dimension != "count":
        return False
    return (len(nouns) == 1 and (is_governed_alike or is_strong_slip(one, other))) or (
        nouns,
        _governor(template, there),
    ) in _SAME


def _governor(template: Template, place: int) -> str:
    """The stem of the last word before a figure that is not a function word; "" where there is none near."""
    words = [word for word in _WORD.findall(template.words[max(0, place - 30) : place]) if word not in FUNCTION_WORDS]
    return meaning(words[-1]) or "" if words else ""


def _headline_scores(reading: Reading) -> Iterator[Disagreement]:
    headline = reading.headline
    assert headline is not None  # noqa: S101 - the caller has looked
    said = _SCORE.search(reading.text, *headline)
    if not said or not _WON.search(reading.text, *headline):
        return
    body = list(_SCORE.finditer(reading.text, headline.end, reading.span.end))
    if any({match["one"], match["other"]} == {said["one"], said["other"]} for match in body):
        return
    lead = [match for match in body if match.end() <= _lead_end(reading, headline.end)]
    if len(lead) == 1:
        sentence = reading.sentence_at(lead[0].start())
        if sentence and _WON.search(reading.text, *sentence) and not _LAST_YEAR.search(reading.text, *sentence):
            yield Disagreement(
                Reason.INCONSISTENT_FIGURE, Span(*said.span()), Span(*lead[0].span()), f"{lead[0][0]} in the text"
            )


def _headline_casualties(reading: Reading) -> Iterator[Disagreement]:
    """Find such as “Three hurt in crash”, and ”Four people were hurt” in the text."""
    headline = reading.headline
    assert headline is not None  # noqa: S101 - the caller has looked
    rest = [each for each in reading.templates if each.span.start >= headline.end]
    lead_end = _lead_end(reading, headline.end)
    for template in reading.templates:
        if template.span.start >= headline.end or OTHER_FIGURE.search(template.words):
            continue
        for said, fate in _casualties(template):
            lead = [each for each in rest if each.span.start < lead_end]
            counted = [(each, count) for each in lead for count, other in _casualties(each) if other == fate]
            is_told = any(says_same(said, other) for each in rest for other in each.mentions) or is_derived(said, rest)
            if len(counted) == 1 and not is_told and not OTHER_FIGURE.search(counted[0][0].words):
                yield Disagreement(
                    Reason.INCONSISTENT_FIGURE, said.span, counted[0][1].span, f"{counted[0][1].surface} in the text"
                )


def _casualties(template: Template) -> list[tuple[Mention, str]]:
    """The exact counts of people in a sentence, each with what befell them."""
    found = []
    for match in matches(_CASUALTIES, template):
        suffix = "2" if match["fate2"] else ""
        count = template.group(match, f"count{suffix}")
        if written(count) is not None and unit_of(count) in {None, "person", "man", "woman", "passenger", *FATES}:
            found.append((count, FATES[match[f"fate{suffix}"]]))
    return found
