"""The sheet in a real Chromium: nothing of a draft, store or tick runs or loads; ticks are made by mouse and keyboard."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import chromium
import pytest
from running import ROOT

if TYPE_CHECKING:
    from running import Run

pytestmark = pytest.mark.skipif(chromium.PROGRAM is None, reason="needs chromium")

ATTACK = (
    "<script>window.ran = 1</script></script><img src=x onerror='window.ran = 2'>"
    '"><svg onload="window.ran = 3"></style></title><iframe src="http://127.0.0.1:9/x"></iframe>'
    "<base href='http://127.0.0.1:9/'><link rel=stylesheet href='http://127.0.0.1:9/y'> --> ]]> {{ 7*7 }} &lt;b&gt; "
    "javascript:window.ran=4 \x1b[2J \u202egnp.exe\u2066 \u05d0\u05d1 5 \u05d2 \x07"
)
SHOWN = b"""# Two decades after the bombing

The bombing of the Amia Jewish community centre in Buenos Aires killed 87 people. The United States offered a reward of
US$7 million for information on where Salman Raouf Salman is.

On 17 July 2019, Argentina under Macri declared Hezbollah a terrorist organisation. <!-- fact-ignore: AB: local time -->

The ceremony began at dusk, and 2,400 candles were lit.
"""
DRAFT = "The Amia bombing killed 87 people. A ferry carried 640 cars. A van had 3 doors.\n"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Page]:
    with chromium.browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture
def hostile_store(tmp_path: Path) -> Path:
    fact = {
        "kind": "figure",
        "statement": f"The Amia bombing killed 85 people. {ATTACK}",
        "subject": "Amia bombing",
        "value": {"amount": "85", "unit": "person"},
        "references": [{"source": "s", "locator": ATTACK, "surface": ATTACK}],
    }
    sources = {"s": {"type": "article", "title": ATTACK, "URL": "javascript:window.ran=5"}}
    path = tmp_path / "hostile.json"
    path.write_text(json.dumps({"facts": {"amia": fact}, "sources": sources}))
    return path


def opened(page: chromium.Page, folder: Path, html: str) -> chromium.Page:
    path = folder / "sheet.html"
    path.write_text(html)
    page.open(path)
    return page


def saved(folder: Path) -> dict[str, list[dict[str, object]]]:
    """The ticks that the page wrote into its folder of downloads."""
    path = folder / "ticks.json"
    for _ in range(1200):
        if path.exists():
            break
        time.sleep(0.05)
    drafts: dict[str, list[dict[str, object]]] = json.loads(path.read_text())["drafts"]
    return drafts


def test_nothing_of_a_draft_or_store_runs_or_loads(
    page: chromium.Page, piped: Run, tmp_path: Path, hostile_store: Path
) -> None:
    draft = (
        f"# {ATTACK}\n\nThe Amia bombing killed 87 people, “{ATTACK}”. <!-- fact-ignore: {ATTACK[:60]} -->\n\n{ATTACK}"
    )
    name = 'a"><script>window.ran = 6<' + "!--.txt"
    tick = {"sentence": "x", "words": "87 people", "by": ATTACK}
    (tmp_path / "ticks.json").write_text(json.dumps({"version": 1, "drafts": {ATTACK: [tick]}}))
    html = piped(
        "check", "-", "--stdin-name", name, "--format", "html", "--ticks", str(tmp_path / "ticks.json"),
        typed=draft.encode(), store=hostile_store,
    ).out  # fmt: skip

    opened(page, tmp_path, html)

    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.querySelectorAll('img, iframe, svg, base, link, article script').length") == 0
    assert page.evaluate("[...document.links].filter(each => each.protocol === 'javascript:').length") == 0
    assert len(page.reported("Network.requestWillBeSent")) == 1
    assert page.reported("Log.entryAdded") == page.reported("Runtime.exceptionThrown") == []
    assert "<script>window.ran = 1</script>" in page.evaluate("document.querySelector('article').innerText")


def test_ticks_are_made_and_saved_by_keyboard_and_carried_over(page: chromium.Page, piped: Run, tmp_path: Path) -> None:
    page.call("Browser.setDownloadBehavior", behavior="allow", downloadPath=str(tmp_path))
    (tmp_path / "draft.md").write_text(DRAFT)
    opened(page, tmp_path, piped("check", "draft.md", "--format", "html", cwd=tmp_path).out)

    page.evaluate("document.getElementById('by').value = 'A\"B'")
    for key in "jjxjx":
        page.press(key)
    assert page.evaluate("document.activeElement.id") == "n3"
    assert page.evaluate("document.getElementById('ticks').textContent") == "2"
    page.press("s")

    [first, second] = saved(tmp_path)["draft.md"]
    assert (first["words"], first["by"], second["sentence"]) == ("640 cars", 'A"B', "A van had 3 doors.")
    (tmp_path / "draft.md").write_text("# New\n\n" + DRAFT.replace("3 doors", "5 doors"))
    ended = piped("check", "draft.md", "--ticks", "ticks.json", "--format", "html", cwd=tmp_path)
    assert "1 of 2 ticks carried over" in ended.err
    opened(page, tmp_path, ended.out)
    assert page.evaluate("[...document.querySelectorAll('.tick:checked')].map(box => box.dataset.words)") == [
        "640 cars"
    ]


def test_a_count_on_top_hides_and_shows_without_script(page: chromium.Page, piped: Run, tmp_path: Path) -> None:
    html = piped("check", "-", "--format", "html", typed=DRAFT.encode()).out
    opened(page, tmp_path, html[: html.index("<script>")])
    shown = "[...document.querySelectorAll('.notes li')].filter(each => each.offsetParent).length"

    assert page.evaluate(shown) == 3
    page.evaluate("document.getElementById('show-unknown').click()")
    assert page.evaluate(shown) == 1
    assert page.evaluate("getComputedStyle(document.querySelector('.tools')).display") == "none"


@pytest.mark.parametrize("width", [400, 800, 1400])
def test_a_page_needs_no_scrolling_to_the_side(page: chromium.Page, piped: Run, tmp_path: Path, width: int) -> None:
    long = "https://example.org/" + "x" * 300
    page.show(width)
    opened(page, tmp_path, piped("check", "-", "--format", "html", typed=f"{DRAFT}\n{long} {'W' * 400}".encode()).out)

    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_page_prints_light_even_where_the_screen_is_dark(page: chromium.Page, piped: Run, tmp_path: Path) -> None:
    page.show(800, "dark", "print")
    opened(page, tmp_path, piped("check", "-", "--format", "html", typed=DRAFT.encode()).out)

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.pdf().startswith(b"%PDF")
    page.show(800)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_is_dark_enough_on_its_ground(page: chromium.Page, piped: Run, tmp_path: Path, scheme: str) -> None:
    page.show(1400, scheme)
    draft = f"{DRAFT}\nPolice searched 87 vans; the Amia bombing killed 86 people. <!-- fact-ignore: AB -->"
    opened(page, tmp_path, piped("check", "-", "--stdin-name", "a.md", "--format", "html", typed=draft.encode()).out)

    assert page.evaluate(_LEAST_CONTRAST) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_documentation_shows_the_page(
    page: chromium.Page, piped: Run, tmp_path: Path, scheme: str, request: pytest.FixtureRequest
) -> None:
    """Made anew with --update-golden; fonts differ from machine to machine, so the pictures are not compared."""
    path = ROOT / "docs" / "pictures" / f"sheet-{scheme}.png"
    if request.config.getoption("--update-golden"):
        page.show(1000, scheme)
        opened(page, tmp_path, piped("check", "-", "--stdin-name", "draft.md", "--format", "html", typed=SHOWN).out)
        page.picture(path, width=1000, height=660)

    assert path.read_bytes().startswith(b"\x89PNG")
    assert path.stat().st_size < 150_000


# The least ratio of contrast (WCAG 2.2, 1.4.3) of any element with a text of its own.
_LEAST_CONTRAST = """(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
  const over = (...colours) => {
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, at) => sum + c * [.2126, .7152, .0722][at], 0);
  const grounds = (el) => el ? [...grounds(el.parentElement), getComputedStyle(el).backgroundColor] : [];
  const ratio = (el) => {
    const under = grounds(el);
    const pair = [light(over(...under)), light(over(...under, getComputedStyle(el).color))].sort((a, b) => b - a);
    return (pair[0] + .05) / (pair[1] + .05);
  };
  const texts = [...document.body.querySelectorAll("*")].filter(el => el.offsetParent
    && [...el.childNodes].some(node => node.nodeType === 3 && node.data.trim()));
  return Math.min(...texts.map(ratio));
})()"""
