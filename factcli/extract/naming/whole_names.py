"""Names whole: the names of a sentence come in, and go out with what is part of them but no capitalised word."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from factcli.english.aliases import country_of
from factcli.english.calendar import CALENDAR_NAMES
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.naming.given_names import is_given_name
from factcli.english.naming.happenings import NAMED_STORMS
from factcli.english.naming.kinds import FOR_A_PURPOSE, HEADS_OF_NAMES, KINDS, OPENING_KINDS, OWNED
from factcli.english.people import DEMONYM_ENDINGS, HONORIFICS, OFFICES
from factcli.model.facts import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from factcli.mentions.names import NameMention

_NUMBERED = re.compile(r"\b[^\W\d_]\w*+ \d{1,4}(?![\w.,%-]*\d)")
_EXPLAINED = re.compile(
    r"\b[Tt]he (?:\w+ )?(?P<name>[^\W\d_]\w*+ \d{1,4})"
    r"(?=(?: in [A-ZÀ-Þ]\w{1,20})?,? "
    r"(?:an?|the|was|is|has|had|will|index|closed|ended|rose|fell|gained|lost|slipped)\b)"
)
_NUMBER = re.compile(r" \d{1,4}\b")
_UPPER = "A-ZÀ-Þ"
_NAME_WORD = re.compile(rf"(?<![\w’'-])(?<![{_UPPER}]\. )[{_UPPER}][\w’-]*+(?:'[{_UPPER}]\w*+)?")
_RUN = re.compile(rf"(?<![\w’'-])[{_UPPER}][\w’-]*+(?: [{_UPPER}][\w’-]*+){{1,4}}+")
_ANDS = frozenset({" and ", " & "})
_FORS = frozenset({" for ", " for the "})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_WORK = re.compile(r"(?<![\w’'])[\"“‘'](?P<work>[A-ZÀ-Þ][^\"“”‘’'.,;:!?\n]{1,48}+),?[\"”’'](?!\w)")
_LONGEST_WORK = 50
_LONGEST_WORD = 40
_OWNERS = ("'s ", "’s ")
_OWNERS_OF_MANY = ("' ", "’ ")


def numbered_names(text: str) -> frozenset[str]:
    """The words with a number that name a thing: those that a text has twice, "Channel 4", and "the Dax 30 fell"."""
    found = Counter(match for match in _NUMBERED.findall(text) if match[0].isupper() and _is_numbered(match))
    explained = {match["name"] for match in _EXPLAINED.finditer(text) if _is_numbered(match["name"])}
    return frozenset(name for name, count in found.items() if count > 1) | {
        name for name in explained if name[0].isupper()
    }


def _is_numbered(words: str) -> bool:
    word, number = words.split()
    return word.lower() not in CALENDAR_NAMES and not _YEAR.fullmatch(number)


def whole_names(text: str, names: Sequence[NameMention], numbered: AbstractSet[str]) -> Iterator[NameMention]:
    """The names with the numbers that belong to them; "Haugen's College" is one."""
    waiting: NameMention | None = None
    for name in names:
        if waiting and (
            _owns(text, waiting, name) or _is_one_with(text, waiting, name) or _is_for(text, waiting, name)
        ):
            joint = text[waiting.span.end : name.span.start - 1]
            words = (*waiting.words[:-1], f"{waiting.words[-1]}{joint}")
            waiting = waiting._replace(span=Span(waiting.span.start, name.span.end), words=(*words, *name.words))
            continue
        if waiting:
            yield _with_number(text, waiting, numbered)
        waiting = name
    if waiting:
        yield _with_number(text, waiting, numbered)


def with_works(text: str, names: Sequence[NameMention]) -> Iterator[NameMention]:
    """The names with those in quotation marks whole: "Beauty and the Bread"."""
    end = 0
    for name in names:
        work = _work_around(text, name.span)
        if work is None:
            yield name
        elif name.span.start >= end:
            end = work.end
            yield name._replace(span=work, words=tuple(text[work.start : work.end].split()), title="")


def _work_around(text: str, name: Span) -> Span | None:
    """What stands in quotation marks around a name, if that is the name of a work: a few words without a mark."""
    for work in _WORK.finditer(text, max(name.start - _LONGEST_WORK, 0), name.end + _LONGEST_WORK):
        start, end = work.span("work")
        words = work["work"].split()
        is_title = all(word[0].isupper() or word in FUNCTION_WORDS for word in words)
        if start <= name.start and name.end <= end and len(words) > 1 and is_title:
            return Span(start, end)
    return None


def _owns(text: str, owner: NameMention, owned: NameMention) -> bool:
    """Whether the second name is a word that only the first makes a name: "Haugen's College"."""
    between = text[owner.span.end : owned.span.start]
    is_owner = between in _OWNERS or (between in _OWNERS_OF_MANY and owner.words[-1].endswith("s"))
    return is_owner and len(owned.words) == 1 and owned.words[0].lower() in OWNED and not country_of(owner.name)


def _is_for(text: str, body: NameMention, purpose: NameMention) -> bool:
    """Whether the second name is what the first is for: "Office for National Statistics"."""
    between = text[body.span.end : purpose.span.start]
    if between in _ANDS:
        return _is_second_purpose(text, body, purpose)
    return between in _FORS and body.words[-1].lower() in FOR_A_PURPOSE


def _is_second_purpose(text: str, body: NameMention, purpose: NameMention) -> bool:
    """Whether "and" joins two things that a body is for: "Department of Rye and Climate Change"."""
    head = re.split(" (?:of|for) ", body.name)[0].rpartition(" ")[2].lower()
    last = purpose.words[-1].lower()
    is_purpose = not purpose.title and last not in KINDS and not is_given_name(purpose.words[0].lower())
    is_one = head in FOR_A_PURPOSE and head != body.words[-1].lower() and not country_of(purpose.name)
    return is_one and is_purpose and text.count(purpose.name) == text.count(f" and {purpose.name}")


def _is_one_with(text: str, one: NameMention, other: NameMention) -> bool:
    """Whether "and" joins two words of a name: "Haugen and Vale University"; neither stands by itself elsewhere."""
    first, last = one.words[-1], other.words[-1].lower()
    is_kind = len(other.words) > 1 and (last in KINDS or last in HEADS_OF_NAMES)
    is_joined = text[one.span.end : other.span.start] in _ANDS and len(one.words) == 1 and not one.title
    if not (is_joined and is_kind) or country_of(one.name) or text.endswith("between ", 0, one.span.start):
        return False
    whole = text[one.span.start : other.span.end].partition(other.words[1])[0]
    return text.count(first) == text.count(whole) and not is_given_name(first.lower())


def _with_number(text: str, name: NameMention, numbered: AbstractSet[str]) -> NameMention:
    number = _NUMBER.match(text, name.span.end)
    if number is None or f"{name.words[-1]}{number[0]}" not in numbered:
        return name
    return name._replace(span=Span(name.span.start, number.end()), words=(*name.words, number[0].strip()))


def names_of_title(names: Sequence[NameMention], prose: str, capitals: AbstractSet[str]) -> Iterator[NameMention]:
    """Of each name in a line in title case, the words that are a name in the ``prose``: "Lomar" of "Lomar Expands".

    ``capitals`` are the words that have a capital within a sentence there.
    """
    for name in names:
        count = len(name.words)
        runs = ((at, at + size) for size in range(count, 0, -1) for at in range(count - size + 1))
        found = next((run for run in runs if _is_name_in(prose, name.words[slice(*run)], capitals)), None)
        if found:
            first, last = found
            start = name.span.start + len(" ".join(name.words[:first])) + (first > 0)
            span = Span(start, start + len(" ".join(name.words[first:last])))
            opens = name.opens and not first
            words = _whole_in(prose, name.words[first:last])
            yield name._replace(span=span, words=words, title="" if first else name.title, opens=opens)


def _whole_in(prose: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The name of which a title has only the first word: "Orla Memorial Hall" of "Orla Opens"; else the word itself."""
    if len(words) > 1 or country_of(words[0]):
        return words
    pattern = rf"(?<!\w){re.escape(words[0])}(?: [{_UPPER}][\w’-]{{0,40}}+){{0,4}}+"
    found = {match[0] for match in re.finditer(pattern, prose)}
    return tuple(found.pop().split()) if len(found) == 1 else words


def _is_name_in(prose: str, words: Sequence[str], capitals: AbstractSet[str]) -> bool:
    is_known = not capitals.isdisjoint(words) or country_of(" ".join(words)) is not None
    if not is_known or len(words) == 1:
        return is_known and not _is_always_within_name(prose, words[0])
    *others, kind = words
    # "Ouse Bridge" of a title is the Ouse bridge of the text.
    is_of_kind = kind.lower() in KINDS and " ".join((*others, kind.lower())) in prose
    return is_of_kind or " ".join(words) in prose


def _is_always_within_name(prose: str, word: str) -> bool:
    """Whether a word only goes on with a name there: "Jazz" of "the Orla Jazz Prize"."""
    is_within, start = False, prose.find(word)
    while start >= 0:
        end = start + len(word)
        before = prose[max(start - _LONGEST_WORD, 0) : start].rsplit(maxsplit=1)[-1:]
        if not prose[start - 1 : start].isalnum() and not prose[end : end + 1].isalnum():
            is_within = before != [] and before[0].isalpha() and before[0][0].isupper()
            if not is_within:
                return False
        start = prose.find(word, end)
    return is_within


class LongerNames:
    """The names that a text gives whole before it has only their first words: "Orla Ceramics", then "Orla"."""

    def __init__(self, prose: str, places: AbstractSet[str]) -> None:
        """``places`` are the names that the text has after "in": Orla may be where Orla City play."""
        self._prose, self._places = prose, places
        self._by_beginning: dict[str, set[str]] = {}
        for run in {match[0] for match in _RUN.finditer(prose)}:
            words = run.split()
            for end in range(1, len(words)):
                self._by_beginning.setdefault(" ".join(words[:end]), set()).add(run)

    def of(self, words: Sequence[str]) -> str | None:
        """The only whole name that begins with these words, if the text has that first; None for all others."""
        name = " ".join(words)
        wholes = self._by_beginning.get(name, set())
        if len(wholes) != 1 or self._may_be_another(words):
            return None
        whole = next(iter(wholes))
        if len(words) > 1 and whole.rpartition(" ")[2].lower() in KINDS:
            return whole
        is_first = self._prose.find(name) == self._prose.find(whole)
        return whole if is_first and name not in self._places else None

    def _may_be_another(self, words: Sequence[str]) -> bool:
        low = words[0].lower()
        is_person = is_given_name(low) or low in HONORIFICS | OFFICES
        is_country = country_of(words[0]) is not None or low.endswith(DEMONYM_ENDINGS)
        is_word = len(words) == 1 and (low in KINDS | OPENING_KINDS | NAMED_STORMS | CALENDAR_NAMES)
        return is_person or is_country or is_word


def lone_names(text: str) -> frozenset[str]:
    """The words with a capital that stand without another one beside them somewhere."""
    found, end, waiting, has_before = set[str](), -1, "", False
    for match in _NAME_WORD.finditer(text):
        is_joined = text[end : match.start()] == " "
        if waiting and not (is_joined or has_before):
            found.add(waiting)
        waiting, has_before, end = match[0], is_joined, match.end()
    return frozenset(found | ({waiting} if waiting and not has_before else set()))
