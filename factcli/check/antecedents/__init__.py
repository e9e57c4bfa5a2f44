"""A sentence and those before it in; what it is about, if it does not name that itself, out."""
