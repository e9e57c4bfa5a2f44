"""Words between a figure and the name that it is one of, and what a figure of a dimension is called."""

from __future__ import annotations

from factcli.english.rows import word_set

# A count after one of these and a place is one of that place.
PLACE_LINKS = word_set("in across of at from near throughout within for")
# Between a name and its figure: "CHP on 25.4%", "Acme with 30 staff".
BESIDE = word_set("on at with to has had have")
# "Orla Office figures show": whose they are is not what they are about.
REPORTS = word_set("figures data statistics report survey study poll research analysis review numbers estimates")
# What only gives figures: "data from Orla Radio".
GIVEN = word_set("figures data statistics estimates numbers")
SHOWING = word_set("""
    show shows showed shown suggest suggests suggested indicate indicates indicated reveal reveals revealed found finds
    say says said put puts
    """)
# A share that a clause begins with stands after one of these, and those of whom it is may be told of in these words.
BEFORE_SHARES = word_set("that and but while whereas some only just")
ASKED_PEOPLE = word_set("those them respondents participants people")
ASKED = word_set("asked polled questioned surveyed interviewed canvassed")
# What is counted is narrowed by these: "people in work", "patients aged 40".
SAYING_WHICH = word_set("in on with without at aged")
# After a length: "30 km west of".
AWAY = word_set("away from north south east west northeast northwest southeast southwest off outside inland offshore")
# A date after one of these is not when something happened, and not of when a figure is.
LEADING_ELSEWHERE = (
    "since ",
    "from ",
    "by ",
    "until ",
    "till ",
    "before ",
    "after ",
    "than in ",
    "compared with ",
    "to ",
)
# A year beside one of these is not that of a figure: "Orla Rowers (founded 1974, 180 members)".
FOUNDING = frozenset({"founded", "established", "born", "formed"})
# A year or a quarter after one of these is what a figure is compared with.
COMPARED_WITH = ("on ", "over ", "against ", "than ", "compared to ", "versus ")
# Between a date and a figure, they say another time; between a figure and a date, that another figure is of it.
OTHER_TIMES = word_set("last this next now today currently previous following later earlier ago")
PARTING_FIGURES = word_set("from than against compared versus while but whereas up down")
# Verbs by which one knows what a sum or a share is, and nothing narrower.
PLAIN_VERBS = word_set("""
    earned grossed owes owed lost fined exported imported lent donated pledged invested cost costs spent manages owns
    """)
# After a number that is a difference: "21 fewer seats".
COMPARED = word_set("fewer less more higher lower")
# Between a name and the age of whoever has it.
BETWEEN_NAME_AND_AGE = frozenset({"", "aged", "who is", "who was", "is", "was", "turned"})
# Beside a figure they are not nouns.
NO_MEASURES = word_set("""
    far late early high higher highest low lower lowest more less fewer so new old top first last whole entire further
    previous following same
    year years month months week weeks day days quarter time period suspect expect estimate
    estimated worth extra additional thought terms possible outright
    """)
# Nouns of people end so, or are these.
PEOPLE_ENDINGS = ("man", "woman", "child", "er", "or", "ist", "ian", "ee", "ant", "ent", "other", "victim", "civilian")
# Things that end like people: "resident".
THINGS_IN_ENT = word_set("""
    continent event incident accident component patent cent percent plant restaurant grant winner container tower
    computer boiler letter number order tractor motor reactor factor
    """)
# What a figure measures of which the sentence says no more than its unit.
DIMENSION_NAMES = {
    "length": "length", "area": "area", "mass": "weight", "volume": "volume", "temperature": "temperature",
    "speed": "speed", "duration": "duration", "power": "power", "energy": "energy", "money": "amount",
    "percent": "share",
}  # fmt: skip
BEFORE_FIGURES = word_set("about around over some than nearly almost roughly")
# Between a figure and the next one, they belong to it: "from £3 million to".
SCALES_OF_SUMS = word_set("m bn k tn p c million billion trillion thousand per cent euro euros dollars pounds pence")
# What a sum is called by what was done with it.
_SUMS_OF_DEEDS = (
    ("price", "bought buys buy buying sold sells sell selling purchased purchase fetched fetch auctioned"),
    ("price", "priced trades trading traded"),
    ("buyback", "repurchased repurchases repurchase"),
    ("withdrawal", "withdraw withdraws withdrew withdrawn"),
    ("payment", "paid pay pays paying"),
    ("repayment", "repaid repay repays repaying"),
    ("award", "awarded handed granted"),
    ("contribution", "contributed contribute contributing donated donate giving"),
    ("takings", "grossed grossing"),
    ("savings", "save saves saved saving"),
    ("offer", "offered offering offers"),
    ("fine", "fined"),
    ("stake", "staked wagered"),
    ("value", "valued value values"),
    ("transfer", "transferred"),
    ("debt", "owe owes owed owing"),
    ("estimate", "estimated"),
    ("total", "totalled totaled totalling totaling"),
    ("receipts", "received receive receives receiving"),
    ("funds raised", "raised raise raises raising"),
    ("spending", "spent spend spends"),
    ("investment", "invested invest invests"),
    ("earnings", "earned earn earns"),
    ("funding", "given gave give provided provide provides providing funded"),
)
SUMS_OF_DEEDS = {verb: name for name, verbs in _SUMS_OF_DEEDS for verb in verbs.split()}
# What each share of a business has of what it earned, lost or paid.
EACH_SHARE = {
    "dividend": "dividend per share", "loss": "loss per share", "income": "earnings per share",
    "profit": "earnings per share", "earnings": "earnings per share",
}  # fmt: skip
# What shares do at a price.
TRADED = word_set("closed ended opened traded trading up down higher lower")
# What so long a time is called by what lasted.
TERMS = {
    "banned": "ban", "suspended": "suspension", "contract": "contract", "deal": "deal", "lease": "lease",
    "detained": "detention", "held": "detention", "closed": "closure", "served": "service", "worked": "employment",
    "took": "time taken",
}  # fmt: skip
# Nouns in "-ing" for what is measured.
NOUNS_IN_ING = word_set(
    "building spending lending borrowing funding housing training shipping hiring mining farming fishing"
)
# So much of a thing is no thing by itself: "40 doses of Lomarin".
PORTIONS = word_set("doses bottles boxes bags crates barrels cans packs packets tablets pills jars sacks wraps")
# What has a sum printed on it: "the 500 crown note".
MONEY_ITSELF = word_set("note notes banknote banknotes coin coins denomination denominations")
# How a length is called beside its adjective: "40 metres high".
SIZES = {"high": "height", "tall": "height", "long": "length", "wide": "width", "deep": "depth", "thick": "thickness"}
