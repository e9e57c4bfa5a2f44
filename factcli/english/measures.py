"""Words that say what a figure measures: the new and the total, the dead and the injured."""

from __future__ import annotations

from factcli.english.rows import word_set

# Verbs that every figure may come after: they say little about which figure it is.
LIGHT_VERBS = word_set(
    "have has had hold reach become make take get give go come see say tell report state announce show include bring "
    "stand rise grow use receive earn set put keep accord note know call name list consist person people number "
    "figure amount level"
)

# Words that distinguish the figures of one sentence.
ROLE_WORDS = word_set(
    "new total domestic foreign overseas international worldwide global opening weekend budget cost gross profit loss "
    "death die kill injure wound recover case test approval average rating score review critic first second third "
    "last final initial former home away male female annual monthly daily weekly production net debt revenue income "
    "season week quarter half male female adult child urban rural minimum maximum capacity territory reward price area "
    "job soldier length height width weight distance population speed age"
)

NEW = word_set("new more additional further extra another newly")

TOTAL = word_set("total overall altogether cumulative combined tally")

OPPOSITES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        word_set("death die dead kill fatality toll"),
        word_set("injure injury wound hurt recover recovery case test infection"),
    ),
    (word_set("recover recovery"), word_set("case test infection death die")),
    (word_set("domestic"), word_set("overseas foreign international worldwide global")),
    (word_set("budget cost"), word_set("gross earn revenue collect")),
    (word_set("approval rating"), word_set("review critic")),
    (word_set("male man men boy"), word_set("female woman women girl")),
    (word_set("urban"), word_set("rural")),
    (word_set("import"), word_set("export")),
    (word_set("win victory won"), word_set("lose loss lost defeat draw")),
    (word_set("arrive arrival"), word_set("depart departure leave")),
    (word_set("minimum low lowest"), word_set("maximum high highest")),
    (word_set("hire recruit enlist"), word_set("lose lost desert dismiss fire sack")),
    (word_set("build construct complete erect"), word_set("demolish raze torn tear flatten bulldoze")),
    (word_set("buy bought purchase"), word_set("sell sold sale")),
)

PART_OF = word_set("the his her its their these those them which whom our my all")
