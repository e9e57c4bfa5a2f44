"""Which name a text has most often, and whether it has it far more often than any other."""

from __future__ import annotations

_FAR_MORE = 1.5


class MostNamed:
    """Counts names, and knows the two that were noted most."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self.first: str | None = None
        self._second: str | None = None

    def note(self, name: str, weight: int = 1) -> None:
        """Count a name once more."""
        count = self._counts[name] = self._counts.get(name, 0) + weight
        if name == self.first:
            return
        if count > self._counts.get(self.first or "", 0):
            self.first, self._second = name, self.first
        elif name != self._second and count > self._counts.get(self._second or "", 0):
            self._second = name

    def count(self, name: str | None) -> int:
        """How often the name was noted."""
        return self._counts.get(name or "", 0)

    @property
    def main(self) -> str | None:
        """The name that a text is about: the only one, or one that it has far more often than any other."""
        most, other = (self.count(name) for name in (self.first, self._second))
        return self.first if most > _FAR_MORE * other else None


class TimesInText:
    """How often a text has some words; counted when they are asked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._times: dict[str, int] = {}

    def of(self, words: str | None) -> int:
        """How often the text has the words."""
        if words and words not in self._times:
            self._times[words] = self._text.count(words)
        return self._times[words] if words else 0

    def with_article(self, name: str | None) -> str | None:
        """A name with "the" where the text mostly has that before it: "the Ouse", "the UN"."""
        is_with = name is not None and 2 * self.of(f"he {name}") > self.of(name)
        return f"the {name}" if is_with else name
