"""Whether a clause is about a thing that the subject of a fact has: "the museum of the Pell Tramway"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.check.claims.scopes import has_other_aim
from factcli.check.claims.setting_apart import another_thing
from factcli.check.claims.shared_slots import knows_stem
from factcli.english.events import EVENT_NOUNS, FRAME_OF, RECURRENT
from factcli.english.function_words import DETERMINERS, PLACING
from factcli.english.marks import HYPHENS
from factcli.english.measuring.named_measures import measures_in
from factcli.english.measuring.narrowing import ABSTRACT_ENDINGS, ACTING_FOR, EMPTY_HEADS, NAMED_AFTER_OF, REPORTERS
from factcli.english.naming.happenings import HAPPENINGS
from factcli.english.naming.kinds import BODIES, KINDS
from factcli.english.nouns import is_plural

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.check.alignment import Alignment
    from factcli.check.guards import Situation
    from factcli.check.known_facts import KnownFact
    from factcli.english.stemming import Word

# A ship or a wing.
_SHORT = 5
_BODIES = KINDS | BODIES
# These do what their owner does.
_STANDING_IN = ACTING_FOR | EMPTY_HEADS | REPORTERS
# These stand for their subject, or say what is done with it.
_NO_THINGS = _STANDING_IN | HAPPENINGS | RECURRENT | FRAME_OF.keys() | EVENT_NOUNS.keys()
_POSSESSING = frozenset({"has", "have", "had"})
_COUNTED = frozenset({"count"})
_HAVING = PLACING | {"of", "to"}
_NAME_WORDS = 6
# "The Museum of Glass in Havelin" has words that do not count.
_FILLERS = 2


def is_of_another_thing(situation: Situation) -> bool:
    """The clause of the figure says that it is about another thing than the fact's, or for or of another one."""
    alignment = situation.alignment
    return another_thing(situation) or is_thing_of_subject(alignment) or has_other_aim(alignment)


def is_said_of_another_thing(situation: Situation) -> bool:
    """The clause says of another thing what the fact says of its own: of the lens, not the probe; paid for a harp."""
    return _is_said_of_thing(situation.alignment) or has_other_aim(situation.alignment)


def is_thing_of_subject(alignment: Alignment) -> bool:
    """Whether the draft's clause is about a thing of the fact's subject that the fact does not know.

    The size, the opening or the crew of a ship says something of the ship, its sister ship does not.
    """
    head, known = alignment.here.subject, alignment.known
    if not head or knows_stem(known.vocabulary.stems, head):
        return False
    words, end = alignment.passage.words, alignment.claim.mention.span.start
    places = (at for at, word in enumerate(words) if word.stem == head and word.end <= end)
    return any(_is_thing(words, at) and _is_owned(words, at, known) for at in places)


def _is_said_of_thing(alignment: Alignment) -> bool:
    """Whether a draft says of a thing of the subject what the fact says of that itself: "the lens of Argus weighs"."""
    head, known = alignment.here.subject, alignment.known
    if alignment.claim.is_date or not head or knows_stem(known.vocabulary.stems, head):
        return False
    if alignment.there.subject not in known.subject.stems | {""} or not _does_the_same(alignment):
        return False
    words, end = alignment.passage.words, alignment.claim.mention.span.start
    places = (at for at, word in enumerate(words) if word.stem == head and word.end <= end)
    return any(words[at].text not in _STANDING_IN and _is_owned(words, at, known) for at in places)


def _does_the_same(alignment: Alignment) -> bool:
    """Whether both clauses have one verb, or both say what one has."""
    verb = alignment.here.verb
    if verb != alignment.there.verb:
        return False
    sides = alignment.passage, alignment.known.passage
    return bool(verb) or all(any(word.text in _POSSESSING for word in side.words) for side in sides)


def _is_thing(words: Sequence[Word], at: int) -> bool:
    """Whether a word is the noun of one thing, which is not what is done, what happens or what is measured."""
    noun, following = words[at], words[at + 1 : at + 2]
    if noun.is_in_name or is_plural(noun.text) or noun.text in _NO_THINGS:
        return False
    # A shop is a thing, though shops may be what is counted; a debt is not.
    if any(each.row.dimensions - _COUNTED for each in measures_in([noun])):
        return False
    if following and following[0].text in HYPHENS:
        return False
    return noun.text in _BODIES or len(noun.text) <= _SHORT or not noun.text.endswith(ABSTRACT_ENDINGS)


def _is_owned(words: Sequence[Word], at: int, known: KnownFact) -> bool:
    """Whether the name of the subject comes after a noun, which is "of" or in it, or before it as its owner."""
    after = words[at + 1 : at + 2]
    if after and after[0].text in (PLACING if words[at].text in NAMED_AFTER_OF else _HAVING):
        begin = at + 3 if words[at + 2 : at + 3] and words[at + 2].text in DETERMINERS else at + 2
        return _is_name_of(words[begin : begin + _NAME_WORDS], known)
    mark = next((place for place in range(at - 1, max(at - 4, 0), -1) if words[place].text == "s"), None)
    return mark is not None and _is_name_of(words[max(mark - 1 - _NAME_WORDS, 0) : mark - 1][::-1], known)


def _is_name_of(words: Sequence[Word], known: KnownFact) -> bool:
    """Whether some words begin with those of a name of the subject, in whatever order."""
    return any(
        tokens.keys() <= {word.folded for word in words[: len(tokens) + _FILLERS]} for tokens in known.subject_names
    )
