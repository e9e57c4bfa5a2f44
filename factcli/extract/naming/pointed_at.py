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
from factcli.english.measuring.saying_whose import BETWEEN_NAME_AND_AGE, PORTIONS
from factcli.english.measuring.sport import VENUES
from factcli.english.naming.happenings import (
    BEFORE_SOMEBODY,
    CONNECTIVES,
    NATIONALS,
    PARTICIPLES,
    POLLS,
    SOMEBODY,
    UNNAMED_PEOPLE,
)
from factcli.english.naming.kinds import KINDS
from factcli.english.naming.regions import REGIONS
from factcli.english.nouns import is_plural
from factcli.english.people import BODIES, DEMONYM_ENDINGS, OFFICES, PERSONAL_PRONOUNS, VERBS
from factcli.extract.telling import is_hyphen
from factcli.mentions.quotes.speakers import person_in
from factcli.units.lookup import dimension_of, parse_unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.english.stemming import Word
    from factcli.extract.naming.name_parts import NamePart
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention

OF_SUBSTANCES = frozenset({"mass", "length", "volume", "area"})
# Before where somebody or something is from.
WHENCE = frozenset({"from", "of", "at", "in"})
_LONGEST_WHENCE = 10
_LONGEST_PHRASE = 9
_BODIES = frozenset({"body", "thing"})
_WITHIN_PHRASE = LINKS | {"in", "for"}
_NO_PHRASE = (PREPOSITIONS - _WITHIN_PHRASE) | PRONOUNS | POSSESSIVES | DEMONSTRATIVES | CONJUNCTIONS - {"and"}
_NO_OPENING = _NO_PHRASE | PREPOSITIONS
_DASHES = frozenset({"–", "—", "-"})
_OWN = 3
_OPENING = 6
_SAID_WITHIN = 10
_BESIDE = len(" at the ")
_OF_MEN, _OF_WOMEN = frozenset({"he", "him", "his"}), frozenset({"she", "her"})
_OF_EITHER = _OF_MEN | _OF_WOMEN
_JOINING = frozenset(each.strip(",") for each in CONNECTIVES)
_POLLING = frozenset({"by", "for", "from"})


def subject_phrase(segment: Segment) -> Sequence[Word]:
    """The words before the verb of a sentence, if they are a short phrase without a pronoun: "the boats of Lomar"."""
    words = segment.words
    verb = next((at for at, word in enumerate(words) if _is_verb_there(word)), 0)
    phrase = words[:verb]
    if not 0 < verb <= _LONGEST_PHRASE or phrase[0].text in _NO_OPENING or is_verb(phrase[-1].text):
        return []
    is_plain = all(not word.is_mark and word.text not in _NO_PHRASE for word in phrase[1:])
    return phrase if is_plain else []


def described_in(segment: Segment) -> tuple[str | None, str | None]:
    """What a sentence is about in words, "the study", and of many: "the boats of Lomar"; None for what it is not."""
    words = subject_phrase(segment)
    if not words:
        return None, None
    end = next((at for at, word in enumerate(words) if word.text in PREPOSITIONS), len(words))
    head = words[end - 1].text
    text = " ".join(segment.whole[words[0].start : words[-1].end].split())
    text = text if words[0].is_in_name else text[0].lower() + text[1:]
    if is_plural(head) or any(word.text == "and" for word in words):
        return None, text
    names_things = any(part.sort in _BODIES and not part.governed for part in segment.parts)
    is_thing = words[0].text == "the" and head not in UNNAMED_PEOPLE | OFFICES and not names_things
    return text if is_thing else None, None


def _is_verb_there(word: Word) -> bool:
    return not word.is_in_name and (is_verb(word.text) or word.text in AUXILIARIES)


def may_be_another(segment: Segment) -> bool:
    """Whether "she" of the next sentence may be somebody else than who was named before this one.

    "A woman came", "he told her", "Ruiz may need help for her town".
    """
    texts = [word.text for word in segment.words]
    is_of_two = not _OF_MEN.isdisjoint(texts) and not _OF_WOMEN.isdisjoint(texts)
    owner = next((part for part in segment.parts if part.sort == "thing" and part.acts and not part.first), None)
    is_owner = owner is not None and not _OF_EITHER.isdisjoint(texts[owner.after :])
    return is_of_two or is_owner or any(one in BEFORE_SOMEBODY and other in SOMEBODY for one, other in pairwise(texts))


def opening_pronoun(segment: Segment) -> str | None:
    """The "he" or "she" that a sentence begins with, if need be after "But"."""
    words = (word.text for word in segment.words[:_OPENING] if not word.is_mark and word.text not in _JOINING)
    first = next(words, None)
    return first if first in {"he", "she"} else None


def opens_with_relative(segment: Segment) -> bool:
    """Whether a sentence is about somebody of a person: "His best friend Ana Ruiz rowed"."""
    part = next(iter(segment.parts), None)
    return part is not None and part.acts and not part.governed and part.first <= _OPENING


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
    return is_other and (low.endswith((*DEMONYM_ENDINGS, "lander")) or low in NATIONALS)


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
        holder = _holder_after(segment, part) if is_after else part
        if is_after and holder is part and _is_somebody_of(segment, part):
            continue
        between = text[mention.span.end : part.start] if is_after else text[part.end : mention.span.start]
        if part.sort in {"person", "name", "thing"} and between.strip(" ,(") in BETWEEN_NAME_AND_AGE:
            return person_in(holder.name).name or holder.name
    return None


def _is_somebody_of(segment: Segment, part: NamePart) -> bool:
    """Whether somebody is only called after a place: "a 115-year-old Vestby woman"."""
    return any(word.text in SOMEBODY for word in segment.words[part.after : part.after + 1])


def _holder_after(segment: Segment, part: NamePart) -> NamePart:
    """Who is called by a body and what he does there: "Ana Ruiz" of "Orla striker Ana Ruiz"; else the name itself."""
    named = (each for each in segment.parts if 0 < each.first - part.after <= _OWN and each.may_be_person)
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
    """Whether a name only says where the place before it is: "Vestby, Norfolk, was", "of Mill Lane, Vestby, sold"."""
    following = segment.words[part.after : part.after + 1]
    if part.is_adjective or not any(word.is_mark for word in following):
        return False
    before = next((other for other in segment.parts if other.end + len(", ") == part.start), None)
    return before is not None and (part.name.lower() in REGIONS or before.governed in WHENCE)


def is_definite(words: Sequence[Word], at: int) -> bool:
    """Whether a noun has "the" right before it and no noun after it that it belongs to: not "the county council"."""
    following = words[at + 1] if at + 1 < len(words) else None
    is_first = following is not None and following.text in BODIES | KINDS and not following.is_capital
    return words[at - 1].text == "the" and not is_first


def speaks_of_itself(segment: Segment, part: NamePart, first: int) -> bool:
    """Whether who reports the figure says it of "it": "Lomar said it had sold 31 boats"."""
    said = [word.text for word in segment.words[part.after : min(part.after + _SAID_WITHIN, first)]]
    is_person = part.may_be_person
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
    is_doer = part.governed == "by" and part.first <= _OPENING and any(word.is_mark for word in following)
    return is_doer or part.first < after_opening(segment)


def is_by_itself(segment: Segment, part: NamePart) -> bool:
    """Whether a single name is surely that of a person: "Efimova said", "Efimova, who won"."""
    following = [word.text for word in segment.words[part.after : part.after + 2]]
    speaks = bool(following) and following[0] in VERBS
    return part.acts and " " not in part.name and (speaks or following in ([",", "who"], [",", "whose"]))


def is_whence(words: Sequence[Word], owner: NamePart, place: NamePart, first: int) -> bool:
    """Whether a place only says where somebody is from, before a figure: "Bo Tamm, 31, from a lane in Vestby, sold"."""
    begin = owner.after + 2 * (words[owner.after + 1 : owner.after + 2] != [] and words[owner.after + 1].text.isdigit())
    opening = [word.text for word in words[begin : begin + 2]]
    is_near = owner.after + 1 < place.first < begin + _LONGEST_WHENCE and owner.after + 1 < first
    following = words[place.after : min(place.after + _LONGEST_WHENCE, first)]
    closes = any(word.text == "," for word in following) or any(is_verb(word.text) for word in following[:1])
    return is_near and opening[:1] == [","] and opening[1:] != [] and opening[1] in WHENCE and closes


def has_relative(words: Sequence[Word]) -> bool:
    """Whether a clause begins in some words that tells of one thing more: "coins, three of which are older than"."""
    return any(word.text in RELATIVE for word in words)


def is_substance(segment: Segment, part: NamePart) -> bool:
    """Whether a name is what a figure is so much of: "40 tonnes of TNT and 12 lorries"."""
    unit = segment.words[part.first - 2] if part.governed == "of" and part.first > 1 else None
    return unit is not None and (unit.text in PORTIONS or dimension_of(parse_unit(unit.text)) in OF_SUBSTANCES)


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
