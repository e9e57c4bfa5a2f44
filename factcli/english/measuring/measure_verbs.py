"""Verbs as newsrooms use them: which words may be the verb of a clause."""

from __future__ import annotations

from functools import lru_cache

from factcli.english.function_words import AUXILIARIES
from factcli.english.nouns import VERBS
from factcli.english.people import VERBS as SPEECH
from factcli.english.rows import word_set

# Past forms that do not end in "-ed".
IRREGULAR_PASTS = word_set("""
    became began beat bore bought broke brought built burnt came caught chose cost cut dealt drew drank drove ate fell
    fed felt fought found fled flew forbade forgot froze gave got went grew had heard held hid hit hurt kept knew laid
    led left lent let lost made meant met paid put quit ran rang read rode rose said sang sank sat saw sold sent set
    shook shone shot showed shrank shut slept slid sold spent split spoke spread sprang stood stole struck stuck swam
    swept swore swung took taught threw told tore understood undertook underwent upheld woke won wore withdrew wrote
    overcame overtook sued torn outsold forecast burst cast dug withstood sought shed overran oversaw undercut rebuilt
    """)
# Forms of the present that are rarely nouns.
PRESENT = word_set("""
    has is are says gets goes gives takes makes keeps brings becomes begins contains covers carries employs earns
    expects faces gains generates grows handles includes lies lives loses owns pays produces provides
    publishes reaches receives remains requires runs sells sends serves shows sits spends stands supplies tells
    weighs wins opens closes owes operates attracts draws flows spans stretches rises wants plans hopes aims needs
    swallows lacks accounts amounts seats feeds boasts measures admits killed supports exceeds totals leads works
    """)
# Words in "-ed" that are not verbs.
_NOT_PASTS = word_set("""
    hundred red bed speed need indeed seed weed feed breed shed sacred naked wicked hatred united limited estimated
    combined so-called alleged infrared kindred aged
    """)
# What somebody intends, expects or might do is not what has happened.
MODALS = word_set("will would could might may should shall must 'll wo")
INTENTIONS = word_set("""
    plan plans planned wants want wanted hopes hope hoped aims aim aimed intends intend intended expects expect
    expected forecasts predicted predicts proposes proposed pledged pledges promised promises threatens threatened
    projected projects estimates scheduled supposed seeks sought demand demands demanded demanding
    """)
_LEAST = 5


@lru_cache(maxsize=20_000)
def is_verb(word: str) -> bool:
    """Whether a word in lower case may be the verb of a clause, in the past or in a form that is not a common noun."""
    if word in AUXILIARIES or word in IRREGULAR_PASTS or word in PRESENT or word in VERBS or word in SPEECH:
        return word not in {"being", "been", "having", "report", "state", "need"}
    return word.endswith("ed") and len(word) >= _LEAST and word not in _NOT_PASTS
