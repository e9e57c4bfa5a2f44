"""Words for events: what happens once, what comes round again, and in which words it is reported."""

from __future__ import annotations

from factcli.english.rows import word_set

# Events: figures and dates of different events are about different things.
FRAMES: tuple[tuple[str, str], ...] = (
    ("birth", "born birth birthday birthdate"),
    ("death", "died die dies death dead passed deceased killed"),
    ("marriage", "married marry marries wed wedding marriage spouse"),
    ("divorce", "divorced divorce separated"),
    ("founding", "founded established formed found established created foundation incorporated"),
    ("opening", "opened opens open opening inaugurated inaugurating inauguration"),
    ("closing", "closed closes closing shut"),
    ("release", "released release releases premiered premiere premieres debuted debut aired published launched"),
    (
        "end",
        "ended ends end finished finale concluded retired dissolved disbanded cancelled canceled left resigned split",
    ),
    ("start", "began begins begin beginning started starts start commenced became debut"),
    ("announcement", "announced announces announcement revealed unveiled"),
    ("signing", "signed signs joined joins transferred"),
    ("election", "elected election elects"),
    ("building", "built constructed completed erected"),
    ("recording", "recorded filmed shot"),
    ("meeting", "met meets meeting visited visit"),
    ("designation", "designated designation declared blacklisted"),
)

FRAME_OF = {word: name for name, row in FRAMES for word in row.split()}

# An event of these is called so, however it is told; one of the others by its own word: "joined", "inaugurated".
NAMED_ALIKE = word_set("birth death marriage divorce election release founding building")

# Verbs by which a sentence dates what its subject names: "the fire broke out on 3 May".
HAPPENED = word_set(
    "happened happens occurred took takes struck hit broke erupted exploded killed destroyed shook sank crashed "
    "collapsed burned swept fell came followed"
)

# What is done with a film, a book or a song in the year that is beside its title.
RELEASED = word_set("released premiered published produced made filmed recorded directed written")

# Frames that never replace one another, whatever the rest of the sentences share.
LIFE_AND_END = frozenset({"birth", "death", "marriage", "divorce", "end", "founding"})

# Events that are reported in words of their own: "the gown that he wore in 1923" dates no birth.
OF_A_LIFE = frozenset({"birth", "death", "marriage", "divorce"})

# Events that are reported in each other's words.
SAME_EVENTS = frozenset({frozenset({"start", "founding"}), frozenset({"start", "opening"})})

# Events that begin a span of time, and that end it: "opened in 1931" beside "ran from 1931 to 1958".
BEGINNINGS = frozenset({"start", "opening", "founding", "release", "election"})

ENDINGS = frozenset({"end", "closing", "death"})

# Before the start of a span, and before its end.
SINCE = frozenset({"since", "from"})
UNTIL = frozenset({"until", "till", "up"})

# Events that a thing has once: two dates of one of them are about the same, however differently it is reported.
ONCE = frozenset({"birth", "death", "founding"})

# Before a date at the head of a page: when its text was published, whatever the text tells of.
STAMPING = word_set("published updated posted modified edited uploaded")

# What comes round again: a year or a rank identifies which one.
RECURRENT = word_set(
    "election elections referendum season budget census tournament championship championships cup games olympics draft "
    "playoff playoffs final finals festival edition summit conference award awards ceremony poll vote survey report "
    "campaign wave harvest winter summer spring autumn tour race league series"
)

# What is numbered as it comes: "its second season" identifies a season and states no figure of its own.
STAGES = word_set(
    "day week weekend month year decade season quarter half round time game match leg half-year term anniversary "
    "degree edition stage phase trailer single episode part attempt visit trip night birthday term day"
) - {"anniversary", "edition"}

# "A 1970s-era tower" was not built, bought or pulled down in the 1970s.
STYLES = frozenset({"era", "style", "vintage", "themed", "inspired"})

# What happens in this order to one thing or person; each row holds alternatives.
COURSES: tuple[tuple[str, ...], ...] = (
    ("arrested|detained", "charged|indicted", "tried", "convicted|found guilty|acquitted", "sentenced|jailed"),
    ("born", "married", "widowed|divorced"),
    ("born", "died|killed"),
    ("founded|established|set up", "dissolved|wound up|closed|shut down|disbanded"),
    ("opened", "closed|shut|demolished|ended"),
    ("written|composed|painted|filmed|recorded", "published|performed|premiered|exhibited|released"),
    ("began|begun|started|commenced", "ended|finished|concluded|completed"),
    ("submitted|received", "accepted", "published"),
    ("admitted", "discharged"),
    ("ordered", "delivered"),
    ("laid down", "launched", "commissioned", "decommissioned|sunk|scrapped"),
    ("hired|appointed", "dismissed|sacked|fired"),
    ("built", "demolished|torn down|pulled down"),
    ("elected", "re-elected", "ousted"),
    ("signed", "ratified", "repealed"),
    ("nominated", "confirmed", "sworn in"),
    ("announced", "launched"),
    ("joined", "left"),
    (
        "elected|appointed|ordained|crowned|enlisted|hired|promoted",
        "retired|resigned|stepped down|abdicated|deposed|died",
    ),
    ("opens", "closes"),
    ("begins|starts|begin|start", "ends|finishes|end|finish|conclude"),
    ("enrolled|entered", "graduated"),
    ("planted", "felled|harvested"),
    ("begun|started", "finished|completed"),
    ("bought|acquired", "sold"),
    ("proposed", "adopted", "repealed"),
    ("taken off|departed", "landed|arrived"),
)

# What begins and what ends a stretch of time of one thing or person.
BEGINS = (
    "founded|established|set up|opened|launched|began|started|formed|created|joined|appointed|elected|took office"
    "|took over|enlisted|married|moved in"
)
FINISHES = (
    "closed|shut|sold|dissolved|wound up|disbanded|folded|demolished|ended|finished|retired|resigned|stepped down|left"
    "|divorced|discontinued|decommissioned"
)

# The noun for an event that a verb has reported: "the abbey burned", "the fire of 1413".
EVENT_NOUNS: dict[str, frozenset[str]] = {
    noun: word_set(verbs)
    for noun, verbs in (
        ("fire", "burned burnt"), ("flood", "flooded drowned"), ("election", "elected"), ("siege", "besieged"),
        ("revolt", "revolted rebelled"), ("rebellion", "rebelled"), ("earthquake", "shook struck"),
        ("storm", "struck"), ("eruption", "erupted"), ("explosion", "exploded"), ("collapse", "collapsed"),
        ("invasion", "invaded"), ("coronation", "crowned"), ("strike", "struck"), ("crash", "crashed"),
        ("treaty", "signed"), ("peace", "signed"), ("agreement", "signed"),
        ("opening", "opened"), ("consecration", "consecrated"), ("dedication", "dedicated"),
        ("destruction", "destroyed"),
        ("death", "died"), ("revolution", "overthrown"), ("riot", "rioted"), ("conquest", "conquered"),
        ("wedding", "married"), ("marriage", "married"), ("merger", "merged"),
        ("sale", "sold"), ("founding", "founded"), ("reform", "reformed"), ("closure", "closed"), ("war", "fought"),
    )
}  # fmt: skip

# Counts in two words: "to bring 1,200 jobs", "will employ 1,200 people".
SAME_FIGURES: tuple[tuple[str, str], ...] = (
    ("job person", "employ hire recruit"),
    ("job worker", "employ hire recruit"),
    ("death person", "kill"),
    ("home house", "build"),
)

# What befell people, in a headline and in the text.
FATES: dict[str, str] = {
    word: words.split()[0]
    for words in (
        "killed kills kill dead die dies died", "injured injures hurt hurts wounded", "arrested held detained",
        "charged", "rescued saved", "missing", "jailed imprisoned", "evacuated", "hired", "sacked fired",
    )
    for word in words.split()
}  # fmt: skip
