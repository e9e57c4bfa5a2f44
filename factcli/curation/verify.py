"""Whether the words that facts cite are in their source: facts and its text come in, differences go out.

White space and line breaks are ignored; differences in quotation marks, dashes and capitals are reported as such;
anything else counts as not found.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from factcli.model.facts import Quotation, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcli.model.facts import Fact
    from factcli.store.schema import JsonPath

ABOUT = {
    "printed-otherwise": "The words are in the source with other marks or capitals.",
    "not-printed": "The words are not in the source.",
    "changed-copy": "The attached copy is as it was attached.",
}
_WORD = re.compile(r"\w+")
_SPACE = re.compile(r"\s+")
# Characters that printers and keyboards have different forms of.
_FORMS = ("'‘’‚′`´", '"“”„«»″', "-‐‑‒–—−", ".…")  # noqa: RUF001 - they are what is compared
_CLASSES = {character: f"[{re.escape(forms)}]" for forms in _FORMS for character in forms}
_LONGEST_PATTERN = 5000
# A frequent word does not help to find the place.
_MOST_PLACES = 200
_LEAST_SHARE = 0.5


class Cited(NamedTuple):
    """Words that a fact cites from a source, and the path to them in the fact."""

    id: str
    path: JsonPath
    words: str


class Difference(NamedTuple):
    """Cited words that are not in the text as they are cited.

    ``printed`` is the span of the nearest words, None if nothing is near; ``is_form`` means that only marks and
    capitals differ.
    """

    cited: Cited
    printed: Span | None
    is_form: bool


def find_cited(facts: Iterable[Fact], source: str) -> Iterator[Cited]:
    """The words that each of the facts has from that source: surfaces, and of a quote its text."""
    for fact in facts:
        numbers = [number for number, reference in enumerate(fact.references) if reference.source == source]
        surfaces = [(number, fact.references[number].surface) for number in numbers]
        for number, surface in surfaces:
            if surface:
                yield Cited(fact.id, ("references", number, "surface"), surface)
        if numbers and isinstance(fact.value, Quotation) and fact.value.text not in dict(surfaces).values():
            yield Cited(fact.id, ("value", "text"), fact.value.text)


class SourceText:
    """The text of a source, ready to be searched for words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = _SPACE.sub(" ", text)
        self._words = [(match[0].casefold(), match.start(), match.end()) for match in _WORD.finditer(text)]
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for number, (word, _, _) in enumerate(self._words):
            self._places[word].append(number)

    def difference(self, cited: Cited) -> Difference | None:
        """How the text differs from the cited words; None if they are there."""
        words = _SPACE.sub(" ", cited.words.strip())
        if words in self._folded:
            return None
        if len(words) <= _LONGEST_PATTERN and (match := re.search(_loose_pattern(words), self.text, re.IGNORECASE)):
            return Difference(cited, Span(*match.span()), is_form=True)
        return Difference(cited, self._nearest(words), is_form=False)

    def _nearest(self, words: str) -> Span | None:
        """The stretch that shares most words with ``words``, but at least half of them."""
        wanted = [match[0].casefold() for match in _WORD.finditer(words)]
        best, best_share = None, 0.0
        for number, word in sorted(enumerate(wanted), key=lambda each: len(self._places.get(each[1], ())))[:5]:
            for place in self._places.get(word, ())[:_MOST_PLACES]:
                begin = max(0, place - number)
                stretch = self._words[begin : begin + len(wanted)]
                share = len({each[0] for each in stretch} & set(wanted)) / len(set(wanted))
                if share > best_share:
                    best, best_share = Span(stretch[0][1], stretch[-1][2]), share
        return best if best_share >= _LEAST_SHARE else None


def _loose_pattern(words: str) -> str:
    return "".join(r"\s++" if each == " " else _CLASSES.get(each) or re.escape(each) for each in words)
