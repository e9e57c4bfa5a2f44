"""Numbers that say where something is: in a law, a reporter of cases, a book, or on a map."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.english.dates import CENTURY_NAMES
from factcli.english.labels import LABELS, PLURAL_LABELS
from factcli.english.marks import DATE_DASHES
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

# "(1)" and "(b)" after the number of a section.
_SUBSECTIONS = r"(?:\([A-Za-z0-9]{1,4}\)){0,6}+"
_ABBREVIATION = r"(?:[A-Z][A-Za-z]{0,6}\.\s?)"
_MINUTES = r"""[0-9]{1,2}(?:\.[0-9]{1,6})?\s?['’′‘]\s?(?:[0-9]{1,2}(?:\.[0-9]{1,4})?\s?(?:["”“″]|''|’’|′′)\s?)?"""
_REFERENCE = late_pattern(
    rf"""
      # 18 U.S.C. § 2252, 88 Cal.App.3d 412, 419, 982 F.3d 12
      [0-9]{{1,4}}\s(?:{_ABBREVIATION}{{2,5}}+(?:[2-5](?:d|th)\s)?|{_ABBREVIATION}[2-5](?:d|th)\s)
        (?:§{{1,2}}\s?)?[0-9]{{1,5}}{_SUBSECTIONS}(?:,\s[0-9]{{1,5}}(?![0-9%]|\s[a-z]|[,.][0-9])){{0,4}}(?![0-9%]|[,.][0-9])
    | [0-9]{{1,3}}\s(?:CFR|USC|C\.?F\.?R\.?|U\.?S\.?C\.?)\s(?:[Pp]art\s|§{{1,2}}\s?)?
        [0-9]{{1,5}}(?:\.[0-9]{{1,5}})?{_SUBSECTIONS}
    | [0-9]{{4}}\]\s(?:[0-9]\s)?[A-Z]{{2,6}}\s(?:[A-Z][A-Za-z]{{1,5}}\s)?[0-9]{{1,4}}\b          # [2019] UKSC 41
    | [0-9]{{1,4}}/[0-9]{{1,4}}/(?:EU|EC|EEC|JHA|CFSP|Euratom)\b                                  # 2014/65/EU
    | (?:(?<=\((?:EU|EC)\)\s)|(?<=\(EEC\)\s)|(?<=egulation\s)|(?<=irective\s)|(?<=ecision\s))[0-9]{{1,4}}/[0-9]{{1,4}}
    | (?:(?<=[\s(]s\.\s)|(?<=[\s(]ss\s)|(?<=[\s(]s\s)|(?<=[\s(]ss\.\s))                       # s. 12(3), ss 4–7
        [0-9]{{1,3}}[A-Z]{{0,2}}(?:\([0-9a-z]{{1,4}}\){_SUBSECTIONS}|[-–][0-9]{{1,3}}(?![0-9%]))
    | (?<=[HSA]\.[RB]\.\s)[0-9]{{1,5}}(?![0-9,])                                                    # H.R. 1234, S.B. 8
    | (?<=[\s(]s\s)[0-9]{{1,3}}[A-Z]?(?=\sof\sthe\s)                                              # s 47 of the act
    | [0-9]{{1,3}}(?:\.[0-9]{{1,8}})?\s?[°º˚]\s?(?:north|south|east|west)\b                         # 51° north
    | [0-9]{{1,3}}:[0-9]{{1,3}}[-–][0-9]{{1,3}}(?![0-9])                                          # Luke 5:3-12
    | (?<=Pub\.\sL\.\s)[0-9]{{1,3}}[-–][0-9]{{1,4}}                                               # Pub. L. 107-56
    | [0-9]{{1,5}}[a-z]?(?:\([0-9]{{1,3}}\)){{0,2}}\((?:[a-rt-z]|i{{2,3}}|iv|vi{{0,3}}|ix)\){_SUBSECTIONS}   # 922(g)(1)
    | [0-9]{{1,3}}(?:\.[0-9]{{1,8}})?\s?[°º˚]\s?(?:{_MINUTES})?[NSEW](?!\w)                       # 32° 34’S, 40.71° N
    | (?<=[\s(,][NSEW]\s)[0-9]{{1,3}}(?:\.[0-9]{{1,8}})?\s?[°º˚]\s?(?:{_MINUTES})?                # N 51° 30′
    | [0-9]{{2}}(?:st|th)\sCentury\s(?:{"|".join(sorted(name.title() for name in CENTURY_NAMES))})\b
    """,
    re.VERBOSE,
)
# What comes after the first digits of any reference.
_GOES_ON = late_pattern(r"[\]/(°º˚:–-]|\.[0-9]|\s[A-Z°º˚]|[a-z]\(|(?:st|th)\sC|\sof\sthe\s")
# What comes before the number of a bill.
_BILLS = tuple(f"{house}.{kind}. " for house in "HSA" for kind in "RB")
_LONGEST_LIST = 20
_MOST_DIGITS = 5


def reference_end(tokens: Tokens, index: int) -> int | None:
    """The offset after a reference that begins with the digits at ``index``; None if they begin none."""
    start = tokens.starts[index]
    if not _GOES_ON.match(tokens.text, tokens.ends[index]) and not tokens.text.endswith(_BILLS, 0, start):
        return None
    match = _REFERENCE.match(tokens.text, start)
    return match.end() if match else None


def end_of_subsections(tokens: Tokens, after: int) -> int:
    """The index after the "(1)(b)" that is glued to what ends before ``after``."""
    words = tokens.words
    while words[after] == "(" and words[after + 2] == ")" and _is_glued(tokens, after):
        if not words[after + 1].isalnum() or len(words[after + 1]) > 4:  # noqa: PLR2004 - "viii"
            break
        after += 3
    return after


def _is_glued(tokens: Tokens, bracket: int) -> bool:
    return all(tokens.glued(index) for index in range(bracket, bracket + 3))


def end_of_references(tokens: Tokens, index: int, after: int) -> int:
    """The index after the list that the number from ``index`` to before ``after`` begins: "sections 5, 6 and 7"."""
    label = tokens.words[index - 2] if tokens.words[index - 1] == "." else tokens.words[index - 1]
    if label not in LABELS and label != "§":
        return after
    is_plural = label in PLURAL_LABELS or (label == "§" and tokens.words[index - 2] == "§")
    for _ in range(_LONGEST_LIST):
        following = _after_item(tokens, after, is_plural=is_plural)
        if following is None:
            break
        after = following
    return after


def _after_item(tokens: Tokens, after: int, *, is_plural: bool) -> int | None:
    """The index after the next number of a list of references; None where the list has ended."""
    words, index = tokens.words, after
    has_comma = words[index] == ","
    index += has_comma
    joint = words[index]
    has_joint = joint in {"and", "or", "&", "to", "through"} or joint in DATE_DASHES
    index += has_joint
    if not (has_comma or has_joint) or not words[index].isdigit() or len(words[index]) > _MOST_DIGITS:
        return None
    end = end_of_subsections(tokens, _after_number(tokens, index))
    is_dashed = joint in DATE_DASHES and not has_comma
    is_free = is_dashed or (is_plural and has_joint) or not words[end][:1].isalnum() or words[end] in {"and", "or"}
    return end if is_free and not _is_amount(tokens, end) else None


def _after_number(tokens: Tokens, index: int) -> int:
    """The index after "5", "5a" or "5.1.2"."""
    words, after = tokens.words, index + 1
    if words[after].isalpha() and len(words[after]) == 1 and tokens.glued(after):
        after += 1
    while words[after] == "." and words[after + 1].isdigit() and tokens.glued(after) and tokens.glued(after + 1):
        after += 2
    return after


def _is_amount(tokens: Tokens, end: int) -> bool:
    """Whether a sign or a unit is glued to a number, so that it is an amount: "5%", "12m"."""
    return tokens.words[end] in {"%", "°", "€", "£", "$"} or (tokens.glued(end) and tokens.words[end][:1].isalnum())
