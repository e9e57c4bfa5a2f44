"""A fact, or another piece of evidence -> the names that it knows, each with the roles that it gives them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from factcli.check.names_of_facts.name_marks import NameMarks, are_initials, marks_of
from factcli.check.names_of_facts.offices import Role, parse_role, role_beside
from factcli.check.names_of_facts.spelling import folded
from factcli.check.vocabulary import Vocabulary, vocabulary_of
from factcli.english.function_words import TITLE_WORDS
from factcli.english.naming.kinds import KINDS
from factcli.english.naming.names import KEPT_PARTICLES, NAME_SUFFIXES, SHIP_PREFIXES
from factcli.english.naming.roles import MAYBE_TITLES
from factcli.english.people import ARTICLES_OF_PLACES, PARTICLES
from factcli.english.stemming import fold, meaning
from factcli.mentions.names import find_names
from factcli.mentions.patterns import late_pattern
from factcli.mentions.quotes.find import find_titles, is_title
from factcli.model.facts import Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from factcli.mentions.names import NameMention
    from factcli.model.edtf import EdtfDate
    from factcli.model.facts import Fact
    from factcli.store.schema import JsonPath

# As the words of names are found.
_WORD = late_pattern(r"[^\W\d_](?:[^\W\d_]|['’](?!s\b|s?(?:\W|$))(?=[^\W\d_])|-(?=[^\W\d_]))*+")
_ARTICLE_BEFORE = late_pattern(r"(?<!\w)(?P<article>[A-Z][a-z]{1,2}) $")
_LONGEST_ARTICLE = 3
_LEFT_OUT = PARTICLES - KEPT_PARTICLES
_SKIPPED = NAME_SUFFIXES | TITLE_WORDS | {"&", "the", "miss"}


@dataclass(frozen=True)
class ComparedName:
    """A name as it is compared: its words as written without initials and joints, the same folded, and all of it.

    ``marks`` is what was left out and yet may tell it from another.
    """

    written: tuple[str, ...]
    words: tuple[str, ...]
    full: str = field(compare=False)
    marks: NameMarks

    @cached_property
    def is_whole(self) -> bool:
        """Whether it has more than one word."""
        return len(self.words) > 1

    @property
    def is_of_partners(self) -> bool:
        """Whether it joins the names of several: "Abraham & Straus"."""
        return " & " in self.full


@dataclass(eq=False)
class KnownName:
    """A name of a fact: its places in the texts of the fact, or the office of the speaker of a quote."""

    name: ComparedName
    places: list[tuple[str, NameMention]] = field(default_factory=list)
    office: str = ""
    is_speaker: bool = False

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        """The roles that the fact gives it."""
        said = parse_role(self.office) if self.office else None
        beside = (role_beside(text, mention) for text, mention in self.places)
        return tuple(role for role in (said, *beside) if role)


# A draft has the same names again and again.
@lru_cache(2_048)
def compared(words: tuple[str, ...]) -> ComparedName:
    """The words of a name, without those that may be left out."""
    kept = [
        word
        for word in words
        if len(folded(word)) > 1
        and not are_initials(word)
        and word not in _LEFT_OUT
        and word.lower().rstrip(".") not in _SKIPPED
    ]
    if len(kept) > 2 and (kept[0].lower() in MAYBE_TITLES or kept[0] in SHIP_PREFIXES):  # noqa: PLR2004
        kept = kept[1:]
    return ComparedName(tuple(kept), tuple(map(folded, kept)), " ".join(words), marks_of(words))


def _with_article(name: ComparedName, text: str, start: int) -> ComparedName:
    """The name in full with the article before it, which comparisons leave out: "El Salvador"."""
    before = _ARTICLE_BEFORE.search(text, max(start - _LONGEST_ARTICLE - 1, 0), start)
    article = before["article"] if before else ""
    return replace(name, full=f"{article} {name.full}") if article.lower() in ARTICLES_OF_PLACES else name


def surname_of(name: ComparedName) -> ComparedName:
    """The last word of a person's name, as a name."""
    return ComparedName(name.written[-1:], name.words[-1:], name.full, NameMarks())


class KnownNames(ABC):
    """The names that one piece of evidence knows, read when they are asked for."""

    key: Hashable
    as_of: EdtfDate | None = None
    is_superseded = False
    is_source = False

    def __init__(self) -> None:
        self._context: dict[tuple[str, ...], frozenset[str]] = {}

    @property
    @abstractmethod
    def text(self) -> str:
        """All that it says around the names."""

    @property
    @abstractmethod
    def _naming_texts(self) -> Iterable[str]:
        """The texts whose names are known."""

    def _speakers(self) -> Iterable[KnownName]:
        """The speakers of quotes, who come before other names."""
        return ()

    @cached_property
    def names(self) -> tuple[KnownName, ...]:
        """Each name once."""
        found: dict[ComparedName, KnownName] = {}
        for speaker in self._speakers():
            found[speaker.name] = speaker
        for text in self._naming_texts:
            for mention in names_in(text):
                name = _with_article(compared(mention.words), text, mention.span.start)
                if name.words:
                    found.setdefault(name, KnownName(name)).places.append((text, mention))
        return tuple(known for known in found.values() if not _is_tail(known.name, found))

    def _labels(self) -> Iterable[str]:
        """What is a name, or a title, from its first word to its last."""
        return ()

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The titles of works: whole labels, and what is in quotation marks."""
        quoted = (text[slice(*span)] for text in self._naming_texts for span in find_titles(text))
        return tuple(dict.fromkeys((*(label for label in self._labels() if is_title(label)), *quoted)))

    def knows_word(self, word: str) -> bool:  # noqa: ARG002 - what stands by itself knows no more than its names
        """Whether what it belongs to has a word of a name elsewhere, so that whoever has it may be another."""
        return False

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """What all of it names."""
        return vocabulary_of(self.text)

    def context_without(self, words: tuple[str, ...]) -> frozenset[str]:
        """The stems of its words, but for those of a name."""
        if words not in self._context:
            self._context[words] = self.vocabulary.stems - stems_of_name(words)
        return self._context[words]


class NamesOfFact(KnownNames):
    """The names of a fact: of its subject, aliases, speaker, statement and keywords."""

    def __init__(self, fact: Fact) -> None:
        super().__init__()
        self.fact = fact
        self.key = fact.id
        self.as_of = fact.as_of
        self.is_superseded = fact.rank == "deprecated"

    @cached_property
    def text(self) -> str:
        """All that it says of itself, the role of its speaker too."""
        value = self.fact.value
        said = (value.speaker or "", value.role or "") if isinstance(value, Quotation) else ()
        parts = (self.fact.statement, self.fact.subject or "", *self.fact.aliases, *self.fact.keywords, *said)
        return " . ".join(filter(None, parts))

    @property
    def _naming_texts(self) -> Iterable[str]:
        return (*self._labels(), self.fact.statement)

    def _labels(self) -> Iterable[str]:
        fact = self.fact
        return (fact.subject or "", *fact.aliases, *fact.keywords)

    def _speakers(self) -> Iterator[KnownName]:
        value = self.fact.value
        if isinstance(value, Quotation) and value.speaker:
            for mention in find_names(value.speaker)[:1]:
                name = compared(mention.words)
                if name.words:
                    yield KnownName(name, office=value.role or "", is_speaker=True)


def _is_tail(name: ComparedName, others: Iterable[ComparedName]) -> bool:
    """Whether a name of several words is the surname of a longer one."""
    length = len(name.words)
    return length > 1 and any(other.words[-length:] == name.words for other in others if len(other.words) > length)


def names_in(text: str) -> list[NameMention]:
    """The names of a text; those of bodies that "and" joins come first, and then their parts.

    >>> [name.name for name in names_in("Ruiz left the Coastal Survey and Mapping Agency.")]
    ['Ruiz', 'Coastal Survey and Mapping Agency', 'Coastal Survey', 'Mapping Agency']
    """
    found: list[NameMention] = []
    for mention in find_names(text):
        before = found[-1] if found else None
        if before and text[before.span.end : mention.span.start] == " and " and _is_body(mention):
            words = (*before.words, "and", *mention.words)
            found.insert(-1, before._replace(span=Span(before.span.start, mention.span.end), words=words))
        found.append(mention)
    return found


def _is_body(mention: NameMention) -> bool:
    return len(mention.words) > 1 and mention.words[-1].lower() in KINDS


def words_as_written(text: str) -> frozenset[str]:
    """The words of a text as those of names are found, without possessives."""
    return frozenset(_WORD.findall(text))


def labelled_names(fact: Fact) -> Iterator[tuple[ComparedName, JsonPath]]:
    """The names in the subject, the aliases and the speaker of a fact, each with the path of its field."""
    value = fact.value
    texts: list[tuple[str, JsonPath]] = [(fact.subject or "", ("subject",))]
    texts += [(alias, ("aliases", number)) for number, alias in enumerate(fact.aliases)]
    if isinstance(value, Quotation) and value.speaker:
        texts.append((value.speaker, ("value", "speaker")))
    for text, path in texts:
        for mention in find_names(text):
            name = compared(mention.words)
            if name.words:
                yield name, path


def stems_of_name(words: tuple[str, ...]) -> frozenset[str]:
    """The stems under which the words of a name are known."""
    return frozenset(meaning(fold(word)) for word in words)


def is_upper(mention: NameMention) -> bool:
    """Whether the name is all capitals, as in a headline."""
    return mention.name.isupper()
