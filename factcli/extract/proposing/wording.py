"""The words by which a proposal is found and named: its subject, its keywords and those of its id."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.english.aliases import country_of
from factcli.english.function_words import FUNCTION_WORDS
from factcli.english.nouns import plural
from factcli.extract.keywords import content_words
from factcli.extract.proposing.measured import synonyms_of
from factcli.extract.spoken_of import topics_of
from factcli.model.facts import Quantity, Quotation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.extract.proposing.subject_finder import About
    from factcli.model.edtf import EdtfDate
    from factcli.model.facts import Value

_MOST_KEYWORDS = 10
_LEAST_KEYWORD = 2
_QUOTE_WORDS = 3
_QUOTE_KEYWORDS = 6
_ID_WORDS = 3
_NO_ID_WORDS = FUNCTION_WORDS - {"not"}
# They add nothing to the name of a place: "Makhmour", not "Makhmour people".
_PLAIN = frozenset({"", "amount", "people"})


class Wording(NamedTuple):
    """What a proposal is about, what it measures, and its value."""

    about: About
    measure: str
    value: Value

    @property
    def subject(self) -> str | None:
        """The event, person or body; of a place also what is measured there: "Kurdistan Region population"."""
        name, sort = self.about
        is_place = sort in {"country", "place"} or (sort == "carried" and country_of(name or "") is not None)
        if name and is_place and isinstance(self.value, Quantity) and self.measure not in _PLAIN:
            return f"{name} {self.measure.lower()}"
        return name

    @property
    def id_subject(self) -> str:
        """The subject without its small words, for an id: "floods Marl"."""
        return " ".join(word for word in (self.about.name or "").split() if word.lower() not in FUNCTION_WORDS)

    def id_words(self, as_of: EdtfDate | None) -> Iterator[str]:
        """What tells it from others about its subject: the measure and the year, or the first words of a quote."""
        if isinstance(self.value, Quotation):
            telling = [topic for topic in topics_of(self.value.text) if topic not in self.id_subject]
            yield from (telling or content_words(self.value.text))[:_QUOTE_WORDS]
            return
        yield from [word for word in self.measure.lower().split() if word not in _NO_ID_WORDS][-_ID_WORDS:]
        if as_of and as_of.text[:4].isdigit():
            yield as_of.text[:4]

    def keywords(self, modifiers: tuple[str, ...], named: list[str]) -> tuple[str, ...]:
        """What people look it up by: the subject, the measure and its synonyms, the names of the sentence."""
        terms = [self.about.name or "", self.measure, *synonyms_of(self.measure)]
        if isinstance(self.value, Quantity) and self.value.dimension == "count":
            terms += [plural(self.value.unit) if self.value.unit else "", *modifiers]
        if isinstance(self.value, Quotation):
            terms += [self.value.speaker or "", *topics_of(self.value.text)[:_QUOTE_KEYWORDS]]
        said_by = [self.value.speaker or ""] if isinstance(self.value, Quotation) else []
        whole = [self.about.name or "", *said_by]
        terms += [name for name in named if not any(each.endswith(f" {name}") for each in whole)]
        return tuple({term.lower(): term for term in terms if len(term) >= _LEAST_KEYWORD}.values())[:_MOST_KEYWORDS]
