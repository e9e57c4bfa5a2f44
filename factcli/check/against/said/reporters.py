"""Whether a source attributes a figure to somebody else than the draft does: "40, Mr Ruiz said"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcli.check.compare.who_said import may_speak_for, speakers_differ
from factcli.english.naming.given_names import is_short_form
from factcli.english.people import EXPECTING, VERBS
from factcli.model.facts import Quotation

if TYPE_CHECKING:
    from factcli.check.against.source_index import SourceIndex, StatedValue
    from factcli.check.passages import Passage
    from factcli.mentions.quotes.reported import Reporter

_REPORTING = VERBS.keys() | EXPECTING | {"according"}


def reporter_in(passage: Passage) -> Reporter | None:
    """The one person or body to whom a sentence attributes what it says; None where there is none, or more than one."""
    if not any(word.text in _REPORTING for word in passage.words):
        return None
    # Only a sentence with such a verb needs to know who says it.
    from factcli.mentions.quotes.reported import reporter_of

    return reporter_of(passage.text[slice(*passage.span)])


def other_reporter(reporter: Reporter, statement: StatedValue, sources: SourceIndex) -> Quotation | None:
    """What a source attributes to somebody who is surely not the one whom the draft names."""
    source = sources.texts[statement.source]
    span = source.sentences[statement.sentence]
    said = source.text[slice(*span)]
    theirs = reporter_in(source.passage(statement.sentence))
    if theirs is None:
        speaker = source.turns.speaker_at(sources.mention(statement).span.start, reporter.name)
    else:
        speaker = theirs.name if theirs.is_person and reporter.is_person and not _names(said, reporter.name) else None
    is_other = speaker is not None and are_two(reporter.name, speaker, source.text)
    return Quotation(" ".join(said.split()), speaker) if is_other else None


def are_two(one: str | None, other: str | None, text: str) -> bool:
    """Whether two speakers are surely two: what a spokesman said, a body may be said to have said.

    Two of the same surname are two people only where the text has both full names.
    """
    if one is None or other is None or one == other or may_speak_for(one, other):
        return False
    (*given, surname), (*others, same) = one.split(), other.split()
    if not given or not others or surname != same:
        return speakers_differ(one, other)
    return not is_short_form(given[0].lower(), others[0].lower()) and all(name in text for name in (one, other))


def _names(text: str, name: str) -> bool:
    """Whether a text has the last word of a name."""
    return re.search(rf"(?<!\w){re.escape(name.rsplit(maxsplit=1)[-1])}(?!\w)", text) is not None
