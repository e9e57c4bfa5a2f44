"""A mention of a draft in; how it was read, which facts it was held against and what decided on each, out."""
