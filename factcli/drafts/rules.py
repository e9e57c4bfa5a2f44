"""The rules that a report names: what each of them finds."""

from __future__ import annotations

UNUSED_WAIVER = "unused-waiver"
WAIVER_WITHOUT_REASON = "waiver-without-reason"

# What the checker calls contradicted or outdated, and what is wrong with waivers.
RULES = {
    "other-value": "The store has another amount.",
    "wrong-rounding": "The amount is rounded the wrong way.",
    "bound-fails": "The store's amount does not keep the bound that is stated.",
    "outside-the-bound": "The store has a bound that the amount does not keep.",
    "outside-the-range": "The store's amount lies outside the range that is stated.",
    "other-range": "The store has another range.",
    "other-currency": "The store has the sum in another currency.",
    "other-rate": "The store has the amount for another span of time.",
    "percent-or-points": "Per cent and percentage points are not the same.",
    "other-date": "The store has another date.",
    "other-span": "The store has another span of time.",
    "other-end": "The store has another beginning or end.",
    "other-time": "The figure is right, but at another time.",
    "approximate-date": "The date is not near the one of the store.",
    "wrong-weekday": "The day was no such weekday.",
    "other-speaker": "The store has these words from somebody else.",
    "word-changed": "A word of the quote is another one in the store.",
    "word-added": "The quote has a word that the store does not have.",
    "word-dropped": "The quote lacks a word without an ellipsis.",
    "number-changed": "A number in the quote is another one in the store.",
    "negation-changed": "A negation of the quote was lost or added.",
    "order-changed": "The words of the quote stand in another order.",
    "ellipsis-turns-sense": "What an ellipsis leaves out turns the sense of the quote.",
    "superseded": "The figure was right once; the store has a newer one.",
    UNUSED_WAIVER: "A waiver covers nothing that would be reported.",
    WAIVER_WITHOUT_REASON: "A waiver gives no reason.",
}
