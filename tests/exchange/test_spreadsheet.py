"""What a row can hold comes back from it."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from factcli.exchange.batch import parse_batch
from factcli.exchange.spreadsheet import COLUMNS, is_whole_as_row, row_of
from factcli.render.records import render_csv

PLAIN = st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters="\ufeff"), min_size=1, max_size=20)
TEXTS = st.lists(PLAIN, min_size=1, max_size=4).map(" ".join).filter(lambda text: not text.startswith("'"))
LISTS = st.lists(TEXTS, min_size=1, max_size=3)
VALUES = st.one_of(
    st.builds(lambda amount: {"amount": str(amount), "unit": "person"}, st.integers()),
    st.builds(lambda text, speaker: {"text": text, "speaker": speaker}, TEXTS, TEXTS),
)


def made(value: dict[str, str], **fields: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {"value": value, "kind": "figure" if "amount" in value else "quote", **fields}


FACTS = st.builds(
    made, VALUES, statement=TEXTS, keywords=LISTS, note=TEXTS, references=TEXTS.map(lambda text: [{"source": "s", "surface": text}])
)  # fmt: skip


@given(FACTS)
def test_a_fact_comes_back_from_its_row(raw: dict[str, Any]) -> None:
    text = "".join(render_csv(COLUMNS, [row_of("x", raw, {})]))

    assert parse_batch(text, "csv", "f").facts[0].raw == raw


def test_what_a_row_has_no_room_for_is_known() -> None:
    raw = made({"amount": "1"}, statement="S.", references=[{"source": "s"}])

    assert is_whole_as_row("x", raw)
    assert not is_whole_as_row("x", raw | {"references": [{"source": "s"}, {"source": "t"}]})
    assert not is_whole_as_row("x", raw | {"colour": "red"})
