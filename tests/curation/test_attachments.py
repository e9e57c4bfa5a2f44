"""``fact source attach`` keeps a copy of a source beside the store, from a file or from a server on the loopback."""

from __future__ import annotations

import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from running import Run

from factcli.curation import attachments, replaced_copies
from factcli.curation import download as downloading
from factcli.curation.download import DownloadError, clean_address, download
from factcli.store.location import cache_folder

PAGE = b"<!doctype html><title>The mill</title><p>The mill has 412 looms and a caf\xc3\xa9.</p>"


@pytest.fixture
def store(tmp_path: Path) -> Path:
    path = tmp_path / "facts.json"
    facts = {
        "looms": {
            "kind": "figure",
            "statement": "The mill has 412 looms.",
            "value": {"amount": "412", "unit": "loom"},
            "references": [{"source": "mill-guide", "locator": "page 4, paragraph 2", "surface": "412 looms"}],
        }
    }
    sources = {"mill-guide": {"type": "book", "title": "Guide to the mill"}}
    path.write_text(json.dumps({"facts": facts, "sources": sources}, indent=2), "utf-8")
    return path


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    path = tmp_path / "guide.md"
    path.write_text("# Guide\n\nThe mill has 412 looms.\n", "utf-8")
    return path


def attached(store: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(store.read_text("utf-8"))["sources"]["mill-guide"]["custom"]["attached"]
    return found


def copies(store: Path) -> list[str]:
    folder = store.parent / "sources"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


class Pages(BaseHTTPRequestHandler):
    """Answers by path; ``requests`` are the headers that came."""

    requests: ClassVar[list[dict[str, str]]] = []
    to: ClassVar[dict[str, str]] = {
        "/moved": "/page",
        "/to-file": "file:///etc/passwd",
        "/to-ftp": "ftp://127.0.0.1/x",
        "/to-password": "http://user:secret@127.0.0.1/page",
        "/loop": "/loop",
    }

    def do_GET(self) -> None:
        self.requests.append(dict(self.headers))
        path = self.path.partition("?")[0]
        if path in self.to:
            self.send_response(302)
            self.send_header("Location", self.to[path])
            self.end_headers()
        elif path == "/slow":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            with suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b"x")
                    time.sleep(0.05)
        else:
            self.answer(path)

    def answer(self, path: str) -> None:
        answers: dict[str, tuple[int, str, bytes]] = {
            "/page": (200, "text/html; charset=utf-8", PAGE),
            "/latin": (200, "text/html; charset=iso-8859-1", PAGE.decode().encode("latin-1")),
            "/notes.md": (200, "text/plain", b"The mill has 412 looms."),
            "/picture": (200, "image/png", b"\x89PNG"),
            "/binary.txt": (200, "text/plain", b"a\x00b"),
            "/short": (200, "text/html", PAGE),
            "/zipped": (200, "text/html", PAGE),
        }
        status, kind, body = answers.get(path, (404, "text/html", b"nothing"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body) + 10 * (path == "/short")))
        if path == "/zipped":
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    Pages.requests.clear()
    serving = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    serving.daemon_threads = True
    thread = threading.Thread(target=serving.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{serving.server_port}"
    serving.shutdown()
    thread.join()
    serving.server_close()


def test_a_file_is_copied_and_noted(piped: Run, store: Path, guide: Path) -> None:
    ended = piped("source", "attach", "mill-guide", str(guide), store=store)

    assert ended == (0, "attached source mill-guide: sources/mill-guide.md\n", "")
    assert (store.parent / "sources/mill-guide.md").read_bytes() == guide.read_bytes()
    noted = attached(store)
    assert (noted["file"], noted["sha256"]) == ("sources/mill-guide.md", sha256(guide.read_bytes()).hexdigest())
    assert copies(store) == ["mill-guide.md"]


def test_a_text_is_attached_from_standard_input(piped: Run, store: Path) -> None:
    ended = piped("source", "attach", "mill-guide", "-", store=store, typed=b"The mill has four sails.\n")

    assert ended.status == 0
    assert (store.parent / attached(store)["file"]).read_bytes() == b"The mill has four sails.\n"


def test_a_file_of_an_unknown_format_comes_with_what_to_attach(piped: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "guide.json").write_text("{}", "utf-8")

    ended = piped("source", "attach", "mill-guide", str(tmp_path / "guide.json"), store=store)

    assert ended.status == 2
    assert ended.err.endswith(".json files are not read. Hint: attach a .txt file with its text\n")


def test_the_same_file_again_changes_nothing(piped: Run, store: Path, guide: Path) -> None:
    piped("source", "attach", "mill-guide", str(guide), store=store)
    before = store.read_bytes()

    ended = piped("source", "attach", "mill-guide", str(guide), store=store)

    assert (ended.status, ended.err) == (0, "fact: nothing to change\n")
    assert store.read_bytes() == before


def test_a_dry_run_writes_nothing(piped: Run, store: Path, guide: Path) -> None:
    before = store.read_bytes()

    ended = piped("source", "attach", "mill-guide", str(guide), "--dry-run", store=store)

    assert ended.status == 0
    assert ended.out == "would attach source mill-guide: sources/mill-guide.md\n"
    assert store.read_bytes() == before
    assert copies(store) == []


def test_another_copy_needs_to_be_asked_for(piped: Run, store: Path, guide: Path) -> None:
    piped("source", "attach", "mill-guide", str(guide), store=store)
    guide.write_text("The mill has 413 looms.\n", "utf-8")

    refused = piped("source", "attach", "mill-guide", str(guide), store=store)
    replaced = piped("source", "attach", "mill-guide", str(guide), "--replace", store=store)

    assert refused.status == 2
    assert "--replace" in refused.err
    assert replaced.status == 0
    assert (store.parent / "sources/mill-guide.md").read_bytes() == guide.read_bytes()


@pytest.fixture
def replaced(piped: Run, store: Path, guide: Path) -> Path:
    """A copy that has taken the place of another."""
    piped("source", "attach", "mill-guide", str(guide), store=store)
    guide.write_text("The mill has 413 looms.\n", "utf-8")
    piped("source", "attach", "mill-guide", str(guide), "--replace", store=store)
    return store.parent / "sources/mill-guide.md"


def test_undo_puts_a_replaced_copy_back_and_leaves_the_first(piped: Run, store: Path, replaced: Path) -> None:
    second = piped("undo", store=store)
    first = piped("undo", store=store)

    assert (second.status, second.err, replaced.read_text("utf-8")) == (0, "", "# Guide\n\nThe mill has 412 looms.\n")
    assert (first.status, first.err) == (0, "fact: the copy sources/mill-guide.md was not removed\n")


def test_a_dry_run_of_undo_puts_nothing_back(piped: Run, store: Path, replaced: Path) -> None:
    assert piped("undo", "--dry-run", store=store).err == ""
    assert replaced.read_text("utf-8") == "The mill has 413 looms.\n"


@pytest.mark.parametrize("spoilt", ["edited", "forgotten", "damaged"])
def test_undo_says_which_copy_it_cannot_put_back(piped: Run, store: Path, replaced: Path, spoilt: str) -> None:
    [kept] = (Path(cache_folder()) / "copies").iterdir()
    if spoilt == "edited":
        replaced.write_text("my notes", "utf-8")
    elif spoilt == "forgotten":
        kept.unlink()
    else:
        kept.write_bytes(b"")
    before, day = replaced.read_bytes(), attached(store)["day"]

    ended = piped("undo", store=store)

    what = f"sources/mill-guide.md is not the copy of {day} any more: attach source 'mill-guide' again, with --replace"
    assert (ended.err, replaced.read_bytes()) == (f"fact: {what}\n", before)


def test_the_oldest_of_many_replaced_copies_are_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replaced_copies, "_MOST_BYTES", 25)
    texts = [letter * 10 for letter in (b"a", b"b", b"c", b"d")]
    for age, text in enumerate(texts):
        replaced_copies.keep(text)
        os.utime(Path(cache_folder(), "copies", sha256(text).hexdigest()), (age, age))
    replaced_copies.keep(b"e")

    assert [replaced_copies.kept(sha256(text).hexdigest()) for text in texts] == [None, None, *texts[2:]]


@pytest.mark.parametrize("options", [[], ["--replace"]])
def test_a_file_of_somebody_else_is_never_replaced(piped: Run, store: Path, guide: Path, options: list[str]) -> None:
    mine = store.parent / "sources/mill-guide.md"
    mine.parent.mkdir()
    mine.write_text("my notes", "utf-8")
    before = store.read_bytes()

    ended = piped("source", "attach", "mill-guide", str(guide), *options, store=store)

    assert ended.status == 2
    assert "is another file" in ended.err
    assert mine.read_text("utf-8") == "my notes"
    assert store.read_bytes() == before


@pytest.mark.parametrize("linked", ["folder", "file"])
def test_no_link_is_followed(piped: Run, store: Path, guide: Path, tmp_path: Path, linked: str) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (away / "mill-guide.md").write_text("mine", "utf-8")
    folder = store.parent / "sources"
    if linked == "folder":
        folder.symlink_to(away)
    else:
        folder.mkdir()
        (folder / "mill-guide.md").symlink_to(away / "mill-guide.md")

    ended = piped("source", "attach", "mill-guide", str(guide), store=store)

    assert ended.status == 2
    assert (away / "mill-guide.md").read_text("utf-8") == "mine"


def test_a_folder_that_becomes_a_link_after_it_was_looked_at_is_not_followed(
    piped: Run, store: Path, guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    away = tmp_path / "away"
    away.mkdir()
    monkeypatch.setattr(attachments, "make_folder_for", lambda place: place.parent.symlink_to(away))
    before = store.read_bytes()

    ended = piped("source", "attach", "mill-guide", str(guide), store=store)

    assert (ended.status, list(away.iterdir()), store.read_bytes()) == (2, [], before)
    assert "sources/mill-guide.md: has a link in its path. Hint: remove the link" in ended.err


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("x.exe", b"MZ", ".exe files are not read"),
        ("x.txt", b"a\x00b", "NUL"),
        ("x.docx", b"no zip", "x.docx"),
        ("missing.txt", None, "no such file"),
    ],
)
def test_what_cannot_be_read_is_not_attached(  # noqa: PLR0913, PLR0917 - a row of the table
    piped: Run, store: Path, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    ended = piped("source", "attach", "mill-guide", str(path), store=store)

    assert ended.status == 2
    assert told in ended.err
    assert copies(store) == []


def test_the_source_must_be_there(piped: Run, store: Path, guide: Path) -> None:
    ended = piped("source", "attach", "nobody", str(guide), store=store)

    assert ended.status == 2
    assert "there is no source 'nobody'" in ended.err
    assert copies(store) == []


@pytest.mark.parametrize("id_", ["../../away", "a/b", "Mill Guide", "con.", "é", "." * 300])
def test_a_hostile_id_stays_in_the_folder(piped: Run, store: Path, guide: Path, id_: str) -> None:
    content = json.loads(store.read_text("utf-8"))
    content["sources"][id_] = {"type": "book", "title": "Guide"}
    store.write_text(json.dumps(content), "utf-8")

    piped("source", "attach", id_, str(guide), store=store)

    assert all(name.endswith(".md") for name in copies(store))
    assert {path.name for path in store.parent.iterdir()} <= {"facts.json", "guide.md", "sources"}


def test_a_page_is_fetched_with_its_redirects_shown(piped: Run, store: Path, server: str) -> None:
    ended = piped("source", "attach", "mill-guide", f"{server}/moved#part", store=store)

    assert (ended.status, ended.err) == (0, f"fact: redirected to {server}/page\n")
    assert (store.parent / "sources/mill-guide.html").read_bytes() == PAGE
    assert attached(store)["address"] == f"{server}/page"
    assert all("Authorization" not in headers and "Cookie" not in headers for headers in Pages.requests)


def test_text_in_another_encoding_is_kept_as_utf_8(piped: Run, store: Path, server: str) -> None:
    piped("source", "attach", "mill-guide", f"{server}/latin", store=store)

    assert (store.parent / "sources/mill-guide.html").read_bytes() == PAGE


def test_the_address_says_what_kind_of_plain_text_it_is(piped: Run, store: Path, server: str) -> None:
    piped("source", "attach", "mill-guide", f"{server}/notes.md?x=1", store=store)

    assert copies(store) == ["mill-guide.md"]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/nowhere", "HTTP 404"),
        ("/to-file", "not allowed"),
        ("/to-ftp", "only http and https"),
        ("/to-password", "user name or password"),
        ("/loop", "HTTP 302"),
        ("/picture", "image/png is not read"),
        ("/binary.txt", "NUL"),
        ("/short", "ended after"),
        ("/zipped", "compressed (gzip)"),
    ],
)
def test_what_is_not_fetched(piped: Run, store: Path, server: str, path: str, told: str) -> None:
    before = store.read_bytes()

    ended = piped("source", "attach", "mill-guide", server + path, store=store)

    assert ended.status == 2
    assert told in ended.err.replace("\n", " ")
    assert "secret" not in ended.err
    assert store.read_bytes() == before
    assert copies(store) == []


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("ftp://example.org/x", "only http and https"),
        ("file:///etc/passwd", "only http and https"),
        ("https://user:secret@example.org/x", "https://example.org/x: the address has a user name or password"),
        ("https://secret@example.org/", "user name or password"),
        ("https://", "is not a web address"),
        ("https://[::1/x", "is not a web address"),
        ("https://example.org:99999/", "is not a web address"),
        (f"https://{'a' * 70}.org/", "is not a web address"),
    ],
)
def test_addresses_that_are_refused_before_anything_is_sent(piped: Run, store: Path, address: str, told: str) -> None:
    ended = piped("source", "attach", "mill-guide", address, store=store)

    assert ended.status == 2
    assert told in ended.err
    assert "secret" not in ended.err


@pytest.mark.parametrize(
    ("address", "cleaned"),
    [
        ("https://example.org/a b?q=é#part", "https://example.org/a%20b?q=%C3%A9"),
        ("http://bücher.example/x", "http://xn--bcher-kva.example/x"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("https://example.org/a\r\nHost: b", "https://example.org/aHost:%20b"),
    ],
)
def test_addresses_as_they_are_requested(address: str, cleaned: str) -> None:
    assert clean_address(address) == cleaned


def test_nobody_is_waited_for_without_end(server: str) -> None:
    with pytest.raises(DownloadError, match="took"):
        download(f"{server}/slow", print, patience=0.3)


def test_a_server_that_is_not_there(piped: Run, store: Path) -> None:
    with socket.socket() as taken:  # Nobody listens at it.
        taken.bind(("127.0.0.1", 0))

        ended = piped("source", "attach", "mill-guide", f"http://127.0.0.1:{taken.getsockname()[1]}/", store=store)

    assert ended.status == 2
    assert "127.0.0.1" in ended.err


def test_no_more_is_read_than_the_limit(server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(downloading, "LARGEST_BINARY", 20)

    with pytest.raises(DownloadError, match="larger than"):
        download(f"{server}/page", print)


def test_verify_reads_the_copy(piped: Run, store: Path, guide: Path) -> None:
    piped("source", "attach", "mill-guide", str(guide), store=store)

    ended = piped("verify", "mill-guide", store=store)

    assert (ended.status, ended.out) == (0, "")
    assert ended.err.startswith("fact: 1 of 1 citation found in ")


def test_verify_says_when_the_copy_has_changed(piped: Run, store: Path, guide: Path) -> None:
    piped("source", "attach", "mill-guide", str(guide), store=store)
    (store.parent / "sources/mill-guide.md").write_text("The mill has 412 looms and a dog.", "utf-8")

    ended = piped("verify", "mill-guide", store=store)

    assert ended.status == 1
    assert "warning: sources/mill-guide.md has changed since it was attached on 20" in ended.out
    assert "[changed-copy]" in ended.out


@pytest.mark.parametrize(
    "file", ["../guide.md", "/etc/passwd", "sources/../guide.md", "sources/a/b.md", "", "sources/."]
)
def test_a_copy_is_read_from_the_folder_alone(piped: Run, store: Path, guide: Path, file: str) -> None:
    piped("source", "attach", "mill-guide", str(guide), store=store)
    store.write_text(store.read_text("utf-8").replace("sources/mill-guide.md", file), "utf-8")

    ended = piped("verify", "mill-guide", store=store)

    assert ended.status == 2
    assert "is not in sources/" in ended.err


def test_a_copy_that_is_gone_is_told(piped: Run, store: Path, guide: Path) -> None:
    piped("source", "attach", "mill-guide", str(guide), store=store)
    (store.parent / "sources/mill-guide.md").unlink()

    ended = piped("verify", "mill-guide", store=store)

    assert ended.status == 2
    assert "attach the source again" in ended.err


@pytest.mark.parametrize("custom", ["text", {"attached": 5}, {"attached": {"file": 1}}, []])
def test_what_others_keep_in_the_same_field_is_no_copy(piped: Run, store: Path, custom: object) -> None:
    content = json.loads(store.read_text("utf-8"))
    content["sources"]["mill-guide"]["custom"] = custom
    store.write_text(json.dumps(content), "utf-8")

    ended = piped("verify", "mill-guide", store=store)
    shown = piped("show", "looms", "--format", "table", store=store)

    assert (ended.status, shown.status) == (2, 0)
    assert "has no copy" in ended.err


def test_the_card_names_the_place_and_the_copy(piped: Run, store: Path, guide: Path) -> None:
    piped("source", "attach", "mill-guide", str(guide), store=store)

    shown = piped("show", "looms", "--format", "table", store=store).out

    assert "Guide to the mill, page 4, paragraph 2: “412 looms”" in shown
    assert "sources/mill-guide.md (20" in shown
