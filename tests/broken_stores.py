"""Stores that may not be read, each broken in its own way, and what is said about it."""

from __future__ import annotations

from typing import NamedTuple

FACT = '{"kind": "date", "statement": "It opened.", "value": {"edtf": "1931"}}'
GOOD = f'{{\n  "facts": {{\n    "dam": {FACT}\n  }},\n  "sources": {{}}\n}}\n'


class Broken(NamedTuple):
    """A store that may not be read: its bytes, where it is broken, and what is said about it."""

    content: bytes
    place: str
    what: str


def text(content: str, place: str, what: str) -> Broken:
    return Broken(content.encode(), place, what)


BROKEN = {
    "no bytes at all": text("", "1:1", "the file is empty"),
    "white space only": text(" \r\n\t\n", "1:1", "the file contains only white space"),
    "half a file": text(GOOD[:60], "3:42", "unexpected end of file: unterminated string"),
    "a file without its last brace": text(GOOD.rstrip("\n}"), "5:15", "unexpected end of file"),
    "a trailing comma after the last table": text(GOOD.replace("{}\n", "{},\n"), "5:16", "trailing comma"),
    "a trailing comma after the last fact": text(GOOD.replace("\n  },", ",\n  },"), "3:82", "trailing comma"),
    "a trailing comma in a fact": text(GOOD.replace("}}", "},}"), "3:81", "trailing comma"),
    "a trailing comma in a list": text('{"facts": {"a": [1,]}}', "1:19", "trailing comma"),
    "NUL characters after the end": text(GOOD + "\0" * 512, "7:1", "NUL characters"),
    "NUL characters only": text("\0" * 512, "1:1", "NUL characters"),
    "a NUL character in a text": text(GOOD.replace("opened", "ope\0ned"), "3:49", "NUL characters"),
    "the rest of an older, longer version": text(GOOD + '"}}, "old": 3}', "7:1", "extra data after the end"),
    "the same store twice": text(GOOD + GOOD, "7:1", "extra data after the end"),
    "a duplicate id": text(f'{{"facts": {{"a": {FACT}, "a": {FACT}}}}}', "1:89", "$.facts.a: duplicate key"),
    "a duplicate table": text('{"facts": {},\n "facts": {}}', "2:2", "$.facts: duplicate key"),
    "a duplicate field": text(GOOD.replace('"kind"', '"kind": 1, "kind"'), "3:32", "$.facts.dam.kind: duplicate"),
    "a duplicate field of a value": text(
        GOOD.replace('"edtf"', '"edtf": "1", "edtf"'), "3:87", "$.facts.dam.value.edtf: duplicate key"
    ),
    "UTF-16 with a mark": Broken(GOOD.encode("utf-16"), "1:1", "the file is UTF-16"),
    "UTF-16 without a mark": Broken(GOOD.encode("utf-16-le"), "1:2", "NUL characters"),
    "a Latin-1 byte": Broken(GOOD.replace("opened", "öpened").encode("latin-1"), "3:46", "the byte 0xF6 is not UTF-8"),
    "NaN": text(GOOD.replace('"1931"', "NaN"), "3:74", "$.facts.dam.value.edtf: NaN and Infinity are not valid JSON"),
    "Infinity": text(GOOD.replace('"1931"', "-Infinity"), "3:74", "$.facts.dam.value.edtf: NaN and Infinity"),
    "Infinity outside of the tables": text(
        '{"x": [1, Infinity]}', "1:11", "$.x[1]: NaN and Infinity are not valid JSON"
    ),
    "a list at the top": text("[]", "1:1", "the store must be an object"),
    "a list at the top with a rest": text("[] []", "1:1", "the store must be an object"),
    "a number at the top": text("85\n", "1:1", "the store must be an object"),
    "null at the top": text("null", "1:1", "the store must be an object"),
    "no JSON at all": text("facts: {}", "1:1", "expected a value"),
    "a table that is a list": text('{"facts": []}', "1:11", "$.facts: must be an object"),
    "a fact that is a list": text('{"facts": {"a": []}}', "1:17", "$.facts.a: must be an object"),
    "a source that is null": text('{"sources": {"a": null}}', "1:19", "$.sources.a: must be an object"),
    "brackets in brackets at the top": text("[" * 100_000, "1:1", "nested too deeply"),
    "brackets in brackets in a fact": text('{"facts": {"a": ' + "[" * 100_000, "1:17", "nested too deeply"),
    "objects in objects in a fact": text('{"facts": {"a": ' + '{"a":' * 100_000, "1:17", "nested too deeply"),
    "a fact with more levels than anybody needs": text(
        '{"facts": {"a": ' + "[" * 80 + "]" * 80 + "}}", "1:17", "nested deeper than 64 levels"
    ),
    "a merge that is not finished": text(
        f'{{"facts": {{\n<<<<<<< HEAD\n"a": {FACT}\n=======\n"b": {FACT}\n>>>>>>> theirs\n}}}}',
        "2:1",
        "unresolved merge conflict",
    ),
    "a merge that is not finished in a fact": text(
        GOOD.replace('"kind"', '\n<<<<<<< HEAD\n"kind"'), "4:1", "unresolved merge conflict"
    ),
    "half of a surrogate pair": text(GOOD.replace("It", r"It \ud83d"), "3:46", "$.facts.dam: a lone surrogate"),
    "an id with a control character": text(
        GOOD.replace('"dam"', r'"d\u001bm"'), "3:17", r'$.facts["d\u001bm"]: an id must be printable'
    ),
    "a key without quotes": text("{facts: {}}", "1:2", "expected a key in double quotes"),
    "a key that does not end": text('{"facts', "1:2", "unexpected end of file: unterminated string"),
    "a key with a line break": text('{"fa\ncts": {}}', "1:5", "invalid control character"),
    "a key without a value": text('{"facts"}', "1:9", "':' is missing"),
    "members without a comma": text('{"facts": {} "sources": {}}', "1:14", "',' is missing"),
    "fields without a comma": text('{"facts": {"a": {"b": 1 "c": 2}}}', "1:25", "expecting ',' delimiter"),
    "a wrong escape": text(r'{"facts": {"a": {"b": "\x"}}}', "1:24", r"invalid \escape"),
    "a fact without its kind": text(
        '{"facts": {"a": {}}}', "1:17", "$.facts.a: the kind must be figure, date or quote"
    ),
    "a date that no calendar has": text(
        GOOD.replace("1931", "1931-02-30"), "3:65", "$.facts.dam.value: '1931-02-30' names a day that does not exist"
    ),
}
