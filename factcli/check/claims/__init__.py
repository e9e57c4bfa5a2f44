"""A sentence in, its claims out: for each figure what it measures, slot by slot, read by the places of words."""
