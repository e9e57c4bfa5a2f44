"""What a figure is about where no name says so: the words of its clause for what is measured or counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.english.function_words import ADVERBS, AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS
from factcli.english.measuring.measure_verbs import is_verb
from factcli.english.measuring.narrowing import EMPTY_HEADS
from factcli.english.measuring.saying_whose import DIMENSION_NAMES, SAYING_WHICH
from factcli.english.nouns import MODIFIERS_BEFORE, plural
from factcli.english.people import FORMS_OF_BE
from factcli.extract.head_nouns import is_noun
from factcli.extract.proposing.measured import NOTHING, REACHING, covered
from factcli.extract.share_phrases import group_after, group_before, said_of_share
from factcli.model.facts import Quantity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcli.english.stemming import Word
    from factcli.extract.proposing.segments import Segment
    from factcli.model.facts import Mention, Value

_NEAR = 6
_LONGEST = 7
_ENDS = CONJUNCTIONS | {"as", "since", "than", "however"}
_LEFT_OUT = DETERMINERS | ADVERBS
_MOST_SAID, _MOST_APART = 3, 2
_GENERIC = frozenset({NOTHING, *DIMENSION_NAMES.values()})
_VERBS = REACHING - {"up", "down"}
_JOINTS = frozenset({"-", "'", "’", "/"})


def noun_subject(mention: Mention, value: Value, segment: Segment, measure: str) -> str | None:
    """The words for what a figure is about: "average weekly fares" of "Average weekly fares rose by 2.1%"."""
    if not isinstance(value, Quantity) or segment.is_row or value.dimension == "duration":
        return None
    first, after = covered(mention, segment.words)
    if mention.kind == "quantity" and value.dimension == "count" and value.unit:
        said = [word for word in mention.modifiers if word not in MODIFIERS_BEFORE | CONJUNCTIONS][-2:]
        return " ".join([*said, plural(value.unit), *_what_they_are(segment.words[after:])])
    group = group_before(segment.words, first) if value.dimension == "percent" else ""
    if group:
        return group
    asked = group_after(segment.words, after) if value.dimension == "percent" else []
    if asked and measure == said_of_share(segment.words, first, after):
        return " ".join(segment.whole[asked[0].start : asked[-1].end].split())
    verb = _reaching_verb(segment.words, first)
    named = _phrase_before(segment, verb) if verb else None
    return named or (None if measure in _GENERIC or measure.endswith(("crease", "change")) else measure)


def said_after(mention: Mention, segment: Segment) -> Iterator[str]:
    """The words right after a figure that tell it from others of its measure: "slips" of "£29m on slips"."""
    _, after = covered(mention, segment.words)
    following = segment.words[after : after + _NEAR]
    end = next((at for at, word in enumerate(following) if word.is_mark or word.text in CONJUNCTIONS), len(following))
    said = [word.text for word in following[:end] if word.is_content and not word.text.endswith("ly")]
    yield from said[:_MOST_APART]


def group_of(country: str, segment: Segment, measure: str) -> str | None:
    """Who or what of a country has a share or sum of which no more is known: "Norwegian farmers pay 8%"."""
    if measure not in _GENERIC:
        return None
    part = next((part for part in segment.parts if part.is_adjective and part.name == country), None)
    noun = next((word for word in segment.words[part.after :]), None) if part else None
    if part is None or noun is None or noun.is_mark or not noun.is_content or noun.is_capital or is_verb(noun.text):
        return None
    return segment.whole[part.start : noun.end]


def _what_they_are(following: Sequence[Word]) -> list[str]:
    """What is said of those who are counted, in a word or three: "repossessed" of "were repossessed", "in work"."""
    texts = [word.text for word in following[: _MOST_SAID + 2]]
    done = next((at for at, text in enumerate(texts) if text not in AUXILIARIES), len(texts))
    if 0 < done < len(texts) and is_verb(texts[done]) and texts[done - 1] in FORMS_OF_BE:
        return [texts[done]]
    ends = (at for at, word in enumerate(following[: _MOST_SAID + 1]) if at and (_is_end(word) or not word.is_content))
    end = next(ends, 0)
    return texts[:end] if end > 1 and texts[0] in SAYING_WHICH else []


def _reaching_verb(words: Sequence[Word], first: int) -> int:
    """The verb by which its subject has the figure, 0 where there is none: "rose by", "stood at"."""
    for at in range(first - 1, max(first - _NEAR, 0), -1):
        if words[at].text in _VERBS and not words[at].is_in_name:
            return at
        if words[at].is_mark and words[at].text not in _JOINTS:
            return 0
    return 0


def _phrase_before(segment: Segment, verb: int) -> str | None:
    """The noun phrase that ends before a verb, without "the number of"; None where it is long or has a pronoun."""
    words, begin, end = segment.words, verb, verb
    while begin and words[begin - 1].text in ADVERBS | AUXILIARIES:
        begin -= 1
    while begin and (not _is_end(words[begin - 1]) or _is_participle(words, begin - 1)):
        begin -= 1
    while end > begin and words[end - 1].text in ADVERBS | AUXILIARIES:
        end -= 1
    end = next((at for at in range(begin, end) if words[at].text in _ENDS), end)
    begin = _without_opening(words, begin, end)
    inside = _short(words[begin:end])
    is_phrase = 0 < len(inside) <= _LONGEST and inside[0].text not in PREPOSITIONS and _may_be_named(inside[-1])
    if not is_phrase or is_verb(inside[0].text) or any(word.text in PRONOUNS for word in inside):
        return None
    text = " ".join(segment.whole[inside[0].start : inside[-1].end].split())
    return text[0].lower() + text[1:] if inside[0].opens_sentence and not text[:2].isupper() else text


def _may_be_named(word: Word) -> bool:
    return word.is_content and (is_noun(word) or word.is_in_name or word.text.endswith("ing"))


def _is_end(word: Word) -> bool:
    if word.is_mark:
        return word.text not in _JOINTS
    return word.text in CONJUNCTIONS or (is_verb(word.text) and not word.is_in_name)


def _is_participle(words: Sequence[Word], at: int) -> bool:
    """Whether a verb only says which: "tenants evicted by landlords"."""
    before = words[at - 1] if at else None
    return (
        words[at].text.endswith("ed") and words[at + 1].text in PREPOSITIONS
        and before is not None and before.is_content and not before.is_in_name
    )  # fmt: skip


def _short(phrase: Sequence[Word]) -> Sequence[Word]:
    """The phrase without what its last prepositions add, as far as it is long."""
    while len(phrase) > _LONGEST:
        cut = next((at for at in range(len(phrase) - 1, 0, -1) if phrase[at].text in PREPOSITIONS), 0)
        if not cut:
            break
        phrase = phrase[:cut]
    return phrase


def _without_opening(words: Sequence[Word], begin: int, end: int) -> int:
    """Where a phrase begins without its article and without "the number of"."""
    while begin < end and words[begin].text in _LEFT_OUT:
        begin += 1
    if begin + 1 < end and words[begin].text in EMPTY_HEADS and words[begin + 1].text == "of":
        return _without_opening(words, begin + 2, end)
    return begin
