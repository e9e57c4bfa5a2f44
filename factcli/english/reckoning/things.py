"""Words for what is counted, measured and ranked in a draft."""

from __future__ import annotations

from factcli.english.rows import word_set

# What a sentence announces before it lists them.
LISTED_THINGS = word_set("""
    step way thing reason tip rule point question part stage priority goal aim principle lesson mistake option example
    factor idea fact change demand condition recommendation item ingredient
    """)
# What is listed by name: "two daughters, Ann and Beth".
NAMED_KIN = word_set("daughter son child brother sister sibling grandchild")
# What a study counts: its sample.
SAMPLE_UNITS = word_set("""
    patient participant person adult child subject household respondent volunteer woman man student pupil teacher nurse
    doctor farmer driver family school hospital animal mouse rat dog cow bird plant tree sample specimen site plot case
    record nest lake river farm firm village
    """)
# The power of ten that the unit of a table names.
POWERS_OF_TEN = {"thousand": 3, "000": 3, "m": 6, "million": 6, "mn": 6, "bn": 9, "billion": 9}
# How many times as much.
TIMES_IN_WORDS = {"twice": 2, "double": 2, "triple": 3, "treble": 3, "thrice": 3, "quadruple": 4}
# Superlatives, each with what it measures: the largest lake is not the longest.
MOST: dict[str, str] = {
    "largest": "area mass volume count money", "biggest": "area mass volume count money", "longest": "length duration",
    "tallest": "length", "highest": "length", "deepest": "length", "heaviest": "mass", "widest": "length",
    "oldest": "duration", "dearest": "money", "most expensive": "money", "costliest": "money", "richest": "money",
}  # fmt: skip
LEAST: dict[str, str] = {
    "smallest": "area mass volume count", "shortest": "length duration", "lowest": "length", "lightest": "mass",
    "narrowest": "length", "youngest": "duration", "cheapest": "money", "shallowest": "length",
}  # fmt: skip
# A figure beside one of these is of another time, group or source than one told before, or says how much it changed.
SET_APART = word_set("""
    more another further extra additional initial initially original originally previous previously last next earlier
    later former formerly then now since until ago before after each every per up down least instead revised rather
    estimate estimated estimates could may might would some part half already other others rose rise risen fell fall
    fallen grew grow grown increase increased decrease decreased drop dropped compared than target forecast
    expected expects planned aims hopes average median mean
    second third first respectively versus against according claims claimed remaining rest not without only between
    range ranged old aged sister twin neighbouring neighboring rival smaller larger older younger bigger longer shorter
    """)
# Beside both figures they say the same of both: "last year".
SET_APART_ALIKE = word_set("last each every per only first")
