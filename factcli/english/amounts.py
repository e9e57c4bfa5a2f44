"""Words around a figure: what money is spent on, what changes, what a rate is of."""

from __future__ import annotations

from factcli.english.rows import word_set

LOWER_CODES = word_set("usd eur gbp cad aud chf jpy inr cny nzd sgd hkd mxn brl rub sek nok dkk pln kwd sar aed")
# Names that are other English words as well: they are money after a real amount only, and not before these words.
MONEY_HOMONYMS = frozenset(
    {"won", "real", "rand", "mark", "lev", "dong", "kip", "sol", "sen", "som", "lat", "lek", "sterling"}
)
OBJECTS = word_set("a an the in at by his her its their it on against over again three two")
BANKNOTES = word_set("note notes fine fines ticket tickets coin coins bill bills deal reward increase cut a")
MASS_CUES = frozenset({"heavy", "overweight", "lighter", "heavier"})
FUNDS = word_set("debt aid money funding savings tax taxes the a investment public government cash damage state")
WEIGHING = word_set("weigh weighs weighed weighing lose lost losing shed gain gained gaining lift lifted")
# Codes that are English words in capitals are too often just that.
NO_CODES = frozenset({"ALL", "TOP", "SOS", "CUP", "MAD", "BOB", "RON", "TRY", "GEL", "XXX", "MOP", "SIT"})
# "8 in 10" is not a length: a free "in" ends its clause, or a dimension goes on.
AFTER_INCHES = frozenset({"x", "×", "more", "wide", "long", "tall", "high", "deep", "thick"})
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
# After one of these, "1-2" is a score.
SCORES = word_set("""
    won win wins winning lost lose loses losing beat beats beaten beating defeat defeated defeats draw drew drawn
    victory score scored scoreline lead led leading trailed trailing vote voted ahead loss ruled ruling tied thrashed
    """)
# What "a" or "an" after a figure makes a rate of; anything may follow "per".
WHOLES = word_set("""
    year month week day hour minute night share head person piece pupil student household family worker vote word
    barrel ounce gallon litre liter pound ton tonne kilo kilogram gram bottle ticket seat unit dose copy mile
    kilometre kilometer yard foot acre hectare bushel carat pint pack box bag set game match season quarter shift
    """)
RATE_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "h",
    "apiece": "piece", "nightly": "night",
}  # fmt: skip
TIME_OF = frozenset({"ago", "earlier", "later", "before", "after", "old", "on"})
AFTER_STONES = frozenset({"and", "in", "of", "overweight", "heavier", "lighter"})
# Goods that come in pieces: a "12pc set".
PIECED = word_set("set sets pack packs lot kit kits puzzle jigsaw suite box bundle collection")
