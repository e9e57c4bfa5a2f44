"""Words between a figure and the name that it is one of, and what a figure of a dimension is called."""

from __future__ import annotations

from factcli.english.rows import word_set

# A count after one of these and a place is one of that place.
PLACE_LINKS = word_set("in across of at from near throughout within for")
# Between a name and its figure: "CHP on 25.4%", "Acme with 30 staff".
BESIDE = word_set("on at with to has had have")
# "Orla Office figures show": whose they are is not what they are about.
REPORTS = word_set("figures data statistics report survey study poll research analysis review numbers estimates")
SHOWING = word_set("""
    show shows showed shown suggest suggests suggested indicate indicates indicated reveal reveals revealed found finds
    say says said put puts
    """)
# After a length: "30 km west of".
AWAY = word_set("away from north south east west off outside")
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
# After a number that is a difference: "21 fewer seats".
COMPARED = word_set("fewer less more higher lower")
# Between a name and the age of whoever has it.
BETWEEN_NAME_AND_AGE = frozenset({"", "aged", "who is", "who was", "is", "was", "turned"})
# Nouns of people end so, or are these.
PEOPLE_ENDINGS = ("man", "woman", "child", "er", "or", "ist", "ian", "ee", "ant", "ent", "other", "victim", "civilian")
# What a figure measures of which the sentence says no more than its unit.
DIMENSION_NAMES = {
    "length": "length", "area": "area", "mass": "weight", "volume": "volume", "temperature": "temperature",
    "speed": "speed", "duration": "duration", "power": "power", "energy": "energy", "money": "amount",
    "percent": "share",
}  # fmt: skip
