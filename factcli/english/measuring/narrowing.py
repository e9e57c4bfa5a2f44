"""Words that narrow what a figure measures: a group, a period, a statistic, a change instead of a level."""

from __future__ import annotations

from factcli.english.rows import word_set

STATISTICS = word_set("average mean median maximum minimum highest lowest peak record typical longest shortest least")
# Of several, what none of them need be.
MIDDLES = word_set("average mean median typical")
PERIODS = word_set("quarter quarterly half month monthly week weekly weekend daily hourly fortnight nine-month decade")
PARTS_OF_A_YEAR = word_set("quarter half")
GROUPS = word_set("""
    women woman female men man male girls boys children child adults adult teenagers teenage young youth elderly
    pensioners foreign foreigners foreign-born urban rural black white Hispanic married single disabled homeless
    part-time full-time temporary permanent voluntary private public state federal local regional primary secondary
    domestic commercial residential industrial agricultural military civilian
    """)
# Who pays, earns or gets another sum than others do.
CLASSES = word_set("""
    women men girls boys children adults teenagers pupils students apprentices trainees pensioners seniors boarders
    tourists foreigners commuters residents families managers directors beginners volunteers locals soldiers
    """)
SCOPES = word_set("worldwide globally domestic domestically nationwide abroad overseas elsewhere alone online")
# What is left without the place that is named: "in other territories".
ELSEWHERE = word_set("other elsewhere abroad overseas foreign international rest")
# Among whom something is ranked.
FIELDS = word_set("world globe continent country nation region state province county city town league division class")
SHARES = word_set("each every apiece per capita head")
NARROWING = STATISTICS | PERIODS | GROUPS | SCOPES | SHARES

# A figure right after one of these and "by" is a change, not a level.
CHANGES = word_set("""
    rose rise rises risen increased increase increases grew grow grows grown fell fall falls fallen dropped drop drops
    declined decline shrank shrink shrunk climbed climb jumped jump soared gained lost cut reduced reduce lowered lower
    raised raise lifted slashed up down expanded contracted
    """)
# After the verb and a figure they say that it is a change: "closed 12 points higher".
HIGHER_OR_LOWER = word_set("higher lower up down")
# Nouns that say nothing of what is measured; what comes after their "of" does.
EMPTY_HEADS = word_set("""
    number figure total sum amount level rate share percentage proportion count tally part half third quarter majority
    kind group series lot list one some most all many few value size volume cost bill price estimate maximum minimum
    """)
# Who reports a figure is not what it measures.
REPORTERS = word_set("""
    police official officials authority authorities report reports study studies data figures survey analyst analysts
    expert experts economist economists scientist scientists researcher researchers doctor doctors court judge jury
    minister ministry government spokesman spokeswoman source sources critics union unions court insurer insurers
    insurance prosecutor prosecutors investigator investigators rescuer rescuers trader traders voter voters people
    resident residents visitor visitors reader readers firm company board council bank club team paper newspaper
    poll agency office department committee commission
    """)
# Nouns for what is done, or for how something is, end so: "the construction of the bridge".
ABSTRACT_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ity", "ness", "ing", "ship")
# What these do or have, their owner does or has: "the fleet of the line carried".
ACTING_FOR = word_set("""
    fleet crew staff workforce management leadership network system economy household army team side squad government
    administration parliament electorate population membership
    """)
# After these and "of" comes the name of the thing itself: "the city of Lomar".
NAMED_AFTER_OF = word_set("""
    city town village hamlet suburb borough parish municipality commune settlement port district county state province
    region territory island islands isle republic kingdom emirate duchy lake river valley bay sea coast peninsula
    battle siege treaty feast month year day age name title word game
    """)
# Before a noun they tell a thing from others of its kind: "an earlier strike", "another suit".
OTHER_ONES = word_set("""
    another other earlier previous former old older rival neighbouring neighboring similar separate unrelated comparable
    """)
# After a span of time they lead away from the time before: "a week later".
LATER = frozenset({"later", "earlier", "ago"})
SPANS = word_set("hour day week fortnight month year decade century season")
# "In the north of Lomar" is a part of it.
PARTS_OF_A_PLACE = word_set("north south east west north-east north-west south-east south-west centre center outskirts")
# Which part of a thing: "the northern arm", "the upper deck".
PLACING_PARTS = word_set("""
    northern southern eastern western north-eastern north-western south-eastern south-western upper inner outer rear
    """)
# Between one of several things and what has them: "the oldest member of the choir".
HAVING = word_set("of in at on aboard")
# What opens a sentence with one of these and a noun may say where, when or in which group its figure holds.
SCOPING = word_set("in at on during among within across around inside outside throughout")
# With these nouns it says no more of the figure: "in a report", "at the end", "in total".
NO_SCOPES = word_set("""
    report statement interview speech letter conference website article book addition result end beginning fact example
    contrast response reply turn return time event case meantime meanwhile moment place word words effort attempt bid
    order move meeting hearing session post tweet message document ruling verdict decision announcement total sum all
    average least most first last present wake light course process general particular short reality theory practice
    view opinion turnover morning afternoon evening front side part style number
    """)
# What is given, done or voted for something, against it or among some; only money goes "on" something.
AIMS = {"for": "for", "against": "for", "among": "among", "on": "on"}
# What foretells or samples a thing is not the thing.
SURVEYS = word_set("poll polls survey surveys pollster pollsters")
# At the head of a sentence they set it apart from what they name: "Before the tunnel the trip took two hours."
SETTING_APART = word_set("before until unlike")
# Before the year of what a figure is compared with: "up a third on the same month of 2008".
COMPARING = word_set("than compared same against versus that those")
# What somebody demands or lacks is not what there is.
DEMANDING = word_set("demand demanded want wanted seek sought ask asked request requested lacks lacked")
LINKING = word_set("""
    is was were are be been became become reached stood stands stand totalled totaled totals came comes come amounted
    amounts amount ran runs run hit averaged averages exceeded exceeds topped remained remains equalled numbered
    """)
# Verbs that say of what is measured no more than how much it is.
LEVELLING = word_set("""
    rose climbed soared jumped fell dropped sank peaked put estimated measured lasted went took takes ended recorded
    showed registered
    """)
# Verbs that leave it to their object to say what is done: "made $2 million".
SUPPORTING = word_set("make take get give see bring")
RATE_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "h",
    "nightly": "night",
}  # fmt: skip
RATE_DETERMINERS = word_set("every each per a")
RATE_UNITS = word_set("year month week day night")
TIMES_A_YEAR = {"day": 365, "week": 52, "month": 12, "quarter": 4, "year": 1}
