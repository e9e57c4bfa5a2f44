"""Money around a number: the currency before it ("US$7m", "EUR 20"), or after it ("420 million Finnish markka")."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli import units
from factcli.english.amounts import (
    BEFORE_RESULT,
    LOWER_CODES,
    MONEY_HOMONYMS,
    NAMES_OF_SOFTWARE,
    NO_CODES,
    NO_NAMES_AFTER,
    OBJECTS,
    PRICES,
)
from factcli.english.function_words import PREPOSITIONS
from factcli.english.marks import HYPHENS
from factcli.english.nouns import is_plural
from factcli.english.numbers import LETTER_SCALES, NUMBER_WORDS, SCALES, SHORT_SCALES, SPACED_MONEY_SCALES
from factcli.mentions.ages import is_called_age
from factcli.mentions.patterns import late_pattern
from factcli.mentions.phrases import Lexicon, reversed_lexicon
from factcli.mentions.pounds import weigh
from factcli.units.currencies import (
    ISO_4217,
    LETTERS,
    LOWER_PREFIXES,
    MODEL_PREFIXES,
    NAMED,
    NO_UPPER_PREFIXES,
    PREFIXES,
    SIGNS,
    SPACED_PREFIXES,
    SUBUNITS,
    UPPER_PREFIXES,
)

if TYPE_CHECKING:
    from decimal import Decimal

    from factcli.mentions.amounts.numerals import Numeral
    from factcli.mentions.lexer import Tokens


class Currency(NamedTuple):
    """A currency: its unit, how many of the parts that are named make one of it, and the index it reaches to."""

    unit: str
    parts: int
    border: int


_NAMES: Lexicon[tuple[str, int]] = Lexicon(
    {name: (unit, 1) for name, unit in units.money_names().items()}
    | {form: part for name, part in SUBUNITS.items() if len(name) > 1 for form in (name, f"{name}s")}
    | {
        f"{country} cent{plural}": (code, 100)
        for code, (countries, noun) in NAMED.items()
        if noun == "dollar"
        for country in countries.split()
        for plural in ("", "s")
    }
    | {"pennies": ("GBP", 100), "u.s. dollars": ("USD", 1), "us dollars": ("USD", 1)}
)
_SUBUNIT_NAMES = frozenset(form for name in SUBUNITS if len(name) > 1 for form in (name, f"{name}s"))
_SIGN_CHARACTERS = frozenset(sign for sign in SIGNS if len(sign) == 1)
# Signs and letters that may come after an amount.
_CODES_AFTER = {sign: unit for sign, unit in SIGNS.items() if len(sign) == 1} | {
    "rs": "INR", "rm": "MYR", "kč": "CZK", "zł": "PLN", "fcfa": "XOF",
}  # fmt: skip
_NAMES_BEFORE = reversed_lexicon(
    {
        name: unit
        for name, unit in units.money_names().items()
        if name.split()[-1] not in MONEY_HOMONYMS | {"pound", "kr"}
    }
)
_LAST_OF_NAMES = frozenset(name.split()[-1] for name in units.money_names())
_LEAST_HOMONYM = 10
# After "15 trillion won" a preposition leads on; after "12 won" it may be where they did.
_PLAIN_OBJECTS = OBJECTS - PREPOSITIONS
_LONGEST_MODEL = 3
_FAR_BACK = 8
_LARGE_AMOUNT = late_pattern(
    r"[0-9]{1,3}+(?:(?:,[0-9]{3})++(?![0-9])|(?:\.[0-9]{1,3}+)?\s?(?:million|billion|trillion|bn|mn|tn|m)(?![a-z0-9]))"
)


def currency_before(tokens: Tokens, index: int, floor: int) -> Currency | None:
    """The currency that is right before the number at ``index``, never from before ``floor``."""
    before = index - 1
    if before < floor or _numbers_version(tokens, index):
        return None
    word = tokens.words[before]
    if word in _SIGN_CHARACTERS:
        return _with_prefix(tokens, before, floor)
    if word in {".", "/"}:
        return _with_mark(tokens, before, floor)
    if before - 1 >= floor and tokens.words[before - 1] in _SIGN_CHARACTERS and tokens.glued(before):
        inside = _around_sign(tokens, before, floor)
        if inside is not None:
            return inside
    if is_letter_of_money(tokens, before):
        return Currency(LETTERS[word], 1, before)
    is_code = _is_code(tokens, before) and not numbers_a_meeting(tokens, index)
    named = _prefix_at(tokens, before) or _named_before(tokens, index, floor)
    return named or (Currency(word.upper(), 1, before) if is_code else None)


def _with_mark(tokens: Tokens, mark: int, floor: int) -> Currency | None:
    """The currency whose letters end in the full stop or stroke at ``mark``: "Rs.", "S/", "S/."."""
    letters, stroke = mark - 1, tokens.words[mark].strip(".")
    if tokens.words[mark] == "." and tokens.words[letters] == "/":
        letters, stroke = letters - 1, "/"
    stands = letters >= floor and tokens.glued(mark)
    return _prefix_at(tokens, letters, stroke) if stands else None


def _named_before(tokens: Tokens, index: int, floor: int) -> Currency | None:
    """The currency whose name comes before its amount: "CFA francs 500m", "Euro 3bn"; not "in dollars 5 years ago"."""
    found = _NAMES_BEFORE.longest_before(tokens, index, floor) if tokens.words[index - 1] in _LAST_OF_NAMES else None
    if found is None or tokens.words[found[1] - 1] in NO_NAMES_AFTER:
        return None
    is_of_country = index - found[1] > 1 and not tokens.words[index + 1][:1].isalnum()  # "Malaysian ringgit 42"
    is_amount = is_of_country or _LARGE_AMOUNT.match(tokens.lowered, tokens.starts[index])
    return Currency(found[0], 1, found[1]) if is_amount else None


def is_currency(tokens: Tokens, index: int) -> bool:
    """Whether the word at ``index`` is a code of a currency, or what is printed before a sum: "US$", "A$", "EUR"."""
    word = tokens.words[index]
    sign = tokens.words[index - 1]
    if sign in {"$", "£", "¥"} and tokens.glued(index):
        return word + sign in SIGNS
    if tokens.words[index + 1] == "/":
        return f"{word}/" in PREFIXES
    if _names_model(tokens, index):
        return False
    return word in PREFIXES or word.upper() in ISO_4217


def is_letter_of_money(tokens: Tokens, index: int) -> bool:
    """Whether the capitals at ``index`` are a currency, by the amount after them: "R5.5bn", "SR 2 million"."""
    letters = tokens.surface(index, index + 1) if tokens.words[index] in LETTERS else ""
    if not letters.isupper() or tokens.glued(index) or not (tokens.glued(index + 1) or len(letters) > 1):
        return False
    return _LARGE_AMOUNT.match(tokens.lowered, tokens.starts[index + 1]) is not None


def with_brackets(tokens: Tokens, numeral: Numeral, floor: int) -> Numeral:
    """The number with the brackets that make it negative in accounts: "$(34.5) million", "(12.4) million"."""
    before, after = numeral.first - 1, numeral.after
    in_brackets = tokens.words[before] == "(" and tokens.words[after] == ")" and before >= floor
    if not in_brackets or numeral.in_words or not (tokens.glued(before + 1) and tokens.glued(after)):
        return numeral
    signed = tokens.words[before - 1] in _SIGN_CHARACTERS and before - 1 >= floor and tokens.glued(before)
    signed = signed or (_is_code(tokens, before - 1) and tokens.words[after + 1] in LETTER_SCALES)
    if not signed and not _is_scaled_bracket(tokens, before, after + 1):
        return numeral
    return numeral._replace(first=before, after=after + 1, value=-numeral.value)


def is_booked_in_brackets(tokens: Tokens, first: int, after: int) -> bool:
    """Whether brackets around a sum make it negative: "a result of ($3.4) million", "revenue is ($99.99)."."""
    words = tokens.words
    if words[first - 1] != "(" or words[after] != ")" or not (tokens.glued(first) and tokens.glued(after)):
        return False
    is_told = words[first - 2] in BEFORE_RESULT and not words[after + 1][:1].isalnum()
    return is_told or words[after + 1] in SCALES


def _is_scaled_bracket(tokens: Tokens, before: int, after: int) -> bool:
    """Whether a scale or "%" comes after the bracket; "three (3) million" says the same number twice."""
    if tokens.words[before - 1] in NUMBER_WORDS or tokens.words[before - 1][:1].isdigit():
        return False
    word = tokens.words[after]
    return word in SCALES or (tokens.glued(after) and word == "%")


def is_stopped_scale(tokens: Tokens, index: int) -> bool:
    """Whether the scale at ``index`` is an abbreviation with its full stop, before a currency: "50 Mio. EUR"."""
    behind = tokens.words[index + 2]
    is_money = behind in SIGNS or behind.upper() in ISO_4217 or _NAMES.longest(tokens, index + 2) is not None
    return (
        tokens.words[index + 1] == "."
        and (tokens.words[index] in SHORT_SCALES or tokens.words[index] in SPACED_MONEY_SCALES)
        and is_money
    )


def is_spaced_scale(tokens: Tokens, letters: str, scaled: Numeral, *, is_money: bool) -> bool:
    """Whether letters after a space are a scale of money: "€5 m", "$5 mil", "5 mil dollars"."""
    if letters in {"m", "mill"}:
        return is_money
    return letters in SPACED_MONEY_SCALES and (is_money or currency_after(tokens, scaled) is not None)


def numbers_a_meeting(tokens: Tokens, index: int) -> bool:
    """Whether "COP" is a conference here, "COP26", and no Colombian peso, "COP3.2trn"."""
    if tokens.words[index - 1] != "cop":
        return False
    goes_on = tokens.glued(index + 1) and (tokens.words[index + 1].isalpha() or tokens.words[index + 2].isdigit())
    return tokens.glued(index) and len(tokens.words[index]) < 3 and not goes_on  # noqa: PLR2004


def _prefix_at(tokens: Tokens, index: int, stroke: str = "") -> Currency | None:
    """The currency that the letters at ``index`` mean before an amount: "Rs", "RM", "S/"."""
    word = tokens.words[index] + stroke
    is_written = word in PREFIXES and _is_prefix_case(tokens, index, word)
    return Currency(PREFIXES[word], 1, index) if is_written else None


def _is_prefix_case(tokens: Tokens, index: int, word: str) -> bool:
    """Whether the letters are cased as a currency: "Rs", "kr", "LE" but not the French "Le"."""
    if word in UPPER_PREFIXES:
        return tokens.surface(index, index + 1).isupper()
    if _names_model(tokens, index):
        return False
    return tokens.is_capitalised(index) or word in LOWER_PREFIXES


def _names_model(tokens: Tokens, index: int) -> bool:
    """Whether the letters of a currency are capitals of a model here: "PS5", "the RS6"."""
    word, digits = tokens.words[index : index + 2]
    if (word not in NO_UPPER_PREFIXES and word not in MODEL_PREFIXES) or not tokens.surface(index, index + 1).isupper():
        return False
    is_short = tokens.glued(index + 1) and len(digits) <= _LONGEST_MODEL and tokens.words[index + 2] != "."
    return word in NO_UPPER_PREFIXES or (is_short and not _LARGE_AMOUNT.match(tokens.lowered, tokens.starts[index + 1]))


def currency_without_amount(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The currency whose name is at ``index``, and the index after it: the "US dollar" of "17.05 per US dollar"."""
    found = None if tokens.words[index] in MONEY_HOMONYMS else _NAMES.longest(tokens, index)
    return None if found is None or found[0][1] > 1 else (found[0][0], found[1])


def currency_after(tokens: Tokens, numeral: Numeral) -> Currency | None:
    """The currency that is right after a number."""
    index = numeral.after
    if tokens.words[index] in HYPHENS and tokens.glued(index) and tokens.glued(index + 1):
        return _named(tokens, index + 1, numeral, hyphen=True)
    return _signed(tokens, index, numeral) or _named(tokens, index, numeral, hyphen=False)


def _signed(tokens: Tokens, index: int, numeral: Numeral) -> Currency | None:
    """The currency whose sign or code is at ``index`` and does not belong to a number after it."""
    word = tokens.words[index]
    if word in {"¢", "c", "p"}:
        return Currency(*SUBUNITS[word], index + 1) if _is_part_sign(tokens, index, numeral.value) else None
    unit = _CODES_AFTER.get(word) or (word.upper() if _is_code(tokens, index) else None)
    if unit is None:
        sign = tokens.words[index + 1]  # "5 US$"
        whole = SIGNS.get(word + sign) if sign == "$" and tokens.glued(index + 1) else None
        return Currency(whole, 1, index + 2) if whole and not tokens.words[index + 2][:1].isdigit() else None
    next_number = tokens.words[index + 1][:1].isdigit() and tokens.words[index + 2] not in _SUBUNIT_NAMES
    is_taken = next_number and (tokens.glued(index + 1) or word in _SIGN_CHARACTERS) and not tokens.glued(index)
    return None if is_taken else Currency(unit, 1, index + 1)


def _is_championship(tokens: Tokens, index: int) -> bool:
    """Whether "Euro" is followed by its year, which is hidden by now: "the last two Euro 2016 qualifiers"."""
    is_name = tokens.words[index] == "euro" and tokens.is_capitalised(index)
    return is_name and tokens.words[index + 1] == "" and index + 1 < tokens.count


def _named(tokens: Tokens, index: int, numeral: Numeral, *, hyphen: bool) -> Currency | None:
    """The currency whose name is at ``index``."""
    found = _NAMES.longest(tokens, index)
    if found is None or _is_championship(tokens, index):
        return None
    (unit, parts), after = found
    if after == index + 1 and not _is_meant(tokens, index, numeral, hyphen=hyphen):
        return None
    return Currency(unit, parts, after)


def amount_of(value: Decimal, currency: Currency) -> Decimal:
    """The amount in the main unit: 5 pence are 0.05 GBP."""
    return value if currency.parts == 1 else value / currency.parts


def _around_sign(tokens: Tokens, letters: int, floor: int) -> Currency | None:
    """The currency of a sign that letters come after: "$US", "U$S", "£E"."""
    sign, word = letters - 1, tokens.words[letters]
    around = tokens.words[sign - 1] + tokens.words[sign] + word
    if sign - 1 >= floor and tokens.glued(sign) and around in SIGNS:
        return Currency(SIGNS[around], 1, sign - 1)
    key = word + tokens.words[sign]
    return Currency(SIGNS[key], 1, sign) if key in SIGNS else None


def _with_prefix(tokens: Tokens, sign: int, floor: int) -> Currency:
    """The currency of the sign at ``sign``, with the letters that are glued before it: "US$", "A$", "R$"."""
    letters = tokens.words[sign - 1]
    key = letters + tokens.words[sign]
    if sign - 1 >= floor and letters.isalpha() and key in SIGNS and (tokens.glued(sign) or _is_spaced(tokens, sign)):
        return Currency(SIGNS[key], 1, sign - 1)
    return Currency(SIGNS[tokens.words[sign]], 1, sign)


def _is_spaced(tokens: Tokens, sign: int) -> bool:
    """Whether the letters before the sign belong to it in spite of a space: "HK $500", "US $5m"; "CA $5" is a place."""
    letters = tokens.words[sign - 1]
    return letters in {"c", "us"} or (letters in SPACED_PREFIXES and tokens.is_capitalised(sign - 1))


def _is_code(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if len(word) != 3:  # noqa: PLR2004 - as ISO 4217 has it
        return False
    code = word.upper()
    if code not in ISO_4217:
        return False
    return (code not in NO_CODES and tokens.surface(index, index + 1) == code) or word in LOWER_CODES


def _numbers_version(tokens: Tokens, index: int) -> bool:
    """Whether the number at ``index`` is a version of software: "PHP 8.1", but not "PHP 500", "a fare of PHP 8"."""
    if tokens.surface(index - 1, index) not in NAMES_OF_SOFTWARE or len(tokens.words[index]) > 1:
        return False
    is_sum = _LARGE_AMOUNT.match(tokens.lowered, tokens.starts[index]) or tokens.words[index + 1] in NUMBER_WORDS
    return not is_sum and PRICES.isdisjoint(tokens.words[max(index - _FAR_BACK, 0) : index])


def _is_part_sign(tokens: Tokens, index: int, value: Decimal) -> bool:
    """Whether "c" or "p" is glued to its number and no degree or page: "11c a share", "5p"."""
    if tokens.words[index] == "¢":
        return True
    ends = not (tokens.glued(index + 1) and tokens.words[index + 1][:1].isalnum())
    return tokens.glued(index) and not tokens.is_capitalised(index) and value > 0 and ends


def _is_meant(tokens: Tokens, index: int, numeral: Numeral, *, hyphen: bool) -> bool:
    """Whether a name of one word is money here: not in "3 won awards", "a 10-pound baby", "six pounds of flour"."""
    word, behind = tokens.words[index], tokens.words[index + 1]
    if word in {"pound", "pounds"}:
        return not weigh(tokens, index, numeral, hyphen=hyphen)
    if word == "mark":
        return False  # "the 6 billion mark"; marks come in the plural
    if word in MONEY_HOMONYMS:
        is_scaled = tokens.words[index - 1] in SCALES  # "15 trillion won on a plant"
        is_verb = behind in (_PLAIN_OBJECTS if is_scaled else OBJECTS) or is_plural(behind)
        is_age = is_called_age(tokens, numeral.first)  # "girls aged 8 and 10 won"
        return abs(numeral.value) >= _LEAST_HOMONYM and not (is_verb or hyphen or is_age)
    return True
