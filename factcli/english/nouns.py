"""Nouns: their plurals, and the words that look like one; what a walk from a number to its noun has to know."""

from __future__ import annotations

import re

from factcli.english.rows import word_set

# Verbs that look like a plural, or that come right after a number that is a subject.
VERBS = word_set("""
    saw sees says said has makes made takes took gives gave goes went comes came gets got shows showed proves proved
    means meant
    needs remains includes included involves requires represents suggests seems looks becomes became keeps kept leaves
    left puts put sets runs ran wins won loses lost scores beats faces follows leads led brings brought holds held helps
    tells told asks asked adds added calls called starts started begins began ends ended stands stood rises rose falls
    fell dies died lives lived works worked lies lay plays played goes knows thinks believes wants likes uses used
    turns moves allows causes happens exceeds equals reaches reached increases decreases drops jumped climbs was were
    killed injured wounded arrested hired met joined fled voted signed backed agreed announced reported
    signals indicates denotes reflects
    applies provides governs prohibits consists exists belongs refers forbids describes explains appears occurs depends
    """) - {"lives", "needs", "wounded", "injured", "arrested", "works", "plays", "moves", "drops", "votes", "calls",
     "deaths", "causes", "uses", "increases", "decreases", "wins", "runs", "scores", "turns", "sets", "leads",
     "starts", "ends", "falls", "rises", "losses", "hired", "killed"}  # fmt: skip

# Plural: singular.  Nouns that do not change are listed too.
IRREGULAR_PLURALS = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "wives": "wife",
    "wolves": "wolf", "knives": "knife", "halves": "half", "leaves": "leaf", "loaves": "loaf", "thieves": "thief",
    "dwarves": "dwarf", "scarves": "scarf", "elves": "elf", "hooves": "hoof", "selves": "self",
    "calves": "calf", "shelves": "shelf", "feet": "foot", "teeth": "tooth", "geese": "goose", "mice": "mouse",
    "oxen": "ox", "dice": "die", "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium",
    "crises": "crisis", "analyses": "analysis", "theses": "thesis", "bases": "base", "axes": "axe", "buses": "bus",
    "gases": "gas", "viruses": "virus", "campuses": "campus", "bonuses": "bonus", "statuses": "status",
    "censuses": "census", "choruses": "chorus", "circuses": "circus", "houses": "house", "spouses": "spouse",
    "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "echoes": "echo", "vetoes": "veto",
    "torpedoes": "torpedo", "cargoes": "cargo", "volcanoes": "volcano", "mosquitoes": "mosquito", "movies": "movie",
    "cookies": "cookie", "zombies": "zombie", "rookies": "rookie", "calories": "calorie", "ties": "tie", "pies": "pie",
    "curies": "curie", "sorties": "sortie", "birdies": "birdie", "selfies": "selfie", "prairies": "prairie",
    "smoothies": "smoothie", "hoodies": "hoodie", "junkies": "junkie", "budgies": "budgie",
    "collies": "collie", "brownies": "brownie", "caddies": "caddie", "menageries": "menagerie",
    "diagnoses": "diagnosis", "hypotheses": "hypothesis", "syntheses": "synthesis", "prostheses": "prosthesis",
    "oases": "oasis", "emphases": "emphasis", "parentheses": "parenthesis", "neuroses": "neurosis", "lenses": "lens",
    "biases": "bias", "canvases": "canvas", "atlases": "atlas", "aliases": "alias", "trellises": "trellis",
    "horseshoes": "horseshoe", "snowshoes": "snowshoe", "floes": "floe", "hoes": "hoe", "oboes": "oboe",
    "aircraft": "aircraft", "spacecraft": "spacecraft", "hovercraft": "hovercraft", "helicopters": "helicopter",
    "sheep": "sheep", "fish": "fish", "cattle": "cattle", "deer": "deer", "salmon": "salmon", "offspring": "offspring",
    "species": "species", "series": "series", "headquarters": "headquarters", "personnel": "personnel",
    "grouse": "grouse", "trout": "trout", "bison": "bison", "moose": "moose", "elk": "elk", "squid": "squid",
    "shrimp": "shrimp", "cod": "cod", "swine": "swine",
    "troops": "troop", "staff": "staff", "police": "police", "dead": "dead", "wounded": "wounded", "injured": "injured",
    "homeless": "homeless", "missing": "missing", "unemployed": "unemployed", "alumni": "alumnus",
    "stimuli": "stimulus", "fungi": "fungus", "cacti": "cactus", "nuclei": "nucleus", "formulae": "formula",
    "larvae": "larva", "indices": "index", "matrices": "matrix", "vertices": "vertex", "appendices": "appendix",
    "passersby": "passerby", "crew": "crew", "clergy": "clergy", "chassis": "chassis", "corps": "corps",
    "quizzes": "quiz", "shoes": "shoe", "canoes": "canoe", "toes": "toe", "foes": "foe", "caches": "cache",
    "aches": "ache", "headaches": "headache", "avalanches": "avalanche", "niches": "niche", "axis": "axis",
    "data": "data", "media": "media", "hours": "hour",
}  # fmt: skip

# Words that end like a plural and are not one; after a number they are an adjective, a name or a noun of mass.
NO_PLURALS = word_set("""
    this is was has as us plus thus yes less business news politics economics physics mathematics athletics gas bus
    virus census campus status bonus across always perhaps besides overseas previous various serious religious famous
    upwards indoors outdoors upstairs downstairs afterwards backwards forwards towards onwards sometimes whereas
    nowadays themselves ourselves yourselves
    nervous dangerous numerous anonymous autonomous consecutive los las las us was texas arkansas kansas paris mars
    james charles williams united democrats' illinois
    """)

# Nouns of people: an "m" glued to the number before them is a million, and one of them is a figure.
PEOPLE = word_set("""
    people users residents inhabitants customers subscribers viewers readers voters workers employees refugees migrants
    visitors tourists passengers followers children women men students pupils homes households jobs members players
    downloads views copies units vehicles cars patients doses barrels citizens adults americans britons europeans
    voters votes b bpd travellers travelers riders commuters motorists
    subscriptions accounts smartphones phones tests jabs vaccines trees deaths cases families
    """)

# Most nouns with these endings are of people: "9 of 10 dentists" is a share, "9 of 10 games" are nine.
PEOPLE_ENDINGS = ("ist", "ian", "man", "doctor", "teacher", "parent", "owner", "leader", "student", "manager", "player")

# Shares and other paper that come in millions as people do.
IN_MILLIONS = PEOPLE | word_set("""
    shares stocks bonds warrants securities ballots tickets albums singles records streams tokens followers listeners
    fans taxpayers pensioners shareholders mortgages donations applications payments transactions installations
    vacancies consumers borrowers investors patients passports orders messages hits plays savers renters carers gamers
    homeowners landlords learners readers holidaymakers commuters shoppers diners freelancers recipients retirees
    """)
# An "m" near after one of these is a million: "a population of 5.4m", "it employs 1.2m".
IN_MILLIONS_AFTER = word_set("""
    population populations readership audience audiences circulation workforce electorate employ employs employed
    employing viewership headcount turnover revenue revenues profit profits sales
    """)
# What a clause that ends in "rose to 2.1m" or "topped 7m" is about: what is told in millions, and never in metres.
TALLIES = (
    IN_MILLIONS
    | IN_MILLIONS_AFTER
    | word_set("""
    unemployment joblessness jobless claimant claimants membership memberships enrolment enrollment attendance
    attendances registrations deliveries shipments visits visitors views viewing downloads subscriptions bookings
    arrivals departures admissions deaths cases infections vaccinations doses households journeys trips traffic
    backlog caseload listings searches clicks signatures births marriages waiting exports imports
    """)
)
# What is done to a video, a song or a page so many million times.
PLAYED = word_set("""
    watched viewed played streamed downloaded read seen shared retweeted reposted liked opened installed heard used
    visited clicked
    """)
# Counts of which fractions are said: "1.5 goals a match".
AVERAGED = word_set("time point goal run star child % pp")
# After one of these not even a gap makes metres of an "m": "312.4 m shares".
NEVER_MEASURED = word_set("shares people users votes voters customers subscribers viewers ballots shareholders")

# What people do or have done to them: a bare number before one of these is one of people.
DEEDS = word_set("""
    had have were are did do who whom live lived voted fled left died watched follow followed killed injured wounded
    arrested missing survived
    """)

# Words before a number that belong to the noun after it.
MODIFIERS_BEFORE = frozenset({"additional", "further", "extra", "another", "new"})
# Words between the number and its noun that end no walk, though they are adverbs.
PASSED_OVER = frozenset({"more", "other", "further", "additional", "new", "such", "different", "separate"})

# Adverbs that come after a figure like an adjective: "it hit 40 overnight and local shops closed".
NO_QUALIFIERS = word_set("overnight online abroad alone anyway afterward midweek already aboard onwards live gone left")

# Words of grammar that are names in capitals: "21 US presidents".
ACRONYMS = frozenset({"us", "it", "who"})
# Common nouns that are written in capitals; they name nobody.
ABBREVIATIONS = word_set("""
    tv tvs cctv hq pc cd cds dvd dvds led suv suvs atm atms gps usb pin id iq
    ceo ceos cfo pm mp mps mep meps vip vips gp gps ngo ngos pr hr ai ipo ipos gdp gnp vat r&d eps
    hiv aids dna rna pcr mri ct icu ivf ppe std lng lpg co hgv hgvs ufo ufos phd gcse gcses bbq
    """)

# What follows a number and a hyphen and is not a noun.
NO_HYPHENATED = word_set(
    "a an the and or to in on of by up off out strong something somethings some ish d nil all oh down x magnitude",
    "under par love",
)

# What lasts so many of them is theirs: "seven nights' half board", "a three games' ban".
STAYS = word_set("nights games matches sessions seasons rounds terms laps")
# Units that are counted as nouns are, with words before them: "12 gruelling miles", "two more hours".
MEASURES = word_set("""
    second minute hour mile kilometre kilometer metre meter centimetre centimeter millimetre millimeter inch litre liter
    gallon tablespoon teaspoon kilogram gram tonne acre hectare
    """)
# What is set or equalled by a figure: "a 66 course record", "a 31 season best".
RECORDS = word_set("record records best high low")

# Nouns of which "one" is a figure: "one soldier died".  One thing, one way and one reason are not figures.
ONE_NOUNS = word_set("""
    person man woman child soldier civilian officer death victim survivor goal vote seat job home house case patient
    passenger worker employee protester policeman policewoman hostage prisoner migrant refugee attack bomb arrest
    injury casualty fatality suspect gunman missile rocket drone aircraft plane ship tank vehicle helicopter
    """)

# Singular nouns in "-men".
_NO_MEN = word_set("omen specimen regimen acumen abdomen women")
# Common nouns that open a sentence without an article: "Rain came", "Fire destroyed".
BARE_NOUNS = word_set("""
    rain snow hail fog ice wind frost heat smoke dust mud water fire lightning thunder flooding darkness silence traffic
    police staff parliament congress management business trade industry labour labor crime poverty inflation
    unemployment employment turnout attendance demand supply output growth revenue income profit spending
    production construction work play music food milk beer wine bread meat fish grain wheat rice oil gas coal steel
    gold copper lead paper power electricity energy
    """)
# Nouns of mass, which open a sentence without an article, end so: "Violence has spread".
MASS_ENDINGS = (
    "tion",
    "sion",
    "ness",
    "ment",
    "ence",
    "ance",
    "ity",
    "ing",
    "age",
    "ism",
    "ship",
    "dom",
    "hood",
    "th",
    "ly",
    "ed",
)
# Nouns in "-man" whose plural has an "s".
_NO_MAN = word_set("human german roman ottoman norman shaman talisman caiman brahman mussulman")
# Words in "-ly" that are not adverbs.
NO_ADVERBS = word_set("""
    family monthly weekly daily hourly yearly quarterly nightly elderly only assembly likely unlikely early deadly
    costly friendly unfriendly lonely lovely ugly silly holy lively leisurely timely untimely orderly unruly ghostly
    bodily stately homely worldly scholarly motherly brotherly cowardly sickly woolly curly hilly chilly bubbly
    july italy ally supply reply rally bully belly jelly jolly lily fly butterfly monopoly anomaly melancholy multiply
    """)
# Adverbs that a noun phrase goes on with after the number: "three newly built homes", "20 mostly young men".
GRADING_ADVERBS = word_set("""
    newly previously recently highly fully mostly mainly predominantly largely primarily privately publicly federally
    locally seriously critically severely badly partly partially specially similarly equally fairly really relatively
    extremely closely widely nearly freshly heavily lightly poorly politically financially commercially medically
    genetically mildly moderately clinically physically mentally potentially allegedly illegally legally racially
    ethnically environmentally individually professionally richly brightly deeply slightly purely truly entirely
    completely wholly particularly especially increasingly generally originally formerly internally internationally
    nationally globally regionally wrongly wrongfully unusually exceptionally incredibly
    """)
# Those that a noun may follow at once: "20 mostly women".
SHARING_ADVERBS = word_set("mostly mainly predominantly largely primarily")
_LEAST_PLURAL = 4
# Irregular plurals that end compounds: "schoolchildren", "townspeople".
_COMPOUND_PLURALS = ("children", "people")
# Peoples that are named alike in the singular and the plural: "three Chinese died", "300 Rohingya fled".
PEOPLES = word_set("""
    chinese japanese vietnamese portuguese taiwanese lebanese burmese sudanese senegalese maltese nepalese congolese
    togolese gabonese beninese guyanese sinhalese siamese javanese swiss british english irish scottish welsh french
    dutch spanish danish swedish finnish turkish polish rohingya maasai inuit maori roma tutsi hutu zulu yazidi cherokee
    navajo sioux apache bengali tamil quechua uzbek
    """)
# Singular: plural.
_PLURALS = {one: many for many, one in IRREGULAR_PLURALS.items()}
_HISSING = re.compile(r"(?:[sxz]|[cs]h)$")
# Nouns whose "ch" is said as a "k": it takes no "e".
_HARD_ENDS = word_set("stomach monarch patriarch matriarch oligarch epoch eunuch loch tech")
# Nouns in "-man" that are not of men.
_NO_MAN = word_set("human superhuman german roman ottoman talisman shaman norman caiman")
_CONSONANT_Y = re.compile(r"(?<=[^aeiou])y$")


def is_plural(word: str) -> bool:
    """Whether a word in lower case looks like the plural of a noun."""
    if word in IRREGULAR_PLURALS:
        return True
    if len(word) < _LEAST_PLURAL or word in NO_PLURALS or word in VERBS:
        return False
    if word.endswith("men"):
        return word not in _NO_MEN
    if word.endswith(_COMPOUND_PLURALS):
        return True
    return word[-1] == "s" and word[-2] not in "s'" and not word.endswith(("us", "is", "ous"))


def singular(word: str) -> str:
    """The singular of a plural noun in lower case: "lives" is "life", "parties" is "party"."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    if word.endswith("men"):
        return f"{word[:-2]}an" if word not in _NO_MEN else word
    ending = next(filter(word.endswith, _COMPOUND_PLURALS), "")
    if ending:
        return word.removesuffix(ending) + IRREGULAR_PLURALS[ending]
    if word.endswith("ies") and len(word) > _LEAST_PLURAL:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1] if word[-1:] == "s" and not word.endswith("ss") else word


def plural(noun: str) -> str:
    """The plural of a noun: "soldier" is "soldiers", "person" is "people", "policeman" is "policemen"."""
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("child"):
        return f"{noun}ren"
    if noun.endswith("sis"):
        return f"{noun[:-2]}es"
    if noun.endswith("man") and noun.lower() not in _NO_MAN:
        return f"{noun[:-2]}en"
    return f"{noun}es" if _HISSING.search(noun) and noun not in _HARD_ENDS else f"{_CONSONANT_Y.sub('ie', noun)}s"
