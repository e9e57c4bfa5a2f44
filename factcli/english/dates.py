"""Words around a date: those that make a figure a year or a month, and those that make a bound of it."""

from __future__ import annotations

from typing import Literal

from factcli.english.rows import word_set

Bound = Literal["from", "beyond", "short of", "up to"]

# What a year in words begins with that no count does: "nineteen ninety-four".
SPOKEN_CENTURIES = frozenset({"seventeen", "eighteen", "nineteen", "twenty"})
# What comes before a date; the longest phrase counts.  None: no bound, although a shorter phrase would be one.
BOUNDS: dict[tuple[str, ...], Bound | None] = {
    ("since",): "from",
    ("after",): "beyond",
    ("before",): "short of",
    ("until",): "up to",
    ("till",): "up to",
    ("post", "-"): "beyond",
    ("pre", "-"): "short of",
    ("prior", "to"): "short of",
    ("up", "to"): "up to",
    ("up", "to", "and", "including"): "up to",
    ("until", "and", "including"): "up to",
    ("with", "effect", "from"): "from",
    ("effective", "from"): "from",
    ("as", "from"): "from",
    ("starting", "on"): "from",
    ("starting", "in"): "from",
    ("starting", "from"): "from",
    ("beginning", "on"): "from",
    ("beginning", "in"): "from",
    ("later", "than"): "beyond",
    ("earlier", "than"): "short of",
    ("on", "or", "after"): "from",
    ("on", "and", "after"): "from",
    ("from", "and", "after"): "from",
    ("on", "or", "before"): "up to",
    ("by", "or", "before"): "up to",
    ("in", "or", "before"): "up to",
    ("at", "or", "before"): "up to",
    ("in", "or", "after"): "from",
    ("at", "or", "after"): "from",
    ("no", "later", "than"): "up to",
    ("not", "later", "than"): "up to",
    ("no", "earlier", "than"): "from",
    ("not", "earlier", "than"): "from",
    ("not", "until"): None,
    ("moved", "up", "to"): None,
    ("brought", "up", "to"): None,
    ("not", "before"): None,
    ("week", "starting", "on"): None,
    ("week", "beginning", "on"): None,
}
# "The week beginning 4 May": in which direction the week goes on.
WEEK_EDGES = {"beginning": 1, "starting": 1, "commencing": 1, "ending": -1, "ended": -1}
# What may come between such a phrase and the date.
BOUND_FILLERS = (("the", "year"), ("year",), ("at", "least"), ("about",), ("around",), ("roughly",))
BOUNDS_AFTER: dict[tuple[str, ...], Bound] = {
    ("onwards",): "from",
    ("onward",): "from",
    ("and", "after"): "from",
    ("and", "later"): "from",
    ("or", "later"): "from",
    ("and", "earlier"): "up to",
    ("or", "earlier"): "up to",
    ("to", "date"): "from",
    ("to", "present"): "from",
    ("to", "the", "present"): "from",
    ("to", "the", "present", "day"): "from",
    ("to", "this", "day"): "from",
    ("to", "now"): "from",
    ("to", "today"): "from",
    ("until", "now"): "from",
    ("until", "today"): "from",
    ("-", "present"): "from",
    ("-", "today"): "from",
    ("-", "now"): "from",
}
# A year may come alone after these ...
YEAR_CUES = word_set(
    "in since during for both until till before after circa c ca by of from throughout early mid late around between",
    "pre post born died founded established elected b d spring summer autumn winter fall fiscal years",
    "end across beyond particularly especially notably namely through thru either neither cup olympics games seasons",
    "championship championships expo euro eurovision",
)
# After one of these, a number is not that of the week: "every week 12 of them died".
BEFORE_UNNUMBERED_WEEKS = word_set("the a every each per this that last next")
# A year comes after these and "on": "up 18% on 2015".
PER_CENTS = word_set("% percent cent pc")
# ... but not where these come before them, which make it an amount: "a total of 2010", "rose by 2010".
AMOUNTS_BEFORE = {
    "of": word_set(
        "total population average mean median maximum minimum capacity altitude height length weight depth price cost",
        "force team crowd speed number group fleet sum value record distance range score combined tally toll rate pool",
    ),
    "by": word_set(
        "rose rise risen rising fell fall fallen falling grew grown grow increased increase dropped drop cut up down"
    ),
    "from": word_set(
        "rose rise risen fell fall fallen up down grew grown increased increase dropped drop cut ranging ranged"
    ),
    "for": word_set("sold bought paid pay pays sell sells selling went asked fetched settled settle compete competing"),
}
YEAR_OWNERS = word_set("the this that his her its their our your my a an")
# Years that qualify a noun in the plural: "the 2016 elections".
YEARLY_EVENTS = word_set(
    "elections olympics games protests riots attacks bombings talks results championships awards finals oscars floods",
    "primaries midterms sanctions fires wildfires olympians paralympics polls sales earnings accords reforms hearings",
    "prices levels standards rules terms figures targets estimates forecasts projections goals guidelines amendments",
    "budgets revenues exports imports emissions volumes data statistics rates accounts reforms guidance profits losses",
    "strikes floods hurricanes earthquakes droughts fires demonstrations negotiations summits conferences ceremonies",
    "editions models vintages harvests season seasons finals playoffs tournaments referendums census censuses surveys",
    "standings rankings ratings totals filings festivals plans",
    "crises revolutions coups reshuffles layoffs wars bailouts mergers bonds rulings verdicts treaties conventions",
    "programs programmes blasts occupations arrangements boundaries finalists candidates hopefuls nominees winners",
    "champions contenders invasions eruptions crashes changes accords negotiations ceremonies premieres releases",
    "hostilities uprisings massacres killings shootings evictions outages regulations revisions recommendations",
    "pledges promises commitments ambitions objectives qualifiers",
)
# What a hyphen joins to a year: "1990-level prices", "the 1999-built ferry".
YEAR_JOINED = word_set("level levels built style era model registered dated vintage made born founded issue season")
# "2005 champion Ann Lee" needs no article.
YEARLY_TITLES = word_set("champion winner finalist nominee graduate edition runner inductee laureate vintage")
# "2014 Main Street" is an address.
NUMBERED_PLACES = word_set("street road avenue lane boulevard drive square st rd ave blvd block")
# What comparisons go back to: "from 1990 levels", "in 2015 dollars", "2018 sales fell".
YEAR_BASES = word_set(
    "levels prices dollars euros pounds terms figures rates values standards volumes emissions targets sales earnings",
    "exports imports revenues results estimates forecasts budgets highs lows peaks profits data output guidance",
    "revenue turnover inflation",
)
PRICE_CUES = word_set("constant chained real current nominal")
BASE_CUES = word_set("from to below above at in on with versus vs against")
# "Most 2011 iMacs": what comes after these is not a number.
NO_NUMBER_AFTER = word_set("most many any every each few several both")
# What a bound is denied by: "not due before 6 April" is as good as the date.
DENIALS = word_set("not never cannot nor neither hardly")
# A length of time and the day from which it is counted, and no other day: "for two years after 3 May".
LENGTH_CUES = word_set("for within of during over least than until")
# Before a time that is counted from a day: "is due two weeks from 3 May", but "it runs two weeks from 3 May".
DUE_CUES = word_set("due happen happens expires expire expired begin begins start starts occur occurs matures exactly")
# "as early as 2015"
AS_EARLY = word_set("early late recently far back")
YEAR_VERBS = word_set("was were is saw has had will marked brought began ended would")
MEASURES_AFTER_YEARS = word_set(
    "m km cm mm kg g t lb lbs ft mi mph kmh hp kw mw cc rpm am pm bn mn tn k per percent percentage pc points metre",
    "sec meter mile foot word page seat seater strong hour dollar euro pound million billion trillion thousand hundred",
    "dozen people degree block",
)
# What the number of an act comes after: "Directive 2009/28".
ACTS = word_set("no nos directive regulation decision act resolution")
# "1830 local time"
CLOCK_TIMES = word_set("local eastern central pacific mountain")
MONTH_CUES = word_set("in since until till by during from before after between through throughout early mid late")
AMBIGUOUS_MONTH_CUES = MONTH_CUES - word_set("by from before after")
DAY_CUES = word_set("on since until till by before after from due dated")
HEAT = word_set("temperature temperatures highs lows degrees fahrenheit weather heat thermometer")
OF_NINE_ELEVEN = frozenset(
    {"attacks", "attack", "terrorist", "terror", "hijackers", "commission", "memorial", "victims"}
)
# "20th Century Fox" is the name of a company.
CENTURY_NAMES = word_set("fox studios television women pictures records boy boys digital insurance homes films media")
AGE_OWNERS = frozenset({"his", "her", "their", "my", "your", "our"})
DECADE_CUES = word_set("in during since until by from of early mid late throughout")
# "The 98-99 season"
SEASON_NOUNS = word_set("season seasons campaign campaigns winter")
# "2010-11 season", "2010-11 fiscal year": what spans two years.
YEAR_KINDS = SEASON_NOUNS | word_set("fiscal financial tax academic school budget league budgets accounts")
SEASON_CUES = frozenset({"in", "since", "until", "by"})
# "In two weeks" is a date where something will happen, else a length of time.
FUTURE = frozenset({"will", "ll", "shall", "due", "scheduled", "expected", "set", "plans", "planned", "going"})
# "On Tuesday" is over where one of these, or a word in -ed, tells of it ...
PAST_VERBS = word_set(
    "was were had did said told met won lost died went came took made gave left began fell rose struck shot held found",
    "saw sent led became got ran broke spoke wrote kept paid sold bought fought brought drew grew flew swore chose",
    "stole felt stood threw withdrew shut drove sank hit quit",
)
# ... but these are not verbs.
NO_PAST = word_set("hundred united indeed speed exceed proceed succeed embed alleged unprecedented sacred naked wicked")
# Before a date that is not exact.
AROUND_DATES = word_set("around about approximately roughly")
ERAS = word_set("bc bce ad ce")
# "In about 2022" is a year, "of about 2022" an amount.
ABOUT_CUES = word_set("in since until till by circa")
# "The last year" is a length of time, "at last month" no date at all.
PERIOD_OWNERS = frozenset({"the", "at", "its", "his", "her", "their"})
QUARTER_CUES = frozenset({"in", "during", "for", "since", "until"})
# Before one of these a number is one of people and not a further year: "On 3 May 2016 and 2014 were hurt".
VERBS_OF_MANY = word_set("were are have had died")

# What may be between the dates of a list.
BETWEEN_DATES = frozenset({",", "and", "or", "to", "&", "/", "but", "not", "nor"})

# "Dating back to 1450".
YEARS_GO_BACK = word_set(
    "compared similar relative comparable contrast back dating dates dated traced returning returned"
)

# Verbs that put a weekday into the past.
PAST_AUXILIARIES = frozenset({"was", "were", "had", "been", "not"})

# "The 2013 season": what comes before a year that names something.
OWNERS_OF_YEARS = frozenset({"the", "its", "his", "her", "their", "our", "my", "a", "an", "this", "that", "s"})

# "A further 2,000": a number after one of these is not a year.
COUNTING_ADJECTIVES = word_set("further extra additional other remaining total whole first last next only")
