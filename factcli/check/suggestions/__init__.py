"""Suggestions: a faulty mention and the right value come in, the words to put in its place go out, or none."""
