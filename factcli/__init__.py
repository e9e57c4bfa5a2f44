"""Look up curated facts, feed them to scripts, and check the figures of a draft."""

__version__ = "0.1.0"
