"""A module for each format but plain text and Markdown: the text or bytes of a file in, a Document out."""
