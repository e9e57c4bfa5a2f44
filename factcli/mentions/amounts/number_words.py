"""Numbers in words: "three hundred thousand", "two and a half million", "two-thirds", "twenty-fifth"."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from factcli.english.marks import HYPHENS
from factcli.english.nouns import is_plural
from factcli.english.numbers import (
    AFTER_SCORE,
    ANY_ORDINAL,
    ARTICLES,
    BELOW_HUNDRED,
    DOZENS,
    GROUPS,
    HALVES,
    HALVES_OF_TIME,
    NO_BARE_SCALE_AFTER,
    PAIRED,
    PARTS,
    PLURAL_SCALES,
    SCALE_ORDINALS,
    SCALES,
    TENS,
    UNITS,
)
from factcli.mentions.amounts.denominators import denominator_at, proper_fraction_at, reads_as_part
from factcli.mentions.amounts.money import is_stopped_scale
from factcli.mentions.amounts.numerals import ONE, POWERS, Numeral, integral, quantum_of
from factcli.mentions.ordinals import names_something

if TYPE_CHECKING:
    from factcli.mentions.lexer import Tokens

# More words than any number has; bounds what a hostile "million million million" can cost.
_MOST_WORDS = 20
_LARGEST = POWERS[24]
# The noun of a group and the words before it.
_LONGEST_GROUP = 3

_ALL_SCALES = SCALES | PLURAL_SCALES
_HALF = Decimal("0.5")
_AFTER_ANOTHER = ARTICLES | {"aged", "who", "named", "from"}


class _Cardinal(NamedTuple):
    """A whole number in words, and where it ends.

    ``tail`` is what its last word added ("two hundred and five": 5), ``scale`` what its last word multiplied by.  If it
    has an "and", ``head`` is the number before that ("two hundred"), which ends at ``head_after``.
    """

    value: Decimal
    after: int
    tail: int
    scale: Decimal
    head: Decimal | None = None
    head_after: int = 0


def read_words(tokens: Tokens, index: int, floor: int) -> Numeral | None:
    """The number that starts with the number word ``index``; None where the words are not a number.

    An article or "minus" is taken from before ``index``, never from before ``floor``.
    """
    word = tokens.words[index]
    article = index > floor and tokens.words[index - 1] in ARTICLES
    if word in HALVES:
        numeral = _read_half(tokens, index, article=article)
    elif word in ANY_ORDINAL or word in SCALE_ORDINALS:
        numeral = _read_ordinal(tokens, index, article=article)
    elif word in GROUPS:
        numeral = _read_group(tokens, index) if article else None
    elif word in DOZENS:
        numeral = Numeral(index - 1, index + 1, Decimal(12), None) if article and word == "dozen" else None
    else:
        numeral = _read_cardinal(tokens, index, article=article)
    if numeral is None:
        return None
    numeral = numeral._replace(in_words=True)
    before = numeral.first - 1
    if before >= floor and tokens.words[before] in {"minus", "negative"}:
        return numeral._replace(first=before, value=-numeral.value)
    return numeral


def add_words(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A number with what the words after it add: a scale, "and a half", "dozen", "thirds"."""
    numeral = _with_part(tokens, _scaled(tokens, numeral))
    if numeral.kind == "fraction" and tokens.words[numeral.after] == "of" and tokens.words[numeral.after + 1] == "a":
        whole = _scaled(tokens, numeral._replace(after=numeral.after + 2))
        numeral = whole if whole.scale > 1 else numeral
    if numeral.in_words and tokens.words[numeral.after] == "score" and tokens.words[numeral.after + 1] in AFTER_SCORE:
        return numeral._replace(after=numeral.after + 1, value=integral(numeral.value * 20), quantum=None)
    if tokens.words[numeral.after] in DOZENS:
        return numeral._replace(after=numeral.after + 1, value=integral(numeral.value * 12), quantum=None)
    return numeral


def _read_group(tokens: Tokens, index: int) -> Numeral | None:
    """The number of a group whose members are counted: "a trio of bills", but not "a pair of jeans"."""
    counted = tokens.words[index + 2 : index + 2 + _LONGEST_GROUP]
    if tokens.words[index + 1] != "of" or not any(map(is_plural, counted)) or not PAIRED.isdisjoint(counted):
        return None
    return Numeral(index - 1, index + 2, Decimal(GROUPS[tokens.words[index]]), ONE)


def _with_part(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A number with a part after "and": "two and a half million", "one billion and a quarter million"."""
    index = _after_hyphen(tokens, numeral.after)
    part = _read_part(tokens, _after_hyphen(tokens, index + 1)) if tokens.words[index] == "and" else None
    if part is None:
        return numeral
    value, after = part
    if numeral.scale == 1:
        whole = numeral._replace(after=after, value=numeral.value + value, quantum=None)
        return _scaled(tokens, whole)
    own = _scaled(tokens, Numeral(after, after, value, None))
    added = own.value if own.scale > 1 else value * numeral.scale
    return numeral._replace(after=own.after, value=integral(numeral.value + added), quantum=None)


def _scaled(tokens: Tokens, numeral: Numeral) -> Numeral:
    """A number times the scale words after it, at most three of them ("lakh crore")."""
    for _ in range(3):
        after = numeral.after
        if tokens.words[after] in HYPHENS and tokens.words[after + 1] in SCALES and tokens.glued(after):
            after += 1
        exponent = _ALL_SCALES.get(tokens.words[after])
        if tokens.words[after] == "grand" and not tokens.words[after + 1][:1].isalpha():
            exponent = SCALES["thousand"]
        if exponent is None or tokens.words[after + 1] in {"'", "’"}:
            return numeral
        numeral = numeral.scaled(exponent, after + 1 + is_stopped_scale(tokens, after))
    return numeral


def _read_cardinal(tokens: Tokens, index: int, *, article: bool) -> Numeral | None:
    words = tokens.words
    bare_scale = words[index] in SCALES
    if bare_scale and not article and words[index + 1] not in SCALES and not _is_bare_number(tokens, index):
        return None
    if words[index] == "zero" and words[index - 1] in HYPHENS and words[index - 2] == "sub":
        return None
    cardinal = _cardinal(tokens, index)
    first = index - 1 if bare_scale and article else index
    numeral = Numeral(first, cardinal.after, cardinal.value, quantum_of(cardinal.value), scale=cardinal.scale)
    for read in (_with_denominator, _over_hundreds, _with_ordinal, _with_point):
        longer = read(tokens, numeral, cardinal)
        if longer is not None:
            return longer
    return numeral


def _is_bare_number(tokens: Tokens, index: int) -> bool:
    """Whether a scale without an article or number before it starts a number: "some hundred and twenty people"."""
    words = tokens.words
    starts = words[index] in {"hundred", "thousand"} and words[index - 1] not in NO_BARE_SCALE_AFTER
    return starts and words[index + 1] == "and" and words[index + 2] in BELOW_HUNDRED


def _cardinal(tokens: Tokens, index: int) -> _Cardinal:
    """The whole number in words from ``index`` on; the word there is a number word."""
    words, total, group, tail, scale = tokens.words, Decimal(0), Decimal(0), 0, ONE
    position, seen = index, index
    head: tuple[Decimal | None, int] = (None, 0)
    while position < index + _MOST_WORDS and total < _LARGEST:
        word = words[position]
        head = (total + group, seen) if "and" in words[seen:position] and word in BELOW_HUNDRED else head
        small = BELOW_HUNDRED.get(word)
        if small is not None:
            if not _fits(small, group, tail):
                break
            group, tail = group + small, small
        elif word in _ALL_SCALES and (position > index or word in SCALES):
            exponent = _ALL_SCALES[word]
            power = POWERS[exponent]
            if exponent == 2:  # noqa: PLR2004 - a hundred
                if not 0 <= group < 100 or (position > index and not group):  # noqa: PLR2004
                    break
                group = (group or ONE) * power
            elif group or not total:
                total, group = total + (group or ONE) * power, Decimal(0)
            else:
                total *= power
            tail, scale = 0, power
        else:
            break
        seen = position + 1
        position = _after_joint(tokens, seen)
    return _Cardinal(total + group, seen, tail, scale if not tail and not group % 100 else ONE, *head)


def _after_joint(tokens: Tokens, index: int) -> int:
    """The index after what joins the next word to a number: a hyphen, or "and" between a hundred and a smaller number.

    The "and" may have hyphens of its own: "one-hundred-and-sixty".
    """
    words = tokens.words
    joint = index + (words[index] in HYPHENS)
    behind = joint + 1 + (joint > index and words[joint + 1] in HYPHENS)
    is_added = words[joint] == "and" and words[index - 1] in SCALES and words[behind] in BELOW_HUNDRED
    return behind if is_added else joint


def _fits(small: int, group: Decimal, tail: int) -> bool:
    """Whether a word below a hundred goes on with the group of three places before it: "twenty two", "hundred ten"."""
    if not group:
        return True
    if tail == 0:
        return group % 100 == 0
    return tail in TENS.values() and 0 < small < 10  # noqa: PLR2004 - a unit after a ten


def _with_point(tokens: Tokens, numeral: Numeral, cardinal: _Cardinal) -> Numeral | None:
    """A number with decimals in words: "three point five", "twelve dot fifty", "two hundred point seventy-one"."""
    words, position = tokens.words, numeral.after
    if words[position] not in {"point", "dot"} or words[position + 1] not in BELOW_HUNDRED:
        return None
    digits, position = "", position + 1
    while len(digits) < _MOST_WORDS and words[position] in UNITS and UNITS[words[position]] < 10:  # noqa: PLR2004
        digits, position = digits + str(UNITS[words[position]]), position + 1
    if not digits:
        decimals = _cardinal(tokens, position)
        digits, position = str(decimals.value), decimals.after
    value = Decimal(f"{cardinal.value:f}.{digits}")
    return numeral._replace(after=position, value=value, quantum=POWERS[-len(digits)])


def _with_ordinal(tokens: Tokens, numeral: Numeral, cardinal: _Cardinal) -> Numeral | None:
    """A number whose last word is an ordinal: "twenty-first", "one hundred twenty fifth", "two millionth"."""
    position = numeral.after
    position += tokens.words[position] in HYPHENS
    if tokens.words[position] == "and":
        position += 1 + (tokens.words[position + 1] in HYPHENS)
    word = tokens.words[position]
    if word in SCALE_ORDINALS:
        value, first = integral(cardinal.value * POWERS[SCALE_ORDINALS[word]]), numeral.first
        if tokens.words[first - 1] in ARTICLES and tokens.words[position + 1] == "of":  # "a ten-thousandth of a metre"
            return Numeral(first - 1, position + 1, ONE / value, None, kind="fraction")
        return numeral._replace(after=position + 1, value=value, quantum=ONE, kind="ordinal")
    small = ANY_ORDINAL.get(word)
    if small is None or not _ordinal_fits(small, cardinal):
        return None
    value, first = cardinal.value + small, numeral.first
    if tokens.words[first - 1] in ARTICLES and tokens.words[position + 1] == "of":  # "a twenty-fifth of the sum"
        return Numeral(first - 1, position + 1, ONE / value, None, kind="fraction")
    return numeral._replace(after=position + 1, value=value, quantum=ONE, kind="ordinal", scale=ONE)


def _ordinal_fits(small: int, cardinal: _Cardinal) -> bool:
    if cardinal.tail == 0:
        return cardinal.scale > 1
    return cardinal.tail in TENS.values() and small < 10  # noqa: PLR2004 - a unit after a ten


def _with_denominator(tokens: Tokens, numeral: Numeral, cardinal: _Cardinal) -> Numeral | None:
    """A number of parts: "two thirds", "three-quarters", "one-eighth", "three twenty firsts"."""
    denominator = denominator_at(tokens, numeral.after, one=cardinal.value == 1)
    if denominator is None:
        return None
    below, after = denominator
    if cardinal.head is not None and cardinal.value - cardinal.head < below:
        # "five billion and three quarters": a proper fraction is added to what comes before "and".
        scale = POWERS[_scale_of(tokens.words[cardinal.head_after - 1])]
        return numeral._replace(after=cardinal.head_after, value=cardinal.head, scale=scale)
    return numeral._replace(after=after, value=cardinal.value / below, quantum=None, kind="fraction", scale=ONE)


def _over_hundreds(tokens: Tokens, numeral: Numeral, cardinal: _Cardinal) -> Numeral | None:
    """A number of parts that are named from "one" on: "one one-thousandth", "one one-hundred-and-fifth"."""
    index = _after_hyphen(tokens, numeral.after)
    scale = tokens.words[_after_hyphen(tokens, index + 1)]
    if tokens.words[index] != "one" or not (scale in SCALES or scale in SCALE_ORDINALS):
        return None
    below = _cardinal(tokens, index)
    ordinal = _with_ordinal(tokens, Numeral(index, below.after, below.value, ONE), below)
    if ordinal is None:
        return None
    value = cardinal.value / ordinal.value
    return numeral._replace(after=ordinal.after, value=value, quantum=None, kind="fraction", scale=ONE)


def _scale_of(word: str) -> int:
    """The exponent of a scale word; 0 for a hundred and for other words, of which no part is said."""
    exponent = _ALL_SCALES.get(word, 0)
    return exponent if exponent >= 3 else 0  # noqa: PLR2004 - a thousand


def _after_hyphen(tokens: Tokens, position: int) -> int:
    """The index of the next word, where words may be joined: "two-and-a-half"."""
    return position + 1 if tokens.words[position] in HYPHENS and tokens.glued(position) else position


def _read_part(tokens: Tokens, position: int) -> tuple[Decimal, int] | None:
    """The part that is added after "and": "a half", "a quarter", "three quarters", "two fifths"."""
    words = tokens.words
    if words[position] == "half":
        return _HALF, position + 1
    if words[position] in {"a", "an", "one"}:
        position = _after_hyphen(tokens, position + 1)
        part = PARTS.get(words[position])
        return None if part is None else (ONE / part, position + 1)
    if words[position].isdigit():
        return proper_fraction_at(tokens, position)
    if words[position] not in BELOW_HUNDRED:
        return None
    above = _cardinal(tokens, position)
    below = denominator_at(tokens, above.after, one=above.value == 1)
    return None if below is None else (above.value / below[0], below[1])


def _read_half(tokens: Tokens, index: int, *, article: bool) -> Numeral | None:
    """A number that starts with "half" or "quarter": "half a million", "a half", "quarter million", "half of"."""
    words = tokens.words
    half = Numeral(index - 1 if article else index, index + 1, ONE / PARTS[words[index]], None, kind="fraction")
    after = _after_hyphen(tokens, index + 1)
    if words[after] in SCALES or words[after] in DOZENS:
        return half._replace(after=after)
    if words[index] == "half" and words[after] in ARTICLES:
        return half._replace(first=index, after=_after_hyphen(tokens, after + 1))
    of_scale = words[after] == "of" and words[after + 1] in ARTICLES and words[after + 2] in SCALES
    if of_scale or (article and reads_as_part(tokens, index)):
        return half
    is_share = words[index] == "half" and words[after] in {"of", "the"} and words[index - 1] not in HALVES_OF_TIME
    return half._replace(first=index) if is_share else None


def _read_ordinal(tokens: Tokens, index: int, *, article: bool) -> Numeral | None:
    """A rank ("the second"), or a part ("a third of")."""
    word = tokens.words[index]
    is_part = word in PARTS or word in SCALE_ORDINALS
    if article and is_part and reads_as_part(tokens, index) and not _is_another(tokens, index):
        below = Decimal(PARTS[word]) if word in PARTS else POWERS[SCALE_ORDINALS[word]]
        return Numeral(index - 1, index + 1, ONE / below, None, kind="fraction")
    if names_something(tokens, index):
        return None
    value = Decimal(ANY_ORDINAL[word]) if word in ANY_ORDINAL else POWERS[SCALE_ORDINALS[word]]
    return Numeral(index, index + 1, value, ONE, kind="ordinal")


def _is_another(tokens: Tokens, index: int) -> bool:
    """Whether "a third" is one more of those before: "a third, aged 14,", "a third, a boy, died"."""
    comma, behind = tokens.words[index + 1 : index + 3]
    return comma == "," and behind in _AFTER_ANOTHER and tokens.words[index] not in HALVES
