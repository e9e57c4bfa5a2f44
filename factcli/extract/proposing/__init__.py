"""Proposals for a curator: a document comes in, and the few facts of it that are worth keeping go out, ready to use."""
