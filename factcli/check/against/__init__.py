"""Checking against sources: a draft and its sources come in, findings with their places go out."""
