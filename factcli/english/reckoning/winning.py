"""Words of winning and losing: in a sentence, "Wick lost 3-1 to Ayr", and at the head of a column of results."""

from __future__ import annotations

from factcli.english.rows import word_set

# Before them whoever won, after them whoever lost; the other way round in the passive.
BEATING = word_set("""
    beat beats beaten beating defeated defeats defeating edged edges overcame overcome outlasted outscored thrashed
    trounced routed stunned downed crushed hammered toppled swept
    """)
WINNING = word_set("won win wins winning prevailed prevails triumphed triumphs")
LOSING = word_set("lost lose loses losing fell falls falling slumped crashed succumbed")
# After a score: "a 3-1 win over Wick", "a 3-1 defeat by Ayr".
VICTORIES = word_set("win victory triumph success")
DEFEATS = word_set("defeat loss")
# Before the other side, after a word of winning and after one of losing.
OVER, BY = frozenset({"over", "against"}), frozenset({"to", "by", "against"})
# Before a participle they make its subject the one that was beaten.
PASSIVE = word_set("was were is are been being be got get")
# Heads of the columns of a table of results.
WON_COLUMNS = word_set("w win wins won victories")
LOST_COLUMNS = word_set("l loss losses lost defeats")
PERCENT_COLUMNS = word_set("pct percent percentage")
