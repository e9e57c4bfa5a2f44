"""Scores of games and of votes, which are not ranges: "won 3-5", "the Rovers (8-36)"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.amounts import BOWLING, SCORES
from factcli.english.calendar import WEEKDAYS
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.labels import LABELS
from factcli.english.marks import RANGE_DASHES
from factcli.english.nouns import is_plural

if TYPE_CHECKING:
    from factcli.mentions.amounts.amount import Amount
    from factcli.mentions.lexer import Tokens


_WALK_BACK = 6
_MOST_SETS = 4
# With more than this many times the second number, the first is that of a model: "787-9".
_MOST_ONE_SIDED = 20
_LONGEST_SIDE = 3
_LONGEST_NAME = 6
_MOST_WICKETS = 10


def is_result(tokens: Tokens, index: int) -> bool:
    """Whether digits after a name are a score, and not part of the name: "beat Harriers 3-2", "Rovers 0, City 1".

    After a label, where the name may end in a number, only a verb says so: "won the series 3-1".
    """
    if tokens.words[index + 1] not in RANGE_DASHES:
        return _is_in_line(tokens, index)
    sides = _sides(tokens, index)
    if sides is None or sides[0] > max(sides[1], 1) * _MOST_ONE_SIDED:
        return False
    if not SCORES.isdisjoint(tokens.words[max(index - _WALK_BACK, 0) : index]):
        return True
    is_score = sides[0] >= sides[1] or _is_between_names(tokens, index) or _is_of_match(tokens, index)
    return is_score and tokens.words[index - 1] not in LABELS and not _is_weekday(tokens.words[index - 1])


def _is_weekday(word: str) -> bool:
    """Whether a word is a day of the week, after which numbers are hours: "open Saturdays 10-4"."""
    return word in WEEKDAYS or word.removesuffix("s") in WEEKDAYS


def _is_in_line(tokens: Tokens, index: int) -> bool:
    """Whether the number is that of one of two sides whose names come first: "Tarn Rovers 0, City 1"."""
    if not _ends_side(tokens, index):
        return False
    before, behind = _past_name(tokens, index - 1, -1), _past_name(tokens, index + 2, 1)
    others = [before - 1] if tokens.words[before] == "," else []
    others += [behind] if tokens.words[index + 1] == "," else []
    return any(_ends_side(tokens, at) and tokens.words[at - 1] != tokens.words[index - 1] for at in others)


def _past_name(tokens: Tokens, index: int, step: int) -> int:
    """The index of the first token from ``index`` on, forwards or backwards, that is not a word of a name."""
    last = index + step * _LONGEST_NAME
    while index != last and tokens.words[index].isalpha() and tokens.is_capitalised(index):
        index += step
    return index


def _ends_side(tokens: Tokens, index: int) -> bool:
    """Whether a short number at the end of a phrase is at ``index``, after a name that is not a label."""
    word, name = tokens.words[index], tokens.words[index - 1]
    is_number = word.isdigit() and len(word) <= _LONGEST_SIDE and not tokens.glued(index)
    following, further = tokens.words[index + 1 : index + 3]
    is_decimal = tokens.glued(index + 1) and tokens.glued(index + 2) and further[:1].isdigit()
    is_end = following in {"after", "at"} or not (following[:1].isalnum() or is_decimal)
    return is_number and is_end and name.isalpha() and tokens.is_capitalised(index - 1) and name not in LABELS


def _sides(tokens: Tokens, index: int) -> tuple[int, int] | None:
    """The two numbers of a score at ``index``; None if no two are there, or more."""
    home, dash, away = tokens.words[index : index + 3]
    is_pair = home.isdigit() and dash in RANGE_DASHES and away.isdigit() and len(home + away) <= 2 * _LONGEST_SIDE
    if not is_pair or not (tokens.glued(index + 1) and tokens.glued(index + 2)):
        return None
    further = tokens.words[index + 3]
    is_longer = tokens.glued(index + 3) and (further.isalnum() or (further in RANGE_DASHES and tokens.glued(index + 4)))
    return None if is_longer else (int(home), int(away))


def _is_between_names(tokens: Tokens, first: int) -> bool:
    """Whether the names of both sides are beside a score: "Rovers 0-1 City"."""
    before, after = first - 1, first + 3
    is_named = tokens.words[before].isalpha() and tokens.words[after].isalpha() and not tokens.glued(after)
    return is_named and tokens.is_capitalised(before) and tokens.is_capitalised(after)


def is_score(tokens: Tokens, lower: Amount) -> bool:
    """Whether a number is the first of a score, by the words before it and the bracket that it is in."""
    if lower.unit is not None or lower.value >= 100:  # noqa: PLR2004 - no score is higher
        return False
    before = tokens.words[max(lower.first - _WALK_BACK, 0) : lower.first]
    if _is_bowled(tokens, lower.first):
        return True
    is_beside = _is_between_names(tokens, lower.first) or _is_of_match(tokens, lower.first)
    return is_beside or _is_record(tokens, lower) or not SCORES.isdisjoint(before)


def _is_bowled(tokens: Tokens, first: int) -> bool:
    """Whether a bowler's wickets and runs are at ``first``: "took 5-44", "figures of 4-35"; not "took 5-10 boxes"."""
    sides = _sides(tokens, first)
    is_led = tokens.words[first - 1] in BOWLING or tokens.words[first - 2 : first] == ["figures", "of"]
    behind = tokens.words[first + 3]
    is_end = not behind[:1].isalnum() or (behind in FUNCTION_WORDS and behind != "of")
    return sides is not None and sides[0] <= _MOST_WICKETS < sides[1] and is_led and is_end


def _is_of_match(tokens: Tokens, first: int) -> bool:
    """Whether sets of a match are listed, and one of the others cannot be a range: "6-4, 3-6, 7-5"."""
    for step in (-1, 1):
        at = first
        for _ in range(_MOST_SETS):
            joint = at - 1 if step < 0 else at + 3
            at += step * (3 + (tokens.words[joint] == ","))
            sides = _sides(tokens, at) if at >= 0 else None
            if sides is None:
                break
            if sides[0] > sides[1]:
                return True
    return False


def _is_record(tokens: Tokens, lower: Amount) -> bool:
    """Whether a bracket after a team or a player is what was won and lost: "the Rovers (8-36)", "Ann Hall (4-31)"."""
    first, after = lower.first, lower.after + 2
    is_alone = tokens.words[first - 1] == "(" and tokens.words[after] in {")", ","} and tokens.glued(after)
    if not is_alone or not tokens.is_capitalised(first - 2):
        return False
    is_player = tokens.is_capitalised(first - 3) and len(tokens.words[first - 3]) > 1 < len(tokens.words[first - 2])
    return is_player or is_plural(tokens.words[first - 2])
