"""Commands that change or examine a store: options come in, one safe change or a list of problems goes out."""
