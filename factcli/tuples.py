"""``typing.NamedTuple`` for what a lookup imports: the import of typing alone is half of ``python -c pass``.

Type checkers are shown the real one::

    TYPE_CHECKING = False
    if TYPE_CHECKING:
        from typing import NamedTuple
    else:
        from factcli.tuples import NamedTuple
"""

from _operator import itemgetter  # operator itself is a module more to read

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
        cls._fields = cls.__match_args__ = tuple(cls.__annotations__)
        cls._field_defaults = {name: vars(cls)[name] for name in cls._fields if name in vars(cls)}
        for index, name in enumerate(cls._fields):
            setattr(cls, name, property(itemgetter(index)))

    def __new__(cls, *values: "Any", **named: "Any") -> "Self":
        """The tuple of all items, in order or by name; raises TypeError for a name that lacks or is unknown."""
        if named or len(values) != len(cls._fields):
            known = cls._field_defaults | dict(zip(cls._fields, values, strict=False)) | named
            lacking = [name for name in cls._fields if name not in known]
            if lacking or len(values) + len(named) > len(cls._fields) or len(known) != len(cls._fields):
                raise TypeError(f"{cls.__name__} takes {', '.join(cls._fields)}")
            values = tuple(known[name] for name in cls._fields)
        return tuple.__new__(cls, values)

    @classmethod
    def _make(cls, values: "Iterable[Any]") -> "Self":
        return tuple.__new__(cls, values)

    def _replace(self, **changes: "Any") -> "Self":
        return type(self)(**dict(zip(self._fields, self, strict=True)) | changes)

    def __repr__(self) -> str:
        items = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({', '.join(items)})"

    def __getnewargs__(self) -> "tuple[Any, ...]":
        return tuple(self)
