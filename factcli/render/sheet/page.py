"""Reviews of drafts -> one page that needs nothing else: no network, and no script to be read.

Its style and its script are the only ones that its content security policy lets run; all other text is escaped.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from hashlib import sha256
from importlib.resources import files
from itertools import count
from typing import TYPE_CHECKING

from factcli.drafts.paths import SHEET_MARK
from factcli.drafts.ticks import marked
from factcli.escaping import safe_html
from factcli.render.sheet.draft_blocks import Prose, blocks_of
from factcli.render.sheet.marking import NumberedFinding, marked_block
from factcli.render.sheet.notes import note, place_of, said, shortened, tick_words
from factcli.render.sheet.signs import SIGNS, class_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcli.drafts.review import Review
    from factcli.render.findings import Results
    from factcli.render.report import Cite
    from factcli.render.sheet.draft_blocks import DraftBlock

_COLUMNS = ("No.", "Place", "In the draft", "Verdict", "What is known", "Ticked")


def render_sheet(results: Results) -> Iterator[str]:
    """The page, part by part."""
    style, script = _own("sheet.css"), _own("sheet.js")
    names = ", ".join(review.document.name for review in results.reviews)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    policy = f"style-src {_digest(style)}; script-src {_digest(script)}; base-uri 'none'; form-action 'none'"
    yield f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; {policy}">\n'
    yield f"{SHEET_MARK}\n"
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield '<meta name="referrer" content="no-referrer">\n'
    yield f"<title>Fact sheet: {safe_html(names)}</title>\n<style>{style}</style>\n</head>\n<body>\n"
    yield from _head(results)
    yield "<main>\n"
    numbers = count(1)
    for number, review in enumerate(results.reviews, start=1):
        yield from _draft(_numbered(review, results, numbers), review, number, results.cite)
    yield from _table(results)
    yield f"</main>\n{_FOOTER}<script>{script}</script>\n</body>\n</html>\n"


def _own(name: str) -> str:
    """The text of a file of this folder."""
    return files(__package__).joinpath(name).read_text("ascii")


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _numbered(review: Review, results: Results, numbers: Iterator[int]) -> Iterator[NumberedFinding]:
    return (NumberedFinding(next(numbers), each) for each in marked(review, results.ticks))


def _head(results: Results) -> Iterator[str]:
    """What the page is about, the counts, which choose what is shown, and the tools of the script."""
    counts: Counter[str] = Counter()
    for review in results.reviews:
        for finding, claim, tick in marked(review, results.ticks):
            counts[class_of(finding)] += 1
            counts["claims"] += claim is not None
            counts["ticks"] += claim is not None and tick is not None
    paths = ", ".join(review.document.name for review in results.reviews)
    yield f'<header>\n<p class="kicker">Fact sheet <span class="path">{safe_html(paths)}</span></p>\n'
    yield f"<h1>{safe_html(shortened(_title(results)))}</h1>\n"
    yield '<fieldset class="counts">\n<legend>Show</legend>\n'
    for name, sign in SIGNS.items():
        if counts[name]:
            yield f'<label class="{name}" title="{sign.about}"><input type="checkbox" checked id="show-{name}">'
            yield f"<span>{safe_html(sign.sign)}</span> <b>{counts[name]}</b> {sign.name}</label>\n"
    yield '<label><input type="checkbox" checked id="show-ticked">'
    yield f' <b id="ticks">{counts["ticks"]}</b> of {counts["claims"]} ticked</label>\n</fieldset>\n'
    yield _TOOLS + "</header>\n"


def _title(results: Results) -> str:
    """The first heading of a draft, else its path; the number of several drafts."""
    if len(results.reviews) != 1:
        return f"{len(results.reviews)} drafts"
    document = results.reviews[0].document
    return document.title or document.name


def _draft(numbered: Iterator[NumberedFinding], review: Review, number: int, cite: Cite | None) -> Iterator[str]:
    """A draft, block by block, each with its notes beside it."""
    document, prose = review.document, Prose(review.document)
    path = safe_html(document.name)
    yield f'<article data-draft="{path}" aria-label="{path}">\n<h2 class="path">{path}</h2>\n'
    waiting = next(numbered, None)
    touching: list[NumberedFinding] = []
    for block in blocks_of(document):
        touching = [each for each in touching if each.end > block.span.start]
        began = len(touching)
        while waiting and waiting.start < block.span.end:
            touching.append(waiting)
            waiting = next(numbered, None)
        text = "".join(marked_block(document, block, touching, prose))
        yield from _block(block, text, f"d{number}-{block.line}")
        yield from _notes(touching[began:], cite)
        yield "</section>\n"
    yield "</article>\n"


def _block(block: DraftBlock, text: str, anchor: str) -> Iterator[str]:
    tag = "h3" if block.is_heading else "p"
    yield f'<section class="block">\n<{tag} class="text" dir="auto" id="{anchor}">'
    yield f'<span class="line" aria-hidden="true">{block.line}</span>{text}</{tag}>\n'


def _notes(findings: list[NumberedFinding], cite: Cite | None) -> Iterator[str]:
    if findings:
        yield '<ul class="notes">\n'
        for each in findings:
            yield from note(each, cite)
        yield "</ul>\n"


def _table(results: Results) -> Iterator[str]:
    """All mentions of all drafts, a row each."""
    yield '<section class="all">\n<h2 id="all">All mentions</h2>\n<table aria-labelledby="all">\n<thead><tr>'
    yield "".join(f'<th scope="col">{name}</th>' for name in _COLUMNS) + "</tr></thead>\n<tbody>\n"
    numbers = count(1)
    for review in results.reviews:
        for each in _numbered(review, results, numbers):
            yield _row(each, review.document.name if len(results.reviews) > 1 else "")
    yield "</tbody>\n</table>\n</section>\n"


def _row(numbered: NumberedFinding, path: str) -> str:
    number, (finding, _, tick) = numbered
    sign = SIGNS[numbered.classes]
    why = f"Waived: {finding.waived}. " if finding.waived else ""
    ticked = f"✓ {tick_words(tick)}" if tick else ""
    cells = (
        f'<a href="#n{number}">{number}</a>',
        safe_html(f"{path}:{place_of(finding)}" if path else place_of(finding)),
        safe_html(shortened(finding.surface)),
        f"{safe_html(sign.sign)} {sign.name}",
        safe_html(why + said(finding)),
        safe_html(ticked),
    )
    is_ticked = " ticked" if tick else ""
    return f'<tr class="{numbered.classes}{is_ticked}" id="r{number}"><td>' + "</td><td>".join(cells) + "</td></tr>\n"


_TOOLS = """<div class="tools" hidden>
<label>Initials <input id="by" size="8" maxlength="60" autocomplete="off"></label>
<button type="button" id="save">Save ticks</button>
<label><input type="checkbox" id="keys" checked> keys: <kbd>j</kbd> next, <kbd>k</kbd> back, <kbd>x</kbd> tick, \
<kbd>s</kbd> save</label>
<span role="status" id="status"></span>
</div>
"""
_FOOTER = """<footer>
<p>Made by fact check. A tick says that a person has checked the words. It changes no verdict, and holds for the next
version of the draft as long as the sentence stays the same: fact check DRAFT --ticks ticks.json --format html.</p>
</footer>
"""
