"""Units: a name, sign or symbol as a writer types it comes in; the unit, what it measures and its factor go out."""

from factcli.units.lookup import (
    dimension_of,
    may_be_one_currency,
    money_names,
    names,
    parse_unit,
    plural,
    symbols,
    to_base,
)

__all__ = ["dimension_of", "may_be_one_currency", "money_names", "names", "parse_unit", "plural", "symbols", "to_base"]
