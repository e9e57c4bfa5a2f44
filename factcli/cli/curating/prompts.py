"""The questions of ``fact add``: the answers so far come in, the next questions go out, each with its check."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from factcli.curation.fields import FACT_KINDS, KINDS
from factcli.curation.operations import check_new_id, fact_from_fields
from factcli.curation.picking.typed_fields import not_taken
from factcli.english.nouns import is_plural, singular
from factcli.errors import FactcliError
from factcli.model.due import checked_review
from factcli.model.edtf import parse_edtf
from factcli.store.csl import TYPES, check_issued, url_fault
from factcli.store.transaction import FACTS, SOURCES
from factcli.units.lookup import parse_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factcli.store.transaction import Tables

    Answers = Mapping[str, str]
    Check = Callable[[str], object]

ID, SOURCE_TITLE, SOURCE_TYPE, SOURCE_ISSUED, SOURCE_URL = "id", "title", "type", "issued", "URL"
OF_SOURCE = (SOURCE_TITLE, SOURCE_TYPE, SOURCE_ISSUED, SOURCE_URL)
_CURRENCY_LENGTH = 3


class FieldQuestion(NamedTuple):
    """A field, the prompt for it, the default, and the check, which raises FactcliError with what is wrong.

    A default of None means that an answer is required.
    """

    field: str
    text: str
    default: str | None = ""
    check: Check | None = None


def questions(answers: Answers, tables: Tables) -> Iterator[FieldQuestion]:
    """The questions that follow from the answers so far, in order; those answered are among them."""
    yield FieldQuestion(
        ID, "Id: a short name of the fact, such as amia-bombing-deaths", None, partial(_check_id, FACTS, tables)
    )
    yield FieldQuestion("kind", f"Kind: {', '.join(FACT_KINDS[:-1])} or {FACT_KINDS[-1]}", FACT_KINDS[0], _check_kind)
    yield FieldQuestion("statement", "Statement: one sentence in your own words", None)
    yield FieldQuestion("subject", "Subject: what the fact is about")
    yield FieldQuestion("aliases", "Other names of the subject, separated by ;")
    yield FieldQuestion("keywords", "Keywords, separated by ;")
    yield from _value_questions(answers)
    yield FieldQuestion("as_of", "As of: the date on which it held, such as 2019-07", check=_check_date)
    yield FieldQuestion("review", "Review: when to look at it again, such as 2027-01 or 1y", check=_check_review)
    yield FieldQuestion("source", "Source id", None, partial(_check_id, SOURCES, tables))
    if answers.get("source") and (SOURCES, answers["source"]) not in tables:
        yield from _source_questions(answers["source"])
    yield FieldQuestion("locator", "Locator, such as paragraph 2")
    if answers.get("kind") != "quote":
        yield FieldQuestion("surface", "Surface: the words as printed in the source")
    yield FieldQuestion("note", "Note for readers of the store")


def _value_questions(answers: Answers) -> Iterator[FieldQuestion]:
    kind = answers.get("kind", "")
    if kind == "figure":
        yield FieldQuestion("amount", "Amount, such as 85 or US$7m", None, partial(_check_value, "figure", "amount"))
        if not _names_unit(answers.get("amount", "")):
            yield FieldQuestion("unit", "Unit, such as USD or km, or a noun in the singular", check=_check_unit)
    elif kind == "date":
        yield FieldQuestion(
            "edtf", "Date, such as 2019-07-18, 2015-01 or 2007/2015", None, partial(_check_value, "date", "edtf")
        )
    elif kind == "quote":
        yield FieldQuestion("text", "Exact words, without quotation marks", None)
        yield FieldQuestion("speaker", "Speaker")


def _source_questions(id_: str) -> Iterator[FieldQuestion]:
    yield FieldQuestion(SOURCE_TITLE, f"'{id_}' is a new source. Title", None)
    yield FieldQuestion(SOURCE_TYPE, "Type", "article", _check_type)
    yield FieldQuestion(SOURCE_ISSUED, "Issued, such as 2019-07-18", check=check_issued)
    yield FieldQuestion(SOURCE_URL, "URL", check=_check_url)


def _check_id(table: str, tables: Tables, text: str) -> None:
    """The check of an id: that of a fact has to be new."""
    if (table, text) not in tables:
        check_new_id(text)
    elif table == FACTS:
        raise FactcliError(f"'{text}' is already in the store")


def _check_value(kind: str, field: str, text: str) -> None:
    """The check of a value: a fact could be made of it."""
    try:
        fact_from_fields("x", {"kind": kind, "statement": "x", field: text})
    except FactcliError as error:
        if field == "amount":
            raise not_taken(error, field, text) from error
        what = error.message.rpartition("$.facts.x.")[2].partition(": ")[2] or error.message
        raise FactcliError(f"'{text}': {what}" if text not in what else what) from error


def _check_kind(text: str) -> None:
    if text not in FACT_KINDS:
        raise FactcliError(f"'{text}' is not a kind: write figure, date or quote")


def _check_date(text: str) -> None:
    parse_edtf(text)


def _check_review(text: str) -> None:
    checked_review(text)


def _check_unit(text: str) -> None:
    if parse_unit(text):
        return
    if len(text) == _CURRENCY_LENGTH and text.isalpha() and text.isupper():
        raise FactcliError(f"'{text}' is not an ISO 4217 currency")
    if is_plural(text):
        raise FactcliError(f"a counted noun is written in the singular: '{singular(text)}', not '{text}'")


def _check_type(text: str) -> None:
    if text not in TYPES:
        raise FactcliError(f"'{text}' is not a CSL type: ? lists them")


def _check_url(text: str) -> None:
    if fault := url_fault(text):
        raise FactcliError(fault)


def _names_unit(amount: str) -> bool:
    """Whether an amount says its unit: "US$7m" is USD."""
    try:
        return "unit" in fact_from_fields("x", {"kind": "figure", "statement": "x", "amount": amount})["value"]
    except FactcliError:
        return False


def implied_kind(fields: Answers) -> str | None:
    """The kind that the fields imply, None for none."""
    return fields.get("kind") or next((KINDS[name] for name in fields if name in KINDS), None)
