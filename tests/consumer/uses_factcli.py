"""What a program that uses factcli may write: mypy checks it against the types of the built wheel."""

from datetime import date
from pathlib import Path

from factcli.check import Checker, Finding, check_against, check_alone, check_text
from factcli.extract import extract_facts
from factcli.index import FactIndex, Hit
from factcli.mentions import find_mentions
from factcli.model.facts import Fact, Mention
from factcli.store import FactStore


def look_up(path: Path, words: str) -> list[str]:
    store = FactStore(path)
    hits: list[Hit] = FactIndex.of(store).search(words, limit=3)
    return [f"{hit.id}: {hit.value}" for hit in hits]


def check(text: str, facts: list[Fact], sources: list[str]) -> list[str]:
    findings: list[Finding] = [
        *check_text(text, facts),
        *check_against(text, sources, published=date(2019, 7, 20)),
        *check_alone(text),
    ]
    return [finding.suggestion or finding.message for finding in findings if finding.verdict != "confirmed"]


def propose(text: str) -> tuple[list[Fact], list[Mention]]:
    return extract_facts(text, subject="Bridge"), find_mentions(text)


def check_many(texts: list[str], facts: list[Fact]) -> list[list[Finding]]:
    checker = Checker(facts)
    return [checker.check(text) for text in texts]
