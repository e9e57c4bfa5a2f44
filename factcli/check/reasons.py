"""The registry of reasons: why a finding has its verdict, how bad that is, and what people read about it.

Everything that names reasons is made from it: messages, ``--rule-off``, the settings, SARIF rules, docs/RULES.md.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Literal, Self

Verdict = Literal["confirmed", "contradicted", "outdated", "unsupported", "unknown"]
ReportedVerdict = Literal["confirmed", "contradicted", "outdated", "unsupported", "unknown", "waiver", "due"]
Level = Literal["error", "warning", "note", "info"]

LEVELS: dict[ReportedVerdict, Level] = {
    "contradicted": "error",
    "outdated": "warning",
    "unsupported": "warning",
    "waiver": "warning",
    "due": "warning",
    "unknown": "note",
    "confirmed": "info",
}
# The verdicts by which the draft is wrong.
FAULTS = frozenset({"contradicted", "outdated"})


_STORE_HAS = "the store has {value}"
_NOT_STATED = "no source states it"
# What is found in the draft alone is said with its calculation, not with a fact.
_WORKING = "the draft says otherwise elsewhere"


def _of_draft(name: str, about: str) -> tuple[str, str, str, str]:
    """The row of a rule by which a draft contradicts itself."""
    return name, "contradicted", about, _WORKING


class Reason(StrEnum):
    """Why a finding has its verdict.  Its text is the name that users see; a new reason is a row here.

    >>> Reason.OTHER_VALUE == "other-value", Reason.OTHER_VALUE.verdicts
    (True, ('contradicted',))
    """

    verdicts: tuple[str, ...]
    about: str
    message: str
    level: Level | None

    def __new__(
        cls, name: str, verdicts: str, about: str, message: str = _STORE_HAS, level: Level | None = None
    ) -> Self:
        """Make a member of its row.

        ``verdicts`` are those that it can be given for, separated by blanks.  ``about`` is a sentence for the
        documentation; ``message`` follows the words of the draft in a finding, and may contain ``{value}`` and
        ``{speaker}`` of the fact, ``{claimed}``, the speaker that the draft names, and ``{calculation}``.  ``level``
        replaces that of the verdict.
        """
        reason = str.__new__(cls, name)
        reason._value_ = name
        reason.verdicts = tuple(verdicts.split())
        reason.about, reason.message, reason.level = about, message, level
        return reason

    @property
    def says_value_only(self) -> bool:
        """Whether all that is to be said is the value of the fact."""
        return self.message == _STORE_HAS

    # Contradicted: figures.
    OTHER_VALUE = ("other-value", "contradicted", "The store has a different amount.")
    WRONG_ROUNDING = (
        "wrong-rounding", "contradicted",
        "The amount is rounded the wrong way.",
        "rounded the wrong way; the store has {value}",
    )  # fmt: skip
    BOUND_FAILS = ("bound-fails", "contradicted", "The store's amount is outside the bound that the draft states.")
    OUTSIDE_THE_BOUND = ("outside-the-bound", "contradicted", "The amount is outside the bound in the store.")
    OUTSIDE_THE_RANGE = (
        "outside-the-range", "contradicted",
        "The store's amount is outside the range that the draft states.",
        "the store has {value}, which is outside the range",
    )  # fmt: skip
    OTHER_RANGE = ("other-range", "contradicted unknown", "The store has a different range.")
    OTHER_CURRENCY = (
        "other-currency", "contradicted unknown",
        "The store has the sum in a different currency.",
        "different currency; the store has {value}",
    )  # fmt: skip
    OTHER_RATE = (
        "other-rate", "contradicted unknown",
        "The store has the amount per a different unit of time, or as a total.",
    )  # fmt: skip
    PERCENT_OR_POINTS = (
        "percent-or-points", "contradicted",
        "Per cent and percentage points are not the same.",
        "per cent and percentage points are not the same; the store has {value}",
    )  # fmt: skip

    # Contradicted: dates.
    OTHER_DATE = ("other-date", "contradicted", "The store has a different date.")
    OTHER_SPAN = (
        "other-span", "contradicted unknown",
        "The store has a different period; unknown where the two overlap and one of them is open or a single date.",
    )  # fmt: skip
    OTHER_END = ("other-end", "contradicted", "The period begins or ends on a different date in the store.")
    OTHER_TIME = (
        "other-time", "contradicted unknown",
        "The store has the figure for a different time; unknown where the figures differ too.",
    )  # fmt: skip
    WRONG_WEEKDAY = (
        "wrong-weekday", "contradicted", "The date was a different day of the week.",
        "the date was a different day of the week",
    )  # fmt: skip
    IMPOSSIBLE_DATE = (
        "impossible-date", "contradicted", "The calendar has no such day: 31 June, or 29 February 2019.",
        "the calendar has no such day",
    )  # fmt: skip

    # Contradicted: quotes.
    OTHER_SPEAKER = (
        "other-speaker", "contradicted unknown",
        "The store has these words from a different speaker; unknown where one of the two may speak for the other.",
        "said by {speaker}, not {claimed}",
    )  # fmt: skip
    WORD_CHANGED = ("word-changed", "contradicted", "A word of the quote differs from the store's.")
    WORD_ADDED = ("word-added", "contradicted", "The quote has a word that the store's does not have.")
    WORD_DROPPED = ("word-dropped", "contradicted", "The quote leaves out a word without an ellipsis.")
    NUMBER_CHANGED = ("number-changed", "contradicted", "A number in the quote differs from the store's.")
    NEGATION_CHANGED = ("negation-changed", "contradicted", "The quote adds or loses a negation.")
    ORDER_CHANGED = ("order-changed", "contradicted", "The words of the quote are in a different order.")
    ELLIPSIS_TURNS_SENSE = (
        "ellipsis-turns-sense", "contradicted",
        "The words left out at an ellipsis reverse the meaning of the quote.",
        "the words left out reverse the meaning; the store has {value}",
    )  # fmt: skip
    CUT_TURNS_SENSE = (
        "cut-turns-sense", "contradicted",
        "The quote begins right after a negation, and the draft does not deny it in its own words.",
        "the words before it reverse the meaning; the store has {value}",
    )  # fmt: skip

    # Contradicted by a source.
    OTHER_IN_SOURCE = (
        "other-in-source", "contradicted",
        "A source states another value of the same thing, and none states this one.",
        "the source has {value}",
    )  # fmt: skip
    SWAPPED_IN_SOURCE = (
        "swapped-in-source", "contradicted",
        "The source states this value of something else in the same sentence, and another one of this.",
        "the source has {value} for this",
    )  # fmt: skip
    OTHER_DIRECTION = (
        "other-direction", "contradicted", "The source has a fall for a rise, a loss for a profit, or the reverse.",
        "the source has it the other way round",
    )  # fmt: skip

    # Unsupported.
    NOT_STATED = ("not-stated", "unsupported", "No source states this value, in any unit or rounding.", _NOT_STATED)
    SMALL_NOT_STATED = (
        "small-not-stated", "unsupported",
        "No source states this small count, half or low ordinal; writers often count such things themselves.",
        _NOT_STATED, "note",
    )  # fmt: skip
    TITLE_NOT_STATED = (
        "title-not-stated", "unsupported",
        "No source has these words, which are in quotation marks as a title, name or term is.",
        "no source has these words", "note",
    )  # fmt: skip
    NOT_QUOTED = ("not-quoted", "unsupported", "No source has these words.", "no source has these words")

    # Contradicted: names.
    NAME_SPELLING = (
        "name-spelling", "contradicted",
        "A name is one typing error away from a name in the store, and the same words are used of both.",
    )  # fmt: skip
    NAME_ROLE = (
        "name-role", "contradicted outdated",
        "The store gives a person another office, or a place another state; outdated where it once gave this one.",
        "the store has {value}", "warning",
    )  # fmt: skip
    NAME_FIRST = (
        "name-first", "contradicted",
        "The store has the surname with another first name, initial or Jr., and the same words are used of both.",
        "the store has {value}", "warning",
    )  # fmt: skip
    NAME_ALIKE = (
        "name-alike", "contradicted",
        "A name is one typing error away from a name in the store, but little else shows that it is meant.",
        "the store has {value}", "note",
    )  # fmt: skip

    # Contradicted by the draft itself.
    WRONG_CONVERSION = _of_draft("wrong-conversion", "The amount in brackets is not the one before it, converted.")
    SPELT_TWO_WAYS = _of_draft("spelt-two-ways", "A name is spelt in two ways.")
    ACCENTED_TWO_WAYS = (*_of_draft("accented-two-ways", "A name is written with and without accents."), "note")
    WRONG_CHANGE = _of_draft("wrong-change", "A rise, fall or multiple does not follow from its two amounts.")
    WRONG_DIRECTION = _of_draft("wrong-direction", "A fall ends higher than it begins, or a rise lower.")
    WRONG_SHARE = _of_draft("wrong-share", "A percentage does not follow from the counts or the fraction beside it.")
    SHARES_OF_ALL = _of_draft("shares-of-all", "Percentages of a whole do not add up to 100.")
    WRONG_SUM = _of_draft("wrong-sum", "The parts do not add up to their total.")
    WRONG_TABLE_TOTAL = _of_draft("wrong-table-total", "A total of a table is not the sum of its parts.")
    WRONG_AGE = _of_draft("wrong-age", "An age does not follow from the dates beside it, or from two of the store.")
    WRONG_DURATION = _of_draft("wrong-duration", "A duration does not follow from dates beside it, or from the store.")
    WRONG_ORDER = _of_draft("wrong-order", "A later event has an earlier date.")
    INCONSISTENT_FIGURE = _of_draft("inconsistent-figure", "The draft gives the same figure in two ways.")
    WRONG_LIST_COUNT = _of_draft("wrong-list-count", "The number of things listed is not the one announced.")
    MEAN_OUTSIDE_RANGE = _of_draft("mean-outside-range", "A mean is outside its range, or is not that of the values.")
    WRONG_RANK = _of_draft("wrong-rank", "The largest of some things is not, or a rank exceeds their number.")
    QUOTED_TWO_WAYS = _of_draft("quoted-two-ways", "The same phrase is quoted in two ways.")

    # Outdated.
    SUPERSEDED = (
        "superseded", "outdated",
        "The value was right once; the store marks it as deprecated.",
        "true once, but since revised",
    )  # fmt: skip

    # What is wrong with waivers.
    DUE_FOR_REVIEW = (
        "due-for-review", "due",
        "The fact that confirms it is due for review.",
        "as in the store, in a fact that has been due for review since",
    )  # fmt: skip
    UNUSED_WAIVER = (
        "unused-waiver", "waiver", "A waiver covers nothing that would be reported.",
        "this waiver covers nothing that would be reported",
    )  # fmt: skip
    WAIVER_WITHOUT_REASON = (
        "waiver-without-reason", "waiver",
        "A waiver gives no reason.",
        "a waiver needs a reason: <!-- fact-ignore: reason -->",
    )  # fmt: skip

    # Unknown: nothing in the store to compare with.
    NO_FACT = ("no-fact", "unknown", "No fact of the store is about it.")
    NO_WORDS = ("no-words", "unknown", "The quotation marks enclose no words.")
    COMMON_PHRASE = ("common-phrase", "unknown", "The quoted words are too few or too common to identify a quote.")
    OTHER_WORDS = ("other-words", "unknown", "No stored quote shares enough words with this one.")

    # Unknown: a source has it, but not clearly for this.
    ELSEWHERE = (
        "elsewhere", "unknown",
        "A source states this value of something that does not look the same.",
        "a source has this value, but perhaps of something else",
    )  # fmt: skip
    LISTED_IN_DRAFT = ("listed-in-draft", "unknown", "No source states it, but the draft lists as many things.")
    CALCULATED = (
        "calculated", "unknown",
        "No source states this value, but two stated ones give it, in the way that the sentence says.",
        "no source states it, but {calculation} gives it",
    )  # fmt: skip
    OTHER_BOUND = (
        "other-bound", "unknown",
        "A source states this amount with another bound: “80” for “over 80”.",
        "a source has {value}",
    )  # fmt: skip
    END_OF_RANGE = (
        "end-of-range", "unknown",
        "A source states a range that begins or ends with this value.",
        "a source has {value}",
    )  # fmt: skip

    # Unknown: the two values cannot be compared.
    OTHER_KIND = ("other-kind", "unknown", "The fact is of another kind, such as a date instead of a figure.")
    OTHER_UNIT = ("other-unit", "unknown", "The units measure different things, such as length and mass.")
    YEAR_UNSAID = ("year-unsaid", "unknown", "One of the dates has no year.")
    APPROXIMATE_DATE = ("approximate-date", "unknown", "The draft's date is approximate and near the store's.")
    FINER_THAN_THE_FACT = ("finer-than-the-fact", "unknown", "The draft is more precise than the store.")
    COARSE_ROUNDING = ("coarse-rounding", "unknown unsupported", "The draft rounds too coarsely to confirm.")
    FACT_IS_OPEN = ("fact-is-open", "unknown", "The store has a period with an open end, which includes the date.")
    FACT_IS_A_BOUND = ("fact-is-a-bound", "unknown", "The store has only a bound, and the amount is just within it.")
    FACT_IS_APPROXIMATE = ("fact-is-approximate", "unknown", "The store's amount is approximate and near.")
    INSIDE_THE_RANGE = ("inside-the-range", "unknown", "The store has a range that includes the draft's amount.")

    # Unknown: a guard is not sure that the fact is the one meant.
    SUBJECT_NOT_NAMED = ("subject-not-named", "unknown", "The sentence does not name the subject of the fact.")
    FOREIGN_SUBJECT = ("foreign-subject", "unknown", "The sentence begins with a name that the fact does not mention.")
    OTHER_NAME = ("other-name", "unknown", "The sentence has a name that the fact does not mention.")
    OTHER_PERSON = ("other-person", "unknown", "The sentence is about someone related to the person in the fact.")
    OTHER_EVENT = ("other-event", "unknown", "The events differ, such as a birth and a marriage.")
    OPPOSITE_ROLE = ("opposite-role", "unknown", "The roles are opposite, such as the dead and the injured.")
    OTHER_YEAR = ("other-year", "unknown", "A date without a year, or a weekday, is far from the day of publication.")
    LITTLE_KNOWN = ("little-known", "unknown", "The fact shares too few words with the sentence.")
    DENIAL = ("denial", "unknown", "The draft denies what the fact states.")
    ONLY_A_STAGE = ("only-a-stage", "unknown", "The ordinal only identifies something: “its second season”.")
    OTHER_SCOPE = ("other-scope", "unknown", "The figures are for different places, times or groups.")
    OTHER_EDITION = ("other-edition", "unknown", "The year identifies a recurring event: “the 2015 election”.")
    OTHER_STAGE = ("other-stage", "unknown", "The sentence has an ordinal that the fact does not: “the first year”.")
    PART_OF_A_TOTAL = ("part-of-a-total", "unknown", "One figure counts a part of the other: “two of the nations”.")
    NEW_OR_ALL = ("new-or-all", "unknown", "One figure counts what is new, the other everything.")
    PART_OF_A_NAME = ("part-of-a-name", "unknown", "The number or year is part of a name: “the 2018 Games”.")
    OTHER_SORT = ("other-sort", "unknown", "The draft counts a subset that the fact does not: “part-time staff”.")
    OTHER_ORDER = ("other-order", "unknown", "The rank is among other things, such as the world's, not the country's.")
    OTHER_NOUN = ("other-noun", "unknown", "The draft counts other things, such as countries and people.")
    NEAR_WORDS_UNKNOWN = ("near-words-unknown", "unknown", "The fact has none of the words beside the figure.")
    OTHER_MEASURE = ("other-measure", "unknown", "The words beside the two figures show different measures.")
    LITTLE_SHARED = ("little-shared", "unknown", "The words around the two figures have too little in common.")
    OTHER_SUBJECT = ("other-subject", "unknown", "The clause of the figure is about a different subject of the store.")
    SIBLING_MEASURE = ("sibling-measure", "unknown", "The figures measure two things, such as a deficit and a debt.")
    OTHER_THING = ("other-thing", "unknown", "The clause is about something that the fact does not mention.")
    OTHER_ATTRIBUTE = ("other-attribute", "unknown", "The figure belongs to a noun that the fact does not mention.")
    ONLY_INTENDED = ("only-intended", "unknown", "The draft says what is planned or expected, the fact what is.")
    BARE_YEAR = ("bare-year", "unknown", "The year only says when something else happened.")
    SAME_NUMBER = ("same-number", "unknown", "Only the number is in the store, of something else.")
    START_OR_END = ("start-or-end", "unknown", "One date is a beginning, the other an end.")
    VALUE_OF_ANOTHER = ("value-of-another", "unknown", "A fact with another subject has exactly this value.")
    SENTENCE_IN_DOUBT = (
        "sentence-in-doubt",
        "unknown",
        "Another figure in the sentence shows that a different fact may be meant.",
    )

    # Confirmed.
    QUOTED = ("quoted", "confirmed", "A source has these words.", "as in the source")
    STATED = ("stated", "confirmed", "A source states this value of the same thing.", "as in the source")
    SAME = ("same", "confirmed", "The value is the same.", "as in the store")
    ROUNDED = ("rounded", "confirmed", "The value is rounded correctly.", "rounded from {value}")
    BOUND_HOLDS = ("bound-holds", "confirmed", "The store's amount is within the bound that the draft states.")
    RANGE_HOLDS = ("range-holds", "confirmed", "The store's amount is within the range that the draft states.")
    DATE_HOLDS = ("date-holds", "confirmed", "The draft's date includes the store's.")
    SAME_END = ("same-end", "confirmed", "The date is the known end of the store's open period.")
    VERBATIM = ("verbatim", "confirmed", "The words are those of the stored quote.")
    PARTIAL = ("partial", "confirmed", "The words are part of the stored quote.", "part of {value}")
    FOLLOWS = ("follows", "confirmed", "The age or duration follows from two dates of one subject in the store.")
    LONGER = (
        "longer-quote", "confirmed",
        "The quote goes on beyond the stored one, which agrees as far as it goes.",
        "the store has only {value}",
    )  # fmt: skip


REASONS: dict[str, Reason] = {str(reason): reason for reason in Reason}


def registered(name: str, verdict: str) -> Reason:
    """The reason of this name; raises ValueError where there is none, or none for this verdict.

    >>> registered("sounds-odd", "unknown")
    Traceback (most recent call last):
    ValueError: 'sounds-odd' is not a reason for the verdict unknown
    """
    reason = REASONS.get(name)
    if reason is None or verdict not in reason.verdicts:
        raise ValueError(f"'{name}' is not a reason for the verdict {verdict}")
    return reason
