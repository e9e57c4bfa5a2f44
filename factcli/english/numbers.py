"""Number words as data: what each is worth."""

from __future__ import annotations

from factcli.english.number_names import CARDINAL_NAMES, ORDINAL_NAMES
from factcli.english.rows import word_set

UNITS = {word: value for value, word in enumerate(CARDINAL_NAMES)} | {"nought": 0, "naught": 0}
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
# "fortytwo" and "fortysecond", as some write them.
JOINED = {ten + CARDINAL_NAMES[unit]: TENS[ten] + unit for ten in TENS for unit in range(1, 10)}

# What multiplies the number before it, as a word.
SCALES = {
    "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "quadrillion": 15, "lakh": 5, "lac": 5,
    "crore": 7, "cr": 7, "mn": 6, "mln": 6, "mio": 6, "bn": 9, "bln": 9, "tn": 12, "trn": 12,
    "mrd": 9, "mld": 9,
}  # fmt: skip
SHORT_SCALES = frozenset({"lac", "cr", "mn", "mln", "mio", "bn", "bln", "tn", "trn", "mrd", "mld"})
PLURAL_SCALES = {f"{word}s": exponent for word, exponent in SCALES.items() if word not in SHORT_SCALES}
# Short scales that follow digits only: "three mn" is not written.
WRITTEN_SCALES = frozenset({"mn", "mln", "mio", "bn", "bln", "tn", "trn", "mrd", "mld"})
# What multiplies the digits that it is glued to; "m" and "b" only where money or people follow.
LETTER_SCALES = {
    "k": 3,
    "m": 6,
    "b": 9,
    "bn": 9,
    "mn": 6,
    "mln": 6,
    "mio": 6,
    "tn": 12,
    "trn": 12,
    "bln": 9,
    "mrd": 9,
    "mld": 9,
}
# What multiplies an amount of money alone: "$1.2mm", "$5T".  The second row may have a space before it: "$5 mil".
SPACED_MONEY_SCALES = {"mm": 6, "mil": 6, "mia": 9, "bil": 9, "tril": 12}
MONEY_SCALES = {"mill": 6, "t": 12, "tr": 12} | SPACED_MONEY_SCALES

ORDINALS = {word: value for value, word in enumerate(ORDINAL_NAMES) if value} | {
    "nineth": 9, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
    "seventieth": 70, "eightieth": 80, "ninetieth": 90,
}  # fmt: skip
JOINED_ORDINALS = {ten + ORDINAL_NAMES[unit]: TENS[ten] + unit for ten in TENS for unit in range(1, 10)}
# Words that stand alone for a number below a hundred, and for a place below it.
BELOW_HUNDRED = UNITS | TENS | JOINED
ANY_ORDINAL = ORDINALS | JOINED_ORDINALS
SCALE_ORDINALS = {f"{word}th": exponent for word, exponent in SCALES.items() if word not in SHORT_SCALES | {"lakh"}}

MANY_NAMES = ("hundred", "thousand", "million", "billion", "trillion", "dozen", "score")
PART_NAMES = ("half", "quarter", "third", "fifth", "tenth")
# Parts of a whole: the plural ("two thirds") and the singular ("a third").
PARTS = {word: value for word, value in ORDINALS.items() if word not in {"first", "second"}} | {"half": 2, "quarter": 4}
PLURAL_PARTS = {f"{word}s": value for word, value in PARTS.items()} | {"halves": 2, "halfs": 2}
SCALE_PARTS = {f"{word}s": exponent for word, exponent in SCALE_ORDINALS.items()}

# Groups by how many they are: "a trio of bills"; a pair of these is one thing.
GROUPS = {"pair": 2, "brace": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5, "sextet": 6}
PAIRED = word_set("""
    shoes boots trainers sneakers slippers sandals heels socks stockings tights gloves mittens trousers jeans shorts
    pants leggings underpants knickers boxers briefs overalls dungarees pyjamas pajamas glasses spectacles sunglasses
    goggles binoculars scissors shears clippers pliers tweezers tongs forceps skis skates earrings headphones handcuffs
    crutches stilts compasses chopsticks
    """)
DOZENS = frozenset({"dozen", "dozens", "doz", "dozs"})

VULGAR = {
    "¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10), "⅓": (1, 3), "⅔": (2, 3),
    "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8),
    "⅝": (5, 8), "⅞": (7, 8),
}  # fmt: skip

ARTICLES = frozenset({"a", "an"})
ORDINAL_SUFFIXES = ("st", "nd", "rd", "th")
ORDINAL_ENDINGS = {"1": "st", "2": "nd", "3": "rd"}

# A number word that starts a name or an adverb, by the word after it; with a hyphen or without.
NO_ORDINAL_BEFORE = word_set(
    "lady ladies class hand name names aid person base baseman nations nation generation thought nature rate",
    "lieutenant lieutenants wind",
)
# Words that an ordinal names something with if a hyphen joins the two: "a third-party app".
NO_ORDINAL_JOINED = word_set("party parties time timer timers come past born string floor guess guessed hand handed")
# "several hundred and twenty", "per thousand and five": the scale is not a number of its own.
NO_BARE_SCALE_AFTER = word_set("few several many couple per between these those") | {"-"}
NO_ORDINAL_AFTER = frozenset({"at", "split", "from"})

# What makes a phrase of an ordinal: "first and foremost", "second to none", "the second world war".
FIXED_AFTER_ORDINALS = {
    "first": frozenset({"and foremost", "of all", "world war"}),
    "second": frozenset({"to none", "to last", "world war"}),
}
# What one ordinal makes a name or an idiom with: "seventh heaven", "the eleventh hour", "a sixth former".
NAMED_AFTER_ORDINALS = {
    "second": word_set("fiddle thoughts sight"),
    "third": word_set("wheel rail reich"),
    "fourth": word_set("estate wall"),
    "fifth": word_set("column columnist columnists wheel"),
    "sixth": word_set("form forms former formers"),
    "seventh": word_set("heaven"),
    "eleventh": word_set("hour"),
}
# Idioms of two words, of which one is a number that counts nothing.
IDIOMS = frozenset({"cloud nine", "forty winks", "high five", "deep six"})
# Before "first" at the end of a clause, where it is a place: "she came first", "his first".
BEFORE_RANK = word_set("""
    the a his her its their our my your this that of in for by with and or is was were are be been being came come comes
    coming finish finished finishes finishing place placed places rank ranked ranks end ended stay stayed stand stands
    stood remain remained go went arrive arrived crossed home qualify qualified start started run ran vote voted seeded
    listed drafted picked
    """)

# What a half of a match, of a table or of a draw is named by: "the second half", "the top half".
HALVES_OF_TIME = word_set(
    "first second last other latter better this that next each - top bottom upper lower same opposite wrong own",
)
# What a singular part is followed by: "a third of", "a half less".
AFTER_PARTS = word_set("""
    of off less more the to in as each every per annually
    fewer higher lower longer shorter larger smaller bigger greater cheaper dearer faster slower
    are were have do
    """)

# The same after "by": "it fell by a third this year".
AFTER_STEPS = word_set(
    "this last next since when while after before during over between amid compared because but on at"
)
# Before one of these verbs and after one of the hedges "a third" is a share of people: "nearly a third said so".
VERBS_OF_SHARES = word_set("""
    said say had did think thought believe believed want wanted expect expected support supported back backed voted live
    lived felt feel reported report own owned use used work worked blamed cited opposed could would
    """)
BEFORE_SHARES = word_set("nearly almost about around roughly approximately over under than only just some barely")
# After one of these, quarters are times: "the last three quarters".
BEFORE_QUARTERS = word_set("first last past next previous final consecutive straight")

# "Three score years and ten", but "two score draws".
AFTER_SCORE = word_set("years and of")

HALVES = frozenset({"half", "quarter"})
# What a half or a quarter may be hyphenated to without a unit: "a half-point cut".
HALVED = word_set("point percent percentage century centuries decade share")

# "A seven-figure salary" states no figure, and "a 7-iron" is a club.
CLUBS = word_set("iron irons wood woods hybrid hybrids")
NO_COUNTS_JOINED = CLUBS | word_set("figure figures")

# The numbers of years in words ("nineteen oh five") and of short counts.
CARDINALS = UNITS | TENS | {"oh": 0, "hundred": 100, "thousand": 1000}

# Every word at which a number may start.
NUMBER_WORDS = frozenset(
    [*UNITS, *TENS, *JOINED, *SCALES, *ORDINALS, *JOINED_ORDINALS, *SCALE_ORDINALS, *DOZENS, *GROUPS, *VULGAR, "half",
     "quarter"]
) - WRITTEN_SCALES - {"cr"}  # fmt: skip
