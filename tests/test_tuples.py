"""Our NamedTuple does what that of typing does."""

from __future__ import annotations

import copy
import pickle
import typing

import pytest

from factcli import tuples


class Ours(tuples.NamedTuple):
    first: int
    second: str = "two"


class Theirs(typing.NamedTuple):
    first: int
    second: str = "two"


@pytest.mark.parametrize("make", [lambda of: of(1), lambda of: of(1, "b"), lambda of: of(second="b", first=1),
                                  lambda of: of._make([1, "b"]), lambda of: of(1)._replace(second="b")])  # fmt: skip
def test_it_holds_the_same_items(make: typing.Callable[[type], tuple[int, str]]) -> None:
    ours, theirs = make(Ours), make(Theirs)

    assert ours == theirs
    assert hash(ours) == hash(theirs)
    assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
    assert (ours.first, ours.second, ours._fields) == (theirs.first, theirs.second, theirs._fields)


@pytest.mark.parametrize("make", [lambda of: of(), lambda of: of(1, "b", 3), lambda of: of(1, first=1),
                                  lambda of: of(1, third=3), lambda of: of(1)._replace(third=3)])  # fmt: skip
@pytest.mark.parametrize("of", [Ours, Theirs])
def test_it_refuses_the_same_items(make: typing.Callable[[type], object], of: type) -> None:
    with pytest.raises((TypeError, ValueError)):
        make(of)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda ours: pickle.loads(pickle.dumps(ours))])  # noqa: S301
def test_it_can_be_copied(again: typing.Callable[[Ours], Ours]) -> None:
    assert again(Ours(1, "b")) == Ours(1, "b")
    assert type(again(Ours(1, "b"))) is Ours
