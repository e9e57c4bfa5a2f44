"""``typing.NamedTuple`` for what a lookup imports: the import of typing alone is half of ``python -c pass``.

Type checkers are shown the real one::

    TYPE_CHECKING = False
    if TYPE_CHECKING:
        from typing import NamedTuple
    else:
        from factcli.tuples import NamedTuple
"""

from operator import itemgetter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, Self


class NamedTuple(tuple):  # type: ignore[type-arg] # its items are those of the subclass
    """A tuple whose items are the annotated names of the subclass, with their defaults."""

    __slots__ = ()
    _fields: "tuple[str, ...]" = ()
    _field_defaults: "dict[str, Any]" = {}  # noqa: RUF012 - as in typing

    def __init_subclass__(cls) -> None:
        """Make a property of each annotated name."""
        cls._fields = tuple(cls.__annotations__)
        cls._field_defaults = {name: vars(cls)[name] for name in cls._fields if name in vars(cls)}
        for index, name in enumerate(cls._fields):
            setattr(cls, name, property(itemgetter(index)))

    def __new__(cls, *values: "Any", **named: "Any") -> "Self":  # noqa: ANN401 - as in typing
        """The tuple of all items, in order or by name; raises TypeError for one too many or too few."""
        if named or len(values) != len(cls._fields):
            rest = cls._fields[len(values) :]
            known = cls._field_defaults | named
            if len(values) > len(cls._fields) or not named.keys() <= set(rest) <= known.keys():
                raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}")
            values += tuple(known[name] for name in rest)
        return tuple.__new__(cls, values)

    @classmethod
    def _make(cls, values: "Iterable[Any]") -> "Self":
        return tuple.__new__(cls, values)

    def _replace(self, **changes: "Any") -> "Self":  # noqa: ANN401 - as in typing
        return type(self)(**dict(zip(self._fields, self, strict=True)) | changes)

    def __repr__(self) -> str:
        items = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({', '.join(items)})"

    def __getnewargs__(self) -> "tuple[Any, ...]":
        return tuple(self)
