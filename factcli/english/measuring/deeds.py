"""What is done to what a figure counts: a word comes in, the sorts of deed that it may tell of go out.

Words of one row may tell the same figure; those of two rows that share no word tell different ones: whoever hires
people does not dismiss them.  Verbs that come before any figure, such as "have" and "reach", are in no row.
"""

from __future__ import annotations

from functools import lru_cache

from factcli.english.rows import word_set
from factcli.english.stemming import stem

# Verbs, and after the semicolon nouns that are not made of them by an ending.
_ROWS = (
    # People.
    "kill die drown perish murder massacre slay; death fatality toll casualty",
    "execute hang behead",
    "injure wound hurt maim; injury wound casualty",
    "hospitalise hospitalize admit; admission",
    "admit accept enrol enroll receive; intake admission",
    "treat nurse tend cure",
    "vaccinate inoculate immunise immunize jab",
    "infect sicken contract poison; case",
    "evacuate flee fled displace uproot relocate; exodus",
    "rescue pluck free; rescue",
    "survive; survival",
    "trap strand",
    "kidnap abduct",
    "arrest detain apprehend capture jail; arrest detention",
    "charge indict accuse prosecute; prosecution",
    "convict sentence jail imprison",
    "acquit; acquittal",
    "release free discharge parole; release",
    "deport expel exclude suspend; expulsion exclusion",
    "employ work staff; employment workforce headcount payroll",
    "hire recruit appoint engage",
    "dismiss sack axe shed; layoff redundancy dismissal",
    "resign quit; resignation",
    "retire; retirement",
    "train teach educate instruct coach",
    "graduate",
    "marry wed; wedding",
    "bear born deliver; birth",
    "visit attend draw attract receive; visit attendance",
    "watch view visit attend draw attract; viewership audience attendance",
    "immigrate arrive land disembark; arrival",
    "emigrate depart; departure",
    "interview question poll",
    "vote elect; turnout",
    "march demonstrate rally protest join attend",
    "strike struck join; strike walkout",
    "deploy send sent dispatch station",
    "withdraw withdrew",
    "apply; application",
    "register enrol enroll sign; registration enrolment enrollment",
    "complain; complaint",
    # Goods and work.
    "produce manufacture brew bake distil generate grow grew assemble build built mine extract weave harvest; output",
    "harvest reap gather grow grew produce collect; crop harvest",
    "refine process smelt; throughput",
    "consume use burn burnt eat ate feed fed drink drank guzzle; consumption usage",
    "burn burnt incinerate scorch char blacken torch consume",
    "bury landfill dump; burial",
    "recycle reuse",
    "compost",
    "store hold held contain house seat fit accommodate carry own keep kept shelter; capacity room storage collection",
    "design intend",
    "plan prepare; planning preparation",
    "collect gather; collection",
    "supply deliver distribute feed fed provide pipe pump ship; supply delivery",
    "carry transport convey ferry fly flew flown haul move ship; ridership freight",
    "transfer move; transfer",
    "export ship send sent sell sold; export shipment",
    "import; import",
    "buy bought purchase acquire order; acquisition",
    "sell sold; sale",
    "plant sow; planting",
    "felled felling chop log",
    "destroy demolish raze flatten wreck ruin gut burn burnt sweep swept; destruction",
    "damage batter; damage",
    "flood inundate swamp submerge",
    "repair restore renovate refurbish upgrade modernise modernize mend rebuild rebuilt; restoration reconstruction",
    "build built construct erect assemble complete",
    "replace renew exchange",
    "install mount fit",
    "remove strip",
    "open inaugurate launch unveil",
    "close shut; closure shutdown",
    "cancel cancelled abandon suspend",
    "delay postpone",
    "inspect examine survey audit check",
    "seize confiscate impound recover",
    "steal stole stolen rob loot expose; theft robbery burglary loot haul",
    "attack assault ambush raid; attack assault",
    "expose leak",
    "return",
    "receive",
    "donate contribute; donation",
    "escape",
    "recall",
    "ban prohibit outlaw",
    "drill bore dig dug build built",
    "lease rent",
    "quarantine isolate",
    "resettle rehouse",
    "search",
    "translate",
    "reopen",
    "test screen; test",
    "fire launch shoot shot; shot",
    "intercept shoot shot",
    "catch caught land; catch",
    "fight fought battle tackle combat",
    "cull slaughter",
    "emit discharge release spill leak dump",
    "stage host hold held perform present play; performance",
    "publish print release write wrote",
    "download install; download",
    "reject refuse deny; refusal rejection",
    "approve authorise authorize grant issue",
    "cover spread occupy extend stretch span; area",
)  # fmt: skip
# Nouns of what is done end so: "evacuation" is of "evacuate", "removal" of "remove", "leakage" of "leak".
_ENDINGS = ("ation", "ion", "ment", "al", "ur", "ag")

Deeds = frozenset[int]
_NONE: Deeds = frozenset()


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Deeds], dict[str, Deeds]]:
    """The rows of each verb, and those of each noun, by their stems."""
    verbs: dict[str, Deeds] = {}
    nouns: dict[str, Deeds] = {}
    for number, row in enumerate(_ROWS):
        written, _, further = row.partition(";")
        for table, words in ((verbs, written), (nouns, further)):
            for word in word_set(words):
                table[stem(word)] = table.get(stem(word), _NONE) | {number}
    return verbs, nouns


def is_deed(word: str) -> bool:
    """Whether a word in lower case has the form of a verb of the table."""
    return stem(word) in _tables()[0]


@lru_cache(maxsize=20_000)
def done_by_verb(word: str) -> Deeds:
    """What a verb in lower case tells of; empty for verbs that any figure may have."""
    return _tables()[0].get(stem(word), _NONE)


@lru_cache(maxsize=20_000)
def named_by_noun(word: str) -> Deeds:
    """What a noun in lower case names as done: "evacuation", "arrests"."""
    verbs, nouns = _tables()
    cut = stem(word)
    if cut in nouns:
        return nouns[cut]
    for ending in _ENDINGS:
        stump = cut.removesuffix(ending)
        if stump != cut:
            found = verbs.get(stump) or verbs.get(stump[:-1] if stump[-2:-1] == stump[-1:] else f"{stump}at")
            if found:
                return found
    return verbs.get(cut, _NONE) if word.endswith("ing") else _NONE
