"""A made-up newspaper: a store of any size, and articles about its facts, some of which print a wrong figure."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

SYLLABLES = ("ba", "dor", "fen", "gu", "hal", "kim", "lor", "mar", "nes", "po", "ri", "sha", "tel", "vu", "wen", "zo")
_FIRST_DAY = date(1998, 1, 1)
_DAYS = 9_000
_FACTS_TOLD = 3
_WRONG = 0.2
_ODD = 0x9E375
FILLERS = (
    "The council met for {small} hours on Tuesday and put off the vote again.",
    "Nobody in the valley could say who had drawn the old map, or why its borders ran across the hills.",
    "Farmers complained that the price of seed had risen by {small} per cent in a year.",
    "A spokesman for the ministry declined to comment.",
    "The ferry runs {small} times a day in summer, and hardly ever when the wind is from the north.",
    "Critics called the plan a waste of money; its friends said that it was long overdue.",
    "About {large} visitors came to the fair, the organisers said.",
    "“We have heard such promises before,” a shopkeeper said, sweeping the steps of her house.",
    "The museum, which had been closed since the winter, will open its doors to schools first.",
    "Engineers expect the repairs to take until the spring of next year.",
    "The trade union wants {large} new posts, the employers offer none.",
    "Rain is forecast for the weekend, with gusts along the coast.",
    "The court will hear the case in the autumn, and a ruling is not expected soon.",
    "Her grandfather kept bees, and wrote down the weather of every morning for {small} years.",
    "Volunteers planted {large} trees along the old railway line.",
    "The mayor thanked the fire brigade and the nurses, and then the band played.",
)


class Subject(NamedTuple):
    """What a fact says, and how an article says it: with the true value, and with a wrong one."""

    fact: dict[str, Any]
    sentence: str
    right: str
    wrong: str


class Article(NamedTuple):
    """A document with the ids of the facts that it gets wrong."""

    record: dict[str, str]
    errors: tuple[str, ...]


def name_of(number: int) -> str:
    """A name of two words, another one for each number below a million; neighbours have little in common."""
    scrambled = _mixed(_mixed(number))
    parts = [SYLLABLES[scrambled // 16**place % 16] for place in range(5)]
    return f"{''.join(parts[:3]).capitalize()} {''.join(parts[3:]).capitalize()}"


def _mixed(number: int) -> int:
    """Another number below 16**5, a different one for each."""
    number = number * _ODD % 16**5
    return number ^ number >> 9


def _deaths(name: str, number: int) -> Subject:
    amount, unit = 11 + number % 80, {"unit": "person"}
    sentence = f"The flood of {name} killed {{}} people."
    return Subject(_figure(f"{name} flood", sentence, amount, unit), sentence, f"{amount}", f"{amount + 3}")


def _area(name: str, number: int) -> Subject:
    amount, unit = 1_003 + number % 7_000, {"unit": "ha"}
    sentence = f"The {name} forest covers {{}} hectares of land."
    return Subject(_figure(f"{name} forest", sentence, amount, unit), sentence, f"{amount:,}", f"{amount + 77:,}")


def _cost(name: str, number: int) -> Subject:
    millions = 2 + number % 60
    sentence = f"The {name} bridge cost US${{}} million."
    fact = _figure(f"{name} bridge", sentence, millions * 10**6, {"unit": "USD"})
    fact["statement"] = sentence.format(millions)
    return Subject(fact, sentence, f"{millions}", f"{millions + 5}")


def _opening(name: str, number: int) -> Subject:
    day = _FIRST_DAY + timedelta(number % _DAYS)
    sentence = f"The {name} theatre opened on {{}}."
    fact = _fact("date", f"{name} theatre", sentence.format(_printed(day)), {"edtf": day.isoformat()})
    return Subject(fact, sentence, _printed(day), _printed(day + timedelta(40)))


_KINDS: tuple[Callable[[str, int], Subject], ...] = (_deaths, _area, _cost, _opening)


def subject_of(number: int) -> Subject:
    """The fact of this number."""
    return _KINDS[number % len(_KINDS)](name_of(number), number)


def make_store(path: Path, facts: int) -> Path:
    """Write a store of so many facts."""
    content = {
        "facts": {f"fact-{number}": subject_of(number).fact for number in range(facts)},
        "sources": {"almanac": {"type": "book", "title": "The almanac"}},
    }
    path.write_text(json.dumps(content, indent=2), encoding="utf-8")
    return path


def articles(count: int, facts: int, seed: int = 1) -> Iterator[Article]:
    """So many articles about facts below this number; always the same ones."""
    chance = random.Random(seed)  # noqa: S311 - the same articles every time
    for number in range(count):
        yield _article(number, facts, chance)


def make_archive(path: Path, count: int, facts: int) -> dict[str, tuple[str, ...]]:
    """Write articles as JSON Lines; returns the ids of the facts that each gets wrong, by its own id."""
    errors = {}
    with path.open("w", encoding="utf-8") as file:
        for article in articles(count, facts):
            file.write(json.dumps(article.record, ensure_ascii=False) + "\n")
            if article.errors:
                errors[article.record["id"]] = article.errors
    return errors


def _article(number: int, facts: int, chance: random.Random) -> Article:
    told = chance.sample(range(facts), _FACTS_TOLD)
    wrong = [each for each in told if chance.random() < _WRONG]
    sentences = []
    for each in told:
        subject = subject_of(each)
        sentences.append(subject.sentence.format(subject.wrong if each in wrong else subject.right))
    paragraphs = [" ".join([sentence, *_filler(chance, 3)]) for sentence in sentences]
    paragraphs += [" ".join(_filler(chance, 4)) for _ in range(3)]
    chance.shuffle(paragraphs)
    published = _FIRST_DAY + timedelta(_DAYS + number % 1_000)
    record = {
        "id": f"article-{number}",
        "title": f"News of the day, {number}",
        "published": published.isoformat(),
        "url": f"https://news.example/{number}",
        "text": "\n\n".join(paragraphs),
    }
    return Article(record, tuple(f"fact-{each}" for each in wrong))


def _filler(chance: random.Random, count: int) -> list[str]:
    chosen = chance.sample(FILLERS, count)
    return [text.format(small=chance.randrange(3, 40), large=f"{chance.randrange(200, 900) * 10:,}") for text in chosen]


def _figure(subject: str, sentence: str, amount: int, unit: dict[str, str]) -> dict[str, Any]:
    return _fact("figure", subject, sentence.format(f"{amount:,}"), {"amount": str(amount), **unit})


def _fact(kind: str, subject: str, statement: str, value: dict[str, str]) -> dict[str, Any]:
    return {
        "kind": kind,
        "statement": statement,
        "subject": subject,
        "keywords": [subject.rpartition(" ")[2]],
        "value": value,
        "references": [{"source": "almanac", "locator": "page 1"}],
    }


def _printed(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
