"""Counted nouns, without a tagger: the noun that a number counts, in the singular, and numbers that count nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli import units
from factcli.english.function_words import STOP_WORDS
from factcli.english.marks import HYPHENS
from factcli.english.nouns import (
    ACRONYMS,
    GRADING_ADVERBS,
    IRREGULAR_PLURALS,
    MEASURES,
    NO_ADVERBS,
    NO_HYPHENATED,
    NO_QUALIFIERS,
    PASSED_OVER,
    PEOPLES,
    RECORDS,
    SHARING_ADVERBS,
    STAYS,
    VERBS,
    is_plural,
    singular,
)
from factcli.english.numbers import (
    ARTICLES,
    CLUBS,
    HALVED,
    HALVES,
    IDIOMS,
    NO_COUNTS_JOINED,
    NUMBER_WORDS,
    ORDINALS,
    PARTS,
    TENS,
)
from factcli.mentions.amounts.quantities import is_side

if TYPE_CHECKING:
    from factcli.mentions.amounts.numerals import Numeral
    from factcli.mentions.lexer import Tokens

# The words between a number and its noun are few; a longer walk finds the noun of something else.
_LONGEST_WALK = 6
_NO_NOUNS = STOP_WORDS | NUMBER_WORDS
_LONGEST_SERIES = 2  # the letters of "A320"


class Noun(NamedTuple):
    """A counted noun: ``unit`` in the singular, the words before it, and the index after it."""

    unit: str
    modifiers: tuple[str, ...]
    after: int


def counted_noun(tokens: Tokens, index: int, *, one: bool = False) -> Noun | None:
    """The noun that a number ending before ``index`` counts; None if there is none within a few words.

    ``one`` says that the number is 1, whose noun is in the singular: only the next word is taken.
    """
    words = tokens.words
    if words[index] in HYPHENS and tokens.glued(index) and tokens.glued(index + 1):
        if words[index + 1] not in {"odd", "plus", "some"}:
            return _hyphenated(tokens, index + 1)
        index += 2
    modifiers: list[str] = []
    position = index
    while position < index + _LONGEST_WALK:
        if position > index and (behind := _after_model(tokens, position)):
            position = behind
            continue
        if not _goes_on(tokens, position) and not _joins_modifiers(tokens, index, position):
            break
        word, behind = words[position], _after_word(tokens, position)
        if behind > position + 1 and (is_plural(words[behind - 1]) or words[behind - 1] == "ups"):  # "start-ups"
            return Noun(_singular_compound(tokens, position, behind), tuple(modifiers), behind)
        is_noun = is_plural(word) or word == "beats" or _is_plural_acronym(tokens, position)
        if is_noun and not _is_possessive(tokens, position + 1) and not _begins_name(tokens, position):
            return _compound(tokens, position, modifiers)
        if unit := _people_or_stay(tokens, position):
            return Noun(unit, tuple(modifiers), position + 1)
        is_singular = one or words[position + 1] == "per"  # "3 buffalo per square mile"
        is_plain = word not in PASSED_OVER and len(word) > 2  # noqa: PLR2004 - "fb", "cm"
        is_listed = words[position - 1] == "1" and tokens.is_capitalised(position)  # "1 Bernd Leno"
        if is_singular and not modifiers and is_plain and not is_listed:
            return Noun(word, (), position + 1)
        modifiers.append(tokens.surface(position, behind))
        position = behind
    return None


def noun_past_measure(tokens: Tokens, index: int) -> Noun | None:
    """The noun after a measure that qualifies it, itself a figure: "two four-year terms", "six 330ml cans"."""
    behind = _after_measure(tokens, index)
    noun = counted_noun(tokens, behind) if behind else None
    return None if noun is None else Noun(noun.unit, (), index)


def _after_model(tokens: Tokens, position: int) -> int:
    """The index after the number of a model in the name of what is counted: "50 Boeing 737 Max jets"; 0 without one."""
    words = tokens.words
    is_lettered = len(words[position]) <= _LONGEST_SERIES and words[position].isalpha() and tokens.glued(position + 1)
    digits, is_named = position + is_lettered, tokens.is_capitalised(position - 1)
    if not (is_named and words[digits].isdigit() and 1 < len(words[digits]) < 5):  # noqa: PLR2004
        return 0
    noun = digits + 1 + (tokens.is_capitalised(digits + 1) and not tokens.glued(digits + 1))
    is_counted = is_plural(words[noun]) and not tokens.is_capitalised(noun) and not tokens.glued(noun)
    return digits + 1 if is_counted else 0


def _after_measure(tokens: Tokens, index: int) -> int:
    """The index after a number and the unit that a hyphen joins to it, or that is glued to it; 0 if none is there."""
    words, unit = tokens.words, index + 1
    if not (words[index].isdigit() or words[index] in NUMBER_WORDS) or tokens.glued(index):
        return 0
    if words[unit] == "." and words[unit + 1].isdigit() and tokens.glued(unit):
        unit += 2
    is_hyphened = words[unit] in HYPHENS
    unit += is_hyphened
    is_joined = tokens.glued(unit) and (not is_hyphened or tokens.glued(unit - 1))
    return _after_word(tokens, unit) if is_joined and words[unit].isalpha() else 0


def _people_or_stay(tokens: Tokens, position: int) -> str | None:
    """The singular of a people, or of what something lasts: "three Chinese died", "seven nights' half board"."""
    word = tokens.words[position]
    if word in PEOPLES and tokens.is_capitalised(position) and not _goes_on(tokens, position + 1):
        return word
    return singular(word) if word in STAYS and _is_possessive(tokens, position + 1) else None


def attributive_noun(tokens: Tokens, first: int, after: int) -> Noun | None:
    """The singular noun between a number after an article and what it qualifies: "a six page memo".

    Not of a record, whose number is its value: "a 66 course record".
    """
    word, head = tokens.words[after], tokens.words[after + 1]
    if tokens.words[first - 1] not in ARTICLES or is_plural(word) or tokens.glued(after) or len(word) < 3:  # noqa: PLR2004
        return None
    is_noun = may_qualify(tokens, after) and not tokens.is_capitalised(after) and word not in NO_HYPHENATED
    is_head = _goes_on(tokens, after + 1) and not head.endswith("ed") and head not in RECORDS
    return Noun(word, (), after + 1) if is_noun and is_head and _goes_on(tokens, after) else None


def _goes_on(tokens: Tokens, position: int) -> bool:
    word = tokens.words[position]
    is_number = word in NUMBER_WORDS and not _is_half_of_word(tokens, position)
    if not word[:1].isalpha() or is_number or _starts_paragraph(tokens, position):
        return False
    if _is_joined(tokens, position):
        return True  # "three start-ups", "two well-off homes"
    if word in VERBS and word not in IRREGULAR_PLURALS:
        return word == "beats" and tokens.words[position + 1] in {"per", "a", "/", "min"}
    if _is_adverb(word):
        behind = tokens.words[position + 1]
        leads = word in GRADING_ADVERBS and behind not in STOP_WORDS and not is_plural(behind)
        return leads or word in SHARING_ADVERBS
    return word not in STOP_WORDS or _is_acronym(tokens, position)


def _joins_modifiers(tokens: Tokens, index: int, position: int) -> bool:
    """Whether "and" at ``position`` joins what qualifies the noun after it: "25 state and private schools"."""
    words = tokens.words
    if words[position] not in {"and", "or"} or position != _after_word(tokens, index) or not may_qualify(tokens, index):
        return False
    second = words[position + 1]
    if second in PASSED_OVER or second in _NO_NOUNS or not second.isalpha() or is_plural(second):
        return False
    noun = _after_word(tokens, position + 1)
    return is_plural(words[noun]) or (words[noun].isalpha() and is_plural(words[noun + 1]))


def may_qualify(tokens: Tokens, position: int) -> bool:
    """Whether the word at ``position`` can be an adjective: not in "31 killed and dozens injured"."""
    word = tokens.words[position]
    if word in _NO_NOUNS or word in VERBS or word in NO_QUALIFIERS:
        return False
    is_participle = word.endswith(("ed", "ing")) and word != "red"
    return not (is_participle or is_plural(word) or word in PASSED_OVER or _is_adverb(word))


def _is_plural_acronym(tokens: Tokens, position: int) -> bool:
    """Whether a small "s" makes a plural of capitals: "38 MPs", "five ODIs"."""
    surface = tokens.surface(position, position + 1)
    return len(surface) > 2 and surface[-1] == "s" and surface[:-1].isupper()  # noqa: PLR2004 - "As" is a word


def _begins_name(tokens: Tokens, position: int) -> bool:
    """Whether a capitalised plural is the first word of a name: "five Barclays Premier League games"."""
    further = position + 1
    is_name = tokens.is_capitalised(position) and tokens.is_capitalised(further)
    return is_name and _goes_on(tokens, further) and not _is_plural_acronym(tokens, position)


def _is_half_of_word(tokens: Tokens, position: int) -> bool:
    """Whether a part or a place is joined to what is counted: "two half-centuries", "five first-team players"."""
    is_part = (tokens.words[position] in HALVES or tokens.words[position] in ORDINALS) and tokens.words[
        position + 1
    ] in HYPHENS
    return is_part and tokens.glued(position + 1) and tokens.glued(position + 2)


def _is_joined(tokens: Tokens, position: int) -> bool:
    """Whether a hyphen joins a word to the next one: "start-ups", "A-levels"."""
    is_hyphened = tokens.words[position + 1] in HYPHENS and tokens.glued(position + 1) and tokens.glued(position + 2)
    return is_hyphened and tokens.words[position + 2].isalpha()


def _is_acronym(tokens: Tokens, position: int) -> bool:
    """Whether a word of grammar is in capitals and its neighbour is not: "21 US presidents", "40 IT firms"."""
    is_capital = tokens.words[position] in ACRONYMS and tokens.surface(position, position + 1).isupper()
    return is_capital and not tokens.surface(position + 1, position + 2).isupper()


def _starts_paragraph(tokens: Tokens, position: int) -> bool:
    """Whether a word begins a paragraph, or a line of its own as in a list of labels and values."""
    gap = tokens.text[tokens.ends[position - 1] : tokens.starts[position]]
    lines = gap.count("\n")
    return lines > 1 or (lines == 1 and (tokens.is_capitalised(position) or tokens.words[position + 1] == ":"))


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") and word not in NO_ADVERBS


def _is_possessive(tokens: Tokens, position: int) -> bool:
    return tokens.words[position] in {"'", "’"} and tokens.glued(position)


def _after_word(tokens: Tokens, position: int) -> int:
    """The index after a word with its possessive, what is hyphenated to it, and the stops of "U.S."."""
    words = tokens.words
    position += 1
    if len(words[position - 1]) == 1 and words[position] == "." and tokens.glued(position):
        return _after_initials(tokens, position - 1)
    if _is_possessive(tokens, position):
        return position + (2 if words[position + 1] == "s" else 1)
    for _ in range(3):
        if words[position] not in HYPHENS or not tokens.glued(position) or not tokens.glued(position + 1):
            break
        position += 2
    return position


def _after_initials(tokens: Tokens, position: int) -> int:
    """The index after letters with full stops, as "U.S." or "U.N."; at most four of them."""
    words = tokens.words
    for _ in range(4):
        if len(words[position]) != 1 or words[position + 1] != "." or not tokens.glued(position + 1):
            break
        position += 2
        if not tokens.glued(position):
            break
    return position


def _singular_compound(tokens: Tokens, position: int, behind: int) -> str:
    """The singular of a hyphenated plural: "by-elections"."""
    return tokens.surface(position, behind - 1).lower() + singular(tokens.words[behind - 1])


def _compound(tokens: Tokens, position: int, modifiers: list[str]) -> Noun | None:
    """The noun at ``position``, or the plural after it that it is part of ("sales jobs")."""
    words = tokens.words
    behind = words[position + 1]
    word = words[position]
    if _is_plural_acronym(tokens, position):
        return Noun(word[:-1], tuple(modifiers), position + 1)
    goes_on = IRREGULAR_PLURALS.get(word, word) == word and word != "times"
    if goes_on and is_plural(behind) and behind not in STOP_WORDS and not _starts_paragraph(tokens, position + 1):
        modifiers.append(tokens.surface(position, position + 1))
        position += 1
    elif words[position + 1] in HYPHENS and tokens.glued(position + 1) and tokens.glued(position + 2):
        return None
    noun = singular(words[position])
    unit = units.names()[noun] if noun in MEASURES else noun
    if modifiers and words[position + 1] != "of" and units.dimension_of(noun) == "volume":
        unit = f"{modifiers.pop().lower()} {noun}"  # "three World Cups", "nine coffee cups"
    return Noun(unit, tuple(modifiers), position + 1)


def _hyphenated(tokens: Tokens, position: int) -> Noun | None:
    """The noun of "a 50-member panel": the word after the hyphen, if it can be one."""
    word = tokens.words[position]
    if len(word) < 3 or not word.isalpha() or word in NO_HYPHENATED or word in NUMBER_WORDS:  # noqa: PLR2004
        return None
    if tokens.is_capitalised(position) or word in STOP_WORDS:
        return None
    return Noun(singular(word) if is_plural(word) else word, (), position + 1)


def goes_on_as_word(tokens: Tokens, after: int) -> bool:
    """Whether letters or a power are glued to a number, and no further side: "3D", "2^8", but not "12x18 inches"."""
    if tokens.words[after] == "x" and is_side(tokens, after + 1):
        return False
    return tokens.words[after][:1].isalpha() or tokens.words[after] == "^"


def is_of_something(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number belongs to a phrase that states none: "half a block", "three-quarter-length", "a 7-iron"."""
    words, after = tokens.words, numeral.after
    if words[numeral.first] == "half" and words[after - 1] in ARTICLES:
        return numeral.scale == 1 and words[after] not in HALVED
    if words[after] in CLUBS and words[numeral.first - 1] in ARTICLES:
        return True  # "a 7 iron shot"
    if numeral.in_words and after == numeral.first + 1 and _is_idiom(words, numeral.first):
        return True
    joined = words[after + 1] if words[after] in HYPHENS and tokens.glued(after) else ""
    return joined in NO_COUNTS_JOINED or (joined in PARTS and words[after + 2] in HYPHENS and numeral.in_words)


def _is_idiom(words: list[str], index: int) -> bool:
    """Whether a number word counts nothing beside its neighbours: "cloud nine", "a high-five", "fifty-fifty"."""
    word, after = words[index], index + 1 + (words[index + 1] in HYPHENS)
    before = index - 1 - (words[index - 1] in HYPHENS)
    is_doubled = word in TENS and (
        words[index + 1 : index + 3] == ["-", word] or words[index - 2 : index] == [word, "-"]
    )
    return is_doubled or f"{words[before]} {word}" in IDIOMS or f"{word} {words[after]}" in IDIOMS


def is_vague(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a bare number in words ends a phrase of some few: "a day or two", "a thing or two"."""
    words, first = tokens.words, numeral.first
    return numeral.in_words and words[first - 1] == "or" and words[first - 3] in ARTICLES


def is_share(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a number counts nothing: a fraction ("9/10 people") or the end of a ratio or score ("a 10-1 shot")."""
    if numeral.kind == "fraction" and numeral.value < 1 and tokens.words[numeral.after] not in HYPHENS:
        return True
    joint = numeral.first - 1
    before = tokens.words[joint - 1]
    if before == "to" and tokens.words[joint] == "-":
        return True  # "10-to-1 odds"
    if not (before.isdecimal() and tokens.glued(joint) and tokens.glued(joint + 1)):
        return False
    is_falling = tokens.words[joint] in {"-", "–"} and len(before) < 4 and int(before) >= numeral.value  # noqa: PLR2004
    is_between_names = tokens.is_capitalised(joint - 2) and tokens.is_capitalised(numeral.after)
    return tokens.words[joint] in {":", "/"} or is_falling or is_between_names


def is_hyphenated_code(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen and a capital go on with the number: "3-D", "737-Max"."""
    is_code = tokens.is_capitalised(index + 1) or len(tokens.words[index + 1]) == 1
    return is_code and _is_joined(tokens, index - 1)
