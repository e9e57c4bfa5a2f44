"""Whether a sentence names what a fact is about, or something that the fact does not mention."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING

from factcli.english.marks import HYPHENS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.naming.kinds import KINDS, OPENING_KINDS
from factcli.english.people import INSTITUTIONS, TITLES

if TYPE_CHECKING:
    from factcli.check.alignment import Alignment
    from factcli.check.antecedents.before import Meant
    from factcli.check.known_facts import KnownFact
    from factcli.check.names import Name
    from factcli.check.passages import Passage
    from factcli.check.vocabulary import Vocabulary

_NAME_AND_KIND = 2
# How far after "outside" a place may come, in characters.
_LEFT_OUT_WITHIN = 40
# "The Lomar property firm Bresk Mills".
_DESCRIBING_WORDS = 3
# A clause or a sentence that shares this many words with a fact, and this share of its own, tells of it.
_RETOLD_WORDS = 3
_RETOLD_SHARE = 0.5


def names_subject(passage: Passage, known: KnownFact, before: Vocabulary) -> bool:
    """Whether the sentence names the subject or an alias by at least half of its words.

    A sentence that names nothing else may leave that to the sentences ``before`` it.
    """
    kept = passage.named_subjects.get(known)
    if kept is None or kept[0] is not before:
        is_so = is_named(passage.vocabulary, known) or (
            not _other_subjects(passage, known) and is_named(passage.vocabulary.joined(before), known)
        )
        kept = passage.named_subjects[known] = before, is_so
    return kept[1]


def is_named(vocabulary: Vocabulary, known: KnownFact) -> bool:
    """Whether ``vocabulary`` holds at least half of the words of the subject, or of an alias, by weight."""
    names = vocabulary.names
    if names.isdisjoint(known.subject_words):
        return False
    for total, tokens in known.subject_forms:
        named = 0
        for weight, forms in tokens:
            if not names.isdisjoint(forms):
                named += weight
        if 2 * named >= total:
            return True
    return False


def is_completed(vocabulary: Vocabulary, more: Vocabulary, known: KnownFact) -> bool:
    """Whether ``more`` knows a word of the subject, or of an alias, that ``vocabulary`` does not know."""
    words = {word for words in known.subject_names for word in words}
    return any(more.knows(word) and not vocabulary.knows(word) for word in words)


def _other_subjects(passage: Passage, known: KnownFact) -> bool:
    """Whether the sentence names what the fact does not know, and not only in an insertion."""
    return any(not passage.is_inserted(name.start) for name in unknown_names(passage, known))


def is_foreign(passage: Passage, known: KnownFact, meant: Meant) -> bool:
    """Whether the first name of the sentence is unknown to the fact, and less than half of the subject is named.

    So is what the sentence refers to by "it" or "the zoo", if the sentences before named something else.
    """
    if known.is_unnamed:
        return False
    if refers_to_another(meant, known) and not _has_name_of(passage, known):
        return True
    first = next((name.tokens for name in passage.names if not passage.is_inserted(name.start)), None)
    if first is None or (passage.opens_with_pronoun and is_named(meant.known, known)):
        return False
    return _is_another_name(first, passage, known)


def _is_another_name(tokens: tuple[str, ...], passage: Passage, known: KnownFact) -> bool:
    """Whether a name is that of something else than the subject, which the sentence does not name besides."""
    if is_namesake(tokens, known):
        return True
    if is_other_of_kind(tokens, known):
        return not any(passage.vocabulary.knows(token) for token in _own_words(known, kind=tokens[-1]))
    return not (known.vocabulary.knows_name(tokens) or is_named(passage.vocabulary, known))


def refers_to_another(meant: Meant, known: KnownFact) -> bool:
    """Whether what a sentence refers to is surely not the subject of a fact."""
    if meant.is_another:
        return not is_named(meant.known, known)
    if not meant.name or any(words.keys() <= set(meant.name) for words in known.subject_names):
        return False
    return _is_foreign(meant.name, known) or _shares_only_the_last_word(meant.name, known)


def _shares_only_the_last_word(tokens: tuple[str, ...], known: KnownFact) -> bool:
    """Whether a name has but the last word of the subject's, a surname or a kind: "Bresk Zoo" beside "Lomar Zoo"."""
    *own, last = (token for token in tokens if token not in TITLES)
    is_shared = any(last in words and len(words) > 1 for words in known.subject_names)
    return bool(own) and is_shared and not any(known.vocabulary.knows(token) for token in own)


def _has_name_of(passage: Passage, known: KnownFact) -> bool:
    """Whether the sentence names the subject with a capital, where that has one: "the zoo" does not name Lomar Zoo."""
    if not is_named(passage.vocabulary, known):
        return False
    has_capital = any(char.isupper() for char in known.fact.subject or "")
    return not has_capital or any(token in known.subject_words for name in passage.names for token in name.tokens)


def unknown_names(passage: Passage, known: KnownFact) -> list[Name]:
    """The names of the sentence that the fact, and others of its subject, do not know."""
    found = passage.unknown_names.get(known.fact.id)
    if found is None:
        found = passage.unknown_names[known.fact.id] = _find_unknown(passage, known)
    return found


def _find_unknown(passage: Passage, known: KnownFact) -> list[Name]:
    # What the fact leaves unnamed, the first name of the sentence may name.
    names = passage.names[1:] if known.is_unnamed else passage.names
    foreign = {tokens for tokens in {name.tokens for name in names} if _is_foreign(tokens, known)}
    unknown = [name for name in names if name.tokens in foreign and not is_left_out(name, passage)]
    return [name for name in unknown if not _describes_subject(name, passage, known)]


def _describes_subject(name: Name, passage: Passage, known: KnownFact) -> bool:
    """Whether a name is in a description that leads to the name of the subject: "the Lomar potter Ana Silva"."""
    following = next((other for other in passage.names if other.start > name.end), None)
    if following is None or not any(words.keys() <= set(following.tokens) for words in known.subject_names):
        return False
    between = [word for word in passage.words if name.end <= word.start and word.end <= following.start]
    is_noun = all(word.is_content and not word.is_mark and not is_verb(word.text) for word in between)
    return 0 < len(between) <= _DESCRIBING_WORDS and is_noun


def _is_foreign(tokens: tuple[str, ...], known: KnownFact) -> bool:
    is_known = known.vocabulary.knows_name(tokens) or known.kin.vocabulary.knows_name(tokens)
    return not is_known or is_namesake(tokens, known)


def is_elsewhere(passage: Passage, known: KnownFact) -> bool:
    """Whether the sentence names a place that the fact does not know, and the fact one that the sentence does not."""
    if not any(_is_foreign(place, known) for place in passage.places):
        return False
    return any(not passage.vocabulary.knows_name(place) for place in known.passage.places)


def is_institution(name: Name) -> bool:
    """Whether a name is that of a parliament, a ministry or another body of a state."""
    return all(token in INSTITUTIONS for token in name.tokens)


def retells(alignment: Alignment) -> bool:
    """Whether the clause of a figure, or its sentence, says most of what the statement says, in its words."""
    known, passage = alignment.known, alignment.passage
    counted = " ".join(alignment.claim.mention.modifiers).split()
    # A test before the clauses of the sentence are read.
    if len(passage.vocabulary.stems & known.vocabulary.stems) + len(counted) + 1 < _RETOLD_WORDS:
        return False
    # "The zoo" says no more than that some zoo is meant.
    own = known.subject.stems & {alignment.here.subject}
    shared = alignment.here.terms & known.vocabulary.stems - own
    if len(shared) >= _RETOLD_WORDS and alignment.clause_known >= _RETOLD_SHARE:
        return True
    said = passage.stems_beside_figures - own
    return len(said & known.passage.vocabulary.stems) >= max(_RETOLD_WORDS, _RETOLD_SHARE * len(said))


def is_left_out(name: Name, passage: Passage) -> bool:
    """Whether the sentence names it only to leave it out: "outside Lomar and Bresk"."""
    before = f" {passage.text[max(name.start - _LEFT_OUT_WITHIN, passage.span.start) : name.start].lower()}"
    return any(word in before.rpartition(",")[2] for word in (" outside ", " excluding ", " except ", " apart from "))


def is_namesake(tokens: tuple[str, ...], known: KnownFact) -> bool:
    """Whether a name shares its last word with the subject, but has another one before it: a relative of hers."""
    *given, last = tokens
    given = [token for token in given if token not in TITLES]
    if not given or any(known.vocabulary.knows(token) for token in given):
        return False
    return last in known.surnames and any(last in words and len(words) > 1 for words in known.subject_names)


def is_other_of_kind(tokens: tuple[str, ...], known: KnownFact) -> bool:
    """Whether a name has only its kind in common with the subject: "Lomar Bridge" beside "Sorrel Bridge"."""
    *own, kind = tokens
    if len(tokens) != _NAME_AND_KIND or kind not in KINDS or own[0] in OPENING_KINDS:
        return False
    if known.vocabulary.knows(own[0]) or known.kin.vocabulary.knows(own[0]):
        return False
    return any(kind in words and len(words) > 1 for words in known.subject_names)


def _own_words(known: KnownFact, *, kind: str) -> set[str]:
    """The words of the names of the subject, but for their kind."""
    return {word for words in known.subject_names for word in words if word not in KINDS and word != kind}


def is_other_number(passage: Passage, known: KnownFact) -> bool:
    """Whether the sentence names another one of a numbered series than the subject: "Argus 5" beside "Argus-4"."""
    theirs = known.numbers_of_names
    if not theirs:
        return False
    words = [word for word in passage.words if word.text not in HYPHENS]
    pairs = [(word.folded, number.text) for word, number in pairwise(words) if word.is_capital]
    named = {number for word, number in pairs if word in theirs and number.isdigit()}
    return bool(named) and named.isdisjoint(theirs.values())


def stands_before_subject(alignment: Alignment) -> bool:
    """Whether the draft's date comes right before the name of the fact's subject: "the 1994 Lomar flood"."""
    end, names = alignment.claim.mention.span.end, alignment.passage.names
    at = bisect_left(names, end, key=attrgetter("start"))
    if not alignment.claim.is_date or at == len(names) or names[at].start > end + 1:
        return False
    following = set(names[at].tokens)
    return any(tokens.keys() <= following for tokens in alignment.known.subject_names)
