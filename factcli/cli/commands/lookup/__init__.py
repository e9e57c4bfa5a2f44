"""Commands that look facts up: words come in, tables and records go out; nothing is changed."""
