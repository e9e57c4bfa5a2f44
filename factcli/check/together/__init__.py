"""The judgements of a sentence in; what only two of them, or two facts, together show, out."""
