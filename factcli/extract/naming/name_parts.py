"""What sort of thing a name of a sentence names, and which part it has in the sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.aliases import alias_of, country_of
from factcli.english.function_words import ARTICLES, AUXILIARIES, BESIDE_A_PLACE, GOVERNING, PLACING, SUBJECT_PRONOUNS
from factcli.english.measuring.distinctions import ROLE_WORDS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.named_measures import measures_in
from factcli.english.naming.happenings import NUMBERED, STATISTICS_IN_SHORT, TIME_ZONES
from factcli.english.naming.kinds import (
    CONTINENTS,
    DIRECTIONS,
    GENERIC,
    KINDS,
    LEGAL_FORMS,
    NUMERALS,
    PLACE_KINDS,
    TRADES,
)
from factcli.english.naming.regions import REGIONS
from factcli.english.naming.roles import PARTIES, SAME_BEFORE
from factcli.english.nouns import MASS_ENDINGS, is_plural, singular
from factcli.english.number_names import CARDINAL_NAMES, TEN_NAMES
from factcli.english.people import (
    DEMONYM_ENDINGS,
    HONORIFICS,
    OFFICES,
    VERBS,
)
from factcli.english.stemming import find_words, meaning, stem
from factcli.extract.naming.pointed_at import is_demonym
from factcli.extract.naming.title_case import is_title_case
from factcli.extract.naming.whole_names import (
    names_of_title,
    whole_names,
    with_works,
)
from factcli.extract.telling import is_hyphen, tells
from factcli.mentions.names import find_names
from factcli.units.currencies import ISO_4217
from factcli.units.lookup import symbols

if TYPE_CHECKING:
    from factcli.english.stemming import Word
    from factcli.extract.naming.text_names import TextNames
    from factcli.mentions.names import NameMention
    from factcli.model.facts import Span

_MOST_WORDS = 40
_START = attrgetter("start")
_NEXT_WORD = 24
_PERSON_WORDS = (2, 4)
_NEAR = 3
_ASIDE, _LONG_ASIDE = 14, 40
_CLOSING = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-"}
_OPENING_ASIDES = GOVERNING | PLACING | {"a", "an", "of"}
_HAVING = frozenset({"has", "have", "had"})
_SHORT_COMMON = STATISTICS_IN_SHORT | TIME_ZONES
_KINDS_OF_BODIES = (KINDS - NUMERALS) | TRADES
_TITLES_OF_PEOPLE = OFFICES | HONORIFICS
_BODIES = frozenset({"UN=", "WHO=", "EU="})
_UPPER = "A-ZÀ-Þ"
_COMPOUND = re.compile(r"-[a-z]")
_PLURAL_LETTERS = re.compile(rf"[{_UPPER}]{{2,5}}s")
_AGE_AFTER = re.compile(r", [1-9]\d(?=[,.;)])")
# "And" before a name that does something joins two clauses or two who do it.
_BEFORE_ADJECTIVES = ARTICLES | GOVERNING
_GOVERNING_ONE = (GOVERNING | BESIDE_A_PLACE | {"of", "including"}) - {"and"}
_HANGING = GOVERNING | BESIDE_A_PLACE | {"of", "including"}
_POSSESSIVES = ("'s", "’s", "s' ", "s’ ")


class NamePart(NamedTuple):
    """A name in its sentence.

    ``sort`` is ``country``, ``place``, ``person``, ``body``, ``thing``, or ``name`` for a person or a body.
    ``name`` is how it is called by itself: Iraq for "Iraqi policemen".  ``first`` and ``after`` are its words in the
    sentence.
    """

    name: str
    sort: str
    first: int
    after: int
    start: int
    end: int
    governed: str
    owns: bool
    acts: bool
    speaks: bool
    is_adjective: bool

    @property
    def may_be_person(self) -> bool:
        """Whether it names a person, or has the form of a person's name."""
        return self.sort in {"person", "name"}


def parts_of(text: str, span: Span, words: list[Word], known: TextNames) -> list[NamePart]:
    """The names of the sentence at ``span``, which has these words, with their parts in it, in order.

    A single word that opens the sentence has a capital for that alone: it is a name if the text is ``known`` to
    have it in the middle of a sentence.
    """
    parts: list[NamePart] = []
    names = find_names(text, span.start, span.end)
    if not names:
        return parts
    at = {word.start: number for number, word in enumerate(words)}
    names = list(with_works(text, names))
    if is_title_case(text[span.start : span.end]):
        names = list(names_of_title(names, known.prose, known.words))
    for name in whole_names(text, names, known.numbered):
        first = at.get(name.span.start)
        following = text[name.span.end : name.span.end + _NEXT_WORD]
        is_beside = text[name.span.start - 2 : name.span.start - 1].isdigit() or following[1:2].isdigit()
        is_unit = is_beside and (name.name in symbols() or name.name in ISO_4217)  # "20 MW", "NOK 31"
        if first is not None and not is_unit and not _is_common(name, known, following):
            after = bisect_left(words, name.span.end, first, min(first + _MOST_WORDS, len(words)), key=_START)
            parts.append(_part(text, words, name, (first, after), known))
    return parts


def _is_common(name: NameMention, known: TextNames, following: str) -> bool:
    """Whether it is a common word or a number with the capital of a sentence."""
    if name.words[0].replace("’", "'").partition("'")[0].lower() in SUBJECT_PRONOUNS:
        return True
    called = name.name
    if len(called) == 1 or called in _SHORT_COMMON or _PLURAL_LETTERS.fullmatch(called):
        return True
    if called in symbols() and not called.isupper() and not called.istitle():
        return True  # "GWh"
    if len(name.words) > 1 and not (name.opens and name.words[0].lower() in CARDINAL_NAMES):
        return False
    low = name.words[0].lower()
    is_label = low in NUMBERED and (following[1:2].isdigit() or name.words[0] not in known.words)
    # "Lomar Brands, Inc."
    if low in CARDINAL_NAMES or low in TEN_NAMES or low in GENERIC or low in LEGAL_FORMS or is_label:
        return True
    is_known = (
        following.startswith(_POSSESSIVES)
        or _AGE_AFTER.match(following)
        or (following.startswith(", ") and following[2:].partition(",")[0].lower() in REGIONS)
        or (name.words[0] in known.words and not (_may_be_word(low) and name.words[0] not in known.single))
        or called.isupper()
        or country_of(low)
        or alias_of(low)
    )
    return name.opens and not (is_known or _is_likely_name(low, known, following))


def _may_be_word(low: str) -> bool:
    """Whether a word has the form of a common one: "Whaling", of which a text has only "the Lomar Whaling Museum"."""
    return low.endswith("ing") or is_plural(low)


def _is_likely_name(word: str, known: TextNames, following: str) -> bool:
    """Whether the first word of a sentence is a name by itself: one that does something, and no noun of mass."""
    verb = following.split()[:1]
    has_verb = following.startswith(" ") and bool(verb) and (is_verb(verb[0]) or verb[0] in VERBS)
    is_subject = has_verb or following.startswith((", which ", ", who ", ", whose "))
    is_noun = word in known.common or word.endswith(MASS_ENDINGS) or is_plural(word) or meaning(word) != stem(word)
    is_participle = word.endswith("ed") and is_verb(word)  # "Adjusted profit"
    is_common = is_noun or is_participle or word in ROLE_WORDS or bool(measures_in(find_words(word)))
    return is_subject and not is_common


def _part(text: str, words: list[Word], name: NameMention, covers: tuple[int, int], known: TextNames) -> NamePart:
    first, after = covers
    is_adjective = _is_adjective(text, name)
    country = country_of(name.name) if is_adjective else None
    called = known.called(name)
    owns = text.startswith(_POSSESSIVES, name.span.end)
    before = _word_before(words, first - len(name.title.split()))
    begin = _after_aside(words, after) + _is_apposed(words, first, after)
    following = [word.text for word in _until_number(words[begin:][:_NEAR])]
    speaks = tells(words, (first, after), following)
    return NamePart(
        country or called,
        "country" if country else _sort_in(name, text, known),
        first,
        after,
        name.span.start,
        name.span.end,
        before if before in _HANGING else "",
        owns,
        acts=before not in _GOVERNING_ONE and not owns and _is_doing(following, has_aside=begin > after),
        speaks=speaks,
        is_adjective=is_adjective,
    )


def _is_doing(following: list[str], *, has_aside: bool) -> bool:
    """Whether the words after a name are a verb of it; after an aside "was" is one too: "Ruiz, a baker, was third"."""
    if following[:1] == [","]:
        return False  # "to Ana Ruiz and Bo Tamm, and went down"
    is_predicate = has_aside and following[:1] != [] and following[0] in AUXILIARIES | {"born"}
    # "Orla using old boats": whoever does it is named before.
    said = following[following[:1] != [] and following[0].endswith("ing") :]
    return is_predicate or any(is_verb(word) or word in _HAVING for word in said)


def _until_number(words: list[Word]) -> list[Word]:
    """The words before a number: what comes after it is counted, not done: "by 87 runs"."""
    return words[: next((at for at, word in enumerate(words) if word.text[:1].isdigit()), len(words))]


def _after_aside(words: list[Word], after: int) -> int:
    """Where the sentence goes on after what is said of a name aside: "Blantyre, the capital, was hit"."""
    closing = _CLOSING.get(words[after].text) if after < len(words) and not is_hyphen(words, after) else None
    if closing is None:
        return after
    reach = range(after + 2, min(after + (_ASIDE if closing == "," else _LONG_ASIDE), len(words)))
    end = next((at for at in reach if words[at].text == closing and not is_hyphen(words, at)), None)
    if end is None:
        return after
    following = words[end + 1] if closing == "," and end + 1 < len(words) else None
    # "Ana Ruiz, 31, of Lindham, Norfolk, rowed".
    has_more = following is not None and (following.text in _OPENING_ASIDES or following.is_in_name)
    return _after_aside(words, end) if has_more else end + 1


def _word_before(words: list[Word], first: int) -> str:
    """The word before a name, without the article and an adjective: "in" of "in the northern Yorvik"."""
    at = first - 1
    if at > 0 and words[at].text in ARTICLES:
        at -= 1
    elif at > 1 and words[at - 1].text in _BEFORE_ADJECTIVES and words[at].text.islower():
        at -= 1 + (words[at - 1].text in ARTICLES)
    is_part_of_word = at > 0 and words[at - 1].text == "-" and words[at - 1].end == words[at].start
    return words[at].text if at >= 0 and not is_part_of_word else ""


def _is_apposed(words: list[Word], first: int, after: int) -> bool:
    """Whether a comma after a name closes what was opened before it: "her mill, Orla Foods, sold"."""
    first -= first > 1 and words[first - 1].text in ARTICLES
    is_closed = first > 1 and words[first - 1].text == "," == "".join(word.text for word in words[after : after + 1])
    return is_closed and _after_aside(words, after) == after


def _is_adjective(text: str, name: NameMention) -> bool:
    """Whether a single name stands before a noun: "Iraqi policemen", "the Mexican ministry"."""
    if len(name.words) > 1 and not is_demonym(name.name):
        return False
    if _COMPOUND.match(text, name.span.end):
        return True  # "the Cork-distilled whiskey"
    following = text[name.span.end : name.span.end + 2]
    low = name.name.lower()
    country = country_of(name.name)
    is_of_country = country is not None and country.lower() != low and low.endswith(DEMONYM_ENDINGS)
    return is_of_country or (low.endswith(("ian", "ish", "ese")) and following[:1] == " " and following[1:].islower())


def _sort_in(name: NameMention, text: str, known: TextNames) -> str:
    """The sort of a name in a text, which may say "in" of it or call it a firm."""
    sort = sort_of(name, text)
    if sort == "name" and known.is_body(name):
        return "body"
    return "place" if sort in {"name", "thing"} and name.name in known.places else sort


def sort_of(name: NameMention, text: str) -> str:
    """What sort of thing a name names."""
    low, called = [word.lower() for word in name.words], name.name
    if country_of(called):
        return "country"
    alias = alias_of(" ".join(low)) or alias_of(called)
    if alias in _BODIES:
        return "body"
    is_of_continent = low[-1] in CONTINENTS and "of" not in low
    if alias or is_of_continent or low[-1] in PLACE_KINDS:
        return "place"
    if _is_evidently_person(name, text):
        return "person"
    if " for " in called or low[-1] in _KINDS_OF_BODIES or (called.isupper() and len(called) > 1):
        return "body"
    return "name" if _may_be_person(name) else "thing"


def _is_evidently_person(name: NameMention, text: str) -> bool:
    """Whether an office or an age stands beside the name."""
    title = name.title.lower().split()
    if title and title[-1].rstrip(".") in _TITLES_OF_PEOPLE:
        return True
    return _AGE_AFTER.match(text, name.span.end) is not None


def _may_be_person(name: NameMention) -> bool:
    """Whether it has the form of a person's name."""
    low = [word.lower() for word in name.words]
    least, most = _PERSON_WORDS
    is_kind = not KINDS.isdisjoint([*low, singular(low[-1])])
    is_plain = (
        not is_kind and not (low[0] in CARDINAL_NAMES or low[0] in DIRECTIONS) and "of" not in low and "&" not in low
    )
    is_plain = is_plain and SAME_BEFORE.get(low[-1], low[-1]) not in PARTIES
    has_place = any(country_of(word) or word.isupper() for word in name.words)
    return least <= len(low) <= most and is_plain and not has_place
