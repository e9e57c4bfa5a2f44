"""Words by which a sentence falls into clauses, and by which a noun governs a figure."""

from __future__ import annotations

from factcli.english.rows import word_set

STATES = word_set("was is were are turned turns")
# What opens a clause, and what joins two.
RELATIVE = word_set("which who whom whose where")
SUBORDINATE = word_set("while whereas although though because when if unless that after before until as since")
# An event after one of these only says when or why something else came about: "after the flood".
ASIDE_OF_A_CLAUSE = SUBORDINATE | word_set("during despite following amid because")
# What opens a sentence so says how or when something comes about: "With two towns under water, 40 boats came".
OPENING_ASIDES = SUBORDINATE | word_set("with despite following like unlike")
JOINING = word_set("and but or yet then so plus against")
LINKS = word_set("at of to by from")
# What denies its clause.
DENIALS = word_set("not never neither nobody nor deny denied denies denying cannot")
# Right before "that": what it opens is denied.  Such a report "proved false".
DENYING = word_set("deny denied denies denying rejected rejects disputed disputes")
FALSE = word_set("false untrue wrong unfounded baseless mistaken")
# Before "have", or beside an "if": what did not come about.
HYPOTHETICAL = word_set("would could might should")
# What comes after these may be, and need not.
POSSIBLE = word_set("could might may should")
# What somebody could do is what he was able to: "the hall could seat 400".
ABILITY = word_set("carry hold seat accommodate fit house sleep")
# What somebody does to what there is not yet.
HOPING = word_set("hope hopes hoping aim aims aiming want wants wanting seek seeks seeking wish wishes hoped")
FORECASTS = word_set("forecast forecasts expectation expectations prediction predictions estimates target targets")
NEEDING = word_set("need needs require requires")
# Beside these, what somebody needs comes to what there is: "needs another 31 boats".
WANTED_MORE = word_set("another further more extra additional")
# Between a noun and its figure.
GOVERNING = word_set("of at to by from")
YEAR_BEFORE = word_set("in of since until till by before after for from")
OPENING = word_set("and but while when that as")
HANGING = word_set("with of from for without against after by such")
# Where the words of one figure end and those of the next begin.
PARTING = word_set(", and or but against with after from plus")
BEING = word_set("was were is are been be")
# What calls the subject so: "is the largest", "the Skeld, the largest glacier"; not "nearly the largest".
CALLING = BEING | word_set("became becomes remains remained as , (")
# After these comes the bare form of a verb.
VERB_FOLLOWS = word_set("to will would can could may might must shall should not did does do")
# What may stand between the verb of a clause and the age that ends it: "died at the age of 27".
BEFORE_AGE = word_set("at the age of aged just only when being was still")
# Where the words for an event end: "three years after the fire and".
AFTER_EVENT = word_set("and but while which who when because although")
BEFORE_PLACE = word_set("at in near off outside")
# Between a verb and its figure: "stores nearly 400 tonnes".
ROUGHLY = word_set("about around some nearly almost over under up more less at only just roughly approximately")
# After a verb they make another one of it: "carried off", "picked up".
PARTICLES = word_set("off out up down away back")
# Before a hyphen these leave a verb a verb: "re-elected", unlike "hand-painted".
VERBAL_PREFIXES = word_set("re co pre out over under mis")
CURRENCIES = frozenset("$€£¥")
