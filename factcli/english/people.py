"""Words for people: verbs of speech, offices, bodies, honorifics, relatives, ages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.function_words import ARTICLES, POSSESSIVES, SUBJECT_PRONOUNS
from factcli.english.rows import word_set

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_REGULAR = (  # noqa: SIM905 - a table of words reads best as words
    "add announce argue assert claim declare state insist warn note tweet respond reply explain stress admit ask quip "
    "remark comment testify conclude reveal recall predict suggest joke vow concede complain observe repeat boast "
    "emphasise emphasize maintain allege contend continue report post shout whisper muse lament urge demand promise "
    "praise denounce describe condemn accuse blame thank criticise criticize label hail acknowledge "
    "protest retort proclaim pledge affirm confirm caution advise opine answer call cite cry exclaim lambast dismiss "
    "recognise recognize reiterate bemoan decry deplore deride ridicule reaffirm clarify elaborate characterise "
    "characterize liken deem hint"
).split()
# They introduce what is said only right next to it, or with "that": "laughed at the “joke”" is not said.
_BESIDE = (  # noqa: SIM905 - a table of words reads best as words
    "grumble mutter growl snarl counter sigh chuckle giggle laugh smile shrug moan groan whine gasp snort sniff "
    "bristle thunder fume scoff gush enthuse rage hiss bark bellow scream shriek yell roar howl murmur mumble stammer "
    "stutter blurt croak drawl intone chant chorus rasp reflect reason venture volunteer interject interrupt plead beg "
    "rejoin confide recount reminisce theorise theorize speculate surmise wonder ponder blog text email rule crow "
    "gloat jeer chime taunt tease smirk wail lecture scold chide sneer rant persist specify stipulate grin sob snap "
    "beam confess fret boom purr deadpan snipe holler chirp seethe demur gripe grouse brag coo query rue sympathise "
    "sympathize trumpet posit "
    "agree disagree object apologise apologize marvel echo narrate sing begin weep swear"
).split()
# Their other forms are nouns more often: "brands", "terms".
_ONLY_PAST = {"dubbed": "dub", "dubbing": "dub", "termed": "term", "branded": "brand", "held": "hold"}
_DOUBLED = word_set("beg brag deadpan demur fret blog grin quip shrug snap sob stir")
_IRREGULAR = {
    "say": "said says saying",
    "tell": "told tells telling",
    "write": "wrote writes writing written",
    "deny": "denied denies denying",
    "decry": "decried decries decrying",
    "reply": "replied replies replying",
    "speak": "spoke speaks speaking",
    "testify": "testified testifies testifying",
    "cry": "cried cries crying",
    "clarify": "clarified clarifies clarifying",
    "query": "queried queries querying",
    "specify": "specified specifies specifying",
    "vow": "vowed vows vowing",
    "admit": "admitted admits admitting",
    "read": "read reads reading",
    "label": "labels labelled labeled labelling labeling",
    "sing": "sang sings singing",
    "begin": "began begins beginning",
    "weep": "wept weeps weeping",
    "swear": "swore swears swearing",
}
# Verbs with a particle of their own, which speak only together.
PARTICLES_OF_VERBS = {
    **dict.fromkeys(("put", "puts"), "it"),
    **dict.fromkeys(("shot", "shoots", "hit", "hits", "fired", "fires"), "back"),
    **dict.fromkeys(("chimed", "chimes", "cut", "cuts", "broke", "breaks"), "in"),
    **dict.fromkeys(("went", "goes"), "on"),
    **dict.fromkeys(("pointed", "points", "spelled", "spelt", "spells", "blurted", "blurts"), "out"),
    **dict.fromkeys(("snapped", "snaps", "yelled", "yells"), "back"),
    **dict.fromkeys(("piped", "pipes"), "up"),
}


def _forms(verb: str) -> Iterable[str]:
    if verb in _IRREGULAR:
        return (verb, *_IRREGULAR[verb].split())
    stem = verb + verb[-1] if verb in _DOUBLED else verb.removesuffix("e")
    third = f"{verb}es" if verb.endswith(("s", "sh")) else f"{verb}s"
    return verb, third, f"{stem}ed", f"{stem}ing"


def _all_forms(verbs: Iterable[str]) -> dict[str, str]:
    return {form: verb for verb in verbs for form in _forms(verb)}


VERBS_BESIDE = frozenset((*_all_forms(_BESIDE), "held"))
"""Forms that speak only right beside what is said, or with "that"."""
VERBS = {
    **_all_forms(verb for verb in _IRREGULAR if verb not in _BESIDE),
    **_all_forms((*_REGULAR, *_BESIDE)),
    **_ONLY_PAST,
}
"""Every form of a verb of speech -> its base form."""

# To the end of the sentence, their subject speaks: "X said that Y, and that he would ...".
REPORTING = word_set("say tell claim add announce declare state insist warn tweet argue write reveal")

# What somebody believes or expects is attributed to them, as what they say is.
EXPECTING = word_set("""
    expects expected hopes hoped believes believed thinks thought estimates estimated fears feared forecasts forecast
    """)
# What these introduce is said by another, if the sentence names one who reports it.
REPORTED = word_set("thank recognise recognize acknowledge")
# "Lu was quoted as saying": they hand on what another says.
QUOTING = word_set("quoted quotes quoting cited cites citing reported")
# "In Lu's words", "to borrow a phrase of Lu's": what comes is said by whoever owns them.
OWN_WORDS = word_set("words phrase phrasing formulation description expression")
# What somebody's words before a colon are: "Lu's reply was blunt: “No.”"
ANSWERS = word_set("reply answer verdict response conclusion comment explanation assessment retort reaction view")
# Verbs that may come before the one who speaks at the beginning of a line: "Said Lu".
OPENING_VERBS = word_set("Said Says Added Adds Asked Asks Wrote Writes Concluded Concludes Replied")
# They take what they name before what they call it: "called Lu “a liar”"; without it, Lu is the one "called “a liar”".
NAMING = word_set("call describe label brand dub term name deem characterise characterize hail")
# What follows one of these was not said: "denied calling", "without saying", "stopped short of calling".
DENYING = word_set("""
    not never deny denies denied denying refuse refuses refused refusing decline declines declined declining
    avoid avoids avoided avoiding resist resists resisted resisting without short
    """)
AFTER_DENYING = word_set("to of having ever from")
# Where the words around a verb of speech tell in which voice it is, and what it introduces.
FORMS_OF_BE = word_set("is are was were be been being")
BEFORE_THE_NAME = word_set("as for of a an the")
# "Lu laughed at his desk", but not "Lu sang what".
AFTER_MANNER = word_set("to with in on as when after before during about at from back")
# A name after one of these has a clause of its own.
CLAUSE_OPENERS = word_set("and but while as when after before")
# "Lu of Ito Partners", "a friend of Lu": the name after them does not speak.
GOVERNING_A_NAME = word_set("of at from with for to against between near than like")
# After a quotation they have it for their subject, and a name after them is its object: "“The Wire” praised Lu".
TELLING_OF = NAMING | word_set("""
    praise denounce condemn accuse blame thank criticise criticize dismiss ridicule deride deplore decry bemoan cite
    tell lambast liken acknowledge recognise recognize
    """)
# Words that put something before the main clause.
OPENING_WORDS = word_set(
    "on in at after before since when while as during for with despite shortly against about around some many "
    "later earlier although though if because once until whereas"
)

_FAMILY = word_set("father mother brother sister son daughter wife husband")
OFFICES = _FAMILY | word_set(
    "minister president secretary spokesman spokeswoman spokesperson director chief head leader chairman chairwoman "
    "chair chairperson governor mayor senator representative ambassador envoy commissioner commander general "
    "colonel captain admiral major sergeant lieutenant officer prosecutor judge justice lawyer attorney professor "
    "economist analyst author founder co-founder owner manager coach captain editor journalist official peer "
    "counterpart predecessor successor chancellor premier congressman congresswoman congressperson lawmaker "
    "legislator deputy activist researcher scientist expert king queen prince princess pope bishop archbishop "
    "cardinal pastor imam rabbi ceo cfo executive treasurer speaker adviser advisor aide negotiator mediator "
    "undersecretary vice-president councillor sheriff detective inspector superintendent engineer doctor historian "
    "critic candidate prime-minister pm creator star actor actress singer director player striker goalkeeper teacher "
    "resident neighbour witness widow administrator curator campaigner organiser organizer trustee warden ranger "
    "surgeon solicitor barrister coroner magistrate headteacher archaeologist biologist astronomer physicist geologist "
    "meteorologist forecaster psychologist conservationist photographer novelist composer footballer cricketer skier "
    "lecturer strategist consultant columnist commentator broadcaster playwright "
    "swimmer cyclist boxer golfer sprinter olympian"
)
# What is named beside an office: "foreign minister", "Secretary of State".
OFFICE_FIELDS = word_set(
    "state defense defence affairs interior treasury energy justice health education commerce labor labour "
    "transport transportation agriculture finance homeland security trade foreign staff veterans prime vice deputy "
    "culture environment police chief press economy planning"
)
BODIES = word_set(
    "ministry government department police army navy court company bank commission committee office agency union "
    "party council court parliament congress senate university institute foundation association federation "
    "administration embassy group team firm authority authorities organisation organization statement report "
    "military treasury study command"
)
# "The ministry report said": it is the ministry that speaks.
PAPERS = word_set("statement report study")
HONORIFICS = word_set("mr mrs ms mx dr sir dame lord lady mr. mrs. ms. dr. prof. prof rev. rev")
PRONOUNS_OF_TITLES = {
    **dict.fromkeys(("mr", "sir", "lord", "king", "prince", "pope", "spokesman", "chairman", "actor"), "he"),
    **dict.fromkeys(("mrs", "ms", "dame", "lady", "queen", "princess", "spokeswoman", "chairwoman", "actress"), "she"),
}
# Arabic articles, joined to the word after them: "al-Mansour".
ARTICLES_OF_NAMES = word_set("al el an ar as ash ad az ul")
# Spanish and French articles that names of places begin with: "El Salvador", "La Paz".
ARTICLES_OF_PLACES = word_set("el la los las le les")
PARTICLES = word_set("de da del di do dos la le las los van von der den bin bint al el ibn y e du des af zu ter")
PRONOUNS = SUBJECT_PRONOUNS | {"who"}
FILLERS = word_set(
    "has have had did does do would will was is were also later then again recently previously himself herself once "
    "further repeatedly reportedly earlier since even only just simply merely never not today yesterday been"
)
# People of a kind, without a name: "Analysts said".
GROUPS = word_set("""
    analysts ministers officials lawmakers lawyers prosecutors investigators scientists researchers doctors nurses
    teachers economists experts historians critics campaigners activists protesters demonstrators supporters opponents
    voters residents locals neighbours neighbors villagers families parents relatives friends colleagues witnesses
    survivors victims passengers fans players coaches managers organisers organizers sources insiders aides advisers
    advisors traders investors farmers workers unions employers staff students pupils users readers viewers customers
    shoppers soldiers rebels militants detectives firefighters paramedics rescuers lawyers judges senators
    congressmen councillors politicians diplomats leaders others people many some
    commentators columnists reporters journalists reviewers bosses executives shareholders scholars authors engineers
    """)
# What a colon may follow that is not a name: "Question: “...”".
NO_SPEAKERS = word_set("""
    see also note question answer verdict headline headlines caption title subtitle subject slogan motto message text
    tweet post
    sign banner placard warning update example examples quote quotation quotations translation original summary
    conclusion result reply response comment comments review reviews photo photograph picture video image audio watch
    listen read breaking exclusive analysis opinion editorial letter email statement definition meaning etymology
    inscription lyrics chorus verse refrain motion resolution order charge plea ruling finding findings objective aim
    mission goal theme topic moral lesson advice tip rule claim fact myth rumour rumor truth reason reasons argument
    version edition option step day part chapter section page date place time name type source sources link tags
    release report news press live correction clarification disclaimer abstract keywords introduction background
    discussion methods results judgment judgement court
    """)
# After a headline and a dash, they say who printed it, not who spoke.
PUBLISHERS = word_set("""
    news times post guardian mail telegraph herald tribune gazette journal magazine press reuters wire chronicle
    observer standard independent review bbc cnn itv nbc cbs abc npr sky afp report reports online .com
    """)
# A name in brackets that begins so is a place's: "(New York)".
PLACE_OPENERS = word_set(
    "new north south east west northern southern eastern western los las san santa united great st"
)

# Capitalised, and yet not part of a name.
NO_NAMES = (
    ARTICLES
    | POSSESSIVES
    | PRONOUNS
    | CALENDAR_NAMES
    | word_set("""
    in on at but and as when while after before although though if there this that these those about around some many
    meanwhile however instead later earlier today yesterday tomorrow then also still indeed finally now soon again
    because since until once so yet for from with by what whom whose why how where whether not no let
    nobody none everybody everyone somebody someone anybody anyone
    """)
)
ADJECTIVE_ENDINGS = ("an", "ish", "ese", "ic", "ch")
# Of what is called after a country, and of its people.
DEMONYM_ENDINGS = (*ADJECTIVE_ENDINGS, "i", "y", "ans", "is")
# Of what they report themselves, bodies are the subject: "Acme reported a loss", "the blast claimed lives".
TELLING_OF_THEMSELVES = word_set("report announce post declare pledge promise claim")

# A noun, not a verb, comes after these: "its claims", "the report".
BEFORE_NOUNS = ARTICLES | {"his", "her", "its", "their", "of", "this"}
# Somebody who is named by somebody else: "Silva's deputy" is not Silva.
RELATED = _FAMILY | word_set("""
    deputy aide adviser advisor assistant predecessor successor rival spouse uncle aunt cousin nephew niece lawyer
    spokesman spokeswoman spokesperson chief boss colleague counterpart vice peer friend ally envoy representative
    secretary
    """)
# Words before a name that are not part of it: "Defence Secretary Silva".
TITLES = OFFICES | HONORIFICS | word_set("prime foreign defence defense former saint")
# The words for what people do end so: "baker", "sailor", "pianist", "librarian", "watchman", "choirmaster".
TRADE_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "smith", "wright")
# With a full stop, and a name after it.
ABBREVIATED_TITLES = word_set("""
    mr mrs ms mx dr prof st sr jr messrs mme gen lt col capt cmdr adm sgt maj brig cpl pte sen rep gov pres hon rev fr
    supt det insp
    """)

# Ranks and posts that come before a name: "Ch Insp Ana Ruiz", "Vestby MP Ana Ruiz".
RANKS = ABBREVIATED_TITLES | word_set("ch cllr dci dcs constable reverend pc wpc ds dc pte sqn flt wg cdr")
POSTS_BEFORE_NAMES = word_set("mp msp mep mla")

# What makes a number one of years of a life, and whose.
AGE_CUES = word_set("aged age ages")
# "Aged between 16 and 24", "aged about 40".
AGE_FILLERS = word_set(
    "up to between from about around just only roughly nearly almost over under least at most of or below"
)
# "The median age was 38", "raise the retirement age to 67".
AGE_LINKS = word_set("is was be are were of at to from")
# "He died at 91", "the youngest at 44", "she turned 50".
LIFE_VERBS = word_set("""
    died dies die dead death married marries marry retired retires retire retiring divorced widowed eldest oldest
    youngest
    """)
# "She left school at 14", "he turned professional at 17": what is left or begun, and the verb before it.
STEPS_OF_LIFE = word_set("school college university professional pro home army navy")
AROUND_STEPS = word_set("left leaving leaves quit quitting turned turning turns joined joining joins entered started")
TURNS = word_set("turned turns turn turning")
# What may follow an age after a verb of life: "died at 91 in Leeds".
AFTER_AGES = word_set(
    "in on from after of when while with to last and following this yesterday today following but during was"
)
# "People over 18"; only of people is "over" a number an age.
AGED_PEOPLE = word_set(
    "people adults those anyone everyone anybody everybody person children child men women man woman girls boys kids",
    "residents patients citizens voters teenagers pensioners workers drivers males females students individuals",
    "passengers smokers viewers youngsters participants customers applicants americans britons mothers fathers",
    "employees volunteers members",
    "boy girl boys teenager pensioner toddler toddlers youth youths youngster",
)
# "Her daughter, 7, was safe": a number in commas after one of these, with its owner, is an age.
RELATIVES_AND_ROLES = word_set(
    "son daughter brother sister mother father wife husband girlfriend boyfriend partner friend nephew niece uncle",
    "aunt cousin grandson granddaughter grandmother grandfather stepson stepdaughter stepfather stepmother fiancé",
    "fiancée fiance fiancee twin widow widower suspect victim driver boy girl teenager woman man pensioner toddler",
    "pupil student gunman attacker defendant accused neighbour neighbor passenger cyclist pedestrian motorist",
)
OWNERS = word_set("his her their my our your the a s")
PERSONAL_PRONOUNS = word_set("he she who")
ANY_PRONOUNS = word_set("he she who i we they you")
FORMS_OF_BE = word_set("is was are were am be")
# "She was only 19", "now 46".
AGE_ADVERBS = word_set("only just still already now then nearly almost about barely")
# "In Texas, 25, were hurt": the name after one of these is a place and has no age.
PLACE_PREPOSITIONS = word_set("in near at across around within outside inside to")
# What may follow the second comma of "Smith, 46, of Leeds".
AFTER_NAME_AND_AGE = word_set("from of who")
# "Over the age of 18".
AGE_BOUNDS: Mapping[str, Literal["<", ">"]] = {"over": ">", "above": ">", "under": "<", "below": "<"}
# Near one of these, the number after a name is not an age: "Leeds, 46, and Hull, 41, have most points".
COUNTS_OF_NAMES = word_set(
    "points point goals scored scores wickets votes seats rebounds assists yards tries medals wins chapter page",
    "verse score scoring polled averaged totalled ranked rank per percent flight room channel titles trophies caps",
    "appearances",
)
# Nouns under which people of any kind are counted.
PERSONS = word_set("person people human individual life resident inhabitant citizen one")
ADULTS = word_set("man woman adult")
# Names of one word that end like a plural.
NAMES_IN_S = word_set("""
    texas paris brussels athens naples wales cyprus laos honduras maldives philippines netherlands barbados bahamas
    seychelles mauritius kansas arkansas illinois massachusetts orleans lisbon damascus warsaw dallas angeles
    minneapolis
    calais reims cannes versailles tunis algiers sachs
    williams jones davis roberts edwards hughes evans adams
    phillips richards andrews peters stevens rogers hopkins jenkins simmons parsons saunders sanders siemens mercedes
    sainsburys waitrose boris charles james thomas nicholas lucas marcus louis agnes frances doris alps andes himalayas
    thames ganges tigris euphrates indus americans europeans africans asians russians germans italians
    """)
# Bodies and seats of power that a report names in passing.
INSTITUTIONS = word_set("""
    senate congress parliament house commons lords cabinet treasury pentagon kremlin bundestag knesset duma diet
    assembly court courts council government white washington westminster whitehall downing street republican
    republicans democrat democrats labour tories conservatives supreme capitol hill
    """)

# "In his forties", "well into her 80s".
INTO_LIFE = frozenset({"in", "into", "through", "throughout", "until", "till", "by"})
