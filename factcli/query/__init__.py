"""Queries: what is typed comes in, a Query of terms goes out; nothing here knows SQL."""
