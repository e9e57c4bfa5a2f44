"""Let a sentence stand on its own: without its date line and "However,", with names for "she" and "the country".

What the text does not say is marked by brackets: "[They] left", "[the company]".
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from factcli.english.function_words import AUXILIARIES
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.sport import PLAYERS
from factcli.english.naming.happenings import (
    CONNECTIVES,
    DEEDS_TOLD,
    FOLLOWING_A_DEED,
    NAMED_STORMS,
    PARTS_OF_A_PAPER,
    STANDING_NOUNS,
    UNNAMED_PEOPLE,
)
from factcli.english.nouns import singular
from factcli.english.people import BEFORE_NOUNS, FILLERS, OFFICES, TRADE_ENDINGS, VERBS
from factcli.extract.naming.pointed_at import is_national
from factcli.extract.proposing.date_line import OPENING_DATE_LINE
from factcli.model.facts import Quotation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcli.extract.naming.name_parts import NamePart
    from factcli.extract.proposing.antecedents import Antecedents
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Value

_BLANKS = re.compile(r"\s+")
_CONNECTIVE = re.compile(rf"(?:{'|'.join(re.escape(each) for each in CONNECTIVES)}) ", re.IGNORECASE)
_PRONOUN = re.compile(r"(?P<word>He|She|It|They|We|His|Her|Its|Their|Our)\b(?!['’])")
_CONTRACTED = re.compile(r"(?P<word>He|She|It|They)(?=['’](?:s|d|ll|ve|re)\b)")
_IS_OR_HAS = re.compile(r"['’]s (?P<next>[\w’'-]++)")
_AFTER_HAS = frozenset({"been", "got", "had"})
_POINTING = re.compile(
    r"(?:This|These|That|Those(?! \w+ed\b| (?:who|in|with|from)\b))(?= )"
    r"(?! (?:is|was|are|were|has|have|will|means|said)| (?:year|month|week|season|spring|summer|autumn|winter|time)\b)"
)
_EXPLETIVE = re.compile(
    r"It['’]s [^,.;:]{1,60} that\b"
    r"|It (?:\w+ )?(?:is|was|has been|will be|would be|seems|appears|emerged|took|takes)"
    r"(?: \w+){0,3} (?:that|to|who|which)\b"
    # "It was Lindham, Norfolk, that".
    r"|It (?:is|was) (?:in |at |on )?[A-ZÀ-Þ][\w’'-]*+(?:,? [A-ZÀ-Þ][\w’'-]*+){0,5},? (?:that|who|which|where)\b"
)
_OF_A_DEED = re.compile(r"It (?:is|was|has been|will be) (?:the|a|an|their|his|her) (?P<rest>(?:[\w-]++ ?){1,4}+)")
_OWNING = frozenset({"His", "Her", "Its", "Their", "Our"})
_OF_AUTHORS = frozenset({"We", "Our"})
# "In 2023 it sold 31 boats", "Last year, she won".
_PRONOUN_AFTER_TIME = re.compile(
    r"(?P<time>(?:In|By|Since|During|On|For|Last|At|After|Over) [^,“\"A-Z]{0,30}(?:[A-Z][a-z]{2,8} ?\d{0,4})?,? ?)"
    r"\b(?P<word>it|he|she|they)\b(?= \w)"
)
_PLAYER = "|".join(sorted(PLAYERS))
_OF_AN_AGE = re.compile(
    rf"(?P<word>The \d{{1,3}}-year-old(?: from [A-ZÀ-Þ]\w++| (?:[A-ZÀ-Þ]\w++ )?(?:{_PLAYER})(?!\w))?)"
    r"(?=, |(?: (?P<next>\w+)))"
)
_PERSONAL = frozenset({"He", "She", "His", "Her"})
_NOUNS = "|".join(sorted({word for words in STANDING_NOUNS.values() for word in words}, key=len, reverse=True))
_STANDING = re.compile(
    rf"\b(?P<article>[Tt]he) (?P<noun>{_NOUNS})(?P<owns>['’]s)?"
    # "The charity, Lomar Rescue, sold".
    rf"(?!, (?:[A-ZÀ-Þ][\w’'-]{{0,30}}+ ?){{1,6}}+,)"
    r"(?= (?!(?:of|in|which|that|where|whose|around|near|between|from|under) )|[.,;:)]|['’]s)"
)
# Who speaks beside a quotation: "said its chief executive".
_WHOSE = re.compile(r"(?<![\w])((?:said|says|added|according to) )its ")
_OBJECT = re.compile(r"((?:for|against|with|by|to|of|from) )(?:her|him)(?=[.,;]|$)")
_PLACES = frozenset({"place", "country"})
_INNER = re.compile(r"(?<=[a-z,;:] )(?P<word>he|she|his)\b(?!['’])")
_EVENT = re.compile(r"\A[Tt]he (?P<head>\w+)(?= \w+(?:ed|s)? )")
_DEFINITE = re.compile(r"\AThe (?P<head>[a-z]+)(?=(?P<owns>['’]s\b|,)|\b(?: (?P<next>\w+))?)")
_PART_OF_A_PAPER = re.compile(rf"(?:{'|'.join(word.capitalize() for word in sorted(PARTS_OF_A_PAPER))}): (?=[A-Z\d])")
# What opens a caption: "An eye for champions: Ana Ruiz won 31 races in May."
_LEAD = re.compile(
    r"(?:Photo|Picture|Pictured|Image|Caption|(?:[A-Z][a-z’']+|A)(?: [a-z’'-]{1,20}){1,6}): "
    r"(?=[A-Z][^:]*[a-z]\b[^:]* ?[.!]$)"
)
_NUMBER_IN_A_LIST = re.compile(r"\d{1,2}[.)] (?=[A-Z])")
_NATIONAL = re.compile(r"(?P<word>The \w+)")
_SAYS = re.compile(r"(?P<mark>[\"”'’],? ?)(?:(?:he|she) (?P<verb>\w+)|(?P<verb_before>\w+) (?:he|she))\b")
_OPENS_LAST = re.compile(r'(?:^| )"[^" ][^"]*+$')
_ENDS_OF_SPEECH = ",.!?"
# "Then added": what comes before a verb of speech, or is one.
_SPEECH = VERBS.keys() | FILLERS
_MARK = re.compile(r"[\"“”]")
_STOPS = frozenset(".!?…")
_ANY_QUOTE = re.compile(r"[\"“][^\"”]{0,2000}+[\"”]?")


def standing_alone(segment: Segment, before: Antecedents, value: Value, given: str | None) -> str:
    """The sentence with what it points to; ``before`` is what the text has named before it."""
    text, parts = without_marks_inside(_without_opening(_BLANKS.sub(" ", segment.text).strip())), segment.parts
    text = _with_antecedent(text, segment, before, given)
    text = _outside_quotes(text, before, parts, value.text if isinstance(value, Quotation) else "")
    if isinstance(value, Quotation) and (value.speaker or value.role):
        text = _with_speaker(text, value)
    return _capital(_without_open_mark(text))


def _without_open_mark(text: str) -> str:
    """The sentence with a mark that closes what goes on after it, and without one that closes what began before."""
    if text.count("“") == text.count("”") + 1:
        return f"{text}”"
    if text.count("”") == text.count("“") + 1:
        return text.replace("”", "", 1)
    if text.count('"') % 2 == 0:
        return text
    if _OPENS_LAST.search(text):
        return f'{text}"'
    return text.replace('"', "", 1)


def without_marks_inside(text: str, *, is_open: bool = False) -> str:
    """The words without the marks that open the paragraphs of a quotation again: '"We left. "It rained."'.

    ``is_open`` says that the words are within a quotation.
    """
    kept, done = [], 0
    for mark in _MARK.finditer(text):
        before, after = text[max(mark.start() - 2, 0) : mark.start()], text[mark.end() : mark.end() + 1]
        opens = mark[0] == "“" or after.isalnum()
        if is_open and opens and before[:1] in _STOPS and before[1:].isspace():
            kept.append(text[done : mark.start()])
            done = mark.end()
        else:
            is_open = opens
    return "".join([*kept, text[done:]])


def _without_opening(text: str) -> str:
    line = OPENING_DATE_LINE.match(text)
    text = text[line.end() :] if line and line.end() < len(text) else text
    part = _PART_OF_A_PAPER.match(text) or _LEAD.match(text) or _NUMBER_IN_A_LIST.match(text)
    text = text[part.end() :] if part else text
    connective = _CONNECTIVE.match(text)
    return _capital(text[connective.end() :]) if connective else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _with_antecedent(text: str, segment: Segment, before: Antecedents, given: str | None) -> str:
    """The sentence with whom or what its first word means."""
    named = _with_person_or_thing(text, segment, before, given) or _with_event(text, before) or _with_name(text, before)
    if named:
        return named
    pointing = _POINTING.match(text)
    return f"[{pointing[0]}]{text[pointing.end() :]}" if pointing else text


def _with_person_or_thing(text: str, segment: Segment, before: Antecedents, given: str | None) -> str | None:
    """The sentence with a name for the pronoun or "the 40-year-old" that it is about; None where it has neither."""
    match = _PRONOUN.match(text) or _CONTRACTED.match(text) or _PRONOUN_AFTER_TIME.match(text)
    if match and _is_of_a_deed(text):
        return _marked(text, match)
    if match and not _EXPLETIVE.match(text):
        word = match["word"]
        name = given or _meant_by_pronoun(word.capitalize(), before)
        owning = "" if word not in _OWNING else "’" if word == "Our" else "’s"
        rest = _uncontracted(text[match.end() :], word)
        return f"{text[: match.start('word')]}{name}{owning}{rest}" if name else _marked(text, match)
    match = _OF_AN_AGE.match(text)
    is_somebody = match is not None and _opens_predicate(match["next"] or "was")
    if not is_somebody and is_national(segment):
        match, is_somebody = _NATIONAL.match(text), True
    if match and is_somebody:
        return f"{before.person}{text[match.end('word') :]}" if before.person else _marked(text, match)
    return None


def _uncontracted(rest: str, word: str) -> str:
    """What comes after a pronoun, with "is" or "has" for its "'s", which would make a name an owner."""
    match = _IS_OR_HAS.match(rest)
    if match is None:
        return rest
    following = match["next"]
    has = following in _AFTER_HAS or (word in _PERSONAL and following.endswith("ed"))
    return f" {'has' if has else 'is'} {rest[match.start('next') :]}"


def _is_of_a_deed(text: str) -> bool:
    """Whether "it" is what happened: "It is the biggest defeat for the party", "It led to two inquiries"."""
    match = _OF_A_DEED.match(text)
    is_told = match is not None and not DEEDS_TOLD.isdisjoint(match["rest"].lower().split())
    return is_told or (text.startswith("It ") and text.split(maxsplit=2)[1] in FOLLOWING_A_DEED)


def _marked(text: str, match: re.Match[str]) -> str:
    """The sentence with brackets around a word of which the text does not say what it means."""
    return f"{text[: match.start('word')]}[{match['word']}]{text[match.end('word') :]}"


def _with_event(text: str, before: Antecedents) -> str | None:
    """The sentence with the name of "the attack" at its head."""
    event = _EVENT.match(text)
    known = before.last_event or before.topic
    if not event or not known or singular(event["head"]) != known.head:
        return None
    is_name = known.head in NAMED_STORMS or known.words.split()[0].endswith(("’s", "'s"))
    return f"{'' if is_name else 'The '}{known.words}{text[event.end() :]}"


def _with_name(text: str, before: Antecedents) -> str | None:
    """The sentence with the name of "the bridge" at its head."""
    definite = _DEFINITE.match(text)
    name = before.named_with(definite["head"].lower()) if definite else None
    if not definite or not name or not (definite["owns"] or _opens_predicate(definite["next"] or "")):
        return None
    is_noun = name[:1].islower() or name.split()[-1].islower()
    named = f"The {name}" if is_noun else before.times.with_article(name)
    return f"{named}{text[definite.end() :]}"


def _meant_by_pronoun(word: str, before: Antecedents) -> str | None:
    if word in _PERSONAL:
        return before.who(word.lower())
    if word in _OF_AUTHORS:
        return "the authors" if before.has_authors else None
    return (
        before.times.with_article(before.thing) or before.described if word in {"It", "Its"} else _meant_by_they(before)
    )


def _meant_by_they(before: Antecedents) -> str | None:
    return before.described_many or (before.times.with_article(before.thing) if before.is_many else None)


def _opens_predicate(word: str) -> bool:
    return is_verb(word) or word in AUXILIARIES


def _outside_quotes(text: str, before: Antecedents, parts: Sequence[NamePart], said: str = "") -> str:
    """The sentence with names for "the country" and the like, except in what somebody says.

    ``said`` is known to be such, whatever its marks are: single ones may be apostrophes.
    """
    opening, found, rest = text.partition(said) if said else (text, "", "")
    if found and opening.endswith(("'", "‘")):
        return "".join([_outside_quotes(opening, before, parts), said, _outside_quotes(rest, before, parts)])
    pieces, done = [], 0
    for quoted in _ANY_QUOTE.finditer(text):
        pieces += [_resolved(text[done : quoted.start()], before, parts, opens=not done), quoted[0]]
        done = quoted.end()
    return "".join([*pieces, _resolved(text[done:], before, parts, opens=not done)])


def _resolved(text: str, before: Antecedents, parts: Sequence[NamePart], *, opens: bool) -> str:
    def whose(match: re.Match[str]) -> str:
        return f"{match[1]}{before.times.with_article(before.thing)}’s " if before.thing else match[0]

    def name_for(match: re.Match[str]) -> str:
        here = [part for part in parts if part.name in text[: match.start()]]
        if any(part.sort in _sorts_of(match["noun"]) for part in here):
            return match[0]
        meant = before.times.with_article(before.called(match["noun"]))
        if meant:
            article = f"{match['article']} " if meant[:1].islower() and not meant.startswith("the ") else ""
            return f"{article}{meant}{match['owns'] or ''}"
        following = text[match.end() :].split(maxsplit=1)[:1]
        is_reporter = match.start() > 0 and bool(following) and following[0].strip(".,:") in VERBS
        return match[0] if is_reporter else f"[{match['article']} {match['noun']}]{match['owns'] or ''}"

    return _of_person(_WHOSE.sub(whose, _STANDING.sub(name_for, text)), before, parts, opens=opens)


def _of_person(text: str, before: Antecedents, parts: Sequence[NamePart], *, opens: bool) -> str:
    """The sentence with a name for "her" and "him" at its end, where it names nobody else.

    For the first "he" within it too, if it ``opens`` the sentence, as what somebody says comes before no other part.
    """
    name = before.person
    if name is None or name.rpartition(" ")[2] in text or any(part.may_be_person for part in parts):
        return text
    inner = _INNER.search(text) if opens else None
    is_named = inner is not None and any(
        part.sort not in _PLACES and not part.is_adjective for part in parts if part.name in text[: inner.start()]
    )
    if inner and not is_named and before.who(inner["word"]) == name and not _has_unnamed(text[: inner.start()]):
        owning = "’s" if inner["word"] == "his" else ""
        text = f"{text[: inner.start()]}{name}{owning}{text[inner.end() :]}"
    return _OBJECT.sub(rf"\1{name}", text)


def _has_unnamed(text: str) -> bool:
    """Whether somebody is spoken of without a name: "the baker"."""
    words = text.lower().split()
    return any(one in BEFORE_NOUNS and _may_be_somebody(other) for one, other in pairwise(words))


def _may_be_somebody(word: str) -> bool:
    return word.endswith(TRADE_ENDINGS) or word in UNNAMED_PEOPLE or word in OFFICES


def _sorts_of(noun: str) -> set[str]:
    """The sorts of names that a noun may stand for."""
    sort = next(sort for sort, nouns in STANDING_NOUNS.items() if noun in nouns)
    return {sort, "thing"} if sort == "body" else {sort}


def _with_speaker(text: str, value: Quotation) -> str:
    """The sentence with the name of its speaker, where it has only a pronoun or nothing but the quotation."""
    speaker = value.speaker or f"the {value.role}"

    def named(said: re.Match[str]) -> str:
        verb = said["verb"] or said["verb_before"]
        is_closed = said["mark"][0] in '"”' or text[said.start() - 1] in _ENDS_OF_SPEECH
        return f"{said['mark']}{speaker} {verb}" if is_closed and verb in _SPEECH else said[0]

    with_name = _SAYS.sub(named, text)
    is_bare = text[:1] in "\"“‘'" and text.rstrip()[-1:] in "\"”’'" and speaker not in text and with_name == text
    return f"{speaker}: {text}" if is_bare else with_name
