"""Words around a figure: what money is spent on, what changes, what a rate is of."""

from __future__ import annotations

from factcli.english.rows import word_set

LOWER_CODES = word_set("usd eur gbp cad aud chf jpy inr cny nzd sgd hkd mxn brl rub sek nok dkk pln kwd sar aed")
# Names that are other English words as well: they are money after a real amount only, and not before these words.
MONEY_HOMONYMS = frozenset(
    {"won", "real", "rand", "mark", "lev", "dong", "kip", "sol", "sen", "som", "lat", "lek", "sterling"}
)
OBJECTS = word_set("a an the in at by his her its their it on against over again three two")
BANKNOTES = word_set("""
    note notes fine fines ticket tickets coin coins bill bills deal reward increase cut a fee fees fare fares charge
    charges price prices tax taxes voucher vouchers bet bets stake grant grants prize prizes bonus cheque discount loan
    cost costs gift donation investment budget profit loss salary debt bursary bursaries subsidy subsidies allowance
    pension pensions rent rents deposit deposits refund refunds rebate payment payments payout payouts scholarship wage
    wages licence permit entry toll tolls bail bounty bounties premium premiums contract contracts bond bonds asset
    assets pledge award awards surcharge surplus deficit boost handout compensation settlement tip tab debts sale
    sterling an or and to in for on from at per
    """)
# A sum in brackets after one of these is a negative one of accounts, and no remark.
BEFORE_RESULT = frozenset({"is", "was", "were", "are", "of", "to", "from"})
MASS_CUES = frozenset({"heavy", "overweight", "lighter", "heavier", "weight", "underweight"})
FUNDS = word_set(
    "value interest debt aid money funding savings tax taxes the a investment public government cash damage state"
)
# What pounds of weight are the object of, right before them.
WEIGHING = word_set("""
    weigh weighs weighed weighing lift lifts lifted lifting carry carries carried carrying haul hauls hauled hauling tow
    tows towed towing eat eats ate eating harvest harvests harvested harvesting catch catches caught catching pressed
    bench deadlift deadlifted squat squatted hoist hoisted
    """)
# What a body does, by no more than its own weight.
BODY_CHANGES = word_set("""
    lose loses lost losing shed sheds shedding gain gains gained gaining drop drops dropped dropping slimmed trimmed
    bulked ballooned slim trim bulk
    """)
# After how much somebody weighed: "he was 240 pounds when he won".
AFTER_BODIES = word_set("and when while at now before after")
# What a torque is of besides pounds: "pound-feet".
LEVERS = word_set("foot feet inch inches force")
# What is so heavy or holds so much: "a load of 800 pounds".
LOADS = word_set("weight load loads payload payloads thrust catch harvest cargo weighs weighed weighing")
_COSTS = word_set("""
    price prices priced cost costs costing pay pays paid paying fare fares fee fees worth charge charges charged fine
    fined wage wages spend spent
    """)
# Before a small sum: "a fare of PHP 5".
PRICES = _COSTS | word_set("sells sold toll tolls rate increase hike")
# Words of money, near which pounds are money: "he lost 20 pounds in a bet".
PAYING = _COSTS | word_set("""
    spends spending owe owes owed bill bills rent salary cash bet bets betting gamble gambled gambling casino fraud scam
    scammed profit profits revenue share shares stock shareholders investors fund funds budget debt debts loan loans
    sales tax taxes ticket tickets value valued money bank firm company business charity charities interest lottery
    wallet purse pocket pockets till account accounts scammer scammers fraudster fraudsters donation donations hotel
    club
    """)
# What lies so deep: "a foot of snow".
FALLEN = word_set("snow rain rainfall snowfall water floodwater mud ash ice hail dust sediment sand topsoil")
# What a height ends with, before a weight: "6ft 2in and 210 pounds".
ENDS_OF_HEIGHTS = word_set("tall feet foot ft inches inch in ' \" ” ″ ′ ’")
# Codes that are English words in capitals are too often just that.
NO_CODES = frozenset({"ALL", "TOP", "SOS", "CUP", "MAD", "BOB", "RON", "TRY", "GEL", "XXX", "MOP", "SIT"})
# Codes that name software as well: a version of it has no price near it.
NAMES_OF_SOFTWARE = frozenset({"PHP"})
# "8 in 10" is not a length: a free "in" ends its clause near one of the words of length, or a dimension goes on.
LENGTHS = word_set("""
    length long lengths width wide height tall high depth deep thick thickness diameter diameters radius measure
    measures measured measuring screen display monitor rain rainfall snow snowfall inch inches feet foot ft yard yards
    cm mm wheel wheels barrel calibre caliber girth waist chest hem gap clearance pipe pipes
    """)
# "300 K" is a temperature near one of these, and three hundred thousand near one of the others.
TEMPERATURES = word_set("""
    temperature temperatures kelvin kelvins cooled cool cools cooling heated heat heats heating warmed cold cryogenic
    cryostat superconducting superconductor superconductivity boils boiling melts melting freezes freezing thermal
    degrees annealed quenched
    """)
THOUSANDS = word_set("""
    salary salaries earn earns earned earning pay pays paid cost costs price priced worth spend spent revenue sales
    sold followers views users likes subscribers run race marathon miles mileage budget loan debt rent fee wage wages
    """)
AFTER_INCHES = word_set("""
    x × more wide long tall high deep thick screen screens pipe pipes display displays monitor monitors wheel wheels
    barrel blade blades gun guns telescope television televisions tv tvs tablet laptop disc disk drive ruler tile tiles
    """)
# Near one of these a free "C" or "F" is a temperature.
HEAT = word_set("""
    temperature temperatures heat heatwave hot hottest hotter cold colder coldest cool cooler warm warmer warmest
    weather thermometer fever boil boils boiling freeze freezes freezing frost oven bake baked degrees high highs lows
    """)
# Before whole seconds by their letter: "lasted 30s"; elsewhere an "s" makes a plural: "the 15s".
TIMED = word_set("last lasts lasted lasting take takes took taking run runs ran running by for after")
NO_SECOND_BEFORE = frozenset({"half", "halves", "place", "time", "quarter", "round", "term", "-", "largest", "biggest"})
HEDGES_WITHIN = frozenset({"about", "around", "roughly", "approximately", "~", "nearly", "perhaps", "as"})
# After one of these, "from 3 to 5" is a change between two values.
CHANGES = word_set("""
    rise rises rose risen rising fall falls fell fallen falling increase increases increased increasing decrease
    decreases decreased decreasing cut cuts cutting reduce reduces reduced reducing reduction raise raised raises
    raising lower lowered lowers grow grows grew grown growing drop drops dropped dropping jump jumped climb climbed
    slump slumped shrink shrank shrunk double doubled swell swelled surge surged decline declined up down widened
    narrowed slipped edged soared plunged went moved expanded upgraded downgraded revised revising changed
    """)
# After one of these it may be a change or a range: "lost 12 to 1,204", "lost 3 to 5 kilos".
MOVES = word_set("""
    lose loses lost losing gain gains gained gaining shed sheds shedding add adds added adding off dip dips dipped ease
    eases eased inch inches inched tick ticks ticked crept advanced retreated trimmed
    """)
# After "a" or "an" one of these is an amount: "less than a cent".
COINS = word_set("dollar cent penny euro pound")
# Verbs of which a level is the object, or comes after "at": "has topped 7m", "peaked at 2.1m".
REACHING = word_set("""
    hit hits hitting top tops topped topping pass passes passed passing reach reaches reached reaching exceed exceeds
    exceeded exceeding near nears neared nearing total totals totalled totaled totalling peak peaks peaked
    average averages averaged
    """)
# Nouns of a change of temperature, before degrees or after them: "a rise of 2 °C", "1.5C of warming".
TEMPERATURE_CHANGES = word_set("""
    rise rises increase increases drop drops fall falls decline declines decrease decreases jump jumps change changes
    warming cooling difference differences gap shift swing swings deviation anomaly anomalies spread plunge dip
    """)
# After an amount of degrees they say that it is a distance: "2 °C warmer", "4 °C above average".
COMPARED_DEGREES = word_set("warmer cooler hotter colder higher lower more less above below apart")
# But a point of the scale: "4 °C below freezing".
FIXED_POINTS = word_set("zero freezing boiling")
# Right before degrees they say how much it changed: "it warmed 1.5 °C", "it fell 10 degrees Celsius".
WARMING_VERBS = word_set("""
    rose risen rises rise warmed warms warm fell fallen falls fall cooled cools cool dropped drops drop increased
    increases increase climbed climbs climb jumped jumps jump plunged plunges plunge declined gained lost
    """)

# After one of these, "1-2" is a score.
SCORES = word_set("""
    won win wins winning lost lose loses losing beat beats beaten beating defeat defeated defeats draw drew drawn
    victory score scored scoreline lead leads led leading trailed trailing vote voted ahead loss ruled ruling tied
    thrashed
    """)
# After one of these, "5-44" is the wickets and the runs of a bowler.
BOWLING = word_set("""
    took take taking taken claimed claiming grabbed grabbing bagged bagging returned returning bowled captured snared
    finished
    """)
# After bare coins, where no noun can be what they count: "15 euros 50 for a ticket".
AFTER_COINS = frozenset({"for", "more", "less", "each", "per", "a"})
# Between a sum and what it is a rate of: "£2bn more a year".
COMPARED_SUMS = word_set("more less extra")
# What "a" or "an" after a figure makes a rate of; anything may follow "per".
WHOLES = word_set("""
    year month week day hour minute night share head person piece pupil student household family worker vote word voter
    barrel ounce gallon litre liter pound ton tonne kilo kilogram gram bottle ticket seat unit dose copy mile
    kilometre kilometer yard foot acre hectare bushel carat pint pack box bag set game match season quarter shift
    episode show trip flight visit song room bed plant tree cow animal bird patient employee customer passenger player
    resident inhabitant subscriber user session carton bale sack crate capita
    pill tablet lesson cup slice scoop plate portion serving glass jar tin meal haircut ride vial egg loaf
    """)
# What the name of a unit of two words begins with: "$400 a metric ton".
FIRST_OF_WHOLES = word_set("metric short long square cubic troy fluid kilowatt megawatt gigawatt imperial")
# "p.a." and the like, as cased.
RATE_ABBREVIATIONS = {
    "p.a.": "year", "p.a": "year", "pa": "year", "p/a": "year", "pcm": "month", "p.c.m.": "month", "pw": "week",
    "p.w.": "week", "psf": "ft²", "psm": "m²", "pp": "person",
}  # fmt: skip
# Those that are glued to a price: "£850pcm".
GLUED_RATES = frozenset({"pcm", "pw", "pp"})
RATE_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "h",
    "apiece": "piece", "nightly": "night",
}  # fmt: skip
# Before or after "one day" that is a length of time, not some day to come.
LASTING = word_set("""
    last lasts lasted lasting for within than least most only just about exactly take takes took taking need needs
    needed spend spends spent another
    """)
# Before the time that something takes.
DURING = word_set("in after before ran run runs every under over won wins finished clocked timed by")
AFTER_ONE_DAY = frozenset({"of", "long", "later", "earlier", "per", "a", "each", "every"})
TIME_OF = frozenset({"ago", "earlier", "later", "before", "after", "old", "on"})
# After "4 x 100m", which is then not a rectangle.
# What is as long as a number of kilometres says by its "k": "a 5k run".
RUNS = word_set("run runs race races walk walks jog swim event course parkrun")
KINDS_OF_RUNS = word_set("fun charity fundraising")
RACES = word_set("relay relays sprint sprints freestyle medley race races laps lap shuttle")
# Units that are printed with a full stop.
STOPPED_UNITS = word_set("ft lb lbs st hr hrs min yd mi gal deg")
AFTER_STONES = word_set("and at in of overweight heavier lighter man woman weight")
# Goods that come in pieces: a "12pc set".
PIECED = word_set("set sets pack packs lot kit kits puzzle jigsaw suite box bundle collection")

# After one of these, a currency is not a name.
NO_NAMES_AFTER = frozenset({"in", "of", "per", "a", "the", "into", "for"})
