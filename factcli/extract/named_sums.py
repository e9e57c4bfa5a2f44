"""What a sum or a share is called: "revenue", "sales change", "renovation project", "price" of what was sold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.calendar import CALENDAR_NAMES, TIME_UNITS
from factcli.english.function_words import ADVERBS
from factcli.english.measuring.clause_words import RELATIVE
from factcli.english.measuring.measure_verbs import IRREGULAR_PASTS, is_verb
from factcli.english.measuring.saying_whose import (
    BEFORE_FIGURES,
    EACH_SHARE,
    NO_MEASURES,
    PLAIN_VERBS,
    SCALES_OF_SUMS,
    SUMS_OF_DEEDS,
    TRADED,
)
from factcli.english.naming.happenings import POLLS
from factcli.english.nouns import singular
from factcli.english.number_names import CARDINAL_NAMES
from factcli.extract.head_nouns import after_compounds, is_noun, noun_at, noun_right
from factcli.extract.risen_or_fallen import change_of, noun_of_change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.measuring.named_measures import FoundMeasure
    from factcli.english.stemming import Word
    from factcli.model.facts import Quantity

_NEAR = 4
_REACH, _LONGEST_DEED = 10, 16
_PARTING = frozenset({"and", "but"})
_PLAIN_FAMILIES = frozenset({"accounts", "economy", "rates"})
_HEDGES = ADVERBS | BEFORE_FIGURES
_FAR = 14
_SHARES = frozenset({"shares", "stock"})
_TRADES = frozenset({"price", "buyback"})
_EACH = (["a"], ["per"], ["each"], ["every"])
_AT_A_PRICE = frozenset({"for", "at"})
# "£3m in cash" says how it is paid, not what it is.
_NO_PURPOSES = CALENDAR_NAMES | {*CARDINAL_NAMES, "cash", "total", "all"}


def measure_of_sum(value: Quantity, words: Sequence[Word], first: int, after: int) -> str | None:
    """What the sum or share of ``words[first:after]`` is called; None where its sentence does not say it plainly."""
    is_sum = value.dimension == "money"
    told = (_of_a_share(words, first, after) or _of_infinitive(words, first)) if is_sum else ""
    if told:
        return told
    change = change_of(words, first, after, is_sum=is_sum)
    if change and not change.is_level:
        return change.measure
    beside = _right_beside(words, first, after, is_sum=is_sum)
    named = _with_its_noun(_named(value, words, first, after), words, first)
    if change and is_sum and not _SHARES.isdisjoint(change.what.split()):
        return "share price"  # "shares rose 9.4% to 187p"
    level = change.measure if change else ""
    is_told_by_level = named and level and (named not in level or level.endswith(f" {named}"))
    return beside or (level if is_told_by_level else named or level or None)


def _with_its_noun(named: str | None, words: Sequence[Word], first: int) -> str | None:
    """The measure, or the noun that a sum is one of where that is another: "a loss of £3m on revenue of £31m"."""
    noun = noun_at(words, first - 2) if first > 1 and words[first - 1].text == "of" else ""
    return noun if named and noun and noun.rpartition(" ")[2] not in named else named


def _of_infinitive(words: Sequence[Word], first: int) -> str:
    """What is to be done with a sum: "repayment" of "was ordered to repay £3m"."""
    is_to_be_done = first > 1 and words[first - 2].text == "to"
    return SUMS_OF_DEEDS.get(words[first - 1].text, "") if is_to_be_done else ""


def _of_a_share(words: Sequence[Word], first: int, after: int) -> str:
    """What each share earns or costs: "earnings per share" of "earnings per diluted share of $1.87"."""
    at = next((at for at in range(max(first - _FAR, 0), first - 1) if _is_per_share(words, at)), None)
    if at and words[at - 1].text not in SCALES_OF_SUMS:
        return f"{words[at - 1].text} per share" if is_noun(words[at - 1]) else ""
    told = [word.text for word in words[max(first - _FAR, 0) : first]]
    if _is_per_share(words, after):
        return next((name for word, name in EACH_SHARE.items() if word in told), "")
    is_price = told[-1:] == ["at"] and not TRADED.isdisjoint(told[-_REACH:]) and not _SHARES.isdisjoint(told)
    return "share price" if is_price else ""


def _is_per_share(words: Sequence[Word], at: int) -> bool:
    """Whether "per share", "a share" or "per diluted share" stands at a place."""
    near = [word.text for word in words[at : at + _NEAR - 1]]
    return near[:1] in (["per"], ["a"]) and "share" in near[1:]


def deed_with_sum(words: Sequence[Word], first: int) -> str:
    """What a sum is called by the verb before it: "award" of "was awarded £5m"; empty where none says it."""
    for at in range(first - 1, max(first - _LONGEST_DEED, -1), -1):
        word = words[at]
        if word.text in SUMS_OF_DEEDS:
            return SUMS_OF_DEEDS[word.text]
        if is_verb(word.text) or word.text in _PARTING or (word.is_mark and word.text not in "£$€'’"):
            return ""
    return ""


def _right_beside(words: Sequence[Word], first: int, after: int, *, is_sum: bool) -> str:
    """What the words beside a figure make it: "a contract worth almost £3m", "a £3m loan", "a 26% fall in sales"."""
    before = first - 1
    while before > 0 and (words[before].text in _HEDGES or words[before].text in "£$€"):
        before -= 1
    if before > 0 and words[before].text == "worth" and is_noun(words[before - 1]):
        return words[before - 1].text
    if not is_sum:
        return noun_of_change(words, after)
    deed = deed_with_sum(words, before) if before > 0 and words[before].text in _AT_A_PRICE else ""
    if deed in _TRADES:
        return deed
    begin = after_compounds(words, _after_rate(words, _after_bracket(words, after)))
    is_in = begin + 1 < len(words) and words[begin].text == "in" and words[begin + 1].text not in _NO_PURPOSES
    begin += is_in
    return noun_right(words, begin) if begin < len(words) and is_noun(words[begin]) else ""


def _after_rate(words: Sequence[Word], at: int) -> int:
    """Where words end that say how often a sum is paid: "£5m a year in bonuses"."""
    texts = [word.text for word in words[at : at + 2]]
    return at + 2 if texts[:1] in _EACH and texts[1:] != [] and texts[1] in TIME_UNITS else at


def _after_bracket(words: Sequence[Word], at: int) -> int:
    """Where brackets end that begin at a place: "£25m (about $30m) project"."""
    if at >= len(words) or words[at].text != "(":
        return at
    return next((end + 1 for end in range(at, min(at + _REACH, len(words))) if words[end].text == ")"), at)


def _named(value: Quantity, words: Sequence[Word], first: int, after: int) -> str | None:
    """The measure of the table that the sentence names nearest to a figure, in its own words."""
    # The table takes longer to read than a short text.
    from factcli.english.measuring.named_measures import measures_in

    ends = (at for at in range(after, len(words)) if words[at].is_mark or words[at].text in _PARTING)
    parted = next(ends, len(words))
    opened = next((at for at in range(first - 1, -1, -1) if words[at].text == ";"), 0)
    fitting = [
        each for each in measures_in(words)
        if opened <= each.begin < parted and value.dimension in each.row.dimensions and _says_what(each, words)
        and not _is_told_aside(words, each.begin, first) and not words[each.begin].is_in_name
    ]  # fmt: skip
    near = [(max(first - each.end, each.begin - after, 0), not each.is_noun, each.begin, each) for each in fitting]
    away, is_verb_there, _, best = min(near, key=lambda known: known[:3], default=(_REACH + 1, True, 0, None))
    is_far_after = best is not None and best.begin - after > _NEAR
    if best is None or is_far_after or away > (_NEAR if is_verb_there else _REACH):
        return None
    printed = " ".join(word.text for word in words[best.begin : best.end]).replace(" - ", "-")
    is_past = is_verb_there and (" " in printed or printed.endswith("ed") or printed in IRREGULAR_PASTS - {"cost"})
    return SUMS_OF_DEEDS.get(printed.partition(" ")[0]) or (best.row.name.replace("_", " ") if is_past else printed)


def _is_told_aside(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether a word stands in a clause that ends before a figure: "stock, which was sold in an offer, is at $14"."""
    comma = next((each for each in range(at, max(at - _REACH, 0), -1) if words[each].text == ","), None)
    is_relative = comma is not None and words[comma + 1].text in RELATIVE
    return is_relative and any(word.text == "," for word in words[at:first])


def _says_what(named: FoundMeasure, words: Sequence[Word]) -> bool:
    """Whether the words of a measure say what a figure is of, as "so far" and "this month" do not."""
    is_single = named.end - named.begin == 1
    is_poll = is_single and singular(words[named.begin].text) in POLLS
    return not (is_poll or (is_single and words[named.begin].text in NO_MEASURES)) and (
        named.is_noun or _is_plain(named, words)
    )


def _is_plain(named: FoundMeasure, words: Sequence[Word]) -> bool:
    """Whether the words of a verb say no more than they do everywhere: not "raised", which is not only of capital."""
    is_phrase = named.end - named.begin > 1 and named.row.family in _PLAIN_FAMILIES
    return is_phrase or words[named.begin].text in PLAIN_VERBS
