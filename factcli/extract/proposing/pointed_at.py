"""The words of a sentence that others point to: its subject, the poll it tells of, a name with its noun or age."""

from __future__ import annotations

from collections import deque
from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING

from factcli.english.aliases import country_of
from factcli.english.function_words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DEMONSTRATIVES,
    FUNCTION_WORDS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    STANDING_FOR,
    SUBJECT_PRONOUNS,
)
from factcli.english.measuring.clause_words import LINKS, OPENING_ASIDES, RELATIVE, SUBORDINATE
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.saying_whose import BETWEEN_NAME_AND_AGE
from factcli.english.measuring.sport import VENUES
from factcli.english.naming.happenings import BEFORE_SOMEBODY, CONNECTIVES, NATIONALS, PARTICIPLES, POLLS, SOMEBODY
from factcli.english.naming.kinds import KINDS
from factcli.english.naming.regions import REGIONS
from factcli.english.people import DEMONYM_ENDINGS, PERSONAL_PRONOUNS, VERBS
from factcli.extract.telling import is_hyphen
from factcli.mentions.quotes.speakers import person_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word
    from factcli.extract.proposing.naming import NamePart
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention

_LONGEST_PHRASE = 9
_WITHIN_PHRASE = LINKS | {"in", "for"}
_NO_PHRASE = (PREPOSITIONS - _WITHIN_PHRASE) | PRONOUNS | POSSESSIVES | DEMONSTRATIVES | CONJUNCTIONS - {"and"}
_DASHES = frozenset({"–", "—", "-"})
_OWN = 3
_OPENING = 6
_SAID_WITHIN = 10
_BESIDE = len(" at the ")
_OF_MEN, _OF_WOMEN = frozenset({"he", "him", "his"}), frozenset({"she", "her"})
_JOINING = frozenset(each.strip(",") for each in CONNECTIVES)
_POLLING = frozenset({"by", "for", "from"})


def subject_phrase(segment: Segment) -> Sequence[Word]:
    """The words before the verb of a sentence, if they are a short phrase without a pronoun: "the boats of Lomar"."""
    words = segment.words
    verb = next((at for at, word in enumerate(words) if _is_verb_there(word)), 0)
    phrase = words[:verb]
    if not 0 < verb <= _LONGEST_PHRASE or phrase[0].text in _NO_PHRASE | PREPOSITIONS or is_verb(phrase[-1].text):
        return []
    is_plain = all(not word.is_mark and word.text not in _NO_PHRASE for word in phrase[1:])
    return phrase if is_plain else []


def _is_verb_there(word: Word) -> bool:
    return not word.is_in_name and (is_verb(word.text) or word.text in AUXILIARIES)


def may_be_another(segment: Segment) -> bool:
    """Whether "she" of the next sentence may be somebody else than who was named before this one.

    "A woman came", "he told her", "Ruiz may need help for her town".
    """
    texts = [word.text for word in segment.words]
    is_of_two = not _OF_MEN.isdisjoint(texts) and not _OF_WOMEN.isdisjoint(texts)
    owner = next((part for part in segment.parts if part.sort == "thing" and part.acts and not part.first), None)
    is_owner = owner is not None and not (_OF_MEN | _OF_WOMEN).isdisjoint(texts[owner.after :])
    return is_of_two or is_owner or any(one in BEFORE_SOMEBODY and other in SOMEBODY for one, other in pairwise(texts))


def opening_pronoun(segment: Segment) -> str | None:
    """The "he" or "she" that a sentence begins with, if need be after "But"."""
    words = (word.text for word in segment.words[:_OPENING] if not word.is_mark and word.text not in _JOINING)
    first = next(words, None)
    return first if first in {"he", "she"} else None


def poll_in(segment: Segment) -> str | None:
    """The poll that a sentence tells of, with whose it is: "Orla Polls survey"; None where it does not say."""
    words = segment.words
    at = next((at for at, word in enumerate(words) if word.text in POLLS), None)
    if at is None:
        return None
    own = next(
        (part for part in segment.parts if part.after == at or (part.owns and 0 < at - part.after <= _OWN)), None
    )
    by = next((part for part in segment.parts if part.governed in _POLLING and part.first > at), None)
    whose = own or by
    return f"{whose.name} {words[at].text}" if whose else None


def is_demonym(name: str) -> bool:
    """Whether a name is what somebody of a country is called: "Swede", "Italian"; "Italy" is not."""
    low, country = name.lower(), country_of(name)
    is_other = country is not None and country.lower() != low and not name.isupper()
    return is_other and (low.endswith(DEMONYM_ENDINGS) or low in NATIONALS)


def is_national(segment: Segment) -> bool:
    """Whether a sentence is about somebody whom it only calls by the country: "The Swede won"."""
    words, part = segment.words, next(iter(segment.parts), None)
    if part is None or part.first != 1 or part.after >= len(words) or words[0].text != "the":
        return False
    is_of_a_country = is_demonym(segment.whole[part.start : part.end])
    following = [word.text for word in words[part.after : part.after + 2]]
    return is_of_a_country and (_is_verb_there(words[part.after]) or following == [",", "who"])


def whole_name(segment: Segment, part: NamePart, *, is_led: bool = False) -> str:
    """A name with the noun that it belongs to: "Ouse bridge" of "the Ouse bridge carries".

    ``is_led`` says that the article before it stands before a figure: "the 31 m Ouse bridge".
    """
    words = segment.words
    before = words[part.first - 1].text if part.first else ""
    noun = words[part.after] if part.after < len(words) else None
    if (
        (is_led or before in {"the", "a", "an"})
        and noun
        and part.sort in {"thing", "place", "name"}
        and noun.text.isalpha()
        and not noun.is_capital
        and noun.text not in FUNCTION_WORDS
        and not is_verb(noun.text)
        and not part.owns
    ):
        return " ".join([part.name, noun.text, *_rest_of_compound(words[part.after + 1 :])])
    return part.name


def _rest_of_compound(following: Sequence[Word]) -> list[str]:
    """The noun for a building after the noun beside a name: "hall" of "the Vestby concert hall seats"."""
    return [
        word.text
        for word in following[:1]
        if word.text in KINDS | {"home"} and not word.is_capital and not is_verb(word.text)
    ]


def aged_person(mention: Mention, segment: Segment) -> str | None:
    """Whose age it is, if that person is named right beside it: "26-year-old Sara Omar", "Sara Omar, 26"."""
    text = segment.whole
    for part in segment.parts:
        is_after = part.start >= mention.span.end
        between = text[mention.span.end : part.start] if is_after else text[part.end : mention.span.start]
        if part.sort in {"person", "name", "thing"} and between.strip(" ,(") in BETWEEN_NAME_AND_AGE:
            name = (_holder_after(segment, part) if is_after else part).name
            return person_in(name).name or name
    return None


def _holder_after(segment: Segment, part: NamePart) -> NamePart:
    """Who is called by a body and what he does there: "Ana Ruiz" of "Orla striker Ana Ruiz"; else the name itself."""
    named = (each for each in segment.parts if 0 < each.first - part.after <= _OWN and each.sort in {"person", "name"})
    holder = next(named, None)
    between = segment.words[part.after : holder.first] if holder else []
    return (
        holder
        if holder and not any(word.is_mark or is_verb(word.text) or word.text in FUNCTION_WORDS for word in between)
        else part
    )


def after_opening(segment: Segment) -> int:
    """The word after a phrase that a participle opens: "Lomar" of "Founded in 1964, Lomar has 31 boats"; else 0."""
    words = segment.words
    first = words[0].text if words else ""
    if first not in PARTICIPLES and not (first.endswith("ed") and is_verb(first)):
        return 0
    doers = {part.first - at for part in segment.parts if part.acts or part.speaks for at in (0, 1)}
    begins = (at for at in range(2, len(words)) if words[at - 1].text == ",")
    return next((at for at in begins if at in doers or words[at].text in SUBJECT_PRONOUNS), 0)


def ends_subject(segment: Segment, part: NamePart) -> bool:
    """Whether the verb comes right after a name, and no other name has it: "Shares in Lomar rose"."""
    following = segment.words[part.after : part.after + 1]
    is_followed = any(is_verb(word.text) for word in following)
    return is_followed and not any(word.is_mark or _is_verb_there(word) for word in segment.words[1 : part.first])


def opens_another_clause(segment: Segment, part: NamePart) -> bool:
    """Whether a name does something at another time: "since Lomar voted"."""
    return part.acts and part.first > 0 and segment.words[part.first - 1].text in SUBORDINATE


def is_region_of_another(segment: Segment, part: NamePart) -> bool:
    """Whether a name only says where the place before it is: "Vestby, Norfolk, was flooded"."""
    following = segment.words[part.after : part.after + 1]
    is_aside = part.name.lower() in REGIONS and not part.is_adjective and any(word.is_mark for word in following)
    return is_aside and any(other.end + len(", ") == part.start for other in segment.parts)


def speaks_of_itself(segment: Segment, part: NamePart, first: int) -> bool:
    """Whether who reports the figure says it of "it": "Lomar said it had sold 31 boats"."""
    said = [word.text for word in segment.words[part.after : min(part.after + _SAID_WITHIN, first)]]
    is_person = part.sort in {"person", "name"}
    others = frozenset[str]() if part.sort == "thing" else PERSONAL_PRONOUNS
    meant = STANDING_FOR & PERSONAL_PRONOUNS if is_person else STANDING_FOR - others - {"that"}
    return any((one in VERBS or one == "that") and other in meant for one, other in pairwise(said))


def town_in(segment: Segment) -> str | None:
    """What "the city" means after a sentence: "Lindham" of "Lindham, Norfolk", no region."""
    towns = (
        part.name
        for part, following in zip_longest(segment.parts, segment.parts[1:])
        if (following and following.name.lower() in REGIONS and segment.whole[part.end : following.start] == ", ")
        or (part.sort == "place" and part.name.lower() not in REGIONS and not part.is_adjective)
    )
    return next(iter(deque(towns, maxlen=1)), None)


def venue_in(segment: Segment, end: int) -> NamePart | None:
    """Where a crowd was whose figure ends at a place: "at Union Ice Arena", "a crowd of 3,104 at the Oval"."""
    beside = (part for part in segment.parts if part.governed == "at" and 0 < part.start - end <= _BESIDE)
    found = (part for part in segment.parts if " " in part.name and part.name.lower().rpartition(" ")[2] in VENUES)
    placed = (part for part in found if part.governed in {"at", "to", "in"})
    return next(beside, None) or next(placed, None)


def is_in_opening(segment: Segment, part: NamePart) -> bool:
    """Whether a name only belongs to what opens the sentence: "Born in Vestby, she", "Made by Lomar, the film"."""
    following = segment.words[part.after : part.after + 1]
    is_doer = part.governed == "by" and any(word.is_mark for word in following)
    return is_doer or part.first < after_opening(segment)


def is_by_itself(segment: Segment, part: NamePart) -> bool:
    """Whether a single name is surely that of a person: "Efimova said", "Efimova, who won"."""
    following = [word.text for word in segment.words[part.after : part.after + 2]]
    speaks = bool(following) and following[0] in VERBS
    return part.acts and " " not in part.name and (speaks or following in ([",", "who"], [",", "whose"]))


def is_in_aside(words: Sequence[Word], part: NamePart, first: int) -> bool:
    """Whether a name is in what ends before a figure: ", whose father was Bo Tamm,", "With Orla at rest,"."""
    before, after = words[: part.first], words[part.after : first]
    opening = max((at for at, word in enumerate(before, 1) if word.text == ","), default=0)
    said = [word.text for word in words[opening : opening + 2]]
    is_relative = opening > 0 and (said[0] in {"a", "an"} or not RELATIVE.isdisjoint(said))
    opens_aside = bool(before) and not opening and before[0].text in OPENING_ASIDES and not part.acts
    if (is_relative or opens_aside) and any(word.text == "," for word in after):
        return True
    dashes = [at for at in range(first) if words[at].text in _DASHES and not is_hyphen(words, at)]
    return sum(at < part.first for at in dashes) % 2 == 1 and any(at >= part.after for at in dashes)
