"""Numbers of players in a printed line-up, which are not figures: "1 Keller, 5 Ruiz (12 Odu, 78), 6 Lang"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.labels import SQUADS
from factcli.english.marks import APOSTROPHES, HYPHENS
from factcli.english.nouns import is_plural
from factcli.english.people import PARTICLES

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

_SEPARATORS = frozenset({",", ";", ".", ""})
_IN_NAMES = HYPHENS | APOSTROPHES
_LONGEST_NUMBER = 2
_LONGEST_NAME = 6
_LONGEST_REMARK = 12
_FAR_BACK = 6
_MOST_COUNTED = 6
# So many players in a row need no word that announces them.
_FEW = 5


def is_squad_number(tokens: Tokens, index: int) -> bool:
    """Whether the digits at ``index`` are on the shirt of somebody in a list of players, or in a remark on one."""
    if len(tokens.words[index]) > _LONGEST_NUMBER:
        return False
    if "(" in tokens.words[max(index - _FAR_BACK, 0) : index]:
        nearby = range(index - 2, max(index - _LONGEST_NAME - _FAR_BACK, -1), -1)
        player = next((at for at in nearby if _end_of_player(tokens, at) > index), None)
        if player is not None:
            return is_squad_number(tokens, player)
    players = _players_around(tokens, index) if _end_of_player(tokens, index) else []
    return len(players) > 1 and (_are_announced(tokens, players[0]) or _are_many(tokens, players))


def _players_around(tokens: Tokens, index: int) -> list[int]:
    """The indices of the players listed with the one at ``index``, not more than are needed."""
    players = [index]
    while len(players) < _MOST_COUNTED and (before := _player_before(tokens, players[0])) is not None:
        players.insert(0, before)
    while len(players) < _MOST_COUNTED and (behind := _player_after(tokens, players[-1])) is not None:
        players.append(behind)
    return players


def _are_announced(tokens: Tokens, first: int) -> bool:
    """Whether a word for a team and a colon are before the first player; not "a team of 3 Kenyan, 2 Irish runners"."""
    before = tokens.words[max(first - _FAR_BACK, 0) : first]
    return not SQUADS.isdisjoint(before) and (before[-1] == ":" or before[-1] in SQUADS)


def _are_many(tokens: Tokens, players: list[int]) -> bool:
    """Whether so many can be nothing but players: neither peoples nor parties, of which the most come first."""
    numbers = [int(tokens.words[at]) for at in players]
    peoples = [at for at in players if is_plural(tokens.words[at + 1])]
    return len(players) >= _FEW and numbers != sorted(numbers, reverse=True) and len(peoples) < len(players) / 2


def _player_before(tokens: Tokens, index: int) -> int | None:
    """The index of the player before the one at ``index``."""
    separator = index - 1
    if tokens.words[separator] not in _SEPARATORS or separator < _LONGEST_NUMBER:
        return None
    furthest = max(separator - _LONGEST_NAME - _LONGEST_REMARK, -1)
    return next((at for at in range(separator - 2, furthest, -1) if _end_of_player(tokens, at) == separator), None)


def _player_after(tokens: Tokens, index: int) -> int | None:
    """The index of the player after the one at ``index``."""
    separator = _end_of_player(tokens, index)
    behind = separator + 1
    is_next = tokens.words[separator] in _SEPARATORS and _end_of_player(tokens, behind)
    return behind if is_next else None


def _end_of_player(tokens: Tokens, index: int) -> int:
    """The index after a number of one or two digits, a name and a remark in brackets; 0 if none is at ``index``."""
    number, after = tokens.words[index], index + 1
    if not number.isdigit() or len(number) > _LONGEST_NUMBER or tokens.glued(after):
        return 0
    while after <= index + _LONGEST_NAME and _is_of_name(tokens, after):
        after += 1
    if after == index + 1:
        return 0
    if tokens.words[after] == "(":
        remark = tokens.words[after : after + _LONGEST_REMARK]
        after += remark.index(")") + 1 if ")" in remark else 0
    return after


def _is_of_name(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if word in PARTICLES:
        return tokens.is_capitalised(index + 1) or tokens.words[index + 1] in PARTICLES
    return (word.isalpha() and tokens.is_capitalised(index)) or (word in _IN_NAMES and tokens.glued(index))
