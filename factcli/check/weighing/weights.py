"""All weights and limits of the checker, in one table."""

from __future__ import annotations

import msgspec


class Weights(msgspec.Struct, frozen=True, kw_only=True):
    """How much a word says about a figure, and how much a draft and a fact must share to be compared."""

    # How much a word says about the figure beside it, and how fast that decreases with distance.
    right_of_figure: float = 3.0
    left_of_figure: float = 2.4
    fading: float = 0.25
    rest_of_sentence: float = 0.15
    after_comma: float = 0.35
    after_conjunction: float = 0.45
    after_preposition: float = 0.8
    after_figure: float = 0.6
    role_word: float = 1.8
    light_verb: float = 0.4

    # How a fact's figure is scored against the draft's.
    noun_base: float = 0.7
    noun_share: float = 0.6
    unlike_roles: float = 0.55
    unlike_totals: float = 0.55
    undecided: float = 0.6
    closeness: float = 0.2
    bound_closeness: float = 0.5

    # A figure that agrees is preferred to one that lies a little nearer but disagrees.
    agreeing_times: float = 2.0
    agreeing_plus: float = 0.3
    exact_day_times: float = 2.0
    many_digits_times: float = 1.6
    many_digits: int = 3
    bound_as_close: float = 0.9

    # What must be shared before a fact contradicts, or confirms.
    least_score: float = 0.8
    near_weight: float = 0.5
    # The name of the subject alone does not say what about it is measured.
    subject_share: float = 0.4
    distinctive_word: float = 4.0
    least_near_known: float = 0.3
    least_known: float = 0.3
    nearly_all_known: float = 0.9
    least_closeness: float = 0.2
    least_date_score: float = 0.5
    distinctive_amount: int = 1000


DEFAULT = Weights()
