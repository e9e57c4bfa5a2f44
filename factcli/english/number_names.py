"""The names of small numbers, and the words of a query that are more than words: every lookup imports these."""

from __future__ import annotations

CARDINAL_NAMES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
ORDINAL_NAMES = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
TEN_NAMES = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# Number words that are searched for as a figure; ordinals are more often words of a name.
TYPED_NUMBERS = frozenset((
    *CARDINAL_NAMES[1:], *TEN_NAMES, "hundred", "thousand", "million", "billion", "trillion", "dozen", "half",
    "quarter", "third",
))  # fmt: skip
# A question begins with one of these.
QUESTION_WORDS = frozenset({"how", "what", "what's", "when", "where", "which", "who", "whom", "whose", "why"})
# Countries and bodies that are printed with full stops and without.
DOTTED_ACRONYMS = frozenset({"us", "uk", "un", "eu", "uae", "usa", "ussr"})
