"""The fields of a candidate as they are shown and typed ("US$7m", "12 May 2019"): text -> JSON and back."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from factcli.curation.fields import assign, join_list, read_field, shown
from factcli.errors import FactcliError
from factcli.mentions import find_mentions
from factcli.model.edtf import EdtfDate, EdtfError, parse_edtf
from factcli.model.formatting import value_in_words
from factcli.store.schema import decode_fact, encode_fact

if TYPE_CHECKING:
    from factcli.store.schema import Raw

EDITABLE = ("statement", "subject", "keywords", "value", "speaker", "as_of")
_VALUE_OF = {"figure": "amount", "date": "edtf", "quote": "text"}


def editable_fields(raw: Raw) -> tuple[str, ...]:
    """The fields that a candidate of this kind has: only a quote has a speaker, only a date is of no time."""
    kind = raw.get("kind")
    without = {"speaker"} if kind != "quote" else set()
    return tuple(name for name in EDITABLE if name not in without and not (name == "as_of" and kind == "date"))


def typed_field(raw: Raw, name: str) -> str:
    """A field as a curator would type it; empty if the candidate has none."""
    if name == "value":
        return _typed_value(raw)
    value = read_field(raw, name)
    if value is None:
        return ""
    is_list = isinstance(value, list) and all(isinstance(item, str) for item in value)
    return join_list(value) if is_list else shown(value)


def with_field(raw: Raw, name: str, text: str) -> Raw:
    """The candidate with what was typed for a field; raises :class:`FactcliError` if that is not valid."""
    changed = deepcopy(raw)
    if name == "value":
        name = _VALUE_OF.get(str(raw.get("kind")), "amount")
        text = _edtf_of(text) if name == "edtf" else text
    elif name == "as_of" and text.strip():
        text = _edtf_of(text)
    if not text.strip() and name in {"statement", "amount", "edtf", "text"}:
        raise FactcliError(f"{name} cannot be empty")
    if name == "amount":
        # How exactly the old value was written says nothing of the new one.
        assign(changed, "quantum", "")
    assign(changed, name, text.strip())
    try:
        return encode_fact(decode_fact("x", changed))
    except FactcliError as error:
        raise not_taken(error, name, text) from error


def not_taken(error: FactcliError, name: str, text: str) -> FactcliError:
    """The error of a field that was typed, without the place that a fact would have in a store."""
    if name == "amount":
        return FactcliError(f"'{text}' is not a figure", hint="write 85, US$7m, 12 km or about 5 km")
    return FactcliError(error.message.rpartition("$.facts.x.")[2], hint=error.hint)


def _typed_value(raw: Raw) -> str:
    value = decode_fact("x", raw).value
    return value.text if not hasattr(value, "amount") else value_in_words(value)


def _edtf_of(text: str) -> str:
    """The date in what was typed: EDTF, or as a writer prints it."""
    try:
        return parse_edtf(text.strip()).text
    except EdtfError:
        dates = [each for each in find_mentions(text) if isinstance(each.value, EdtfDate)]
        if len(dates) == 1 and dates[0].surface.strip() == text.strip() and isinstance(dates[0].value, EdtfDate):
            return dates[0].value.text
    raise FactcliError(f"'{text}' is not a date", hint="write 2019-07-18, 2019-07 or 12 May 2019")
