"""Digits that are not figures: versions, identifiers, clock times, telephone and list numbers, page numbers, names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli import units
from factcli.english.calendar import TIME_ZONES
from factcli.english.function_words import STOP_WORDS
from factcli.english.labels import (
    AFTER_MODEL_VERBS,
    BEFORE_NUMBERED,
    CODES,
    DECIMAL_STATISTICS,
    DIALLED,
    GUNS,
    INDICES,
    KIND_LABELS,
    LABELS,
    MODEL_VERBS,
    MOVED_BY,
    NAMED_BY_NUMBER,
    NAMED_GROUPS,
    NO_CODE_HEADS,
    NO_KINDS_AFTER,
    NO_LABELS,
    NO_LABELS_AT_FIRST,
    NUMBERED,
    NUMBERED_AT_FIRST,
    RANK_LABELS,
    REFERENCE_LABELS,
    SINGULAR_VERBS,
    STATISTICS,
)
from factcli.english.nouns import ACRONYMS, is_plural
from factcli.english.numbers import ARTICLES, NUMBER_WORDS
from factcli.mentions.amounts.money import is_currency, is_letter_of_money, numbers_a_meeting
from factcli.mentions.amounts.numerals import starts_decimal
from factcli.mentions.amounts.pairs.scores import is_result
from factcli.mentions.amounts.quantities import is_side
from factcli.mentions.amounts.references import end_of_references, end_of_subsections, reference_end
from factcli.mentions.patterns import late_pattern
from factcli.mentions.ranks import is_rank

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

_ZONES = "|".join(sorted(TIME_ZONES))
_NO_FIGURE = late_pattern(
    rf"""
      [0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?![0-9]|,[0-9]{{3}})(?:\s?[ap]\.?m\b\.?)?          # 10:30, 10:30:15 pm
    | [0-9]{{1,2}}(?:\.[0-9]{{2}})?\s?[ap]\.?m\b\.?                                 # 5pm, 5.30 p.m.
    | [0-9]{{1,2}}[.:][0-9]{{2}}\s(?:{_ZONES})\b                                          # 21.42 EDT
    | [0-9]{{4}}(?:(?:\s?[-–]\s?|\s(?:to|and|until)\s)[0-9]{{4}})?\s(?:hours\s)?
        (?:(?:{_ZONES})\b|(?:local|eastern|central|pacific|mountain)\stime\b)                  # 0930 GMT
    | [0-9]{{1,2}}\s?(?:noon|midnight|o['’]clock)\b                               # 12 noon
    | [0-9]{{1,5}}[a-z]?\s(?:(?-i:[A-Z])[a-z]{{1,20}}\s){{1,3}}(?:street|road|avenue|lane|boulevard|drive|square)\b
    | [0-9]{{1,6}}(?:[-‐‑][0-9]{{1,6}}){{2,5}}+(?![0-9])                              # 555-123-4567, 4-4-2
    | [0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}(?![0-9/])                                              # 13/13/2021
    | [0-9]{{1,4}}(?:\.[0-9]{{1,4}}){{3,7}}+                                          # 192.168.1.2
    | [0-9]{{1,3}}(?:\.[0-9]{{1,2}}){{2}}+(?![0-9])                                   # 1.1.3
    | [0-9]{{3}}\)\s?[0-9]{{3}}[-‐‑.\s][0-9]{{4}}(?![0-9])                                # (555) 123-4567
    | 401\(?k\)? | (?-i:50\sCent)\b
    | [0-9]{{1,3}}m\s[0-5]?[0-9](?:\.[0-9]{{1,4}})?s\b                                    # 2m 14s, if it is not a time
    | 24/7\b | 9/11\b | 7/7\b | 9-to-5\b
    | [0-9]{{3}}-0[0-9]{{3}}(?![0-9])                                                            # 555-0134
    | 0[0-9]{{2,5}}(?:[ -][0-9]{{2,8}}){{1,4}}+(?![0-9%]|[.,:][0-9])                           # 0845 90 90 90
    | (?:480|720|1080|1440|2160)p\s(?:videos?|hd|resolution|screens?|footage|streams?|streaming|displays?|at)\b
    | (?<=\bin\s)1080p\b
    | (?=[0-2][0-9][0-5][0-9]\sh)                                                             # at 1400 hours
        (?:(?<=\b[aboufn][tymr]\s)|(?<=\bsince\s)|(?<=\btill\s)|(?<=\buntil\s)|(?<=\bbefore\s)|(?<=\baround\s))
        [0-9]{{4}}\s(?:hours|hrs)\b(?!\sof)
    | 7(?<=\ba\s7)[0-8]7(?![0-9%]|[.,-][0-9]|\s(?:per|million|billion)\b)                     # a 747
    | 7(?<=\bthe\s7)[0-8]7\s(?:is|was|has|had|will|would|can|took|takes|landed|carried|carries|flew|flies|crashed)\b
    | 7[0-8]7(?:[-‐‑][1-9]00|(?-i:\sM(?:AX|ax))\b|s\b)                                         # 737-800, the 747s
    | 10\.[0-9]{{4,6}}/\S                                                                     # a DOI
    | 0[0-9]{{1,20}}(?![0-9.,:])                                                  # 007
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PHONE = late_pattern(r"[0-9]{1,4}(?:\s?\(0\))?(?:[ .()-]{1,2}[0-9]{2,5}){2,5}+|[0-9]{3}-[0-9]{4}(?![0-9-])")
# Signs that join digits to a code, and those that join more digits to digits.
_JOINTS = frozenset("-−‐‑/_.@\\+~=^")
_WORD_CHARACTERS = _JOINTS | {","}

_RANKING = RANK_LABELS | {"no", "nos"}
_LONGEST_RANK = 3
_EMERGENCY = 3
_STATING = frozenset({"is", "was", ":"})
_APOSTROPHES = frozenset({"'", "’", "‘"})


def end_of_unread(tokens: Tokens, index: int, floor: int) -> int | None:
    """The index after digits at ``index`` that are not a figure; None if they may be one."""
    if _continues_word(tokens, index, floor):
        return end_of_run(tokens, index)
    if starts_decimal(tokens, index - 1, floor):
        return index + 1 if tokens.words[index + 1] in GUNS else None
    match = _NO_FIGURE.match(tokens.text, tokens.starts[index])
    is_international = tokens.words[index - 1] == "+" and (tokens.glued(index) or tokens.words[index - 2] in DIALLED)
    if match is None and (is_international or tokens.words[index - 1] in DIALLED):
        match = _PHONE.match(tokens.text, tokens.starts[index])
    if match is not None and not match[0][-1:].isspace():
        return _index_at(tokens, index, match.end())
    reference = reference_end(tokens, index)
    if reference is not None:
        return _index_at(tokens, index, reference)
    return index + 1 if _numbers_a_line(tokens, index) or _is_footnote(tokens, index) else None


def end_of_name(tokens: Tokens, index: int) -> int:
    """The index after the number of something at ``index``, with its subsections and the numbers listed after it."""
    return end_of_references(tokens, index, end_of_subsections(tokens, end_of_run(tokens, index)))


def end_of_run(tokens: Tokens, index: int) -> int:
    """The index after the tokens that are glued to the one at ``index`` and belong to one code with it."""
    after = index + 1
    while after < tokens.count and tokens.glued(after):
        word = tokens.words[after]
        if not word[:1].isalnum() and not (word in _WORD_CHARACTERS and _joins(tokens, after)):
            break
        after += 1
    return after


def is_name(tokens: Tokens, index: int, floor: int, *, bare: bool) -> bool:
    """Whether the number that starts at ``index`` is part of a name: "page 12", "Boeing 737", "Route 66".

    ``bare`` says that it has no unit; with one, only a label with a capital letter makes it a name.
    """
    before = index - 1
    if before < floor or _starts_line(tokens, index):
        return False
    if tokens.words[before] in REFERENCE_LABELS or (not bare and _is_model(tokens, index)):
        return True
    if bare and is_result(tokens, index):
        return False
    return _is_labelled(tokens, index, floor, bare=bare)


def _is_labelled(tokens: Tokens, index: int, floor: int, *, bare: bool) -> bool:
    """Whether the word before a number is a label of it, or a name that it ends."""
    before = index - 1
    if _is_numbered(tokens, before):
        return bare or tokens.words[before] in KIND_LABELS or tokens.is_capitalised(before)
    if tokens.words[before] in {".", "#"} and tokens.words[before - 1] in LABELS and tokens.glued(before):
        is_always = tokens.words[before - 1] in REFERENCE_LABELS or _is_numero(tokens, before - 1)
        return not _is_rank(tokens, before - 1, floor) and (bare or is_always)
    word = tokens.words[before]
    if not word.isalpha() or word in RANK_LABELS:
        return word in {"#", "§", "number"} and not _is_rank(tokens, before, floor)
    if word in LABELS:
        is_proper = _has_capital(tokens, before) and _may_label(tokens, before)
        return not _is_rank(tokens, before, floor) and (bare or is_proper or _ends_in_letter(tokens, index))
    if not bare or word in NO_LABELS or word in NUMBER_WORDS or _is_statistic(tokens, index):
        return False
    return _ends_name(tokens, index) or (len(tokens.words[index]) == _EMERGENCY and word in DIALLED)  # "call 911"


def _is_bill(tokens: Tokens, stop: int) -> bool:
    """Whether the initial of a house of lawmakers ends at ``stop``, before the number of its bill: "S. 1260"."""
    letter = stop - 1
    is_initial = tokens.words[stop] == "." and tokens.glued(stop) and tokens.surface(letter, stop) == "S"
    return is_initial and not (tokens.words[letter - 1] == "." and tokens.glued(letter))


def _ends_name(tokens: Tokens, index: int) -> bool:
    """Whether a bare number comes after a name: "Boeing 737", and at the beginning of a sentence "Forever 21 is"."""
    is_one_thing = tokens.words[index + 1] in SINGULAR_VERBS and tokens.words[index] != "1"
    return _has_capital(tokens, index - 1) and (is_one_thing or not starts_sentence(tokens, index - 1))


def _is_model(tokens: Tokens, index: int) -> bool:
    """Whether a name and the number at ``index`` are those of a thing: "an RTX 4090 card", "the Pixel 8 starts at"."""
    before, word = index - 1, tokens.surface(index - 1, index)
    is_short = len(word) > 1 and word.isalpha() and word.isupper() and word.lower() not in ACRONYMS
    if is_short and tokens.words[before - 1] in ARTICLES:
        return not is_currency(tokens, before)
    is_owned = _has_capital(tokens, before) and tokens.words[before - 1] in {"the", "its", "s"} and not is_plural(word)
    return is_owned and tokens.words[index + 1] in MODEL_VERBS and tokens.words[index + 2] in AFTER_MODEL_VERBS


def _has_capital(tokens: Tokens, index: int) -> bool:
    """Whether a capital letter is in the word, at its beginning or not: "Pixel", "iPhone", "macOS"."""
    return tokens.surface(index, index + 1) != tokens.words[index]


def _may_label(tokens: Tokens, label: int) -> bool:
    """Whether a label with a capital letter is one, whatever follows its number: "Flight 370 passengers".

    A stock index may have moved by the number instead: "the Nasdaq 1.6%".
    """
    word = tokens.words[label]
    if word in INDICES and tokens.words[label + 2] in MOVED_BY:
        return False
    return word not in NO_LABELS_AT_FIRST or not starts_sentence(tokens, label)


def _ends_in_letter(tokens: Tokens, index: int) -> bool:
    """Whether one capital is glued to a number after a capitalised label: "Seat 14C", "Route 9W"."""
    letter = tokens.words[index + 1]
    has_letter = len(letter) == 1 and tokens.glued(index + 1) and tokens.is_capitalised(index + 1)
    return has_letter and tokens.is_capitalised(index - 1)


def _is_numbered(tokens: Tokens, before: int) -> bool:
    """Whether what is known by its number is at ``before``: "phase 3", "on day 5", "gas mark 6", "the PIN is"."""
    word, further = tokens.words[before], tokens.words[before - 1]
    is_oven = word == "mark" and further == "gas"
    if is_oven or (word in _STATING and further in CODES) or _is_bill(tokens, before):
        return True
    if word in NUMBERED and tokens.is_capitalised(before) and further not in NO_KINDS_AFTER:
        return word in NUMBERED_AT_FIRST or not starts_sentence(tokens, before)
    if word in KIND_LABELS:
        return further not in NO_KINDS_AFTER
    if word == "of":
        return further in NAMED_GROUPS and tokens.is_capitalised(before - 1) and not tokens.is_capitalised(before)
    return word in NUMBERED and further in BEFORE_NUMBERED


def is_named_by_number(tokens: Tokens, index: int) -> bool:
    """Whether the number word at ``index`` ends a name: "the Big Ten", "the Gang of Four"."""
    if not tokens.is_capitalised(index):
        return False
    before = tokens.words[index - 1]
    named = before in NAMED_BY_NUMBER and tokens.is_capitalised(index - 1)
    return named or (before == "of" and _is_numbered(tokens, index - 1))


def ends_title(tokens: Tokens, first: int, after: int) -> bool:
    """Whether a capitalised number in words ends a name after its owner: "Ocean's Eleven", not "Kent's Two swans"."""
    owner = first - 3
    is_owned = (
        tokens.words[first - 1] == "s" and tokens.words[first - 2] in _APOSTROPHES and tokens.is_capitalised(owner)
    )
    return is_owned and (not tokens.words[after].isalpha() or tokens.words[after] in STOP_WORDS)


def _is_statistic(tokens: Tokens, index: int) -> bool:
    """Whether the abbreviation before ``index`` has the number as its value: "SD 1.2", "AUC 0.94"."""
    word = tokens.words[index - 1]
    if word in STATISTICS:
        return True
    has_decimals = tokens.words[index + 1] == "." and tokens.words[index + 2].isdigit()
    is_share = tokens.words[index] == "0" and 2 <= len(word) <= 5 and tokens.surface(index - 1, index).isupper()  # noqa: PLR2004
    return has_decimals and (is_share or word in DECIMAL_STATISTICS)


def _is_rank(tokens: Tokens, label: int, floor: int) -> bool:
    return tokens.words[label] in _RANKING and is_rank(tokens, label, floor)


def _is_numero(tokens: Tokens, label: int) -> bool:
    """Whether "No." is short for number, so that the noun after its number is not counted: "the No. 1 reason"."""
    return tokens.surface(label, label + 1) == "No" and not starts_sentence(tokens, label)


def starts_sentence(tokens: Tokens, index: int) -> bool:
    """Whether the token at ``index`` is the first of a sentence, where a capital letter says nothing."""
    before = tokens.words[index - 1]
    if (
        before == "."
        and len(tokens.words[index - 2]) == 1
        and tokens.words[index - 3] == "."
        and tokens.glued(index - 2)
    ):
        return False  # "the U.S. Billboard 200"
    return index == 0 or before in {".", "!", "?", ":", "“", '"', "•"} or _starts_line(tokens, index)


def _starts_line(tokens: Tokens, index: int) -> bool:
    return index == 0 or "\n" in tokens.text[tokens.ends[index - 1] : tokens.starts[index]]


def _joins(tokens: Tokens, index: int) -> bool:
    """Whether the sign at ``index`` has a word glued after it; after a comma, digits."""
    behind = tokens.words[index + 1]
    return tokens.glued(index + 1) and (behind.isdigit() if tokens.words[index] == "," else behind[:1].isalnum())


def _continues_word(tokens: Tokens, index: int, floor: int) -> bool:
    """Whether the digits go on with a word ("MH370", "SU-30", "file_2", "v.2"), which no currency does."""
    if not tokens.glued(index):
        return False
    before = tokens.words[index - 1]
    if before.isalpha():
        return not _may_precede(tokens, index)
    if before in _APOSTROPHES:
        return not tokens.glued(index - 1)
    if before in {"_", "\\", "#"}:
        ranks = before == "#" and index - 1 > floor and is_rank(tokens, index - 1, floor)
        return not ranks or len(tokens.words[index]) > _LONGEST_RANK
    if before == "=" or (before == "/" and _ends_amount(tokens, index - 2)):
        return False  # "n=34", "5 kg/11 lb"
    joined = before in _JOINTS and tokens.glued(index - 1) and index - 1 >= floor
    return joined and _is_head_of_code(tokens, index - 2, joint=before)


def _may_precede(tokens: Tokens, index: int) -> bool:
    """Whether the letters glued before a figure are a currency, or join two sides: "US5m", "12x18 inches"."""
    if tokens.words[index - 1] == "x" and tokens.words[index - 2].isdigit():
        return is_side(tokens, index)
    is_money = is_currency(tokens, index - 1) and not numbers_a_meeting(tokens, index)
    return is_money or is_letter_of_money(tokens, index - 1)


def _ends_amount(tokens: Tokens, index: int) -> bool:
    """Whether the word at ``index`` is the unit of a number right before it."""
    unit = tokens.surface(index, index + 1)
    number = index - 1 - (tokens.words[index - 1] == "°")
    is_unit = units.parse_unit(unit) is not None or unit in {"C", "F"}
    return tokens.words[number][:1].isdigit() and is_unit


def _is_head_of_code(tokens: Tokens, index: int, *, joint: str) -> bool:
    """Whether a code starts with the word at ``index`` and goes on with digits after ``joint``: "SU-30", "1.2"."""
    word = tokens.words[index]
    if word == "^" or (joint == "." and word[:1].isdigit()):
        return True
    if word in NO_CODE_HEADS and not tokens.surface(index, index + 1).isupper():
        return False
    goes_on = tokens.words[index + 3] == "-" and tokens.glued(index + 3) and tokens.words[index + 4].isdigit()
    return word.isalpha() and word not in NUMBER_WORDS and (goes_on or not is_currency(tokens, index))


def _numbers_a_line(tokens: Tokens, index: int) -> bool:
    """Whether the digits number a list: "1. First", "2) Second", "(3) Third" at the start of a line."""
    behind = index + 1
    first = index - 1 if tokens.words[index - 1] == "(" else index
    return (
        tokens.words[behind] in {".", ")"}
        and tokens.glued(behind)
        and not tokens.glued(behind + 1)
        and len(tokens.words[index]) < 4  # noqa: PLR2004 - a list is short, and "2019." is a year
        and tokens.words[behind + 1] != ""
        and _starts_line(tokens, first)
    )


def _is_footnote(tokens: Tokens, index: int) -> bool:
    return tokens.words[index - 1] == "[" and tokens.words[index + 1] == "]" and len(tokens.words[index]) < 4  # noqa: PLR2004


def _index_at(tokens: Tokens, index: int, end: int) -> int:
    while index < tokens.count and tokens.starts[index] < end:
        index += 1
    return index
