"""A fact and the text that its origin gives now come in; the fact as it should be goes out, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factcli.check.compare.quantities import compare
from factcli.check.suggestions.rewriting import ways_to_say
from factcli.curation.fields import assign
from factcli.curation.operations import add_fact, replace_fact
from factcli.errors import FactcliError
from factcli.mentions import find_figures
from factcli.model.due import is_due
from factcli.model.facts import Quotation
from factcli.model.formatting import plain_value
from factcli.store.schema import decode_fact
from factcli.store.transaction import FACTS

if TYPE_CHECKING:
    from datetime import date

    from factcli.model.facts import Value
    from factcli.store.schema import Raw
    from factcli.store.transaction import Change, Tables

_LONGEST_TEXT = 200


class Renewal(NamedTuple):
    """A fact as it is, as its origin has it now, and whether there is anything to write.

    ``statement_is_wrong`` says that the statement states the old value in a way that could not be rewritten.
    """

    id: str
    old: Raw
    new: Raw
    is_changed: bool
    statement_is_wrong: bool = False

    @property
    def values(self) -> tuple[str, str]:
        """The old and the new value, as text."""
        return plain_value(_value(self.old)), plain_value(_value(self.new))


def renewed(id_: str, old: Raw, text: str, day: date) -> Renewal:
    """The renewal of a fact whose origin gives ``text`` on that ``day``; raises :class:`FactcliError`.

    A number keeps the unit of the fact.  A value that is dated is dated anew if it has changed, or is due for review.
    """
    if len(text) > _LONGEST_TEXT or "\n" in text or not text:
        shown = f"'{text[:_LONGEST_TEXT]}...'" if text else "nothing"
        raise FactcliError(f"its origin gives {shown}, not a value", hint="print the value alone")
    fact = decode_fact(id_, old)
    if isinstance(fact.value, Quotation):
        raise FactcliError("a quote cannot be refreshed", hint="remove its origin")
    new = old | {"value": dict(old["value"]), "references": [dict(each) for each in old["references"]]}
    value = _assigned(new, text)
    _check_unit(old, new)
    is_other = value != fact.value
    if "as_of" in old and (is_other or is_due(fact, day)):
        new["as_of"] = day.isoformat()
    statement = _restated(old["statement"], fact.value, value) if is_other else old["statement"]
    new["statement"] = statement or old["statement"]
    return Renewal(id_, old, new, new != old, statement is None)


def apply_renewal(tables: Tables, renewal: Renewal) -> list[Change]:
    """Write a renewal; the old value is kept as a deprecated fact where it is dated.

    Raises :class:`FactcliError` if the fact has changed since it was measured.
    """
    if tables.entry(FACTS, renewal.id) != renewal.old:
        raise FactcliError(f"'{renewal.id}' has changed in the store meanwhile", hint="refresh it again")
    kept: list[Change] = []
    if "as_of" in renewal.old and renewal.new["value"] != renewal.old["value"]:
        former = _free_id(tables, f"{renewal.id}-{_slug(renewal.old['as_of'])}")
        raw = {name: value for name, value in renewal.old.items() if name != "review"}
        raw["references"] = [_without_origin(reference) for reference in raw["references"]]
        kept = add_fact(tables, former, raw | {"rank": "deprecated", "superseded_by": renewal.id})
    return [*replace_fact(tables, renewal.id, renewal.new), *kept]


def _without_origin(reference: Raw) -> Raw:
    return {name: value for name, value in reference.items() if name != "origin"}


def _value(raw: Raw) -> Value:
    return decode_fact("x", raw).value


def _assigned(raw: Raw, text: str) -> Value:
    """The value of a fact once ``text`` is put into it."""
    try:
        assign(raw, "amount" if raw["kind"] == "figure" else "edtf", text)
        return _value(raw)
    except FactcliError as error:
        raise FactcliError(f"its origin gives '{text}', not a value", hint="print the value alone") from error


def _check_unit(old: Raw, new: Raw) -> None:
    for name in ("unit", "per"):
        before, after = old["value"].get(name), new["value"].get(name)
        if before != after:
            raise FactcliError(f"its origin gives {after}, the fact has {before}", hint="print the number alone")


def _restated(statement: str, old: Value, new: Value) -> str | None:
    """The statement with the new value in place of the old one; None if the old one cannot be replaced."""
    stated = [each for each in find_figures(statement) if each.is_possible and compare(each.value, old).holds]
    if not stated:
        return statement
    start, end = stated[0].span
    for words in ways_to_say(stated[0], new) if len(stated) == 1 else ():
        rewritten = statement[:start] + words + statement[end:]
        if any(each.span.start == start and compare(each.value, new).holds for each in find_figures(rewritten)):
            return rewritten
    return None


def _free_id(tables: Tables, wanted: str) -> str:
    id_, number = wanted, 1
    while (FACTS, id_) in tables:
        number += 1
        id_ = f"{wanted}-{number}"
    return id_


def _slug(edtf: str) -> str:
    return "-".join("".join(each if each.isalnum() else " " for each in edtf.lower()).split())
