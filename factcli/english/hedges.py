"""Words that say whether a figure is exact, a bound or approximate."""

from __future__ import annotations

from typing import Literal

from factcli.english.function_words import ADVERBS, AUXILIARIES, DETERMINERS, PREPOSITIONS
from factcli.english.nouns import PEOPLE
from factcli.english.numbers import NUMBER_WORDS
from factcli.english.rows import word_set

Comparator = Literal["=", "~", "<", "<=", ">", ">="]

# Comparator: the phrases that come before a figure, parted by commas.
HEDGES_BEFORE: dict[Comparator, str] = {
    "~": """about, around, roughly, approximately, approx, approx., some, circa, ca, ca., c., nearly, almost, close to,
        an estimated, estimated at, estimated, in the region of, in the order of, just under, just over, just above,
        just below, slightly over, slightly under, slightly above, slightly below, slightly more than,
        slightly less than, a little over, a little under, a little more than, a little less than, little more than,
        barely more than, barely over, marginally over, marginally under, a shade over, a shade under,
        fractionally over, fractionally under, in the vicinity of, just short of, just shy of, not quite, ~, ≈, or so,
        somewhere around, more or less, virtually, practically, nigh on, on average, an average of, averaging""",
    ">": """more than, over, greater than, higher than, larger than, bigger than, above, upwards of, upward of,
        in excess of, exceeding, exceeds, exceed, exceeded, surpass, surpassed, surpassing, surpasses, topping, topped,
        longer than, older than, well past, back past, well over, well above,
        beyond, >, not less than or equal to, taller than,
        heavier than, bigger or greater than, better than, or more than, north of, wider than, deeper than""",
    ">=": """at least, no less than, no fewer than, not less than, not fewer than, a minimum of, minimum of,
        no smaller than, greater than or equal to, more than or equal to, bigger or equal than, greater or equal than,
        more or equal than, larger or equal than, >=, =>, ≥, not under, as many as or more than, a minimum, not below,
        never below, never under, never less than, never fewer than, never lower than, no lower than, not lower than,
        no shorter than, not shorter than, no younger than, not be less than, not be fewer than, not be below,
        not be under, not be lower than, never be less than, never be fewer than, never be below, never be under,
        not fall below, never fall below, never fell below, not drop below, never drop below, never dropped below,
        a floor of, a lower limit of, as few as, as little as, as low as, minimum""",
    "<": """sub-, less than, fewer than, lower than, smaller than, under, below, shorter than, younger than, short of,
        well under, well below, shy of, <, lighter than, cheaper than, not as many as, not as much as, south of,
        nowhere near, narrower than""",
    "<=": """up to, as many as, as much as, at most, no more than, not more than, no greater than, no higher than,
        a maximum of, maximum of, not exceeding, less than or equal to, fewer than or equal to, less or equal than,
        smaller or equal than, smaller than or equal to, lower than or equal to, <=, =<, ≤, at the most, as long as,
        as high as, not over, no longer than, no larger than, a maximum, up to a maximum of, not exceed, not to exceed,
        ' t exceed, ’ t exceed, never exceed, never exceeds, never exceeded, never exceeding, cannot exceed,
        without exceeding, nor exceed, not surpass, never surpassed, never more than, not above, never above,
        never over, not beyond, not higher than, never higher than, not greater than, not longer than, not larger than,
        not older than, no older than, no heavier than, no taller than, no wider than, no deeper than, no faster than,
        not be more than, not be above, not be over, not be greater than, not be higher than, not be longer than,
        never be more than, never be above, never be over, not rise above, never rise above, never rose above,
        not go above, capped at, limited to, a cap of, a ceiling of, an upper limit of, a limit of, anything up to,
        maximum, max, max.""",
    "=": "exactly, precisely, no more and no less than, equal to, equals, equals to, just, only",
}
HEDGES_AFTER: dict[Comparator, str] = {
    ">=": """or more, or above, or greater, or over, or older, or higher, or longer, or better, or larger, or heavier,
        or taller, or bigger, or beyond, or upwards, upwards, plus, +, - plus, and over, and above, and older, and up,
        and upwards, and upward, and beyond, and more, and taller, and heavier, and larger, and higher""",
    "<=": """or less, or fewer, or below, or under, or younger, at most, or lower, or shorter, or smaller, or lighter,
        tops, at the most, and under, and below, and younger, and less, and lower, and shorter, and smaller,
        and lighter, max""",
    "~": "or so, or thereabouts, - odd, odd, - some, - ish, ish, - something, give or take",
}
PASSES = frozenset({"past", "through"})
# With one of these they say that a level was passed: "surged past $10,000", "fell through 150".
PASSING_UPWARDS = word_set("""
    surge surges surged surging soar soars soared soaring climb climbs climbed climbing rise rises rose risen rising
    jump jumps jumped jumping push pushes pushed pushing move moves moved moving race races raced racing blow blew blown
    sail sailed sweep swept break breaks broke broken breaking smash smashed burst shot shoot leap leapt leaped power
    powered rally rallied tick ticked creep crept inch inched edge edged nudge nudged go goes went gone swell swelled
    """)
PASSING_DOWNWARDS = word_set("""
    fall falls fell fallen falling drop drops dropped dropping slip slips slipped slipping slide slid sliding sink sank
    sunk plunge plunged plunging tumble tumbled slump slumped weaken weakened weakening
    """)
# They pass a level that is called one: "crossed the 1 million mark", "above the $2,000 threshold".
CROSSING = word_set("cross crosses crossed crossing pass passes passed passing breach breaches breached breaching")
LEVELS = word_set("mark barrier level threshold milestone line")
# "revised up to 3,000", "rose up to": here "up to" is a direction.
DIRECTIONS = word_set(
    "revised revising revise raised raising rose rises rising risen increased increasing went gone jumped moved bumped"
    " climbed climbing this it them figure number drove driving shot scaled upped bulked ballooned"
    " edged inched crept ticked nudged pushed surged soared leapt leaped lifted taken brought carried added adding"
)
# "30 people or more", "those of 65 and over are"; but "30 copies and over two posters", "5 or more than that".
AFTER_CLOSING_HEDGES = (
    AUXILIARIES | PREPOSITIONS - {"than", "to", "of"} | word_set("who that which and or but live lived living")
)
# "And" before one of these says nothing else than a bound: "12 and older travel free".
COMPARATIVES = word_set("older younger taller heavier larger higher lower shorter smaller lighter upwards upward")
# What "and over" goes on with where it begins another phrase: "12 and over the hill", "60 and above all".
AFTER_OPEN_HEDGES = DETERMINERS | NUMBER_WORDS | ADVERBS - word_set("not also only still now") | word_set("than of to")
# After one of these a number that "and over" follows is an age or a size: "children 12 and under eat free".
BOUNDED = PEOPLE | word_set("""
    aged age ages those anyone everyone persons kids boys girls pensioners swimmers riders for everybody teenagers
    youths applicants guests drivers
    """)
# Words that turn a bound about, and those that may stand between: "cannot be higher than", "no bigger than".
NEGATIONS = word_set("not no never cannot nor neither")
BETWEEN_NEGATION = word_set("""
    be been get got go went become became rise rose fall fell drop dropped grow grew climb climbed weigh cost last take
    have to for
    """)
MOST_BETWEEN_NEGATION = 3
NO_VERBS_DENIED = word_set("everyone everybody everything only just people all")
# "Just over two hours" is a bound even of a length of time, where a bare "over" may say "during".
BEFORE_OVER = word_set("little just well slightly marginally shade barely fractionally far way bit not never no")
# After one of these "over" comes before who was beaten: "a win over ten-man Leeds".
BEFORE_RIVALS = word_set("win wins victory victories winner winners triumph triumphs upset preference advantage")
# With "over" they are one verb: "turned over €3m", "handed over 40 files", "spread over 40 hectares".
TURNING = word_set("""
    turn turns turned turning hand hands handed handing spread spreads spreading scattered extend extends extended
    extending
    """)
# Words that make a direction of a compass of "north of": "5 km north of".
DISTANCES = word_set("km kilometres kilometers mile miles metres meters degrees due just far further farther")
