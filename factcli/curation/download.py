"""An address comes in; what is there goes out: by http and https alone, within limits, without credentials."""

from __future__ import annotations

import threading
import time
from http.client import HTTPException
from typing import IO, TYPE_CHECKING, NamedTuple
from urllib import request
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit

from factcli import __version__
from factcli.documents.limits import LARGEST_BINARY
from factcli.errors import FactcliError

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.client import HTTPMessage, HTTPResponse
    from urllib.parse import SplitResult

PATIENCE = 60.0
"""How many seconds a download may take."""
_SILENCE = 15.0
_MOST_REDIRECTS = 5
_PIECE = 1 << 16
# What may be in a path and a query as it is; everything else is percent-encoded.
_KEPT = "%/:=&?~+!$,;'@()*[]-._"
_HINT = "save it from a browser, then attach the file"


class Download(NamedTuple):
    """What was at an address: the bytes, the address that they came from in the end, their media type and encoding."""

    data: bytes
    address: str
    media_type: str
    charset: str | None


class DownloadError(FactcliError):
    """What could not be fetched."""


def clean_address(address: str) -> str:
    """The address as it is requested: in ASCII, without its fragment.

    Raises :class:`DownloadError` for one with a user name or password, and for other protocols than http and https.

    >>> clean_address("https://example.org/a b#c")
    'https://example.org/a%20b'
    """
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError as error:
        raise DownloadError(f"{address}: is not a web address", hint="write https://...") from error
    _check(parts, host, address)
    host = f"[{host}]" if ":" in host else host
    return urlunsplit((parts.scheme, host + port, quote(parts.path, _KEPT), quote(parts.query, _KEPT), ""))


def _check(parts: SplitResult, host: str, address: str) -> None:
    if parts.username is not None or parts.password is not None:
        shown = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        raise DownloadError(f"{shown}: the address has a user name or password", hint=_HINT)
    if parts.scheme not in {"http", "https"}:
        raise DownloadError(f"{address}: only http and https are fetched", hint=_HINT)
    if not host:
        raise DownloadError(f"{address}: is not a web address", hint="write https://...")


def download(address: str, note_redirect: Callable[[str], None], patience: float = PATIENCE) -> Download:
    """What is at ``address``; each address that it leads to is given to ``note_redirect``.

    Raises :class:`DownloadError`, also for more than ``LARGEST_BINARY`` bytes or after ``patience`` seconds.
    """
    fetch = _Fetch(clean_address(address), note_redirect, patience)
    # A server can be slow in ways that no timeout of a socket sees.
    worker = threading.Thread(target=fetch.run, daemon=True)
    worker.start()
    worker.join(patience)
    if fetch.error:
        raise fetch.error
    if fetch.found is None:
        raise DownloadError(f"{fetch.address}: took longer than {patience:.0f} seconds", hint=_HINT)
    return fetch.found


class _Fetch:
    """A download under way: ``found`` or ``error`` is what came of it."""

    def __init__(self, address: str, note_redirect: Callable[[str], None], patience: float) -> None:
        self.address = address
        self.found: Download | None = None
        self.error: DownloadError | None = None
        self._note_redirect = note_redirect
        self._end = time.monotonic() + patience

    def run(self) -> None:
        try:
            with _opener(self._note_redirect).open(_asked(self.address), timeout=_SILENCE) as response:
                self.found = self._read(response)
        except DownloadError as error:
            self.error = error
        except (OSError, HTTPException, ValueError) as error:
            self.error = DownloadError(f"{self.address}: {_reason(error)}", hint=_HINT)

    def _read(self, response: HTTPResponse) -> Download:
        encoding = response.headers.get("Content-Encoding", "identity")
        if encoding.lower() != "identity":
            raise DownloadError(f"{self.address}: came compressed ({encoding}), which was not asked for", hint=_HINT)
        kind, charset = response.headers.get_content_type(), response.headers.get_content_charset()
        return Download(self._all(response), response.url, kind, charset)

    def _all(self, response: HTTPResponse) -> bytes:
        pieces, size = [], 0
        while piece := response.read1(_PIECE):
            pieces.append(piece)
            size += len(piece)
            if size > LARGEST_BINARY:
                raise DownloadError(f"{self.address}: larger than {LARGEST_BINARY // 1024**2} MiB", hint=_HINT)
            if time.monotonic() > self._end:
                raise DownloadError(f"{self.address}: took too long", hint=_HINT)
        expected = response.headers.get("Content-Length", "")
        if expected.isdigit() and int(expected) != size:
            raise DownloadError(f"{self.address}: ended after {size} of {expected} bytes", hint="try again")
        return b"".join(pieces)


def _asked(address: str) -> request.Request:
    headers = {"User-Agent": f"factcli/{__version__}", "Accept-Encoding": "identity"}
    return request.Request(address, headers=headers)  # noqa: S310 - clean_address has checked it


def _reason(error: Exception) -> str:
    if isinstance(error, HTTPError):
        error.close()
        return f"HTTP {error.code} {error.reason}".strip()
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return f"no answer within {_SILENCE:.0f} seconds"
    return str(getattr(cause, "strerror", None) or cause) or type(cause).__name__


def _opener(note_redirect: Callable[[str], None]) -> request.OpenerDirector:
    """What opens addresses of http and https, and of nothing else."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPErrorProcessor(),
        request.UnknownHandler(),
        _Redirects(note_redirect),
    ):
        opener.add_handler(handler)
    return opener


class _Redirects(request.HTTPRedirectHandler):
    """Follows a few redirects to addresses that may be fetched, and says so."""

    max_redirections = _MOST_REDIRECTS
    max_repeats = 2

    def __init__(self, note_redirect: Callable[[str], None]) -> None:
        self._note_redirect = note_redirect

    def redirect_request(  # noqa: PLR0913, PLR0917 - the signature of urllib
        self, req: request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> request.Request | None:
        """The request of the new address."""
        with fp:
            address = clean_address(newurl)
        self._note_redirect(address)
        return super().redirect_request(req, fp, code, msg, headers, address)
