"""The fields of a fact by the names that a curator types, ``amount`` or ``locator``: text -> JSON and back."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from msgspec import structs

from factcli.errors import FactcliError
from factcli.mentions import sole_figure
from factcli.model.facts import Quantity, Quotation
from factcli.units.lookup import parse_unit

if TYPE_CHECKING:
    from factcli.store.schema import Raw

    Path = tuple[str, ...]

# Where each field is stored: in the fact itself, in its value, or in its first reference.
OF_VALUE = (*(field.name for field in structs.fields(Quantity)), "edtf", *(f.name for f in structs.fields(Quotation)))
OF_REFERENCE = ("source", "locator", "surface")
FIELDS = (
    "kind", "statement", "subject", "aliases", "keywords", *OF_VALUE,
    "as_of", "review", "rank", "superseded_by", "reason", *OF_REFERENCE, "note",
)  # fmt: skip
LISTS = frozenset({"aliases", "keywords"})
# The field of the value that implies each kind.
KINDS = {"amount": "figure", "lower": "figure", "edtf": "date", "text": "quote"}
FACT_KINDS = tuple(dict.fromkeys(KINDS.values()))
AMOUNTS = frozenset({"amount", "lower", "upper", "quantum"})
_DECIMAL = re.compile(r"-?[0-9]++(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?")
_GROUPED = re.compile(r"-?[0-9]{1,3}(?:,[0-9]{3})++(?:\.[0-9]++)?")
# As in queries: 5m is five million.
_SCALED = re.compile(r"(?P<figure>-?[0-9]++(?:\.[0-9]++)?)(?P<scale>k|m|bn|tn)", re.IGNORECASE)
_SCALES = {"k": 3, "m": 6, "bn": 9, "tn": 12}
_ASSIGNMENT = re.compile(r"(?P<name>[^\W\d]++(?:-[^\W\d]++)*+)\s*+(?P<operator>\+=|-=|=)(?P<value>.*+)", re.DOTALL)
_SEPARATOR = ";"


def parse_assignment(text: str) -> tuple[str, str, str]:
    """``field=value``, and for lists also ``+=`` and ``-=`` -> name, operator, value; raises FactcliError."""
    match = _ASSIGNMENT.fullmatch(text)
    if not match:
        raise FactcliError(f"'{text}' is not an assignment", hint="write FIELD=VALUE, such as amount=87")
    return field_name(match["name"]), match["operator"], match["value"]


def field_name(typed: str) -> str:
    """The name of the field that was typed (``as-of``); raises :class:`FactcliError` if it is unknown."""
    name = typed.strip().replace("-", "_").lower()
    if name not in FIELDS:
        raise FactcliError(f"unknown field '{typed}'; known fields: {', '.join(FIELDS)}")
    return name


def read_field(raw: Raw, name: str) -> Any:  # noqa: ANN401 - JSON
    """What a fact (as JSON, sound or not) says in a field; None if it is missing."""
    if name in OF_VALUE:
        return _object(raw.get("value")).get(name)
    if name in OF_REFERENCE:
        return _object(_first(raw.get("references"))).get(name)
    return raw.get(name)


def assign(raw: Raw, name: str, text: str, operator: str = "=") -> None:
    """Put what was typed into a field of a fact (as JSON); an empty text removes the field.

    An amount may be typed as a writer prints it (``US$7m``, ``about 50,000``, ``more than 80 km a
    day``), which also says its unit, comparator and rate.
    """
    if name in LISTS:
        _put(raw, name, _changed_list(_list(raw.get(name)), split_list(text), operator))
    elif operator != "=":
        raise FactcliError(f"{name} is not a list", hint=f"write {name}=VALUE")
    elif name in AMOUNTS:
        _assign_amount(raw, name, text.strip())
    else:
        _put(raw, name, (parse_unit(text) or text) if name == "unit" else text)


def split_list(text: str) -> list[str]:
    """The items of a list as it is typed: separated by semicolons, or as JSON if an item contains one."""
    if text.startswith("["):
        try:
            items = json.loads(text)
        except (json.JSONDecodeError, RecursionError):
            items = None
        if isinstance(items, list) and all(isinstance(item, str) for item in items):
            return items
    return [item.strip() for item in text.split(_SEPARATOR) if item.strip()]


def join_list(items: list[str]) -> str:
    """The items of a list as :func:`split_list` reads them."""
    text = f"{_SEPARATOR} ".join(items)
    return text if split_list(text) == items else json.dumps(items, ensure_ascii=False)


def kind_of(raw: Raw) -> str | None:
    """The kind of fact that the value implies, None if there is no value yet."""
    return next((kind for name, kind in KINDS.items() if name in _object(raw.get("value"))), None)


def shown(value: object) -> str:
    """The value of a field as text for a line of a report."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return join_list(value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _holder(raw: Raw, name: str) -> Raw:
    """The object that holds a field, created if it is missing."""
    if name in OF_VALUE:
        raw["value"] = _object(raw.get("value"))
        return raw["value"]  # type: ignore[no-any-return] # JSON
    if name in OF_REFERENCE:
        raw["references"] = [_object(_first(raw.get("references"))), *_list(raw.get("references"))[1:]]
        return raw["references"][0]  # type: ignore[no-any-return] # JSON
    return raw


def _object(value: Any) -> Raw:  # noqa: ANN401 - JSON
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - JSON
    return value if isinstance(value, list) else []


def _first(value: Any) -> Any:  # noqa: ANN401 - JSON
    return next(iter(_list(value)), None)


def _put(raw: Raw, name: str, value: Any) -> None:  # noqa: ANN401 - JSON
    if value not in ("", []):
        _holder(raw, name)[name] = value
    elif read_field(raw, name) is not None:
        del _holder(raw, name)[name]


def _changed_list(old: list[str], items: list[str], operator: str) -> list[str]:
    if operator == "=":
        return items
    if operator == "+=":
        return [*old, *(item for item in items if item not in old)]
    return [item for item in old if item not in items]


def _assign_amount(raw: Raw, name: str, text: str) -> None:
    if scaled := _SCALED.fullmatch(text):
        text = _unscaled(scaled)
    elif _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    mentioned = None if name != "amount" or not text or _DECIMAL.fullmatch(text) else _mentioned(text)
    if mentioned is None:
        _put(raw, name, text)
        return
    for part in ("amount", "lower", "upper"):
        amount = getattr(mentioned, part)
        _put(raw, part, "" if amount is None else f"{amount:f}")
    _put(raw, "comparator", "" if mentioned.comparator == "=" else mentioned.comparator)
    for part in ("unit", "per"):
        if getattr(mentioned, part):
            _put(raw, part, getattr(mentioned, part))


def _unscaled(scaled: re.Match[str]) -> str:
    return f"{Decimal(scaled['figure']).scaleb(_SCALES[scaled['scale'].lower()]):f}"


def _mentioned(text: str) -> Quantity | None:
    """The quantity that the whole of a text states: ``US$7 million``, ``more than 80``."""
    mention = sole_figure(text)
    if mention is None or not isinstance(mention.value, Quantity):
        return None
    # In prose 5m is five metres; a curator types it for five million.
    if mention.value.amount is not None and (scaled := _SCALED.fullmatch(mention.surface)):
        return structs.replace(mention.value, amount=Decimal(_unscaled(scaled)), unit=None)
    return mention.value
