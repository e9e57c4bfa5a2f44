"""A small PDF, made for a test."""

from __future__ import annotations


def pdf(*lines: str, encryption: str = "") -> bytes:
    """A PDF of one page with these lines in it."""
    text = " ".join(f"({line}) Tj T*" for line in lines)
    stream = f"BT /F 12 Tf 72 720 Td 14 TL {text} ET"
    objects = [
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    ]
    data = "%PDF-1.4\n"
    for number, content in enumerate(objects, start=1):
        data += f"{number} 0 obj\n{content}\nendobj\n"
    return f"{data}trailer\n<</Root 1 0 R /Size 6 {encryption}>>\n".encode("latin-1")
