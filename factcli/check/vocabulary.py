"""The vocabulary of a text: stems of its words, and its names in every form under which another text may use them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.aliases import OPENINGS, alias_of
from factcli.english.stemming import Word, find_words, meaning

if TYPE_CHECKING:
    from collections.abc import Iterator

_LONGEST_ALIAS = 3


class Vocabulary(NamedTuple):
    """Stems of content words, and the folded words in the singular ("serb~") and aliases ("uk=")."""

    stems: frozenset[str]
    names: frozenset[str]

    def knows(self, token: str) -> bool:
        """Whether the folded word of a name, its demonym or an alias of it is known."""
        return not self.names.isdisjoint(forms_of(token))

    def means(self, token: str) -> bool:
        """Whether the word is known, or another one of the same meaning: "TV" and "television"."""
        return self.knows(token) or meaning(token) in self.stems

    def knows_name(self, tokens: tuple[str, ...]) -> bool:
        """Whether the last word of a name is known, or more than half of its words, or the name under another name."""
        if self.means(tokens[-1]) or alias_of(" ".join(tokens)) in self.names:
            return True
        return 2 * sum(map(self.means, tokens)) > len(tokens)

    @property
    def words(self) -> frozenset[str]:
        """The folded words alone."""
        return frozenset(name for name in self.names if name.isalnum())

    def joined(self, other: Vocabulary) -> Vocabulary:
        """What both together know."""
        return Vocabulary(self.stems | other.stems, self.names | other.names)


@lru_cache(maxsize=50_000)
def forms_of(token: str) -> tuple[str, ...]:
    """The forms under which a folded word may be known: itself, its singular, the alias of a place."""
    one, alias = _one(token), alias_of(token)
    return (token, one, alias) if alias else (token, one)


def _one(token: str) -> str:
    """One of several of a name: "republicans" is "republican~".  Irregular plurals are words, not names."""
    is_plural = token.endswith("s") and not token.endswith(("ss", "us", "is"))
    return f"{token.removesuffix('s') if is_plural else token}~"


def vocabulary_of(text: str) -> Vocabulary:
    """What ``text`` knows."""
    return vocabulary_from(find_words(text))


def vocabulary_from(found: list[Word]) -> Vocabulary:
    """What a text of these words and marks knows."""
    folded = [word.folded for word in found if not word.is_mark]
    names = frozenset[str]().union(*map(forms_of, folded))
    if not OPENINGS.isdisjoint(names):
        names = names.union(_aliases_of_phrases(folded))
    return Vocabulary(frozenset(word.stem for word in found if word.is_content), names)


def _aliases_of_phrases(folded: list[str]) -> Iterator[str]:
    """The aliases of names of several words."""
    for at in (at for at, word in enumerate(folded) if word in OPENINGS):
        for size in range(2, _LONGEST_ALIAS + 1):
            alias = alias_of(" ".join(folded[at : at + size]))
            if alias:
                yield alias
