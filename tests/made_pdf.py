"""A small PDF, made for a test."""

from __future__ import annotations


def pdf(*lines: str, encryption: str = "", letters: str = "", place: str = "72 720 Td") -> bytes:
    """A PDF of one page with these lines in it, from a place on.

    ``letters`` are the names of what it draws for A, B and so on.
    """
    text = " ".join(f"({line}) Tj T*" for line in lines)
    return drawn_pdf(f"/F 12 Tf {place} 14 TL {text}", encryption=encryption, letters=letters)


def drawn_pdf(operators: str, *, encryption: str = "", letters: str = "") -> bytes:
    """A PDF of one page on which these operators draw text."""
    stream = f"BT {operators} ET"
    encoding = f"/Encoding <</Type /Encoding /Differences [65 {letters}]>>" if letters else ""
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        f"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica {encoding}>>",
    ]
    data = "%PDF-1.4\n"
    for number, content in enumerate(objects, start=1):
        data += f"{number} 0 obj\n{content}\nendobj\n"
    return f"{data}trailer\n<</Root 1 0 R /Size 6 {encryption}>>\n".encode("latin-1")
