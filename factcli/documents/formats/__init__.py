"""The formats of drafts and sources besides plain text, Markdown and Word: one module a format."""
