"""The names that sources have: a name comes in, the sentences that have it or one like it go out."""

from __future__ import annotations

from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from factcli.check.findings import EvidencePlace
from factcli.check.names_of_facts.known_names import KnownNames
from factcli.check.names_of_facts.name_evidence import Credit, forget_old
from factcli.check.names_of_facts.name_words import stand_together, tokens_of
from factcli.check.names_of_facts.similar_words import SimilarWords
from factcli.check.names_of_facts.surroundings import is_prose
from factcli.english.people import PARTICLES
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factcli.check.against.read_source import ReadSource
    from factcli.check.names_of_facts.known_names import ComparedName, KnownName

_LONGEST = 2_000


class NamesOfSentence(KnownNames):
    """The names of a sentence of a source."""

    is_source = True

    def __init__(self, source: ReadSource, number: int, sentence: int) -> None:
        super().__init__()
        self._source = source
        self._sentence = sentence
        self.key = number, sentence

    @cached_property
    def text(self) -> str:
        """The sentence and the title; nothing where it is a list of links or headlines."""
        own = self._words(self._sentence)
        return f"{self._words(0)} . {own}" if is_prose(own) else ""

    @property
    def _naming_texts(self) -> Iterable[str]:
        return (self._words(self._sentence),)

    def knows_word(self, word: str) -> bool:
        """Whether the source has a word of a name anywhere: whoever is called by it may be another."""
        return all(token in self._source.capitals for token in tokens_of(word))

    def _words(self, sentence: int) -> str:
        start, end = self._source.sentences[sentence]
        return self._source.text[start : min(end, start + _LONGEST)]

    def place(self, name: ComparedName) -> EvidencePlace:
        """Where the sentence has a name."""
        document, start = self._source.document, self._source.sentences[self._sentence].start
        mention = next((span for each in self.names if each.name.words == name.words for span in _spans(each)), None)
        span = Span(start + mention.start, start + mention.end) if mention else self._source.sentences[self._sentence]
        sentence = " ".join(self._words(self._sentence).split())
        return EvidencePlace(document.name, document.locator(span.start), sentence, span)


def _spans(known: KnownName) -> Iterator[Span]:
    return (mention.span for _, mention in known.places)


class SourceNames:
    """The names of all sources of a draft, as evidence on names."""

    def __init__(self, sources: Sequence[ReadSource]) -> None:
        self._sources = sources
        self._names: dict[tuple[int, int], NamesOfSentence] = {}

    def has_word(self, word: str) -> bool:
        """Whether a source has the word with a capital."""
        return all(any(token in source.capitals for source in self._sources) for token in _telling(word))

    def words_like(self, word: str) -> list[str]:
        """The words with a capital that are within two slips of this one, nearest first."""
        return self._similar.like(word)

    def texts_named(self, words: Sequence[str], limit: int) -> list[str]:
        """The first sentences in which all ``words`` are close together."""
        found = islice(self._sentences_with(words), limit)
        return [self._sources[number].text[slice(*self._sources[number].sentences[at])] for number, at in found]

    def named(self, names: Sequence[Sequence[str]], limit: int) -> list[NamesOfSentence]:
        """The first sentences in which all words of one of ``names`` are close together."""
        found = sorted({place for words in names for place in islice(self._sentences_with(words), limit)})
        return self._read(found[:limit])

    def with_word(self, word: str, others: Sequence[str], limit: int) -> list[NamesOfSentence]:
        """The first sentences that have ``word``, and one of ``others`` or have it in the title."""
        found = (self._read([place])[0] for place in self._sentences_with((word,)))
        return list(islice((each for each in found if any(other in each.text.lower() for other in others)), limit))

    def credit(self, names: NamesOfSentence, name: ComparedName) -> Credit:
        """The sentence, with its place."""
        return Credit("the source", place=names.place(name))

    @cached_property
    def _similar(self) -> SimilarWords:
        return SimilarWords(set().union(*(source.capitals for source in self._sources)))

    def _sentences_with(self, words: Iterable[str]) -> Iterator[tuple[int, int]]:
        """The numbers of the sources and sentences in which all ``words`` are close together."""
        wanted = [token for word in words for token in _telling(word)]
        for number, source in enumerate(self._sources):
            for sentence in source.sentences_with_capitals(wanted) if wanted else ():
                tokens = tokens_of(source.text[slice(*source.sentences[sentence])])
                if len(wanted) == 1 or stand_together(tokens, wanted):
                    yield number, sentence

    def _read(self, places: Iterable[tuple[int, int]]) -> list[NamesOfSentence]:
        found = []
        for place in places:
            if place not in self._names:
                self._names[place] = NamesOfSentence(self._sources[place[0]], *place)
                forget_old(self._names)
            found.append(self._names[place])
        return found


def _telling(word: str) -> list[str]:
    """The parts of a word that a name has in capitals."""
    return [token for token in tokens_of(word) if token not in PARTICLES]
