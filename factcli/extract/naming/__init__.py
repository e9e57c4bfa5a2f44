"""The names of a text: what each names, which part it has in its sentence, and what later words mean by it."""
