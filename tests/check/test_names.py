"""Names are runs of capitals, and a fact knows them under their other names too."""

import pytest

from factcli.check.names import find_names
from factcli.check.vocabulary import vocabulary_of
from factcli.english.stemming import find_words


def names_of(text: str) -> list[str]:
    return [text[name.start : name.end] for name in find_names(find_words(text), set())]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In Lima the harbour of Port Selby closed.", ["Lima", "Port Selby"]),
        ("Duke of Marl and Ana Silva met.", ["Duke of Marl", "Ana Silva"]),
        ("The film earned little in May.", []),
        ("Nearly everybody left on Friday.", []),
        ("J. R. Hale wrote it.", ["J. R. Hale"]),
    ],
)
def test_names_are_runs_of_capitals(text: str, names: list[str]) -> None:
    assert names_of(text) == names


@pytest.mark.parametrize("token", ["uk", "britain", "moroccan", "silva"])
def test_a_name_is_known_by_its_alias_its_root_or_itself(token: str) -> None:
    assert vocabulary_of("Silva left Morocco for the United Kingdom").knows(token)


@pytest.mark.parametrize(
    ("place", "token"),
    [
        ("Austria", "austrians"),
        ("Iran", "iranian"),
        ("Peru", "peruvian"),
        ("the Netherlands", "dutch"),
        ("Cyprus", "cypriot"),
        ("the U.S.", "american"),
        ("the United States", "US"),
        ("Serbs", "serbia"),
        ("Republicans", "republican"),
    ],
)
def test_a_place_is_known_by_its_people(place: str, token: str) -> None:
    assert vocabulary_of(f"It came from {place}.").knows(token)


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("Harvest in Austria", "australia"),
        ("Harvest in Austria", "australian"),
        ("Farmers of Iran", "iraq"),
        ("Nigerian farmers", "niger"),
        ("Slovak rivers", "slovenia"),
        ("They told us so.", "american"),
        ("They told us so.", "US"),
        ("The farmer who sold La Paz her grain.", "WHO"),
        ("The farmer who sold La Paz her grain.", "LA"),
        ("Investment fell", "investigator"),
    ],
)
def test_names_that_only_look_alike_stay_apart(text: str, token: str) -> None:
    assert not vocabulary_of(text).knows(token)


@pytest.mark.parametrize(
    ("acronym", "name"), [("US", "United States"), ("WHO", "World Health Organization"), ("LA", "Los Angeles")]
)
def test_an_acronym_in_capitals_is_a_name(acronym: str, name: str) -> None:
    (word,) = find_words(acronym)

    assert vocabulary_of(name).knows(word.folded)


@pytest.mark.parametrize(
    ("name", "known"),
    [(("ana", "silva"), True), (("maria", "silva"), True), (("ana", "ruiz"), False), (("port", "selby", "dock"), True)],
)
def test_a_name_is_known_by_its_last_word_or_most_of_its_words(name: tuple[str, ...], *, known: bool) -> None:
    assert vocabulary_of("Ana Silva opened Port Selby").knows_name(name) is known
