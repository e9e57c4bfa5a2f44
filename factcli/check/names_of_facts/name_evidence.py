"""What knows names, the facts of a store or the sentences of sources: words in, the names that have them out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from factcli.check.names_of_facts.known_names import NamesOfFact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcli.check.evidence import Evidence
    from factcli.check.findings import EvidencePlace
    from factcli.check.known_facts import KnownFact
    from factcli.check.names_of_facts.known_names import ComparedName
    from factcli.model.facts import Fact

_Names = TypeVar("_Names")
_MOST_KEPT = 20_000


class Credit(NamedTuple):
    """Who has a name: "the store" or "the source", what is added to a message, and the fact or place."""

    holder: str
    note: str = ""
    fact: Fact | None = None
    place: EvidencePlace | None = None


class NameEvidence(Protocol[_Names]):
    """Looks up names by words; these are given as written, or folded where they come from :meth:`words_like`."""

    def has_word(self, word: str) -> bool:
        """Whether the word is known; accents do not count."""

    def words_like(self, word: str) -> list[str]:
        """The known words within two slips of this one, nearest first."""

    def texts_named(self, words: Sequence[str], limit: int) -> list[str]:
        """At most ``limit`` texts in which all ``words`` are close together."""

    def named(self, names: Sequence[Sequence[str]], limit: int) -> list[_Names]:
        """At most ``limit`` that have all words of one of ``names`` close together."""

    def with_word(self, word: str, others: Sequence[str], limit: int) -> list[_Names]:
        """At most ``limit`` that have ``word``, and one of ``others``."""

    def credit(self, names: _Names, name: ComparedName) -> Credit:
        """Who has ``name``, which is one of ``names``."""


class FactNames:
    """The names of facts."""

    def __init__(self, evidence: Evidence) -> None:
        self._evidence = evidence
        self._names: dict[str, NamesOfFact] = {}
        self.has_word = evidence.has_word
        self.words_like = evidence.words_like
        self.texts_named = evidence.texts_named

    def named(self, names: Sequence[Sequence[str]], limit: int) -> list[NamesOfFact]:
        """The names of at most ``limit`` facts in which all words of one of ``names`` are close together."""
        return self._read(self._evidence.facts_named(names, limit))

    def with_word(self, word: str, others: Sequence[str], limit: int) -> list[NamesOfFact]:
        """The names of at most ``limit`` facts that have ``word``, and one of ``others``."""
        return self._read(self._evidence.facts_with_word(word, others, limit))

    def credit(self, names: NamesOfFact, name: ComparedName) -> Credit:  # noqa: ARG002 - as all evidence on names
        """The fact, with the title of its first source."""
        fact = names.fact
        title = f" ({self._evidence.source_title(fact.references[0].source)})" if fact.references else ""
        return Credit("the store", title, fact)

    def _read(self, known: Iterable[KnownFact]) -> list[NamesOfFact]:
        found = []
        for each in known:
            names = self._names.get(each.fact.id)
            if names is None or names.fact is not each.fact:
                names = self._names[each.fact.id] = NamesOfFact(each.fact)
                forget_old(self._names)
            found.append(names)
        return found


_Key = TypeVar("_Key")
_Value = TypeVar("_Value")


def forget_old(kept: dict[_Key, _Value]) -> None:
    """Drop the older half of what is kept, where it is too much."""
    if len(kept) > _MOST_KEPT:
        for key in list(kept)[: _MOST_KEPT // 2]:
            del kept[key]
