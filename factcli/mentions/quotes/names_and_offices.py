"""Read a noun phrase as a name, an office or both: "US Secretary of State Mike Pompeo"."""

from __future__ import annotations

from typing import NamedTuple

from factcli.english import people as speech
from factcli.english.function_words import ARTICLES
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.roles import ROLE_NOUNS

_ROLES = ROLE_NOUNS - speech.HONORIFICS - speech.RANKS


class Subject(NamedTuple):
    """Who does what a verb says, from the word ``start`` on; neither speaker nor role for a pronoun."""

    start: int
    speaker: str | None
    role: str | None


def read_phrase(words: list[str], start: int) -> Subject | None:
    """A noun phrase as a name, an office, or both: "US Secretary of State Mike Pompeo"."""
    words = without_article(words)
    office = max((n for n in range(len(words)) if _is_post(words, n)), default=None)
    if office is None:
        return read_name(words, start)
    end = _after_tail(words, office + 1)
    name = read_name(words[end:], start)
    return Subject(start, name.speaker if name else None, words_of(words[:end]))


def _is_post(words: list[str], at: int) -> bool:
    """Whether a word is an office; "MP" is one before a name, and after it says only where somebody sits."""
    word = words[at].lower()
    return word in speech.OFFICES or (word in speech.POSTS_BEFORE_NAMES and at + 2 < len(words)) or _is_role(words, at)


def _is_role(words: list[str], at: int) -> bool:
    """Whether the first word of three says what somebody does, and is nobody's name: "Violinist Ana Ruiz"."""
    word = words[at].lower()
    return at == 0 and len(words) > 2 and word in _ROLES and not is_given_name(word)  # noqa: PLR2004 - and a full name


def _after_tail(words: list[str], place: int) -> int:
    """Where an office ends: after "of State", "for Foreign Affairs", or "of the ..." to the end."""
    if place >= len(words) or words[place] not in {"of", "for"}:
        return place
    end = place + 1 + (words[place + 1 : place + 2] == ["the"])
    while end < len(words) and words[end].lower() in speech.OFFICE_FIELDS | {"and"}:
        end += 1
    return end if end > place + 1 else len(words)


def read_name(words: list[str], start: int) -> Subject | None:
    """The name in the words without titles and ranks; no speaker for people of a kind."""
    while words and (words[0].lower() in speech.HONORIFICS or _is_rank(words)):
        words = words[1:]
    if not words or is_possessive(words[-1]):
        return None
    if len(words) == 1 and words[0].lower() in speech.GROUPS:
        return Subject(start, None, None)
    if len(words) > 1 and words[-1].lower() in speech.PAPERS:
        words = words[:-1]
    is_body = words[-1].lower() in speech.BODIES
    if not is_body:
        words = _without_house(words)
    is_name = words[0][0].isupper() and words[-1][0].isupper() and words[-1].lower() not in speech.NO_NAMES
    return Subject(start, words_of(words), None) if is_body or is_name else None


def _without_house(words: list[str]) -> list[str]:
    """The full name in the words, without the house before or after it: "NASA's Ana Ruiz", "Ana Ruiz of Vestby"."""
    if is_possessive(words[0]) and len(words) > 2 and is_given_name(words[1].lower()):  # noqa: PLR2004 - and a full name
        words = words[1:]
    of = words.index("of") if "of" in words else 0
    return words[:of] if of > 1 and is_given_name(words[0].lower()) else words


def _is_rank(words: list[str]) -> bool:
    """Whether the first word only says what or from where somebody is: "Reverend", "Vestby-born"."""
    low = words[0].lower().rstrip(".")
    return len(words) > 1 and words[0][0].isupper() and (low in speech.RANKS or low.endswith(("-born", "-based")))


def is_possessive(word: str) -> bool:
    """Whether the word ends as an owner does: Peru's, the workers'."""
    return word.endswith(("’s", "'s", "’", "'"))


def without_article(words: list[str]) -> list[str]:
    """The words from the first that is not an article."""
    return words[1:] if words and words[0].lower() in ARTICLES else words


def words_of(words: list[str]) -> str | None:
    """The words as a name or an office; None if there are none."""
    return " ".join(words) or None
