"""Function words by part of speech, and the sets of them that the packages ask for."""

from __future__ import annotations

from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.rows import word_set

ARTICLES = word_set("the a an")
POSSESSIVES = word_set("its his her their our my your")
DEMONSTRATIVES = word_set("this that these those")
DETERMINERS = ARTICLES | POSSESSIVES | DEMONSTRATIVES | word_set("some any each every all both such")
PREPOSITIONS = word_set("""
    of in on at to for from by with as into over under after before since until till during about against between
    among through across outside inside within without per near via upon than towards toward around despite
    """)
CONJUNCTIONS = word_set("and or but while whereas which who whom whose that because although though when where if so")
# Where what is stated of one thing ends, and what is stated of another begins.
BETWEEN_CLAUSES = CONJUNCTIONS | word_set("against as with from")
PARTING_CLAUSES = BETWEEN_CLAUSES | {";", ",", ":"}
"""The words and marks between clauses."""
AUXILIARIES = word_set("""
    is are was were be been being am has have had having do does did will would can could may might shall should must
    's 're 've
    """)
SUBJECT_PRONOUNS = word_set("it he she they we i you")
PRONOUNS = SUBJECT_PRONOUNS | word_set("him them us me itself himself herself themselves there here one ones")
ADVERBS = word_set("""
    not also only just then now still already even very more most less least much many several few other others
    nonetheless nevertheless
    another up down out off again ever never too approximately roughly nearly almost exactly respectively overall based
    compared according however meanwhile later earlier soon ago together well latter former
    """)
# Nouns come after these, as they do not after the other adverbs.
QUANTITIES = word_set("more most less least much many several few other others another")
FUNCTION_WORDS = DETERMINERS | PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | PRONOUNS | ADVERBS

# Words that a noun phrase does not go on with.
STOP_WORDS = (
    FUNCTION_WORDS - word_set("""
        all almost another any approximately based both ever every exactly few former latter least less many meanwhile
        more most much nearly never ones other others roughly several some such
        however herself himself itself themselves 's 're 've
        """)
    | CALENDAR_NAMES - {"may"}
    | word_set("""
        what why how nor yet unless no minus plus versus vs ie eg etc ft
        onto above ahead along apart away behind below beneath beside beyond except like past throughout
        once twice instead today tomorrow tonight yesterday altogether combined including nationwide worldwide
        millions billions trillions thousands hundreds dozens lakhs crores
        isn aren wasn weren hasn haven hadn don doesn didn won couldn
        """)
)  # fmt: skip
# Where a noun phrase cannot reach across, besides punctuation.
PHRASE_ENDS = DETERMINERS - word_set("some any each every all both such") | word_set("""
    of for in on at by to from with as and or but nor which when while after before since because if
    is was were are be been has have had said says
    """)
# Words that open a sentence much more often than they continue a name ("the U.S. The", but "the U.S. Treasury").
SENTENCE_OPENERS = (
    ARTICLES
    | POSSESSIVES
    | DEMONSTRATIVES
    | SUBJECT_PRONOUNS
    | word_set("""
    in on at after before since when while although though but and or so yet if as for from with by about there here
    some many most all no not one two three what who how why where however meanwhile last next both each another during
    until under over despite
    """)
)
# Prepositions that a name may hang on.  "Of" is missing: a part is named by its whole.
GOVERNING = word_set("in by with from to at on for as against between after before under into over like than via and")
# Small words that a title keeps in lower case, those of other languages too.
TITLE_WORDS = word_set(
    "a an the and or nor but of in on at to by for from with as into over", "de la el del du des von der y et e le"
)
# What is told of these may go on with them: "sold it to Bresk Mills.  The firm".
LEADING_ON = word_set("to for against like than with")
# Before the name of a place.
PLACING = frozenset({"in", "at", "near"})
# After a thing they lead to the name by which one knows it: "the ferry to Tarn", "a seascape by Ana Ruiz".
LOCATING = word_set("to between near in at from over across on of along off by")
BESIDE_A_PLACE = word_set("beside behind above below beneath near outside inside off along opposite beyond")
# Words that stand for something that was named before.
STANDING_FOR = DEMONSTRATIVES | word_set("it he she they its his her their")
# Words by which a statement leaves what it is about to its subject: "the film", "his first book".
UNNAMED = word_set("it he she they this its his her their the")
# Words that tie the parts of one name: "Duke of Marl", "Trinidad and Tobago".
JOINING = word_set("of the and or de la del van von der al bin for in")
# Nouns that open a sentence without an article.
BARE_HEADS = word_set("days weeks months years hours people police officials sales")
# Words that open a sentence with a capital and are not names.
NAME_OPENERS = (
    FUNCTION_WORDS
    | BARE_HEADS - word_set("days weeks months years hours police officials")
    | word_set("""
    as following first second third last next past currently today yesterday tomorrow early late mid two three four five
    six seven eight nine ten what how why where when even
    hundreds thousands single born fewer additional nearly total worldwide globally domestically
    internationally no yes mr mrs ms dr
    nobody everybody somebody anybody everyone someone anyone nothing everything something anything none
    film movie album song series game show book company university population season seasons deaths cases
    """)
)
# Words that turn the sense of a quotation.
TURNING = word_set("""
    not no never neither nor none nobody nothing cannot without hardly barely unless except don't doesn't didn't isn't
    aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't
    """)
# Between a negation and what it turns.
AFTER_NEGATION = word_set("to be been a an the have going ever")
# Words by which a writer denies, outside of the marks, what the quoted words say.
DENIALS = TURNING | word_set("""
    deny denies denied denying refuse refuses refused refusing reject rejects rejected rejecting oppose opposes opposed
    opposing against avoid avoids avoided stop stops stopped prevent prevents prevented dismiss dismissed dismisses
    fail fails failed failing unlikely impossible rule rules ruled far lack lacks lacked false untrue wrong stopped
    didn’t doesn’t don’t isn’t aren’t wasn’t weren’t won’t wouldn’t can’t couldn’t shouldn’t haven’t hasn’t hadn’t
    """)
# Words that say little about where a quotation comes from.
QUOTE_FUNCTION_WORDS = (
    ARTICLES
    | POSSESSIVES
    | DEMONSTRATIVES
    | SUBJECT_PRONOUNS
    | AUXILIARIES - word_set("having must 's 're 've am")
    | word_set("""
    and or but if of in on at to for from by with as what who which so there here now then than very more most much
    many all some any me us him them
    """)
)
# What a question is about by its first words; the longest beginning that fits decides.
ASKED = {
    "how": "figure", "how did": "", "how do": "", "how was": "", "when": "date", "what year": "date",
    "what date": "date", "what day": "date", "which year": "date", "which day": "date", "what number": "figure",
    "what did": "quote", "what does": "quote", "who said": "quote", "what was said": "quote",
}  # fmt: skip
# Words after "how" and "what" that only say what kind of answer is wanted.
ASKED_MEASURES = frozenset({"many", "much", "far", "long", "often", "number", "year", "date", "day", "kind", "exactly"})
SAYING = frozenset({"say", "said", "says", "think"})
