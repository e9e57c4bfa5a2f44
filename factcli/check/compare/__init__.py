"""Comparison: a value of a draft and a value of a fact come in, whether both can be true goes out."""
