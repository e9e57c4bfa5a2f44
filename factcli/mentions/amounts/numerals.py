"""Numbers in digits: a digit token comes in, the number that is written from there on goes out with its precision."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from factcli.english.marks import BEFORE_DASH, BEFORE_MINUS, HYPHENS, MINUS, MINUS_SIGNS
from factcli.english.numbers import ORDINAL_ENDINGS, VULGAR
from factcli.mentions.amounts.exponents import exponent_at, power_at, raised_at
from factcli.mentions.patterns import late_pattern

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

ONE = Decimal(1)
POWERS = {exponent: Decimal(10) ** exponent for exponent in range(-40, 60)}
# Smaller whole numbers are counted, larger ones are rounded.
_COUNTED = 100
_MOST_DIGITS = 40
# A larger number is not raised to a power in prose.
_LARGEST_BASE = 10_000

# The runs are bounded: a number of more than 40 digits is not a figure of prose.
_NUMERAL = late_pattern(
    r"""
    (?=[0-9]++(?:[,.'’\u02bc\\{]|[ \u00a0\u2009\u202f][0-9,.]))  # without one of these the digits are plain
    (?: (?P<comma>[0-9]{1,3}(?:,[0-9]{2,3}){0,8},[0-9]{3}(?![0-9])(?:\.[0-9]{1,20}+)?)      # 1,234.5 and 1,00,000
      | (?P<tokenised>[0-9]{1,3}(?:(?:[ ],[ ][0-9]{3}){1,4}+|[ ]\.[ ][0-9]{1,4})(?![0-9]))    # 80 , 000 and 1 . 5
      | (?P<space>[1-9][0-9]{0,2}(?:[ \u00a0\u2009\u202f][0-9]{3}){1,8}+(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?)
      | (?P<apostrophe>[1-9][0-9]{0,2}(?:['’\u02bc][0-9]{3}){1,8}+(?![0-9])(?:[.,][0-9]{1,2}(?![0-9]))?)  # 12'500
      | (?P<latex>[0-9]{1,3}(?:(?:\\,|\{,\})[0-9]{3}){1,8}+(?![0-9])(?:\.[0-9]{1,20}+)?)         # 50\,000, 50{,}000
      | (?P<mixed>[0-9]{1,3}(?:\.[0-9]{3}){1,8}+,[0-9]{1,4}(?![0-9]))                         # 1.111,11
      | (?P<dots>[1-9][0-9]{0,2}(?:\.[0-9]{3}){2,8}+(?![0-9]|\.[0-9]))                        # 1.234.567
      | (?P<decimal_comma>[0-9]{1,9},[0-9]{1,2}(?![0-9]|,[0-9]))                              # 5,00
    )
    | (?P<plain>[0-9]{1,40}+(?:\.[0-9]{1,20}+)?)
    """,
    re.VERBOSE,
)
_MORE_DIGITS = late_pattern(r"[0-9]|[.,][0-9]|\.[0-9]")
_FRACTION = late_pattern(r"([0-9]{1,3})[/⁄]([0-9]{1,4})(?P<ending>(?:st|nd|rd|th)s?)?(?![0-9/⁄.,]|\w)")
_MIXED_FRACTION = late_pattern(r"[ \u00a0-]([0-9]{1,2})[/⁄]([0-9]{1,2})(?![0-9/⁄]|\w)")

_OF_CENT = late_pattern(r"-([1-7])/([248])(?![0-9/⁄]|[.,][0-9]|\w)")
_CENTS = -2

_STROKES = frozenset({"/", "⁄"})
# Two numbers with a stroke between them that are a name, not a fraction.
_NO_FRACTIONS = frozenset({(9, 11), (7, 7)})
# Forms of a numeral whose comma divides the decimals off: always, and where it has one.
_DECIMAL_COMMAS = frozenset({"mixed", "dots", "decimal_comma"})
_OTHER_GAPS = frozenset({"space", "apostrophe"})
_DECIMALS = str.maketrans({",": ".", ".": None})
_GROUPS = str.maketrans(dict.fromkeys(", '’{}\\\u02bc\u00a0\u2009\u202f"))


class Numeral(NamedTuple):
    """A number from token ``first`` to before ``after``.

    ``value`` includes ``scale``, what a scale word multiplies by ("8.8 million": 8 800 000, 1 000 000).  ``quantum`` is
    the value of the last written place, None where nothing is known of it.
    """

    first: int
    after: int
    value: Decimal
    quantum: Decimal | None
    scale: Decimal = ONE
    kind: Literal["cardinal", "ordinal", "fraction"] = "cardinal"
    in_words: bool = False

    def scaled(self, exponent: int, after: int) -> Numeral:
        """This number times ten to the ``exponent``, as said by the words up to ``after``."""
        power = POWERS[exponent]
        if self.quantum is None or self.in_words:
            quantum = self.quantum and self.quantum * power
        else:
            # With a scale word the writer had room for more places: "20 million" is not a round 23 million.
            quantum = POWERS[_places(self.value)] * power if self.scale == 1 else self.quantum * power
        return self._replace(
            after=after,
            value=integral(self.value * power),
            quantum=quantum and integral(quantum),
            scale=self.scale * power,
        )


def read_digits(tokens: Tokens, index: int, floor: int) -> Numeral | None:
    """The number that starts with the digit token ``index``; None where the digits are not a number of prose.

    A sign or a leading decimal point is taken from before ``index``, never from before ``floor``.
    """
    match = _NUMERAL.match(tokens.text, tokens.starts[index])
    if match is None:
        return None
    single = _read_power(tokens, index) or _read_argument(tokens, index, match)
    if single is not None:
        return _signed(tokens, single, floor)
    after = _index_after(tokens, index, match.end())
    if after is None or _MORE_DIGITS.match(tokens.text, match.end()):
        return None
    fraction = _read_fraction(tokens, index)
    if fraction is not None:
        return _signed(tokens, fraction, floor)
    value = _value(match)
    if tokens.glued(after) and _is_whole(match) and tokens.words[after] == _ordinal_ending(match[0]):
        return Numeral(index, after + 1, value, ONE, kind="ordinal")
    first = index
    if starts_decimal(tokens, index - 1, floor):
        first, value = index - 1, value.scaleb(-(match.end() - match.start()))
    numeral = Numeral(first, after, value, quantum_of(value))
    numeral = _raised(tokens, numeral) if tokens.words[after] == "^" else _with_exponent(tokens, numeral)
    return _signed(tokens, _with_fraction(tokens, numeral), floor)


def _read_power(tokens: Tokens, index: int) -> Numeral | None:
    """A power of ten without a factor: 10⁶."""
    power = power_at(tokens.text, tokens.starts[index])
    after = None if power is None else _index_after(tokens, index, power.end)
    if power is None or after is None or power.value not in POWERS:
        return None
    return Numeral(index, after, integral(POWERS[power.value]), integral(POWERS[power.value]))


def _with_exponent(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number times the power of ten after it: 1.2 × 10³."""
    exponent = exponent_at(tokens.text, tokens.ends[numeral.after - 1])
    after = None if exponent is None else _index_after(tokens, numeral.after, exponent.end)
    if exponent is None or after is None:
        return numeral
    value = integral(numeral.value.scaleb(exponent.value))
    return numeral._replace(after=after, value=value, quantum=quantum_of(value))


def _raised(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The number to the power that is printed after it, 2^31; itself where nobody can read the value."""
    power = raised_at(tokens.text, tokens.ends[numeral.after - 1])
    after = None if power is None else _index_after(tokens, numeral.after, power.end)
    if power is None or after is None or not 0 < abs(numeral.value) < _LARGEST_BASE:
        return numeral
    value = numeral.value**power.value
    if abs(value.adjusted()) >= _MOST_DIGITS:
        return numeral
    return numeral._replace(after=after, value=integral(value), quantum=ONE if is_integral(value) else None)


def _read_argument(tokens: Tokens, index: int, match: re.Match[str]) -> Numeral | None:
    """The first number in the brackets of a function: the degrees of freedom of "F(1,23)" are two."""
    name = index - 2
    called = tokens.words[index - 1] == "(" and tokens.glued(index) and tokens.glued(index - 1)
    if not called or "," not in match[0] or len(tokens.words[name].rstrip("²")) != 1:
        return None
    return Numeral(index, index + 1, Decimal(tokens.words[index]), ONE) if tokens.words[name][0].isalpha() else None


def read_vulgar(tokens: Tokens, index: int, floor: int) -> Numeral:
    """The number that the one character at ``index`` is ("½")."""
    above, below = VULGAR[tokens.words[index]]
    return _signed(tokens, Numeral(index, index + 1, Decimal(above) / below, None, kind="fraction"), floor)


def quantum_of(value: Decimal) -> Decimal:
    """The value of the last place that a writer of ``value`` has shown: trailing zeros of a whole number are not shown.

    Below a hundred people count: 20 is twenty.
    """
    places = _places(value)
    if places < 0 or value < _COUNTED:
        return POWERS[places]
    return POWERS[max(0, _exponent(value.normalize()))]


def is_integral(value: Decimal) -> bool:
    """Whether a value is whole; a remainder (``% 1``) is an error where it has more than 28 digits."""
    return value == value.to_integral_value()


def integral(value: Decimal) -> Decimal:
    """The same value without decimals if it is whole: 1500000.0 becomes 1500000."""
    whole = value.to_integral_value()
    return whole.quantize(ONE) if whole == value and whole.adjusted() < 27 else value  # noqa: PLR2004 - the precision


def _is_whole(match: re.Match[str]) -> bool:
    """Whether the digits have no decimals: those of an ordinal, "3rd" or "1,000th"."""
    return bool(match["plain"] or match["comma"]) and "." not in match[0]


def _ordinal_ending(digits: str) -> str:
    """What makes an ordinal of these digits: "1st", but "11th"; so "15st" is a weight."""
    return "th" if digits[-2:-1] == "1" else ORDINAL_ENDINGS.get(digits[-1], "th")


def _value(match: re.Match[str]) -> Decimal:
    text, form = match[0], match.lastgroup
    if form == "plain":
        return Decimal(text)
    if form in _DECIMAL_COMMAS:
        return Decimal(text.translate(_DECIMALS))
    if form in _OTHER_GAPS:
        text = text.replace(",", ".")
    return Decimal(text.translate(_GROUPS))


def _places(value: Decimal) -> int:
    """Minus the number of decimals that are written."""
    return min(0, _exponent(value))


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) and -_MOST_DIGITS < exponent < _MOST_DIGITS else 0


def _index_after(tokens: Tokens, index: int, end: int) -> int | None:
    """The index after the last token of a number that ends at offset ``end``; None if a hidden token lies in it."""
    after = index + 1
    while tokens.ends[after - 1] < end:
        after += 1
    return None if "" in tokens.words[index:after] else after


def _read_fraction(tokens: Tokens, index: int) -> Numeral | None:
    stroke = tokens.words[index + 1]
    match = _FRACTION.match(tokens.text, tokens.starts[index]) if stroke in _STROKES else None
    if tokens.words[index - 1] in _STROKES and tokens.glued(index):
        return None  # "5/13/2019"
    if match is None or tokens.words[index + 2] == "":
        return None
    above, below = int(match[1]), int(match[2])
    if not 0 < above < below or (above, below) in _NO_FRACTIONS:
        return None
    after = index + 4 if match["ending"] else index + 3
    return Numeral(index, after, Decimal(above) / below, None, kind="fraction")


def _with_fraction(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A whole number with the fraction after it: 10 1/2, 5½."""
    after = numeral.after
    behind = tokens.words[after]
    if behind in HYPHENS and _exponent(numeral.value) == _CENTS:
        return _with_fraction_of_cent(tokens, numeral)
    if not (behind in VULGAR or behind in HYPHENS or behind.isdecimal()) or not is_integral(numeral.value):
        return numeral
    if behind in VULGAR:
        above, below = VULGAR[tokens.words[after]]
        return numeral._replace(after=after + 1, value=numeral.value + Decimal(above) / below, quantum=None)
    match = _MIXED_FRACTION.match(tokens.text, tokens.ends[after - 1])
    if match is None or "" in tokens.words[after : after + 3]:
        return numeral
    above, below = int(match[1]), int(match[2])
    if not 0 < above < below <= 64:  # noqa: PLR2004 - the finest that rulers and stock prices have
        return numeral
    count = 3 if tokens.words[after] not in HYPHENS else 4
    return numeral._replace(after=after + count, value=numeral.value + Decimal(above) / below, quantum=None)


def _with_fraction_of_cent(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A price with eighths or quarters of a cent, as grain is quoted: $5.40-3/4."""
    match = _OF_CENT.match(tokens.text, tokens.ends[numeral.after - 1])
    if match is None:
        return numeral
    part = Decimal(match[1]) / Decimal(match[2])
    return numeral._replace(after=numeral.after + 4, value=numeral.value + part.scaleb(_CENTS), quantum=None)


def starts_decimal(tokens: Tokens, point: int, floor: int) -> bool:
    """Whether the token at ``point`` is a full stop that decimals without a zero before it start with: ".001"."""
    if tokens.words[point] != "." or point < floor or not tokens.glued(point + 1):
        return False
    if tokens.words[point - 1] == "/":
        return not tokens.glued(point)  # "S/.5" are five soles
    return not tokens.glued(point) or not tokens.words[point - 1][-1:].isalnum()


def _signed(tokens: Tokens, numeral: Numeral, floor: int) -> Numeral:
    """The number with the minus before it: a sign that nothing is glued to, or the word."""
    before = numeral.first - 1
    if before < floor:
        return numeral
    word = tokens.words[before]
    if _is_minus(tokens, before) or (word in MINUS_SIGNS and _is_sign(tokens, before)):
        return numeral._replace(first=before, value=-numeral.value)
    if before - 1 >= floor and _is_hyphenated_minus(tokens, before):
        return numeral._replace(first=before - 1, value=-numeral.value)
    return numeral


def _is_hyphenated_minus(tokens: Tokens, hyphen: int) -> bool:
    """Whether a hyphen joins the word to the number: "minus-5"."""
    joined = tokens.words[hyphen] in HYPHENS and tokens.glued(hyphen) and tokens.glued(hyphen + 1)
    return joined and _is_minus(tokens, hyphen - 1)


def _is_minus(tokens: Tokens, index: int) -> bool:
    """Whether the word at ``index`` makes the number after it negative; "plus or minus 3" is a margin."""
    return tokens.words[index] in {"minus", "negative"} and tokens.words[index - 1] != "or"


def _is_sign(tokens: Tokens, index: int) -> bool:
    if not tokens.glued(index + 1):
        return _is_spaced_sign(tokens, index)
    return not tokens.glued(index) or tokens.words[index - 1] in {"(", "[", "$", "€", "£", "=", "<", ">", "^", "~"}


def _is_spaced_sign(tokens: Tokens, index: int) -> bool:
    """Whether a minus with a space after it is a sign: "t = − 4.46", "fell to − 3 °C"; a dash is not one."""
    gap = tokens.text[tokens.ends[index] : tokens.starts[index + 1]]
    before = tokens.words[index - 1]
    if len(gap) != 1 or gap == "\n":
        return False
    is_sign = tokens.words[index] == MINUS or tokens.words[_after_digits(tokens, index + 1)] == "°"
    return before in BEFORE_DASH or (is_sign and before in BEFORE_MINUS)


def _after_digits(tokens: Tokens, index: int) -> int:
    """The index after the digits at ``index`` with their decimals."""
    return index + 3 if tokens.words[index + 1] == "." and tokens.words[index + 2].isdecimal() else index + 1
