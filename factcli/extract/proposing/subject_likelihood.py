"""How likely a figure is one of what a name names, by the part that the name has in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.measuring.saying_whose import BESIDE, PLACE_LINKS
from factcli.english.measuring.sport import LED
from factcli.english.people import RELATED
from factcli.extract.naming.pointed_at import WHENCE, ends_subject

if TYPE_CHECKING:
    from factcli.extract.naming.name_parts import NamePart
    from factcli.extract.proposing.segments import Segment

# What a name is worth by its part in the sentence.
_NEXT_TO_IT, _RELATED, ACTING, OWNING, WHOLE, _PLACE, _ANY, _HANGING = 4.5, 4.3, 4.0, 3.5, 3.0, 2.5, 1.0, 0.8
_RELATIVE = frozenset({"where", "who", "which"})
_RELATIVE_WITHIN, _OWNED_WITHIN, _BY_WITHIN, _WITH_WITHIN = 6, 5, 4, 3
_OF_A_SUBJECT = frozenset({"in", "at", "for"})
# Whence something comes is not where a figure is.
_WHERE = PLACE_LINKS - {"from"}


def by_grammar(segment: Segment, part: NamePart, first: int, *, is_date: bool) -> float:
    """What a name is worth as the subject of the figure at word ``first`` by its part in the sentence."""
    words = segment.words
    is_with = part.governed == "with" and 0 <= first - part.after < _WITH_WITHIN  # ", with Orla down 6%"
    is_led = part.first > 0 and words[part.first - 1].text in LED  # "Bo Tamm led Vestby with 31 points"
    is_beside = part.after + 1 == first and words[part.after].text in BESIDE and not is_date
    if is_with or (is_beside and not is_led):
        return _NEXT_TO_IT
    free = (each.first for each in segment.parts if each.first >= part.after and each.governed not in WHENCE)
    aside = [word.text for word in words[part.after : min(part.after + _RELATIVE_WITHIN, next(free, first), first)]]
    relative = _RELATIVE - {"who"} if part.governed in WHENCE else _RELATIVE  # "Ana Ruiz, of Vestby, who sold"
    if aside[:2] == [",", "with"] or not relative.isdisjoint(aside):  # "Ana Ruiz, with earnings of £31m"
        return _RELATED
    if part.acts and part.after <= first:
        return ACTING
    if part.owns:
        owned = words[part.after : part.after + _OWNED_WITHIN]
        near = (other for other in segment.parts if part.after < other.first <= part.after + _OWNED_WITHIN)
        has_name = any(other.governed not in _OF_A_SUBJECT for other in near)
        is_far = has_name or (part.first > first and part.governed != "of")
        return _HANGING if is_far or not RELATED.isdisjoint(word.text for word in owned) else OWNING
    if part.after <= first and part.governed in _OF_A_SUBJECT and ends_subject(segment, part):
        return _PLACE if any(other.owns and other.after < part.first for other in segment.parts) else WHOLE
    is_in_aside = part.governed == "of" and part.first > 1 and words[part.first - 2].text == ","
    is_by = part.governed == "by" or (part.governed == "from" and part.may_be_person)
    is_doer = is_by and first < part.first <= first + _BY_WITHIN  # "Two goals by Bo Tamm"
    return WHOLE if is_doer else _HANGING if is_in_aside else _by_preposition(part)  # "Ana Ruiz, of Vestby, sold"


def _by_preposition(part: NamePart) -> float:
    if part.governed == "of":
        return WHOLE
    if part.sort in {"country", "place"} and part.governed in _WHERE:
        return _PLACE
    return _HANGING if part.governed else _ANY
