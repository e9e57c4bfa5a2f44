"""What git keeps of a message is what is read."""

from __future__ import annotations

from factcli.documents import parse_document

MESSAGE = "# This is the first message:\nAdd 5 trees\n\nThey are 7 m tall.\n# 9 comments\n# ------------------------ >8 ------------------------\ndiff 11\n"


def test_comments_and_the_diff_are_not_prose() -> None:
    document = parse_document(MESSAGE, name="/repo/.git/COMMIT_EDITMSG")

    assert document.text == "Add 5 trees\n\nThey are 7 m tall.\n"


def test_a_place_in_the_prose_is_one_of_the_file() -> None:
    document = parse_document(MESSAGE, name="COMMIT_EDITMSG")

    assert document.place(document.text.index("7 m")).line == 4
    assert document.source[document.place(document.text.index("7 m")).offset :].startswith("7 m")
