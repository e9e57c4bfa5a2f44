"""Find verbs of speech: words and a place -> whether somebody says something there, or is said something of."""

from __future__ import annotations

from factcli.english import people as speech

MARK = '"'
"""The mark that replaces a quotation among the words."""
_FORMS = speech.VERBS.keys() | speech.PARTICLES_OF_VERBS.keys()
_CALLED = frozenset({"as", "a", "an", "the"})
_MOST_FILLERS = 4
_RELATIVE = frozenset({"what", "which", "whom", "that"})
_LONGEST_RELATIVE = 12


def is_according(tokens: list[str], place: int) -> bool:
    """Whether "according to" begins there."""
    return tokens[place].lower() == "according" and tokens[place + 1 : place + 2] == ["to"]


def verb_at(tokens: list[str], place: int) -> str | None:
    """The verb of speech at a place, as in a dictionary; None where there is none.

    Verbs are written small: "the United States" states nothing.  Nouns that look alike are recognised by the word
    before ("its claims", "the report").
    """
    token = tokens[place]
    if token not in _FORMS:
        return None
    particle = speech.PARTICLES_OF_VERBS.get(token)
    if particle is not None and tokens[place + 1 : place + 2] == [particle]:
        return token
    base = speech.VERBS.get(token)
    before = tokens[place - 1].lower() if place else ""
    return None if before in speech.BEFORE_NOUNS or before.endswith(("’s", "'s", "’", "'")) else base


def end_of_verb(tokens: list[str], place: int) -> int:
    """The place after the verb, and after the particle that belongs to it."""
    particle = speech.PARTICLES_OF_VERBS.get(tokens[place])
    return place + 1 + (particle is not None and tokens[place + 1 : place + 2] == [particle])


def introduces(tokens: list[str], place: int) -> bool:
    """Whether the verb may introduce the quotation that ``tokens`` lead to.

    Some do so only right before it or with "that": who "laughed at the “joke”" said nothing.
    """
    token = tokens[place]
    if token not in speech.VERBS_BESIDE and token not in speech.PARTICLES_OF_VERBS:
        return True
    if is_passive(tokens, place):
        return False
    after = end_of_verb(tokens, place)
    if tokens[after : after + 1] == ["that"]:
        return True
    while after < len(tokens) and tokens[after].endswith("ly"):
        after += 1
    return after >= len(tokens) or tokens[after:] in ([","], [":"])


def goes_with(tokens: list[str], place: int) -> bool:
    """Whether the verb may tell who says the quotation that ``tokens`` follow."""
    if tokens[place] not in speech.VERBS_BESIDE:
        return True
    if tokens[place].endswith("ing") and not speech.FORMS_OF_BE.isdisjoint(_fillers_before(tokens, place)):
        return False  # "“You lost!” Okoye was beaming."
    after = tokens[place + 1] if place + 1 < len(tokens) else ""
    return not after[:1].isalnum() or after in speech.AFTER_MANNER or after.endswith("ly")


def is_passive(tokens: list[str], place: int) -> bool:
    """Whether the verb reports what was said about its subject: "was described", "has been told"."""
    return not tokens[place].endswith("ing") and any(
        word in speech.FORMS_OF_BE for word in _fillers_before(tokens, place)
    )


def is_called(tokens: list[str], place: int) -> bool:
    """Whether the verb gives its subject the name that is quoted next: "Lu labelled a “liar”", not "what Lu called"."""
    if speech.VERBS.get(tokens[place]) not in speech.NAMING or not set(tokens[place + 1 :]) <= _CALLED:
        return False
    return _RELATIVE.isdisjoint(token.lower() for token in tokens[max(place - _LONGEST_RELATIVE, 0) : place])


def is_denied(tokens: list[str], place: int) -> bool:
    """Whether the verb tells what was not said: "never said", "did not call", "denied ever calling"."""
    first = _start_of_fillers(tokens, place, speech.DENYING | speech.AFTER_DENYING)
    words = [token.lower() for token in tokens[first:place]]
    is_negated = any(word in speech.DENYING or word.endswith(("n’t", "n't")) for word in words)
    return is_negated or _is_in_denied_clause(tokens, place)


def _is_in_denied_clause(tokens: list[str], place: int) -> bool:
    """Whether the verb is in a clause that the sentence denies: "denied that Lu had called"."""
    that = next((at for at in range(place - 1, max(place - _LONGEST_RELATIVE, 0), -1) if tokens[at] == "that"), 0)
    clause = tokens[that + 1 : place]
    return bool(that) and tokens[that - 1] in speech.DENYING and {MARK, ","}.isdisjoint(clause)


def _fillers_before(tokens: list[str], place: int) -> list[str]:
    """The small words right before a verb: auxiliaries and adverbs."""
    return [token.lower() for token in tokens[_start_of_fillers(tokens, place) : place]]


def _start_of_fillers(tokens: list[str], place: int, besides: frozenset[str] = frozenset()) -> int:
    first = place
    while first and place - first < _MOST_FILLERS and _is_filler(word := tokens[first - 1].lower()) | (word in besides):
        first -= 1
    return first


def _is_filler(word: str) -> bool:
    return word in speech.FILLERS or word in speech.FORMS_OF_BE or word.endswith(("ly", "n't", "n’t"))


def names_what_is_said(tokens: list[str]) -> bool:
    """Whether a participle leads to the quotation, so that "by" after it says who gives the name: "described as"."""
    end = len(tokens)
    while end and tokens[end - 1] in speech.BEFORE_THE_NAME:
        end -= 1
    place = end - 1
    if place < 0 or verb_at(tokens, place) is None or not tokens[place].endswith(("ed", "told")):
        return False
    return is_passive(tokens, place) or place == 0 or not tokens[place - 1][:1].isalnum() or _is_reduced(tokens, place)


def _is_reduced(tokens: list[str], place: int) -> bool:
    """Whether a noun without a verb of its own comes before the participle: "a plan dubbed"."""
    return tokens[place - 1].islower() and tokens[place - 1] not in speech.PRONOUNS
