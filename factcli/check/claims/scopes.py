"""Whether a sentence gives its figure for something else: "in new flats", "paid for a keeper", "a day ticket"."""

from __future__ import annotations

from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from factcli.check.claims.clauses import is_verb_at, places_near
from factcli.check.claims.shared_slots import knows_stem
from factcli.check.subjects import is_left_out
from factcli.check.weighing.value_slips import is_any_slip
from factcli.english.function_words import DETERMINERS, PLACING, POSSESSIVES, PREPOSITIONS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import AIMS, CLASSES, ELSEWHERE, NO_SCOPES, REPORTERS, SCOPES, SCOPING, SPANS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.check.alignment import Alignment
    from factcli.check.claims.slots import Claim
    from factcli.check.guards import Situation
    from factcli.check.known_facts import KnownFact
    from factcli.check.passages import Figure, Passage
    from factcli.check.vocabulary import Vocabulary
    from factcli.english.stemming import Word

_LONGEST = 6
_NARROWS_NOTHING = NO_SCOPES | REPORTERS | SPANS


def is_of_other_scope(situation: Situation) -> bool:
    """The sentence opens with a place, a time or a group that the fact does not know: "in new flats", "at home".

    So it is where it gives a sum or a share for another class of people.
    """
    alignment = situation.alignment
    is_unknown = any(not _knows(alignment.known, word) for word in _opening_scope(alignment.passage))
    return is_unknown or _is_of_other_class(alignment)


def is_of_other_scope_without_slip(situation: Situation) -> bool:
    """The same but for a slip of the fact's value, or the value of another fact; or the draft leaves out a place."""
    alignment = situation.alignment
    if said_of_the_rest(situation):
        return True
    if is_any_slip(alignment.claim.value, alignment.figure.value) or situation.rivals.has_value:
        return False
    return is_of_other_scope(situation)


def _is_of_other_class(alignment: Alignment) -> bool:
    """Whether a sum or a share is said of a class of people that the fact does not know: "students pay €4"."""
    if alignment.claim.mention.kind not in {"money", "percent"}:
        return False
    classes = (word for word in alignment.passage.words if word.text in CLASSES and word.stem in alignment.here.terms)
    return any(not alignment.known.vocabulary.means(word.text) for word in classes)


def said_of_the_rest(situation: Situation) -> bool:
    """The draft says it of what is left without a place, the fact does not: "outside Lomar"."""
    ours, theirs = situation.alignment.passage, situation.alignment.known.passage
    return _leaves_out(ours) and not (_leaves_out(theirs) or any(word.text in ELSEWHERE for word in theirs.words))


def _leaves_out(passage: Passage) -> bool:
    return any(is_left_out(name, passage) for name in passage.names)


def _opening_scope(passage: Passage) -> list[Word]:
    """The words that say where, when or in which group, if they open a sentence, up to any figure."""
    words = passage.words
    begin = next((at for at, word in enumerate(words) if not word.is_mark), len(words))
    if begin == len(words) or words[begin].text not in SCOPING:
        return [word for word in words[begin : begin + 1] if word.text in SCOPES]
    phrase = list(takewhile(lambda word: not _is_of_figure(word, passage), _phrase(words, begin + 1)))
    scope = [word for word in phrase if word.is_content]
    is_placed = any(word.text in PLACING and following.is_capital for word, following in pairwise(phrase))
    return [] if is_placed or any(word.text in _NARROWS_NOTHING for word in scope) else scope


def _phrase(words: Sequence[Word], begin: int) -> Sequence[Word]:
    """The words of a noun phrase from its article on: up to a mark, a verb, or the article of the next."""
    if words[begin : begin + 1] and words[begin].text in POSSESSIVES:
        return []
    for at in range(begin, min(begin + _LONGEST, len(words))):
        is_next = at > begin and (words[at].text in DETERMINERS or _begins_name(words, at))
        if words[at].is_mark or is_next or is_verb_at(words, at):
            return words[begin:at]
    return words[begin : begin + _LONGEST]


def _begins_name(words: Sequence[Word], at: int) -> bool:
    """Whether a name follows a common noun: "at home Lomar won"."""
    return words[at].is_capital and not words[at - 1].is_capital and words[at - 1].is_content


def _is_of_figure(word: Word, passage: Passage) -> bool:
    return any(each.span.start <= word.start < each.span.end for each in passage.mentions)


def _knows(known: KnownFact, word: Word) -> bool:
    """Whether a fact has a word; a name may stand in another fact of its subject."""
    if word.is_in_name:
        return known.vocabulary.knows(word.folded) or known.kin.vocabulary.knows(word.folded)
    return known.vocabulary.means(word.text) or knows_stem(known.vocabulary.stems, word.stem)


def has_other_aim(alignment: Alignment) -> bool:
    """Whether both clauses say for, among or of whom or what, and each names what the other does not know."""
    here, there = alignment.passage, alignment.known.passage
    ours, theirs = _aims(here, alignment.claim, alignment.here), _aims(there, alignment.figure, alignment.there)
    known, said = alignment.known.vocabulary, here.vocabulary
    return any(
        not any(_is_known(word, known) for word in ours[link])
        and not any(_is_known(word, said) for word in theirs[link])
        for link in ours.keys() & theirs.keys()
    )


def _aims(passage: Passage, figure: Figure, claim: Claim) -> dict[str, list[Word]]:
    """The nouns after "for" or "among" in the clause of a figure, and the first after its "of", by the preposition."""
    found = {}
    for at in places_near(passage.words, figure.mention.span):
        link = _link(passage.words[at], figure)
        nouns = [each for each in _aim(passage, at + 1) if each.stem in claim.terms] if link else []
        if nouns:
            found[link] = nouns[:1] if link == "of" else nouns
    return found


def _aim(passage: Passage, begin: int) -> list[Word]:
    """The content words of a noun phrase, with what comes after its "of"."""
    words = passage.words[begin : begin + _LONGEST]
    phrase = takewhile(lambda word: word.text == "of" or not _ends_aim(word, passage), words)
    return [word for word in phrase if word.is_content]


def _ends_aim(word: Word, passage: Passage) -> bool:
    return word.is_mark or word.text in PREPOSITIONS or _is_of_figure(word, passage)


def _link(word: Word, figure: Figure) -> str:
    """The sort of preposition that a word is as far as it tells what a figure is of; empty for other words."""
    _, end = figure.mention.span
    if word.text == "of":
        return "of" if word.start == end + 1 else ""
    is_no_spending = word.text == "on" and figure.mention.kind != "money"
    is_after_date = figure.is_date and word.start >= end
    return "" if is_no_spending or is_after_date else AIMS.get(word.text, "")


def has_other_modifier(alignment: Alignment) -> bool:
    """Whether each clause says what sort of its thing it means, which the other does not know: "a day ticket"."""
    if alignment.claim.is_date or is_any_slip(alignment.claim.value, alignment.figure.value):
        return False
    known, said = alignment.known.vocabulary, alignment.passage.vocabulary
    ours = _sorts_in(alignment.passage, alignment.claim, alignment.here)
    theirs = _sorts_in(alignment.known.passage, alignment.figure, alignment.there)
    return any(
        not (_is_known(ours[noun], known) or _is_known(theirs[noun], said)) for noun in ours.keys() & theirs.keys()
    )


def _sorts_in(passage: Passage, figure: Figure, claim: Claim) -> dict[str, Word]:
    """The word right before the noun that a clause is about, or that governs its figure, by the stem of the noun."""
    nouns = {claim.subject, claim.attribute} - {""}
    return {
        noun.stem: before
        for before, noun in pairwise(passage.words[at] for at in places_near(passage.words, figure.mention.span))
        if noun.stem in nouns and not noun.text.endswith("ing") and _is_common(noun)
        if _is_common(before) and not _is_of_figure(before, passage)
    }


def _is_common(word: Word) -> bool:
    """Whether a word is part of a noun phrase without names: neither a verb nor a function word."""
    return word.is_content and not (word.is_in_name or is_verb(word.text))


def _is_known(word: Word, known: Vocabulary) -> bool:
    return known.knows(word.folded) or knows_stem(known.stems, word.stem)
