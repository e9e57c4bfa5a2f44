"""PDF: the bytes of a file come in; its paragraphs, without marks of notes, and its tables by rows go out."""
