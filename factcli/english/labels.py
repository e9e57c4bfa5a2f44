"""Words before a number that make it the number of something: "page 12", "Boeing 737"."""

from __future__ import annotations

from factcli.english.rows import word_set

# A word before a number that makes it the number of something.
LABELS = word_set("""
    page pages p pp chapter chapters section sections sec § article articles art figure fig table no nos number numbers
    route flight room version ver v vol volume issue part step line item question q phase type category channel gate
    platform highway interstate motorway apartment apt suite block lot floor exhibit appendix annex resolution law act
    bill decree rule directive regulation case docket model series season episode stage lap zone area district ward
    precinct sector boeing airbus iphone ipad galaxy windows playstation xbox apollo voyager falcon formula psalm
    footnote note endnote paragraph para clause verse slide panel box exit junction runway terminal track bus train
    proposition amendment title protocol priority level tier division grade class cabin seat row aisle bay pier
    tel phone fax isbn issn
    sukhoi mig tupolev antonov embraer bombardier cessna audi bmw mercedes peugeot android ios agenda catch group pool
    iso iec ieee rfc din ansi astm hpv chromosome op opus prop ch unit expo fortune forbes reactor studio hb sb ufc
    port error eq eqn ref form http usb wifi sura surah python java voyager pioneer cassini measure code note notes
    gas php sql html css xml json mysql radio chrome firefox safari glock beretta luger
    """)
# Stock indices, and what follows the first digits of the number that they moved by: "the Nasdaq 1.6%".
INDICES = word_set("ftse cac dax nikkei ibex stoxx nasdaq")
MOVED_BY = word_set("points point percent per . % ½")
# Those that are a verb at the beginning of a sentence, or no label there: "Line 4 tins", "No 20 men could".
NO_LABELS_AT_FIRST = word_set("""
    no nos v p pp s question line page step act form note group catch pool issue box seat lap block lot train track
    measure exhibit panel slide bus class grade part
    """)
# What an ordinal in digits names, as cased: "the 14th Amendment", "the 3rd Battalion"; a street is found by its number.
NAMED_BY_ORDINAL = word_set("""
    amendment battalion regiment division army corps fleet brigade infantry airborne cavalry
    circuit squadron wing arrondissement parallel precinct
    """)
# Where a number of several is followed by one of these, it ends a name: "Forever 21 is".
SINGULAR_VERBS = frozenset({"is", "was", "has"})
# What a model does, which looks like a noun that its number counts: "the Pixel 8 starts at $699".
MODEL_VERBS = word_set("starts costs runs works ships sells features supports weighs launches plays scores")
AFTER_MODEL_VERBS = word_set("at from on with for in well less more about around up to as $ £ € just only a the")
# A calibre before these has no figure that anything else is measured by: "a .22 rifle".
GUNS = word_set("""
    calibre caliber rifle rifles pistol pistols handgun handguns revolver revolvers ammunition bullet bullets gun guns
    cartridge cartridges magnum
    """)
# What a number after is the number of, whatever comes next: "Section 12 applies".
REFERENCE_LABELS = word_set("""
    section sections sec subsection subsections article articles art chapter chapters page pages pp paragraph paragraphs
    para paras clause clauses recital recitals annex appendix footnote footnotes figs verse verses vols
    """)
# Those that a list of numbers may follow: "chapters 3 and 4".
PLURAL_LABELS = word_set("""
    sections subsections articles chapters pages pp paragraphs paras clauses recitals figures figs tables verses volumes
    vols annexes appendices exhibits footnotes flights routes lines parts steps rules items questions nos numbers
    platforms gates rooms seats notes
    """)
LABELS |= (
    INDICES
    | REFERENCE_LABELS
    | PLURAL_LABELS - word_set("seats rooms items questions numbers rules")
    | word_set("numbers")
)
# "It reached number four", "ranked # 4": a place in an order, not the number of something.
RANK_LABELS = frozenset({"number", "#"})
RANKED = word_set(
    "reached reaching reaches ranked ranks ranking peaked peaking debuted debuting hit hits was is entered"
)
# Words that lead to a place with "at", "to" or "in": "fell to No. 30", "six weeks at number one".
RANK_VERBS = word_set("""
    peak peaks debut debuts enter enters entering chart charts charted charting open opens opened opening rise rises
    rose rising climb climbs climbed climbing jump jumps jumped jumping leap leapt fall falls fell falling drop drops
    dropped dropping slip slips slipped slipping slid move moves moved moving return returned land landed sit sits sat
    stand stands stood stay stays stayed remain remains remained spent spend start starts started finish finished
    premiere premieres premiered arrive arrived came come comes coming went been seeded listed placed
    days week weeks month months
    """)
# What comes in an order of success: "a number one hit", "the No. 2 seed".
CHARTED = word_set("""
    hit hits single singles album albums song songs record records seed seeds ranking rankings pick picks spot contender
    challenger favourite favorite bestseller player
    """)
RANK_PREPOSITIONS = word_set("at to in from")
# What "23 out of 180" is a place after, not a share.
RANKS_OF = word_set("ranked ranks ranking placed rank")
# What ranks besides the words that end so: "the second-best".
SUPERLATIVES = word_set("best worst most least furthest farthest last")
NO_SUPERLATIVES = word_set("""
    guest guests request interest forest harvest protest west invest test rest nest quest contest conquest arrest
    midwest digest modest honest protest suggest ingest tempest behest crest chest pest vest attest zest fest
    """)
# Capitalised words before a bare number that name nothing with it.
NO_LABELS = word_set("""
    the a an in on at by of to from for with and or but if when while after before since until about around over under
    some only just nearly almost more less least most up between all these those his her its their our my he she it they
    we i you there that this is are was were had has have total approximately roughly says said yes no by is minus plus
    """)
# Before the groups of a telephone number.
DIALLED = word_set("""
    call calls called calling dial dials dialled dialed dialling dialing phone phoned ring rang telephone tel hotline
    helpline freephone fax mobile
    """)
# Abbreviations of a statistic, whose value comes right after them.
STATISTICS = word_set("""
    ci cis sd sds sem auc auroc iqr bmi iq rmse mae mse smd wmd nnt nnh gdp cpi eps ebitda ebit roi roe psa egfr ldl hdl
    ph mean median average total score ratio gpa era rmsd
    """)
# Those that number other things as well: "HR 40" is a bill, "HR 0.82" a hazard ratio.
DECIMAL_STATISTICS = frozenset({"hr", "rr", "se", "pr", "df", "icc", "cv", "rd", "md"})
# What a number after says the kind of, whatever noun follows: "type 2 diabetes", "phase 3 trials", "grade 8 pupils".
KIND_LABELS = word_set("type stage phase grade category tier level division schedule zone generation size")
# Before one of those, where a count begins after it: "at this stage 3 people left".
NO_KINDS_AFTER = word_set(
    "this that each every which first second third next last final early late later same previous"
)
# Numbered after a preposition: "on day 5", "in week 12", but "that day 300 marched".
NUMBERED = word_set("day week month year round game set hole heat leg lane inning innings quarter")
BEFORE_NUMBERED = word_set("on in by from to until till since after before at of for")
# Those that number what is named after them, where they have a capital: "Year 11 students", "Week 1 winners".
NUMBERED_AT_FIRST = word_set("day week month year game")
# Names that end in a number: "the Group of 20", "the Gang of Four", "the Big Ten".
NAMED_GROUPS = word_set("group gang class")
NAMED_BY_NUMBER = word_set("big fab famous secret sweet final elite magnificent hateful super top")
# Near what announces the players of a team.
SQUADS = word_set("lineup lineups line team teams xi squad squads subs substitutes bench formation starting")
# What is known by its digits, which come after it and a verb: "the postcode is 2010", "PIN: 1234".
CODES = word_set("code codes pin pins zip postcode postcodes passcode password passwords barcode username")
# Words that a hyphen joins to a figure, and not to a code: "minus-5", "sub-300", "3-for-4".
NO_CODE_HEADS = frozenset({"minus", "sub", "to", "by", "in", "for", "of", "magnitude"})
# The last word of what comes before a sentence and is not part of it: "Editor's note: ", "Correction: ".
NOTE_LABELS = word_set("""
    note notes correction corrections clarification update updated exclusive analysis opinion comment warning caution
    background summary abstract caption factbox box addendum erratum disclaimer reminder tip watch breaking developing
    explainer photo picture image chart graphic video important attention
    """)
