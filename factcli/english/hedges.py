"""Words that say whether a figure is exact, a bound or approximate."""

from __future__ import annotations

from factcli.english.rows import word_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Comparator = Literal["=", "~", "<", "<=", ">", ">="]

# Comparator: the phrases that come before a figure, parted by commas.
HEDGES_BEFORE: dict[Comparator, str] = {
    "~": """about, around, roughly, approximately, approx, approx., some, circa, ca., c., nearly, almost, close to,
        an estimated, estimated at, estimated, in the region of, in the order of, just under, just over, just short of,
        just shy of, not quite, ~, ≈, or so, somewhere around, more or less, virtually, practically, nigh on,
        on average, an average of, averaging""",
    ">": """more than, over, greater than, higher than, larger than, bigger than, above, upwards of, upward of,
        in excess of, exceeding, exceeds, exceed, exceeded, surpass, surpassed, surpassing, surpasses, topping, topped,
        longer than, older than, well over, well above, beyond, >, not less than or equal to, taller than, heavier than,
        bigger or greater than, better than, or more than""",
    ">=": """at least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of,
        no smaller than, greater than or equal to, more than or equal to, bigger or equal than, greater or equal than,
        more or equal than, larger or equal than, >=, =>, ≥, not under, as many as or more than, a minimum""",
    "<": """sub-, less than, fewer than, lower than, smaller than, under, below, shorter than, younger than, short of,
        well under, well below, shy of, <, lighter than, cheaper than""",
    "<=": """up to, as many as, as much as, at most, no more than, not more than, no greater than, no higher than,
        a maximum of, maximum of, not exceeding, less than or equal to, fewer than or equal to, less or equal than,
        smaller or equal than, smaller than or equal to, lower than or equal to, <=, =<, ≤, at the most, as long as,
        as high as, not over, no longer than, no larger than, a maximum, up to a maximum of""",
    "=": "exactly, precisely, no more and no less than, equal to, equals, equals to, just, only",
}
HEDGES_AFTER: dict[Comparator, str] = {
    ">=": "or more, or above, or greater, or over, or older, or higher, or longer, plus, +, - plus, and over",
    "<=": "or less, or fewer, or below, or under, or younger, at most, or lower, tops, at the most",
    "~": "or so, or thereabouts, - odd, odd, - ish, - something, give or take",
}
# "revised up to 3,000", "rose up to": here "up to" is a direction.
DIRECTIONS = word_set(
    "revised revising revise raised raising rose rises rising risen increased increasing went gone jumped moved bumped"
    " climbed climbing this it them figure number drove driving shot scaled upped"
)
