"""Words of change: verbs and nouns of rising and falling, multiples, and what makes an amount vague."""

from __future__ import annotations

from factcli.english.rows import word_set

RISES = word_set("""
    rose rise rises risen rising grew grow grows grown growing increased increase increases increasing climbed climbs
    climb climbing jumped jumps jump surged surges soared soars widened widens gained advanced expanded swelled swells
    swollen leapt leaped raised raises raise lifted upped
    """)
FALLS = word_set("""
    fell fall falls fallen falling dropped drops drop dropping declined declines decline declining decreased decreases
    decrease decreasing slid slides slumped slumps tumbled tumbles shrank shrinks shrunk shrinking narrowed narrows
    dipped dips plunged plunges sank sinks plummeted lowered lowers reduced reduces cut cuts
    cutting slashed trimmed
    """)
# Whoever does one of these does it to a thing: "cut fuel use by 45%".
TAKING_OBJECTS = word_set("""
    cut cuts cutting reduce reduces reduced reducing lower lowers lowered raise raises raised lift lifts lifted boost
    boosts boosted increase increases increased trim trims trimmed slash slashed expand expanded shorten shortened
    """)
# Of a figure right after them they say that it is a change; elsewhere they may be nouns.
MOVING = word_set("""
    added shed doubled trebled tripled halved soar plunge slump surge tumble slide dip dipping slipping climbing gaining
    losing plunging jumping sliding
    """)
# By these somebody gets, spends less or has no more of a sum: "raised £3m", "lost £3m".
DONE_TO_SUMS = word_set("""
    raised raises raise lifted upped gained advanced expanded lost lowered lowers reduced reduces reduce cut cuts
    cutting slashed trimmed contracted sank sinks added shed
    """)
# Two words that are a verb of change, where a share follows: "went up 10 per cent from 50 to 55".
RISES_OF_TWO = (
    "went up",
    "gone up",
    "goes up",
    "going up",
    "go up",
    "was up",
    "were up",
    "is up",
    "are up",
    "up",
    "gained",
    "added",
    "put on",
)
FALLS_OF_TWO = (
    "went down", "gone down", "goes down", "going down", "came down", "was down", "were down", "is down", "are down",
    "down", "lost", "shed",
)  # fmt: skip
MORE_THAN = word_set(
    "higher more larger greater bigger better longer dearer pricier costlier heavier taller wider deeper"
)
LESS_THAN = word_set("lower less fewer smaller shorter cheaper lighter narrower shallower")
# Shares in words, as far as they are not read as figures.
SHARES_IN_WORDS = {"a half": "50", "half": "50", "a quarter": "25", "one quarter": "25", "three quarters": "75"}
NOUNS_UP = word_set("rise increase gain jump growth surge climb improvement advance")
NOUNS_DOWN = word_set("fall drop decrease decline reduction loss cut slump saving")
# What is over, or lacking, at the end of a year.
SURPLUSES, DEFICITS = word_set("profit surplus"), word_set("loss deficit shortfall")
NOUNS = NOUNS_UP | NOUNS_DOWN | word_set("change difference")
# Anniversaries that have a name of their own, in years.
JUBILEES = {
    "centenary": 100, "bicentenary": 200, "tercentenary": 300, "silver wedding": 25, "ruby wedding": 40,
    "golden wedding": 50, "diamond wedding": 60, "silver jubilee": 25, "golden jubilee": 50, "diamond jubilee": 60,
}  # fmt: skip
# How many times as much there is afterwards.
MULTIPLES = {
    "halved": "0.5", "halving": "0.5", "doubled": "2", "doubling": "2", "trebled": "3", "tripled": "3",
    "tripling": "3", "trebling": "3", "quadrupled": "4", "quadrupling": "4", "quintupled": "5",
    "twofold": "2", "threefold": "3", "fourfold": "4", "fivefold": "5", "sixfold": "6", "sevenfold": "7",
    "eightfold": "8", "ninefold": "9", "tenfold": "10", "hundredfold": "100",
}  # fmt: skip
# Before an amount or a multiple: it is not to be taken exactly.
HEDGES = word_set("""
    about around some nearly almost roughly approximately over under than least most circa estimated well up
    more less further another additional extra combined close next virtually practically effectively another
    """) - {"up", "further"}
# Where first is better than second, a fall ends at a higher number; so do currencies that lose to another.
ABOUT_RANKS = word_set("""
    rank ranks ranked ranking rankings place places position table standings seed seeded league chart charts spot odds
    rupee rupees rouble roubles ruble rubles peso pesos lira yen naira won currency exchange dollar sterling yuan krona
    rand yield yields bond bonds index
    """)
# All that says that something is more or less than it was, or than another.
RISING = RISES | NOUNS_UP | MORE_THAN | {"up"}
FALLING = FALLS | NOUNS_DOWN | LESS_THAN | {"down"}
# What is over when a part has been taken away.
REST = word_set(
    "rest remaining remainder balance left leaves leaving lack lacks lacking short shortfall gap other others"
)
# A distance between two amounts.
APART = word_set("""
    below above behind ahead apart change difference margin later earlier extra additional warmer colder cooler hotter
    older younger taller heavier lighter faster slower quicker wider deeper thicker dearer cheaper nearer further
    add adds added
    """)
# Several amounts taken as one.
TAKEN_TOGETHER = word_set("together total totals totalling altogether combined all both sum overall jointly")
# A total is shared out over what was counted.
AVERAGES = word_set("average averages averaged averaging mean each every per apiece")
# How long something took, or how old it is.
LASTING = word_set("""
    old aged after later earlier before since for took takes lasted lasts lasting stayed spent ago long within
    """)
