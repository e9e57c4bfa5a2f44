"""Word tables of the checker: what words join, what they measure, and which mean the same.  Knowledge, no rules."""

# ruff: noqa: SIM905 - word tables read best as prose
from __future__ import annotations

DETERMINERS = frozenset(
    "a an the this that these those its his her their our my your some any each every all both such".split()
)
PREPOSITIONS = frozenset(
    "of in on at to for from by with as into over under after before since until till during about against between "
    "among through across outside inside within without per near via upon than towards toward around despite".split()
)
CONJUNCTIONS = frozenset(
    "and or but while whereas which who whom whose that because although though when where if so".split()
)
AUXILIARIES = frozenset(
    "is are was were be been being am has have had having do does did will would can could may might shall should must "
    "'s 're 've".split()
)
PRONOUNS = frozenset(
    "it he she they we i you him them us me itself himself herself themselves there here one ones".split()
)
ADVERBS = frozenset(
    "not also only just then now still already even very more most less least much many several few other others "
    "another up down out off again ever never too so approximately about around roughly nearly almost over under "
    "exactly "
    "respectively least total overall based compared according however meanwhile later earlier soon ago together well "
    "later former latter".split()
) - {"total"}

# Verbs that every figure may stand behind: they say little about which figure it is.
LIGHT_VERBS = frozenset(
    "have has had hold reach become make take get give go come see say tell report state announce show include bring "
    "stand rise grow use receive earn set put keep accord note know call name list consist person people number "
    "figure amount level".split()
)
# Words that tell the figures of one sentence apart.
ROLE_WORDS = frozenset(
    "new total domestic foreign overseas international worldwide global opening weekend budget cost gross profit loss "
    "death die kill injure wound recover case test approval average rating score review critic first second third "
    "last final initial former home away male female annual monthly daily weekly production net debt revenue income "
    "season week quarter half male female adult child urban rural minimum maximum capacity territory reward price area "
    "job soldier length height width weight distance population speed age".split()
)

FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS | ADVERBS

# Words that mean the same where figures are concerned.
SYNONYMS: tuple[str, ...] = (
    "gross earn collect collection takings",
    "case infection infected",
    "death die dead kill fatality victim life perish casualty",
    "injure injury wound wounded hurt",
    "rate rating score approval",
    "review critic reviewer critique",
    "release premiere debut launch issue publish publication",
    "found establish form create founder foundation formation establishment set",
    "buy acquire purchase acquisition bought",
    "coronavirus covid corona",
    "film movie picture",
    "sell sale sold shift",
    "begin start commence commencement beginning open opening kick",
    "end finish conclude finale close stop",
    "marry wed spouse wife husband married marriage wedding",
    "recover recovery recovered",
    "view watch viewer viewership hit",
    "worldwide global globally world",
    "overseas foreign abroad elsewhere international territory",
    "population inhabitant resident people populous person citizen",
    "win victory won winner",
    "match game appearance cap fixture",
    "invest investment put pledge",
    "finance fund financing funding pay budget cost",
    "hire recruit recruitment enlist",
    "soldier troop recruit military army",
    "job employment work post worker employ employee",
    "plant planting planted reforest reforestation",
    "reward bounty",
    "visit trip tour travel stop",
    "meet meeting talk met",
    "country nation state",
    "song single track",
    "album record lp",
    "television tv",
    "company firm business corporation",
    "club team side squad franchise",
    "sign contract deal join joined agreement",
    "airport hub",
    "ship vessel boat",
    "car vehicle automobile",
    "aircraft plane airplane jet",
    "district county province region",
    "child kid son daughter children",
    "episode instalment installment",
    "subscriber follower subscription",
    "passenger traveller traveler aboard board",
    "city town",
    "attack bombing assault strike",
    "announce reveal declare announcement",
    "build construct construction erect built complete completion",
    "elect election vote poll",
    "president presidency govern office term rule reign",
    "price cost",
    "student pupil",
    "house home household dwelling",
    "airplay broadcast air aired",
    "test tested testing",
    "confirm confirmed positive",
    "user member",
    "revenue turnover income",
    "award prize honour honor",
    "goal score",
    "hospital clinic",
    "storey story floor",
    "tall height high",
    "long length",
    "wide width",
    "large big biggest largest size",
    "distance far away kilometre",
    "annual yearly year",
)

# Two words that mean one.
PHRASES: dict[tuple[str, str], str] = {
    ("tested", "positive"): "case",
    ("tests", "positive"): "case",
    ("positive", "tests"): "case",
    ("passed", "away"): "died",
    ("lost", "lives"): "died",
    ("took", "office"): "became",
    ("took", "place"): "held",
    ("stepped", "down"): "resigned",
}

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
# Frames that never stand for one another, whatever the rest of the sentences share.
LIFE_AND_END = frozenset({"birth", "death", "marriage", "divorce", "end", "founding"})
# Events that are told in each other's words.
SAME_EVENTS = frozenset({frozenset({"start", "founding"}), frozenset({"start", "opening"})})
# Events that begin a span of time, and that end it: "opened in 1931" beside "ran from 1931 to 1958".
BEGINNINGS = frozenset({"start", "opening", "founding", "release", "election"})
ENDINGS = frozenset({"end", "closing", "death"})
# Events that a thing has once: two dates of one of them are about the same, however differently it is told.
ONCE = frozenset({"birth", "death", "founding"})

NEW = frozenset("new more additional further extra another newly".split())
TOTAL = frozenset("total overall altogether cumulative combined tally".split())
OPPOSITES: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        frozenset("death die dead kill fatality toll".split()),
        frozenset("injure injury wound hurt recover recovery case test infection".split()),
    ),
    (frozenset("recover recovery".split()), frozenset("case test infection death die".split())),
    (frozenset("domestic".split()), frozenset("overseas foreign international worldwide global".split())),
    (frozenset("budget cost".split()), frozenset("gross earn revenue collect".split())),
    (frozenset("approval rating".split()), frozenset("review critic".split())),
    (frozenset("male man men boy".split()), frozenset("female woman women girl".split())),
    (frozenset("urban".split()), frozenset("rural".split())),
    (frozenset("import".split()), frozenset("export".split())),
    (frozenset("win victory won".split()), frozenset("lose loss lost defeat draw".split())),
    (frozenset("arrive arrival".split()), frozenset("depart departure leave".split())),
    (frozenset("minimum low lowest".split()), frozenset("maximum high highest".split())),
    (frozenset("hire recruit enlist".split()), frozenset("lose lost desert dismiss fire sack".split())),
    (frozenset("buy bought purchase".split()), frozenset("sell sold sale".split())),
)

# What comes round again: a year or a rank tells one from the other.
RECURRENT = frozenset(
    "election elections referendum season budget census tournament championship championships cup games olympics draft "
    "playoff playoffs final finals festival edition summit conference award awards ceremony poll vote survey report "
    "campaign harvest winter summer spring autumn tour race league series".split()
)
# What is numbered as it comes: "its second season" tells a season, and states no figure of its own.
STAGES = frozenset(
    "day week weekend month year decade season quarter half round time game match leg half-year term anniversary "
    "edition stage phase trailer single episode part attempt visit trip night birthday term day".split()
) - {"anniversary", "edition"}
# Somebody who is named by somebody else: "Silva's deputy" is not Silva.
RELATED = frozenset(
    "deputy aide adviser advisor assistant predecessor successor rival wife husband spouse son daughter brother sister "
    "father mother uncle aunt cousin nephew niece lawyer spokesman spokeswoman spokesperson chief boss colleague "
    "counterpart vice peer friend ally envoy representative secretary".split()
)
TITLES = frozenset(
    "president minister secretary prime chancellor mr mrs ms dr sir dame lord lady king queen prince princess general "
    "colonel senator governor judge justice professor pope saint captain foreign defence defense former".split()
)
PART_OF = frozenset("the his her its their these those them which whom our my all".split())

# Other names of places, for names that are not to be found by their letters.
ALIASES: tuple[str, ...] = (
    "uk|united kingdom|britain|great britain|british",
    "us|usa|united states|america|american|u.s|u.s.a|north america|washington",
    "uae|united arab emirates",
    "eu|european union",
    "un|united nations",
    "netherlands|holland|dutch",
    "germany|german",
    "france|french",
    "spain|spanish",
    "wales|welsh",
    "switzerland|swiss",
    "greece|greek",
    "turkey|turkish",
    "denmark|danish",
    "sweden|swedish",
    "poland|polish",
    "ireland|irish",
    "england|english",
    "scotland|scottish|scots",
    "finland|finnish",
    "norway|norwegian",
    "philippines|filipino|philippine",
    "china|chinese|prc",
    "japan|japanese",
    "new york city|nyc",
    "los angeles|la|l.a",
    "covid-19|coronavirus|covid|sars-cov-2",
    "iraq|iraqi",
    "peru|peruvian",
    "world health organization|who",
)

MONTHS = frozenset("january february march april may june july august september october november december".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
