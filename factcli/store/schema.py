"""The JSON form of facts: a decoded object of facts.json comes in, a Fact goes out, and the other way round.

The fields are those of the model: the classes that check the JSON are made of the model's own fields, so that a
field that is added there is read, written and described in the JSON Schema.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, Union, get_args, get_origin

import msgspec
from msgspec import Meta, structs

from factcli.errors import FactcliError
from factcli.model.due import checked_review
from factcli.model.edtf import EdtfDate, parse_edtf
from factcli.model.facts import Fact, Quantity, Quotation, Reference, Source, Value

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Raw = dict[str, Any]
JsonPath = tuple[str | int, ...]

# Bounded, because a decimal of 32,000 digits or of exponent 999999999 would cost every later sum dearly.  The last
# group keeps Python's `$` from accepting a line feed after the number.
_AMOUNT = r"^-?(?:0|[1-9][0-9]{0,59})(?:\.[0-9]{1,60})?(?:[eE][+-]?[0-9]{1,2})?$(?!\n)"
_LONGEST_AMOUNT = 60

Text = Annotated[str, Meta(min_length=1)]
Amount = Annotated[str, Meta(pattern=_AMOUNT, description="a decimal number as text", examples=["85", "-2.5"])]
Edtf = Annotated[str, Meta(min_length=1, description="a date as EDTF", examples=["2019-07-18", "2007/2015"])]
_JSON_TYPES: dict[Any, Any] = {str: Text, Decimal | None: Amount | None, EdtfDate | None: Edtf | None}

# Facts of one store share a few dates.
_edtf = lru_cache(maxsize=4096)(parse_edtf)
_PLAIN_KEY = re.compile(r"[^\W\d][\w-]*+")
_QUOTED = re.compile("`([^`]*+)`")
_JSON_WORDS = {"str": "text", "int": "a number", "float": "a number", "bool": "true or false", "null": "null"}
_JSON_WORDS |= {"array": "a list", "object": "an object", "str | null": "text"}
_JSON_WORDS |= {"object | null": "an object"}


class Fault(NamedTuple):
    """One thing that is wrong with decoded JSON: what, and the keys and indexes that lead to it."""

    path: JsonPath
    what: str


def _wire(model: type[msgspec.Struct], *, tag: str | None = None, **forms: Any) -> type[msgspec.Struct]:  # noqa: ANN401 - types
    """The class that checks the JSON form of ``model``; ``forms`` are the fields with a type of their own there."""
    fields: list[Any] = []
    for field in structs.fields(model):
        if field.name not in {"id", "kind", "extra"}:
            form = forms.get(field.name, _JSON_TYPES.get(field.type, field.type))
            must_stand = field.required and type(None) not in get_args(form)
            default = None if field.required else field.default
            fields.append((field.name, form) if must_stand else (field.name, form, default))
    name = f"{(tag or '').capitalize()}{model.__name__}"
    return msgspec.defstruct(name, fields, kw_only=True, tag=tag, tag_field=tag and "kind", rename={"url": "URL"})


class DateValue(msgspec.Struct):
    """The value of a date in JSON."""

    edtf: Edtf


def _field_names(form: Any) -> frozenset[str]:  # noqa: ANN401 - a type
    return frozenset(field.encode_name for field in structs.fields(form))


_QUANTITY, _QUOTATION, _REFERENCE, _SOURCE = (_wire(model) for model in (Quantity, Quotation, Reference, Source))
_VALUES = {"figure": _QUANTITY, "date": DateValue, "quote": _QUOTATION}
_FACTS = {
    kind: _wire(Fact, tag=kind, value=form, references=tuple[_REFERENCE, ...])  # type: ignore[valid-type] # made above
    for kind, form in _VALUES.items()
}
_KNOWN = {form: _field_names(form) for form in (*_VALUES.values(), _REFERENCE, _SOURCE)}
_KNOWN_OF_FACT = _field_names(_FACTS["figure"]) | {"kind"}
_SAME_IN_BOTH = _KNOWN_OF_FACT - {"kind", "value", "as_of", "references"}

# In the order in which readers look for them: the statement first, the references last.
_FIELD_ORDER = (
    "kind", "statement", "subject", "aliases", "keywords", "value", "as_of", "review", "rank", "superseded_by",
    "reason", "references", "note",
)  # fmt: skip


def decode_fact(id: str, raw: Raw) -> Fact:  # noqa: A002 - the model's word
    """The fact that ``raw``, an object of the table ``facts``, states under the key ``id``.

    Raises :class:`FactcliError` with everything that is wrong with it.
    """
    try:
        wire, value, as_of = _read_fact(raw)
    except (TypeError, KeyError, msgspec.ValidationError, FactcliError) as error:
        raise FactcliError(_listed(("facts", id), fact_faults(raw))) from error
    extra = _unknown(raw, _KNOWN_OF_FACT)
    if unknown_of_value := _unknown(raw["value"], _KNOWN[type(wire.value)]):
        extra["value"] = unknown_of_value
    return Fact(
        id=id,
        kind=raw["kind"],
        value=value,
        as_of=as_of,
        references=tuple(map(_decode_reference, wire.references, raw.get("references", ()))),
        extra=extra,
        **{name: getattr(wire, name) for name in _SAME_IN_BOTH},
    )


def decode_source(id: str, raw: Raw) -> Source:  # noqa: A002 - the model's word
    """The source that ``raw``, a CSL-JSON item of the table ``sources``, describes under the key ``id``."""
    try:
        wire: Any = msgspec.convert(raw, _SOURCE)
    except msgspec.ValidationError as error:
        raise FactcliError(_listed(("sources", id), source_faults(raw))) from error
    return Source(id, wire.type, wire.title, wire.issued, wire.url, _unknown(raw, _KNOWN[_SOURCE]))


def encode_fact(fact: Fact) -> Raw:
    """The JSON form of ``fact``, without its id; unset fields are left out, unknown ones come last.

    Raises :class:`FactcliError` if the fact could not be read back: an amount that is not a number, an empty text.
    """
    fields: Raw = {"kind": fact.kind} | _encode_fields(fact) | {"rank": fact.rank}
    if isinstance(fact.value, EdtfDate):
        fields["value"] = {"edtf": fact.value.text}
    raw = {name: fields[name] for name in _FIELD_ORDER if name in fields}
    for name, value in fact.extra.items():
        raw[name] = {**raw["value"], **value} if name == "value" else value
    if faults := id_faults(fact.id) + fact_faults(raw):
        raise FactcliError(_listed(("facts", fact.id), faults))
    return raw


def encode_source(source: Source) -> Raw:
    """The CSL-JSON item of ``source``, without its id; unset fields are left out, unknown ones come last."""
    raw = _encode_fields(source) | source.extra
    if faults := id_faults(source.id) + source_faults(raw):
        raise FactcliError(_listed(("sources", source.id), faults))
    return raw


def entry_decoder(
    sources: dict[str, Source], keep: Callable[[Fact], object]
) -> Callable[[str, str, Raw], Iterable[Fault]]:
    """A visitor of entries that puts sources into ``sources``, hands facts to ``keep`` and returns the faults."""

    def take(table: str, id: str, raw: Raw) -> Iterable[Fault]:  # noqa: A002 - the model's word
        try:
            if table == "facts":
                keep(decode_fact(id, raw))
            else:
                sources[id] = decode_source(id, raw)
        except FactcliError:
            return entry_faults(table, raw)
        return ()

    return take


def id_faults(id: str) -> list[Fault]:  # noqa: A002 - the model's word
    """What is wrong with the id of a fact or of a source."""
    return [] if id.isprintable() and id.strip() else [Fault((), "an id must be printable and not empty")]


def fact_faults(raw: Any) -> list[Fault]:  # noqa: ANN401 - foreign JSON
    """What is wrong with an entry of the table ``facts``; empty when :func:`decode_fact` takes it."""
    if not isinstance(raw, dict):
        return [Fault((), "must be an object")]
    kind = raw.get("kind")
    if not isinstance(kind, str) or kind not in _FACTS:
        return [Fault(("kind",) if "kind" in raw else (), "the kind must be figure, date or quote")]
    faults = list(_shape_faults(raw, _FACTS[kind]))
    return faults or list(_value_faults(raw))


def source_faults(raw: Any) -> list[Fault]:  # noqa: ANN401 - foreign JSON
    """What is wrong with an entry of the table ``sources``; empty when :func:`decode_source` takes it."""
    return list(_shape_faults(raw, _SOURCE))


def entry_faults(table: str, raw: Any) -> list[Fault]:  # noqa: ANN401 - foreign JSON
    """What is wrong with an entry of one of the two tables, ``facts`` and ``sources``."""
    return _ENTRY_FAULTS[table](raw)


_ENTRY_FAULTS: dict[str, Callable[[Any], list[Fault]]] = {"facts": fact_faults, "sources": source_faults}


def json_path(path: JsonPath) -> str:
    """The path as text, as in RFC 9535: ``$.facts.amia.value``, ``$.facts["a b"].references[0]``."""
    return "$" + "".join(_step(step) for step in path)


def json_schema() -> dict[str, Any]:
    """The JSON Schema of a whole facts.json: strict about the fields of the model, open to others."""
    store = msgspec.defstruct(
        "Facts",
        [("facts", dict[str, Union[tuple(_FACTS.values())]], {}), ("sources", dict[str, _SOURCE], {})],  # type: ignore[valid-type,misc] # noqa: UP007 - made above
    )
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(store)}


def _listed(entry: JsonPath, faults: list[Fault]) -> str:
    return "; ".join(f"{json_path((*entry, *fault.path))}: {fault.what}" for fault in faults)


def _step(step: str | int) -> str:
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN_KEY.fullmatch(step) else f"[{json.dumps(step, ensure_ascii=False)}]"


def _read_fact(raw: Raw) -> tuple[Any, Value, EdtfDate | None]:
    """The checked fields of a fact, its value and its ``as_of``; stops at the first defect."""
    wire: Any = msgspec.convert(raw, _FACTS[raw["kind"]])
    if wire.review is not None:
        checked_review(wire.review)
    return wire, _decode_value(wire.value), None if wire.as_of is None else _edtf(wire.as_of)


def _unknown(raw: Raw, known: frozenset[str]) -> Raw:
    return {} if known.issuperset(raw) else {name: value for name, value in raw.items() if name not in known}


def _decode_value(wire: Any) -> Value:  # noqa: ANN401 - made above
    if isinstance(wire, DateValue):
        return _edtf(wire.edtf)
    if isinstance(wire, _QUOTATION):
        return Quotation(wire.text, wire.speaker, wire.role, wire.language)  # type: ignore[attr-defined] # made above
    amount, lower, upper = map(_decimal, (wire.amount, wire.lower, wire.upper))
    if amount is None and (lower is None or upper is None):
        raise FactcliError("a figure needs an amount, or lower and upper")
    if lower is not None and upper is not None and lower > upper:
        raise FactcliError("lower is greater than upper")
    quantum = _decimal(wire.quantum)
    return Quantity(amount, wire.unit, lower, upper, wire.comparator, quantum, wire.per, wire.is_difference)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _decode_reference(wire: Any, raw: Raw) -> Reference:  # noqa: ANN401 - made above
    return Reference(wire.source, wire.locator, wire.surface, wire.origin, _unknown(raw, _KNOWN[_REFERENCE]))


@cache
def _encoded_names(form: type[msgspec.Struct]) -> tuple[tuple[str, str, Any], ...]:
    """The fields of a class that go into JSON: name there, name here, and the default that is left out."""
    return tuple(
        ("URL" if field.name == "url" else field.encode_name, field.name, None if field.required else field.default)
        for field in structs.fields(form)
        if field.name not in {"id", "kind", "extra"}
    )


def _encode_fields(value: msgspec.Struct) -> Raw:
    return {
        encoded: _encode(content)
        for encoded, name, default in _encoded_names(type(value))
        if (content := getattr(value, name)) is not None and content != default
    }


def _encode(content: Any) -> Any:  # noqa: ANN401 - JSON
    if isinstance(content, Decimal):
        return _amount_text(content)
    if isinstance(content, tuple):
        return [_encode(item) for item in content]
    if isinstance(content, Reference):
        return _encode_fields(content) | content.extra
    if isinstance(content, EdtfDate):
        return content.text
    return _encode_fields(content) if isinstance(content, msgspec.Struct) else content


def _amount_text(amount: Decimal) -> str:
    """The amount in digits; one that has too many, or is not finite, as Decimal prints it."""
    in_reach = amount.is_finite() and abs(amount.adjusted()) < _LONGEST_AMOUNT
    return format(amount, "f") if in_reach else str(amount)


def _shape_faults(raw: Any, form: Any) -> Iterator[Fault]:  # noqa: ANN401 - foreign JSON, a type
    """Why ``raw`` does not have the ``form``, field by field: msgspec itself stops at the first fault."""
    try:
        msgspec.convert(raw, form)
    except msgspec.ValidationError as error:
        inner = list(_inner_faults(raw, form))
        yield from inner or [Fault((), _plainly(str(error), form))]


def _inner_faults(raw: Any, form: Any) -> Iterator[Fault]:  # noqa: ANN401 - foreign JSON, a type
    if isinstance(form, type) and issubclass(form, msgspec.Struct) and isinstance(raw, dict):
        for field in structs.fields(form):
            if field.encode_name in raw:
                yield from _below(field.encode_name, _shape_faults(raw[field.encode_name], field.type))
            elif field.required:
                yield Fault((), f"the field {field.encode_name} is missing")
    elif get_origin(form) is tuple and isinstance(raw, list):
        for index, item in enumerate(raw):
            yield from _below(index, _shape_faults(item, get_args(form)[0]))


def _below(step: str | int, faults: Iterable[Fault]) -> Iterator[Fault]:
    return (Fault((step, *fault.path), fault.what) for fault in faults)


def _plainly(message: str, form: Any) -> str:  # noqa: ANN401 - a type
    """The message of msgspec in the words of JSON."""
    if "enum value" in message:
        return f"must be one of {' '.join(get_args(form))}"
    if "length >= 1" in message:
        return "must not be empty"
    if "matching regex" in message:
        return 'must be a decimal number of at most 60 digits, such as "85" or "-2.5"'
    expected, found = (_JSON_WORDS.get(word, "a number") for word in _QUOTED.findall(message)[:2])
    hint = ": put it in quotes" if (expected, found) == ("text", "a number") else ""
    return f"must be {expected}, not {found}{hint}"


def _value_faults(raw: Raw) -> Iterator[Fault]:
    """What the types cannot express: dates that do not exist, a range whose end is before its start."""
    wire: Any = msgspec.convert(raw, _FACTS[raw["kind"]])
    for name, decode in _DECODERS.items():
        try:
            decode(getattr(wire, name))
        except FactcliError as error:
            yield Fault((name,), f"{error.message} ({error.hint})" if error.hint else error.message)


_DECODERS: dict[str, Callable[[Any], object]] = {
    "value": _decode_value,
    "as_of": lambda text: text and _edtf(text),
    "review": lambda text: text and checked_review(text),
}
