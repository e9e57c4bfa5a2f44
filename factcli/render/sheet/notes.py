"""A finding -> its note in the margin: the verdict, what the store or a source says and where, and a box to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcli.escaping import safe_html, safe_link
from factcli.render.sheet.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.drafts.review import OtherPlace, PlacedFinding
    from factcli.drafts.ticks import ClaimKey, DeskTick
    from factcli.render.report import Citation, Cite
    from factcli.render.sheet.marking import NumberedFinding

_MOST_WORDS = 120


def note(numbered: NumberedFinding, cite: Cite | None) -> Iterator[str]:
    """The note of a finding as an item of a list; ``cite`` gives the sources of facts.

    Of what nothing decides, it has only the words and their box.
    """
    number, (finding, claim, tick) = numbered
    name = numbered.classes
    is_ticked = " ticked" if tick else ""
    yield f'<li class="{name}{is_ticked}" id="n{number}" tabindex="-1">\n'
    sign = SIGNS[name]
    yield f'<p class="head"><a href="#m{number}">{safe_html(sign.numbered(number))}</a> <b>{sign.name}</b> '
    yield f'<span class="place">{_words_or_place(finding)}</span>'
    yield _box(number, claim, tick) if claim else ""
    yield "</p>\n"
    if finding.verdict != "unknown" or finding.evidence:
        yield from _details(finding, cite)
    yield "</li>\n"


def _words_or_place(finding: PlacedFinding) -> str:
    return safe_html(shortened(finding.surface)) if finding.verdict == "unknown" else place_of(finding)


def _details(finding: PlacedFinding, cite: Cite | None) -> Iterator[str]:
    citation = cite(finding.path, finding.fact.id) if cite and finding.fact else None
    yield f"<p>{safe_html(_without_source(said(finding), citation))}</p>\n"
    if finding.waived:
        yield f'<p class="why">Waived: {safe_html(finding.waived)}</p>\n'
    if finding.suggestion:
        yield f'<p class="write">Write: <ins>{safe_html(finding.suggestion)}</ins></p>\n'
    yield from _evidence(finding, cite)


def _without_source(message: str, citation: Citation | None) -> str:
    """The message without the source in brackets, which the note has in full."""
    if not (citation and citation.title):
        return message
    begin = message.find(f" ({' '.join(citation.title.split()[:3])}")
    for last in (f", {citation.locator})", ")"):
        end = message.find(last, begin)
        if 0 <= begin < end:
            return message[:begin] + message[end + len(last) :]
    return message


def said(finding: PlacedFinding) -> str:
    """The message of a finding without the words that it is about."""
    return finding.message.removeprefix(f"{finding.surface}: ")


def shortened(words: str) -> str:
    """Words of the draft on one line, a long quote without its end."""
    line = " ".join(words.split())
    return line if len(line) <= _MOST_WORDS else line[: _MOST_WORDS - 1].rpartition(" ")[0] + " …"


def place_of(finding: PlacedFinding) -> str:
    """``3:57``, line and column."""
    return f"{finding.start.line}:{finding.start.column}"


def tick_words(tick: DeskTick) -> str:
    """``AB, 2019-07-18``: who ticked and when, as far as that is known."""
    return ", ".join(filter(None, (tick.by, tick.on)))


def _box(number: int, claim: ClaimKey, tick: DeskTick | None) -> str:
    """The box to tick a claim, with what the page has to save of it."""
    known = {"sentence": claim.sentence, "words": claim.words, "occurrence": str(claim.occurrence)}
    if tick:
        known |= {"by": tick.by, "on": tick.on}
    data = "".join(f' data-{name}="{safe_html(text)}"' for name, text in known.items())
    who = safe_html(tick_words(tick)) if tick else ""
    checked = " checked" if tick else ""
    box = f'<input type="checkbox" class="tick" id="c{number}" autocomplete="off"{checked}{data}>'
    words = safe_html(shortened(claim.words))
    return (
        f' <label title="ticked"><span class="who">{who}</span>{box}<span class="aside">ticked: {words}</span></label>'
    )


def _evidence(finding: PlacedFinding, cite: Cite | None) -> Iterator[str]:
    if finding.evidence:
        yield _other_place(finding.evidence)
    if not finding.fact:
        return
    yield f'<p class="fact"><q>{safe_html(finding.fact.statement)}</q></p>\n'
    for fact_id in filter(None, (finding.fact.id, finding.fact.superseded_by)):
        citation = cite(finding.path, fact_id) if cite else None
        yield f'<p class="source">{_source(citation)}<code>{safe_html(fact_id)}</code></p>\n'


def _other_place(other: OtherPlace) -> str:
    sentence = safe_html(" ".join(other.sentence.split()))
    return f'<p class="fact"><q>{sentence}</q></p>\n<p class="source"><cite>{safe_html(other.place)}</cite></p>\n'


def _source(citation: Citation | None) -> str:
    """The source of a fact and the place in it, as a link where its address is one that a page may link."""
    if not (citation and citation.source):
        return ""
    title = f"<cite>{safe_html(citation.source)}</cite>"
    link = safe_link(citation.url)
    if link:
        title = f'<a href="{safe_html(link)}" rel="noopener noreferrer">{title}</a>'
    place = f", {safe_html(citation.locator)}" if citation.locator else ""
    return f"{title}{place} &#183; "
