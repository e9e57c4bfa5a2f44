"""What a figure measures: the words around it, weighted by how near and how distinctive they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factcli.check.sentence import Cover, Sentence, are_parts_named
from factcli.check.weighing.weights import DEFAULT
from factcli.english import events, function_words
from factcli.english.events import STYLES
from factcli.english.marks import HYPHENS
from factcli.english.measuring import distinctions
from factcli.english.stemming import Word, meaning
from factcli.mentions.ranks import is_superlative
from factcli.model.edtf import EdtfDate
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from factcli.model.facts import Mention

_NOUN_WORDS = 3
# A hyphen, "most", another hyphen and the adjective.
_SCALE_WORDS = 4
_PLACES_IN_ORDER = frozenset({"place", "position", "spot", "rank"})
LABELS_OF_RANKS = frozenset({"#", "no", "number"})
_STEPS = 12
# An event named before a date belongs to it rather than one named after it.
_BEHIND = 2
_YEARS = re.compile(r"\d{4}/\d{4}")
# A year that may be read as a count of what it names: "2018 Trials".
YEAR_OF_NAME = re.compile(r"(?:19|20)\d\d [A-Z]")
_DASHES = HYPHENS | {":"}
_STOPS = frozenset(".;:?!()[]")
_ROLES = frozenset(meaning(word) for word in distinctions.ROLE_WORDS)
_LIGHT = frozenset(meaning(word) for word in distinctions.LIGHT_VERBS)
_ELSEWHERE = meaning("elsewhere")


class Context(NamedTuple):
    """The words that say what a figure measures.

    ``noun`` are the stems of the noun beside it, ``weights`` the stems of its sentence by weight,
    ``frame`` the event that it dates (``events``: all that it might), ``role`` the word right before it ("in", "by").
    """

    noun: frozenset[str]
    weights: dict[str, float]
    frame: str | None
    events: frozenset[str]
    role: str
    is_new: bool
    is_total: bool
    is_in_name: bool
    is_style: bool
    has_place: bool
    is_paired: bool
    is_part: bool
    is_stage: bool
    is_recurrent: bool
    is_counted_off: bool = False
    """Whether an ordinal numbers one of a series: "the first single"."""
    scale: str | None = None
    """By what a rank ranks: the stem of the superlative after it."""

    def with_frame(self, frame: str) -> Context:
        """The same as the figure of another event."""
        return self._replace(frame=frame, events=frozenset({frame}))

    def near(self, least: float) -> dict[str, float]:
        """The stems of at least this weight."""
        return {stem: weight for stem, weight in self.weights.items() if weight >= least}


def read_contexts(words: list[Word], covers: list[Cover], mentions: list[Mention]) -> list[Context]:
    """The context of each figure of a sentence; ``covers`` are the words that each of ``mentions`` takes."""
    sentence = Sentence(words, covers, mentions)
    return [_read(sentence, number) for number in range(len(mentions))]


def _read(sentence: Sentence, number: int) -> Context:
    words, mention = sentence.words, sentence.mentions[number]
    first, after = sentence.covers[number]
    is_date = mention.kind == "date"
    owner = sentence.owned(number)
    dated = _events(words, owner, first, after) if is_date else []
    beside = _beside(words, owner, first, after) | set(mention.modifiers)
    is_total = bool(beside & distinctions.TOTAL)
    counted = sentence.counted[number] or (sentence.counted_before(number) if is_total else frozenset())
    weights = _weights(sentence, owner, number)
    weights.update({stem: DEFAULT.right_of_figure * _weight_of(stem) for stem in counted})
    noun = counted | frozenset(_run(words, owner, range(after, len(words)))) or frozenset(
        _left_noun(words, owner, first)
    )
    return Context(
        noun=noun,
        weights=weights,
        frame=dated[0] if dated else None,
        events=frozenset(dated),
        role=_role(words, first),
        is_counted_off=mention.kind == "ordinal" and _is_counted_off(words, after),
        scale=None if is_date else _scale(words, after),
        is_new=bool(beside & distinctions.NEW),
        is_total=is_total,
        is_style=is_date and any(word.text in STYLES for word in words[after : after + 2]),
        is_part=mention.kind not in {"date", "ordinal", "percent"} and _is_part(sentence, number, is_bare=not counted),
        is_paired=mention.kind == "number" and _is_paired(words, first, after),
        has_place=not is_date and _has_place(words, owner, after),
        is_stage=mention.kind == "ordinal" and bool({word.text for word in words[after : after + 2]} & events.STAGES),
        is_recurrent=is_date and bool({word.text for word in words[after : after + _NOUN_WORDS]} & events.RECURRENT),
        is_in_name=_is_bare(mention) and _is_in_name(words, first, after),
    )


def _role(words: list[Word], first: int) -> str:
    """The word right before a figure, without the full stop that shortens it: "No. 3"."""
    place = first - 1
    if place > 0 and words[place].text == "." and words[place - 1].text == "no":
        place -= 1
    return words[place].text if place >= 0 else ""


def _is_counted_off(words: list[Word], after: int) -> bool:
    following = words[after] if after < len(words) else None
    if following is None or not following.is_content or following.text in _PLACES_IN_ORDER:
        return False
    return _scale(words, after) is None


def _scale(words: list[Word], after: int) -> str | None:
    """The stem of the superlative after a rank, a hyphen or "most" between: "third-largest", "10th most populous"."""
    following = [word for word in words[after : after + _SCALE_WORDS] if word.text not in HYPHENS]
    if not following or not is_superlative(following[0].text):
        return None
    is_by_most = following[0].text in {"most", "least"} and len(following) > 1
    return following[is_by_most].stem


def ranks_in_other_order(here: Context, there: Context) -> bool:
    """Whether two ranks are places in different orders: the third-largest bank is not the third-busiest."""
    if here.scale and there.scale:
        return here.scale != there.scale
    if here.is_counted_off != there.is_counted_off and LABELS_OF_RANKS & {here.role, there.role}:
        return True
    other = there if here.scale else here
    return bool(here.scale or there.scale) and (other.is_stage or other.is_counted_off)


def _weights(sentence: Sentence, owner: Container[int], number: int) -> dict[str, float]:
    """How much each stem of the sentence says about a figure."""
    words, mention = sentence.words, sentence.mentions[number]
    first, after = sentence.covers[number]
    is_distance = isinstance(mention.value, Quantity) and mention.value.dimension == "length"
    weights = sentence.stems_around(number)
    walks = (
        (DEFAULT.right_of_figure, range(after, len(words))),
        # A figure in brackets belongs to what is right before them: "The Long Road (2017)".
        (DEFAULT.left_of_figure, range(first - 1 - (first > 0 and words[first - 1].text == "("), -1, -1)),
    )
    for strength, places in walks:
        fading = _fading(words, owner, places, strength, is_date=mention.kind == "date", is_distance=is_distance)
        for stem, weight in fading:
            weights[stem] = max(weights.get(stem, 0.0), weight)
    return weights


def _fading(  # noqa: PLR0913 - a walk needs its sentence, its way, and what it may pass
    words: list[Word], owner: Container[int], places: range, strength: float, *, is_date: bool, is_distance: bool
) -> Iterator[tuple[str, float]]:
    """The stems in walking order with their weights; a walk ends at the next figure or the end of the clause."""
    damping, distance = 1.0, 0
    for at in places:
        word = words[at]
        if at in owner:
            if not is_date:
                return
            damping *= DEFAULT.after_figure
        elif word.text == "outside" and not is_distance:
            # "outside Lomar" is elsewhere: what follows is what it is not.
            yield _ELSEWHERE, strength / (1 + DEFAULT.fading * distance) * damping * DEFAULT.role_word
            return
        elif not word.is_content:
            damping *= _damping(word)
        else:
            yield (
                word.stem,
                strength
                / (1 + DEFAULT.fading * distance)
                * damping
                * (1.0 if word.is_in_name else _weight_of(word.stem)),
            )
            distance += 1
        if distance > _STEPS or damping < 0.05:  # noqa: PLR2004 - nothing is left to weigh
            return


def _damping(word: Word) -> float:
    if word.text == ",":
        return DEFAULT.after_comma
    if word.text in _STOPS:
        return DEFAULT.after_comma * DEFAULT.after_comma
    if word.text in function_words.CONJUNCTIONS or word.text == "with":
        return DEFAULT.after_conjunction
    return DEFAULT.after_preposition if word.text in function_words.PREPOSITIONS else 1.0


def _weight_of(stem: str) -> float:
    if stem in _ROLES:
        return DEFAULT.role_word
    return DEFAULT.light_verb if stem in _LIGHT else 1.0


def _is_paired(words: list[Word], first: int, after: int) -> bool:
    """Whether a number is one half of a score: the 3 of "3-1"."""
    sides = (words[max(first - 2, 0) : first][::-1], words[after : after + 2])
    return any(len(side) == 2 and side[0].text in _DASHES and side[1].text.isdigit() for side in sides)  # noqa: PLR2004


def _has_place(words: list[Word], owner: Container[int], after: int) -> bool:
    """Whether the figure is said of a place: "sold 40,000 maps in Lomar"."""
    for at in range(after, min(after + _STEPS // 2, len(words) - 1)):
        if at in owner or words[at].is_mark:
            return False
        if words[at].text == "in":
            return any(word.is_in_name for word in words[at + 1 : at + 3])
    return False


def _is_part(sentence: Sentence, number: int, *, is_bare: bool) -> bool:
    """Whether the figure counts a part: "two of the nations", "including 30 children", "of the 85, 67"."""
    words = sentence.words
    first, after = sentence.covers[number]
    is_of = are_parts_named(words[after : after + 2])
    is_listed = any(word.text in {"including", "among"} for word in words[max(first - 2, 0) : first])
    return is_of or is_listed or (is_bare and sentence.has_part_before(number))


def _is_bare(mention: Mention) -> bool:
    value = mention.value
    if isinstance(value, EdtfDate):
        return value.precision == "year" or bool(_YEARS.fullmatch(value.text))
    return mention.kind == "number" or bool(YEAR_OF_NAME.match(mention.surface))


def _is_owned_title(words: list[Word], first: int, after: int) -> bool:
    """Whether a number is what somebody's work is called: "Silva's 1984 was a success"."""
    is_owned = first > 0 and words[first - 1].text == "s"
    return is_owned and after < len(words) and words[after].text in function_words.AUXILIARIES


def _is_in_name(words: list[Word], first: int, after: int) -> bool:
    """Whether a year or a number is part of a name: "the 2018 Harbour Games", "Console 360"."""
    beside = [*words[after : after + 1]]
    if first < len(words) and words[first].text[0].isdigit():
        beside += words[max(first - 1, 0) : first]
    if _is_owned_title(words, first, after):
        return True
    is_written_as_name = any(word.is_in_name for word in words[first:after])
    return is_written_as_name or any(
        word.is_in_name and word.text not in function_words.FUNCTION_WORDS for word in beside
    )


def _beside(words: list[Word], owner: Container[int], first: int, after: int) -> set[str]:
    """The words right beside a figure, up to a comma or the next figure."""
    found: set[str] = {word.text for word in words[first:after]}
    for places in (
        range(first - 1, max(first - 1 - _NOUN_WORDS, -1), -1),
        range(after, min(after + _NOUN_WORDS, len(words))),
    ):
        for at in places:
            if at in owner or words[at].is_mark:
                break
            if not _is_hedge(words, at):
                found.add(words[at].text)
    return found


def _is_hedge(words: list[Word], at: int) -> bool:
    """Whether "more" belongs to "more than" and says nothing of what is new."""
    return words[at].text == "more" and at + 1 < len(words) and words[at + 1].text == "than"


def _run(words: list[Word], owner: Container[int], places: range) -> list[str]:
    stems: list[str] = []
    for at in places:
        word = words[at]
        if at in owner or not word.is_content or len(stems) == _NOUN_WORDS:
            break
        stems.append(word.stem)
    return stems


def _left_noun(words: list[Word], owner: Container[int], first: int) -> list[str]:
    """The noun phrase before "of", "at", "reached": the nearest run of content words to the left."""
    at = first - 1
    while at >= 0 and at not in owner and not words[at].is_content and not words[at].is_mark:
        at -= 1
    stems = _run(words, owner, range(at, -1, -1))
    return [stem for stem in stems if stem not in _LIGHT] or stems


def _events(words: list[Word], owner: Container[int], first: int, after: int) -> list[str]:
    """The events that a date may belong to, the nearest first; another date ends the search on its side."""
    found = []
    for places, extra in ((range(first - 1, -1, -1), 0), (range(after, len(words)), _BEHIND)):
        for at in places:
            if at in owner:
                break
            if words[at].text in events.FRAME_OF:
                found.append((abs(at - first) + extra, events.FRAME_OF[words[at].text]))
    return [frame for _, frame in sorted(found)]
