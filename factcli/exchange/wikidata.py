"""An entity of Wikidata (JSON of Special:EntityData) comes in; its quantities and times go out as facts."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from factcli.errors import FactcliError
from factcli.escaping import safe_link
from factcli.exchange.import_formats import Batch, ImportedFact
from factcli.exchange.observations import LONGEST_LABEL, MOST_OBSERVATIONS, Series, fact_of, scaled
from factcli.extract.identifiers import Identifiers, slug
from factcli.model.edtf import parse_edtf

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.exchange.import_formats import ImportChoices
    from factcli.store.schema import Raw

# What is often stated, with the noun that it counts where Wikidata gives no unit.
_PROPERTIES = {
    "P1082": ("population", "person"), "P1128": ("number of employees", "employee"),
    "P1120": ("number of deaths", "person"), "P1339": ("number of injured", "person"),
    "P1098": ("number of speakers", "person"), "P1083": ("maximum capacity", "person"),
    "P2124": ("number of members", "member"), "P2046": ("area", None), "P2044": ("elevation", None),
    "P2048": ("height", None), "P2043": ("length", None), "P2049": ("width", None), "P2067": ("mass", None),
    "P2139": ("total revenue", None), "P2131": ("nominal GDP", None), "P2130": ("cost", None),
    "P1198": ("unemployment rate", None), "P571": ("inception", None), "P569": ("date of birth", None),
    "P570": ("date of death", None), "P577": ("date of publication", None), "P576": ("date of dissolution", None),
    "P619": ("date of launch", None), "P1619": ("date of opening", None),
}  # fmt: skip
_UNITS = {
    "Q11573": "m", "Q828224": "km", "Q174728": "cm", "Q174789": "mm", "Q253276": "mi", "Q3710": "ft", "Q712226": "km²",
    "Q25343": "m²", "Q35852": "ha", "Q11570": "kg", "Q191118": "t", "Q25267": "°C", "Q11574": "s", "Q7727": "min",
    "Q25235": "h", "Q573": "day", "Q577": "year", "Q11229": "%", "Q4917": "USD", "Q4916": "EUR", "Q25224": "GBP",
    "Q8146": "JPY",
}  # fmt: skip
_ITEM = re.compile(r"[QP][1-9][0-9]{0,14}")
_TIME = re.compile(r"\+(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})T00:00:00Z")
_GREGORIAN = "http://www.wikidata.org/entity/Q1985727"
_DECADE, _YEAR, _MONTH, _DAY = 8, 9, 10, 11
_AS_OF, _URL, _STATED_IN, _TITLE, _ISSUED = "P585", "P854", "P248", "P1476", "P577"
_LONGEST_ID = 60


class _Entity(NamedTuple):
    """An entity: its id, its label, and its statements by property."""

    id: str
    label: str
    claims: dict[str, list[dict[str, Any]]]


def parse_wikidata(text: str, name: str, choices: ImportChoices) -> Batch:
    """The quantities and times of an entity as facts; what cannot be one is counted in notes.

    ``choices.mapping`` names properties (``P1082``: ``population``).  Raises :class:`FactcliError` if the text is not
    such an entity.
    """
    wrong = next((id_ for id_ in choices.mapping if not _ITEM.fullmatch(id_)), None)
    if wrong is not None:
        raise FactcliError(f"--map {wrong}: not a property", hint="write P1082=population")
    entity = _entity(text, name)
    batch, ids, left_out = Batch([], {}), Identifiers(), Counter[str]()
    for id_, claim in _statements(entity):
        try:
            raw = _fact(entity, id_, claim, choices, batch.sources)
        except _LeftOutError as why:
            left_out[str(why)] += 1
            continue
        if len(batch.facts) == MOST_OBSERVATIONS:
            raise FactcliError(f"{name}: more than {MOST_OBSERVATIONS:,} statements", hint="import a part of it")
        made = ids.choose(entity.label, [raw["keywords"][0], str(raw.get("as_of", ""))])
        batch.facts.append(ImportedFact(f"{name}: {id_}", made, raw))
    if not batch.facts:
        raise FactcliError(f"{name}: no quantity or time of a known property", hint="name one: --map P1082=population")
    return batch._replace(notes=tuple(f"{number} left out: {why}" for why, number in left_out.most_common()))


class _LeftOutError(Exception):
    """Why a statement is not made a fact."""


def _entity(text: str, name: str) -> _Entity:
    try:
        content = json.loads(text)
        ((id_, entity),) = content["entities"].items()
        labels, claims = entity["labels"], entity["claims"]
        label = (labels.get("en") or labels.get("mul") or next(iter(labels.values()), {"value": id_}))["value"]
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError) as error:
        hint = "save https://www.wikidata.org/wiki/Special:EntityData/Q90.json"
        raise FactcliError(f"{name}: not one entity of Wikidata as JSON", hint=hint) from error
    if not _ITEM.fullmatch(id_) or not isinstance(label, str) or not isinstance(claims, dict):
        raise FactcliError(f"{name}: not one entity of Wikidata as JSON", hint="check the file")
    return _Entity(id_, label[:LONGEST_LABEL] or id_, claims)


def _statements(entity: _Entity) -> Iterator[tuple[str, dict[str, Any]]]:
    for id_, claims in entity.claims.items():
        if _ITEM.fullmatch(id_):
            yield from ((id_, claim) for claim in _objects(claims))


def _objects(items: Any) -> list[dict[str, Any]]:  # noqa: ANN401 - foreign JSON
    """The objects of what should be a list of them."""
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _fact(entity: _Entity, id_: str, claim: dict[str, Any], choices: ImportChoices, sources: dict[str, Raw]) -> Raw:
    """A statement as a fact, with its sources added to ``sources``; raises :class:`_LeftOutError`."""
    form, value = _datavalue(claim.get("mainsnak"))
    if form not in ("quantity", "time"):
        raise _LeftOutError("neither a quantity nor a time")
    known, noun = _PROPERTIES.get(id_, (None, None))
    measure = choices.mapping.get(id_) or known
    if measure is None:
        raise _LeftOutError(f"property {id_} is not known; --map {id_}=NAME names it")
    as_of = _as_of(claim)
    if form == "time":
        raw = fact_of("date", {"edtf": _edtf(value)}, Series(entity.label, measure))
    else:
        raw = fact_of("figure", _figure(value, noun), Series(entity.label, measure, as_of=as_of))
    if claim.get("rank") in ("preferred", "deprecated"):
        raw["rank"] = claim["rank"]
    if raw.get("rank") == "deprecated":
        raw["reason"] = "deprecated in Wikidata"
    raw["references"] = [{"source": source, "locator": id_} for source in _sources(entity, claim, sources)]
    return raw


def _datavalue(snak: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - foreign JSON
    """The type and the value of a snak; an empty type for none."""
    found = snak.get("datavalue") if isinstance(snak, dict) and snak.get("snaktype") == "value" else None
    if not isinstance(found, dict) or not isinstance(found.get("value"), dict):
        return "", {}
    return str(found.get("type")), found["value"]


def _figure(value: dict[str, Any], noun: str | None) -> Raw:
    amount = scaled(str(value.get("amount", "")).removeprefix("+"), 0)
    item = str(value.get("unit", "")).rpartition("/")[2]
    unit = noun if item == "1" else _UNITS.get(item)
    if amount is None:
        raise _LeftOutError("an amount that is not a number")
    if item != "1" and unit is None:
        raise _LeftOutError(f"unit {item[:20]} is not known")
    return {"amount": amount} | ({"unit": unit} if unit else {})


def _edtf(value: dict[str, Any]) -> str:
    """A time as EDTF, as exact as it is; not of the Julian calendar, nor before our era."""
    match = _TIME.fullmatch(str(value.get("time", "")).replace("-00-00T", "-01-01T"))
    forms = {_DECADE: "{0:.3}X", _YEAR: "{0}", _MONTH: "{0}-{1}", _DAY: "{0}-{1}-{2}"}
    precision = value.get("precision")
    if (
        match is None
        or value.get("calendarmodel") != _GREGORIAN
        or not isinstance(precision, int)
        or precision not in forms
    ):
        raise _LeftOutError("a time of another calendar or precision")
    try:
        return str(parse_edtf(forms[int(str(precision))].format(*match.groups())))
    except FactcliError:
        raise _LeftOutError("a time that does not exist") from None


def _as_of(claim: dict[str, Any]) -> str | None:
    """The point in time of a statement; raises :class:`_LeftOutError` where it cannot be told."""
    qualifiers = claim.get("qualifiers")
    points = qualifiers.get(_AS_OF) if isinstance(qualifiers, dict) else None
    if not points:
        return None
    form, value = _datavalue(points[0] if isinstance(points, list) else None)
    if form != "time":
        raise _LeftOutError("a point in time that is not known")
    return _edtf(value)


def _sources(entity: _Entity, claim: dict[str, Any], sources: dict[str, Raw]) -> list[str]:
    """The ids of the sources of a statement; Wikidata itself where it names none."""
    made = map(_source, _objects(claim.get("references")))
    found = [each for each in made if each]
    if not found:
        url = f"https://www.wikidata.org/wiki/{entity.id}"
        source: Raw = {"type": "webpage", "title": f"Wikidata: {entity.label}", "URL": url}
        found = [(f"wikidata-{entity.id.lower()}", source)]
    for id_, source in found:
        sources.setdefault(id_, source)
    return list(dict.fromkeys(id_ for id_, _ in found))


def _source(reference: dict[str, Any]) -> tuple[str, Raw] | None:
    """A reference as a source: its address and title, or the item that it is stated in."""
    found = reference.get("snaks")
    of_ids = found.items() if isinstance(found, dict) else ()
    snaks = {id_: first for id_, of_id in of_ids for first in _objects(of_id)[:1]}
    url, item = safe_link(_text(snaks.get(_URL))), _text(snaks.get(_STATED_IN))
    if url:
        title = _text(snaks.get(_TITLE)) or url
        source: Raw = {"type": "webpage", "title": title[:LONGEST_LABEL], "URL": url}
        return slug(url.partition("://")[2])[:_LONGEST_ID].strip("-") or "page", source | _issued(snaks)
    if _ITEM.fullmatch(item):
        return f"wikidata-{item.lower()}", {"type": "document", "title": f"Wikidata item {item}"} | _issued(snaks)
    return None


def _issued(snaks: dict[str, Any]) -> Raw:
    form, value = _datavalue(snaks.get(_ISSUED))
    try:
        return {"issued": _edtf(value)} if form == "time" else {}
    except _LeftOutError:
        return {}


def _text(snak: Any) -> str:  # noqa: ANN401 - foreign JSON
    """A snak of a reference as text: a string, a title in a language, the id of an item."""
    found = snak.get("datavalue") if isinstance(snak, dict) else None
    value = found.get("value") if isinstance(found, dict) else None
    if isinstance(value, dict):
        value = value.get("text") or value.get("id")
    return value[:2000] if isinstance(value, str) else ""
