"""What the figures of a match are called, and by which words one is of a single play, which passes by."""

from __future__ import annotations

from factcli.english.rows import word_set

# How yards were gained or lost: "threw for 310 yards", "142 yards on 19 carries".
_YARDS = (
    ("passing yards", "threw throws throwing passed passing completed completing"),
    ("rushing yards", "ran runs running rushed rushes rushing carries carry"),
    ("receiving yards", "caught catches catching receiving reception receptions"),
    ("penalty yards", "penalized penalised penalties"),
)
YARDS = {word: name for name, words in _YARDS for word in words.split()}
# After one of these, or "it" and "the ball", yards are those of one play: "returned it 30 yards".
MOVING_A_BALL = word_set("""
    ran returned raced scampered sprinted carried kicked punted drove marched rumbled dashed went
    it ball back interception fumble punt kickoff pass
    """)
# Before one of these a length says of which sort it is, or belongs to its name: "a 25-yard shot", "the 50m freestyle".
OF_A_LENGTH = word_set("""
    shot goal strike drive effort header volley kick free-kick penalty putt pass box mark freestyle backstroke
    breaststroke butterfly medley hurdles sprint relay dash race final finals line touchdown score run punt return
    reception catch scramble gain loss interception rush kickoff play completion carry dropkick try record title
    champion championship heat heats semi-final gold silver bronze
    """)
# "Won the 800m", "won by six centimetres": the name of a race, and by how much it was won.
WON = word_set("won win wins winning took take takes claimed ran run over in triumphed finished beat")
# How a length is called that somebody cleared, jumped or threw.
LEAPS = {
    **dict.fromkeys(("cleared", "clearing", "vaulted"), "height"),
    **dict.fromkeys(("jumped", "leapt", "leaped"), "jump"),
    **dict.fromkeys(("threw", "hurled", "throwing"), "throw"),
}
# "A 32-yard field goal".
OF_A_GOAL = frozenset({"field", "free", "penalty", "drop"})
# They stand before the name of whoever plays there.
PLAYERS = word_set("""
    substitute striker midfielder defender goalkeeper winger skipper quarterback goaltender forward flanker hooker
    wicketkeeper pitcher catcher shortstop outfielder linebacker qualifier receiver cornerback rookie favourite
    teenager veteran
    """)
# Whoever does so to a side has the figure, and not the side: "led Vestby with 31 points".
LED = word_set("led leads leading paced paces topped")
# Who watches, and where.
CROWDS = word_set("attendance crowd fans spectators")
VENUES = word_set("""
    stadium arena park ground grounds field road hall court garden gardens centre center dome coliseum oval racecourse
    speedway raceway lane rink pool velodrome track
    """)
# Between a mean and what it is one of: "points per game".
PER = word_set("per a an each every")
# What something is done in or within; their number tells how long that took, and a mean is one of each.
TRIES = word_set("""
    over ball delivery inning innings session game match frame leg lap set attempt try shot hole round minute
    """)
