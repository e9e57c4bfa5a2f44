"""The words of a text that one looks it up by."""

from __future__ import annotations

import re

from factcli.english.function_words import STOP_WORDS
from factcli.english.people import VERBS, VERBS_BESIDE

_WORD = re.compile(r"[^\W\d_][^\W_]*+(?:['’.-][^\W_]++)*+")
_POSSESSIVE = re.compile(r"['’]s?$")
_SHORTEST = 3
# What tells only who speaks.  Of the rest, some tell what happened: "the court ruled".
_SPEAKING = VERBS.keys() - VERBS_BESIDE


def content_words(text: str) -> list[str]:
    """The words of ``text`` that say something, small and in order: no function words, figures and verbs of speech.

    >>> content_words("The minister said that 85 boats sank.")
    ['minister', 'boats', 'sank']
    """
    words = (_POSSESSIVE.sub("", match[0].lower()) for match in _WORD.finditer(text))
    return [word for word in words if len(word) >= _SHORTEST and word not in STOP_WORDS and word not in _SPEAKING]
