"""The fields given to ``fact add`` come in; the missing ones are asked for, and each answer is checked at once."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, NamedTuple

from factcli.cli.curating.change import ask, store_to_change
from factcli.cli.output import write_note
from factcli.curation.fields import KINDS, LISTS, split_list
from factcli.curation.operations import fact_from_fields
from factcli.errors import FactcliError
from factcli.store.csl import check_issued, check_type
from factcli.store.schema import id_faults
from factcli.store.transaction import FACTS, SOURCES, read_tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from factcli.store.schema import Raw
    from factcli.store.transaction import Tables

    Check = Callable[[str], None] | None


class FieldPrompt(NamedTuple):
    """A field, the prompt for it, and whether the answer may be empty."""

    field: str
    text: str
    is_optional: bool = True


class Answers(NamedTuple):
    """The id of the fact, its fields, and its source if that is not in the store yet."""

    id: str
    fields: dict[str, str]
    new_source: tuple[str, Raw] | None


_OPTIONS = {"aliases": "alias", "keywords": "keyword", "as_of": "as-of"}
_KINDS = ("figure", "date", "quote")
_FIRST = (
    FieldPrompt("statement", "Statement: one sentence in your own words", is_optional=False),
    FieldPrompt("subject", "Subject: what the fact is about"),
    FieldPrompt("keywords", "Keywords, separated by ;"),
)
_VALUES = {
    "figure": (
        FieldPrompt("amount", "Amount, such as 85 or US$7m", is_optional=False),
        FieldPrompt("unit", "Unit, such as USD or km, or a noun in the singular"),
    ),
    "date": (FieldPrompt("edtf", "Date, such as 2019-07-18, 2015-01 or 2007/2015", is_optional=False),),
    "quote": (
        FieldPrompt("text", "Exact words, without quotation marks", is_optional=False),
        FieldPrompt("speaker", "Speaker"),
    ),
}
_REFERENCE = (
    FieldPrompt("source", "Source id", is_optional=False),
    FieldPrompt("locator", "Locator, such as paragraph 2"),
    FieldPrompt("surface", "Surface: the words as printed in the source"),
)

# The fields of a new source, with their prompts, defaults and checks.
_SOURCE: tuple[tuple[str, str, str | None, Check], ...] = (
    ("title", "Title", None, None),
    ("type", "Type", "article", check_type),
    ("issued", "Issued, such as 2019-07-18", "", check_issued),
    ("URL", "URL", "", None),
)


def interview(id_: str | None, fields: dict[str, str]) -> Answers:
    """Ask for the missing fields of a fact; those given as options are not asked for."""
    tables = read_tables(store_to_change(may_create=True))
    id_ = id_ or _asked_id(tables)
    kind = fields.get("kind") or next((KINDS[name] for name in fields if name in KINDS), None)
    while kind not in _KINDS:
        kind = ask("Kind: figure, date or quote", "figure")
    answers = fields | {"kind": kind}
    for question in (*_FIRST, *_VALUES[kind], *_REFERENCE):
        if question.field not in answers and not _is_known(question, answers):
            answers[question.field] = _answer(question, kind)
    source = answers["source"]
    return Answers(id_, answers, None if (SOURCES, source) in tables else (source, _asked_source(source)))


def as_command(answers: Answers) -> str:
    """The command line equivalent to the answers, to try again."""
    options = [part for name, text in answers.fields.items() for part in _options(name, text)]
    return shlex.join(["fact", "add", answers.id, *options])


def _options(name: str, text: str) -> list[str]:
    option = f"--{_OPTIONS.get(name, name)}"
    texts = split_list(text) if name in LISTS else [text]
    return [part for each in texts if each for part in (option, each)]


def _asked_id(tables: Tables) -> str:
    while True:
        id_ = ask("Id: a short name of the fact, such as amia-bombing-deaths")
        faults = [fault.what for fault in id_faults(id_)]
        if " " in id_:
            faults.append("an id has no spaces")
        if (FACTS, id_) in tables:
            faults.append(f"'{id_}' is already in the store")
        if not faults:
            return id_
        write_note(faults[0])


def _is_known(question: FieldPrompt, answers: dict[str, str]) -> bool:
    """Whether another answer implies it: "US$7m" has a unit, and the words of a quote are its surface."""
    if question.field == "unit":
        return "unit" in fact_from_fields("x", _probe("figure", "amount", answers["amount"]))["value"]
    return question.field == "surface" and answers["kind"] == "quote"


def _answer(question: FieldPrompt, kind: str) -> str:
    def check(text: str) -> None:
        fact_from_fields("x", _probe(kind, question.field, text))

    return _asked(question.text, "" if question.is_optional else None, check if question.field in KINDS else None)


def _asked(prompt: str, default: str | None, check: Check) -> str:
    """The first answer that is empty, or that ``check`` does not raise :class:`FactcliError` for."""
    while True:
        text = ask(prompt, default)
        try:
            if check and text:
                check(text)
        except FactcliError as error:
            write_note(error.lines()[0].removeprefix("$.facts.x."))
        else:
            return text


def _probe(kind: str, field: str, text: str) -> dict[str, str]:
    return {"kind": kind, "statement": "x", field: text}


def _asked_source(id_: str) -> Raw:
    write_note(f"'{id_}' is a new source.")
    answers = {name: _asked(prompt, default, check) for name, prompt, default, check in _SOURCE}
    return {name: text for name, text in answers.items() if text}
