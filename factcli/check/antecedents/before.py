"""The sentences and headings before a sentence: what it may be about where it does not say."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.vocabulary import Vocabulary, forms_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcli.check.antecedents.referring import Referring
    from factcli.check.antecedents.told import Named, Told

# A sentence may refer to what this many sentences before it named.
SENTENCES_BEFORE = 5
# One that names its own subject is read with what this many sentences before it know.
_AROUND_A_NAME = 2
_NOTHING = Vocabulary(frozenset(), frozenset())


class Section(NamedTuple):
    """What the heading of a section and those above it name together; its level is as ``Heading`` has it."""

    level: int
    known: Vocabulary


class Meant(NamedTuple):
    """What a sentence refers to: the words that name it, its name where that is sure, and whether it is another one.

    ``is_another`` says that the sentences before tell of something else that has no name, or of several.
    """

    known: Vocabulary = _NOTHING
    name: tuple[str, ...] = ()
    is_another: bool = False


class SentenceBefore(NamedTuple):
    """What a sentence tells, and what it refers to itself."""

    told: Told
    meant: Meant

    @property
    def known(self) -> Vocabulary:
        """What it knows, and what is known of what it refers to."""
        return self.told.vocabulary.joined(self.meant.known)

    @property
    def is_of_part(self) -> bool:
        """Whether it is about something that was told of only in other words, if at all: "The roof is new"."""
        reference = self.told.reference
        if reference is None or not reference.noun:
            return False
        is_known = bool(self.meant.name) or reference.stem in self.meant.known.stems
        return not (is_known and reference.stands_for_name)


class Before(NamedTuple):
    """What a sentence without a name may be about: the sentences before it, and the sections it is in.

    ``since_name`` counts the sentences below the heading since the last one that has a name.
    """

    sections: tuple[Section, ...] = ()
    sentences: tuple[SentenceBefore, ...] = ()
    since_name: int = _AROUND_A_NAME

    def around(self, level: int) -> tuple[Section, ...]:
        """The sections that one of a level is in; where levels are not known, only a heading right above counts."""
        if not (self.sentences or level):
            return self.sections
        return tuple(each for each in self.sections if (each.level < level if each.level else not self.sentences))

    def below(self, level: int, heading: Vocabulary, *, is_part: bool) -> Before:
        """What is known below a heading that names something, as a part of what those above it name or not."""
        around = self.around(level)
        known = heading.joined(around[-1].known) if around and is_part else heading
        return Before((*around, Section(level, known)))

    def after_deeper(self, level: int) -> Before:
        """What is known below a heading that names nothing: it ends only the sections that are deeper."""
        kept = tuple(each for each in self.sections if not level or each.level <= level)
        return self if len(kept) == len(self.sections) else Before(kept)

    def after(self, told: Told) -> Before:
        """What is known after one more sentence."""
        since = 0 if told.names else min(self.since_name + 1, _AROUND_A_NAME)
        read = SentenceBefore(told, self.meant_by(told.reference) if told.reference else Meant())
        return Before(self.sections, (*self.sentences, read)[-SENTENCES_BEFORE:], since)

    def meant_in(self, told: Told) -> Meant:
        """What a sentence is about as far as the text before it says."""
        if told.reference is None:
            return Meant(self._known_around())
        return self.meant_by(told.reference)

    def meant_by(self, reference: Referring) -> Meant:
        """What the next sentence refers to, if it does so in this way."""
        return self._called(reference) or self._last(reference)

    def _called(self, reference: Referring) -> Meant | None:
        """What was called so last: "the zoo" after "Lomar Zoo"."""
        if not reference.noun:
            return None
        for read in reversed(self.sentences):
            names = [each for each in read.told.names if reference.noun in each.called]
            if names:
                return _one_of(names, read)
            is_another, words = _tells_of_another(reference, read.told), read.told.vocabulary
            if reference.stem in words.stems:
                return Meant(words, is_another=True) if is_another else read.meant._replace(known=read.known)
            if is_another:
                return None
        return None

    def _last(self, reference: Referring) -> Meant:
        """What was named last that may be meant."""
        passed: list[SentenceBefore] = []
        for read in reversed(self.sentences):
            names = _fitting(reference, read.told.names)
            if names:
                meant = _one_of(names, read) if reference.sort == "person" else _about(names[0], read)
                known = meant.known.joined(self._words_of(passed))
                return meant._replace(known=known) if reference.is_explicit else Meant(known)
            passed.append(read)
            if reference.sort != "person" and _is_led_away(reference, read):
                return Meant(self._words_of(passed), is_another=True)
            if not reference.noun and (read.meant.name or read.meant.is_another):
                return read.meant._replace(known=read.meant.known.joined(self._words_of(passed)))
        section = [each.known for each in self.sections[-1:]]
        return Meant(reduce(Vocabulary.joined, section, self._words_of(passed)))

    def _known_around(self) -> Vocabulary:
        """What the last sentences know, and the section, unless sentences with names say what is meant."""
        section = [each.known for each in self.sections[-1:] if self.since_name >= _AROUND_A_NAME]
        return reduce(Vocabulary.joined, section, self._words_of(self.sentences[-_AROUND_A_NAME:]))

    @staticmethod
    def _words_of(read: Iterable[SentenceBefore]) -> Vocabulary:
        return reduce(Vocabulary.joined, (each.told.vocabulary for each in read), _NOTHING)


def _is_led_away(reference: Referring, read: SentenceBefore) -> bool:
    """Whether a sentence tells of something else without a name, which may be meant next: "The roof is new.  It"."""
    return read.told.opens_new or _tells_of_another(reference, read.told) or (not reference.noun and read.is_of_part)


def _tells_of_another(reference: Referring, told: Told) -> bool:
    """Whether a sentence tells of another one of the kind that is referred to."""
    return "" in told.others or (bool(reference.noun) and reference.stem in told.others)


def _fitting(reference: Referring, names: Iterable[Named]) -> list[Named]:
    """The names that a reference may mean, as far as they tell what sort of thing they name."""
    if reference.sort == "person":
        return [each for each in names if each.is_person or (each.is_person is None and not each.is_governed)]
    may_speak = reference.is_of_body or not reference.noun
    free = (each for each in names if not each.is_governed and (may_speak or not each.speaks))
    return [each for each in free if reference.may_be_person or not each.is_person]


def _one_of(names: list[Named], read: SentenceBefore) -> Meant:
    """What is meant by one of some names; another one, if they are of several."""
    if all(names[0].is_same(each) for each in names):
        return _about(names[-1], read)
    return Meant(_without(read, names), is_another=True)


def _about(name: Named, read: SentenceBefore) -> Meant:
    others = [each for each in read.told.names if not (each.is_governed or each.is_same(name))]
    return Meant(_without(read, others, name), name.tokens)


def _without(read: SentenceBefore, names: Iterable[Named], kept: Named | None = None) -> Vocabulary:
    """What a sentence knows but for some names."""
    own = kept.tokens if kept else ()
    left_out = {form for each in names for token in each.tokens if token not in own for form in forms_of(token)}
    vocabulary = read.told.vocabulary
    return vocabulary._replace(names=vocabulary.names - left_out) if left_out else vocabulary
