"""Lines in which nearly all words have a capital, which is that of the line and of no name."""

from __future__ import annotations

from factcli.english.function_words import FUNCTION_WORDS

_LONGEST_TITLE, _LEAST_OF_A_TITLE, _MOST_SMALL = 150, 3, 0.2


def is_title_case(line: str) -> bool:
    """Whether a line has capitals as titles have them, which are those of no name: "Lomar Expands to Third Town".

    >>> is_title_case("Lomar Expands to Third Town"), is_title_case("Lomar expands to Vestby")
    (True, False)
    """
    if len(line) > _LONGEST_TITLE or line.rstrip().endswith("."):
        return False
    words = [word for word in line.split() if word[0].isalpha()]
    small = sum(word[0].islower() and word not in FUNCTION_WORDS for word in words)
    capitals = sum(word[0].isupper() for word in words)
    return capitals >= _LEAST_OF_A_TITLE and small <= _MOST_SMALL * capitals and not line.isupper()


def without_titles(text: str) -> str:
    """The text without its lines in title case."""
    return "\n".join(line for line in text.split("\n") if not is_title_case(line))
