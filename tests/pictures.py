"""The pictures of the documents: where they are, and the text of one, whatever the library draws around it."""

from __future__ import annotations

import re
from html import unescape

from running import ROOT

PICTURES = ROOT / "docs" / "pictures"


def words(svg: str) -> str:
    """The text of a picture."""
    body = re.sub(r"<style>.*?</style>", "", svg, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", body)).split())
