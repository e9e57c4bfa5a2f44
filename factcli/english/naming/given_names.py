"""Given names: short forms, forms of other languages, and pairs that are two people."""

from __future__ import annotations

from factcli.english.rows import word_set

# Names that one person may go by: the full one, and what friends and newspapers make of it.
_SHORT_FORMS = (
    "abigail abby gail", "abraham abe", "albert al bert bertie", "alexander alex alec sandy sasha al",
    "alexandra alex sandra sandy sasha", "alfred alf alfie fred", "alistair alastair al ally", "amanda mandy",
    "andrew andy drew", "angela angie", "ann anne annie anna nancy", "anthony tony", "antonio tony toni",
    "archibald archie", "arthur art artie", "augustus gus", "barbara barb barbie babs", "bartholomew bart",
    "beatrice bea trixie", "benjamin ben benny", "bernard bernie", "bradley brad", "caroline carrie carol",
    "cassandra cass cassie", "catherine katherine kathryn cathy kathy kate katie kay kit kitty cat",
    "charles charlie chuck chas", "charlotte lottie charlie", "christina christine chris chrissy tina",
    "christopher chris kit topher", "clifford cliff", "constance connie", "cornelius neil con", "cynthia cindy",
    "daniel dan danny", "david dave davy", "deborah debra deb debbie", "dennis denny", "dominic dom",
    "donald don donny", "dorothy dot dottie dolly", "douglas doug", "edmund ed eddie ned", "edward ed eddie ted ned",
    "eleanor ellie nell nellie nora", "elizabeth eliza liz lizzie beth betsy betty bess lisa libby", "emily em emma",
    "ernest ernie", "eugene gene", "frances fran frankie", "francis frank frankie fran", "francisco paco pancho",
    "franklin frank", "frederick fred freddie rick", "gabriel gabe", "gabrielle gabby", "geoffrey geoff",
    "jeffrey jeff", "george georgie", "gerald gerry jerry", "gilbert gil bert", "gordon gordie", "gregory greg",
    "gwendolyn gwen", "harold harry hal", "helen nell", "henry harry hank hal", "herbert herb bert", "howard howie",
    "hubert bert hugh", "ignacio nacho", "isaac ike", "isabella isabel bella izzy", "jacob jake jack",
    "jacqueline jackie", "james jim jimmy jamie jem", "jane janie jenny", "janet jan", "jason jay",
    "jennifer jen jenny jenn", "jeremy jerry jez", "jerome jerry", "jessica jess jessie", "joan joanie",
    "joanna joanne jo", "john johnny jack jock", "jonathan jon jonny nathan", "joseph joe joey jo", "jose pepe",
    "josephine jo josie", "joshua josh", "judith judy", "julia julie", "katharine kate katie kathy kat kitty",
    "kenneth ken kenny", "kimberly kim", "laurence lawrence larry laurie", "leonard len lenny leo", "leslie les",
    "lewis louis lew lou louie", "lillian lily lil", "louise lou", "lucille lucy", "madeleine maddie", "malcolm mal",
    "manuel manny manolo", "marcus marc mark", "margaret maggie meg peggy peg madge marge margie greta rita",
    "maria mary", "marjorie marge margie", "martha marty", "martin marty", "mary molly polly mamie", "matthew matt",
    "maurice mo", "maxwell maximilian max", "melanie mel", "melissa mel missy", "melvin mel",
    "michael mike mick mickey micky", "mitchell mitch", "montgomery monty", "nathaniel nathan nat nate",
    "nicholas nick nicky nico", "norman norm", "oliver ollie", "pamela pam", "patricia pat patsy patty trish tricia",
    "patrick pat paddy", "peter pete", "philip phillip phil", "priscilla cilla", "rachel rae", "randolph randy",
    "randall randy", "raymond ray", "rebecca becky becca", "reginald reg reggie",
    "richard rick dick rich ricky richie", "robert rob bob bobby robbie bert robin", "roberta bobbie",
    "roderick rod roddy", "rodney rod", "roger rodge", "ronald ron ronnie", "rosemary rose rosie", "russell russ",
    "rupert bert", "samantha sam", "samuel sam sammy", "sarah sally sadie", "sebastian seb bastian", "sidney sid",
    "silvia sylvia", "solomon sol", "stanley stan", "stephanie steph", "stephen steven steve stevie",
    "stewart stuart stu", "susan sue susie suzy", "susannah susan sue", "suzanne sue suzy", "terence terry",
    "teresa theresa tess terry", "theodore ted teddy theo", "thomas tom tommy", "timothy tim timmy", "tobias toby",
    "ulysses uly", "valentine val", "valerie val", "veronica ronnie vera", "victor vic", "victoria vicky vicki tori",
    "vincent vince vinny", "virginia ginny", "walter walt wally", "warren waz", "wilfred wilf",
    "william will bill billy willie liam willy", "winifred winnie", "zachary zach zack",
)  # fmt: skip
# Spellings of one name that is written in another script, or in another language.
_TRANSCRIBED = (
    "mohammed muhammad mohamed mohammad mohamad muhammed mohamad mehmed", "ahmed ahmad ahmet",
    "hussein hussain husain husayn husein", "hassan hasan hassane", "yusuf youssef yousef yusef youssouf yousuf",
    "mustafa mustapha moustafa mostafa", "khaled khalid", "omar umar", "osama usama", "ibrahim ebrahim brahim",
    "ismail ismael esmail", "said saeed sayed saied sayyid syed", "abdullah abdallah abdulla",
    "abdul abdel abd abdal", "ali aly", "jamal gamal djamel", "karim kareem", "rashid rasheed rachid",
    "tariq tarek tarik", "walid waleed oualid", "nasser nasir naser nassir", "faisal faysal feisal",
    "fatima fatimah fatma", "aisha aysha ayesha aicha", "gaddafi qaddafi kadafi gadhafi qadhafi kaddafi",
    "sergei sergey serguei", "andrei andrey", "alexei alexey aleksei aleksey alexej", "nikolai nikolay nicolai",
    "dmitri dmitry dmitriy dimitri dmitrii", "yuri yury iouri yuriy",
    "yevgeny evgeny yevgeni evgeni yevgeniy evgenii", "vladimir volodymyr wladimir",
    "alexander aleksandr alexandr oleksandr aleksander", "mikhail mykhailo", "vasily vasili vassily vasyl",
    "anatoly anatoli anatoliy", "grigory grigori", "yelena elena olena", "natalia natalya nataliya",
    "tatiana tatyana", "maksim maxim maksym", "kiev kyiv", "lvov lviv", "kharkov kharkiv", "odessa odesa",
    "peking beijing", "bombay mumbai", "calcutta kolkata", "madras chennai", "rangoon yangon", "koran quran",
    "mecca makkah", "chaim haim hayim", "yitzhak yitzchak itzhak", "moshe moishe", "yosef josef", "laurence lawrence",
    "tchaikovsky chaikovsky", "dostoevsky dostoyevsky", "lukashenko lukashenka", "bashar bachar",
    "hezbollah hizbullah hizbollah", "taliban taleban", "shiite shia",
)  # fmt: skip


def _joined(rows: tuple[str, ...]) -> dict[str, frozenset[int]]:
    """Word -> the numbers of its rows."""
    found: dict[str, set[int]] = {}
    for number, row in enumerate(rows):
        for word in word_set(row):
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


# Others that have no short form of note.
_OTHERS = word_set("""
    aaron adam adrian agnes aidan alan alana alba alejandro alessandro alice alicia alison allison alma alvin amelia amy
    ana anders andre andrea andres anita annabel antonia april ariel arnold arturo ashley astrid audrey aurora austin
    axel beatriz belinda bella bianca blake bianca boris brandon brenda brendan brent brett brian bridget brigitte bruce
    bruno bryan byron cameron camilla camille carl carla carlo carlos carmen cecil cecilia cecile cedric cesar chad
    chelsea chloe christian clara clare claire clark claude claudia claudio clive clyde colin connor conrad craig curtis
    cyril dale damian damien darren dean diana diane diego dieter dirk dmitri dominique doris duncan dustin dylan earl
    edgar edith eduardo edwin elaine elena elias elijah elisa ella ellen elliot elmer elsa elvis emilia emilio emil eric
    erica erik erika erin ernesto esther ethan eva evan eve evelyn fabian fabio faith faye felicia felipe felix fernando
    fiona flora florence floyd freda freya fritz gail gareth gary gavin georgia georgina gerard gina giovanni glen glenn
    gloria grace graham grant greta guido guillermo gustav gustavo guy hannah hans harriet harvey hazel heather hector
    heidi heinrich helena helga henrik herman hilary hilda holly hope horace hugo humphrey ian ida igor imogen ingrid
    irene iris irving isabelle ivan ivor ivy jade jaime jan janice jared jasmine javier jean jill joaquin jocelyn joel
    johan johann jordan jorge josef juan juanita jude judah juliet julio julian justin kamala karen karin karl karla
    katrina keith kelly kelvin kerry kevin kirk kirsten klaus kristen kurt kyle lana lara lars laura laurel lauren leah
    leila lena leon leona leroy liam lidia linda lindsay lionel lloyd logan lola lorenzo lorna lorraine lucas lucia
    luciano lucy luigi luis luisa luke lydia lynn mabel magnus marcel marcela marcia marco margarita margot mariana
    marina mario marion marisa marlene marshall marvin mathias matilda maud maureen max maya megan mercedes meredith
    merle mia miguel mila miles milton miranda miriam moira monica morgan morris muriel myra myrtle nadia naomi natalie
    natasha neal nelson nigel nina noah noel nora olga olive olivia oscar otto owen pablo paloma paolo pascal paul paula
    pauline pearl pedro penelope percy perry petra phoebe phyllis pierre polly preston rafael ralph ramon raul reuben
    rhys ricardo rita roberto rodrigo roland roman rosa rosalind ross roy ruben ruby rufus ruth ryan sabrina salvador
    salvatore samir sandro santiago sara saul scott sean sergio seth shane shannon sharon shaun sheila shirley sidney
    simon simone sofia sonia sophia sophie stella stefan stephan sven tamara tanya tara ted tessa thelma theo tina todd
    tomas tracy travis trevor tristan tyler ursula vanessa vera vernon victor vivian vivien wade wallace wanda wayne
    wendy wesley wilhelm winston xavier yolanda yvette yvonne zoe
    """)
_ROWS_OF = _joined(_SHORT_FORMS)
_TRANSCRIPTIONS_OF = _joined(_TRANSCRIBED)
# Two forms in one row that are the names of two people all the same.
_ROWS_APART_OF = _joined((
    "stephen steven", "catherine katherine kathryn", "philip phillip", "alistair alastair", "marc mark",
    "lewis louis", "stewart stuart", "teresa theresa", "silvia sylvia", "cathy kathy", "christina christine",
    "ann anne anna", "gerry jerry", "vicky vicki", "joanna joanne", "julia julie",
))  # fmt: skip
_NONE: frozenset[int] = frozenset()


def is_given_name(word: str) -> bool:
    """Whether a folded word is a given name of the table."""
    return word in _ROWS_OF or word in _OTHERS or word in _TRANSCRIPTIONS_OF


def is_short_form(one: str, other: str) -> bool:
    """Whether two folded names may be those of one person: "Bill" and "William", "Al" and "Albert".

    >>> is_short_form("bill", "william"), is_short_form("stephen", "steven"), is_short_form("kate", "anne")
    (True, False, False)
    """
    if not _ROWS_APART_OF.get(one, _NONE).isdisjoint(_ROWS_APART_OF.get(other, _NONE)):
        return False
    if not _ROWS_OF.get(one, _NONE).isdisjoint(_ROWS_OF.get(other, _NONE)):
        return True
    short, long = sorted((one, other), key=len)
    return 1 < len(short) <= len(long) - _LEAST_CUT and long.startswith(short)


_LEAST_CUT = 2


def is_transcription(one: str, other: str) -> bool:
    """Whether two folded words are spellings of one foreign name: "Mohammed" and "Muhammad", "-sky" and "-ski"."""
    if not _TRANSCRIPTIONS_OF.get(one, _NONE).isdisjoint(_TRANSCRIPTIONS_OF.get(other, _NONE)):
        return True
    return _plain_ending(one) == _plain_ending(other)


# The ends of Slavic names, and the German umlaut, as they are written in English.
_ENDINGS = (("skyy", "ski"), ("skiy", "ski"), ("skyi", "ski"), ("skii", "ski"), ("skij", "ski"), ("sky", "ski"),
            ("off", "ov"), ("eff", "ev"), ("iy", "y"), ("yi", "y"), ("ii", "y"))  # fmt: skip


_ANY_ENDING = tuple(ending for ending, _ in _ENDINGS)


def _plain_ending(word: str) -> str:
    if not word.endswith(_ANY_ENDING):
        return word
    for ending, plain in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word.removesuffix(ending) + plain
    return word
