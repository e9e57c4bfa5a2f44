"""Comparisons: a value of a draft and one of a fact come in, whether both can be true goes out."""
