"""Nouns for what happens: the words by which a report names the event that it is about."""

from __future__ import annotations

from factcli.english.labels import LABELS
from factcli.english.rows import word_set

# "The Amia bombing", "the floods in Malawi": with a name beside it, each names one event.
HAPPENINGS = word_set("""
    attack attacks bombing bombings shooting shootings massacre siege raid raids offensive invasion war battle clashes
    conflict coup uprising revolt riot riots protest protests strike strikes crash crashes collision derailment sinking
    capsizing accident disaster tragedy explosion explosions blast blasts fire fires blaze wildfire wildfires flood
    floods flooding earthquake quake tremor tsunami eruption landslide landslides mudslide mudslides avalanche storm
    storms cyclone hurricane typhoon tornado drought famine heatwave spill spillage leak collapse outbreak epidemic
    pandemic election elections referendum vote summit conference tour visit inquiry inquest
    takeover merger acquisition bankruptcy recall launch expedition eclipse festival championship championships
    tournament marathon olympics games final derby ceremony wedding funeral crisis
    exodus evacuation rescue robbery heist scandal
    """)
# Occasions to speak of something else, which is what a text is about.
MEETINGS = word_set("conference summit visit tour ceremony")
# They last for years; after a word of the next row they only say when.
LONG_HAPPENINGS = word_set("war conflict pandemic epidemic drought famine crisis")
AT_THE_TIME_OF = word_set("during since before after until")
# In a title, beside the name of whoever the text then calls "he" or "she".
DYING = word_set("dies died dead obituary obituaries")
# Between the words of an event's name and its place: "the attack on Mosul", "the fire at the Grand Hotel".
HAPPENING_LINKS = word_set("in on at of near against across off")
# They belong to the name of the place before them: "the attack on Mosul checkpoint".
NAMED_PLACES = word_set("checkpoint airport station district region hotel harbour harbor bridge stadium market")
# Last words of names that do not stand for the name: "the day" is not Boxing Day.
NO_HEADS = word_set("""
    day week month year men women boys girls people times post mail express star sun independent guardian front state
    states point first second third one two three i ii iii iv jr sr phd md mp qc kc obe mbe cbe esq ltd inc plc llc co
    corp president minister director manager officer page final season episode tour section
    """)
# "Cyclone Freddy", "Hurricane Maria": the kind comes before the name.
NAMED_STORMS = word_set("cyclone hurricane typhoon storm operation")
# Before the noun of an event they do not name it: "the second election".
NO_NAMES_OF_EVENTS = word_set("""
    general second first third fourth last next latest recent this new major first-ever previous another same early own
    several many year month week season
    """)
# People without a name, whom "he" may mean in the next sentence.
UNNAMED_PEOPLE = word_set("""
    teenager pensioner striker midfielder defender goalkeeper seamer spinner batsman skier rider
    man woman soldier boy girl mother father victim witness driver student farmer doctor nurse teacher official
    spokesman spokeswoman
    """)
# "A woman", after whom "she" may be this one.
SOMEBODY = word_set("man woman boy girl student victim teenager pensioner mother father wife husband son daughter")
BEFORE_SOMEBODY = word_set("a the old young another")
# "The town" is the place named last, "the county" need not be.
TOWNS = word_set("city town village")
# What stands for a thing named before: "the country", "the company".  Each row is a sort of thing.
STANDING_NOUNS = {
    "country": word_set("country nation state kingdom republic"),
    "place": word_set("city town village capital region province district county"),
    "body": word_set("company firm bank party club agency charity union university school airline "
                     "retailer carmaker maker business organisation organization museum hospital council federation "
                     "watchdog regulator lender insurer broadcaster publisher operator supermarket manufacturer "
                     "carrier developer chain dairy brewer society association commission"),
}  # fmt: skip
# "The company" or "the bank" is none of the bodies in the second table.
BUSINESSES = word_set("company firm bank airline retailer carmaker maker business lender insurer supermarket "
                      "manufacturer carrier developer chain dairy brewer publisher operator")  # fmt: skip
NO_BUSINESSES = word_set("court council parliament senate assembly police university school college hospital ministry "
                         "department government commission committee tribunal museum church party union "
                         "navy army")  # fmt: skip
# What a name is called beside it that has the form of a person's: "Halden Marten, the builder of ferries".
ACTING_BODIES = STANDING_NOUNS["body"] | word_set("builder producer supplier distiller group campaign band start-up")
# The parts of a paper: "Methods. We enrolled 400 adults".
PARTS_OF_A_PAPER = word_set("""
    abstract background introduction aim aims objective objectives design setting participants method methods materials
    result results finding findings discussion conclusion conclusions interpretation summary funding limitations
    """)
# The parts of other texts; what comes below one is about what the title names.
PARTS_OF_A_TEXT = word_set("""
    history overview details description career life years origin origins legacy notes facts figures numbers statistics
    contents timeline specifications features highlights outlook booking tickets prices context impact aftermath
    response reaction reactions about profile
    """)
# A title that ends with one of these is the name of an occasion: "Vestby Masters Swimming Gala 2022".
OCCASIONS = HAPPENINGS | word_set("""
    gala fair regatta fete carnival concert concerts exhibition show weekend series week parade expo rally congress
    convention
    symposium season cup league open classic prix programme biennale fortnight cabaret recital trials
    """)
# With one of these a title tells of something and names nothing.
TELLING_IN_TITLES = word_set("to as after by from : , ?")
# At one of these something else takes place, of which the text is: "leads at the Orla Classic".
TOURNAMENTS = word_set("""
    classic open invitational masters gala regatta festival marathon fair prix biennale expo weekend show triathlon
    """)
# A line of these alone heads a press release or closes it.
NOTICES = word_set("""
    for immediate release press news media statement bulletin notes note to editors editor contact contacts enquiries
    inquiries further more information ends end embargoed embargo about us the
    """)
# A heading that one of these opens asks and does not name.
ASKING = word_set("how why what when where who which")
# Somebody of a country, whose name does not end as most of them do.
NATIONALS = word_set("swede dane finn scot turk pole serb croat czech thai greek spaniard briton argentine")
# They mean whatever business or body was named last.
ANY_BODY = word_set("company firm business organisation organization group agency club")
# With these, "it" points to what was told before, not to a thing: "It is the biggest defeat".
DEEDS_TOLD = HAPPENINGS | word_set("""
    defeat win victory loss triumph success failure rise fall increase decrease drop decline run time occasion result
    move decision step change setback blow verdict case
    """)
# They speak for a body, which the sentence before may name.
SPEAKING_FOR_OTHERS = word_set("spokesman spokeswoman spokesperson")
# With these, "it" is what happened: "It led to two inquiries".
FOLLOWING_A_DEED = word_set("led resulted follows followed comes came sparked prompted triggered")
# What a poll is called, and words for those whom it asked.
POLLS = word_set("poll survey questionnaire")
# They say little of what somebody said.
SAYING_LITTLE = word_set("""
    always better people rather cannot myself themselves ourselves himself herself itself things something anything
    nothing everything someone anyone nobody everyone everybody without getting making having really actually before
    way ways bit lot lots thing kind sort sorts number fact part parts place point moment course guy guys look sense
    time times day days week weeks month months year years today tomorrow start end rest top bottom middle side sides
    good best bad worse worst great big right wrong sure clear happy sad proud nice hard tough easy easiest difficult
    important possible impossible able true different same full long little short high low new old young own whole real
    strong well far back away due first last next second third late early half quarter amount chance bloke lad lads
    want think know come see get let feel try keep make take give need help maybe perhaps sometimes yes okay absolute
    whenever whatever wherever
    disappointed disappointing delighted pleased grateful thankful excited confident hopeful sorry aware concerned
    fantastic brilliant amazing incredible special perfect wonderful terrible awful ready
    """)
# "Minutes of the Vestby Society" are those of the society.
RECORDS = word_set("minutes notes agenda proceedings meeting")
# Participles without "-ed" that open a sentence before whom or what they are said of: "Born in Vestby, she".
PARTICIPLES = word_set("born built bought brought made known sold found held set taught drawn written begun")
# Who has been told a figure is not what it is about: "the court heard", "Lomar was told".
HEARING = word_set("heard hears told understands learned learnt")
# Time zones, which are not names: "at 9 GMT".
TIME_ZONES = frozenset({"GMT", "BST", "UTC", "CET", "CEST", "EST", "EDT", "PST", "PDT", "AEST", "IST"})
# Letters that stand for a measure of statistics or of accounts, and for no name.
STATISTICS_IN_SHORT = frozenset(
    {"CI", "SD", "SE", "IQR", "BMI", "OR", "HR", "RR", "GAAP", "IFRS", "EBITDA", "EBIT", "EPS"}
)
# What opens a sentence and ties it to the one before.
CONNECTIVES = (
    "but", "and", "so,", "yet", "however,", "meanwhile,", "moreover,", "furthermore,", "in addition,", "also,",
    "additionally,", "nevertheless,", "nonetheless,", "still,", "instead,", "for example,", "for instance,",
    "in fact,", "indeed,", "as a result,", "in total,", "overall,", "besides,", "similarly,", "by contrast,",
    "in contrast,",
    "on the other hand,", "in turn,", "of course,", "then,",
)  # fmt: skip
# Words by which a line says when its text came out.
DATE_LINE_CUES = word_set("published publication posted issued date dated updated released datetime press")
# A line with one of these gives the day of something else: "Date of next meeting".
OTHER_DAYS = word_set("next deadline closing due expires expiry birth")
# Who says "we" in a sentence is not in it.
SPEAKING_FOR_ONESELF = word_set("i we our my us me you your mine ours i'm we're i've we've i'd we'd i'll we'll")
# What befell people, as it is printed, and how it is called beside their number.
_TOLLS = (
    (
        "deaths",
        "killed died dead death deaths dies die fatality fatalities fatal killing kill kills drowned perished lives",
    ),
    ("deaths", "toll"),
    ("injured", "injured wounded hurt injuries injuring wounding casualties casualty"),
    ("missing people", "missing"),
    ("rescued", "rescued saved survivors survived"),
    ("evacuees", "evacuated evacuees fled flee fleeing"),
    ("displaced", "displaced homeless"),
    ("arrested", "arrested detained arrests"),
    ("charged", "charged indicted"),
    ("convicted", "convicted sentenced"),
    ("hostages", "kidnapped abducted hostages hostage"),
    ("cases", "infected infections"),
    ("hospitalised", "hospitalised hospitalized"),
    ("recovered", "recovered"),
    ("vaccinated", "vaccinated"),
)
TOLLS = {word: name for name, words in _TOLLS for word in words.split()}
# They say who is ahead.
SCORED = word_set("point goal run shot stroke")
# After points they say how far one is from another: "five points clear".
GAPS = {
    **dict.fromkeys(("clear", "ahead", "above"), "lead"),
    **dict.fromkeys(("behind", "adrift", "below", "off", "short"), "deficit"),
}
# Verbs with a length of time that is worth keeping: "jailed for six years", "lasted two days".
LASTING = word_set("""
    sentenced jailed imprisoned served serve banned suspended lasted lasts took takes extended contract lease term
    sentence ban deal closed delayed lived worked reigned held detained custody ruled
    """)
# By these a length of time is what somebody was sentenced to.
SENTENCING = word_set("sentence sentences sentenced jailed imprisoned prison jail")
# A length of time after one of these is a part of another, and before one of these the way to another time.
PARTS_OF_A_TIME = word_set("last first final past next remaining other previous following same another every each")
AFTER_A_STRETCH = word_set("after before later earlier ago")
# After a count, a new clause begins here, and tells nothing of those who are counted.
OPENING_ANOTHER = word_set("when while after before as because if but since until")
# A number after one of these names one of a row: "berth 12", "Year 9 pupils".
NUMBERED = LABELS | word_set("year week day round game match race lane seed berth flat lot storey room scene")
# Not after one of these: "last year 31 boats", "in the district 31 boats".
BEFORE_A_COUNT = word_set("the this that last next past same every each per previous following whole")
# A small number is a fact beside one of these.
TELLING_DEEDS = TOLLS.keys() | word_set("""
    case cases shot goals goal medals medal wins titles title points seats votes wickets tries victims leaving scored
    won elected sank crashed destroyed collapsed
    """)
