"""The fields given to ``fact add`` come in; the missing ones are asked for, and each answer is checked at once."""

from __future__ import annotations

import shlex
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factcli.cli.curating.change import ask, store_to_change
from factcli.cli.curating.prompts import ID, OF_SOURCE, implied_kind, questions
from factcli.cli.output import write_note
from factcli.curation.fields import FACT_KINDS, LISTS, read_field, split_list
from factcli.errors import FactcliError
from factcli.store.csl import TYPES
from factcli.store.transaction import FACTS, SOURCES, read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.cli.curating.prompts import FieldQuestion
    from factcli.store.schema import Raw
    from factcli.store.transaction import Tables

_BACK, _LIST = "<", "?"
_HELP = f"{_BACK} goes back, {_LIST} lists what the store has, Enter skips what may be empty, Ctrl-C stops."
_EMPTY = "-"
_MOST_LISTED = 30
_OPTIONS = {"aliases": "alias", "keywords": "keyword", "as_of": "as-of"}


class Answers(NamedTuple):
    """The id of the fact, its fields, and its source if that is not in the store yet."""

    id: str
    fields: dict[str, str]
    new_source: tuple[str, Raw] | None


class _Interview:
    """The questions that are left, and the answers so far; ``given`` are those of the command line."""

    def __init__(self, tables: Tables, given: dict[str, str]) -> None:
        self.answers = dict(given)
        self._tables = tables
        self._given = given
        self._asked: list[str] = []
        self._before: dict[str, str] = {}

    def run(self) -> None:
        """Ask until nothing is left to ask."""
        while question := self._next():
            before = self._before.get(question.field, "")
            text = ask(question.text, before or question.default)
            text = "" if before and text == _EMPTY else text
            if text == _BACK:
                self._go_back()
            elif text.startswith(_LIST):
                self._list(question.field, text.removeprefix(_LIST).strip())
            elif self._is_right(question, text):
                self.answers[question.field] = text
                self._asked.append(question.field)

    def _next(self) -> FieldQuestion | None:
        return next((each for each in questions(self.answers, self._tables) if each.field not in self.answers), None)

    def _go_back(self) -> None:
        """Ask for the last answer again; Enter keeps it."""
        if not self._asked:
            write_note("this is the first question")
            return
        if not self._before:
            write_note(f"Enter keeps an answer, {_EMPTY} empties it")
        field = self._asked.pop()
        self._before[field] = self.answers.pop(field)

    @staticmethod
    def _is_right(question: FieldQuestion, text: str) -> bool:
        try:
            if text and question.check:
                question.check(text)
        except FactcliError as error:
            write_note(error.lines()[0])
            return False
        return True

    def _list(self, field: str, wanted: str) -> None:
        """Write what the store has for a field, the most used first, and what may be written otherwise."""
        found = [line for line in _known(field, self._tables) if wanted.casefold() in line.casefold()]
        for line in found[:_MOST_LISTED]:
            write_note(f"  {line}")
        more = len(found) - _MOST_LISTED
        if more > 0:
            write_note(f"  and {more} more: {_LIST}WORD lists those with a word")
        if not found:
            write_note("  nothing to list")

    def finish(self) -> dict[str, str]:
        """The answers whose questions still apply, without those that are empty."""
        asked = {question.field for question in questions(self.answers, self._tables)} | self._given.keys()
        return {name: text for name, text in self.answers.items() if text and name in asked}


def interview(id_: str | None, fields: dict[str, str]) -> Answers:
    """Ask for the missing fields of a fact; those given as options are not asked for."""
    tables = read_tables(store_to_change(may_create=True))
    kind = implied_kind(fields)
    given = fields | ({ID: id_} if id_ else {}) | ({"kind": kind} if kind else {})
    write_note(_HELP)
    asking = _Interview(tables, given)
    asking.run()
    answers = asking.finish()
    source = {name: answers.pop(name) for name in OF_SOURCE if name in answers}
    return Answers(answers.pop(ID), answers, (answers["source"], source) if source else None)


def as_command(answers: Answers) -> str:
    """The command line equivalent to the answers, to try again."""
    options = [part for name, text in answers.fields.items() for part in _options(name, text)]
    return shlex.join(["fact", "add", answers.id, *options])


def _options(name: str, text: str) -> list[str]:
    option = f"--{_OPTIONS.get(name, name)}"
    texts = split_list(text) if name in LISTS else [text]
    return [part for each in texts if each for part in (option, each)]


def _known(field: str, tables: Tables) -> Iterator[str]:
    if field == "kind":
        yield from FACT_KINDS
    elif field == "type":
        yield from TYPES
    elif field == "source":
        yield from (f"{id_}: {raw.get('title', '')}" for id_, raw in tables.entries(SOURCES))
    else:
        values = (read_field(raw, field) for _, raw in tables.entries(FACTS))
        used = Counter(item for value in values for item in (value if isinstance(value, list) else [value]) if item)
        yield from (str(item) for item, _ in used.most_common())
